"""Every reason a reminder can end by has words."""

import re
from pathlib import Path

import pytest

from bot.domain.facts.reminders import SkipReason
from bot.domain.timing.outcomes import TARGET
from bot.texts.fates import FATES, why

STORE = Path(__file__).parents[2] / "bot" / "store"
ENDED = re.compile(r"reason = '([a-z_]+)'")
GONE = {"post_removed"}  # what was posted for nobody is shown to nobody


@pytest.mark.parametrize("reason", [*SkipReason, *TARGET.values()])
def test_reason_of_delivery_has_words(reason):
    assert str(reason) in FATES


def test_reasons_of_the_store_have_words():
    written = {found for path in STORE.rglob("*.py") for found in ENDED.findall(path.read_text())}

    assert written - GONE <= FATES.keys()


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("in_doubt", "it may have come already, and I could not look; I did not risk a second one"),
        ("status_503", "Discord was in trouble (503)"),
        ("refused_40001", "Discord refused it (40001)"),
        (None, "something broke on our side"),
    ],
)
def test_other_reasons_are_told_too(reason, words):
    assert why(reason) == words
