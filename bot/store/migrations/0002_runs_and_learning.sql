-- Runs, where soreness sits, how legs felt, what was learnt of them, and the answers given.

-- Clustered like leg_sessions, for the same reason.
CREATE TABLE runs (
    member_id BIGINT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
    ended_at BIGINT NOT NULL,
    run_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    minutes BIGINT,
    distance_km DOUBLE PRECISION,
    effort BIGINT,
    felt BIGINT,
    PRIMARY KEY (member_id, ended_at, run_id),
    UNIQUE (member_id, run_id)
) /*sqlite: STRICT, WITHOUT ROWID*/;

ALTER TABLE reports ADD COLUMN region TEXT;
ALTER TABLE reports ADD COLUMN felt BIGINT;

-- last_*: what was learnt from last, and the state before it: a better word about the same day
-- takes its place instead of being counted beside it.
CREATE TABLE learning (
    member_id BIGINT NOT NULL PRIMARY KEY REFERENCES members (member_id) ON DELETE CASCADE,
    is_on BIGINT NOT NULL CHECK (is_on IN (0, 1)),
    theta DOUBLE PRECISION NOT NULL,
    variance DOUBLE PRECISION NOT NULL,
    logs BIGINT NOT NULL,
    last_session BIGINT,
    last_day BIGINT,
    last_source TEXT,
    last_theta DOUBLE PRECISION,
    last_variance DOUBLE PRECISION
) /*sqlite: STRICT, WITHOUT ROWID*/;

-- What was asked and answered, so that an answer can be given again by the same rules.
CREATE TABLE answers (
    member_id BIGINT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
    asked_at BIGINT NOT NULL,
    answer_id BIGINT NOT NULL,
    model TEXT NOT NULL,
    question TEXT NOT NULL,
    clearance TEXT,
    reply TEXT NOT NULL,
    PRIMARY KEY (member_id, asked_at, answer_id)
) /*sqlite: STRICT, WITHOUT ROWID*/;
