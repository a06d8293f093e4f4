"""Days of the week in words and letters; strict, for schedules are made of them.

A text is read in one language as a whole, and letters only where they can be read in one way:
``MWF`` is Monday, Wednesday, Friday; ``T`` alone is no day.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.domain.facts.errors import BadInput
from bot.domain.reading.clock_times import shown, simple
from bot.domain.reading.spelling import mended
from bot.domain.tongues.typed import in_either

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_LANGUAGES: Final = (  # short names from two letters on; the name may go on
    WEEKDAYS,
    ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"),
    ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"),
    ("lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica"),
    ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    ("segunda", "terca", "quarta", "quinta", "sexta", "sabado", "domingo"),
)
_SPANS: Final = {
    **dict.fromkeys(("daily", "everyday", "day", "days", "all", "taglich", "diario"), range(7)),
    **dict.fromkeys(("weekdays", "weekday", "workdays", "workday", "werktags"), range(5)),
    **dict.fromkeys(("weekends", "weekend", "wochenende", "wochenenden"), range(5, 7)),
}
_TO = re.compile(r"-|\.{2,}|\b(?:to|till?|until|thru|through|bis)\b")
_WORKING = re.compile(r"\b(?:work(?:ing)?|business|week|school) days?\b")
_WEEK_LONG = re.compile(r"\b(?:7|seven) days(?: (?:a|per) week)?\b|\bevery single day\b")
_BUT = re.compile(
    r"\b(?:all )?(?:except|but(?: not)?|excluding|without|minus|apart from|no|not)(?: for| on)?\b"
)
_BETWEEN = re.compile(r"(?:[\s,;/&+.|]|\b(?:and|every|each|on|only|just|und|et|y)\b)+")
_LETTERS: Final = {
    "m": (0,), "mo": (0,), "tu": (1,), "tues": (1,), "t": (1, 3), "w": (2,), "we": (2,),
    "th": (3,), "r": (3,), "thur": (3,), "thurs": (3,), "f": (4,), "fr": (4,),
    "s": (5, 6), "sa": (5,), "su": (6,), "u": (6,),
    **{name[:3]: (day,) for day, name in enumerate(WEEKDAYS)},
}  # fmt: skip
_MOST_LETTERS: Final = 24
_GLUED: Final = 3  # letters of days in one word, beside other words


@in_either
def read_days(text: str) -> frozenset[int]:
    """Read days, 0 = Monday: ``daily``, ``mon-fri``, ``MWF``, ``weekdays except friday``.

    A range may run over the weekend (``fri-mon``). Two letters of a day are enough.

    Raises:
        BadInput: ``days_not_understood``, also where no day is named.
    """
    problem = "days_not_understood"
    plain = _TO.sub(" - ", simple(text, problem))
    plain = _WEEK_LONG.sub("daily", _WORKING.sub("weekdays", plain))
    for said in dict.fromkeys((plain, mended(plain))):
        days = _without(said)
        if days:
            return days
    raise BadInput(problem, text=shown(text))


def weekday(word: str) -> int | None:
    """Return the day an English word names or begins (two letters at least), else ``None``."""
    return _named(word, WEEKDAYS)


def _without(said: str) -> frozenset[int] | None:
    """Return the days named first, but for those named after each "except"."""
    first, *others = (part.strip() for part in _BUT.split(said))
    days = _listed(first)
    for other in others:
        left_out = _listed(other)
        if days is None or not left_out or not left_out <= days:
            return None
        days -= left_out
    return days


def _listed(said: str) -> frozenset[int] | None:
    words = _BETWEEN.sub(" ", said).split()
    if not words:
        return None
    read = {days for names in _LANGUAGES if (days := _in_language(words, names)) is not None}
    if len(read) == 1:
        return read.pop()
    if read or len("".join(words)) == 1:
        return None
    return _in_letters(words)


def _in_language(words: Sequence[str], names: Sequence[str]) -> frozenset[int] | None:
    left = list(words)
    days: set[int] = set()
    while left:
        first = last = _span(left.pop(0), names)
        if left[:1] == ["-"]:
            last = _span(left[1], names) if len(left) > 1 else None
            del left[:2]
        if not first or not last:
            return None
        days.update((first[0] + step) % 7 for step in range((last[-1] - first[0]) % 7 + 1))
    return frozenset(days)


def _span(word: str, names: Sequence[str]) -> range | None:
    if word in _SPANS:
        return _SPANS[word]
    day = _named(word, names)
    return None if day is None else range(day, day + 1)


def _named(word: str, names: Sequence[str]) -> int | None:
    for stem in (word, word.removesuffix("s"), word.removesuffix("'s")):
        days = [day for day, name in enumerate(names) if name.startswith(stem)]
        if len(stem) >= 2 and len(days) == 1:
            return days[0]
    return None


def _in_letters(words: Sequence[str]) -> frozenset[int] | None:
    """Read letters of days, glued or not, in the order of a week that begins on either day."""
    if len("".join(words)) > _MOST_LETTERS:
        return None
    if "-" in words:
        ends = [_LETTERS.get(word, ()) for word in words if word != "-"]
        if words[1::2] != ["-"] or len(words) != 3 or any(len(end) != 1 for end in ends):
            return None
        (first,), (last,) = ends
        return frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))
    if len(words) > 1 and any(len(word) < _GLUED and word not in _LETTERS for word in words):
        return None  # "um tue" is no Sunday, Monday and Tuesday
    read = {frozenset(days) for days in _ways("".join(words))}
    return read.pop() if len(read) == 1 else None


def _ways(letters: str) -> Iterator[tuple[int, ...]]:
    for begins in (0, 6):
        # Which days may be last after so many letters: a week goes one way, so these are few.
        reached: dict[int, set[tuple[int, ...]]] = {0: {()}}
        for place in range(len(letters)):
            for days in reached.get(place, set()):
                for size in range(1, 6):
                    for day in _LETTERS.get(letters[place : place + size], ()):
                        if not days or (day - begins) % 7 > (days[-1] - begins) % 7:
                            reached.setdefault(place + size, set()).add((*days, day))
        yield from reached.get(len(letters), set())
