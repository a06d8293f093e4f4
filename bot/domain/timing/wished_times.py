"""A time of day wished for a reminder: when it comes with quiet hours, and which ones allow it.

Worked out with the plan's own windows, for a leg day that suits the wish best, on a day without a
clock change.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.facts.kinds import SPANS
from bot.domain.facts.member import Member
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.schedule import DAY
from bot.domain.facts.settings import EVERY_DAY, Kind, QuietHours
from bot.domain.facts.training import LegSession
from bot.domain.timing.windows import Ground, elapsed, foam_roll, next_session, sleep

MIDNIGHT = datetime(2026, 1, 5, tzinfo=UTC)
ROOM = timedelta(hours=1)  # between a wished time and the quiet hours moved behind it


def comes_at(kind: Kind, member: Member) -> time | None:
    """Return the time of day at which ``kind`` comes with the time wished for it.

    ``None`` where quiet hours outlast its window, or no time is wished.
    """
    wished = member.reminders.preference(kind).at
    if wished is None:
        return None
    first = next(_occurrences(kind, member, wished), None)
    return None if first is None else first.due_at.time()


def holds(kind: Kind, member: Member) -> bool:
    """Tell whether quiet hours leave the time wished for ``kind`` as it is, if there is one."""
    wished = member.reminders.preference(kind).at
    return wished is None or comes_at(kind, member) == wished


def making_room(at: time, quiet: QuietHours) -> QuietHours:
    """Return quiet hours that leave out ``at``: begun an hour after it, or ended at it.

    The end that is nearer is moved.
    """
    since, until = _after(quiet.start, at), _after(at, quiet.end)
    if since <= until and until > ROOM:
        return replace(quiet, start=(MIDNIGHT + _after(time.min, at) + ROOM).time())
    return replace(quiet, end=at)


def _occurrences(kind: Kind, member: Member, at: time) -> Iterator[PlannedReminder]:
    """Yield what comes of ``kind`` after a leg day whose window opens at ``at``, if it is elapsed.

    Else the leg day ended the midnight before.
    """
    ended_at = MIDNIGHT
    if kind in SPANS:
        ended_at += _after(time.min, at) - SPANS[kind][0].opens
    preference = replace(member.reminders.preference(kind), days=EVERY_DAY)
    ground = Ground(
        session=LegSession(session_id=0, ended_at=ended_at),
        member=member._replace(reminders=replace(member.reminders, preferences={kind: preference})),
        zone=ZoneInfo("UTC"),
    )
    if kind in SPANS:
        return elapsed(ground, kind)
    if kind is Kind.NEXT_SESSION:
        return next_session(ground, ended_at + timedelta.resolution)
    return sleep(ground) if kind is Kind.SLEEP else foam_roll(ground)


def _after(start: time, end: time) -> timedelta:
    """Return how long it is from one time of day to the next coming of another."""
    day = MIDNIGHT.date()
    return (datetime.combine(day, end) - datetime.combine(day, start)) % DAY
