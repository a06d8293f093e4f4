"""Italian, as members write it."""

from typing import Final

from bot.domain.tongues.italian import about, dangers, denials, illness, pains, sentences, times
from bot.domain.tongues.italian.exercises import NAMES, SETS
from bot.domain.tongues.italian.words import WORDS
from bot.domain.tongues.notation import merged
from bot.domain.tongues.tongue import Tongue

ITALIAN: Final = Tongue(
    code="it",
    rules={
        **illness.RULES,
        **dangers.RULES,
        **pains.RULES,
        **denials.RULES,
        **about.RULES,
        **times.RULES,
        **sentences.RULES,
    },
    words=merged(NAMES, WORDS),
    exercises=merged(NAMES, SETS),
)
