-- Deletions, so that a copy made before one does not bring back what was deleted. No plain id: a
-- digest of it with a salt of its own, which only somebody who has the id can find again.
CREATE TABLE deletions (
    salt TEXT NOT NULL PRIMARY KEY,
    digest TEXT NOT NULL,
    of_what TEXT NOT NULL CHECK (of_what IN ('member', 'guild')),
    deleted_at BIGINT NOT NULL
) /*sqlite: STRICT, WITHOUT ROWID*/;
