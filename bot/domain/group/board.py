"""The board: who wants to be seen keeping their plan, by the best band they reached on it.

A band is only ever raised: a bad week, a pause, an illness leave no trace here.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

BANDS = (1, 4, 12, 26, 52)  # weeks kept
UNSEEN = timedelta(days=60)  # since the last press: then a name is not drawn
NEW = timedelta(days=7)
MOST_ON_BOARD = 500  # members counted, the last seen first


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardName:
    """Somebody on the board: the band they reached, in weeks, and since when they are on it."""

    member_id: int
    band: int
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardView:
    """A board as somebody sees it: whether they are on it, and whether it is not offered them."""

    names: tuple[BoardName, ...]
    is_on: bool
    under_18: bool


def band_of(weeks: int) -> int:
    """Return the band of so many kept weeks; 0 for none."""
    return max((band for band in BANDS if band <= weeks), default=0)


def by_band(names: tuple[BoardName, ...]) -> list[tuple[int, list[int]]]:
    """Return the names of each band, the longest first; within one by the day of joining."""
    ordered = sorted(names, key=lambda one: (one.since, one.member_id))
    bands = ((band, [one.member_id for one in ordered if one.band == band]) for band in BANDS[::-1])
    return [(band, found) for band, found in bands if found]
