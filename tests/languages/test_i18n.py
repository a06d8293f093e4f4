"""What is said where a language is unknown, its catalogue missing, broken or wrong."""

import asyncio
import logging
import threading
from gettext import GNUTranslations
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from bot.client.command_words import in_all_languages
from bot.domain.facts.errors import BadInput
from bot.texts import catalogues, error_cards, i18n
from bot.texts.canirun import care
from bot.texts.i18n import _, language, ngettext, speak, spoken_in
from bot.texts.languages import ENGLISH, LANGUAGES, LOCALES, of_locale
from bot.texts.papers import Papers
from contrib.catalogues import UNAPPROVED, compile_one, digest, write

GERMAN = of_locale("de")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A place for catalogues of one's own; nothing is read yet."""
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    monkeypatch.setattr(i18n, "_read", {ENGLISH: i18n.IN_ENGLISH})
    return tmp_path


def compiled(folder: Path, code: str, messages: dict[str, str]) -> Path:
    catalog = Catalog(locale=code)
    for english, said in messages.items():
        catalog.add(english, said)
    path = folder / code / "LC_MESSAGES" / "legday.mo"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_mo(file, catalog)
    return path


def test_a_message_is_said_in_the_language_of_the_block_and_then_as_before(folder):
    compiled(folder, "de", {"Water": "Wasser"})
    with spoken_in(GERMAN):
        assert (_("Water"), _("Sleep"), language()) == ("Wasser", "Sleep", GERMAN)
    assert (_("Water"), language()) == ("Water", ENGLISH)


@pytest.mark.parametrize("locale", ["tlh", "", "en-GB", "de-CH"])
async def test_a_locale_that_is_not_spoken_gets_english(locale):
    await speak(locale)
    assert language() is ENGLISH


def test_a_missing_catalogue_is_english_and_logged_once(folder, caplog):
    for _again in range(2):
        with spoken_in(GERMAN):
            assert _("Water") == "Water"
    assert [each.getMessage() for each in caplog.records] == [
        "Deutsch is spoken in English: legday.mo of “de” is not built (make catalogues)"
    ]


@pytest.mark.parametrize("content", [b"", b"\xde\x12\x04\x95", b"no catalogue" * 9], ids=len)
def test_a_broken_catalogue_is_english_and_logged_once(folder, caplog, content):
    compiled(folder, "de", {}).write_bytes(content)
    for _again in range(2):
        with spoken_in(GERMAN):
            assert _("Water") == "Water"
    assert len(caplog.records) == 1
    assert "“de” is broken" in caplog.records[0].getMessage()


def test_a_cut_off_catalogue_is_english(folder):
    path = compiled(folder, "de", {f"message {n}": f"Meldung {n}" for n in range(50)})
    path.write_bytes(path.read_bytes()[:-100])
    with spoken_in(GERMAN):
        assert _("message 1") == "message 1"


@pytest.mark.parametrize("said", ["Bis Minuten.", "Bis {m} Minuten.", "Bis {n", "{n:g} Minuten."])
def test_a_translation_with_other_gaps_is_left_out(folder, caplog, said):
    compiled(folder, "de", {"Up to {n} minutes.": said, "Water": "Wasser"})
    with spoken_in(GERMAN):
        assert _("Up to {n} minutes.").format(n=20) == "Up to 20 minutes."
        assert _("Water") == "Wasser"
    assert [each.levelno for each in caplog.records] == [logging.ERROR]


def test_a_care_text_without_approval_is_in_english_and_its_card_says_so(folder):
    waiting = "Das Übrige ist Englisch."
    note = "Some of this is in English: its translation is not approved yet."
    compiled(folder, "de", {note: waiting, catalogues.UNAPPROVED: "3"})
    with spoken_in(GERMAN):
        shown = care.symptoms_card()
    assert shown.title == "What feels wrong?"
    assert shown.small is not None
    assert shown.small.endswith(waiting)
    assert not (care.symptoms_card().small or "").endswith(note)


def test_a_changed_care_text_is_not_compiled_until_it_is_approved(tmp_path):
    source = tmp_path / "de" / "LC_MESSAGES" / "legday.po"
    catalog = Catalog(locale="de")
    catalog.add("Chest pain", "Brustschmerz", locations=[("bot/texts/canirun/care.py", 1)])
    catalog.add("Water", "Wasser", locations=[("bot/texts/kinds.py", 1)])
    write(source, catalog)
    approvals = source.parents[1] / "care.approved"

    compile_one(source)
    assert said(source) == {"Water": "Wasser", UNAPPROVED: "1"}

    approvals.write_text(digest(catalog["Chest pain"]))
    compile_one(source)
    assert said(source) == {"Chest pain": "Brustschmerz", "Water": "Wasser", UNAPPROVED: "0"}


