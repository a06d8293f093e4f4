"""English made 40 % longer, each message in brackets: what it breaks, a real language may."""

from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil

from bot.texts import i18n
from bot.texts.canirun import questions
from bot.texts.catalogues import Catalogue
from bot.texts.languages import ENGLISH, LANGUAGES

OPEN, CLOSE = "⟦", "⟧"
LONGER = 0.4
FILLER = "ěň"


def longer(text: str) -> str:
    """Return a message in brackets, 40 % longer than it was."""
    if not text.strip():
        return text
    more = ceil(len(text) * LONGER) - len(OPEN + CLOSE)
    return f"{OPEN}{text}{(FILLER * more)[: max(more, 0)]}{CLOSE}"


class Lengthened(Catalogue):
    """The catalogue of a language that only tests speak."""

    def gettext(self, message: str) -> str:
        return longer(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return longer(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return longer(message)


@contextmanager
def lengthened() -> Iterator[None]:
    """Have every language say longer English, for tasks that begin within the block."""
    before = dict(i18n._read)
    questions._options.cache_clear()  # by language, and this one has no name of its own
    i18n._read.update({each: Lengthened(each) for each in LANGUAGES})
    token = i18n._reader.set(i18n._read[ENGLISH])
    try:
        yield
    finally:
        questions._options.cache_clear()
        i18n._reader.reset(token)
        i18n._read.clear()
        i18n._read.update(before)
