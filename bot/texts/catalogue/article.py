"""The article the catalogue answers point by point: cited, never quoted, and linked nowhere.

It may be paid for sales through its links, so neither links nor brands are carried over.
"""

from bot.texts.catalogue.entry import Citation
from bot.texts.i18n import N_

TITLE = "Running After Leg Day – Good or Bad Idea?"
AUTHOR = "Rachel Basinger"
SITE = "The Wired Runner"
POINTS = range(1, 33)  # S1 to S32


def practice(found: str) -> Citation:
    """Return the article as a source for what is coaching practice rather than a study's result."""
    return Citation(who=f"{AUTHOR}, {SITE}", found=found)


NO_STUDY = practice(N_("coaching practice; no study is named for it"))
