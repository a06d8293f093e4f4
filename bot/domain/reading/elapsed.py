"""Lengths of time, and distances from now: ``1h30``, ``2-3 hours ago``, ``in 2 weeks``.

Texts come in the one spelling of ``spelling``. Every number and word of them counts, or the whole
is not read.
"""

import re
from datetime import timedelta
from typing import Final

from bot.domain.facts.errors import BadInput
from bot.domain.reading.clock_times import shown, simple
from bot.domain.reading.spelling import decimal, spelt
from bot.domain.tongues.typed import in_either

DAY: Final = timedelta(days=1)
SHORT: Final = 5  # hours: "1h30" below is a length, for nobody trains at half past one at night

_UNITS: Final = {
    "s": timedelta(seconds=1),
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": DAY,
    "w": 7 * DAY,
}
_NUMBER: Final = r"(?<![\d.,])\d{1,5}(?:[.,]\d{1,2})?"
_UNIT: Final = (
    r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?)(?![a-z])\.?|['′]"
)
_QUANTITY = re.compile(
    rf"(?P<low>{_NUMBER})(?: ?(?:-|to|or) ?(?P<high>{_NUMBER}))? ?(?P<unit>{_UNIT})"
)
_SENTENCE = re.compile(
    r"(?P<before>in )?(?P<length>.*?)(?P<after> ago| earlier| back| from now| later)?"
)
_COMPACT = re.compile(
    r"(?P<hours>\d{1,2}) ?(?P<mark>[h:]) ?(?P<minutes>[0-5]\d)(?: ?h(?:(?:ou)?rs?)?)?"
)
_LOOSE = re.compile(r"(\d{1,3} ?h(?:(?:ou)?rs?)?),?(?: and)? ([0-5]?\d)(?![\w.,:'])(?=$)")
_CLOCK_ALONE = re.compile(
    r"(?:1[3-9]|2[0-4])h|(?:[01]?\d|2[0-4])\.(?!25|75)[0-5]\d ?(?:h|hrs?|hours?)"
    r"|(?:[01]\d|2[0-4])[0-5]\d ?(?:h|hrs?|hours?)"
)
_DOTTED = re.compile(r"\d[.,](?!25|33|50|67|75|00)\d\d ?h(?:(?:ou)?rs?)?\b")
_LONGEST: Final = 40_000 * DAY  # enough to be refused, too little to overflow


def elapsed(plain: str, direction: int, *, soonest: bool = False) -> timedelta | None:
    """Read a distance from now, ``None`` where the words say something else.

    ``1h30`` and ``2:15h`` alone are one too; ``18h30``, ``19h`` and ``9.30h`` are a clock's.
    Words that do not say which way they count go in ``direction`` (-1 back, 1 ahead); of a range
    (``2-3 hours``) the longer counts, or the ``soonest``.
    """
    found = _SENTENCE.fullmatch(plain)
    if found is None or (found["before"] and found["after"]):
        return None
    said = bool(found["before"] or found["after"])
    length = length_of(found["length"], said=said, soonest=soonest)
    if length is None:
        return None
    if found["before"] or found["after"] in {" from now", " later"}:
        direction = 1
    elif found["after"]:
        direction = -1
    return direction * length


def length_of(text: str, *, said: bool = True, soonest: bool = False) -> timedelta | None:
    """Read a length of time; ``said`` where the words around it leave no doubt that it is one."""
    compact = _COMPACT.fullmatch(text)
    if compact is not None:
        short = compact["mark"] == "h" or text.endswith(("h", "s", "r"))
        if not said and not (short and int(compact["hours"]) < SHORT):
            return None
        return timedelta(hours=int(compact["hours"]), minutes=int(compact["minutes"]))
    if not said and _CLOCK_ALONE.fullmatch(text):
        return None
    text = _LOOSE.sub(r"\1 \2m", text)
    if _DOTTED.search(text):
        return None  # "1.30h": an hour and a half, or 1.3 hours?
    quantities = list(_QUANTITY.finditer(text))
    between = _QUANTITY.sub(" ", text).replace(",", " ").split()
    if not quantities or set(between) - {"and"}:
        return None
    return min(sum((_length(each, soonest=soonest) for each in quantities), timedelta()), _LONGEST)


def _length(quantity: re.Match[str], *, soonest: bool) -> timedelta:
    ends = decimal(quantity["low"]), decimal(quantity["high"] or quantity["low"])
    unit = _UNITS["m" if quantity["unit"][0] in "'′" else quantity["unit"][0]]
    return (min(ends) if soonest else max(ends)) * unit


@in_either
def read_duration(text: str) -> timedelta:
    """Read a length of time: ``2d 4h``, ``3 days``, ``a week``, ``90 min``, ``1.5h``.

    Raises:
        BadInput: ``duration_not_understood``, also for none at all.
    """
    problem = "duration_not_understood"
    plain = spelt(simple(text, problem))
    length = length_of(plain)
    units = [unit[0] for unit in re.findall(r"\d ?([a-z]+)", plain)]
    if not length or len(set(units)) < len(units):
        raise BadInput(problem, text=shown(text))
    return length
