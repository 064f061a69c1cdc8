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
