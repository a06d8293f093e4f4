"""Interaction deadlines: defers a first answer after a while, and tracks what was answered.

An interaction that is not answered in time is lost, with whatever was kept for it untold. So each
is deferred when its answer takes longer than 1.5 s; the answer then fills in what was deferred.
All that is known of an interaction's answer is in its ``extras``.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import aiohttp
import discord

from bot.meters import CommandOutcome

log = logging.getLogger(__name__)

Interaction = discord.Interaction[Any]

DEFER_AFTER = 1.5  # real seconds of the three that Discord gives
LOST = (discord.HTTPException, aiohttp.ClientError, OSError)  # an answer that did not get through
ALREADY_ACKNOWLEDGED = 40060  # Discord's code for a second first answer
STATE = "answer"


@dataclass(slots=True, eq=False)
class _FirstAnswer:
    """The state of an interaction's first answer; one attempt at a time, under the lock."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    timer: asyncio.TimerHandle | None = None
    deferring: asyncio.Task[None] | None = None
    waits: bool = False  # deferred, with a "thinking" message or the pressed one to be filled in
    unsure: bool = False  # the connection broke while it was deferred: Discord may have taken that
    taken: bool = False  # and it had
    kept: bool = False
    said: tuple[str, ...] = ()
    at: datetime | None = None  # when Discord had the first answer, a deferred one too
    outcome: CommandOutcome = CommandOutcome.OK


def watch(interaction: Interaction) -> None:
    """Start to watch an interaction: defer its answer when it takes too long."""
    state = _state(interaction)
    loop = asyncio.get_running_loop()
    state.timer = state.timer or loop.call_later(DEFER_AFTER, _late, interaction)


def unwatch(interaction: Interaction) -> None:
    """Stop watching: the interaction is over, or answered."""
    if (timer := _state(interaction).timer) is not None:
        timer.cancel()


async def defer(interaction: Interaction) -> None:
    """Defer the answer now: what is asked for first takes longer. Its message is ephemeral."""
    state = _state(interaction)
    async with state.lock:
        await _defer(interaction, state)


async def acknowledge(interaction: Interaction) -> None:
    """Answer a press by nothing that is seen: what becomes of it, its message will show."""
    state = _state(interaction)
    async with state.lock:
        await _defer(interaction, state)
        state.waits = False
    unwatch(interaction)


@asynccontextmanager
async def sending(interaction: Interaction) -> AsyncIterator[bool]:
    """Send an answer in the block, which gets whether it fills in one that was deferred.

    Where nobody knows whether it was, it is deferred once more: Discord then says if it had been.
    """
    state = _state(interaction)
    async with state.lock:
        if state.unsure:
            await _defer(interaction, state)
        yield state.waits
        state.waits = False
        state.at = state.at or interaction.client.clock.now()
    unwatch(interaction)


def is_answered(interaction: Interaction) -> bool:
    """Whether Discord has a first answer, a deferred one too."""
    return interaction.response.is_done() or _state(interaction).taken


def waits(interaction: Interaction) -> bool:
    """Tell whether the answer was deferred and not sent yet."""
    return _state(interaction).waits


def fills_new_message(interaction: Interaction) -> bool:
    """Tell whether a deferred answer is a new message, not an edit of the pressed one."""
    return interaction.message is None


def mark_kept(interaction: Interaction) -> None:
    """Record that the entry is saved: no later failure undoes it."""
    _state(interaction).kept = True


def is_kept(interaction: Interaction) -> bool:
    """Tell whether an entry was saved by this interaction."""
    return _state(interaction).kept


def note_said(interaction: Interaction, paragraphs: tuple[str, ...]) -> None:
    """Record what an answer says, so that nothing is told twice."""
    _state(interaction).said += paragraphs


def has_said(interaction: Interaction, words: str) -> bool:
    """Tell whether an answer to this interaction says these words."""
    return any(words in paragraph for paragraph in _state(interaction).said)


def note_outcome(interaction: Interaction, outcome: CommandOutcome) -> None:
    """Record how the interaction ended; without a word, it ended well."""
    _state(interaction).outcome = outcome


def outcome(interaction: Interaction) -> CommandOutcome:
    """Return how the interaction ended."""
    return _state(interaction).outcome


def seconds_to_answer(interaction: Interaction) -> float | None:
    """Return how long after Discord's timestamp the first answer was given, if one was."""
    answered_at = _state(interaction).at
    return None if answered_at is None else (answered_at - interaction.created_at).total_seconds()


def _late(interaction: Interaction) -> None:
    state = _state(interaction)
    if not is_answered(interaction):
        state.deferring = asyncio.create_task(_defer_late(interaction), name="defer")


async def _defer_late(interaction: Interaction) -> None:
    try:
        await defer(interaction)
    except LOST as error:
        log.warning(
            "interaction %d could not be deferred (%s)", interaction.id, type(error).__name__
        )


async def _defer(interaction: Interaction, state: _FirstAnswer) -> None:
    if is_answered(interaction):
        return
    thinking = fills_new_message(interaction)
    try:
        await interaction.response.defer(ephemeral=True, thinking=thinking)
    except discord.HTTPException as error:
        if not state.unsure or error.code != ALREADY_ACKNOWLEDGED:
            raise
        state.taken = True
    except (aiohttp.ClientError, OSError):
        state.unsure = True
        raise
    state.waits = True
    state.at = interaction.client.clock.now()


def _state(interaction: Interaction) -> _FirstAnswer:
    state: _FirstAnswer | None = interaction.extras.get(STATE)
    if state is None:  # a new one has a lock of its own: not for each question about it
        state = interaction.extras[STATE] = _FirstAnswer()
    return state
