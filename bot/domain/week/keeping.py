"""Keeping the plan: weeks kept, missed or neutral, and the streak; derived from what was logged.

No job counts anything: whatever was down, nothing falls. A planned thing is met by an entry, or by
rest where rest was the advice, whether or not anybody asked for it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.decisions.known_of_member import as_of, question
from bot.domain.facts.member import Member
from bot.domain.facts.training import Activity
from bot.domain.facts.week import KeptWeek, TrainingPlan, WeekState
from bot.domain.reading import zones
from bot.domain.recovery.answer import Gate, Reply
from bot.domain.recovery.assess import assess
from bot.domain.recovery.fatigue import fatigue_at, legs_of
from bot.domain.recovery.gates import holds_of
from bot.domain.recovery.plan import fits, standing_at
from bot.domain.recovery.question import PlannedRun, Question
from bot.domain.recovery.safety import care_of
from bot.domain.timing.plan import health_first
from bot.domain.week.done_by_then import asked_as
from bot.domain.week.items import DAY, WEEK_DAYS, PlannedThing, entered_at, starts_at, things_of
from bot.domain.week.looking import TOO_EARLY

SETTLES: Final = timedelta(hours=72)  # after its end a week is closed
VERY_SORE: Final = 6  # 0-10: on such a day no leg day is the advice
STILL_FELT: Final = timedelta(days=16)  # by when no entry of the log holds anything back
NOT_TIRED: Final = frozenset({Gate.NO_RUNNING, Gate.NEVER_LOGGED})  # holds that ask no rest
MISSES: Final = 2  # missed weeks running that begin a streak anew


ORDER: Final = tuple(WeekState)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """How somebody keeps their plan; ``open`` are weeks that are over but not closed yet."""

    current: int
    longest: int
    rested: int
    weeks: tuple[KeptWeek, ...]
    open: tuple[date, ...] = ()


def keeping_of(member: Member, now: datetime) -> Keeping:
    """Return how a plan is kept: by the closed weeks, and those that can be closed now."""
    weeks = (*member.kept_weeks, *due(member, member.kept_weeks, now))
    current, longest = streaks(weeks)
    return Keeping(
        current=current,
        longest=longest,
        rested=sum(week.rested for week in weeks),
        weeks=weeks,
        open=tuple(_open(member, weeks, now)),
    )


def due(member: Member, closed: Sequence[KeptWeek], now: datetime) -> tuple[KeptWeek, ...]:
    """Return the weeks after the closed ones that can be closed now, in order."""
    if member.week.since is None or member.zone is None:
        return ()
    zone = zones.zone(member.zone)
    monday = _first_after(closed, member.week.since, zone)
    found = []
    while closes_at(monday, zone) <= now:
        found.append(week_of(member, monday, zone, now))
        monday += WEEK_DAYS * DAY
    return tuple(found)


def lifted(member: Member, closed: Sequence[KeptWeek], now: datetime) -> tuple[KeptWeek, ...]:
    """Return the closed weeks that what is known by now makes better; none is ever lowered.

    Only a week whose things are all still in the plan can be counted anew.
    """
    if member.zone is None:
        return ()
    zone = zones.zone(member.zone)
    found = []
    for week in closed:
        again = week_of(member, week.monday, zone, now)
        if again.planned != week.planned:
            continue
        better = replace(
            week,
            met=max(week.met, again.met),
            rested=max(week.rested, again.rested),
            state=max(week.state, again.state, key=ORDER.index),
        )
        if better != week:
            found.append(better)
    return tuple(found)


def week_of(member: Member, monday: date, zone: ZoneInfo, now: datetime) -> KeptWeek:
    """Return one week as it stands at a moment."""
    around = things_of(member.week.items, zone, monday - WEEK_DAYS * DAY, 3 * WEEK_DAYS)
    things = [
        each
        for each in around
        if each.start <= now and entered_at(each.item).astimezone(zone).date() <= each.date
    ]
    rested = {
        each for each in things if _in_week(each, monday) and _rest_advised(member, each, zone, now)
    }
    trained = set(_trained(member, [each for each in things if each not in rested], zone))
    week = [each for each in things if _in_week(each, monday)]
    met = [each for each in week if each in rested or each in trained]
    return KeptWeek(
        monday=monday,
        planned=len(week),
        met=len(met),
        rested=sum(each in rested for each in week),
        state=_state(member.week, monday, week, met),
    )


def streaks(weeks: Sequence[KeptWeek]) -> tuple[int, int]:
    """Return the current and the longest streak of kept weeks.

    Neutral weeks are passed over, one missed week is bridged, two running begin anew.
    """
    current = longest = missed = 0
    for week in weeks:
        if week.state is WeekState.KEPT:
            current, missed = current + 1, 0
        elif week.state is WeekState.MISSED:
            missed += 1
            current = 0 if missed >= MISSES else current
        longest = max(longest, current)
    return current, longest


def monday_of(day: date) -> date:
    """Return the Monday of a date's week."""
    return day - day.weekday() * DAY


