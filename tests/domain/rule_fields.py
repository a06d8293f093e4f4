"""What a test tells of a member's own recurring reminder by name."""

from datetime import date, time
from typing import TypedDict

from bot.domain.facts.settings import Where


class RuleFields(TypedDict, total=False):
    """Of a ``Rule``, beside its member and kind."""

    rule_id: int
    at: time
    zone: str
    days: frozenset[int]
    until: date | None
    where: Where
    guild_id: int | None
    paused: bool
    broken: str | None
