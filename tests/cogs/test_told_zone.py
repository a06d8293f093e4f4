"""A time zone that was told is not asked for again within a quarter of an hour, kept or not."""

import pytest

from tests.controls import actions
from tests.refusals import refusal

ASKED = {"run": "easy", "when": "tomorrow 7am"}


async def member(gym, person):
    return await gym.store.members.context(person.id, None)


@pytest.fixture
async def told(ann):
    """Ann has agreed to nothing, and has told her zone with a question a moment ago."""
    await ann.slash("canirun", **ASKED)
    await ann.click("keep.locate")
    return await ann.fill(zone="Berlin")


async def test_answer_says_which_zone_it_took_and_takes_another(gym, ann, told):
    shown = await ann.slash("canirun", **ASKED)
    assert "Europe/Berlin" in told.text
    assert "Europe/Berlin" in shown.text
    assert "keep.locate" in {action.split(":")[0] for action in actions(shown)}

    await ann.click("keep.locate", on=shown)
    moved = await ann.fill(zone="Tokyo")
    again = await ann.slash("canirun", **ASKED)

    assert moved.id == shown.id
    assert ["Asia/Tokyo" in each.text for each in (moved, again)] == [True, True]
    assert (await member(gym, ann)).profile.zone is None


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("legday log", {"effort": 7, "when": "yesterday 18:00"}),
        ("legday log", {"effort": 7}),
        ("plan add", {"what": "legs", "days": "tue", "time": "18:00"}),
        ("plan week", {}),
    ],
)
async def test_what_would_be_kept_is_kept_in_it(gym, ann, told, command, options):
    panel = await ann.slash(command, **options)
    assert "Europe/Berlin" in panel.text

    await ann.click("keep.dm", on=panel)

    after = await member(gym, ann)
    assert (after.profile.zone, after.reminders.on) == ("Europe/Berlin", True)


async def test_own_words_are_answered_in_it(gym, ann, told):
    ann.say("@Legday legs yesterday 18:00, can I run tomorrow 7am?")
    pointer = await gym.until_shown(ann, "For your eyes only")
    shown = await ann.click("talk.show", on=pointer)

    assert [each for each in ann.sees() if "Europe/Berlin" in each.text and each.id >= shown.id]
    assert not [each for each in ann.sees() if refusal(each) == "when_needs_zone"]


async def test_start_shows_it_and_keeps_it(gym, ann, told):
    form = await ann.slash("start")
    shown = form.value("zone")
    await ann.fill(legs="12", hardness="hard", soreness="3", running="some")
    await ann.click("keep.dm")

    assert shown == "Europe/Berlin"
    assert (await member(gym, ann)).profile.zone == "Europe/Berlin"


async def test_it_is_forgotten_after_a_quarter_of_an_hour_and_with_all_data(gym, ann, bob, told):
    await gym.wait(minutes=16)
    assert refusal(await ann.slash("canirun", **ASKED)) == "plan_needs_zone"

    await ann.click("keep.locate")
    await ann.fill(zone="Berlin")
    assert refusal(await bob.slash("canirun", **ASKED)) == "plan_needs_zone"
    await ann.slash("mydata delete")
    assert refusal(await ann.slash("canirun", **ASKED)) == "plan_needs_zone"
