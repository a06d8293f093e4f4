"""Files written to the bot: read by DM as a command reads them, in a server they are not."""

import pytest

from bot.sandbox.messages import Upload
from tests.cogs.test_import import export, press
from tests.cogs.test_talk import after, silence
from tests.controls import actions
from tests.refusals import refusal

pytestmark = pytest.mark.usefixtures("read_at_once")

TABLE = export("hevy_kg.csv")


async def held(gym, person):
    """Return how much is kept of a person: leg days, runs, imports."""
    tables = await gym.store.members.export(person.id)
    return tuple(len(tables[name]) for name in ("leg_sessions", "runs", "imports"))


async def test_file_by_dm_is_shown_added_by_a_press_and_undone(gym, ann):
    await gym.join(ann, every_kind=False)

    shown = await after(gym, ann, "", TABLE, where=ann.dm)
    nothing_yet = await held(gym, ann)
    added = await press(ann, shown, "imports.add")
    kept = await held(gym, ann)
    again = await after(gym, ann, "my training", TABLE, where=ann.dm)
    await press(ann, added, "imports.undo")

    assert "imports.add" in actions(shown)
    assert nothing_yet == (0, 0, 0)
    assert kept == (1, 1, 1)
    assert "imports.add" not in actions(again)
    assert await held(gym, ann) == (0, 0, 0)
    assert gym.sandbox.violations == []


async def test_newcomer_tells_zone_and_consents_in_the_dm(gym, ann):
    waiting = await after(gym, ann, "", TABLE, where=ann.dm)
    await press(ann, waiting, "imports.zone")
    shown = await ann.fill(zone="Tokyo")
    asked = await press(ann, shown, "imports.add")
    before = await held(gym, ann)
    await ann.click("keep.only", on=asked)

    assert actions(waiting) == ["imports.zone"]
    assert before == (0, 0, 0)
    assert await held(gym, ann) == (1, 1, 1)


async def test_words_that_are_understood_decide(gym, ann):
    await gym.join(ann)
    asked = await after(gym, ann, "can I run today?", TABLE, where=ann.dm)
    log = await after(gym, ann, "squats 5x5 100kg, 8/10", TABLE, where=ann.dm)
    care = await after(gym, ann, "chest pain", TABLE, where=ann.dm)
    greeting = await after(gym, ann, "hi", TABLE, where=ann.dm)

    assert not any("imports.add" in actions(one) for one in (asked, log, care))
    assert "talk.save" in actions(log)
    assert "imports.add" in actions(greeting)


async def test_limits_of_the_command_hold_and_each_refusal_is_told(gym, ann):
    large = Upload("big.csv", "text/csv", bytes((8 << 20) + 1))
    picture = Upload("a.png", "image/png", b"\x89PNG\r\n\x1a\n\0\0")
    sent = (large, picture, *[export("unknown_table.csv")] * 15)
    refused = []
    for upload in sent:
        shown = await after(gym, ann, "", upload, where=ann.dm)
        refused.append(refusal(shown))
        await gym.wait(seconds=11)

    assert refused[:2] == ["file_too_big", "file_not_export"]
    assert refused[2:] == [*["file_unknown_columns"] * 14, "file_quota"]


async def test_in_a_server_a_file_is_not_read(gym, ann, bob):
    await gym.join(ann)
    pointer = await after(gym, ann, "@Legday my history", TABLE)
    shown = await ann.click("talk.show", on=pointer)
    replied = await after(gym, ann, "@Legday help")
    ann.say("", TABLE, reply_to=replied)
    chatter = await silence(gym, bob)

    assert shown.ephemeral
    assert actions(shown) == []
    assert chatter == []
