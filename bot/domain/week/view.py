"""What ``/plan week`` shows, from a member: their week, with what they want to try, looked at."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.decisions import known_of_member
from bot.domain.facts.member import Member
from bot.domain.facts.week import PlanItem
from bot.domain.reading.plan_words import TriedPiece
from bot.domain.recovery.question import Question
from bot.domain.recovery.safety import care_of
from bot.domain.week.items import DAY, WEEK_DAYS, PlannedThing, ahead, edition, things_of, unlogged
from bot.domain.week.judging import CoursePoint
from bot.domain.week.keeping import Keeping, keeping_of
from bot.domain.week.pausing import PausedPlan, is_paused
from bot.domain.week.planner import PlannedWeek, course, plan_week
from bot.domain.week.planning import zone_of
from bot.domain.week.trying import tried

FIRST_TRIED: Final = 1  # ids of things that are only tried


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekAsked:
    """What of a week is asked for."""

    pieces: tuple[TriedPiece, ...] = ()  # the changes to try
    later: bool = False  # the week after the next seven days
    picture: bool = False  # the picture too
    asked: bool = True  # whether a leg day that was not logged is asked about


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekView:
    """A member's week."""

    now: datetime
    zone: ZoneInfo
    asked: WeekAsked
    edition: str  # the plan's own, without what is tried
    question: Question  # what is known of the member
    care: bool = False  # a sign stands that needs care: then no plan is judged
    week: PlannedWeek | None = None  # ``None`` where nothing is planned or care stands
    past: tuple[PlannedThing, ...] = ()
    unlogged: PlannedThing | None = None
    course: tuple[CoursePoint, ...] = ()
    any_legs_known: bool = True
    keeping: Keeping | None = None
    paused: PausedPlan | None = None


def look(member: Member, asked: WeekAsked, now: datetime) -> WeekView:
    """Look at a member's week. It takes some milliseconds: never on the loop.

    Raises:
        NeedsZone: nobody knows when their days are.
        BadInput: what is tried cannot be.
    """
    zone = zone_of(member)
    today = now.astimezone(zone).date()
    own = ahead(member.week.items, today)
    known = known_of_member.question(member, now)
    view = WeekView(
        now=now,
        zone=zone,
        asked=asked,
        edition=edition(member.week.items),
        question=known,
        care=care_of(known) is not None,
    )
    if view.care:
        return view
    if member.week.since is not None:
        paused = PausedPlan(last=member.week.paused_until) if is_paused(member, today) else None
        view = replace(view, keeping=keeping_of(member, now), paused=paused)
    items = tried(own, asked.pieces, FIRST_TRIED)
    if not items:
        return view
    return _looked_at(view, member, items)


def _looked_at(view: WeekView, member: Member, items: tuple[PlanItem, ...]) -> WeekView:
    now, zone = view.now, view.zone
    today = now.astimezone(zone).date()
    first = today + WEEK_DAYS * DAY if view.asked.later else today
    missing = None
    if view.asked.asked and not view.asked.later:
        missing = unlogged(member.week, member.sessions, zone, now)
    drawn: tuple[CoursePoint, ...] = ()
    if view.asked.picture:
        drawn = course(items, view.question, now=now, zone=zone, first=first)
    past = things_of(items, zone, today, 1) if first == today else ()
    return replace(
        view,
        week=plan_week(items, view.question, member.profile, now=now, zone=zone, first=first),
        course=drawn,
        past=tuple(each for each in past if each.start <= now),
        unlogged=missing,
        any_legs_known=member.session_count > 0,
    )
