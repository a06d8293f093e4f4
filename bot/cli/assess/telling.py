"""The model's answer to JSON: the numbers, and the texts that members read."""

from datetime import timedelta
from math import ceil
from typing import Any

from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.decisions.shown_answer import Shown
from bot.domain.facts.training import Activity
from bot.domain.recovery.answer import (
    Answer,
    Gate,
    LegsThen,
    Offer,
    PerClass,
    PlannedLegsAnswer,
    PossibleChange,
    Reason,
)
from bot.domain.recovery.beside_answers import EventAnswer, LiftAnswer, Trend
from bot.domain.recovery.question import PlannedRun, Question
from bot.texts.canirun import assess
from bot.texts.canirun import reasons as why


def answer_as_json(question: Question, answer: Answer) -> dict[str, Any]:
    """Return an answer as JSON data."""
    clearance, reply, ask = answer.clearance, answer.reply, answer.ask
    return {
        "model": answer.model,
        "clearance": None if clearance is None else clearance.word,
        "answer": None if reply is None else reply.value,
        "offer": _offer(answer.offer),
        "fatigue": answer.fatigue,
        "eta_hours": _per_class(answer.eta),
        "eta_condition": {
            name: _condition(gate) for name, gate in _per_class(answer.eta_condition).items()
        },
        "planned_eta_hours": answer.planned_eta,
        "planned_condition": _condition(answer.planned_condition),
        "confidence": answer.confidence.value,
        "reasons": [_reason(each, said) for each in answer.reasons if (said := why.reason(each))],
        "would_change": [_change(each) for each in answer.would_change],
        "notes": [note.value for note in answer.notes],
        "care": None if answer.care is None else answer.care.value,
        "sober_in_hours": ceil(answer.sober_in),
        "new_work": _new_work(answer.reasons),
        "counted_as_legs": list(answer.counted_as_legs),
        "lift": _lift(answer.lift),
        "event": _event(answer.event),
        "planned_legs": _legs(answer.planned_legs),
        "trend": _trend(answer.trend),
        "about_me": [
            {
                "key": line.key.value,
                "allows": None if line.allows is None else line.allows.word,
                "place": line.place,
            }
            for line in answer.about_me
        ],
        "ask": None if ask is None else assess.question(ask),
        "text": assess.text(_shown(question, answer)),
    }


def _offer(offer: Offer | None) -> dict[str, Any] | None:
    if offer is None:
        return None
    return {
        "kind": offer.kind.value,
        "max_minutes": offer.max_minutes,
        "rpe": list(offer.rpe),
        "run_walk": offer.run_walk,
        "activity": offer.activity.value,
    }


def _per_class(values: PerClass[Any]) -> dict[str, Any]:
    return {"easy": values.easy, "moderate": values.moderate, "hard": values.hard}


def _new_work(reasons: tuple[Reason, ...]) -> dict[str, Any] | None:
    new = next((each for each in reasons if each.gate is Gate.NEW_STIMULUS), None)
    return None if new is None else {"why": new.detail, "days_away": new.before}


def _condition(gate: Gate | None) -> str | None:
    return None if gate is None else why.condition(gate)


def _reason(reason: Reason, said: str) -> dict[str, Any]:
    return {"gate": reason.gate.value, "points": reason.points, "text": said}


def _change(change: PossibleChange) -> dict[str, Any]:
    return {
        "input": change.input.value,
        "by": change.by,
        "value": change.value,
        "clearance": change.to.word,
        "lifts": change.lifts,
        "text": why.change(change),
    }


def _lift(found: LiftAnswer | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {"lift": found.lift.value, "why": found.why.value, "hours": found.hours}


def _event(found: EventAnswer | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "start": found.start.value,
        "expect": found.expect.value,
        "last_heavy_leg_day_in_hours": list(found.last_heavy_in),
        "lifting_tonight": _lift(found.tonight),
        "decide_on_the_day": found.decide_on_the_day,
    }


def _legs(found: PlannedLegsAnswer | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "planned": _then(found.planned),
        "safer": None if found.safer is None else _then(found.safer),
        "heavy": None if found.heavy is None else _then(found.heavy),
    }


def _then(found: LegsThen) -> dict[str, Any]:
    return {
        "in_hours": found.in_hours,
        "fatigue": found.fatigue,
        "clearance": found.clearance.word,
        "answer": None if found.reply is None else found.reply.value,
    }


def _trend(found: Trend | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "course": found.course.value,
        "before": found.before,
        "now": found.now,
        "hours_ago": found.hours_ago,
    }


def _shown(question: Question, answer: Answer) -> Shown:
    """The answer as Discord would be given it; nothing is said of what is kept."""
    plan, sore = question.plan or PlannedRun(), question.soreness
    told = AnswerToken(
        soreness=None if sore is None or sore.score is None else round(sore.score),
        run=plan.kind,
        activity=None if plan.activity is Activity.RUN else plan.activity,
        minutes=None if plan.minutes is None else int(plan.minutes),
        at=assess.NOW + timedelta(hours=plan.in_hours) if plan.in_hours else None,
    )
    return Shown(answer=answer, told=told, now=assess.NOW, kept=True, question=question)
