"""Tables with exactly one entry for each member of an enum, checked on import.

A member that is added later, and forgotten in a table, stops the import with a sentence that says
where, instead of a fault months later in the one place that looks it up.
"""

from collections.abc import Iterable, Mapping
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Incomplete(TypeError):
    """A table with a missing or a surplus entry."""


def complete(what: str, table: Mapping[K, V], members: Iterable[K]) -> Mapping[K, V]:
    """Return ``table`` if it has exactly one entry for each of ``members``.

    Raises:
        Incomplete: it has not; ``what`` names the table there.
    """
    wanted = set(members)
    for problem, keys in (
        ("lacks", wanted - table.keys()),
        ("does not need", table.keys() - wanted),
    ):
        if keys:
            raise Incomplete(f"{what} {problem} {', '.join(sorted(map(str, keys)))}")
    return table