def closes_at(monday: date, zone: ZoneInfo) -> datetime:
    """Return when a week can be closed: some days after its end, for late entries."""
    return starts_at(monday + WEEK_DAYS * DAY, zone) + SETTLES


def _open(member: Member, weeks: Sequence[KeptWeek], now: datetime) -> Iterator[date]:
    if member.week.since is None or member.zone is None:
        return
    zone = zones.zone(member.zone)
    monday = _first_after(weeks, member.week.since, zone)
    while closes_at(monday, zone) - SETTLES <= now:
        yield monday
        monday += WEEK_DAYS * DAY


def _first_after(weeks: Sequence[KeptWeek], since: datetime, zone: ZoneInfo) -> date:
    """Return the Monday after some weeks of a plan, of its first week where there are none."""
    first = monday_of(since.astimezone(zone).date())
    return max(first, weeks[-1].monday + WEEK_DAYS * DAY) if weeks else first


def _state(
    plan: TrainingPlan, monday: date, week: Sequence[PlannedThing], met: Sequence[PlannedThing]
) -> WeekState:
    if week and _two_thirds(len(met), len(week)):
        return WeekState.KEPT
    if not week:
        return WeekState.NEUTRAL
    if not _pause_touches(plan, monday):
        return WeekState.MISSED
    outside = [each for each in week if not plan.is_paused(each.date)]
    met_outside = [each for each in met if not plan.is_paused(each.date)]
    if met_outside and _two_thirds(len(met_outside), len(outside)):
        return WeekState.KEPT
    return WeekState.NEUTRAL


def _two_thirds(met: int, planned: int) -> bool:
    return 3 * met >= 2 * planned


def _pause_touches(plan: TrainingPlan, monday: date) -> bool:
    return any(plan.is_paused(monday + step * DAY) for step in range(WEEK_DAYS))


def _in_week(thing: PlannedThing, monday: date) -> bool:
    return monday <= thing.date < monday + WEEK_DAYS * DAY


def _trained(
    member: Member, things: Sequence[PlannedThing], zone: ZoneInfo
) -> Iterator[PlannedThing]:
    """Yield the things that an entry meets: of their date or a day beside it, each used once.

    In order of date, each takes the earliest entry there is for it, so that most are met.
    """
    lifts = sorted(each.ended_at.astimezone(zone).date() for each in member.sessions)
    ran = sorted(
        each.ended_at.astimezone(zone).date()
        for each in member.runs
        if each.activity is Activity.RUN
    )
    for thing in sorted(things, key=lambda each: (each.date, each.start)):
        days = lifts if thing.item.is_legs else ran
        near = next((day for day in days if abs(day - thing.date) <= DAY), None)
        if near is not None:
            days.remove(near)
            yield thing


def _rest_advised(member: Member, thing: PlannedThing, zone: ZoneInfo, now: datetime) -> bool:
    """Tell whether rest was the advice for a thing, from what is logged up to it.

    Not where a run was only too long or too hard for who does not run: a lesser one was advised.
    """
    start = thing.start.astimezone(UTC)
    ends = starts_at(thing.date + DAY, zone) - timedelta(seconds=1)
    latest = max(start, min(now, ends))
    if not _anything_left(member, latest):
        return False
    if _may_need_care(member) and care_of(question(as_of(member, latest), latest)) is not None:
        return True
    run = thing.item.run
    plan = None if run is None else PlannedRun(kind=run, minutes=float(thing.item.lasts))
    asked = question(as_of(member, start), start, Question(plan=plan))
    if care_of(asked) is not None:
        return True
    if run is None:
        return _sore_on(member, thing.date, zone) or fatigue_at(legs_of(asked), 0.0) >= TOO_EARLY
    answer = assess(asked, changes=False)
    if answer.reply in {Reply.YES, Reply.ASK}:
        return False
    legs = legs_of(asked)
    holds = tuple(each for each in holds_of(legs) if each.gate not in NOT_TIRED)
    kind = run if asked.soreness is not None else asked_as(run) or run
    return not fits(kind, standing_at(legs, holds, 0.0))


def _anything_left(member: Member, at: datetime) -> bool:
    """Tell whether anything known may still speak for rest at a moment."""
    if member.health.is_told:
        return True
    ended = [each.ended_at for each in member.sessions]
    ended += (each.ended_at for each in member.runs)
    said = (each for each in member.reports if each.reported_at <= at)
    return any(at - STILL_FELT <= each <= at for each in ended) or any(
        at - each.reported_at <= STILL_FELT
        or (each.pain, each.illness, each.stop_sign) != (None, None, None)
        for each in said
    )


def _may_need_care(member: Member) -> bool:
    """Tell whether any report is of pain, illness or a danger sign: without one no care stands."""
    return any(
        health_first(stop_sign=each.stop_sign, illness=each.illness, pain=each.pain)
        for each in member.reports
    )


def _sore_on(member: Member, day: date, zone: ZoneInfo) -> bool:
    return any(
        (report.soreness or 0) >= VERY_SORE and report.reported_at.astimezone(zone).date() == day
        for report in member.reports
    )
