-- Comments are objects like the others; here is which event they are on (a local id) and whether the person has seen them.
CREATE TABLE IF NOT EXISTS comment_of (
    comment_id VARCHAR(36) PRIMARY KEY,
    event_id VARCHAR(36) NOT NULL,
    seen BOOLEAN NOT NULL
);
CREATE INDEX IF NOT EXISTS comment_of_event ON comment_of (event_id);
