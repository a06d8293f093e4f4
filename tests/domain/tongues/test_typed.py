"""Words that may be in another language: English first, then the other, asked where both are."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.facts.errors import BadInput, LegdayError, NeedsZone
from bot.domain.facts.settings import DistanceUnit
from bot.domain.reading.distances import read_distance
from bot.domain.reading.exercises import parse
from bot.domain.reading.heights import split_descent
from bot.domain.reading.moments import read_plan_time, read_when
from bot.domain.reading.numbers import read_minutes
from bot.domain.reading.weekdays import read_days
from bot.domain.recovery.question import Symptom
from bot.domain.talk.sentence import Intent
from bot.domain.talk.understanding import understand
from bot.domain.tongues.tongue import Tongue
from bot.domain.tongues.typed import Typed

NOW = datetime(2026, 11, 28, 13, 40, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Berlin")
MADE_UP = Tongue(
    rules={r"\bzu (\d+) zeiten\b": r"\1 hours ago"},
    words={
        "yesterday": "gest",
        "tomorrow": "today",  # as if the English word meant another day
        "monday": "mundo",
        "chest pain": "petto",
        "box": "chest",  # an English word that means something else
        "no": "nix",
        "may I run": "darfi",
    },
    exercises={"squat": "hocke, hocken", "front squat": "vorne hocke"},
)
SHOWN = Tongue(
    rules={r"\bdepo (\d+) zeiten\b": r"\1 hours ago"},
    words={
        "monday": "lundo",
        "friday": "mundo",  # another day than in MADE_UP
        "and half": "et mi",
        "covid": "covo",
        "chest pain": "bruste",
        "fever": "fievo",
        "down": "abaso",
        "may I run": "puia",
    },
    exercises={"lunge": "fento"},
)


def said(text: str) -> Typed:
    return Typed(text, MADE_UP)


def read_beside(text: str) -> Typed:
    """Words of somebody who chose MADE_UP, and whose Discord is in SHOWN."""
    return Typed(text, MADE_UP, SHOWN)


def when(text: str) -> datetime:
    return read_when(text, now=NOW, zone=ZONE)


def test_words_of_the_language_are_read():
    assert when(said("gest 18:00")) == when("yesterday 18:00")
    assert when(said("zu 2 zeiten")) == when("2 hours ago")
    assert read_days(said("mundo, fri")) == {0, 4}


def test_english_is_read_as_ever():
    assert when(said("yesterday 18:00")) == when("yesterday 18:00")
    assert read_minutes("minutes", said("1h15")) == 75


def test_words_of_neither_are_refused_as_they_were_typed():
    with pytest.raises(BadInput) as refused:
        when(said("gest vielleicht"))
    assert (refused.value.key, refused.value.values["text"]) == (
        "when_not_understood",
        "gest vielleicht",
    )


def test_two_readings_are_asked_about():
    with pytest.raises(BadInput) as asked:
        read_plan_time(said("today 20:00"), now=NOW, zone=ZONE)
    assert asked.value.key == "two_readings"
    first, second = asked.value.values["first"], asked.value.values["second"]
    assert isinstance(first, datetime)
    assert isinstance(second, datetime)
    assert (second - first).days == 1


@pytest.mark.parametrize(
    ("words", "error"), [("18:00", NeedsZone), ("gest 18:00", NeedsZone), ("in 3 days", BadInput)]
)
def test_what_one_language_understands_is_told_in_its_error(words, error):
    with pytest.raises(error) as refused:
        read_when(said(words), now=NOW, zone=None)
    assert isinstance(refused.value, LegdayError)


def test_exercises_are_those_of_the_reading_that_knows_more():
    read = parse(said("vorne hocke 5x5 100kg, Zürich Machine 3x8"), unit="kg")
    assert [line.name for line in read.sets] == ["front_squat", "Zürich Machine"]
    assert [line.name for line in parse(said("rdl 3x8"), unit="kg").sets] == ["romanian_deadlift"]


def test_a_danger_sign_of_either_language_counts():
    for words in ("petto", "may I run? petto", "chest pain"):
        assert understand(said(words), now=NOW).signs == {Symptom.CHEST_PAIN}


def test_a_sign_that_is_denied_in_one_s_own_language_is_denied():
    assert understand(said("nix covid, darfi?"), now=NOW).intent is Intent.ASK
    assert understand(said("nix petto, darfi?"), now=NOW).intent is Intent.ASK


@pytest.mark.parametrize("words", ["can I run today?", "can I run today 20:00?"])
def test_a_sentence_of_which_one_language_has_another_time_is_asked_about(words):
    assert understand(words, now=NOW).intent is Intent.ASK
    assert understand(said(words), now=NOW).intent is Intent.UNSURE


def test_what_only_the_language_of_discord_reads_is_read_in_it():
    assert when(read_beside("depo 2 zeiten")) == when("2 hours ago")
    assert read_days(read_beside("lundo, fri")) == {0, 4}
    assert [line.name for line in parse(read_beside("fento 3x8"), unit="kg").sets] == ["lunge"]
    assert understand(read_beside("puia?"), now=NOW).intent is Intent.ASK


def test_what_several_languages_read_is_read_in_the_chosen_one():
    assert read_days(read_beside("mundo")) == {0}
    assert when(read_beside("zu 2 zeiten")) == when("2 hours ago")


def test_words_of_no_language_are_refused_as_they_were_typed():
    with pytest.raises(BadInput) as refused:
        when(read_beside("depo vielleicht"))
    assert (refused.value.key, refused.value.values["text"]) == (
        "when_not_understood",
        "depo vielleicht",
    )


def test_what_the_language_of_discord_understands_is_told_in_its_error():
    with pytest.raises(NeedsZone):
        read_when(read_beside("lundo 18:00"), now=NOW, zone=None)


def test_a_distance_is_read_by_whoever_knows_more_of_its_words():
    assert read_distance("5 km et mi", DistanceUnit.KM) == 5
    assert read_distance(read_beside("5 km et mi"), DistanceUnit.KM) == 5.5
    assert read_distance(read_beside("5 km et vielleicht"), DistanceUnit.KM) == 5


def test_metres_down_behind_a_distance_are_found_in_the_language_of_discord():
    assert split_descent(read_beside("12 km, 900 m abaso")) == ("12 km", "900 m down")
    assert split_descent(read_beside("12 km, 900 m")) == ("12 km, 900 m", "")


def test_danger_signs_of_all_three_languages_count():
    signs = understand(read_beside("fievo, petto"), now=NOW).signs
    assert signs == {Symptom.CHEST_PAIN, Symptom.FEVER}
    assert understand(read_beside("bruste"), now=NOW).signs == {Symptom.CHEST_PAIN}
    assert understand(read_beside("nix covid vielleicht"), now=NOW).intent is Intent.UNSURE
