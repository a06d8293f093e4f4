"""One exercise as lifters write it, in the few forms that ``setline`` reads.

Labels ("warm-up", "Set 1:", "back-off") and what is no volume (rest, tempo, percent, heights, gear)
go; other orders ("5 deadlifts 225lb", "100kg AMRAP 12") and lists ("100kg 5,5,5") become
``sets x reps``. Nothing with a number in it goes unless it is one of these.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from bot.domain.facts.plain_text import has_digit
from bot.domain.reading.pieces import Piece, mark
from bot.domain.reading.set_lines import LIGHTEST_FIRST, RPE, kilograms
from bot.domain.tongues.tongue import Rules

_X: Final = r"\ ?[x×✕✖⨯*хХ]\ ?"
_N: Final = r"\d{1,4}(?:\.\d{1,2})?"
_KG: Final = r"(?:kgs?|kilos?|кг|公斤|كجم|كغ)"
_LB: Final = r"(?:lbs?|pounds?|\#)"
_SECONDS: Final = r"(?:s|secs?|seconds?|m|mins?|minutes?|min)"
_LENGTH: Final = (
    rf"(?:{_SECONDS}|met(?:er|re)s?|yds?|yards?|ft|feet|km|k|mi|miles?|cals?|calories)(?![^\W\d_])"
)
_SMALLEST_LOAD: Final = 30  # a list of numbers all below is of reps, one all above of loads
_LIGHTEST: Final = 10  # of a list of loads

_GEAR: Final = r"(?:(?:knee\ )?(?:sleeves|wraps)|straps|chalk|belt(?:ed|less)?)"
_SPAN: Final = r"\d{1,3}(?:\ ?-\ ?\d{1,3})?"
_PAUSES: Final = r"(?:pauses?|paused|eccentrics?|negatives?)"
_BAR: Final = r"(?<!trap\ )(?<!hex\ )(?<!low\ )(?<!high\ )(?<!safety\ )\bbar"
_ON: Final = r"(?:\ (?:box|step|deficit|block))?"
_PERCENT: Final = (
    rf"(?:@|\bat)?\ ?\b{_SPAN}(?:\.\d)?\ ?%"
    r"(?:\ ?(?:of\ )?(?:my\ )?(?:e?1?\ ?rm|max|tm|training\ max))?"
)
_NO_VOLUME: Final = (  # rests, tempos, pauses, heights, gear, an empty bar
    rf",?\ ?(?:with\ |w/\ ?)?(?:{_SPAN}\ ?{_SECONDS}|\d:\d\d)(?:\ of)?\ ?"
    r"(?:rests?|breaks?|between|recovery)\b(?:\ (?:between|sets?|btw)\ ?\w*)?",
    rf"\b(?:rest(?:ing|ed)?|breaks?)\ ?:?\ ?(?:{_SPAN}\ ?{_SECONDS}|\d:\d\d|\d{{2,3}})(?![\w:])"
    r"(?:\ between(?:\ sets?)?)?",
    r"@?\ ?\b(?:tempo|t/)\ ?:?\ ?[\dx](?:[-/. ]?[\dx]){2,3}\b(?:\ tempo\b)?",
    r"\b[\dx](?:[-/]?[\dx]){2,3}\ tempo\b",
    rf"\b\d{{1,2}}\ ?-?(?:s|secs?|seconds?|count)\ ?-?(?:{_PAUSES}|lower(?:ing)?|descents?|down)\b",
    rf"\b{_PAUSES}\ \d{{1,2}}\ ?(?:s|secs?|seconds?)\b",
    rf"\b\d{{1,2}}(?:\.\d)?\ ?(?:in(?:ch(?:es)?)?\b|\"|”|''){_ON}|\b\d{{2,3}}\ ?cm\b{_ON}",
    rf"\b(?:with|w/|in|no)\ ?(?:a\ )?(?:{_GEAR}|lifters|heels)\b",
    r"\bplus\ (?:sled|bar|chains?|bands?|vest|carriage)\b",
    rf"(?<=[\d)\]\ ])\b(?:{_GEAR}|raw)\b(?!\ squat)",
    rf"(?:\bjust\ )?(?:\bthe\ )?(?:\b(?:empty|olympic)\ )?{_BAR}(?:\ only)?(?=$|\ (?:x\ ?)?\d)",
)
_WORDS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20,
}  # fmt: skip
_REPS: Final = {"single": 1, "double": 2, "triple": 3}
_REWRITTEN: Final[Rules] = {
    r"(?<=\d)\ ?(?:кг|公斤|كجم|كغ)(?![^\W\d_])": "kg",
    r"(?<=\d)\ ?фунт\w*": "lb",
    rf"\b(?:{'|'.join(_WORDS)})\b(?=\ (?:sets?|reps?|by|x)\b)"
    r"|(?:(?<=\bof\ )|(?<=\bby\ ))"
    rf"(?:{'|'.join(_WORDS)})\b": lambda found: str(_WORDS[found[0].lower()]),
    r"\b(\d{1,2})\ ?[lL]\ ?[/,+ ]\ ?\1\ ?[rR]\b": r"\1",
    rf"({_X}\d{{1,3}})/\d{{1,3}}(?!\d)": lambda m: (
        m[1] if m[0].endswith(f"/{re.split(_X, m[1])[-1]}") else m[0]
    ),
    r"(?<![\w/.])(\d{1,2})/\1(?![\d/])": r"x\1",
    r"(\d)\ ?(?:ea\b\.?|e/s\b|l/r\b|/\ ?(?:side|leg|arm)\b)": r"\1 each",
    r"\bl/r\b": "each",
    r"\bsets?\ ?[:=]\ ?(\d{1,2}),?\ reps?\ ?[:=]\ ?(\d{1,3})(?:,?\ (?:weight|load"
    r"|kg)\ ?[:=])?": r"\1x\2",
    r"\b(?:weight|load)\ ?[:=]\ ?(?=\d)": "",
    rf"\b(\d{{1,2}})\ sets?{_X}(\d{{1,3}})(?:\ reps?\b)?(?:{_X}|\ @\ )?": r"\1x\2 ",
    rf"\b(\d{{1,2}})\ sets?(?:\ of|{_X})?\ ({_N}\ ?{_LENGTH})": r"\1x\2",
    r"\b(\d{1,2})\ by\ (\d{1,3})\b": r"\1x\2",
    rf"({_X})(\d{{1,2}}):([0-5]\d)(?![\d:])": lambda m: f"{m[1]}{60 * int(m[2]) + int(m[3])}s",
    r"(?<![\d:x×])(\d{1,2}):([0-5]\d)(?![\d:])": lambda m: f"{60 * int(m[1]) + int(m[2])}s",
    rf"(?<![\w.])({_N}\ ?{_LENGTH}){_X}(\d{{1,2}})(?![\d.])": r"\2x\1",
    r"\b(?:heavy\ )?(single|double|triple)\b"
    r"(?!s?[-\ ](?:leg|arm|kb|kettlebell|under))": lambda m: f"1x{_REPS[m[1].lower()]}",
    r"(?<![\w.])(\d{1,2})\ ?rm\b": lambda m: f"x{m[1]}",
    r"\bamrap:?\ ?(?:x\ ?)?(\d{1,3})(?:\ reps?)?\b": r"x\1 to failure",
    r"\[\ ?failure\ ?\]|\(\ ?(?:to\ )?failure\ ?\)": " to failure",
    r"(?:^|(?<=[^\W\d_][\ :])|(?<=[^\W\d_]:\ ))(?<![x×*хХ]\ )(?<!of\ )"
    r"(\d{1,2})\ ?@\ ?(?=\d{2,3}(?!\d|\ ?%))": r" x\1 @",
}
_TEMPO = re.compile(r"(?:^|[ @(])[0-6]{1,2}X[0-6]{1,2}\b\)?")  # "31X1"; "31x1" may be a set
_HELP = re.compile(
    rf"\b(?:bw|body\ ?weight)\ ?[-−]\ ?{_N}\ ?(?:{_KG}|{_LB})?(?![\dx×*])"
    rf"|(?<=\ )[-−]{_N}\ ?(?:{_KG}|{_LB})",
    re.IGNORECASE,
)
_TWO_UNITS = re.compile(
    rf"({_N})\ ?({_KG}|{_LB})\ ?[/(=|]\ ?({_N})\ ?({_KG}|{_LB})\ ?\)?", re.IGNORECASE
)
_VOLUME = re.compile(
    rf"\d{_X}\d|{_X}\d|\d\ ?(?:sets?|reps?|rm)\b|\bto failure\b|\bamrap\b", re.IGNORECASE
)
_LONE_LENGTH = re.compile(rf"(?<![\w.×*/-])({_N}\ ?{_LENGTH})", re.IGNORECASE)
_COUNT_FIRST = re.compile(
    r"^(?:x\ ?)?(\d{1,3})x?\ (?!x\b|sets?\b|reps?\b|kg|lb|leg\b|arm\b|side|stage|way\b)"
    r"(?=[^\W\d_])",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"(?:[^\W\d_][^\W\d_' -]*:?\ )?\d{1,3}x\d{1,3}"
    r"(?:\ @?\d{1,3}(?:\.\d{1,2})?\ ?(?:kg|lb)?)?(?:\ @\d{1,2}(?:\.\d)?)?"
)
_DIGIT_OR_GROUP = re.compile(r"[\d(\[\"]")
_SPECIAL = re.compile(
    r"\b(?:rest|break|belt|sleeve|wrap|strap|chalk|raw|bar\b|single|double|triple|pause|negative"
    r"|eccentric|tempo|bw|body|amrap|rm\b|plus\b|one|two|three|four|five|six|seven|eight|nine|ten|twelve"
    r"|fifteen|twenty|sets?\b|weight|load|no\b|with\b|heavy|by\b|of\b)|(?-i:X)",
    re.IGNORECASE,
)
_GROUPS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|\"([^\"]*)\"")
_IN_GROUP = re.compile(
    rf"\d{_X}\d|{_N}\ ?(?:{_KG}|{_LB})\b|\d\ ?(?:sets?|reps?)\b|\brpe\b|\brir\b|@\ ?\d",
    re.IGNORECASE,
)
_PAIR = re.compile(
    rf"(?<=\d)\ 2{_X}(\d{{1,2}}(?:\.\d)?)(?![\d.]|{_X}|\ ?(?:{_KG}|{_LB}|{_LENGTH}))", re.IGNORECASE
)
_SAID: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), said) for pattern, said in _REWRITTEN.items()
)
_PERCENTS: Final = re.compile(_PERCENT, re.IGNORECASE)
_ASIDE: Final = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _NO_VOLUME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line for ``set_lines``; ``words`` stood in brackets and may belong to the name."""

    text: str
    words: str = ""
    aside: tuple[str, ...] = ()


