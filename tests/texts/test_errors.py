"""Every error a member can meet has words, and the words have every value they name."""

import ast
import string
from pathlib import Path

import pytest

from bot.domain.facts import errors
from bot.texts.errors import TABLES, WORDS

ROOT = Path(__file__).parents[2]
REFUSED = "RefusedFile"  # by the process that reads files; the bot says it as ``file_...``
KINDS = {name for name in dir(errors) if name[0].isupper()}


def raised():
    for path in [*(ROOT / "bot").rglob("*.py"), *(ROOT / "cogs").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                key = node.args[0] if node.args else None
                if node.func.id in {*KINDS, REFUSED} and isinstance(key, ast.Constant):
                    prefix = "file_" if node.func.id == REFUSED else ""
                    where = f"{path.relative_to(ROOT)}:{node.lineno}"
                    given = {keyword.arg for keyword in node.keywords}
                    yield where, prefix + str(key.value), given


def test_error_has_words_for_its_values():
    missing = {}
    for where, key, given in raised():
        named = {name for _, name, _, _ in string.Formatter().parse(WORDS[key]) if name}
        if not named <= {*given, "race"}:  # the choice of a race is named by all who need it
            missing[where, key] = named - given

    assert missing == {}


@pytest.mark.parametrize("table", TABLES)
def test_words_stand_in_the_order_of_the_alphabet(table):
    assert list(table) == sorted(table)


def test_a_key_has_one_line():
    assert len(WORDS) == sum(map(len, TABLES))
