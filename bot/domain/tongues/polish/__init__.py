"""Polish, as members write it: mostly without its accents, and every word in many forms."""

from typing import Final

from bot.domain.tongues.notation import merged
from bot.domain.tongues.polish import (
    about,
    dangers,
    denials,
    illness,
    numbers,
    pains,
    sentences,
    times,
)
from bot.domain.tongues.polish.exercises import NAMES, SETS
from bot.domain.tongues.polish.words import WORDS
from bot.domain.tongues.tongue import Tongue

POLISH: Final = Tongue(
    code="pl",
    rules={
        **illness.RULES,
        **dangers.RULES,
        **pains.RULES,
        **denials.RULES,
        **about.RULES,
        **numbers.RULES,
        **times.RULES,
        **sentences.RULES,
    },
    words=merged(NAMES, WORDS),
    exercises=merged(NAMES, SETS),
)
