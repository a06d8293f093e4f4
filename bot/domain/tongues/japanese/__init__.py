"""Japanese, as members write it: no blanks, so what is found is set between blanks."""

from typing import Final

from bot.domain.tongues.japanese import about, dangers, denials, illness, pains, sentences, times
from bot.domain.tongues.japanese.exercises import NAMES, SETS
from bot.domain.tongues.japanese.words import WORDS
from bot.domain.tongues.notation import in_order, merged
from bot.domain.tongues.tongue import Tongue

JAPANESE: Final = Tongue(
    rules=in_order(illness, dangers, pains, denials, about, times, sentences),
    words=merged(NAMES, WORDS),
    exercises=merged(NAMES, SETS),
    spaced=False,
)
