"""The published cases: every gate, both sides of every limit, each with where it comes from.

``question`` is what ``python -m bot assess`` reads and ``expect`` the parts of its answer that were
worked out by hand from the model's description: ``ask`` names the question, ``first_reason`` the
gate of the first reason.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bot.cli.assess.command import answer
from bot.domain.recovery.question import Ask
from bot.texts.canirun.assess import question

CASES: dict[str, dict[str, Any]] = {
    f"{file.stem}: {case['name']}": case
    for file in sorted(Path(__file__).with_name("cases").glob("*.json"))
    for case in json.loads(file.read_text("utf-8"))
}
GATES = {
    "fatigue", "run", "load", "novelty", "new_stimulus", "soreness", "painkiller", "pain", "place",
    "red_flag", "illness", "sleep", "alcohol", "heat", "long_run", "no_running", "never_logged",
    "plan", "cap", "eta", "asked", "confidence", "learning", "personal_floor",
    "danger_questions", "slow_soreness", "ahead", "event", "lifting", "earlier", "activity",
    "about_me",
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_case_is_answered_as_published(name: str) -> None:
    case = CASES[name]
    expected = _in_words(case["expect"])
    not_asked = expected.pop("not_ask", None)

    found = json.loads(json.dumps(answer(case["question"])))

    found["first_reason"] = next((reason["gate"] for reason in found["reasons"]), None)
    assert {key: _only(found[key], value) for key, value in expected.items()} == expected
    assert not_asked is None or found["ask"] != not_asked


def test_every_gate_has_cases_with_their_source() -> None:
    gates = Counter(case["gate"] for case in CASES.values())

    assert set(gates) == GATES
    assert min(gates.values()) >= 2
    assert all(case["source"] and case["expect"] for case in CASES.values())


def _in_words(expected: dict[str, Any]) -> dict[str, Any]:
    """What is expected, questions as they are put to a member."""
    asked = {key: question(Ask(expected[key])) for key in ("ask", "not_ask") if key in expected}
    return expected | asked


def _only(found: object, expected: object) -> object:
    """The part of a mapping that was published: a case may leave minutes or effort out."""
    if isinstance(found, dict) and isinstance(expected, dict):
        return {key: found[key] for key in expected}
    return found
