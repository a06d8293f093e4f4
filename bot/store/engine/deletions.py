"""The list of deletions, applied again when an older copy is restored.

It is kept twice. The table is written in the transaction that deletes, and a copy carries it as it
was when the copy was made: a deletion that is not on it came later and has to be done again; one
that is on it was done before, and whoever is in the copy came back. The file beside the database
holds the same lines, and outlives a database that is lost, damaged or replaced by an older one.
"""

import asyncio
import os
import re
import secrets
from dataclasses import astuple, dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

from bot.domain.facts.settings import DIGEST_KEPT
from bot.store.engine.conversions import seconds
from bot.store.engine.database import Steps
from bot.store.engine.files import make_private, sync, unwritable

ADD = """
INSERT INTO deletions (salt, digest, of_what, deleted_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (salt) DO NOTHING
"""
LISTED = "SELECT salt, digest, of_what, deleted_at FROM deletions"
EXPIRE = "DELETE FROM deletions WHERE deleted_at < $1"

LINE = re.compile(r"(\d+) (member|guild) ([0-9a-f]{32}) ([0-9a-f]{40})")


@dataclass(frozen=True, slots=True)
class Deletion:
    """One deletion, by salted digest; ``salt`` identifies it."""

    salt: str
    digest: str
    of_what: str
    deleted_at: int

    def is_of(self, one: int) -> bool:
        """Say whether this deleted the member or server with that id."""
        return digest(one, self.salt) == self.digest

    def __str__(self) -> str:
        return f"{self.deleted_at} {self.of_what} {self.salt} {self.digest}"


class DeletionFile:
    """The list in a file beside the database at ``path``."""

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(f"{path.name}.deletions")

    def read(self, now: datetime) -> frozenset[Deletion]:
        """Return every deletion that has not expired.

        Raises:
            StoreUnwritable: the file is there but cannot be read.
        """
        return frozenset(one for one in self._all() if one.deleted_at >= seconds(now - DIGEST_KEPT))

    async def add(self, deletion: Deletion) -> None:
        """Append a deletion; it is durable when this returns.

        Raises:
            StoreUnwritable: the file cannot be written.
        """
        await asyncio.to_thread(self._append, deletion)

    def write(self, deletions: frozenset[Deletion]) -> None:
        """Replace the file's content atomically.

        Raises:
            StoreUnwritable: the file cannot be written.
        """
        if self._all() == deletions:
            return
        unfinished = self._path.with_name(f"{self._path.name}.partial")
        unfinished.unlink(missing_ok=True)
        self._write(unfinished, "".join(f"{one}\n" for one in sorted(deletions, key=str)))
        unfinished.replace(self._path)
        sync(self._path.parent)

    def _all(self) -> frozenset[Deletion]:
        try:
            lines = self._path.read_text("ascii", errors="replace").splitlines()
        except FileNotFoundError:
            return frozenset()
        except OSError as error:
            raise unwritable(self._path, error) from None
        found = map(LINE.fullmatch, lines)  # a line that a kill cut short is none
        return frozenset(Deletion(one[3], one[4], one[2], int(one[1])) for one in found if one)

    def _append(self, deletion: Deletion) -> None:
        is_new = not self._path.exists()
        self._write(self._path, f"\n{deletion}\n")  # apart from a line that was cut short
        if is_new:
            sync(self._path.parent)

    @staticmethod
    def _write(path: Path, text: str) -> None:
        make_private(path)
        try:
            with path.open("a", encoding="ascii") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise unwritable(path, error) from None


def made(of_what: str, one: int, now: datetime) -> Deletion:
    """Return the deletion of a member or server, to be put on the list."""
    salt = secrets.token_hex(blake2b.SALT_SIZE)
    return Deletion(salt, digest(one, salt), of_what, seconds(now))


def digest(one: int, salt: str) -> str:
    """Return the salted digest of an id."""
    return blake2b(str(one).encode(), digest_size=20, salt=bytes.fromhex(salt)).hexdigest()


def note(*deletions: Deletion) -> Steps[None]:
    """Insert deletions into the table, within the transaction that deletes."""
    for deletion in deletions:
        yield ADD, astuple(deletion)


def listed() -> Steps[frozenset[Deletion]]:
    """Return every deletion on the table's list."""
    return frozenset(Deletion(*row) for row in (yield LISTED, ()))
