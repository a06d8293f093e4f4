"""Danger signs in what members write: named ones, but for those that are denied."""

import re

from bot.domain.recovery.question import Symptom
from bot.domain.talk import english

# What joined signs that are gone: "no fever and no chest pain, can I run?"
_BETWEEN = re.compile(r"(^\s*|[,;.]\s*)(?:(?:and|or|nor)\b[\s,;.]*)+")
# What takes a denial back: "I did not faint, but nearly".
_NEARLY = re.compile(
    r"[\s,]*(?:but|though)[\s,]+(?:\w+ )?(?:almost|nearly)(?: (?:did|fainted))?(?=\s*(?:[.,;!?]|$))"
)
# What a sign is instead: "my urine is not normal, it is dark".
_INSTEAD = re.compile(r",\s*(?:but\b|it'?s\b|it is\b)")
# What is no sign, and denied with one: "no fever or cough".
_AND_NO = re.compile(r",? (?:or|nor)(?: an?| any)? (?:coughs?|colds?)\b")
_GIVING_MORE = frozenset({"or", "nor", "or any", "nor any"})  # "no chest pain or fever"


def danger_signs(said: str) -> tuple[frozenset[Symptom], str]:
    """Return the danger signs that are named, and the text without those that are denied.

    A sign counts as denied only where a word right before it or within it denies it: "I can't run
    because of chest pain" names one. "Not fainted, but nearly" names it too.
    """
    found = sorted(
        (match.start(), match.end(), sign)
        for sign, pattern in english.SIGN_PATTERNS
        for match in pattern.finditer(said)
    )
    named: set[Symptom] = set()
    denied: list[tuple[int, int]] = []
    for start, end, sign in found:
        before = english.DENIAL.search(said[:start].rstrip())
        more = _AND_NO.match(said, end)
        until = end if more is None else more.end()
        further = bool(denied) and said[denied[-1][1] : start].strip() in _GIVING_MORE
        if _NEARLY.match(said, end):
            named.add(sign)
        elif before is not None:
            denied.append((before.start(), until))
        elif further or _denied_within(said[start:end]):
            denied.append((start, until))
        else:
            named.add(sign)
    for start, end in reversed(denied):
        said = f"{said[:start]} {said[end:]}"
    return frozenset(named), _BETWEEN.sub(r"\1", said) if denied else said


def mentioned_signs(said: str) -> frozenset[Symptom]:
    """Return the danger signs that a text has words for, named or denied."""
    return frozenset(sign for sign, pattern in english.SIGN_PATTERNS if pattern.search(said))


def _denied_within(words: str) -> bool:
    """Tell whether "urine is not dark" says no; "can't breathe" begins with what it cannot."""
    inner = english.NEGATION.search(words)
    return inner is not None and inner.start() > 0 and not _INSTEAD.search(words, inner.end())
