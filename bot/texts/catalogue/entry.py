"""The data types of the advice catalogue.

The sentences are only marked for translation; whoever shows them says them with ``_``.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.texts.i18n import N_


class Grade(StrEnum):
    """How strong the evidence is, or how large the effect."""

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


@dataclass(frozen=True, slots=True)
class Citation:
    """A source: who, and in which year, found what, in our own words."""

    who: str
    found: str


OWN_READING = Citation("Legday", N_("our own reading; no good study found"))


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceClaim:
    """A statement of a topic, with its grade and sources."""

    says: str
    grade: Grade
    sources: tuple[Citation, ...]


def claim(says: str, grade: Grade, *sources: Citation) -> EvidenceClaim:
    """Return a statement with its grade and sources."""
    return EvidenceClaim(says=says, grade=grade, sources=sources)


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """A topic of the catalogue."""

    key: str  # of reminders of a kind the kind's value
    title: str  # at most 80 characters: it is a button's label too
    # What else people search it by, separated by commas.
    words: str  # separated by commas
    say: str  # the short advice
    more: str  # the fuller explanation
    claims: tuple[EvidenceClaim, ...]
    when: str = ""
    not_for: str = ""  # who should leave it, and when to stop
    points: tuple[int, ...] = ()  # of the source article that it answers (``article``)
    related: tuple[str, ...] = ()  # keys; at most 4, for a row of buttons
    adults: bool = False  # its tips are never sent to members who are known to be under 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group of topics; at most 25, for a select."""

    key: str
    title: str
    entries: tuple[CatalogueEntry, ...]
