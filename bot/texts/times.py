"""Dates, times and durations as text.

A moment is a Discord timestamp, so each reader sees it in their own zone
(https://docs.discord.com/developers/reference#message-formatting-timestamp-styles).
"""

from collections.abc import Collection, Sequence
from datetime import datetime, time, timedelta, tzinfo

from bot.domain.facts.occurrences import NewOccurrence
from bot.domain.facts.settings import EVERY_DAY, QuietHours
from bot.domain.timing.day_halves import is_the_day
from bot.domain.timing.merging import is_late
from bot.texts.i18n import _, ngettext
from bot.texts.wording import DAYS, listed

ECHOED = 3  # occurrences shown
A_DAY, A_WEEK = timedelta(hours=24), timedelta(days=6)
WEEKDAYS = frozenset(range(5))
WEEKEND = frozenset({5, 6})


def moment(at: datetime) -> str:
    """Return the date and time, as ``20 November 2026 18:30``."""
    return f"<t:{int(at.timestamp())}:f>"


def near(at: datetime, *, now: datetime, zone: tzinfo | None) -> str:
    """Return the hour, beyond a day with its weekday; the date where no weekday tells.

    Discord shows the hour in the reader's own zone; for the weekday a zone has to be known.
    """
    ahead = abs(at - now)
    if ahead > A_WEEK or (zone is None and ahead > A_DAY):
        return moment(at)
    if zone is None:
        return clock(at)
    local = at.astimezone(zone)
    days = (local.date() - now.astimezone(zone).date()).days
    if days == 0:
        return clock(at)
    if days == 1:
        return _("tomorrow {hour}").format(hour=clock(at))
    return f"{_(DAYS[local.weekday()])} {clock(at)}"


def day_and_time(at: datetime) -> str:
    """Return the weekday, date and time, as ``Friday, 20 November 2026 18:30``."""
    return f"<t:{int(at.timestamp())}:F>"


def date(at: datetime) -> str:
    """Return the date alone, as ``20 November 2026``."""
    return f"<t:{int(at.timestamp())}:D>"


def clock(at: datetime) -> str:
    """Return the time of day alone, as ``18:30``."""
    return f"<t:{int(at.timestamp())}:t>"


def relative(at: datetime) -> str:
    """Return the distance from now, as ``in 6 hours`` or ``2 hours ago``."""
    return f"<t:{int(at.timestamp())}:R>"


def comes_next(ahead: Sequence[NewOccurrence]) -> str:
    """Return the list of the next few occurrences of what repeats; nothing for none."""
    if not ahead:
        return ""
    lines = [f"- {day_and_time(one.due_at)} ({relative(one.due_at)})" for one in ahead[:ECHOED]]
    return "\n".join((_("**Comes next**"), *lines))


def late(due_at: datetime, now: datetime) -> str:
    """Return the line that says a message is late, nothing if it is not."""
    if not is_late(due_at, now):
        return ""
    return _("Late: this was due {at}.").format(at=moment(due_at))


def wall(at: time) -> str:
    """Return a wall-clock time, as ``07:05``."""
    return f"{at:%H:%M}"


def only_beside(quiet: QuietHours) -> str:
    """Say when anything comes at all beside quiet hours of most of the day; nothing of others."""
    if not is_the_day(quiet):
        return ""
    return _("⚠️ That is most of the day: what comes, comes from {start} to {end}.").format(
        start=wall(quiet.end), end=wall(quiet.start)
    )


def typed(at: datetime, zone: tzinfo | None) -> str:
    """Return a moment as it could be typed, ``27 Feb 2026 18:00``; nothing without a zone."""
    return "" if zone is None else f"{at.astimezone(zone):%d %b %Y %H:%M}".removeprefix("0")


def days(chosen: Collection[int]) -> str:
    """Return weekdays in the shortest honest form; 0 is Monday."""
    known = frozenset(chosen)
    if known == EVERY_DAY:
        return _("every day")
    if known == WEEKDAYS:
        return _("weekdays")
    if known == WEEKEND:
        return _("weekends")
    return listed(_(DAYS[day]) for day in sorted(known))


def hours(count: float) -> str:
    """Return a span in words: whole hours, from three days on in days."""
    if count < 1:
        return _("less than an hour")
    if count >= 72:
        whole = round(count / 24)
        return ngettext("{n} day", "{n} days", whole).format(n=whole)
    whole = round(count)
    return ngettext("{n} hour", "{n} hours", whole).format(n=whole)
