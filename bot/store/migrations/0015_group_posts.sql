-- Who planned a post: they are told when it stops. An admin need not have entries here.

CREATE TABLE post_planners (
    member_id BIGINT NOT NULL,
    post_id BIGINT NOT NULL UNIQUE REFERENCES posts (post_id) ON DELETE CASCADE,
    untold BIGINT NOT NULL DEFAULT 0 CHECK (untold IN (0, 1)),
    PRIMARY KEY (member_id, post_id)
) /*sqlite: STRICT, WITHOUT ROWID*/;

-- How many pressed Done under a post; of a merged message, under its first. salt: NULL once folded.
CREATE TABLE post_counts (
    reminder_id BIGINT NOT NULL PRIMARY KEY REFERENCES reminders (reminder_id) ON DELETE CASCADE,
    salt TEXT,
    presses BIGINT NOT NULL,
    since BIGINT NOT NULL
) /*sqlite: STRICT*/;

-- Who did, as a digest of their id with the post's salt, until the count is folded.
CREATE TABLE post_presses (
    reminder_id BIGINT NOT NULL REFERENCES post_counts (reminder_id) ON DELETE CASCADE,
    digest TEXT NOT NULL,
    PRIMARY KEY (reminder_id, digest)
) /*sqlite: STRICT, WITHOUT ROWID*/;
