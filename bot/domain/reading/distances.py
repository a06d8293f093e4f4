"""Distances of runs: ``5k``, ``3.1 mi``, ``8x400m``, ``half``, ``5k in 25:30``, ``5000``.

Of a distance with its time or pace, the time is read too. Words without a number may stand behind;
a number that is not understood makes the whole unread.
"""

import re
from dataclasses import dataclass
from typing import Final

from bot.domain.facts import plain_text
from bot.domain.facts.errors import BadInput
from bot.domain.facts.settings import DistanceUnit
from bot.domain.facts.training import RUN_REACHED
from bot.domain.reading.numbers import clock_minutes
from bot.domain.reading.spelling import decimal, decimals, hyphens, spelt
from bot.domain.tongues.typed import in_own_first

KM_PER_MILE: Final = 1.609344
UNITS: Final = {"km": 1.0, "mi": KM_PER_MILE, "m": 0.001, "yd": 0.0009144}
HALF_MARATHON, MARATHON = 21.0975, 42.195
NAMED: Final = (
    dict.fromkeys(
        ("half", "half marathon", "halfmarathon", "0.5 marathon", "hm", "halbmarathon"),
        HALF_MARATHON,
    )
    | dict.fromkeys(("marathon", "full", "full marathon", "fm"), MARATHON)
    | {"parkrun": 5.0, "park run": 5.0}
)
SHORTEST_IN_METRES: Final = 50  # fewer are a slip for kilometres
FROM_METRES: Final = 100  # a bare number in intervals, "8x400", is in metres from here on
FASTEST, SLOWEST = 0.75, 30.0  # minutes a kilometre, by bicycle and on foot
_LONGEST_TEXT: Final = 60  # characters

_UNIT: Final = (
    r"(?:km'?s?|k|kilomet(?:er|re)s?|kilometern|км|公里|كم|كيلومتر|mi|miles?|meilen|m|met(?:er|re)s?|м"
    r"|yds?|yards?)(?![^\W\d_])\.?"
)
_NUMBER: Final = r"\d{1,6}(?:[.,]\d{1,3})?(?![\d:])"
_TERM: Final = rf"{_NUMBER}(?:\ ?(?:-|to)\ ?{_NUMBER})?(?:\ ?{_UNIT})?"
_TIMES: Final = r"\ ?[x×✕✖*хХ]\ ?"
_PRODUCT: Final = rf"(?:\d{{1,2}}{_TIMES}{_TERM}|{_TERM}{_TIMES}\d{{1,2}}(?!\d)|{_TERM})"
_NAME: Final = "|".join(sorted(NAMED, key=len, reverse=True))
_SAID = re.compile(
    rf"(?:(?:ran|run|did|jogged|walked|a|an|the|easy)\ )*"
    rf"(?:(?P<name>{_NAME})\b|(?P<sum>{_PRODUCT}(?:\ ?\+\ ?{_PRODUCT})*))"
    r"(?P<rest>.*)"
)
_COUNTED = re.compile(rf"(?P<count>\d{{1,2}}){_TIMES}(?P<each>{_TERM})")
_COUNTED_LAST = re.compile(rf"(?P<each>{_TERM}){_TIMES}(?P<count>\d{{1,2}})(?!\d)")
_PARTS = re.compile(
    rf"(?P<number>{_NUMBER})(?:\ ?(?:-|to)\ ?(?P<high>{_NUMBER}))?(?:\ ?(?P<unit>{_UNIT}))?"
)
_PACE = re.compile(r"(\d{1,2}:[0-5]\d) ?(?:(?:min)?\.? ?(?:/|per) ?(?P<per>km|mi|mile)|pace)")
_REST = re.compile(
    r"\d{1,3} ?(?:s|secs?|seconds?|m|min|minutes?|met(?:er|re)s?)\.? (?:rest|jog|recovery|walk)\w*"
    r"|(?:rest|recovery|jog) \d{1,3} ?(?:s|secs?|seconds?|m|min|minutes?)\b"
)
_TIME = re.compile(
    r"(?<![\d:])(?:\d{1,2}:)?\d{1,2}:[0-5]\d(?![\d:])(?: ?h\b)?|\d{1,3} ?min(?:ute)?s?\b"
    r"|(?<=\bin )\d{1,3}$"
)


_PART_OF: Final = {"half": ".5", "quarter": ".25"}
_AND_PART = re.compile(rf"\b(\d{{1,3}})( ?{_UNIT})? and (?:a )?(half|quarter)\b")
_BESIDE = re.compile(  # what may stand behind a number without a unit; "laps" and "min" may not
    r"[^\w%°'\"]*(?:$|\d|(?:in|at|with|w(?=/)|on|along|around|through|and|but|felt|then|total|today|this|easy"
    r"|steady|tempo|long|slow|fast|hard|recovery|run|running|ran|jog|jogging|walk|walking|warm|cool"
    r"|outside|treadmill|trail|road|track|hilly|flat|race|parkrun|pb|pr|lol|ish|or so)\b)"
)
_OTHER_UNIT = re.compile(rf"(?<![\d/])(?<!/ )(?<!per )\b(?!m\b){_UNIT}")  # "6 easy miles"
_SPEED = re.compile(r"\.? ?(?:/|per|an?\b|p(?=h)) ?h")


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """Kilometres, and minutes where a time or a pace was said with them."""

    km: float
    minutes: float | None = None


