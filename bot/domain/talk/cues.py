"""The words by which sentences are told apart: a table for each language.

Patterns are matched against folded text without accents and in lower case.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from re import Pattern

from bot.domain.facts.training import Activity, RunKind
from bot.domain.recovery.question import Symptom


@dataclass(frozen=True, slots=True, kw_only=True)
class AskCues:
    """The words of questions, and of how legs are where no number is said.

    Attributes:
        opening: what stands before a question and says nothing.
        begins: what a question begins with.
        goes_on: the words it goes on with, each of which says nothing else.
        tag: what may end it: "10k ok?"
        want: what begins a wish to run, which asks by itself.
        going: what asks only with a question mark or a tag.
        alone: what is left of a question that its question mark alone makes one.
        instead: a word at its end that says nothing.
        again: the question of before at another time: "what ``about`` tomorrow", "and on Friday?"
        again_how: what of its answer is wanted: "so when?", "how long?"
        after: what it may say besides: "after leg day".
        skips: the question whether to leave a run out.
        rests: words of rest, one of which a question may have in the place of a run.
        legs: names of training legs.
        lifts: words one of which a question about training legs needs.
        legs_go_on: the words it goes on with.
        legs_alone: what is left of one that its question mark and a time make.
        sore: how sore legs are, by the scale of soreness, the strongest first.
        slept: nights, in hours.
        tired: being tired, as legs that feel so, 1-5.
        well: well-being that changes no answer.
        sports: what is done in the place of a run.
    """

    opening: Pattern[str]
    begins: Pattern[str]
    goes_on: frozenset[str]
    tag: Pattern[str]
    want: Pattern[str]
    going: Pattern[str]
    alone: Pattern[str]
    instead: Pattern[str]
    again: Pattern[str]
    again_how: Pattern[str]
    after: Pattern[str]
    skips: Pattern[str]
    rests: Pattern[str]
    legs: Pattern[str]
    lifts: Pattern[str]
    legs_go_on: frozenset[str]
    legs_alone: Pattern[str]
    sore: tuple[tuple[int, Pattern[str]], ...]
    slept: tuple[tuple[int, Pattern[str]], ...]
    tired: tuple[tuple[int, Pattern[str]], ...]
    well: Pattern[str]
    sports: tuple[tuple[Activity, Pattern[str]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The words of one language.

    Attributes:
        signs: what names each danger sign; a gap in it is filled with at most a few words.
        denial: what stands right before a sign that somebody does not have.
        negation: what denies a sign from within: "urine is not dark".
        over: an illness that is told as over.
        mended: long words whose typing slips are mended.
        around: greetings and thanks before a sentence and behind it.
        slang: short forms, typing slips and noise, with what they stand for.
        asking: the words of questions.
        clause: where a message falls into what is told and what is asked.
        joining: what stands before a part of it and says nothing.
        runs: what is run, one of which a question needs where it names no kind of run.
        legs: a whole report of a leg day.
        legs_alone: one that counts only with something said of it.
        bare: what shows that exercises without a number were done.
        did: what may stand before the exercises of a leg day.
        ran: a whole report of a run, its distance and length read.
        walked: makes a run a walk.
        did_sports: other sports that were done: "cycled".
        did_sport: what a report of one consists of besides its name and numbers.
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
        ran_felt: how legs felt on a run, 1-5.
        said_done: signs that say "done".
        topics: what a sentence may be about, where it is not understood.
        about: what is asked about the bot, by the name of its answer.
        wonders: what begins a question about training in general.
        learn: what such a question is about, by the key of its topic.
    """

    signs: tuple[tuple[Symptom, Pattern[str]], ...]
    denial: Pattern[str]
    negation: Pattern[str]
    over: Pattern[str]
    mended: tuple[str, ...]
    around: tuple[Pattern[str], Pattern[str]]
    slang: Mapping[str, str]
    asking: AskCues
    clause: Pattern[str]
    joining: Pattern[str]
    runs: Pattern[str]
    legs: Pattern[str]
    legs_alone: Pattern[str]
    bare: Pattern[str]
    did: Pattern[str]
    ran: Pattern[str]
    walked: Pattern[str]
    did_sports: tuple[tuple[Activity, Pattern[str]], ...]
    did_sport: Pattern[str]
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
    ran_felt: tuple[tuple[int, Pattern[str]], ...]
    said_done: Pattern[str]
    topics: dict[str, Pattern[str]]
    about: tuple[tuple[str, Pattern[str]], ...]
    wonders: Pattern[str]
    learn: tuple[tuple[str, Pattern[str]], ...]
