"""How the reader's language joins words, and writes numbers and dates."""

from collections.abc import Iterable
from datetime import date, datetime

from bot.texts.i18n import N_, _, care_is_approved, language

MONTHS = (
    *(N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun")),
    *(N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")),
)
DAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
THIN = "\N{NARROW NO-BREAK SPACE}"


def number(value: float, *, places: int | None = None) -> str:
    """Return a number with the language's decimal sign: as short as it is, or to ``places``."""
    said = f"{value:g}" if places is None else f"{value:.{places}f}"
    return said.replace(".", language().decimal)


def grouped(value: int) -> str:
    """Return a large whole number with its thousands apart."""
    return f"{value:,}" if language().decimal == "." else f"{value:,}".replace(",", THIN)


def listed(items: Iterable[str]) -> str:
    """Return things one after the other, as ``water, sleep``."""
    return language().comma.join(items)


def clauses(pieces: Iterable[str]) -> str:
    """Return pieces that have commas of their own one after the other, as ``no legs; a run``."""
    return language().semicolon.join(pieces)


def sentences(*parts: str) -> str:
    """Return sentences one after the other; empty ones are left out."""
    return language().blank.join(filter(None, parts))


def labelled(label: str, what: str) -> str:
    """Return a label and what it labels, as ``Water: by DM``."""
    return f"{label}{language().colon}{what}"


def quoted(words: str) -> str:
    """Return somebody's words in the language's quotes."""
    opening, closing = language().quotes
    return f"{opening}{words}{closing}"


def within(label: str) -> str:
    """Return a label as it stands inside a sentence: small at its beginning, where that may be."""
    begins = label.split(" ", 1)[0].rstrip(",")
    small = language().lowers != (begins in language().otherwise)
    return label[:1].lower() + label[1:] if small else label


def begun(piece: str) -> str:
    """Return a piece of a sentence as its beginning; none of our languages needs more than this."""
    return piece[:1].upper() + piece[1:]


def with_english(small: str) -> str:
    """Add to small print that some of a text is in English, where its translation waits."""
    if care_is_approved():
        return small
    return sentences(small, _("Some of this is in English: its translation is not approved yet."))


def short_date(at: date) -> str:
    """Return a date where Discord shows none of its own, as ``20 Nov 2026``."""
    return _("{day} {month} {year}").format(day=at.day, month=_(MONTHS[at.month - 1]), year=at.year)


def short_moment(local: datetime) -> str:
    """Return a weekday, date and clock time in a choice, as ``Fri 20 Nov 18:30``."""
    return _("{weekday} {day} {month} {clock}").format(
        weekday=_(DAYS[local.weekday()]),
        day=local.day,
        month=_(MONTHS[local.month - 1]),
        clock=f"{local:%H:%M}",
    )
