"""The reminders that a message brought, identified by the actions of its controls.

A message may be edited once it has come: Done leaves only Stop, an answered check-in the next
question. Any control that names a reminder or a merged delivery identifies the message.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

MERGED = frozenset({"all.done", "all.snooze", "all.stop"})
SINGLE = frozenset(
    {"rem.done", "rem.snooze", "rem.stop", "post.done", "check.sore", "check.danger", "check.pain"}
)
LONGEST_ID = 19  # digits of the largest id a database keeps


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The identity of a delivered message: a reminder's id, or a delivery's if it is merged."""

    id: int
    merged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A delivered message that was pressed: proof that its reminders have arrived.

    ``at`` is when Discord made the message.
    """

    marks: frozenset[Mark]
    channel_id: int
    message_id: int
    at: datetime


def marked(actions: Iterable[str]) -> frozenset[Mark]:
    """Return the identity that a message's actions name: one, or none."""
    return frozenset(mark for action in actions if (mark := _mark(action)) is not None)


def _mark(action: str) -> Mark | None:
    name, _, rest = action.partition(":")
    digits = rest.partition(":")[0]
    named = name in MERGED or name in SINGLE
    if not named or not (digits.isascii() and digits.isdecimal() and len(digits) <= LONGEST_ID):
        return None
    return Mark(id=int(digits), merged=name in MERGED)
