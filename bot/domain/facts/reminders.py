"""Reminders of a plan: their states, and whether one is sent, postponed or skipped when due."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.domain.facts.errors import BadInput
from bot.domain.facts.schedule import instant, occurrences, out_of_quiet, quiet_until
from bot.domain.facts.settings import EVERY_DAY, Kind, QuietHours, Where

BEFORE_QUIET = timedelta(minutes=15)  # the last slot of an evening
TONIGHT = time(20)
TOMORROW = time(8)
OPEN_END = datetime(9999, 1, 1, tzinfo=UTC)  # a pause until the member resumes
SHORTEST_SNOOZE, LONGEST_SNOOZE = timedelta(minutes=5), timedelta(days=1)
LONGEST_EVENING = timedelta(hours=8)  # from 20:00; quiet hours that begin later are not its end


class State(StrEnum):
    """The state of an occurrence. Only ``OPEN`` ones are ever sent."""

    OPEN = "open"
    SENT = "sent"
    SKIPPED = "skipped"  # its window passed, or a rule said no; the reason is kept
    CANCELLED = "cancelled"  # the member changed what it depended on
    GIVEN_UP = "given_up"  # could not be delivered; the reason is kept


class SkipReason(StrEnum):
    """Why an occurrence was not sent, as its owner is told."""

    STALE = "stale"  # its window has passed
    OFF = "off"
    CARE = "care"  # a danger sign stands: nothing but care is talked about
    PAUSED = "paused"
    QUIET = "quiet"  # quiet hours outlast its window
    NO_ZONE = "no_zone"  # nobody can say whether it is night


class Snooze(StrEnum):
    """How long a member puts a reminder off."""

    HOUR = "hour"
    TONIGHT = "tonight"
    TOMORROW = "tomorrow"


class PlannedReminder(NamedTuple):
    """An occurrence of a plan; its identity (session, kind, ordinal) is never sent twice.

    Not before ``due_at``, not at all from ``stale_at`` on (both UTC).
    """

    session_id: int
    kind: Kind
    ordinal: int  # 1 = the first of its kind for this session
    due_at: datetime
    stale_at: datetime
    where: Where = Where.DM
    guild_id: int | None = None  # with Where.CHANNEL: the server whose channel is meant


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """When a member may be reached, at the moment of sending."""

    zone: ZoneInfo | None
    quiet: QuietHours = QuietHours()
    on: bool = True
    paused_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Postpone:
    """Check it again at ``until``: not due yet, or quiet hours."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Skip:
    """Never send it."""

    reason: SkipReason


def verdict(
    due_at: datetime, stale_at: datetime, *, now: datetime, terms: Terms
) -> Postpone | Skip | None:
    """Decide whether an occurrence claimed at ``now`` is sent (``None``), postponed or skipped.

    Quiet hours move it to their end once: there it is outside them, or its window has passed.
    """
    if now >= stale_at:
        return Skip(SkipReason.STALE)
    if not terms.on:
        return Skip(SkipReason.OFF)
    if terms.paused_until is not None and due_at < terms.paused_until:
        return Skip(SkipReason.PAUSED)
    if terms.zone is None:
        return Skip(SkipReason.NO_ZONE)
    free = out_of_quiet(max(now, due_at), terms.quiet, terms.zone)
    if free >= stale_at:
        return Skip(SkipReason.QUIET)
    return None if free == now else Postpone(free)


def snooze_until(choice: Snooze, now: datetime, quiet: QuietHours, zone: ZoneInfo) -> datetime:
    """Return when a snoozed reminder is due: after ``now`` and outside quiet hours.

    Tonight is 20:00, or the last slot before quiet hours where 20:00 is past or quiet; with neither
    ahead it is an hour from now. Tomorrow is 08:00 of the next local date, or the end of its night.
    """
    if choice is Snooze.TONIGHT:
        wished = _tonight(now, quiet, zone)
    elif choice is Snooze.TOMORROW:
        wished = _tomorrow(now, zone)
    else:
        wished = now + timedelta(hours=1)
    return out_of_quiet(wished, quiet, zone)


def snooze_for(length: timedelta, now: datetime, quiet: QuietHours, zone: ZoneInfo) -> datetime:
    """Return when a reminder is due that is snoozed for so long: outside quiet hours.

    Raises:
        BadInput: ``snooze_length``, shorter than five minutes or longer than a day.
    """
    if not SHORTEST_SNOOZE <= length <= LONGEST_SNOOZE:
        raise BadInput("snooze_length")
    return out_of_quiet(now + length, quiet, zone)


def _tonight(now: datetime, quiet: QuietHours, zone: ZoneInfo) -> datetime:
    today = now.astimezone(zone).date()
    evening = instant(today, TONIGHT, zone)
    if evening is None:
        return now + timedelta(hours=1)
    slots = [evening.at]
    if quiet.start != quiet.end:
        _, night = next(occurrences(quiet.start, EVERY_DAY, zone, after=now))
        slots += [night.at - BEFORE_QUIET] if night.at - evening.at <= LONGEST_EVENING else []
    ahead = (slot for slot in slots if slot > now and quiet_until(slot, quiet, zone) is None)
    return next(ahead, now + timedelta(hours=1))


def _tomorrow(now: datetime, zone: ZoneInfo) -> datetime:
    today = now.astimezone(zone).date()
    mornings = occurrences(TOMORROW, EVERY_DAY, zone, after=now)
    return next(resolved.at for nominal, resolved in mornings if nominal > today)
