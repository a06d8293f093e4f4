"""Done under a server's posts: each person counts once, and the button itself tells the number."""

import asyncio
import logging
from http import HTTPStatus
from weakref import WeakValueDictionary

import discord

from bot.client.answering import DEFER_AFTER, defer, mark_kept
from bot.client.interactions import Interaction, relabel
from bot.client.speaking import for_all
from bot.store.servers.post_counts import PostCounts
from bot.texts.reminders import messages

PATIENCE = DEFER_AFTER  # real seconds for the edit, of the three for an answer

log = logging.getLogger(__name__)


class PostDone:
    """Counts presses and shows the number; of a message one after the other, so none is outrun."""

    def __init__(self, counts: PostCounts) -> None:
        self._counts = counts
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def press(self, interaction: Interaction, of: int, *, merged: bool = False) -> bool:
        """Count the presser in and show the new number on the button; tell whether it is counted.

        ``of`` is the post's reminder, or the delivery of a ``merged`` message.
        """
        message = interaction.message
        if message is None:
            return False
        turn = self._turns.setdefault(message.id, asyncio.Lock())
        async with turn:
            count = await self._counts.press(of, message.id, interaction.user.id, merged=merged)
            if count is None:
                return False
            mark_kept(interaction)
            await _show(interaction, count)
        return True


async def _show(interaction: Interaction, count: int) -> None:
    """Show the number; where Discord takes no edit for now, the next press shows it.

    Of messages older than an hour few edits pass, and discord.py sleeps for as long as Discord
    asks, far beyond the time in which a press must be answered.
    """
    label = await for_all(interaction, lambda: messages.done_count(count))
    try:
        async with asyncio.timeout(PATIENCE):
            await relabel(interaction, label)
    except TimeoutError:
        log.info("a post's number waits for the next press (interaction %d)", interaction.id)
    except discord.HTTPException as error:
        if error.status != HTTPStatus.TOO_MANY_REQUESTS:
            raise
        log.info("a post's number waits for the next press (interaction %d)", interaction.id)
    else:
        return
    await defer(interaction)