def read_distance(text: str | None, unit: DistanceUnit) -> float | None:
    """Return kilometres; a bare number is in ``unit``, from beyond the longest run on in metres.

    Raises:
        BadInput: ``distance_not_understood``.
    """
    found = read_timed(text, unit)
    return None if found is None else found.km


@in_own_first
def read_timed(text: str | None, unit: DistanceUnit) -> Distance | None:
    """Return a distance with the time that was said with it; ``None`` for nothing.

    Raises:
        BadInput: ``distance_not_understood``.
    """
    if not (text or "").strip():
        return None
    problem = BadInput("distance_not_understood", text=plain_text.one_line(text or "", limit=60))
    if len(text or "") > 2 * _LONGEST_TEXT:
        raise problem
    plain = hyphens(plain_text.fold(decimals(text or "")))
    plain = re.sub(r"\bhalf an? (?=mile|km|k\b|kilo)", "0.5 ", spelt(" ".join(plain.split())))
    plain = _AND_PART.sub(lambda said: f"{said[1]}{_PART_OF[said[3]]}{said[2] or ''}", plain)
    found = _SAID.fullmatch(plain)
    named = re.search(rf"\d|half|{_NAME}", plain_text.fold(decimals(text or "")))
    if found is None or named is None:
        raise problem
    try:
        km = NAMED[found["name"]] if found["name"] else _sum(found["sum"], unit)
        if found["sum"] and not _is_distance(found["sum"], found["rest"]):
            raise problem
        return Distance(km=km, minutes=_minutes(found["rest"], km, unit))
    except ValueError:
        raise problem from None


def _is_distance(said: str, rest: str) -> bool:
    """Tell whether what stands behind numbers does not make them something else: ``8 km/h``."""
    if said[-1].isdigit():
        if _OTHER_UNIT.search(_PACE.sub(" ", _REST.sub(" ", rest))):
            return False
        return _BESIDE.match(rest) is not None
    return _SPEED.match(rest) is None


def _sum(said: str, unit: DistanceUnit) -> float:
    terms = re.split(r" ?\+ ?", said)
    return round(sum(_term(term, unit, alone=len(terms) == 1) for term in terms), 3)


def _term(said: str, unit: DistanceUnit, *, alone: bool) -> float:
    counted = _COUNTED.fullmatch(said) or _COUNTED_LAST.fullmatch(said)
    found = _PARTS.fullmatch(counted["each"] if counted else said)
    if found is None:
        raise ValueError(said)
    count = int(counted["count"]) if counted else 1
    typed = max((found["number"], found["high"] or ""), key=lambda text: decimal(text or "0"))
    named = _unit(found["unit"])
    if named == "m" and re.fullmatch(r"\d{1,3}[.,]\d{3}", typed):
        number = float(re.sub("[.,]", "", typed))  # "10,000 m"
    else:
        number = decimal(typed)
    if named is None:
        named = unit.value
        if (counted and number >= FROM_METRES) or (alone and number > RUN_REACHED[1]):
            named = "m"
        elif counted or not alone:
            raise ValueError(said)  # "5x5": laps, or kilometres?
    if named in {"m", "yd"} and number < SHORTEST_IN_METRES:
        raise ValueError(said)
    return count * number * UNITS[named]


def _minutes(rest: str, km: float, unit: DistanceUnit) -> float | None:
    """Return the minutes of a time or a pace behind a distance.

    Raises:
        ValueError: another number stands there.
    """
    minutes: float | None = None
    rest = _REST.sub(" ", rest)
    if (pace := _PACE.search(rest)) is not None:
        each = clock_minutes(pace[1]) or 0.0
        per = unit.value if pace["per"] is None else pace["per"]
        minutes = km * each / UNITS["mi" if per.startswith("mi") else "km"]
        rest = rest[: pace.start()] + rest[pace.end() :]
    elif (time := _TIME.search(rest)) is not None:
        said = re.match(r"\d+", time[0])
        minutes = float(said[0]) if said and ":" not in time[0] else clock_minutes(time[0])
        if minutes is not None and minutes < FASTEST * km and 60 * minutes <= SLOWEST * km:
            minutes *= 60  # "half marathon in 1:52"
        rest = rest[: time.start()] + rest[time.end() :]
    if plain_text.has_digit(rest):
        raise ValueError(rest)
    return minutes


def _unit(said: str | None) -> str | None:
    if said is None:
        return None
    if said.startswith(("k", "к", "公", "ك")):
        return "km"
    if said.startswith(("mi", "meil")):
        return "mi"
    return "yd" if said.startswith("y") else "m"
