"""A planned week looked at: which runs fit between the leg days, and why the others do not.

No model of its own: each run is put to the recovery model as ``/canirun`` would put it for that
hour, with the leg days and runs that are planned before it done.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from math import inf
from typing import Final

from bot.domain.decisions.known_of_member import EFFORTS
from bot.domain.decisions.start import EFFORTS as LEG_EFFORTS
from bot.domain.decisions.start import Hardness
from bot.domain.facts.training import RunKind
from bot.domain.recovery.ahead import later
from bot.domain.recovery.answer import Gate, Reply
from bot.domain.recovery.eta import spread_of
from bot.domain.recovery.fatigue import Decay, Legs, fatigue_at, legs_of
from bot.domain.recovery.parameters import FATIGUE_LIMITS, MANY_RUNS, RUN_LIMITS
from bot.domain.recovery.plan import Standing, cap_of, fits, offer_for, reply_to, standing_of
from bot.domain.recovery.question import PastRun, PastSession, PlannedRun, Question, Sleep
from bot.domain.recovery.running import longest_run, no_running
from bot.domain.recovery.safety import symptoms_of
from bot.domain.week.items import HARD_OR_LONG, PlannedThing

HOUR: Final = timedelta(hours=1)
TIRED_HOURS: Final = 6.0  # after a hard or long run strength suffers for so long (Robineau 2016)
CROWDED_HOURS: Final = 44.0  # between two leg days
TOO_EARLY: Final = FATIGUE_LIMITS[1]  # R at which even walking is the advice
SAME_BOUT: Final = 0.05  # hours

Things = tuple[PlannedThing, ...]


class RunMark(IntEnum):
    """What becomes of a planned run, from best to worst; ``BESIDES``: not because of legs."""

    FITS = 0
    CLOSE = 1  # open if recovery goes as fast as it may
    CLASH = 2
    BESIDES = 3


class Besides(StrEnum):
    """Why a run is not open even without a planned leg day."""

    LOGGED = "logged"  # legs are still tired from what was logged, or from runs
    MINUTES = "minutes"  # longer than the legs are used to
    NO_RUNNING = "no_running"
    OTHER = "other"


class LegNote(StrEnum):
    """A remark about a planned leg day."""

    TIRED = "tired"  # soon after a hard or long run
    CROWDED = "crowded"  # soon after another leg day
    EARLY = "early"  # the legs are not ready for any


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedRun:
    """A planned run and its answer.

    ``fatigue`` is R at its start; ``legs_hours`` since the last leg day before it, ``blamed`` the
    planned leg day with the largest share of R. ``sure`` is the hardest run that is open then, and
    ``cap`` the minutes a run may have where they are what is too much.
    """

    run: PlannedThing
    mark: RunMark
    reply: Reply
    fatigue: float
    legs_hours: float | None = None
    blamed: PlannedThing | None = None
    sure: RunKind | None = None
    besides: Besides | None = None
    cap: float | None = None

    @property
    def limit(self) -> float:
        """The R under which its kind is open."""
        return RUN_LIMITS.get(self.run.item.run or RunKind.EASY, inf)


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedLegs:
    """A planned leg day and what there is to note."""

    legs: PlannedThing
    notes: tuple[LegNote, ...]


def as_session(legs: PlannedThing, now: datetime, prior: int) -> PastSession:
    """Return a planned leg day in the model's terms, after ``prior`` others in eight weeks."""
    return PastSession(
        hours_ago=-(legs.end - now) / HOUR,
        srpe=float(LEG_EFFORTS[Hardness(legs.item.effort)]),
        minutes=legs.item.minutes,
        prior_leg_sessions_8wk=prior,
    )


