"""What delivery asks of Discord: a message in its envelope, and what comes of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.domain.facts.arrivals import Mark
from bot.texts.card import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """A message to be sent: at most once for a ``nonce`` (≤ 25 characters), not after ``send_by``.

    It pings nobody but the members and roles named here, at most 100 of each. With ``guild_id`` it
    goes to a server's channel, else to a DM.
    """

    card: Card
    nonce: str
    send_by: datetime  # no request goes out later: the lease would end before its answer
    member_ids: tuple[int, ...] = ()
    role_ids: tuple[int, ...] = ()
    guild_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A message that Discord created, and the roles it pinged; ``None`` where that is not said."""

    message_id: int
    pinged: frozenset[int] | None = None


class Transport(Protocol):
    """The Discord requests that delivery makes. Every method may raise ``outcomes.SendError``."""

    async def open_dm(self, member_id: int) -> int:
        """Return the id of the DM channel with a member."""

    async def send(self, channel_id: int, envelope: Envelope) -> Sent:
        """Create a message; within minutes a nonce creates only one."""

    async def find(self, channel_id: int, mark: Mark, *, since: datetime) -> int | None:
        """Return the id of our message with this mark, ``None`` if there certainly is none.

        Any of its controls may: what was pressed may have been edited since.

        Raises:
            HistoryHidden: when that cannot be told.
        """

    async def get(self, path: str) -> Any:  # noqa: ANN401 (JSON)
        """Return what Discord has at a path."""

    def closed_for(self) -> float:
        """Return for how many seconds no request may be sent at all."""


class HistoryHidden(Exception):
    """The channel's history cannot be read far enough to tell whether a message is there."""
