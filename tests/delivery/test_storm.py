"""Random trouble, from a seed: every reminder comes once, and is known to have come."""

import random

import pytest

KINDS = ("fail", "fail_after", "reset", "reset_after", "limit", "kill", "down")


async def trouble(gym, chance: random.Random) -> None:
    """Let one thing go wrong."""
    faults = gym.sandbox.faults
    where = chance.choice([("POST", "*"), ("GET", "*"), ("POST", "/channels/*/messages")])
    times = chance.randint(1, 4)
    match chance.choice(KINDS):
        case "fail":
            faults.fail(*where, status=chance.choice([500, 502, 503, 520]), times=times)
        case "fail_after":
            faults.fail(*where, status=chance.choice([500, 502]), times=times, after_effect=True)
        case "reset":
            faults.reset(*where, times=times)
        case "reset_after":
            faults.reset(*where, times=times, after_effect=True)
        case "limit":
            faults.rate_limit(*where, retry_after=chance.choice([0.5, 20]), times=times)
        case "kill":
            await gym.kill()
            await gym.wait(seconds=chance.choice([1, 100, 1000]))
            gym.start()
        case "down":
            await gym.sandbox.api_down(chance.choice([None, 503]))
            await gym.wait(seconds=chance.choice([1, 100, 1000]))
            await gym.sandbox.up()


@pytest.mark.parametrize("seed", range(3))
async def test_storm_neither_loses_nor_doubles(gym, seed):
    chance = random.Random(seed)  # noqa: S311 (a test's dice)
    people = [gym.sandbox.person(f"member{n}") for n in range(6)]
    for person in people:
        await gym.join(person)
        due = sorted(chance.uniform(0, 1) for _ in range(3))
        await gym.plan(
            person,
            *(gym.reminder(person, hours=hours, ordinal=n, life=12) for n, hours in enumerate(due)),
        )
    gym.start()

    for _ in range(12):
        await trouble(gym, chance)
        await gym.wait(seconds=chance.uniform(1, 400))
    gym.sandbox.faults.clear()
    await gym.wait(hours=3)

    assert [len(person.inbox) for person in people] == [3] * 6
    assert [await gym.ends(person) for person in people] == [[("sent", None)] * 3] * 6
