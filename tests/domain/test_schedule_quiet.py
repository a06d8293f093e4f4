"""Quiet hours across midnight and every kind of clock change, by table and against brute force."""

from bisect import bisect_left
from datetime import UTC, datetime, time, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.facts.schedule import out_of_quiet, quiet_until
from bot.domain.facts.settings import QuietHours

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
NIGHT = QuietHours(start=time(22), end=time(8))
NEW_YORK = "America/New_York"


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "quiet", "moment", "end"),
    [
        ("UTC", NIGHT, "2026-07-01T21:59", None),
        ("UTC", NIGHT, "2026-07-01T22:00", "2026-07-02T08:00"),
        ("UTC", NIGHT, "2026-07-02T07:59", "2026-07-02T08:00"),
        ("UTC", NIGHT, "2026-07-02T08:00", None),
        ("UTC", QuietHours(start=time(9), end=time(17)), "2026-07-02T09:00", "2026-07-02T17:00"),
        ("UTC", QuietHours(start=time(9), end=time(17)), "2026-07-02T08:59", None),
        ("UTC", QuietHours(start=time(9), end=time(9)), "2026-07-02T09:00", None),
        ("UTC", QuietHours(start=time(22), end=time(0)), "2026-07-02T23:00", "2026-07-03T00:00"),
        ("UTC", QuietHours(start=time(0), end=time(6)), "2026-07-02T00:00", "2026-07-02T06:00"),
        # The night the clocks go forward is an hour shorter, the one they go back an hour longer.
        (NEW_YORK, NIGHT, "2026-03-08T03:00", "2026-03-08T12:00"),
        (NEW_YORK, NIGHT, "2026-11-01T02:00", "2026-11-01T13:00"),
        # An end that the clock skips is the end of the gap.
        (
            NEW_YORK,
            QuietHours(start=time(22), end=time(2, 30)),
            "2026-03-08T06:59",
            "2026-03-08T07:00",
        ),
        # Quiet hours that the clock skips altogether are none.
        (NEW_YORK, QuietHours(start=time(2, 10), end=time(2, 50)), "2026-03-08T07:00", None),
        # An end that comes twice ends the first time, but what reads quiet again is quiet again.
        (
            NEW_YORK,
            QuietHours(start=time(22), end=time(1, 30)),
            "2026-11-01T03:00",
            "2026-11-01T05:30",
        ),
        (NEW_YORK, QuietHours(start=time(22), end=time(1, 30)), "2026-11-01T05:30", None),
        (
            NEW_YORK,
            QuietHours(start=time(22), end=time(1, 30)),
            "2026-11-01T06:10",
            "2026-11-01T06:30",
        ),
        (NEW_YORK, QuietHours(start=time(22), end=time(1, 30)), "2026-11-01T06:30", None),
        # A start that comes twice starts the first time.
        (
            NEW_YORK,
            QuietHours(start=time(1, 30), end=time(8)),
            "2026-11-01T06:10",
            "2026-11-01T13:00",
        ),
        # The day that never was: quiet from the evening before to the morning after.
        ("Pacific/Apia", NIGHT, "2011-12-30T09:00", "2011-12-30T18:00"),
        ("Pacific/Apia", NIGHT, "2011-12-30T11:00", "2011-12-30T18:00"),
    ],
)
def test_quiet_until_is_the_end_of_the_span(
    zone: str, quiet: QuietHours, moment: str, end: str | None
) -> None:
    assert quiet_until(utc(moment), quiet, ZoneInfo(zone)) == (end and utc(end))


def test_out_of_quiet_leaves_the_day_alone_and_moves_the_night_to_its_end() -> None:
    zone = ZoneInfo("Europe/Berlin")

    assert out_of_quiet(utc("2026-07-01T12:00"), NIGHT, zone) == utc("2026-07-01T12:00")
    assert out_of_quiet(utc("2026-07-01T23:00"), NIGHT, zone) == utc("2026-07-02T06:00")


