"""The words by which sentences are told apart: a table for each language.

Patterns are matched against folded text without accents and in lower case.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from re import Pattern

from bot.domain.facts.training import Activity, Alcohol, RunKind
from bot.domain.recovery.question import Symptom


@dataclass(frozen=True, slots=True, kw_only=True)
class AskCues:
    """The words of questions, and of how legs are where no number is said."""

    opening: Pattern[str]  # what stands before a question and says nothing
    begins: Pattern[str]  # what a question begins with
    goes_on: frozenset[str]  # the words it goes on with, each of which says nothing else
    tag: Pattern[str]  # what may end it: "10k ok?"
    want: Pattern[str]  # what begins a wish to run, which asks by itself
    going: Pattern[str]  # what asks only with a question mark or a tag
    alone: Pattern[str]  # what is left of a question that its question mark alone makes one
    instead: Pattern[str]  # a word at its end that says nothing
    # The question of before at another time: "what ``about`` tomorrow", "and on Friday?"
    again: Pattern[str]
    again_how: Pattern[str]  # what of its answer is wanted: "so when?", "how long?"
    after: Pattern[str]  # what it may say besides: "after leg day"
    skips: Pattern[str]  # the question whether to leave a run out
    rests: Pattern[str]  # words of rest, one of which a question may have in the place of a run
    legs: Pattern[str]  # names of training legs
    lifts: Pattern[str]  # words one of which a question about training legs needs
    legs_go_on: frozenset[str]  # the words it goes on with
    legs_alone: Pattern[str]  # what is left of one that its question mark and a time make
    # How sore legs are, by the scale of soreness, the strongest first.
    sore: tuple[tuple[int, Pattern[str]], ...]
    slept: tuple[tuple[int, Pattern[str]], ...]  # nights, in hours
    tired: tuple[tuple[int, Pattern[str]], ...]  # being tired, as legs that feel so, 1-5
    drunk: tuple[tuple[Alcohol, Pattern[str]], ...]  # drinks of the last day, the most first
    hot: Pattern[str]  # heat where the run is
    well: Pattern[str]  # well-being that changes no answer
    sports: tuple[tuple[Activity, Pattern[str]], ...]  # what is done in the place of a run


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The words of one language."""

    # What names each danger sign; a gap in it is filled with at most a few words.
    signs: tuple[tuple[Symptom, Pattern[str]], ...]
    denial: Pattern[str]  # what stands right before a sign that somebody does not have
    negation: Pattern[str]  # what denies a sign from within: "urine is not dark"
    over: Pattern[str]  # an illness that is told as over
    mended: tuple[str, ...]  # long words whose typing slips are mended
    # Greetings and thanks before a sentence and behind it.
    around: tuple[Pattern[str], Pattern[str]]
    slang: Mapping[str, str]  # short forms, typing slips and noise, with what they stand for
    asking: AskCues  # the words of questions
    clause: Pattern[str]  # where a message falls into what is told and what is asked
    joining: Pattern[str]  # what stands before a part of it and says nothing
    runs: Pattern[str]  # what is run, one of which a question needs where it names no kind of run
    legs: Pattern[str]  # a whole report of a leg day
    legs_alone: Pattern[str]  # one that counts only with something said of it
    how_hard: Pattern[str]  # what may stand beside exercises and says nothing: "great"
    # How hard a leg day was in words, as an effort, the hardest first.
    hardness: tuple[tuple[int, Pattern[str]], ...]
    bare: Pattern[str]  # what shows that exercises without a number were done
    did: Pattern[str]  # what may stand before the exercises of a leg day
    ran: Pattern[str]  # a whole report of a run, its distance and length read
    took: Pattern[str]  # how long one lasted where it is over: "in 2 hours"
    past: Pattern[str]  # words one of which a race that is over has
    walked: Pattern[str]  # makes a run a walk
    # Other sports that were done: "cycled".
    did_sports: tuple[tuple[Activity, Pattern[str]], ...]
    did_sport: Pattern[str]  # what a report of one consists of besides its name and numbers
    checkin: Pattern[str]  # what a report of the legs consists of besides its numbers
    asks_checkin: Pattern[str]  # the wish to be asked how the legs are
    help: Pattern[str]  # a whole greeting or cry for help
    # Whole replies to a reminder; a snooze may end with a length of time.
    done: Pattern[str]
    snooze: Pattern[str]
    stop: Pattern[str]
    kinds: tuple[tuple[RunKind, Pattern[str]], ...]  # the words of each kind of run
    hard: Pattern[str]  # a hard run of no kind, which is one of tempo: "run hard", "a fast 5k"
    run_or_walk: Pattern[str]  # a question that leaves open which of them
    gentle: Pattern[str]  # words of what is no race, however far
    races: Pattern[str]  # distances that are races where they lie ahead of a leg day
    # Distances that tell the kind of run by themselves.
    named: tuple[tuple[RunKind, Pattern[str]], ...]
    cold: Pattern[str]  # a head cold
    unsore: Pattern[str]  # legs that are not sore at all
    felt: tuple[tuple[int, Pattern[str]], ...]  # how legs feel, 1-5
    # Numbers with what says of what they are.
    sleep: Pattern[str]
    soreness: Pattern[str]
    score: Pattern[str]
    effort: Pattern[str]
    minutes: Pattern[str]
    distance: Pattern[str]
    time: Pattern[str]  # what some word of a time is
    beside_time: Pattern[str]  # words at the edge of a time that are none of it: "today I ran"
    today: Pattern[str]  # times that say no more than now
    ran_felt: tuple[tuple[int, Pattern[str]], ...]  # how legs felt on a run, 1-5
    said_done: Pattern[str]  # signs that say "done"
    said_thanks: Pattern[str]  # a message of nothing but signs of thanks
    topics: dict[str, Pattern[str]]  # what a sentence may be about, where it is not understood
    # What is asked about the bot, by the name of its answer.
    about: tuple[tuple[str, Pattern[str]], ...]
    wonders: Pattern[str]  # what begins a question about training in general
    # What such a question is about, by the key of its topic.
    learn: tuple[tuple[str, Pattern[str]], ...]
