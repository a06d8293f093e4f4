"""Catalogues that mark what they say: ⟦de·…⟧ with the English in it, so that languages show."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot.sandbox import Person, Seen, SeenForm
from bot.sandbox.limits.choosing import SELECTS
from bot.sandbox.limits.components import BUTTON
from bot.sandbox.seen import label
from bot.texts import i18n
from bot.texts.canirun import questions
from bot.texts.catalogues import Catalogue
from bot.texts.languages import ENGLISH

MARK = re.compile(r"⟦(\w+)·")
INNERMOST = re.compile(r"⟦\w+·[^⟦⟧]*⟧")


class Marked(Catalogue):
    """A language in which each message is the English one, marked."""

    def gettext(self, message: str) -> str:
        """Return a message, marked."""
        return f"⟦{self.language.code}·{message}⟧" if message else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form that fits, marked."""
        return self.gettext(msgid1 if n == 1 else msgid2)


@contextmanager
def marked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have every language but English marked in the block, and read as if for the first time."""
    questions._options.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr(i18n, "_read", {ENGLISH: i18n.IN_ENGLISH})
        patched.setattr(i18n, "read", Marked)
        yield
    questions._options.cache_clear()


def words(shown: Seen | SeenForm) -> str:
    """Return every word to read, on controls too."""
    if isinstance(shown, SeenForm):
        return shown.text
    controls = [one for one in shown.components if one["type"] in {BUTTON, *SELECTS}]
    return "\n".join([shown.text, *map(label, controls)])


def spoken(shown: Seen | SeenForm) -> str:
    """Return the codes of the languages in which something is said, ``en`` where nothing is."""
    return " ".join(sorted(set(MARK.findall(words(shown))))) or "en"


def unmarked(shown: Seen | SeenForm) -> str:
    """Return what is said outside of every mark."""
    text, more = words(shown), 1
    while more:
        text, more = INNERMOST.subn("", text)
    return text


def action(shown: Seen, name: str) -> str:
    """Return what the control of a name sends."""
    ids = [str(one.get("custom_id", "")) for one in shown.components]
    return next(one for one in ids if one.partition(":")[0] == name)


async def press(person: Person, name: str, *, on: Seen | SeenForm) -> Seen | SeenForm:
    """Press the button whose action has this name: its label is in anybody's language."""
    assert isinstance(on, Seen)
    return await person.click(action(on, name), on=on)
