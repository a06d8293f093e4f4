"""Which topic of ``/learn`` goes with an answer: the one of its main cause."""

from bot.domain.decisions.answer_token import Shown
from bot.domain.facts.training import RunKind
from bot.domain.recovery.answer import Gate

GROWN_UP = 18  # years; some topics are for adults
TOPICS = {
    Gate.FATIGUE: "run_after_legs",
    Gate.LEG_DAY: "run_after_legs",
    Gate.RUN: "next_session",
    Gate.SORENESS: "soreness",
    Gate.PAIN: "stop_signs",
    Gate.PLACE: "stop_signs",
    Gate.ILLNESS: "illness",
    Gate.RED_FLAG: "stop_signs",
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
}
USUAL = "run_after_legs"


def topic_of(shown: Shown) -> str:
    """Return the key of the topic that fits best."""
    if shown.told.run is RunKind.RACE:
        return "race_spacing"
    reasons = shown.answer.reasons
    topic = TOPICS.get(reasons[0].gate, USUAL) if reasons else "listen"
    age = None if shown.question is None else shown.question.profile.age
    return "sleep" if topic == "alcohol" and age is not None and age < GROWN_UP else topic
