"""An answer that lists reminders lists those that will come: none that was sent before."""

import re

import pytest

from bot.domain.facts.reminders import State

LINE = re.compile(r"^- .*<t:(\d+):[tR]>", re.MULTILINE)  # a line of a list, with its moment


@pytest.fixture
async def sent(gym, ann):
    """Ann, whose leg day's first reminder has come, and who moves that leg day to now."""
    await gym.join(ann)
    await ann.slash("legday log", effort=8, minutes=60)
    before = len(ann.inbox)
    while len(ann.inbox) == before:
        await gym.wait(minutes=30)
    return ann


async def edit(ann):
    await ann.click("log.edit")
    return await ann.fill(when="5 minutes ago")


async def details(ann):
    await edit(ann)
    await ann.click("log.more")
    return await ann.fill(note="legs")


async def share(ann):
    await edit(ann)
    await ann.click("log.share")
    return ann.sees()[-2]


async def resume(ann):
    await edit(ann)
    await ann.slash("reminders pause", until="in 10 minutes")
    return await ann.slash("reminders resume")


async def prefer(ann):
    await edit(ann)
    return await ann.slash("reminders set", kind="hydrate", where="dm")


@pytest.mark.parametrize("doing", [edit, details, resume, prefer, share])
async def test_answer_lists_the_reminders_that_will_come(gym, sent, doing):
    shown = await doing(sent)

    rows = await gym.store.reminders.upcoming(sent.id)
    coming = [int(row.due_at.timestamp()) for row in rows if row.state is State.OPEN]
    assert [int(moment) for moment in LINE.findall(shown.text)] == coming
    assert coming
