-- The language a member is written to: by Discord's name for it, as Discord said last, or as they
-- chose; NULL is not known yet. Of a server: what its admins chose; NULL is as Discord says.
ALTER TABLE members ADD COLUMN locale TEXT;
ALTER TABLE members ADD COLUMN language_chosen BIGINT NOT NULL DEFAULT 0
    CHECK (language_chosen IN (0, 1));
ALTER TABLE guilds ADD COLUMN locale TEXT;
