"""Check-ins: a day and two after leg day, one question at a time, and care comes first."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.facts.training import PainType, Region
from tests.controls import buttons
from tests.refusals import refusal

SELECT = 3  # Discord's number for a menu of texts
LEGS = {"effort": 7, "minutes": 60}
SORE = "check.sore"
PAIN = "check.pain"
DANGER = "check.danger"


async def reports(gym, person):
    return (await gym.store.members.context(person.id, None)).reports


async def open_kinds(gym, person):
    rows = await gym.store.reminders.upcoming(person.id)
    return [str(row.kind) for row in rows if row.state == "open"]


def checkins(person):
    return [seen for seen in person.inbox if seen.text.startswith("### Check-in")]


def asked_by(seen):
    return [select["custom_id"].partition(":")[0] for select in seen.selects]


@pytest.fixture
async def trained(gym, ann):
    """Ann, who has just logged a leg day at 13:00 in Berlin, with reminders on."""
    await gym.join(ann)
    await ann.slash("legday log", **LEGS)
    return ann


@pytest.fixture
async def asked(gym, trained):
    """Ann's first check-in, just arrived."""
    await gym.wait(hours=24, minutes=1)
    (shown,) = checkins(trained)
    return shown


async def test_confirmation_names_the_check_ins(gym, ann, snapshot):
    await gym.join(ann)

    shown = await ann.slash("legday log", **LEGS)

    assert shown.text == snapshot


async def test_check_in_comes_after_a_day_and_after_two(gym, trained):
    await gym.wait(hours=23, minutes=59)
    before = checkins(trained)
    await gym.wait(minutes=2)
    first = checkins(trained)
    await gym.wait(hours=24)
    second = checkins(trained)
    await gym.wait(days=3)

    assert (len(before), len(first), len(second)) == (0, 1, 2)
    assert len(checkins(trained)) == 2
    assert second[0].text != second[1].text  # never the same words twice running
    assert asked_by(first[0]) == [SORE]
    assert buttons(first[0]) == ["run.wrong", "rem.stop"]


async def test_check_in_waits_for_the_end_of_quiet_hours(gym, ann):
    await gym.join(ann)
    await gym.wait(hours=12)  # one in the morning in Berlin
    await ann.slash("legday log", **LEGS)
    await gym.wait(hours=30, minutes=59)  # just before eight

    before = checkins(ann)
    await gym.wait(minutes=2)

    assert before == []
    assert len(checkins(ann)) == 1


async def test_check_in_keeps_its_hours_when_the_clocks_change(gym, ann):
    await gym.join(ann)
    await gym.clock.advance(datetime(2026, 3, 28, 12, 0, tzinfo=UTC) - gym.clock.now())
    at = gym.clock.now()

    await ann.slash("legday log", **LEGS)

    rows = await gym.store.reminders.upcoming(ann.id)
    due = [row.due_at for row in rows if row.kind == "checkin"]
    assert due == [at + timedelta(hours=24), at + timedelta(hours=48)]


async def test_check_in_that_the_bot_slept_through_is_dropped(gym, trained):
    await gym.stop()
    await gym.clock.advance(timedelta(hours=36, minutes=1))
    await gym.start()
    await gym.wait(minutes=5)

    assert checkins(trained) == []


async def test_both_questions_are_answered_in_the_same_message(gym, trained, asked, snapshot):
    second = await trained.select(SORE, "4", on=asked)
    last = await trained.select(PAIN, "muscle_ache", on=second)

    told = await reports(gym, trained)
    assert asked.id == second.id == last.id
    assert second.text == snapshot
    assert last.text == snapshot
    assert buttons(last) == ["run.again", "run.wrong", "rem.stop"]
    assert {(one.soreness, one.pain) for one in told} == {(4, PainType.MUSCLE_ACHE)}


async def test_answer_goes_on_into_the_verdict(gym, trained, asked, snapshot):
    second = await trained.select(SORE, "4", on=asked)
    last = await trained.select(PAIN, "muscle_ache", on=second)

    verdict = await trained.click("run.again", on=last)

    assert verdict.id == asked.id
    assert verdict.text == snapshot


async def test_check_in_is_answered_after_a_restart(gym, trained, asked):
    await gym.restart()

    await trained.select(SORE, "3", on=asked)

    assert [one.soreness for one in await reports(gym, trained)] == [3]


async def test_reminders_show_lists_the_check_in_as_done(gym, trained, asked, snapshot):
    await trained.select(SORE, "3", on=asked)

    shown = await trained.slash("reminders show")

    assert shown.text == snapshot


