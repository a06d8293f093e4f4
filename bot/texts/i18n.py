"""Translation: English strings marked for gettext, in the reader's language.

Mark whole sentences with ``_`` and fill them afterwards: ``_("Up to {n} min.").format(n=20)``.
Constants are marked with ``N_`` (pairs of one and many with ``NN_``) and said with ``_`` when they
are shown. Never put a member's own text where the format string goes.

The reader's language belongs to the current task: ``speak`` sets it for the rest of the task,
``spoken_in`` for a block. A catalogue is read when its language is first spoken; one that is
missing or broken is logged once and its readers get English.
"""

import asyncio
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from bot.texts.catalogues import Catalogue, read
from bot.texts.languages import ENGLISH, Language, of_locale

log = logging.getLogger(__name__)

IN_ENGLISH: Final = Catalogue(ENGLISH)
_read: dict[Language, Catalogue] = {ENGLISH: IN_ENGLISH}
_reading = threading.Lock()  # many may be the first to speak a language

_reader: ContextVar[Catalogue] = ContextVar("reader", default=IN_ENGLISH)


async def speak(locale: str) -> None:
    """Set the language of the rest of this task, by Discord's name for it.

    The first time, the language's catalogue is read in a thread.
    """
    language = of_locale(locale)
    if language not in _read:
        await asyncio.to_thread(_catalogue, language)
    _reader.set(_catalogue(language))


@contextmanager
def spoken_in(language: Language) -> Iterator[None]:
    """Set the reader's language for a block."""
    token = _reader.set(_catalogue(language))
    try:
        yield
    finally:
        _reader.reset(token)


async def load(language: Language) -> None:
    """Read a language's catalogue in a thread, if it was not yet."""
    if language not in _read:
        await asyncio.to_thread(_catalogue, language)


def language() -> Language:
    """Return the reader's language: a cache key for what depends on nothing else."""
    return _reader.get().language


def care_is_approved() -> bool:
    """Tell whether every care text of the reader's language is approved; others are in English."""
    return _reader.get().care_is_approved


def _(message: str) -> str:
    """Return ``message`` in the reader's language."""
    return _reader.get().gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of the message that fits ``count``, in the reader's language."""
    return _reader.get().ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802 (the marker's usual name)
    """Mark a constant for translation; it is translated where it is shown."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 (like N_)
    """Mark the two forms of a constant, which ``ngettext`` says."""
    return one, many


def pgettext(context: str, message: str) -> str:
    """Return a message that means this in this context, in the reader's language."""
    return _reader.get().pgettext(context, message)


def PN_(_context: str, message: str) -> str:  # noqa: N802 (like N_)
    """Mark a constant that means this in this context; ``pgettext`` says it."""
    return message


def _catalogue(language: Language) -> Catalogue:
    """Return a language's catalogue, read by the first who asks, from whatever thread."""
    known = _read.get(language)
    if known is None:
        with _reading:
            known = _read.get(language) or _newly_read(language)
    return known


def _newly_read(language: Language) -> Catalogue:
    """Read a language's catalogue, an empty one if that cannot be: it is logged."""
    found = read(language)
    if found.trouble is not None:
        log.error("%s is spoken in English: %s", language.name, found.trouble)
    elif found.left_out:
        log.error(
            "%s: %d messages are in English, their gaps are not those of the English",
            language.name,
            found.left_out,
        )
    _read[language] = found
    return found
