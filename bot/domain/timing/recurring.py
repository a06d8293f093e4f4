"""Recurrence of posts and rules: a wall time on weekdays in a zone, as moments.

A time inside quiet hours comes when they end, once; what is ``early`` comes shortly before they
begin instead, since a wind-down in the morning helps nobody (R18).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from bot.domain.facts.errors import BadInput
from bot.domain.facts.occurrences import NewOccurrence
from bot.domain.facts.reminders import BEFORE_QUIET
from bot.domain.facts.schedule import DAY, Resolved, instant, occurrences, quiet_until
from bot.domain.facts.settings import EVERY_DAY, QuietHours
from bot.domain.reading import zones

GRACE = timedelta(minutes=30)  # later than this it is skipped, not sent late (R10)
LONGEST_MOVE = timedelta(days=2)  # quiet hours move it by less than this
COUNTED_BACK = timedelta(days=90)  # skips of longer ago are not kept: as long as closed reminders
AHEAD = 5  # occurrences handed to the store, which passes over those already sent (R15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """A wall time on weekdays in a zone, up to a last nominal date."""

    of: int  # its post or rule
    at: time
    days: frozenset[int]
    zone: ZoneInfo
    quiet: QuietHours
    until: date | None = None
    early: bool = False
    # Makes room for others at the same minute, where that is no quiet hour.
    later: timedelta = timedelta(0)
    grace: timedelta = GRACE  # later than this it is skipped


def known_zone(name: str) -> ZoneInfo | None:
    """Return the zone of that name, ``None`` if the pinned tz database has none."""
    try:
        return zones.zone(name)
    except BadInput:
        return None


def comings(recurrence: Recurrence, *, after: datetime) -> Iterator[NewOccurrence]:
    """Yield every occurrence due after ``after``, up to ``until`` if there is one."""
    at, days = recurrence.at, recurrence.days
    for nominal, resolved in occurrences(at, days, recurrence.zone, after=after - LONGEST_MOVE):
        if recurrence.until is not None and nominal > recurrence.until:
            return
        coming = _occurrence(recurrence, nominal, resolved)
        if coming.due_at > after:
            yield coming


def on_date(recurrence: Recurrence, nominal: date) -> NewOccurrence | None:
    """Return the occurrence of one nominal date; ``None`` on a date the zone skipped."""
    resolved = instant(nominal, recurrence.at, recurrence.zone)
    return None if resolved is None else _occurrence(recurrence, nominal, resolved)


def ahead(recurrence: Recurrence, *, after: datetime, now: datetime) -> Iterator[NewOccurrence]:
    """Yield the occurrences after ``after`` that can still come.

    After an outage the first is the latest one, if it is within its grace: those between are never
    sent in a burst.
    """
    for coming in comings(recurrence, after=max(after, now - recurrence.grace - LONGEST_MOVE)):
        if coming.stale_at > now:
            yield coming


def missed(recurrence: Recurrence, *, after: datetime, now: datetime) -> tuple[NewOccurrence, ...]:
    """Return the occurrences after ``after`` that can no longer come, of the last 90 days."""
    since = max(after, now - COUNTED_BACK)
    return tuple(takewhile(lambda one: one.stale_at <= now, comings(recurrence, after=since)))


def moved(moment: datetime, quiet: QuietHours, zone: ZoneInfo, *, early: bool) -> datetime:
    """Return ``moment`` moved out of quiet hours: to their end, or before them."""
    end = quiet_until(moment, quiet, zone)
    if end is None:
        return moment
    if not early:
        return end
    nights = occurrences(quiet.start, EVERY_DAY, zone, after=moment - 2 * DAY)
    begins = [night.at for _, night in takewhile(lambda found: found[1].at <= moment, nights)]
    evening = begins[-1] - BEFORE_QUIET
    return end if quiet_until(evening, quiet, zone) else evening


def _occurrence(recurrence: Recurrence, nominal: date, resolved: Resolved) -> NewOccurrence:
    quiet, zone = recurrence.quiet, recurrence.zone
    due = moved(resolved.at, quiet, zone, early=recurrence.early)
    if recurrence.later and quiet_until(due + recurrence.later, quiet, zone) is None:
        due += recurrence.later
    return NewOccurrence(
        of=recurrence.of,
        nominal_date=nominal,
        nominal_time=recurrence.at,
        due_at=due,
        stale_at=due + recurrence.grace,
    )
