"""Pictures under answers: in the answer itself where that takes no time, else a moment later.

No answer waits for a cold renderer, and none is lost with a picture. A picture that comes later is
put into the message by an edit, so whoever changes that message first waits that edit out, or calls
it off: an old answer must never land on top of a newer one, least of all on care.
"""

import asyncio
import io
import logging
from dataclasses import dataclass, field
from typing import Any

import discord

from bot.charts.renderer import NotDrawn, Renderer
from bot.layout import Image, layout
from bot.texts.card import Card
from bot.texts.picture import Picture

log = logging.getLogger(__name__)

Interaction = discord.Interaction[Any]

QUICK = 0.4  # seconds that an answer may wait for a picture of a renderer that stands ready
ON_ITS_WAY = 2.0  # seconds a change waits for an edit already sent; Discord's limit for it is 3
NAME = "legday.png"


@dataclass(slots=True, eq=False)
class Coming:
    """A picture on its way into a message: still drawn, or already being sent."""

    sending: bool = False
    task: asyncio.Task[None] = field(init=False)


class Pictures:
    """Brings drawn pictures into messages.

    Args:
        renderer: what draws.
    """

    def __init__(self, renderer: Renderer) -> None:
        self.renderer = renderer
        self.coming: dict[int, Coming] = {}
        """What is on its way, by the interaction that made the message."""

    async def at_hand(self, card: Card) -> Image | None:
        """Return the card's picture if it takes no time worth waiting for."""
        picture = _picture(card)
        if picture is None or not self.renderer.is_quick(picture):
            return None
        try:
            async with asyncio.timeout(QUICK):
                return _image(picture, await self.renderer.png(picture))
        except (TimeoutError, NotDrawn):
            return None

    def follow(self, interaction: Interaction, card: Card) -> None:
        """Draw the card's picture and put it into the answer that was just given."""
        if card.picture is None:
            return
        key, coming = _key(interaction), Coming()
        coming.task = asyncio.create_task(self._bring(interaction, card, coming), name="follow")
        self.coming[key] = coming
        coming.task.add_done_callback(lambda _task: self._arrived(key, coming))

    async def settle(self, interaction: Interaction) -> None:
        """Make sure that no earlier picture arrives in the pressed message from now on."""
        coming = self.coming.pop(_key(interaction), None)
        if coming is None:
            return
        if coming.sending:
            await asyncio.wait({coming.task}, timeout=ON_ITS_WAY)
        coming.task.cancel()

    async def close(self) -> None:
        """Let go of all pictures on their way."""
        tasks = [coming.task for coming in self.coming.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self.renderer.close()

    async def _bring(self, interaction: Interaction, card: Card, coming: Coming) -> None:
        try:
            picture = _picture(card)
            if picture is None:
                return
            image = _image(picture, await self.renderer.png(picture))
            coming.sending = True
            await interaction.edit_original_response(
                view=layout(card, image), attachments=[file_of(image)]
            )
        except NotDrawn:
            return  # told in the log where it failed; the answer is there without it
        except (discord.HTTPException, OSError) as error:
            log.warning("a picture did not arrive (%s)", type(error).__name__)

    def _arrived(self, key: int, coming: Coming) -> None:
        if self.coming.get(key) is coming:
            del self.coming[key]


def file_of(image: Image) -> discord.File:
    """Return an image as a file to send."""
    return discord.File(io.BytesIO(image.png), filename=image.name, description=image.alt)


def _picture(card: Card) -> Picture | None:
    return None if card.picture is None else card.picture()


def _image(picture: Picture, png: bytes) -> Image:
    return Image(name=NAME, png=png, alt=picture.alt)


def _key(interaction: Interaction) -> int:
    """The interaction that made the message: this one, or the one its message came from."""
    message = interaction.message
    if message is None:
        return interaction.id
    made_by = message.interaction_metadata
    return message.id if made_by is None else made_by.id
