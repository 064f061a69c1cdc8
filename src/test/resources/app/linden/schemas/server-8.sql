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

-- What the server keeps about itself: the key from which successors of tokens are made, its address.
CREATE TABLE IF NOT EXISTS setting (
    name VARCHAR(40) PRIMARY KEY,
    text VARCHAR(1000) NOT NULL
);

-- A device is one sign-in; it ends with its tokens. Times are seconds since 1970.
CREATE TABLE IF NOT EXISTS device (
    id VARCHAR(36) PRIMARY KEY,
    principal_id VARCHAR(36) NOT NULL,
    name VARCHAR(200) NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS device_principal ON device (principal_id);

-- Tokens are kept as hashes only. rotated_at: when a successor was given for this one, null until then.
CREATE TABLE IF NOT EXISTS refresh_token (
    hash VARCHAR(64) PRIMARY KEY,
    device_id VARCHAR(36) NOT NULL,
    made_at BIGINT NOT NULL,
    rotated_at BIGINT
);
CREATE INDEX IF NOT EXISTS refresh_token_device ON refresh_token (device_id);

CREATE TABLE IF NOT EXISTS access_token (
    hash VARCHAR(64) PRIMARY KEY,
    device_id VARCHAR(36) NOT NULL,
    ends_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS access_token_device ON access_token (device_id);

-- calendar_id: what accepting gives a share of; null for an invitation to the server alone.
-- uses_left: how many may still accept.
CREATE TABLE IF NOT EXISTS invitation (
    id VARCHAR(36) PRIMARY KEY,
    hash VARCHAR(64) NOT NULL,
    account_id VARCHAR(36) NOT NULL,
    calendar_id VARCHAR(36),
    maker_id VARCHAR(36),
    role VARCHAR(20) NOT NULL,
    created_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    uses_left INT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS invitation_hash ON invitation (hash);
CREATE INDEX IF NOT EXISTS invitation_calendar ON invitation (calendar_id);

-- Two events of an account may have one uid where who wrote the second does not see the first: a refusal would tell of it.
DROP INDEX IF EXISTS event_uid;
CREATE INDEX IF NOT EXISTS event_uid ON event (uid, account_id, recurrence_id);

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

-- What people upload, in parts, since a row is limited. It is kept for a day.
CREATE TABLE IF NOT EXISTS blob (
    id VARCHAR(36) PRIMARY KEY,
    account_id VARCHAR(36) NOT NULL,
    principal_id VARCHAR(36) NOT NULL,
    type VARCHAR(200) NOT NULL,
    size BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS blob_principal ON blob (principal_id);

CREATE TABLE IF NOT EXISTS blob_part (
    blob_id VARCHAR(36) NOT NULL,
    n INT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (blob_id, n)
);

-- One row: which start of the server this is. A server that is put back to an old backup is started
-- again, so what it writes from then on is of another start than what it lost.
CREATE TABLE IF NOT EXISTS server_start (
    id VARCHAR(36) PRIMARY KEY
);

-- The numbers of a state after after_seq, up to that of the next row, are of this epoch: they were
-- written by one start of the server. Rows are kept for ever, there is one for each start in which
-- something changed. Numbers before the first row are of the epoch ''.
CREATE TABLE IF NOT EXISTS state_epoch (
    account_id VARCHAR(36) NOT NULL,
    type VARCHAR(60) NOT NULL,
    after_seq BIGINT NOT NULL,
    start_id VARCHAR(36) NOT NULL,
    epoch VARCHAR(8) NOT NULL,
    PRIMARY KEY (account_id, type, after_seq)
);

-- Where somebody gets mail when they forgot their password. Nothing but the link that confirms it is
-- sent there while confirmed_at is null. email_key: in lower case.
CREATE TABLE IF NOT EXISTS mail_address (
    principal_id VARCHAR(36) PRIMARY KEY,
    email VARCHAR(320) NOT NULL,
    email_key VARCHAR(320) NOT NULL,
    confirmed_at BIGINT
);
CREATE INDEX IF NOT EXISTS mail_address_key ON mail_address (email_key);

-- Links that were sent by mail, each for one use; kind: confirm or reset.
CREATE TABLE IF NOT EXISTS mail_link (
    hash VARCHAR(64) PRIMARY KEY,
    principal_id VARCHAR(36) NOT NULL,
    kind VARCHAR(10) NOT NULL,
    made_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS mail_link_principal ON mail_link (principal_id);

-- What people say about events. author_id: null when that person is gone.
-- account_id: that of the event, with which a comment moves.
CREATE TABLE IF NOT EXISTS comment (
    id VARCHAR(36) PRIMARY KEY,
    account_id VARCHAR(36) NOT NULL,
    event_id VARCHAR(36) NOT NULL,
    author_id VARCHAR(36),
    uid VARCHAR(200) NOT NULL,
    json VARCHAR NOT NULL
);
CREATE INDEX IF NOT EXISTS comment_event ON comment (event_id);
CREATE INDEX IF NOT EXISTS comment_account ON comment (account_id, uid);
CREATE INDEX IF NOT EXISTS comment_author ON comment (author_id);

-- Which blobs the links of an event and the comments on it name: they are kept while they are named.
-- holder_id: the event itself or a comment on it.
CREATE TABLE IF NOT EXISTS attachment (
    blob_id VARCHAR(36) NOT NULL,
    event_id VARCHAR(36) NOT NULL,
    holder_id VARCHAR(36) NOT NULL,
    PRIMARY KEY (blob_id, holder_id)
);
CREATE INDEX IF NOT EXISTS attachment_event ON attachment (event_id);

-- Whoever could read a blob when it was named for the last time, can until ends_at, to bring it back.
CREATE TABLE IF NOT EXISTS blob_keeper (
    blob_id VARCHAR(36) NOT NULL,
    principal_id VARCHAR(36) NOT NULL,
    ends_at BIGINT NOT NULL,
    PRIMARY KEY (blob_id, principal_id)
);

INSERT INTO "PUBLIC"."PRINCIPAL"("ID", "LOGIN", "LOGIN_KEY", "ADDRESS", "NAME", "PASSWORD", "SESSION") VALUES('01a20f59-8ce6-71e4-a2b4-9666e598a553', 'anna', 'anna', 'urn:uuid:01a20f59-8ce6-71e4-a2b4-9666e598a553', 'Anna', '$argon2id$v=19$m=19456,t=2,p=1$hjl4ohzl7oYW3m+nyQr/xg$tLCiO7RIHJZTYltv+z4kwHNVibhWvupfw6M9i0b7rYc', 1);
INSERT INTO "PUBLIC"."PRINCIPAL"("ID", "LOGIN", "LOGIN_KEY", "ADDRESS", "NAME", "PASSWORD", "SESSION") VALUES('01a20f59-934c-702e-b636-31b4cb1a293f', 'ben', 'ben', 'urn:uuid:01a20f59-934c-702e-b636-31b4cb1a293f', 'Ben', '$argon2id$v=19$m=19456,t=2,p=1$ZQHC7bgAopSJTdzs2MaR2g$bQ2knQJ4slOs1y4HXF8WzpH5ZNyL5NKwH7APZSH6CSY', 2);
INSERT INTO "PUBLIC"."ACCOUNT"("ID", "NAME", "OWNER_ID") VALUES('01a20f59-8ce6-71e4-a2b4-9666e598a553', 'Anna', '01a20f59-8ce6-71e4-a2b4-9666e598a553');
INSERT INTO "PUBLIC"."ACCOUNT"("ID", "NAME", "OWNER_ID") VALUES('01a20f59-934c-702e-b636-31b4cb1a293f', 'Ben', '01a20f59-934c-702e-b636-31b4cb1a293f');
INSERT INTO "PUBLIC"."HORIZON"("ACCOUNT_ID", "PRINCIPAL_ID", "TYPE", "SEQ") VALUES('01a20f59-8ce6-71e4-a2b4-9666e598a553', '01a20f59-934c-702e-b636-31b4cb1a293f', 'Calendar', 970650);
INSERT INTO "PUBLIC"."HORIZON"("ACCOUNT_ID", "PRINCIPAL_ID", "TYPE", "SEQ") VALUES('01a20f59-8ce6-71e4-a2b4-9666e598a553', '01a20f59-934c-702e-b636-31b4cb1a293f', 'CalendarEvent', 1436618);
INSERT INTO "PUBLIC"."HORIZON"("ACCOUNT_ID", "PRINCIPAL_ID", "TYPE", "SEQ") VALUES('01a20f59-8ce6-71e4-a2b4-9666e598a553', '01a20f59-934c-702e-b636-31b4cb1a293f', 'CalendarEventNotification', 502800);
INSERT INTO "PUBLIC"."CHANGE_LOG"("N", "ACCOUNT_ID", "TYPE", "SEQ", "OBJECT_ID", "PRINCIPAL_ID", "BEFORE_IN", "AFTER_IN", "AT_SECOND") OVERRIDING SYSTEM VALUE VALUES(1, '01a20f59-8ce6-71e4-a2b4-9666e598a553', 'Calendar', 97068, '01a20f59-8d14-73d5-bcec-b41a2fb64530', NULL, NULL, '01a20f59-8d14-73d5-bcec-b41a2fb64530', 1795553856);
INSERT INTO "PUBLIC"."CHANGE_LOG"("N", "ACCOUNT_ID", "TYPE", "SEQ", "OBJECT_ID", "PRINCIPAL_ID", "BEFORE_IN", "AFTER_IN", "AT_SECOND") OVERRIDING SYSTEM VALUE VALUES(2, '01a20f59-934c-702e-b636-31b4cb1a293f', 'Calendar', 148468, '01a20f59-9356-738d-ac78-8c104164c8e0', NULL, NULL, '01a20f59-9356-738d-ac78-8c104164c8e0', 1795553858);
INSERT INTO "PUBLIC"."CHANGE_LOG"("N", "ACCOUNT_ID", "TYPE", "SEQ", "OBJECT_ID", "PRINCIPAL_ID", "BEFORE_IN", "AFTER_IN", "AT_SECOND") OVERRIDING SYSTEM VALUE VALUES(3, '01a20f59-8ce6-71e4-a2b4-9666e598a553', 'CalendarEvent', 868069, '01a20f59-b502-73f8-8d52-6d051dfdea9f', NULL, NULL, '01a20f59-8d14-73d5-bcec-b41a2fb64530', 1795553866);
INSERT INTO "PUBLIC"."CHANGE_LOG"("N", "ACCOUNT_ID", "TYPE", "SEQ", "OBJECT_ID", "PRINCIPAL_ID", "BEFORE_IN", "AFTER_IN", "AT_SECOND") OVERRIDING SYSTEM VALUE VALUES(4, '01a20f59-8ce6-71e4-a2b4-9666e598a553', 'CalendarEvent', 868070, '01a20f59-b507-718a-9f27-7927f6b37aba', NULL, NULL, '01a20f59-8d14-73d5-bcec-b41a2fb64530', 1795553866);
INSERT INTO "PUBLIC"."CHANGE_LOG"("N", "ACCOUNT_ID", "TYPE", "SEQ", "OBJECT_ID", "PRINCIPAL_ID", "BEFORE_IN", "AFTER_IN", "AT_SECOND") OVERRIDING SYSTEM VALUE VALUES(5, '01a20f59-8ce6-71e4-a2b4-9666e598a553', 'CalendarEvent', 868071, '01a20f59-b509-73ff-9e49-fbef97e3afd9', NULL, NULL, '01a20f59-8d14-73d5-bcec-b41a2fb64530', 1795553866);
INSERT INTO "PUBLIC"."CHANGE_LOG"("N", "ACCOUNT_ID", "TYPE", "SEQ", "OBJECT_ID", "PRINCIPAL_ID", "BEFORE_IN", "AFTER_IN", "AT_SECOND") OVERRIDING SYSTEM VALUE VALUES(6, '01a20f59-8ce6-71e4-a2b4-9666e598a553', 'Calendar', 970649, '01a20f59-8d14-73d5-bcec-b41a2fb64530', NULL, '01a20f59-8d14-73d5-bcec-b41a2fb64530', '01a20f59-8d14-73d5-bcec-b41a2fb64530', 1795553867);
INSERT INTO "PUBLIC"."CHANGE_LOG"("N", "ACCOUNT_ID", "TYPE", "SEQ", "OBJECT_ID", "PRINCIPAL_ID", "BEFORE_IN", "AFTER_IN", "AT_SECOND") OVERRIDING SYSTEM VALUE VALUES(7, '01a20f59-8ce6-71e4-a2b4-9666e598a553', 'Calendar', 970650, '', '01a20f59-934c-702e-b636-31b4cb1a293f', NULL, NULL, 1795553867);
INSERT INTO "PUBLIC"."CHANGE_LOG"("N", "ACCOUNT_ID", "TYPE", "SEQ", "OBJECT_ID", "PRINCIPAL_ID", "BEFORE_IN", "AFTER_IN", "AT_SECOND") OVERRIDING SYSTEM VALUE VALUES(8, '01a20f59-8ce6-71e4-a2b4-9666e598a553', 'CalendarEvent', 1436618, '', '01a20f59-934c-702e-b636-31b4cb1a293f', NULL, NULL, 1795553867);
INSERT INTO "PUBLIC"."CHANGE_LOG"("N", "ACCOUNT_ID", "TYPE", "SEQ", "OBJECT_ID", "PRINCIPAL_ID", "BEFORE_IN", "AFTER_IN", "AT_SECOND") OVERRIDING SYSTEM VALUE VALUES(9, '01a20f59-8ce6-71e4-a2b4-9666e598a553', 'CalendarEventNotification', 502800, '', '01a20f59-934c-702e-b636-31b4cb1a293f', NULL, NULL, 1795553867);
INSERT INTO "PUBLIC"."CHANGE_LOG"("N", "ACCOUNT_ID", "TYPE", "SEQ", "OBJECT_ID", "PRINCIPAL_ID", "BEFORE_IN", "AFTER_IN", "AT_SECOND") OVERRIDING SYSTEM VALUE VALUES(10, '01a20f59-8ce6-71e4-a2b4-9666e598a553', 'CalendarEvent', 2480827, '01a20f59-b507-718a-9f27-7927f6b37aba', NULL, '01a20f59-8d14-73d5-bcec-b41a2fb64530', '01a20f59-8d14-73d5-bcec-b41a2fb64530', 1795553868);
INSERT INTO "PUBLIC"."CHANGE_LOG"("N", "ACCOUNT_ID", "TYPE", "SEQ", "OBJECT_ID", "PRINCIPAL_ID", "BEFORE_IN", "AFTER_IN", "AT_SECOND") OVERRIDING SYSTEM VALUE VALUES(11, '01a20f59-8ce6-71e4-a2b4-9666e598a553', 'CalendarEventNotification', 713316, '01a20f59-bb37-70b4-b9e0-77244c2c1ea4', '01a20f59-8ce6-71e4-a2b4-9666e598a553', NULL, '01a20f59-8d14-73d5-bcec-b41a2fb64530', 1795553868);
INSERT INTO "PUBLIC"."CHANGE_LOG"("N", "ACCOUNT_ID", "TYPE", "SEQ", "OBJECT_ID", "PRINCIPAL_ID", "BEFORE_IN", "AFTER_IN", "AT_SECOND") OVERRIDING SYSTEM VALUE VALUES(12, '01a20f59-8ce6-71e4-a2b4-9666e598a553', 'CalendarEvent', 2841567, '01a20f59-b509-73ff-9e49-fbef97e3afd9', NULL, '01a20f59-8d14-73d5-bcec-b41a2fb64530', NULL, 1795553869);
INSERT INTO "PUBLIC"."CHANGE_LOG"("N", "ACCOUNT_ID", "TYPE", "SEQ", "OBJECT_ID", "PRINCIPAL_ID", "BEFORE_IN", "AFTER_IN", "AT_SECOND") OVERRIDING SYSTEM VALUE VALUES(13, '01a20f59-8ce6-71e4-a2b4-9666e598a553', 'CalendarEventNotification', 1184157, '01a20f59-bcfd-70d4-9000-f158fc15ab0a', '01a20f59-934c-702e-b636-31b4cb1a293f', NULL, '01a20f59-8d14-73d5-bcec-b41a2fb64530', 1795553869);
INSERT INTO "PUBLIC"."CHANGE_LOG"("N", "ACCOUNT_ID", "TYPE", "SEQ", "OBJECT_ID", "PRINCIPAL_ID", "BEFORE_IN", "AFTER_IN", "AT_SECOND") OVERRIDING SYSTEM VALUE VALUES(14, '01a20f59-8ce6-71e4-a2b4-9666e598a553', 'CalendarEvent', 2841568, '01a20f59-b502-73f8-8d52-6d051dfdea9f', NULL, '01a20f59-8d14-73d5-bcec-b41a2fb64530', '01a20f59-8d14-73d5-bcec-b41a2fb64530', 1796095191);
INSERT INTO "PUBLIC"."CHANGE_LOG"("N", "ACCOUNT_ID", "TYPE", "SEQ", "OBJECT_ID", "PRINCIPAL_ID", "BEFORE_IN", "AFTER_IN", "AT_SECOND") OVERRIDING SYSTEM VALUE VALUES(15, '01a20f59-8ce6-71e4-a2b4-9666e598a553', 'CalendarEventNotification', 1184158, '01a22f9d-acab-70ab-b941-602380299eb4', '01a20f59-934c-702e-b636-31b4cb1a293f', NULL, '01a20f59-8d14-73d5-bcec-b41a2fb64530', 1796095191);
INSERT INTO "PUBLIC"."CHANGE_LOG"("N", "ACCOUNT_ID", "TYPE", "SEQ", "OBJECT_ID", "PRINCIPAL_ID", "BEFORE_IN", "AFTER_IN", "AT_SECOND") OVERRIDING SYSTEM VALUE VALUES(16, '01a20f59-8ce6-71e4-a2b4-9666e598a553', 'Comment', 1, '01a22f9d-af24-705f-930c-0092136f5d02', NULL, NULL, '01a20f59-8d14-73d5-bcec-b41a2fb64530', 1796095192);
INSERT INTO "PUBLIC"."BLOB"("ID", "ACCOUNT_ID", "PRINCIPAL_ID", "TYPE", "SIZE", "CREATED_AT") VALUES('01a22f9d-ab0c-712d-8327-eaca57fb50b8', '01a20f59-8ce6-71e4-a2b4-9666e598a553', '01a20f59-8ce6-71e4-a2b4-9666e598a553', 'text/plain', 11, 1796095191);
INSERT INTO "PUBLIC"."CALENDAR"("ID", "ACCOUNT_ID", "IS_DEFAULT", "JSON") VALUES('01a20f59-8d14-73d5-bcec-b41a2fb64530', '01a20f59-8ce6-71e4-a2b4-9666e598a553', TRUE, '{"name":"Calendar"}');
INSERT INTO "PUBLIC"."CALENDAR"("ID", "ACCOUNT_ID", "IS_DEFAULT", "JSON") VALUES('01a20f59-9356-738d-ac78-8c104164c8e0', '01a20f59-934c-702e-b636-31b4cb1a293f', TRUE, '{"name":"Calendar"}');
INSERT INTO "PUBLIC"."SHARE"("CALENDAR_ID", "PRINCIPAL_ID", "ACCOUNT_ID", "RIGHTS") VALUES('01a20f59-8d14-73d5-bcec-b41a2fb64530', '01a20f59-934c-702e-b636-31b4cb1a293f', '01a20f59-8ce6-71e4-a2b4-9666e598a553', 'mayRSVP mayReadFreeBusy mayReadItems mayUpdatePrivate mayWriteAll mayWriteOwn');
INSERT INTO "PUBLIC"."EVENT"("ID", "ACCOUNT_ID", "UID", "RECURRENCE_ID", "SECRET", "OPEN_TEXT", "START", "CREATED", "UPDATED", "FLOATING", "BEGINS", "ENDS", "TITLE", "WORDS", "JSON") VALUES('01a20f59-b502-73f8-8d52-6d051dfdea9f', '01a20f59-8ce6-71e4-a2b4-9666e598a553', 'weekly', '', FALSE, TRUE, '2026-11-03T18:00:00', '2026-11-24T20:57:46Z', '2026-12-01T03:19:51Z', FALSE, 1793725200, 9223372036854775807, U&'choir\000achoir, later\000a', U&'choir\000achoir, later\000aold school\000a', '{"@type":"Event","start":"2026-11-03T18:00:00","timeZone":"Europe/Berlin","duration":"PT1H","title":"Choir","updated":"2026-12-01T03:19:51Z","locations":{"8123a69a-720b-5b04-aa91-19d76e28d651":{"@type":"Location","name":"Old school"}},"recurrenceRule":{"@type":"RecurrenceRule","frequency":"weekly"},"uid":"weekly","recurrenceOverrides":{"2026-11-24T18:00:00":{"locations":null,"start":"2026-11-25T19:00:00","title":"Choir, later"}},"calendarIds":{"01a20f59-8d14-73d5-bcec-b41a2fb64530":true},"isDraft":false,"created":"2026-11-24T20:57:46Z","isOrigin":true,"links":{"l":{"@type":"Link","rel":"enclosure","title":"sheet.txt","contentType":"text/plain","size":11,"blobId":"01a22f9d-ab0c-712d-8327-eaca57fb50b8"}},"sequence":1}');
INSERT INTO "PUBLIC"."EVENT"("ID", "ACCOUNT_ID", "UID", "RECURRENCE_ID", "SECRET", "OPEN_TEXT", "START", "CREATED", "UPDATED", "FLOATING", "BEGINS", "ENDS", "TITLE", "WORDS", "JSON") VALUES('01a20f59-b507-718a-9f27-7927f6b37aba', '01a20f59-8ce6-71e4-a2b4-9666e598a553', 'days', '', FALSE, TRUE, '2026-12-26T00:00:00', '2026-11-24T20:57:46Z', '2026-11-24T20:57:48Z', TRUE, 1798243200, 1798934400, U&'winter holiday in tyrol\000a', U&'winter holiday in tyrol\000a', '{"@type":"Event","start":"2026-12-26T00:00:00","showWithoutTime":true,"duration":"P8D","title":"Winter holiday in Tyrol","updated":"2026-11-24T20:57:48Z","iCalendar":{"@type":"ICalComponent","name":"vevent","convertedProperties":{"duration":{"@type":"ICalProperty","name":"dtend"}}},"uid":"days","calendarIds":{"01a20f59-8d14-73d5-bcec-b41a2fb64530":true},"isDraft":false,"created":"2026-11-24T20:57:46Z","isOrigin":true,"sequence":1}');
INSERT INTO "PUBLIC"."EVENT_CALENDAR"("CALENDAR_ID", "EVENT_ID") VALUES('01a20f59-8d14-73d5-bcec-b41a2fb64530', '01a20f59-b507-718a-9f27-7927f6b37aba');
INSERT INTO "PUBLIC"."EVENT_CALENDAR"("CALENDAR_ID", "EVENT_ID") VALUES('01a20f59-8d14-73d5-bcec-b41a2fb64530', '01a20f59-b502-73f8-8d52-6d051dfdea9f');
INSERT INTO "PUBLIC"."EVENT_PERSONAL"("EVENT_ID", "PRINCIPAL_ID", "JSON") VALUES('01a20f59-b502-73f8-8d52-6d051dfdea9f', '01a20f59-8ce6-71e4-a2b4-9666e598a553', '{"alerts":{"9bef856a-785f-53f8-aeb1-5a2e1db84feb":{"@type":"Alert","trigger":{"@type":"OffsetTrigger","offset":"-PT15M"},"action":"display","iCalendar":{"@type":"ICalComponent","name":"valarm","properties":[["description",{},"text","Choir"]]}}},"recurrenceOverrides":{"2026-11-24T18:00:00":{"alerts":null}}}');
INSERT INTO "PUBLIC"."SETTING"("NAME", "TEXT") VALUES('token-key', 'KPKfCmk6rjkXUm8TG2Mzn7MMr7B4o7Ey_imn5ppaxHk');
INSERT INTO "PUBLIC"."SETTING"("NAME", "TEXT") VALUES('address', 'http://127.0.0.1:33091');
INSERT INTO "PUBLIC"."NOTIFICATION"("N", "ID", "ACCOUNT_ID", "EVENT_ID", "PRINCIPAL_ID", "AT_SECOND", "BEFORE_JSON", "AFTER_JSON") OVERRIDING SYSTEM VALUE VALUES(1, '01a20f59-bb37-70b4-b9e0-77244c2c1ea4', '01a20f59-8ce6-71e4-a2b4-9666e598a553', '01a20f59-b507-718a-9f27-7927f6b37aba', '01a20f59-934c-702e-b636-31b4cb1a293f', 1795553868, '{"@type":"Event","start":"2026-12-26T00:00:00","showWithoutTime":true,"duration":"P8D","title":"Winter holiday","updated":"2026-11-24T20:57:46Z","iCalendar":{"@type":"ICalComponent","name":"vevent","convertedProperties":{"duration":{"@type":"ICalProperty","name":"dtend"}}},"uid":"days","calendarIds":{"01a20f59-8d14-73d5-bcec-b41a2fb64530":true},"isDraft":false,"created":"2026-11-24T20:57:46Z","isOrigin":true}', '{"@type":"Event","start":"2026-12-26T00:00:00","showWithoutTime":true,"duration":"P8D","title":"Winter holiday in Tyrol","updated":"2026-11-24T20:57:48Z","iCalendar":{"@type":"ICalComponent","name":"vevent","convertedProperties":{"duration":{"@type":"ICalProperty","name":"dtend"}}},"uid":"days","calendarIds":{"01a20f59-8d14-73d5-bcec-b41a2fb64530":true},"isDraft":false,"created":"2026-11-24T20:57:46Z","isOrigin":true,"sequence":1}');
INSERT INTO "PUBLIC"."NOTIFICATION"("N", "ID", "ACCOUNT_ID", "EVENT_ID", "PRINCIPAL_ID", "AT_SECOND", "BEFORE_JSON", "AFTER_JSON") OVERRIDING SYSTEM VALUE VALUES(2, '01a20f59-bcfd-70d4-9000-f158fc15ab0a', '01a20f59-8ce6-71e4-a2b4-9666e598a553', '01a20f59-b509-73ff-9e49-fbef97e3afd9', '01a20f59-8ce6-71e4-a2b4-9666e598a553', 1795553869, '{"@type":"Event","start":"2026-11-26T09:00:00","timeZone":"Etc/UTC","duration":"PT30M","title":"Plumber","updated":"2026-11-24T20:57:46Z","uid":"gone","calendarIds":{"01a20f59-8d14-73d5-bcec-b41a2fb64530":true},"isDraft":false,"created":"2026-11-24T20:57:46Z","isOrigin":true}', NULL);
INSERT INTO "PUBLIC"."NOTIFICATION"("N", "ID", "ACCOUNT_ID", "EVENT_ID", "PRINCIPAL_ID", "AT_SECOND", "BEFORE_JSON", "AFTER_JSON") OVERRIDING SYSTEM VALUE VALUES(3, '01a22f9d-acab-70ab-b941-602380299eb4', '01a20f59-8ce6-71e4-a2b4-9666e598a553', '01a20f59-b502-73f8-8d52-6d051dfdea9f', '01a20f59-8ce6-71e4-a2b4-9666e598a553', 1796095191, '{"@type":"Event","start":"2026-11-03T18:00:00","timeZone":"Europe/Berlin","duration":"PT1H","title":"Choir","updated":"2026-11-24T20:57:46Z","locations":{"8123a69a-720b-5b04-aa91-19d76e28d651":{"@type":"Location","name":"Old school"}},"recurrenceRule":{"@type":"RecurrenceRule","frequency":"weekly"},"uid":"weekly","recurrenceOverrides":{"2026-11-24T18:00:00":{"locations":null,"start":"2026-11-25T19:00:00","title":"Choir, later"}},"calendarIds":{"01a20f59-8d14-73d5-bcec-b41a2fb64530":true},"isDraft":false,"created":"2026-11-24T20:57:46Z","isOrigin":true}', '{"@type":"Event","start":"2026-11-03T18:00:00","timeZone":"Europe/Berlin","duration":"PT1H","title":"Choir","updated":"2026-12-01T03:19:51Z","locations":{"8123a69a-720b-5b04-aa91-19d76e28d651":{"@type":"Location","name":"Old school"}},"recurrenceRule":{"@type":"RecurrenceRule","frequency":"weekly"},"uid":"weekly","recurrenceOverrides":{"2026-11-24T18:00:00":{"locations":null,"start":"2026-11-25T19:00:00","title":"Choir, later"}},"calendarIds":{"01a20f59-8d14-73d5-bcec-b41a2fb64530":true},"isDraft":false,"created":"2026-11-24T20:57:46Z","isOrigin":true,"links":{"l":{"@type":"Link","rel":"enclosure","title":"sheet.txt","contentType":"text/plain","size":11,"blobId":"01a22f9d-ab0c-712d-8327-eaca57fb50b8"}},"sequence":1}');
INSERT INTO "PUBLIC"."STATE"("ACCOUNT_ID", "TYPE", "SEQ", "OLDEST") VALUES('01a20f59-8ce6-71e4-a2b4-9666e598a553', 'Calendar', 970650, 0);
INSERT INTO "PUBLIC"."STATE"("ACCOUNT_ID", "TYPE", "SEQ", "OLDEST") VALUES('01a20f59-8ce6-71e4-a2b4-9666e598a553', 'CalendarEvent', 2841568, 0);
INSERT INTO "PUBLIC"."STATE"("ACCOUNT_ID", "TYPE", "SEQ", "OLDEST") VALUES('01a20f59-8ce6-71e4-a2b4-9666e598a553', 'Space', 0, 0);
INSERT INTO "PUBLIC"."STATE"("ACCOUNT_ID", "TYPE", "SEQ", "OLDEST") VALUES('', 'Principal', 2, 0);
INSERT INTO "PUBLIC"."STATE"("ACCOUNT_ID", "TYPE", "SEQ", "OLDEST") VALUES('01a20f59-934c-702e-b636-31b4cb1a293f', 'Calendar', 148468, 0);
INSERT INTO "PUBLIC"."STATE"("ACCOUNT_ID", "TYPE", "SEQ", "OLDEST") VALUES('01a20f59-934c-702e-b636-31b4cb1a293f', 'CalendarEvent', 0, 0);
INSERT INTO "PUBLIC"."STATE"("ACCOUNT_ID", "TYPE", "SEQ", "OLDEST") VALUES('01a20f59-934c-702e-b636-31b4cb1a293f', 'Space', 0, 0);
INSERT INTO "PUBLIC"."STATE"("ACCOUNT_ID", "TYPE", "SEQ", "OLDEST") VALUES('01a20f59-8ce6-71e4-a2b4-9666e598a553', 'CalendarEventNotification', 1184158, 0);
INSERT INTO "PUBLIC"."STATE"("ACCOUNT_ID", "TYPE", "SEQ", "OLDEST") VALUES('01a20f59-8ce6-71e4-a2b4-9666e598a553', 'Comment', 1, 0);
INSERT INTO "PUBLIC"."BLOB_PART"("BLOB_ID", "N", "BYTES") VALUES('01a22f9d-ab0c-712d-8327-eaca57fb50b8', 0, X'5368656574206d75736963');
INSERT INTO "PUBLIC"."SERVER_START"("ID") VALUES('01a22f9d-91cc-72dd-a962-f5307efd2a6b');
INSERT INTO "PUBLIC"."STATE_EPOCH"("ACCOUNT_ID", "TYPE", "AFTER_SEQ", "START_ID", "EPOCH") VALUES('01a20f59-8ce6-71e4-a2b4-9666e598a553', 'CalendarEvent', 2841567, '01a22f9d-91cc-72dd-a962-f5307efd2a6b', 'f6c5f98b');
INSERT INTO "PUBLIC"."STATE_EPOCH"("ACCOUNT_ID", "TYPE", "AFTER_SEQ", "START_ID", "EPOCH") VALUES('01a20f59-8ce6-71e4-a2b4-9666e598a553', 'CalendarEventNotification', 1184157, '01a22f9d-91cc-72dd-a962-f5307efd2a6b', '347cdd78');
INSERT INTO "PUBLIC"."STATE_EPOCH"("ACCOUNT_ID", "TYPE", "AFTER_SEQ", "START_ID", "EPOCH") VALUES('01a20f59-8ce6-71e4-a2b4-9666e598a553', 'Comment', 0, '01a22f9d-91cc-72dd-a962-f5307efd2a6b', 'ab2c5423');
INSERT INTO "PUBLIC"."COMMENT"("ID", "ACCOUNT_ID", "EVENT_ID", "AUTHOR_ID", "UID", "JSON") VALUES('01a22f9d-af24-705f-930c-0092136f5d02', '01a20f59-8ce6-71e4-a2b4-9666e598a553', '01a20f59-b502-73f8-8d52-6d051dfdea9f', '01a20f59-8ce6-71e4-a2b4-9666e598a553', '01a22f9d-af19-70b3-8bce-c0144c954ffd', '{"text":"Who brings the cake?","uid":"01a22f9d-af19-70b3-8bce-c0144c954ffd","created":"2026-12-01T03:19:52Z","updated":"2026-12-01T03:19:52Z"}');
INSERT INTO "PUBLIC"."ATTACHMENT"("BLOB_ID", "EVENT_ID", "HOLDER_ID") VALUES('01a22f9d-ab0c-712d-8327-eaca57fb50b8', '01a20f59-b502-73f8-8d52-6d051dfdea9f', '01a20f59-b502-73f8-8d52-6d051dfdea9f');
INSERT INTO "PUBLIC"."MAIL_ADDRESS"("PRINCIPAL_ID", "EMAIL", "EMAIL_KEY", "CONFIRMED_AT") VALUES('01a20f59-8ce6-71e4-a2b4-9666e598a553', 'Anna@example.org', 'anna@example.org', 1764547200);
INSERT INTO "PUBLIC"."MAIL_LINK"("HASH", "PRINCIPAL_ID", "KIND", "MADE_AT", "ENDS_AT") VALUES('a-hash', '01a20f59-8ce6-71e4-a2b4-9666e598a553', 'reset', 1764547200, 1764550800);
ALTER TABLE change_log ALTER COLUMN n RESTART WITH 17;
ALTER TABLE notification ALTER COLUMN n RESTART WITH 4;
