"""Clock times without am or pm, read in the half of the day that fits what they are for.

"Bed: 10:30" is in the evening, "up at 6:30" in the morning. Where a bare hour fits in both halves,
or a time in neither, the member is asked: a schedule is made of these, and runs every day.
"""

from collections.abc import Collection
from datetime import time
from typing import Final

from bot.domain.facts.errors import BadInput
from bot.domain.facts.kinds import CLOCKS, ClockWindow
from bot.domain.facts.schedule import minutes_of
from bot.domain.facts.settings import Kind, QuietHours
from bot.domain.reading.clock_times import ClockTime, read, shown

TO_BED: Final = ClockWindow(start=time(18), end=time(4))
TO_RISE: Final = ClockWindow(start=time(4), end=time(12))
LONGEST_QUIET: Final = 14 * 60  # minutes, where a half of the day had to be chosen
DAYTIME: Final = ClockWindow(start=time(7), end=time(20))
HOURS: Final = {kind: CLOCKS.get(kind, DAYTIME) for kind in Kind}
"""When somebody may want each kind, where they do not say which half of the day they mean."""


def read_bedtime(text: str) -> time:
    """Read when somebody goes to bed, or when a night's quiet begins.

    Raises:
        BadInput: ``clock_not_understood``, ``clock_half_unclear``.
    """
    return _read(text, (TO_BED,))


def read_waking(text: str) -> time:
    """Read when somebody gets up, or when a night's quiet ends.

    Raises:
        BadInput: as ``read_bedtime``.
    """
    return _read(text, (TO_RISE,))


def read_quiet(start: str, end: str) -> QuietHours:
    """Read quiet hours; the same time twice means none.

    Raises:
        BadInput: as ``read_bedtime``; also where halves that were not said make 14 hours or more.
    """
    begins, ends = read(start), read(end)
    if begins == ends:
        return QuietHours(start=begins.at, end=ends.at)
    quiet = QuietHours(start=_chosen(start, begins, (TO_BED,)), end=_chosen(end, ends, (TO_RISE,)))
    for text, clock in ((start, begins), (end, ends)):
        if clock.open and is_the_day(quiet):
            raise _unclear(text, clock)
    return quiet


def quiet_between(bed: time | None, wake: time | None) -> QuietHours:
    """Return the quiet hours from bedtime to waking, each by default where it was not said.

    The default, where they would be none or last 14 hours.
    """
    usual = QuietHours()
    quiet = QuietHours(start=bed or usual.start, end=wake or usual.end)
    return quiet if 0 < _minutes(quiet) < LONGEST_QUIET else usual


def is_the_day(quiet: QuietHours) -> bool:
    """Tell whether quiet hours are so long that they may have been told the wrong way round."""
    return _minutes(quiet) > LONGEST_QUIET


def read_time_for(kinds: Collection[Kind], text: str) -> time:
    """Read a time at which reminders or posts of these kinds shall come.

    Raises:
        BadInput: as ``read_bedtime``.
    """
    return _read(text, [HOURS[kind] for kind in kinds])


def _read(text: str, hours: Collection[ClockWindow]) -> time:
    return _chosen(text, read(text), hours)


def _chosen(text: str, clock: ClockTime, hours: Collection[ClockWindow]) -> time:
    if not clock.open:
        return clock.at
    fitting = [half for half in clock.halves() if all(each.has(half) for each in hours)]
    if len(fitting) > 1 and not clock.bare:
        return clock.at  # "7:30" in a field of the whole day is as 24 hours are written
    if len(fitting) != 1:
        raise _unclear(text, clock)
    return fitting[0]


def _minutes(quiet: QuietHours) -> int:
    return (minutes_of(quiet.end) - minutes_of(quiet.start)) % (24 * 60)


def _unclear(text: str, clock: ClockTime) -> BadInput:
    hour, minute = clock.at.hour % 12 or 12, f"{clock.at.minute:02}"
    return BadInput("clock_half_unclear", text=shown(text), hour=hour, minute=minute)
