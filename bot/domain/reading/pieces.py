"""A lifter's text taken apart into pieces of one exercise each, before anything of it is read."""

import re
from collections.abc import Iterator

from bot.domain.facts import plain_text

LONGEST_TEXT = 4_000  # characters

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d{1,2}(?![\d.,]|\ ?[x×✕✖⨯*]|\ ?sets?\b))", re.IGNORECASE)
_BODYWEIGHT_PLUS = re.compile(r"\b(?:bw|body ?weight) ?\+ ?(?=\d)", re.IGNORECASE)
_SEPARATOR = re.compile(r"[;\n,+]")
_LINKING_WORD = re.compile(r"(?:^| )(?:and|then|&) ", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[-–*•·] |\d{1,2}[.)] |[a-d]\d?[:.)] |supersets?:? )", re.IGNORECASE)


def pieces(plain: str) -> Iterator[str]:
    """Yield what stands between separators; numbers keep their commas, bullets go."""
    tidy = plain_text.clean(plain, limit=LONGEST_TEXT)
    tidy = _DECIMAL_COMMA.sub(".", _THOUSANDS.sub("", tidy))
    for rough in _SEPARATOR.split(_BODYWEIGHT_PLUS.sub("", tidy)):
        for linked in _linked(rough):
            piece = _BULLET.sub("", linked.strip()).strip()
            if any(character.isalnum() for character in piece):
                yield piece


def _linked(rough: str) -> Iterator[str]:
    # "clean and jerk 5x3" is one exercise: a linking word separates only numbers from numbers.
    parts = [part for part in _LINKING_WORD.split(rough) if part.strip()]
    numbered = [place for place, part in enumerate(parts) if _has_digit(part)]
    start = 0
    for place in numbered[:-1]:
        yield " and ".join(parts[start : place + 1])
        start = place + 1
    yield " and ".join(parts[start:])


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)
