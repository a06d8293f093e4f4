-- Members' own recurring reminders. Their occurrences are rows of reminders with member and rule.
-- paused: ended with all the others by Stop, until resumed. broken: a reason code, until mended.

CREATE TABLE rules (
    member_id BIGINT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
    rule_id BIGINT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    at_minute BIGINT NOT NULL,
    zone TEXT NOT NULL,
    days BIGINT NOT NULL,
    until_date TEXT,
    where_to TEXT NOT NULL CHECK (where_to IN ('dm', 'channel')),
    guild_id BIGINT,
    paused BIGINT NOT NULL CHECK (paused IN (0, 1)),
    broken TEXT,
    PRIMARY KEY (member_id, rule_id)
) /*sqlite: STRICT, WITHOUT ROWID*/;

-- No reference: what was sent outlives its rule. A snooze has the rule but no nominal date.
ALTER TABLE reminders ADD COLUMN rule_id BIGINT;

CREATE UNIQUE INDEX reminders_of_rule ON reminders (rule_id, nominal_date, nominal_minute)
    WHERE rule_id IS NOT NULL AND nominal_date IS NOT NULL;
