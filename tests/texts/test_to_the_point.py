"""An answer says what was asked for, and nothing that it takes back a line later."""

import pytest

from bot.cli.assess.command import answer

LEGS = {"hours_ago": 100, "srpe": 7, "minutes": 60}
REGULAR = {
    "leg_sessions": [LEGS],
    "soreness": {"score": 1, "type": "muscle_ache"},
    "recent_runs": [],
    "profile": {"leg_sessions_last_8wk": 8, "longest_run_30d_min": 100, "runs_per_week": 4},
}
RACE = {"event": {"kind": "10k", "in_hours": 20}}


def said(**asked):
    return str(answer({**REGULAR, **asked})["text"])


@pytest.mark.parametrize(
    "asked",
    [
        RACE | {"environment": {"heat_c": 33}},
        {"event": {"kind": "10k", "in_hours": 3}, "sleep": {"last_night_h": 0}},
        {"event": {"kind": "match", "in_hours": 6}, "leg_sessions": [LEGS | {"hours_ago": 20}]},
        {"planned_run": {"kind": "race"}, "sleep": {"last_night_h": 0}},
    ],
)
def test_nobody_who_asks_about_a_race_is_told_of_easy_runs(asked):
    assert "easy run" not in said(**asked)


def test_an_easy_run_that_is_offered_does_no_harm():
    easy = {"kind": "intervals"}

    assert "An easy run will not slow recovery." in said(
        planned_run=easy, sleep={"last_night_h": 0}
    )


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"heart_or_kidney": True}, False),
        ({"recent_injection": True}, False),
        ({"weeks_since_birth": 7}, False),
        ({"weeks_since_birth": 20}, False),
        ({"healing_place": "knee"}, True),
    ],
)
def test_only_what_heals_is_a_place_that_legs_wait_for(body, place):
    text = said(about="legs", about_me=body)

    assert text.startswith("No legs today")
    assert ("until that place is well" in text) is place


@pytest.mark.parametrize("score", [5, 8])
def test_who_is_sore_on_a_statin_is_not_told_to_train_and_not_to(score):
    text = said(
        about_me={"statin": True},
        soreness={"score": score, "type": "muscle_ache"},
        planned_run={"kind": "easy"},
    )

    assert "have it checked by your doctor" in text
    assert "before you train again" not in text


def test_who_is_told_to_rest_after_drinking_is_not_told_what_to_drink_before_going():
    drunk = {"g_per_kg": 1.5, "hours_ago": 1}

    assert "Drink to thirst." in said(alcohol=drunk)
    assert "before you go" not in said(alcohol=drunk)
    assert "before you go and after" in said(environment={"heat_c": 30})


def test_refused_sprints_name_the_hamstrings():
    sore = {"score": 3, "region": "hamstrings", "type": "muscle_ache"}

    assert "these are still sore" in said(soreness=sore, planned_run={"kind": "sprints"})


@pytest.mark.parametrize(
    ("asked", "best"),
    [
        ({"symptoms": ["head_cold"]}, False),
        ({"about_me": {"pregnant": True}}, False),
        ({"leg_sessions": [LEGS | {"hours_ago": 4}]}, True),
        ({"leg_sessions": [LEGS | {"hours_ago": 4, "srpe": 10}, LEGS | {"hours_ago": 30}]}, False),
    ],
)
def test_a_race_is_at_ones_best_where_nothing_speaks_against_it(asked, best):
    race = {"kind": "race", "in_hours": 72}
    as_run = said(planned_run=race, **asked)
    event = answer({**REGULAR, "event": {"kind": "race", "in_hours": 72}, **asked})["event"]

    assert ("not at your best" not in as_run) is best
    assert ((event["start"], event["expect"]) == ("yes", "usual")) is best


def test_who_had_better_not_start_today_has_nothing_to_decide():
    soon = said(event={"kind": "5k", "in_hours": 20}, symptoms=["head_cold"], sleep={})
    tired = said(
        event={"kind": "match", "in_hours": 4}, leg_sessions=[LEGS | {"hours_ago": 0, "srpe": 10}]
    )

    assert "Better not to" in soon
    assert "Better not to" in tired
    assert "Decide on the day" not in soon + tired
    assert "Decide on the day" in said(event={"kind": "5k", "in_hours": 30})


def test_a_refusal_without_an_hour_begins_with_its_reason():
    text = said(
        planned_run={"kind": "race", "in_hours": 20},
        symptoms=["head_cold"],
        soreness={"score": 5, "type": "muscle_ache"},
    )

    assert "Why: With a head cold" in text