def lines(piece: Piece, unit: str, is_name: Callable[[str], bool]) -> Iterator[Line]:
    """Yield the lines that a piece stands for, one for each different set of a list.

    Raises:
        ValueError: its lists are neither of reps nor of loads.
    """
    if not piece.lists and piece.rounds is None and _is_plain(piece.marked):
        yield Line(text=piece.marked)
        return
    text, words = _without_groups(_TWO_UNITS.sub(_one_unit, piece.marked))
    aside = []
    for pattern in _ASIDE:
        aside += [said for found in pattern.finditer(text) if (said := found[0].strip(" ,()[]"))]
        text = pattern.sub(" ", text)
    text = _PERCENTS.sub(" ", text)
    if (tempo := _TEMPO.search(text)) and _VOLUME.search(text.replace(tempo[0], " ")):
        aside.append(tempo[0].strip(" @"))
        text = text.replace(tempo[0], " ")
    text = _HELP.sub(" bw ", text) if _VOLUME.search(text) else text
    for spelling, instead in _SAID:
        text = spelling.sub(instead, text)
    text = _PAIR.sub(rf" 2x\1{unit}", " ".join(text.split()))
    text = _counted(text, piece, is_name)
    for each in _listed(text, piece):
        yield Line(text=each, words=words, aside=tuple(aside))


