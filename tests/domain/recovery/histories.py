"""Generated histories: whole questions decoded from one string of bytes each.

Values stand on, just under and just over every limit of the model far more often than chance would
put them there.
"""

from hypothesis import settings

from bot.domain.facts.training import Demand, Newness, PainType, Region, RunKind
from bot.domain.recovery.question import (
    AlcoholDose,
    AskedProfile,
    Effort,
    Learned,
    Painkiller,
    Part,
    PastRun,
    PastSession,
    PlannedRun,
    Question,
    Sleep,
    Soreness,
    Symptom,
    Work,
)
from tests.draws import Draws
from tests.examples import SHARES

_TIMES = 3 if settings.get_current_profile_name() in SHARES else 10
MANY = settings(max_examples=_TIMES * settings().max_examples)
"""Ten times the profile's examples; three times in the profiles of every day."""

HOURS_LIMITS = (2.75, 3, 5.75, 6, 8, 12, 24, 30, 48, 72, 119.75, 120, 168, 239.75, 240, 240.25)
HOURS = (*(quarter / 4 for quarter in range(0, 400, 5)), *HOURS_LIMITS, *range(104, 264, 8))
RUN_HOURS = (*HOURS, *range(264, 420, 12), 335.75, 336)
SCORES = (3.0, *(quarter / 4 for quarter in range(41)))
NIGHTS = (None, 7.0, 3.75, 4.0, 4.5, 5.0, 5.25, 6.0, 8.0, 2.0, 0.0, 10.0)
GRAMS = (0.0, 0.25, 0.49, 0.5, 0.75, 0.99, 1.0, 1.25, 2.0)
EFFORTS = (5.0, *(half / 2 for half in range(21)))
SETS_RPE = (None, 8.0, *(half / 2 for half in range(2, 21)))
MINUTES = (30.0, 5.0, 10.0, 20.0, 45.0, 60.0, 61.0, 75.0, 90.0, 120.0, 149.0, 150.0, 240.0)
MONTHS = (None, 12.0, 0.0, 2.75, 3.0, 24.0, 24.25, 60.0)
GAPS = (None, 2.0, 0.0, 10.0, 10.25, 21.0, 22.0, 42.0, 43.0, 84.0, 85.0, 120.0)
THETAS = (0.0, 0.1, 0.25, 0.5, 0.6, -0.1, -0.25, -0.5, -0.6)
RED_FLAGS = tuple(sorted(set(Symptom) - {Symptom.HEAD_COLD, Symptom.TENDON_PAIN}))
MILD = (None, Symptom.HEAD_COLD, Symptom.TENDON_PAIN)
ACHES = (PainType.MUSCLE_ACHE, None, PainType.MUSCLE_ACHE, None, PainType.TENDON)


def work(draws: Draws) -> Work:
    demand = draws.one((Demand.COMPOUND, None, *Demand))
    return Work(demand=demand, sets=draws.one((None, *range(1, 11))), rpe=draws.one(SETS_RPE))


def session(draws: Draws) -> PastSession:
    return PastSession(
        hours_ago=draws.one(HOURS),
        minutes=draws.one((None, *MINUTES)),
        srpe=draws.one((None, *EFFORTS)),
        effort=draws.one((None, *Effort)),
        part=draws.one((Part.LEGS, *Part)),
        exercises=draws.several(work, 2),
        newness=draws.one((None, None, *Newness)),
        novel_exercise=draws.yes(4),
        days_since_previous_leg=draws.one(GAPS),
        prior_leg_sessions_8wk=draws.one((None, 0, 1, 2, 5)),
    )


def run(draws: Draws) -> PastRun:
    return PastRun(
        hours_ago=draws.one(RUN_HOURS),
        minutes=draws.one((*MINUTES, None)),
        srpe=draws.one((*EFFORTS, None)),
    )


def soreness(draws: Draws) -> Soreness:
    return Soreness(
        score=draws.one(SCORES),
        region=draws.one((None, None, Region.QUADS, Region.HAMSTRINGS, *Region)),
        type=draws.one(ACHES),
    )


def plan(draws: Draws) -> PlannedRun:
    return PlannedRun(
        kind=draws.one(tuple(RunKind)),
        minutes=draws.one((None, *MINUTES)),
        in_hours=draws.one((0.0, 0.0, 0.0, 6.0, 15.75, 16.0, 24.0, 48.0, 72.0)),
    )


def profile(draws: Draws) -> AskedProfile:
    """Somebody whose running base is known: a run more must not change it."""
    return AskedProfile(
        lifting_months=draws.one(MONTHS),
        runs_per_week=draws.one((None, 3.0, 2.75, 1.0, 0.5, 5.0)),
        longest_run=draws.one((30.0, 5.0, 18.0, 19.0, 45.0, 60.0, 120.0, 150.0, 240.0)),
        age=draws.one((None, 30.0, 39.0, 40.0, 59.0, 60.0, 80.0)),
    )


def learned(draws: Draws) -> Learned:
    return Learned(
        theta=draws.one(THETAS),
        n_feedback=draws.one((0, 1, 3, 4, 8, 12)),
        sigma=draws.one((0.3, 0.17, 0.18)),
    )


def alcohol(draws: Draws) -> AlcoholDose:
    return AlcoholDose(
        g_per_kg=draws.one(GRAMS), hours_ago=draws.one((12.0, 0.0, 23.75, 24.0, 35.75, 36.0, 40.0))
    )


def painkiller(draws: Draws) -> Painkiller:
    return Painkiller(
        hours_ago=draws.one((0.0, 4.0, 7.75, 8.0, 10.0)),
        soreness_before=draws.one((None, *SCORES)),
    )


def question(draws: Draws, *, least: int = 0) -> Question:
    """Anything somebody who runs may ask, with at least so many entries of sessions."""
    sessions = draws.several(session, 4 - least)
    sessions += tuple(session(draws) for _ in range(least))
    mild = draws.one((None, None, None, *MILD))
    return Question(
        leg_sessions=sessions or draws.one((None, ())),
        sessions_8wk=draws.one((None, *range(8))),
        soreness=draws.maybe(soreness),
        symptoms=frozenset() if mild is None else frozenset({mild}),
        sleep=Sleep(last_night=draws.one(NIGHTS), previous_night=draws.one(NIGHTS)),
        alcohol=draws.maybe(alcohol, 4),
        painkiller=draws.maybe(painkiller, 4),
        recent_runs=draws.one((None, ())) if draws.yes() else draws.several(run, 3),
        plan=draws.maybe(plan),
        profile=profile(draws),
        heat_c=draws.one((None, None, None, 20.0, 31.75, 32.0, 38.0)),
        learned=learned(draws),
    )


def trained(draws: Draws) -> Question:
    """What somebody may ask who has certainly trained their legs: it always has a class."""
    asked = question(draws, least=1)
    first, *others = asked.leg_sessions or ()
    return asked._replace(leg_sessions=(first._replace(part=Part.LEGS), *others))


def logged(draws: Draws) -> Question:
    """What somebody may ask of whom an entry is known at least."""
    return question(draws, least=1)
