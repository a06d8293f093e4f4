"""A lifter's text taken apart into pieces of one exercise each, before anything of it is read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.domain.facts import plain_text

LONGEST_TEXT: Final = 4_000  # characters
MOST_PIECES: Final = 60  # of a text are read; so many lines no session has

_THOUSANDS = re.compile(r"(?<![\d.,/x×хХ*-])([1-9]),(?=\d{3}(?![\d,]))")
_DECIMAL_COMMA = re.compile(
    r"(?<=\d),(?=\d{1,2}(?![\d.,]|\ ?[x×✕✖⨯*]|\ ?sets?\b)|\d{1,2},\s*[^\W\d_]{2})", re.IGNORECASE
)
_AFTER_LIST: Final = (
    r"(?![\d.,:/x×хХ*%°'\"-]|\ ?[x×хХ*%]|\ sets?\b|\ ?(?:s|secs?|m|min)\b|\ tempo\b)"
)
_LIST = re.compile(
    r"(?<!tempo )(?<!tempo: )(?<![\d.,/x×хХ*-])(?<![x×хХ*-] )"
    rf"\d{{1,3}}(?P<gap>, ?| ?/ ?| ?- ?)\d{{1,3}}(?:(?P=gap)\d{{1,3}})+{_AFTER_LIST}",
    re.IGNORECASE,
)
_SPACED_LIST = re.compile(
    r"(?<![\d.,:/x×хХ*@-])(?<![x×хХ*@] )\d{1,2}(?:\ \d{1,2}){2,}"
    rf"(?!\ ?(?:kgs?|lbs?|\#)){_AFTER_LIST}",
    re.IGNORECASE,
)
_TIMES_LIST = re.compile(  # "100kg x 5/5/5", "3x12,10,8"
    r"(?:(?<=[\dgsb#][x×*])|(?<=[\dgsb#]\ [x×*]\ )|(?<=[\dgsb#]\ [x×*]))"
    rf"\d{{1,3}}(?P<gap>,|/|-)\d{{1,3}}(?:(?P=gap)\d{{1,3}})+{_AFTER_LIST}",
    re.IGNORECASE,
)
_PAIR_LIST = re.compile(r"(?<=\d: )\d{1,2}(?:, ?| ?/ ?)\d{1,2}(?![\d.,:/x×*%]|\ ?[x×*])")
_PRODUCT: Final = (
    r"(?:(?:[4-9]\d|\d{3})(?:\.\d{1,2})?|\d{1,3}(?:\.\d{1,2})?\ ?(?:kgs?|lbs?|\#))"
    r"\ ?[x×*]\ ?\d{1,3}(?:\ ?[x×*]\ ?\d{1,2})?(?:\ ?@\ ?\d{1,2}(?:\.\d)?)?"
)
_SEQUENCE = re.compile(rf"({_PRODUCT})\ (?={_PRODUCT}(?![\w.]))", re.IGNORECASE)
_BODYWEIGHT_PLUS = re.compile(r"\b(?:bw|body ?weight) ?\+ ?(?=\d)", re.IGNORECASE)
_APPARATUS_PLUS = re.compile(  # "80kg+sled": what carries a load is no exercise beside it
    r"(?<=[\dgsb#]) ?\+ ?(?:the )?(?=(?:sled|bar|chains?|bands?|vest|carriage)\b(?! ?[\w:-]))",
    re.IGNORECASE,
)
_BOTH_SIDES = re.compile(r"\bl ?[+&] ?r\b", re.IGNORECASE)
_SEPARATOR = re.compile(
    r"[;\n,+•|]| / (?=[^\W\d_])|\s(?:ss|superset(?:ted)? with|s/s)\s(?=[^\W\d_]|\d+\ ?[^\W\d_x])",
    re.IGNORECASE,
)
_GROUP = re.compile(r"\([^()\n]{0,80}\)|\[[^\[\]\n]{0,80}\]|\"[^\"\n]{3,80}\"")
_LINKING_WORD = re.compile(r"(?:^| )(?:and|then|&) ", re.IGNORECASE)
_BULLET = re.compile(
    r"^(?:[-–*•·] |\d{1,2}[.)] |[a-d]\d?[:.)] |supersets?:? |(?:set )?\d{1,2}: (?=.*\d)"
    r"|set \d{1,2} -? ?(?=.*\d))",
    re.IGNORECASE,
)
_LABELS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:^|(?<=[\s(\[]))(?:warm[- ]?ups?|warming up|w/?u|working|work|top|back[- ]?offs?|feeder"
        r"|ramp|drop[- ]?sets?|straight)(?:\ sets?)?(?=$|[\s:)\],.-]):?",
        r"^w:\ ?|^drop:?\ (?=\d)|^(?:main|strength|legs?|accessor\w+|workout|session|today)\ ?:\ ",
    )
)
_ROUNDS = re.compile(
    r"^(?:(?P<n>\d{1,2}) rounds?(?: of)?:?|emom:? ?(?P<emom>\d{1,2})(?: ?min(?:ute)?s?)?:?"
    r"|(?P<every>\d{1,2}) ?min(?:ute)?s? emom:?) (?P<rest>\S.*)",
    re.IGNORECASE,
)
_OPEN, _CLOSE = "\ue000", "\ue001"  # around the place of what holds separators of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One exercise as it was typed, with the numbers of its lists, and in how many rounds."""

    text: str
    lists: tuple[tuple[float, ...], ...] = ()
    marked: str = ""  # the text, where ``mark(n)`` stands for the nth list
    rounds: int | None = None
    rest: bool = False  # all that stands behind the most pieces that are read


