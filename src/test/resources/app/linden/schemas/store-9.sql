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

-- Where the events of a calendar of the local account come from, when it is a subscribed one. Times in milliseconds.
CREATE TABLE IF NOT EXISTS subscription (
    calendar_id VARCHAR(36) PRIMARY KEY,
    url VARCHAR(10000) NOT NULL,
    etag VARCHAR(1000),
    last_modified VARCHAR(1000),
    every_seconds BIGINT NOT NULL,
    tried BIGINT,
    fetched BIGINT,
    due BIGINT NOT NULL,
    failures INT NOT NULL,
    problem VARCHAR(2000)
);

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

-- What the server took of the person's changes of events, the newest thousands: a server that was put back to an old backup has
-- lost some of it. patch: for a create the whole object.
CREATE TABLE IF NOT EXISTS acknowledged (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    object_id VARCHAR(36) NOT NULL,
    patch VARCHAR NOT NULL
);
CREATE INDEX IF NOT EXISTS acknowledged_object ON acknowledged (object_id, seq);

-- What is searched: one row for each event, and one for each occurrence whose words are others. words: those of the title, the
-- place, the people and the notes, a line each, every word after a blank and folded (model.Fold). Seconds as in occurrence; of a
-- series (repeats) those of its first.
CREATE TABLE IF NOT EXISTS search (
    event_id VARCHAR(36) NOT NULL,
    recurrence_id VARCHAR(30),
    calendar_id VARCHAR(36) NOT NULL,
    start_at BIGINT NOT NULL,
    end_at BIGINT NOT NULL,
    floating BOOLEAN NOT NULL,
    repeats BOOLEAN NOT NULL,
    words VARCHAR NOT NULL
);
CREATE INDEX IF NOT EXISTS search_event ON search (event_id);

-- What a sign-in's server said of itself and of whom it knows, so that names are known offline.
CREATE TABLE IF NOT EXISTS server_side (
    login_id VARCHAR(36) PRIMARY KEY,
    me VARCHAR(255) NOT NULL,
    lists BOOLEAN NOT NULL,
    lets BOOLEAN NOT NULL
);

CREATE TABLE IF NOT EXISTS person (
    login_id VARCHAR(36) NOT NULL,
    id VARCHAR(255) NOT NULL,
    name VARCHAR(1000) NOT NULL,
    email VARCHAR(1000) NOT NULL,
    address VARCHAR(1000) NOT NULL,
    shareable BOOLEAN NOT NULL,
    PRIMARY KEY (login_id, id)
);

CREATE TABLE IF NOT EXISTS account_owner (
    account_id VARCHAR(36) PRIMARY KEY,
    principal_id VARCHAR(255) NOT NULL
);

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

-- Whether new calendars can be made in an account; servers say so (jmap-calendars, mayCreateCalendar). Of its own and no column of
-- account: H2 copies a table that gets one and drops the old one first.
CREATE TABLE IF NOT EXISTS account_ability (
    account_id VARCHAR(36) PRIMARY KEY,
    takes_calendars BOOLEAN NOT NULL
);
MERGE INTO account_ability (account_id, takes_calendars) KEY (account_id)
    SELECT id, personal AND NOT read_only FROM account;

-- Comments are objects like the others; here is which event they are on (a local id) and whether the person has seen them.
CREATE TABLE IF NOT EXISTS comment_of (
    comment_id VARCHAR(36) PRIMARY KEY,
    event_id VARCHAR(36) NOT NULL,
    seen BOOLEAN NOT NULL
);
CREATE INDEX IF NOT EXISTS comment_of_event ON comment_of (event_id);

