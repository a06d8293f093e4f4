"""Reminders that are held back say by what, and a press that it has passed plans them anew."""

import pytest

from bot.domain.facts.settings import Kind
from bot.domain.facts.training import Illness, PainType
from tests.refusals import refusal

LEGS = {"effort": 8, "minutes": 60}


async def planned(gym, person):
    rows = await gym.store.reminders.upcoming(person.id)
    return [(row.kind, row.due_at) for row in rows if row.state == "open"]


def hours_of(reminders):
    """Leave out when the legs are ready: after an illness that is later."""
    return [(kind, due) for kind, due in reminders if kind is not Kind.NEXT_SESSION]


def actions(shown):
    return {part.get("custom_id") for part in shown.components} & {"own.passed", "own.cleared"}


@pytest.fixture
async def due(gym, ann):
    """What ann's leg day planned."""
    await gym.join(ann)
    await ann.slash("legday log", **LEGS)
    return await planned(gym, ann)


HOLDING: tuple[PainType | Illness, ...] = (
    PainType.SHARP,
    PainType.JOINT,
    PainType.TENDON,
    PainType.BONE,
    Illness.HEAD_COLD,
    Illness.FEVER_OR_CHEST,
)


async def test_what_holds_them_is_named_and_a_press_brings_them_back(gym, subtests, snapshot):
    for sign in HOLDING:
        with subtests.test(sign=sign.value):
            member = await gym.new_member()
            await member.slash("legday log", **LEGS)
            due = await planned(gym, member)
            if isinstance(sign, Illness):
                await member.slash("canirun", ill=sign.value)
                await member.slash("reminders set", kind="checkin", days="every day")  # plans anew
            else:
                await member.slash("checkin")
                await member.fill(pain=sign.value)
            shown = await member.slash("reminders show")
            held = await planned(gym, member)

            passed = await member.click("own.passed", on=shown)

            assert shown.text.split("\n")[1] == snapshot(name=sign.value)
            assert held == []
            assert actions(shown) == {"own.passed"}
            assert hours_of(await planned(gym, member)) == hours_of(due)
            assert actions(passed) == set()


@pytest.mark.parametrize("care", [False, True])
async def test_answer_says_at_once_that_what_was_told_holds_them(gym, ann, bob, due, care):
    said = {"pain": "sharp"} if care else {"ill": "head_cold"}
    answered = await ann.slash("canirun", **said)
    stranger = await bob.slash("canirun", **said)

    passed = await ann.click("run.passed", on=answered)

    held = ["Reminders are held" in shown.text for shown in (answered, stranger, passed)]
    assert held == [True, False, False]
    assert hours_of(await planned(gym, ann)) == hours_of(due)


async def test_danger_sign_is_lifted_by_its_own_words_alone(gym, ann, due, snapshot):
    listed = await ann.click("run.wrong", on=await ann.slash("canirun"))
    await ann.select("run.symptoms", "dark_urine", on=listed)
    shown = await ann.slash("reminders show")

    still = await ann.press_custom_id("own.passed", on=shown)
    held = await planned(gym, ann)
    await ann.press_custom_id("own.cleared", on=shown)

    assert shown.text.split("\n")[1] == snapshot
    assert actions(shown) == actions(still) == {"own.cleared"}
    assert held == []
    assert await planned(gym, ann) == due


async def test_pressed_again_it_reports_nothing(gym, ann, due):
    await ann.slash("checkin")
    await ann.fill(pain="sharp")
    shown = await ann.slash("reminders show")
    await ann.press_custom_id("own.passed", on=shown)
    reports = len((await gym.store.members.export(ann.id))["reports"])
    await gym.wait(minutes=1)

    await ann.press_custom_id("own.passed", on=shown)

    assert len((await gym.store.members.export(ann.id))["reports"]) == reports
    assert await planned(gym, ann) == due


async def test_nothing_is_kept_of_who_has_no_data(gym, bob):
    shown = await bob.slash("reminders show")

    refused = await bob.press_custom_id("own.passed", on=shown)

    assert refusal(refused) == "nothing_to_remind"
    assert not any((await gym.store.members.export(bob.id)).values())
