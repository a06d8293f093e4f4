"""JSON to the model's question; every key may be missing or ``null``."""

from math import nan

from bot.cli.assess.asking_more import (
    ACTIVITY,
    AHEAD,
    MORE,
    about_me_of,
    earlier_of,
    event_of,
    planned_session,
    timed,
)
from bot.cli.assess.fields import (
    Group,
    Wrong,
    flag,
    group,
    many,
    meaning,
    number,
    text,
    whole,
    word,
)
from bot.domain.facts.learned import Learning
from bot.domain.facts.training import Demand, Newness, PainType, Region, RunKind
from bot.domain.reading import exercise_names
from bot.domain.recovery.circumstances import About
from bot.domain.recovery.learning import Observation, felt_as, learned_of, observe
from bot.domain.recovery.parameters import TAU
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
from bot.domain.recovery.reported import with_reports
from bot.domain.recovery.running import is_walked

LONGEST = 1_440  # minutes of one session or run
CENTURY = 1_200  # months
EXERCISE = {
    "name": text,
    "sets": number(0, 100),
    "rpe": number(1, 10),
    "rir": number(0, 10),
}
LEG_SESSION = {
    "hours_ago": number(),
    "minutes": number(1, LONGEST),
    "srpe": number(0, 10),
    "effort": word(Effort),
    "focus": word(Part),
    "exercises": many(group(EXERCISE)),
    "first_ever": flag,
    "novel_exercise": flag,
    "days_since_previous_leg": number(0, 36_500),
    "prior_leg_sessions_8wk": whole(0, 1_000),
}
PAINS = {
    "muscle_ache": PainType.MUSCLE_ACHE,
    "sharp": PainType.SHARP,
    "joint": PainType.JOINT,
    "tendon": PainType.TENDON,
    "bone": PainType.BONE,
    "pressure": PainType.SHARP,
}
STATES = {"recovered": 12.0, "fatigued": 45.0}  # R that was expected
FEEDBACK = {
    "hours_after": number(0, 1_000),
    "felt_1_5": whole(1, 5),
    "predicted_state": lambda value: (
        meaning(STATES)(value) if isinstance(value, str) else number(0, 100)(value)
    ),
}
SORENESS = {
    "score": number(),
    "legs_score": number(),
    "region": word(Region),
    "type": meaning(PAINS),
}
SLEEP = {
    "last_night_h": number(0, 24),
    "prev_night_h": number(0, 24),
    "quality_1_5": number(1, 5),
}
RUN = {"minutes": number(1, 10_000), **ACTIVITY}
PROFILE = {
    "lifting_months": number(0, CENTURY),
    "leg_sessions_last_8wk": whole(0, 1_000),
    "runs_per_week": number(0, 100),
    "longest_run_30d_min": number(0, 10_000),
    "age": number(0, 130),
}
QUESTION = {
    "question": text,
    "leg_sessions": many(group(LEG_SESSION)),
    "soreness": group(SORENESS),
    "symptoms": many(word(sign for sign in Symptom if sign is not Symptom.STOP_SIGN)),
    "sleep": group(SLEEP),
    "alcohol": group({"g_per_kg": number(0, 10), "hours_ago": number()}),
    "painkiller": group({"hours_ago": number(), "soreness_before": number()}),
    "recent_runs": many(group({"hours_ago": number(), "srpe": number(0, 10), **RUN})),
    "planned_run": group({"kind": word(RunKind), "in_hours": number(0, 8_760), **RUN}),
    "profile": group(PROFILE),
    "environment": group({"heat_c": number(-90, 70)}),
    "feedback_history": many(group(FEEDBACK)),
    "version": whole(1, 2),
    "planned_legs": many(planned_session(group({**LEG_SESSION, "in_hours": number(0, AHEAD)}))),
    **MORE,
}
LATER = frozenset({"planned_legs", *MORE})
_read = group(QUESTION)


