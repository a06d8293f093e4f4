"""How new a leg session is to its owner: its novelty N, and why."""

from enum import StrEnum
from typing import NamedTuple

from bot.domain.facts.training import Newness
from bot.domain.recovery.parameters import (
    BEGINNER_MONTHS,
    BEGINNER_SESSIONS,
    GAPS,
    LONGEST_GAP,
    NEWNESS,
    NOVEL_EXERCISE,
    NOVELTY_CAP,
)
from bot.domain.recovery.question import PastSession, Question

EIGHT_WEEKS = 56 * 24.0  # hours
SHORT_GAP = GAPS[1][0]  # days away that nobody has to be told about


class NewWork(StrEnum):
    """Why a leg session is new work, the rarest first."""

    FIRST_EVER = "first_ever"
    BEGINNER = "beginner"  # the second or third
    BACK = "back"  # after weeks away
    NEW_EXERCISE = "new_exercise"


SAID_NEW = {
    Newness.FIRST_EVER: NewWork.FIRST_EVER,
    Newness.BACK_WEEKS: NewWork.BACK,
    Newness.BACK_MONTHS: NewWork.BACK,
}


class New(NamedTuple):
    """N of a leg session, why it is over 1, and the days since the one before it."""

    novelty: float
    cause: NewWork | None
    gap: float | None


def by_novelty(new: New) -> tuple[float, bool]:
    """Order by novelty; of equals the one with a cause counts."""
    return new.novelty, new.cause is not None


def novelty_of(entry: PastSession, question: Question, times: list[float], index: int) -> New:
    """N of an entry in the group at ``index``, whose sessions ended ``times`` hours ago."""
    gap = entry.days_since_previous_leg
    if gap is None and index:
        gap = (times[index - 1] - times[index]) / 24.0
    away = NewWork.BACK if gap is not None and gap > SHORT_GAP else None
    candidates = [New(1.0 if gap is None else _gap_novelty(gap), away, gap)]
    if entry.newness is not None:
        candidates.append(New(NEWNESS[entry.newness], SAID_NEW.get(entry.newness), gap))
    months = question.profile.lifting_months
    if months is not None and months < BEGINNER_MONTHS:
        prior = _prior(entry, question, times, index)
        if prior or gap is not None:
            few = BEGINNER_SESSIONS.get(max(1, prior))
            candidates.append(New(few or 1.0, NewWork.BEGINNER if few else None, gap))
        elif entry.newness is None:
            candidates.append(New(NEWNESS[Newness.FIRST_EVER], NewWork.FIRST_EVER, gap))
    newest = max(candidates, key=by_novelty)
    if not entry.novel_exercise:
        return newest
    novelty = min(NOVELTY_CAP, newest.novelty * NOVEL_EXERCISE)
    return New(novelty, newest.cause or NewWork.NEW_EXERCISE, gap)


def _prior(entry: PastSession, question: Question, times: list[float], index: int) -> int:
    """How many leg sessions of eight weeks came before: told, else by the profile, else listed."""
    if entry.prior_leg_sessions_8wk is not None:
        return entry.prior_leg_sessions_8wk
    if question.sessions_8wk is not None:
        return max(0, question.sessions_8wk - (len(times) - index))
    return sum(1 for time in times[:index] if time - times[index] <= EIGHT_WEEKS)


def _gap_novelty(days: float) -> float:
    return next((novelty for limit, novelty in GAPS if days <= limit), LONGEST_GAP)
