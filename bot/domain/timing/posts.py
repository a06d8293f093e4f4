"""When a server's scheduled post comes next."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from bot.domain.facts.occurrences import NewOccurrence
from bot.domain.facts.settings import Kind, Post, QuietHours
from bot.domain.timing import recurring, spreading
from bot.domain.timing.recurring import Recurrence, known_zone

# A roll call stays open for hours, and a week is as good to look back on half a day later.
GRACES = {Kind.ROLL_CALL: timedelta(hours=2), Kind.DIGEST: timedelta(hours=12)}


def recurrence(post: Post, quiet: QuietHours) -> Recurrence | None:
    """Return the post's recurrence, ``None`` where its zone is unknown."""
    zone = known_zone(post.zone)
    if zone is None:
        return None
    return Recurrence(
        of=post.post_id,
        at=post.at,
        days=post.days,
        zone=zone,
        quiet=quiet,
        later=spreading.spread(post.post_id) if post.spread else timedelta(0),
        grace=GRACES.get(post.kind, recurring.GRACE),
    )


def upcoming(
    post: Post, quiet: QuietHours, *, after: datetime, now: datetime
) -> Iterator[NewOccurrence]:
    """Yield the post's occurrences after ``after`` that can still come, without end.

    Nothing where it never comes: no day is left, or its zone is not known.
    """
    found = recurrence(post, quiet)
    if found is not None:
        yield from recurring.ahead(found, after=after, now=now)


def on_date(post: Post, quiet: QuietHours, nominal: date) -> NewOccurrence | None:
    """Return the post's occurrence of one nominal date; ``None`` where the zone skips it."""
    found = recurrence(post, quiet)
    return None if found is None else recurring.on_date(found, nominal)


def following(
    post: Post, quiet: QuietHours, *, after: datetime, now: datetime
) -> NewOccurrence | None:
    """Return the first of the post's ``upcoming`` occurrences, if any."""
    return next(upcoming(post, quiet, after=after, now=now), None)
