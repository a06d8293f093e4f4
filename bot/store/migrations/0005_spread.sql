-- Whether a post comes within a few minutes of its time, where many are due at once.

ALTER TABLE posts ADD COLUMN spread BIGINT NOT NULL DEFAULT 0 CHECK (spread IN (0, 1));
