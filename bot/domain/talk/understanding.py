"""Understand a sentence: care first, then the one intent of which every word can be taken.

Each intent in turn cuts out the slots it has and takes what is left as a whole or not at all. A
word left over ("not" as any other), two intents, two values of a slot: then it is asked.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from rapidfuzz.distance import OSA

from bot.domain.facts.plain_text import fold
from bot.domain.facts.training import RunKind
from bot.domain.reading.spelling import decimals
from bot.domain.talk.cues import Cues
from bot.domain.talk.danger import danger_signs, mentioned_signs
from bot.domain.talk.english import ENGLISH
from bot.domain.talk.sentence import Intent, Sentence
from bot.domain.talk.slots import Cutting, NotThis, length_of_snooze, moment_of
from bot.domain.tongues.typed import Typed

LONGEST: Final = 200  # characters: of longer messages the danger signs are read
MOST_OFFERED: Final = 3
_LONG_WORD = re.compile(r"(?<![\w'])[a-z]{6,12}(?![\w'])")
_MENTION = re.compile(r"<@!?\d+>")
_NOISE = re.compile(r"[^\w\s@/'.,;:!?+*\"()<>-]")  # emoji and the like say nothing


OFFERED = frozenset({Intent.ASK, Intent.LEGS, Intent.RUN, Intent.CHECKIN})


def understand(
    text: str, *, now: datetime, to_reminder: bool = False, cues: Cues = ENGLISH
) -> Sentence:
    """Return what a message says, in English or in the language of ``Typed`` words.

    A danger sign in either counts; where both are understood and differ, it is asked back. In a
    reply ``to_reminder`` "done" means that one.
    """
    plain = _understand(str(text), now, to_reminder, cues)
    if not isinstance(text, Typed):
        return plain
    english = text.tongue.english(text)
    translated = _understand(english, now, to_reminder, cues)
    denied = mentioned_signs(_plain(english, cues), cues) - translated.signs
    signs = translated.signs | (plain.signs - denied)  # "sem covid" denies it in Portuguese alone
    if signs:
        return Sentence(intent=Intent.CARE, signs=signs)
    if plain.intent in {Intent.UNSURE, Intent.CARE}:
        could = tuple(dict.fromkeys((*translated.could, *plain.could)))[:MOST_OFFERED]
        return replace(translated, could=could if translated.intent is Intent.UNSURE else ())
    if translated.intent is Intent.UNSURE:
        return plain
    if _but_for_words(plain, now) == _but_for_words(translated, now):
        return translated
    either = (plain.intent, translated.intent)
    return Sentence(intent=Intent.UNSURE, could=tuple(one for one in either if one in OFFERED))


def _but_for_words(said: Sentence, now: datetime) -> Sentence:
    """Return a sentence with its time as a moment, and of its other texts only which there are.

    Their words are another reader's, and two languages have two.
    """
    when = None if said.when is None else moment_of(said.when, now, ahead=said.intent is Intent.ASK)
    return replace(
        said,
        when=None if when is None else when.isoformat(),
        exercises=said.exercises and "",
        distance=said.distance and "",
        duration=said.duration and "",
    )


def _understand(text: str, now: datetime, to_reminder: bool, cues: Cues) -> Sentence:
    typed = _plain(text, cues)
    signs, said = danger_signs(typed, cues)
    if signs:
        return Sentence(intent=Intent.CARE, signs=signs)
    unsure = Sentence(intent=Intent.UNSURE, could=_topics(said, cues))
    if len(said) > LONGEST:
        return unsure
    reply = _reply(said, cues)
    if reply is not None and to_reminder:
        return reply
    if reply is not None and reply.intent is Intent.STOP:
        return Sentence(intent=Intent.UNSURE, could=(Intent.STOP,))
    if said == typed and cues.help.fullmatch(_bare(said)):
        return Sentence(intent=Intent.HELP)
    for around in cues.around:
        said = around.sub("", said)
    read = [one for one in (_tried(each, said, now, cues) for each in _INTENTS) if one is not None]
    return read[0] if len(read) == 1 else unsure


def _plain(text: str, cues: Cues) -> str:
    said = fold(decimals(_MENTION.sub(" ", text))).replace("’", "'").replace("×", "x")
    said = " ".join(_NOISE.sub(" ", said).split())
    return _LONG_WORD.sub(lambda word: _mended(word[0], cues), said)


def _mended(word: str, cues: Cues) -> str:
    if word in cues.mended:
        return word
    near = [cue for cue in cues.mended if OSA.distance(word, cue, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 and f"{near[0]}s" != word else word


def _bare(said: str) -> str:
    return re.sub(r"[\s,.!]+$", "", re.sub(r"[,.!]+(?= |$)", "", said)).strip("? ") or said.strip()


def _topics(said: str, cues: Cues) -> tuple[Intent, ...]:
    found = [Intent(name) for name, pattern in cues.topics.items() if pattern.search(said)]
    return tuple(found[:MOST_OFFERED])


def _reply(said: str, cues: Cues) -> Sentence | None:
    bare = _bare(said)
    for around in cues.around:
        bare = around.sub("", bare)
    if cues.done.fullmatch(bare):
        return Sentence(intent=Intent.DONE)
    if cues.stop.fullmatch(bare):
        return Sentence(intent=Intent.STOP)
    snooze = cues.snooze.fullmatch(bare)
    if snooze is None:
        return None
    try:
        length = snooze["length"] and length_of_snooze(snooze["length"])
    except NotThis:
        return None
    return Sentence(intent=Intent.SNOOZE, duration=length)


def _tried(
    take: Callable[[Cutting], Intent], said: str, now: datetime, cues: Cues
) -> Sentence | None:
    cutting = Cutting(said, now, cues)
    try:
        intent = take(cutting)
    except NotThis:
        return None
    slots: dict[str, Any] = cutting.slots
    return Sentence(intent=intent, **slots)


def _ask(cutting: Cutting) -> Intent:
    asked = "?" in cutting.left
    cutting.sleep()
    cutting.soreness()
    cutting.unsore()
    cutting.cold()
    cutting.run_or_walk()
    cutting.when(ahead=True)  # before lengths: "in 30 min" is a time here
    cutting.minutes()
    cutting.distance()
    cutting.kind()
    rest, cues, kind = cutting.rest(), cutting.cues, cutting.slots.get("run")
    if "distance" in cutting.slots and cues.minutes.fullmatch(cutting.slots.get("when", "")):
        raise NotThis  # "5k in 25 min": from now, or as fast as that?
    names = kind is not None or cues.runs.search(rest) is not None
    if cues.ask.fullmatch(rest) and (names or "distance" in cutting.slots):
        return Intent.ASK
    if asked and names and cues.ask_alone.fullmatch(rest):
        return Intent.ASK
    raise NotThis


def _legs(cutting: Cutting) -> Intent:
    _states(cutting)
    cutting.soreness()
    cutting.minutes()
    cutting.when(ahead=False)
    cutting.exercises()
    cutting.effort()
    rest, cues, slots = cutting.rest(), cutting.cues, cutting.slots
    if cues.legs.fullmatch(rest):
        return Intent.LEGS
    told = slots.keys() & {"effort", "exercises", "when"}
    if told and cues.legs_alone.fullmatch(rest) and (rest or "exercises" in slots):
        return Intent.LEGS
    raise NotThis


def _run(cutting: Cutting) -> Intent:
    _states(cutting)
    cutting.effort()
    cutting.distance()
    cutting.minutes()
    cutting.kind()
    cutting.when(ahead=False)
    rest, slots = cutting.rest(), cutting.slots
    if cutting.cues.walked.search(rest):
        slots.setdefault("run", RunKind.WALK)
    if not slots.keys() & {"distance", "minutes"} or not cutting.cues.ran.fullmatch(rest):
        raise NotThis
    if slots.keys() & {"minutes"} and not slots.keys() & {"distance", "run"}:
        _has_run(rest, cutting.cues)
    return Intent.RUN


def _has_run(rest: str, cues: Cues) -> None:
    """Refuse "did 30 min": of what?"""
    if not cues.topics["run"].search(rest):
        raise NotThis


def _checkin(cutting: Cutting) -> Intent:
    _states(cutting)
    rest = cutting.rest()
    if cutting.cues.asks_checkin.fullmatch(rest):
        return Intent.CHECKIN
    cutting.sleep()
    cutting.soreness()
    cutting.felt()
    if not cutting.slots or not cutting.cues.checkin.fullmatch(cutting.rest()):
        raise NotThis
    return Intent.CHECKIN


def _states(cutting: Cutting) -> None:
    """Refuse a question: what is asked is not told."""
    if "?" in cutting.left:
        raise NotThis


_INTENTS: Final = (_ask, _legs, _run, _checkin)
