"""What was found in a file as JSON, for the way from the process that read it."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.domain.facts.settings import DistanceUnit, MassUnit
from bot.domain.facts.training import (
    Activity,
    ExerciseSet,
    Focus,
    LegSession,
    Newness,
    Run,
    RunKind,
)
from bot.domain.importing.found import Found, FoundRun, FoundSet, Name, Workout
from bot.domain.importing.rows import App, Unread, Why

Told = Mapping[str, Any]


def to_json(found: Found) -> bytes:
    """Return it as JSON; moments as ISO 8601."""
    return json.dumps(asdict(found), default=_plain, ensure_ascii=False).encode()


def from_json(text: bytes) -> Found:
    """Return what ``to_json`` wrote."""
    return _found(json.loads(text))


def _found(told: Told) -> Found:
    other = told["other"]
    return Found(
        **{
            **told,
            "source": App(told["source"]),
            "workouts": tuple(_workout(each) for each in told["workouts"]),
            "runs": tuple(_run(each) for each in told["runs"]),
            "own_sessions": tuple(_own_session(each) for each in told["own_sessions"]),
            "own_runs": tuple(_own_run(each) for each in told["own_runs"]),
            "names": {name: Name(**its) for name, its in told["names"].items()},
            "unread": tuple(Unread(**{**each, "why": Why(each["why"])}) for each in told["unread"]),
            "remarks": frozenset(told["remarks"]),
            "other": None if other is None else _found(other),
        }
    )


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else sorted(value)  # type: ignore[call-overload]


def _workout(told: Told) -> Workout:
    sets = tuple(FoundSet(**{**each, "unit": _unit(each["unit"])}) for each in told["sets"])
    return Workout(**{**told, "start": datetime.fromisoformat(told["start"]), "sets": sets})


def _unit(said: str | None) -> MassUnit | None:
    return None if said is None else MassUnit(said)


def _run(told: Told) -> FoundRun:
    unit = told["distance_unit"]
    return FoundRun(
        **{
            **told,
            "start": datetime.fromisoformat(told["start"]),
            "kind": RunKind(told["kind"]),
            "distance_unit": None if unit is None else DistanceUnit(unit),
        }
    )


def _own_session(told: Told) -> LegSession:
    lines = (
        ExerciseSet(**{**each, "load_unit": _unit(each["load_unit"])}) for each in told["exercises"]
    )
    return LegSession(
        **{
            **told,
            "ended_at": datetime.fromisoformat(told["ended_at"]),
            "focus": Focus(told["focus"]),
            "exercises": tuple(lines),
            "newness": None if told["newness"] is None else Newness(told["newness"]),
        }
    )


def _own_run(told: Told) -> Run:
    return Run(
        **{
            **told,
            "ended_at": datetime.fromisoformat(told["ended_at"]),
            "kind": RunKind(told["kind"]),
            "activity": Activity(told["activity"]),
        }
    )
