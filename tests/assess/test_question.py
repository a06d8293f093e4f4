"""Every key of a question: what it means to the model, and what is said when it is wrong."""

from math import isnan

import pytest

from bot.cli.assess.asking import question_of
from bot.cli.assess.fields import Wrong
from bot.domain.facts.training import Demand, Newness, PainType, Region, RunKind
from bot.domain.recovery.assess import assess
from bot.domain.recovery.load import load_of
from bot.domain.recovery.parameters import UNKNOWN_LOAD
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

EVERYTHING: dict[str, object] = {
    "question": "Can I run tonight?",
    "leg_sessions": [
        {
            "hours_ago": 20,
            "minutes": 45,
            "srpe": 6.5,
            "effort": "light",
            "focus": "full_body",
            "exercises": [{"name": "squat", "sets": 5, "rpe": 8}, {"name": "rdl", "sets": 3}],
            "first_ever": True,
            "novel_exercise": True,
            "days_since_previous_leg": 12,
            "prior_leg_sessions_8wk": 4,
        }
    ],
    "soreness": {"score": 4, "legs_score": 2, "region": "lower_back", "type": "muscle_ache"},
    "symptoms": ["head_cold"],
    "sleep": {"last_night_h": 5.5, "prev_night_h": 7, "quality_1_5": 2},
    "alcohol": {"g_per_kg": 0.5, "hours_ago": 10},
    "painkiller": {"hours_ago": 2, "soreness_before": 5},
    "recent_runs": [{"hours_ago": 30, "minutes": 40, "srpe": 4}],
    "planned_run": {"kind": "steady", "minutes": 40, "in_hours": 6},
    "profile": {
        "lifting_months": 8,
        "leg_sessions_last_8wk": 9,
        "runs_per_week": 2,
        "longest_run_30d_min": 60,
        "age": 41,
    },
    "environment": {"heat_c": 33},
    "feedback_history": [],
}


def empty(value: object) -> object:
    """The same question with nothing known: every value ``null``."""
    if isinstance(value, dict):
        return {key: empty(each) for key, each in value.items()}
    return [empty(each) for each in value] if isinstance(value, list) else None


def test_every_key_reaches_the_model() -> None:
    assert question_of(EVERYTHING) == Question(
        leg_sessions=(
            PastSession(
                hours_ago=20,
                minutes=45,
                srpe=6.5,
                effort=Effort.LIGHT,
                part=Part.FULL_BODY,
                exercises=(
                    Work(demand=Demand.COMPOUND, sets=5, rpe=8),
                    Work(demand=Demand.LENGTHENED, sets=3),
                ),
                newness=Newness.FIRST_EVER,
                novel_exercise=True,
                days_since_previous_leg=12,
                prior_leg_sessions_8wk=4,
            ),
        ),
        sessions_8wk=9,
        soreness=Soreness(
            score=4, legs_score=2, region=Region.LOWER_BACK, type=PainType.MUSCLE_ACHE
        ),
        symptoms=frozenset({Symptom.HEAD_COLD}),
        sleep=Sleep(last_night=5.5, previous_night=7),
        alcohol=AlcoholDose(g_per_kg=0.5, hours_ago=10),
        painkiller=Painkiller(hours_ago=2, soreness_before=5),
        recent_runs=(PastRun(hours_ago=30, minutes=40, srpe=4),),
        plan=PlannedRun(kind=RunKind.STEADY, minutes=40, in_hours=6),
        profile=AskedProfile(lifting_months=8, runs_per_week=2, longest_run=60, age=41),
        heat_c=33,
    )


def test_every_key_may_be_missing_or_null() -> None:
    nulls = dict.fromkeys(EVERYTHING)
    inner = {key: empty(value) for key, value in EVERYTHING.items() if isinstance(value, dict)}

    assert question_of({}) == question_of(nulls) == question_of({**nulls, **inner}) == Question()


@pytest.mark.parametrize(
    "sessions",
    [[{}], [{"hours_ago": None, "srpe": 6}], [{"hours_ago": 30}, {"minutes": 50}]],
)
def test_a_session_without_its_hours_is_asked_about(sessions: list[dict[str, object]]) -> None:
    question = question_of({"leg_sessions": sessions})

    assert assess(question).clearance is None
    assert any(isnan(each.hours_ago) for each in question.leg_sessions or ())


def test_an_empty_log_and_an_unknown_one_differ() -> None:
    assert question_of({"leg_sessions": []}).leg_sessions == ()
    assert question_of({"leg_sessions": None}).leg_sessions is None
    assert question_of({"recent_runs": []}).recent_runs == ()


def session(**told: object) -> PastSession:
    (found,) = question_of({"leg_sessions": [{"hours_ago": 20, **told}]}).leg_sessions or ()
    return found


