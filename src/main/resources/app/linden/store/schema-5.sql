-- What is searched: one row for each event, and one for each occurrence whose words are others. words: those of the title, the
-- place, the people and the notes, a line each, every word after a blank and folded (model.Fold). Seconds as in occurrence; of a
-- series (repeats) those of its first.
CREATE TABLE IF NOT EXISTS search (
    event_id VARCHAR(36) NOT NULL,
    recurrence_id VARCHAR(30),
    calendar_id VARCHAR(36) NOT NULL,
    start_at BIGINT NOT NULL,
    end_at BIGINT NOT NULL,
    floating BOOLEAN NOT NULL,
    repeats BOOLEAN NOT NULL,
    words VARCHAR NOT NULL
);
CREATE INDEX IF NOT EXISTS search_event ON search (event_id);
