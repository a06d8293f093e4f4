"""Set-up's last step, something to see: the usual posts, one sent at once, and a welcome."""

from discord.ext import commands

from bot.client import permissions
from bot.client.answering import mark_kept
from bot.client.app import LegdayBot
from bot.client.installs import managed_guild_id
from bot.client.interactions import Interaction, update
from bot.client.settings_panel import settings_panel
from bot.client.speaking import for_all
from bot.client.welcomes import Welcomes
from bot.domain.decisions import first_posts
from bot.domain.facts.errors import NotAllowed
from bot.domain.facts.permissions import needed
from bot.texts.servers import starting, welcome


class ConfigStart(commands.Cog):
    """Buttons of the panel; each checks Manage Server again and answers with the panel."""

    def __init__(self, bot: LegdayBot) -> None:
        router = bot.router
        self._servers = bot.store.servers
        self._posts = bot.store.first_posts
        self._clock = bot.clock
        self._wake = bot.ring
        self._welcomes = Welcomes(bot.clock)
        router.on("config.usual", self._press_usual)
        router.on("config.send", self._press_send)
        router.on("config.welcome", self._press_welcome)
        router.on("config.welcome_post", self._press_welcome_post)

    async def _press_usual(self, interaction: Interaction) -> None:
        guild_id, now = managed_guild_id(interaction), self._clock.now()
        added = await self._servers.revise(
            guild_id,
            now=now,
            decide=lambda server: first_posts.add_usual(server, interaction.id, now),
            by=interaction.user.id,
        )
        mark_kept(interaction)
        self._wake()
        await self._panel(interaction, guild_id, starting.added(added))

    async def _press_send(self, interaction: Interaction) -> None:
        """Send the post that comes next, once, if the bot may write in its channel."""
        guild_id, now = managed_guild_id(interaction), self._clock.now()
        post = await self._posts.next_to_come(guild_id, now)
        lacks = await permissions.lacking_in(interaction, guild_id, post.channel_id)
        if missing := needed(lacks, pings=False):
            await self._panel(interaction, guild_id, starting.lacking(post, missing))
            return
        new = await self._posts.send_now(guild_id, now)
        mark_kept(interaction)
        self._wake()
        await self._panel(interaction, guild_id, starting.sent(post, new=new))

    async def _press_welcome(self, interaction: Interaction) -> None:
        """Show what would be posted, if the bot may write in the server's channel."""
        guild_id = managed_guild_id(interaction)
        channel_id = await self._channel(guild_id)
        if not await self._lacks(interaction, guild_id, channel_id):
            shown = await for_all(interaction, welcome.card)
            await update(interaction, welcome.preview(channel_id, shown))

    async def _press_welcome_post(self, interaction: Interaction) -> None:
        """Post the welcome, once where several admins press; rights may have gone meanwhile."""
        guild_id = managed_guild_id(interaction)
        channel_id = await self._channel(guild_id)
        if await self._lacks(interaction, guild_id, channel_id):
            return
        new = await self._welcomes.post(interaction, channel_id)
        mark_kept(interaction)
        await self._panel(interaction, guild_id, welcome.posted(channel_id, new=new))

    async def _channel(self, guild_id: int) -> int:
        """Return the server's channel.

        Raises:
            NotAllowed: ``welcome_needs_channel``, where none is chosen.
        """
        channel_id = (await self._servers.look(guild_id)).settings.channel_id
        if channel_id is None:
            raise NotAllowed("welcome_needs_channel")
        return channel_id

    async def _lacks(self, interaction: Interaction, guild_id: int, channel_id: int) -> bool:
        """Tell whether the bot may not write there, and if so say what it lacks."""
        lacks = await permissions.lacking_in(interaction, guild_id, channel_id)
        missing = needed(lacks, pings=False)
        if missing:
            await self._panel(interaction, guild_id, welcome.lacking(channel_id, missing))
        return bool(missing)

    async def _panel(self, interaction: Interaction, guild_id: int, notice: str) -> None:
        server, now = await self._servers.look(guild_id), self._clock.now()
        await update(interaction, await settings_panel(interaction, server, now, notice))


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(ConfigStart(bot))
