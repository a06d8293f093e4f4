"""What is kept of rendered words is kept by language."""

import pytest

from bot.domain.facts.learned import Learning
from bot.domain.facts.member import Member
from bot.domain.recovery.question import Ask
from bot.texts.canirun.questions import _options
from bot.texts.i18n import language, spoken_in
from bot.texts.languages import of_locale
from bot.texts.profile.recovery_picture import recovery
from tests.bracketed import marked

LOCALES = ("en-US", "de", "pl", "ja")


@pytest.fixture(autouse=True)
def every_language(monkeypatch):
    with marked(monkeypatch):
        yield


def test_a_picture_is_another_one_in_each_language():
    member = Member(member_id=1, learning=Learning(theta=0.25, variance=0.04, count=5))
    drawn = set()
    for locale in LOCALES:
        with spoken_in(of_locale(locale)):
            drawn.add(recovery(member))

    assert len(drawn) == len(LOCALES)


def test_what_can_be_said_to_a_question_is_held_in_each_language():
    offered = set()
    for locale in LOCALES:
        with spoken_in(of_locale(locale)):
            offered.add(_options(Ask.SORENESS, language()))

    assert len(offered) == len(LOCALES)
