-- One row: which start of the server this is. A server that is put back to an old backup is started
-- again, so what it writes from then on is of another start than what it lost.
CREATE TABLE IF NOT EXISTS server_start (
    id VARCHAR(36) PRIMARY KEY
);

-- The numbers of a state after after_seq, up to that of the next row, are of this epoch: they were
-- written by one start of the server. Rows are kept for ever, there is one for each start in which
-- something changed. Numbers before the first row are of the epoch ''.
CREATE TABLE IF NOT EXISTS state_epoch (
    account_id VARCHAR(36) NOT NULL,
    type VARCHAR(60) NOT NULL,
    after_seq BIGINT NOT NULL,
    start_id VARCHAR(36) NOT NULL,
    epoch VARCHAR(8) NOT NULL,
    PRIMARY KEY (account_id, type, after_seq)
);
