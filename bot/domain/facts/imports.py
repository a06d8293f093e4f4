"""An import: a file of another app that a member brought in, and the entries that came with it."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.facts.training import LegSession, Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """An import as it is kept: neither file nor names of it, but how much came with it."""

    import_id: int
    source: str
    made_at: datetime
    leg_days: int
    runs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewImport:
    """An import with its entries, to be kept together."""

    import_id: int
    source: str
    made_at: datetime
    sessions: tuple[LegSession, ...] = ()
    runs: tuple[Run, ...] = ()
