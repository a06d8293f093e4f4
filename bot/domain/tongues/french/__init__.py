"""French, as members write it: with accents or without, in whole words or in those of a chat."""

from typing import Final

from bot.domain.tongues.french import about, dangers, denials, illness, pains, sentences, times
from bot.domain.tongues.french.exercises import NAMES, SETS
from bot.domain.tongues.french.words import WORDS
from bot.domain.tongues.notation import in_order, merged
from bot.domain.tongues.tongue import Tongue

FRENCH: Final = Tongue(
    rules=in_order(illness, dangers, pains, denials, about, times, sentences),
    words=merged(NAMES, WORDS),
    exercises=merged(NAMES, SETS),
)
