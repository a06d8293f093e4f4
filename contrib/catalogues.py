"""Look after the translations: collect messages, take care texts as approved, compile.

``python -m contrib.catalogues update|compile|approve CODE``. The sources are
``bot/texts/locale/<code>/LC_MESSAGES/legday.po``; what is compiled from them (``legday.mo``) is not
kept in git. ``compile`` needs Babel alone, ``update`` also what the bot needs.

A care text, one that a member's health may hang on, is compiled once its translation was read
against the English by somebody else, which ``approve`` records by a hash of both (``care.approved``
beside the catalogue). Until then it stays in English, and the card says so.
"""

import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).parents[1]
TEXTS: Final = ROOT / "bot" / "texts"
LOCALE: Final = TEXTS / "locale"
KEYWORDS: Final[dict[str, Any]] = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "NN_": (1, 2),
    "PN_": ((1, "c"), 2),
}
EXERCISES: Final = "bot/domain/facts/catalogue.py"
CARE: Final = frozenset(
    f"bot/texts/{name}.py"
    for name in (
        "canirun/about_me",
        "canirun/care",
        "canirun/questions",
        "catalogue/care",
        "profile/about_me",
        "profile/consent",
    )
)
"""The modules whose messages are care texts."""
HEADER: Final = """\
# Legday's words; docs/languages.md tells how they are written.
msgid ""
msgstr ""
"Language: {code}\\n"
"Plural-Forms: {plural}\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""
UNAPPROVED: Final = "care texts that stay in English"  # says how many, in the compiled catalogue


def catalogues() -> dict[str, Path]:
    """Return the sources of the translations by the code of their language."""
    return {path.parents[1].name: path for path in sorted(LOCALE.glob("*/LC_MESSAGES/legday.po"))}


def load(path: Path) -> Catalog:
    """Read one source."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parents[1].name, domain="legday")


def messages(catalogue: Catalog) -> Iterator[Message]:
    """Yield the messages of a catalogue without its header."""
    return (message for message in catalogue if message.id)


def is_care(message: Message) -> bool:
    """Tell whether a message is a care text, by where it stands."""
    return any(file in CARE for file, _line in message.locations)


def is_translated(message: Message) -> bool:
    """Tell whether a message has all of its forms."""
    forms = message.string
    return all(forms) if isinstance(forms, tuple) else bool(forms)


def digest(message: Message) -> str:
    """Return what stands for a translation among the approved: 16 hex digits of a hash."""
    return sha256(f"{message.id}\0{message.string}".encode()).hexdigest()[:16]


def approved(source: Path) -> frozenset[str]:
    """Return the approved care texts of a language."""
    path = _approvals(source)
    return frozenset(path.read_text(encoding="ascii").split()) if path.exists() else frozenset()


def collected() -> Catalog:
    """Return every message of the bot in English, with the modules it stands in."""
    from bot.domain.reading.exercise_names import catalogue  # noqa: PLC0415 (compiling needs no bot)

    found = Catalog(project="Legday", charset="utf-8")
    for name, _line, message, notes, context in extract_from_dir(
        TEXTS, method_map=[("**.py", "python")], keywords=KEYWORDS
    ):
        place = (f"bot/texts/{name}", 1)
        found.add(message, locations=[place], auto_comments=notes, context=context)
    for exercise in catalogue():
        found.add(exercise.name, locations=[(EXERCISES, 1)])
    return found


def update() -> None:
    """Bring every source to the messages of today: new ones empty, old ones gone."""
    english = collected()
    for path in catalogues().values():
        translated = load(path)
        translated.update(english, no_fuzzy_matching=True)
        translated.obsolete.clear()
        write(path, translated)


def write(path: Path, catalogue: Catalog) -> None:
    """Write a source: a header without dates, which would change by themselves, and messages."""
    header = HEADER.format(code=catalogue.locale_identifier, plural=catalogue.plural_forms)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(header.encode())
        write_po(file, catalogue, width=100, include_lineno=False, omit_header=True)


def compile_all(*, anew: bool = False) -> None:
    """Compile each source whose result is missing or older; ``anew``: all of them."""
    for path in catalogues().values():
        result = path.with_suffix(".mo")
        newest = max(each.stat().st_mtime for each in (path, _approvals(path)) if each.exists())
        if anew or not result.exists() or result.stat().st_mtime < newest:
            compile_one(path)


def compile_one(path: Path) -> None:
    """Compile one source; the result is there whole or not at all."""
    source, known = load(path), approved(path)
    waiting = 0
    for message in messages(source):
        if not is_translated(message):
            message.string = ""  # all of its forms: half of them would be empty messages
        elif is_care(message) and digest(message) not in known:
            message.string = ""
            waiting += 1
    source.add(UNAPPROVED, string=str(waiting))
    unready = path.with_suffix(".mo.new")
    with unready.open("wb") as file:
        write_mo(file, source)
    unready.replace(path.with_suffix(".mo"))


def approve(code: str) -> int:
    """Record the care texts of a language, as they are now, as read and found right."""
    path = catalogues()[code]
    care = (each for each in messages(load(path)) if is_care(each) and is_translated(each))
    known = sorted(map(digest, care))
    _approvals(path).write_text("".join(f"{each}\n" for each in known), encoding="ascii")
    return len(known)


def _approvals(source: Path) -> Path:
    return source.parents[1] / "care.approved"


def main(arguments: list[str]) -> int:
    """Run one command; 2 for one that does not exist."""
    match arguments:
        case ["update"]:
            update()
        case ["compile"]:
            compile_all()
        case ["approve", code] if code in catalogues():
            print(f"{code}: {approve(code)} care texts approved")  # noqa: T201 (a command's answer)
        case _:
            print(__doc__, file=sys.stderr)  # noqa: T201 (a command's answer)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
