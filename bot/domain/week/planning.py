"""Changes of a training plan: adding, removing, taking over a try or better days, catching up."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from operator import attrgetter
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.decisions import journal, replanning
from bot.domain.decisions.journal import LegEntry, LoggedSession
from bot.domain.decisions.start import EFFORTS, Hardness
from bot.domain.facts.errors import BadInput, NeedsZone, NotFound
from bot.domain.facts.member import Change, Member
from bot.domain.facts.training import MINUTES, RunKind, check_choice, check_range
from bot.domain.facts.week import LegEffort, PlanItem, TrainingPlan
from bot.domain.reading import zones
from bot.domain.reading.clock_times import read_clock
from bot.domain.reading.weekdays import read_days
from bot.domain.week.items import DAY, WEEK_DAYS, ahead, checked, thing_at, things_of

LEGS: Final = "legs"
SAYS: Final = attrgetter("run", "at", "days", "once_on")  # two alike would be one
OVER_KEPT: Final = 35 * DAY  # a thing for one date: until its week is closed, and some more


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRequest:
    """A thing for the plan as typed; ``None`` means not said."""

    what: str
    days: str
    at: str
    minutes: int | None = None
    effort: str | None = None
    once: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChanged:
    """The result: the plan as it is now, and what of it is new or gone."""

    items: tuple[PlanItem, ...]
    added: PlanItem | None = None
    removed: PlanItem | None = None


def add(
    member: Member, item_id: int, ask: PlanRequest, now: datetime
) -> tuple[Change, PlanChanged]:
    """Decide a new thing of the week.

    Raises:
        BadInput: something was not understood or is out of its limits, is there already, or there
            are too many.
        NeedsZone: nobody knows when the member's clock shows that time.
    """
    run = None if ask.what == LEGS else check_choice("what", ask.what, RunKind)
    if run is not None and ask.effort is not None:
        raise BadInput("plan_effort_of_legs")
    check_range("minutes", ask.minutes, MINUTES)
    effort = check_choice("effort", ask.effort or LegEffort.ORDINARY, LegEffort)
    item = PlanItem(
        item_id=item_id,
        at=read_clock(ask.at),
        days=read_days(ask.days),
        run=run,
        minutes=ask.minutes,
        effort=effort,
    )
    if ask.once:
        item = _next_only(item, zone_of(member), now)
    others = [one for one in member.week.items if one.item_id != item_id]
    if any(SAYS(item) == SAYS(one) for one in others):
        raise BadInput("plan_item_exists")
    change, changed = put(member, (*others, item), now)
    return change, replace(changed, added=item)


def remove(member: Member, item_id: int, now: datetime) -> tuple[Change, PlanChanged]:
    """Decide that something goes from the week.

    Raises:
        NotFound: gone, or somebody else's; the two look the same.
    """
    gone = find(member, item_id)
    change, changed = put(member, [one for one in member.week.items if one is not gone], now)
    return change, replace(changed, removed=gone)


def did(
    member: Member, session_id: int, item_id: int, day: date, now: datetime, *, again: bool = False
) -> tuple[Change, LoggedSession]:
    """Decide that a planned leg day was done as planned: it is logged.

    Raises:
        NotFound: the plan has no such leg day, or it is not over.
        BadInput, SameAgain: as ``journal.log``.
    """
    item = find(member, item_id)
    thing = thing_at(item, day, zone_of(member))
    if thing is None or not item.is_legs or thing.end > now:
        raise NotFound("plan_item_gone")
    entry = LegEntry(
        effort=EFFORTS[Hardness(item.effort)],
        minutes=item.minutes,
        when=f"<t:{int(thing.end.timestamp())}>",
    )
    return journal.log(member, session_id, entry, now, again=again)


def with_bedtime(member: Member, week: TrainingPlan, now: datetime) -> Change:
    """Return the change to another plan; a bedtime that goes by it moves along."""
    if not member.profile.bed_by_plan:
        return Change(week=week)
    plan = replanning.replan_if_timed(member._replace(week=week), now)
    return Change(week=week, plan=plan)


def find(member: Member, item_id: int) -> PlanItem:
    """Return one of the member's own planned things.

    Raises:
        NotFound: gone, or somebody else's; the two look the same.
    """
    for item in member.week.items:
        if item.item_id == item_id:
            return item
    raise NotFound("plan_item_gone")


def zone_of(member: Member) -> ZoneInfo:
    """Return the zone in which the member's week is.

    Raises:
        NeedsZone: it is not known.
    """
    if member.zone is None:
        raise NeedsZone("week_needs_zone")
    return zones.zone(member.zone)


def put(member: Member, items: Sequence[PlanItem], now: datetime) -> tuple[Change, PlanChanged]:
    """Decide that a plan holds these things ahead, within its limits.

    Raises:
        BadInput: ``plan_full``.
    """
    today = now.astimezone(zone_of(member)).date()
    coming = checked(ahead(items, today))
    over = [
        each
        for each in member.week.items
        if each.once_on is not None and today - OVER_KEPT < each.once_on < today
    ]
    week = replace(member.week, since=member.week.since or now, items=(*over, *coming))
    change = Change() if _alike(week, member.week) else with_bedtime(member, week, now)
    return change, PlanChanged(items=coming)


def _alike(one: TrainingPlan, other: TrainingPlan) -> bool:
    return one.since == other.since and set(one.items) == set(other.items)


def _next_only(item: PlanItem, zone: ZoneInfo, now: datetime) -> PlanItem:
    today = now.astimezone(zone).date()
    coming = (each for each in things_of((item,), zone, today, WEEK_DAYS + 1) if each.start > now)
    on = next(coming).date
    return replace(item, days=frozenset({on.weekday()}), once_on=on)
