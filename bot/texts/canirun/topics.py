"""Which topic of ``/learn`` goes with an answer: the one of its main cause."""

from bot.domain.decisions.shown_answer import Shown
from bot.domain.facts.tables import complete
from bot.domain.facts.training import RunKind
from bot.domain.recovery.answer import Gate
from bot.domain.recovery.novelty import NewWork

GROWN_UP = 18  # years; some topics are for adults
TOPICS = complete(
    "the topics of an answer's main cause",
    {
        Gate.FATIGUE: "run_after_legs",
        Gate.LEG_DAY: "run_after_legs",
        Gate.RUN: "next_session",
        Gate.SORENESS: "soreness",
        Gate.PAIN: "stop_signs",
        Gate.PAIN_GONE: "stop_signs",
        Gate.DANGER_QUESTIONS: "stop_signs",
        Gate.SLOW_SORENESS: "soreness",
        Gate.PLACE: "stop_signs",
        Gate.ILLNESS: "illness",
        Gate.RED_FLAG: "stop_signs",
        Gate.ABOUT_ME: "ask_first",
        Gate.SLEEP: "sleep",
        Gate.NEW_STIMULUS: "first_timer",
        Gate.ALCOHOL: "alcohol",
        Gate.HEAT: "heat",
        Gate.LONG_RUN: "next_session",
        Gate.NO_RUNNING: "easy_run",
        Gate.PERSONAL_FLOOR: "listen",
        Gate.NEVER_LOGGED: "run_after_legs",
        Gate.RESTED: "balance",
        Gate.UNCLEAR: "listen",
    },
    Gate,
)


def topic_of(shown: Shown) -> str:
    """Return the key of the topic that fits best."""
    if shown.told.run is RunKind.RACE:
        return "race_spacing"
    reasons = shown.answer.reasons
    if reasons and reasons[0].detail == NewWork.BACK:
        return "breaks"
    topic = TOPICS[reasons[0].gate] if reasons else "listen"
    age = None if shown.question is None else shown.question.profile.age
    return "sleep" if topic == "alcohol" and age is not None and age < GROWN_UP else topic
