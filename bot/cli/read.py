"""What the bot reads of words: ``python -m bot read``, for whoever doubts it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from functools import partial
from itertools import groupby
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.domain.decisions.checkins import read_sleep
from bot.domain.facts.errors import BadInput, LegdayError
from bot.domain.facts.settings import DistanceUnit
from bot.domain.facts.training import ExerciseSet
from bot.domain.reading import clock_times, elapsed, exercises, moments, numbers, weekdays, zones
from bot.domain.reading.distances import read_distance
from bot.domain.talk.sentence import Sentence
from bot.domain.talk.understanding import understand
from bot.domain.tongues.known import NAMES, typed

EXAMPLE_ZONE: Final = "Europe/Berlin"
EXAMPLE_NOW: Final = "2026-11-28T14:40"  # a list reads the same on any day
DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class ReadingError(Exception):
    """What was asked for cannot be read at all; the message says why, in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRequest:
    """Words for one reader, and what they are read by."""

    reader: str
    text: str
    now: datetime
    zone: ZoneInfo
    unit: str | None = None


def asked(
    reader: object,
    text: object,
    *,
    zone: object = EXAMPLE_ZONE,
    now: object = EXAMPLE_NOW,
    unit: object = None,
    language: object = None,
) -> ReadingRequest:
    """Check what shall be read.

    Raises:
        ReadingError: no such reader, zone, unit or language, or a moment that is none.
    """
    if reader not in READERS:
        raise ReadingError(f"{reader}: no such reader; there are {', '.join(READERS)}")
    if not isinstance(text, str):
        raise ReadingError(f"{text}: not a text")
    if unit not in {None, "kg", "lb", "km", "mi"}:
        raise ReadingError(f"{unit}: no such unit; there are kg, lb, km, mi")
    code = str(language or "en").replace("-", "_")
    if code not in {"en", *NAMES}:
        raise ReadingError(f"{language}: no such language; there are en, {', '.join(NAMES)}")
    try:
        known = zones.zone(str(zone))
        at = datetime.fromisoformat(str(now))
    except BadInput:
        raise ReadingError(f"{zone}: no such zone; try one like {EXAMPLE_ZONE}") from None
    except ValueError:
        raise ReadingError(f"{now}: no such moment; try one like {EXAMPLE_NOW}") from None
    return ReadingRequest(
        reader=str(reader),
        text=typed(text, code),
        now=at if at.tzinfo else at.replace(tzinfo=known),
        zone=known,
        unit=None if unit is None else str(unit),
    )


def read(one: ReadingRequest) -> str:
    """Return what is read, in one line; ``refused: KEY`` where it is not."""
    try:
        return READERS[one.reader](one)
    except LegdayError as error:
        return f"refused: {error.key}"


def read_list(text: bytes, **defaults: str | None) -> str:
    """Return the readings of a JSON list as a JSON list.

    Each may name its own zone, now, unit and language; ``defaults`` are for the others.

    Raises:
        ReadingError: no such list, or one of it cannot be read at all.
    """
    try:
        listed = json.loads(text)
    except ValueError as error:
        raise ReadingError(f"not JSON: {error}") from None
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        raise ReadingError('not a list of {"reader": ..., "input": ...}')
    readings = [read(_of_list(each, defaults)) for each in listed]
    return json.dumps(readings, ensure_ascii=False, indent=0)


def _of_list(each: Mapping[str, Any], defaults: Mapping[str, str | None]) -> ReadingRequest:
    own = {name: each.get(name) or default for name, default in defaults.items()}
    return asked(each.get("reader"), each.get("input"), **own)


def _exercises(one: ReadingRequest) -> str:
    unit = "lb" if one.reader == "exercises_lb" else one.unit or "kg"
    reading = exercises.parse(one.text, unit=unit)
    lines = [_line(each, len(list(same))) for each, same in groupby(reading.sets)]
    parts = [", ".join(lines)] if lines else []
    if reading.unread:
        parts.append("unread " + ", ".join(reading.unread))
    parts += [f"guess {guess.typed}->{guess.taken}" for guess in reading.guesses]
    parts += [f"aside {words}" for words in reading.aside]
    return " | ".join(parts) or "nothing"


def _line(line: ExerciseSet, times: int) -> str:
    reps = "?" if line.reps is None else str(line.reps)
    sets = "?" if line.sets is None else str(line.sets * times)
    parts = [line.name, f"{sets}x{reps}"]
    if line.load_kg is not None:
        parts.append(f"{line.load_kg:g}kg")
    if line.rpe is not None:
        parts.append(f"@{line.rpe:g}")
    return " ".join(parts)


def _moment(read: Callable[..., datetime], one: ReadingRequest) -> str:
    at = read(one.text, now=one.now, zone=one.zone)
    return f"{at.astimezone(one.zone):%a %d %b %Y %H:%M}"


def _zone(one: ReadingRequest) -> str:
    reading = zones.read_zone(one.text, now=one.now)
    return reading.name or "offers " + ", ".join(reading.candidates)


def _distance(one: ReadingRequest) -> str:
    return _or_nothing(read_distance(one.text, DistanceUnit(one.reader)), "km")


def _minutes(one: ReadingRequest) -> str:
    return _or_nothing(numbers.read_minutes("minutes", one.text), "min")


def _score(one: ReadingRequest) -> str:
    return _or_nothing(numbers.read_score("score", one.text), "")


def _sleep(one: ReadingRequest) -> str:
    return _or_nothing(read_sleep(one.text), "h")


def _or_nothing(number: float | None, unit: str) -> str:
    return "nothing" if number is None else f"{number} {unit}".strip()


def _days(one: ReadingRequest) -> str:
    return ",".join(DAYS[day] for day in sorted(weekdays.read_days(one.text)))


def _clock(one: ReadingRequest) -> str:
    return f"{clock_times.read_clock(one.text):%H:%M}"


def _duration(one: ReadingRequest) -> str:
    return f"{elapsed.read_duration(one.text) / timedelta(hours=1):g} h"


def _sentence(one: ReadingRequest) -> str:
    return written(understand(one.text, now=one.now))


def written(said: Sentence) -> str:
    """Return a sentence in one line: its intent, then danger signs or slots by name."""
    if said.signs:
        return f"{said.intent} {' '.join(sorted(said.signs))}"
    told = ((slot.name, getattr(said, slot.name)) for slot in fields(said))
    slots = [
        f"{name}={value:g}" if isinstance(value, float) else f"{name}={value}"
        for name, value in sorted(told)
        if name not in {"intent", "signs", "could", "told"} and value is not None
    ]
    before = "" if said.told is None else f"{written(said.told)} + "
    return f"{before}{said.intent} {'; '.join(slots)}".strip()


READERS: Final[Mapping[str, Callable[[ReadingRequest], str]]] = {
    "exercises": _exercises,
    "exercises_lb": _exercises,
    "when": partial(_moment, moments.read_when),
    "plan": partial(_moment, moments.read_plan_time),
    "until": partial(_moment, moments.read_until),
    "zone": _zone,
    "km": _distance,
    "mi": _distance,
    "minutes": _minutes,
    "score": _score,
    "days": _days,
    "clock": _clock,
    "duration": _duration,
    "sleep": _sleep,
    "sentence": _sentence,
}
