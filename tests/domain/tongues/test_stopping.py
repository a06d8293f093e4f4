"""The wish for no more reminders, in every language: it brings their button, whatever the words."""

from datetime import UTC, datetime

import pytest

from bot.domain.talk.sentence import Intent, Sentence
from bot.domain.talk.understanding import understand
from bot.domain.tongues.known import NAMES, typed

NOW = datetime(2026, 11, 28, 14, 40, tzinfo=UTC)
NO_MORE = {
    "de": (
        *("Erinnerungen ausschalten", "schalte die Erinnerungen aus", "keine Erinnerungen mehr"),
        *("ich will keine Erinnerungen mehr", "hör auf mich zu erinnern", "Erinnerungen aus!"),
        *("bitte keine Nachrichten mehr", "erinnere mich nicht mehr", "schreib mir nicht mehr"),
        *("hoer bitte auf, mir zu schreiben", "bitte alle Erinnerungen abstellen"),
    ),
    "es": (
        *("quiero parar los recordatorios", "desactiva los recordatorios", "no más recordatorios"),
        *("no quiero más recordatorios", "deja de recordarme", "no me escribas más"),
        *("no me mandes más recordatorios, por favor", "basta de avisos"),
    ),
    "fr": (
        *("arrête les rappels", "je ne veux plus de rappels", "plus de rappels, stp"),
        *("désactiver les rappels", "arrête de m'écrire", "ne m'écris plus", "coupe les rappels"),
    ),
    "it": (
        *("ferma i promemoria", "disattiva i promemoria", "non voglio più promemoria"),
        *("niente più promemoria", "smetti di scrivermi", "non scrivermi più", "basta promemoria"),
    ),
    "ja": (
        *("リマインダーを止めたい", "リマインダーはいらない", "リマインダーをオフにして"),
        *("もう送らないで", "リマインダーを停止してください", "通知を止めて"),
    ),
    "pl": (
        *("wyłącz przypomnienia", "nie chcę więcej przypomnień", "koniec przypomnień"),
        *("przestań mi przypominać", "nie pisz do mnie więcej", "zatrzymaj przypomnienia"),
    ),
    "pt_BR": (
        *("parar lembretes", "desativar lembretes", "não quero mais lembretes"),
        *("chega de lembretes", "pare de me lembrar", "não me mande mais lembretes"),
    ),
}
# Said with a time, or of one thing: a pause, a change, a new one.
MORE_THAN_THAT = {
    "de": ("erinnere mich nicht vor 9", "keine Erinnerungen nachts", "Erinnerungen einschalten"),
    "es": ("no me escribas de noche", "para los recordatorios una semana", "más recordatorios"),
    "fr": ("pas de rappels la nuit", "arrête les rappels pendant une semaine", "plus tard"),
    "it": ("niente promemoria di notte", "metti in pausa i promemoria", "più promemoria"),
    "ja": ("夜はリマインダーを送らないで", "リマインダーを止めておいて", "リマインダーを見せて"),
    "pl": ("nie pisz do mnie w nocy", "wstrzymaj przypomnienia", "więcej przypomnień"),
    "pt_BR": ("não me mande lembretes à noite", "pausar meus lembretes", "mais lembretes"),
}


def read(said: str, language: str) -> Sentence:
    return understand(typed(said, language), now=NOW)


@pytest.mark.parametrize("language", NAMES)
def test_no_more_reminders(language):
    assert [one for one in NO_MORE[language] if read(one, language).could != (Intent.STOP,)] == []


@pytest.mark.parametrize("language", NAMES)
def test_a_reminder_that_is_answered_so_is_stopped(language):
    now = [understand(typed(one, language), now=NOW, to_reminder=True) for one in NO_MORE[language]]

    assert {one.intent for one in now} == {Intent.STOP}


@pytest.mark.parametrize("language", NAMES)
def test_what_says_more_is_not_the_end_of_all(language):
    said = MORE_THAN_THAT[language]

    assert [one for one in said if read(one, language).could == (Intent.STOP,)] == []
