"""The language that Discord is set to for the member whom this task answers.

Discord says it with every interaction. It is kept with what is written of them anyway, so for the
rest of the task it is at hand, as the language is that they are spoken to in.
"""

from contextvars import ContextVar
from typing import Final

LONGEST: Final = 20  # characters: Discord's own names for languages have six at most

_heard: ContextVar[tuple[int, str] | None] = ContextVar("heard", default=None)


def hear(member_id: int, locale: str) -> None:
    """Note what Discord says of the member this task answers."""
    _heard.set((member_id, locale) if 0 < len(locale) <= LONGEST else None)


def heard(member_id: int) -> str | None:
    """Return what Discord said of a member in this task."""
    said = _heard.get()
    return said[1] if said is not None and said[0] == member_id else None
