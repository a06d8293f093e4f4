"""What a leg day today would do to the runs of a member's own plan, as they alone are told."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.decisions import known_of_member
from bot.domain.facts.member import Member
from bot.domain.facts.week import LEG_MINUTES, PlanItem
from bot.domain.recovery.safety import care_of
from bot.domain.week.items import PlannedThing, ahead
from bot.domain.week.judging import Judge
from bot.domain.week.looking import SPOILED, LookedRun
from bot.domain.week.planner import week_of
from bot.domain.week.planning import zone_of

RUNS_AHEAD: Final = timedelta(days=4)


def spoiled_run(member: Member, now: datetime) -> LookedRun | None:
    """Return the first run of the next days that is a close call or a clash after legs today.

    A leg day that is planned for today, or logged, is the one that is meant. Nothing is said while
    the plan is paused, or where a sign stands that needs care. Takes milliseconds: not on the loop.
    """
    if member.zone is None or not member.week.items:
        return None
    zone = zone_of(member)
    today = now.astimezone(zone).date()
    known = known_of_member.question(member, now)
    if member.week.is_paused(today) or care_of(known) is not None:
        return None
    week = week_of(ahead(member.week.items, today), now, zone, today)
    logged = any(each.ended_at.astimezone(zone).date() == today for each in member.sessions)
    if not logged and all(each.date != today for each in week.legs):
        week = replace(week, legs=(_now(now, zone), *week.legs))
    judge = Judge(known, now)
    near = (run for run in week.runs if run.start <= now + RUNS_AHEAD)
    looked = (judge.look(run, week.legs, week.runs) for run in near)
    return next((each for each in looked if each.mark in SPOILED), None)


def _now(now: datetime, zone: ZoneInfo) -> PlannedThing:
    local = now.astimezone(zone)
    item = PlanItem(item_id=0, at=local.time(), days=frozenset({local.weekday()}))
    ends = now + timedelta(minutes=LEG_MINUTES)
    return PlannedThing(item=item, date=local.date(), start=now, end=ends)