def is_no_volume(text: str) -> bool:
    """Tell whether a piece is nothing but a rest, a tempo, a height or gear: "rest 2 min"."""
    return any(pattern.fullmatch(text) for pattern in _ASIDE)


def _is_plain(text: str) -> bool:
    """Tell whether a line is in the usual form already; most are, and this is 20 times faster."""
    usual = _PLAIN.fullmatch(text) is not None or _DIGIT_OR_GROUP.search(text) is None
    return usual and _SPECIAL.search(text) is None


def _without_groups(text: str) -> tuple[str, str]:
    """Return a text without its brackets, and the words of those that may be part of a name.

    Of what stands in brackets only numbers of sets count, and labels.
    """
    words: list[str] = []

    def kept(found: re.Match[str]) -> str:
        inside = next(group for group in found.groups() if group is not None)
        if re.search("failure|amrap", inside, re.IGNORECASE):
            return " to failure"
        if re.search(r"\beach\b|\bea\b|\bper\b|/ ?(?:side|leg|arm)", inside, re.IGNORECASE):
            rest = text.replace(found[0], "")
            counted = re.search(r"[x×*]\ ?\d|reps", rest, re.IGNORECASE)
            return " each" if counted and _VOLUME.search(rest) else f" {inside}"
        if _IN_GROUP.search(inside) and not _TWO_UNITS.search(found[0]):
            return f" {inside} "
        if not has_digit(inside):
            words.append(inside)
            return " "
        return found[0] if re.search(rf"{_KG}|{_LB}", inside, re.IGNORECASE) else _odd(inside)

    return _GROUPS.sub(kept, text), " ".join(words)