@pytest.mark.parametrize(
    ("exercise", "work"),
    [
        ({"name": "squat", "sets": 3, "rir": 2}, Work(demand=Demand.COMPOUND, sets=3, rpe=8)),
        (
            {"name": "squat", "sets": 3, "rir": 1, "rpe": 7},
            Work(demand=Demand.COMPOUND, sets=3, rpe=9),
        ),
        ({"name": "nordic", "sets": 4}, Work(demand=Demand.ECCENTRIC, sets=4)),
        ({"name": "plyo", "sets": 4}, Work(demand=Demand.ECCENTRIC, sets=4)),
        ({"name": "leg_press", "sets": 4}, Work(demand=Demand.MACHINE, sets=4)),
        ({"name": "zorble", "sets": 4}, Work(demand=None, sets=4, name="zorble")),
        ({"sets": 4}, Work(demand=None, sets=4)),
        ({"name": "bench_press"}, Work(demand=Demand.UPPER, sets=None)),
    ],
)
def test_exercises_are_understood_as_in_the_log(exercise: dict[str, object], work: Work) -> None:
    assert session(exercises=[exercise]).exercises == (work,)


def test_sets_that_were_not_counted_are_no_reason_to_run_sooner() -> None:
    counted = session(exercises=[{"name": "squat", "sets": 5}])
    told = session(exercises=[{"name": "squat", "sets": 5}, {"name": "lunge"}])

    assert load_of([told]) == (UNKNOWN_LOAD, False)
    assert load_of([told])[0] > load_of([counted])[0]


def test_many_exercises_without_sets_are_more_than_an_unknown_session() -> None:
    told = session(exercises=[{"name": "lunge"}] * 6)

    assert load_of([told])[0] > UNKNOWN_LOAD


def test_a_session_of_upper_body_exercises_is_no_leg_day_unless_it_says_so() -> None:
    bench = [{"name": "bench_press", "sets": 8}]

    assert session(exercises=bench).part is Part.UPPER
    assert session(exercises=bench, focus="legs").part is Part.LEGS
    assert session(exercises=[]).part is Part.LEGS
    assert session(exercises=[*bench, {"name": "squat", "sets": 1}]).part is Part.LEGS


def test_not_the_first_ever_says_no_more_than_nothing() -> None:
    assert session(first_ever=False) == session()


def test_pressure_counts_as_sharp() -> None:
    assert question_of({"soreness": {"type": "pressure"}}).soreness == Soreness(type=PainType.SHARP)


def test_alcohol_without_an_amount_is_unknown_and_without_hours_twelve_ago() -> None:
    assert question_of({"alcohol": {"hours_ago": 3}}).alcohol is None
    assert question_of({"alcohol": {"g_per_kg": 1}}).alcohol == AlcoholDose(
        g_per_kg=1, hours_ago=12
    )


Feedback = tuple[float | None, int | None, str | float | None]  # hours, how it felt, expected


def learned(*told: Feedback) -> Learned:
    history = [
        {"hours_after": hours, "felt_1_5": felt, "predicted_state": state}
        for hours, felt, state in told
    ]
    return question_of({"feedback_history": history}).learned


def test_feedback_teaches_oldest_first() -> None:
    dead: Feedback = (40, 1, "fatigued")
    fresh: Feedback = (40, 5, 45)

    assert learned() == Learned()
    assert learned(dead).theta > 0 > learned(fresh).theta
    assert learned(dead, fresh).n_feedback == 2
    assert learned(dead, fresh) != learned(fresh, dead)


def test_feedback_states_are_numbers_in_words() -> None:
    assert learned((40, 2, "recovered")) == learned((40, 2, 12))
    assert learned((40, 2, "fatigued")) == learned((40, 2, 45))


@pytest.mark.parametrize(
    "told",
    [(40, 5, "recovered"), (10, 1, "recovered"), (None, 1, 45), (40, None, 45), (40, 1, None)],
)
def test_feedback_that_says_nothing_teaches_nothing(told: Feedback) -> None:
    assert learned(told) == Learned()


