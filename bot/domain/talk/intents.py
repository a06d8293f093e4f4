"""The intents: each cuts out the slots it has and takes what is left as a whole or not at all."""

import re
from re import Match

from bot.domain.facts.training import RunKind
from bot.domain.recovery.circumstances import About
from bot.domain.talk import english, english_numbers
from bot.domain.talk import english_asking as asking
from bot.domain.talk.sentence import Intent
from bot.domain.talk.slots import MANNERS, Cutting
from bot.domain.talk.times import NotThis, comes_sooner

_BARE_HOUR = re.compile(r"\d{1,2} (?:tom|tmr|tod|ton|this|on\b|in\b)")
_CLOCK_ALONE = re.compile(r"\d\d?:\d\d")
STATES = frozenset({"soreness", "felt", "sleep", "alcohol", "hot", "ill"})  # they are of today


def ask(cutting: Cutting) -> Intent:
    """Take a question: may I run, do another sport, or train legs?

    Raises:
        NotThis: it is none, as every intent.
    """
    asked = "?" in cutting.left
    cutting.sleep()
    cutting.soreness()
    cutting.unsore()
    cutting.cold()
    cutting.beside()
    cutting.run_or_walk()
    cutting.when(ahead=True)  # before lengths: "in 30 min" is a time here
    cutting.minutes()
    cutting.distance()
    cutting.kind()
    cutting.sport()
    slots = cutting.slots
    _says_when(cutting)
    if "activity" in slots and slots.get("run") in MANNERS:
        del slots["run"]  # "an easy ride"
    if "activity" in slots and slots.keys() & {"run", "distance"}:
        raise NotThis
    rest = cutting.rest()
    if not slots.keys() - {"when"} and _follows(rest, asked=asked, timed=cutting.timed):
        slots["again"] = True
        return Intent.ASK
    rest = asking.OPENING.sub("", rest)
    rest = asking.AFTER.sub("", asking.INSTEAD.sub("", rest))
    named = bool(slots.keys() & {"run", "distance", "activity"} or english.RUNS.search(rest))
    if not named and asking.LEGS_ASKED.search(rest):
        slots["about"] = About.LEGS
        if _asks_legs(rest, asked=asked, timed=cutting.timed):
            return Intent.ASK
        raise NotThis
    if (skips := asking.SKIPS.search(rest)) is not None:
        slots.pop("run", None)  # what is left out is not what is asked for
        rest = rest.replace(skips[0], "should i rest ")
    if asking.LEGS_ASKED.search(rest):
        raise NotThis  # a run and a leg day: which?
    named = named or bool(slots.keys() & {"soreness", "felt", "sleep"})  # what it is asked for
    sure = cutting.timed or bool(slots.keys() - {"run"}) or slots.get("run") not in MANNERS
    if (named or asking.RESTS.search(rest)) and _asks(rest, asked=asked, alone=sure):
        return Intent.ASK
    raise NotThis


def legs(cutting: Cutting) -> Intent:
    """Take a leg day that was done."""
    said = _states(cutting)
    cutting.soreness()
    cutting.minutes()
    cutting.when(ahead=False)
    cutting.effort()
    slots = cutting.slots
    if not english.LEGS_DONE.fullmatch(cutting.rest()):  # "quads and calves", one an exercise
        cutting.exercises()
    _is_over(cutting, said)
    told = slots.keys() & {"effort", "exercises", "when", "minutes"}
    cutting.hardness()
    told_sore = "soreness" in slots
    cutting.sore()
    rest = cutting.rest()
    if english.LEGS_DONE.fullmatch(rest):
        return Intent.LEGS
    if "exercises" in slots and english.HOW_HARD.fullmatch(rest):
        return Intent.LEGS
    if "soreness" in slots and not told_sore and not english.TOPICS["legs"].search(rest):
        raise NotThis  # "had sore legs this morning"
    if told and english.LEGS_ALONE.fullmatch(rest) and (rest or "exercises" in slots):
        return Intent.LEGS
    raise NotThis


