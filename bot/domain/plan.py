"""The recovery plan a leg session earns, by the sending rules of advice.md §2."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.domain.errors import BadInput
from bot.domain.member import Member
from bot.domain.recovery.parameters import EARLY_SORENESS
from bot.domain.reminders import PlannedReminder
from bot.domain.settings import Kind, Preference, Where
from bot.domain.training import Illness, LegSession, PainType, Report
from bot.domain.windows import (
    CLOCK_WINDOWS,
    FIRST_TIMER,
    HYDRATE,
    Ground,
    check_ins,
    elapsed,
    foam_roll,
    next_session,
    sleep,
    within,
)

TIPS_A_DAY = 2
TIPS_A_SESSION = 5
# Who stays where a cap bites. Safety is first and comes once a plan: no cap ever reaches it.
PRIORITY = (Kind.FIRST_TIMER, Kind.SLEEP, Kind.HYDRATE, Kind.NEXT_SESSION, Kind.FOAM_ROLL)
LITTLE_SORE = 2  # of 10: not worth a foam roller
HARDLY_SORE = 1  # of 10, twice running: recovered

T = TypeVar("T")


def plan(
    session: LegSession,
    *,
    member: Member,
    now: datetime,
    hard_open_at: datetime | None,
    zone: ZoneInfo | None,
    is_new: bool,
) -> tuple[PlannedReminder, ...]:
    """Plan the reminders ``session`` earns, by due time: all after ``now``, none in quiet hours.

    ``session`` is the member's newest, for a newer leg day's plan replaces the older one's.
    ``hard_open_at`` is when a hard run opens, ``None`` where nobody can say or it never closed.
    ``is_new`` marks a first, new or comeback leg day. Without a zone, without opt-in or in poor
    health there is no plan.

    Check-ins are questions, not tips: no cap counts them. They end once the legs are recovered.

    A later plan from the same facts holds the same occurrences at the same moments, less those that
    lie behind: caps count what was due, not what is left.
    """
    settings = member.reminders
    if zone is None or not settings.on or _called_off(session, member.reports):
        return ()
    ground = Ground(session=session, member=member, zone=zone)
    wished = [*next_session(ground, hard_open_at), *_tips(ground)]
    if is_new:
        wished += elapsed(ground, FIRST_TIMER)
    kept = _capped((reminder for reminder in wished if reminder.where is not Where.OFF), zone)
    if not is_recovered(session, member.reports):
        kept += [one for one in check_ins(ground) if one.where is not Where.OFF]
    resumes = settings.paused_until or now
    ahead = (reminder for reminder in kept if reminder.due_at > now and reminder.due_at >= resumes)
    return tuple(sorted(ahead, key=lambda reminder: (reminder.due_at, reminder.kind)))


def check_preference(kind: Kind, preference: Preference) -> None:
    """Refuse a time of day at which ``kind`` never comes.

    Raises:
        BadInput: ``reminder_time_outside_window`` with kind, start and end.
    """
    window = CLOCK_WINDOWS.get(kind)
    if window is not None and preference.at is not None and not within(preference.at, window):
        raise BadInput("reminder_time_outside_window", kind=kind, start=window[0], end=window[1])


def is_recovered(session: LegSession, reports: Sequence[Report]) -> bool:
    """Tell whether the last two scores since leg day say that the legs are hardly sore.

    Soreness comes late, so a score of the first hours is none of them.
    """
    believed = session.ended_at + timedelta(hours=EARLY_SORENESS)
    since = (report for report in reports if report.reported_at >= believed)
    scores = [report.soreness for report in since if report.soreness is not None][:2]
    return len(scores) == 2 and max(scores) <= HARDLY_SORE


def _called_off(session: LegSession, reports: Sequence[Report]) -> bool:
    """Tell whether health outranks the tips: a stop sign that stands, or illness or pain since."""
    since = [report for report in reports if report.reported_at >= session.ended_at]
    illness = _latest(report.illness for report in since)
    pain = _latest(report.pain for report in since)
    return (
        _latest(report.stop_sign for report in reports) is True
        or illness not in {None, Illness.NONE}
        or pain not in {None, PainType.NONE, PainType.MUSCLE_ACHE}
    )


def _tips(ground: Ground) -> Iterator[PlannedReminder]:
    """Yield what helps sore legs; none once they are not, no roller for legs that hardly are."""
    ended = ground.session.ended_at
    since = (report for report in ground.member.reports if report.reported_at >= ended)
    soreness = [report.soreness for report in since if report.soreness is not None]
    if is_recovered(ground.session, ground.member.reports):
        return
    yield from elapsed(ground, HYDRATE)
    yield from sleep(ground)
    if not soreness or soreness[0] > LITTLE_SORE:
        yield from foam_roll(ground)


def _capped(reminders: Iterable[PlannedReminder], zone: ZoneInfo) -> list[PlannedReminder]:
    kept: list[PlannedReminder] = []
    days: Counter[object] = Counter()
    by_priority = sorted(reminders, key=lambda one: (PRIORITY.index(one.kind), one.due_at))
    for reminder in by_priority:
        day = reminder.due_at.astimezone(zone).date()
        if days[day] < TIPS_A_DAY and len(kept) < TIPS_A_SESSION:
            days[day] += 1
            kept.append(reminder)
    return kept


def _latest(newest_first: Iterable[T | None]) -> T | None:
    return next((value for value in newest_first if value is not None), None)
