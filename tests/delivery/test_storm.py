"""Random trouble, from a seed: every reminder comes once, and is known to have come."""

import random

import pytest

KINDS = ("fail", "fail_after", "reset", "reset_after", "limit", "kill", "down")


async def trouble(gym, rng: random.Random) -> None:
    """Let one thing go wrong."""
    faults = gym.sandbox.faults
    where = rng.choice([("POST", "*"), ("GET", "*"), ("POST", "/channels/*/messages")])
    times = rng.randint(1, 4)
    match rng.choice(KINDS):
        case "fail":
            faults.fail(*where, status=rng.choice([500, 502, 503, 520]), times=times)
        case "fail_after":
            faults.fail(*where, status=rng.choice([500, 502]), times=times, after_effect=True)
        case "reset":
            faults.reset(*where, times=times)
        case "reset_after":
            faults.reset(*where, times=times, after_effect=True)
        case "limit":
            faults.rate_limit(*where, retry_after=rng.choice([0.5, 20]), times=times)
        case "kill":
            await gym.kill()
            await gym.wait(seconds=rng.choice([1, 100, 1000]))
            gym.start()
        case "down":
            await gym.sandbox.api_down(rng.choice([None, 503]))
            await gym.wait(seconds=rng.choice([1, 100, 1000]))
            await gym.sandbox.up()


@pytest.mark.parametrize("seed", range(3))
async def test_storm_neither_loses_nor_doubles(gym, seed):
    rng = random.Random(seed)  # noqa: S311 (a test's dice)
    people = [gym.sandbox.person(f"member{n}") for n in range(6)]
    for person in people:
        await gym.join(person)
        due = sorted(rng.uniform(0, 1) for _ in range(3))
        await gym.plan(
            person,
            *(gym.reminder(person, hours=hours, ordinal=n, life=12) for n, hours in enumerate(due)),
        )
    gym.start()

    for _ in range(12):
        await trouble(gym, rng)
        await gym.wait(seconds=rng.uniform(1, 400))
    gym.sandbox.faults.clear()
    await gym.wait(hours=3)

    assert [len(person.inbox) for person in people] == [3] * 6
    assert [await gym.ends(person) for person in people] == [[("sent", None)] * 3] * 6
