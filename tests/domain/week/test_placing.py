"""The best days for leg days, and what would mend a week."""

from dataclasses import replace
from datetime import date, time
from itertools import combinations

import pytest
from hypothesis import given

from bot.domain.facts.settings import Leaning, Profile, QuietHours
from bot.domain.facts.training import RunKind
from bot.domain.facts.week import LegEffort
from bot.domain.week.judging import Judge
from bot.domain.week.looking import RunMark
from bot.domain.week.mending import Remedy
from bot.domain.week.placing import cost, placements
from bot.domain.week.slots import moved_to, wishes_of
from tests.domain.week.weeks import (
    BERLIN,
    FEW,
    NEUTRAL,
    NOW,
    leg_days,
    legs,
    logged,
    run,
    runs,
    seen,
    things,
)

WEEK = (
    run(RunKind.EASY, 1, "07:00", 35),
    run(RunKind.INTERVALS, 3, "18:00", 45),
    run(RunKind.LONG, 6, "09:00", 90),
)
FULL = (
    run(RunKind.INTERVALS, 1, "18:00", 45),
    run(RunKind.TEMPO, 3, "18:00", 40),
    run(RunKind.LONG, 6, "09:00", 90),
)


def days(found):
    return [f"{each.start.astimezone(BERLIN):%a %H:%M}" for each in found.legs]


def test_better_days_than_the_planned_ones():
    week = seen((*WEEK, legs([1, 4], "18:00")))

    assert [days(each) for each in week.placements] == [
        ["Thu 19:00", "Sun 16:30"],
        ["Mon 18:00", "Thu 19:00"],
    ]
    assert [[each.run.date.day for each in one.spoiled] for one in week.placements] == [[], [3]]


def test_one_day_is_offered_where_no_leg_day_is_planned():
    assert [len(each.legs) for each in seen(WEEK).placements] == [1, 1]


def test_two_leg_days_between_three_hard_runs_do_not_fit():
    week = seen((*FULL, legs([0, 3], "18:00")))

    assert all(each.spoiled for each in week.placements)


def test_days_that_are_the_best_are_left_alone():
    assert seen((*WEEK, legs([3], "19:00"), legs([6], "16:30"))).placements == ()


def test_leg_days_keep_their_lengths_and_efforts_in_order():
    first = replace(legs([1], "18:00", LegEffort.HARD), minutes=80)

    week = seen((*WEEK, first, legs([4], "18:00", LegEffort.LIGHT)))

    assert [(each.item.lasts, each.item.effort) for each in week.placements[0].legs] == [
        (80, LegEffort.HARD),
        (60, LegEffort.LIGHT),
    ]


def test_a_slot_is_over_before_quiet_hours():
    late = run(RunKind.INTERVALS, 3, "20:30", 45)
    profile = Profile(quiet=QuietHours(start=time(22), end=time(7)))

    week = seen((late, legs([2], "18:00")), profile=profile)

    assert all("Thu" not in "".join(days(each)) for each in week.placements)


def test_who_lifts_first_is_offered_days_without_tired_legs():
    items = (*FULL, legs([1, 3], "19:00"))
    runner, lifter = (
        seen(items, profile=Profile(leaning=leaning))
        for leaning in (Leaning.RUNNER, Leaning.LIFTER)
    )

    assert "Thu 19:00" in days(runner.placements[0])
    assert not {"Tue 19:00", "Thu 19:00"} & set(days(lifter.placements[0]))


def brute(known, items, count):
    """The least cost of all weeks of slots, by trying every pair of days and hours."""
    week, judge = things(items), Judge(known, NOW)
    wishes = wishes_of(items, Profile())
    offered = placements(judge, week, wishes)
    return week, judge, wishes, offered


@FEW
@given(logged(), leg_days, runs)
def test_what_is_offered_costs_less_than_the_plan_and_nothing_costs_less(known, lifting, running):
    items = (*lifting, *running)
    week, judge, wishes, offered = brute(known, items, len(lifting))
    planned = cost(judge, week, week.in_week(week.legs), wishes)
    starts = {each.start for each in week.in_week(week.legs)}

    def price(chosen):
        moved = sum(each.start not in starts for each in chosen)
        return cost(judge, week, chosen, wishes, moved=moved)

    prices = [price(each.legs) for each in offered]
    assert all(each < planned for each in prices)
    assert prices == sorted(prices)
    least = min([*prices, planned])
    for chosen in weeks_tried(items, week, wishes):
        assert price(chosen) >= least


