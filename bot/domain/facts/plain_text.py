"""Text that people typed: normalised for storage, escaped for display, folded for comparison.

``clean`` runs once on the way in, ``escape`` each time on the way out into a message (never into a
modal, a select label or a file: Discord reads no markdown there and would show the backslashes).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

ELLIPSIS = "…"
_ZERO_WIDTH_SPACE = "\u200b"
_JOINERS = "\u200c\u200d"  # Persian spelling and emoji families need them
_BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"  # letters by category, empty on the screen
_MAX_MARKS = 3  # accents on one letter; more of them climb over the lines above

_PLAIN = str.maketrans(  # letters that no decomposition takes apart
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_BREAKS = re.compile(r"[\r\n\v\f\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r" ?\n[ \n]*")

_MARKDOWN = re.compile(r"[\\`*_~|\[\]()<>#/]")
_MASKED_LINK = re.compile(
    r"\[(?P<words>[^\[\]\n]*)\]\(\s*<?(?P<address>[a-z]+://[^\s)>]*)", re.IGNORECASE
)
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}")
_LINE_START = re.compile(r"^([^\S\n]*)([-+]|\d+(?=[.)]))", re.MULTILINE)


def clean(text: str, *, limit: int) -> str:
    """Return the text for storage: NFC, no control or direction characters, trimmed.

    Emoji and accents stay; runs of spaces become one, runs of blank lines one line break. A text of
    more than ``limit`` characters is cut and ends in ``…``: where a long text is to be refused
    rather than cut, its length is checked first.
    """
    if not text:
        return text
    visible = "".join(_few_marks(_visible(text)))
    spaced = _SPACES.sub(" ", unicodedata.normalize("NFC", visible))
    trimmed = _BLANK_LINES.sub("\n", spaced).strip()
    if len(trimmed) <= limit:
        return trimmed
    return trimmed[: limit - 1].rstrip(_JOINERS + " \n") + ELLIPSIS


def one_line(text: str, *, limit: int) -> str:
    """Return the cleaned text on one line, for names and labels."""
    return clean(_BREAKS.sub(" ", text), limit=limit)


def escape(text: str) -> str:
    """Return the text escaped for Discord: no ping, no link, no markup, no layout.

    Markdown characters get a backslash; so does ``/``, which ends automatic links and invites. A
    zero-width space after each ``@`` ends mentions, because Discord's server looks for them before
    any markdown is read (https://docs.discord.com/developers/reference#message-formatting).
    """
    marked = _MARKDOWN.sub(r"\\\g<0>", text)
    flat = _LINE_START.sub(_escape_line_start, marked)
    return flat.replace("@", "@" + _ZERO_WIDTH_SPACE)


def formatted(text: str) -> str:
    """Return an admin's own text with Discord's formatting: it pings nobody and hides no address.

    Links, bold, code, headings and ``<#channel>`` stay. A link keeps its words unless they show an
    address of another host; a code block that was left open is closed, so that it ends here.
    """
    honest = _MASKED_LINK.sub(_unmasked, text).replace("@", "@" + _ZERO_WIDTH_SPACE)
    return f"{honest}\n```" if honest.count("```") % 2 else honest


def fold(text: str) -> str:
    """Return the text for comparing: no case, accents or compatibility forms, ASCII digits."""
    decomposed = unicodedata.normalize("NFKD", ascii_digits(text).casefold().translate(_PLAIN))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def has_digit(text: str) -> bool:
    """Tell whether there is a digit, in whichever script."""
    return any(map(str.isdigit, text))


def ascii_digits(text: str) -> str:
    """Return the text with every script's digits (``٥``, ``५``, ``５``) as ``0`` to ``9``."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c, c)) for c in text)


def _unmasked(link: re.Match[str]) -> str:
    """Return a masked link as typed if its words are no other address, else one not pressed."""
    shown = {host.removeprefix("www.") for host in _HOST.findall(link["words"].casefold())}
    try:
        target = urlsplit(link["address"].casefold()).hostname or ""
    except ValueError:  # no address at all
        target = ""
    return link[0] if shown <= {target.removeprefix("www.")} else f"\\{link[0]}"


def _visible(text: str) -> Iterator[str]:
    for character in text:
        if _BREAKS.match(character):
            yield "\n"
        elif character in _BLANK_LETTERS or character.isspace():
            yield " "
        elif unicodedata.category(character) not in {"Cc", "Cf", "Cs"} or character in _JOINERS:
            yield character


def _few_marks(characters: Iterable[str]) -> Iterator[str]:
    marks = 0
    for character in characters:
        marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        if marks <= _MAX_MARKS:
            yield character


def _escape_line_start(found: re.Match[str]) -> str:
    spaces, start = found.groups()
    return f"{spaces}{start}\\" if start.isdigit() else f"{spaces}\\{start}"
