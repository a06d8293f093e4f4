"""``make languages``: a row a language: what it has, what is too long, what is read wrong.

With ``ARGS=--tour`` the tour of all commands is played in each too, half a minute in all.
"""

import asyncio
import io
import sys

from bot.texts.languages import ENGLISH, LANGUAGES, Language
from contrib import catalogues
from tests.domain.tongues.test_phrases import misread, phrases
from tests.languages.tour import TOUR, actions_of, lines_of, translated

DESCRIPTION = 100  # characters Discord allows in the description of a command or option
NAME = 32  # and in the name of an option
COLUMNS = (
    *("language", "messages", "translated", "care texts", "approved"),
    *("longest description", "longest name", "phrases", "read wrong", "tour"),
)


def row(language: Language, tour: str) -> list[str]:
    """Return the figures of a language as text, in the order of the columns."""
    path = catalogues.catalogues()[language.code]
    source, known = catalogues.load(path), catalogues.approved(path)
    messages = list(catalogues.messages(source))
    translated_ = [each for each in messages if catalogues.is_translated(each)]
    care = [each for each in messages if catalogues.is_care(each)]
    approved = [each for each in care if catalogues.digest(each) in known]
    commands = [
        each
        for each in messages
        if any(file == "bot/texts/commands.py" for file, _line in each.locations)
    ]
    longest = max(len(str(each.string)) for each in commands if each.context is None)
    name = max(len(str(each.string)) for each in commands if each.context is not None)
    return [
        language.name,
        str(len(messages)),
        str(len(translated_)),
        str(len(care)),
        str(len(approved)),
        f"{longest} of {DESCRIPTION}",
        f"{name} of {NAME}",
        str(len(phrases(language.code))),
        str(len(misread(language.code))),
        tour,
    ]


async def tours() -> dict[Language, str]:
    """Play the tour in every language; tell how each ended."""
    actions, ended = await actions_of(lines_of(TOUR)), {}
    for language in LANGUAGES[1:]:
        code = await translated(actions, io.StringIO(), language.locales[0])
        ended[language] = "runs through" if code == 0 else "a line fails"
    return ended


def main(arguments: list[str]) -> None:
    """Print the table."""
    played = asyncio.run(tours()) if "--tour" in arguments else {}
    spoken = [each for each in LANGUAGES if each is not ENGLISH]
    rows = [list(COLUMNS), *(row(each, played.get(each, "not played")) for each in spoken)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for line in rows:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        print("  ".join(cells).rstrip())  # noqa: T201 (a table to look at)


if __name__ == "__main__":
    main(sys.argv[1:])