def question_of(value: object) -> Question:
    """Read a question from decoded JSON.

    Raises:
        Wrong: an unknown key, a wrong type, an unknown word or a value out of its limits.
    """
    if not isinstance(value, dict):
        raise Wrong("an object", "the question")
    told = _read(value)
    if told.get("version") == 1:
        _only_first(told)
    profile, soreness = told.get("profile", {}), told.get("soreness")
    sleep, sessions, runs = told.get("sleep", {}), told.get("leg_sessions"), told.get("recent_runs")
    base = Question(
        leg_sessions=None if sessions is None else tuple(_session(each) for each in sessions),
        sessions_8wk=profile.get("leg_sessions_last_8wk"),
        soreness=Soreness(**soreness) if soreness else None,
        symptoms=frozenset(told.get("symptoms", ())),
        sleep=Sleep(last_night=sleep.get("last_night_h"), previous_night=sleep.get("prev_night_h")),
        alcohol=_alcohol(told.get("alcohol", {})),
        painkiller=Painkiller(**told["painkiller"]) if told.get("painkiller") else None,
        recent_runs=None
        if runs is None
        else tuple(_run(each, f"recent_runs[{place}]") for place, each in enumerate(runs)),
        plan=_plan(told.get("planned_run")),
        profile=AskedProfile(
            lifting_months=profile.get("lifting_months"),
            runs_per_week=profile.get("runs_per_week"),
            longest_run=profile.get("longest_run_30d_min"),
            age=profile.get("age"),
        ),
        heat_c=told.get("environment", {}).get("heat_c"),
        learned=_learned(told.get("feedback_history", ())),
        planned_legs=tuple(_session(each) for each in told.get("planned_legs", ())),
        event=event_of(told.get("event")),
        about=told.get("about", About.RUN),
        about_me=about_me_of(told.get("about_me", {})),
    )
    if not told.get("earlier"):
        return base
    return with_reports(base, earlier_of(told["earlier"], base, listed="symptoms" in told))


def _only_first(told: Group) -> None:
    """Refuse keys of version 2 in a question that says it is of version 1.

    Raises:
        Wrong: with the key's path.
    """
    later = [key for key in told if key in LATER]
    runs = {f"recent_runs[{index}]": run for index, run in enumerate(told.get("recent_runs", ()))}
    for path, run in {**runs, "planned_run": told.get("planned_run", {})}.items():
        later += [f"{path}.{key}" for key in run if key in ACTIVITY]
    if later:
        raise Wrong("a key of version 2", later[0])


def _plan(told: Group | None) -> PlannedRun | None:
    return PlannedRun(**timed(told, "planned_run")) if told else None


def _session(told: Group) -> PastSession:
    works = tuple(map(_work, told.get("exercises", ())))
    upper = bool(works) and all(work.demand is Demand.UPPER for work in works)
    return PastSession(
        hours_ago=told.get("hours_ago", nan),
        minutes=told.get("minutes"),
        srpe=told.get("srpe"),
        effort=told.get("effort"),
        part=told.get("focus", Part.UPPER if upper else Part.LEGS),
        exercises=works,
        newness=Newness.FIRST_EVER if told.get("first_ever") else None,
        novel_exercise=told.get("novel_exercise", False),
        days_since_previous_leg=told.get("days_since_previous_leg"),
        prior_leg_sessions_8wk=told.get("prior_leg_sessions_8wk"),
    )


def _work(told: Group) -> Work:
    name = told.get("name")
    demand = None if name is None else exercise_names.demand(name)
    unknown = name if demand is None else None
    return Work(demand=demand, sets=told.get("sets"), rpe=_rpe(told), name=unknown)


def _rpe(told: Group) -> float | None:
    """How hard the sets were; the harder, where it was told both ways."""
    said = [told["rpe"]] if "rpe" in told else []
    return max((*said, *([10.0 - told["rir"]] if "rir" in told else [])), default=None)


def _run(told: Group, path: str) -> PastRun:
    walk = "activity" not in told and is_walked(told.get("minutes"), told.get("srpe"))
    return PastRun(**{"hours_ago": nan, **timed(told, path)}, walk=walk)


def _alcohol(told: Group) -> AlcoholDose | None:
    return AlcoholDose(**told) if "g_per_kg" in told else None


def _learned(feedback: tuple[Group, ...]) -> Learned:
    """What earlier answers taught, oldest first; one that lacks a part teaches nothing."""
    learning = Learning()
    for told in feedback:
        if told.keys() < FEEDBACK.keys():
            continue
        expected = told["predicted_state"]
        found = felt_as(told["felt_1_5"], expected, expected * told["hours_after"] / TAU)
        if isinstance(found, Observation):
            learning = observe(learning, found)
    return learned_of(learning)
