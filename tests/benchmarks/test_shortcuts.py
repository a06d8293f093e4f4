"""What is shortened to be quick says the same as what it is short for."""

from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.decisions import journal, known_of_member
from bot.domain.facts.member import Member
from bot.domain.facts.settings import Profile
from bot.domain.facts.training import Illness, LegSession, Newness, PainType, Report, RunKind
from bot.domain.facts.week import PlanItem, TrainingPlan
from bot.domain.recovery.assess import assess
from bot.domain.week import keeping

NOW = datetime(2026, 11, 22, 18, tzinfo=UTC)


def ago(hours):
    return NOW - timedelta(hours=hours)


SESSIONS = st.builds(
    LegSession,
    session_id=st.just(1),
    ended_at=st.builds(ago, st.floats(0, 2_500)),
    effort=st.none() | st.integers(1, 10),
    minutes=st.none() | st.integers(5, 300),
    newness=st.none() | st.sampled_from(Newness),
)
REPORTS = st.builds(
    partial(Report),
    reported_at=st.builds(ago, st.floats(0, 900)),
    soreness=st.none() | st.integers(0, 10),
    sleep=st.none() | st.floats(0, 24),
    pain=st.none() | st.sampled_from(PainType),
    illness=st.none() | st.sampled_from(Illness),
    stop_sign=st.none() | st.booleans(),
)


@given(st.lists(SESSIONS, min_size=1, max_size=5), st.lists(REPORTS, max_size=3))
@settings(deadline=None)
def test_confirmation_names_the_hours_of_the_whole_answer(sessions, reports):
    newest_first = tuple(sorted(sessions, key=lambda each: each.ended_at, reverse=True))
    member = Member(
        member_id=1,
        sessions=newest_first,
        session_count=len(sessions),
        reports=tuple(sorted(reports, key=lambda each: each.reported_at, reverse=True)),
    )

    shown = journal.look(member, 1, NOW)

    whole = assess(known_of_member.question(member, NOW)._replace(danger_denied=True)).eta
    assert (shown.answer.easy, shown.answer.hard) == (whole.easy, whole.hard)


WEEK = tuple(
    PlanItem(item_id=day, at=time(18), days=frozenset({day}), run=RunKind.EASY if day % 2 else None)
    for day in range(7)
)


def always(member: Member) -> bool:
    return member.session_count > 0


@given(st.lists(SESSIONS, min_size=1, max_size=5), st.lists(REPORTS, max_size=4))
@settings(deadline=None)
def test_care_is_not_missed_where_no_report_is_taken_for_a_sign(sessions, reports):
    member = Member(
        member_id=1,
        profile=Profile(zone="UTC"),
        sessions=tuple(sorted(sessions, key=lambda each: each.ended_at, reverse=True)),
        session_count=len(sessions),
        reports=tuple(sorted(reports, key=lambda each: each.reported_at, reverse=True)),
        week=TrainingPlan(since=NOW - timedelta(days=60), items=WEEK),
    )
    mondays = [date(2026, 11, 16) - timedelta(days=7 * n) for n in range(3)]

    def weeks():
        return [keeping.week_of(member, monday, ZoneInfo("UTC"), NOW) for monday in mondays]

    quick, shortcut = weeks(), keeping._may_need_care
    try:
        keeping._may_need_care = always
        assert weeks() == quick
    finally:
        keeping._may_need_care = shortcut
