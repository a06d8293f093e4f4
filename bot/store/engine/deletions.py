"""The list of deletions, applied again to an older copy that is restored.

A copy carries the list as it was when the copy was made. A deletion that is not on it came later
and has to be done again; one that is on it was done before, and whoever is in the copy came back.
"""

import secrets
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import datetime, timedelta
from hashlib import blake2b

from bot.store.engine.database import Steps
from bot.store.engine.rows import seconds

EXPIRES = timedelta(days=400)  # long after the last copy that may bring something back

ADD = """
INSERT INTO deletions (salt, digest, of_what, deleted_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (salt) DO NOTHING
"""
LISTED = "SELECT salt, digest, of_what, deleted_at FROM deletions"
EXPIRE = "DELETE FROM deletions WHERE deleted_at < $1"


@dataclass(frozen=True, slots=True)
class Deletion:
    """One deletion; ``salt`` identifies it."""

    salt: str
    digest: str
    of_what: str
    deleted_at: int

    def is_of(self, one: int) -> bool:
        """Say whether this deleted the member or server with that id."""
        return digest(one, self.salt) == self.digest


def digest(one: int, salt: str) -> str:
    """Return the salted digest of an id."""
    return blake2b(str(one).encode(), digest_size=20, salt=bytes.fromhex(salt)).hexdigest()


def note(of_what: str, one: int, now: datetime) -> Steps[None]:
    """Put a deletion on the list, within the transaction that deletes."""
    salt = secrets.token_hex(blake2b.SALT_SIZE)
    yield ADD, astuple(Deletion(salt, digest(one, salt), of_what, seconds(now)))


def listed() -> Steps[frozenset[Deletion]]:
    """Return every deletion there is."""
    return frozenset(Deletion(*row) for row in (yield LISTED, ()))


def carry(deletions: Iterable[Deletion]) -> Steps[None]:
    """Put deletions of another database on the list."""
    for deletion in deletions:
        yield ADD, astuple(deletion)
