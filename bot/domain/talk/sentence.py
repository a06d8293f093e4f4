"""A sentence that was understood: its intent and slots, texts unparsed, numbers checked."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.facts.training import Activity, Illness, RunKind
from bot.domain.recovery.circumstances import About
from bot.domain.recovery.question import Symptom


class Intent(StrEnum):
    """What a sentence wants; ``UNSURE`` is asked back about."""

    CARE = "care"  # it names a danger sign: that comes first
    ASK = "ask"
    LEGS = "legs"
    RUN = "run"
    CHECKIN = "checkin"
    ABOUT = "about"  # the bot, or what is known of training
    HELP = "help"
    DONE = "done"
    SNOOZE = "snooze"
    STOP = "stop"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """An intent and what was said with it; ``None`` means not said.

    Attributes:
        intent: what is wanted.
        signs: the danger signs that are named and not denied.
        could: of one that is not understood, what it may be about, the likeliest first.
        run: the kind of run.
        minutes: how long a run or leg day was, or is to be.
        when: the words of a time.
        soreness: 0-10.
        sleep: hours.
        ill: an illness that leaves an easy run open.
        effort: 1-10.
        felt: how the legs felt, 1-5.
        exercises: the words of the exercises.
        distance: the words of a distance.
        duration: the words of a length of time: of a snooze.
        activity: the other sport that is asked about in the place of a run.
        about: that training legs is asked about, and no run.
        legs: the words of the time of a leg day ahead.
        told: the leg day or run that is told with a question.
        topic: of ``ABOUT``, the name of its answer.
    """

    intent: Intent
    signs: frozenset[Symptom] = frozenset()
    could: tuple[Intent, ...] = ()
    run: RunKind | None = None
    minutes: int | None = None
    when: str | None = None
    soreness: int | None = None
    sleep: float | None = None
    ill: Illness | None = None
    effort: int | None = None
    felt: int | None = None
    exercises: str | None = None
    distance: str | None = None
    duration: str | None = None
    activity: Activity | None = None
    about: About | None = None
    legs: str | None = None
    told: "Sentence | None" = None
    topic: str | None = None
