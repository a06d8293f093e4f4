"""Load spreading: how long messages due in one minute take, and how a post makes room (R17).

Discord allows a bot 50 requests a second in all, of which delivery uses ``PER_SECOND``
(https://docs.discord.com/developers/topics/rate-limits#global-rate-limit).
"""

import hashlib
from datetime import timedelta

PER_SECOND = 48  # of Discord's 50: leaves room for what somebody waits for
WORTH_SPREADING = 1_000  # due together: a new post makes room
WORTH_TELLING = 60 * PER_SECOND  # due together: more than a minute's worth
SPREAD_MINUTES = 4  # later than its time by less than this


def expected_delay(together: int) -> timedelta:
    """Return the delay of the last of so many messages due in one minute."""
    return timedelta(seconds=-(-together // PER_SECOND))


def spread(post_id: int) -> timedelta:
    """Return the offset of a spread post from its time: always the same for one post."""
    chance = hashlib.blake2s(str(post_id).encode(), digest_size=4).digest()
    return timedelta(seconds=1 + int.from_bytes(chance) % (SPREAD_MINUTES * 60 - 1))
