"""Names of exercises, as the bot shows them in a language, are read back in that language."""

import pytest

from bot.domain.reading.exercise_names import catalogue
from bot.domain.reading.exercises import parse
from bot.domain.tongues.known import typed
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
