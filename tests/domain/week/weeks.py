"""Weeks to look at: plans as data, generated ones, and members with a log."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st

from bot.domain.facts.settings import Profile
from bot.domain.facts.training import RunKind
from bot.domain.facts.week import LegEffort, PlanItem
from bot.domain.recovery.question import AskedProfile, Learned, PastRun, PastSession, Question
from bot.domain.week.judging import Judge
from bot.domain.week.looking import LookedRun, RunMark
from bot.domain.week.planner import PlannedWeek, plan_week, week_of
from bot.domain.week.slots import WeekThings

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 4, tzinfo=UTC)  # Monday, 05:00 in Berlin
FEW = settings(max_examples=min(40, settings().max_examples))
KINDS = tuple(RunKind)

# 3-24 months of lifting, trained lately, used to running: nothing but the plan decides.
NEUTRAL = Question(
    leg_sessions=(PastSession(hours_ago=115.0, srpe=6.0),),
    sessions_8wk=16,
    sessions_logged=40,
    profile=AskedProfile(lifting_months=12, longest_run=100, runs_per_week=4),
)


def legs(days, at, effort=LegEffort.ORDINARY, *, number=0, once_on=None):
    hour, minute = map(int, at.split(":"))
    return PlanItem(
        item_id=100 + number + sum(days) * 7 + hour,
        at=time(hour, minute),
        days=frozenset(days),
        effort=effort,
        once_on=once_on,
    )


def run(kind, day, at, minutes=None):
    hour, minute = map(int, at.split(":"))
    return PlanItem(
        item_id=1_000 + day * 10 + hour,
        at=time(hour, minute),
        days=frozenset({day}),
        run=kind,
        minutes=minutes,
    )


def seen(
    items: Sequence[PlanItem],
    known: Question = NEUTRAL,
    *,
    profile: Profile = Profile(),
    now: datetime = NOW,
    zone: ZoneInfo = BERLIN,
    first: date = MONDAY,
) -> PlannedWeek:
    return plan_week(items, known, profile, now=now, zone=zone, first=first)


def things(
    items: Sequence[PlanItem],
    now: datetime = NOW,
    zone: ZoneInfo = BERLIN,
    first: date = MONDAY,
) -> WeekThings:
    return week_of(items, now, zone, first)


def looked(
    items: Sequence[PlanItem],
    known: Question = NEUTRAL,
    *,
    now: datetime = NOW,
    zone: ZoneInfo = BERLIN,
    first: date = MONDAY,
) -> tuple[LookedRun, ...]:
    """The runs of a week alone, without what would mend it and better days: much faster."""
    week = week_of(items, now, zone, first)
    judge = Judge(known, now)
    return tuple(judge.look(each, week.legs, week.runs) for each in week.in_week(week.runs))


def marks(items: Sequence[PlanItem], known: Question = NEUTRAL) -> dict[datetime, RunMark]:
    return {each.run.start: each.mark for each in looked(items, known)}


times = st.sampled_from(("07:00", "09:30", "12:00", "18:00", "19:30"))
leg_days = st.lists(
    st.builds(
        lambda day, at, effort: legs([day], at, effort),
        st.integers(0, 6),
        times,
        st.sampled_from(LegEffort),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda item: min(item.days),
)
runs = st.lists(
    st.builds(
        run, st.sampled_from(KINDS), st.integers(0, 6), times, st.sampled_from((20, 40, 60, 90))
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda item: (min(item.days), item.at),
)


@st.composite
def logged(draw: st.DrawFn) -> Question:
    """Members with a recent log, so that a plan changes nothing of how new its work is."""
    hours = draw(st.lists(st.sampled_from((3.0, 20.0, 47.0, 90.0)), max_size=3, unique=True))
    ran = draw(st.lists(st.sampled_from((5.0, 30.0, 60.0)), max_size=2, unique=True))
    return Question(
        leg_sessions=tuple(
            PastSession(hours_ago=each, srpe=draw(st.sampled_from((3.0, 6.0, 9.0))))
            for each in (*hours, 30.0)
        ),
        sessions_8wk=12,
        sessions_logged=30,
        recent_runs=tuple(PastRun(hours_ago=each, minutes=40.0, srpe=4.5) for each in ran) or None,
        profile=AskedProfile(
            lifting_months=draw(st.sampled_from((12, 36))),
            longest_run=draw(st.sampled_from((None, 60, 120))),
            runs_per_week=draw(st.sampled_from((None, 1, 4))),
        ),
        learned=Learned(theta=draw(st.sampled_from((-0.3, 0.0, 0.3))), n_feedback=8),
    )
