"""Ids of entries that are brought in: the same row has the same id, so a repeated press is one."""

import hashlib
from datetime import datetime
from typing import Final

DISCORD_EPOCH: Final = 1_420_070_400_000  # milliseconds; ids are Discord's snowflakes
_HASH: Final = (1 << 22) - 1


def id_of(ended_at: datetime, *parts: str) -> int:
    """Return a snowflake of the end of an entry, its lower bits a hash of what it is."""
    hashed = int.from_bytes(hashlib.sha256("\0".join(parts).encode()).digest()[:4], "big")
    milliseconds = int(ended_at.timestamp()) * 1000 - DISCORD_EPOCH
    return max(0, milliseconds) << 22 | hashed & _HASH
