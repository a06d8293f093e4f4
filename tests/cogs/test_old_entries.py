"""The oldest entries of a long history: each page's menu reaches every entry of the page."""

from datetime import timedelta

import pytest

from bot.domain.facts.member import Change
from bot.domain.facts.training import LegSession, Run, RunKind
from tests import stored
from tests.refusals import refusal

MANY = 70  # more than an answer reads


async def log_many(gym, person):
    """Keep many leg days and runs, an entry of each for every fourth day."""
    await gym.join(person)
    for number in range(1, MANY + 1):
        ended = gym.clock.now() - timedelta(days=4 * number)
        whose = {"ended_at": ended, "effort": 7}
        for change in (
            Change(session=LegSession(session_id=number, **whose)),
            Change(run=Run(run_id=number, kind=RunKind.EASY, **whose)),
        ):
            await stored.save_member(gym.store, person.id, change, now=gym.clock.now())


@pytest.mark.parametrize(("command", "action"), [("legday", "log"), ("run", "runs")])
async def test_the_oldest_entries_are_edited_and_undone_like_the_newest(
    gym, ann, bob, command, action
):
    await log_many(gym, ann)
    newest = await ann.slash(f"{command} history")
    last = await ann.press_custom_id(f"{action}.at:99", on=newest)
    (menu,) = last.selects
    ids = [option["value"] for option in menu["options"]]

    opened = [(await ann.select(f"{action}.pick", entry, on=last)).value("effort") for entry in ids]
    edited = await ann.fill(effort="2")
    stolen = await bob.press_custom_id(f"{action}.edit:{MANY}", on=newest)
    await ann.click("Undo", on=edited)
    counted = await gym.store.members.counts(ann.id)

    assert ids[-1] == str(MANY)
    assert opened == ["7"] * len(ids)
    assert f"{action}.undo:{MANY}" in str(edited.raw)
    assert refusal(stolen) == "entry_gone"
    assert counted["leg_sessions"] + counted["runs"] == 2 * MANY - 1
    assert refusal(await ann.press_custom_id(f"{action}.edit:{MANY}", on=newest)) == "entry_gone"
