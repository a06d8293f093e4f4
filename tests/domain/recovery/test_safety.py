"""Signs that need care, values that make no sense, and what is said when little is known."""

import pytest

from bot.domain.facts.training import Newness, PainType, Region, RunKind
from bot.domain.recovery.answer import Care, Clearance, Confidence, Gate, Note, PerClass, Reply
from bot.domain.recovery.assess import assess
from bot.domain.recovery.question import (
    AlcoholDose,
    Ask,
    AskedProfile,
    Effort,
    Learned,
    Painkiller,
    PastRun,
    PastSession,
    PlannedRun,
    Question,
    Soreness,
    Symptom,
)
from tests.domain.recovery.told import ToldWithLegs

RESTED = Question(
    leg_sessions=(PastSession(hours_ago=200, effort=Effort.LIGHT),),
    soreness=Soreness(score=0, type=PainType.MUSCLE_ACHE),
    plan=PlannedRun(kind=RunKind.EASY, minutes=20),
)
HARMLESS = {Symptom.HEAD_COLD, Symptom.TENDON_PAIN}
NOTHING = PerClass(easy=None, moderate=None, hard=None)


@pytest.mark.parametrize("symptom", sorted(set(Symptom) - HARMLESS))
def test_every_stop_sign_gets_care_and_nothing_of_training(symptom: Symptom) -> None:
    found = assess(RESTED._replace(symptoms=frozenset({symptom})))

    assert (found.reply, found.clearance, found.stop) == (Reply.CARE, Clearance.REST, (symptom,))
    assert (found.offer, found.reasons, found.would_change, found.eta) == (None, (), (), NOTHING)


@pytest.mark.parametrize(
    ("symptom", "care"),
    [
        (Symptom.CHEST_PAIN, Care.EMERGENCY),
        (Symptom.FAINTING, Care.EMERGENCY),
        (Symptom.BREATHLESS, Care.EMERGENCY),
        (Symptom.DARK_URINE, Care.URGENT),
        (Symptom.ONE_CALF_SWOLLEN_WARM, Care.URGENT),
        (Symptom.STOP_SIGN, Care.STOP_SIGN),
        (Symptom.LIMPING, Care.INJURY),
        (Symptom.NIGHT_PAIN, Care.INJURY),
        (Symptom.FEVER_LAST_24H, Care.ILLNESS),
        (Symptom.VOMITING_DIARRHOEA, Care.ILLNESS),
    ],
)
def test_care_group_of_a_sign(symptom: Symptom, care: Care) -> None:
    assert assess(RESTED._replace(symptoms=frozenset({symptom}))).care is care


def test_the_most_urgent_sign_decides_and_all_are_named() -> None:
    signs = frozenset({Symptom.FEVER, Symptom.CHEST_PAIN, Symptom.SHARP_PAIN})

    found = assess(RESTED._replace(symptoms=signs))

    assert found.care is Care.EMERGENCY
    assert found.stop == (Symptom.CHEST_PAIN, Symptom.SHARP_PAIN, Symptom.FEVER)


@pytest.mark.parametrize("kind", [PainType.SHARP, PainType.JOINT, PainType.BONE])
def test_pain_that_is_no_muscle_ache_is_care_at_any_score(kind: PainType) -> None:
    found = assess(RESTED._replace(soreness=Soreness(score=1, type=kind)))

    assert (found.reply, found.care) == (Reply.CARE, Care.INJURY)
    assert found.eta_condition.easy is Gate.PAIN


def test_care_looks_at_no_personal_data() -> None:
    sign = RESTED._replace(symptoms=frozenset({Symptom.DARK_URINE}))

    assert assess(sign._replace(learned=Learned(theta=0.5, n_feedback=20))) == assess(sign)


@pytest.mark.parametrize(
    "question",
    [
        RESTED._replace(leg_sessions=(PastSession(hours_ago=-2),)),
        RESTED._replace(soreness=Soreness(score=11)),
        Question(),
    ],
)
def test_care_outranks_bad_values_and_silence(question: Question) -> None:
    found = assess(question._replace(symptoms=frozenset({Symptom.FAINTING})))

    assert (found.reply, found.clearance, found.fatigue) == (Reply.CARE, Clearance.REST, None)


@pytest.mark.parametrize(
    ("change", "ask"),
    [
        ({"leg_sessions": (PastSession(hours_ago=-0.1),)}, Ask.HOURS_SINCE_LEGS),
        ({"leg_sessions": (PastSession(hours_ago=float("nan")),)}, Ask.HOURS_SINCE_LEGS),
        ({"soreness": Soreness(score=11)}, Ask.SORENESS),
        ({"soreness": Soreness(score=-1)}, Ask.SORENESS),
        ({"soreness": Soreness(score=5, legs_score=11)}, Ask.SORENESS),
        ({"painkiller": Painkiller(soreness_before=11)}, Ask.SORENESS),
        ({"painkiller": Painkiller(hours_ago=-1)}, Ask.PAINKILLER),
        ({"recent_runs": (PastRun(hours_ago=-1),)}, Ask.RUNS),
        ({"alcohol": AlcoholDose(g_per_kg=1, hours_ago=-1)}, Ask.ALCOHOL),
    ],
)
def test_a_value_that_makes_no_sense_is_asked_about_and_clears_nothing(
    change: ToldWithLegs, ask: Ask
) -> None:
    found = assess(RESTED._replace(**change))

    assert (found.reply, found.clearance, found.offer, found.ask) == (Reply.ASK, None, None, ask)


