"""What texts tell members to type is read by the bot, in every language."""

import re
from datetime import UTC, datetime

import pytest

from bot.cli.read import asked, read
from bot.domain.reading.plan_words import read_what_if
from bot.domain.talk.sentence import Intent
from bot.domain.talk.understanding import understand
from bot.domain.tongues.known import tongue, typed
from bot.texts.commands import OPTIONS
from bot.texts.languages import ENGLISH, LANGUAGES
from contrib import catalogues
from tests.languages.examples import OWN

QUOTED = re.compile(r"`([^`]+)`")
EXAMPLES = {
    **dict.fromkeys(("2h ago", "yesterday 18:30", "mon 7pm", "this morning"), "when"),
    **dict.fromkeys(("tomorrow 7am", "in 5 hours", "in 5h", "thu 18:00", "sat 9am"), "plan"),
    **dict.fromkeys(("3 weeks", "24 dec", "friday", "monday 8am", "3 days"), "until"),
    **dict.fromkeys(("mon, wed, fri", "weekdays", "every day", "tue, fri", "sun"), "days"),
    **dict.fromkeys(("18:30", "7pm", "10pm", "22:00", "18:40", "7:30"), "clock"),
    **dict.fromkeys(("squat 5x5 100kg @8", "rdl 3x8 80", "squat 5x5"), "exercises"),
    **dict.fromkeys(("5k", "3.1 mi", "half marathon", "10k"), "km"),
    **dict.fromkeys(("1h15", "75", "2d 4h"), "minutes"),
    "7.5": "sleep",
    "7": "score",
    **dict.fromkeys(("can I run tomorrow 7am?", "ran 5k in 31 min", "quads 6/10"), "sentence"),
    "leg day done, squats 5x5 100kg, 8/10": "sentence",
}
WHAT_IF = {"legs tue 18:00", "no legs fri", "long sun 9:00 90 min", "intervals thu"}
SINCE = "since monday"  # of a pause of the plan
OTHERS = {  # words of choices, of heights and of places, which have readers of their own
    *("by my plan", "3000 ft", "800 m", "900 m", "Berlin"),
}
TRANSLATED = [each.code for each in LANGUAGES if each is not ENGLISH]


ALSO_PLAIN = {"every day", "this morning", "3 weeks", "3 days"}  # English as it is in sentences


def is_example(words: str, text: str) -> bool:
    """Tell whether a text shows words as what may be typed."""
    if f"`{words}`" in text:
        return True
    return (
        " " in words
        and words not in ALSO_PLAIN
        and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None
    )


def english_messages() -> list[str]:
    return [
        text
        for each in catalogues.messages(catalogues.collected())
        for text in ([each.id] if isinstance(each.id, str) else each.id)
    ]


@pytest.mark.parametrize(("words", "reader"), EXAMPLES.items())
def test_examples_are_read(words, reader):
    assert not read(asked(reader, words)).startswith(("refused", "nothing", "unsure"))


@pytest.mark.parametrize("code", TRANSLATED)
def test_examples_are_read_alike_in_every_language(code):
    otherwise = [
        words
        for words, reader in EXAMPLES.items()
        if read(asked(reader, words, language=code)) != read(asked(reader, words))
    ]
    otherwise += [
        words for words in WHAT_IF if read_what_if(typed(words, code)) != read_what_if(words)
    ]
    assert otherwise == []


def test_every_quoted_word_is_a_command_an_option_or_an_example():
    known = {*EXAMPLES, *WHAT_IF, *OTHERS, *OPTIONS}
    quoted = {words for text in english_messages() for words in QUOTED.findall(text)}
    subcommands = re.compile(r"[a-z]+(?:-[a-z]+)?")  # `/run log`, `history`, `edit`
    strange = {
        words
        for words in quoted - known
        if "{" not in words and not words.startswith("/") and not subcommands.fullmatch(words)
    }
    assert strange == set()


def meant(reader: str, reading: str) -> str:
    """Return what a reading comes to; of a sentence, what it is about: its words are its own."""
    return reading.split(maxsplit=1)[0] if reader == "sentence" else reading


@pytest.mark.parametrize("code", TRANSLATED)
def test_examples_of_a_language_are_read_there_as_the_english_ones(code):
    readers = {words: EXAMPLES[words] for words in OWN[code] if words in EXAMPLES}
    otherwise = [
        words
        for words, reader in readers.items()
        if meant(reader, read(asked(reader, OWN[code][words], language=code)))
        != meant(reader, read(asked(reader, words)))
    ]
    otherwise += [
        words
        for words in WHAT_IF
        if read_what_if(typed(OWN[code][words], code)) != read_what_if(words)
    ]
    assert otherwise == []
    language = tongue(code)
    assert language is not None
    assert language.english(OWN[code][SINCE]) == SINCE


@pytest.mark.parametrize("code", TRANSLATED)
def test_translations_show_the_examples_of_their_language_and_no_others(code):
    source = catalogues.load(catalogues.catalogues()[code])
    lost, left = [], []
    for message in catalogues.messages(source):
        if not isinstance(message.id, str):
            continue
        found = [words for words in (*EXAMPLES, *WHAT_IF, SINCE) if is_example(words, message.id)]
        for words in found:
            if any(words in longer for longer in found if longer != words):
                continue  # "tomorrow 7am" of a sentence
            own, said = OWN[code].get(words, words), str(message.string)
            lost += [(own, said)] if own not in said else []
            left += [(words, said)] if own != words and is_example(words, said) else []
    assert (lost, left) == ([], [])


@pytest.mark.parametrize("code", TRANSLATED)
def test_replies_to_a_reminder_are_shown_and_read_in_every_language(code):
    source = catalogues.load(catalogues.catalogues()[code])
    shown = str(source["In reply to a reminder: “done”, “snooze 2h” or “stop”."].string)
    replies = re.findall(r"[“„«「]\s?(.+?)\s?[”“»」]", shown)
    now = datetime(2026, 11, 28, 14, 40, tzinfo=UTC)
    read_as = [understand(typed(each, code), now=now, to_reminder=True) for each in replies]

    assert [each.intent for each in read_as] == [Intent.DONE, Intent.SNOOZE, Intent.STOP]
    assert read_as[1].duration in {"2h", "2 hours"}
    assert replies[0] != "done"
