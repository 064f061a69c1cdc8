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
