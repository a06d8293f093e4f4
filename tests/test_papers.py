"""The templates of the operator's documents: true to what the store keeps, and fillable."""

import re
from pathlib import Path

import pytest

from bot.store.members.personal import EXPORT

DOCS = Path(__file__).parents[1] / "docs"
PAPERS = ("privacy.md", "health-data.md", "terms.md")
BLANKS = {"operator", "contact", "country", "since"}


def kept(page: str) -> dict[str, set[str]]:
    """Return the tables that the privacy page names, each with its columns."""
    rows = re.findall(r"^\|[^|]*\| `(\w+)`: ([^|]+)\|", page, re.MULTILINE)
    return {table: set(re.findall(r"`(\w+)`", columns)) for table, columns in rows}


def exported(statement: str) -> set[str]:
    """Return the columns of a member's table, from the statement that hands them out."""
    listed = re.match(r"\s*SELECT\s(.+?)\sFROM", statement, re.DOTALL)
    assert listed
    return {name.strip() for name in listed[1].split(",")}


def test_privacy_page_names_every_table_and_column_of_a_member():
    named = kept((DOCS / "privacy.md").read_text())

    assert named == {table: exported(statement) for table, statement in EXPORT.items()}


@pytest.mark.parametrize("name", PAPERS)
def test_blanks_to_be_filled_in_are_those_the_page_lists_at_its_top(name):
    page = (DOCS / name).read_text()

    blanks = set(re.findall(r"\{(\w+)\}", page))
    at_its_top = set(re.findall(r"`\{(\w+)\}`", page.split("\n\n")[1]))
    assert blanks == at_its_top
    assert blanks <= BLANKS
