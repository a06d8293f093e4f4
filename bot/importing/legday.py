"""The table that this bot writes itself (``/mydata export``): a row an entry, told in full."""

from collections.abc import Iterator
from datetime import UTC

from bot.domain.facts.errors import BadInput
from bot.domain.importing import own_table
from bot.domain.importing.rows import App, FileRemark, OwnRow, Row, Unread, Why
from bot.importing.cells import UnclearCell, shown
from bot.importing.lines import dated
from bot.importing.tables import Table, TableLine, folded
from bot.importing.times import moment

SOURCE = App.LEGDAY
ENDED = folded("ended_utc")


def fits(table: Table) -> bool:
    """Tell whether a table is ours; columns may have been added since."""
    return table.has(*map(folded, own_table.COLUMNS))


def read(table: Table, *, month_first: bool = False) -> Iterator[Row | FileRemark]:
    """Yield the entries of the file, whose dates a spreadsheet may have written anew."""
    dates = (line[ENDED] for line in table.lines)
    return dated(table, dates, _entry, month_first=month_first)


def _entry(line: TableLine, day_first: bool) -> Iterator[OwnRow]:
    at, _ = moment(line[ENDED], day_first=day_first)
    try:
        entry, unread = own_table.entry_of(
            lambda column: line[folded(column)], at.replace(tzinfo=UTC)
        )
    except (BadInput, ValueError):
        raise UnclearCell(Why.NO_ENTRY, ", ".join(line.cells)) from None
    pieces = (Unread(line=line.number, why=Why.NO_EXERCISE, what=shown(each)) for each in unread)
    yield OwnRow(line=line.number, entry=entry, unread=tuple(pieces))
