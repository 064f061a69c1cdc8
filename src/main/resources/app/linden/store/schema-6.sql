-- What a sign-in's server said of itself and of whom it knows, so that names are known offline.
CREATE TABLE IF NOT EXISTS server_side (
    login_id VARCHAR(36) PRIMARY KEY,
    me VARCHAR(255) NOT NULL,
    lists BOOLEAN NOT NULL,
    lets BOOLEAN NOT NULL
);

CREATE TABLE IF NOT EXISTS person (
    login_id VARCHAR(36) NOT NULL,
    id VARCHAR(255) NOT NULL,
    name VARCHAR(1000) NOT NULL,
    email VARCHAR(1000) NOT NULL,
    address VARCHAR(1000) NOT NULL,
    shareable BOOLEAN NOT NULL,
    PRIMARY KEY (login_id, id)
);

CREATE TABLE IF NOT EXISTS account_owner (
    account_id VARCHAR(36) PRIMARY KEY,
    principal_id VARCHAR(255) NOT NULL
);
