"""Company for an easy run: whom it may be offered, and what their legs say of it, privately."""

from datetime import datetime
from enum import StrEnum

from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.decisions.shown_answer import Shown, answered
from bot.domain.facts.errors import NotAllowed
from bot.domain.facts.member import Member
from bot.domain.facts.settings import AgeBand
from bot.domain.facts.training import RunKind
from bot.domain.reading.moments import PLAN_AHEAD, read_plan_time
from bot.domain.reading.zones import zone_of
from bot.domain.recovery.answer import Clearance

MINUTES = 30
FURTHEST = PLAN_AHEAD
USUALLY = "today 18:00"
ADULT = frozenset({AgeBand.ADULT, AgeBand.MIDDLE, AgeBand.OLDER})


class LegsSay(StrEnum):
    """What somebody's own legs say of an easy run; nobody else is told."""

    NOTHING = "nothing"  # of whom nothing is known, nothing is said
    EASY = "easy"  # or more
    WALK = "walk"
    REST = "rest"
    CARE = "care"


def when(member: Member, typed: str | None, now: datetime) -> datetime:
    """Return when the run is to be.

    Raises:
        BadInput: it is over, too far ahead, or not understood.
        NeedsZone: a clock time from somebody whose zone is unknown.
    """
    return read_plan_time(typed or USUALLY, now=now, zone=zone_of(member))


def check_adult(member: Member) -> None:
    """Refuse those who are under 18, or did not say that they are not.

    Raises:
        NotAllowed: strangers may meet by this.
    """
    if member.profile.age_band not in ADULT:
        raise NotAllowed("buddies_adults")


def look(member: Member, at: datetime, now: datetime) -> tuple[LegsSay, Shown]:
    """Return what a member's legs say of an easy run then, and the whole answer."""
    told = AnswerToken(run=RunKind.EASY, minutes=MINUTES, at=at if at > now else None)
    shown = answered(member, told, now, kept=member.consent is not None)
    if shown.answer.care is not None:
        return LegsSay.CARE, shown
    cleared = shown.answer.clearance
    if cleared is None:
        return LegsSay.NOTHING, shown
    if cleared >= Clearance.EASY:
        return LegsSay.EASY, shown
    return (LegsSay.WALK if cleared is Clearance.WALK else LegsSay.REST), shown
