"""French, as members write it: with accents or without, in whole words or in those of a chat."""

from typing import Final

from bot.domain.tongues.french import about, dangers, denials, illness, pains, sentences, times
from bot.domain.tongues.french.exercises import NAMES, SETS
from bot.domain.tongues.french.words import WORDS
from bot.domain.tongues.notation import merged
from bot.domain.tongues.tongue import Tongue

FRENCH: Final = Tongue(
    code="fr",
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
