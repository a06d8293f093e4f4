"""Brazilian Portuguese, as members write it: without accents, in a hurry, in the gym's words."""

from typing import Final

from bot.domain.tongues.notation import merged
from bot.domain.tongues.portuguese import about, dangers, denials, illness, pains, sentences, times
from bot.domain.tongues.portuguese.exercises import NAMES, SETS
from bot.domain.tongues.portuguese.words import WORDS
from bot.domain.tongues.tongue import Tongue

PORTUGUESE: Final = Tongue(
    code="pt_BR",
    rules={
        **illness.RULES,
        **times.RULES,
        **dangers.RULES,
        **pains.RULES,
        **denials.RULES,
        **about.RULES,
        **sentences.RULES,
    },
    words=merged(NAMES, WORDS),
    exercises=merged(NAMES, SETS),
)
