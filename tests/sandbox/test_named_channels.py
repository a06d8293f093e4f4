"""Channels as an interaction that names them brings them along."""

import pytest

from bot.sandbox import shapes
from bot.sandbox.compose import Resolver
from bot.sandbox.limits.commands import CHANNEL


def named(sandbox, channel, where=None):
    """Return a channel as it comes with a command of ann's that names it."""
    resolver = Resolver(sandbox.world, sandbox.messages, where or sandbox.general)
    resolver.value(CHANNEL, channel)
    return resolver.resolved(sandbox.person("ann").id)["channels"][channel["id"]]


@pytest.mark.parametrize("kind", [shapes.TEXT, shapes.NEWS, shapes.VOICE, shapes.STAGE])
def test_named_channel_has_the_fields_of_its_kind(sandbox, kind):
    shown = named(sandbox, sandbox.world.add_channel(sandbox.guild, "place", kind))

    of_all = {"id", "guild_id", "nsfw", "topic", "position", "rate_limit_per_user"}
    assert of_all | {"last_message_id", "app_permissions", "permissions"} <= shown.keys()
    assert ({"bitrate", "user_limit"} <= shown.keys()) == (kind in shapes.VOICES)


def test_bots_rights_are_told_only_where_it_is_and_unless_left_out(sandbox):
    elsewhere = sandbox.world.add_guild("Elsewhere", installed=False)
    channel = sandbox.world.add_channel(elsewhere, "general")

    away = named(sandbox, channel, where=channel)
    told = named(sandbox, sandbox.general)
    sandbox.world.tells_app_permissions = False
    left_out = named(sandbox, sandbox.general)

    assert ["app_permissions" in one for one in (away, told, left_out)] == [False, True, False]
