"""The recovery plan after a leg session, by the sending rules of advice.md §2."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.domain.facts.errors import BadInput
from bot.domain.facts.kinds import CLOCKS, RANKS, TIP_KINDS
from bot.domain.facts.member import Member
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.settings import Experience, Kind, Preference, Where
from bot.domain.facts.training import Illness, LegSession, Newness, PainType, Report
from bot.domain.timing.windows import (
    Ground,
    elapsed,
    foam_roll,
    next_session,
    sleep,
    within,
)

TIPS_A_DAY = 2  # of a member, over all leg days and their own recurring reminders
TIPS_A_SESSION = 5
TOGETHER = timedelta(minutes=60)  # tips due within so much of each other come as one
LITTLE_SORE = 2  # of 10: not worth a foam roller
COMEBACK = timedelta(days=21)  # away for longer, and leg day is as good as new
HARDLY_SORE = 1  # of 10, twice running: recovered
SORE_FROM = timedelta(hours=6)  # after leg day; what is told before says nothing of it

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
    """Plan the reminders after ``session``, by due time, none in quiet hours and none stale.

    Those due already are there so that what waits to be sent stays; none of them is added any more.
    ``ahead`` tells the others.

    ``session`` is the member's newest, for a newer leg day's plan replaces the older one's.
    ``hard_open_at`` is when a hard run opens, ``None`` where nobody can say or it never closed.
    ``is_new`` marks a first, new or comeback leg day. Without a zone, without opt-in or in poor
    health there is no plan.

    Check-ins are questions, not tips: no cap counts them. They end once the legs are recovered.
    What other leg days have sent, and the member's own recurring reminders, count towards a day's
    cap: those always come, so the plan makes room.

    A later plan from the same facts holds the same occurrences at the same moments, less those that
    are stale: caps count what was due, not what is left.
    """
    settings = member.reminders
    if zone is None or not settings.on or _called_off(session, member.reports):
        return ()
    ground = Ground(session=session, member=member, zone=zone)
    wished = [*next_session(ground, hard_open_at), *_tips(ground)]
    if is_new:
        wished += elapsed(ground, Kind.FIRST_TIMER)
    wanted = (reminder for reminder in wished if reminder.where is not Where.OFF)
    kept = _together(_capped(wanted, ground), ground)
    if not is_recovered(session, member.reports):
        kept += [one for one in elapsed(ground, Kind.CHECKIN) if one.where is not Where.OFF]
    resumes = settings.paused_until
    left = (
        reminder
        for reminder in kept
        if reminder.stale_at > now and (resumes is None or reminder.due_at >= resumes)
    )
    return tuple(sorted(left, key=lambda reminder: (reminder.due_at, reminder.kind)))


def is_new(member: Member) -> bool:
    """Tell whether the newest leg day is the first, unaccustomed, or a comeback.

    A beginner's first one here is taken for the first ever (recovery-model §3.4).
    """
    newest, *before = member.sessions
    if newest.new_exercise:
        return True
    if newest.newness is not None:
        return newest.newness is not Newness.REGULAR
    if before:
        return newest.ended_at - before[0].ended_at > COMEBACK
    return member.profile.experience is Experience.NEW


def ahead(planned: Iterable[PlannedReminder], now: datetime) -> tuple[PlannedReminder, ...]:
    """Return the part of a plan still to come, this very moment included."""
    return tuple(reminder for reminder in planned if reminder.due_at >= now)


def check_preference(kind: Kind, preference: Preference) -> None:
    """Refuse a time of day at which ``kind`` never comes.

    Raises:
        BadInput: ``reminder_time_outside_window`` with kind, start and end.
    """
    window = CLOCKS.get(kind)
    if window is not None and preference.at is not None and not within(preference.at, window):
        raise BadInput(
            "reminder_time_outside_window", kind=kind, start=window.start, end=window.end
        )


def is_recovered(session: LegSession, reports: Sequence[Report]) -> bool:
    """Tell whether the last two scores since leg day say that the legs are hardly sore.

    Soreness comes late, so a score of the first hours is none of them.
    """
    believed = session.ended_at + SORE_FROM
    since = (report for report in reports if report.reported_at >= believed)
    scores = [report.soreness for report in since if report.soreness is not None][:2]
    return len(scores) == 2 and max(scores) <= HARDLY_SORE


def health_first(*, stop_sign: bool | None, illness: Illness | None, pain: PainType | None) -> bool:
    """Tell whether health outranks the tips: a danger sign on record, or illness or pain since."""
    return (
        stop_sign is True
        or illness not in {None, Illness.NONE}
        or pain not in {None, PainType.NONE, PainType.MUSCLE_ACHE}
    )


def _called_off(session: LegSession, reports: Sequence[Report]) -> bool:
    since = [report for report in reports if report.reported_at >= session.ended_at]
    return health_first(
        stop_sign=_latest(report.stop_sign for report in reports),
        illness=_latest(report.illness for report in since),
        pain=_latest(report.pain for report in since),
    )


def _tips(ground: Ground) -> Iterator[PlannedReminder]:
    """Yield tips for sore legs; none once they are not, no roller for legs that hardly are."""
    ended = ground.session.ended_at
    since = (report for report in ground.member.reports if report.reported_at >= ended)
    soreness = [report.soreness for report in since if report.soreness is not None]
    if is_recovered(ground.session, ground.member.reports):
        return
    yield from elapsed(ground, Kind.HYDRATE)
    yield from sleep(ground)
    if not soreness or soreness[0] > LITTLE_SORE:
        yield from foam_roll(ground)


def _capped(reminders: Iterable[PlannedReminder], ground: Ground) -> list[PlannedReminder]:
    kept: list[PlannedReminder] = []
    days = _told_by_others(ground)
    by_priority = sorted(reminders, key=lambda one: (RANKS[one.kind], one.due_at))
    for reminder in by_priority:
        day = ground.day_of(reminder.due_at)
        full = days[day] + _own(ground, day) >= TIPS_A_DAY or len(kept) >= TIPS_A_SESSION
        if reminder.kind is Kind.FIRST_TIMER or not full:
            days[day] += 1
            kept.append(reminder)
    return kept


def _told_by_others(ground: Ground) -> Counter[date]:
    """Count, by date, the tips that other leg days have sent."""
    others = (tip for tip in ground.member.tips if tip.session_id != ground.session.session_id)
    return Counter(ground.day_of(tip.due_at) for tip in others)


def _own(ground: Ground, day: date) -> int:
    """Count the member's own reminders of a date that are tips."""
    return sum(
        rule.kind in TIP_KINDS
        and not rule.paused
        and rule.broken is None
        and day.weekday() in rule.days
        and (rule.until is None or day <= rule.until)
        for rule in ground.member.rules
    )


def _together(tips: Iterable[PlannedReminder], ground: Ground) -> list[PlannedReminder]:
    """Move a tip to the next one of its evening, so that both come at one moment.

    It waits an hour at most, where it keeps so long and nobody wished its time; what warns of
    danger never waits.
    """
    waiting = sorted(tips, key=lambda one: (one.due_at, one.kind), reverse=True)
    settled: list[PlannedReminder] = []
    for tip in waiting:
        later = settled[-1] if settled else tip
        settled.append(replace(tip, due_at=later.due_at) if _may_wait(tip, later, ground) else tip)
    return settled


def _may_wait(tip: PlannedReminder, later: PlannedReminder, ground: Ground) -> bool:
    return (
        later.due_at - tip.due_at <= TOGETHER
        and Kind.FIRST_TIMER not in {tip.kind, later.kind}
        and (tip.where, tip.guild_id) == (later.where, later.guild_id)
        and ground.preference(tip.kind).at is None
        and later.due_at < tip.stale_at
        and ground.day_of(later.due_at) == ground.day_of(tip.due_at)
    )


def _latest(newest_first: Iterable[T | None]) -> T | None:
    return next((value for value in newest_first if value is not None), None)
