"""The words by which sentences are told apart: a table for each language.

Patterns are matched against folded text without accents and in lower case.
"""

from dataclasses import dataclass
from re import Pattern

from bot.domain.facts.training import RunKind
from bot.domain.recovery.question import Symptom


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The words of one language."""

    # what names each danger sign; a gap in it is filled with at most a few words
    signs: tuple[tuple[Symptom, Pattern[str]], ...]
    denial: Pattern[str]  # what stands right before a sign that somebody does not have
    negation: Pattern[str]  # what denies a sign from within: "urine is not dark"
    mended: tuple[str, ...]  # long words whose typing slips are mended
    # greetings and thanks before a sentence and behind it
    around: tuple[Pattern[str], Pattern[str]]
    ask: Pattern[str]  # a whole question, without what was read of it
    ask_alone: Pattern[str]  # one that only its question mark makes one
    runs: Pattern[str]  # what is run, one of which a question needs where it names no kind of run
    legs: Pattern[str]  # a whole report of a leg day
    legs_alone: Pattern[str]  # one that counts only with something said of it
    did: Pattern[str]  # what may stand before the exercises of a leg day
    ran: Pattern[str]  # a whole report of a run, its distance and length read
    walked: Pattern[str]  # makes a run a walk
    checkin: Pattern[str]  # what a report of the legs consists of besides its numbers
    asks_checkin: Pattern[str]  # the wish to be asked how the legs are
    help: Pattern[str]  # a whole greeting or cry for help
    # whole replies to a reminder; a snooze may end with a length of time
    done: Pattern[str]
    snooze: Pattern[str]
    stop: Pattern[str]
    kinds: tuple[tuple[RunKind, Pattern[str]], ...]  # the words of each kind of run
    run_or_walk: Pattern[str]  # a question that leaves open which of them
    gentle: Pattern[str]  # words of what is no race, however far
    # distances that tell the kind of run by themselves
    named: tuple[tuple[RunKind, Pattern[str]], ...]
    cold: Pattern[str]  # a head cold
    unsore: Pattern[str]  # legs that are not sore at all
    felt: tuple[tuple[int, Pattern[str]], ...]  # how legs feel, 1-5
    # numbers with what says of what they are
    sleep: Pattern[str]
    soreness: Pattern[str]
    score: Pattern[str]
    effort: Pattern[str]
    minutes: Pattern[str]
    distance: Pattern[str]
    time: Pattern[str]  # what some word of a time is
    beside_time: Pattern[str]  # words at the edge of a time that are none of it: "today I ran"
    today: Pattern[str]  # times that say no more than now
    topics: dict[str, Pattern[str]]  # what a sentence may be about, where it is not understood
