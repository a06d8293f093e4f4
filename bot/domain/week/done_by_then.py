"""The legs as they will be at an hour of a planned week, with what is planned before it done.

No model of its own: the question is the one of ``/canirun`` for that hour, without what is about
today, and the recovery model prepares it. What many weeks have in common is prepared once.
"""

from dataclasses import replace
from datetime import datetime
from math import inf
from typing import Final

from bot.domain.decisions.known_of_member import EFFORTS
from bot.domain.decisions.start import EFFORTS as LEG_EFFORTS
from bot.domain.decisions.start import Hardness
from bot.domain.facts.training import RunKind
from bot.domain.recovery.fatigue import Legs, legs_of
from bot.domain.recovery.gates import Hold, holds_of
from bot.domain.recovery.parameters import MANY_RUNS
from bot.domain.recovery.plan import Standing, standing_at
from bot.domain.recovery.question import PastRun, PastSession, Question, Sleep
from bot.domain.recovery.running import longest_run, no_running
from bot.domain.recovery.safety import symptoms_of
from bot.domain.week.items import PlannedThing
from bot.domain.week.looking import HOUR

Things = tuple[PlannedThing, ...]

SAME_BOUT: Final = 0.05  # hours


def as_session(legs: PlannedThing, now: datetime, prior: int) -> PastSession:
    """Return a planned leg day in the model's terms, after ``prior`` others in eight weeks."""
    return PastSession(
        hours_ago=-(legs.end - now) / HOUR,
        srpe=float(LEG_EFFORTS[Hardness(legs.item.effort)]),
        minutes=legs.item.minutes,
        prior_leg_sessions_8wk=prior,
    )


def asked_as(run: RunKind | None) -> RunKind | None:
    """Return the kind that a run is asked about as, where soreness of its day is not known.

    Sprints are then as intervals: what they want more, fresh hamstrings, is told on the day.
    """
    return RunKind.INTERVALS if run is RunKind.SPRINTS else run


def neutral(known: Question) -> Question:
    """Return what is known without what is about today: no soreness of now lasts a week.

    Of somebody who never logged a leg day the legs are taken for rested: a plan begins somewhere.
    """
    return known._replace(
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


class LegsDone:
    """The legs of a member after planned leg days and runs, which are all still to come.

    Hours are elapsed ones from ``now``. Before any planned leg day soreness fades as the model
    forecasts it; after one it is taken for usual, as of somebody who asks at that hour.
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
        self._held = self._known if self._walks else self._known._replace(profile=profile)
        self._lifted: dict[Things, Legs] = {}
        self._ran: dict[Things, Legs] = {}
        self._prepared: dict[tuple[Things, Things], tuple[Legs, tuple[Hold, ...]]] = {}

    def standing(self, at: datetime, legs: Things, runs: Things) -> Standing:
        """Return the state of the legs at a moment, with these leg days and runs done."""
        if (legs, runs) not in self._prepared:
            prepared = self._after(legs, runs)
            self._prepared[legs, runs] = prepared, holds_of(prepared)
        return standing_at(*self._prepared[legs, runs], max(0.0, self.hours(at)))

    def hours(self, at: datetime) -> float:
        """Return the hours from now to a moment."""
        return (at - self.now) / HOUR

    def blamed(self, standing: Standing, legs: Things) -> PlannedThing:
        """Return the planned leg day with the largest share of R."""
        shares = [
            (decay.at(standing.hours), each)
            for bout, decay in zip(standing.legs.bouts, standing.legs.decays, strict=False)
            for each in legs
            if abs(bout.hours_ago + self.hours(each.end)) < SAME_BOUT
        ]
        return max(shares, key=lambda each: each[0], default=(0.0, legs[-1]))[1]

    def _after(self, legs: Things, runs: Things) -> Legs:
        ran = self._after_runs(runs)
        if not legs:
            return ran
        lifted = self._after_legs(legs)
        decays = (*lifted.decays, *ran.decays[len(ran.bouts) :])
        return ran._replace(bouts=lifted.bouts, decays=decays, flat=inf)

    def _after_legs(self, legs: Things) -> Legs:
        if legs not in self._lifted:
            sessions = tuple(
                as_session(each, self.now, self._sessions + prior)
                for prior, each in enumerate(legs)
            )
            logged = self._known.leg_sessions or ()
            asked = self._known._replace(leg_sessions=(*logged, *sessions), recent_runs=None)
            self._lifted[legs] = legs_of(asked)
        return self._lifted[legs]

    def _after_runs(self, runs: Things) -> Legs:
        if runs not in self._ran:
            held = self._held if runs else self._known
            ran = tuple(self._as_run(each) for each in runs)
            recent = (*(held.recent_runs or ()), *ran) if ran else held.recent_runs
            self._ran[runs] = legs_of(held._replace(recent_runs=recent))
        return self._ran[runs]

    def _as_run(self, run: PlannedThing) -> PastRun:
        kind = run.item.run or RunKind.EASY
        return PastRun(
            hours_ago=-self.hours(run.end),
            minutes=float(run.item.lasts),
            srpe=EFFORTS[kind],
            walk=kind is RunKind.WALK or self._walks,
            race=kind is RunKind.RACE,
            longest_before=self._longest,
        )
