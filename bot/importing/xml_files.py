"""XML read as a stream of elements: a DOCTYPE, deep nesting and half files are refused."""

from collections.abc import Callable, Mapping
from typing import Final
from xml.parsers import expat

from bot.domain.importing.rows import RefusedFile

DEEPEST: Final = 32
LONGEST: Final = 200  # characters of an element's text that are kept
_CHUNK: Final = 1 << 16
_HALF: Final = {"no element found", "unclosed token", "unclosed CDATA section", "partial character"}

Attributes = Mapping[str, str]
Begun = Callable[[str, Attributes], None]
Ended = Callable[[str, str, str], None]


def parse(content: bytes, *, begun: Begun, ended: Ended) -> None:
    """Call ``begun(name, attributes)`` and ``ended(name, parent, text)`` for each element.

    Raises:
        RefusedFile: it has a DOCTYPE, is nested too deeply, ends in the middle or is no XML.
    """
    reader = _ElementReader(begun, ended)
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.data
    try:
        for at in range(0, len(content), _CHUNK):
            parser.Parse(content[at : at + _CHUNK])
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        half = expat.ErrorString(error.code) in _HALF
        raise RefusedFile("cut_off" if half else "damaged") from None
    except (UnicodeError, ValueError, LookupError):  # an encoding that is none
        raise RefusedFile("damaged") from None


class _ElementReader:
    def __init__(self, begun: Begun, ended: Ended) -> None:
        self._begun, self._ended = begun, ended
        self._open: list[str] = []
        self._text: list[str] = []
        self._length = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if len(self._open) >= DEEPEST:
            raise RefusedFile("damaged")
        name = name.rpartition(":")[2]
        self._open.append(name)
        self._text, self._length = [], 0
        self._begun(name, attributes)

    def end(self, name: str) -> None:
        del name
        closed = self._open.pop()
        text = "".join(self._text)[:LONGEST].strip()
        self._text, self._length = [], 0
        self._ended(closed, self._open[-1] if self._open else "", text)

    def data(self, text: str) -> None:
        if self._length < LONGEST:
            self._text.append(text)
            self._length += len(text)


def _refuse(*_: object) -> None:
    raise RefusedFile("doctype")
