"""Names of exercises, as the bot shows them in a language, are read back in that language."""

import re

import pytest

from bot.domain.reading.exercise_names import catalogue
from bot.domain.reading.exercises import parse
from bot.domain.tongues.known import typed
from bot.texts.exercises import done
from bot.texts.i18n import _, spoken_in
from bot.texts.languages import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_name_that_is_shown_is_read_back_without_a_guess(language):
    otherwise = []
    with spoken_in(language):
        for exercise in catalogue():
            shown = _(exercise.name)
            read = parse(typed(f"{shown} 3x8", language.code), unit="kg")
            if [each.name for each in read.sets] != [exercise.key] or read.guesses or read.unread:
                otherwise.append((exercise.key, shown, read))
    assert otherwise == []


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_what_was_done_is_told_in_the_language_and_read_back(language):
    typed_in_english = (
        "squat 1 set, leg press 5 sets, lunge 2 sets, deadlift 24 sets of 10 60kg @8.5"
    )
    sets = parse(typed_in_english, unit="kg").sets
    with spoken_in(language):
        shown = done(sets, "kg")
    read = parse(typed(shown, language.code), unit="kg")
    assert (read.sets, read.guesses, read.unread) == (sets, (), ())
    assert language.code == "en" or not re.search(r"\bsets?\b", shown)
