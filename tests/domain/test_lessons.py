"""What a word about the legs teaches, drawn from the member as they stood when it was true."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.decisions import lessons
from bot.domain.facts.learned import Learning, Occasion, Source
from bot.domain.facts.member import Member
from bot.domain.facts.training import Illness, LegSession, PainType, Report, Run

HOUR = timedelta(hours=1)
ENDED = datetime(2026, 11, 20, 12, tzinfo=UTC)
ANN = Member(
    member_id=7,
    session_count=1,
    sessions=(LegSession(session_id=1, ended_at=ENDED, effort=7, minutes=60),),
)


def run(hours, felt, **values):
    at = ENDED + hours * HOUR
    return Run(run_id=9, ended_at=at, felt=felt, **{"minutes": 30, **values})


def reported(hours, member=ANN, **values):
    """Return what is learnt from a report so many hours after leg day."""
    report = Report(reported_at=ENDED + hours * HOUR, **values)
    after = member._replace(reports=(report, *member.reports))
    return lessons.from_report(after, report, report.reported_at)


@pytest.mark.parametrize(
    ("hours", "day"), [(0, 0), (23.9, 0), (24, 1), (47.9, 1), (48, 2), (95, 3)]
)
def test_day_after_leg_day_is_counted_in_whole_days_gone_by(hours, day):
    assert lessons.occasion_of(ANN, ENDED + hours * HOUR) == Occasion(session=1, day=day)


def test_nothing_is_learnt_without_a_leg_day():
    nobody = Member(member_id=7)

    assert lessons.from_run(nobody, run(30, 1)) == Learning()
    assert reported(30, nobody, soreness=9) == Learning()
    assert lessons.from_answer(nobody, ENDED, worse=True) == Learning()


def test_worse_felt_is_never_learnt_as_faster():
    thetas = [lessons.from_run(ANN, run(40, felt)).theta for felt in (1, 2, 3, 4, 5)]

    assert thetas == sorted(thetas, reverse=True)
    assert thetas[0] > 0 > thetas[4]


def test_run_is_compared_with_what_was_expected_at_its_start():
    at_start = lessons.from_run(ANN, run(40, 3, minutes=0))
    began_then = lessons.from_run(ANN, run(42, 3, minutes=120))

    assert began_then == at_start


def test_run_without_a_feeling_teaches_nothing():
    assert lessons.from_run(ANN, run(40, None)) == Learning()


@pytest.mark.parametrize(("hours", "learns"), [(23, False), (24, True), (96, True), (97, False)])
def test_check_in_teaches_from_one_day_to_four_after_leg_day(hours, learns):
    assert (reported(hours, soreness=9).count == 1) is learns
    assert (reported(hours, felt=1).count == 1) is learns


def test_felt_counts_before_soreness_of_the_same_check_in():
    assert reported(30, soreness=2, felt=1).last.source is Source.FELT
    assert reported(30, soreness=2, felt=1).theta > 0 > reported(30, soreness=2).theta


@pytest.mark.parametrize(
    "sign", [{"pain": PainType.SHARP}, {"illness": Illness.HEAD_COLD}, {"painkiller_before": 7}]
)
def test_unwell_or_numbed_legs_teach_nothing(sign):
    assert reported(30, soreness=9, **sign) == Learning()


def test_pain_told_after_soreness_takes_that_days_lesson_back_and_no_other():
    first = ANN._replace(learning=reported(30, soreness=9))
    second = first._replace(learning=reported(54, first, soreness=9))

    assert reported(31, first, pain=PainType.JOINT).count == 0
    assert reported(55, second, pain=PainType.JOINT).count == 1
    assert reported(80, second, pain=PainType.JOINT).count == 2


def test_comparison_with_the_answer_counts_once_a_day():
    at = ENDED + 30 * HOUR
    worse = lessons.from_answer(ANN, at, worse=True)
    again = lessons.from_answer(ANN._replace(learning=worse), at, worse=True)
    better = lessons.from_answer(ANN._replace(learning=worse), at, worse=False)

    assert (worse.count, again.count, better.count) == (1, 1, 1)
    assert worse.theta > 0 > better.theta
    assert again == worse


def test_off_stays_off_and_learns_nothing():
    off = ANN._replace(learning=replace(reported(30, soreness=9), on=False))

    assert reported(54, off, soreness=9) == off.learning
    assert lessons.without_session(off, 1).on is False
    assert lessons.without_session(off, 2) == off.learning
