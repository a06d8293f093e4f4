"""The helpers that tables are written with."""

import re

import pytest

from bot.domain.tongues.notation import (
    also_spelt,
    apart,
    deniable,
    merged,
    one_of,
    whole_words,
    with_endings,
)
from bot.domain.tongues.tongue import Rules, Tongue

ALIEN = r"(?: (?!but\b)\w+)"
SWOLLEN_CALF = apart(
    "swollen calf",
    "wade",
    "(?:dick|rot)",
    gap=rf"{ALIEN}{{0,2}} ",
    denials=(rf"{ALIEN}{{0,2}}? nicht ",),
    before="(?:die )?",
    rest="(?! but)",
)


def said(rules: Rules, text: str) -> str:
    return Tongue(rules=rules, words={}, exercises={}).english(text)


def test_tables_are_merged_by_their_english():
    assert merged({"run": "lauf", "": "denn"}, {"run": "laufen"}, {"walk": "gehen"}) == {
        "run": "lauf, laufen",
        "": "denn",
        "walk": "gehen",
    }


def test_words_get_every_ending():
    assert with_endings({"easy": "locker, ruhig"}, "e", "en") == {
        "easy": "locker, lockere, lockeren, ruhig, ruhige, ruhigen"
    }


def test_words_are_also_spelt_with_other_letters():
    assert also_spelt({"5": "fünf", "6": "sechs"}, {"ü": "ue"}) == {
        "5": "fünf, fuenf",
        "6": "sechs",
    }


def test_one_of_takes_the_longest():
    found = re.match(one_of(["zwei", "zweiund"]), "zweiundzwanzig")
    assert found is not None
    assert found[0] == "zweiund"


def test_whole_words_begin_and_end_as_words_do():
    rules = whole_words({"rot|dick": "red"})
    assert said(rules, "rot, dick rote brot") == "red, red rote brot"


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("wade ist dick", "swollen calf"),
        ("wade ist nicht dick", "no swollen calf"),
        ("wade ist mega dick", "very swollen calf"),
        ("wade ist nicht mega dick", "no very swollen calf"),
    ],
)
def test_a_sign_is_denied_by_its_own_words_and_worse_where_they_say_so(text, english):
    becomes = deniable("swollen calf", r"\bnicht\b", worse=("mega", "very swollen calf"))
    assert said({r"wade .*dick": becomes}, text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("wade dick", "swollen calf"),
        ("die wade ist sehr rot heute", "die swollen calf heute"),
        ("die wade ist nicht rot", "no swollen calf"),
        ("wade nicht dick but rot", "swollen calf but rot"),  # not what must follow a denial
        ("wade gut but dick", "wade gut but dick"),
        ("wade eins zwei drei dick", "wade eins zwei drei dick"),
        ("waden dicker", "waden dicker"),
    ],
)
def test_a_sign_has_words_between_its_noun_and_what_is_said_of_it(text, english):
    assert said(SWOLLEN_CALF, text) == english