def neutral(known: Question) -> Question:
    """Return what is known without what is about today: no soreness of now lasts a week.

    Of somebody who never logged a leg day the legs are taken for rested: a plan begins somewhere.
    """
    return replace(
        known,
        leg_sessions=known.leg_sessions or (),
        sessions_8wk=known.sessions_8wk or 1,
        soreness=None,
        symptoms=symptoms_of(known),
        sleep=Sleep(),
        alcohol=None,
        painkiller=None,
        heat_c=None,
        plan=None,
        earlier=(),
        danger_denied=False,
        event=None,
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
    """Answers for planned runs; what many weeks have in common is worked out once.

    What is put to it is still to come.

    Args:
        known: what is known of the member at ``now``.
        now: from when hours count, elapsed ones.
    """

    def __init__(self, known: Question, now: datetime) -> None:
        self.now = now
        self._sessions = known.sessions_8wk or 0
        self._known = neutral(known)
        self._walks = no_running(self._known)
        base = longest_run(self._known)
        weekly = self._known.profile.runs_per_week
        unknown = inf if weekly is not None and weekly >= MANY_RUNS else 0.0
        self._longest = unknown if base is None else base
        # Planned runs add nothing to the running base: it is what was run.
        profile = replace(self._known.profile, longest_run=inf if base is None else base)
        self._held = self._known if self._walks else replace(self._known, profile=profile)
        self._stood: dict[tuple[PlannedThing, Things], _Stood] = {}
        self._lifted: dict[Things, Legs] = {}
        self._ran: dict[tuple[float, Things], tuple[Question, tuple[Decay, ...]]] = {}

    def look(self, run: PlannedThing, legs: Things, runs: Things) -> LookedRun:
        """Return a run's answer, with the leg days and runs before it done."""
        before, ran = self._before(run.start, legs), self._before(run.start, runs)
        stood = self._stand(run, before, ran)
        looked = LookedRun(
            run=run, mark=RunMark.FITS, reply=stood.reply, fatigue=stood.standing.fatigue
        )
        if stood.reply is Reply.YES:
            return looked
        alone = self._stand(run, (), ran)
        if alone.reply is not Reply.YES:
            besides = _besides(alone.plan, alone.standing)
            cap = cap_of(run.item.run or RunKind.EASY, alone.standing)
            return replace(looked, mark=RunMark.BESIDES, besides=besides, cap=cap)
        kind, offer = run.item.run or RunKind.EASY, offer_for(stood.plan, stood.standing)
        return replace(
            looked,
            cap=cap_of(kind, stood.standing) if fits(kind, stood.standing) else None,
            mark=RunMark.CLOSE if _open_if_fast(stood) else RunMark.CLASH,
            legs_hours=min((run.start - each.end) / HOUR for each in before),
            blamed=_blamed(stood.standing, before, run),
            sure=None if offer is None else offer.kind,
        )

    def spoiled(self, run: PlannedThing, legs: Things, runs: Things) -> tuple[Reply, float]:
        """Return the answer that leg days leave of one that is yes without them, and R.

        Where it is not, they spoil nothing and R does not matter.
        """
        before, ran = self._before(run.start, legs), self._before(run.start, runs)
        if self._stand(run, (), ran).reply is not Reply.YES:
            return Reply.YES, 0.0
        stood = self._stand(run, before, ran)
        return stood.reply, stood.standing.fatigue

    def fatigue(self, at: datetime, legs: Things, runs: Things) -> float:
        """Return R at a moment, with the leg days and runs before it done."""
        plan = PlannedRun(in_hours=self._hours(at))
        return self._standing(plan, self._before(at, legs), self._before(at, runs)).fatigue

    def point(self, at: datetime, legs: Things, runs: Things) -> CoursePoint:
        """Return R at a moment, and between what and what it may be."""
        plan = PlannedRun(in_hours=self._hours(at))
        standing = self._standing(plan, self._before(at, legs), self._before(at, runs))
        fast, slow = spread_of(standing.legs.question.learned)
        return CoursePoint(
            at=at,
            fatigue=standing.fatigue,
            least=fatigue_at(_paced(standing.legs, fast), standing.hours),
            most=fatigue_at(_paced(standing.legs, slow), standing.hours),
        )

    def _before(self, at: datetime, things: Things) -> Things:
        return tuple(each for each in things if each.end <= at)

    def _stand(self, run: PlannedThing, legs: Things, runs: Things) -> _Stood:
        key = (run, legs + runs)
        if key not in self._stood:
            hours = max(0.0, self._hours(run.start))
            plan = PlannedRun(kind=run.item.run, minutes=float(run.item.lasts), in_hours=hours)
            standing = self._standing(plan, legs, runs)
            reply = reply_to(plan, standing) or Reply.YES
            self._stood[key] = _Stood(plan=plan, standing=standing, reply=reply)
        return self._stood[key]

    def _standing(self, plan: PlannedRun, legs: Things, runs: Things) -> Standing:
        """Return the legs at an hour: without a leg day before it as ``/canirun`` forecasts them.

        After one they are those of who asks at that hour, as ``ahead.then`` has it.
        """
        by, hours = (plan.in_hours, 0.0) if legs else (0.0, plan.in_hours)
        asked, ran = self._after_runs(by, runs)
        lifted = self._after_legs(legs)
        like = replace(
            lifted,
            bouts=tuple(replace(each, hours_ago=each.hours_ago + by) for each in lifted.bouts),
            decays=(*(_older(each, by) for each in lifted.decays), *ran),
        )
        asked = replace(asked, plan=replace(plan, in_hours=hours))
        return standing_of(legs_of(asked, like), hours)

    def _after_legs(self, legs: Things) -> Legs:
        """Return the legs with these leg days done and no runs, in hours from now."""
        if legs not in self._lifted:
            sessions = tuple(
                as_session(each, self.now, self._sessions + prior)
                for prior, each in enumerate(legs)
            )
            logged = self._known.leg_sessions or ()
            asked = replace(self._known, leg_sessions=(*logged, *sessions), recent_runs=None)
            self._lifted[legs] = legs_of(asked)
        return self._lifted[legs]

    def _after_runs(self, by: float, runs: Things) -> tuple[Question, tuple[Decay, ...]]:
        """Return the question so many hours later with these runs done, and what they left."""
        if (by, runs) not in self._ran:
            held, ran = self._held if runs else self._known, [self._as_run(each) for each in runs]
            recent = (*(held.recent_runs or ()), *ran) if ran else held.recent_runs
            asked = later(replace(held, recent_runs=recent), by)
            self._ran[by, runs] = asked, legs_of(replace(asked, leg_sessions=())).decays
        return self._ran[by, runs]

    def _as_run(self, run: PlannedThing) -> PastRun:
        kind = run.item.run or RunKind.EASY
        return PastRun(
            hours_ago=-self._hours(run.end),
            minutes=float(run.item.lasts),
            srpe=EFFORTS[kind],
            walk=kind is RunKind.WALK or self._walks,
            race=kind is RunKind.RACE,
            longest_before=self._longest,
        )

    def _hours(self, at: datetime) -> float:
        return (at - self.now) / HOUR


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


def is_tired(legs: PlannedThing, runs: Sequence[PlannedThing]) -> bool:
    """Tell whether a leg day comes so soon after a hard or long run that strength suffers."""
    return any(
        run.item.run in HARD_OR_LONG and 0.0 <= (legs.start - run.end) / HOUR < TIRED_HOURS
        for run in runs
    )


def is_crowded(first: PlannedThing, second: PlannedThing) -> bool:
    """Tell whether two leg days, in order of time, are close together."""
    return (second.start - first.end) / HOUR < CROWDED_HOURS


def _older(decay: Decay, hours: float) -> Decay:
    return Decay(decay.amplitude, decay.tau, decay.age + hours, decay.old)


def _open_if_fast(stood: _Stood) -> bool:
    """Tell whether a run is open if recovery goes as fast as it may."""
    legs = stood.standing.legs
    fast = _paced(legs, spread_of(legs.question.learned)[0])
    return reply_to(stood.plan, standing_of(fast, stood.standing.hours)) is Reply.YES


def _paced(legs: Legs, share: float) -> Legs:
    """Return legs that need such a share of the hours that are expected."""
    decays = tuple(replace(each, tau=each.tau * share) for each in legs.decays)
    return replace(legs, decays=decays)


def _blamed(standing: Standing, legs: Things, run: PlannedThing) -> PlannedThing:
    """Return the planned leg day with the largest share of R."""
    shares = [
        (decay.at(standing.hours), each)
        for bout, decay in zip(standing.legs.bouts, standing.legs.decays, strict=False)
        for each in legs
        if abs(bout.hours_ago - (run.start - each.end) / HOUR) < SAME_BOUT
    ]
    return max(shares, key=lambda each: each[0], default=(0.0, legs[-1]))[1]


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
