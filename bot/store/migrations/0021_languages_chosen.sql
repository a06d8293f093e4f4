-- outside
-- Those who chose a language are few, and are read together at every start.
CREATE INDEX /*postgresql: CONCURRENTLY*/ IF NOT EXISTS members_language
    ON members (member_id) WHERE language_chosen = 1;
