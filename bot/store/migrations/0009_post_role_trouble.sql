-- Whether a post's last message did not ping the role it asked for: that was deleted, or the bot may
-- not mention it. Admins are told when this becomes 1.

ALTER TABLE posts ADD COLUMN unpinged BIGINT NOT NULL DEFAULT 0 CHECK (unpinged IN (0, 1));
