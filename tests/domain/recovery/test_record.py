"""A kept question is answered again as it was."""

import pytest
from hypothesis import given

from bot.domain.recovery.assess import assess
from bot.domain.recovery.record import read, written
from tests.domain.recovery.histories import questions


@given(questions)
def test_kept_question_comes_back_and_is_answered_the_same(question):
    kept = read(written(question))

    assert kept == question
    assert assess(kept) == assess(question)


@pytest.mark.parametrize("text", ["", "7", '{"leg_sessions": 3}', '{"nonsense": 1}'])
def test_other_text_is_refused(text):
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
        read(text)