async def test_no_soreness_asks_nothing_more(gym, trained, asked, snapshot):
    last = await trained.select(SORE, "0", on=asked)

    assert last.selects == []
    assert last.text == snapshot


async def test_seven_brings_the_danger_questions_first(gym, trained, asked, snapshot):
    danger = await trained.select(SORE, "7", on=asked)
    pain = await trained.select(DANGER, "none", on=danger)
    last = await trained.select(PAIN, "muscle_ache", on=pain)

    assert asked_by(danger) == [DANGER]
    assert asked_by(pain) == [PAIN]
    assert last.text == snapshot
    assert DANGER not in asked_by(await trained.slash("canirun"))


async def test_danger_sign_gives_care_and_nothing_follows(gym, trained, asked, snapshot):
    danger = await trained.select(SORE, "9", on=asked)
    listed = await trained.select(DANGER, "some", on=danger)
    care = await trained.select("run.symptoms", "dark_urine", on=listed)
    inbox = len(trained.inbox)
    await gym.wait(days=3)

    assert care.text == snapshot
    assert care.selects == []
    assert await open_kinds(gym, trained) == []
    assert len(trained.inbox) == inbox


@pytest.mark.parametrize("pain", ["Sharp", "In a joint", "On a bone, in one spot"])
async def test_pain_that_is_not_of_muscle_gives_care_and_cancels_the_plan(
    gym, trained, asked, pain, snapshot
):
    second = await trained.select(SORE, "5", on=asked)
    had = await open_kinds(gym, trained)

    care = await trained.select(PAIN, pain, on=second)

    assert had != []
    assert care.text == snapshot
    assert buttons(care) == ["run.passed"]
    assert await open_kinds(gym, trained) == []


async def test_danger_sign_is_not_taken_back_by_an_older_message(gym, trained, asked, snapshot):
    danger = await trained.select(SORE, "8", on=asked)
    listed = await trained.click("run.wrong", on=await trained.slash("canirun"))
    await trained.select("run.symptoms", "dark_urine", on=listed)
    await gym.wait(minutes=1)

    shown = await trained.select(DANGER, "none", on=danger)

    assert shown.text == snapshot
    assert shown.selects == []
    assert await open_kinds(gym, trained) == []


async def test_danger_denied_after_an_old_sign_was_cleared_is_believed(
    gym, trained, asked, snapshot
):
    listed = await trained.click("run.wrong", on=asked)
    care = await trained.select("run.symptoms", "dark_urine", on=listed)
    await trained.click("run.cleared", on=care)
    await gym.wait(minutes=1)
    await trained.slash("checkin")
    danger = await trained.fill(soreness="8", pain="muscle_ache")

    last = await trained.select(DANGER, "none", on=danger)

    assert last.text == snapshot
    assert DANGER not in asked_by(await trained.slash("canirun"))


async def test_something_feels_wrong_works_on_the_check_in(gym, trained, asked, snapshot):
    listed = await trained.click("run.wrong", on=asked)
    care = await trained.select("run.symptoms", "chest_pain", on=listed)

    assert care.text == snapshot
    assert await open_kinds(gym, trained) == []


async def test_stop_on_a_check_in_ends_all_reminders(gym, trained, asked):
    await trained.click("rem.stop", on=asked)

    assert await open_kinds(gym, trained) == []


async def test_two_low_scores_end_the_check_ins(gym, trained, asked, snapshot):
    first = await trained.select(SORE, "1", on=asked)
    still = await open_kinds(gym, trained)
    await trained.slash("checkin")

    last = await trained.fill(soreness="0")

    assert first.text == snapshot
    assert "checkin" in still
    assert last.text == snapshot
    assert "checkin" not in await open_kinds(gym, trained)
    await gym.wait(hours=30)
    assert len(checkins(trained)) == 0  # the only one became its answers


