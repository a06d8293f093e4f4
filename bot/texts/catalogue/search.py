"""Search of topics by title, synonyms, and with typos."""

import re

from rapidfuzz import fuzz, process

from bot.domain.facts.plain_text import fold
from bot.texts.catalogue import ENTRIES
from bot.texts.catalogue.entry import CatalogueEntry
from bot.texts.i18n import _

LONGEST = 100  # characters read of a query
MOST_WORDS = 8  # of a query that are looked for
SHORTEST = 3  # letters; shorter words are looked for only where there is nothing else
NEAR = 78  # of 100: "compresion" is near "compression", "run" is not near "rub"
NEAR_TITLE = 80  # of 100, of a whole title


def entry(text: str) -> CatalogueEntry | None:
    """Return the topic named exactly by its key, its title or one of its synonyms."""
    wanted = _plain(text)
    for found in ENTRIES.values():
        if wanted in {_plain(found.key), _plain(_(found.title))}:
            return found
    named = [each for each in ENTRIES.values() if wanted in _terms(each)]
    return named[0] if len(named) == 1 else None


def topics(text: str, *, limit: int = 25) -> list[CatalogueEntry]:
    """Return the topics that match what was typed so far, best first; all for nothing."""
    if not text.strip():
        return list(ENTRIES.values())[:limit]
    typed = _plain(text)
    if not typed:
        return []
    scored = [(_score(typed, each), each) for each in ENTRIES.values()]
    fitting = [pair for pair in scored if pair[0] > 0]
    fitting.sort(key=lambda pair: -pair[0])
    return [each for _score_, each in fitting[:limit]]


def _score(typed: str, candidate: CatalogueEntry) -> float:
    """Return how well a topic matches: 0 for not at all, the title before synonyms."""
    title = _plain(_(candidate.title))
    if title.startswith(typed) or fuzz.ratio(typed, title) >= NEAR_TITLE:
        return 300
    terms = _terms(candidate)
    if any(term.startswith(typed) for term in terms):
        return 200
    vocabulary = {*title.split(), *(word for term in terms for word in term.split())}
    words = typed.split()[:MOST_WORDS]
    telling = [word for word in words if len(word) >= SHORTEST] or words
    return sum(_likeness(word, vocabulary) for word in telling) / len(telling)


def _likeness(word: str, vocabulary: set[str]) -> float:
    if len(word) >= SHORTEST and any(known.startswith(word) for known in vocabulary):
        return 100
    if len(word) < SHORTEST:
        return 100 if word in vocabulary else 0
    best = process.extractOne(word, vocabulary, scorer=fuzz.ratio, score_cutoff=NEAR)
    return 0 if best is None else best[1]


def _terms(candidate: CatalogueEntry) -> list[str]:
    return [_plain(term) for term in _(candidate.words).split(",")]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text[:LONGEST]).replace("_", " ")))
