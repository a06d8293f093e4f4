"""Times in a sentence: the longest runs of words that the readers of times take."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.facts.errors import LegdayError
from bot.domain.reading.moments import EVENT_AHEAD, read_plan_time, read_when
from bot.domain.talk import english_numbers

MOST_WORDS: Final = 6
MOST_TRIES: Final = 120
AFTER_WORK: Final = re.compile(r"\bafter work\b")
SUPPOSED: Final = "18:00"  # when that is, of what lies ahead: the answer says which time it is for
SETS: Final = re.compile(r"\d ?x ?\d")
_ANYWHERE: Final = ZoneInfo("UTC")  # times are only looked for here; their zone is the member's
_BARE_NUMBER = re.compile(r"[\dx.,]+(?: (?!h|min|d|w)|$)|[\dx]+ ?(?:kg|lbs?)")
_DISTANCE_UNIT = re.compile(r" ?(?:km|k|mi|miles?)\b")
_PIECE = re.compile(r"[^,;.:!?|\n]+(?:[.:]\d[^,;.:!?|\n]*)*")


class NotThis(Exception):
    """The sentence is not of the intent that is tried, or says two things at once."""


@dataclass(slots=True)
class Times:
    """Finds times in a message and its parts; words that were tried once are known."""

    now: datetime  # the present moment
    # Whether words are a time that was, or lies ahead; ``None`` of one that cannot be.
    tried: dict[tuple[str, bool], bool | None] = field(default_factory=dict)

    def find(self, said: str, *, ahead: bool) -> tuple[str, int, int] | None:
        """Return the words of a time, and where they stand.

        Raises:
            NotThis: it is over, or too far ahead.
        """
        if not (english_numbers.TIME.search(said) or english_numbers.TODAY.search(said)):
            return None
        for start, end in _windows(said):
            words = said[start:end]
            if english_numbers.TODAY.fullmatch(words):
                return words, start, end
            if not english_numbers.TIME.search(words) or _is_number_of(said, start, end):
                continue
            edges = words.split()[0], words.split()[-1]
            if any(english_numbers.BESIDE_TIME.fullmatch(edge) for edge in edges):
                continue
            if ahead:
                words = AFTER_WORK.sub(SUPPOSED, words)
            is_time = self._try(words, ahead=ahead)
            if is_time is None:
                raise NotThis  # over, or too far ahead: not what is meant
            if is_time:
                return words, start, end
        return None

    def _try(self, words: str, *, ahead: bool) -> bool | None:
        if (words, ahead) not in self.tried:
            if len(self.tried) >= MOST_TRIES:
                raise NotThis  # no message is like that, and each try costs
            try:
                moment_of(words, self.now, ahead=ahead)
                known: bool | None = True
            except LegdayError as error:
                known = False if error.key.endswith("not_understood") else None
            self.tried[words, ahead] = known
        return self.tried[words, ahead]


def moment_of(words: str, now: datetime, *, ahead: bool) -> datetime:
    """Return the moment of a time's words, in no zone of anybody's.

    Raises:
        LegdayError: they are not read as a time that was, or is ``ahead``.
    """
    now = now.astimezone(UTC)
    if ahead:
        return read_plan_time(words, now=now, zone=_ANYWHERE, furthest=EVENT_AHEAD)
    return read_when(words, now=now, zone=_ANYWHERE)


def comes_sooner(words: str, now: datetime) -> bool:
    """Tell whether words of a time that was are one that lies ahead, too, and nearer to now."""
    try:
        ahead = moment_of(words, now, ahead=True)
    except LegdayError:
        return False
    return ahead - now < now - moment_of(words, now, ahead=False)


def _is_number_of(said: str, start: int, end: int) -> bool:
    """Tell whether words begin with the load of sets ("5x5 100 yesterday"), or end with a distance.

    "Sunday 10 km" is no time at 10.
    """
    words, piece = said[start:end], re.split(r"[,;.|]", said[:start])[-1]
    if words[-1].isdigit() and _DISTANCE_UNIT.match(said, end):
        return True
    return SETS.search(piece) is not None and _BARE_NUMBER.match(words) is not None


def _windows(said: str) -> Iterator[tuple[int, int]]:
    """Yield every run of words within a piece, the longest first."""
    found: list[tuple[int, int, int]] = []
    for piece in _PIECE.finditer(said):
        words = list(re.finditer(r"\S+", piece[0]))
        starts = [piece.start() + word.start() for word in words]
        ends = [piece.start() + word.end() for word in words]
        found += [
            (-size, starts[first], ends[first + size - 1])
            for first in range(len(words))
            for size in range(1, min(MOST_WORDS, len(words) - first) + 1)
        ]
    for _, start, end in sorted(found):
        yield start, end
