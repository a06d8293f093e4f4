"""Posts a server's welcome: once, where several admins press or one presses twice."""

from datetime import datetime, timedelta
from typing import Final

import discord

from bot.client.interactions import Interaction
from bot.client.speaking import for_all
from bot.clock import Clock
from bot.domain.facts.errors import NotAllowed
from bot.rendering.components import layout
from bot.texts.servers import welcome

APART: Final = timedelta(minutes=5)  # between two welcomes in a channel


class Welcomes:
    """The welcomes of the last minutes, by channel.

    They are kept in memory: after a restart Discord itself still drops a second one with the same
    nonce for some minutes.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._posted: dict[int, datetime] = {}

    async def post(self, interaction: Interaction, channel_id: int) -> bool:
        """Post the welcome, and tell whether none was posted in that channel just before.

        Raises:
            NotAllowed: Discord did not take it, as in a thread that is locked.
        """
        now = self._clock.now()
        self._posted = {one: at for one, at in self._posted.items() if now - at < APART}
        if channel_id in self._posted:
            return False
        self._posted[channel_id] = now
        try:
            card = await for_all(interaction, welcome.card)
            # Bots' channels are in no cache, so it is addressed by its id alone.
            channel = interaction.client.get_partial_messageable(channel_id)
            await channel.send(
                view=layout(card),
                nonce=f"w{channel_id}",
                allowed_mentions=discord.AllowedMentions.none(),
            )
        except BaseException as error:
            self._posted.pop(channel_id, None)  # another press may try again
            if isinstance(error, discord.Forbidden | discord.NotFound):
                raise NotAllowed("welcome_not_taken", channel=channel_id) from error
            raise
        return True
