"""Stored entries become a question: what counts, for how long, and what came before."""

from collections.abc import Set
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Unpack
from zoneinfo import ZoneInfo

import pytest

from bot.domain.facts.training import Alcohol as Drinks
from bot.domain.facts.training import (
    Demand,
    ExerciseSet,
    Focus,
    Illness,
    LegSession,
    Newness,
    PainType,
    Region,
    Report,
    RunKind,
)
from bot.domain.recovery.answer import Care, Clearance, Gate, Reply
from bot.domain.recovery.assess import assess
from bot.domain.recovery.eta import spread_of, window_of
from bot.domain.recovery.history import question_of
from bot.domain.recovery.load import bouts_of
from bot.domain.recovery.question import (
    AlcoholDose,
    Ask,
    Learned,
    Painkiller,
    Part,
    PastSession,
    PlannedRun,
    Question,
    Sleep,
    Soreness,
    Symptom,
    Work,
)
from tests.domain.recovery.told import ToldEntry, ToldReport

Entries = tuple[LegSession | Report, ...]

NOW = datetime(2026, 3, 30, 12, tzinfo=UTC)
DEMANDS = {"squat": Demand.COMPOUND, "bench": Demand.UPPER}


def legs(hours: float, **more: Unpack[ToldEntry]) -> LegSession:
    at = NOW - timedelta(hours=hours)
    return LegSession(session_id=int(hours * 10), ended_at=at, **more)


def report(hours: float, **more: Unpack[ToldReport]) -> Report:
    return Report(reported_at=NOW - timedelta(hours=hours), **more)


def asked(
    *entries: LegSession | Report, base: Question | None = None, total: int | None = None
) -> Question:
    sessions = [each for each in entries if isinstance(each, LegSession)]
    reports = [each for each in entries if isinstance(each, Report)]
    return question_of(
        sessions,
        reports,
        base,
        now=NOW,
        total_sessions=len(sessions) if total is None else total,
        demand=DEMANDS.get,
    )


def test_a_session_keeps_what_was_said_of_it() -> None:
    sets = (
        ExerciseSet(name="squat", sets=5, reps=5, load_kg=100.0, rpe=8.0),
        ExerciseSet(name="my own thing", sets=2),
        ExerciseSet(name="bench", sets=3),
        ExerciseSet(name="my other thing"),
    )
    entry = legs(
        20, effort=7, minutes=60, focus=Focus.FULL_BODY, exercises=sets, new_exercise=True,
        newness=Newness.BACK_WEEKS,
    )  # fmt: skip

    assert asked(entry).leg_sessions == (
        PastSession(
            hours_ago=20.0,
            minutes=60,
            srpe=7,
            part=Part.FULL_BODY,
            exercises=(
                Work(demand=Demand.COMPOUND, sets=5, rpe=8.0),
                Work(demand=None, sets=2, name="my own thing"),
                Work(demand=Demand.UPPER, sets=3),
                Work(demand=None, sets=None, name="my other thing"),
            ),
            newness=Newness.BACK_WEEKS,
            novel_exercise=True,
            prior_leg_sessions_8wk=0,
        ),
    )


def test_sessions_know_what_came_before_them() -> None:
    question = asked(legs(20), legs(68), legs(22), legs(300), legs(1500))

    told = [
        (each.hours_ago, each.days_since_previous_leg, each.prior_leg_sessions_8wk)
        for each in question.leg_sessions or ()
    ]
    assert told == [
        (68.0, (300 - 68) / 24, 1),
        (22.0, 2.0, 2),
        (20.0, 2.0, 2),
    ]
    assert (question.sessions_8wk, question.sessions_logged) == (3, 5)


def test_a_session_not_fetched_means_a_long_gap() -> None:
    (alone,) = asked(legs(24), total=2).leg_sessions or ()

    assert alone.days_since_previous_leg == 90.0


@pytest.mark.parametrize(
    ("entries", "days", "prior", "novelty"),
    [
        ((), None, 0, 1.0),
        ((legs(24 * 20),), 19.0, 1, 1.1),
        ((legs(24 * 70),), 69.0, 0, 1.35),
        ((legs(24 * 70), legs(24 * 120)), 69.0, 0, 1.35),
        ((legs(24 * 100),), 99.0, 0, 1.5),
        ((legs(12), legs(24 * 5)), 4.0, 1, 1.0),
    ],
)
def test_a_leg_day_told_now_knows_the_log_before_it(
    entries: Entries, days: float | None, prior: int, novelty: float
) -> None:
    question = asked(*entries, base=Question(leg_sessions=(PastSession(hours_ago=24),)))

    told = (question.leg_sessions or ())[0]
    assert (told.days_since_previous_leg, told.prior_leg_sessions_8wk) == (days, prior)
    assert next(b.novelty for b in bouts_of(question) if b.hours_ago == 24) == novelty


