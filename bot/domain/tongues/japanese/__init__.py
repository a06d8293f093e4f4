"""Japanese, as members write it: no blanks, so what is found is set between blanks."""

from typing import Final

from bot.domain.tongues.japanese import about, dangers, denials, illness, pains, sentences, times
from bot.domain.tongues.japanese.exercises import NAMES, SETS
from bot.domain.tongues.japanese.words import WORDS
from bot.domain.tongues.notation import merged
from bot.domain.tongues.tongue import Tongue

JAPANESE: Final = Tongue(
    code="ja",
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
    spaced=False,
)