def mark(place: int) -> str:
    """Return what stands in a piece for one of its lists."""
    return f"{_OPEN}{place}{_CLOSE}"


def pieces(plain: str) -> Iterator[Piece]:
    """Yield what stands between separators; numbers keep their commas, bullets go."""
    tidy = plain_text.clean(plain.replace(_OPEN, "").replace(_CLOSE, ""), limit=LONGEST_TEXT)
    tidy = _BOTH_SIDES.sub("L/R", _BODYWEIGHT_PLUS.sub("", _THOUSANDS.sub(r"\1", tidy)))
    tidy = _APPARATUS_PLUS.sub(" plus ", tidy)
    typed = tidy.split("\n")
    count = 0
    for place, line in enumerate(typed):
        if count >= MOST_PIECES:
            yield Piece(text=" ".join(typed[place:]), rest=True)
            return
        for piece in _of_line(line):
            count += 1
            yield piece


def _of_line(line: str) -> Iterator[Piece]:
    rounds = None
    if (found := _ROUNDS.match(line)) is not None:
        rounds, line = int(found["n"] or found["emom"] or found["every"]), found["rest"]
    held: list[str] = []

    def hold(found: re.Match[str]) -> str:
        held.append(found[0])
        return mark(len(held) - 1)

    for pattern in (_GROUP, _TIMES_LIST, _LIST, _SPACED_LIST, _PAIR_LIST):
        line = pattern.sub(hold, line)
    line = _SEQUENCE.sub(r"\1, ", _DECIMAL_COMMA.sub(".", line))
    for rough in _SEPARATOR.split(line, maxsplit=MOST_PIECES):
        for linked in _linked(rough):
            piece = _unlabelled(_BULLET.sub("", linked.strip()))
            if any(character.isalnum() for character in piece.replace(_OPEN, "")):
                yield _piece(piece, held, rounds)


def _unlabelled(piece: str) -> str:
    for label in _LABELS:
        piece = label.sub(" ", piece)
    return " ".join(piece.split())


def _piece(piece: str, held: list[str], rounds: int | None) -> Piece:
    places = [int(place) for place in re.findall(rf"{_OPEN}(\d+){_CLOSE}", piece)]
    text, marked = piece, piece
    lists: list[tuple[float, ...]] = []
    for place in places:
        typed = _DECIMAL_COMMA.sub(".", held[place]) if held[place][0] in "([" else held[place]
        text = text.replace(mark(place), typed)
        if typed[0].isdigit():
            marked = marked.replace(mark(place), f"{_OPEN}#{len(lists)}{_CLOSE}")
            lists.append(tuple(float(number) for number in re.findall(r"\d+", typed)))
        else:
            marked = marked.replace(mark(place), typed)
    return Piece(
        text=text, lists=tuple(lists), marked=marked.replace(f"{_OPEN}#", _OPEN), rounds=rounds
    )


def _linked(rough: str) -> Iterator[str]:
    # "clean and jerk 5x3" is one exercise: a linking word separates only numbers from numbers.
    parts = [part for part in _LINKING_WORD.split(rough) if part.strip()]
    numbered = [place for place, part in enumerate(parts) if plain_text.has_digit(part)]
    start = 0
    for place in numbered[:-1]:
        yield " and ".join(parts[start : place + 1])
        start = place + 1
    yield " and ".join(parts[start:])
