"""Keeping the plan: what meets a planned thing, what becomes of a week, and what never falls."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.decisions.known_of_member import as_of
from bot.domain.facts.member import Member
from bot.domain.facts.settings import Experience, Profile
from bot.domain.facts.snowflakes import snowflake_of
from bot.domain.facts.training import (
    Activity,
    Illness,
    LegSession,
    PainType,
    Report,
    Run,
    RunKind,
)
from bot.domain.facts.week import KeptWeek, PlanItem, TrainingPlan, WeekState
from bot.domain.week.items import DAY
from bot.domain.week.keeping import (
    ORDER,
    Keeping,
    closes_at,
    due,
    keeping_of,
    lifted,
    monday_of,
    streaks,
    week_of,
)
from tests.domain.week.weeks import BERLIN, FEW

BEGAN = datetime(2026, 1, 5, tzinfo=UTC)  # a Monday
MONDAY = date(2026, 2, 2)
KEPT, NEUTRAL, MISSED = WeekState.KEPT, WeekState.NEUTRAL, WeekState.MISSED


def entered(at: datetime = BEGAN, number: int = 0) -> int:
    return snowflake_of(at, number)


def item(day, hour=18, run=None, number=0, since=BEGAN):
    return PlanItem(
        item_id=entered(since, number * 10 + day), at=time(hour), days=frozenset({day}), run=run
    )


def lift(day, hour=19, effort=4):
    at = datetime.combine(MONDAY + day * DAY, time(hour), BERLIN).astimezone(UTC)
    return LegSession(session_id=int(at.timestamp()), ended_at=at, effort=effort)


def ran(day, hour=8, activity=Activity.RUN):
    at = datetime.combine(MONDAY + day * DAY, time(hour), BERLIN).astimezone(UTC)
    return Run(run_id=int(at.timestamp()), ended_at=at, minutes=30, activity=activity)


def told(day, hour=10, **said):
    at = datetime.combine(MONDAY + day * DAY, time(hour), BERLIN).astimezone(UTC)
    return Report(reported_at=at, **said)


def somebody(items, *entries, zone="Europe/Berlin", **plan):
    newest = sorted(entries, key=lambda e: getattr(e, "ended_at", BEGAN), reverse=True)
    sessions = tuple(each for each in newest if isinstance(each, LegSession))
    reports = [each for each in entries if isinstance(each, Report)]
    return Member(
        member_id=1,
        profile=Profile(zone=zone, experience=Experience.LONG, runs_per_week=4, longest_run=60),
        sessions=sessions,
        session_count=len(sessions),
        runs=tuple(each for each in newest if isinstance(each, Run)),
        reports=tuple(sorted(reports, key=lambda each: each.reported_at, reverse=True)),
        week=TrainingPlan(since=BEGAN, items=tuple(items), **plan),
    )


LATER = datetime(2026, 2, 20, tzinfo=UTC)
THREE = (item(1), item(3, 7, RunKind.EASY), item(5, 9, RunKind.EASY))


def state(member):
    return week_of(member, MONDAY, BERLIN, LATER)


@pytest.mark.parametrize(
    ("entries", "met"),
    [
        ((), 0),
        ((lift(1),), 1),
        ((lift(0), ran(3)), 2),  # a day before, the day itself
        ((lift(2), ran(4), ran(6)), 3),  # a day after each
        ((lift(3),), 0),  # two days after
        ((ran(1),), 0),  # a run is no leg day
        ((ran(4),), 1),  # beside two runs it meets one
        ((ran(3, activity=Activity.RIDE),), 0),
        ((lift(1), lift(1, 12), ran(3), ran(3, 12)), 2),  # each is used once
    ],
)
def test_what_meets_a_planned_thing(entries, met):
    assert state(somebody(THREE, *entries)).met == met


@pytest.mark.parametrize(
    ("items", "reports", "rested"),
    [
        ((item(3),), (told(3, soreness=6),), 1),
        ((item(3),), (told(3, soreness=5),), 0),
        ((item(3),), (told(2, soreness=9),), 0),  # of another day
        ((item(3),), (told(3, 20, illness=Illness.FEVER_OR_CHEST),), 1),  # that evening
        (
            (item(3, 7, RunKind.EASY),),
            (told(2, pain=PainType.SHARP),),
            1,
        ),  # stands until it is gone
        ((item(3, 7, RunKind.EASY),), (lift(2, 23, 10),), 1),  # nobody asked, the model says so
        ((item(3, 7, RunKind.INTERVALS),), (lift(2, 23, 10),), 1),
        ((item(3, 7, RunKind.EASY),), (lift(-3, 18, 4),), 0),
        ((item(3, 7, RunKind.EASY),), (), 0),  # nothing known: no advice to rest
    ],
)
def test_rest_that_was_the_advice_meets_it_whether_or_not_anybody_asked(items, reports, rested):
    found = state(somebody(items, *reports))

    assert (found.rested, found.met) == (rested, rested)


def test_a_run_that_was_only_too_long_was_no_rest_advised():
    long = replace(item(3, 7, RunKind.EASY), minutes=300)

    assert state(somebody((long,), lift(-3))).rested == 0


@pytest.mark.parametrize("days", [0, 1, 5, 11, 15, 16, 17, 40])
@pytest.mark.parametrize("entry", [lift(1, 12, 10), ran(1, 12)], ids=["legs", "run"])
def test_what_is_long_over_is_left_out_only_where_the_model_has_forgotten_it(
    days, entry, monkeypatch
):
    long = entry._replace(ended_at=entry.ended_at - days * DAY, minutes=200, effort=10)
    items = [item(1, 18, kind, n) for n, kind in enumerate((None, *RunKind))]
    seen = state(somebody(items, long))

    monkeypatch.setattr("bot.domain.week.keeping.STILL_FELT", timedelta(days=400))

    assert state(somebody(items, long)) == seen


def test_who_has_not_run_for_a_month_is_not_advised_to_rest_by_that():
    tempo = item(3, 7, RunKind.TEMPO)

    member = somebody((tempo,), ran(-40), lift(-12))

    away = state(member._replace(profile=Profile(zone="Europe/Berlin")))

    assert (away.rested, away.state) == (0, MISSED)


@pytest.mark.parametrize(
    ("planned", "met", "becomes"),
    [
        (1, 1, KEPT), (1, 0, MISSED), (2, 1, MISSED), (2, 2, KEPT), (3, 1, MISSED), (3, 2, KEPT),
        (4, 2, MISSED), (4, 3, KEPT), (5, 3, MISSED), (5, 4, KEPT), (6, 4, KEPT),
    ],
)  # fmt: skip
def test_a_week_is_kept_at_two_thirds(planned, met, becomes):
    items = [item(day, 6 + 4 * (day % 2), RunKind.EASY, day) for day in range(planned)]

    assert state(somebody(items, *(ran(day) for day in range(met)))).state is becomes


@pytest.mark.parametrize(
    ("entries", "pause", "becomes"),
    [
        ((), (0, 6), NEUTRAL),
        ((), (4, 30), NEUTRAL),
        ((lift(1), ran(3)), (4, 6), KEPT),  # two thirds of all
        ((lift(1),), (3, 6), KEPT),  # all outside the pause
        ((ran(5),), (0, 4), KEPT),
        ((), (-9, -1), MISSED),  # over before
        ((), (7, 9), MISSED),
    ],
)
def test_a_pause_makes_no_week_worse_and_earns_none(entries, pause, becomes):
    first, last = (MONDAY + day * DAY for day in pause)

    found = state(somebody(THREE, *entries, paused_from=first, paused_until=last))

    assert found.state is becomes


def test_what_entered_the_plan_after_its_date_is_none():
    since = datetime.combine(MONDAY + 4 * DAY, time(12), UTC)

    found = state(somebody((*THREE[:2], item(5, 9, RunKind.EASY, since=since))))
    late = state(somebody((item(1, since=since), *THREE[1:])))

    assert found.planned == 3
    assert late.planned == 2


def test_weeks_are_those_of_the_members_zone():
    sunday_night = item(6, 23, RunKind.EASY)
    auckland = somebody((sunday_night,), zone="Pacific/Auckland")
    zone = ZoneInfo("Pacific/Auckland")

    assert week_of(auckland, MONDAY, zone, LATER).planned == 1
    assert closes_at(MONDAY, zone) == datetime(2026, 2, 11, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("weeks", "current", "longest"),
    [
        ("", 0, 0),
        ("kkk", 3, 3),
        ("kkmk", 3, 3),  # one miss is bridged
        ("kkm", 2, 2),
        ("kkmmk", 1, 2),  # two begin anew
        ("kkmnmk", 1, 2),  # also across a neutral week
        ("kknnk", 3, 3),
        ("kkmkmk", 4, 4),
        ("kkkmmmkk", 2, 3),
    ],
)
def test_streaks(weeks, current, longest):
    assert streaks(in_states(weeks)) == (current, longest)


def in_states(letters):
    states = {"k": KEPT, "n": NEUTRAL, "m": MISSED}
    return [
        KeptWeek(monday=MONDAY + 7 * n * DAY, planned=3, met=0, rested=0, state=states[letter])
        for n, letter in enumerate(letters)
    ]


@FEW
@given(st.text("knm", min_size=1, max_size=30), st.data())
def test_raising_a_week_lowers_no_streak(letters, data):
    place = data.draw(st.integers(0, len(letters) - 1))
    raised = data.draw(st.sampled_from("knm"[: "knm".index(letters[place]) + 1]))

    before = streaks(in_states(letters))
    after = streaks(in_states(letters[:place] + raised + letters[place + 1 :]))

    assert after[0] >= before[0]
    assert after[1] >= before[1]


items_ = st.lists(
    st.builds(
        item,
        st.integers(0, 6),
        st.sampled_from((7, 18)),
        st.sampled_from((None, None, RunKind.EASY, RunKind.TEMPO, RunKind.LONG)),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda each: (each.days, each.at, each.run),
).map(lambda found: [replace(each, item_id=each.item_id + 100 * n) for n, each in enumerate(found)])
days_ = st.integers(-10, 10)
entries_ = st.lists(
    st.builds(lift, days_, st.sampled_from((8, 19)), st.sampled_from((4, 9)))
    | st.builds(ran, days_, st.sampled_from((8, 19))),
    max_size=8,
    unique_by=lambda each: (type(each), each.ended_at),
)
reports_ = st.builds(told, days_, st.just(10), soreness=st.integers(6, 10)) | st.builds(
    told, days_, st.just(10), illness=st.just(Illness.FEVER_OR_CHEST)
)
USED = lift(-2, 12, 4)  # so that an entry more changes nothing of how new the work is


def weeks(member):
    return keeping_of(member, LATER)


def no_worse(after: Keeping, before: Keeping) -> bool:
    states = zip(after.weeks, before.weeks, strict=True)
    return (
        all(ORDER.index(a.state) >= ORDER.index(b.state) for a, b in states)
        and after.current >= before.current
        and after.longest >= before.longest
    )


@FEW
@given(items_, entries_, entries_.filter(len) | reports_.map(lambda each: [each]))
def test_an_entry_more_or_a_reason_to_rest_lowers_nothing(items, entries, more):
    times = {(type(each), each.ended_at) for each in entries}
    new = [
        each
        for each in more
        if isinstance(each, Report) or (type(each), each.ended_at) not in times
    ]
    before = weeks(somebody(items, USED, *entries))

    assert no_worse(weeks(somebody(items, USED, *entries, *new)), before)


@FEW
@given(items_, entries_, days_, st.none() | st.integers(0, 20))
def test_a_pause_lowers_nothing(items, entries, first, length):
    begins = MONDAY + first * DAY
    ends = None if length is None else begins + length * DAY
    before = weeks(somebody(items, USED, *entries))

    after = weeks(somebody(items, USED, *entries, paused_from=begins, paused_until=ends))

    assert no_worse(after, before)


@FEW
@given(items_, entries_, items_, entries_, st.sampled_from(("UTC", "Asia/Tokyo", "Pacific/Apia")))
def test_a_closed_week_is_never_lowered_by_what_changes_later(
    items, entries, other_items, other_entries, zone
):
    closed = due(somebody(items, USED, *entries), (), LATER)
    changed = somebody(other_items, *other_entries, zone=zone)

    after = {each.monday: each for each in lifted(changed, closed, LATER)}

    for week in closed:
        new = after.get(week.monday, week)
        assert new.met >= week.met
        assert new.rested >= week.rested
        assert ORDER.index(new.state) >= ORDER.index(week.state)
        assert new.planned == week.planned


@FEW
@given(items_, entries_, st.integers(0, 40))
def test_reading_often_seldom_or_late_gives_the_same(items, entries, days):
    member = somebody(items, USED, *entries)
    early = BEGAN + days * DAY

    closed = due(as_of(member, early), (), early)

    assert keeping_of(member._replace(kept_weeks=closed), LATER) == keeping_of(member, LATER)


@pytest.mark.parametrize("name", ["Europe/Berlin", "America/Santiago", "Pacific/Apia"])
def test_every_week_of_a_year_is_closed_once(name):
    zone = ZoneInfo(name)
    year = datetime(2011, 6, 1, tzinfo=UTC)  # Apia had no 30 December that year
    member = somebody((item(0, since=year), item(6, 23, since=year, number=1)), zone=name)._replace(
        week=TrainingPlan(
            since=year, items=(item(0, since=year), item(6, 23, since=year, number=1))
        ),
    )

    closed = due(member, (), year + timedelta(days=366))

    mondays = [each.monday for each in closed]
    assert mondays[0] == monday_of(year.astimezone(zone).date())
    assert mondays == [mondays[0] + 7 * n * DAY for n in range(len(mondays))]
    assert len(mondays) == 52
    assert all(each.planned == 2 for each in closed[1:])


def test_a_week_is_open_until_three_days_after_its_end():
    member = somebody(THREE)
    over = datetime(2026, 2, 9, 12, tzinfo=UTC)

    assert MONDAY in keeping_of(member, over).open
    assert MONDAY not in [each.monday for each in keeping_of(member, over).weeks]
    assert MONDAY in [each.monday for each in keeping_of(member, over + 3 * DAY).weeks]
