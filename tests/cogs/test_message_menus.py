"""The Apps menu of one's own messages: a leg day's form filled in, files brought in."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.sandbox import SeenForm
from bot.sandbox.messages import Upload
from tests.refusals import refusal

SAMPLES = Path(__file__).parents[1] / "importing/samples"
LOG, IMPORT = "Log as leg day", "Import this file"
DONE = "squat 5x5 100kg @8\nrdl 3x8 80kg"


def export(name):
    """A sample as if it were of February: the sandbox begins on 2 March 2026."""
    content = (SAMPLES / name).read_bytes().replace(b"2026-11", b"2026-02")
    return Upload(name, "text/csv", content.replace(b" Nov 2026", b" Feb 2026"))


def added(shown):
    """Return the actions of what may be added, or not."""
    found = (str(part.get("custom_id", "")).partition(":")[0] for part in shown.components)
    return {one for one in found if one.startswith("imports.")}


async def test_own_message_fills_in_the_form_and_is_logged_as_it_stands(gym, ann):
    await gym.join(ann)
    said = ann.say(DONE)
    await gym.wait(hours=3)

    form = await ann.menu(LOG, said)
    await ann.fill()
    sessions = (await gym.store.members.history(ann.id, limit=1)).entries

    assert isinstance(form, SeenForm)
    assert form.value("exercises") == DONE
    assert [line.name for line in sessions[0].exercises] == ["squat", "romanian_deadlift"]
    assert gym.clock.now() - sessions[0].ended_at >= timedelta(hours=3)


async def test_message_that_is_a_sentence_fills_in_every_field_it_tells(gym, ann):
    await gym.join(ann)
    said = ann.say("leg day done\nsquat 5x5 100kg\n8/10, 1h ago")
    await gym.wait(hours=3)

    form = await ann.menu(LOG, said)
    await ann.fill()
    sessions = (await gym.store.members.history(ann.id, limit=1)).entries

    assert form.value("effort") == "8"
    assert [line.name for line in sessions[0].exercises] == ["squat"]
    assert gym.clock.now() - sessions[0].ended_at >= timedelta(hours=4)


async def test_message_longer_than_the_field_is_cut_at_a_line(ann):
    line = "squat 5x5 100kg"
    said = ann.say("\n".join([line] * 100))

    form = await ann.menu(LOG, said)

    assert set(str(form.value("exercises")).split("\n")) == {line}


async def test_message_of_somebody_else_is_neither_logged_nor_brought_in(gym, ann, bob):
    said = bob.say(DONE, export("hevy_kg.csv"))

    refused = [refusal(await ann.menu(name, said)) for name in (LOG, IMPORT)]

    assert refused == ["message_not_yours"] * 2


@pytest.mark.usefixtures("read_at_once")
async def test_files_of_a_message_are_brought_in_together(gym, ann):
    await gym.join(ann)
    one = await ann.menu(IMPORT, ann.say("mine", export("fitnotes_android.csv")))
    both = await ann.menu(
        IMPORT, ann.say("mine", export("fitnotes_android.csv"), export("hevy_kg.csv"))
    )
    none = await ann.menu(IMPORT, ann.say("no file"))

    assert "imports.add" in added(both)
    assert len(both.text) > len(one.text)
    assert refusal(none) == "file_missing"


async def test_menus_go_where_their_owner_goes(gym, ann, bob):
    gym.sandbox.add_to_account(ann)
    there = ann.at(gym.sandbox.private(ann, bob))

    form = await there.menu(LOG, there.say(DONE))

    assert isinstance(form, SeenForm)
