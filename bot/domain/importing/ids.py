"""Ids of imported entries: made of the row, so that one brought in twice is kept once."""

import hashlib
from datetime import datetime
from typing import Final

from bot.domain.facts.snowflakes import LOWER_BITS, snowflake_of

_HASH: Final = (1 << LOWER_BITS) - 1


def id_of(ended_at: datetime, *parts: str) -> int:
    """Return a snowflake of the second an entry ended in, its lower bits a hash of what it is."""
    hashed = int.from_bytes(hashlib.sha256("\0".join(parts).encode()).digest()[:4], "big")
    return max(0, snowflake_of(ended_at.replace(microsecond=0))) | hashed & _HASH
