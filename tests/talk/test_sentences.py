"""Sentences of members against what they mean, as ``en.txt`` has them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cli.read import written
from bot.client.spoken_questions import about
from bot.domain.talk.english_about import ABOUT, LEARN
from bot.domain.talk.english_signs import SIGNS
from bot.domain.talk.packing import packed_signs, read_signs
from bot.domain.talk.sentence import Intent, Sentence
from bot.domain.talk.understanding import ILLNESS, understand

NOW = datetime(2026, 11, 28, 13, 40, tzinfo=UTC)  # a Saturday
REPLIES = frozenset({Intent.DONE, Intent.SNOOZE, Intent.STOP})


def _lines() -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "en.txt").read_text(encoding="utf-8").splitlines()
    split = [line.split("|") for line in lines if line and not line.startswith("#")]
    return [(expected.strip(), sentence.strip()) for expected, sentence in split]


CORPUS = _lines()


def _read(expected: str, sentence: str) -> str:
    reply = Intent(expected.split(maxsplit=1)[0]) in REPLIES
    return written(understand(sentence, now=NOW, to_reminder=reply))


def _sorted(expected: str) -> str:
    return " + ".join(map(_slots_sorted, expected.split(" + ")))


def _slots_sorted(expected: str) -> str:
    intent, _, slots = expected.partition(" ")
    return " ".join([intent, "; ".join(sorted(slots.split("; ")))]).strip()


def test_sentences_are_read_right_and_traps_are_asked_about() -> None:
    read = [
        (_sorted(expected), _read(expected, sentence), sentence) for expected, sentence in CORPUS
    ]
    wrong = [one for one in read if one[1] != one[0]]
    assert wrong == []


def test_every_danger_sign_is_met_with_care_and_no_denied_one_is() -> None:
    named = [one for one in CORPUS if one[0].startswith("care")]
    denied = CORPUS[CORPUS.index(named[-1]) + 1 :]
    assert len(named) >= 40
    assert len(denied) >= 20
    assert [(_read(*one), one[1]) for one in named] == [(meant, said) for meant, said in named]
    assert [one for one in denied if _read(*one).startswith("care")] == []


def test_a_sign_is_named_whatever_stands_around_it() -> None:
    named = [one[1] for one in CORPUS if one[0].startswith("care")]
    others = [one[1] for one in CORPUS if not one[0].startswith("care")]
    for before, sign in zip(others[::5], named * 3, strict=False):
        for said in (f"{before}. {sign}", f"{before}, {sign}", f"{sign}! {before}"):
            assert understand(said, now=NOW).intent is Intent.CARE, said


def test_what_closes_a_reminder_says_nothing_elsewhere() -> None:
    replies = [one[1] for one in CORPUS if Intent(one[0].split()[0]) in REPLIES]
    assert {understand(said, now=NOW).intent for said in replies} == {Intent.UNSURE}


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("can I run in 30 min?", "when=in 30 min"),
        ("can I run 30 min in 2 hours?", "minutes=30; when=in 2 hours"),
        ("can I run 20 min at 6pm?", "minutes=20; when=at 6pm"),
    ],
)
def test_a_length_and_a_time_are_told_apart(said: str, when: str) -> None:
    assert written(understand(said, now=NOW)) == f"ask {when}"


@pytest.mark.parametrize(
    "said",
    ["squats 5x5 100 yesterday", "did squats 5x5 100 2 hours ago", "squats 5x5 100kg 1h ago"],
)
def test_the_load_of_sets_is_no_part_of_a_time(said: str) -> None:
    read = understand(said, now=NOW)
    assert read.exercises in {"squats 5x5 100", "squats 5x5 100kg"}
    assert read.when in {"yesterday", "2 hours ago", "1h ago"}


@given(
    said=st.text(alphabet=st.sampled_from("canIrun5k legs/10 sq@x?!:.,|<>\n\"'é½💪-"), max_size=80)
)
@settings(max_examples=100)
def test_nothing_that_is_typed_breaks_it(said: str) -> None:
    assert isinstance(understand(said, now=NOW), Sentence)


@given(
    words=st.lists(
        st.sampled_from([one[1] for one in CORPUS if one[0] != "help"]), min_size=2, max_size=2
    )
)
@settings(max_examples=100)
def test_two_sentences_in_one_message_are_not_taken_for_half_of_them(words: list[str]) -> None:
    """Whichever slot one of them has must be in what is read, or nothing is read."""
    first, second = (understand(one, now=NOW) for one in words)
    both = understand(". ".join(words), now=NOW)
    if both.intent in {Intent.LEGS, Intent.RUN, Intent.CHECKIN, Intent.ASK}:
        taken = {both.intent, Intent.CHECKIN} | ({both.told.intent} if both.told else set())
        for each in (first, second):
            if each.intent not in {Intent.UNSURE, Intent.ABOUT, Intent.HELP}:
                assert each.intent in taken


@pytest.mark.parametrize(
    "said",
    [
        *("stop messaging me", "no more reminders", "turn off reminders", "turn reminders off"),
        *("don't send me messages", "dont message me anymore", "unsubscribe", "stop reminding me"),
        *(
            "i don't want reminders any more",
            "i want no more messages",
            "I don't need the reminders",
        ),
    ],
)
def test_the_wish_to_stop_reminders_brings_their_button(said: str) -> None:
    assert understand(said, now=NOW).could == (Intent.STOP,)


@pytest.mark.parametrize("said", ["who is up for a run?", "anyone up for an easy run tomorrow?"])
def test_who_looks_for_company_is_led_to_the_group(said: str) -> None:
    assert written(understand(said, now=NOW)) == "about topic=group"


def test_a_topic_has_an_answer_of_its_own() -> None:
    for name in (ILLNESS, *(name for name, _ in (*ABOUT, *LEARN))):
        assert about(name).title


@pytest.mark.parametrize(
    "said",
    [
        *(
            "i am " * 40,
            "what you know " * 14,
            "good bot " * 22,
            "or rest " * 25,
            "very sore and " * 14,
        ),
        *(
            "did a hard good nice " * 9,
            "delete my " * 20,
            "can i run, " * 18,
            "legs, can i run, " * 9,
        ),
    ],
)
def test_what_says_the_same_again_and_again_is_looked_at_once(said: str) -> None:
    """Patterns that could take words in two ways would take minutes."""
    assert understand(f"{said[:190]} x", now=NOW).intent in {Intent.UNSURE, Intent.ABOUT}


def test_each_sign_that_is_understood_travels_in_an_action() -> None:
    for sign in SIGNS.values():
        assert read_signs(packed_signs(frozenset({sign}))) == {sign}