async def test_low_score_right_after_leg_day_ends_nothing(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log", **LEGS, soreness=0)
    await ann.slash("checkin")
    await ann.fill(soreness="0")

    assert (await open_kinds(gym, ann)).count("checkin") == 2


async def test_newer_leg_day_takes_the_check_ins_over(gym, trained):
    await gym.wait(hours=20)
    await trained.slash("legday log", **LEGS)
    await gym.wait(hours=20)

    assert checkins(trained) == []
    assert (await open_kinds(gym, trained)).count("checkin") == 2


async def test_check_ins_can_be_muted(gym, trained):
    await trained.slash("reminders set", kind="checkin", where="off")

    assert "checkin" not in await open_kinds(gym, trained)
    assert "hydrate" in await open_kinds(gym, trained)


async def test_somebody_elses_check_in_is_out_of_reach(gym, trained, asked, bob, subtests):
    await gym.join(bob)
    theirs = await bob.slash("legday history")
    rows = await gym.store.reminders.upcoming(trained.id)
    (sent,) = [row for row in rows if row.state == "sent" and row.kind == "checkin"]

    for action, value in (("check.sore", "9"), ("check.pain", "sharp"), ("check.danger", "none")):
        with subtests.test(action=action):
            shown = await bob.press_custom_id(
                f"{action}:{sent.reminder_id}", on=theirs, component_type=SELECT, values=(value,)
            )

            assert refusal(shown) == "reminder_gone"
            assert await reports(gym, bob) == ()
            assert await reports(gym, trained) == ()


FORGED = [
    ("check.sore:1", "11"),
    ("check.sore:1", "many"),
    ("check.sore:x", "3"),
    ("check.pain:1", "stabbing"),
    ("check.danger:1:sleep", "none"),
    ("check.danger:0:" + "pain_type:" * 5, "none"),
]


async def test_forged_answers_are_refused_and_nothing_is_kept(
    gym, trained, asked, subtests, snapshot
):
    for action, value in FORGED:
        with subtests.test(action=action, value=value):
            shown = await trained.press_custom_id(
                action, on=asked, component_type=SELECT, values=(value,)
            )

            assert shown.text == snapshot(name=f"{action} {value}")
            assert await reports(gym, trained) == ()


async def test_answer_after_everything_was_deleted_keeps_nothing(gym, trained, asked):
    await gym.store.members.delete(trained.id)

    shown = await trained.select(SORE, "4", on=asked)

    assert refusal(shown) == "reminder_gone"
    assert not any((await gym.store.members.export(trained.id)).values())


async def test_form_tells_all_five_things_at_once(gym, trained, snapshot):
    await gym.wait(hours=26)
    await trained.slash("checkin")

    shown = await trained.fill(
        soreness="5", region="hamstrings", pain="muscle_ache", sleep="6:30", felt="2"
    )

    (told, *_) = await reports(gym, trained)
    assert shown.ephemeral
    assert shown.text == snapshot
    assert (told.soreness, told.region, told.pain) == (
        5,
        Region.HAMSTRINGS,
        PainType.MUSCLE_ACHE,
    )
    assert (told.sleep, told.felt) == (6.5, 2)


async def test_place_of_the_soreness_reaches_the_verdict(gym, trained, snapshot):
    await gym.wait(hours=72)
    await trained.slash("checkin")
    await trained.fill(soreness="2", region="shin", pain="muscle_ache")

    shown = await trained.slash("canirun", run="intervals")

    assert shown.text == snapshot


async def test_form_asks_for_the_danger_signs_too(gym, trained):
    await gym.wait(hours=26)
    await trained.slash("checkin")

    shown = await trained.fill(soreness="8")
    pain = await trained.select(DANGER, "none", on=shown)

    assert asked_by(shown) == [DANGER]
    assert asked_by(pain) == [PAIN]


GIVEN_BACK = [
    {},
    {"region": "calves"},
    {"sleep": "well"},
    {"sleep": "25"},
]


async def test_form_with_nothing_or_nonsense_is_given_back(gym, trained, subtests, snapshot):
    for typed in GIVEN_BACK:
        with subtests.test(typed=typed):
            await trained.slash("checkin")

            shown = await trained.fill(**typed)
            await trained.click("check.again", on=shown)

            assert shown.text == snapshot(name=str(typed))
            assert trained.form.value("sleep") == typed.get("sleep")
            assert await reports(gym, trained) == ()


async def test_first_check_in_of_a_stranger_asks_for_consent(gym, ann, snapshot):
    await ann.slash("checkin")
    asked = await ann.fill(soreness="3", pain="muscle_ache")

    shown = await ann.click("keep.only", on=asked)

    assert shown.text == snapshot
    assert [one.soreness for one in await reports(gym, ann)] == [3]


async def test_run_skipped_because_of_sore_legs_teaches_like_dead_legs(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log", effort=7, minutes=60)
    await gym.wait(hours=48)
    await ann.slash("checkin")

    await ann.fill(felt="skipped")

    member = await gym.store.members.context(ann.id, None)
    assert member.reports[0].felt == 1
    assert member.learning.theta > 0
