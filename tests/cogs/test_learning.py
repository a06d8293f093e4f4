"""What runs and check-ins teach: used by answers; shown, reset and switched off on /profile."""

import re

import pytest

from tests.refusals import refusal

LEGS = {"effort": 7, "minutes": 60}


async def learning(gym, person):
    return (await gym.store.members.context(person.id, None)).learning


async def line(person):
    shown = await person.slash("profile")
    return next(text for text in shown.text.split("\n") if "Your recovery" in text)


async def feel(gym, person, felt, *, times=1):
    """Lift, wait two days and say how a short run felt, several times over."""
    for _ in range(times):
        await person.slash("legday log", **LEGS)
        await gym.wait(hours=48)
        await person.slash("run log", kind="easy", minutes=20, felt=felt)
        await gym.wait(hours=96)


async def hours_to_ready(gym, person):
    """Log a leg day and return when the reminder that legs are ready is due."""
    await person.slash("legday log", **LEGS)
    rows = await gym.store.reminders.upcoming(person.id)
    (ready,) = [row for row in rows if row.kind == "next_session" and row.state == "open"]
    return ready.due_at - gym.clock.now()


@pytest.fixture
async def member(gym, ann):
    await gym.join(ann)
    return ann


async def test_nothing_is_learnt_before_the_first_log(member, snapshot):
    shown = await member.slash("profile")

    assert shown.text == snapshot
    assert "Forget what was learnt" not in shown.enabled


async def test_dead_legs_again_and_again_are_learnt_from(gym, member):
    await feel(gym, member, 1, times=9)

    slower = re.search(r"about (\d+) % slower than the default \(9 logs\)", await line(member))

    assert slower is not None
    assert 5 <= int(slower[1]) <= 70


async def test_learnt_figure_moves_the_hours_of_the_next_answer(gym, member):
    before = await hours_to_ready(gym, member)
    await member.click("log.undo")
    await feel(gym, member, 1, times=9)

    after = await hours_to_ready(gym, member)

    assert after > before


async def test_fresh_legs_are_believed_after_four_logs_and_by_half(gym, member):
    for count in range(1, 6):
        await member.slash("legday log", effort=9, minutes=90)
        await gym.wait(hours=26)
        await member.slash("run log", kind="easy", minutes=20, felt=5)
        await gym.wait(hours=120)
        shown = await line(member)
        assert ("faster" in shown) is (count >= 4)
        assert f"{count} log" in shown


async def test_check_in_teaches_and_a_run_of_the_same_day_takes_its_place(gym, member):
    await member.slash("legday log", **LEGS)
    await gym.wait(hours=25)
    await member.select("check.sore", "8", on=member.inbox[-1])
    sore = await learning(gym, member)

    await member.slash("run log", minutes=20, felt=3)

    felt = await learning(gym, member)
    assert (sore.count, felt.count) == (1, 1)
    assert sore.theta > felt.theta


async def test_two_check_ins_are_two_logs(gym, member):
    await member.slash("legday log", **LEGS)
    for hours in (25, 24):
        await gym.wait(hours=hours)
        await member.select("check.sore", "6", on=member.inbox[-1])

    assert (await learning(gym, member)).count == 2


async def test_soreness_within_a_day_of_leg_day_teaches_nothing(gym, member):
    await member.slash("legday log", **LEGS)
    await gym.wait(hours=20)
    await member.slash("checkin")
    await member.fill(soreness="9", pain="muscle_ache", felt="1")

    assert (await learning(gym, member)).count == 0


async def test_pain_that_is_not_of_muscle_takes_the_lesson_back(gym, member):
    await member.slash("legday log", **LEGS)
    await gym.wait(hours=25)
    asked = await member.select("check.sore", "6", on=member.inbox[-1])
    learnt = await learning(gym, member)

    await member.select("check.pain", "joint", on=asked)

    after = await learning(gym, member)
    assert learnt.count == 1
    assert (after.count, after.theta) == (0, 0.0)


async def test_felt_said_again_and_a_run_undone_count_once_and_not_at_all(gym, member):
    await member.slash("legday log", **LEGS)
    await gym.wait(hours=30)
    shown = await member.slash("run log", minutes=20)
    shown = await member.select("runs.felt", "1", on=shown)
    dead = await learning(gym, member)
    (run,) = (await gym.store.members.context(member.id, None)).runs
    await member.press_custom_id(
        f"runs.felt:{run.run_id}", on=shown, component_type=3, values=("4",)
    )
    good = await learning(gym, member)
    await member.click("runs.undo", on=shown)
    gone = await learning(gym, member)

    assert (dead.count, good.count, gone.count) == (1, 1, 0)
    assert dead.theta > 0 > good.theta
    assert gone.theta == 0.0


async def test_run_logged_late_is_judged_by_what_stood_when_it_began(gym, member):
    await member.slash("legday log", **LEGS)
    await gym.wait(hours=30)
    await member.slash("run log", minutes=20, felt=2)
    at_once = await learning(gym, member)
    await member.click("runs.undo")
    await gym.wait(hours=20)

    await member.slash("run log", minutes=20, felt=2, when="20h ago")

    late = await learning(gym, member)
    assert late.count == 1
    assert late.theta == pytest.approx(at_once.theta, abs=1e-6)


async def test_reset_forgets_and_off_leaves_the_default_in_force(gym, member, snapshot):
    await feel(gym, member, 1, times=5)
    slower = await line(member)
    off = await member.click("profile.learn:off")
    await feel(gym, member, 1)
    unused = await learning(gym, member)
    on = await member.click("profile.learn:on", on=await member.slash("profile"))
    forgot = await member.click("profile.learn:reset", on=on)

    assert "slower" in slower
    assert off.text == snapshot
    assert (unused.count, unused.on) == (5, False)
    assert on.text == snapshot
    assert forgot.text == snapshot
    assert (await learning(gym, member)).count == 0


async def test_learnt_state_outlives_a_restart_and_is_exported_and_deleted(gym, member):
    await feel(gym, member, 1, times=2)
    before = await learning(gym, member)
    await gym.restart()

    exported = await gym.store.members.export(member.id)
    after = await learning(gym, member)
    await gym.store.members.delete(member.id)

    assert after == before
    assert [row["logs"] for row in exported["learning"]] == [2]
    assert not any((await gym.store.members.export(member.id)).values())


async def test_danger_signs_are_the_same_for_everybody(gym, member, bob):
    await gym.join(bob)
    await feel(gym, member, 5, times=6)

    texts = []
    for person in (member, bob):
        listed = await person.click("run.wrong", on=await person.slash("canirun"))
        texts.append((await person.select("run.symptoms", "dark_urine", on=listed)).text)

    assert texts[0] == texts[1]


async def test_forged_wish_about_learning_is_refused(gym, member):
    panel = await member.slash("profile")

    shown = await member.press_custom_id("profile.learn:perfect", on=panel)

    assert refusal(shown) == "not_a_choice"
    assert (await learning(gym, member)).count == 0


async def test_leg_day_that_was_none_takes_its_lesson_along(gym, member):
    logged = await member.slash("legday log", **LEGS)
    await gym.wait(hours=30)
    await member.slash("run log", minutes=20, felt=1)
    learnt = await learning(gym, member)

    await member.click("log.undo", on=logged)

    assert learnt.count == 1
    assert (await learning(gym, member)).count == 0
