"""The keys of version 2: what each means to the model, and what is said when it is wrong."""

import pytest

from bot.cli.assess.asking import question_of
from bot.cli.assess.command import answer
from bot.cli.assess.fields import Wrong
from bot.domain.facts.training import Activity, PainType, Region, RunKind
from bot.domain.recovery.circumstances import (
    About,
    AboutMe,
    EarlierScore,
    Event,
    EventKind,
    Matters,
)
from bot.domain.recovery.question import PastRun, PastSession, PlannedRun, Symptom

BODY = {
    "pregnant": True,
    "weeks_since_birth": 40,
    "heart_or_kidney": True,
    "statin": True,
    "recent_injection": True,
    "physio_plan": True,
    "healing_place": "knee",
}


def test_leg_days_ahead_are_sessions_with_their_hours_below_nought() -> None:
    found = question_of({"planned_legs": [{"in_hours": 30, "srpe": 7, "minutes": 60}]})

    assert found.planned_legs == (PastSession(hours_ago=-30, srpe=7, minutes=60),)


@pytest.mark.parametrize(
    ("told", "event"),
    [
        ({"in_hours": 20}, Event(in_hours=20)),
        (
            {"in_hours": 20, "kind": "10k"},
            Event(in_hours=20, kind=EventKind.TEN_K, minutes=60),
        ),
        ({"in_hours": 20, "km": 15, "matters": "A"},
         Event(in_hours=20, minutes=90, matters=Matters.A)),
        (
            {"in_hours": 0, "kind": "5k", "minutes": 24, "matters": "C"},
            Event(in_hours=0, kind=EventKind.FIVE_K, minutes=24, matters=Matters.C),
        ),
    ],
)  # fmt: skip
def test_an_event_has_its_minutes_or_those_of_its_length(told: object, event: Event) -> None:
    assert question_of({"event": told}).event == event


def test_what_is_asked_about_is_a_run_unless_it_is_said() -> None:
    assert question_of({}).about is About.RUN
    assert question_of({"about": "legs"}).about is About.LEGS


def test_a_body_is_told_as_it_is() -> None:
    found = question_of({"about_me": BODY}).about_me

    assert found == AboutMe(**{**BODY, "healing_place": Region.KNEE})  # type: ignore[arg-type]
    assert question_of({}).about_me == AboutMe()


def test_other_sports_are_told_of_runs_done_and_planned() -> None:
    found = question_of(
        {
            "recent_runs": [{"hours_ago": 5, "activity": "hike", "descent_m": 700}],
            "planned_run": {"kind": "easy", "activity": "ride", "minutes": 90},
        }
    )

    assert found.recent_runs == (PastRun(hours_ago=5, activity=Activity.HIKE, descent=700),)
    assert found.plan == PlannedRun(kind=RunKind.EASY, activity=Activity.RIDE, minutes=90)


def test_what_was_told_before_counts_as_it_would_have_then() -> None:
    found = question_of(
        {
            "soreness": {"score": 4},
            "earlier": [
                {"hours_ago": 24, "soreness": 2},
                {"hours_ago": 3, "clearance": "no_danger_sign"},
                {"hours_ago": 40, "pain": "joint"},
            ],
        }
    )

    assert found.earlier == (EarlierScore(hours_ago=24, score=2),)
    assert (found.danger_denied, found.pain_gone) == (True, None)
    assert found.symptoms == {Symptom.JOINT_PAIN}


@pytest.mark.parametrize(
    ("today", "gone"),
    [
        ({"soreness": {"score": 1, "type": "muscle_ache"}}, 14.0),
        ({"symptoms": []}, 14.0),
        ({"symptoms": ["head_cold"]}, 14.0),
        ({"soreness": {"score": 1}}, None),
        ({}, None),
        ({"symptoms": ["sharp_pain"]}, None),
    ],
)
def test_today_takes_an_earlier_pain_back(today: dict[str, object], gone: float | None) -> None:
    found = question_of({**today, "earlier": [{"hours_ago": 14, "pain": PainType.SHARP.value}]})

    assert found.pain_gone == gone
    assert (Symptom.SHARP_PAIN in found.symptoms) is (gone is None)


