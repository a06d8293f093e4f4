-- Pacing that several processes share: when the next request of a name may go out. Nothing worth
-- keeping: PostgreSQL empties it after a crash of the server.
CREATE /*postgresql: UNLOGGED*/ TABLE turns (
    name TEXT NOT NULL PRIMARY KEY,
    free_at DOUBLE PRECISION NOT NULL,
    slowed_to DOUBLE PRECISION,
    slowed_at DOUBLE PRECISION,
    held_until DOUBLE PRECISION
) /*sqlite: STRICT, WITHOUT ROWID*/ /*postgresql: WITH (fillfactor = 50)*/;
-- How far a move from another engine has come, by table.
CREATE TABLE moved (
    table_name TEXT NOT NULL PRIMARY KEY,
    last_key TEXT,
    how_many BIGINT NOT NULL,
    digest TEXT
) /*sqlite: STRICT, WITHOUT ROWID*/;
-- Whether a version that does not know a migration can no longer run beside it.
ALTER TABLE schema_migrations ADD COLUMN breaks BIGINT NOT NULL DEFAULT 0;
-- A reminder is written three times in its life: there is room for it on its page, and its old
-- versions are cleared away before they are many.
/*postgresql: ALTER TABLE reminders SET (
    fillfactor = 85, autovacuum_vacuum_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.01
)*/;
