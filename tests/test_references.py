"""What code and tests cite of ``docs/`` stands there, and so do the files that pages name."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(path.stem for path in DOCS.glob("*.md"))
CITING = sorted(
    path
    for folder in ("bot", "cogs", "tests")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".py", ".toml", ".json", ".txt", ".sql"} and path != Path(__file__)
)
WRITTEN = [
    *sorted(DOCS.glob("*.md")),
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")),
    ROOT / "bot/sandbox/README.md",
]

PAGE = re.compile(r"(?<![\w/.-])([\w./-]*\w\.md)\b")
NAMES = "|".join(page.replace("-", "[- ]") for page in PAGES)
SECTION = r"§\d+(?:\.\d+)*"
CITATION = re.compile(
    rf"(?:(?P<page>{NAMES})(?:\.md)?|RFC[\s#]+\d+)`*,?[\s#]+"
    rf"(?P<sections>{SECTION}(?:(?:,| and)[\s#]+{SECTION})*)"
)
ID = re.compile(r"(?<![\w.-])([RGUS]\d{1,2})\b(?!\.\w)")

HEADING = re.compile(r"^#+ (\d+(?:\.\d+)*)\.? ", re.MULTILINE)
DEFINED = re.compile(r"^(?:\| |- \*\*)([RGUS]\d{1,2})\b", re.MULTILINE)
PATH = re.compile(r"`((?:bot|cogs|tests|docs|requirements)/[\w./-]*)`")
LINK = re.compile(r"\]\((?!\w+:)([^)#\s]+)(?:#[^)\s]*)?\)")

SECTIONS = {page: set(HEADING.findall((DOCS / f"{page}.md").read_text("utf-8"))) for page in PAGES}
IDS = {one for page in PAGES for one in DEFINED.findall((DOCS / f"{page}.md").read_text("utf-8"))}


def unresolved(text: str) -> Iterator[str]:
    """Yield each reference that leads nowhere."""
    for name in PAGE.findall(text) if ".md" in text else ():  # most files name none
        if not any((folder / name).exists() for folder in (ROOT, DOCS)):
            yield f"{name}: no such page"
    yield from unresolved_sections(text)
    yield from (f"{one}: no page says what it is" for one in ID.findall(text) if one not in IDS)


def unresolved_sections(text: str) -> Iterator[str]:
    """Yield each section whose page does not have it, or is not named; an RFC's are not ours."""
    cited = list(CITATION.finditer(text)) if "§" in text else []
    for found in (one for one in cited if one["page"]):
        page = found["page"].replace(" ", "-")
        for section in re.findall(r"\d+(?:\.\d+)*", found["sections"]):
            if section not in SECTIONS[page]:
                yield f"{page} §{section}: no such section"
    for orphan in re.finditer(SECTION, text):
        if not any(found.start() <= orphan.start() < found.end() for found in cited):
            yield f"{orphan[0]}: of which page?"


def test_what_code_and_tests_cite_stands_in_docs():
    faults = [
        f"{path.relative_to(ROOT)}: {fault}"
        for path in CITING
        for fault in unresolved(path.read_text("utf-8"))
    ]

    assert faults == []


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_files_that_pages_name_exist(path):
    text = path.read_text("utf-8")

    missing = [name for name in PATH.findall(text) if not (ROOT / name).exists()]
    missing += [name for name in LINK.findall(text) if not (path.parent / name).exists()]

    assert missing == []


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("recovery-model §3.6, §4 and ``reliability`` §3; advice.md §1", 0),
        ("the recovery model\n    # §3.6 says so, R4 and G3 and U6", 0),
        ("RFC 5545\n§3.3.5", 0),
        ("README.md", 0),
        ("performance.md, §4", 2),
        ("recovery-model §3.99", 1),
        ("dead legs (§5)", 1),
        ("R99, G0, U60", 3),
    ],
)
def test_what_leads_nowhere_is_found(text, faults):
    assert len(list(unresolved(text))) == faults
