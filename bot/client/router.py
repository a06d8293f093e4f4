"""The router: the action of a press or a form leads to its handler.

They are routed by their action instead of through views kept in memory, so they outlive a restart,
and their errors end in ``explain``, as those of the commands do.
"""

import asyncio
import functools
import inspect
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import discord

from bot.client import answering, endings
from bot.client.interactions import Interaction, data_of, explain
from bot.client.offered import check_offered
from bot.client.speaking import interpreter_of
from bot.domain.facts.errors import Expired
from bot.meters import Meters

log = logging.getLogger(__name__)

Handler = Callable[..., Awaitable[None]]


class Router:
    """Dispatches presses and submitted forms by the name of their action.

    A handler gets the interaction and the action's arguments as text: they come from outside, so it
    looks each id up with its owner or server.
    """

    def __init__(self) -> None:
        self._handlers: dict[str, Handler] = {}
        self._forms: set[str] = set()  # the actions of forms among them
        self._signature = functools.cache(inspect.signature)
        self._first: Handler | None = None
        self._last: list[Handler] = []
        self.meters = Meters()
        self._in_flight: set[asyncio.Task[Any]] = set()

    def handled_here(self) -> None:
        """Record that the current task answers an interaction, until it ends."""
        task = asyncio.current_task()
        if task is not None:
            self._in_flight.add(task)
            task.add_done_callback(self._in_flight.discard)

    async def finish(self, within: float) -> int:
        """Wait, ``within`` real seconds at most, for what is being answered; return what is left.

        No new interaction may arrive meanwhile.
        """
        if not self._in_flight:
            return 0
        _, left = await asyncio.wait(self._in_flight, timeout=within)
        return len(left)

    def first(self, look: Handler) -> None:
        """Call ``look`` with every press and form before its handler."""
        self._first = look

    def last(self, tell: Handler) -> None:
        """Call ``tell`` after every command, press and form that was answered, in any way."""
        self._last.append(tell)

    async def ended(self, interaction: Interaction) -> None:
        """Add what is due to an answer that was given; nothing can follow an open form."""
        endings.count(self.meters, interaction, self._handlers)
        opened = interaction.response.type is discord.InteractionResponseType.modal
        if opened or not answering.is_answered(interaction) or answering.waits(interaction):
            return
        for tell in self._last:
            try:
                await tell(interaction)
            except Exception:
                log.exception("what was due could not be told (interaction %d)", interaction.id)

    def on(self, name: str, handler: Handler) -> None:
        """Register the handler of the presses ``name:…``; a name has one, of presses or forms."""
        if name in self._handlers:
            raise ValueError(f"two handlers for {name}")
        self._handlers[name] = handler

    def on_form(self, name: str, handler: Handler) -> None:
        """Register the handler of submitted forms ``name:…``: presses never reach it."""
        self.on(name, handler)
        self._forms.add(name)

    async def dispatch(self, interaction: Interaction) -> None:
        """Dispatch a press or a submitted form; the tree takes commands and autocomplete."""
        if interaction.type not in {
            discord.InteractionType.component,
            discord.InteractionType.modal_submit,
        }:
            return
        self.handled_here()
        await interpreter_of(interaction).speak_to(interaction)
        answering.watch(interaction)
        action = str(data_of(interaction).get("custom_id", ""))
        name, *arguments = action.split(":")
        try:
            check_offered(interaction)
            if self._first is not None:
                await self._first(interaction)
            await self._handler(name, interaction, arguments)(interaction, *arguments)
        except Exception as error:  # noqa: BLE001 (a door: all errors of presses and forms end here)
            await explain(interaction, error, what=name)
        finally:
            answering.unwatch(interaction)
        await self.ended(interaction)

    def _handler(self, name: str, interaction: Interaction, arguments: list[str]) -> Handler:
        """Return the handler of an action.

        A submitted form's action stands in no message, so it may be that of a form only.

        Raises:
            Expired: nobody does, or not with these arguments: an older version's, or made up.
        """
        submitted = interaction.type is discord.InteractionType.modal_submit
        if name not in self._handlers or submitted != (name in self._forms):
            raise Expired("control_unknown")
        handler = self._handlers[name]
        try:
            self._signature(handler).bind(interaction, *arguments)
        except TypeError:
            raise Expired("control_unknown") from None
        return handler