def test_a_first_log_has_nothing_before_it() -> None:
    (alone,) = asked(legs(24)).leg_sessions or ()

    assert (alone.days_since_previous_leg, alone.prior_leg_sessions_8wk) == (None, 0)


def test_a_lapsed_logger_is_asked_and_a_regular_one_has_rested() -> None:
    lapsed, regular = assess(asked(legs(24 * 60))), assess(asked(legs(24 * 11)))

    assert (lapsed.reply, lapsed.clearance) == (Reply.ASK, None)
    assert (regular.clearance, regular.fatigue) == (Clearance.HARD, 0)


def test_nobody_logged_is_nobody_rested() -> None:
    assert assess(asked()).clearance is None


def test_a_clock_slightly_ahead_is_now_and_one_far_ahead_is_asked_about() -> None:
    assert assess(asked(legs(-0.01))).clearance is Clearance.WALK
    assert assess(asked(legs(-1))).ask is Ask.HOURS_SINCE_LEGS


@pytest.mark.parametrize(
    ("entries", "score"),
    [
        ((report(11.9, soreness=1),), 1.0),
        ((report(12, soreness=1),), None),
        ((report(1, soreness=5), report(2, soreness=1)), 5.0),
        ((report(1, sleep=7.0), report(2, soreness=1)), 1.0),
        ((legs(30), report(6.1, soreness=1)), 3.0),
        ((legs(30), report(6, soreness=1)), 1.0),
        ((legs(30), report(6.1, soreness=6)), 6.0),
        ((legs(10, effort=2), report(4.1, soreness=1)), 1.0),
        ((legs(2), report(8, soreness=1)), 3.0),
        ((report(1, soreness=0),), 0.0),
    ],
)
def test_soreness_counts_twelve_hours_and_only_tightens_around_leg_day(
    entries: Entries, score: float | None
) -> None:
    soreness = asked(*entries).soreness

    assert (None if soreness is None else soreness.score) == score


def test_soreness_given_right_after_a_leg_day_told_now_can_only_tighten() -> None:
    unlogged = Question(leg_sessions=(PastSession(hours_ago=6),))

    soreness = asked(report(0.5, soreness=1), base=unlogged).soreness

    assert soreness == Soreness(score=3.0)


@pytest.mark.parametrize(
    ("entries", "kind"),
    [
        ((report(2, soreness=5, pain=PainType.MUSCLE_ACHE),), PainType.MUSCLE_ACHE),
        ((report(2, soreness=5), report(1, pain=PainType.MUSCLE_ACHE)), PainType.MUSCLE_ACHE),
        ((report(2, soreness=5), report(11.9, pain=PainType.MUSCLE_ACHE)), PainType.MUSCLE_ACHE),
        ((report(2, soreness=5), report(12, pain=PainType.MUSCLE_ACHE)), None),
        ((report(2, soreness=5), report(700, pain=PainType.NONE)), None),
    ],
)
def test_an_ache_called_harmless_long_ago_is_asked_about_anew(
    entries: Entries, kind: PainType | None
) -> None:
    question = asked(legs(60, effort=3), *entries)

    assert question.soreness == Soreness(score=5.0, type=kind)
    assert (assess(question).ask is Ask.PAIN_TYPE) is (kind is None)


@pytest.mark.parametrize(
    ("entries", "region"),
    [
        ((report(2, soreness=5, region=Region.QUADS),), Region.QUADS),
        ((report(2, soreness=5), report(1, region=Region.SHIN)), Region.SHIN),
        (
            (report(2, soreness=5, region=Region.QUADS), report(1, region=Region.SHIN)),
            Region.SHIN,
        ),
        ((report(2, soreness=5), report(3, soreness=4, region=Region.SHIN)), None),
    ],
)
def test_place_told_with_a_score_or_after_it_is_the_place_of_it(
    entries: Entries, region: Region | None
) -> None:
    assert asked(*entries).soreness == Soreness(score=5.0, region=region)


@pytest.mark.parametrize(
    ("entries", "sleep"),
    [
        ((report(17.9, sleep=5.0),), Sleep(last_night=5.0)),
        ((report(18, sleep=5.0),), Sleep(previous_night=5.0)),
        ((report(42, sleep=5.0),), Sleep()),
        (
            (report(3, sleep=6.0), report(27, sleep=5.0)),
            Sleep(last_night=6.0, previous_night=5.0),
        ),
        ((report(1, sleep=6.0), report(3, sleep=5.0)), Sleep(last_night=6.0)),
    ],
)
def test_sleep_counts_eighteen_hours_then_as_the_night_before(
    entries: Entries, sleep: Sleep
) -> None:
    assert asked(*entries).sleep == sleep


