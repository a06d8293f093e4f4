"""Leg days and races ahead, and "may I lift?": asked with ``/canirun``, answered by the model."""

import asyncio
import json
from typing import Any

from bot.domain.recovery.assess import assess
from bot.domain.recovery.beside_answers import Lift
from bot.domain.recovery.circumstances import About, EventKind, Matters
from bot.domain.recovery.record import read
from tests.refusals import refusal


async def logged(gym, person, hours=48):
    await gym.join(person)
    await person.slash("legday log", effort=7, minutes=60)
    await gym.wait(hours=hours)


async def questions(gym, person, count=1):
    """Return the questions that are kept, oldest first, once there are so many.

    One with nothing new to save is kept after its answer was shown.
    """
    async with asyncio.timeout(10):
        while len(kept := (await gym.store.members.export(person.id))["answers"]) < count:
            pass
    return [read(json.dumps(each["question"])) for each in kept]


async def test_next_leg_day_goes_into_the_question_and_travels_in_the_buttons(gym, ann):
    await logged(gym, ann)

    shown = await ann.slash(
        "canirun", run="long", minutes=90, when="in 5 days", legs="in 2 days", soreness=1
    )
    await gym.restart()
    await gym.wait(hours=3)
    await ann.click("run.why", on=shown)
    await ann.press_custom_id(again_of(shown), on=shown)

    first, later = await questions(gym, ann, 2)
    assert [round(each.hours_ago) for each in first.planned_legs] == [-48]
    assert [round(each.hours_ago) for each in later.planned_legs] == [-45]
    assert assess(first).planned_legs is not None


def again_of(shown):
    """Return the press that answers anew with what the message's buttons hold."""
    (action,) = {
        part["custom_id"] for part in parts(shown.raw) if "run.why" in part.get("custom_id", "")
    }
    return "run.again:" + action.removeprefix("run.why:").removesuffix("y1")


def parts(raw):
    if isinstance(raw, dict):
        yield raw
        for each in raw.values():
            yield from parts(each)
    elif isinstance(raw, list):
        for each in raw:
            yield from parts(each)


async def test_lifting_is_asked_about(gym, ann):
    await logged(gym, ann, hours=10)

    await ann.slash("canirun", about="legs", soreness=6)

    (kept,) = await questions(gym, ann)
    lift = assess(kept).lift
    assert kept.about is About.LEGS
    assert lift is not None
    assert lift.lift is not Lift.YES


async def test_own_reports_of_before_are_the_course_of_soreness(gym, ann):
    await logged(gym, ann, hours=20)
    await ann.slash("canirun", soreness=2)
    await gym.wait(hours=24)

    await ann.slash("canirun", soreness=5)

    _, kept = await questions(gym, ann, 2)
    trend = assess(kept).trend
    assert trend is not None
    assert (trend.before, trend.now, round(trend.hours_ago)) == (2, 5, 24)


async def test_race_ahead_is_an_event(gym, ann):
    await logged(gym, ann)

    await ann.slash(
        "canirun", run="race", when="in 16 days", distance="marathon", matters="A", soreness=1
    )

    (kept,) = await questions(gym, ann)
    event, answer = kept.event, assess(kept)
    assert event is not None
    assert (event.kind, event.minutes, event.matters) == (EventKind.MARATHON, 253, Matters.A)
    assert round(event.in_hours) == 16 * 24
    assert answer.event is not None
    assert answer.reply is not None


async def test_race_without_a_time_is_a_run_as_ever(gym, ann):
    await logged(gym, ann)

    await ann.slash("canirun", run="race", minutes=50, soreness=1)

    (kept,) = await questions(gym, ann)
    assert kept.event is None


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"legs": "yesterday 18:00", "when": "in 3 days"}, "legs_already_past"),
    ({"legs": "in 2 days"}, "legs_needs_run"),
    ({"legs": "whenever", "when": "in 3 days"}, "legs_not_understood"),
    ({"run": "race", "when": "yesterday 9:00"}, "race_already_past"),
    ({"run": "race", "when": "in 500 days"}, "race_too_far_ahead"),
    ({"run": "race", "distance": "10k"}, "race_needed"),
    ({"run": "easy", "when": "in 3 days", "matters": "A"}, "race_needed"),
    ({"run": "race", "when": "in 3 days", "distance": "10k", "minutes": 500}, "race_too_slow"),
    ({"about": "arms"}, "not_a_choice"),
    ({"run": "race", "when": "in 3 days", "matters": "Z"}, "not_a_choice"),
]


async def test_what_cannot_be_is_refused_and_nothing_is_kept(gym, ann, subtests):
    await logged(gym, ann)

    for options, key in REFUSED:
        with subtests.test(options=options, key=key):
            shown = await ann.slash("canirun", unchecked=True, soreness=3, **options)

            assert refusal(shown) == key
            member = await gym.store.members.context(ann.id, None)
            assert not member.reports
