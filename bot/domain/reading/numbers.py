"""Whole numbers and lengths in minutes, as members type them into a form."""

import re
from datetime import timedelta

from bot.domain.facts.errors import BadInput
from bot.domain.facts.plain_text import fold
from bot.domain.reading.clock_times import LONGEST_TEXT, shown
from bot.domain.reading.elapsed import elapsed

_SCORE = re.compile(r"~?(-?\d{1,9})(?:[.,]0+)?(?: ?(?:/|(?:out )?of) ?10)?")
_PLAIN_MINUTES = re.compile(r"~?(-?\d{1,9})(?:[.,]0+)?")


def read_score(field: str, typed: str | None) -> int | None:
    """Read a whole number: ``8``, ``8/10``, ``8 out of 10``; ``None`` for nothing.

    Raises:
        BadInput: ``not_a_number``.
    """
    plain = _plain(typed)
    found = _SCORE.fullmatch(plain)
    if plain and found is None:
        raise BadInput("not_a_number", field=field, value=shown(plain))
    return int(found[1]) if found else None


def read_minutes(field: str, typed: str | None) -> int | None:
    """Read minutes: ``75``, ``75 min``, ``1h15``, ``1,25 h``, ``an hour``; ``None`` for nothing.

    ``25:30`` may be hours or minutes, so it is neither.

    Raises:
        BadInput: ``not_minutes``.
    """
    plain = _plain(typed)
    if not plain:
        return None
    if found := _PLAIN_MINUTES.fullmatch(plain):
        return int(found[1])
    length = None if ":" in plain else elapsed(f"in {plain}", 1)
    if length is None:
        raise BadInput("not_minutes", field=field, value=shown(plain))
    return round(length / timedelta(minutes=1))


def _plain(typed: str | None) -> str:
    return " ".join(fold((typed or "")[: LONGEST_TEXT + 1]).split())
