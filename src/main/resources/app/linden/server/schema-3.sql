-- Two events of an account may have one uid where who wrote the second does not see the first: a refusal would tell of it.
DROP INDEX IF EXISTS event_uid;
CREATE INDEX IF NOT EXISTS event_uid ON event (uid, account_id, recurrence_id);