WRONG: list[tuple[object, str]] = [
    ([], "the question: an object"),
    (3, "the question: an object"),
    (None, "the question: an object"),
    ({"leg_session": []}, "leg_session: unknown key"),
    ({"question": 3}, "question: a text"),
    ({"leg_sessions": {}}, "leg_sessions: a list"),
    ({"leg_sessions": [3]}, "leg_sessions[0]: an object"),
    ({"leg_sessions": [{"srpe": 11}]}, "leg_sessions[0].srpe: 0 to 10"),
    ({"leg_sessions": [{}, {"srpe": "6"}]}, "leg_sessions[1].srpe: a number, 0 to 10"),
    ({"leg_sessions": [{"srpe": True}]}, "leg_sessions[0].srpe: a number, 0 to 10"),
    ({"leg_sessions": [{"hours_ago": "1"}]}, "leg_sessions[0].hours_ago: a number"),
    ({"leg_sessions": [{"hours_ago": float("inf")}]}, "leg_sessions[0].hours_ago: too large"),
    ({"leg_sessions": [{"hours_ago": 10**400}]}, "leg_sessions[0].hours_ago: too large"),
    ({"leg_sessions": [{"minutes": 0}]}, "leg_sessions[0].minutes: 1 to 1440"),
    ({"leg_sessions": [{"reps": 5}]}, "leg_sessions[0].reps: unknown key"),
    (
        {"leg_sessions": [{"effort": "easy"}]},
        "leg_sessions[0].effort: one of light, ordinary, hard",
    ),
    (
        {"leg_sessions": [{"focus": "quads"}]},
        "leg_sessions[0].focus: one of legs, full_body, upper",
    ),
    ({"leg_sessions": [{"first_ever": 1}]}, "leg_sessions[0].first_ever: true or false"),
    ({"leg_sessions": [{"novel_exercise": "no"}]}, "leg_sessions[0].novel_exercise: true or false"),
    (
        {"leg_sessions": [{"days_since_previous_leg": -1}]},
        "leg_sessions[0].days_since_previous_leg: 0 to 36500",
    ),
    (
        {"leg_sessions": [{"prior_leg_sessions_8wk": 1.5}]},
        "leg_sessions[0].prior_leg_sessions_8wk: a whole number, 0 to 1000",
    ),
    (
        {"leg_sessions": [{"exercises": [{"rpe": 0}]}]},
        "leg_sessions[0].exercises[0].rpe: 1 to 10",
    ),
    (
        {"leg_sessions": [{"exercises": [{"rir": 11}]}]},
        "leg_sessions[0].exercises[0].rir: 0 to 10",
    ),
    (
        {"leg_sessions": [{"exercises": [{}, {"sets": -1}]}]},
        "leg_sessions[0].exercises[1].sets: 0 to 100",
    ),
    ({"leg_sessions": [{"exercises": [{"name": 5}]}]}, "leg_sessions[0].exercises[0].name: a text"),
    ({"soreness": 4}, "soreness: an object"),
    ({"soreness": {"score": "4"}}, "soreness.score: a number"),
    ({"soreness": {"legs_score": []}}, "soreness.legs_score: a number"),
    (
        {"soreness": {"type": "none"}},
        "soreness.type: one of muscle_ache, sharp, joint, tendon, bone, pressure",
    ),
    ({"symptoms": "fever"}, "symptoms: a list"),
    ({"sleep": {"last_night_h": 25}}, "sleep.last_night_h: 0 to 24"),
    ({"sleep": {"prev_night_h": -1}}, "sleep.prev_night_h: 0 to 24"),
    ({"sleep": {"quality_1_5": 6}}, "sleep.quality_1_5: 1 to 5"),
    ({"alcohol": {"g_per_kg": -0.1}}, "alcohol.g_per_kg: 0 to 10"),
    ({"painkiller": {"hours_ago": "x"}}, "painkiller.hours_ago: a number"),
    ({"recent_runs": [{"minutes": 0}]}, "recent_runs[0].minutes: 1 to 10000"),
    ({"recent_runs": [{"srpe": 12}]}, "recent_runs[0].srpe: 0 to 10"),
    ({"planned_run": {"minutes": 0}}, "planned_run.minutes: 1 to 10000"),
    ({"planned_run": {"in_hours": -1}}, "planned_run.in_hours: 0 to 8760"),
    ({"profile": {"age": 200}}, "profile.age: 0 to 130"),
    ({"profile": {"lifting_months": -1}}, "profile.lifting_months: 0 to 1200"),
    ({"profile": {"runs_per_week": -1}}, "profile.runs_per_week: 0 to 100"),
    ({"profile": {"longest_run_30d_min": -1}}, "profile.longest_run_30d_min: 0 to 10000"),
    ({"profile": {"leg_sessions_last_8wk": -1}}, "profile.leg_sessions_last_8wk: 0 to 1000"),
    ({"environment": {"heat_c": 100}}, "environment.heat_c: -90 to 70"),
    ({"feedback_history": [{"felt_1_5": 0}]}, "feedback_history[0].felt_1_5: 1 to 5"),
    ({"feedback_history": [{"hours_after": -1}]}, "feedback_history[0].hours_after: 0 to 1000"),
    (
        {"feedback_history": [{"predicted_state": "ok"}]},
        "feedback_history[0].predicted_state: one of recovered, fatigued",
    ),
    (
        {"feedback_history": [{"predicted_state": 101}]},
        "feedback_history[0].predicted_state: 0 to 100",
    ),
]


@pytest.mark.parametrize(("asked", "said"), WRONG, ids=[said for _, said in WRONG])
def test_a_wrong_value_names_its_field(asked: object, said: str) -> None:
    with pytest.raises(Wrong) as refused:
        question_of(asked)

    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"symptoms": ["fever", "hiccups"]}, "symptoms[1]: one of dark_urine, little_urine, "),
        ({"symptoms": ["stop_sign"]}, "symptoms[0]: one of "),
        ({"soreness": {"region": "hand"}}, "soreness.region: one of quads, hamstrings, "),
        ({"planned_run": {"kind": "jog"}}, "planned_run.kind: one of walk, easy, steady, "),
    ],
)
def test_an_unknown_word_is_told_the_known_ones(asked: dict[str, object], field: str) -> None:
    with pytest.raises(Wrong) as refused:
        question_of(asked)

    assert str(refused.value).startswith(field)
    assert "stop_sign" not in str(refused.value)
