"""The properties of recovery-model §7 under which nothing may change, and the bounds of it all.

Each test is numbered as its property; better and worse are in ``test_properties``.
"""

from collections.abc import Sequence
from copy import deepcopy
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from math import inf, isfinite
from random import Random
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.domain.facts.training import (
    Alcohol,
    Demand,
    ExerciseSet,
    Focus,
    Illness,
    LegSession,
    Newness,
    PainType,
    Report,
    RunKind,
)
from bot.domain.reading import exercise_names, exercises
from bot.domain.recovery.answer import Clearance
from bot.domain.recovery.assess import assess
from bot.domain.recovery.fatigue import fatigue_at, legs_of
from bot.domain.recovery.history import question_of
from bot.domain.recovery.plan import cap_of, standing_of
from bot.domain.recovery.question import Part, PastSession, Question, Sleep, Soreness, Work
from tests.domain.recovery.comparing import better_parts, outcome, run_minutes
from tests.domain.recovery.histories import (
    HOURS,
    MANY,
    logged,
    question,
    session,
    trained,
    work,
)
from tests.draws import Draws, among, between, tried, yes_or_no

Value = TypeVar("Value")
History = tuple[tuple[LegSession, ...], tuple[Report, ...]]

RUNS = tuple(kind for kind in RunKind if kind is not RunKind.WALK)
ZONES = (
    ZoneInfo("Europe/Berlin"),
    ZoneInfo("America/New_York"),
    ZoneInfo("Australia/Lord_Howe"),  # half an hour of summer time
    ZoneInfo("Pacific/Apia"),
    ZoneInfo("Asia/Kathmandu"),
    timezone(timedelta(hours=-12)),
)
CLOCK_CHANGES = (
    datetime(2026, 3, 29, 1, tzinfo=UTC),  # Europe, to summer
    datetime(2026, 10, 25, 1, tzinfo=UTC),  # Europe, from summer
    datetime(2026, 3, 8, 7, tzinfo=UTC),  # New York, to summer
    datetime(2026, 11, 1, 6, tzinfo=UTC),  # New York, from summer
    datetime(2026, 4, 4, 15, tzinfo=UTC),  # Lord Howe, from summer
)
AID_NOTES = (
    "foam rolled, then stretched for 20 min",
    "ice bath",
    "compression tights overnight, massage",
)


def same(one: Question, other: Question) -> None:
    """Both ways never better; R may differ in its last digit, as sums of floats do."""
    first, second = outcome(one), outcome(other)
    assert better_parts(first, second) == better_parts(second, first) == [], (first, second)


def entry(draws: Draws) -> LegSession:
    return LegSession(
        session_id=1,
        ended_at=datetime(2026, 1, 1, tzinfo=UTC) - timedelta(hours=draws.one(HOURS)),
        effort=draws.one((None, *range(1, 11))),
        minutes=draws.one((None, 5, 30, 60, 120)),
        focus=draws.one(tuple(Focus)),
        exercises=draws.several(exercise, 2),
        new_exercise=draws.yes(4),
        newness=draws.one((None, *Newness)),
    )


def exercise(draws: Draws) -> ExerciseSet:
    name = draws.one(("squat", "rdl", "nordic_curl", "bench_press", "my own thing"))
    return ExerciseSet(
        name=name, sets=draws.one(range(1, 9)), rpe=draws.one((None, 6.0, 8.0, 10.0))
    )


def report(draws: Draws) -> Report:
    return Report(
        reported_at=datetime(2026, 1, 1, tzinfo=UTC) - timedelta(hours=draws.one(HOURS)),
        soreness=draws.one((None, *range(11))),
        pain=draws.one((None, None, *PainType)),
        sleep=draws.one((None, 7.0, 3.5, 5.0)),
        illness=draws.one((None, None, None, *Illness)),
        alcohol=draws.one((None, *Alcohol)),
        painkiller_before=draws.one((None, None, *range(11))),
        stop_sign=draws.one((None, None, False, None, True)),
    )


def asked_at(now: datetime, entries: Sequence[LegSession], reports: Sequence[Report]) -> Question:
    """The question of a stored history whose entries count back from ``now``."""
    back = now - datetime(2026, 1, 1, tzinfo=UTC)
    return question_of(
        [each._replace(ended_at=each.ended_at + back) for each in entries],
        [each._replace(reported_at=each.reported_at + back) for each in reports],
        now=now,
        total_sessions=len(entries),
        demand=exercise_names.demand,
    )


def history(draws: Draws) -> History:
    return draws.several(entry, 3), draws.several(report, 3)


def moment(draws: Draws) -> datetime:
    return draws.one(CLOCK_CHANGES) + timedelta(hours=draws.one(range(73)))


def shuffler(draws: Draws) -> Random:
    return Random(draws.one(range(1 << 16)))  # noqa: S311 (an order of entries, no secret)


@MANY
@tried(history, moment, among(*AID_NOTES))
def test_16_a_recovery_aid_changes_nothing(history: History, now: datetime, note: str) -> None:
    entries, reports = history

    noted = [each._replace(note=note) for each in entries]

    assert asked_at(now, noted, reports) == asked_at(now, entries, reports)


