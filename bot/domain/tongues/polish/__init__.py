"""Polish, as members write it: mostly without its accents, and every word in many forms."""

from typing import Final

from bot.domain.tongues.notation import in_order, merged
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
    rules=in_order(illness, dangers, pains, denials, about, numbers, times, sentences),
    words=merged(NAMES, WORDS),
    exercises=merged(NAMES, SETS),
)
