"""Understand a message: care first, then what it asks or tells, then what it is about.

What is asked and told is taken as a whole or not at all (``clauses``). A word left over ("not" as
any other), two intents, two values of a slot: then it is asked.
"""

import re
from dataclasses import replace
from datetime import datetime
from typing import Final

from rapidfuzz.distance import OSA

from bot.domain.facts.plain_text import fold
from bot.domain.reading.spelling import decimals
from bot.domain.recovery.question import Symptom
from bot.domain.talk import english
from bot.domain.talk.clauses import sentence
from bot.domain.talk.danger import danger_signs, mentioned_signs
from bot.domain.talk.english_about import ABOUT, LEARN, WONDERS
from bot.domain.talk.english_signs import OVER
from bot.domain.talk.english_slang import SAID_DONE, SAID_THANKS, SLANG
from bot.domain.talk.sentence import Intent, Sentence
from bot.domain.talk.slots import length_of_snooze
from bot.domain.talk.times import NotThis, Times, moment_of
from bot.domain.tongues.typed import Typed

ILLNESS: Final = "illness"  # the topic of /learn that says when to begin again
LONGEST: Final = 200  # characters: of longer messages the danger signs are read
MOST_OFFERED: Final = 3
TOLD: Final = frozenset({"checkin", "run_length"})  # what is told, and no question
_LONG_WORD = re.compile(r"(?<![\w'])[a-z]{6,12}(?![\w'])")
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")  # "soooo"
_MENTION = re.compile(r"<@!?\d+>")
_NOISE = re.compile(r"[^\w\s@/'.,;:!?+*\"()<>-]")  # emoji and the like say nothing


VAGUE = frozenset({Intent.UNSURE, Intent.ABOUT, Intent.CARE})  # another language may say more
OFFERED = frozenset({Intent.ASK, Intent.LEGS, Intent.RUN, Intent.CHECKIN})


def understand(text: str, *, now: datetime, to_reminder: bool = False) -> Sentence:
    """Return what a message says, in English or in the language of ``Typed`` words.

    A danger sign in either counts; where both are understood and differ, it is asked back. What is
    not understood may be in the language that Discord is shown in. In a reply ``to_reminder``
    "done" means that one.
    """
    found = _in_either(text, now, to_reminder)
    if not isinstance(text, Typed) or text.shown is None or found.intent not in VAGUE:
        return found
    other = _in_either(Typed(text, text.shown), now, to_reminder)
    denied = mentioned_signs(_plain(_in_english(text))) - found.signs
    signs = found.signs | (other.signs - denied)
    if signs:
        return Sentence(intent=Intent.CARE, signs=signs)
    return found if other.intent in {Intent.UNSURE, Intent.CARE, found.intent} else other


def _in_either(text: str, now: datetime, to_reminder: bool) -> Sentence:
    said = _plain(str(text))
    plain = _understand(said, now, to_reminder)
    meant = _plain(_in_english(text)) if isinstance(text, Typed) else said
    if meant == said:  # the same sentence in both languages
        return plain
    translated = _understand(meant, now, to_reminder)
    denied = mentioned_signs(meant) - translated.signs
    signs = translated.signs | (plain.signs - denied)  # "sem covid" denies it in Portuguese alone
    if signs:
        return Sentence(intent=Intent.CARE, signs=signs)
    return _either(plain, translated, now)


def _in_english(text: Typed) -> str:
    """Return a message in English; an illness that its English tells as over stays so."""
    folded = fold(text)
    told = OVER.sub(" after the flu ", folded)
    return text.tongue.english(text if told == folded else told)


def _either(plain: Sentence, translated: Sentence, now: datetime) -> Sentence:
    """Return which of two readings counts; where both do and differ, it is asked back."""
    if plain.intent in {Intent.UNSURE, Intent.CARE}:
        could = tuple(dict.fromkeys((*translated.could, *plain.could)))[:MOST_OFFERED]
        return replace(translated, could=could if translated.intent is Intent.UNSURE else ())
    if translated.intent in {Intent.UNSURE, Intent.ABOUT}:
        return plain
    # What a message is about hangs on a word, which may be one of the other language, too.
    same = _but_for_words(plain, now) == _but_for_words(translated, now)
    if plain.intent is Intent.ABOUT or same:
        return translated
    either = (plain.intent, translated.intent)
    return Sentence(intent=Intent.UNSURE, could=tuple(one for one in either if one in OFFERED))