@pytest.mark.parametrize(
    "question",
    [
        Question(),
        Question(leg_sessions=()),
        Question(leg_sessions=(), sessions_8wk=0),
        Question(soreness=Soreness(score=2, region=Region.ARMS), leg_sessions=None),
        Question(plan=PlannedRun(kind=RunKind.WALK)),
    ],
)
def test_silence_never_clears_hard(question: Question) -> None:
    found = assess(question)

    assert found.clearance in {None, Clearance.MODERATE}
    assert found.confidence is Confidence.LOW


def test_nothing_known_is_asked_about() -> None:
    found = assess(Question(plan=PlannedRun(kind=RunKind.EASY)))

    assert (found.reply, found.clearance, found.ask) == (Reply.ASK, None, Ask.HOURS_SINCE_LEGS)


def test_a_sore_tendon_is_a_walk_whatever_else_is_not_known() -> None:
    found = assess(Question(symptoms=frozenset({Symptom.TENDON_PAIN})))

    assert (found.clearance, found.confidence) == (Clearance.WALK, Confidence.LOW)


def test_a_head_cold_does_not_make_an_unknown_leg_day_known() -> None:
    found = assess(Question(symptoms=frozenset({Symptom.HEAD_COLD})))

    assert (found.reply, found.clearance) == (Reply.ASK, None)


def test_soreness_alone_answers_up_to_moderate_without_a_fatigue() -> None:
    found = assess(Question(soreness=Soreness(score=2)))

    assert (found.clearance, found.fatigue) == (Clearance.MODERATE, None)
    assert found.confidence is Confidence.LOW


def test_a_regular_logger_without_a_recent_leg_day_has_rested() -> None:
    found = assess(Question(leg_sessions=(), sessions_8wk=4))

    assert (found.clearance, found.fatigue) == (Clearance.HARD, 0)
    assert Note.RESTED in found.notes


def test_hours_alone_are_answered_with_low_confidence() -> None:
    found = assess(Question(leg_sessions=(PastSession(hours_ago=20),)))

    assert (found.clearance, found.confidence) == (Clearance.EASY, Confidence.LOW)
    assert found.notes == (Note.MAY_RISE, Note.LOAD_UNKNOWN, Note.SORENESS_UNKNOWN)


def test_an_old_session_counts_nothing() -> None:
    def fatigue(hours: float) -> int | None:
        brutal = PastSession(hours_ago=hours, srpe=10, minutes=200, newness=Newness.FIRST_EVER)
        slow = Learned(theta=0.5)
        return assess(Question(leg_sessions=(brutal,), learned=slow)).fatigue

    assert (fatigue(240), fatigue(240.1)) == (8, 0)


@pytest.mark.parametrize(
    ("score", "asked", "reply"),
    [(6.9, False, Reply.NO), (7, True, Reply.NO), (8, True, Reply.NO), (10, True, Reply.NO)],
)
def test_severe_soreness_asks_the_danger_questions(score: float, asked: bool, reply: Reply) -> None:
    found = assess(RESTED._replace(soreness=Soreness(score=score, type=PainType.MUSCLE_ACHE)))

    assert (found.ask is Ask.DANGER_SIGNS, found.reply) == (asked, reply)


def test_danger_questions_are_not_asked_twice() -> None:
    sore = RESTED._replace(soreness=Soreness(score=7, type=PainType.MUSCLE_ACHE))

    found = assess(sore._replace(danger_denied=True))

    assert found.ask is not Ask.DANGER_SIGNS


def test_soreness_of_eight_is_no_run_but_not_care() -> None:
    found = assess(RESTED._replace(soreness=Soreness(score=8)))

    assert (found.clearance, found.offer, found.care) == (Clearance.REST, None, None)


def test_persistent_soreness_is_noted_and_holds_no_extra_gate() -> None:
    sore = RESTED._replace(soreness=Soreness(score=4, type=PainType.MUSCLE_ACHE))

    found = assess(sore)

    assert (found.clearance, Note.PERSISTENT_SORENESS in found.notes) == (Clearance.MODERATE, True)


@pytest.mark.parametrize(
    ("score", "hours", "noted"),
    [(4, 168, True), (4, 167.9, False), (3.9, 168, False), (10, 167.9, False), (7, 239, True)],
)
def test_persistent_soreness_is_four_and_a_week(score: float, hours: float, noted: bool) -> None:
    session = PastSession(hours_ago=hours, effort=Effort.LIGHT)

    found = assess(Question(leg_sessions=(session,), soreness=Soreness(score=score)))

    assert (Note.PERSISTENT_SORENESS in found.notes) is noted


def test_soreness_right_after_legs_cannot_relax() -> None:
    def fatigue(hours: float, score: float) -> int:
        session = PastSession(hours_ago=hours, effort=Effort.ORDINARY)
        found = assess(Question(leg_sessions=(session,), soreness=Soreness(score=score)))
        assert found.fatigue is not None
        return found.fatigue

    assert fatigue(23.9, 0) == fatigue(23.9, 3)
    assert fatigue(24.0, 0) < fatigue(24.0, 3)


def test_a_first_log_of_an_experienced_lifter_is_no_first_leg_day() -> None:
    session = PastSession(hours_ago=30, effort=Effort.ORDINARY)

    def novelty(months: float | None) -> float | None:
        question = Question(leg_sessions=(session,), profile=AskedProfile(lifting_months=months))
        return assess(question).reasons[0].before

    assert [novelty(months) for months in (None, 12, 3, 2)] == [1.0, 1.0, 1.0, 1.6]
