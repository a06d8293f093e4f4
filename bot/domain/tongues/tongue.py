"""A language that members write, as a table that puts their words into those the readers know.

The readers of times, distances and sentences know English. A tongue rewrites a text for them, in
two steps on folded text (no case, no accents, ASCII digits): its ``rules`` first, patterns for what
needs another order ("vor 2 Stunden", "2 hours ago"), then its ``words``, the longest first. A word
that is in no table stays, and the reader refuses it: nothing is passed over.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from re import Match
from typing import Final

from bot.domain.facts import plain_text

Rules = Mapping[str, str | Callable[[Match[str]], str]]
_KANA_MARKS: Final = "\u3099\u309a"  # what makes ga of ka: letters of their own, no accents


@dataclass(frozen=True, kw_only=True)
class Tongue:
    """The table of one language; patterns and words may be written with accents or without.

    Attributes:
        rules: patterns with what they become, in the order in which they are tried.
        words: of times, distances and sentences: English to what is said for it, by commas; what
            stands under ``""`` says nothing.
        exercises: the same of lifting: names of exercises, words for sets and reps.
        spaced: whether blanks stand between words.
    """

    rules: Rules
    words: Mapping[str, str]
    exercises: Mapping[str, str]
    spaced: bool = True

    def english(self, text: str) -> str:
        """Return the text in English, as far as the table goes."""
        said = fold(text)
        for pattern, becomes in self._rules:  # of hundreds few are found, and looking is quicker
            if pattern.search(said):
                said = pattern.sub(becomes, said)
        return _tidy(self._words.sub(self._word, said))

    def english_lifting(self, text: str) -> str:
        """Return a list of exercises in English; names the table does not have stay as typed."""
        text = unicodedata.normalize("NFKC", text)  # half-width kana are whole ones
        folded, places = _folded_with_places(text)
        parts, at = [], 0
        for found in self._exercises.finditer(folded):
            parts += [text[at : places[found.start()]], self._lifting(found)]
            at = places[found.end()]
        return _tidy("".join((*parts, text[at:])))

    @cached_property
    def _rules(self) -> list[tuple[re.Pattern[str], str | Callable[[Match[str]], str]]]:
        return [
            (re.compile(_fold_pattern(pattern)), becomes) for pattern, becomes in self.rules.items()
        ]

    @cached_property
    def _meanings(self) -> dict[str, str]:
        return _turned(self.words)

    @cached_property
    def _lifts(self) -> dict[str, str]:
        return _turned(self.exercises)

    @cached_property
    def _words(self) -> re.Pattern[str]:
        return self._any_of(self._meanings)

    @cached_property
    def _exercises(self) -> re.Pattern[str]:
        return self._any_of(self._lifts)

    def _any_of(self, words: Iterable[str]) -> re.Pattern[str]:
        longest_first = sorted(words, key=len, reverse=True)
        either = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
        either = either or "(?!)"  # no words: nothing is found
        return re.compile(rf"(?<!\w)(?:{either})(?!\w)" if self.spaced else either)

    def _word(self, found: Match[str]) -> str:
        return self._spaced(self._meanings[" ".join(found[0].split())])

    def _lifting(self, found: Match[str]) -> str:
        return self._spaced(self._lifts[" ".join(found[0].split())])

    def _spaced(self, english: str) -> str:
        return english if self.spaced else f" {english} "


def _turned(table: Mapping[str, str]) -> dict[str, str]:
    """Return a table by its folded words."""
    return {
        fold(word.strip()): english for english, words in table.items() for word in words.split(",")
    }


def fold(text: str) -> str:
    """Return the text as tables are matched: no case or accents, ASCII digits; kana stay."""
    return "".join(map(_folded_letter, unicodedata.normalize("NFKC", text)))


def _folded_letter(letter: str) -> str:
    if unicodedata.normalize("NFD", letter)[-1] in _KANA_MARKS:
        return letter
    return plain_text.fold(letter)


def _folded_with_places(text: str) -> tuple[str, list[int]]:
    """Return the folded text, and for each of its characters where it came from in ``text``."""
    letters, places = [], []
    for place, letter in enumerate(text):
        folded = _folded_letter(letter)
        letters.append(folded)
        places += [place] * len(folded)
    return "".join(letters), [*places, len(text)]


def _fold_pattern(pattern: str) -> str:
    """Return a pattern without accents; its escapes keep their case."""
    return re.sub(
        r"[^\\]+|\\.", lambda part: part[0] if "\\" in part[0] else fold(part[0]), pattern
    )


def _tidy(text: str) -> str:
    return re.sub(r"[^\S\n]+", " ", text).strip()
