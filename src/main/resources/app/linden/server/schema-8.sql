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