INSERT INTO "PUBLIC"."LOGIN"("ID", "URL", "USERNAME") VALUES('01a20f59-a1aa-71d2-b8ad-7bdd4c0c36dd', 'http://127.0.0.1:36105', 'anna');
INSERT INTO "PUBLIC"."ACCOUNT"("ID", "LOGIN_ID", "SERVER_ID", "NAME", "PERSONAL", "READ_ONLY") VALUES('01a20f59-a230-7000-a90f-b65bc28e22df', '01a20f59-a1aa-71d2-b8ad-7bdd4c0c36dd', '01a20f59-8ce6-71e4-a2b4-9666e598a553', 'Anna', TRUE, FALSE);
INSERT INTO "PUBLIC"."ACCOUNT"("ID", "LOGIN_ID", "SERVER_ID", "NAME", "PERSONAL", "READ_ONLY") VALUES('01a20f59-abc2-7039-ad0e-9d4626c5dbea', NULL, NULL, 'This computer', TRUE, FALSE);
INSERT INTO "PUBLIC"."OBJECT"("ID", "ACCOUNT_ID", "TYPE", "SERVER_ID", "UID", "BASE", "WORK") VALUES('01a20f59-a318-704b-bd62-e98d7ca9c777', '01a20f59-a230-7000-a90f-b65bc28e22df', 'CALENDAR', '01a20f59-8d14-73d5-bcec-b41a2fb64530', NULL, '{"includeInAvailability":"all","isDefault":true,"isSubscribed":true,"isVisible":true,"myRights":{"mayDelete":true,"mayRSVP":true,"mayReadFreeBusy":true,"mayReadItems":true,"mayShare":true,"mayUpdatePrivate":true,"mayWriteAll":true,"mayWriteOwn":true},"name":"Calendar","shareWith":{"01a20f59-934c-702e-b636-31b4cb1a293f":{"mayDelete":false,"mayRSVP":true,"mayReadFreeBusy":true,"mayReadItems":true,"mayShare":false,"mayUpdatePrivate":true,"mayWriteAll":true,"mayWriteOwn":true}},"sortOrder":0}', '{"includeInAvailability":"all","isDefault":true,"isSubscribed":true,"isVisible":true,"myRights":{"mayDelete":true,"mayRSVP":true,"mayReadFreeBusy":true,"mayReadItems":true,"mayShare":true,"mayUpdatePrivate":true,"mayWriteAll":true,"mayWriteOwn":true},"name":"Calendar","shareWith":{"01a20f59-934c-702e-b636-31b4cb1a293f":{"mayDelete":false,"mayRSVP":true,"mayReadFreeBusy":true,"mayReadItems":true,"mayShare":false,"mayUpdatePrivate":true,"mayWriteAll":true,"mayWriteOwn":true}},"sortOrder":0}');
INSERT INTO "PUBLIC"."OBJECT"("ID", "ACCOUNT_ID", "TYPE", "SERVER_ID", "UID", "BASE", "WORK") VALUES('01a20f59-abc3-7034-be80-fa3a86706cbd', '01a20f59-abc2-7039-ad0e-9d4626c5dbea', 'CALENDAR', NULL, NULL, NULL, '{"isDefault":true,"name":"Only here"}');
INSERT INTO "PUBLIC"."OBJECT"("ID", "ACCOUNT_ID", "TYPE", "SERVER_ID", "UID", "BASE", "WORK") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '01a20f59-a230-7000-a90f-b65bc28e22df', 'EVENT', '01a20f59-b502-73f8-8d52-6d051dfdea9f', 'weekly', '{"@type":"Event","alerts":{"9bef856a-785f-53f8-aeb1-5a2e1db84feb":{"@type":"Alert","action":"display","iCalendar":{"@type":"ICalComponent","name":"valarm","properties":[["description",{},"text","Choir"]]},"trigger":{"@type":"OffsetTrigger","offset":"-PT15M"}}},"calendarIds":{"01a20f59-a318-704b-bd62-e98d7ca9c777":true},"created":"2026-11-24T20:57:46Z","duration":"PT1H","isDraft":false,"isOrigin":true,"locations":{"8123a69a-720b-5b04-aa91-19d76e28d651":{"@type":"Location","name":"Old school"}},"recurrenceOverrides":{"2026-11-24T18:00:00":{"alerts":null,"locations":null,"start":"2026-11-25T19:00:00","title":"Choir, later"}},"recurrenceRule":{"@type":"RecurrenceRule","frequency":"weekly"},"start":"2026-11-03T18:00:00","timeZone":"Europe/Berlin","title":"Choir","uid":"weekly","updated":"2026-11-24T20:57:46Z"}', '{"@type":"Event","alerts":{"9bef856a-785f-53f8-aeb1-5a2e1db84feb":{"@type":"Alert","action":"display","iCalendar":{"@type":"ICalComponent","name":"valarm","properties":[["description",{},"text","Choir"]]},"trigger":{"@type":"OffsetTrigger","offset":"-PT15M"}}},"calendarIds":{"01a20f59-a318-704b-bd62-e98d7ca9c777":true},"created":"2026-11-24T20:57:46Z","duration":"PT1H","isDraft":false,"isOrigin":true,"locations":{"8123a69a-720b-5b04-aa91-19d76e28d651":{"@type":"Location","name":"Old school"}},"recurrenceOverrides":{"2026-11-24T18:00:00":{"alerts":null,"locations":null,"start":"2026-11-25T19:00:00","title":"Choir, later"}},"recurrenceRule":{"@type":"RecurrenceRule","frequency":"weekly"},"start":"2026-11-03T18:00:00","timeZone":"Europe/Berlin","title":"Choir of the town","uid":"weekly","updated":"2026-11-24T20:57:46Z"}');
INSERT INTO "PUBLIC"."OBJECT"("ID", "ACCOUNT_ID", "TYPE", "SERVER_ID", "UID", "BASE", "WORK") VALUES('01a20f59-b122-7038-bb4b-862cff679ef2', '01a20f59-a230-7000-a90f-b65bc28e22df', 'EVENT', '01a20f59-b507-718a-9f27-7927f6b37aba', 'days', '{"@type":"Event","calendarIds":{"01a20f59-a318-704b-bd62-e98d7ca9c777":true},"created":"2026-11-24T20:57:46Z","duration":"P8D","iCalendar":{"@type":"ICalComponent","convertedProperties":{"duration":{"@type":"ICalProperty","name":"dtend"}},"name":"vevent"},"isDraft":false,"isOrigin":true,"sequence":1,"showWithoutTime":true,"start":"2026-12-26T00:00:00","title":"Winter holiday in Tyrol","uid":"days","updated":"2026-11-24T20:57:48Z"}', '{"@type":"Event","calendarIds":{"01a20f59-a318-704b-bd62-e98d7ca9c777":true},"created":"2026-11-24T20:57:46Z","duration":"P8D","iCalendar":{"@type":"ICalComponent","convertedProperties":{"duration":{"@type":"ICalProperty","name":"dtend"}},"name":"vevent"},"isDraft":false,"isOrigin":true,"sequence":1,"showWithoutTime":true,"start":"2026-12-26T00:00:00","title":"Winter holiday in Tyrol","uid":"days","updated":"2026-11-24T20:57:48Z"}');
INSERT INTO "PUBLIC"."OBJECT"("ID", "ACCOUNT_ID", "TYPE", "SERVER_ID", "UID", "BASE", "WORK") VALUES('01a20f59-b203-70d4-8072-554e22aa1a4b', '01a20f59-abc2-7039-ad0e-9d4626c5dbea', 'EVENT', NULL, 'local', NULL, '{"@type":"Event","calendarIds":{"01a20f59-abc3-7034-be80-fa3a86706cbd":true},"duration":"PT30M","start":"2026-11-24T09:00:00","title":"Dentist at home","uid":"local","updated":"2026-11-01T08:00:00Z"}');
INSERT INTO "PUBLIC"."OBJECT"("ID", "ACCOUNT_ID", "TYPE", "SERVER_ID", "UID", "BASE", "WORK") VALUES('01a22fb6-4123-73e1-9f95-aca12d8d264d', '01a20f59-a230-7000-a90f-b65bc28e22df', 'COMMENT', 'c1', 'comment:u-c1', '{"author":{"calendarAddress":"mailto:ben@example.org","name":"Ben","principalId":"ben"},"calendarEventId":"01a20f59-b122-7037-81b4-39e67f72430c","created":"2026-11-30T10:00:00Z","text":"Who brings the cake?","uid":"u-c1","updated":"2026-11-30T10:00:00Z"}', '{"author":{"calendarAddress":"mailto:ben@example.org","name":"Ben","principalId":"ben"},"calendarEventId":"01a20f59-b122-7037-81b4-39e67f72430c","created":"2026-11-30T10:00:00Z","text":"Who brings the cake?","uid":"u-c1","updated":"2026-11-30T10:00:00Z"}');
INSERT INTO "PUBLIC"."OUTBOX"("SEQ", "OBJECT_ID", "ACCOUNT_ID", "KIND", "PATCH", "PRE", "STATUS", "SENT", "ATTEMPTS", "REASON", "MADE") OVERRIDING SYSTEM VALUE VALUES(6, '01a20f59-b122-7037-81b4-39e67f72430c', '01a20f59-a230-7000-a90f-b65bc28e22df', 'UPDATE', '{"title":"Choir of the town"}', '{"title":"Choir"}', 'QUEUED', FALSE, 0, NULL, 1795553869442);
INSERT INTO "PUBLIC"."SYNC_STATE"("ACCOUNT_ID", "TYPE", "STATE") VALUES('01a20f59-a230-7000-a90f-b65bc28e22df', 'CALENDAR', '970650');
INSERT INTO "PUBLIC"."SYNC_STATE"("ACCOUNT_ID", "TYPE", "STATE") VALUES('01a20f59-a230-7000-a90f-b65bc28e22df', 'EVENT', '2841567');
INSERT INTO "PUBLIC"."SYNC_STATE"("ACCOUNT_ID", "TYPE", "STATE") VALUES('01a20f59-a230-7000-a90f-b65bc28e22df', 'ACTIVITY', '2026-11-24T20:57:48Z');
INSERT INTO "PUBLIC"."SYNC_STATE"("ACCOUNT_ID", "TYPE", "STATE") VALUES('01a20f59-a230-7000-a90f-b65bc28e22df', 'COMMENT', '1');
INSERT INTO "PUBLIC"."CONFLICT"("ID", "OBJECT_ID", "TITLE", "UNIT", "MINE", "THEIRS", "SEEN") VALUES('c1', '01a20f59-b122-7037-81b4-39e67f72430c', 'Choir', 'title', '"Choir of the town"', '"Choir"', 1795000000000);
INSERT INTO "PUBLIC"."TRASH"("ID", "OBJECT_ID", "ACCOUNT_ID", "TYPE", "DOCUMENT", "REASON", "REMOVED") VALUES('01a20f59-bc4b-7229-8ced-0aea2d1af0d6', '01a20f59-b122-7039-8cb2-d32293e17d0f', '01a20f59-a230-7000-a90f-b65bc28e22df', 'EVENT', '{"@type":"Event","calendarIds":{"01a20f59-a318-704b-bd62-e98d7ca9c777":true},"created":"2026-11-24T20:57:46Z","duration":"PT30M","isDraft":false,"isOrigin":true,"start":"2026-11-26T09:00:00","timeZone":"Etc/UTC","title":"Plumber","uid":"gone","updated":"2026-11-24T20:57:46Z"}', 'deleted', 1795553868875);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b203-70d4-8072-554e22aa1a4b', NULL, '01a20f59-abc3-7034-be80-fa3a86706cbd', FALSE, 1795510800, 1795512600, TRUE, 'Dentist at home', NULL, NULL, 0);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7038-bb4b-862cff679ef2', NULL, '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1798243200, 1798934400, TRUE, 'Winter holiday in Tyrol', NULL, NULL, 1);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2026-11-03T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1793725200, 1793728800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2026-11-10T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1794330000, 1794333600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2026-11-17T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1794934800, 1794938400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2026-11-24T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1795629600, 1795633200, FALSE, 'Choir, later', NULL, NULL, 6);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2026-12-01T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1796144400, 1796148000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2026-12-08T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1796749200, 1796752800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2026-12-15T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1797354000, 1797357600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2026-12-22T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1797958800, 1797962400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2026-12-29T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1798563600, 1798567200, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-01-05T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1799168400, 1799172000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-01-12T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1799773200, 1799776800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-01-19T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1800378000, 1800381600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-01-26T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1800982800, 1800986400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-02-02T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1801587600, 1801591200, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-02-09T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1802192400, 1802196000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-02-16T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1802797200, 1802800800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-02-23T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1803402000, 1803405600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-03-02T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1804006800, 1804010400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-03-09T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1804611600, 1804615200, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-03-16T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1805216400, 1805220000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-03-23T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1805821200, 1805824800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-03-30T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1806422400, 1806426000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-04-06T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1807027200, 1807030800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-04-13T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1807632000, 1807635600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-04-20T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1808236800, 1808240400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-04-27T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1808841600, 1808845200, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-05-04T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1809446400, 1809450000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-05-11T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1810051200, 1810054800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-05-18T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1810656000, 1810659600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-05-25T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1811260800, 1811264400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-06-01T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1811865600, 1811869200, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-06-08T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1812470400, 1812474000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-06-15T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1813075200, 1813078800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-06-22T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1813680000, 1813683600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-06-29T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1814284800, 1814288400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-07-06T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1814889600, 1814893200, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-07-13T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1815494400, 1815498000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-07-20T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1816099200, 1816102800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-07-27T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1816704000, 1816707600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-08-03T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1817308800, 1817312400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-08-10T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1817913600, 1817917200, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-08-17T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1818518400, 1818522000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-08-24T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1819123200, 1819126800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-08-31T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1819728000, 1819731600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-09-07T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1820332800, 1820336400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-09-14T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1820937600, 1820941200, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-09-21T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1821542400, 1821546000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-09-28T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1822147200, 1822150800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-10-05T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1822752000, 1822755600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-10-12T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1823356800, 1823360400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-10-19T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1823961600, 1823965200, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-10-26T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1824566400, 1824570000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-11-02T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1825174800, 1825178400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-11-09T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1825779600, 1825783200, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-11-16T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1826384400, 1826388000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-11-23T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1826989200, 1826992800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-11-30T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1827594000, 1827597600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-12-07T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1828198800, 1828202400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-12-14T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1828803600, 1828807200, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-12-21T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1829408400, 1829412000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2027-12-28T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1830013200, 1830016800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-01-04T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1830618000, 1830621600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-01-11T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1831222800, 1831226400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-01-18T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1831827600, 1831831200, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-01-25T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1832432400, 1832436000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-02-01T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1833037200, 1833040800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-02-08T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1833642000, 1833645600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-02-15T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1834246800, 1834250400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-02-22T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1834851600, 1834855200, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-02-29T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1835456400, 1835460000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-03-07T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1836061200, 1836064800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-03-14T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1836666000, 1836669600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-03-21T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1837270800, 1837274400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-03-28T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1837872000, 1837875600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-04-04T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1838476800, 1838480400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-04-11T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1839081600, 1839085200, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-04-18T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1839686400, 1839690000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-04-25T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1840291200, 1840294800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-05-02T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1840896000, 1840899600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-05-09T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1841500800, 1841504400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-05-16T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1842105600, 1842109200, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-05-23T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1842710400, 1842714000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-05-30T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1843315200, 1843318800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-06-06T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1843920000, 1843923600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-06-13T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1844524800, 1844528400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-06-20T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1845129600, 1845133200, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-06-27T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1845734400, 1845738000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-07-04T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1846339200, 1846342800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-07-11T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1846944000, 1846947600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-07-18T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1847548800, 1847552400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-07-25T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1848153600, 1848157200, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-08-01T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1848758400, 1848762000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-08-08T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1849363200, 1849366800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-08-15T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1849968000, 1849971600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-08-22T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1850572800, 1850576400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-08-29T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1851177600, 1851181200, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-09-05T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1851782400, 1851786000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-09-12T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1852387200, 1852390800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-09-19T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1852992000, 1852995600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-09-26T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1853596800, 1853600400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-10-03T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1854201600, 1854205200, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-10-10T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1854806400, 1854810000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-10-17T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1855411200, 1855414800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-10-24T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1856016000, 1856019600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-10-31T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1856624400, 1856628000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-11-07T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1857229200, 1857232800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-11-14T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1857834000, 1857837600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-11-21T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1858438800, 1858442400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-11-28T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1859043600, 1859047200, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-12-05T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1859648400, 1859652000, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-12-12T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1860253200, 1860256800, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-12-19T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1860858000, 1860861600, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."OCCURRENCE"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "IS_LONG", "START_AT", "END_AT", "FLOATING", "TITLE", "COLOR", "PLACE", "MARKS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2028-12-26T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', FALSE, 1861462800, 1861466400, FALSE, 'Choir of the town', NULL, 'Old school', 514);
INSERT INTO "PUBLIC"."SERIES"("EVENT_ID", "INDEXED_TO") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', 1861920000);
INSERT INTO "PUBLIC"."META"("NAME", "CONTENT") VALUES('horizon', '2029-01-01');
INSERT INTO "PUBLIC"."META"("NAME", "CONTENT") VALUES('search', '1');
INSERT INTO "PUBLIC"."META"("NAME", "CONTENT") VALUES('zones', '2026a');
INSERT INTO "PUBLIC"."SUBSCRIPTION"("CALENDAR_ID", "URL", "ETAG", "LAST_MODIFIED", "EVERY_SECONDS", "TRIED", "FETCHED", "DUE", "FAILURES", "PROBLEM") VALUES('01a20f59-abc3-7034-be80-fa3a86706cbd', 'https://example.org/holidays.ics', NULL, NULL, 43200, NULL, NULL, 1, 0, NULL);
INSERT INTO "PUBLIC"."HISTORY"("SEQ", "ID", "KIND", "TITLE", "MADE", "UNDONE") OVERRIDING SYSTEM VALUE VALUES(1, '01a20f59-ac63-7004-af69-4b883143a2de', 'IMPORT', 'Calendar', 1795553866021, FALSE);
INSERT INTO "PUBLIC"."HISTORY"("SEQ", "ID", "KIND", "TITLE", "MADE", "UNDONE") OVERRIDING SYSTEM VALUE VALUES(2, '01a20f59-b202-7200-8346-0fff7b0aeefa', 'IMPORT', 'Only here', 1795553866251, FALSE);
INSERT INTO "PUBLIC"."HISTORY"("SEQ", "ID", "KIND", "TITLE", "MADE", "UNDONE") OVERRIDING SYSTEM VALUE VALUES(3, '01a20f59-b706-7139-8b7a-12796cbcf1be', 'SHARE', 'Calendar', 1795553867529, FALSE);
INSERT INTO "PUBLIC"."HISTORY"("SEQ", "ID", "KIND", "TITLE", "MADE", "UNDONE") OVERRIDING SYSTEM VALUE VALUES(4, '01a20f59-bc3b-71ec-8988-538f0a540c58', 'DELETE', 'Plumber', 1795553868875, FALSE);
INSERT INTO "PUBLIC"."HISTORY"("SEQ", "ID", "KIND", "TITLE", "MADE", "UNDONE") OVERRIDING SYSTEM VALUE VALUES(5, '01a20f59-be82-7298-8539-66fee03e542e', 'EDIT', 'Choir', 1795553869442, FALSE);
INSERT INTO "PUBLIC"."HISTORY_CHANGE"("SEQ", "ACT_ID", "OBJECT_ID", "ACCOUNT_ID", "TYPE", "WAS", "BECAME") OVERRIDING SYSTEM VALUE VALUES(1, '01a20f59-ac63-7004-af69-4b883143a2de', '01a20f59-b122-7037-81b4-39e67f72430c', '01a20f59-a230-7000-a90f-b65bc28e22df', 'EVENT', NULL, '{"@type":"Event","start":"2026-11-03T18:00:00","timeZone":"Europe/Berlin","duration":"PT1H","title":"Choir","updated":"2026-11-01T08:00:00Z","locations":{"8123a69a-720b-5b04-aa91-19d76e28d651":{"@type":"Location","name":"Old school"}},"alerts":{"9bef856a-785f-53f8-aeb1-5a2e1db84feb":{"@type":"Alert","trigger":{"@type":"OffsetTrigger","offset":"-PT15M"},"action":"display","iCalendar":{"@type":"ICalComponent","name":"valarm","properties":[["description",{},"text","Choir"]]}}},"recurrenceRule":{"@type":"RecurrenceRule","frequency":"weekly"},"uid":"weekly","recurrenceOverrides":{"2026-11-24T18:00:00":{"alerts":null,"locations":null,"start":"2026-11-25T19:00:00","title":"Choir, later"}},"calendarIds":{"01a20f59-a318-704b-bd62-e98d7ca9c777":true}}');
INSERT INTO "PUBLIC"."HISTORY_CHANGE"("SEQ", "ACT_ID", "OBJECT_ID", "ACCOUNT_ID", "TYPE", "WAS", "BECAME") OVERRIDING SYSTEM VALUE VALUES(2, '01a20f59-ac63-7004-af69-4b883143a2de', '01a20f59-b122-7038-bb4b-862cff679ef2', '01a20f59-a230-7000-a90f-b65bc28e22df', 'EVENT', NULL, '{"@type":"Event","start":"2026-12-26T00:00:00","showWithoutTime":true,"duration":"P8D","title":"Winter holiday","updated":"2026-11-01T08:00:00Z","iCalendar":{"@type":"ICalComponent","name":"vevent","convertedProperties":{"duration":{"@type":"ICalProperty","name":"dtend"}}},"uid":"days","calendarIds":{"01a20f59-a318-704b-bd62-e98d7ca9c777":true}}');
INSERT INTO "PUBLIC"."HISTORY_CHANGE"("SEQ", "ACT_ID", "OBJECT_ID", "ACCOUNT_ID", "TYPE", "WAS", "BECAME") OVERRIDING SYSTEM VALUE VALUES(3, '01a20f59-ac63-7004-af69-4b883143a2de', '01a20f59-b122-7039-8cb2-d32293e17d0f', '01a20f59-a230-7000-a90f-b65bc28e22df', 'EVENT', NULL, '{"@type":"Event","start":"2026-11-26T09:00:00","timeZone":"Etc/UTC","duration":"PT30M","title":"Plumber","updated":"2026-11-01T08:00:00Z","uid":"gone","calendarIds":{"01a20f59-a318-704b-bd62-e98d7ca9c777":true}}');
INSERT INTO "PUBLIC"."HISTORY_CHANGE"("SEQ", "ACT_ID", "OBJECT_ID", "ACCOUNT_ID", "TYPE", "WAS", "BECAME") OVERRIDING SYSTEM VALUE VALUES(4, '01a20f59-b202-7200-8346-0fff7b0aeefa', '01a20f59-b203-70d4-8072-554e22aa1a4b', '01a20f59-abc2-7039-ad0e-9d4626c5dbea', 'EVENT', NULL, '{"@type":"Event","start":"2026-11-24T09:00:00","duration":"PT30M","title":"Dentist at home","updated":"2026-11-01T08:00:00Z","uid":"local","calendarIds":{"01a20f59-abc3-7034-be80-fa3a86706cbd":true}}');
INSERT INTO "PUBLIC"."HISTORY_CHANGE"("SEQ", "ACT_ID", "OBJECT_ID", "ACCOUNT_ID", "TYPE", "WAS", "BECAME") OVERRIDING SYSTEM VALUE VALUES(5, '01a20f59-b706-7139-8b7a-12796cbcf1be', '01a20f59-a318-704b-bd62-e98d7ca9c777', '01a20f59-a230-7000-a90f-b65bc28e22df', 'CALENDAR', '{"includeInAvailability":"all","isDefault":true,"isSubscribed":true,"isVisible":true,"myRights":{"mayDelete":true,"mayRSVP":true,"mayReadFreeBusy":true,"mayReadItems":true,"mayShare":true,"mayUpdatePrivate":true,"mayWriteAll":true,"mayWriteOwn":true},"name":"Calendar","sortOrder":0}', '{"includeInAvailability":"all","isDefault":true,"isSubscribed":true,"isVisible":true,"myRights":{"mayDelete":true,"mayRSVP":true,"mayReadFreeBusy":true,"mayReadItems":true,"mayShare":true,"mayUpdatePrivate":true,"mayWriteAll":true,"mayWriteOwn":true},"name":"Calendar","sortOrder":0,"shareWith":{"01a20f59-934c-702e-b636-31b4cb1a293f":{"mayReadFreeBusy":true,"mayReadItems":true,"mayWriteAll":true,"mayWriteOwn":true,"mayUpdatePrivate":true,"mayRSVP":true,"mayShare":false,"mayDelete":false}}}');
INSERT INTO "PUBLIC"."HISTORY_CHANGE"("SEQ", "ACT_ID", "OBJECT_ID", "ACCOUNT_ID", "TYPE", "WAS", "BECAME") OVERRIDING SYSTEM VALUE VALUES(6, '01a20f59-bc3b-71ec-8988-538f0a540c58', '01a20f59-b122-7039-8cb2-d32293e17d0f', '01a20f59-a230-7000-a90f-b65bc28e22df', 'EVENT', '{"@type":"Event","calendarIds":{"01a20f59-a318-704b-bd62-e98d7ca9c777":true},"created":"2026-11-24T20:57:46Z","duration":"PT30M","isDraft":false,"isOrigin":true,"start":"2026-11-26T09:00:00","timeZone":"Etc/UTC","title":"Plumber","uid":"gone","updated":"2026-11-24T20:57:46Z"}', NULL);
INSERT INTO "PUBLIC"."HISTORY_CHANGE"("SEQ", "ACT_ID", "OBJECT_ID", "ACCOUNT_ID", "TYPE", "WAS", "BECAME") OVERRIDING SYSTEM VALUE VALUES(7, '01a20f59-be82-7298-8539-66fee03e542e', '01a20f59-b122-7037-81b4-39e67f72430c', '01a20f59-a230-7000-a90f-b65bc28e22df', 'EVENT', '{"@type":"Event","alerts":{"9bef856a-785f-53f8-aeb1-5a2e1db84feb":{"@type":"Alert","action":"display","iCalendar":{"@type":"ICalComponent","name":"valarm","properties":[["description",{},"text","Choir"]]},"trigger":{"@type":"OffsetTrigger","offset":"-PT15M"}}},"calendarIds":{"01a20f59-a318-704b-bd62-e98d7ca9c777":true},"created":"2026-11-24T20:57:46Z","duration":"PT1H","isDraft":false,"isOrigin":true,"locations":{"8123a69a-720b-5b04-aa91-19d76e28d651":{"@type":"Location","name":"Old school"}},"recurrenceOverrides":{"2026-11-24T18:00:00":{"alerts":null,"locations":null,"start":"2026-11-25T19:00:00","title":"Choir, later"}},"recurrenceRule":{"@type":"RecurrenceRule","frequency":"weekly"},"start":"2026-11-03T18:00:00","timeZone":"Europe/Berlin","title":"Choir","uid":"weekly","updated":"2026-11-24T20:57:46Z"}', '{"@type":"Event","alerts":{"9bef856a-785f-53f8-aeb1-5a2e1db84feb":{"@type":"Alert","action":"display","iCalendar":{"@type":"ICalComponent","name":"valarm","properties":[["description",{},"text","Choir"]]},"trigger":{"@type":"OffsetTrigger","offset":"-PT15M"}}},"calendarIds":{"01a20f59-a318-704b-bd62-e98d7ca9c777":true},"created":"2026-11-24T20:57:46Z","duration":"PT1H","isDraft":false,"isOrigin":true,"locations":{"8123a69a-720b-5b04-aa91-19d76e28d651":{"@type":"Location","name":"Old school"}},"recurrenceOverrides":{"2026-11-24T18:00:00":{"alerts":null,"locations":null,"start":"2026-11-25T19:00:00","title":"Choir, later"}},"recurrenceRule":{"@type":"RecurrenceRule","frequency":"weekly"},"start":"2026-11-03T18:00:00","timeZone":"Europe/Berlin","title":"Choir of the town","uid":"weekly","updated":"2026-11-24T20:57:46Z"}');
INSERT INTO "PUBLIC"."NOTICE"("ID", "KIND", "TITLE", "NUMBER", "MADE") VALUES('n1', 'CALENDAR_DELETED', 'Old club', 2, 1795000000000);
INSERT INTO "PUBLIC"."ACKNOWLEDGED"("SEQ", "OBJECT_ID", "PATCH") OVERRIDING SYSTEM VALUE VALUES(1, '01a20f59-b122-7037-81b4-39e67f72430c', '{"@type":"Event","start":"2026-11-03T18:00:00","timeZone":"Europe/Berlin","duration":"PT1H","title":"Choir","updated":"2026-11-01T08:00:00Z","locations":{"8123a69a-720b-5b04-aa91-19d76e28d651":{"@type":"Location","name":"Old school"}},"alerts":{"9bef856a-785f-53f8-aeb1-5a2e1db84feb":{"@type":"Alert","trigger":{"@type":"OffsetTrigger","offset":"-PT15M"},"action":"display","iCalendar":{"@type":"ICalComponent","name":"valarm","properties":[["description",{},"text","Choir"]]}}},"recurrenceRule":{"@type":"RecurrenceRule","frequency":"weekly"},"uid":"weekly","recurrenceOverrides":{"2026-11-24T18:00:00":{"alerts":null,"locations":null,"start":"2026-11-25T19:00:00","title":"Choir, later"}},"calendarIds":{"01a20f59-a318-704b-bd62-e98d7ca9c777":true}}');
INSERT INTO "PUBLIC"."ACKNOWLEDGED"("SEQ", "OBJECT_ID", "PATCH") OVERRIDING SYSTEM VALUE VALUES(2, '01a20f59-b122-7038-bb4b-862cff679ef2', '{"@type":"Event","start":"2026-12-26T00:00:00","showWithoutTime":true,"duration":"P8D","title":"Winter holiday","updated":"2026-11-01T08:00:00Z","iCalendar":{"@type":"ICalComponent","name":"vevent","convertedProperties":{"duration":{"@type":"ICalProperty","name":"dtend"}}},"uid":"days","calendarIds":{"01a20f59-a318-704b-bd62-e98d7ca9c777":true}}');
INSERT INTO "PUBLIC"."SEARCH"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "START_AT", "END_AT", "FLOATING", "REPEATS", "WORDS") VALUES('01a20f59-b203-70d4-8072-554e22aa1a4b', NULL, '01a20f59-abc3-7034-be80-fa3a86706cbd', 1795510800, 1795512600, TRUE, FALSE, U&' dentist at home\000a\000a\000a');
INSERT INTO "PUBLIC"."SEARCH"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "START_AT", "END_AT", "FLOATING", "REPEATS", "WORDS") VALUES('01a20f59-b122-7038-bb4b-862cff679ef2', NULL, '01a20f59-a318-704b-bd62-e98d7ca9c777', 1798243200, 1798934400, TRUE, FALSE, U&' winter holiday in tyrol\000a\000a\000a');
INSERT INTO "PUBLIC"."SEARCH"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "START_AT", "END_AT", "FLOATING", "REPEATS", "WORDS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', NULL, '01a20f59-a318-704b-bd62-e98d7ca9c777', 1793725200, 1793728800, FALSE, TRUE, U&' choir of the town\000a old school\000a\000a');
INSERT INTO "PUBLIC"."SEARCH"("EVENT_ID", "RECURRENCE_ID", "CALENDAR_ID", "START_AT", "END_AT", "FLOATING", "REPEATS", "WORDS") VALUES('01a20f59-b122-7037-81b4-39e67f72430c', '2026-11-24T18:00:00', '01a20f59-a318-704b-bd62-e98d7ca9c777', 1795629600, 1795633200, FALSE, FALSE, U&' choir later\000a\000a\000a');
INSERT INTO "PUBLIC"."SERVER_SIDE"("LOGIN_ID", "ME", "LISTS", "LETS") VALUES('01a20f59-a1aa-71d2-b8ad-7bdd4c0c36dd', '01a20f59-8ce6-71e4-a2b4-9666e598a553', TRUE, TRUE);
INSERT INTO "PUBLIC"."PERSON"("LOGIN_ID", "ID", "NAME", "EMAIL", "ADDRESS", "SHAREABLE") VALUES('01a20f59-a1aa-71d2-b8ad-7bdd4c0c36dd', '01a20f59-934c-702e-b636-31b4cb1a293f', 'Ben', '', 'urn:uuid:01a20f59-934c-702e-b636-31b4cb1a293f', TRUE);
INSERT INTO "PUBLIC"."PERSON"("LOGIN_ID", "ID", "NAME", "EMAIL", "ADDRESS", "SHAREABLE") VALUES('01a20f59-a1aa-71d2-b8ad-7bdd4c0c36dd', '01a20f59-8ce6-71e4-a2b4-9666e598a553', 'Anna', '', 'urn:uuid:01a20f59-8ce6-71e4-a2b4-9666e598a553', FALSE);
INSERT INTO "PUBLIC"."ACCOUNT_OWNER"("ACCOUNT_ID", "PRINCIPAL_ID") VALUES('01a20f59-a230-7000-a90f-b65bc28e22df', '01a20f59-8ce6-71e4-a2b4-9666e598a553');
INSERT INTO "PUBLIC"."HAPPENING"("ACCOUNT_ID", "ID", "EVENT_ID", "WHO_ID", "WHO", "AT", "BEFORE_JSON", "AFTER_JSON", "SEEN") VALUES('01a20f59-a230-7000-a90f-b65bc28e22df', '01a20f59-bb37-70b4-b9e0-77244c2c1ea4', '01a20f59-b122-7038-bb4b-862cff679ef2', '01a20f59-934c-702e-b636-31b4cb1a293f', 'Ben', 1795553868000, '{"@type":"Event","start":"2026-12-26T00:00:00","showWithoutTime":true,"duration":"P8D","title":"Winter holiday","updated":"2026-11-24T20:57:46Z","iCalendar":{"@type":"ICalComponent","name":"vevent","convertedProperties":{"duration":{"@type":"ICalProperty","name":"dtend"}}},"uid":"days","calendarIds":{"01a20f59-a318-704b-bd62-e98d7ca9c777":true},"isDraft":false,"created":"2026-11-24T20:57:46Z","isOrigin":true}', '{"@type":"Event","start":"2026-12-26T00:00:00","showWithoutTime":true,"duration":"P8D","title":"Winter holiday in Tyrol","updated":"2026-11-24T20:57:48Z","iCalendar":{"@type":"ICalComponent","name":"vevent","convertedProperties":{"duration":{"@type":"ICalProperty","name":"dtend"}}},"uid":"days","calendarIds":{"01a20f59-a318-704b-bd62-e98d7ca9c777":true},"isDraft":false,"created":"2026-11-24T20:57:46Z","isOrigin":true,"sequence":1}', FALSE);
INSERT INTO "PUBLIC"."ACCOUNT_ABILITY"("ACCOUNT_ID", "TAKES_CALENDARS") VALUES('01a20f59-a230-7000-a90f-b65bc28e22df', TRUE);
INSERT INTO "PUBLIC"."ACCOUNT_ABILITY"("ACCOUNT_ID", "TAKES_CALENDARS") VALUES('01a20f59-abc2-7039-ad0e-9d4626c5dbea', TRUE);
INSERT INTO "PUBLIC"."COMMENT_OF"("COMMENT_ID", "EVENT_ID", "SEEN") VALUES('01a22fb6-4123-73e1-9f95-aca12d8d264d', '01a20f59-b122-7037-81b4-39e67f72430c', TRUE);
ALTER TABLE outbox ALTER COLUMN seq RESTART WITH 7;
ALTER TABLE history ALTER COLUMN seq RESTART WITH 6;
ALTER TABLE history_change ALTER COLUMN seq RESTART WITH 8;
ALTER TABLE acknowledged ALTER COLUMN seq RESTART WITH 3;
