"""About me: health that outranks every score, kept only under words of consent of its own."""

import json
from datetime import timedelta

import pytest

from bot.domain.decisions import known_of_member
from bot.domain.facts.about_me import Condition, ToldHealth
from bot.domain.facts.training import Region
from bot.domain.recovery.answer import Clearance
from bot.domain.recovery.assess import assess
from bot.domain.recovery.circumstances import AboutMe
from bot.sandbox.limits.choosing import STRING_SELECT
from bot.sandbox.limits.components import BUTTON
from tests.refusals import refusal


async def member_of(gym, person):
    return await gym.store.members.context(person.id, None)


async def health(gym, person):
    return (await member_of(gym, person)).health


async def choose(person, action, *values, on):
    return await person.press_custom_id(action, on=on, component_type=STRING_SELECT, values=values)


async def agreed(gym, person):
    """Join, and agree to the words about health; return the panel."""
    await gym.join(person)
    asked = await person.click("profile.about", on=await person.slash("profile"))
    return await person.press_custom_id("about.agree", on=asked, component_type=BUTTON)


async def test_consent_of_its_own_is_shown_first_and_nothing_is_kept_before(gym, ann, snapshot):
    await gym.join(ann)

    asked = await ann.click("profile.about", on=await ann.slash("profile"))
    forged = [
        await choose(ann, "about.conditions", "statin", on=asked),
        await choose(ann, "about.birth", "8", on=asked),
        await choose(ann, "about.healing", "knee", on=asked),
    ]
    back = await ann.press_custom_id("about.back", on=asked)

    assert asked.text == snapshot
    assert {each.text for each in forged} == {asked.text}
    assert await health(gym, ann) == ToldHealth()
    assert back.selects


async def test_what_is_told_is_shown_back_changed_and_cleared(gym, ann, snapshot):
    panel = await agreed(gym, ann)
    now = gym.clock.now()

    await choose(ann, "about.conditions", "statin", "physio_plan", on=panel)
    await choose(ann, "about.birth", "8", on=panel)
    shown = await choose(ann, "about.healing", "knee", on=panel)
    told = await health(gym, ann)
    await choose(ann, "about.conditions", on=panel)
    await choose(ann, "about.healing", "unsaid", on=panel)
    less = await health(gym, ann)
    await ann.press_custom_id("about.clear", on=panel)

    assert shown.text == snapshot
    assert told.conditions == {Condition.STATIN, Condition.PHYSIO_PLAN}
    assert told.healing_place is Region.KNEE
    assert abs(now - timedelta(weeks=8) - told.born_at) < timedelta(minutes=1)
    assert (less.conditions, less.healing_place, less.born_at) == (frozenset(), None, told.born_at)
    assert await health(gym, ann) == ToldHealth()


async def test_every_answer_goes_by_it_and_weeks_count_on(gym, ann):
    panel = await agreed(gym, ann)
    await ann.slash("legday log", effort=3, minutes=30, when="9 days ago")
    await choose(ann, "about.birth", "8", on=panel)

    member, now = await member_of(gym, ann), gym.clock.now()
    early = assess(known_of_member.question(member, now))
    later = known_of_member.question(member, now + timedelta(weeks=6))

    assert early.clearance is Clearance.WALK
    assert [line.key.value for line in early.about_me] == ["after_birth_walk"]
    assert round(later.about_me.weeks_since_birth or 0) == 14
    over = known_of_member.question(member, now + timedelta(weeks=100))
    assert over.about_me == AboutMe()


async def test_it_stands_in_no_answer_that_is_kept_or_shared(gym, ann, bob):
    panel = await agreed(gym, ann)
    await ann.slash("legday log", effort=3, minutes=30, when="9 days ago")
    await choose(ann, "about.conditions", "pregnant", on=panel)

    shown = await ann.slash("canirun", run="tempo", soreness=1)
    await ann.click("run.share", on=shown)

    (public,) = [message for message in bob.sees() if not message.ephemeral]
    assert "regnan" not in public.text
    assert (await gym.store.members.export(ann.id))["answers"] == []


async def test_export_has_it_and_delete_takes_it(gym, ann):
    panel = await agreed(gym, ann)
    await choose(ann, "about.conditions", "heart_or_kidney", on=panel)

    (row,) = (await gym.store.members.export(ann.id))["about_me"]
    await gym.store.members.delete(ann.id)

    assert json.loads(json.dumps(row))["heart_or_kidney"] == 1
    assert (await gym.store.members.export(ann.id))["about_me"] == []


FORGED = [
    ("about.conditions", "immortal", "not_a_choice"),
    ("about.birth", "-3", "not_a_choice"),
    ("about.birth", "7", "not_a_choice"),
    ("about.healing", "soul", "not_a_choice"),
]


async def test_forged_values_are_refused(gym, ann, subtests):
    panel = await agreed(gym, ann)
    before = await health(gym, ann)

    for action, value, key in FORGED:
        with subtests.test(action=action, value=value, key=key):
            shown = await choose(ann, action, value, on=panel)

            assert refusal(shown) == key
            assert await health(gym, ann) == before


@pytest.mark.parametrize("pregnant_first", [True, False])
async def test_pregnant_weeks_after_a_birth_is_refused(gym, ann, pregnant_first):
    panel = await agreed(gym, ann)
    told = [("about.conditions", "pregnant"), ("about.birth", "0")]
    first, second = told if pregnant_first else reversed(told)

    await choose(ann, *first, on=panel)
    shown = await choose(ann, *second, on=panel)

    assert refusal(shown) == "pregnant_after_birth"


async def test_somebody_who_keeps_nothing_is_asked_for_both_consents(gym, ann):
    asked = await ann.click("profile.about", on=await ann.slash("profile"))
    await ann.press_custom_id("about.agree", on=asked)
    before = await health(gym, ann)

    await ann.click("keep.only")

    assert before == ToldHealth()
    assert (await health(gym, ann)).agreed_at is not None
