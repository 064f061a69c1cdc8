-- Documents are VARCHAR, never CLOB: a page of CLOBs costs ten times as much to read.

-- login_key: the login in lower case, by which it is unique.
-- session: goes up with everything that changes what this principal's session says.
CREATE TABLE IF NOT EXISTS principal (
    id VARCHAR(36) PRIMARY KEY,
    login VARCHAR(64) NOT NULL,
    login_key VARCHAR(200) NOT NULL,
    address VARCHAR(200) NOT NULL,
    name VARCHAR(500) NOT NULL,
    password VARCHAR(300) NOT NULL,
    session BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS principal_login ON principal (login_key);
CREATE INDEX IF NOT EXISTS principal_address ON principal (address);

-- owner_id: the principal whose account this is, null for a space.
CREATE TABLE IF NOT EXISTS account (
    id VARCHAR(36) PRIMARY KEY,
    name VARCHAR(500) NOT NULL,
    owner_id VARCHAR(36)
);

-- The state of a type in an account is the number of its last change.
-- oldest: the earliest state from which changes are still known.
CREATE TABLE IF NOT EXISTS state (
    account_id VARCHAR(36) NOT NULL,
    type VARCHAR(20) NOT NULL,
    seq BIGINT NOT NULL,
    oldest BIGINT NOT NULL,
    PRIMARY KEY (account_id, type)
);

-- principal_id: whom alone a change concerns, null when it concerns all who see the object.
-- before_in, after_in: the calendars that held the object, null when it was not there; see Where.
CREATE TABLE IF NOT EXISTS change_log (
    n BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id VARCHAR(36) NOT NULL,
    type VARCHAR(20) NOT NULL,
    seq BIGINT NOT NULL,
    object_id VARCHAR(36) NOT NULL,
    principal_id VARCHAR(36),
    before_in VARCHAR,
    after_in VARCHAR,
    at_second BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS change_log_seq ON change_log (account_id, type, seq);

-- What a principal can see in an account changed at seq: from earlier states no changes can be told.
CREATE TABLE IF NOT EXISTS horizon (
    account_id VARCHAR(36) NOT NULL,
    principal_id VARCHAR(36) NOT NULL,
    type VARCHAR(20) NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (account_id, principal_id, type)
);

CREATE TABLE IF NOT EXISTS calendar (
    id VARCHAR(36) PRIMARY KEY,
    account_id VARCHAR(36) NOT NULL,
    is_default BOOLEAN NOT NULL,
    json VARCHAR NOT NULL
);
CREATE INDEX IF NOT EXISTS calendar_account ON calendar (account_id);

CREATE TABLE IF NOT EXISTS calendar_personal (
    calendar_id VARCHAR(36) NOT NULL,
    principal_id VARCHAR(36) NOT NULL,
    json VARCHAR NOT NULL,
    PRIMARY KEY (calendar_id, principal_id)
);

CREATE TABLE IF NOT EXISTS share (
    calendar_id VARCHAR(36) NOT NULL,
    principal_id VARCHAR(36) NOT NULL,
    account_id VARCHAR(36) NOT NULL,
    rights VARCHAR(300) NOT NULL,
    PRIMARY KEY (calendar_id, principal_id)
);
CREATE INDEX IF NOT EXISTS share_principal ON share (principal_id);
CREATE INDEX IF NOT EXISTS share_account ON share (account_id);

-- recurrence_id: empty for a base event, so that the unique index sees it.
-- begins, ends: the earliest start and latest end of any occurrence in seconds, of UTC or, where floating, of wall time.
-- open_text: whether all who see the event see its texts. title, words: in lower case, for searching.
CREATE TABLE IF NOT EXISTS event (
    id VARCHAR(36) PRIMARY KEY,
    account_id VARCHAR(36) NOT NULL,
    uid VARCHAR(1000) NOT NULL,
    recurrence_id VARCHAR(40) NOT NULL,
    secret BOOLEAN NOT NULL,
    open_text BOOLEAN NOT NULL,
    start VARCHAR(40) NOT NULL,
    created VARCHAR(40) NOT NULL,
    updated VARCHAR(40) NOT NULL,
    floating BOOLEAN NOT NULL,
    begins BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    title VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    json VARCHAR NOT NULL
);
-- By uid first: whether two hundred uids are taken is two hundred look-ups, not a walk through the account.
CREATE UNIQUE INDEX IF NOT EXISTS event_uid ON event (uid, account_id, recurrence_id);
CREATE INDEX IF NOT EXISTS event_page ON event (account_id, uid, id);

CREATE TABLE IF NOT EXISTS event_calendar (
    calendar_id VARCHAR(36) NOT NULL,
    event_id VARCHAR(36) NOT NULL,
    PRIMARY KEY (calendar_id, event_id)
);
CREATE INDEX IF NOT EXISTS event_calendar_event ON event_calendar (event_id);

CREATE TABLE IF NOT EXISTS event_personal (
    event_id VARCHAR(36) NOT NULL,
    principal_id VARCHAR(36) NOT NULL,
    json VARCHAR NOT NULL,
    PRIMARY KEY (event_id, principal_id)
);
