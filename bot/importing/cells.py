"""Cells of a table as values: numbers with point or comma, lengths of time, units."""

import re
from typing import Final

from bot.domain.facts import plain_text
from bot.domain.facts.settings import DistanceUnit, MassUnit
from bot.domain.importing.rows import Why
from bot.domain.reading.set_lines import LOAD_KG, REPS

LONGEST: Final = 40  # characters of a cell that are shown where it is not understood

_NUMBER: Final = re.compile(r"-?\d{1,7}(?:[.,]\d{1,6})?")
_CLOCK: Final = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2}(?:[.,]\d{1,3})?)")
_WORDS: Final = re.compile(r"(\d{1,5})\s*(h|min|m|s)[a-z]*", re.IGNORECASE)
_MINUTES: Final = {"h": 60.0, "m": 1.0, "min": 1.0, "s": 1 / 60}
_POUNDS_PER_KG: Final = 2.21


class UnclearCell(Exception):
    """A cell that is not understood: why, and what stood there."""

    def __init__(self, why: Why, what: str) -> None:
        super().__init__(why, what)
        self.why = why
        self.what = shown(what)


def shown(text: str) -> str:
    """Return a cell as it may be shown to its owner."""
    return plain_text.one_line(text[: 10 * LONGEST], limit=LONGEST)


def number(text: str, why: Why) -> float | None:
    """Return a number, ``None`` for an empty cell.

    Raises:
        UnclearCell: it is none.
    """
    said = text.strip()
    if not said or said in {"--", "-"}:
        return None
    if not _NUMBER.fullmatch(said):
        raise UnclearCell(why, text)
    return float(said.replace(",", "."))


def load(text: str, unit: MassUnit | None) -> float | None:
    """Return a load, ``None`` where none was lifted.

    Raises:
        UnclearCell: it is no number, or more than anybody lifts.
    """
    value = number(text, Why.WEIGHT)
    most = LOAD_KG[1] * (1 if unit is MassUnit.KG else _POUNDS_PER_KG)
    if value is not None and not 0 <= value <= most:
        raise UnclearCell(Why.WEIGHT, text)
    return value or None


def reps(text: str) -> int | None:
    """Return whole repetitions: ``5``, ``5.0``; ``None`` for none, or more than anybody counts.

    Raises:
        UnclearCell: it is no whole number.
    """
    value = number(text, Why.REPS)
    if value is None:
        return None
    if value < 0 or value != int(value):
        raise UnclearCell(Why.REPS, text)
    return int(value) if 0 < value <= REPS[1] else None


def rpe(text: str) -> float | None:
    """Return an RPE of 1 to 10; anything else was not said."""
    try:
        value = number(text, Why.REPS)
    except UnclearCell:
        return None
    return value if value is not None and 1 <= value <= 10 else None


def minutes(text: str) -> float | None:
    """Return the minutes of ``0:31:00``, ``31:00``, ``1h 5m 3s``, ``62m``; ``None`` if not said."""
    clock = _CLOCK.fullmatch(text.strip())
    if clock:
        hours, mins, secs = clock.groups()
        return int(hours or 0) * 60 + int(mins) + float(secs.replace(",", ".")) / 60
    said = _WORDS.findall(text)
    if not said:
        return None
    return sum(int(value) * _MINUTES[unit.lower()] for value, unit in said)


def seconds(text: str) -> float | None:
    """Return seconds that are written as a number, ``None`` for none."""
    value = number(text, Why.DURATION)
    return value if value and value > 0 else None


def distance(text: str) -> float | None:
    """Return a distance, ``None`` for none.

    Raises:
        UnclearCell: it is no number.
    """
    value = number(text, Why.DISTANCE)
    if value is not None and value < 0:
        raise UnclearCell(Why.DISTANCE, text)
    return value or None


def mass_unit(text: str) -> MassUnit | None:
    """Return the unit of a weight: ``kgs``, ``lbs``."""
    said = text.strip().lower()
    if said.startswith("kg"):
        return MassUnit.KG
    return MassUnit.LB if said.startswith("lb") else None


def kilometres(value: float | None, unit: str) -> tuple[float | None, DistanceUnit | None]:
    """Return a distance in ``km``, ``mi.``, ``m`` or ``ft`` as one in kilometres or miles."""
    said = unit.strip().lower().rstrip(".")
    if said in {"mi", "mile", "miles"}:
        return value, DistanceUnit.MI
    if said in {"m", "meters", "metres"}:
        return (None if value is None else value / 1000), DistanceUnit.KM
    if said in {"km", "kms", "kilometers", "kilometres"}:
        return value, DistanceUnit.KM
    if said in {"ft", "yd", "yds", "yards"}:
        return None, DistanceUnit.KM
    return value, None
