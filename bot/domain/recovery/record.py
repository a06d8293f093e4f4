"""A question serialised as JSON, stored beside its answer so that it can be answered again."""

import json

from bot.domain.facts.plain_data import made, plain
from bot.domain.recovery.question import Question


def written(question: Question) -> str:
    """Return the question as JSON; unknowns are left out."""
    return json.dumps(plain(question), separators=(",", ":"))


def read(text: str) -> Question:
    """Return the question of JSON that ``written`` wrote, in this version or an earlier one.

    Raises:
        ValueError, KeyError, TypeError, AttributeError: the text is none of ours.
    """
    return made(Question, json.loads(text))
