"""A file of any kind as rows: recognised by its shape, never by its name."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final, Protocol

from bot.domain.importing.found import Found
from bot.domain.importing.gathering import gathered, joined
from bot.domain.importing.rows import MOST_BYTES, App, FileRemark, RefusedFile, Row, Unread, Why
from bot.importing import (
    archives,
    fit,
    fitnotes,
    garmin,
    gpx,
    hevy,
    jefit,
    legday,
    strava,
    strong,
    stronglifts,
    tcx,
)
from bot.importing.cells import shown
from bot.importing.tables import Table, decode, table

MOST_COLUMNS_SHOWN: Final = 12
_LOOKED_AT: Final = 4_096


class TableReader(Protocol):
    """What a module that reads tables of one app has."""

    SOURCE: App

    def fits(self, table: Table) -> bool:
        """Tell whether a table is of this app."""

    def read(self, table: Table, *, month_first: bool = False) -> Iterator[Row | FileRemark]:
        """Yield what is in it; ``month_first`` where dates fit both orders."""


READERS: Final[tuple[TableReader, ...]] = (
    legday,
    strong,
    hevy,
    fitnotes,
    stronglifts,
    garmin,
    strava,
)


def read(content: bytes, now: datetime) -> Found:
    """Return what is in a file.

    Raises:
        RefusedFile: nothing can be read of it.
    """
    if len(content) > MOST_BYTES:
        raise RefusedFile("too_big", limit=MOST_BYTES >> 20)
    if content.startswith(b"PK\x03\x04"):
        return _of_zip(content, now)
    return _of_file(content, now)


def _of_zip(content: bytes, now: datetime) -> Found:
    """Return what is in all readable members; one that is no export costs a line."""
    found: list[Found] = []
    unread: list[Unread] = []
    refused: RefusedFile | None = None
    for name, member in archives.members(content):
        try:
            found.append(_of_file(member, now))
        except RefusedFile as error:
            refused = error
            unread.append(Unread(line=0, why=Why.NO_EXPORT, what=shown(name)))
    if not found:
        raise refused or RefusedFile("not_export")
    return joined(found, unread)


def _of_file(content: bytes, now: datetime) -> Found:
    if content.startswith(b"\x1f\x8b"):
        content = archives.gunzipped(content)
    if content[8:12] == b".FIT":
        return gathered(fit.SOURCE, fit.read(content), now)
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:_LOOKED_AT]
    if start.startswith(b"<"):
        return _of_xml(content, start, now)
    if b"\0" in start and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RefusedFile("not_export")
    return _of_text(decode(content), now)


def _of_xml(content: bytes, start: bytes, now: datetime) -> Found:
    if b"<gpx" in start:
        return gathered(gpx.SOURCE, gpx.read(content), now)
    if b"TrainingCenterDatabase" in start:
        return gathered(tcx.SOURCE, tcx.read(content), now)
    raise RefusedFile("apple_health" if b"HealthData" in start else "not_export")


def _of_text(text: str, now: datetime) -> Found:
    if jefit.fits(text):
        return gathered(jefit.SOURCE, jefit.read(text), now)
    read_table = table(text)
    for reader in READERS:
        if reader.fits(read_table):
            return _in_order(reader, read_table, now)
    if len(read_table.header) < 2 or not read_table.lines:
        raise RefusedFile("not_export")
    raise RefusedFile("unknown_columns", columns=_columns(read_table.header))


def _in_order(reader: TableReader, of: Table, now: datetime) -> Found:
    """Return what is in a table, in both orders of its dates where nothing decides."""
    found = gathered(reader.SOURCE, reader.read(of), now)
    if FileRemark.TWO_ORDERS not in found.remarks:
        return found
    other = gathered(reader.SOURCE, reader.read(of, month_first=True), now)
    if _has_future(found) == _has_future(other):
        return replace(found, other=other)
    decided = other if _has_future(found) else found
    return replace(decided, remarks=decided.remarks - {FileRemark.TWO_ORDERS})


def _has_future(found: Found) -> bool:
    return any(each.why is Why.FUTURE for each in found.unread)


def _columns(header: Iterable[str]) -> str:
    return ", ".join([shown(each) for each in header if each][:MOST_COLUMNS_SHOWN])
