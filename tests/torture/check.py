"""What a torture check is, and what it found.

A check is judged by what the local Discord received and what people were told, never by the bot's
own tables: it counts what was promised and did not come, and what came twice.
"""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one check found; ``faults`` are other broken promises, each with the seed it needs."""

    cases: int
    lost: int = 0
    doubled: int = 0
    faults: tuple[str, ...] = ()
    note: str = ""  # further figures worth a line in the table

    @property
    def held(self) -> bool:
        """Whether every promise was kept."""
        return self.cases > 0 and not (self.lost or self.doubled or self.faults)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One promise under one kind of trouble.

    Attributes:
        goal: the goal's number, such as ``G1``.
        name: what is done to the bot, for the table.
        run: takes a seed and how many cases to try; the same seed tries the same cases.
        full: cases of ``make torture``.
        cut: cases of the shorter cut in ``make test``, a few seconds; 0 where none is as short.
        needs: returns what this machine lacks for it, if anything.
    """

    goal: str
    name: str
    run: Callable[[int, int], Coroutine[Any, Any, Outcome]]
    full: int
    cut: int
    needs: Callable[[], str | None] = lambda: None
