"""Discord away for everybody: all wait together, none is lost, and all flow when it is back."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.outage import Circuit
from bot.sandbox import SandboxClock

DICE = random.Random(1)  # noqa: S311 (spreads probes)


@pytest.fixture
async def people(gym):
    """Eight people with a reminder each, one every two minutes."""
    found = [gym.sandbox.person(f"member{n}") for n in range(8)]
    for number, person in enumerate(found):
        await gym.join(person)
        await gym.plan(person, gym.reminder(person, hours=1 + number / 30, life=6))
    return found


@pytest.mark.parametrize("status", [None, 503])
async def test_half_an_hours_outage_is_over_half_a_minute_after_discords_return(
    gym, people, status
):
    gym.start()
    await gym.wait(minutes=59)
    await gym.sandbox.api_down(status)
    await gym.wait(minutes=31)
    assert [len(person.inbox) for person in people] == [0] * 8

    await gym.sandbox.up()
    await gym.wait(seconds=30)

    assert [len(person.inbox) for person in people] == [1] * 8
    assert [await gym.ends(person) for person in people] == [[("sent", None)]] * 8


async def test_outage_is_knocked_at_a_few_times_a_minute_only(gym, people):
    gym.start()
    await gym.wait(minutes=59)
    await gym.sandbox.api_down(503)
    await gym.wait(minutes=11)
    knocks = [one for one in gym.sandbox.requests if one.status == 503]

    assert 30 <= len(knocks) <= 10 * 4 * 2 * 3


async def test_one_whom_discord_chokes_on_holds_up_nobody(gym, people):
    ann = people[0]
    gym.sandbox.faults.fail("POST", f"/channels/{ann.dm['id']}/messages", status=500, times=None)
    gym.start()

    await gym.wait(hours=1, minutes=21)

    assert [len(person.inbox) for person in people] == [0] + [1] * 7


async def test_refusal_of_one_shows_that_discord_is_back(gym, people):
    for person in people:
        gym.sandbox.close_dms(person)
    gym.start()
    await gym.wait(minutes=59)
    await gym.sandbox.api_down(503)
    await gym.wait(minutes=31)
    assert gym.delivery.health().outage

    await gym.sandbox.up()
    await gym.wait(seconds=30)

    assert not gym.delivery.health().outage
    assert {state for person in people for state, _ in await gym.ends(person)} == {"given_up"}


async def test_tries_of_an_outage_are_counted_but_end_nothing(gym, ann):
    await gym.plan(ann, gym.reminder(ann, life=6))
    gym.start()
    await gym.sandbox.api_down(503)
    await gym.wait(hours=1, minutes=20)
    (row,) = await gym.rows(ann)
    assert row.failures > 70

    await gym.sandbox.up()
    await gym.wait(seconds=30)

    assert len(ann.inbox) == 1


@pytest.fixture
def clock():
    return SandboxClock(datetime(2026, 3, 2, 12, tzinfo=UTC))


def test_circuit_stays_closed_while_anything_gets_through(clock):
    circuit = Circuit(clock, DICE)
    for _ in range(10):
        circuit.failed()
        circuit.failed()
        circuit.passed()

    assert (circuit.is_open, circuit.closed_for(), circuit.room(100)) == (False, 0, 100)


async def test_circuit_probes_at_least_every_fifteen_seconds(clock):
    circuit = Circuit(clock, DICE)
    for _ in range(3):
        circuit.failed()
    waits = []
    for _ in range(12):
        waits.append(circuit.closed_for())
        await clock.advance(timedelta(seconds=waits[-1]))
        assert circuit.closed_for() == pytest.approx(0)
        assert circuit.room(100) == 3
        circuit.probing()

    assert waits[0] <= 2
    assert all(7.5 <= wait <= 15 for wait in waits[5:])
