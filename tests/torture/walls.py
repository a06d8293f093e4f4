"""Wall time against brute force, in every zone (G8)."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.domain.facts.schedule import How, Resolved, instant
from tests.torture.check import Check, Outcome

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SKIPPED = (  # dates that were left out when a place crossed the date line
    ("Pacific/Apia", date(2011, 12, 30)),
    ("Pacific/Fakaofo", date(2011, 12, 30)),
    ("Pacific/Kiritimati", date(1994, 12, 31)),
    ("Pacific/Kwajalein", date(1993, 8, 21)),
)
FIRST, LAST = datetime(2024, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)


async def run(seed: int, cases: int) -> Outcome:
    """Resolve so many random dates and times; two of three lie around a change of their zone."""
    rng = random.Random(seed)  # noqa: S311 (a test's dice)
    names = sorted(available_timezones())
    faults = []
    changes = 0
    for number in range(cases):
        zone = ZoneInfo(names[number % len(names)])  # each has its turn
        nominal, at = _some_wall(zone, rng, near_a_change=number % 3 > 0)
        if number % 50 == 0:
            name, nominal = rng.choice(SKIPPED)
            zone = ZoneInfo(name)
        expected = brute(nominal, at, zone)
        changes += expected is None or expected.how is not How.PLAIN
        if instant(nominal, at, zone) != expected:
            faults.append(f"{zone.key} {nominal} {at}: not {expected}")
    note = f"{min(cases, len(names))} zones, {changes} gaps, folds and dates that never were"
    return Outcome(cases=cases, faults=tuple(faults), note=note)


def brute(nominal: date, at: time, zone: ZoneInfo) -> Resolved | None:
    """Look at the clock on the wall, minute by minute, as the rule of ``reliability`` §3 says."""
    wall = datetime.combine(nominal, at)
    copies: list[datetime] = []
    later: datetime | None = None
    existed = False
    for shown, moment, minutes in _readings(datetime.combine(nominal, time(12), tzinfo=UTC), zone):
        last = shown + (minutes - 1) * MINUTE
        existed = existed or nominal in (shown.date(), last.date())
        if shown <= wall <= last:
            copies.append(moment + (wall - shown))
        if later is None and last > wall:
            later = moment + max(wall - shown + MINUTE, timedelta())
    if not existed:
        return None
    if copies:
        return Resolved(copies[0], How.PLAIN if len(copies) == 1 else How.FOLD)
    assert later is not None
    return Resolved(later, How.GAP)


def changes_of(zone: ZoneInfo) -> tuple[datetime, ...]:
    """Return the moments at which a zone's clocks jump, 2024 to 2030."""
    return _changes(zone.key)


def _readings(noon: datetime, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime, int]]:
    """Yield what the wall shows from a moment on, for how many minutes: whole hours if steady."""
    for hour in range(-60, 60):
        moment = noon + hour * HOUR
        shown, end = _shown(moment, zone), _shown(moment + HOUR, zone)
        if end - shown == HOUR:
            yield shown, moment, 60
        else:
            for minute in (moment + n * MINUTE for n in range(60)):
                yield _shown(minute, zone), minute, 1


def _some_wall(zone: ZoneInfo, rng: random.Random, *, near_a_change: bool) -> tuple[date, time]:
    changes = changes_of(zone)
    if near_a_change and changes:
        around = rng.choice(changes) + rng.randrange(-90, 90) * MINUTE
        shown = _shown(around, zone) + rng.choice((0, 0, -60, 30, 60)) * MINUTE
    else:
        shown = datetime(2024, 1, 1) + rng.randrange(7 * 365 * 1440) * MINUTE  # noqa: DTZ001 (a wall has no zone)
    return shown.date(), shown.time()


@cache
def _changes(key: str) -> tuple[datetime, ...]:
    zone, found, moment = ZoneInfo(key), [], FIRST
    shown = _shown(moment, zone)
    while moment < LAST:
        shown_before, shown = shown, _shown(moment + 7 * DAY, zone)
        if shown - shown_before != 7 * DAY:
            low, high = moment, moment + 7 * DAY
            while high - low > MINUTE:
                middle = (low + (high - low) / 2).replace(second=0, microsecond=0)
                steady = _shown(middle, zone) - _shown(low, zone) == middle - low
                low, high = (middle, high) if steady else (low, middle)
            found.append(high)
        moment += 7 * DAY
    return tuple(found)


def _shown(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


WALLS = Check(goal="G8", name="times of day, by brute force", run=run, full=20_000, cut=400)
