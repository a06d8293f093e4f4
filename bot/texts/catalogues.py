"""The catalogues of translations, as gettext reads them: one ``.mo`` a language.

``contrib/catalogues.py`` compiles them from the ``.po`` beside them. A translation whose gaps are
not those of its English is left out here, so that no message ends in an error.
"""

from gettext import GNUTranslations
from pathlib import Path
from string import Formatter
from typing import Final

from bot.texts.languages import Language

FOLDER: Final = Path(__file__).parent / "locale"
NUMBER: Final = frozenset({"n:!None"})  # the gap that a form for one thing may do without
UNAPPROVED: Final = "care texts that stay in English"  # the message that says how many


class Catalogue(GNUTranslations):
    """A language's messages; without a file all of them are in English.

    ``trouble`` says why there is none, ``left_out`` counts translations with other gaps.
    """

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language
        self.trouble: str | None = None
        self.left_out = 0
        self._catalog: dict[str | tuple[str, int], str] = {}
        self.plural = _one_or_many

    def fill(self, path: Path) -> None:
        """Read the messages of a ``.mo`` file.

        Raises:
            OSError, ValueError, UnicodeDecodeError: it is missing or broken.
        """
        with path.open("rb") as file:
            self._parse(file)
        wrong = [key for key, said in self._catalog.items() if not _same_gaps(key, said)]
        for key in wrong:
            del self._catalog[key]
        self.left_out = len(wrong)

    def gettext(self, message: str) -> str:
        """Return a message in the language; without messages, in English, as it is."""
        return super().gettext(message) if self._catalog else message

    @property
    def care_is_approved(self) -> bool:
        """Whether no care text had to stay in English."""
        return self.trouble is None and self._catalog.get(UNAPPROVED, "0") == "0"


def path_of(language: Language) -> Path:
    """Return where the compiled catalogue of a language lies."""
    return FOLDER / language.code / "LC_MESSAGES" / "legday.mo"


def read(language: Language) -> Catalogue:
    """Return the catalogue of a language, an empty one that says why if it cannot be read."""
    catalogue, path = Catalogue(language), path_of(language)
    try:
        catalogue.fill(path)
    except FileNotFoundError:
        catalogue.trouble = f"{path.name} of “{language.code}” is not built (make catalogues)"
    except Exception as error:  # noqa: BLE001 (a broken file fails in many ways; none may stop a bot)
        catalogue = Catalogue(language)
        catalogue.trouble = f"{path.name} of “{language.code}” is broken ({type(error).__name__})"
    return catalogue


def fields(message: str) -> frozenset[str] | None:
    """Return the gaps of a message, with their formats; ``None`` if its braces do not close."""
    if "{" not in message and "}" not in message:
        return frozenset()
    try:
        parts = list(Formatter().parse(message))
    except ValueError:
        return None
    return frozenset(f"{name}:{spec}!{turn}" for _, name, spec, turn in parts if name is not None)


def _same_gaps(key: str | tuple[str, int], said: str) -> bool:
    """Tell whether a translation has its English's gaps; a form for one may lack the number."""
    if isinstance(key, str):
        return not key or fields(key) == fields(said)
    one, many = fields(key[0]), fields(said)
    return one is not None and many is not None and one - NUMBER == many - NUMBER


def _one_or_many(count: int) -> int:
    return int(count != 1)
