-- What members tell of their health, under a consent of its own; one row each, gone when cleared.

CREATE TABLE about_me (
    member_id BIGINT NOT NULL PRIMARY KEY REFERENCES members (member_id) ON DELETE CASCADE,
    agreed_at BIGINT NOT NULL,
    pregnant BIGINT NOT NULL CHECK (pregnant IN (0, 1)),
    heart_or_kidney BIGINT NOT NULL CHECK (heart_or_kidney IN (0, 1)),
    statin BIGINT NOT NULL CHECK (statin IN (0, 1)),
    recent_injection BIGINT NOT NULL CHECK (recent_injection IN (0, 1)),
    physio_plan BIGINT NOT NULL CHECK (physio_plan IN (0, 1)),
    born_at BIGINT,
    healing_place TEXT
) /*sqlite: STRICT, WITHOUT ROWID*/;
