"""The recovery plan a leg session earns: which reminders, when, and when they have gone stale."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.settings import Kind, Where


class State(StrEnum):
    """Where an occurrence stands. Only ``OPEN`` ones are ever sent."""

    OPEN = "open"
    SENT = "sent"
    SKIPPED = "skipped"  # its window passed, or a rule said no; the reason is kept
    CANCELLED = "cancelled"  # the member changed what it depended on
    GIVEN_UP = "given_up"  # could not be delivered; the reason is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedReminder:
    """One occurrence of a plan; its identity (session, kind, ordinal) is never sent twice.

    Not before ``due_at``, not at all from ``stale_at`` on (both UTC).
    """

    session_id: int
    kind: Kind
    ordinal: int  # 1 = the first of its kind for this session
    due_at: datetime
    stale_at: datetime
    where: Where = Where.DM
    guild_id: int | None = None  # with Where.CHANNEL: the server whose channel is meant
