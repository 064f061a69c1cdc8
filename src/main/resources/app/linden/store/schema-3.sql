-- What the person did, in the order of seq, so that it can be undone; the undone ones are the newest and can be done again.
CREATE TABLE IF NOT EXISTS history (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id VARCHAR(36) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    title VARCHAR(1000) NOT NULL,
    made BIGINT NOT NULL,
    undone BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS history_id ON history (id);

-- What an act made of each object; null where there was none or none is left. type is that of the object, or CONFLICT.
CREATE TABLE IF NOT EXISTS history_change (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    act_id VARCHAR(36) NOT NULL,
    object_id VARCHAR(36) NOT NULL,
    account_id VARCHAR(36) NOT NULL,
    type VARCHAR(16) NOT NULL,
    was VARCHAR,
    became VARCHAR
);
CREATE INDEX IF NOT EXISTS history_change_act ON history_change (act_id, seq);
CREATE INDEX IF NOT EXISTS history_change_object ON history_change (object_id);

CREATE INDEX IF NOT EXISTS trash_object ON trash (object_id);
CREATE INDEX IF NOT EXISTS trash_removed ON trash (removed);

-- What happened to the person's calendars that they must hear of, until they have read it.
CREATE TABLE IF NOT EXISTS notice (
    id VARCHAR(36) PRIMARY KEY,
    kind VARCHAR(20) NOT NULL,
    title VARCHAR(1000) NOT NULL,
    number INT NOT NULL,
    made BIGINT NOT NULL
);
