"""A planned week against the recovery model: marks, causes, notes, and what holds of any week."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.facts.training import RunKind
from bot.domain.facts.week import LegEffort
from bot.domain.recovery.answer import Reply
from bot.domain.recovery.assess import assess
from bot.domain.recovery.question import (
    AlcoholDose,
    AskedProfile,
    PastRun,
    PastSession,
    PlannedRun,
    Sleep,
    Soreness,
)
from bot.domain.week.done_by_then import asked_as, neutral
from bot.domain.week.judging import Judge
from bot.domain.week.looking import Besides, LegNote, RunMark
from tests.domain.week.weeks import (
    BERLIN,
    FEW,
    MONDAY,
    NEUTRAL,
    NOW,
    leg_days,
    legs,
    logged,
    looked,
    marks,
    run,
    runs,
    seen,
    things,
)

HOUR = timedelta(hours=1)
INTERVALS = run(RunKind.INTERVALS, 3, "18:00", 45)
LONG = run(RunKind.LONG, 6, "09:00", 90)
WEEK = (run(RunKind.EASY, 1, "07:00", 35), INTERVALS, LONG)


def latest_start(target, effort):
    """The latest half hour at which a leg day of an hour leaves the run open."""
    week = things((target,))
    (wanted,) = week.in_week(week.runs)
    judge = Judge(NEUTRAL, NOW)
    for halves in range(2, 300):
        start = wanted.start - halves * HOUR / 2
        local = start.astimezone(BERLIN)
        item = legs([local.weekday()], f"{local:%H:%M}", effort)
        (day,) = things((item,)).in_week(things((item,)).legs)[:1]
        if judge.look(wanted, (day,), (wanted,)).mark is RunMark.FITS:
            return f"{local:%a %H:%M}"
    return None


@pytest.mark.parametrize(
    ("target", "effort", "start"),
    [
        (INTERVALS, LegEffort.LIGHT, "Wed 01:30"),
        (INTERVALS, LegEffort.ORDINARY, "Tue 07:00"),
        (INTERVALS, LegEffort.HARD, "Mon 19:00"),
        (LONG, LegEffort.LIGHT, "Sat 08:00"),
        (LONG, LegEffort.ORDINARY, "Fri 15:00"),
        (LONG, LegEffort.HARD, "Fri 04:00"),
    ],
)
def test_latest_leg_day_before_a_run(target, effort, start):
    assert latest_start(target, effort) == start


def test_two_close_calls_with_their_numbers():
    week = seen((*WEEK, legs([1, 4], "18:00")))

    easy, intervals, long = week.runs
    assert easy.mark is RunMark.FITS
    assert (intervals.mark, round(intervals.fatigue), intervals.limit) == (RunMark.CLOSE, 21, 15)
    assert (intervals.legs_hours, intervals.sure) == (47.0, RunKind.STEADY)
    assert intervals.blamed is not None
    assert intervals.blamed.date == date(2026, 3, 3)
    assert (long.mark, round(long.fatigue), long.limit) == (RunMark.CLOSE, 32, 25)
    assert long.blamed is not None
    assert (long.legs_hours, long.blamed.date) == (38.0, date(2026, 3, 6))


def test_a_hard_leg_day_the_evening_before_is_a_clash():
    week = seen((INTERVALS, legs([2], "18:00", LegEffort.HARD)))

    (intervals,) = week.runs
    assert intervals.mark is RunMark.CLASH
    assert intervals.reply is Reply.CHANGED


@pytest.mark.parametrize(
    ("known", "minutes", "besides"),
    [
        ({"profile": replace(NEUTRAL.profile, longest_run=40)}, 120, Besides.MINUTES),
        ({"profile": AskedProfile(longest_run=0)}, 60, Besides.NO_RUNNING),
        ({"leg_sessions": (PastSession(hours_ago=-60.0, srpe=9.0),)}, 60, Besides.LOGGED),
    ],
)
def test_a_run_that_is_closed_without_leg_days_is_no_clash(known, minutes, besides):
    target = run(RunKind.LONG, 3, "09:00", minutes)
    if besides is Besides.LOGGED:
        target = run(RunKind.INTERVALS, 0, "07:00", minutes)
        known = {"leg_sessions": (PastSession(hours_ago=3.0, srpe=9.0),)}

    week = seen((target, legs([2], "18:00")), NEUTRAL._replace(**known))

    (found,) = week.runs
    assert (found.mark, found.besides) == (RunMark.BESIDES, besides)
    assert found.fatigue == looked((target,), NEUTRAL._replace(**known))[0].fatigue


def test_notes_of_leg_days():
    hard = run(RunKind.INTERVALS, 1, "17:00", 45)
    week = seen((hard, legs([1], "19:00"), legs([2], "18:00", LegEffort.HARD), legs([3], "7:00")))

    assert [each.notes for each in week.legs] == [
        (LegNote.TIRED,),
        (LegNote.CROWDED,),
        (LegNote.CROWDED, LegNote.EARLY),
    ]


def test_planned_runs_tire_and_count_for_no_running_base():
    known = NEUTRAL._replace(profile=replace(NEUTRAL.profile, longest_run=None))
    before = run(RunKind.RACE, 5, "18:00", 120)
    short = run(RunKind.EASY, 4, "07:00", 20)

    alone = seen((LONG,), known).runs[0]
    after_a_race = seen((before, LONG), known).runs[-1]
    after_a_short_one = seen((short, LONG), known).runs[-1]

    assert alone.mark is after_a_short_one.mark is RunMark.FITS
    assert after_a_race.fatigue > alone.fatigue + 10


def test_a_planned_leg_day_that_is_over_and_not_logged_does_not_count():
    now = datetime(2026, 3, 4, 4, tzinfo=UTC)

    week = seen((INTERVALS, legs([1], "18:00")), now=now, first=date(2026, 3, 4))

    assert [each.mark for each in week.runs] == [RunMark.FITS]


def test_nothing_of_today_is_carried_into_the_week():
    told = NEUTRAL._replace(
        soreness=Soreness(score=6.0),
        sleep=Sleep(last_night=4.0),
        alcohol=AlcoholDose(g_per_kg=1.2),
        heat_c=35.0,
    )

    items = (*WEEK, run(RunKind.TEMPO, 0, "12:00"), legs([1, 4], "18:00"))

    assert seen(items, told) == seen(items)


@FEW
@given(logged(), leg_days, runs)
def test_the_first_run_before_any_leg_day_is_answered_as_canirun_does(known, lifting, running):
    first = looked((*lifting, *running), known)[0]
    planned = things(lifting)
    assume(all(first.run.start < each.end for each in planned.legs))

    hours = (first.run.start - NOW) / HOUR
    plan = PlannedRun(
        kind=asked_as(first.run.item.run), minutes=float(first.run.item.lasts), in_hours=hours
    )
    answer = assess(neutral(known)._replace(plan=plan))

    assert first.reply is answer.reply


@FEW
@given(logged(), leg_days, runs)
def test_every_run_is_answered_as_the_model_answers_with_the_leg_days_planned(
    known, lifting, running
):
    week = things((*lifting, *running))
    (target, *_) = week.runs
    judge = Judge(known, NOW)

    found = judge.look(target, week.legs, (target,))

    planned = tuple(
        PastSession(
            hours_ago=(NOW - each.end) / HOUR,
            srpe={LegEffort.LIGHT: 4.0, LegEffort.ORDINARY: 6.0, LegEffort.HARD: 9.0}[
                each.item.effort
            ],
            prior_leg_sessions_8wk=12 + number,
        )
        for number, each in enumerate(week.legs)
    )
    plan = PlannedRun(
        kind=asked_as(target.item.run),
        minutes=float(target.item.lasts),
        in_hours=(target.start - NOW) / HOUR,
    )
    answer = assess(neutral(known)._replace(plan=plan, planned_legs=planned))
    assert found.reply is answer.reply


@FEW
@given(logged(), leg_days, runs, st.data())
def test_a_leg_day_less_or_lighter_worsens_no_mark(known, lifting, running, data):
    chosen = data.draw(st.sampled_from(lifting))
    others = [item for item in lifting if item is not chosen]
    lighter = replace(chosen, effort=LegEffort.LIGHT)

    before = marks((*lifting, *running), known)

    for fewer in ((*others,), (*others, lighter)):
        after = marks((*fewer, *running), known)
        assert all(after[which] <= mark for which, mark in before.items())


@FEW
@given(logged(), leg_days, runs)
def test_a_leg_day_earlier_across_no_run_worsens_no_mark(known, lifting, running):
    (moved, *others) = lifting
    earlier = replace(moved, at=moved.at.replace(hour=moved.at.hour - 1))
    week, then = things(running), things((earlier,))
    (day,) = then.in_week(then.legs)
    assume(not any(day.start < each.start < day.end + HOUR for each in week.runs))

    before = marks((*lifting, *running), known)
    after = marks((earlier, *others, *running), known)

    assert all(after[which] <= mark for which, mark in before.items())


@FEW
@given(logged(), leg_days, runs)
def test_a_clash_that_is_blamed_on_legs_fits_without_them(known, lifting, running):
    week = looked((*lifting, *running), known)
    without = marks(running, known)

    for each in week:
        if each.mark in {RunMark.CLOSE, RunMark.CLASH}:
            assert without[each.run.start] is RunMark.FITS
            assert each.blamed is not None


@FEW
@given(logged(), leg_days, runs, st.randoms(use_true_random=False))
def test_the_order_of_items_and_where_the_week_begins_change_nothing(
    known, lifting, running, chance
):
    items = [*lifting, *running]
    mixed = chance.sample(items, len(items))
    week = looked(items, known)

    assert looked(mixed, known) == week
    later = looked(items, known, first=MONDAY + timedelta(days=2))
    both = {each.run: each for each in week}
    assert all(both[each.run] == each for each in later if each.run in both)


@FEW
@given(leg_days, runs, st.sampled_from(("Europe/Berlin", "America/New_York", "Pacific/Apia")))
def test_a_week_a_day_later_has_the_same_answers_a_day_later(lifting, running, name):
    zone, day = ZoneInfo(name), timedelta(days=1)
    now = datetime(2026, 1, 13, 3, tzinfo=UTC)  # no change of clocks near
    first = now.astimezone(zone).date()
    shifted = [
        replace(each, days=frozenset((one + 1) % 7 for one in each.days))
        for each in (*lifting, *running)
    ]

    week = looked((*lifting, *running), now=now, zone=zone, first=first)
    later = looked(shifted, now=now + day, zone=zone, first=first + day)

    assert [(each.mark, round(each.fatigue, 6)) for each in week] == [
        (each.mark, round(each.fatigue, 6)) for each in later
    ]


@pytest.mark.parametrize(
    ("zone", "now", "legs_at", "hours"),
    [
        ("Europe/Berlin", datetime(2026, 3, 28, 5, tzinfo=UTC), [5], 38.0),  # a night an hour short
        ("Europe/Berlin", datetime(2026, 10, 24, 4, tzinfo=UTC), [5], 40.0),  # an hour longer
        ("Pacific/Apia", datetime(2011, 12, 29, 18, tzinfo=UTC), [3], 15.0),  # no 30 December
    ],
)
def test_hours_are_elapsed_ones_where_the_clocks_change(zone, now, legs_at, hours):
    first = now.astimezone(ZoneInfo(zone)).date()
    target = (
        run(RunKind.INTERVALS, 0, "10:00") if hours > 15 else run(RunKind.INTERVALS, 5, "10:00")
    )

    week = seen((legs(legs_at, "18:00"), target), now=now, zone=ZoneInfo(zone), first=first)

    assert week.runs[0].legs_hours == hours


def test_a_long_run_of_somebody_who_logs_runs_is_held_to_what_they_ran():
    known = NEUTRAL._replace(
        profile=replace(NEUTRAL.profile, longest_run=None),
        recent_runs=(PastRun(hours_ago=90.0, minutes=40.0, srpe=3.0),),
    )

    (easy, long) = seen((run(RunKind.EASY, 2, "07:00", 80), LONG), known).runs

    assert long.besides is Besides.MINUTES
    assert long.cap == pytest.approx(44.0)
    assert easy.mark is RunMark.BESIDES


def test_sprints_days_after_legs_are_not_closed_by_soreness_that_nobody_told():
    (sprints,) = seen((run(RunKind.SPRINTS, 5, "18:00"), legs([0], "18:00"))).runs

    assert sprints.mark is RunMark.FITS
