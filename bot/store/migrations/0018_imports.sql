-- Files of other apps that a member brought in, and the entries that came with each. Those that were
-- typed, or edited since, came with none.

CREATE TABLE imports (
    member_id BIGINT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
    import_id BIGINT NOT NULL,
    source TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    leg_days BIGINT NOT NULL,
    runs BIGINT NOT NULL,
    PRIMARY KEY (member_id, import_id)
) /*sqlite: STRICT, WITHOUT ROWID*/;

ALTER TABLE leg_sessions ADD COLUMN import_id BIGINT;
ALTER TABLE runs ADD COLUMN import_id BIGINT;
