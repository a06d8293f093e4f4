"""Somebody who agreed when less was kept is asked again before the first of the newer kinds."""

import pytest

from bot.domain.facts.settings import CONSENT_VERSION
from tests.cogs.test_import import action, export
from tests.controls import actions

LEGS = {"effort": 8, "minutes": 60}
LEG_DAYS = {"what": "legs", "days": "tue", "time": "18:00"}


@pytest.fixture
def agreed_before(gym):
    """Return a function that has somebody join as people did before anything was added."""

    async def join(person):
        await gym.join(person)
        await person.slash("legday log", **LEGS)
        await gym.store.database.execute("UPDATE members SET consent_version = 1")

    return join


@pytest.fixture
def held(gym):
    async def read(person):
        tables = await gym.store.members.export(person.id)
        (member,) = tables["members"]
        counts = [len(tables[name]) for name in ("leg_sessions", "runs", "plan_items", "imports")]
        return member["consent_version"], member["reminders_on"], *counts

    return read


async def test_plan_asks_once_and_what_was_kept_stays(ann, agreed_before, held, snapshot):
    await agreed_before(ann)
    await ann.slash("run log", minutes=30)
    old_kinds = await held(ann)

    asked = await ann.slash("plan add", **LEG_DAYS)
    await ann.click("keep.no")
    let_go = await held(ann)
    again = await ann.slash("plan add", **LEG_DAYS)
    await ann.click("keep.only")
    saved = await held(ann)
    later = await ann.slash("plan add", what="easy", days="thu", time="7am")

    assert asked.text == snapshot
    assert actions(asked) == actions(again) == ["keep.only", "keep.no"]
    assert old_kinds == let_go == (1, 1, 1, 1, 0, 0)
    assert saved == (CONSENT_VERSION, 1, 1, 1, 1, 0)
    assert "keep.only" not in actions(later)


@pytest.mark.usefixtures("read_at_once")
async def test_file_asks_once_its_entries_are_added(gym, ann, agreed_before, held):
    await agreed_before(ann)
    preview = await ann.slash("mydata import", file=export("strong_comma.csv"))

    asked = await ann.click(action(preview, "imports.add"), on=preview)
    kept_before = await held(ann)
    await ann.click("keep.only")

    assert actions(asked) == ["keep.only", "keep.no"]
    assert kept_before == (1, 1, 1, 0, 0, 0)
    assert await held(ann) == (CONSENT_VERSION, 1, 3, 1, 0, 1)


@pytest.mark.usefixtures("read_at_once")
async def test_nobody_is_asked_before_something_goes(gym, ann, held):
    await gym.join(ann)
    await ann.slash("plan add", **LEG_DAYS)
    preview = await ann.slash("mydata import", file=export("strong_comma.csv"))
    added = await ann.click(action(preview, "imports.add"), on=preview)
    await gym.store.database.execute("UPDATE members SET consent_version = 1")

    await ann.slash("plan remove", entry="leg day, 60 min: Tue 18:00")
    await ann.slash("plan pause")
    await ann.click(action(added, "imports.undo"), on=added)

    assert await held(ann) == (1, 1, 0, 0, 0, 0)
