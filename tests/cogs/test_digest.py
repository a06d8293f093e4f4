"""The weekly digest: numbers with five people behind them, or nothing; and who cheered."""

import pytest

from tests import stored
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
        await stored.join(gym.store, gym.sandbox.guild.id, person.id)
    return people


def public(gym):
    seen = gym.people["bob"].sees(gym.sandbox.general)
    return [one for one in seen if not one.ephemeral]


async def answered(gym, people):
    """Let people answer the newest roll call."""
    for person in people:
        await gym.sandbox.inject(person.compose_press("roll.done", on=public(gym)[-1]))


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
        await person.click("roll.cheer", on=digest)
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


@pytest.fixture
async def planners(gym, crowd):
    """Six people with a plan of one leg day a week; all but the last keep it this week."""
    for person in crowd:
        await person.slash("plan add", what="legs", days="tue", time="18:00")
        await person.click("keep.only")
    await gym.wait(days=1, hours=6)
    for person in crowd[:-1]:
        await person.slash("legday log", effort=6)
    return crowd


async def goal(coach, value):
    await coach.slash("config group")
    await coach.select("config.goal", value)


@pytest.mark.parametrize("wanted", ["0", "10"])
async def test_what_was_done_as_planned_is_one_sum_of_all(gym, planners, coach, wanted, snapshot):
    await goal(coach, wanted)
    await gym.wait(days=5)

    assert await ended(gym) == [("sent", None)]
    assert public(gym)[-1].text == snapshot
    assert "5" in public(gym)[-1].text


async def test_sum_of_four_people_is_not_told(gym, planners):
    for person in planners[4:]:
        await person.slash("group leave")
    await gym.wait(days=5)

    assert await ended(gym) == [("skipped", "nothing_to_say")]


async def test_new_on_the_board_stand_in_the_digest_until_they_leave(gym, planners, ann):
    await gym.wait(days=9)
    for person in planners[:2]:
        await person.slash("group board")
        await person.click("board.join")
    await gym.wait(days=3)
    seen = [public(gym)[-1].text]
    await planners[0].slash("group board")
    await planners[0].click("board.leave")
    await gym.wait(seconds=15)
    seen.append(public(gym)[-1].text)
    await planners[1].slash("group leave")
    await gym.wait(seconds=15)
    seen.append(public(gym)[-1].text)

    named = [[person.mention in text for person in planners[:3]] for text in seen]
    assert named == [[True, True, False], [False, True, False], [False, False, False]]
    assert gym.sandbox.sent("GET", "/guilds/{guild_id}/members/{user_id}") == []
