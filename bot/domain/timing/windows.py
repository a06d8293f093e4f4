"""The time windows of each kind after a leg session, in the member's own hours.

The windows of each kind are in ``bot.domain.facts.kinds``. What falls inside quiet hours moves to
their end, or is dropped where its window has passed by then; only a wind-down moves forward, to
before quiet hours. Nothing here knows the present: the same session has the same moments whenever
they are worked out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.facts.kinds import CLOCKS, SPANS, ElapsedWindow
from bot.domain.facts.member import Member
from bot.domain.facts.reminders import BEFORE_QUIET, PlannedReminder
from bot.domain.facts.schedule import DAY, instant, occurrences, out_of_quiet, quiet_until
from bot.domain.facts.settings import EVERY_DAY, Kind, Preference, QuietHours
from bot.domain.facts.training import LegSession

ROLL_AFTER = timedelta(hours=1)
SHORTEST_LIFE = timedelta(minutes=30)  # of what comes at the very end of its clock window
WIND_DOWN = timedelta(minutes=75)  # before bedtime
WIND_DOWN_EARLIER = timedelta(hours=4)  # at most so much is it moved forward, out of quiet hours
NIGHT = timedelta(hours=8)  # adults want 7 h or more (AASM 2015), and time to fall asleep
GETTING_READY = timedelta(hours=1)  # before what is planned first
EVENING = time(18)  # no wind-down before
EVENINGS = 2  # leg day's own and the next: those with a wind-down in any case
NO_BEDTIME = time(22)  # the evening's end where neither bedtime nor quiet hours tell it


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The context of planning: the session, its member, and the member's zone."""

    session: LegSession
    member: Member
    zone: ZoneInfo

    @property
    def ended_on(self) -> date:
        """The local date on which the session ended."""
        return self.day_of(self.session.ended_at)

    @property
    def evenings(self) -> tuple[date, date]:
        """The dates of the evening of leg day and the next."""
        ended_on = self.ended_on
        return ended_on, ended_on + DAY

    @property
    def quiet(self) -> QuietHours:
        """The member's quiet hours."""
        return self.member.profile.quiet

    def day_of(self, moment: datetime) -> date:
        """Return the local date of a moment."""
        return moment.astimezone(self.zone).date()

    def preference(self, kind: Kind) -> Preference:
        """Return the member's preference for ``kind``."""
        return self.member.reminders.preference(kind)

    def moment(self, nominal: date, at: time) -> datetime | None:
        """Return ``at`` on ``nominal`` in UTC, ``None`` on a date the zone skipped."""
        resolved = instant(nominal, at, self.zone)
        return None if resolved is None else resolved.at

    def evening(self, nominal: date, at: time) -> datetime | None:
        """Return ``at`` in the evening of ``nominal``; a time before noon is after midnight."""
        return self.moment(nominal + DAY if at < time(12) else nominal, at)

    def quiet_from(self, after: datetime) -> datetime | None:
        """Return when quiet hours next begin, ``None`` where there are none."""
        if self.quiet.start == self.quiet.end:
            return None
        _, begins = next(occurrences(self.quiet.start, EVERY_DAY, self.zone, after=after))
        return begins.at

    def is_quiet(self, moment: datetime) -> bool:
        """Tell whether ``moment`` lies in the member's quiet hours."""
        return quiet_until(moment, self.quiet, self.zone) is not None

    def reminder(self, kind: Kind, ordinal: int, due: datetime, stale: datetime) -> PlannedReminder:
        """Return an occurrence with the destination the member chose for ``kind``."""
        preference = self.preference(kind)
        return PlannedReminder(
            session_id=self.session.session_id,
            kind=kind,
            ordinal=ordinal,
            due_at=due,
            stale_at=stale,
            where=preference.where,
            guild_id=preference.guild_id,
        )


def elapsed(ground: Ground, kind: Kind, most: int | None = None) -> Iterator[PlannedReminder]:
    """Yield a reminder for each elapsed window of which some lies outside quiet hours.

    Of the first ``most`` windows, here and below, where not all are wanted.
    """
    for ordinal, span in enumerate(SPANS[kind][:most], start=1):
        yield from _in_span(ground, kind, span, ordinal)


def sleep(ground: Ground, most: int | None = None) -> Iterator[PlannedReminder]:
    """Yield ordinal 1 for the evening of leg day and 2 for the next, stale at bedtime."""
    days = ground.preference(Kind.SLEEP).days
    for ordinal, nominal in enumerate(ground.evenings[:most], start=1):
        bed = bed_of(ground, nominal)
        due = wind_down(ground, nominal, bed)
        if due is None or due <= ground.session.ended_at or nominal.weekday() not in days:
            continue
        ends = [end for end in (bed, ground.quiet_from(due)) if end is not None and end > due]
        yield ground.reminder(Kind.SLEEP, ordinal, due, min(ends, default=due + WIND_DOWN))


