-- What somebody did to events that others see too (jmap-calendars 7), kept once for all who may hear of it.
-- before, after: the event as all share it, null where it was not or is not any more.
CREATE TABLE IF NOT EXISTS notification (
    n BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id VARCHAR(36) NOT NULL,
    account_id VARCHAR(36) NOT NULL,
    event_id VARCHAR(36) NOT NULL,
    principal_id VARCHAR(36) NOT NULL,
    at_second BIGINT NOT NULL,
    before_json VARCHAR,
    after_json VARCHAR
);
CREATE UNIQUE INDEX IF NOT EXISTS notification_id ON notification (id);
CREATE INDEX IF NOT EXISTS notification_account ON notification (account_id, n);

CREATE TABLE IF NOT EXISTS notification_dismissed (
    notification_id VARCHAR(36) NOT NULL,
    principal_id VARCHAR(36) NOT NULL,
    PRIMARY KEY (notification_id, principal_id)
);

-- Its name is longer than those before.
ALTER TABLE state ALTER COLUMN type SET DATA TYPE VARCHAR(40);
ALTER TABLE change_log ALTER COLUMN type SET DATA TYPE VARCHAR(40);
ALTER TABLE horizon ALTER COLUMN type SET DATA TYPE VARCHAR(40);
