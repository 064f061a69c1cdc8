-- Documents are VARCHAR, never CLOB: a month of CLOBs costs ten times as much to read.

CREATE TABLE IF NOT EXISTS login (
    id VARCHAR(36) PRIMARY KEY,
    url VARCHAR(2000) NOT NULL,
    username VARCHAR(500) NOT NULL
);

CREATE TABLE IF NOT EXISTS account (
    id VARCHAR(36) PRIMARY KEY,
    login_id VARCHAR(36),
    server_id VARCHAR(255),
    name VARCHAR(500) NOT NULL,
    personal BOOLEAN NOT NULL,
    read_only BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS account_server ON account (login_id, server_id);

-- base: what the server last said. work: what the person sees. Always: work = base with the outbox applied.
-- work is null when the person deleted it and the server does not know yet.
CREATE TABLE IF NOT EXISTS object (
    id VARCHAR(36) PRIMARY KEY,
    account_id VARCHAR(36) NOT NULL,
    type VARCHAR(16) NOT NULL,
    server_id VARCHAR(255),
    uid VARCHAR(1000),
    base VARCHAR,
    work VARCHAR
);
CREATE UNIQUE INDEX IF NOT EXISTS object_server ON object (account_id, type, server_id);
CREATE INDEX IF NOT EXISTS object_uid ON object (uid);
CREATE INDEX IF NOT EXISTS object_type ON object (type, account_id);

-- In the order of seq. Of one object at most: a create or in-flight change, then one queued change.
-- sent: whether it was on its way to the server once, so that its outcome may be unknown.
CREATE TABLE IF NOT EXISTS outbox (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    object_id VARCHAR(36) NOT NULL,
    account_id VARCHAR(36) NOT NULL,
    kind VARCHAR(8) NOT NULL,
    patch VARCHAR NOT NULL,
    pre VARCHAR NOT NULL,
    status VARCHAR(10) NOT NULL,
    sent BOOLEAN NOT NULL,
    attempts INT NOT NULL,
    reason VARCHAR(2000),
    made BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS outbox_object ON outbox (object_id);
CREATE INDEX IF NOT EXISTS outbox_account ON outbox (account_id, status, seq);

CREATE TABLE IF NOT EXISTS sync_state (
    account_id VARCHAR(36) NOT NULL,
    type VARCHAR(16) NOT NULL,
    state VARCHAR(100000) NOT NULL,
    PRIMARY KEY (account_id, type)
);

CREATE TABLE IF NOT EXISTS conflict (
    id VARCHAR(36) PRIMARY KEY,
    object_id VARCHAR(36) NOT NULL,
    title VARCHAR(100000) NOT NULL,
    unit VARCHAR(1000) NOT NULL,
    mine VARCHAR NOT NULL,
    theirs VARCHAR NOT NULL,
    seen BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS conflict_object ON conflict (object_id);

CREATE TABLE IF NOT EXISTS trash (
    id VARCHAR(36) PRIMARY KEY,
    object_id VARCHAR(36) NOT NULL,
    account_id VARCHAR(36) NOT NULL,
    type VARCHAR(16) NOT NULL,
    document VARCHAR NOT NULL,
    reason VARCHAR(200) NOT NULL,
    removed BIGINT NOT NULL
);

-- One row for each occurrence of each event up to the horizon, with all that a chip shows. Seconds since the epoch, of
-- UTC or, where floating, of wall time. Long ones stand apart so that a range query need not look far back.
CREATE TABLE IF NOT EXISTS occurrence (
    event_id VARCHAR(36) NOT NULL,
    recurrence_id VARCHAR(30),
    calendar_id VARCHAR(36) NOT NULL,
    is_long BOOLEAN NOT NULL,
    start_at BIGINT NOT NULL,
    end_at BIGINT NOT NULL,
    floating BOOLEAN NOT NULL,
    title VARCHAR(1000) NOT NULL,
    color VARCHAR(100),
    place VARCHAR(1000),
    marks INT NOT NULL
);
CREATE INDEX IF NOT EXISTS occurrence_time ON occurrence (is_long, start_at);
CREATE INDEX IF NOT EXISTS occurrence_event ON occurrence (event_id);

-- Series that go on after the day up to which they are indexed.
CREATE TABLE IF NOT EXISTS series (
    event_id VARCHAR(36) PRIMARY KEY,
    indexed_to BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS series_horizon ON series (indexed_to);

CREATE TABLE IF NOT EXISTS meta (
    name VARCHAR(100) PRIMARY KEY,
    content VARCHAR(1000) NOT NULL
);