def said(source: Path) -> dict[str, str]:
    with source.with_suffix(".mo").open("rb") as file:
        return {key: text for key, text in vars(GNUTranslations(file))["_catalog"].items() if key}


async def test_a_catalogue_is_read_beside_the_loop(folder, monkeypatch):
    compiled(folder, "de", {"Water": "Wasser"})
    threads = []

    def read(wanted):
        threads.append(threading.current_thread())
        return catalogues.read(wanted)

    monkeypatch.setattr(i18n, "read", read)
    await asyncio.gather(*(asyncio.create_task(speak("de")) for _each in range(3)))
    await speak("de")
    assert _("Water") == "Wasser"
    assert threads
    assert threading.main_thread() not in threads


async def test_a_catalogue_is_read_once_for_all_who_speak_at_the_same_time(folder, monkeypatch):
    reads, reading, go = [], threading.Event(), threading.Event()

    def read(wanted):
        reads.append(wanted)
        reading.set()
        go.wait()
        return catalogues.read(wanted)

    monkeypatch.setattr(i18n, "read", read)
    speaking = [asyncio.create_task(speak("de")) for _each in range(4)]
    await asyncio.to_thread(reading.wait)
    go.set()
    await asyncio.gather(*speaking)
    assert reads == [GERMAN]


async def test_each_task_keeps_its_own_language():
    async def said(locale: str) -> str:
        await speak(locale)
        await asyncio.sleep(0)
        return language().code

    assert list(await asyncio.gather(said("de"), said("ja"), said("en-US"))) == ["de", "ja", "en"]
    assert language() is ENGLISH


HOURS = {
    "en": "0 hours · 1 hour · 2 hours · 5 hours · 11 hours · 22 hours · 101 hours",
    "de": "0 Stunden · 1 Stunde · 2 Stunden · 5 Stunden · 11 Stunden · 22 Stunden · 101 Stunden",
    "es": "0 horas · 1 hora · 2 horas · 5 horas · 11 horas · 22 horas · 101 horas",
    "pt_BR": "0 hora · 1 hora · 2 horas · 5 horas · 11 horas · 22 horas · 101 horas",
    "fr": "0 heure · 1 heure · 2 heures · 5 heures · 11 heures · 22 heures · 101 heures",
    "it": "0 ore · 1 ora · 2 ore · 5 ore · 11 ore · 22 ore · 101 ore",
    "pl": "0 godzin · 1 godzinę · 2 godziny · 5 godzin · 11 godzin · 22 godziny · 101 godzin",
    "ja": "0時間 · 1時間 · 2時間 · 5時間 · 11時間 · 22時間 · 101時間",
}


@pytest.mark.parametrize("spoken", LANGUAGES, ids=lambda each: each.code)
def test_numbers_have_their_forms(spoken):
    with spoken_in(spoken):
        said = [ngettext("{n} hour", "{n} hours", n).format(n=n) for n in (0, 1, 2, 5, 11, 22, 101)]
    assert " · ".join(said) == HOURS[spoken.code]


def test_discord_s_locales_name_one_language_each():
    assert set(LOCALES) == {
        *("en-US", "en-GB", "de", "es-ES", "es-419", "pt-BR", "fr", "it", "pl", "ja"),
    }


def test_an_operator_s_papers_are_linked_in_the_reader_s_language():
    papers = Papers(privacy_url="https://legday.example/privacy.{language}.html")
    with spoken_in(of_locale("pt-BR")):
        assert papers.links().endswith("(https://legday.example/privacy.pt_BR.html)")
    assert papers.links() == "[Privacy](https://legday.example/privacy.en.html)"


def test_errors_name_options_as_discord_shows_them():
    with spoken_in(GERMAN):
        said = error_cards.sentence(BadInput("race_needed", field="distance"))
    assert [name in said for name in ("`strecke`", "`lauf`", "`wann`")] == [True] * 3
    assert "`distance`" in error_cards.sentence(BadInput("race_needed", field="distance"))


async def test_commands_without_a_catalogue_are_in_english_and_it_is_logged(folder, caplog):
    command: dict[str, Any] = {
        "name": "start",
        "type": 1,
        "description": "Two minutes to your first answer",
    }
    compiled(folder, "de", {command["description"]: "Zwei Minuten bis zur ersten Antwort"})

    [told] = await in_all_languages([command])

    assert told["description_localizations"] == {"de": "Zwei Minuten bis zur ersten Antwort"}
    assert [each.getMessage().partition(":")[0] for each in caplog.records] == [
        f"commands have no words in {each.name}"
        for each in LANGUAGES
        if each.code not in {"en", "de"}
    ]
