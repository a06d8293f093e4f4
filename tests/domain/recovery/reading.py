"""Published cases as data: a question read as ``python -m bot assess`` describes it."""

from collections.abc import Iterable
from typing import Any

from bot.domain import exercises
from bot.domain.recovery.answer import Answer
from bot.domain.recovery.learning import Learning, Skip, felt_as, learned_of, observe
from bot.domain.recovery.parameters import TAU
from bot.domain.recovery.question import (
    Alcohol,
    Effort,
    Learned,
    Painkiller,
    Part,
    PlannedRun,
    Profile,
    Question,
    Region,
    Run,
    Session,
    Sleep,
    Soreness,
    Symptom,
    Work,
)
from bot.domain.training import Newness, PainType, RunKind

STATES = {"recovered": 12.0, "fatigued": 45.0}  # R expected
PRESSURE = {"pressure": PainType.SHARP}


def question_from(told: dict[str, Any]) -> Question:
    """The question of a case; a key left out is unknown."""
    profile = told.get("profile") or {}
    sleep = told.get("sleep") or {}
    sessions, runs = told.get("leg_sessions"), told.get("recent_runs")
    return Question(
        leg_sessions=None if sessions is None else tuple(map(_session, sessions)),
        sessions_8wk=profile.get("leg_sessions_last_8wk"),
        soreness=_soreness(told.get("soreness")),
        symptoms=frozenset(map(Symptom, told.get("symptoms") or ())),
        sleep=Sleep(last_night=sleep.get("last_night_h"), previous_night=sleep.get("prev_night_h")),
        alcohol=Alcohol(**told["alcohol"]) if told.get("alcohol") else None,
        painkiller=Painkiller(**told["painkiller"]) if told.get("painkiller") else None,
        recent_runs=None if runs is None else tuple(Run(**run) for run in runs),
        plan=_plan(told.get("planned_run")),
        profile=Profile(
            lifting_months=profile.get("lifting_months"),
            runs_per_week=profile.get("runs_per_week"),
            longest_run=profile.get("longest_run_30d_min"),
            age=profile.get("age"),
        ),
        heat_c=(told.get("environment") or {}).get("heat_c"),
        learned=_learned(told.get("feedback_history") or ()),
    )


def answer_as_data(found: Answer) -> dict[str, Any]:
    """The parts of an answer that cases speak of, in the words of the published answer."""
    offer, eta = found.offer, found.eta
    windows = {"easy": eta.easy, "moderate": eta.moderate, "hard": eta.hard}
    return {
        "clearance": None if found.clearance is None else found.clearance.word,
        "answer": found.reply,
        "offer": None
        if offer is None
        else {"kind": offer.kind, "max_minutes": offer.max_minutes, "rpe": list(offer.rpe)},
        "fatigue": found.fatigue,
        "eta_hours": {name: window and list(window) for name, window in windows.items()},
        "confidence": found.confidence,
        "ask": found.ask,
        "first_reason": found.reasons[0].gate if found.reasons else None,
    }


def _learned(history: Iterable[dict[str, Any]]) -> Learned:
    learning = Learning()
    for told in history:
        state = told["predicted_state"]
        expected = STATES.get(state, state)
        seen = felt_as(told["felt_1_5"], expected, expected * told["hours_after"] / TAU)
        learning = learning if isinstance(seen, Skip) else observe(learning, seen)
    return learned_of(learning)


def _session(told: dict[str, Any]) -> Session:
    return Session(
        hours_ago=told["hours_ago"],
        minutes=told.get("minutes"),
        srpe=told.get("srpe"),
        effort=Effort(told["effort"]) if "effort" in told else None,
        part=Part(told.get("focus", "legs")),
        exercises=tuple(map(_work, told.get("exercises", ()))),
        newness=Newness.FIRST_EVER if told.get("first_ever") else None,
        novel_exercise=told.get("novel_exercise", False),
        days_since_previous_leg=told.get("days_since_previous_leg"),
        prior_leg_sessions_8wk=told.get("prior_leg_sessions_8wk"),
    )


def _work(told: dict[str, Any]) -> Work:
    rpe = 10 - told["rir"] if "rir" in told else told.get("rpe")
    return Work(demand=_demand(told["name"]), sets=told["sets"], rpe=rpe)


def _demand(name: str) -> Any:
    found = exercises.find(name)
    return exercises.demand(name if found is None else found.key)


def _soreness(told: dict[str, Any] | None) -> Soreness | None:
    if told is None:
        return None
    kind = told.get("type")
    return Soreness(
        score=told.get("score"),
        legs_score=told.get("legs_score"),
        region=Region(told["region"]) if "region" in told else None,
        type=None if kind is None else PRESSURE.get(kind) or PainType(kind),
    )


def _plan(told: dict[str, Any] | None) -> PlannedRun | None:
    if told is None:
        return None
    return PlannedRun(
        kind=RunKind(told["kind"]),
        minutes=told.get("minutes"),
        in_hours=told.get("in_hours", 0.0),
    )
