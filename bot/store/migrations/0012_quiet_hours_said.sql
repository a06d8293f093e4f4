-- Whether the member set their quiet hours. Until then they follow bed and wake times. Hours that
-- differ from the default were set.

ALTER TABLE members ADD COLUMN quiet_said BIGINT NOT NULL DEFAULT 0 CHECK (quiet_said IN (0, 1));

UPDATE members SET quiet_said = 1 WHERE quiet_start <> 1320 OR quiet_end <> 480;
