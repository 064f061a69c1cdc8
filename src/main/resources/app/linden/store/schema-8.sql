-- Whether new calendars can be made in an account; servers say so (jmap-calendars, mayCreateCalendar).
ALTER TABLE account ADD COLUMN takes_calendars BOOLEAN DEFAULT TRUE NOT NULL;
UPDATE account SET takes_calendars = personal AND NOT read_only;
