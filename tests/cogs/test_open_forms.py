"""Two forms of one thing open at once: the older one writes only what was changed in it."""

from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from bot.domain.facts.about_me import Condition
from bot.domain.facts.settings import QuietHours
from bot.sandbox.limits.choosing import STRING_SELECT
from bot.texts.repeats import changed_meanwhile

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


async def profile_of(gym, ann):
    return (await gym.store.members.context(ann.id, None)).profile


async def open_in(ann, command, button):
    return await ann.click(button, on=await ann.slash(command))


async def send_older(gym, person, form, **typed):
    """Send a form that was opened before another one."""
    gym.sandbox.engine.open_form(person.id, form)
    return await person.fill(**typed)


@pytest.mark.parametrize("restarts", [False, True])
async def test_older_form_of_the_profile_keeps_what_changed_meanwhile(gym, ann, restarts):
    await gym.join(ann)
    older = [await open_in(ann, "profile", each) for each in ("profile.times", "profile.runs")]
    await open_in(ann, "profile", "profile.times")
    await ann.fill(wake="5:45", bed="21:30")
    await open_in(ann, "profile", "profile.runs")
    alone = await ann.fill(runs="4")
    if restarts:
        await gym.restart()

    times = await send_older(gym, ann, older[0], wake="7:00")
    runs = await send_older(gym, ann, older[1], longest="75")

    after = await profile_of(gym, ann)
    assert (after.wake, after.bed) == (time(7), time(21, 30))
    assert not after.quiet_said
    assert (after.runs_per_week, after.longest_run) == (4, 75)
    assert changed_meanwhile() not in alone.text
    assert all(changed_meanwhile() in met.text for met in (times, runs))


async def test_older_details_keep_the_note_of_meanwhile(gym, ann):
    await gym.join(ann)
    card = await ann.slash("legday log", effort=8)
    older = await ann.click("log.more", on=card)
    await ann.click("log.more", on=card)
    await ann.fill(note="heavy")

    met = await send_older(gym, ann, older, new_exercise="yes")

    after = await entry_of(gym, ann, "leg day")
    assert (after.note, after.new_exercise) == ("heavy", True)
    assert changed_meanwhile() in met.text


async def test_older_form_of_a_servers_quiet_hours_keeps_the_end_set_meanwhile(gym, coach):
    await coach.slash("config quiet-hours", start="22:00", end="7:00")
    older = await open_in(coach, "config setup", "config.quiet")
    await coach.slash("config quiet-hours", start="22:00", end="6:15")

    met = await send_older(gym, coach, older, start="21:30")

    settings = await gym.store.guilds.get(gym.sandbox.guild.id)
    assert settings.quiet == QuietHours(start=time(21, 30), end=time(6, 15))
    assert changed_meanwhile() in met.text


async def test_older_start_form_keeps_zone_and_runs_that_were_told_meanwhile(gym, ann):
    await gym.join(ann)
    await open_in(ann, "profile", "profile.runs")
    await ann.fill(runs="5")
    older = await ann.slash("start")
    await open_in(ann, "profile", "profile.zone")
    await ann.fill(zone="Asia/Tokyo")

    await send_older(gym, ann, older, legs="24", hardness="hard", soreness="1")

    after = await profile_of(gym, ann)
    assert (after.zone, after.runs_per_week) == ("Asia/Tokyo", 5)


async def test_older_list_of_conditions_keeps_what_was_chosen_meanwhile(gym, ann):
    await gym.join(ann)
    asked = await open_in(ann, "profile", "profile.about")
    await ann.click("about.agree", on=asked)
    one = await open_in(ann, "profile", "profile.about")
    other = await open_in(ann, "profile", "profile.about")
    conditions = one.selects[0]["custom_id"]
    await ann.press_custom_id(conditions, on=one, component_type=STRING_SELECT, values=["statin"])

    met = await ann.press_custom_id(
        conditions, on=other, component_type=STRING_SELECT, values=["physio_plan"]
    )

    health = (await gym.store.members.context(ann.id, None)).health
    assert health.conditions == {Condition.STATIN, Condition.PHYSIO_PLAN}
    assert changed_meanwhile() in met.text


async def test_form_of_a_release_that_did_not_say_what_it_showed_is_taken_whole(gym, ann):
    await gym.join(ann)
    form = await open_in(ann, "profile", "profile.runs")
    await ann.fill(runs="4")

    released = replace(form, raw={**form.raw, "custom_id": "profile.runs_told"})
    await send_older(gym, ann, released, longest="75")

    after = await profile_of(gym, ann)
    assert (after.runs_per_week, after.longest_run) == (None, 75)