def bed_of(ground: Ground, nominal: date) -> datetime | None:
    """Return bedtime in the evening of a date: as it was said, or by what comes next morning.

    That is what the member usually gets up for, or earlier what is planned, an hour after waking;
    eight hours of night before it, and the wind-down never before the evening.
    """
    profile = ground.member.profile
    if not profile.bed_by_plan:
        return None if profile.bed is None else ground.evening(nominal, profile.bed)
    morning = nominal + DAY
    wakes = [start - GETTING_READY for start in planned_starts(ground, morning)]
    if profile.wake is not None and (usual := ground.moment(morning, profile.wake)) is not None:
        wakes.append(usual)
    evening = ground.moment(nominal, EVENING)
    if not wakes or evening is None:
        return None
    return max(min(wakes) - NIGHT, evening + WIND_DOWN)


def planned_starts(ground: Ground, day: date) -> Iterator[datetime]:
    """Yield when each thing of the training plan starts on a date, none in a pause."""
    week = ground.member.week
    for item in week.items if not week.is_paused(day) else ():
        start = ground.moment(day, item.at) if item.is_on(day) else None
        if start is not None:
            yield start


def foam_roll(ground: Ground, most: int | None = None) -> Iterator[PlannedReminder]:
    """Yield ordinal 1 for the evening of leg day, if there is time, and 2 for the next."""
    not_before = ground.session.ended_at + ROLL_AFTER
    for ordinal, nominal in enumerate(ground.evenings[:most], start=1):
        found = _on_clock(ground, Kind.FOAM_ROLL, nominal, not_before)
        if found is not None:
            yield ground.reminder(Kind.FOAM_ROLL, ordinal, *found)


def next_session(
    ground: Ground, hard_open_at: datetime | None, most: int | None = None
) -> Iterator[PlannedReminder]:
    """Yield the moment hard running opens, moved to the first hour and day allowed."""
    if most == 0 or hard_open_at is None or hard_open_at <= ground.session.ended_at:
        return
    first = hard_open_at.astimezone(ground.zone).date()
    for nominal in (first + n * DAY for n in range(9)):
        found = _on_clock(ground, Kind.NEXT_SESSION, nominal, hard_open_at)
        if found is not None:
            yield ground.reminder(Kind.NEXT_SESSION, 1, *found)
            return


def _in_span(
    ground: Ground, kind: Kind, span: ElapsedWindow, ordinal: int
) -> Iterator[PlannedReminder]:
    ended = ground.session.ended_at
    closes = ended + span.closes
    days = EVERY_DAY if span.must_come else ground.preference(kind).days
    for wished in _wishes(ground, kind, span):
        due = out_of_quiet(wished, ground.quiet, ground.zone)
        if due < closes and due.astimezone(ground.zone).weekday() in days:
            yield ground.reminder(kind, ordinal, due, min(due + span.life, closes))
            return


def _wishes(ground: Ground, kind: Kind, span: ElapsedWindow) -> Iterator[datetime]:
    at = ground.preference(kind).at
    ended = ground.session.ended_at
    if at is not None:
        just_before = ended + span.opens - timedelta.resolution
        _, wished = next(occurrences(at, EVERY_DAY, ground.zone, after=just_before))
        yield wished.at
    if at is None or span.flexible:
        yield ended + span.usual


def wind_down(ground: Ground, nominal: date, bed: datetime | None) -> datetime | None:
    """Return when to wind down in the evening of ``nominal``, outside quiet hours."""
    due = _wished_wind_down(ground, nominal, bed)
    silent_until = due and quiet_until(due, ground.quiet, ground.zone)
    if due is None or silent_until is None:
        return due
    if bed is not None and silent_until < bed:
        return silent_until
    begins = ground.quiet_from(due - WIND_DOWN_EARLIER)
    if begins is None or begins > due or ground.is_quiet(begins - BEFORE_QUIET):
        return None
    return begins - BEFORE_QUIET


def _wished_wind_down(ground: Ground, nominal: date, bed: datetime | None) -> datetime | None:
    wished = ground.preference(Kind.SLEEP).at
    if wished is not None:
        return ground.evening(nominal, wished)
    if bed is not None:
        return bed - WIND_DOWN
    quiet = ground.quiet
    is_night = quiet.start != quiet.end and CLOCKS[Kind.SLEEP].has(quiet.start)
    ends = ground.evening(nominal, quiet.start if is_night else NO_BEDTIME)
    return ends and ends - BEFORE_QUIET


def _on_clock(
    ground: Ground, kind: Kind, nominal: date, not_before: datetime
) -> tuple[datetime, datetime] | None:
    """Return due and stale on ``nominal``; ``None`` where its day or hour is not allowed."""
    preference = ground.preference(kind)
    window = CLOCKS[kind]
    opens = ground.moment(nominal, preference.at or window.usual or window.start)
    closes = ground.moment(nominal, window.end)
    if opens is None or closes is None or nominal.weekday() not in preference.days:
        return None
    if preference.at is not None and opens < not_before:
        return None
    due = out_of_quiet(max(opens, not_before), ground.quiet, ground.zone)
    return None if due > closes else (due, max(closes, due + SHORTEST_LIFE))
