"""Trips to the database: each is a hop to another thread, and no answer may need more than two."""

import pytest
from discord import app_commands

MOST = 2
LOG = {"effort": 8, "minutes": 60, "exercises": "squat 5x5 100kg"}


@pytest.fixture
async def hops(gym):
    """Return a function that counts the hops of something; delivery, which has its own, rests."""
    await gym.bot.delivery.stop()
    await gym.store.guilds.left()  # as the bot does when it has connected: it is done before us
    await gym.store.guilds.ids()

    async def count(doing):
        before = gym.store.database.round_trips
        await doing
        return gym.store.database.round_trips - before

    return count


@pytest.fixture
async def regular(gym, ann, hops):
    """Ann, who has agreed, has a plan, and was last here more than a day ago."""
    await gym.join(ann)
    await ann.slash("legday log", **LOG)
    await gym.wait(hours=30)
    return ann


async def test_first_log_and_the_consent_that_completes_it_cost_one_hop_each(ann, hops):
    assert await hops(ann.slash("legday log", **LOG)) == 1
    assert await hops(ann.click("Save only")) == 1


async def test_log_and_its_plan_cost_one_hop(regular, hops):
    assert await hops(regular.slash("legday log", soreness=4, **LOG)) == 1


async def test_verdict_costs_at_most_two_hops_after_a_day_away(regular, hops):
    assert 1 <= await hops(regular.slash("canirun")) <= MOST


@pytest.mark.parametrize("button", ["Edit", "Undo", "Share"])
async def test_button_under_a_log_costs_at_most_two_hops(regular, hops, button):
    await regular.slash("legday log", **LOG)

    assert 1 <= await hops(regular.click(button)) <= MOST


async def test_run_and_how_it_felt_cost_one_hop_each(regular, hops):
    assert await hops(regular.slash("run log", minutes=30, distance="5k")) == 1
    assert await hops(regular.select("How your legs felt", "Heavy")) == 1


async def test_check_in_costs_one_hop_an_answer(gym, ann, hops):
    await gym.join(ann)
    await ann.slash("checkin")

    assert await hops(ann.fill(soreness="8")) == 1
    assert await hops(ann.select("Dark urine, big swelling or real weakness?", "none")) == 1
    assert await hops(ann.select("Muscle ache, or sharp or joint pain?", "muscle_ache")) == 1


async def test_pressed_check_in_costs_one_hop_for_its_arrival_and_one_for_the_answer(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log", **LOG)
    await gym.wait(hours=25)
    await gym.bot.delivery.stop()
    before = gym.store.database.round_trips

    await ann.select("Soreness now, 0-10", "3", on=ann.inbox[-1])

    assert gym.store.database.round_trips - before == 2


async def test_completing_an_entry_costs_one_hop(regular, hops):
    assert await hops(regular.complete("legday undo", option="entry")) == 1


async def test_every_command_that_needs_no_option_costs_at_most_two_hops(gym, coach, hops):
    await gym.join(coach)
    leaves = [c for c in gym.bot.tree.walk_commands() if isinstance(c, app_commands.Command)]
    plain = [c.qualified_name for c in leaves if not any(p.required for p in c.parameters)]

    costs = {name: await hops(coach.slash(name)) for name in plain}

    assert {"legday log", "legday history", "canirun"} <= set(costs)
    assert {name: cost for name, cost in costs.items() if cost > MOST} == {}
