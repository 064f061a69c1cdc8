-- Whether new calendars can be made in an account; servers say so (jmap-calendars, mayCreateCalendar). Of its own and no column of
-- account: H2 copies a table that gets one and drops the old one first.
CREATE TABLE IF NOT EXISTS account_ability (
    account_id VARCHAR(36) PRIMARY KEY,
    takes_calendars BOOLEAN NOT NULL
);
MERGE INTO account_ability (account_id, takes_calendars) KEY (account_id)
    SELECT id, personal AND NOT read_only FROM account;