def _odd(inside: str) -> str:
    """Return what counts of a bracket with other numbers: nothing, if it is known what they are."""
    left = inside
    for pattern in (*_ASIDE, _PERCENTS):
        left = pattern.sub(" ", left)
    left = re.sub(rf"\d{{1,2}}\ ?(?:°|deg\w*)|{_N}\ ?{_LENGTH}", "", left, flags=re.IGNORECASE)
    return " " if not has_digit(left) else f" {inside} "


def _one_unit(found: re.Match[str]) -> str:
    first, second = kilograms(found[1], found[2]), kilograms(found[3], found[4])
    alike = abs(first - second) <= max(0.01 * first, 1.0)
    differ = found[2].lower()[0] != found[4].lower()[0]
    return f"{found[1]}{found[2]} " if alike and differ else found[0]


def _counted(text: str, piece: Piece, is_name: Callable[[str], bool]) -> str:
    """Return the text with a count in front of a name as reps, and a lone length as one set."""
    first = _COUNT_FIRST.match(text)
    name = re.split(r"[\d@(]|\ue000", text[first.end() :])[0] if first else ""
    if first and not _VOLUME.search(text) and not piece.lists and is_name(name.strip(" -:x@")):
        rest = text[first.end() :]
        return f"{rest} {piece.rounds or 1}x{first[1]}"
    length = _LONE_LENGTH.search(text)
    if length and not _VOLUME.search(text) and not piece.lists:
        rest = text[: length.start()] + text[length.end() :]
        return f"{rest.strip()} {piece.rounds or 1}x{length[1]}"
    if piece.rounds is None:
        return text
    said = re.fullmatch(r"(\D+?)\ ?(?:x\ ?)?(\d{1,3})(?:\ reps)?", text)
    if said:
        return f"{said[1]} {piece.rounds}x{said[2]}"
    reps = re.search(r"(?<![\dx])x\ ?(\d{1,3})(?!\d)", text)
    if reps is None and not has_digit(text):
        return f"{text} {piece.rounds} sets"
    if reps is None:
        raise ValueError(text)
    return text[: reps.start()] + f"{piece.rounds}x{reps[1]}" + text[reps.end() :]


def _listed(text: str, piece: Piece) -> Iterator[str]:
    if not piece.lists:
        yield text
        return
    places = [n for n in range(99) if mark(n) in text][:2]
    if len(piece.lists) != 1 or len(places) > 1:
        raise ValueError(text)
    (numbers,) = piece.lists
    sets = re.search(rf"(\d{{1,2}})(?:\ sets?(?:\ of|\ x|:)?\ ?|{_X})\ue000", text)
    product = re.search(rf"(?<![\d.])(\d{{1,2}}){_X}(\d{{1,3}})(?![\d.])", text)
    here = re.compile(r"\ue000\d+\ue001")
    if max(numbers) <= RPE[1] and re.search(r"@\ ?\ue000", text):
        raise ValueError(text)  # "100kg @ 7,8,9": one RPE a set, and no reps
    if max(numbers) <= _SMALLEST_LOAD and product is None:
        if sets is not None and int(sets[1]) < LIGHTEST_FIRST:
            if int(sets[1]) != len(numbers):
                raise ValueError(text)
            text = text[: sets.start()] + mark(0) + text[sets.end() + 2 :]
        text = re.sub(rf"{_X}(?=\ue000)", " ", text)
        for reps in numbers:
            yield here.sub(f" 1x{reps:g}", text)
    elif min(numbers) >= _LIGHTEST and product is not None and int(product[1]) == len(numbers):
        text = text.replace(product[0], f"1x{product[2]}")
        for load in numbers:
            yield re.sub(r"@?\ ?\ue000\d+\ue001", f" {load:g}", text)
    else:
        raise ValueError(text)
