"""Done under a server's posts: each person counts once, and the button itself tells the number."""

import asyncio
from weakref import WeakValueDictionary

from bot.client.answering import mark_kept
from bot.client.interactions import Interaction, relabel
from bot.store.servers.post_counts import PostCounts
from bot.texts.reminders import messages


class PostDone:
    """Counts presses and shows the number; of a message one after the other, so none is outrun."""

    def __init__(self, counts: PostCounts) -> None:
        self._counts = counts
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def press(self, interaction: Interaction, of: int, *, merged: bool = False) -> bool:
        """Count the presser in and show the new number on the button; tell whether it is counted.

        Args:
            interaction: the press.
            of: the post's reminder, or the delivery of a ``merged`` message.
            merged: whether the message brought several reminders.
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
            await relabel(interaction, messages.done_count(count))
        return True
