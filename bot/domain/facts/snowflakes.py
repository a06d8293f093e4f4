"""Discord's ids tell when they were made: milliseconds since its epoch, above 22 other bits."""

from datetime import UTC, datetime, timedelta
from typing import Final

EPOCH: Final = datetime(2015, 1, 1, tzinfo=UTC)
LOWER_BITS: Final = 22


def snowflake_of(moment: datetime, lower: int = 0) -> int:
    """Return the id of a moment, with its lower bits; below 0 before the epoch."""
    return (moment - EPOCH) // timedelta(milliseconds=1) << LOWER_BITS | lower


def made_at(snowflake: int) -> datetime:
    """Return when an id was made."""
    return EPOCH + timedelta(milliseconds=snowflake >> LOWER_BITS)
