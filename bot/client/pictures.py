"""Pictures in answers: attached at once if they are ready, else added by an edit.

No answer waits for a cold renderer, and none is lost with a picture. A picture that comes later is
put into the message by an edit, so every change of a message is a turn: it waits out an edit that
is on its way, calls off one that is not, and gives way to a turn that has begun meanwhile. An old
answer must never land on top of a newer one, least of all on care.
"""

import asyncio
import io
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import discord

from bot.client.commands_known import pressable
from bot.rendering.charts.renderer import NotDrawn, Renderer
from bot.rendering.components import Image, layout
from bot.texts.card import Card
from bot.texts.picture import Picture

log = logging.getLogger(__name__)

Interaction = discord.Interaction[Any]

QUICK = 0.4  # seconds that an answer may wait for a picture of a renderer that stands ready
ON_ITS_WAY = 2.0  # seconds a change waits for an edit already sent; Discord's limit for it is 3
NAME = "legday.png"


@dataclass(slots=True, eq=False)
class Turn:
    """One change of a message, until its picture is attached.

    ``image`` is the picture where it is at hand; ``task`` brings it where it is not, ``sending``
    once it is on its way.
    """

    image: Image | None = None
    task: asyncio.Task[None] | None = None
    sending: bool = False


class Pictures:
    """Attaches drawn pictures to messages."""

    def __init__(self, renderer: Renderer) -> None:
        self.renderer = renderer
        self.turns: dict[int, Turn] = {}
        """The last change of each message that is not over, by the interaction that made it."""
        self._one_over = asyncio.Event()

    @asynccontextmanager
    async def turn(self, interaction: Interaction, card: Card, key: int) -> AsyncIterator[Turn]:
        """Change the message of ``key`` in the block; its picture is added afterwards.

        From the first line of the block on, nothing of an earlier change arrives in the message.
        """
        turn = Turn()
        before, self.turns[key] = self.turns.get(key), turn
        try:
            if before is not None and before.task is not None:
                if before.sending:
                    await asyncio.wait({before.task}, timeout=ON_ITS_WAY)
                before.task.cancel()
            turn.image = await self._at_hand(card)
            yield turn
            if turn.image is None and card.picture is not None and self.is_last(turn, key):
                turn.task = asyncio.create_task(self._bring(interaction, card, turn), name="follow")
                turn.task.add_done_callback(lambda _task: self._over(turn, key))
        finally:
            if turn.task is None:
                self._over(turn, key)

    def is_last(self, turn: Turn, key: int) -> bool:
        """Tell whether no later change of the message has begun."""
        return self.turns.get(key) is turn

    async def all_attached(self) -> None:
        """Wait until no message waits for its picture any more."""
        while self.turns:
            self._one_over.clear()
            await self._one_over.wait()

    async def close(self) -> None:
        """Cancel all pictures that are not attached yet."""
        tasks = [turn.task for turn in self.turns.values() if turn.task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self.renderer.close()

    async def _at_hand(self, card: Card) -> Image | None:
        """Return the card's picture if it is ready or quickly drawn."""
        picture = _picture(card)
        if picture is None or not self.renderer.is_quick(picture):
            return None
        try:
            async with asyncio.timeout(QUICK):
                return _image(picture, await self.renderer.png(picture))
        except (TimeoutError, NotDrawn):
            return None

    async def _bring(self, interaction: Interaction, card: Card, turn: Turn) -> None:
        try:
            picture = _picture(card)
            if picture is None:
                return
            image = _image(picture, await self.renderer.png(picture))
            turn.sending = True
            await interaction.edit_original_response(
                view=layout(card, image, ids=pressable(interaction)), attachments=[file_of(image)]
            )
        except NotDrawn:
            return  # told in the log where it failed; the answer is there without it
        except (discord.HTTPException, OSError) as error:
            log.warning("attaching a picture failed (%s)", type(error).__name__)

    def _over(self, turn: Turn, key: int) -> None:
        if self.is_last(turn, key):
            del self.turns[key]
            self._one_over.set()


def file_of(image: Image) -> discord.File:
    """Return an image as a file to send."""
    return discord.File(io.BytesIO(image.png), filename=image.name, description=image.alt)


def _picture(card: Card) -> Picture | None:
    return None if card.picture is None else card.picture()


def _image(picture: Picture, png: bytes) -> Image:
    return Image(name=NAME, png=png, alt=picture.alt)
