-- The sport of an entry among the runs, and the metres down of a hike or ski day. Older ones are runs.

ALTER TABLE runs ADD COLUMN activity TEXT NOT NULL DEFAULT 'run';
ALTER TABLE runs ADD COLUMN descent BIGINT;
