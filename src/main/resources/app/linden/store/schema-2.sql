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
