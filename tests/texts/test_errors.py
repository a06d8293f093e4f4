"""Every error a member can meet has words, and the words have every value they name."""

import ast
import re
import string
from datetime import time
from pathlib import Path

import pytest

from bot.domain.facts import errors
from bot.domain.facts.errors import BadInput
from bot.domain.reading.weekdays import read_days
from bot.domain.tongues.known import typed
from bot.texts import error_cards
from bot.texts.errors import TABLES, WORDS

ROOT = Path(__file__).parents[2]
REFUSED = "RefusedFile"  # by the process that reads files; the bot says it as ``file_...``
KINDS = {name for name in dir(errors) if name[0].isupper()}
RAISES = re.compile(rf"\b(?:{'|'.join((*KINDS, REFUSED))})\(")


def raised():
    for path in [*(ROOT / "bot").rglob("*.py"), *(ROOT / "cogs").rglob("*.py")]:
        text = path.read_text()
        for node in ast.walk(ast.parse(text)) if RAISES.search(text) else ():
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


def test_two_readings_are_told_only_where_they_are_moments_or_numbers():
    days = BadInput("two_readings", text="mon di", first=frozenset({0}), second=frozenset({1}))
    times = BadInput("two_readings", text="7", first=time(7), second=time(19))

    assert error_cards.sentence(days).startswith("“mon di” can be read in two ways")
    assert error_cards.sentence(times).startswith("“7” may be 07:00, or 19:00.")


def test_the_english_example_of_days_is_no_second_reading_in_french():
    assert read_days(typed("mon wed", "fr")) == {0, 2}
