"""The words of a planned week: every mark, and a week at the limits of a plan and of a message."""

from datetime import UTC, datetime, time, timedelta

from bot.domain.facts.member import Member
from bot.domain.facts.settings import Profile
from bot.domain.facts.training import RunKind
from bot.domain.facts.week import LegEffort, PlanItem, TrainingPlan
from bot.domain.reading.plan_words import read_what_if
from bot.domain.week.items import MOST_LEGS, MOST_PLANNED_RUNS
from bot.domain.week.view import WeekAsked, look
from bot.rendering.components import layout
from bot.texts.week.cards import week

NOW = datetime(2026, 3, 2, 4, tzinfo=UTC)


def planner(*items, **profile):
    return Member(
        member_id=1,
        profile=Profile(zone="Europe/Berlin", runs_per_week=3, longest_run=90, **profile),
        week=TrainingPlan(since=NOW - timedelta(days=40), items=items),
    )


def run(number, day, hour, kind, minutes=45):
    return PlanItem(item_id=number, at=time(hour), days=frozenset({day}), run=kind, minutes=minutes)


def written(card):
    return "\n".join((card.title, *card.body, card.small or ""))


def test_every_mark_has_its_words(snapshot):
    member = planner(
        run(1, 1, 7, RunKind.EASY),
        PlanItem(item_id=2, at=time(18), days=frozenset({1, 4}), effort=LegEffort.HARD),
        run(3, 2, 18, RunKind.TEMPO),
        run(4, 3, 7, RunKind.STEADY, 50),
        run(5, 5, 9, RunKind.LONG, 150),
        run(6, 5, 12, RunKind.INTERVALS),
        run(7, 6, 10, RunKind.EASY),
    )

    assert written(week(look(member, WeekAsked(), NOW))) == snapshot


def test_a_week_at_its_limits_fits_a_message():
    legs = [
        PlanItem(item_id=n, at=time(5, 30), days=frozenset({n}), effort=LegEffort.HARD, minutes=120)
        for n in range(MOST_LEGS)
    ]
    kinds = (RunKind.DOWNHILL, RunKind.INTERVALS, RunKind.EASY)
    running = [
        run(100 + n, n % 7, 9 if n < 7 else 16, kinds[n % 3]) for n in range(MOST_PLANNED_RUNS)
    ]
    pieces = read_what_if("legs mon 17:30 hard 120 min, intervals tue 17:30 125 min")

    card = week(look(planner(*legs, *running), WeekAsked(pieces=pieces[:1]), NOW))

    assert len(written(card)) <= 4_000
    assert all(len(button.action) <= 100 for row in card.rows for button in row)
    assert layout(card) is not None
