"""Answers to what is written to the bot: by DM the card itself, in a server a pointer to it.

A server reads none of an answer: what stands there is a button for who asked, and it goes when it
is pressed, or after 15 minutes while the bot lives.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import Any

import discord
from discord.http import Route

from bot.client.answering import LOST
from bot.client.interactions import Interaction, number
from bot.client.pressed import pressed_message
from bot.client.speaking import Interpreter
from bot.client.spoken import SpokenTo
from bot.client.spoken_limits import SpokenLimits
from bot.clock import Clock
from bot.domain.facts.errors import NotAllowed
from bot.domain.facts.settings import HOLD
from bot.rendering.components import components
from bot.rendering.mentions import CommandIds
from bot.texts import talk
from bot.texts.card import Card, for_dm
from bot.texts.i18n import spoken_in

log = logging.getLogger(__name__)
IDLE = 86_400.0  # seconds between looks while there is no pointer
MESSAGE = "/channels/{channel_id}/messages/{message_id}"
UNPINGED = {"parse": [], "replied_user": False}


class SpokenAnswers:
    """Sends answers to messages, and takes pointers away again."""

    def __init__(
        self,
        http: discord.http.HTTPClient,
        clock: Clock,
        limits: SpokenLimits,
        command_ids: CommandIds,
        interpreter: Interpreter,
    ) -> None:
        self._http = http
        self._clock = clock
        self._limits = limits
        self._ids = command_ids
        self._interpreter = interpreter
        self._pointers: deque[tuple[datetime, int, int]] = deque()
        self._pointed = asyncio.Event()

    async def say(self, spoken: SpokenTo, *cards: Card) -> None:
        """Answer a DM, by a message for each card."""
        for place, card in enumerate(cards):
            await self._send(spoken, for_dm(card), place)

    async def point(self, spoken: SpokenTo, action: str) -> None:
        """Answer in a server: a button for its asker, with the action of what it shows."""
        card = await self.for_place(spoken, lambda: talk.pointer(action))
        sent = await self._send(spoken, card)
        if sent is not None:
            self._pointers.append((self._clock.now() + HOLD, spoken.channel_id, sent))
            self._pointed.set()

    async def for_place(self, spoken: SpokenTo, make: Callable[[], Card]) -> Card:
        """Return a card for where a message stands: in the server's language, if in one."""
        if spoken.guild_id is None:
            return make()
        with spoken_in(await self._interpreter.of_server(spoken.guild_id)):
            return make()

    async def show_in_replied(self, spoken: SpokenTo, card: Card) -> bool:
        """Replace the message of ours that was replied to; tell whether that was possible."""
        if spoken.replied_to is None:
            return False
        card = card if spoken.guild_id is not None else for_dm(card)
        try:
            route = _route("PATCH", MESSAGE, spoken.channel_id, spoken.replied_to)
            await self._http.request(route, json=self._body(card))
        except LOST as error:
            log.info("a reminder that is done could not be edited (%s)", type(error).__name__)
            return False
        return True

    async def take_away(self, interaction: Interaction) -> None:
        """Delete the pointer that was pressed."""
        message_id = pressed_message(interaction)
        if message_id is not None and interaction.channel_id is not None:
            await self._delete(interaction.channel_id, message_id)

    async def run(self) -> None:
        """Delete the pointers that nobody pressed in time; a supervised loop."""
        while True:
            self._pointed.clear()
            await self._sweep()
            if self._pointers:
                left = self._pointers[0][0] - self._clock.now()
                await self._clock.sleep(max(left.total_seconds(), 0))
            else:
                await self._clock.wait(self._pointed, IDLE)

    async def _sweep(self) -> None:
        now = self._clock.now()
        while self._pointers and self._pointers[0][0] <= now:
            _, channel_id, message_id = self._pointers.popleft()
            await self._delete(channel_id, message_id)

    async def _send(self, spoken: SpokenTo, card: Card, place: int = 0) -> int | None:
        body: dict[str, Any] = {
            **self._body(card),
            # A message that Discord sends us twice is answered once.
            "nonce": f"{spoken.message_id}{f'-{place}' if place else ''}",
            "enforce_nonce": True,
        }
        if spoken.guild_id is not None:
            reference = {"message_id": str(spoken.message_id), "fail_if_not_exists": False}
            body["message_reference"] = reference
        path = "/channels/{channel_id}/messages"
        try:
            sent = await self._http.request(_route("POST", path, spoken.channel_id), json=body)
        except discord.Forbidden:
            self._limits.close(spoken.channel_id)
        except LOST as error:
            log.warning("an answer did not go out (%s)", type(error).__name__)
        else:
            return int(sent["id"])
        return None

    def _body(self, card: Card) -> dict[str, Any]:
        return {
            "flags": discord.MessageFlags(components_v2=True).value,
            "components": components(card, ids=self._ids.open),
            "allowed_mentions": UNPINGED,
        }

    async def _delete(self, channel_id: int, message_id: int) -> None:
        self._pointers = deque(one for one in self._pointers if one[2] != message_id)
        try:
            await self._http.request(_route("DELETE", MESSAGE, channel_id, message_id))
        except LOST as error:
            log.info("a pointer could not be deleted (%s)", type(error).__name__)


def _route(method: str, path: str, channel_id: int, message_id: int = 0) -> Route:
    return Route(method, path, channel_id=channel_id, message_id=message_id)


def check_asker(owner: str, interaction: Interaction) -> None:
    """Refuse a press on what somebody else asked.

    Raises:
        NotAllowed: it is another's.
    """
    if number(owner) != interaction.user.id:
        raise NotAllowed("asked_by_another")