def run(cutting: Cutting) -> Intent:
    """Take a run, or another sport, that was done."""
    said = _states(cutting)
    cutting.effort()
    cutting.ran_felt()
    cutting.distance()
    cutting.took()
    cutting.minutes()
    cutting.kind()
    cutting.did_sport()
    cutting.when(ahead=False)
    _is_over(cutting, said)
    rest, slots = cutting.rest(), cutting.slots
    if "activity" in slots:
        if slots.keys() & {"distance", "minutes"} and english.DID_SPORT.fullmatch(rest):
            return Intent.RUN
        raise NotThis
    if english.WALKED.search(rest):
        slots.setdefault("run", RunKind.WALK)
    if not slots.keys() & {"distance", "minutes"}:
        raise NotThis
    if "distance" in slots and _CLOCK_ALONE.fullmatch(slots.get("when", "")):
        raise NotThis  # "5k 18:30": at, or as fast as that?
    by_numbers = len(slots.keys() & {"distance", "minutes", "when"}) > 1 or ":" in slots.get(
        "distance", ""
    )
    if not english.RAN.fullmatch(rest) and not (by_numbers and rest in {"", "pace", "run", "jog"}):
        raise NotThis
    if "distance" not in slots and slots.get("run") in {None, *MANNERS}:
        _has_run(rest)
    return Intent.RUN


def checkin(cutting: Cutting) -> Intent:
    """Take how the legs are."""
    _states(cutting)
    rest = cutting.rest()
    if english.ASKS_CHECKIN.fullmatch(rest):
        return Intent.CHECKIN
    cutting.sleep()
    cutting.soreness()
    cutting.unsore()
    cutting.felt()
    cutting.sore()
    if not cutting.slots or not english.CHECKIN.fullmatch(cutting.rest()):
        raise NotThis
    return Intent.CHECKIN


def _asks(rest: str, *, asked: bool, alone: bool) -> bool:
    untagged = asking.TAG.sub("", rest).strip()
    alone = alone and (asked or untagged != rest)
    starts = (asking.BEGINS, asking.WANT, *((asking.GOING,) if alone else ()))
    for said in (rest, untagged):
        if any(_goes_on(said, start.match(said), asking.ASK_WORDS) for start in starts):
            return True
    return alone and asking.ALONE.fullmatch(untagged) is not None


def _follows(rest: str, *, asked: bool, timed: bool) -> bool:
    """Tell whether it is the question of before, at another time: "and tomorrow?", "so when?"."""
    again = asking.AGAIN.fullmatch(rest)
    return asking.AGAIN_HOW.fullmatch(rest) is not None or (
        again is not None and timed and (asked or again["about"] is not None)
    )


def _asks_legs(rest: str, *, asked: bool, timed: bool) -> bool:
    untagged = asking.TAG.sub("", rest)
    asked = asked or untagged != rest
    if asked and timed and asking.ASK_LEGS_ALONE.fullmatch(untagged):
        return True
    starts = (asking.BEGINS, *((asking.GOING, asking.WANT) if asked else ()))
    return asking.LIFTS.search(rest) is not None and any(
        _goes_on(rest, start.match(rest), asking.ASK_LEGS_WORDS) for start in starts
    )


def _goes_on(rest: str, begun: Match[str] | None, words: frozenset[str]) -> bool:
    return begun is not None and words.issuperset(rest[begun.end() :].split())


def _has_run(rest: str) -> None:
    """Refuse "did 30 min": of what?"""
    if not english.TOPICS["run"].search(rest):
        raise NotThis


def _says_when(cutting: Cutting) -> None:
    """Refuse a time that may be how far or how fast, or one of two.

    "Run 6 tomorrow"; "5k in 25 min"; "10k on Monday, can I run today?"
    """
    slots, when = cutting.slots, cutting.slots.get("when", "")
    as_fast = "distance" in slots and english_numbers.MINUTES.fullmatch(when)
    of_two = cutting.today and when and not slots.keys() & STATES
    if as_fast or of_two or _BARE_HOUR.match(when):
        raise NotThis


def _states(cutting: Cutting) -> str:
    """Return the text; refuse a question: what is asked is not told."""
    if "?" in cutting.left:
        raise NotThis
    return cutting.left


def _is_over(cutting: Cutting, said: str) -> None:
    """Refuse a time that comes sooner than it was, where nothing tells that it is over.

    "Legs at 6pm", "10k on Sunday".
    """
    slots = cutting.slots
    told = slots.keys() & {"effort", "felt"} or english.PAST.search(said)
    if not told and "when" in slots and comes_sooner(slots["when"], cutting.times.now):
        raise NotThis
