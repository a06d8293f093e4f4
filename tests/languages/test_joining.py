"""Labels and pieces of sentences, put together as each language does."""

import pytest

from bot.texts.catalogue import ENTRIES, learn
from bot.texts.i18n import spoken_in
from bot.texts.languages import of_locale
from bot.texts.wording import clauses, labelled, within


@pytest.mark.parametrize(
    ("locale", "label", "inside"),
    [
        ("en-US", "Chest pain", "chest pain"),
        ("en-US", "I felt a pop", "I felt a pop"),
        ("en-US", "Achilles tendon", "Achilles tendon"),
        ("de", "Achillessehne", "Achillessehne"),
        ("de", "Dumpfer Muskelschmerz", "dumpfer Muskelschmerz"),
        ("de", "Taub, mit hartem, prallem Muskel", "taub, mit hartem, prallem Muskel"),
        ("es-ES", "Tendón de Aquiles", "tendón de Aquiles"),
        ("pt-BR", "Urina cor de chá ou Coca-Cola", "urina cor de chá ou Coca-Cola"),
        ("ja", "胸の痛み", "胸の痛み"),
    ],
)
def test_a_label_begins_small_within_a_sentence_unless_it_begins_with_a_name_or_noun(
    locale, label, inside
):
    with spoken_in(of_locale(locale)):
        assert within(label) == inside


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en-US", "Fri: no legs; a run"),
        ("fr", "Fri\N{NO-BREAK SPACE}: no legs\N{NO-BREAK SPACE}; a run"),
        ("ja", "Fri：no legs；a run"),
    ],
)
def test_pieces_are_joined_by_the_signs_of_the_language(locale, said):
    with spoken_in(of_locale(locale)):
        assert labelled("Fri", clauses(["no legs", "a run"])) == said


@pytest.mark.parametrize("locale", ["fr", "ja"])
def test_what_is_known_of_a_topic_stands_behind_the_colon_of_the_language(locale):
    with spoken_in(of_locale(locale)):
        for topic in ENTRIES.values():
            assert "**: " not in "\n".join(learn.entry(topic).body)
