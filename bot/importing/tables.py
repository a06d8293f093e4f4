"""Text files as tables: encoding, delimiter and header found, rows with the file's line numbers."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from bot.domain.facts import plain_text
from bot.domain.importing.rows import RefusedFile, Unread, Why

MOST_ROWS: Final = 50_000
MOST_COLUMNS: Final = 200
_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_QUOTED: Final = re.compile(r'"[^"]*"')
_PLAIN: Final = re.compile(r"[^\w#()]+|_")

csv.field_size_limit(1 << 20)


@dataclass(frozen=True, slots=True)
class TableLine:
    """A row of a table: the line of the file it begins on, its cells, and they by column."""

    number: int
    cells: Sequence[str]
    columns: dict[str, int] = field(repr=False)

    def __getitem__(self, column: str) -> str:
        """Return the cell of a column, empty where table or row have none."""
        index = self.columns.get(column)
        return self.cells[index] if index is not None and index < len(self.cells) else ""

    def reaches(self, column: str) -> bool:
        """Tell whether the row is long enough to have a cell of this column."""
        return self.columns.get(column, -1) < len(self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its header as it stands and folded, and its lines."""

    header: Sequence[str]
    columns: dict[str, int]
    lines: list[TableLine]
    damaged: list[Unread]

    def has(self, *columns: str) -> bool:
        """Tell whether the table has all of some columns."""
        return all(column in self.columns for column in columns)


def decode(content: bytes) -> str:
    """Return the text of a file: by its mark, as UTF-8, else as Windows wrote it."""
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content.decode(name, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def folded(cell: str) -> str:
    """Return a column's name for comparing: no case, accents, blanks."""
    return _PLAIN.sub("", plain_text.fold(cell[:80]))


def table(text: str, *, first_line: int = 1) -> Table:
    """Read a table whose first line is its header.

    Raises:
        RefusedFile: it has more rows than anybody's history.
    """
    rows = _rows(text, first_line)
    header = next((cells for _, cells in rows if any(cells)), [])[:MOST_COLUMNS]
    columns: dict[str, int] = {}
    for index, cell in enumerate(header):
        columns.setdefault(folded(cell), index)
    lines: list[TableLine] = []
    damaged: list[Unread] = []
    try:
        for number, cells in rows:
            if any(cells):
                lines.append(TableLine(number, cells, columns))
            if len(lines) > MOST_ROWS:
                raise RefusedFile("too_many_rows", limit=MOST_ROWS)
    except csv.Error:
        damaged.append(Unread(line=lines[-1].number + 1 if lines else 1, why=Why.DAMAGED))
    return Table(header=header, columns=columns, lines=lines, damaged=damaged)


def delimiter_of(text: str) -> str:
    """Return which of comma, semicolon and tab divides the header, outside quotes."""
    header = _QUOTED.sub("", text.lstrip()[:4_000].split("\n", 1)[0])
    return max(",;\t", key=header.count)


def _rows(text: str, first_line: int) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    begins = first_line
    for cells in reader:
        yield begins, [cell.strip() for cell in cells]
        begins = reader.line_num + first_line
