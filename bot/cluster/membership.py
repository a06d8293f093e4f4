"""A process among those of its bot: which shards it has, whether it leads, how it tells the others.

One process on one SQLite file is all there is of its bot: a ``Cluster`` by itself.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.clock import Clock
from bot.config import Config
from bot.delivery.rate_limit.turns import OwnTurns, Turns


class Word(StrEnum):
    """What one process tells the others."""

    WAKE = "wake"  # the leader: something is due soon
    NOTICES = "notices"  # all: somebody else may have to be told something
    LANGUAGES = "languages"  # all: somebody chose a language


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The part of a bot's shards that one process serves."""

    number: int = 0  # which part, from 0
    of: int = 1  # how many parts there are
    shard_count: int = 0  # all shards of the bot; 0: as many as Discord recommends

    def shard_ids(self, total: int) -> range:
        """Return the shards that are ours of so many."""
        return range(self.number * total // self.of, (self.number + 1) * total // self.of)


class Cluster:
    """The processes of one bot, as one of them sees them; by itself it is all there is.

    Then it has all shards, leads, and tells nobody; ``Processes`` does all of this among others.
    """

    def __init__(self, config: Config, clock: Clock) -> None:
        self.turns: Turns = OwnTurns(clock, per_second=config.requests_per_second)
        self._only_slot = Slot(shard_count=config.shard_count)

    @property
    def leads(self) -> bool:
        """Whether this process is the one that delivers and keeps house."""
        return True

    async def admitted(self) -> None:
        """Wait until all processes that run agree on how many shards the bot has."""

    async def seat(self) -> Slot:
        """Wait for a slot that no other process has, and keep it."""
        return self._only_slot

    async def lead(self) -> None:
        """Wait until this process leads; it does until it ends or is lost."""

    async def lost(self) -> None:
        """Return when slot and lead are gone: another process may have them by now."""
        await asyncio.Event().wait()

    async def resign(self) -> None:
        """Let another process lead."""

    async def leave(self) -> None:
        """Let another process have the slot."""

    def tell(self, word: Word) -> None:
        """Tell the other processes; a word that gets lost costs them a minute at most."""

    def on(self, word: Word, react: Callable[[], None]) -> None:
        """Call ``react`` when another process says ``word``."""