def weeks_tried(items, week, wishes):
    """Every week with the leg days at their usual hour, far enough apart, worked out by hand."""
    likes = [each.item for each in week.in_week(week.legs)]
    free = [
        day
        for day in (date(2026, 3, 2 + step) for step in range(7))
        if not any(
            each.date == day and (each.item.run not in {RunKind.EASY, RunKind.WALK, RunKind.STEADY})
            for each in week.runs
        )
    ]
    for chosen in combinations(free, len(likes)):
        gaps = [b - a for a, b in zip(chosen, (*chosen[1:], chosen[0]), strict=True)]
        if all(gap.days % 7 in {2, 3, 4, 5} for gap in gaps) or len(chosen) == 1:
            placed = (
                moved_to(like, day, wishes.usual, BERLIN)
                for like, day in zip(likes, chosen, strict=True)
            )
            moved = [each for each in placed if each is not None]
            if not any(
                one.start < each.end and each.start < one.end for one in moved for each in week.runs
            ):
                yield tuple(moved)


def test_one_lighter_leg_day_mends_the_week():
    (mend,) = seen((WEEK[1], legs([1], "18:00"))).mends

    assert mend.new is not None
    assert (mend.how, mend.new.item.effort, mend.opens_all) == (
        Remedy.LIGHTER,
        LegEffort.LIGHT,
        True,
    )


def test_each_run_has_a_mend_of_its_own_where_no_change_mends_all():
    found = seen((*WEEK, legs([1, 4], "18:00"))).mends

    assert [(each.how, each.run.date.day) for each in found] == [
        (Remedy.LIGHTER, 5),
        (Remedy.LIGHTER, 8),
    ]


@pytest.mark.parametrize(
    ("items", "how", "at"),
    [
        ((WEEK[1], legs([1], "18:00", LegEffort.LIGHT)), None, None),
        ((WEEK[1], legs([2], "10:00", LegEffort.LIGHT)), Remedy.OTHER_DAY, "Tue 10:00"),
        ((WEEK[1], legs([2], "04:00", LegEffort.LIGHT)), Remedy.OTHER_DAY, "Tue 04:00"),
    ],
)
def test_other_mends(items, how, at):
    found = seen(items).mends

    assert [each.how for each in found] == ([] if how is None else [how])
    if at is not None:
        new = found[0].new
        assert new is not None
        assert f"{new.start.astimezone(BERLIN):%a %H:%M}" == at


def test_the_same_day_earlier_is_found_to_the_half_hour():
    found = seen((WEEK[2], legs([5], "16:00", LegEffort.LIGHT))).mends

    assert [(each.how, each.new and each.new.item.at) for each in found] == [
        (Remedy.EARLIER, time(8))
    ]


@FEW
@given(logged(), leg_days, runs)
def test_a_mend_opens_its_run_and_closes_no_other(known, lifting, running):
    week = seen((*lifting, *running), known)
    planned = things((*lifting, *running))
    judge = Judge(known, NOW)

    for each in week.mends:
        if each.new is None:
            assert each.how is Remedy.FULL
            continue
        as_mended = tuple(each.new if one == each.old else one for one in planned.legs)
        ran = tuple(each.new if one == each.old else one for one in planned.runs)
        target = each.new if each.how is Remedy.RUN_OTHER_DAY else each.run
        assert judge.look(target, as_mended, ran).mark is RunMark.FITS
        for other in week.runs:
            if other.run != each.run:
                assert judge.look(other.run, as_mended, ran).mark <= other.mark


def test_neutral_is_what_weeks_are_looked_at_with():
    assert seen(WEEK, NEUTRAL).mends == ()


def test_no_leg_day_is_moved_close_to_another():
    items = (run(RunKind.TEMPO, 2, "18:00"), legs([1, 4], "18:00", LegEffort.HARD))

    found = [each for each in seen(items).mends if each.how is Remedy.OTHER_DAY]

    assert all(each.new and each.new.date.day not in {5, 7} for each in found)  # Friday is the 6th
