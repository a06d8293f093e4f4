"""A choice that comes back by its shown name means what it would have by its id."""

import pytest

from tests.refusals import refusal

WALK = {"kind": "walk", "time": "12:00"}


@pytest.fixture
async def members(gym, ann):
    """Ann has a leg day, a run and a reminder of her own."""
    await gym.join(ann)
    await ann.slash("legday log", effort=8, minutes=60)
    await ann.slash("run log", kind="easy", minutes=30)
    await ann.slash("reminders add", **WALK)


@pytest.fixture
async def posts(gym, coach, members):
    """The server has a post."""
    await coach.slash("config setup")
    await coach.select("config.channel", gym.sandbox.general)
    await coach.click("config.zone")
    await coach.fill(zone="Europe/Berlin")
    await coach.slash("config post add", kind="hydrate", time="18:00")


COMMANDS = {
    "legday edit": ("ann", {}),
    "run edit": ("ann", {}),
    "reminders edit": ("ann", {"time": "13:00"}),
    "config post edit": ("coach", {"time": "19:00"}),
    "config post pause": ("coach", {}),
    "config post resume": ("coach", {}),
    "legday undo": ("ann", {}),
    "run undo": ("ann", {}),
    "reminders remove": ("ann", {}),
    "config post remove": ("coach", {}),
}


async def test_shown_name_of_ones_own_is_taken_and_what_is_no_name_asked_about(gym, posts):
    for command, (name, options) in COMMANDS.items():
        person = gym.people[name]
        (offered,) = await person.complete(command, option="entry")

        nonsense = await person.slash(command, entry="*squats* yesterday", **options)
        taken = await person.slash(command, entry=f" {offered['name'].upper()} ", **options)

        assert refusal(nonsense) == "entry_not_chosen", command
        assert refusal(taken) is None, command


async def test_name_that_two_of_them_share_is_asked_about(gym, ann):
    await gym.join(ann)
    for _ in range(2):
        asked = await ann.slash("run log", kind="easy", minutes=30)
    await ann.click(asked.buttons[-1], on=asked)
    first, second = await ann.complete("run undo", option="entry")
    assert first["name"] == second["name"]

    shown = await ann.slash("run undo", entry=first["name"])

    assert refusal(shown) == "entry_not_chosen"
    assert len((await gym.store.members.context(ann.id, None)).runs) == 2


async def test_topic_is_found_by_the_name_that_is_offered(ann):
    offered = await ann.complete("learn", option="topic", text="sore")
    for one in offered:
        by_id = await ann.slash("learn", topic=one["value"])
        by_name = await ann.slash("learn", topic=one["name"])
        assert by_name.text == by_id.text
