"""Trips to the database: each goes to another thread, and no answer may need more than two."""

import asyncio

import pytest
from discord import app_commands

from bot.domain.facts.imports import NewImport
from bot.domain.facts.member import Change

MOST = 2
LOG = {"effort": 8, "minutes": 60, "exercises": "squat 5x5 100kg"}


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request):
    """Return each engine a bot's store may be on."""
    return request.param


@pytest.fixture
async def round_trips(gym):
    """Return a function that counts what something costs; delivery, which has its own, rests."""
    await gym.bot.delivery.stop()
    if not gym.bot.known_shards:
        await gym.bot.wait_for("guilds_known")
    for task in asyncio.all_tasks():  # what the bot does once it has connected
        if "on_guilds_known" in task.get_name():
            await task

    async def count(doing):
        before = gym.store.database.round_trips
        await doing
        return gym.store.database.round_trips - before

    return count


@pytest.fixture
async def regular(gym, ann, round_trips):
    """Ann, who has agreed, has a plan, and was last here more than a day ago."""
    await gym.join(ann)
    await ann.slash("legday log", **LOG)
    await gym.wait(hours=30)
    return ann


async def test_first_log_and_the_consent_that_completes_it_cost_one_round_trip_each(
    ann, round_trips
):
    assert await round_trips(ann.slash("legday log", **LOG)) == 1
    assert await round_trips(ann.click("keep.only")) == 1


async def test_log_and_its_plan_cost_one_round_trip(regular, round_trips):
    assert await round_trips(regular.slash("legday log", soreness=4, **LOG)) == 1


async def test_verdict_costs_at_most_two_round_trips_after_a_day_away(regular, round_trips):
    assert 1 <= await round_trips(regular.slash("canirun")) <= MOST


@pytest.mark.parametrize("button", ["log.edit", "log.undo", "log.share"])
async def test_button_under_a_log_costs_at_most_two_round_trips(regular, round_trips, button):
    await regular.slash("legday log", **LOG)

    assert 1 <= await round_trips(regular.click(button)) <= MOST


async def test_run_and_how_it_felt_cost_one_round_trip_each(regular, round_trips):
    assert await round_trips(regular.slash("run log", minutes=30, distance="5k")) == 1
    assert await round_trips(regular.select("runs.felt", "2")) == 1


async def test_check_in_costs_one_round_trip_an_answer(gym, ann, round_trips):
    await gym.join(ann)
    await ann.slash("checkin")

    assert await round_trips(ann.fill(soreness="8")) == 1
    assert await round_trips(ann.select("check.danger", "none")) == 1
    assert await round_trips(ann.select("check.pain", "muscle_ache")) == 1


async def test_pressed_check_in_costs_a_round_trip_for_its_arrival_and_one_for_its_answer(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log", **LOG)
    await gym.wait(hours=25)
    await gym.bot.delivery.stop()
    before = gym.store.database.round_trips

    await ann.select("check.sore", "3", on=ann.inbox[-1])

    assert gym.store.database.round_trips - before == 2


async def test_what_is_held_costs_two_round_trips_with_imports_too(regular, gym, round_trips):
    now = gym.clock.now()
    brought = Change(imported=NewImport(import_id=1, source="hevy", made_at=now))
    await gym.store.members.revise(regular.id, None, now=now, decide=lambda _: (brought, None))

    assert 1 <= await round_trips(regular.slash("mydata show")) <= MOST


async def test_completing_an_entry_costs_one_round_trip(regular, round_trips):
    assert await round_trips(regular.complete("legday undo", option="entry")) == 1


async def test_every_command_that_needs_no_option_costs_at_most_two_round_trips(
    gym, coach, round_trips
):
    await gym.join(coach)
    leaves = [c for c in gym.bot.tree.walk_commands() if isinstance(c, app_commands.Command)]
    plain = [c.qualified_name for c in leaves if not any(p.required for p in c.parameters)]

    costs = {name: await round_trips(coach.slash(name)) for name in plain}

    assert {"legday log", "legday history", "canirun"} <= set(costs)
    assert {name: cost for name, cost in costs.items() if cost > MOST} == {}


async def test_a_plan_costs_one_round_trip_and_a_week_two_at_most(regular, gym, round_trips):
    legs = {"what": "legs", "days": "tue", "time": "18:00"}
    assert await round_trips(regular.slash("plan add", **legs)) == 1
    await gym.wait(days=14)

    assert 1 <= await round_trips(regular.slash("plan week")) <= MOST  # closes weeks that are over
    assert 1 <= await round_trips(regular.slash("plan week")) <= MOST
