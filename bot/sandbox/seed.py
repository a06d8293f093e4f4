"""A small gym server to try the bot in: an admin, three members, a newcomer, two channels."""

from zoneinfo import ZoneInfo

from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox

ZONE = ZoneInfo("Europe/Berlin")
"""Where the server's members live, as far as a transcript shows local times."""

ADMIN = "coach"
MEMBERS = ("ann", "bob", "cy")
NEWCOMER = "dee"  # joined just now, and has no role yet
CHANNELS = ("gym", "legday-log")
CREW = "Gym crew"


def seed(sandbox: Sandbox) -> dict[str, Person]:
    """Fill the sandbox's guild and return its people by name, members first.

    The admin may manage the server; all but the newcomer are in the mentionable role a group
    post can ping.
    """
    first, *others = CHANNELS
    sandbox.world.update_channel(sandbox.general, name=first)
    for name in others:
        sandbox.world.add_channel(sandbox.guild, name)
    crew = sandbox.world.add_role(sandbox.guild, CREW, mentionable=True)
    head = sandbox.world.add_role(sandbox.guild, "Coach", ("manage_guild",))
    people = {name: sandbox.person(name, roles=[crew]) for name in MEMBERS}
    people[ADMIN] = sandbox.person(ADMIN, roles=[crew, head])
    return {**people, NEWCOMER: sandbox.person(NEWCOMER)}
