"""The advice catalogue: every topic with its advice, evidence and sources.

``/learn`` shows it; reminders and answers take their words from it, so that a claim and its
evidence have one home.
"""

from types import MappingProxyType

from bot.texts.catalogue import care, comfort, everyday, legs, running
from bot.texts.catalogue.entry import CatalogueEntry

GROUPS = (running.GROUP, legs.GROUP, everyday.GROUP, comfort.GROUP, care.GROUP)
ENTRIES: MappingProxyType[str, CatalogueEntry] = MappingProxyType(
    {entry.key: entry for group in GROUPS for entry in group.entries}
)
