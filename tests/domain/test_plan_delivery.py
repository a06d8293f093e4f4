"""What becomes of a reminder when its time comes, and where a snooze puts it."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.facts.reminders import (
    Postpone,
    Skip,
    SkipReason,
    Snooze,
    Terms,
    snooze_until,
    verdict,
)
from bot.domain.facts.schedule import quiet_until
from bot.domain.facts.settings import QuietHours

HOUR = timedelta(hours=1)
BERLIN = ZoneInfo("Europe/Berlin")  # two hours ahead of UTC in July
NIGHT = QuietHours(start=time(22), end=time(8))
AWAKE = Terms(zone=BERLIN, quiet=NIGHT)
NOON = datetime(2026, 7, 1, 10, tzinfo=UTC)
MIDNIGHT = datetime(2026, 7, 1, 22, tzinfo=UTC)
MORNING = datetime(2026, 7, 2, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("due", "stale", "now", "terms", "expected"),
    [
        (NOON, NOON + HOUR, NOON, AWAKE, None),
        (NOON, NOON + HOUR, NOON + HOUR - timedelta.resolution, AWAKE, None),
        (NOON, NOON + HOUR, NOON + HOUR, AWAKE, Skip(SkipReason.STALE)),
        (NOON, NOON + HOUR, NOON - HOUR, AWAKE, Postpone(NOON)),
        (NOON, NOON + HOUR, NOON, replace(AWAKE, on=False), Skip(SkipReason.OFF)),
        (NOON, NOON + HOUR, NOON, replace(AWAKE, zone=None), Skip(SkipReason.NO_ZONE)),
        (
            NOON,
            NOON + HOUR,
            NOON,
            replace(AWAKE, paused_until=NOON + HOUR),
            Skip(SkipReason.PAUSED),
        ),
        # It fell into a pause that has ended by now: the promise was silence.
        (
            NOON,
            NOON + 3 * HOUR,
            NOON + 2 * HOUR,
            replace(AWAKE, paused_until=NOON + HOUR),
            Skip(SkipReason.PAUSED),
        ),
        (NOON, NOON + HOUR, NOON, replace(AWAKE, paused_until=NOON), None),
        (MIDNIGHT, MORNING + HOUR, MIDNIGHT, AWAKE, Postpone(MORNING)),
        (MIDNIGHT, MORNING + HOUR, MORNING, AWAKE, None),
        (MIDNIGHT, MORNING, MIDNIGHT, AWAKE, Skip(SkipReason.QUIET)),
        (NOON, MORNING + HOUR, MIDNIGHT, AWAKE, Postpone(MORNING)),
        # Claimed early by a clock that jumped, and due at night: once, to the morning.
        (MIDNIGHT, MORNING + HOUR, NOON, AWAKE, Postpone(MORNING)),
    ],
)
def test_verdict_sends_postpones_once_or_skips_with_its_reason(
    due: datetime,
    stale: datetime,
    now: datetime,
    terms: Terms,
    expected: Postpone | Skip | None,
) -> None:
    assert verdict(due, stale, now=now, terms=terms) == expected


@pytest.mark.parametrize(
    ("choice", "now", "quiet", "expected"),
    [
        (Snooze.HOUR, "2026-07-01T12:00", NIGHT, "2026-07-01T13:00"),
        (Snooze.HOUR, "2026-07-01T21:30", NIGHT, "2026-07-02T08:00"),
        (Snooze.TONIGHT, "2026-07-01T12:00", NIGHT, "2026-07-01T20:00"),
        (Snooze.TONIGHT, "2026-07-01T20:00", NIGHT, "2026-07-01T21:45"),
        (Snooze.TONIGHT, "2026-07-01T21:50", NIGHT, "2026-07-02T08:00"),
        (Snooze.TONIGHT, "2026-07-01T02:00", NIGHT, "2026-07-01T20:00"),
        (
            Snooze.TONIGHT,
            "2026-07-01T09:00",
            QuietHours(start=time(19), end=time(7)),
            "2026-07-01T18:45",
        ),
        (
            Snooze.TONIGHT,
            "2026-07-01T20:30",
            QuietHours(start=time(0, 30), end=time(7)),
            "2026-07-02T00:15",
        ),
        (
            Snooze.TONIGHT,
            "2026-07-01T20:30",
            QuietHours(start=time(9), end=time(17)),
            "2026-07-01T21:30",
        ),
        (
            Snooze.TONIGHT,
            "2026-07-01T20:30",
            QuietHours(start=time(22), end=time(22)),
            "2026-07-01T21:30",
        ),
        (Snooze.TOMORROW, "2026-07-01T12:00", NIGHT, "2026-07-02T08:00"),
        (Snooze.TOMORROW, "2026-07-01T02:00", NIGHT, "2026-07-02T08:00"),
        (
            Snooze.TOMORROW,
            "2026-07-01T12:00",
            QuietHours(start=time(23), end=time(9, 30)),
            "2026-07-02T09:30",
        ),
    ],
)
def test_snooze_lands_where_the_member_expects(
    choice: Snooze, now: str, quiet: QuietHours, expected: str
) -> None:
    pressed = datetime.fromisoformat(now).replace(tzinfo=BERLIN)

    until = snooze_until(choice, pressed.astimezone(UTC), quiet, BERLIN)

    assert until.astimezone(BERLIN) == datetime.fromisoformat(expected).replace(tzinfo=BERLIN)


def test_snooze_until_tomorrow_crosses_a_clock_change() -> None:
    new_york = ZoneInfo("America/New_York")

    until = snooze_until(Snooze.TOMORROW, datetime(2026, 3, 7, 20, tzinfo=UTC), NIGHT, new_york)

    assert until == datetime(2026, 3, 8, 12, tzinfo=UTC)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(Snooze),
    st.datetimes(datetime(2000, 1, 1), datetime(2045, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - Hypothesis wants naive bounds
    st.builds(QuietHours, start=st.times(), end=st.times()),
    st.sampled_from(sorted(available_timezones())).map(ZoneInfo),
)
def test_snooze_is_ahead_and_outside_quiet_hours(
    choice: Snooze, now: datetime, quiet: QuietHours, zone: ZoneInfo
) -> None:
    until = snooze_until(choice, now, quiet, zone)

    assert now < until <= now + timedelta(days=3, hours=6)
    assert quiet_until(until, quiet, zone) is None
