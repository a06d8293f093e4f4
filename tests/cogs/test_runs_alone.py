"""Who logs runs and no leg day is asked once when the last one was, and answered from then on."""

import pytest

QUESTION = "First, when was your last leg day?"
NEVER = "9999"  # "More than 10 days, or I don't lift"


@pytest.fixture
async def runner(ann):
    """Ann, who logged a run and nothing else."""
    await ann.click("keep.only", on=await ann.slash("run log", kind="easy", minutes=40))
    return ann


async def tell(person, asked, value):
    return await person.select("How long since your last leg day?", value, on=asked)


async def test_who_does_not_lift_is_asked_once_and_answered_ever_after(gym, runner):
    first = await runner.slash("canirun", run="intervals")
    told = await tell(runner, first, NEVER)
    later = []
    for _ in range(4):
        await gym.wait(days=3)
        await runner.slash("run log", kind="easy", minutes=40)
        await gym.wait(days=2)
        later.append(await runner.slash("canirun", run="intervals"))
    why = await runner.click("Why?", on=later[-1])

    assert QUESTION in first.text
    assert [one.text.splitlines()[0] for one in (told, *later)] == [
        "### Yes: intervals, up to 44 minutes"
    ] * 5
    assert "No leg day in 10 days" in why.text  # what it counts on


async def test_who_told_a_leg_day_that_is_not_logged_is_asked_again(gym, runner):
    await tell(runner, await runner.slash("canirun"), "24")
    await gym.wait(days=1)

    assert QUESTION in (await runner.slash("canirun")).text


async def test_who_told_their_soreness_alone_is_still_asked(gym, runner):
    await runner.slash("canirun", soreness=0)
    await gym.wait(days=1)
    asked = await runner.slash("canirun", soreness=0)

    assert [each["placeholder"] for each in asked.selects] == ["How long since your last leg day?"]


async def test_a_leg_day_counts_for_who_said_they_have_none(gym, runner):
    await tell(runner, await runner.slash("canirun"), NEVER)
    logged = await runner.slash("legday log", effort=8, minutes=60)
    with_it = await runner.slash("canirun", run="intervals")
    await runner.click("log.undo", on=logged)
    without = await runner.slash("canirun", run="intervals")

    assert "No run today" in with_it.text
    assert QUESTION in without.text


async def test_who_logs_no_run_for_a_month_is_asked_again(gym, runner):
    await tell(runner, await runner.slash("canirun"), NEVER)
    await gym.wait(days=31)

    assert QUESTION in (await runner.slash("canirun")).text
