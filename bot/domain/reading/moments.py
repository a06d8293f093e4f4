"""When something was or is planned, as members say it: ``2h ago``, ``mon 7pm``, ``last night``.

Elapsed time ("2h ago", "in 30 minutes", ``elapsed``) and Discord's own timestamps need no zone,
words of clock and calendar (``moment_words``) do. The same words look back when a session is logged
and ahead when a run is planned. No digit and no word is passed over: what has one more than is
understood is refused.

Where the words leave room (a weekday, ``18:30``), the first moment in that direction counts; of the
two dates that ``5/6`` may be, the one that will do, else it is asked about. A clock time that comes
twice in a night is the copy that is nearer to now and fits; one that the clock skips is the first
moment after the gap (``schedule``).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.facts import schedule
from bot.domain.facts.errors import BadInput, NeedsZone, renamed
from bot.domain.facts.training import FUTURE_SLACK, OLDEST_ENTRY, check_moment
from bot.domain.reading import moment_words
from bot.domain.reading.clock_times import shown, simple
from bot.domain.reading.elapsed import elapsed
from bot.domain.reading.spelling import mended, spelt
from bot.domain.tongues.typed import in_either

PLAN_AHEAD: Final = timedelta(days=7)
UNTIL_AHEAD: Final = timedelta(days=366)
EVENT_AHEAD: Final = timedelta(days=365)
PLAN_PROBLEMS: Final = {  # the words for moments in general, made to fit a run that is to come
    "when_needs_zone": "plan_needs_zone",
    "when_not_understood": "plan_not_understood",
}
_NOW: Final = frozenset({"", "now", "right now", "just now", "just finished"})
_STAMP = re.compile(r"<t:(-?\d{1,13})(?::[a-zA-Z])?>")  # as Discord writes moments
_FOR = re.compile(r"^\s*for (?!.*\bago\b)", re.IGNORECASE)
_SLASH = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?!\d)")
_YEARS: Final = range(1900, 2200)  # others are slips, and near the ends of the calendar


@in_either
def read_when(text: str | None, *, now: datetime, zone: ZoneInfo | None) -> datetime:
    """Read when something was, as a UTC datetime: at most 30 days ago, never ahead.

    No words and ``now`` mean now. The member's ``zone`` may be unknown.

    Raises:
        NeedsZone: ``when_needs_zone``, for words of the clock without a zone.
        BadInput: ``when_not_understood``, ``in_the_future``, ``too_long_ago``.
    """
    if not text:
        return now.astimezone(UTC)
    span = _Span(now=now.astimezone(UTC), back=OLDEST_ENTRY, ahead=FUTURE_SLACK)
    at = _read(text, span, zone)
    check_moment(at, now)
    return at


@in_either
def read_changed(
    text: str | None, *, entry: datetime, now: datetime, zone: ZoneInfo | None
) -> datetime:
    """Read a new time for what was logged: a clock time keeps its date, a date its clock time.

    Only elapsed time ("2h ago") and days named from today ("yesterday") count from now. No words
    at all, or the time that it has, to the minute, leave it as it is, however old.

    Raises:
        NeedsZone, BadInput: as ``read_when``.
    """
    if not text or not text.strip():
        return entry
    span = _Span(now=now.astimezone(UTC), back=OLDEST_ENTRY, ahead=FUTURE_SLACK, entry=entry)
    at = _read(text, span, zone)
    if zone is not None and _minute(at, zone) == _minute(entry, zone):
        return entry
    check_moment(at, now)
    return at


@in_either
def read_plan_time(
    text: str | None,
    *,
    now: datetime,
    zone: ZoneInfo | None,
    furthest: timedelta = PLAN_AHEAD,
) -> datetime:
    """Read when something is planned: not in the past, at most seven days (``furthest``) ahead.

    Raises:
        NeedsZone: ``plan_needs_zone``, as ``read_when``.
        BadInput: ``plan_not_understood``, ``already_past``, ``too_far_ahead``.
    """
    with renamed(PLAN_PROBLEMS):
        return _read_ahead(text or "", now, zone, furthest)


@in_either
def read_until(text: str, *, now: datetime, zone: ZoneInfo | None) -> datetime:
    """Read the end of a pause: a length (``3 days``) or a moment (``monday 7am``), up to a year.

    Raises:
        NeedsZone: ``when_needs_zone``.
        BadInput: ``when_not_understood``, ``already_past``, ``too_far_ahead``.
    """
    return _read_ahead(_FOR.sub("in ", text), now, zone, UNTIL_AHEAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """Where a moment may lie around now; more room ahead than a minute means looking ahead."""

    now: datetime
    back: timedelta
    ahead: timedelta
    entry: datetime | None = None  # what the words change: it stays as far as they do not say

    @property
    def direction(self) -> int:
        return 1 if self.ahead > FUTURE_SLACK else -1

    def holds(self, at: datetime) -> bool:
        return self.now - self.back <= at <= self.now + self.ahead


def _read_ahead(text: str, now: datetime, zone: ZoneInfo | None, furthest: timedelta) -> datetime:
    span = _Span(now=now.astimezone(UTC), back=FUTURE_SLACK, ahead=furthest)
    at = _read(text, span, zone)
    if at < span.now - span.back:
        raise BadInput("already_past", at=at)
    if at > span.now + span.ahead:
        raise BadInput("too_far_ahead", at=at, days=furthest.days)
    return at


def _read(text: str, span: _Span, zone: ZoneInfo | None) -> datetime:
    if (stamp := _STAMP.fullmatch(text.strip())) is not None:
        return _of_stamp(int(stamp[1]), text)
    for said in _spellings(simple(text, "when_not_understood")):
        if said in _NOW and bool(said) == bool(text.strip()):
            return span.now
        distance = elapsed(said, span.direction, soonest=span.ahead in {PLAN_AHEAD, EVENT_AHEAD})
        if distance is not None:
            return span.now + distance
        moments = list(_moments(said, span, zone))
        if moments and zone is None:
            raise NeedsZone("when_needs_zone", text=shown(text))
        fitting = [moment for moment in moments if span.holds(moment)]
        if zone is not None and _is_either_order(said, fitting, zone):
            break
        if moments:
            return (fitting or moments)[0]
    raise BadInput("when_not_understood", text=shown(text))


def _spellings(plain: str) -> Iterator[str]:
    """Yield the words in one spelling, then with typing slips mended where that makes others."""
    said = spelt(plain)
    yield said
    if (again := spelt(mended(said))) != said:
        yield again


def _of_stamp(seconds: int, text: str) -> datetime:
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        raise BadInput("when_not_understood", text=shown(text)) from None


def _moments(said: str, span: _Span, zone: ZoneInfo | None) -> Iterator[datetime]:
    looking = moment_words.Looking(
        now=_wall(span.now, zone or UTC),
        direction=span.direction,
        zone=zone,
        entry=None if span.entry is None else _wall(span.entry, zone or UTC),
        pause=span.ahead == UNTIL_AHEAD,
    )
    for wall in moment_words.walls(said, looking):
        if wall.year not in _YEARS:
            continue
        if wall.tzinfo is not None:
            yield wall.astimezone(UTC)
        elif zone is None:
            yield wall.replace(tzinfo=UTC)
        else:
            yield from _copies(wall, zone)[:: span.direction]


def _is_either_order(said: str, fitting: Iterable[datetime], zone: tzinfo) -> bool:
    """Tell whether ``2/1`` may be the first of February and the second of January."""
    if (slash := _SLASH.search(said)) is None:
        return False
    days = {(at.day, at.month) for at in (moment.astimezone(zone) for moment in fitting)}
    day, month = int(slash[1]), int(slash[2])
    return day != month and {(day, month), (month, day)} <= days


def _wall(at: datetime, zone: tzinfo) -> datetime:
    return at.astimezone(zone).replace(tzinfo=None, fold=0)


def _minute(at: datetime, zone: tzinfo) -> datetime:
    return _wall(at, zone).replace(second=0, microsecond=0)


def _copies(wall: datetime, zone: ZoneInfo) -> list[datetime]:
    first = schedule.instant(wall.date(), wall.time(), zone)
    if first is None:
        return []
    second = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    return [first.at, second] if first.how is schedule.How.FOLD else [first.at]
