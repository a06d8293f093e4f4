"""How certain an answer is: by what was told, and by the distance to a limit."""

from bot.domain.recovery.answer import Confidence
from bot.domain.recovery.fatigue import Legs, recent
from bot.domain.recovery.parameters import (
    AHEAD_HOURS,
    CONFIDENCE,
    CONFIDENCE_LIMITS,
    CONFIDENT_LOGS,
    CONFIDENT_SESSIONS,
    EDGE,
    FATIGUE_LIMITS,
    NEW_STIMULUS,
)
from bot.domain.recovery.question import Question
from bot.domain.recovery.soreness import soreness_known


def confidence_of(legs: Legs, fatigue: float, ahead: float = 0.0) -> Confidence:
    """Low, medium or high; never high after a new stimulus, low before the first log.

    Nor is it high more than a day ahead: nobody knows how a recovery will go.
    """
    if legs.never_logged:
        return Confidence.LOW
    score = score_of(legs, fatigue)
    medium, high = CONFIDENCE_LIMITS
    if score < medium:
        return Confidence.LOW
    new = any(bout.novelty >= NEW_STIMULUS for bout in recent(legs))
    sure = score >= high and not new and ahead <= AHEAD_HOURS[0]
    return Confidence.HIGH if sure else Confidence.MEDIUM


def score_of(legs: Legs, fatigue: float) -> float:
    """Return the known share of what can be known, less where R is close to a limit."""
    question, share = legs.question, CONFIDENCE
    feedback = min(1.0, question.learned.n_feedback / CONFIDENT_LOGS)
    score = share["base"] + share["feedback"] * feedback
    if all(bout.known for bout in recent(legs)):
        score += share["load"]
    if soreness_known(question):
        score += share["soreness"]
    if question.sleep.last_night is not None:
        score += share["sleep"]
    if _sessions_logged(question, legs) >= CONFIDENT_SESSIONS:
        score += share["sessions"]
    if any(abs(fatigue - limit) <= EDGE for limit in FATIGUE_LIMITS):
        score += share["edge"]
    return round(score, 9)


def _sessions_logged(question: Question, legs: Legs) -> int:
    return max(len(legs.bouts), question.sessions_8wk or 0, question.sessions_logged or 0)
