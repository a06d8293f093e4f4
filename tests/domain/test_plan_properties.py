"""What holds for every plan: whoever trains, whenever, in any zone, at any hour they like."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import pairwise
from typing import TypedDict
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.facts.errors import BadInput
from bot.domain.facts.kinds import OWN_KINDS, PLAN_KINDS
from bot.domain.facts.member import Member
from bot.domain.facts.reminders import PlannedReminder, Terms, verdict
from bot.domain.facts.schedule import quiet_until
from bot.domain.facts.settings import (
    Kind,
    Preference,
    Profile,
    QuietHours,
    ReminderSettings,
    Rule,
    Where,
)
from bot.domain.facts.snowflakes import snowflake_of
from bot.domain.facts.training import LegSession
from bot.domain.timing.plan import check_preference, plan
from tests.draws import Draws, drawn
from tests.examples import examples

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
# Every kind of clock change lies in these years, and the date that Samoa never had.
YEARS = datetime(2009, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)
NO_DATE = datetime(2011, 12, 26, tzinfo=UTC), datetime(2012, 1, 2, tzinfo=UTC)
ZONES = tuple(sorted(available_timezones()))
OLDER = snowflake_of(YEARS[0] - DAY)  # a rule that was there before any day that is planned


def span(draws: Draws, most: timedelta) -> timedelta:
    return timedelta(seconds=draws.one(range(int(most.total_seconds()) + 1)))


def moment(draws: Draws) -> datetime:
    first, last = draws.one((YEARS, NO_DATE))
    return first + span(draws, last - first)


def clock(draws: Draws) -> time:
    return time(draws.one(range(24)), draws.one(range(60)))


def days(draws: Draws) -> frozenset[int]:
    """Some days of the week, one at least."""
    chosen = draws.one(range(1, 128))
    return frozenset(day for day in range(7) if chosen >> day & 1)


def preference_of(kind: Kind, draws: Draws) -> Preference:
    preference = Preference(
        where=draws.one(tuple(Where)),
        at=draws.maybe(clock),
        days=days(draws),
    )
    try:
        check_preference(kind, preference)
    except BadInput:
        return Preference()
    return preference


def member_of(draws: Draws) -> Member:
    reminders = ReminderSettings(
        on=True,
        paused_until=draws.maybe(moment),
        preferences={kind: preference_of(kind, draws) for kind in PLAN_KINDS if draws.yes()},
    )
    quiet = QuietHours(start=clock(draws), end=clock(draws)) if draws.yes() else QuietHours()
    profile = Profile(bed=draws.maybe(clock), quiet=quiet)
    own = draws.several(lambda one: own_rule(days=days(one), kind=one.one(OWN_KINDS)), 2)
    return Member(member_id=7, profile=profile, reminders=reminders, rules=own)


def own_rule(*, days: frozenset[int], kind: Kind) -> Rule:
    return Rule(member_id=7, rule_id=OLDER, kind=kind, at=time(12), zone="UTC", days=days)


class Wish(TypedDict):
    """Everything ``plan`` takes."""

    session: LegSession
    member: Member
    now: datetime
    hard_open_at: datetime
    zone: ZoneInfo
    is_new: bool


def wish_of(draws: Draws) -> Wish:
    """Everything ``plan`` takes, with ``now`` from the session's end to some days after it."""
    ended_at = moment(draws)
    return {
        "session": LegSession(session_id=1, ended_at=ended_at),
        "now": ended_at + span(draws, 4 * DAY),
        "hard_open_at": ended_at + span(draws, 12 * DAY),
        "zone": ZoneInfo(draws.one(ZONES)),
        "is_new": draws.yes(),
        "member": member_of(draws),
    }


wishes = drawn(wish_of, 128)


@examples(400)
@given(wishes)
def test_plan_is_fresh_awake_and_within_its_caps(wish: Wish) -> None:
    member, zone, now = wish["member"], wish["zone"], wish["now"]

    planned = plan(**wish)

    assert all(earlier.due_at <= later.due_at for earlier, later in pairwise(planned))
    assert len({(one.kind, one.ordinal) for one in planned}) == len(planned)
    tips = [one for one in planned if one.kind is not Kind.CHECKIN]
    assert len(tips) <= 5
    days = Counter(
        one.due_at.astimezone(zone).date() for one in tips if one.kind is not Kind.FIRST_TIMER
    )
    for day, count in days.items():
        assert count + own_tips(member, day) <= 2
    for one in planned:
        assert now < one.stale_at
        assert one.due_at < one.stale_at
        assert one.due_at >= (member.reminders.paused_until or one.due_at)
        assert one.where is not Where.OFF
        assert quiet_until(one.due_at, member.profile.quiet, zone) is None
        terms = Terms(zone=zone, quiet=member.profile.quiet)
        assert verdict(one.due_at, one.stale_at, now=one.due_at, terms=terms) is None
        _check_window(one, wish)


