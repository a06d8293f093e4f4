"""How many reminders are claimed and sent at a time, and how often they are looked for."""

from dataclasses import dataclass
from datetime import timedelta

from bot.delivery.rate_limit.edit_pace import EDITS_APART


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How many reminders the engine claims and sends at a time, and how often it looks for them."""

    lease: timedelta = timedelta(minutes=2)  # how long a claim is ours; outlives every request
    batch: int = 100  # messages claimed at a time
    at_once: int = 32  # of these, requests under way or next in line
    # seconds it sleeps at most: the clock may jump, or another process may have written
    look_every: float = 60.0
    edits_apart: float = EDITS_APART  # seconds between two edits of rolls in a channel
