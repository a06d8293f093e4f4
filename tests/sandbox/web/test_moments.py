"""How far the clock bar's buttons go, in the zone of who looks."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.sandbox.web.moments import until

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("where", "now", "hours"),
    [
        ("tonight", datetime(2026, 3, 2, 12, tzinfo=UTC), 8),
        ("tonight", datetime(2026, 3, 2, 20, tzinfo=UTC), 24),
        ("tomorrow 8:00", datetime(2026, 3, 2, 12, tzinfo=UTC), 19),
        ("tomorrow 8:00", datetime(2026, 3, 1, 23, 30, tzinfo=UTC), 31.5),
        # The night of 29 March is an hour short in Berlin, that of 25 October an hour long.
        ("tomorrow 8:00", datetime(2026, 3, 28, 12, tzinfo=UTC), 18),
        ("tomorrow 8:00", datetime(2026, 10, 24, 12, tzinfo=UTC), 19),
        ("2026-03-04T12:00:00Z", datetime(2026, 3, 2, 12, tzinfo=UTC), 48),
        ("2026-03-04T13:00", datetime(2026, 3, 2, 12, tzinfo=UTC), 48),
    ],
)
def test_until_counts_in_the_zone_of_who_looks(where, now, hours):
    assert until(where, now, BERLIN) == timedelta(hours=hours)
