-- Whether direct messages are off because the member shares no server with the bot, not because
-- they closed them: they are on again once the member is met in a server.

ALTER TABLE members ADD COLUMN dm_unshared BIGINT NOT NULL DEFAULT 0 CHECK (dm_unshared IN (0, 1));
