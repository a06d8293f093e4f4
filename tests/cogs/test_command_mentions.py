"""Commands that an answer names are clickable for who may press them, and plain otherwise."""

import re

MENTION = re.compile(r"</([^:>]+):(\d+)>")


def mentioned(seen):
    """The commands that a message mentions, each with the id it is registered under."""
    written = "\n".join(part.get("content", "") for part in seen.components)
    return {name: int(number) for name, number in MENTION.findall(written)}


async def registered(gym):
    return {command.name: command.id for command in await gym.bot.tree.fetch_commands()}


async def test_members_press_what_they_may_and_admins_what_admins_may(gym, ann, coach):
    ids = await registered(gym)

    of_ann, of_coach = mentioned(await ann.slash("help")), mentioned(await coach.slash("help"))

    assert of_ann["canirun"] == ids["canirun"]
    assert of_ann["legday log"] == ids["legday"]
    assert "legday" not in of_ann
    assert not any(name.startswith("config") for name in of_ann)
    assert any(name.startswith("config") for name in of_coach)
    assert "`/canirun`" in (await ann.slash("help")).text
