"""How a table is applied: order, spelling, what stays as typed."""

from collections import Counter

import pytest

from bot.domain.tongues.known import NAMES
from bot.domain.tongues.known import tongue as tongue_of
from bot.domain.tongues.tongue import Tongue, fold

TONGUES = [found for code in NAMES if (found := tongue_of(code)) is not None]

TABLE = Tongue(
    rules={
        r"\bvor (\d+) tagen\b": r"\1 days ago",
        r"\bspäter\b": "later",
        r"\bspät\b": "late",
    },
    words={
        "tomorrow": "morgen",
        "tomorrow morning": "morgen früh, morgen vormittag",
        "evening": "abend",
        "big": "groß",
        "": "denn, mal",
    },
    exercises={"squat": "kniebeuge", "front squat": "frontkniebeuge", "big": "groß"},
)
UNSPACED = Tongue(
    rules={},
    words={"today": "今日", "tonight": "今日の夜", "": "の"},
    exercises={
        "squat": "スクワット",
        "jump squat": "ジャンプスクワット",
        "deadlift": "デッドリフト",
    },
    spaced=False,
)


def test_the_longest_words_are_taken_first():
    assert TABLE.english("morgen vormittag") == "tomorrow morning"
    assert TABLE.english("morgen abend") == "tomorrow evening"
    assert TABLE.english_lifting("frontkniebeuge") == "front squat"
    assert UNSPACED.english("今日の夜") == "tonight"
    assert UNSPACED.english_lifting("ジャンプスクワット") == "jump squat"


def test_rules_come_before_words_and_in_their_order():
    assert TABLE.english("vor 3 tagen") == "3 days ago"
    assert TABLE.english("morgen spät abend, später") == "tomorrow late evening, later"
    first = Tongue(rules={"a b": "c", "c": "d"}, words={"e": "d", "x": "a"}, exercises={})
    assert first.english("a b a") == "e x"


def test_a_word_of_no_table_stays():
    assert TABLE.english("morgen vielleicht abend") == "tomorrow vielleicht evening"
    assert TABLE.english("übermorgen") == "ubermorgen"  # no word is found within another
    assert TABLE.english("vor drei tagen") == "vor drei tagen"


def test_what_says_nothing_is_left_out():
    assert TABLE.english("morgen  denn mal   abend") == "tomorrow evening"
    assert UNSPACED.english("今日の") == "today"


@pytest.mark.parametrize(
    "text", ["morgen vormittag", "MORGEN Vormittag", "Mörgen  vórmittag", "ｍｏｒｇｅｎ vormittag"]
)
def test_accents_case_and_wide_letters_do_not_matter(text):
    assert TABLE.english(text) == "tomorrow morning"


def test_patterns_and_words_may_be_written_with_accents():
    assert TABLE.english("spat spät SPÄTER spaet") == "late late later spaet"
    assert TABLE.english("groß gross GROSS") == "big big big"


def test_names_that_are_not_in_the_table_keep_their_spelling_and_place():
    assert TABLE.english_lifting("Kniebeuge 3x8, Zottman-Curl 3x10\nÖmas KNIEBEUGE") == (
        "squat 3x8, Zottman-Curl 3x10\nÖmas squat"
    )
    assert UNSPACED.english_lifting("Zottmanスクワット5x5") == "Zottman squat 5x5"


def test_letters_that_fold_to_two_move_nothing():
    assert TABLE.english_lifting("Straßengroß kniebeuge Æsir groß Weißßbier") == (
        "Straßengroß squat Æsir big Weißßbier"
    )
    assert TABLE.english_lifting("ßß Kniebeuge ßß") == "ßß squat ßß"


@pytest.mark.parametrize("text", ["", " ", "\t \n", "?!", "123", "👍", "\0"])
@pytest.mark.parametrize("tongue", [TABLE, UNSPACED, *TONGUES], ids=["xx", "yy", *NAMES])
def test_no_words_at_all(tongue, text):
    assert tongue.english(text) == text.strip()
    assert tongue.english_lifting(text) == text.strip()


def test_a_table_without_words_changes_nothing():
    empty = Tongue(rules={}, words={}, exercises={})
    assert empty.english("to-day, 3 km") == "to-day, 3 km"
    assert empty.english_lifting("Squat - 3x8") == "Squat - 3x8"


@pytest.mark.parametrize("tongue", TONGUES, ids=[*NAMES])
@pytest.mark.parametrize("table", ["words", "exercises"])
def test_no_word_stands_for_two_things(tongue, table):
    said = {
        (fold(word.strip()), english)
        for english, words in getattr(tongue, table).items()
        for word in words.split(",")
    }
    assert [word for word, times in Counter(word for word, _ in said).items() if times > 1] == []
    assert "" not in {word for word, _ in said}


def test_half_width_kana_are_the_whole_ones():
    assert UNSPACED.english_lifting("ﾃﾞｯﾄﾞﾘﾌﾄ 5x5 100kg") == "deadlift 5x5 100kg"
