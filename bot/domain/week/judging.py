"""Judging a planned week: each run is answered by the recovery model, each leg day looked at."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from math import inf

from bot.domain.facts.training import RunKind
from bot.domain.recovery.answer import Gate, Reply
from bot.domain.recovery.eta import spread_of
from bot.domain.recovery.fatigue import Legs, fatigue_at
from bot.domain.recovery.parameters import RUN_LIMITS
from bot.domain.recovery.plan import Standing, cap_of, fits, offer_for, reply_to, standing_of
from bot.domain.recovery.question import PlannedRun, Question
from bot.domain.recovery.running import no_running
from bot.domain.week.done_by_then import LegsDone, Things, asked_as
from bot.domain.week.items import PlannedThing
from bot.domain.week.looking import (
    HOUR,
    TOO_EARLY,
    Besides,
    LegNote,
    LookedLegs,
    LookedRun,
    RunMark,
    is_crowded,
    is_tired,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoursePoint:
    """R at a moment: as expected, and between what and what."""

    at: datetime
    fatigue: float
    least: float
    most: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stood:
    """The legs at a run's hour, and the answer to it."""

    plan: PlannedRun
    standing: Standing
    reply: Reply


class Judge:
    """Answers for planned runs, all still to come, by what is known of the member at ``now``."""

    def __init__(self, known: Question, now: datetime) -> None:
        self.now = now
        self._then = LegsDone(known, now)
        self._stood: dict[tuple[PlannedThing, Things, Things], _Stood] = {}

    def look(self, run: PlannedThing, legs: Things, runs: Things) -> LookedRun:
        """Return a run's answer, with the leg days and runs before it done."""
        before, ran = _before(run.start, legs), _before(run.start, runs)
        stood = self._stand(run, before, ran)
        looked = LookedRun(
            run=run, mark=RunMark.FITS, reply=stood.reply, fatigue=stood.standing.fatigue
        )
        if stood.reply is Reply.YES:
            return looked
        kind, alone = asked_as(run.item.run) or RunKind.EASY, self._stand(run, (), ran)
        if alone.reply is not Reply.YES:
            return replace(
                looked,
                mark=RunMark.BESIDES,
                fatigue=alone.standing.fatigue,
                besides=_besides(alone.plan, alone.standing),
                cap=cap_of(kind, alone.standing),
            )
        offer = offer_for(stood.plan, stood.standing)
        return replace(
            looked,
            cap=cap_of(kind, stood.standing) if fits(kind, stood.standing) else None,
            mark=RunMark.CLOSE if _open_if_fast(stood) else RunMark.CLASH,
            legs_hours=min((run.start - each.end) / HOUR for each in before),
            blamed=self._then.blamed(stood.standing, before),
            sure=None if offer is None else offer.kind,
        )

    def spoiled(self, run: PlannedThing, legs: Things, runs: Things) -> tuple[Reply, float]:
        """Return the answer that leg days leave of one that is yes without them, and R.

        Where it is not, they spoil nothing and R does not matter.
        """
        before, ran = _before(run.start, legs), _before(run.start, runs)
        if self._stand(run, (), ran).reply is not Reply.YES:
            return Reply.YES, 0.0
        stood = self._stand(run, before, ran)
        return stood.reply, stood.standing.fatigue

    def fatigue(self, at: datetime, legs: Things, runs: Things) -> float:
        """Return R at a moment, with the leg days and runs before it done."""
        return self._then.standing(at, _before(at, legs), _before(at, runs)).fatigue

    def point(self, at: datetime, legs: Things, runs: Things) -> CoursePoint:
        """Return R at a moment, and between what and what it may be."""
        standing = self._then.standing(at, _before(at, legs), _before(at, runs))
        fast, slow = spread_of(standing.legs.question.learned)
        return CoursePoint(
            at=at,
            fatigue=standing.fatigue,
            least=fatigue_at(_paced(standing.legs, fast), standing.hours),
            most=fatigue_at(_paced(standing.legs, slow), standing.hours),
        )

    def _stand(self, run: PlannedThing, legs: Things, runs: Things) -> _Stood:
        key = (run, legs, runs)
        if key not in self._stood:
            plan = PlannedRun(
                kind=asked_as(run.item.run),
                minutes=float(run.item.lasts),
                in_hours=max(0.0, self._then.hours(run.start)),
            )
            standing = self._then.standing(run.start, legs, runs)
            reply = reply_to(plan, standing) or Reply.YES
            self._stood[key] = _Stood(plan=plan, standing=standing, reply=reply)
        return self._stood[key]


def look_at_legs(judge: Judge, legs: Things, runs: Things) -> Iterator[LookedLegs]:
    """Yield each planned leg day with what there is to note of it."""
    for index, each in enumerate(legs):
        notes = []
        if is_tired(each, runs):
            notes.append(LegNote.TIRED)
        if index and is_crowded(legs[index - 1], each):
            notes.append(LegNote.CROWDED)
        if judge.fatigue(each.start, legs, runs) >= TOO_EARLY:
            notes.append(LegNote.EARLY)
        yield LookedLegs(legs=each, notes=tuple(notes))


def _before(at: datetime, things: Things) -> Things:
    return tuple(each for each in things if each.end <= at)


def _open_if_fast(stood: _Stood) -> bool:
    """Tell whether a run is open if recovery goes as fast as it may."""
    legs = stood.standing.legs
    fast = _paced(legs, spread_of(legs.question.learned)[0])
    return reply_to(stood.plan, standing_of(fast, stood.standing.hours)) is Reply.YES


def _paced(legs: Legs, share: float) -> Legs:
    """Return legs that need such a share of the hours that are expected."""
    decays = tuple(each._replace(tau=each.tau * share) for each in legs.decays)
    return legs._replace(decays=decays)


def _besides(plan: PlannedRun, standing: Standing) -> Besides:
    kind = plan.kind or RunKind.EASY
    if no_running(standing.legs.question):
        return Besides.NO_RUNNING
    if fits(kind, standing):
        return Besides.MINUTES
    tired = standing.fatigue >= RUN_LIMITS.get(kind, inf)
    closed = {hold.gate for hold in standing.holds if hold.until > standing.hours}
    other = closed - {Gate.LONG_RUN, Gate.NEW_STIMULUS, Gate.PERSONAL_FLOOR, Gate.SORENESS}
    return Besides.LOGGED if tired or not other else Besides.OTHER
