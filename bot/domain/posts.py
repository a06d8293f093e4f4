"""When a server's scheduled post comes next."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain import zones
from bot.domain.errors import BadInput
from bot.domain.occurrences import NewOccurrence
from bot.domain.schedule import instant, occurrences, out_of_quiet
from bot.domain.settings import Post, QuietHours

GRACE = timedelta(minutes=30)  # later than this a post is skipped, not sent late (R10)
LONGEST_MOVE = timedelta(days=2)  # quiet hours move a post by less than this


def known_zone(name: str) -> ZoneInfo | None:
    """Return the zone of that name, ``None`` if the pinned database has none."""
    try:
        return zones.zone(name)
    except BadInput:
        return None


def upcoming(
    post: Post, quiet: QuietHours, *, after: datetime, now: datetime
) -> Iterator[NewOccurrence]:
    """Yield the post's occurrences after ``after`` that can still come, without end.

    Nothing where it never comes: no day is left, or its zone is not known (any more).
    After an outage the first is the latest one, if it is within its grace: those between are never
    sent in a burst. A time inside the server's quiet hours comes when they end.
    """
    zone = known_zone(post.zone)
    if zone is None:
        return
    earliest = max(after, now) - LONGEST_MOVE
    for nominal, resolved in occurrences(post.at, post.days, zone, after=earliest):
        due = out_of_quiet(resolved.at, quiet, zone)
        if due > after and due + GRACE > now:
            yield _occurrence(post, nominal, due)


def on_date(post: Post, quiet: QuietHours, nominal: date) -> NewOccurrence | None:
    """Return the post's occurrence of one nominal date; ``None`` where that date has none."""
    zone = known_zone(post.zone)
    resolved = None if zone is None else instant(nominal, post.at, zone)
    if zone is None or resolved is None:
        return None
    return _occurrence(post, nominal, out_of_quiet(resolved.at, quiet, zone))


def following(
    post: Post, quiet: QuietHours, *, after: datetime, now: datetime
) -> NewOccurrence | None:
    """Return the first of the post's ``upcoming`` occurrences, if it has any."""
    return next(upcoming(post, quiet, after=after, now=now), None)


def _occurrence(post: Post, nominal: date, due: datetime) -> NewOccurrence:
    return NewOccurrence(
        post_id=post.post_id,
        nominal_date=nominal,
        nominal_time=post.at,
        due_at=due,
        stale_at=due + GRACE,
    )
