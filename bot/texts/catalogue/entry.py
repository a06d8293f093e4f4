"""The shape of the advice catalogue: entries with their evidence, in groups.

The sentences are only marked for translation; whoever shows them says them with ``_``.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.texts.i18n import N_


class Grade(StrEnum):
    """How well something is known, or how much it does."""

    STRONG = "strong"
    MODERATE = "moderate"
    SMALL = "small"  # real, but small
    WEAK = "weak"  # little or conflicting, or our own careful choice
    NONE = "none"  # tested, and no useful effect found


GRADES = {
    Grade.STRONG: N_("Strong evidence"),
    Grade.MODERATE: N_("Moderate evidence"),
    Grade.SMALL: N_("Small effect"),
    Grade.WEAK: N_("Weak evidence"),
    Grade.NONE: N_("No useful effect found"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Who found what, in our own words and with their numbers; ``year`` where there is one."""

    who: str
    year: int | None = None
    found: str


OWN_READING = Citation(who="Legday", found=N_("our own reading; no good study found"))


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceClaim:
    """One thing an entry says, how well it is known, and from whom."""

    says: str
    grade: Grade
    sources: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """One topic of the catalogue.

    ``say`` is the short advice, ``more`` the fuller explanation, ``words`` what else people search
    it by, ``not_for`` who should leave it and when to stop. ``points`` are the points of the source
    article it answers (``article``). Reminders of a kind belong to the entry with the kind's value
    as its key. Tips for ``adults`` are never sent to members who are known to be under 18.
    """

    key: str
    title: str  # at most 80 characters: it is a button's label too
    words: str  # separated by commas
    say: str
    more: str
    claims: tuple[EvidenceClaim, ...]
    when: str = ""
    not_for: str = ""
    points: tuple[int, ...] = ()
    related: tuple[str, ...] = ()  # keys; at most 4, for a row of buttons
    adults: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Entries that belong together; at most 25, for a select."""

    key: str
    title: str
    entries: tuple[CatalogueEntry, ...]
