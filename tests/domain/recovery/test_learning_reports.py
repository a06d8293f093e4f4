"""Where it is sore is kept with the score it was told with."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.facts.training import LegSession, Region, Report
from bot.domain.reading.exercise_names import demand
from bot.domain.recovery.answer import Clearance, Gate
from bot.domain.recovery.assess import assess
from bot.domain.recovery.history import question_of
from bot.domain.recovery.question import Question, Soreness

Reported = tuple[float, int, Region | None]

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def asked(*reports: Reported) -> Question:
    """The question of somebody eight days after leg day who reported (hours ago, score, place)."""
    return question_of(
        (LegSession(session_id=1, ended_at=NOW - timedelta(days=8)),),
        tuple(
            Report(reported_at=NOW - timedelta(hours=hours), soreness=score, region=region)
            for hours, score, region in reports
        ),
        now=NOW,
        total_sessions=1,
        demand=demand,
    )


@pytest.mark.parametrize(
    ("reports", "soreness"),
    [
        (((2, 5, Region.ARMS),), Soreness(score=5, region=Region.ARMS)),
        (((2, 5, None), (4, 3, Region.SHIN)), Soreness(score=5)),
        (((13, 5, Region.SHIN),), None),
    ],
)
def test_the_place_belongs_to_its_score(
    reports: Sequence[Reported], soreness: Soreness | None
) -> None:
    assert asked(*reports).soreness == soreness


def test_an_ache_where_leg_day_makes_none_holds_the_answer() -> None:
    found = assess(asked((1, 2, Region.SHIN)))

    assert found.clearance is Clearance.EASY
    assert found.reasons[0].gate is Gate.PLACE
    assert assess(asked((1, 2, Region.QUADS))).clearance is Clearance.HARD