@pytest.mark.parametrize(
    ("entries", "alcohol"),
    [
        ((report(0, alcohol=Drinks.SIX_PLUS),), AlcoholDose(g_per_kg=1.2, hours_ago=12.0)),
        ((report(23.5, alcohol=Drinks.THREE_FIVE),), AlcoholDose(g_per_kg=0.7, hours_ago=35.5)),
        ((report(24, alcohol=Drinks.SIX_PLUS),), None),
        (
            (report(1, alcohol=Drinks.NONE), report(2, alcohol=Drinks.SIX_PLUS)),
            AlcoholDose(g_per_kg=0.0, hours_ago=13.0),
        ),
        (
            (report(1, alcohol=Drinks.NONE), report(20, alcohol=Drinks.SIX_PLUS)),
            AlcoholDose(g_per_kg=1.2, hours_ago=32.0),
        ),
    ],
)
def test_alcohol_is_taken_twelve_hours_before_its_report(
    entries: Entries, alcohol: AlcoholDose | None
) -> None:
    assert asked(*entries).alcohol == alcohol


@pytest.mark.parametrize(
    ("entries", "painkiller"),
    [
        ((report(7.9, painkiller_before=6),), Painkiller(hours_ago=7.9, soreness_before=6.0)),
        ((report(8, painkiller_before=6),), None),
        (
            (report(1, painkiller_before=4), report(3, painkiller_before=6)),
            Painkiller(hours_ago=3.0, soreness_before=6.0),
        ),
    ],
)
def test_a_painkiller_counts_eight_hours(entries: Entries, painkiller: Painkiller | None) -> None:
    assert asked(*entries).painkiller == painkiller


@pytest.mark.parametrize(
    ("entries", "symptoms", "ask"),
    [
        ((report(500, stop_sign=True),), {Symptom.STOP_SIGN}, Ask.STOP_SIGN_GONE),
        ((report(47.9, stop_sign=True),), {Symptom.STOP_SIGN}, None),
        ((report(1, stop_sign=False), report(500, stop_sign=True)), set(), None),
        ((report(1, soreness=1), report(60, pain=PainType.JOINT)), {Symptom.JOINT_PAIN},
         Ask.PAIN_GONE),
        ((report(1, pain=PainType.NONE), report(60, pain=PainType.JOINT)), set(), None),
        ((report(2, illness=Illness.HEAD_COLD),), {Symptom.HEAD_COLD}, None),
        ((report(90, illness=Illness.FEVER_OR_CHEST),), {Symptom.FEVER}, Ask.ILLNESS_GONE),
        ((report(1, illness=Illness.NONE), report(90, illness=Illness.FEVER_OR_CHEST)), set(),
         None),
        ((report(1, illness=Illness.NONE), report(23, illness=Illness.FEVER_OR_CHEST)),
         {Symptom.FEVER_LAST_24H}, None),
    ],
)  # fmt: skip
def test_stop_signs_hold_until_a_report_takes_them_back(
    entries: Entries, symptoms: Set[Symptom], ask: Ask | None
) -> None:
    question = asked(*entries)

    assert (question.symptoms, question.ask_again) == (symptoms, ask)


@pytest.mark.parametrize(
    ("entries", "clearance", "eta"),
    [
        ((report(23.9, illness=Illness.FEVER_OR_CHEST),), Clearance.REST, None),
        ((report(24, illness=Illness.FEVER_OR_CHEST),), Clearance.EASY, (36, 66)),
        ((report(71.9, illness=Illness.FEVER_OR_CHEST),), Clearance.EASY, (1, 2)),
        ((report(72, illness=Illness.FEVER_OR_CHEST),), Clearance.HARD, (0, 0)),
        ((report(30, illness=Illness.HEAD_COLD),), Clearance.HARD, (0, 0)),
    ],
)
def test_two_easy_days_follow_the_first_one_without_illness(
    entries: Entries, clearance: Clearance, eta: tuple[int, int] | None
) -> None:
    question = asked(legs(200, effort=3), report(1, illness=Illness.NONE, soreness=0), *entries)

    found = assess(question)

    assert (found.clearance, found.eta.hard) == (clearance, eta)


