"""Taking over what an answer offered: a try as the plan, or better days for its leg days."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain.facts.errors import BadInput, Expired
from bot.domain.facts.member import Change, Member
from bot.domain.facts.schedule import minutes_of
from bot.domain.facts.week import PlanItem
from bot.domain.reading.plan_words import TriedPiece
from bot.domain.week.items import DAY, WEEK_DAYS, PlannedThing, ahead, edition, things_of
from bot.domain.week.planning import PlanChanged, put, zone_of
from bot.domain.week.slots import USUAL_HOUR, moved_to
from bot.domain.week.trying import tried

WEEK_MINUTES = WEEK_DAYS * 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysOffered:
    """Better leg days as a button carries them."""

    made_for: str  # the edition of the plan they were found for
    minutes: tuple[int, ...]  # when they are, in minutes from Monday's first
    later: bool = False  # they are of the seven days after the next seven
    pieces: tuple[TriedPiece, ...] = ()  # what was tried with them


def keep_try(
    member: Member,
    new_id: int,
    made_for: str,
    pieces: Sequence[TriedPiece],
    now: datetime,
) -> tuple[Change, PlanChanged]:
    """Decide that what was tried is the plan.

    Raises:
        BadInput: ``plan_changed`` where it was tried on another plan.
    """
    _check_edition(member, made_for)
    return put(member, tried(_ahead(member, now), pieces, new_id), now)


def use(
    member: Member, new_id: int, days: DaysOffered, now: datetime
) -> tuple[Change, PlanChanged]:
    """Decide that the leg days of seven days move to the minutes of the week that were offered.

    They keep their lengths and efforts, in order. What was tried with them is kept too.

    Raises:
        BadInput: ``plan_changed`` where they were found for another plan.
        Expired: no button of ours says that.
    """
    _check_edition(member, days.made_for)
    zone, minutes = zone_of(member), days.minutes
    today = now.astimezone(zone).date()
    first = today + WEEK_DAYS * DAY if days.later else today
    items = tried(_ahead(member, now), days.pieces, new_id)
    planned = [
        each
        for each in things_of(items, zone, first, WEEK_DAYS)
        if each.item.is_legs and each.start > now
    ]
    likes = [each.item for each in planned] or [
        PlanItem(item_id=0, at=USUAL_HOUR, days=frozenset())
    ]
    if len(minutes) != len(likes) or not all(0 <= each < WEEK_MINUTES for each in minutes):
        raise Expired("control_unknown")
    left = _without(items, planned)
    slots = sorted(_slot(each, first) for each in minutes)
    moved = [_moved(like, slot, zone) for like, slot in zip(likes, slots, strict=True)]
    return put(member, (*left, *_joined(moved, new_id + len(days.pieces))), now)


def minute_of_week(thing: PlannedThing) -> int:
    """Return when a thing is, in minutes from Monday's first."""
    return thing.date.weekday() * 24 * 60 + minutes_of(thing.item.at)


def _ahead(member: Member, now: datetime) -> tuple[PlanItem, ...]:
    return ahead(member.week.items, now.astimezone(zone_of(member)).date())


def _check_edition(member: Member, made_for: str) -> None:
    if edition(member.week.items) != made_for:
        raise BadInput("plan_changed")


def _without(items: Sequence[PlanItem], things: Sequence[PlannedThing]) -> list[PlanItem]:
    gone: dict[int, set[int]] = {}
    for thing in things:
        gone.setdefault(thing.item.item_id, set()).add(thing.date.weekday())
    left = (replace(item, days=item.days - gone.get(item.item_id, set())) for item in items)
    return [item for item in left if item.days]


def _slot(minute: int, first: date) -> tuple[date, int]:
    weekday, of_day = divmod(minute, 24 * 60)
    return first + DAY * ((weekday - first.weekday()) % WEEK_DAYS), of_day


def _moved(like: PlanItem, slot: tuple[date, int], zone: ZoneInfo) -> PlanItem:
    day, of_day = slot
    thing = moved_to(like, day, time(of_day // 60, of_day % 60), zone)
    if thing is None:
        raise Expired("control_unknown")
    return thing.item


def _joined(moved: Sequence[PlanItem], first_id: int) -> list[PlanItem]:
    """Return items of one day each with those alike as one item."""
    found: dict[PlanItem, frozenset[int]] = {}
    for item in moved:
        alike = replace(item, item_id=0, days=frozenset())
        found[alike] = found.get(alike, frozenset()) | item.days
    return [
        replace(item, item_id=first_id + number, days=days)
        for number, (item, days) in enumerate(found.items())
    ]
