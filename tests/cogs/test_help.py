"""``/help``: what it does, by role."""

import re

from discord import app_commands

from bot.texts import help as help_texts
from tests.cogs.conftest import Gym


async def test_help_shows_members_their_commands_and_no_others(gym, ann, snapshot):
    shown = await ann.slash("help")
    in_dm = await ann.dm_slash("help")

    assert shown.ephemeral
    assert {"legday log", "canirun", "reminders show", "profile"} <= listed(shown.text)
    assert "/config" not in shown.text
    assert shown.text == snapshot
    assert "http" not in shown.text
    assert in_dm.text == shown.text


async def test_help_asks_nobody_to_write_to_a_bot_that_does_not_listen(sandbox, database_url):
    gym = Gym(sandbox, sandbox.clock, database_url, {"PLAIN_WORDS": "off"})
    await gym.start()
    told = await gym.people["ann"].slash("help")
    await gym.stop()

    assert help_texts.overview(manages=False, listens=False).body[-1].split("\n")[0] in told.text
    assert help_texts.overview(manages=False).body[-1].split("\n")[1] not in told.text


async def test_help_shows_admins_the_config_part_in_their_server_only(gym, coach, snapshot):
    shown = await coach.slash("help")
    in_dm = await coach.dm_slash("help")

    assert shown.text == snapshot
    assert "/config" not in in_dm.text


async def test_help_lists_an_admin_every_command_and_comes_back(gym, coach, snapshot):
    first = await coach.slash("help")
    shown = await coach.click("help.all")
    back = await coach.click("help.back")

    every = {each.qualified_name for each in gym.bot.tree.walk_commands() if not is_group(each)}
    assert every - listed(shown.text) == {"help"}
    assert listed(first.text) | listed(shown.text) <= every
    assert shown.text == snapshot
    assert back.text == first.text


async def test_all_commands_shows_members_and_dms_none_of_the_config_part(ann, coach):
    await ann.slash("help")
    members = await ann.click("help.all")
    await coach.dm_slash("help")
    in_dm = await coach.click("help.all")

    assert "/config" not in members.text + in_dm.text
    assert "mydata import" in listed(members.text)


def is_group(command):
    return isinstance(command, app_commands.Group)


def listed(text):
    """Return the full names of the commands that a text lists: after `/run log` comes `edit`."""
    names = set()
    for line in text.splitlines():
        group = ""
        for named in re.findall(r"`([^`]+)`", line):
            if named.startswith("/"):
                group, _, rest = named[1:].rpartition(" ")
                names.add(f"{group} {rest}".strip())
            else:
                names.add(f"{group} {named}")
    return names
