-- What others did to events, as their server tells it: the newest of each account.
-- event_id: the local id, empty where the event is not here any more.
CREATE TABLE IF NOT EXISTS happening (
    account_id VARCHAR(36) NOT NULL,
    id VARCHAR(255) NOT NULL,
    event_id VARCHAR(36) NOT NULL,
    who_id VARCHAR(255) NOT NULL,
    who VARCHAR(1000) NOT NULL,
    at BIGINT NOT NULL,
    before_json VARCHAR,
    after_json VARCHAR,
    seen BOOLEAN NOT NULL,
    PRIMARY KEY (account_id, id)
);
CREATE INDEX IF NOT EXISTS happening_at ON happening (at);
CREATE INDEX IF NOT EXISTS happening_event ON happening (event_id);
