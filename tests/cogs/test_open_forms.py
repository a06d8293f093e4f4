"""Two forms of one entry open at once: the older one writes only what was changed in it."""

from typing import Any

import pytest

ENTRIES: dict[str, tuple[str, dict[str, Any], str]] = {
    "leg day": ("legday log", {"effort": 8, "minutes": 60}, "legday edit"),
    "run": ("run log", {"kind": "easy", "effort": 4, "minutes": 30}, "run edit"),
}


async def entry_of(gym, person, what):
    member = await gym.store.members.context(person.id, None)
    return member.sessions[0] if what == "leg day" else member.runs[0]


def id_of(entry):
    return str(getattr(entry, "session_id", None) or entry.run_id)


@pytest.mark.parametrize("what", ENTRIES)
@pytest.mark.parametrize("restarts", [False, True])
async def test_older_form_keeps_what_changed_meanwhile(gym, ann, what, restarts):
    await gym.join(ann)
    log, given, edit = ENTRIES[what]
    await ann.slash(log, **given)
    before = await entry_of(gym, ann, what)
    older = await ann.slash(edit, entry=id_of(before))
    await ann.slash(edit, entry=id_of(before))
    alone = await ann.fill(minutes="45")
    if restarts:
        await gym.restart()

    gym.sandbox.engine.open_form(ann.id, older)
    met = await ann.fill(effort="6")

    after = await entry_of(gym, ann, what)
    assert (after.minutes, after.effort) == (45, 6)
    assert after.ended_at == before.ended_at
    assert len(met.text.split("\n")) > len(alone.text.split("\n"))


async def test_error_in_an_older_form_forgets_nothing_of_what_it_showed(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log", effort=8, minutes=60)
    entry = id_of(await entry_of(gym, ann, "leg day"))
    older = await ann.slash("legday edit", entry=entry)
    await ann.slash("legday edit", entry=entry)
    await ann.fill(minutes="45")

    gym.sandbox.engine.open_form(ann.id, older)
    refused = await ann.fill(effort="99")
    await ann.click(refused.buttons[0], on=refused)
    await ann.fill(effort="6")

    after = await entry_of(gym, ann, "leg day")
    assert (after.minutes, after.effort) == (45, 6)


async def test_emptied_field_is_emptied(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log", effort=8, minutes=60)
    entry = id_of(await entry_of(gym, ann, "leg day"))
    await ann.slash("legday edit", entry=entry)
    await ann.fill(effort="")

    after = await entry_of(gym, ann, "leg day")
    assert (after.minutes, after.effort) == (60, None)
