"""A pause of a training plan: bounded by its dates, and no reason is asked for or kept."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.decisions.preferences import UNTIL_PROBLEMS
from bot.domain.facts.errors import NotAllowed, renamed
from bot.domain.facts.member import Change, Member
from bot.domain.reading.moments import read_until, read_when
from bot.domain.tongues.typed import in_either
from bot.domain.week.items import DAY, starts_at
from bot.domain.week.keeping import monday_of
from bot.domain.week.planning import with_bedtime, zone_of

SINCE: Final = "since "
TOGETHER: Final = 10 * DAY  # a pause that ended so lately and a new one are one


@dataclass(frozen=True, slots=True, kw_only=True)
class PausedPlan:
    """The result: the last day of the pause; ``None`` where it has no end, or is over."""

    last: date | None


def pause(member: Member, until: str | None, now: datetime) -> tuple[Change, PausedPlan]:
    """Decide a pause: up to a day, or until it is resumed; ``since monday`` is from then.

    Raises:
        NotAllowed: ``plan_is_empty``.
        NeedsZone, BadInput: ``until`` was not understood, or is out of reach.
    """
    zone = zone_of(member)
    if member.week.since is None:
        raise NotAllowed("plan_is_empty")
    with renamed(UNTIL_PROBLEMS):
        since, last = _days(until or "", now, zone)
    first = _with_the_last(member, since or now.astimezone(zone).date())
    week = replace(member.week, paused_from=first, paused_until=last)
    return with_bedtime(member, week, now), PausedPlan(last=last)


@in_either
def _days(text: str, now: datetime, zone: ZoneInfo) -> tuple[date | None, date | None]:
    """Read the first day of a pause, or its last; neither for nothing."""
    said = text.strip()
    if said.casefold().startswith(SINCE):
        return read_when(said[len(SINCE) :], now=now, zone=zone).astimezone(zone).date(), None
    return None, read_until(said, now=now, zone=zone).astimezone(zone).date() if said else None


def resume(member: Member, now: datetime) -> tuple[Change, PausedPlan]:
    """Decide that a pause ends with yesterday.

    Raises:
        NotAllowed: ``plan_not_paused``.
        NeedsZone: nobody knows when their days are.
    """
    today = now.astimezone(zone_of(member)).date()
    if not is_paused(member, today):
        raise NotAllowed("plan_not_paused")
    first, last = member.week.paused_from, today - DAY
    if first is not None and first <= last:
        week = replace(member.week, paused_until=last)
    else:
        week = replace(member.week, paused_from=None, paused_until=None)
    return with_bedtime(member, week, now), PausedPlan(last=None)


def typed(member: Member, until: date | None) -> str | None:
    """Return the first moment of a day as a pause of reminders takes it; ``None``: no end."""
    if until is None:
        return None
    return f"<t:{int(starts_at(until, zone_of(member)).timestamp())}>"


def is_paused(member: Member, today: date) -> bool:
    """Tell whether a pause lasts today, or comes."""
    week = member.week
    return week.paused_from is not None and (
        week.paused_until is None or week.paused_until >= today
    )


def _with_the_last(member: Member, first: date) -> date:
    """Return a pause's first day; one that ended lately goes on, so that its weeks keep it."""
    began, ended = member.week.paused_from, member.week.paused_until
    if began is None or (ended is not None and ended < monday_of(first) - TOGETHER):
        return first
    return min(began, first)
