"""Texts leave words to the catalogues, and joining to ``wording``: looked up in the syntax tree."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

TEXTS = Path(__file__).parents[2] / "bot" / "texts"
WORDING = TEXTS / "wording.py"  # the one place that knows how languages differ
FILES = sorted(path for path in TEXTS.rglob("*.py") if path != WORDING)
SAID = {"_", "ngettext", "pgettext"}
CASES = {"lower", "upper", "title", "capitalize"}
SIGNS = (", ", "; ", ": ")  # languages have their own
STOP = re.compile(r"\.(\W|$)")  # of a sentence


def constants(node: ast.AST) -> set[object]:
    return {each.value for each in ast.walk(node) if isinstance(each, ast.Constant)}


def faults(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from faults_of_call(node)
        if isinstance(node, ast.JoinedStr) and any(
            isinstance(sign, ast.Constant)
            and (str(sign.value).startswith(SIGNS) or STOP.match(str(sign.value)))
            for before, sign in pairwise((None, *node.values))
            if not isinstance(before, ast.Constant)
        ):
            yield f"line {node.lineno}: joined by a sign of English"
        if isinstance(node, ast.BinOp) and " " in constants(node):
            yield f"line {node.lineno}: sentences joined by a blank"
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            spec = ast.unparse(node.format_spec)
            if "%a" in spec or "%b" in spec or "%B" in spec or "%A" in spec:
                yield f"line {node.lineno}: English names of days or months"


def faults_of_call(node: ast.Call) -> Iterator[str]:
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    if name in {*SAID, "N_", "NN_", "PN_"} and any(
        isinstance(each, ast.JoinedStr) for each in node.args
    ):
        yield f"line {node.lineno}: a message is filled before it is translated"
    if name in CASES and isinstance(node.func, ast.Attribute):
        yield f"line {node.lineno}: .{name}() of a text"
    if name == "strftime":
        yield f"line {node.lineno}: strftime"
    if name == "join" and constants(node.func) & set(SIGNS):
        yield f"line {node.lineno}: joined by a sign of English"


def test_texts_join_and_case_nothing_by_themselves():
    found = [
        f"{path.relative_to(TEXTS)}, {fault}"
        for path in FILES
        for fault in faults(ast.parse(path.read_text(encoding="utf-8")))
        if (path.name, fault.split(": ")[1]) not in ALLOWED
    ]
    assert found == []


ALLOWED = {
    ("article.py", "joined by a sign of English"),  # names
    ("entries.py", "joined by a sign of English"),  # what a form holds is read back
    ("times.py", "English names of days or months"),  # `typed`: what a form holds is read back
}


@pytest.mark.parametrize(
    "code",
    [
        '_(f"Up to {n} min.")',
        '_("Legs").lower()',
        'said = _("Yes.") + " " + _("No.")',
        'f"{at:%d %b}"',
        'f"- {kind}: {moment}"',
        '"; ".join(notes)',
        'said += f", {moment}"',
        'f"**{verdict}.**"',
    ],
)
def test_each_of_these_is_found(code):
    assert list(faults(ast.parse(code)))
