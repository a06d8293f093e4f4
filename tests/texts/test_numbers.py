"""Numbers that members read are those of the rules: a rule that changes changes its words, or this.

Where a sentence is filled from a constant, the constant is changed and the sentence read. Where the
words are fixed (an option's description, an article), the number in them is worked out anew.
"""

import re
from dataclasses import fields
from datetime import timedelta

import pytest

from bot.config import Config
from bot.domain.decisions.codes import Feel
from bot.domain.facts import kinds
from bot.domain.facts.settings import DIGEST_KEPT, POST_TEXT_LENGTH, Experience, Kind
from bot.domain.facts.training import EFFORT, FELT, MINUTES, RUN_LASTED, SORENESS
from bot.domain.recovery import parameters as model
from bot.domain.recovery.question import Ask
from bot.store.copies.backup import BackupSettings
from bot.texts import commands
from bot.texts.canirun import causes, questions, reasons, remarks, unfolded
from bot.texts.catalogue import ENTRIES
from bot.texts.errors import WORDS
from bot.texts.legday import forms
from bot.texts.profile import consent, form, my_data
from bot.texts.runs.entries import FELT as FELT_WORDS
from tests.texts.test_approved import CASES, rendered

SPELT = {1.0: "one", 2.0: "two", 3.0: "three", 7.0: "a week"}


def default(kind, name):
    return next(field.default for field in fields(kind) if field.name == name)


def span(limits):
    return "{}-{}".format(*limits)


def test_why_tells_the_limits_of_the_classes(monkeypatch):
    monkeypatch.setattr("bot.domain.recovery.gates.FATIGUE_LIMITS", (150.0, 61.0, 34.0, 17.0))

    who, told = CASES["06-next-day"]
    words = rendered(who, told._replace(why=True))

    why = next(line for line in words.splitlines() if "100" in line)
    assert re.findall(r"\d+", why)[-3:] == ["61", "34", "17"]


@pytest.mark.parametrize(
    ("where", "name", "value", "expected"),
    [
        (consent, "MONTHS_KEPT", 13, "13"),
        (consent, "HOLD", timedelta(minutes=11), "11"),
    ],
)
def test_consent_tells_how_long_all_is_kept(monkeypatch, where, name, value, expected):
    monkeypatch.setattr(where, name, value)

    card = consent.panel(1, zone=None, known_zone=None)

    assert expected in re.findall(r"\d+", "\n".join((*card.body, card.small or "")))


def test_my_data_tells_how_long_all_is_kept(monkeypatch):
    monkeypatch.setattr(my_data, "MONTHS_KEPT", 13)
    monkeypatch.setattr(my_data, "CLOSED_KEPT", timedelta(days=37))

    card = my_data.held({"leg_sessions": 1}, consented_at=None)

    assert re.findall(r"\d+", card.body[-1]) == ["13", "37"]


def test_my_data_tells_how_much_is_kept(monkeypatch):
    kept = {"MOST_LEG_DAYS": 51, "MOST_RUNS": 52, "MOST_REPORTS": 53, "MOST_ANSWERS": 54}
    for name, most in kept.items():
        monkeypatch.setattr(my_data, name, most)

    card = my_data.held({"leg_sessions": 1}, consented_at=None)

    assert re.findall(r"\d+", card.body[-2]) == ["51", "52", "53", "54"]


def test_no_refusal_has_a_limit_of_its_own():
    said = {
        key: re.sub(r"`[^`]*`|“[^”]*”|\{\w+\}", "", words)  # examples and values
        for key, words in WORDS.items()
    }
    limit = re.compile(r"\d+ (minutes|days|months|characters)")

    assert {key: words for key, words in said.items() if limit.search(words)} == {}


