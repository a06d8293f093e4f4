"""The tongues there are, by code."""

from collections.abc import Mapping
from typing import Final

from bot.domain.tongues.french import FRENCH
from bot.domain.tongues.german import GERMAN
from bot.domain.tongues.italian import ITALIAN
from bot.domain.tongues.japanese import JAPANESE
from bot.domain.tongues.polish import POLISH
from bot.domain.tongues.portuguese import PORTUGUESE
from bot.domain.tongues.spanish import SPANISH
from bot.domain.tongues.tongue import Tongue
from bot.domain.tongues.typed import Typed

TONGUES: Final[Mapping[str, Tongue]] = {
    each.code: each for each in (GERMAN, SPANISH, PORTUGUESE, FRENCH, ITALIAN, POLISH, JAPANESE)
}


def typed(text: str, code: str) -> str:
    """Return a member's words with the language they may be in; English ones as they are."""
    tongue = TONGUES.get(code)
    return text if tongue is None else Typed(text, tongue)
