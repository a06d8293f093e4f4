"""What was asked beside the run, as JSON data; ``null`` where it was not."""

from typing import Any

from bot.domain.recovery.answer import Answer, LegsThen, PlannedLegsAnswer
from bot.domain.recovery.beside_answers import EventAnswer, LiftAnswer, Trend


def more_as_json(answer: Answer) -> dict[str, Any]:
    """Return the keys of version 2."""
    return {
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
