"""A database from before quiet hours were known as set: other hours than the default were set."""

import pytest

from bot.store.engine.schema import shipped_migrations
from bot.store.store import open_store

OLD = tuple(one for one in shipped_migrations() if one.version < 12)
ANN = 180_000_000_000_000_001


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [(1320, 480, False), (1320, 420, True), (1380, 480, True), (0, 0, True)],
)
async def test_quiet_hours_that_differ_from_the_default_were_set(bare, clock, start, end, said):
    async with open_store(bare, clock=clock, migrations=OLD) as old:
        await old.database.execute(
            "INSERT INTO members (member_id, revision, created_at, last_command_at, mass_unit, "
            "distance_unit, quiet_start, quiet_end, reminders_on) VALUES ($1, 1, 0, 0, 'kg', 'km', "
            "$2, $3, 0)",
            ANN,
            start,
            end,
        )

    async with open_store(bare, clock=clock) as store:
        profile = (await store.members.context(ANN, None)).profile

    assert profile.quiet_said is said
    assert (profile.quiet.start.hour * 60, profile.quiet.end.hour * 60) == (start, end)
