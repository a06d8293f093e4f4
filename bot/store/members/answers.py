"""Stored answers, with their question, so that each can be given again.

A question repeats itself: the same exercises for each leg day. It is stored compressed, in a tenth
of its size; what earlier versions stored is plain JSON.
"""

import base64
import json
import zlib

from bot.domain.decisions.answer_token import LONG_AGO
from bot.domain.facts.member import KeptAnswer
from bot.store.engine.conversions import seconds
from bot.store.engine.database import Statement

PACKED = "zlib:"  # then base64; JSON begins otherwise

# Of somebody who agreed to nothing, or is gone meanwhile, nothing is kept.
ADD_ANSWER = """
INSERT INTO answers (member_id, asked_at, answer_id, model, question, clearance, reply)
SELECT member_id, $2, $3, $4, $5, $6, $7
FROM members WHERE member_id = $1 AND consent_version IS NOT NULL
ON CONFLICT (member_id, asked_at, answer_id) DO NOTHING
"""

ADD_AND_TELL = f"{ADD_ANSWER}RETURNING answer_id"

LATEST = """
SELECT question FROM answers WHERE member_id = $1 ORDER BY asked_at DESC, answer_id DESC LIMIT 1
"""


def add(member_id: int, answer: KeptAnswer, *, tell: bool = False) -> Statement:
    """Return the statement that stores an answer, once however often it is run.

    ``tell``: it returns a row where it did.
    """
    return ADD_AND_TELL if tell else ADD_ANSWER, (
        member_id,
        seconds(answer.asked_at),
        answer.answer_id,
        answer.model,
        packed(answer.question),
        answer.clearance,
        answer.reply,
    )


def tells_no_legs(stored: str) -> bool:
    """Tell whether a stored question says that there was no leg day in ten days."""
    question = unpacked(stored)
    legs = (isinstance(question, dict) and question.get("leg_sessions")) or ()
    return bool(legs) and all(each["hours_ago"] >= LONG_AGO for each in legs)


def packed(question: str) -> str:
    """Return a question's JSON as it is stored."""
    return PACKED + base64.b64encode(zlib.compress(question.encode())).decode("ascii")


def unpacked(stored: str) -> object:
    """Return a stored question as plain JSON types."""
    if stored.startswith(PACKED):
        stored = zlib.decompress(base64.b64decode(stored.removeprefix(PACKED))).decode()
    return json.loads(stored)