def test_a_list_of_symptoms_without_one_says_that_an_illness_is_over() -> None:
    ill = {"earlier": [{"hours_ago": 30, "illness": "fever_or_chest"}]}

    assert Symptom.FEVER in question_of(ill).symptoms
    assert question_of({**ill, "symptoms": []}).easy_for == 42.0


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"planned_legs": [{"in_hours": -3}]}, "planned_legs[0].in_hours: 0 to 8760"),
        ({"planned_legs": [{"in_hours": 3}, {"srpe": 7}]}, "planned_legs[1].in_hours: is needed"),
        (
            {"planned_legs": [{"hours_ago": 3}]},
            "planned_legs[0].hours_ago: unknown key; a planned leg day has in_hours",
        ),
        ({"planned_legs": [{"in_hours": 3, "srpe": 11}]}, "planned_legs[0].srpe: 0 to 10"),
        ({"leg_sessions": [{"in_hours": 3}]}, "leg_sessions[0].in_hours: unknown key"),
        ({"event": {}}, "event.in_hours: is needed"),
        ({"event": {"in_hours": -24}}, "event.in_hours: 0 to 8760"),
        ({"event": {"in_hours": 3, "matters": "D"}}, "event.matters: one of A, B, C"),
        (
            {"event": {"in_hours": 3, "kind": "10k", "minutes": 900}},
            "event.minutes: 2 to 30 minutes a kilometre",
        ),
        (
            {"event": {"in_hours": 3, "km": 20, "minutes": 10}},
            "event.minutes: 2 to 30 minutes a kilometre",
        ),
        ({"about": "arms"}, "about: one of run, legs"),
        ({"earlier": [{"soreness": 3}]}, "earlier[0].hours_ago: is needed"),
        (
            {"earlier": [{"hours_ago": 3}]},
            "earlier[0]: one of soreness, pain, illness, clearance is needed",
        ),
        ({"earlier": [{"hours_ago": -3, "soreness": 3}]}, "earlier[0].hours_ago: 0 to 720"),
        ({"earlier": [{"hours_ago": 3, "soreness": 11}]}, "earlier[0].soreness: 0 to 10"),
        ({"about_me": {"weeks_since_birth": 300}}, "about_me.weeks_since_birth: 0 to 104"),
        (
            {"about_me": {"weeks_since_birth": 2, "pregnant": True}},
            "about_me.weeks_since_birth: 4 or more beside pregnant",
        ),
        ({"about_me": {"statin": "yes"}}, "about_me.statin: true or false"),
        (
            {"recent_runs": [{"hours_ago": 50, "activity": "ride", "minutes": 2_400}]},
            "recent_runs[0].minutes: 1 to 1440",
        ),
        (
            {"planned_run": {"activity": "ride", "minutes": 2_400}},
            "planned_run.minutes: 1 to 1440",
        ),
        (
            {"planned_run": {"activity": "ride", "descent_m": 300}},
            "planned_run.descent_m: of a hike or ski day only",
        ),
        ({"version": 3}, "version: 1 to 2"),
    ],
)
def test_what_cannot_be_is_refused_by_its_name(asked: object, said: str) -> None:
    with pytest.raises(Wrong) as refused:
        question_of(asked)

    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ({"planned_legs": [{"in_hours": 3}]}, "planned_legs"),
        ({"event": {"in_hours": 3}}, "event"),
        ({"about": "run"}, "about"),
        ({"earlier": [{"hours_ago": 3, "soreness": 1}]}, "earlier"),
        ({"about_me": {}}, "about_me"),
        ({"planned_run": {"activity": "ride"}}, "planned_run.activity"),
        (
            {"recent_runs": [{"hours_ago": 1}, {"hours_ago": 5, "activity": "run"}]},
            "recent_runs[1].activity",
        ),
    ],
)
def test_a_question_of_version_1_has_no_key_of_version_2(
    asked: dict[str, object], path: str
) -> None:
    with pytest.raises(Wrong) as refused:
        answer({**asked, "version": 1})

    assert str(refused.value) == f"{path}: a key of version 2"
    assert answer({**asked, "version": 2}) == answer(asked)


def test_a_question_of_version_1_is_answered_as_without_its_number() -> None:
    asked = {"leg_sessions": [{"hours_ago": 30, "effort": "ordinary"}], "soreness": {"score": 2}}

    assert answer({**asked, "version": 1}) == answer(asked)


def test_who_asks_about_legs_is_told_of_legs_and_nothing_else_changes() -> None:
    asked = {"leg_sessions": [{"hours_ago": 30, "effort": "ordinary"}], "soreness": {"score": 2}}

    run, legs = answer(asked), answer({**asked, "about": "legs"})

    assert (run["lift"], legs["lift"]["lift"]) == (None, "yes")
    assert legs["text"] != run["text"]
    assert {**legs, "lift": None, "text": run["text"]} == run


def test_an_event_is_the_run_where_no_other_is_asked_about() -> None:
    asked = {"leg_sessions": [{"hours_ago": 60, "effort": "ordinary"}], "soreness": {"score": 2}}
    event = {"event": {"in_hours": 20, "kind": "10k"}}

    alone = answer({**asked, **event})
    beside = answer({**asked, **event, "planned_run": {"kind": "easy", "minutes": 30}})

    assert (alone["answer"], alone["offer"]["kind"], alone["offer"]["max_minutes"]) == (
        "yes", "race", 60,
    )  # fmt: skip
    assert beside["offer"]["kind"] == "easy"
    assert beside["event"]["start"] == alone["event"]["start"] == "yes"
