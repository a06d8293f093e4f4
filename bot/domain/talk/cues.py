"""The words by which sentences are told apart: a table for each language.

Patterns are matched against folded text without accents and in lower case.
"""

from dataclasses import dataclass
from re import Pattern

from bot.domain.facts.training import RunKind
from bot.domain.recovery.question import Symptom


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The words of one language.

    Attributes:
        signs: what names each danger sign; a gap in it is filled with at most a few words.
        denial: what stands right before a sign that somebody does not have.
        negation: what denies a sign from within: "urine is not dark".
        mended: long words whose typing slips are mended.
        around: greetings and thanks before a sentence and behind it.
        ask: a whole question, without what was read of it.
        ask_alone: one that only its question mark makes one.
        runs: what is run, one of which a question needs where it names no kind of run.
        legs: a whole report of a leg day.
        legs_alone: one that counts only with something said of it.
        did: what may stand before the exercises of a leg day.
        ran: a whole report of a run, its distance and length read.
        walked: makes a run a walk.
        checkin: what a report of the legs consists of besides its numbers.
        asks_checkin: the wish to be asked how the legs are.
        help: a whole greeting or cry for help.
        done, snooze, stop: whole replies to a reminder; a snooze may end with a length of time.
        kinds: the words of each kind of run.
        run_or_walk: a question that leaves open which of them.
        gentle: words of what is no race, however far.
        named: distances that tell the kind of run by themselves.
        cold: a head cold.
        unsore: legs that are not sore at all.
        felt: how legs feel, 1-5.
        sleep, soreness, score, effort, minutes, distance: numbers with what says of what they are.
        time: what some word of a time is.
        beside_time: words at the edge of a time that are none of it: "today I ran".
        today: times that say no more than now.
        topics: what a sentence may be about, where it is not understood.
    """

    signs: tuple[tuple[Symptom, Pattern[str]], ...]
    denial: Pattern[str]
    negation: Pattern[str]
    mended: tuple[str, ...]
    around: tuple[Pattern[str], Pattern[str]]
    ask: Pattern[str]
    ask_alone: Pattern[str]
    runs: Pattern[str]
    legs: Pattern[str]
    legs_alone: Pattern[str]
    did: Pattern[str]
    ran: Pattern[str]
    walked: Pattern[str]
    checkin: Pattern[str]
    asks_checkin: Pattern[str]
    help: Pattern[str]
    done: Pattern[str]
    snooze: Pattern[str]
    stop: Pattern[str]
    kinds: tuple[tuple[RunKind, Pattern[str]], ...]
    run_or_walk: Pattern[str]
    gentle: Pattern[str]
    named: tuple[tuple[RunKind, Pattern[str]], ...]
    cold: Pattern[str]
    unsore: Pattern[str]
    felt: tuple[tuple[int, Pattern[str]], ...]
    sleep: Pattern[str]
    soreness: Pattern[str]
    score: Pattern[str]
    effort: Pattern[str]
    minutes: Pattern[str]
    distance: Pattern[str]
    time: Pattern[str]
    beside_time: Pattern[str]
    today: Pattern[str]
    topics: dict[str, Pattern[str]]
