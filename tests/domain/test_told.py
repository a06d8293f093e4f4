"""What travels in a button comes back the same, and nothing else gets in."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import BadInput, Expired
from bot.domain.recovery.question import Region, Symptom
from bot.domain.told import Feel, Told, all_well
from bot.domain.training import Alcohol, Illness, PainType, Report, RunKind

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def maybe(strategy):
    return st.none() | strategy


told = st.builds(
    Told,
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
)


@given(told)
def test_told_comes_back_from_a_button_as_it_was(said):
    packed = said.packed()

    assert Told().also(packed) == said
    assert len(f"run.symptoms:{packed}") <= 100


@given(st.text(max_size=90))
def test_any_other_text_is_refused_or_read_within_limits(text):
    try:
        said = Told().also(text)
    except (Expired, BadInput):
        return

    assert said.checked() == said


@pytest.mark.parametrize(
    ("symptoms", "kept"),
    [
        ({Symptom.DARK_URINE}, {"stop_sign": True}),
        ({Symptom.CHEST_PAIN, Symptom.HEAD_COLD}, {"stop_sign": True, "illness": "head_cold"}),
        ({Symptom.JOINT_PAIN}, {"pain": "joint"}),
        ({Symptom.LIMPING}, {"pain": "sharp"}),
        ({Symptom.TENDON_PAIN}, {"pain": "tendon"}),
        ({Symptom.FEVER_LAST_24H}, {"illness": "fever_or_chest"}),
        ({Symptom.VOMITING_DIARRHOEA}, {"illness": "fever_or_chest"}),
    ],
    ids=str,
)
def test_symptoms_are_kept_only_as_what_they_stop(symptoms, kept):
    report = Told(symptoms=frozenset(symptoms)).report(NOW)

    assert report == Report(reported_at=NOW, **kept)


def test_nothing_told_keeps_nothing():
    assert Told(run=RunKind.EASY, minutes=30, hot=True).report(NOW) is None


def test_all_well_takes_back_every_sign():
    assert all_well(NOW) == Report(
        reported_at=NOW, pain=PainType.NONE, illness=Illness.NONE, stop_sign=False
    )


def test_planned_time_becomes_hours_ahead():
    asked = Told(run=RunKind.EASY, at=NOW + timedelta(hours=30)).question(NOW)

    assert asked.plan is not None
    assert asked.plan.in_hours == 30
