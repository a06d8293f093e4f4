"""The languages members are spoken to in, with their signs and separators."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language."""

    code: str  # the folder of its catalogue
    name: str  # what its speakers call it
    locales: tuple[str, ...]  # Discord's names for it
    decimal: str = ","
    comma: str = ", "  # between the items of a list
    blank: str = " "  # between two sentences
    semicolon: str = "; "  # between pieces that have commas of their own
    colon: str = ": "  # between a label and what it labels
    quotes: tuple[str, str] = ("“", "”")
    lowers: bool = True  # whether a label begins small within a sentence
    otherwise: frozenset[str] = frozenset()  # the first words of labels that do the contrary

    def __hash__(self) -> int:
        return hash(self.code)


ENGLISH: Final = Language(
    code="en",
    name="English",
    locales=("en-US", "en-GB"),
    decimal=".",
    otherwise=frozenset({"I", "Achilles"}),
)
_NO_GERMAN_NOUNS: Final = frozenset(
    {
        *("Am", "Der", "Deutliche", "Dumpfer", "Eine", "Frisch", "Ganze", "Gar", "Geht", "Gut"),
        *("Ich", "In", "Nur", "Platt", "Schwer", "Sehr", "Starke", "Stechend", "Stechender"),
        *("Taub", "Unterer", "Ungewöhnliche", "Überall"),
    }
)
LANGUAGES: Final = (
    ENGLISH,
    Language(
        code="de",
        name="Deutsch",
        locales=("de",),
        quotes=("„", "“"),
        lowers=False,
        otherwise=_NO_GERMAN_NOUNS,
    ),
    Language(code="es", name="Español", locales=("es-ES", "es-419")),
    Language(code="pt_BR", name="Português do Brasil", locales=("pt-BR",)),
    Language(
        code="fr",
        name="Français",
        locales=("fr",),
        semicolon="\N{NO-BREAK SPACE}; ",
        colon="\N{NO-BREAK SPACE}: ",
        quotes=("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»"),
    ),
    Language(code="it", name="Italiano", locales=("it",)),
    Language(code="pl", name="Polski", locales=("pl",), quotes=("„", "”")),
    Language(
        code="ja",
        name="日本語",
        locales=("ja",),
        decimal=".",
        comma="、",
        blank="",
        semicolon="；",
        colon="：",
        quotes=("「", "」"),
    ),
)
LOCALES: Final = {locale: each for each in LANGUAGES for locale in each.locales}


def of_locale(locale: str | None) -> Language:
    """Return the language of a locale of Discord's, English for one that is not spoken."""
    return LOCALES.get(locale or "", ENGLISH)