def _but_for_words(said: Sentence, now: datetime) -> Sentence:
    """Return a sentence with its time as a moment, and of its other texts only which there are.

    Their words are another reader's, and two languages have two.
    """
    ahead = said.intent is Intent.ASK
    return replace(
        said,
        when=said.when and moment_of(said.when, now, ahead=ahead).isoformat(),
        legs=said.legs and moment_of(said.legs, now, ahead=True).isoformat(),
        told=said.told and _but_for_words(said.told, now),
        exercises=said.exercises and "",
        distance=said.distance and "",
        duration=said.duration and "",
    )


def _understand(typed: str, now: datetime, to_reminder: bool) -> Sentence:
    of_today = OVER.sub("", typed)
    signs, said = danger_signs(of_today)
    if signs or of_today != typed:
        return _of_health(signs)
    unsure = Sentence(intent=Intent.UNSURE, could=_topics(said))
    if len(said) > LONGEST:
        return unsure
    reply = _reply(said)
    if reply is not None and to_reminder:
        return reply
    if reply is not None and reply.intent is Intent.STOP:
        return Sentence(intent=Intent.UNSURE, could=(Intent.STOP,))
    if said == typed and english.HELP.fullmatch(_bare(said)):
        return Sentence(intent=Intent.HELP)
    whole = _bare(said)
    for around in english.AROUND:
        said = around.sub("", said)
    read = sentence(said, Times(now))
    asked = "?" in typed
    return read or _about(whole, asked) or _about(_bare(said), asked) or unsure


def _of_health(signs: frozenset[Symptom]) -> Sentence:
    """Return the danger signs; where there are none, when to begin after an illness."""
    if signs:
        return Sentence(intent=Intent.CARE, signs=signs)
    return Sentence(intent=Intent.ABOUT, topic=ILLNESS)


def _about(said: str, asked: bool) -> Sentence | None:
    """Return what is asked about the bot or about training."""
    wonders = WONDERS.search(said) or (asked and not english.TOPICS["ask"].search(said))
    names = (*ABOUT, *(LEARN if wonders else ()))
    fitting = (name for name, pattern in names if pattern.search(said))
    found = next((name for name in fitting if not (asked and name in TOLD)), None)
    return None if found is None else Sentence(intent=Intent.ABOUT, topic=found)


def _plain(text: str) -> str:
    text = SAID_THANKS.sub("thanks", _MENTION.sub(" ", text).strip())
    said = fold(decimals(text)).replace("’", "'").replace("×", "x")
    said = " ".join(_NOISE.sub(" ", SAID_DONE.sub(" done ", said)).split())
    said = _DRAWN_OUT.sub(r"\1", said)
    spelt = re.sub(r"[a-z0-9']+", lambda word: SLANG.get(word[0], word[0]), said)
    said = " ".join(spelt.split()) or said
    return _LONG_WORD.sub(lambda word: _mended(word[0]), said)


def _mended(word: str) -> str:
    if word in english.MENDED:
        return word
    near = [cue for cue in english.MENDED if OSA.distance(word, cue, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 and f"{near[0]}s" != word else word


def _bare(said: str) -> str:
    return re.sub(r"[\s,.!]+$", "", re.sub(r"[,.!]+(?= |$)", "", said)).strip("? ") or said.strip()


def _topics(said: str) -> tuple[Intent, ...]:
    found = [Intent(name) for name, pattern in english.TOPICS.items() if pattern.search(said)]
    return tuple(found[:MOST_OFFERED])


def _reply(said: str) -> Sentence | None:
    bare = _bare(said)
    for around in english.AROUND:
        bare = around.sub("", bare)
    if english.DONE.fullmatch(bare):
        return Sentence(intent=Intent.DONE)
    if english.STOP.fullmatch(bare):
        return Sentence(intent=Intent.STOP)
    snooze = english.SNOOZE.fullmatch(bare)
    if snooze is None:
        return None
    try:
        length = snooze["length"] and length_of_snooze(snooze["length"])
    except NotThis:
        return None
    return Sentence(intent=Intent.SNOOZE, duration=length)
