"""The panel of ``/config setup``, which looks at the bot's rights in the server's channel."""

from datetime import datetime

from bot.client import permissions
from bot.client.interactions import Interaction
from bot.client.speaking import told_of_server
from bot.domain.decisions.servers import Server
from bot.texts.card import Card
from bot.texts.servers import settings


async def settings_panel(
    interaction: Interaction, server: Server, now: datetime, notice: str = ""
) -> Card:
    """Return the panel; Discord is asked where the interaction does not tell of that channel."""
    guild_id, channel_id = server.settings.guild_id, server.settings.channel_id
    reach = await permissions.reach_of(interaction, guild_id, channel_id)
    told = told_of_server(interaction)
    return settings.panel(server, now, notice, reach=reach, told=told)
