"""Translation: English strings marked for gettext, in the reader's language.

Mark whole sentences with ``_`` and fill them afterwards: ``_("Up to {n} min.").format(n=20)``.
Constants are marked with ``N_`` and said with ``_`` when they are shown. Never put a member's own
text where the format string goes.
"""

from contextvars import ContextVar
from gettext import NullTranslations

ENGLISH = NullTranslations()
CATALOGUES: dict[str, NullTranslations] = {}  # by Discord locale; English needs none

_reader: ContextVar[NullTranslations] = ContextVar("reader", default=ENGLISH)


def set_locale(locale: str) -> None:
    """Set the language of the rest of this task, by Discord's name for it."""
    _reader.set(CATALOGUES.get(locale, ENGLISH))


def language() -> NullTranslations:
    """Return the reader's language: a cache key for what depends on nothing else."""
    return _reader.get()


def _(message: str) -> str:
    """Return ``message`` in the reader's language."""
    return _reader.get().gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of the message that fits ``count``, in the reader's language."""
    return _reader.get().ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802 (the marker's usual name)
    """Mark a constant for translation; it is translated where it is shown."""
    return message