def test_16_no_question_has_a_place_for_a_recovery_aid() -> None:
    told = set().union(*(kind._fields for kind in (Question, PastSession, Soreness, Sleep)))

    assert told == {
        "leg_sessions", "sessions_8wk", "sessions_logged", "soreness", "symptoms", "sleep",
        "alcohol", "painkiller", "recent_runs", "plan", "profile", "heat_c", "learned",
        "ask_again", "easy_for", "pain_gone", "danger_denied", "planned_legs",
        "event", "about", "earlier", "about_me", "hours_ago", "minutes", "srpe",
        "effort", "part", "exercises", "newness", "novel_exercise", "days_since_previous_leg",
        "prior_leg_sessions_8wk", "score", "legs_score", "region", "type", "last_night",
        "previous_night",
    }  # fmt: skip


@MANY
@tried(question, session, among(*range(1, 10)))
def test_18_an_upper_body_session_changes_nothing(
    question: Question, session: PastSession, sets: int
) -> None:
    bench = (Work(demand=Demand.UPPER, sets=sets),)
    upper = session._replace(part=Part.UPPER, exercises=bench)

    added = question._replace(leg_sessions=(*(question.leg_sessions or ()), upper))

    if question.leg_sessions is not None:
        assert assess(added) == assess(question)
    same(added, question._replace(leg_sessions=question.leg_sessions or ()))


@MANY
@tried(logged, shuffler)
def test_19_order_of_entries_changes_nothing(question: Question, random: Random) -> None:
    def shuffled(entries: tuple[Value, ...]) -> tuple[Value, ...]:
        return entries and tuple(random.sample(entries, len(entries)))

    mixed = tuple(
        each._replace(exercises=shuffled(each.exercises)) for each in question.leg_sessions or ()
    )

    runs = question.recent_runs
    same(
        question,
        question._replace(leg_sessions=shuffled(mixed), recent_runs=runs and shuffled(runs)),
    )


@MANY
@tried(among("squat", "rdl", "nordic"), among(*range(1, 11)), among(*range(19)), yes_or_no, size=8)
def test_19_rir_or_rpe_changes_nothing(name: str, sets: int, halves: int, pounds: bool) -> None:
    in_reserve = halves / 2
    rir, rpe = (
        exercises.parse(f"{name} {sets}x8 {told}", unit=unit)
        for told, unit in (
            (f"rir {in_reserve}", "lb" if pounds else "kg"),
            (f"rpe {10 - in_reserve}", "kg"),
        )
    )

    assert len(rir.sets) == 1
    assert rir.sets == rpe.sets


@MANY
@tried(question, session, work, among(0.0, 0.25, 1.0, 2.75), between(0, 200))
def test_20_splitting_a_session_changes_nothing(
    question: Question, session: PastSession, work: Work, apart: float, hours: float
) -> None:
    counted = tuple(each._replace(sets=each.sets or 4) for each in (work, *session.exercises))
    whole = session._replace(hours_ago=hours, minutes=60.0, srpe=6.0, exercises=counted)
    halves = tuple(each._replace(sets=(each.sets or 4) / 2) for each in whole.exercises)
    later = whole._replace(minutes=30.0, exercises=halves)
    earlier = later._replace(hours_ago=hours + apart)
    one = question._replace(leg_sessions=(whole,), sessions_8wk=None)

    same(one._replace(leg_sessions=(earlier, later)), one)


@MANY
@tried(trained, between(0, 400))
def test_21_fatigue_and_minutes_stay_within_bounds(question: Question, hours: float) -> None:
    legs = legs_of(question)
    fatigue, standing = fatigue_at(legs, hours), standing_of(legs, hours)

    found = assess(question)

    assert isfinite(fatigue)
    assert fatigue >= 0
    assert all(cap_of(kind, standing) >= 0 for kind in RUNS)
    assert found.fatigue is not None
    assert 0 <= found.fatigue <= 100
    assert run_minutes(found.offer) >= 0
    assert len(found.reasons) <= 4
    assert all(-100 <= reason.points <= reason.of <= 100 for reason in found.reasons)
    assert all(change.to != found.clearance for change in found.would_change)
    assert assess(question, changes=False) == found._replace(would_change=())


@MANY
@tried(trained, trained, among(*HOURS), among(*HOURS), size=192)
def test_21_run_minutes_never_rise_when_the_class_falls(
    question: Question, another: Question, hours: float, other: float
) -> None:
    runner = another._replace(profile=question.profile, recent_runs=question.recent_runs)
    low, high = sorted(
        (standing_of(legs_of(question), hours), standing_of(legs_of(runner), other)),
        key=lambda standing: standing.clearance,
    )

    shorter, longer = (
        0 if each.clearance is Clearance.WALK else cap_of(RunKind.EASY, each)
        for each in (low, high)
    )

    assert shorter <= longer or low.clearance == high.clearance
    assert (low.clearance > Clearance.WALK) == (0 < shorter <= inf)


@MANY
@tried(question, question, size=192)
def test_22_the_same_question_gets_the_same_answer(question: Question, between: Question) -> None:
    copied = deepcopy(question)

    first = assess(question)
    assess(between)

    assert assess(copied) == assess(question) == first
    assert copied == question


@MANY
@tried(history, moment, among(*ZONES))
def test_24_zones_and_clock_changes_change_nothing(
    history: History, now: datetime, zone: tzinfo
) -> None:
    """Moments written on a member's clock, the question asked up to three days after it changed."""
    entries, reports = history
    back = now - datetime(2026, 1, 1, tzinfo=UTC)

    moved = question_of(
        [each._replace(ended_at=(each.ended_at + back).astimezone(zone)) for each in entries],
        [each._replace(reported_at=(each.reported_at + back).astimezone(zone)) for each in reports],
        now=now,
        total_sessions=len(entries),
        demand=exercise_names.demand,
    )

    assert moved == asked_at(now, entries, reports)