def own_tips(member: Member, day: date) -> int:
    return sum(day.weekday() in rule.days for rule in member.rules if rule.kind is not Kind.LEG_DAY)


def _check_window(one: PlannedReminder, wish: Wish) -> None:
    ended_at: datetime = wish["session"].ended_at
    after, lived = one.due_at - ended_at, one.stale_at - ended_at
    shown = one.due_at.astimezone(wish["zone"]).time()
    if one.kind is Kind.HYDRATE:
        assert timedelta(0) <= after < lived <= 3 * HOUR
        assert one.stale_at - one.due_at <= HOUR
    elif one.kind is Kind.FIRST_TIMER:
        assert wish["is_new"]
        assert 3 * HOUR <= after < lived <= 6 * HOUR
    elif one.kind is Kind.FOAM_ROLL:
        assert HOUR <= after <= 72 * HOUR
        assert time(17) <= shown <= time(21)
    elif one.kind is Kind.CHECKIN:
        opens = 24 * HOUR * one.ordinal
        assert opens <= after < lived <= opens + 12 * HOUR
    elif one.kind is Kind.NEXT_SESSION:
        assert one.due_at >= wish["hard_open_at"]
        assert time(8) <= shown <= time(20)
    else:
        assert timedelta(0) < after <= 66 * HOUR


@examples(300)
@given(wishes, st.timedeltas(timedelta(0), timedelta(days=4)))
def test_plan_made_later_is_the_same_less_what_is_stale(wish: Wish, later_by: timedelta) -> None:
    later = wish["now"] + later_by

    left = tuple(one for one in plan(**wish) if one.stale_at > later)
    assert plan(**wish | {"now": later}) == left


@examples(300)
@given(wishes)
def test_plan_of_who_set_nothing_is_four_messages_at_most(wish: Wish) -> None:
    member: Member = wish["member"]
    member = member._replace(reminders=replace(member.reminders, preferences={}))

    planned = plan(**wish | {"member": member})

    assert len(planned) <= 3 + wish["is_new"]
    kinds = Counter(one.kind for one in planned)
    assert kinds[Kind.SLEEP] + kinds[Kind.HYDRATE] <= 1
    assert kinds[Kind.FOAM_ROLL] == 0


@examples(300)
@given(wishes, st.sampled_from(PLAN_KINDS))
def test_asking_for_a_kind_never_brings_less_of_it(wish: Wish, kind: Kind) -> None:
    member: Member = wish["member"]
    chosen = {one: it for one, it in member.reminders.preferences.items() if one is not kind}
    before = member._replace(reminders=replace(member.reminders, preferences=chosen))
    asked = member._replace(
        reminders=replace(member.reminders, preferences=chosen | {kind: Preference()})
    )

    def of(one: Member) -> Counter[Kind]:
        return Counter(each.kind for each in plan(**wish | {"member": one}))

    assert of(before)[kind] <= of(asked)[kind]


@settings(max_examples=50, deadline=None)
@given(wishes)
def test_plan_without_a_zone_is_empty(wish: Wish) -> None:
    assert partial(plan, **wish)(zone=None) == ()


@examples(200)
@given(wishes)
def test_plan_warns_every_newcomer_whose_window_is_not_all_quiet(wish: Wish) -> None:
    member: Member = wish["member"]
    ended_at: datetime = wish["session"].ended_at
    wish |= {"now": ended_at, "is_new": True}
    quarters = (ended_at + 3 * HOUR + n * HOUR / 4 for n in range(12))
    awake = any(quiet_until(at, member.profile.quiet, wish["zone"]) is None for at in quarters)
    muted = member.reminders.preference(Kind.FIRST_TIMER).where is Where.OFF
    paused = (member.reminders.paused_until or ended_at) > ended_at

    warned = any(one.kind is Kind.FIRST_TIMER for one in plan(**wish))

    assert warned or muted or paused or not awake
