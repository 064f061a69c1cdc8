-- Where somebody gets mail when they forgot their password. Nothing but the link that confirms it is
-- sent there while confirmed_at is null. email_key: in lower case.
CREATE TABLE IF NOT EXISTS mail_address (
    principal_id VARCHAR(36) PRIMARY KEY,
    email VARCHAR(320) NOT NULL,
    email_key VARCHAR(320) NOT NULL,
    confirmed_at BIGINT
);
CREATE INDEX IF NOT EXISTS mail_address_key ON mail_address (email_key);

-- Links that were sent by mail, each for one use; kind: confirm or reset.
CREATE TABLE IF NOT EXISTS mail_link (
    hash VARCHAR(64) PRIMARY KEY,
    principal_id VARCHAR(36) NOT NULL,
    kind VARCHAR(10) NOT NULL,
    made_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS mail_link_principal ON mail_link (principal_id);
