"""Parsing of a typed line: words, named values, and how long to wait."""

import re
from collections.abc import Collection
from datetime import datetime, time, timedelta, tzinfo

_WORD = re.compile(r'"([^"]*)"|(\S+)')
_QUOTED = re.compile(r'"[^"]*"')
_STRAY = re.compile(r"(?:^|\s)([^\W\d][\w-]*):(?!//)")
_SPAN = re.compile(r"(\d+(?:\.\d+)?)\s*([a-z]+)\s*")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

LONGEST_WAIT = timedelta(days=400)
HOW_TO_WAIT = "Wait how long? Such as: wait 8h, wait 2d 30m, wait until 08:00, wait until mon 19:30"


class LineError(Exception):
    """A line the prompt does not understand; its text says why."""


def words(text: str) -> list[str]:
    """Split at spaces, except inside double quotes."""
    _refuse_open_quote(text)
    return [quoted or bare for quoted, bare in _WORD.findall(text)]


def named(text: str, names: Collection[str]) -> dict[str, str]:
    """Read ``name:value name:value``, as Discord shows a command's options.

    A value goes on until the next name, so it may hold spaces; one in double quotes may hold
    anything. Names are found whatever their case, and may hold spaces themselves.

    Raises:
        LineError: for anything before the first name, a name given twice, or what looks like
            a name but is none.
    """
    _refuse_open_quote(text)
    masked = _QUOTED.sub(lambda match: "\0" * len(match.group()), text)
    known = {name.casefold(): name for name in names}
    longest_first = sorted(known, key=len, reverse=True)
    pattern = "|".join(map(re.escape, longest_first)) or r"(?!)"
    found = list(re.finditer(rf"(?:^|(?<=\s))({pattern}):", masked, re.IGNORECASE))
    before = masked[: found[0].start()] if found else masked
    _refuse_stray(before)
    if before.strip():
        raise LineError(f"Which option is {text[: len(before)].strip()}? Write it as name:value.")
    values: dict[str, str] = {}
    ends = [match.start() for match in found[1:]]
    for match, end in zip(found, [*ends, len(text)], strict=False):
        name = known[match.group(1).casefold()]
        if name in values:
            raise LineError(f"{name} is given twice.")
        _refuse_stray(masked[match.end() : end])
        values[name] = text[match.end() : end].strip().strip('"')
    return values


def span(text: str, now: datetime, zone: tzinfo) -> timedelta:
    """Read how long to wait: ``8h``, ``2d 30m``, ``until 08:00``, ``until mon 19:30``.

    `zone` is that of the times of day that are named.
    """
    head, _, rest = text.partition(" ")
    waited = _until(rest.split(), now, zone) if head == "until" else _sum(text)
    if not timedelta() < waited <= LONGEST_WAIT:
        raise LineError(f"That is not between a moment and {LONGEST_WAIT.days} days.")
    return waited


def _refuse_open_quote(text: str) -> None:
    if text.count('"') % 2:
        raise LineError("A quote is not closed.")


def _refuse_stray(masked: str) -> None:
    if stray := _STRAY.search(masked):
        message = f"There is no option {stray.group(1)}. (A value with a colon needs quotes.)"
        raise LineError(message)


def _sum(text: str) -> timedelta:
    total, rest = timedelta(), text.strip().lower()
    if not rest:
        raise LineError(HOW_TO_WAIT)
    while rest:
        match = _SPAN.match(rest)
        unit = _UNITS.get(match.group(2)[:1]) if match else None
        if match is None or unit is None or len(match.group(1)) > 9:
            raise LineError(HOW_TO_WAIT)
        total += timedelta(**{unit: float(match.group(1))})
        rest = rest[match.end() :]
    return total


def _until(parts: list[str], now: datetime, zone: tzinfo) -> timedelta:
    try:
        at = time.fromisoformat(parts[-1])
        day = parts[0][:3].lower() if len(parts) == 2 else None
        weekday = None if day is None else _DAYS.index(day)
    except (ValueError, IndexError):
        raise LineError(HOW_TO_WAIT) from None
    today = now.astimezone(zone).date()
    for ahead in range(8):
        date = today + timedelta(days=ahead)
        then = datetime.combine(date, at, zone)
        if then > now and weekday in (None, date.weekday()):
            return then - now
    raise LineError(HOW_TO_WAIT)
