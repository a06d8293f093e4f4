-- How many times running Discord could not take a message, for the back-off. Attempts also count
-- those that a crash or a restart cut short: they are the fencing token and say nothing of Discord.

ALTER TABLE reminders ADD COLUMN failures BIGINT NOT NULL DEFAULT 0;
