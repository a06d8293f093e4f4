"""The numbers of one exercise line: ``5x5 100kg @8``, ``4 sets of 12, 200 lb``, ``3xAMRAP``.

A line is a bag of clauses (``set_clauses``) in any order around a name. What is given twice, out of
limits, or fits no clause makes the whole line unread: never a guess.

Conventions where lifters differ:

- ``5x3`` is 5 sets of 3; ``100x5`` (40 or more) is one set of 5 with 100.
- Of three numbers the outer one with a unit, else the larger, is the load: ``5x3x100`` is sets x
  reps x load, ``100x3x5`` load x reps x sets.
- ``@8`` is an RPE, ``@100`` (20 or more) a load. RIR is kept as RPE = 10 - RIR.
- ``2x20kg`` beside sets and reps is a pair of dumbbells, 40 kg; ``1RM`` is a single.
- A range is read as its harder end: ``8-12`` as 12 reps, ``RPE 7-8`` as 8, ``RIR 1-2`` as RPE 9.
- A hold or a distance (``3x45s``, ``4x20m``) counts its sets and has no reps.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.domain.facts.settings import MassUnit
from bot.domain.reading.set_clauses import LINES_HELD, clauses

SETS: Final = (1, 30)
REPS: Final = (1, 200)
LOAD_KG: Final = (0.0, 600.0)
RPE: Final = (1.0, 10.0)
TO_FAILURE: Final = 10.0  # RPE
LIGHTEST_FIRST: Final = 40  # in the member's unit: "40x5" is a load, "31x5" no longer sets
LIGHTEST_AT: Final = 20  # in the member's unit: "@20" is a load, "@11" neither that nor an RPE
MOST_SETS_BARE: Final = 12  # "24x10" of more is likelier a load, or a slip: it is asked about
FEW_REPS: Final = 5  # of fewer reps there may be more sets: "15x2"
MANY_REPS: Final = 30  # of a lift that is loaded; "10x200" is a load
LIGHTEST_IN_FRONT: Final = 10  # "2 leg hops 3x10" is no load
KG_PER: Final = {MassUnit.KG: 1.0, MassUnit.LB: 0.45359237}
_WIDEST_RANGE = 3  # times its lower end: "5 - 100" is not a range of reps

_COLON = re.compile(r"\d:\d")
_SAID_UNIT = re.compile(
    r"\d\ ?(?:(?P<kg>kgs?|kilo(?:gram(?:me)?)?s?|кг|公斤|كجم|كغ)|(?P<lb>lbs?|pounds?|\#|фунт\w*))"
    r"(?!(?!x\ ?\d)[^\W\d_])",
    re.IGNORECASE,
)
_KETTLEBELL = re.compile(r"\b(?:kettle ?bells?|kbs?)\b", re.IGNORECASE)


class Unclear(Exception):
    """A line that is not understood as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """What the numbers of a line say; loads in kilograms to the nearest 10 g, and as typed in."""

    sets: int | None
    reps: int | None
    load_kg: float | None
    load_unit: MassUnit | None
    rpe: float | None


def looks_like_load(line: str, *, loaded: bool) -> bool:
    """Tell whether one of two bare numbers may be a load: ``24x10``, ``10x200`` if ``loaded``.

    Where another load stands beside them, none is.
    """
    found = clauses(line)
    bare = [one for one in found if one["a"] and not one["a_unit"]]
    if len(bare) != 1 or bare[0]["c"] or not bare[0]["b"] or bare[0]["hold"]:
        return False
    if any(one["load"] or one["bare"] or one["pair"] or one["at_unit"] for one in found):
        return False
    first, reps = float(bare[0]["a"]), _high(bare[0]["b"])
    if MOST_SETS_BARE < first < LIGHTEST_FIRST and reps >= FEW_REPS:
        return True
    return loaded and reps > MANY_REPS and first < LIGHTEST_FIRST


def said_unit(text: str) -> MassUnit | None:
    """Return the unit that loads of a text are typed in, ``None`` for none or both.

    Kettlebells are in kilograms in every gym: theirs says nothing of bare numbers beside them.
    """
    said = {MassUnit.KG if found["kg"] else MassUnit.LB for found in _SAID_UNIT.finditer(text)}
    if MassUnit.KG in said and _KETTLEBELL.search(text):
        said.discard(MassUnit.KG)
    return said.pop() if len(said) == 1 else None


def kilograms(text: str, unit: str) -> float:
    """Return a load in kilograms to the nearest 10 g, whose unit is as it was typed."""
    return round(float(text) * KG_PER[_mass_unit(unit)], 2)


def read_volume(line: str, unit: MassUnit) -> Volume:
    """Read the numbers of a line, whatever its name; ``unit`` is for bare numbers.

    Sets are ``None`` where neither they nor reps were said, nor anything that may be either.

    Raises:
        Unclear: when something is ambiguous, given twice, contradictory or out of limits.
    """
    volume = _volume(line, unit)
    if volume is None:
        raise Unclear
    return volume


def is_complete(line: str) -> bool:
    """Tell whether a line says sets or reps, and nothing that is not understood."""
    volume = _volume(line, MassUnit.KG)
    return volume is not None and volume.sets is not None


