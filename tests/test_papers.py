"""The templates of the operator's documents: true to what the store keeps, and fillable.

They stand in every language, as a whole: a translation is held against the English, part by part.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from bot.store.members.personal import EXPORT
from bot.texts.languages import ENGLISH, LANGUAGES, Language
from contrib import catalogues

DOCS = Path(__file__).parents[1] / "docs"
PAPERS = ("privacy.md", "health-data.md", "terms.md")
BLANKS = {"operator", "contact", "country", "since"}
TRANSLATED = [language for language in LANGUAGES if language is not ENGLISH]
PARTS = {
    "headings": r"^#+ ",
    "table rows": r"^\|",
    "list items": r"^ *(?:[-*+]|\d+\.) ",
    "bold words": r"\*\*[^*]+\*\*",
}
BUTTON = re.compile(r"(?<!\*)\*([^*\n.]+)\*(?!\*)")
TYPED = {"done", "snooze", "stop"}  # what members write in reply, English everywhere
in_each_language = pytest.mark.parametrize("language", TRANSLATED, ids=lambda each: each.code)
each_paper = pytest.mark.parametrize("name", PAPERS)


def in_language(name: str, language: Language) -> str:
    """Return the file name of a paper in a language."""
    return name if language is ENGLISH else name.replace(".md", f".{language.code}.md")


def paper(name: str, language: Language = ENGLISH) -> str:
    return (DOCS / in_language(name, language)).read_text("utf-8")


def parts(page: str) -> dict[str, int]:
    """Count what a page is made of."""
    return {part: len(re.findall(pattern, page, re.MULTILINE)) for part, pattern in PARTS.items()}


def links(page: str) -> list[str]:
    return re.findall(r"\]\(([^)]+)\)", page)


def kept(page: str) -> dict[str, set[str]]:
    """Return the tables that the privacy page names, each with its columns."""
    rows = re.findall(r"^\|[^|]*\| `(\w+)`: ([^|]+)\|", page, re.MULTILINE)
    return {table: set(re.findall(r"`(\w+)`", columns)) for table, columns in rows}


def exported(statement: str) -> set[str]:
    """Return the columns of a member's table, from the statement that hands them out."""
    listed = re.match(r"\s*SELECT\s(.+?)\sFROM", statement, re.DOTALL)
    assert listed
    return {name.split(" AS ")[-1].strip() for name in listed[1].split(",")}


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.code)
def test_privacy_page_names_every_table_and_column_of_a_member(language):
    named = kept(paper("privacy.md", language))

    assert named == {table: exported(statement) for table, statement in EXPORT.items()}


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.code)
@each_paper
def test_blanks_to_be_filled_in_are_those_the_page_lists_at_its_top(name, language):
    page = paper(name, language)

    blanks = set(re.findall(r"\{(\w+)\}", page))
    note = next(part for part in page.split("\n\n") if part.startswith("*"))
    assert blanks == set(re.findall(r"`\{(\w+)\}`", note))
    assert blanks <= BLANKS


@each_paper
def test_english_paper_links_to_it_in_every_language_by_the_languages_own_names(name):
    top = paper(name).split("\n\n")[1]

    assert top == " · ".join(f"[{each.name}]({in_language(name, each)})" for each in TRANSLATED)


@in_each_language
@each_paper
def test_translation_says_first_that_the_english_counts(name, language):
    top = paper(name, language).split("\n\n")[1]

    assert links(top) == [name]


@in_each_language
@each_paper
def test_paper_in_each_language_has_as_many_parts_as_the_english(name, language):
    assert parts(paper(name, language)) == parts(paper(name))


def test_parts_are_found_where_there_are_some():
    assert parts("# a\n\n|**b**|\n\n- c\n  1. d\n") == dict.fromkeys(PARTS, 1) | {"list items": 2}


@in_each_language
@each_paper
def test_no_number_of_the_english_is_missing(name, language):
    english, here = (Counter(re.findall(r"\d+", paper(name, each))) for each in (ENGLISH, language))

    assert english - here == Counter()


@in_each_language
@each_paper
def test_commands_files_and_settings_are_those_of_the_english(name, language):
    english, page = (re.sub(r"\s+", " ", paper(name, each)) for each in (ENGLISH, language))

    code = re.compile(r"`[^`]+`")
    assert Counter(code.findall(page)) == Counter(code.findall(english))


@in_each_language
@each_paper
def test_papers_link_to_papers_of_the_same_language(name, language):
    below = paper(name).split("\n\n", 2)[2]
    here = paper(name, language).split("\n\n", 2)[2]

    assert links(here) == [in_language(link, language) for link in links(below)]


@in_each_language
@each_paper
def test_buttons_and_panels_are_called_as_the_bot_calls_them(name, language):
    source = catalogues.load(catalogues.catalogues()[language.code])
    english, here = (Counter(BUTTON.findall(paper(name, each))) for each in (ENGLISH, language))

    said = Counter(
        {
            label if label in TYPED else source[label].string: count
            for label, count in english.items()
        }
    )
    assert said - here == Counter()
