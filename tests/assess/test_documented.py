"""The examples of docs/assess.md are answered, and its lists of words are those of the code."""

import json
import re
import shlex
from enum import StrEnum
from pathlib import Path

import pytest

from bot.cli.assess.asking import QUESTION
from bot.cli.assess.command import answer
from bot.domain.facts.training import Activity
from bot.domain.recovery.answer import Note
from bot.domain.recovery.beside_answers import AboutMeKey, Course, Expect, LiftReason, Start
from bot.domain.recovery.circumstances import EventKind
from bot.domain.recovery.novelty import NewWork

PAGE = Path(__file__).parents[2].joinpath("docs/assess.md").read_text("utf-8")
EXAMPLES = [
    json.loads(shlex.split(line)[1]) for line in PAGE.splitlines() if line.startswith("echo ")
]


@pytest.mark.parametrize("asked", EXAMPLES)
def test_an_example_is_answered(asked: object) -> None:
    assert answer(asked)["answer"] in {"yes", "changed", "no", None}


def test_there_is_an_example_of_every_key_of_version_2() -> None:
    used = {key for asked in EXAMPLES for key in asked}

    assert {"planned_legs", "event", "about", "earlier", "about_me"} <= used
    assert any("activity" in asked.get("planned_run", {}) for asked in EXAMPLES)


@pytest.mark.parametrize(
    "words", [Activity, EventKind, Note, LiftReason, Start, Expect, Course, AboutMeKey, NewWork]
)
def test_every_word_of_a_closed_list_is_on_the_page(words: type[StrEnum]) -> None:
    assert [word for word in words if not re.search(rf"\b{word}\b", PAGE)] == []


def test_every_key_is_on_the_page() -> None:
    keys = {*QUESTION, *answer({})}

    assert [key for key in keys if f"`{key}" not in PAGE] == []
