"""Slots of a sentence, cut out one after the other by the readers of forms and commands.

What is left is matched as a whole, so nothing that was written is passed over.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import takewhile
from re import Match, Pattern
from typing import Any, Final, TypeVar

from bot.domain.facts.errors import BadInput
from bot.domain.facts.plain_text import has_digit
from bot.domain.facts.settings import DistanceUnit, MassUnit
from bot.domain.facts.training import RUN_REACHED, Demand, Illness, RunKind
from bot.domain.reading import exercise_names, exercises
from bot.domain.reading.distances import read_distance
from bot.domain.reading.numbers import read_hours, read_minutes, read_score
from bot.domain.talk import english, english_asking, english_numbers, english_state
from bot.domain.talk.times import SETS, NotThis, Times

T = TypeVar("T")

# Kinds that are words for how, too: "ok, easy" asks nothing.
MANNERS = frozenset({RunKind.EASY, RunKind.STEADY, RunKind.LONG})

CUT: Final = " | "  # stands where a slot was cut out, so that words around it stay apart
_PUNCTUATION: Final = dict.fromkeys(map(ord, "|,.;:!?()"), " ")
_SEGMENT = re.compile(r"\s*(?:[,;\n|!?]|[.:](?!\d)|\band\b|\bthen\b|\bplus\b|(?<!\S)-(?!\S))\s*")
_SETS_ALONE = re.compile(
    r"\d[\dx ,.]*(?:sets of \d+(?: reps)?)? ?(?:(?:@|at) ?\d[\d.,]*)? ?(?:kgs?|lbs?)?(?: each)?"
)


@dataclass(slots=True)
class Cutting:
    """A sentence from which slots are cut."""

    left: str  # the text without what was cut
    times: Times  # finds times in it
    slots: dict[str, Any] = field(default_factory=dict)  # what was read
    timed: bool = False  # a time was cut, if only "today"
    today: bool = False  # "today" was cut

    def sleep(self) -> None:
        """Cut hours of sleep."""
        self._cut("sleep", english_numbers.SLEEP, lambda one: _within(read_hours(_said(one)), 24))

    def soreness(self) -> None:
        """Cut how sore the legs are."""
        self._cut("soreness", english_numbers.SORENESS, lambda one: _score(_said(one)))

    def unsore(self) -> None:
        """Cut that the legs are not sore at all."""
        self._cut("soreness", english.UNSORE, _always(0))

    def sore(self) -> None:
        """Cut how sore the legs are in words; beside a number they say nothing more."""
        self._cut_all(english_state.SORE, "soreness")

    def beside(self) -> None:
        """Cut how the legs and the night were in words, and well-being."""
        self.felt()
        self.sore()
        self._cut_all(english_state.SLEPT, "sleep")
        self._cut_all(english_state.TIRED, "felt")
        self._cut_all(english_state.DRUNK, "alcohol")
        self._cut_all(((True, english_state.HOT),), "hot")
        self.left = english_state.WELL.sub(CUT, self.left)

    def cold(self) -> None:
        """Cut a head cold."""
        self._cut("ill", english.COLD, _always(Illness.HEAD_COLD))

    def effort(self) -> None:
        """Cut how hard a session was; ``@8`` behind sets is theirs."""
        for pattern in (english_numbers.EFFORT, english_numbers.SCORE):
            self._cut("effort", pattern, lambda one: _score(one["value"]), but=self._is_of_sets)

    def hardness(self) -> None:
        """Cut how hard a leg day was in words; beside a number they say nothing more."""
        self._cut_all(english_state.HARDNESS, "effort")

    def minutes(self) -> None:
        """Cut a length."""
        self._cut("minutes", english_numbers.MINUTES, _minutes, but=self._is_of_sets)

    def took(self) -> None:
        """Cut how long a run took that is over, where that would be a time ahead of another."""
        if english.PAST.search(self.left):
            self._cut("minutes", english_numbers.TOOK, _minutes)

    def distance(self) -> None:
        """Cut a distance."""
        self._cut("distance", english_numbers.DISTANCE, lambda one: _distance(one[0].strip()))

    def kind(self) -> None:
        """Cut the kind of run; without one, a distance may tell it: "half marathon", "8x400m"."""
        for kind, pattern in english.RUN_KINDS:
            self._cut("run", pattern, _always(kind))
        if self.slots.get("run") in MANNERS and english_asking.HARD.search(self.left):
            raise NotThis  # "a long hard run"
        self._cut_all(((RunKind.TEMPO, english_asking.HARD),), "run")
        if "run" in self.slots or english.GENTLE.search(self.left):
            return
        for kind, pattern in english.NAMED_DISTANCES:
            if pattern.search(self.slots.get("distance", "")):
                self.slots["run"] = kind

    def sport(self) -> None:
        """Cut another sport than running."""
        for activity, pattern in english_asking.SPORTS:
            self._cut("activity", pattern, _always(activity))

    def did_sport(self) -> None:
        """Cut another sport than running that was done."""
        for activity, pattern in english.DID_SPORTS:
            self._cut("activity", pattern, _always(activity))
        if "activity" not in self.slots:
            self.sport()

    def run_or_walk(self) -> None:
        """Cut "or walk" where a run is asked about as well: neither is the kind."""
        self.left = english.RUN_OR_WALK.sub("run", self.left)

    def felt(self) -> None:
        """Cut how the legs feel in words."""
        for felt, pattern in english.FELT:
            self._cut("felt", pattern, _always(felt))

    def ran_felt(self) -> None:
        """Cut how the legs felt on a run."""
        for felt, pattern in english.RAN_FELT:
            self._cut("felt", pattern, _always(felt))

    def when(self, *, ahead: bool) -> None:
        """Cut a time: the longest run of words that the reader of times takes."""
        while (found := self.times.find(self.left, ahead=ahead)) is not None:
            words, start, end = found
            self.timed = True
            if english_numbers.TODAY.fullmatch(words):
                self.today = True
            else:
                self._keep("when", words)
            self.left = f"{self.left[:start]}{CUT}{self.left[end:]}"

    def exercises(self) -> None:
        """Cut the exercises: pieces that name one we know, with a number or as done."""
        kept: list[str] = []
        left: list[str] = []
        done = english.BARE.search(self.left) is not None
        for piece in _with_their_sets(_SEGMENT.split(self.left)):
            name = english.DID_LEGS.match(piece)
            said = piece[name.end() :] if name else piece
            bare = bool(done or kept or (name and name["done"]))
            (kept if _is_exercise(said, further=bool(kept), bare=bare) else left).append(said)
        if kept:
            if not any(_works_legs(piece) for piece in kept):
                raise NotThis
            self._keep("exercises", ", ".join(kept))
            self.left = CUT.join(left)

    def rest(self) -> str:
        """Return the words that are left, without punctuation."""
        return " ".join(self.left.translate(_PUNCTUATION).split())

    def _cut(
        self,
        slot: str,
        pattern: Pattern[str],
        read: Callable[[Match[str]], T],
        *,
        but: Callable[[Match[str]], bool] | None = None,
    ) -> None:
        while (found := self._first(pattern, but)) is not None:
            try:
                self._keep(slot, read(found))
            except BadInput:
                raise NotThis from None
            self.left = f"{self.left[: found.start()]}{CUT}{self.left[found.end() :]}"

    def _first(
        self, pattern: Pattern[str], but: Callable[[Match[str]], bool] | None
    ) -> Match[str] | None:
        if but is None:
            return pattern.search(self.left)
        return next((one for one in pattern.finditer(self.left) if not but(one)), None)

    def _cut_all(self, graded: tuple[tuple[object, Pattern[str]], ...], slot: str) -> None:
        """Cut every mention of what is graded; the first grade counts, the strongest."""
        for grade, pattern in graded:
            left = pattern.sub(CUT, self.left)
            if left != self.left:
                self.left = left
                self.slots.setdefault(slot, grade)

    def _keep(self, slot: str, value: object) -> None:
        if slot in self.slots:
            raise NotThis  # two values: which one counts?
        self.slots[slot] = value

    def _is_of_sets(self, found: Match[str]) -> bool:
        before = re.split(r"[,;.|]", self.left[: found.start()])[-1]
        return SETS.search(before) is not None


def length_of_snooze(words: str) -> str:
    """Return the words of a length of time if they are one.

    Raises:
        NotThis: they are none.
    """
    said = re.sub(r"^(?:for|in) ", "", words)
    try:
        minutes = read_minutes("minutes", said if re.search(r"[a-z]", said) else f"{said} min")
    except BadInput:
        raise NotThis from None
    if not minutes:
        raise NotThis
    return words


def _always(value: T) -> Callable[[Match[str]], T]:
    return lambda _: value


def _said(found: Match[str]) -> str:
    return next(group for group in found.groups() if group is not None)


def _within(value: float | None, most: float) -> float:
    if value is None or not 0 <= value <= most:
        raise NotThis
    return value


def _score(said: str) -> int:
    return int(_within(read_score("effort", said), 10))


def _minutes(found: Match[str]) -> int:
    return int(_within(read_minutes("minutes", _said(found)), 600))


def _distance(said: str) -> str:
    km = read_distance(said, DistanceUnit.KM)
    if km is None or not RUN_REACHED[0] <= km <= RUN_REACHED[1]:
        raise NotThis
    return said


def _read(piece: str) -> exercises.Reading:
    return exercises.parse(piece, unit=MassUnit.KG)


def _with_their_sets(pieces: list[str]) -> list[str]:
    """Return pieces with sets that stand apart from their names: "squats today, 5x5 100kg"."""
    said = [piece for piece in pieces if piece]
    joined: list[str] = []
    for piece in said:
        named = list(takewhile(_is_bare, reversed(joined)))
        if _SETS_ALONE.fullmatch(piece) and named:
            joined[-len(named) :] = [f"{one} {piece}" for one in reversed(named)]
        else:
            joined.append(piece)
    return joined


def _is_bare(piece: str) -> bool:
    """Tell whether a piece names an exercise and says nothing of its sets."""
    name = english.DID_LEGS.match(piece)
    said = piece[name.end() :] if name else piece
    return not has_digit(piece) and _is_exercise(said, further=False, bare=True)


def _is_exercise(piece: str, *, further: bool, bare: bool) -> bool:
    if not bare and not has_digit(piece):
        return False
    if further and _SETS_ALONE.fullmatch(piece):
        return True  # "squat 5x5 100, 1x3 120" goes on
    read = _read(piece)
    known = {each.key for each in exercise_names.catalogue()}
    whole = not read.unread and not read.guesses and not read.aside
    return whole and bool(read.sets) and all(line.name in known for line in read.sets)


def _works_legs(piece: str) -> bool:
    demands = {exercise_names.demand(line.name) for line in _read(piece).sets}
    return bool(demands - {Demand.UPPER, None})
