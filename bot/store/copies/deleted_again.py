"""Deletions applied again to a database that comes from an older copy."""

import logging
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from bot.domain.facts.settings import DIGEST_KEPT
from bot.store.engine import deletions
from bot.store.engine.connection import raw_connection
from bot.store.engine.conversions import seconds
from bot.store.engine.database import Database, Steps
from bot.store.engine.deletions import Deletion, DeletionFile
from bot.store.engine.statements import drive
from bot.store.members.personal import delete_member
from bot.store.servers.guilds import forget

log = logging.getLogger(__name__)

MEMBERS = """
SELECT member_id FROM members
UNION SELECT member_id FROM reminders WHERE member_id IS NOT NULL
UNION SELECT member_id FROM post_planners
"""
GUILDS = """
SELECT guild_id FROM guilds UNION SELECT guild_id FROM posts
UNION SELECT guild_id FROM reminders WHERE guild_id IS NOT NULL
UNION SELECT guild_id FROM rules WHERE guild_id IS NOT NULL
"""


async def follow_list(database: Database, file: DeletionFile, now: datetime) -> None:
    """Apply the deletions that the file lists and the database does not; make both equal.

    For the opening of a database, before anything is read from it: somebody may have put an older
    file in its place by hand.
    """
    known = file.read(now)
    gone, listed = await database.transact(partial(_made_equal, known, now))
    if gone:
        log.warning("this is an older copy: %d deletions made since are done again", gone)
        database.erase()
    file.write(listed)


def _made_equal(
    known: frozenset[Deletion], now: datetime
) -> Steps[tuple[int, frozenset[Deletion]]]:
    """Delete again what is listed, and strike out what has expired; return the list as it is."""
    gone = yield from delete_again(known)
    yield deletions.EXPIRE, (seconds(now - DIGEST_KEPT),)
    return gone, (yield from deletions.listed())


def delete_again(known: frozenset[Deletion]) -> Steps[int]:
    """Delete what was deleted after the copy was made; return how many."""
    later = known - (yield from deletions.listed())
    of_members = [one for one in later if one.of_what == "member"]
    of_guilds = [one for one in later if one.of_what == "guild"]
    for row in (yield MEMBERS, ()) if of_members else ():
        if any(one.is_of(row["member_id"]) for one in of_members):
            yield from delete_member(row["member_id"])
    for row in (yield GUILDS, ()) if of_guilds else ():
        if any(one.is_of(row["guild_id"]) for one in of_guilds):
            yield from forget(row["guild_id"])
    yield from deletions.note(*later)
    return len(later)


def on_tables_of(files: Iterable[Path]) -> frozenset[Deletion]:
    """Return every deletion listed in one of these databases."""
    found: set[Deletion] = set()
    for one in files:
        # One that is damaged, empty, missing or older than the list has none to give.
        with suppress(sqlite3.Error), closing(raw_connection(one, read_only=True)) as raw:
            found |= drive(raw, deletions.listed())
    return frozenset(found)