HOURS = timedelta(hours=1)
FIXED = {
    "effort of a leg day": (commands.LEGDAY_EFFORT, span(EFFORT)),
    "minutes of a leg day": (commands.LEGDAY_MINUTES, span(MINUTES)),
    "soreness at a log": (commands.LEGDAY_SORENESS, span(SORENESS)),
    "soreness asked with": (commands.CANIRUN_SORENESS, span(SORENESS)),
    "soreness asked back": (questions.QUESTIONS[Ask.SORENESS][1], span(SORENESS)),
    "effort of a run": (commands.RUN_EFFORT, span(EFFORT)),
    "minutes of a run": (commands.RUN_MINUTES, span(RUN_LASTED)),
    "heat": (commands.CANIRUN_HOT, f"{model.HEAT:g} °C / {model.HEAT * 1.8 + 32:.0f} °F"),
    "text of a post": (commands.CONFIG_POST_TEXT, f"{POST_TEXT_LENGTH:,} characters"),
    "drinks": (commands.CANIRUN_ALCOHOL, f"last {model.ALCOHOL_GATE_HOURS:g} hours"),
    "worse": (causes.FELT[Feel.WORSE], f"{SPELT[model.WORSE_SORENESS]} points"),
    "better": (causes.FELT[Feel.BETTER], f"{SPELT[model.BETTER_SORENESS]} point "),
    "sore for long": (
        remarks.PERSISTENT,
        SPELT[model.PERSISTENT_HOURS / 24],
    ),
    "new": (form.EXPERIENCE[Experience.NEW], f"than {model.BEGINNER_MONTHS:g} months"),
    "some": (
        form.EXPERIENCE[Experience.SOME],
        f"{model.BEGINNER_MONTHS:g} months to {model.EXPERIENCED_MONTHS / 12:g} years",
    ),
    "long": (form.EXPERIENCE[Experience.LONG], f"{model.EXPERIENCED_MONTHS / 12:g} years"),
    "easy run": (ENTRIES["easy_run"].more, "{:g}–{:g} min".format(*model.EASY_CAPS)),
    "easy run at most": (ENTRIES["easy_run"].more, f"{model.EASY_CAPS[2]:g} at most"),
    "hot run": (ENTRIES["heat"].say, f"{model.HEAT:g} °C"),
    "check-in": (ENTRIES["checkin"].more, f"{model.DANGER_SORENESS:g} or more"),
    "soreness": (ENTRIES["soreness"].not_for, f"{model.DANGER_SORENESS:g} or more"),
    "what to expect": (
        ENTRIES["first_timer"].when,
        "{}–{} h".format(*(getattr(kinds.SPANS[Kind.FIRST_TIMER][0], part) // HOURS
                           for part in ("opens", "closes"))),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FIXED)
def test_fixed_words_have_the_number_of_the_rule(name):
    words, number = FIXED[name]

    assert number in words


def test_forms_tell_the_limits_they_hold_to():
    labels = [field.label for field in forms.log_form("log.form:new", {}).fields]

    assert any(span(EFFORT) in label for label in labels)
    assert any(span(MINUTES) in label for label in labels)


def test_each_score_and_feeling_is_offered():
    assert [int(score) for score in questions.SORE] == list(range(SORENESS[0], SORENESS[1] + 1))
    assert {int(felt) for felt in FELT_WORDS} == set(range(FELT[0], FELT[1] + 1))


@pytest.mark.parametrize(
    "words", [*reasons.PLAIN.values(), *unfolded.NOTES.values(), *causes.CAUSES.values()]
)
def test_reasons_have_no_hours_or_days_of_their_own(words):
    assert not re.search(r"\d+ (hours|days)|ten days", words)


def test_safety_copies_are_replaced_after_a_week_by_default():
    copies = default(Config, "backup_keep") * default(BackupSettings, "every")

    assert copies == BackupSettings().longest == timedelta(weeks=1)


@pytest.mark.parametrize(("hours", "days"), [(24, "1 day"), (36, "2 days"), (24 * 7, "7 days")])
def test_deleting_says_how_long_copies_and_a_digest_stay(hours, days):
    kept = timedelta(hours=hours)
    for card in (my_data.sure({"runs": 1}, kept), my_data.deleted({"runs": 1}, kept)):
        assert f"after {days}." in (card.small or "")
        assert f"{DIGEST_KEPT.days} days" in (card.small or "")
