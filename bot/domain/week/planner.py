"""The week planner: the marks of a week's runs, the notes of its leg days, mends and placements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.facts.settings import Profile
from bot.domain.facts.week import PlanItem
from bot.domain.recovery.question import Question
from bot.domain.week.items import DAY, WEEK_DAYS, starts_at, things_of
from bot.domain.week.judging import CoursePoint, Judge, look_at_legs
from bot.domain.week.looking import LookedLegs, LookedRun
from bot.domain.week.mending import Mend, mends
from bot.domain.week.placing import Placement, placements
from bot.domain.week.slots import AFTER_DAYS, WeekThings, wishes_of

COURSE_STEP: Final = timedelta(hours=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedWeek:
    """A week looked at: what of it is still to come, in order of time."""

    first: date
    runs: tuple[LookedRun, ...]
    legs: tuple[LookedLegs, ...]
    mends: tuple[Mend, ...]
    placements: tuple[Placement, ...]


def plan_week(
    items: Sequence[PlanItem],
    known: Question,
    profile: Profile,
    *,
    now: datetime,
    zone: ZoneInfo,
    first: date,
) -> PlannedWeek:
    """Return the seven days from ``first`` on, today or later, looked at."""
    judge, wishes = Judge(known, now), wishes_of(items, profile)
    week = week_of(items, now, zone, first)
    runs = tuple(judge.look(each, week.legs, week.runs) for each in week.in_week(week.runs))
    legs = tuple(look_at_legs(judge, week.legs, week.runs))
    return PlannedWeek(
        first=first,
        runs=runs,
        legs=tuple(each for each in legs if week.in_week((each.legs,))),
        mends=mends(judge, week, runs, wishes),
        placements=placements(judge, week, wishes),
    )


def course(
    items: Sequence[PlanItem], known: Question, *, now: datetime, zone: ZoneInfo, first: date
) -> tuple[CoursePoint, ...]:
    """Return leg fatigue through a planned week, every few hours and where a leg day ends."""
    judge, week = Judge(known, now), week_of(items, now, zone, first)
    begin, end = max(now, starts_at(first, zone)), starts_at(week.last, zone)
    steps = int((end - begin) / COURSE_STEP)
    ends = {each.end for each in week.legs if begin < each.end < end}
    moments = {begin + step * COURSE_STEP for step in range(steps + 1)}
    before = {each - timedelta(minutes=1) for each in ends}
    return tuple(
        judge.point(at, week.legs, week.runs) for at in sorted(moments | ends | before | {end})
    )


def week_of(items: Sequence[PlanItem], now: datetime, zone: ZoneInfo, first: date) -> WeekThings:
    """Return what is planned from now until some days after a week: there it is still felt."""
    today = now.astimezone(zone).date()
    days = (first - today).days + WEEK_DAYS + AFTER_DAYS
    things = things_of(items, zone, today - DAY, days + 1)
    return WeekThings(
        first=first,
        zone=zone,
        legs=tuple(each for each in things if each.item.is_legs and each.end > now),
        runs=tuple(each for each in things if not each.item.is_legs and each.start > now),
    )
