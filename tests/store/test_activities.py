"""A database from before other sports were kept: what was logged then is a run."""

from bot.domain.facts.training import Activity, RunKind
from bot.store.engine.schema import shipped_migrations
from bot.store.store import open_store

OLD = tuple(one for one in shipped_migrations() if one.version < 13)
ANN = 180_000_000_000_000_001


async def test_older_entries_are_runs(bare, clock):
    async with open_store(bare, clock=clock, migrations=OLD) as old:
        await old.database.execute(
            "INSERT INTO members (member_id, revision, created_at, last_command_at, mass_unit, "
            "distance_unit, quiet_start, quiet_end, reminders_on) VALUES ($1, 1, 0, 0, 'kg', 'km', "
            "0, 0, 0)",
            ANN,
        )
        await old.database.execute(
            "INSERT INTO runs (member_id, ended_at, run_id, kind, minutes) "
            "VALUES ($1, 1, 5, 'tempo', 40)",
            ANN,
        )

    async with open_store(bare, clock=clock) as store:
        (run,) = (await store.members.context(ANN, None)).runs

    assert (run.activity, run.descent) == (Activity.RUN, None)
    assert (run.kind, run.minutes) == (RunKind.TEMPO, 40)
