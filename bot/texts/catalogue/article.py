"""The article whose points the catalogue answers: cited, never quoted, not linked.

It may be paid for sales through its links, so neither links nor brands are carried over.
"""

from bot.texts.catalogue.entry import Citation
from bot.texts.i18n import N_

TITLE = "Running After Leg Day – Good or Bad Idea?"
AUTHOR = "Rachel Basinger"
SITE = "The Wired Runner"


def practice(found: str) -> Citation:
    """Return the article as a source of coaching practice, as opposed to a study's result."""
    return Citation(f"{AUTHOR}, {SITE}", found)


NO_STUDY = practice(N_("coaching practice; no study is named for it"))
