-- Taking part in a server's group life, under one's name. consent_version: of the words agreed to.
-- board_since: when somebody joined the board; board_band: the weeks of the best band reached since.

CREATE TABLE group_members (
    guild_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
    joined_at BIGINT NOT NULL,
    consent_version BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    board_since BIGINT,
    board_band BIGINT,
    PRIMARY KEY (guild_id, member_id)
) /*sqlite: STRICT, WITHOUT ROWID*/;

CREATE INDEX group_members_of_member ON group_members (member_id);

-- Messages that name who answered. roll_id: the interaction that opened it; of a post, its reminder
-- (small numbers: the two cannot meet). message_id: NULL until the message is known to be there.
-- revision: counts the changes; stale_since: while the message does not show the latest.
-- Closed, the answers are deleted and only their numbers stay.

CREATE TABLE rolls (
    roll_id BIGINT NOT NULL PRIMARY KEY,
    guild_id BIGINT NOT NULL,
    channel_id BIGINT NOT NULL,
    message_id BIGINT,
    kind TEXT NOT NULL,
    asked_by BIGINT,
    text TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    closed_at BIGINT,
    revision BIGINT NOT NULL,
    stale_since BIGINT,
    n_in BIGINT NOT NULL,
    n_done BIGINT NOT NULL,
    n_rest BIGINT NOT NULL
) /*sqlite: STRICT, WITHOUT ROWID*/;

CREATE INDEX rolls_open ON rolls (guild_id) WHERE closed_at IS NULL;
CREATE INDEX rolls_closing ON rolls (closes_at) WHERE closed_at IS NULL;
CREATE INDEX rolls_stale ON rolls (stale_since) WHERE stale_since IS NOT NULL;
CREATE INDEX rolls_closed ON rolls (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX rolls_asked ON rolls (asked_by) WHERE asked_by IS NOT NULL;
CREATE INDEX rolls_of_guild ON rolls (guild_id, opened_at);

CREATE TABLE roll_answers (
    roll_id BIGINT NOT NULL REFERENCES rolls (roll_id) ON DELETE CASCADE,
    member_id BIGINT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
    answer TEXT NOT NULL,
    answered_at BIGINT NOT NULL,
    PRIMARY KEY (roll_id, member_id)
) /*sqlite: STRICT, WITHOUT ROWID*/;

CREATE INDEX roll_answers_of_member ON roll_answers (member_id);

ALTER TABLE guilds ADD COLUMN group_on BIGINT NOT NULL DEFAULT 1 CHECK (group_on IN (0, 1));
ALTER TABLE guilds ADD COLUMN member_rolls_on BIGINT NOT NULL DEFAULT 1
    CHECK (member_rolls_on IN (0, 1));
ALTER TABLE guilds ADD COLUMN together_goal BIGINT;
