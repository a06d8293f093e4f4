"""Brazilian Portuguese, as members write it: without accents, in a hurry, in the gym's words."""

from typing import Final

from bot.domain.tongues.notation import in_order, merged
from bot.domain.tongues.portuguese import about, dangers, denials, illness, pains, sentences, times
from bot.domain.tongues.portuguese.exercises import NAMES, SETS
from bot.domain.tongues.portuguese.words import WORDS
from bot.domain.tongues.tongue import Tongue

PORTUGUESE: Final = Tongue(
    rules=in_order(illness, times, dangers, pains, denials, about, sentences),
    words=merged(NAMES, WORDS),
    exercises=merged(NAMES, SETS),
)
