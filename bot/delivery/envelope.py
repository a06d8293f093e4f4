"""A message with all that sending it needs, and the result of sending it."""

from dataclasses import dataclass
from datetime import datetime

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


class HistoryHidden(Exception):
    """The channel's history cannot be read far enough to tell whether a message is there."""
