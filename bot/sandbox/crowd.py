"""Thousands of guilds that are only announced, for measurements."""

from bot.sandbox import shapes
from bot.sandbox.guilds import Guild
from bot.sandbox.shapes import Json
from bot.sandbox.world import World


class Crowd:
    """Guilds that are all alike: so many text channels, and roles besides @everyone.

    Their payloads are made when they are sent, and not kept.
    """

    def __init__(self, world: World, guilds: int, channels: int, roles: int) -> None:
        self._world = world
        self._channels = channels
        self._roles = roles
        self.ids = [world.ids.next_guild() for _ in range(guilds)]

    def payload(self, guild_id: int) -> Json:
        """Return what GUILD_CREATE carries for one of them."""
        world = self._world
        number = iter(range(guild_id + 1, guild_id + 1 + self._channels + self._roles))
        owner_id = int(world.owner["id"])
        guild = Guild(shapes.guild(guild_id, f"Gym {guild_id}", owner_id, "en-US"))
        guild.roles[guild_id] = shapes.role(guild_id, "@everyone", 0, 0, mentionable=False)
        for place in range(1, self._roles + 1):
            role_id = next(number)
            guild.roles[role_id] = shapes.role(
                role_id, f"role {place}", 0, place, mentionable=False
            )
        for place in range(self._channels):
            channel_id = next(number)
            made = shapes.channel(channel_id, guild_id, f"channel-{place}", shapes.TEXT, place)
            guild.channels[channel_id] = made
        bot_member = {**shapes.member([], world.clock.now()), "user": world.bot}
        guild.members[world.bot_id] = bot_member
        return guild.payload(bot_member)