@lru_cache(maxsize=LINES_HELD)
def _volume(line: str, unit: MassUnit) -> Volume | None:
    facts: dict[str, float] = {}
    load_unit: MassUnit | None = None
    unsure = False
    try:
        for found in clauses(line):
            said = {field: text for field, text in found.groupdict().items() if text is not None}
            if "bare" in said and not found.start() and float(said["bare"]) < LIGHTEST_IN_FRONT:
                return None
            unsure = unsure or "bare" in said or "pair" in said
            for field, value in _facts(said, unit):
                if field in facts and (field, facts[field]) != ("rpe", value):
                    return None
                facts[field] = value
                if field == "load_kg":
                    load_unit = _unit(said, unit)
        if _COLON.search(line) or (unsure and not facts.keys() & {"sets", "reps"}):
            return None  # "squat 100", "squat 2x100kg": a load, reps, or sets?
        return _checked(facts, load_unit)
    except Unclear:
        return None


def _facts(said: dict[str, str], unit: MassUnit) -> Iterator[tuple[str, float]]:
    if "a" in said:
        yield from _product(said, unit)
    if "at" in said:
        yield _at(said["at"], said.get("at_unit"), unit)
    if "pair" in said:
        yield "load_kg", 2 * kilograms(said["pair"], said["pair_unit"])
    for field in said.keys() & {"load", "bare"}:
        yield "load_kg", kilograms(said[field], said.get("load_unit", unit))
    for field in said.keys() & _READERS.keys():
        fact, read = _READERS[field]
        yield fact, read(said[field])


def _unit(said: dict[str, str], unit: MassUnit) -> MassUnit:
    typed = (said[field] for field in _UNITS_SAID if field in said)
    return _mass_unit(next(typed, unit))


def _product(said: dict[str, str], unit: MassUnit) -> Iterator[tuple[str, float]]:
    if "b_unit" in said or ("a_unit" in said and "c_unit" in said):
        raise Unclear  # "5x100kg": five sets, or five reps?
    bare = {"b", "c"} <= said.keys() and not said.keys() & {"a_unit", "c_unit"}
    if bare and _high(said["b"]) >= LIGHTEST_FIRST:
        raise Unclear  # "3x100x5": a hundred reps, or kilograms?
    if "b" in said and "hold" not in said:
        yield "reps", _high(said["b"])
    first, last = float(said["a"]), float(said.get("c", 1))
    if "c" in said and "a_unit" not in said and ("c_unit" in said or last > first):
        yield "sets", first
        yield "load_kg", kilograms(said["c"], said.get("c_unit", unit))
    elif "a_unit" in said or first >= LIGHTEST_FIRST or ("c" in said and first > last):
        yield "load_kg", kilograms(said["a"], said.get("a_unit", unit))
        yield "sets", last
    elif "c" in said:
        raise Unclear  # "5x5x5"
    else:
        yield "sets", first


def _at(text: str, typed_unit: str | None, unit: MassUnit) -> tuple[str, float]:
    if typed_unit is None and _high(text) <= RPE[1]:
        return "rpe", _high(text)
    if _low(text) != _high(text) or (typed_unit is None and _high(text) < LIGHTEST_AT):
        raise Unclear
    return "load_kg", kilograms(text, typed_unit or unit)


def _mass_unit(typed: str) -> MassUnit:
    return MassUnit.LB if typed.casefold().startswith(("lb", "pound", "#")) else MassUnit.KG


def _low(text: str) -> float:
    return _ends(text)[0]


def _high(text: str) -> float:
    return _ends(text)[1]


def _ends(text: str) -> tuple[float, float]:
    numbers = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", text)]
    low, high = numbers[0], numbers[-1]
    if low > high or high > max(_WIDEST_RANGE * low, _WIDEST_RANGE):
        raise Unclear
    return low, high


def _checked(facts: dict[str, float], load_unit: MassUnit | None) -> Volume:
    counted = "sets" in facts or "reps" in facts
    volume = Volume(
        sets=_whole(facts.get("sets", 1.0), SETS) if counted else None,
        reps=_whole(facts["reps"], REPS) if "reps" in facts else None,
        load_kg=facts.get("load_kg"),
        load_unit=load_unit,
        rpe=facts.get("rpe"),
    )
    _within(volume.load_kg, LOAD_KG)
    _within(volume.rpe, RPE)
    return volume


def _whole(value: float, limits: tuple[int, int]) -> int:
    _within(value, limits)
    if value != int(value):
        raise Unclear
    return int(value)


def _within(value: float | None, limits: tuple[float, float]) -> None:
    if value is not None and not limits[0] <= value <= limits[1]:
        raise Unclear


_UNITS_SAID: Final = ("pair_unit", "a_unit", "c_unit", "at_unit", "load_unit")
_READERS: Final[dict[str, tuple[str, Callable[[str], float]]]] = {
    "sets": ("sets", float),
    "sets_reps": ("reps", _high),
    "reps": ("reps", _high),
    "times_reps": ("reps", _high),
    "single": ("reps", lambda _: 1.0),
    "rpe": ("rpe", _high),
    "rpe_before": ("rpe", _high),
    "rir": ("rpe", lambda text: TO_FAILURE - _low(text)),
    "rir_before": ("rpe", lambda text: TO_FAILURE - _low(text)),
    "failure": ("rpe", lambda _: TO_FAILURE),
    "max": ("rpe", lambda _: TO_FAILURE),
    "sets_max": ("rpe", lambda _: TO_FAILURE),
}
