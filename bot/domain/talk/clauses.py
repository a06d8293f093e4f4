"""A sentence that asks or tells one thing, or tells one thing and asks another.

Each intent in turn cuts out the slots it has and takes what is left as a whole or not at all; one
alone must. Else a message is split where a new clause may begin, and each part must be taken.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from typing import Any, Final

from bot.domain.facts.training import RunKind
from bot.domain.talk import english
from bot.domain.talk.intents import ask, checkin, legs, run
from bot.domain.talk.sentence import Intent, Sentence
from bot.domain.talk.slots import Cutting
from bot.domain.talk.times import NotThis, Times

MOST_CLAUSES: Final = 6  # places where a message is tried to be split
_INTENTS: Final = (ask, legs, run, checkin)


def sentence(said: str, times: Times) -> Sentence | None:
    """Return what is asked or told, ``None`` where not every word is understood."""
    read = [one for one in (_tried(each, said, times) for each in _INTENTS) if one is not None]
    if read:
        return read[0] if len(read) == 1 else None
    return _told_and_asked(said, times)


def _told_and_asked(said: str, times: Times) -> Sentence | None:
    """Return a question with the leg day or run that is told before it or behind it.

    Likewise a question about a run with one about a leg day before that run.
    """
    cutting = Cutting(said, times)
    try:
        cutting.soreness()
        cutting.unsore()
        cutting.beside()
    except NotThis:
        return None
    both, beside = _split(cutting.left, times), cutting.slots
    if both is None or any(getattr(both, slot) is not None for slot in beside):
        return None
    return replace(both, **beside)


def _split(said: str, times: Times) -> Sentence | None:
    for split in islice(english.CLAUSE.finditer(said), MOST_CLAUSES):
        parts = said[: split.start()], said[split.end() :]
        if split.lastgroup == "after":  # the question mark is that of the whole
            parts = f"{parts[0]}?", parts[1].rstrip("? ")
        for first, second in (parts, parts[::-1]):
            asked = _tried(ask, second, times)
            found = asked and _with(english.JOINING.sub("", first), asked, times)
            if found:
                return found
    return None


def _with(beside: str, asked: Sentence, times: Times) -> Sentence | None:
    """Return a question with what is told or asked beside it."""
    told = _tried(legs, beside, times) or _tried(run, beside, times)
    done = told and replace(asked, told=told)
    other = _tried(ask, f"{beside}?", times)
    if other is None or english.PAST.search(beside):
        return done
    ahead = _in_order(asked, other, times) or _in_order(other, asked, times)
    return done if told and _is_past(told, other) else ahead


def _is_past(told: Sentence, other: Sentence) -> bool:
    """Tell whether what may be over or lie ahead is over: "10k on Sunday" lies ahead."""
    return told.intent is Intent.LEGS or told.when is None or other.when is None


def _in_order(legs_asked: Sentence, run_asked: Sentence, times: Times) -> Sentence | None:
    """Return a question about a run with that about a leg day before it, if these two are that.

    Before a race, or what may be one, it may be a leg day right now.
    """
    if legs_asked.about is None or run_asked.about is not None or run_asked.when is None:
        return None
    if legs_asked.when is not None:
        return replace(run_asked, legs=legs_asked.when)
    if run_asked.run is None and english.RACES.fullmatch(run_asked.distance or ""):
        run_asked = replace(run_asked, run=RunKind.RACE)
    return replace(run_asked, about=legs_asked.about) if run_asked.run is RunKind.RACE else None


def _tried(take: Callable[[Cutting], Intent], said: str, times: Times) -> Sentence | None:
    cutting = Cutting(said, times)
    try:
        intent = take(cutting)
    except NotThis:
        return None
    slots: dict[str, Any] = cutting.slots
    return Sentence(intent=intent, **slots)
