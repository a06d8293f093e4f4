"""A kept question is answered again as it was."""

import pytest

from bot.cli.assess.asking import question_of
from bot.domain.recovery.assess import assess
from bot.domain.recovery.parameters import MODEL_VERSION
from bot.domain.recovery.record import read, written
from tests.domain.recovery.histories import question
from tests.draws import tried


@tried(question)
def test_kept_question_comes_back_and_is_answered_the_same(question):
    kept = read(written(question))

    assert kept == question
    assert assess(kept) == assess(question)


def test_a_question_with_all_that_surrounds_it_comes_back() -> None:
    asked = question_of(
        {
            "leg_sessions": [{"hours_ago": 46, "exercises": [{"name": "zorble", "sets": 3}]}],
            "soreness": {"score": 4, "type": "muscle_ache"},
            "planned_legs": [{"in_hours": 30, "srpe": 7, "minutes": 60, "first_ever": True}],
            "event": {"kind": "10k", "in_hours": 60, "matters": "A"},
            "about": "legs",
            "earlier": [{"hours_ago": 20, "soreness": 2, "pain": "sharp"}],
            "about_me": {"weeks_since_birth": 30, "statin": True, "healing_place": "knee"},
            "recent_runs": [{"hours_ago": 9, "minutes": 90, "activity": "hike", "descent_m": 600}],
            "planned_run": {"kind": "easy", "in_hours": 50, "activity": "ride"},
        }
    )

    kept = read(written(asked))

    assert kept == asked
    assert assess(kept) == assess(asked)


def test_a_question_kept_by_an_earlier_version_is_read() -> None:
    kept = read(
        '{"leg_sessions":[{"hours_ago":20.0,"exercises":[{"demand":null,"sets":3}]}],'
        '"recent_runs":[{"hours_ago":30.0,"minutes":160.0,"walk":true}],"danger_denied":true}'
    )

    assert assess(kept).model == MODEL_VERSION


@pytest.mark.parametrize("text", ["", "7", '{"leg_sessions": 3}', '{"nonsense": 1}'])
def test_other_text_is_refused(text):
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
        read(text)
