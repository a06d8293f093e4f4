"""Every key of an answer, and that any valid question gets a valid one."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from operator import or_, setitem
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cli.assess.command import answer
from bot.cli.assess.fields import Wrong
from bot.domain.recovery.parameters import MODEL_VERSION
from bot.domain.recovery.question import Ask
from bot.texts.canirun import assess
from tests.draws import Draws, drawn

T = TypeVar("T")
Asked = dict[str, object]
Decode = Callable[[Draws], T]
Fields = Mapping[str, Decode[object]]
LEGS = {"hours_ago": 26, "srpe": 6, "minutes": 45, "effort": "light", "focus": "legs"}
EXAMPLE: Asked = {
    "leg_sessions": [LEGS],
    "soreness": {"score": 1, "type": "muscle_ache"},
    "planned_run": {"kind": "steady", "minutes": 40},
}
KEYS = [
    "model", "clearance", "answer", "offer", "fatigue", "eta_hours", "eta_condition",
    "planned_eta_hours", "planned_condition", "confidence", "reasons", "would_change", "notes",
    "care", "sober_in_hours", "new_work", "counted_as_legs", "lift",
    "event", "planned_legs", "trend", "about_me", "ask", "text",
]  # fmt: skip
RUN = {"run_walk": False, "activity": "run"}
EMPTY = {"easy": None, "moderate": None, "hard": None}


def test_the_published_example() -> None:
    found = answer(EXAMPLE)

    text = found.pop("text")
    assert found == {
        "model": MODEL_VERSION,
        "clearance": "moderate",
        "answer": "yes",
        "offer": {"kind": "steady", "max_minutes": 40, "rpe": [4, 5], **RUN},
        "fatigue": 28,
        "eta_hours": {"easy": (0, 0), "moderate": (0, 0), "hard": (8, 18)},
        "eta_condition": EMPTY,
        "planned_eta_hours": (0, 0),
        "planned_condition": None,
        "confidence": "medium",
        "reasons": [
            {
                "gate": "leg_day",
                "points": 28,
                "text": "Leg day 26 hours ago: 28 of 28 points of leg fatigue. "
                "On its own it allows a steady run at most.",
            },
            {
                "gate": "soreness",
                "points": -4,
                "text": "Soreness 1 of 10. It takes 4 points off.",
            },
        ],
        "would_change": [
            {
                "input": "hours",
                "by": 12.0,
                "value": 12.0,
                "clearance": "hard",
                "lifts": True,
                "text": "12 hours later it would be hard running.",
            },
            {
                "input": "sleep",
                "by": -3.5,
                "value": 3.5,
                "clearance": "easy",
                "lifts": False,
                "text": "With 3.5 h of sleep it would be an easy run.",
            },
        ],
        "notes": ["may_rise"],
        "care": None,
        "sober_in_hours": 0,
        "new_work": None,
        "counted_as_legs": [],
        "lift": None,
        "event": None,
        "planned_legs": None,
        "trend": None,
        "about_me": [],
        "ask": "How long did you sleep last night?",
    }
    assert text.startswith(
        "Yes: a steady 40 minutes\n\nSteady enough to speak in short sentences. "
    )
    assert text.endswith("\n\nHow long did you sleep last night?")


@pytest.mark.parametrize(
    ("asked", "ask"),
    [
        ({}, "How long since your last leg day?"),
        ({"leg_sessions": [{"hours_ago": -2}]}, "How long since your last leg day?"),
        ({"leg_sessions": [{"srpe": 6}]}, "How long since your last leg day?"),
        ({"soreness": {"score": 11}}, "How sore are your legs, 0-10?"),
        ({"soreness": {"score": -1}}, "How sore are your legs, 0-10?"),
        ({"painkiller": {"soreness_before": 12}}, "How sore are your legs, 0-10?"),
        ({"recent_runs": [{"hours_ago": -1}]}, assess.OTHER_QUESTIONS[Ask.RUNS]),
        ({"alcohol": {"g_per_kg": 1, "hours_ago": -1}}, assess.OTHER_QUESTIONS[Ask.ALCOHOL]),
        ({"painkiller": {"hours_ago": -1}}, assess.OTHER_QUESTIONS[Ask.PAINKILLER]),
    ],
)
def test_what_cannot_be_or_is_not_known_is_asked_back(asked: Asked, ask: str) -> None:
    found = answer({**asked, "planned_run": {"kind": "easy"}})

    assert (found["clearance"], found["answer"], found["ask"]) == (None, "ask", ask)
    assert (found["offer"], found["fatigue"], found["eta_hours"]) == (None, None, EMPTY)
    assert "opens" in found["eta_condition"]["easy"]
    assert "two days after legs" in found["text"]


@pytest.mark.parametrize(
    "symptom",
    ["dark_urine", "chest_pain", "sharp_pain", "fever", "limping", "one_calf_swollen_warm"],
)
def test_care_comes_before_all_else(symptom: str) -> None:
    found = answer({**EXAMPLE, "symptoms": [symptom], "soreness": {"score": 12}})

    assert (found["clearance"], found["answer"], found["offer"]) == ("rest", "care", None)
    assert (found["reasons"], found["would_change"], found["fatigue"]) == ([], [], None)
    assert not re.search(
        r"warm up|effort \d|opens|steady|leg fatigue", found["text"], re.IGNORECASE
    )


def test_severe_soreness_is_no_with_the_danger_questions() -> None:
    found = answer({**EXAMPLE, "soreness": {"score": 8}})

    assert (found["clearance"], found["answer"], found["offer"]) == ("rest", "no", None)
    assert found["ask"] == "Dark urine, big swelling or real weakness?"
    assert found["text"].lower().startswith(f"first: {found['ask'].lower()}")


def test_without_a_plan_there_is_a_ceiling_and_no_yes_or_no() -> None:
    found = answer({**EXAMPLE, "planned_run": None})

    assert (found["clearance"], found["answer"]) == ("moderate", None)
    assert found["offer"] == {
        "kind": "steady", "max_minutes": 60, "rpe": [4, 5], **RUN,
    }  # fmt: skip


def test_a_plan_is_judged_for_its_time_and_waiting_counts_from_now() -> None:
    now = answer({**EXAMPLE, "planned_run": {"kind": "tempo"}})
    later = answer({**EXAMPLE, "planned_run": {"kind": "tempo", "in_hours": 30}})

    assert (now["answer"], now["clearance"]) == ("changed", "moderate")
    assert (later["answer"], later["clearance"]) == ("yes", "hard")
    assert later["fatigue"] < now["fatigue"]
    assert later["eta_hours"] == now["eta_hours"]
    assert "For +30 h" in later["text"]


def test_a_condition_stands_where_no_time_can_be_told() -> None:
    found = answer({**EXAMPLE, "environment": {"heat_c": 33}})

    assert found["eta_hours"] == {"easy": (0, 0), "moderate": None, "hard": None}
    assert found["eta_condition"] == {
        "easy": None, "moderate": "opens when it is cooler", "hard": "opens when it is cooler",
    }  # fmt: skip


def test_an_answer_without_limit_has_none() -> None:
    found = answer({"leg_sessions": [], "profile": {"leg_sessions_last_8wk": 8}})

    assert (found["clearance"], found["fatigue"], found["offer"]["max_minutes"]) == (
        "hard", 0, None,
    )  # fmt: skip


def test_never_logged_is_not_rested() -> None:
    known = {"profile": {"leg_sessions_last_8wk": 8}, "soreness": {"score": 2}}

    unlogged, rested = (
        answer({**known, "leg_sessions": None}),
        answer({**known, "leg_sessions": []}),
    )

    assert (unlogged["clearance"], rested["clearance"]) == ("moderate", "hard")


def test_the_log_of_one_session_wins_over_the_profile_and_that_over_the_list() -> None:
    def fatigue(prior: int | None, known: int | None) -> int:
        session = {"hours_ago": 30, "effort": "ordinary", "prior_leg_sessions_8wk": prior}
        profile = {"lifting_months": 1, "leg_sessions_last_8wk": known}
        found: int = answer({"leg_sessions": [session], "profile": profile})["fatigue"]
        return found

    listed, by_profile, by_session = fatigue(None, None), fatigue(None, 3), fatigue(1, 3)

    assert listed > by_session > by_profile


def test_slow_legs_are_learnt_from_feedback() -> None:
    dead = {"hours_after": 48, "felt_1_5": 1, "predicted_state": "recovered"}

    usual, slow = answer(EXAMPLE), answer({**EXAMPLE, "feedback_history": [dead] * 4})

    assert slow["fatigue"] > usual["fatigue"]


def test_a_cause_too_small_to_tell_is_left_out() -> None:
    week = {"hours_ago": 150, "effort": "ordinary"}

    found = answer({**EXAMPLE, "leg_sessions": [LEGS, week]})

    assert [each["gate"] for each in found["reasons"]] == ["leg_day", "soreness"]


def test_every_question_back_has_words() -> None:
    asked = [assess.question(ask) for ask in Ask]

    assert all(each.endswith("?") for each in asked)


def maybe(decode: Decode[T]) -> Decode[T | None]:
    return lambda draws: draws.maybe(decode)


def whole(low: int, high: int) -> Decode[int]:
    return lambda draws: draws.one(range(low, high + 1))


def numbers(low: int, high: int) -> Decode[float | None]:
    return maybe(lambda draws: whole(low, high)(draws) if draws.yes() else draws.part(low, high))


def words_of(*options: T) -> Decode[T | None]:
    return lambda draws: draws.perhaps(options)


def told(always: Fields, optional: Fields) -> Decode[Asked]:
    """An object with the keys of ``always``, and any of the optional ones."""
    return lambda draws: {
        name: decode(draws)
        for name, decode in {**always, **optional}.items()
        if name in always or draws.yes()
    }


def some(**fields: Decode[object]) -> Decode[Asked | None]:
    """An object with any of the keys."""
    return maybe(told({}, fields))


def several(decode: Decode[T]) -> Decode[list[T] | None]:
    return maybe(lambda draws: [*draws.several(decode, 4)])


FLAG = words_of(False, True)

EXERCISES = some(
    name=words_of("squat", "leg_press", "rdl", "nordic", "plyo", "bench_press", "odd thing"),
    sets=numbers(0, 100),
    rpe=numbers(1, 10),
    rir=numbers(0, 10),
)
SESSION = {
    "minutes": numbers(1, 300),
    "srpe": numbers(0, 10),
    "effort": words_of("light", "ordinary", "hard"),
    "focus": words_of("legs", "full_body", "upper"),
    "exercises": several(EXERCISES),
    "first_ever": FLAG,
    "novel_exercise": FLAG,
    "days_since_previous_leg": numbers(0, 200),
    "prior_leg_sessions_8wk": maybe(whole(0, 60)),
}
LOGGED = told({"hours_ago": whole(0, 260)}, SESSION)
ODD = some(hours_ago=numbers(-5, 2_000), **SESSION)
AHEAD = told({"in_hours": whole(0, 200)}, SESSION)
EVENTS = told(
    {"in_hours": whole(0, 500)},
    {
        "kind": words_of("5k", "10k", "half_marathon", "marathon", "match", "race", "ultra"),
        "matters": words_of("A", "B", "C"),
    },
)
EARLIER = told(
    {"hours_ago": whole(0, 300), "soreness": whole(0, 10)},
    {
        "pain": words_of("none", "muscle_ache", "sharp", "tendon"),
        "illness": words_of("none", "head_cold", "fever_or_chest"),
        "clearance": words_of("danger_sign", "no_danger_sign"),
    },
)
SYMPTOMS = ("head_cold", "tendon_pain", "dark_urine", "fever", "joint_pain", "breathless")
STATES = (words_of("recovered", "fatigued"), numbers(0, 100))
ASKED = told(
    {},
    {
        "leg_sessions": lambda draws: (several(ODD) if draws.yes(3) else several(LOGGED))(draws),
        "soreness": some(
            score=numbers(-1, 11),
            legs_score=numbers(0, 10),
            region=words_of("quads", "hamstrings", "knee", "arms", "whole_body"),
            type=words_of("muscle_ache", "tendon", "bone", "pressure"),
        ),
        "symptoms": several(words_of(*SYMPTOMS)),
        "sleep": some(
            last_night_h=numbers(0, 24), prev_night_h=numbers(0, 24), quality_1_5=numbers(1, 5)
        ),
        "alcohol": some(g_per_kg=numbers(0, 5), hours_ago=numbers(-1, 60)),
        "painkiller": some(hours_ago=numbers(0, 20), soreness_before=numbers(0, 10)),
        "recent_runs": several(
            some(
                hours_ago=numbers(0, 500),
                minutes=numbers(1, 600),
                srpe=numbers(0, 10),
                activity=words_of("run", "ride", "hike", "match"),
            )
        ),
        "planned_run": some(
            kind=words_of("walk", "easy", "steady", "long", "tempo", "sprints", "race"),
            minutes=numbers(1, 600),
            in_hours=numbers(0, 200),
            activity=words_of("run", "ride", "hike", "ski", "match", "class"),
        ),
        "profile": some(
            lifting_months=numbers(0, 600),
            leg_sessions_last_8wk=maybe(whole(0, 60)),
            runs_per_week=numbers(0, 30),
            longest_run_30d_min=numbers(0, 600),
            age=numbers(0, 130),
        ),
        "environment": some(heat_c=numbers(-40, 50)),
        "planned_legs": several(AHEAD),
        "event": lambda draws: None if draws.yes(3) else EVENTS(draws),
        "about": words_of("run", "legs"),
        "earlier": several(EARLIER),
        "about_me": some(
            pregnant=FLAG,
            weeks_since_birth=numbers(4, 104),
            heart_or_kidney=FLAG,
            statin=FLAG,
            recent_injection=FLAG,
            physio_plan=FLAG,
            healing_place=words_of("knee", "shoulders"),
        ),
        "feedback_history": several(
            some(
                hours_after=numbers(0, 200),
                felt_1_5=maybe(whole(1, 5)),
                predicted_state=lambda draws: draws.one(STATES)(draws),
            )
        ),
    },
)
WORDS = st.fixed_dictionaries({}, optional={"question": st.none() | st.text(max_size=20)})
QUESTIONS = st.builds(or_, WORDS, drawn(ASKED, 512))


@settings(max_examples=400, deadline=None)
@given(QUESTIONS)
def test_any_valid_question_gets_a_valid_answer(asked: Asked) -> None:
    found = answer(asked)

    assert list(found) == KEYS
    assert found["clearance"] in {None, "rest", "walk", "easy", "moderate", "hard"}
    assert found["answer"] in {None, "yes", "changed", "no", "ask", "care"}
    assert (found["clearance"] is None) == (found["answer"] == "ask")
    assert found["confidence"] in {"low", "medium", "high"}
    assert found["fatigue"] is None or 0 <= found["fatigue"] <= 100
    for name, window in found["eta_hours"].items():
        assert (window is None) == (found["eta_condition"][name] is not None)
        assert window is None or 0 <= window[0] <= window[1]
    assert all(each["text"] for each in (*found["reasons"], *found["would_change"]))
    assert found["ask"] is not None or found["answer"] != "ask"
    assert "not medical advice" in found["text"].lower()
    assert not re.search(r"<t:|\*\*|`|None|\bnan\b|\binf\b", found["text"])
    assert answer(asked) == found


def places(value: object, path: str = "") -> Iterator[tuple[str, Callable[[object], None]]]:
    """Yield the path of every number, word, flag and text of a question, and what changes it."""
    pairs: Iterable[tuple[object, object]] = ()
    if isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in pairs:
        here = f"{path}[{key}]" if isinstance(value, list) else f"{path}.{key}".lstrip(".")
        if isinstance(each, dict | list):
            yield from places(each, here)
        elif each is not None:
            yield here, partial(setitem, value, key)


@settings(max_examples=200, deadline=None)
@given(QUESTIONS.filter(lambda asked: any(places(asked))), st.integers(0, 999))
def test_a_value_of_a_wrong_type_names_its_field(asked: Asked, which: int) -> None:
    found = list(places(asked))
    path, change = found[which % len(found)]
    change({"not": "this"})

    with pytest.raises(Wrong) as refused:
        answer(asked)

    assert str(refused.value).startswith(f"{path}: ")
    assert "\n" not in str(refused.value)
