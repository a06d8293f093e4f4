"""The tongues there are, by the code of their language."""

from functools import cache
from importlib import import_module
from threading import Lock
from typing import Final

from bot.domain.tongues.tongue import Tongue
from bot.domain.tongues.typed import Typed

NAMES: Final = {
    "de": "german",
    "es": "spanish",
    "pt_BR": "portuguese",
    "fr": "french",
    "it": "italian",
    "pl": "polish",
    "ja": "japanese",
}
ENGLISH: Final = Tongue(rules={}, words={}, exercises={})  # what the readers know
_PREPARING: Final = Lock()  # many may be the first to need a language


@cache
def tongue(code: str) -> Tongue | None:
    """Return the tongue of a language, imported when it is first asked for; English has none."""
    name = NAMES.get(code)
    if name is None:
        return None
    found: Tongue = getattr(import_module(f"{__package__}.{name}"), name.upper())
    return found


def typed(text: str, code: str, shown: str = "en") -> str:
    """Return a member's words with the language they may be in; English ones as they are.

    ``shown`` is the language in which Discord shows itself to them.
    """
    found, other = tongue(code), tongue(shown) if shown != code else None
    return text if found is None is other else Typed(text, found or ENGLISH, other)


def prepare(code: str) -> None:
    """Compile a language's patterns, which takes tenths of a second, before a text needs them."""
    with _PREPARING:
        found = tongue(code)
        if found is not None:
            found.english("")
            found.english_lifting("")
