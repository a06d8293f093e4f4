"""What travels in a button comes back the same, and nothing else gets in."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.decisions.codes import Feel, Ran
from bot.domain.decisions.well_again import all_well, in_passing, well_again
from bot.domain.facts.errors import BadInput, Expired
from bot.domain.facts.training import Activity, Alcohol, Illness, PainType, Region, Report, RunKind
from bot.domain.recovery.circumstances import About, Event, EventKind, Matters
from bot.domain.recovery.question import Symptom
from bot.texts.canirun.topics import TOPICS

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def maybe(strategy):
    return st.none() | strategy


told = st.builds(
    partial(AnswerToken),
    run=maybe(st.sampled_from(RunKind)),
    minutes=maybe(st.integers(1, 600)),
    at=maybe(
        st.integers(1_700_000_000, 2_000_000_000).map(lambda s: datetime.fromtimestamp(s, UTC))
    ),
    soreness=maybe(st.integers(0, 10)),
    pain=maybe(st.sampled_from(PainType)),
    sleep=maybe(st.integers(0, 48).map(lambda half: half / 2)),
    ill=maybe(st.sampled_from(Illness)),
    alcohol=maybe(st.sampled_from(Alcohol)),
    hot=maybe(st.booleans()),
    before=maybe(st.integers(0, 10)),
    legs_hours=maybe(st.sampled_from([3, 30, 168, 9999])),
    denied=maybe(st.booleans()),
    feel=maybe(st.sampled_from(Feel)),
    region=maybe(st.sampled_from(Region)),
    ran=maybe(st.sampled_from(Ran)),
    legs_at=maybe(
        st.integers(28_000_000, 33_000_000).map(lambda m: datetime.fromtimestamp(m * 60, UTC))
    ),
    about=maybe(st.sampled_from(About)),
    event=maybe(st.sampled_from(EventKind)),
    matters=maybe(st.sampled_from(Matters)),
    picture=maybe(st.booleans()),
    why=maybe(st.booleans()),
    brief=maybe(st.booleans()),
    legs_effort=maybe(st.integers(1, 9)),
)
FULL = AnswerToken(
    run=RunKind.RACE,
    minutes=600,
    at=datetime(2026, 3, 9, 12, tzinfo=UTC),
    soreness=10,
    pain=PainType.BONE,
    sleep=12.25,
    ill=Illness.FEVER_OR_CHEST,
    alcohol=Alcohol.SIX_PLUS,
    hot=True,
    before=10,
    legs_hours=720,  # the most that is told with an effort
    denied=True,
    feel=Feel.WORSE,
    region=Region.WHOLE_BODY,
    ran=Ran.HARD,
    picture=True,
    why=True,
    brief=True,
    legs_at=datetime(2026, 3, 5, 18, tzinfo=UTC),
    about=About.LEGS,
    event=EventKind.ULTRA,
    matters=Matters.C,
    activity=Activity.CLASS,
    legs_effort=9,
)


@given(told)
def test_told_comes_back_from_a_button_as_it_was(said):
    packed = said.packed()

    assert AnswerToken.unpacked(packed) == said
    assert len(f"run.symptoms:{packed}") <= 100


def test_most_that_can_be_told_fits_the_longest_action():
    packed = FULL.packed()

    assert all(getattr(FULL, name) is not None for name in FULL._fields)
    assert len(packed) <= 75
    assert max(len(f"run.learn:{topic}:{packed}") for topic in TOPICS.values()) <= 100


def test_leg_day_ahead_is_asked_about_until_its_hour():
    asked = AnswerToken(legs_at=NOW + timedelta(hours=30))

    (planned,) = asked.question(NOW).planned_legs
    assert planned.hours_ago == -30
    assert asked.question(NOW + timedelta(hours=30)).planned_legs == ()


def test_race_with_a_time_is_an_event_and_one_without_is_a_run():
    race = AnswerToken(run=RunKind.RACE, minutes=50, event=EventKind.TEN_K, matters=Matters.A)

    assert race.question(NOW).event is None
    assert AnswerToken.unpacked(race.packed() + "w1772539200").question(NOW).event == Event(
        in_hours=24, kind=EventKind.TEN_K, minutes=50, matters=Matters.A
    )
    assert AnswerToken.unpacked(race.packed() + "r1w1772539200").question(NOW).event is None


@given(st.text(max_size=90))
def test_any_other_text_is_refused_or_read_within_limits(text):
    try:
        said = AnswerToken.unpacked(text)
    except (Expired, BadInput):
        return

    assert said.checked() == said


@pytest.mark.parametrize(
    ("symptoms", "kept"),
    [
        ([Symptom.DARK_URINE], {"stop_sign": True}),
        ([Symptom.CHEST_PAIN, Symptom.HEAD_COLD], {"stop_sign": True, "illness": "head_cold"}),
        ([Symptom.JOINT_PAIN], {"pain": "joint"}),
        ([Symptom.LIMPING], {"pain": "sharp"}),
        ([Symptom.TENDON_PAIN], {"pain": "tendon"}),
        ([Symptom.TENDON_PAIN, Symptom.LIMPING], {"pain": "sharp"}),
        ([Symptom.TENDON_PAIN, Symptom.BONE_POINT_PAIN], {"pain": "bone"}),
        ([Symptom.HEAD_COLD, Symptom.FEVER], {"illness": "fever_or_chest"}),
        ([Symptom.FEVER_LAST_24H], {"illness": "fever_or_chest"}),
        ([Symptom.VOMITING_DIARRHOEA], {"illness": "fever_or_chest"}),
    ],
    ids=str,
)
def test_symptoms_are_kept_only_as_what_they_stop(symptoms, kept):
    report = AnswerToken().noticing(frozenset(symptoms)).report(NOW)

    assert report == Report(reported_at=NOW, **kept)


@pytest.mark.parametrize(
    ("said", "symptoms", "kept"),
    [
        ({"pain": PainType.SHARP}, {Symptom.TENDON_PAIN}, {"pain": "sharp"}),
        ({"pain": PainType.MUSCLE_ACHE}, {Symptom.TENDON_PAIN}, {"pain": "tendon"}),
        ({"ill": Illness.FEVER_OR_CHEST}, {Symptom.HEAD_COLD}, {"illness": "fever_or_chest"}),
    ],
    ids=str,
)
def test_of_what_was_said_and_noticed_the_gravest_is_kept(said, symptoms, kept):
    report = AnswerToken(**said).noticing(frozenset(symptoms)).report(NOW)

    assert report == Report(reported_at=NOW, **kept)


def test_what_is_noticed_travels_as_what_it_stops():
    noticed = AnswerToken(soreness=2).noticing(frozenset({Symptom.TENDON_PAIN, Symptom.HEAD_COLD}))

    travelled = AnswerToken.unpacked(noticed.packed())

    assert travelled == AnswerToken(soreness=2, pain=PainType.TENDON, ill=Illness.HEAD_COLD)


def test_nothing_noticed_denies_danger_and_leaves_the_rest():
    said = AnswerToken(pain=PainType.TENDON).noticing(frozenset())

    assert said == AnswerToken(pain=PainType.TENDON, denied=True)


def test_a_sign_that_stands_is_not_taken_back_in_passing():
    denial = Report(reported_at=NOW, soreness=8, stop_sign=False)
    stands = (Report(reported_at=NOW, sleep=7.0), Report(reported_at=NOW, stop_sign=True))
    gone = (Report(reported_at=NOW, stop_sign=False), *stands)

    assert in_passing(denial, stands) == Report(reported_at=NOW, soreness=8)
    assert in_passing(denial, gone) == in_passing(denial, ()) == denial


def test_well_again_takes_back_pain_and_illness_alone():
    assert well_again(NOW) == Report(reported_at=NOW, pain=PainType.NONE, illness=Illness.NONE)


def test_nothing_told_keeps_nothing():
    assert AnswerToken(run=RunKind.EASY, minutes=30, hot=True).report(NOW) is None


def test_all_well_takes_back_every_sign():
    assert all_well(NOW) == Report(
        reported_at=NOW, pain=PainType.NONE, illness=Illness.NONE, stop_sign=False
    )


def test_planned_time_becomes_hours_ahead():
    asked = AnswerToken(run=RunKind.EASY, at=NOW + timedelta(hours=30)).question(NOW)

    assert asked.plan is not None
    assert asked.plan.in_hours == 30


def test_too_small_a_sleep_comes_back_as_none_at_all():
    assert AnswerToken.unpacked(AnswerToken(sleep=0.00001).packed()) == AnswerToken(sleep=0.0)
