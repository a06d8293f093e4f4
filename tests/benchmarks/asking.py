"""What `python -m bot assess` takes for a thousand generated questions, in CPU."""

import json
import time
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from bot.cli.assess.command import answer
from tests.assess.test_answer import QUESTIONS
from tests.benchmarks.results import Row, Target

COUNT = 1_000
WITHIN_S = 0.6
VERSION_2 = frozenset({"planned_legs", "event", "about", "earlier", "about_me"})


async def asking(folder: Path, *, quick: bool) -> list[Row]:
    """Measure the answers to questions of both versions, JSON read and written."""
    asked = generated()
    first = [{key: said for key, said in each.items() if key not in VERSION_2} for each in asked]
    return [
        Row(
            what=f"{len(questions):,} questions of version {version}, CPU",
            rounds=[_answered(questions) for _ in range(3 if quick else 7)],
            unit="s",
            target=Target(value=WITHIN_S),
        )
        for version, questions in ((1, first), (2, asked))
    ]


def generated() -> list[dict[str, Any]]:
    """Return valid questions over all keys, the same ones at every run."""
    found: list[dict[str, Any]] = []

    @settings(
        max_examples=COUNT,
        derandomize=True,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(QUESTIONS)
    def collect(question: dict[str, Any]) -> None:
        found.append(question)

    collect()
    return found


def _answered(questions: list[dict[str, Any]]) -> float:
    text = json.dumps(questions)
    began = time.process_time()
    json.dumps([answer(each) for each in json.loads(text)], ensure_ascii=False)
    return time.process_time() - began
