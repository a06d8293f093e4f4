"""The reminders that a message brought, identified by the actions of its controls.

A message may be edited once it has come: Done leaves only Stop, an answered check-in the next
question. Any control that names a reminder or a merged delivery identifies the message. A merged
message also names its reminders: a database restored from a backup knows nothing of its delivery.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

OF_MEMBERS = ("all.done", "all.snooze", "all.stop")  # controls of a merged message
OF_POSTS = OF_MEMBERS[:1]  # of one that is nobody's own: it brings posts alone
MERGED = frozenset(OF_MEMBERS)
SINGLE = frozenset(
    {
        "rem.done",
        "rem.snooze",
        "rem.stop",
        "post.done",
        "check.sore",
        "check.danger",
        "check.pain",
        "roll.in",
        "roll.cheer",
    }
)
LONGEST_ID = 19  # digits of the largest id a database keeps
LARGEST_ID = 10**LONGEST_ID - 1
LONGEST_ACTION = 100  # characters, Discord's limit
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The identity of a delivered message: a reminder's id, or a delivery's if it is merged."""

    id: int
    merged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A delivered message that was pressed: proof that its reminders have arrived."""

    marks: frozenset[Mark]
    channel_id: int
    message_id: int
    at: datetime  # when Discord made the message


def merged_actions(names: Iterable[str], delivery_id: int, ids: Iterable[int]) -> list[str]:
    """Return the actions ``name:delivery:ids`` of a merged message's controls.

    The reminders' ids are spread over the controls, each in base 36 as the distance from the one
    before it. Those for which there is no room (``named_whole``) are named by the delivery alone.
    """
    left = sorted(ids)
    return [_with_ids(f"{name}:{delivery_id}", left) for name in names]


def named_whole(names: Iterable[str], ids: Iterable[int]) -> bool:
    """Tell whether a merged message's controls have room for all ids, whatever its delivery's is.

    They then have room for any part of them: leaving an id out lengthens no action.
    """
    left = sorted(ids)
    for name in names:
        _with_ids(f"{name}:{LARGEST_ID}", left)
    return not left


def _with_ids(action: str, left: list[int]) -> str:
    """Return the action with as many of the ids as fit, which are taken from ``left``."""
    last, separator = 0, ":"
    while left:
        added = separator + _base_36(left[0] - last)
        if len(action) + len(added) > LONGEST_ACTION:
            break
        action, separator, last = action + added, ".", left.pop(0)
    return action


def marked(actions: Iterable[str]) -> frozenset[Mark]:
    """Return what a message's actions name: a reminder, or a delivery and its reminders."""
    return frozenset(mark for action in actions for mark in _marks(action))


def _marks(action: str) -> Iterator[Mark]:
    name, *arguments = action.split(":")
    number = arguments[0] if arguments else ""
    if not (number.isascii() and number.isdecimal() and len(number) <= LONGEST_ID):
        return
    if name in SINGLE:
        yield Mark(id=int(number))
    if name in MERGED:
        yield Mark(id=int(number), merged=True)
        yield from (Mark(id=one) for one in _ids(arguments[1:]))


def _ids(packed: Sequence[str]) -> Iterator[int]:
    """Read the ids that ``merged_actions`` wrote; what is none of them is passed over."""
    last = 0
    for step in packed[0].split(".") if packed else ():
        if not step or len(step) > LONGEST_ID or set(step) - set(DIGITS):
            return
        last += int(step, 36)
        yield last


def _base_36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
    return digits or "0"
