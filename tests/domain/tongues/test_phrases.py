"""Members' words in every language against the English that means the same."""

import re
from pathlib import Path

import pytest

from bot.cli.read import asked, read
from bot.domain.tongues.known import NAMES

HERE = Path(__file__).parent
REFUSED = "-"


def phrases(code: str) -> list[tuple[str, str, str]]:
    """Return the lines of a language's file: reader, words, the same in English."""
    lines = (HERE / f"{code}.txt").read_text(encoding="utf-8").splitlines()
    split = [line.split(" | ") for line in lines if line.strip() and not line.startswith("#")]
    return [(reader.strip(), words.strip(), english.strip()) for reader, words, english in split]


def reading(reader: str, words: str, code: str) -> str:
    """Return what is read of words that may be in a language besides English.

    The time of a sentence is read too: "mon" and "monday" say the same.
    """
    said = read(asked(reader, words, language=code))
    return re.sub(r"when=([^;]*)", _moment, said) if reader == "sentence" else said


def _moment(when: re.Match[str]) -> str:
    read_as = (read(asked(reader, when[1].strip())) for reader in ("when", "plan"))
    return " or ".join(read_as)


def misread(code: str) -> list[tuple[str, str, str, str]]:
    """Return the lines that are read otherwise: reader, words, what is read, what is meant."""
    wrong = []
    for reader, words, english in phrases(code):
        said, meant = reading(reader, words, code), reading(reader, english, "en")
        refused = said.startswith(("refused", "unsure"))
        if english == REFUSED:
            meant = said if refused else REFUSED
        elif meant.startswith(("refused", "unsure")):
            meant = f"a reading of the English {english}, which has none"
        if said != meant:
            wrong.append((reader, words, said, meant))
    return wrong


@pytest.mark.parametrize("code", NAMES)
def test_words_are_read_like_the_english_that_means_the_same(code):
    assert misread(code) == []


def test_every_language_has_its_phrases():
    assert set(NAMES) <= {each.stem for each in HERE.glob("*.txt")}
