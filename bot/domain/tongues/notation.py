"""The notation that the tables of all tongues share: plain mappings, plain patterns, these helpers.

Words are a mapping of English to what is said for it, by commas. Rules are a mapping of patterns,
in ordinary ``re`` syntax, to their English; they are tried from the first to the last, on folded
text, so patterns have neither capitals nor accents. A part of patterns that recurs is a constant,
whose name means the same in every language: ``_CHEST`` chest or heart, ``_CALF``, ``_THIGH`` a leg,
its thigh or muscles, ``_PLACE`` where legs may be numb, ``_JOINT``, ``_TENDON``, ``_BONE``,
``_MUSCLE`` one that may be strained, ``_PEE`` urine, ``_DARK`` dark or a colour urine should not
have, ``_HURTS`` hurts, presses or burns, ``_BAD`` hurts or is swollen, ``_WARM`` swollen, warm or
red, ``_NUMB`` numb or tingling, ``_CANT`` cannot or hardly; ``GAP`` words between the two parts of
a danger sign, ``_SIGN`` one named in English, ``FILL`` words between it and what denies it;
``_UNIT`` of time, ``_LENGTH`` how long something lasts or is ago.

Names of exercises (``NAMES``) are known in sentences too, ``SETS`` in lists of exercises only.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from re import Match
from types import ModuleType
from typing import Final

from bot.domain.tongues.tongue import Rules

MONTHS: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip


def in_order(*parts: ModuleType) -> Rules:
    """Return the ``RULES`` of some modules as one table, tried from the first to the last."""
    return {pattern: becomes for part in parts for pattern, becomes in part.RULES.items()}


def merged(*tables: Mapping[str, str]) -> dict[str, str]:
    """Return tables of words as one; what they say for the same English stands together."""
    whole: dict[str, str] = {}
    for english, words in (entry for table in tables for entry in table.items()):
        whole[english] = f"{whole[english]}, {words}" if english in whole else words
    return whole


def numerals(numbers: Mapping[str, int]) -> dict[str, str]:
    """Return the words of numbers as a table."""
    return merged(*({str(number): word} for word, number in numbers.items()))


def with_endings(table: Mapping[str, str], *endings: str) -> dict[str, str]:
    """Return a table of words with each of them bare and with every ending."""
    return {
        english: ", ".join(word + ending for word in words.split(", ") for ending in ("", *endings))
        for english, words in table.items()
    }


def also_spelt(table: Mapping[str, str], letters: Mapping[str, str]) -> dict[str, str]:
    """Return a table with its words also spelt with other letters: "fuenf" beside "fünf"."""
    other = str.maketrans(dict(letters))
    return {
        english: words if words == words.translate(other) else f"{words}, {words.translate(other)}"
        for english, words in table.items()
    }


def one_of(words: Iterable[str]) -> str:
    """Return the pattern of any of these words, the longest first."""
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


def whole_words(rules: Rules) -> Rules:
    """Return rules whose patterns begin and end where words do."""
    return {rf"(?<!\w)(?:{pattern})(?!\w)": becomes for pattern, becomes in rules.items()}


def deniable(
    sign: str, denied: str, worse: tuple[str, str] | None = None
) -> Callable[[Match[str]], str]:
    """Return the English of a danger sign whose own words may deny it: "my calf is not swollen".

    Args:
        sign: the sign in English.
        denied: the pattern of what denies it among the words that were found.
        worse: a pattern and the sign it is where that is found among the words.
    """

    def said(found: Match[str]) -> str:
        named = worse[1] if worse and re.search(worse[0], found[0]) else sign
        return f"no {named}" if re.search(denied, found[0]) else named

    return said


def apart(  # noqa: PLR0913  # the parts of one pattern
    sign: str,
    noun: str,
    said: str,
    *,
    gap: str,
    denials: Iterable[str],
    before: str = "",
    rest: str = "",
) -> Rules:
    """Return rules of a danger sign whose noun and adjective or verb have words between them.

    Args:
        sign: the sign in English.
        noun: the pattern of what it is of: "calf".
        said: the pattern of the adjective or verb: "swollen".
        gap: the pattern of what may stand between them, blanks included.
        denials: the patterns of what stands between them and denies the sign.
        before: the pattern of what belongs to the noun where the sign is denied.
        rest: the pattern of what must follow where it is denied.
    """
    return {
        **{rf"\b{before}{noun}{denial}{said}\b{rest}": f"no {sign}" for denial in denials},
        rf"\b{noun}{gap}{said}\b": sign,
    }


def over(  # noqa: PLR0913  # the parts of one pattern
    *,
    illness: str,
    after: str,
    had: str,
    was: str,
    ill: str,
    long_ago: str,
    recent: str,
    asks: str,
    still: str,
) -> Rules:
    """Return rules of an illness that is told as over, and so is no sign of today.

    Args:
        illness: the pattern of what it is called, articles included.
        after: the pattern of "after".
        had: the pattern of "I had"; "I have" is no part of it.
        was: the pattern of "I was".
        ill: the pattern of "ill".
        long_ago: the pattern of a time, three days ago or more.
        recent: the pattern of what tells behind it that it is not over for a day.
        asks: the pattern of how a message goes on that says no more of it.
        still: the pattern of what says anywhere behind it that it is not over.
    """
    then = rf"(?=\s*(?:[.,;:!?¿]|$|{asks}\b))(?!.*\b{still}\b)"
    told = (
        order
        for verb, said in ((had, illness), (was, ill))
        for order in (
            rf"{verb} {said},? {long_ago}",
            rf"{verb} {long_ago},? {said}",
            rf"{long_ago},? {verb} {said}",
        )
    )
    return {
        rf"\b{after} {illness}(?!\w)(?!,? {recent}\b)(?!.*\b{still}\b)": "after the flu",
        rf"\b(?:{'|'.join(told)})(?!\w){then}": "after the flu",
    }
