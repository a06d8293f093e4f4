"""The weekly digest: numbers with five people behind them, or nothing; and who cheered."""

import pytest

from tests.cogs.conftest import NEVER_QUIET
from tests.refusals import refusal


@pytest.fixture(autouse=True)
async def ready(gym, coach):
    await gym.set_up_server(quiet=NEVER_QUIET)
    await coach.slash("config post add", kind="roll_call", time="14:00", days="mon, wed")
    await coach.slash("config post add", kind="digest", time="19:00")
    await gym.wait(hours=2)


@pytest.fixture
async def crowd(gym):
    people = [gym.sandbox.person(f"lifter{number}") for number in range(6)]
    for person in people:
        await gym.store.memberships.join(gym.sandbox.guild.id, person.id)
    return people


def public(gym):
    seen = gym.people["bob"].sees(gym.sandbox.general)
    return [one for one in seen if not one.ephemeral]


async def answered(gym, people):
    """Let people answer the newest roll call."""
    for person in people:
        await gym.sandbox.inject(person.compose_press("Done", on=public(gym)[-1]))


async def ended(gym):
    sql = "SELECT state, reason FROM reminders WHERE kind = 'digest' AND state <> 'open'"
    return [tuple(row) for row in await gym.store.database.fetch(sql)]


async def test_numbers_are_those_of_the_store_and_cheers_become_one(gym, crowd, snapshot):
    await answered(gym, crowd)
    await gym.wait(days=2)
    await answered(gym, crowd[:2])
    await gym.wait(days=4, hours=5)
    digest = public(gym)[-1]
    for person in crowd[:2]:
        await person.click("Cheer", on=digest)
        await gym.wait(seconds=11)
    cheered = public(gym)[-1]
    await gym.wait(days=8)
    (closed,) = [one for one in public(gym) if one.id == digest.id]

    assert await ended(gym) == [("sent", None), ("skipped", "nothing_to_say")]
    assert (digest.text, cheered.text, closed.text) == snapshot
    assert not closed.buttons
    assert not any(gym.sandbox.pings)
    assert gym.sandbox.violations == []


async def test_with_four_people_nothing_is_told(gym, crowd):
    await answered(gym, crowd[:4])
    await gym.wait(days=2)
    await answered(gym, crowd[:4])
    await gym.wait(days=5)

    assert await ended(gym) == [("skipped", "nothing_to_say")]


@pytest.mark.parametrize(
    ("options", "key"),
    [
        ({"days": "sat, sun"}, "digest_weekly"),
        ({"role": True}, "digest_pings_nobody"),
        ({"text": "hello"}, "text_not_used"),
        ({"days": "fri"}, None),
    ],
)
async def test_it_comes_once_a_week_pings_nobody_and_has_words_of_its_own(gym, coach, options, key):
    if "role" in options:
        roles = gym.sandbox.guild.roles.values()
        options = {"role": next(role for role in roles if role["name"] == "Gym crew")}

    shown = await coach.slash("config post add", kind="digest", time="18:00", **options)

    assert refusal(shown) == key
