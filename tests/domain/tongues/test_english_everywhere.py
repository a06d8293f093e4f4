"""English is understood whatever language a member has, and says the same as in English."""

from functools import cache

import pytest

from bot.cli.read import asked, read
from bot.domain.talk import understanding
from bot.domain.tongues.known import NAMES
from tests.domain.tongues.test_phrases import reading
from tests.talk.test_sentences import CORPUS

TYPED = {
    "when": (
        *("2h ago", "an hour and a half ago", "3 days ago", "yesterday 18:30", "last night at 11"),
        *("this morning", "day before yesterday", "mon 18:00", "mon 7pm", "last tuesday 6pm"),
        *("sun 10am", "sat at 9", "wed evening", "20 Nov 18:30", "noon", "today 7am"),
    ),
    "plan": (
        *("tomorrow 7am", "tomorrow", "in 5h", "day after tomorrow 18:00", "mon 18:00"),
        *("next tuesday 7pm", "tonight at 8", "sun 9am", "this evening"),
    ),
    "until": ("3 days", "2 weeks", "monday 8am", "tomorrow"),
    "days": (
        *("mon, wed, fri", "mon wed fri", "mon tue", "mon and thu", "weekdays", "weekends"),
        *("every day", "sat sun", "mon-fri except wed", "sun, mon", "tue/thu"),
    ),
    "clock": ("7pm", "18:30", "half past seven", "quarter to 8", "noon"),
    "duration": ("2 days", "an hour", "90 min", "a week"),
    "minutes": ("1h15", "90 min", "1.5 h", "half an hour"),
    "km": ("5k", "10 km", "half marathon", "3 miles", "800 m"),
    "score": ("4", "4/10", "6 of 10"),
    "sleep": ("7.5", "8 h", "6h30"),
}


READ_IN_ENGLISH = understanding._understand


@cache
def read_once(said, now, to_reminder):
    return READ_IN_ENGLISH(said, now, to_reminder)


@pytest.fixture(autouse=True)
def english_is_read_once(monkeypatch):
    """Besides what a language makes of it, each sentence is read as English: the same each time."""
    monkeypatch.setattr(understanding, "_understand", read_once)


@pytest.mark.parametrize("language", NAMES)
def test_what_is_typed_in_a_form(language):
    otherwise = [
        (reader, words, read(asked(reader, words, language=language)), meant)
        for reader, all_words in TYPED.items()
        for words in all_words
        if read(asked(reader, words, language=language)) != (meant := read(asked(reader, words)))
    ]
    assert otherwise == []


@pytest.mark.parametrize("language", NAMES)
def test_a_sentence(language):
    otherwise = [
        (sentence, said, meant)
        for _expected, sentence in CORPUS
        if (said := of_sentence(sentence, language)) != (meant := of_sentence(sentence, "en"))
    ]
    assert otherwise == []


@cache
def of_sentence(sentence, language):
    """What is read of it, its time too; "10km" and "10 km" are the same distance."""
    return reading("sentence", sentence, language).replace(" km", "km")
