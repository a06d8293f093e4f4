"""German, as members write it: with umlauts, without, or spelt out ("fuenf")."""

from typing import Final

from bot.domain.tongues.german import about, dangers, illness, pains, sentences, times
from bot.domain.tongues.german.exercises import NAMES, SETS
from bot.domain.tongues.german.words import WORDS
from bot.domain.tongues.notation import also_spelt, in_order, merged
from bot.domain.tongues.tongue import Tongue

_UMLAUTS: Final = {"ä": "ae", "ö": "oe", "ü": "ue"}
GERMAN: Final = Tongue(
    rules=in_order(illness, dangers, pains, about, times, sentences),
    words=also_spelt(merged(NAMES, WORDS), _UMLAUTS),
    exercises=also_spelt(merged(NAMES, SETS), _UMLAUTS),
)
