"""Where a page of a member's history begins."""

from dataclasses import dataclass
from datetime import datetime

from bot.store.engine.conversions import seconds
from bot.store.engine.database import Steps

# The unit that entries are shown in, and the zone of their clock: the server's where none was told.
MEMBER = """
SELECT mass_unit, distance_unit,
    coalesce(zone, (SELECT zone FROM guilds WHERE guild_id = $2)) AS zone
FROM members WHERE member_id = $1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where somebody stands in a list of pages: at a page, 0 the newest, or before an entry.

    ``before`` is the end and id of an entry: the cursor that older messages hold.
    """

    page: int = 0
    before: tuple[datetime, int] | None = None


NEWEST = Place()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpan:
    """The entries of a page: how many newer ones are skipped, and which page of how many it is."""

    skipped: int
    page: int
    pages: int


def span_of(member_id: int, place: Place, limit: int, *, total: int, newer: str) -> Steps[PageSpan]:
    """Find a page; one beyond the last is the last. ``newer`` counts what a cursor leaves out."""
    pages = max(1, -(-total // limit))
    if place.before is None:
        page = min(place.page, pages - 1)
        return PageSpan(skipped=page * limit, page=page, pages=pages)
    at, entry_id = place.before
    skipped = (yield newer, (member_id, seconds(at), entry_id))[0]["newer"]
    return PageSpan(skipped=skipped, page=min(skipped // limit, pages - 1), pages=pages)