def test_a_kept_stop_sign_is_care() -> None:
    found = assess(asked(legs(100, effort=3), report(70, stop_sign=True)))

    assert (found.care, found.ask) == (Care.STOP_SIGN, Ask.STOP_SIGN_GONE)


def test_denied_danger_signs_are_remembered_while_the_soreness_counts() -> None:
    entries = (report(2, soreness=7, stop_sign=False), legs(40))

    assert asked(*entries).danger_denied is True
    assert asked(report(12, soreness=7, stop_sign=False)).danger_denied is False
    assert asked(report(3, soreness=7), report(2, stop_sign=False)).danger_denied is True


@pytest.mark.parametrize("newer", [{"soreness": 9}, {"painkiller_before": 9}])
def test_a_new_score_asks_about_danger_signs_anew(newer: ToldReport) -> None:
    entries = (legs(40), report(6, soreness=7, stop_sign=False), report(1, **newer))

    question = asked(*entries)

    assert question.danger_denied is False
    assert assess(question).ask is Ask.DANGER_SIGNS


def test_what_is_told_now_wins_and_plan_and_symptoms_stay() -> None:
    base = Question(
        plan=PlannedRun(kind=RunKind.EASY),
        soreness=Soreness(score=5),
        sleep=Sleep(last_night=4),
        symptoms=frozenset({Symptom.LIMPING}),
    )

    question = asked(report(1, soreness=1, sleep=8.0, pain=PainType.TENDON), legs(30), base=base)

    assert (question.soreness, question.sleep) == (Soreness(score=5), Sleep(last_night=4))
    assert question.symptoms == {Symptom.LIMPING, Symptom.TENDON_PAIN}
    assert question.plan == base.plan


@pytest.mark.parametrize(
    "zone", [ZoneInfo("America/New_York"), ZoneInfo("Pacific/Apia"), timezone(timedelta(hours=9))]
)
def test_zones_and_clock_changes_change_nothing(zone: tzinfo) -> None:
    entries = [legs(hours, effort=7, minutes=60) for hours in (20, 60, 500, 520)]
    moved = [
        LegSession(
            session_id=each.session_id,
            ended_at=each.ended_at.astimezone(zone),
            effort=7,
            minutes=60,
        )
        for each in entries
    ]

    assert asked(*moved) == asked(*entries)


def test_hours_are_counted_right_where_both_moments_are_of_one_zone_in_a_night_of_change() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    now = datetime(2026, 3, 29, 3, 30, tzinfo=berlin)  # 2:00 was 3:00 that night
    report = Report(reported_at=datetime(2026, 3, 29, 1, 30, tzinfo=berlin), painkiller_before=5)

    found = question_of([], [report], now=now, total_sessions=0, demand=lambda _: None)

    assert found.painkiller == Painkiller(hours_ago=1.0, soreness_before=5.0)


@pytest.mark.parametrize(
    ("entries", "hours"),
    [
        ((report(14, pain=PainType.SHARP), report(0, pain=PainType.NONE)), 14.0),
        ((report(14, pain=PainType.SHARP), report(0, pain=PainType.MUSCLE_ACHE)), 14.0),
        (
            (report(40, pain=PainType.BONE), report(14, pain=PainType.JOINT),
             report(1, pain=PainType.NONE)),
            14.0,
        ),
        ((report(14, stop_sign=True), report(2, stop_sign=False)), None),
        ((report(14, pain=PainType.SHARP),), None),
        ((report(14, pain=PainType.MUSCLE_ACHE), report(0, pain=PainType.NONE)), None),
        ((report(2, stop_sign=False),), None),
    ],
)  # fmt: skip
def test_a_pain_that_has_gone_is_remembered_by_when_it_was_last_there(
    entries: Entries, hours: float | None
) -> None:
    assert asked(legs(60), *entries).pain_gone == hours


@pytest.mark.parametrize(
    ("ago", "clearance"), [(14, Clearance.EASY), (47.9, Clearance.EASY), (48, Clearance.HARD)]
)
def test_two_days_after_a_pain_nothing_is_hard_and_easy_is_short(
    ago: float, clearance: Clearance
) -> None:
    question = asked(
        legs(100), report(ago, pain=PainType.SHARP), report(0, pain=PainType.NONE, soreness=1)
    )

    found = assess(question._replace(plan=PlannedRun(kind=RunKind.EASY, minutes=40)))

    assert found.clearance is clearance
    assert found.offer is not None
    if clearance is Clearance.EASY:
        assert (found.reasons[0].gate, found.reasons[0].hours_ago) == (Gate.PAIN_GONE, ago)
        assert found.offer.max_minutes == 20
        assert found.planned_eta == window_of(48 - ago, spread_of(Learned()))
