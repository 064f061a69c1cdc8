-- What the server took of the person's changes of events, the newest thousands: a server that was put back to an old backup has
-- lost some of it. patch: for a create the whole object.
CREATE TABLE IF NOT EXISTS acknowledged (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    object_id VARCHAR(36) NOT NULL,
    patch VARCHAR NOT NULL
);
CREATE INDEX IF NOT EXISTS acknowledged_object ON acknowledged (object_id, seq);
