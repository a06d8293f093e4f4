"""Every catalogue says every message, with the same gaps and marks, within Discord's limits."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog, Message

from bot.texts.catalogues import fields, path_of, read
from bot.texts.languages import ENGLISH, LANGUAGES, Language
from contrib import catalogues
from tests.languages.examples import in_own_words

TRANSLATED = [language for language in LANGUAGES if language is not ENGLISH]
NAME = re.compile(r"[-_\w]{1,32}")  # of an option; \w takes every script's letters
MARKS = "*`\n<>"
FORMS = {"de": 2, "es": 2, "pt_BR": 2, "fr": 2, "it": 2, "pl": 3, "ja": 1}


@pytest.fixture(scope="module")
def english() -> Catalog:
    return catalogues.collected()


@pytest.fixture(params=TRANSLATED, ids=lambda each: each.code, scope="module")
def language(request: pytest.FixtureRequest) -> Language:
    found: Language = request.param
    return found


@pytest.fixture(scope="module")
def source(language: Language) -> Catalog:
    return catalogues.load(catalogues.catalogues()[language.code])


def forms(message: Message) -> list[str]:
    """Return what a message is in translation: one text, or one for each kind of number."""
    said = message.string
    return list(said) if isinstance(said, tuple | list) else [said or ""]


def pairs(message: Message) -> Iterator[tuple[str, str]]:
    """Yield each form of a translation beside the English that it must be like."""
    one, many = (message.id[0], message.id[1]) if message.pluralizable else (message.id, None)
    said = forms(message)
    for at, form in enumerate(said):
        yield str(one if many is None or (at == 0 and len(said) > 1) else many), form


def test_every_message_is_translated_and_none_is_left_over(source, english):
    here = {(each.id, each.context) for each in catalogues.messages(source)}
    missing = [
        each.id for each in catalogues.messages(source) if not catalogues.is_translated(each)
    ]
    assert here == {(each.id, each.context) for each in catalogues.messages(english)}
    assert missing == []
    assert not source.obsolete
    assert not [each.id for each in catalogues.messages(source) if each.fuzzy]


def test_gaps_and_marks_are_those_of_the_english(source):
    wrong = []
    for message in catalogues.messages(source):
        for meant, said in pairs(message):
            one = message.id[0] if message.pluralizable else meant
            alike = {fields(meant), fields(one)}
            if fields(said) not in alike or any(
                said.count(mark) not in {meant.count(mark), one.count(mark)} for mark in MARKS
            ):
                wrong.append((meant, said))
    assert wrong == []


def test_every_number_has_its_form(source, language):
    assert source.num_plurals == FORMS[language.code]
    assert [
        each.id
        for each in catalogues.messages(source)
        if each.pluralizable and len(forms(each)) != source.num_plurals
    ] == []


def test_back_quoted_words_are_the_same(source, language):
    """Commands stay as they are typed; what may be typed with them is the language's own."""

    def quoted(text: str) -> list[str]:
        return sorted(re.findall(r"`[^`{]*`", text))

    assert [
        (meant, said)
        for message in catalogues.messages(source)
        for meant, said in pairs(message)
        if "/" in "".join(quoted(meant))
        and quoted(in_own_words(meant, language.code)) != quoted(said)
    ] == []


def test_words_of_commands_keep_discord_s_limits(source):
    long = [
        each.string
        for each in catalogues.messages(source)
        if any(file == "bot/texts/commands.py" for file, _ in each.locations)
        and each.context is None
        and len(str(each.string)) > 100
    ]
    assert long == []
    names = [str(each.string) for each in catalogues.messages(source) if each.context == "option"]
    assert [name for name in names if not NAME.fullmatch(name) or name != name.lower()] == []


def test_every_care_text_is_approved(source, language):
    known = catalogues.approved(catalogues.catalogues()[language.code])
    care = [each for each in catalogues.messages(source) if catalogues.is_care(each)]
    assert len(care) > 150
    assert [each.id for each in care if catalogues.digest(each) not in known] == []


def test_compiled_catalogue_is_whole(language, source):
    found = read(language)
    assert found.trouble is None
    assert found.left_out == 0
    assert found.care_is_approved
    assert path_of(language).stat().st_size > 100_000


def test_french_signs_begin_no_line():
    """Before : ; ! ? and inside « » stands a blank that does not break, as the glossary says."""
    french = catalogues.load(catalogues.catalogues()["fr"])
    loose = re.compile(r" [:;!?»]|« ")
    assert [
        said
        for message in catalogues.messages(french)
        for said in forms(message)
        if loose.search(said)
    ] == []
