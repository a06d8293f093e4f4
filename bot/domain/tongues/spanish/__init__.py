"""Spanish, as members write it."""

from typing import Final

from bot.domain.tongues.notation import in_order, merged
from bot.domain.tongues.spanish import about, dangers, denials, illness, pains, sentences, times
from bot.domain.tongues.spanish.exercises import NAMES, SETS
from bot.domain.tongues.spanish.words import WORDS
from bot.domain.tongues.tongue import Tongue

SPANISH: Final = Tongue(
    rules=in_order(illness, dangers, pains, denials, about, times, sentences),
    words=merged(NAMES, WORDS),
    exercises=merged(NAMES, SETS),
)
