"""Wall time to moment, by table and against brute force over every minute around the changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.facts.schedule import How, Resolved, instant, occurrences
from bot.domain.facts.settings import EVERY_DAY

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Changeover:
    """A moment at which clocks in a zone jump."""

    zone: ZoneInfo
    at: datetime


class Wall:
    """Brute force: what the clock of a zone shows at every UTC minute of some days."""

    def __init__(self, zone: ZoneInfo, start: datetime, minutes: int) -> None:
        self.moments = [start + n * MINUTE for n in range(minutes)]
        self.shown = [_shown(moment, zone) for moment in self.moments]
        self.copies: dict[datetime, list[datetime]] = {}
        for shown, moment in zip(self.shown, self.moments, strict=True):
            self.copies.setdefault(shown, []).append(moment)
        self.dates = {shown.date() for shown in self.shown}

    def instant(self, nominal: date, at: time) -> Resolved | None:
        wall = datetime.combine(nominal, at)
        if nominal not in self.dates:
            return None
        if wall in self.copies:
            copies = self.copies[wall]
            return Resolved(copies[0], How.PLAIN if len(copies) == 1 else How.FOLD)
        pairs = zip(self.shown, self.moments, strict=True)
        return Resolved(next(moment for shown, moment in pairs if shown > wall), How.GAP)


def changeovers(zone: ZoneInfo, first_year: int, last_year: int) -> Iterator[Changeover]:
    """Find every jump by looking at the offset each week, then halving."""
    moment = datetime(first_year, 1, 1, tzinfo=UTC)
    offset = _offset(moment, zone)
    while moment.year <= last_year:
        later = moment + 7 * DAY
        offset_later = _offset(later, zone)
        if offset != offset_later:
            low, high = moment, later
            while high - low > timedelta(seconds=1):
                middle = low + (high - low) // 2
                if _offset(middle, zone) == offset:
                    low = middle
                else:
                    high = middle
            yield Changeover(zone, high.replace(microsecond=0))
        moment, offset = later, offset_later


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta | None:
    return moment.astimezone(zone).utcoffset()


@pytest.mark.parametrize(
    ("zone", "nominal", "at", "expected"),
    [
        ("Europe/Berlin", date(2026, 7, 1), time(8), ("2026-07-01T06:00", How.PLAIN)),
        ("America/New_York", date(2026, 3, 8), time(2, 30), ("2026-03-08T07:00", How.GAP)),
        ("America/New_York", date(2026, 11, 1), time(1, 30), ("2026-11-01T05:30", How.FOLD)),
        ("America/New_York", date(2026, 11, 1), time(2), ("2026-11-01T07:00", How.PLAIN)),
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 10), ("2026-10-03T15:30", How.GAP)),
        ("Australia/Lord_Howe", date(2026, 4, 5), time(1, 45), ("2026-04-04T14:45", How.FOLD)),
        ("Antarctica/Troll", date(2026, 3, 29), time(2, 59), ("2026-03-29T01:00", How.GAP)),
        # Midnight is skipped: the day begins at 01:00.
        ("Africa/Cairo", date(2026, 4, 24), time(0, 30), ("2026-04-23T22:00", How.GAP)),
        # The gap ends at midnight: the moment bears the 29th, the occurrence stays the 28th's.
        ("America/Nuuk", date(2026, 3, 28), time(23, 30), ("2026-03-29T01:00", How.GAP)),
        ("America/Nuuk", date(2026, 10, 24), time(23, 30), ("2026-10-25T00:30", How.FOLD)),
        # Clocks stopped for half an hour, for good, at the stroke of midnight.
        ("Asia/Pyongyang", date(2018, 5, 4), time(23, 45), ("2018-05-04T15:00", How.GAP)),
        ("Asia/Pyongyang", date(2015, 8, 14), time(23, 45), ("2015-08-14T14:45", How.FOLD)),
        ("Pacific/Apia", date(2011, 12, 29), time(23, 59), ("2011-12-30T09:59", How.PLAIN)),
        ("Pacific/Apia", date(2011, 12, 30), time(12), None),
        ("Pacific/Apia", date(2011, 12, 30), time(0), None),
        ("Pacific/Apia", date(2011, 12, 31), time(0), ("2011-12-30T10:00", How.PLAIN)),
        ("Pacific/Kwajalein", date(1993, 8, 21), time(9), None),
        ("Europe/Dublin", date(2040, 3, 25), time(1, 30), ("2040-03-25T01:00", How.GAP)),
        ("UTC", date(2028, 2, 29), time(23, 59), ("2028-02-29T23:59", How.PLAIN)),
    ],
)
def test_instant_follows_the_rule(
    zone: str, nominal: date, at: time, expected: tuple[str, How] | None
) -> None:
    resolved = instant(nominal, at, ZoneInfo(zone))

    assert resolved == (
        expected and Resolved(datetime.fromisoformat(expected[0]).replace(tzinfo=UTC), expected[1])
    )


def test_instant_agrees_with_brute_force_at_every_kind_of_change_until_2030() -> None:
    """Every change 2024-2030 of every zone, once each: the minutes that read around it."""
    seen = set()
    for name in sorted(available_timezones()):
        for change in changeovers(ZoneInfo(name), 2024, 2030):
            zone, before = change.zone, change.at - MINUTE
            key = (change.at, _offset(before, zone), _offset(change.at, zone))
            if key not in seen:
                seen.add(key)
                _compare(change, around=timedelta(hours=2, minutes=30), step=7)

    assert len(seen) > 400


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("Pacific/Apia", 2011),
        ("Pacific/Kwajalein", 1993),
        ("Pacific/Kiritimati", 1994),
        ("Pacific/Fakaofo", 2011),
        ("Antarctica/Casey", 2018),
        ("Africa/Cairo", 2026),
        ("Africa/Casablanca", 2026),
        ("Africa/Juba", 2021),
        ("America/Asuncion", 2023),
        ("America/Caracas", 2016),
        ("America/Havana", 2026),
        ("America/New_York", 2045),
        ("America/Nuuk", 2026),
        ("America/Santiago", 2026),
        ("America/Sao_Paulo", 2018),
        ("America/St_Johns", 2010),
        ("Antarctica/Troll", 2026),
        ("Asia/Beirut", 2026),
        ("Asia/Gaza", 2026),
        ("Asia/Pyongyang", 2015),
        ("Asia/Pyongyang", 2018),
        ("Atlantic/Azores", 2026),
        ("Australia/Lord_Howe", 2026),
        ("Europe/Dublin", 2040),
        ("Europe/Istanbul", 2016),
    ],
)
def test_instant_agrees_with_brute_force_on_every_minute_in_reach_of_a_change(
    name: str, year: int
) -> None:
    changes = list(changeovers(ZoneInfo(name), year, year))

    for change in changes:
        _compare(change, around=_jump(change) + timedelta(hours=6), step=1)
    assert changes


def _shown(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def _jump(change: Changeover) -> timedelta:
    """How far the clocks jump, forwards or back, and the minute in which they do."""
    return abs(_shown(change.at, change.zone) - _shown(change.at - MINUTE, change.zone))


def _compare(change: Changeover, *, around: timedelta, step: int) -> None:
    # A wall time reads at most a jump away: the minutes beyond are for what falls off the edge.
    edge = _jump(change) + timedelta(hours=1)
    wall = Wall(change.zone, change.at - around - edge, int(2 * (around + edge) / MINUTE))
    local = _shown(change.at - MINUTE, change.zone)
    minutes = range(-int(around / MINUTE), int(around / MINUTE), step)
    for reading in (local + n * MINUTE for n in minutes):
        found = instant(reading.date(), reading.time(), change.zone)
        assert found == wall.instant(reading.date(), reading.time()), (change, reading)


ZONES = st.sampled_from(sorted(available_timezones())).map(ZoneInfo)
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - Hypothesis wants naive bounds
TIMES = st.times().map(lambda at: at.replace(microsecond=0))


@settings(max_examples=300, deadline=None)
@given(ZONES, st.dates(date(1990, 1, 1), date(2060, 1, 1)), TIMES)
def test_instant_shows_its_wall_time_or_the_first_after_it(
    zone: ZoneInfo, nominal: date, at: time
) -> None:
    wall = datetime.combine(nominal, at)

    resolved = instant(nominal, at, zone)

    if resolved is not None:
        shown = _shown(resolved.at, zone)
        just_before = _shown(resolved.at - timedelta(seconds=1), zone)
        assert (shown > wall > just_before) if resolved.how is How.GAP else shown == wall


@settings(max_examples=200, deadline=None)
@given(ZONES, MOMENTS, TIMES, st.frozensets(st.integers(0, 6), min_size=1))
def test_occurrences_miss_no_date_and_repeat_none(
    zone: ZoneInfo, after: datetime, at: time, days: frozenset[int]
) -> None:
    found = list(islice(occurrences(at, days, zone, after=after), 20))

    moments = [resolved.at for _, resolved in found]
    assert moments == sorted(set(moments))
    assert moments[0] > after
    first, last = after.astimezone(zone).date() - 2 * DAY, found[-1][0]
    dates = [first + n * DAY for n in range((last - first).days + 1)]
    expected = [(d, instant(d, at, zone)) for d in dates if d.weekday() in days]
    assert found == [(d, r) for d, r in expected if r is not None and r.at > after]


def test_occurrences_are_strictly_after() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    eight = datetime(2026, 7, 1, 6, tzinfo=UTC)

    assert next(occurrences(time(8), EVERY_DAY, berlin, after=eight), None) == (
        date(2026, 7, 2),
        Resolved(eight + DAY, How.PLAIN),
    )
    assert next(
        occurrences(time(8), EVERY_DAY, berlin, after=eight - timedelta.resolution), None
    ) == (
        date(2026, 7, 1),
        Resolved(eight, How.PLAIN),
    )


def test_occurrences_pass_over_a_fold_once() -> None:
    new_york = ZoneInfo("America/New_York")
    first_copy = datetime(2026, 11, 1, 5, 30, tzinfo=UTC)

    found = next(occurrences(time(1, 30), EVERY_DAY, new_york, after=first_copy), None)

    assert found == (
        date(2026, 11, 2),
        Resolved(datetime(2026, 11, 2, 6, 30, tzinfo=UTC), How.PLAIN),
    )


def test_occurrences_leave_out_the_date_that_never_was() -> None:
    apia = ZoneInfo("Pacific/Apia")
    after = datetime(2011, 12, 29, 12, tzinfo=UTC)

    nominal = [n for n, _ in islice(occurrences(time(12), EVERY_DAY, apia, after=after), 3)]

    assert nominal == [date(2011, 12, 29), date(2011, 12, 31), date(2012, 1, 1)]


def test_occurrences_on_no_day_are_none() -> None:
    after = datetime(2026, 1, 1, tzinfo=UTC)

    assert next(occurrences(time(8), frozenset(), ZoneInfo("UTC"), after=after), None) is None
