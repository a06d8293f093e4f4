"""A sentence that was understood: its intent and slots, texts unparsed, numbers checked."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.facts.training import Activity, Alcohol, Illness, RunKind
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
    """An intent and what was said with it; ``None`` means not said."""

    intent: Intent  # what is wanted
    signs: frozenset[Symptom] = frozenset()  # the danger signs that are named and not denied
    # Of one that is not understood, what it may be about, the likeliest first.
    could: tuple[Intent, ...] = ()
    run: RunKind | None = None  # the kind of run
    minutes: int | None = None  # how long a run or leg day was, or is to be
    when: str | None = None  # the words of a time
    soreness: int | None = None  # 0-10
    sleep: float | None = None  # hours
    alcohol: Alcohol | None = None  # drinks of the last day
    hot: bool | None = None  # whether it is hot where the run is
    ill: Illness | None = None  # an illness that leaves an easy run open
    effort: int | None = None  # 1-10
    felt: int | None = None  # how the legs felt, 1-5
    exercises: str | None = None  # the words of the exercises
    distance: str | None = None  # the words of a distance
    duration: str | None = None  # the words of a length of time: of a snooze
    activity: Activity | None = None  # the other sport that is asked about in the place of a run
    again: bool | None = None  # that it is the question of before, which others may mean, too
    about: About | None = None  # that training legs is asked about, and no run
    legs: str | None = None  # the words of the time of a leg day ahead
    told: "Sentence | None" = None  # the leg day or run that is told with a question
    topic: str | None = None  # of ``ABOUT``, the name of its answer

    @property
    def tells_how_it_is(self) -> bool:
        """Whether it says how the legs or the night were."""
        return (self.soreness, self.sleep, self.felt) != (None, None, None)
