"""How soreness went since it was told before."""

from bot.domain.recovery.beside_answers import Course, Trend
from bot.domain.recovery.fatigue import Legs, sore_since
from bot.domain.recovery.parameters import LATE_HOURS, TREND, TREND_HOURS
from bot.domain.recovery.soreness import told_score


def trend_of(legs: Legs) -> Trend | None:
    """Return the course since the newest score of an earlier day, ``None`` where none was told."""
    now = told_score(legs.question)
    earliest, latest = TREND_HOURS
    told = (each for each in legs.question.earlier if earliest <= each.hours_ago <= latest)
    before = min(told, key=lambda each: each.hours_ago, default=None)
    if now is None or before is None:
        return None
    change = now - before.score
    course = Course.SAME
    if change <= -TREND:
        course = Course.FALLING
    elif change >= TREND:
        late = sore_since(legs) > LATE_HOURS
        course = Course.RISING if late else Course.RISING_AS_USUAL
    return Trend(course=course, before=before.score, now=now, hours_ago=before.hours_ago)
