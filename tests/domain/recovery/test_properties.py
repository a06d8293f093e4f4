"""The properties of recovery-model §7 that say better or worse: strain never helps, rest no harm.

Each test is numbered as its property. Those of learning are in ``test_properties_learning``, those
under which nothing may change in ``test_properties_same``. All else is equal in each, the running
base too.
"""

import itertools
from dataclasses import replace
from math import isfinite
from typing import TypeVar, Unpack

from hypothesis import assume, example

from bot.domain.facts.training import Demand, Newness, PainType, Region, RunKind
from bot.domain.recovery.answer import Clearance, Reply
from bot.domain.recovery.assess import assess
from bot.domain.recovery.eta import opens_in
from bot.domain.recovery.fatigue import legs_of
from bot.domain.recovery.gates import holds_of
from bot.domain.recovery.load import trains_legs
from bot.domain.recovery.plan import standing_of
from bot.domain.recovery.question import (
    AlcoholDose,
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
from tests.domain.recovery.comparing import CLASSES, NEAR, REPLIES, never_better, outcome
from tests.domain.recovery.histories import (
    GAPS,
    GRAMS,
    MANY,
    NIGHTS,
    RED_FLAGS,
    SCORES,
    logged,
    plan,
    question,
    run,
    session,
    soreness,
    trained,
    work,
)
from tests.domain.recovery.told import ToldSession
from tests.draws import among, between, tried, yes_or_no

Entry = TypeVar("Entry", PastSession, PastRun)

HARDER = (
    RunKind.WALK, RunKind.EASY, RunKind.STEADY, RunKind.LONG, RunKind.TEMPO, RunKind.INTERVALS,
    RunKind.SPRINTS,
)  # fmt: skip
NEWER = (Newness.REGULAR, Newness.BACK_WEEKS, Newness.BACK_MONTHS, Newness.FIRST_EVER)
A_LITTLE_MORE = among(1.0, 0.25, 0.5, 2.0, 5.0)
NIGHT = among(*(night for night in NIGHTS if night is not None))


def with_first(question: Question, **changes: Unpack[ToldSession]) -> Question:
    first, *others = question.leg_sessions or ()
    return question._replace(leg_sessions=(first._replace(**changes), *others))


def with_last_run(question: Question, run: PastRun) -> Question:
    return question._replace(recent_runs=(*(question.recent_runs or ()), run))


def slept(question: Question, last: float | None, previous: float | None) -> Question:
    return question._replace(sleep=Sleep(last_night=last, previous_night=previous))


@MANY
@tried(question, between(0, 100))
def test_01_more_hours_are_never_worse(question: Question, hours: float) -> None:
    def later(entries: tuple[Entry, ...] | None) -> tuple[Entry, ...] | None:
        return entries and tuple(e._replace(hours_ago=e.hours_ago + hours) for e in entries)

    alcohol = question.alcohol
    rested = question._replace(
        leg_sessions=later(question.leg_sessions),
        recent_runs=later(question.recent_runs),
        alcohol=alcohol and alcohol._replace(hours_ago=alcohol.hours_ago + hours),
    )

    never_better(question, rested)


@MANY
@tried(trained, soreness, among(*(score for score in SCORES if score <= 9)), yes_or_no)
def test_02_more_soreness_is_never_better(
    question: Question, sore: Soreness, score: float, legs: bool
) -> None:
    less, more = (
        question._replace(
            soreness=sore._replace(legs_score=each) if legs else sore._replace(score=each),
        )
        for each in (score, score + 1)
    )

    never_better(more, less)


@MANY
@tried(trained)
def test_03_missing_soreness_is_three_and_never_better_than_none(question: Question) -> None:
    missing = question._replace(soreness=None)

    told = question._replace(soreness=Soreness(score=3))
    never_better(missing, question._replace(soreness=Soreness(score=0)))
    never_better(told, missing)
    if not any(bout.new_work for bout in legs_of(question).bouts):  # only a told 3 is still sore
        assert outcome(missing) == outcome(told)


@MANY
@tried(trained, NIGHT, among(*NIGHTS), yes_or_no)
def test_04_more_sleep_is_never_worse(
    question: Question, night: float, other: float | None, last: bool
) -> None:
    less, more = (
        slept(question, hours, other) if last else slept(question, other, hours)
        for hours in (night, night + 1)
    )

    never_better(less, more)


@MANY
@tried(question, session, work, A_LITTLE_MORE, among("srpe", "minutes", "sets", "rpe"))
def test_05_a_harder_session_is_never_better(
    question: Question, session: PastSession, work: Work, more: float, field: str
) -> None:
    effort, rpe = min(session.srpe or 0.0, 10 - more), min(work.rpe or 5.0, 10 - more)
    minutes, sets = session.minutes or 30.0, work.sets or 4
    work = work._replace(sets=sets, rpe=rpe)
    full = session._replace(
        minutes=minutes,
        srpe=effort,
        exercises=(work, *session.exercises),
    )
    harder = {
        "srpe": full._replace(srpe=effort + more),
        "minutes": full._replace(minutes=minutes + 10 * more),
        "sets": full._replace(exercises=(work._replace(sets=sets + more), *session.exercises)),
        "rpe": full._replace(exercises=(work._replace(rpe=rpe + more), *session.exercises)),
    }[field]

    others = question.leg_sessions or ()

    never_better(
        question._replace(leg_sessions=(harder, *others)),
        question._replace(leg_sessions=(full, *others)),
    )


@MANY
@tried(question, run, A_LITTLE_MORE, yes_or_no)
def test_05_a_harder_run_is_never_better(
    question: Question, run: PastRun, more: float, longer: bool
) -> None:
    effort, minutes = min(run.srpe or 0.0, 10 - more), run.minutes or 30.0
    known = run._replace(srpe=effort, minutes=minutes)
    harder = (
        known._replace(minutes=minutes + 20 * more)
        if longer
        else known._replace(srpe=effort + more)
    )
    # A longer run before another one makes that one less unusual, which is as it should be.
    assume(all(each.hours_ago >= run.hours_ago for each in question.recent_runs or ()))

    never_better(
        with_last_run(question, harder),
        with_last_run(question, known),
    )


@MANY
@tried(logged, work, yes_or_no)
def test_06_another_exercise_is_never_better(question: Question, work: Work, timed: bool) -> None:
    """Of a session whose load was told: a first set may be less than what an unknown counts as."""
    by_time: ToldSession = {"srpe": 7.0, "minutes": 40.0, "exercises": ()}
    squats: ToldSession = {"srpe": None, "exercises": (work._replace(demand=Demand.COMPOUND),)}
    known = with_first(with_first(question, part=Part.LEGS), **(by_time if timed else squats))

    longer = (*(known.leg_sessions or ())[0].exercises, work)

    never_better(with_first(known, exercises=longer), known)


@MANY
@tried(question, session, between(0, 1))
def test_07_another_latest_leg_day_is_never_better(
    question: Question, session: PastSession, share: float
) -> None:
    before = question.leg_sessions or ()
    known = question._replace(leg_sessions=before, sessions_8wk=question.sessions_8wk or 1)
    times = [each.hours_ago for each in before if trains_legs(each)]

    latest = session._replace(hours_ago=min(times, default=100.0) * share)

    never_better(known._replace(leg_sessions=(*before, latest)), known)


@MANY
@tried(question, run, between(0, 1))
def test_07_another_latest_run_is_never_better(
    question: Question, run: PastRun, share: float
) -> None:
    times = [each.hours_ago for each in question.recent_runs or ()]

    latest = run._replace(hours_ago=min(times, default=100.0) * share)

    never_better(with_last_run(question, latest), question)


@MANY
@tried(logged, among(*(days for days in GAPS if days is not None)), between(0, 60))
def test_08_a_longer_gap_or_a_novel_exercise_is_never_better(
    question: Question, days: float, more: float
) -> None:
    known = with_first(question, days_since_previous_leg=days, novel_exercise=False)

    never_better(with_first(known, days_since_previous_leg=days + more), known)
    never_better(with_first(known, novel_exercise=True), known)


@MANY
@tried(logged, among(*itertools.pairwise(NEWER)))
def test_08_being_newer_to_leg_day_is_never_better(
    question: Question, pair: tuple[Newness, Newness]
) -> None:
    used, newer = pair

    never_better(with_first(question, newness=newer), with_first(question, newness=used))


@MANY
@tried(logged, among(0.0, 1.0, 2.75, 3.0, 12.0, 24.0), between(0, 30))
def test_09_more_experience_is_never_worse(question: Question, months: float, more: float) -> None:
    def lifting(value: float) -> Question:
        return question._replace(profile=replace(question.profile, lifting_months=value))

    never_better(lifting(months), lifting(months + more))


@MANY
@tried(trained, among(*GRAMS), between(0, 1.5), between(0, 48))
def test_10_more_alcohol_is_never_better(
    question: Question, grams: float, more: float, hours: float
) -> None:
    def drunk(value: float) -> Question:
        return question._replace(alcohol=AlcoholDose(g_per_kg=value, hours_ago=hours))

    never_better(drunk(grams + more), drunk(grams))
    never_better(drunk(grams), question._replace(alcohol=None))


@MANY
@tried(question, among(*RED_FLAGS))
def test_11_any_red_flag_is_rest_and_care_without_a_plan(
    question: Question, symptom: Symptom
) -> None:
    found = assess(question._replace(symptoms=question.symptoms | {symptom}))

    assert (found.clearance, found.reply) == (Clearance.REST, Reply.CARE)
    assert (found.offer, found.fatigue, found.notes) == (None, None, ())
    assert (found.reasons, found.would_change) == ((), ())
    assert {found.eta.easy, found.eta.moderate, found.eta.hard} == {None}


@MANY
@tried(trained, among(*sorted(Symptom)))
def test_12_an_added_symptom_is_never_better(question: Question, symptom: Symptom) -> None:
    never_better(question._replace(symptoms=question.symptoms | {symptom}), question)


@MANY
@tried(question, plan, among(*itertools.pairwise(HARDER)))
def test_13_a_harder_plan_is_never_more_permissive(
    question: Question, plan: PlannedRun, pair: tuple[RunKind, RunKind]
) -> None:
    easier, harder = (
        assess(question._replace(plan=plan._replace(kind=kind)), changes=False) for kind in pair
    )

    assert REPLIES[harder.reply] <= REPLIES[easier.reply]
    assert harder.clearance == easier.clearance


@MANY
@tried(question, plan, among(20.0, 21.0, 30.0, 31.0, 45.0, 60.0, 61.0), between(0, 100))
def test_14_more_planned_minutes_are_never_more_permissive(
    question: Question, plan: PlannedRun, minutes: float, more: float
) -> None:
    shorter, longer = (
        assess(question._replace(plan=plan._replace(minutes=each)), changes=False)
        for each in (minutes, minutes + more)
    )

    assert REPLIES[longer.reply] <= REPLIES[shorter.reply]
    assert longer.clearance == shorter.clearance


@MANY
@tried(trained)
def test_15_harder_classes_open_later_and_an_open_one_is_open_now(question: Question) -> None:
    now = question._replace(plan=None)
    legs = legs_of(now)

    hours = [opens_in(legs, holds_of(legs), each) for each in CLASSES]

    found = assess(now, changes=False)
    windows = (found.eta.easy, found.eta.moderate, found.eta.hard)
    assert all(sooner <= later + NEAR for sooner, later in itertools.pairwise(hours))
    assert found.clearance is not None
    assert [each == 0 for each in hours] == [found.clearance >= each for each in CLASSES]
    assert [window == (0, 0) for window in windows] == [each == 0 for each in hours]
    assert all(window is None or 0 <= window[0] <= window[1] for window in windows)


@MANY
@tried(trained, among(*CLASSES))
def test_15_a_class_opens_at_its_hour_and_no_sooner(question: Question, target: Clearance) -> None:
    legs = legs_of(question)
    holds = holds_of(legs)

    hours = opens_in(legs, holds, target)

    if isfinite(hours):
        assert standing_of(legs, hours + NEAR).clearance >= target
    assert standing_of(legs, min(hours, 1_000) - NEAR).clearance < target or hours <= NEAR


@MANY
@example(
    (
        Question(leg_sessions=(PastSession(hours_ago=0.0, srpe=0.0),), recent_runs=()),
        Soreness(score=3.0, region=Region.LOWER_BACK, type=PainType.MUSCLE_ACHE),
        8.0,
        0.0,
    )
)
@tried(trained, soreness, among(*SCORES), among(0.0, 4.0, 7.75))
def test_23_a_painkiller_is_never_better_than_the_score_before_it(
    question: Question, sore: Soreness, before: float, hours: float
) -> None:
    masked = question._replace(
        soreness=sore,
        painkiller=Painkiller(hours_ago=hours, soreness_before=before),
    )

    plain = Soreness(score=before, region=sore.region, type=sore.type)

    never_better(masked, question._replace(soreness=plain, painkiller=None))