QUIETS = [
    NIGHT,
    QuietHours(start=time(23, 40), end=time(0, 20)),
    QuietHours(start=time(22), end=time(1, 30)),
    QuietHours(start=time(1, 30), end=time(9)),
    QuietHours(start=time(1, 10), end=time(1, 50)),
    QuietHours(start=time(2, 10), end=time(2, 50)),
    QuietHours(start=time(0), end=time(12)),
    QuietHours(start=time(12), end=time(0)),
    QuietHours(start=time(8), end=time(7, 59)),
]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        (NEW_YORK, "2026-03-08T07:00"),
        (NEW_YORK, "2026-11-01T06:00"),
        ("Africa/Cairo", "2026-04-23T22:00"),
        ("Africa/Cairo", "2026-10-29T21:00"),
        ("America/Havana", "2026-11-01T05:00"),
        ("America/Nuuk", "2026-03-29T01:00"),
        ("America/Nuuk", "2026-10-25T01:00"),
        ("America/St_Johns", "2010-11-07T02:31"),
        ("Antarctica/Troll", "2026-10-25T01:00"),
        ("Australia/Lord_Howe", "2026-04-04T15:00"),
        ("Australia/Lord_Howe", "2026-10-03T15:30"),
        ("Pacific/Apia", "2011-12-30T10:00"),
    ],
)
def test_quiet_until_agrees_with_brute_force_around_a_change(name: str, near: str) -> None:
    zone = ZoneInfo(name)
    start = utc(near) - 4 * DAY
    moments = [start + n * MINUTE for n in range(8 * 24 * 60)]
    shown = [moment.astimezone(zone).replace(tzinfo=None, fold=0) for moment in moments]
    reached = [*accumulate(shown, max)]  # a wall time is reached once, even where it comes twice

    for quiet in QUIETS:
        free_from = _first_free(quiet, shown, reached)
        for n in range(3 * 24 * 60, 5 * 24 * 60, 13):
            free = free_from[n]
            expected = None if free == n else moments[free]
            assert quiet_until(moments[n], quiet, zone) == expected, (quiet, moments[n])


def _first_free(quiet: QuietHours, shown: list[datetime], reached: list[datetime]) -> list[int]:
    """Per minute, the index of the first minute from it on that is not quiet.

    Quiet is what reads so on the wall, and what lies between the first minutes that show (or pass)
    a date's start and its end.
    """
    overnight = quiet.end < quiet.start
    silent = [
        (at >= quiet.start or at < quiet.end) if overnight else quiet.start <= at < quiet.end
        for at in (wall.time() for wall in shown)
    ]
    for date in {wall.date() for wall in shown}:
        first = bisect_left(reached, datetime.combine(date, quiet.start))
        last = bisect_left(reached, datetime.combine(date + overnight * DAY, quiet.end))
        silent[first:last] = [True] * max(0, last - first)
    free_from = [len(shown)] * (len(shown) + 1)
    for n in reversed(range(len(shown))):
        free_from[n] = free_from[n + 1] if silent[n] else n
    return free_from


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(sorted(available_timezones())).map(ZoneInfo),
    st.datetimes(datetime(2000, 1, 1), datetime(2045, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - Hypothesis wants naive bounds
    st.builds(QuietHours, start=st.times(), end=st.times()),
)
def test_out_of_quiet_never_reads_quiet_and_is_reached_at_once(
    zone: ZoneInfo, moment: datetime, quiet: QuietHours
) -> None:
    free = out_of_quiet(moment, quiet, zone)

    at = free.astimezone(zone).time()
    overnight = quiet.end < quiet.start
    reads_quiet = (
        (at >= quiet.start or at < quiet.end) if overnight else quiet.start <= at < quiet.end
    )
    assert not reads_quiet
    assert moment <= free <= moment + DAY + timedelta(hours=3)
    assert out_of_quiet(free, quiet, zone) == free
