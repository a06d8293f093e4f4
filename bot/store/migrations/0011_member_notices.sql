-- What a member is told with their next answer, once: a reason code why something was stopped for them.

CREATE TABLE member_notices (
    member_id BIGINT NOT NULL REFERENCES members (member_id) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    PRIMARY KEY (member_id, reason)
) /*sqlite: STRICT, WITHOUT ROWID*/;
