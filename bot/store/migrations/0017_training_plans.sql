-- A member's training plan: the leg days and runs of their week, and how past weeks were kept.
-- what: 'legs' or a kind of run; days a bit mask, Monday first; once_on: for that local date alone.
-- plan_weeks: one row for each week that is over, by its Monday; written once, lifted, never lowered.

-- members.bed_by_plan: their bedtime follows from what they get up for next morning.

ALTER TABLE members ADD COLUMN bed_by_plan BIGINT NOT NULL DEFAULT 0 CHECK (bed_by_plan IN (0, 1));

CREATE TABLE plans (
    member_id BIGINT NOT NULL PRIMARY KEY REFERENCES members (member_id) ON DELETE CASCADE,
    since BIGINT NOT NULL,
    paused_from TEXT,
    paused_until TEXT
) /*sqlite: STRICT, WITHOUT ROWID*/;

CREATE TABLE plan_items (
    member_id BIGINT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
    item_id BIGINT NOT NULL,
    what TEXT NOT NULL,
    days BIGINT NOT NULL,
    at_minute BIGINT NOT NULL,
    minutes BIGINT,
    effort TEXT NOT NULL,
    once_on TEXT,
    PRIMARY KEY (member_id, item_id)
) /*sqlite: STRICT, WITHOUT ROWID*/;

CREATE TABLE plan_weeks (
    member_id BIGINT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
    monday TEXT NOT NULL,
    planned BIGINT NOT NULL,
    met BIGINT NOT NULL,
    rested BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('kept', 'neutral', 'missed')),
    PRIMARY KEY (member_id, monday)
) /*sqlite: STRICT, WITHOUT ROWID*/;
