-- Whether a post was given no channel of its own: it moves along with the server's. What an earlier
-- version kept does not say; most posts in the server's channel were given none.

ALTER TABLE posts ADD COLUMN follows BIGINT NOT NULL DEFAULT 0 CHECK (follows IN (0, 1));

UPDATE posts SET follows = 1
WHERE channel_id = (SELECT guilds.channel_id FROM guilds WHERE guilds.guild_id = posts.guild_id);

-- When the bot left a server, until it is back or what it kept there is purged.
ALTER TABLE guilds ADD COLUMN left_at BIGINT;
