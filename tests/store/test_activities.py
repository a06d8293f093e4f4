"""A database from before other sports were kept: what was logged then is a run."""

import sqlite3
from contextlib import closing

from bot.domain.facts.training import Activity, RunKind
from bot.store.engine.files import database_path
from bot.store.engine.schema import shipped_migrations
from bot.store.store import open_store

OLD = tuple(one for one in shipped_migrations() if one.version < 13)
ANN = 180_000_000_000_000_001


async def test_older_entries_are_runs(url, clock):
    async with open_store(url, clock=clock, migrations=OLD):
        pass
    with closing(sqlite3.connect(database_path(url))) as raw:
        raw.execute(
            "INSERT INTO members (member_id, revision, created_at, last_command_at, mass_unit, "
            "distance_unit, quiet_start, quiet_end, reminders_on) VALUES (?, 1, 0, 0, 'kg', 'km', "
            "0, 0, 0)",
            (ANN,),
        )
        raw.execute(
            "INSERT INTO runs (member_id, ended_at, run_id, kind, minutes) "
            "VALUES (?, 1, 5, 'tempo', 40)",
            (ANN,),
        )
        raw.commit()

    async with open_store(url, clock=clock) as store:
        (run,) = (await store.members.context(ANN, None)).runs

    assert (run.activity, run.descent) == (Activity.RUN, None)
    assert (run.kind, run.minutes) == (RunKind.TEMPO, 40)
