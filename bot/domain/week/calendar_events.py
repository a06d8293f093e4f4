"""What a member's calendar file holds: reminders, when running opens, the planned week.

Calendars repeat a wall time by rules of their own, which differ from ours where the clocks change
and know no quiet hours. So each repeated event lists the moments at which they would be wrong.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import takewhile
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from bot.domain.decisions import journal
from bot.domain.decisions.rule_plans import upcoming
from bot.domain.facts.member import Change, Member
from bot.domain.facts.occurrences import PlannedRule
from bot.domain.facts.settings import Kind
from bot.domain.facts.upcoming import ListsReminders
from bot.domain.facts.week import PlanItem
from bot.domain.reading import zones
from bot.domain.timing.plan import held_back
from bot.domain.week.items import DAY, things_of

LISTED_AHEAD: Final = 2 * 365 * DAY  # how far ahead the exceptions of what has no end are listed
REMINDER: Final = timedelta(minutes=10)
_JUST_BEFORE: Final = timedelta(seconds=1)


class RunningOpens(StrEnum):
    """The running that opens after a leg day."""

    EASY = "easy"
    HARD = "hard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekly:
    """Weekdays on which an event comes at its first wall time again, and the exceptions."""

    zone: ZoneInfo
    days: frozenset[int]
    until: datetime | None = None  # the last moment; ``None`` for no end
    left_out: tuple[datetime, ...] = ()  # wall times at which it does not come
    besides: tuple[datetime, ...] = ()  # moments in UTC at which it does


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """An event, the first one of those that come ``weekly``; it keeps its ``uid`` when it moves."""

    uid: str
    of: Kind | RunningOpens | PlanItem
    start: datetime
    lasts: timedelta
    weekly: Weekly | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFacts(ListsReminders):
    """A member with the reminders that are kept for them."""

    member: Member


def facts_of(member: Member) -> tuple[Change, CalendarFacts]:
    """Return what a calendar file is made of; nothing is changed."""
    rules = tuple(PlannedRule(rule=rule) for rule in member.rules)
    return Change(), CalendarFacts(member=member, rules=rules)


def events(known: CalendarFacts, now: datetime) -> tuple[CalendarEvent, ...]:
    """Return a member's events from now on; none while their health holds reminders back.

    Two years of each rule are looked at: for a thread of its own.
    """
    if held_back(known.member) is not None:
        return ()
    return (*_reminders(known, now), *_openings(known.member, now), *_week(known.member, now))


def _reminders(known: CalendarFacts, now: datetime) -> Iterator[CalendarEvent]:
    member = known.member
    for one in known.plan:
        # Only the newest leg day has a plan: after the next one these are the events that move.
        uid = _uid(member, f"{one.kind}/{one.ordinal}")
        yield CalendarEvent(uid=uid, of=one.kind, start=one.due_at, lasts=REMINDER)
    for planned in known.rules:
        starts = _comings(member, planned, now)
        if starts:
            start, weekly = _repeated(
                starts, zones.zone(planned.rule.zone), ends=planned.rule.until is not None
            )
            yield CalendarEvent(
                uid=_uid(member, f"rule/{planned.rule.rule_id}"),
                of=planned.rule.kind,
                start=start,
                lasts=REMINDER,
                weekly=weekly,
            )


def _comings(member: Member, planned: PlannedRule, now: datetime) -> list[datetime]:
    """Return when a rule comes, from its next occurrence on."""
    if not planned.ahead:
        return []
    comings = upcoming(
        planned.rule,
        member.profile.quiet,
        member.reminders.paused_until,
        after=planned.ahead[0].due_at - _JUST_BEFORE,
        now=now,
    )
    return [one.due_at for one in takewhile(lambda one: one.due_at < now + LISTED_AHEAD, comings)]


def _openings(member: Member, now: datetime) -> Iterator[CalendarEvent]:
    if not member.sessions:
        return
    answer = journal.look(member, member.sessions[0].session_id, now).answer
    minute = now.replace(second=0, microsecond=0)
    for opening, window in ((RunningOpens.EASY, answer.easy), (RunningOpens.HARD, answer.hard)):
        if window is not None and window[1] > 0:
            yield CalendarEvent(
                uid=_uid(member, f"opens/{opening}"),
                of=opening,
                start=minute + timedelta(hours=window[0]),
                lasts=timedelta(hours=window[1] - window[0]),
            )


def _week(member: Member, now: datetime) -> Iterator[CalendarEvent]:
    zone, week = zones.zone_of(member), member.week
    if zone is None:
        return
    today = now.astimezone(zone).date()
    ends = week.paused_from is not None and week.paused_until is None
    for item in week.items:
        things = things_of([item], zone, today, LISTED_AHEAD.days)
        starts = [
            each.start for each in things if each.start >= now and not week.is_paused(each.date)
        ]
        if starts:
            start, weekly = _repeated(starts, zone, ends=ends or item.once_on is not None)
            yield CalendarEvent(
                uid=_uid(member, f"item/{item.item_id}"),
                of=item,
                start=start,
                lasts=timedelta(minutes=item.lasts),
                weekly=weekly,
            )


def _repeated(
    starts: Sequence[datetime], zone: ZoneInfo, *, ends: bool
) -> tuple[datetime, Weekly | None]:
    """Return moments, in order, as the first of a weekly pattern and the exceptions from it."""
    if ends and len(starts) == 1:
        return starts[0], None
    # A wall time that comes twice is met the first time, by calendars as well.
    once = {start.astimezone(zone): start for start in starts if not start.astimezone(zone).fold}
    usual, _ = Counter(clock.time() for clock in once).most_common(1)[0]
    regular = {
        clock.replace(tzinfo=None): start for clock, start in once.items() if clock.time() == usual
    }
    walls = list(regular)
    days = frozenset(wall.weekday() for wall in walls)
    pattern = (walls[0] + step * DAY for step in range((walls[-1] - walls[0]).days + 1))
    weekly = Weekly(
        zone=zone,
        days=days,
        until=regular[walls[-1]] if ends else None,
        left_out=tuple(w for w in pattern if w.weekday() in days and w not in regular),
        besides=tuple(sorted({*starts} - {*regular.values()})),
    )
    return regular[walls[0]], weekly


def _uid(member: Member, of: str) -> str:
    return f"{uuid5(NAMESPACE_URL, f'legday/{member.member_id}/{of}')}@legday"
