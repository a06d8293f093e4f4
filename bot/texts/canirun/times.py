"""Moments of an answer: the hour within a day, weekday and hour beyond, never a full date."""

from datetime import datetime, timedelta

from bot.domain.decisions.shown_answer import Shown
from bot.domain.reading import zones
from bot.domain.recovery.eta import Window
from bot.texts.i18n import _
from bot.texts.times import A_DAY, A_WEEK, near, relative

SOON = 6  # hours; under this it is worth asking again rather than waiting for a clock
MORNING, EVENING = 6, 17  # o'clock
HOUR = timedelta(hours=1)


def likely(window: Window, shown: Shown) -> str:
    """Return when something is likely open, by the later end of its window."""
    if window is None:
        return ""
    if window[1] < SOON:
        return _again(window[1], shown)
    at = _by_day(rounded_up(shown.now + timedelta(hours=window[1])), shown)
    ahead = at - shown.now
    if ahead > A_WEEK or (ahead > A_DAY and shown.zone is None):
        return _("likely {in_days}").format(in_days=relative(at))
    return _("likely from {moment}").format(moment=day_and_clock(at, shown))


def between(window: Window, shown: Shown) -> str:
    """Return the whole window, one moment where both ends are the same."""
    if window is None:
        return ""
    early, late = (rounded_up(shown.now + timedelta(hours=hours)) for hours in window)
    if early == late:
        return _("opens about {moment}").format(moment=day_and_clock(early, shown))
    return _("opens between {early} and {late}").format(
        early=day_and_clock(early, shown), late=day_and_clock(late, shown)
    )


def day_and_clock(at: datetime, shown: Shown) -> str:
    """Return a moment as people say it: the hour, beyond a day with its weekday."""
    return near(at, now=shown.now, zone=None if shown.zone is None else zones.zone(shown.zone))


def hours_ahead(shown: Shown) -> float:
    """Return the hours until the run that is judged, or the event that stands for it."""
    if shown.told.at is not None:
        return (shown.told.at - shown.now) / timedelta(hours=1)
    event = None if shown.question is None else shown.question.event
    judged = shown.answer.event is not None and shown.answer.lift is None
    return event.in_hours if event is not None and judged and shown.told.run is None else 0.0


def rounded_up(at: datetime) -> datetime:
    """Return the next whole hour: an estimate has no minutes."""
    whole = at.replace(minute=0, second=0, microsecond=0)
    return whole if whole == at else whole + HOUR


def _by_day(at: datetime, shown: Shown) -> datetime:
    """Return a moment of the small hours as the morning after them."""
    if shown.zone is None:
        return at
    early = MORNING - at.astimezone(zones.zone(shown.zone)).hour
    return at + early * HOUR if early > 0 else at


def _again(hours: int, shown: Shown) -> str:
    if shown.zone is None:
        return _("ask again in a few hours")
    zone = zones.zone(shown.zone)
    now, then = (at.astimezone(zone) for at in (shown.now, shown.now + timedelta(hours=hours)))
    if now.date() != then.date():
        return _("ask again tomorrow")
    return _("ask again tonight") if then.hour >= EVENING else _("ask again later today")
