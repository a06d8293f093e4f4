"""Polish rules for numbers, and for clock times by the hour beside them."""

from re import Match
from typing import Final

from bot.domain.tongues.notation import one_of
from bot.domain.tongues.tongue import Rules

# One to nineteen, twenty to ninety, first to twentieth without their endings.
_ONES: Final = (
    "jed(?:en|n[aoe]|nej)", "dw(?:a|ie|och|u)", "trz(?:y|ech)", "czter(?:y|ech)", "piec(?:iu)?",
    "szesc(?:iu)?", "(?:siedem|siedmiu)", "(?:osiem|osmiu)", "dziewiec(?:iu)?", "dziesiec(?:iu)?",
    "jedenascie", "dwana(?:scie|stu)", "trzynascie", "czternascie", "pietna(?:scie|stu)",
    "szesnascie", "siedemnascie", "osiemnascie", "dziewietnascie",
)  # fmt: skip
_TENS: Final = (
    "dwadziescia", "trzydziesci", "czterdziesci", "piecdziesiat", "szescdziesiat",
    "siedemdziesiat", "osiemdziesiat", "dziewiecdziesiat",
)  # fmt: skip
_STEMS: Final = (
    "pierwsz", "drug", "trzec", "czwart", "piat", "szost", "siodm", "osm", "dziewiat", "dziesiat",
    "jedenast", "dwunast", "trzynast", "czternast", "pietnast", "szesnast", "siedemnast",
    "osiemnast", "dziewietnast", "dwudziest",
)  # fmt: skip
_ONE, _TEN, _STEM = map(one_of, (_ONES, _TENS, _STEMS))


def _beside(found: Match[str]) -> str:
    """Return a clock time said by the hour beside it: "wpół do ósmej", "za pięć ósma", "5 po 8"."""
    said, *after, hour = found.groups()
    minutes = {"pol": 30, "kwadrans": 15}.get(said) or int(said)
    at = int(hour) * 60 + (minutes if after else -minutes)
    return f"{at // 60 or 12}:{at % 60:02}"


RULES: Final[Rules] = {
    # numbers; "ósma dziesięć" is a clock time, "godzina dziesięć" an hour and ten minutes
    rf"\b({_STEM}i?(?:a|ej)) (?=(?:dziesiec|pietnascie|{_TEN})\b(?!.{{0,6}}\b(?:min|km)))": r"\1:",
    rf"\bgodzin[ae] (?=(?:dziesiec|pietnascie|{_TEN})\b)": "1 hour ",
    **{rf"\b{ten} (?={_ONE}\b)": str(number) for number, ten in enumerate(_TENS, 2)},
    **{rf"(?<![a-z]){ten}\b": f"{number}0" for number, ten in enumerate(_TENS, 2)},
    **{rf"(?<![a-z]){one}\b": str(number) for number, one in enumerate(_ONES, 1)},
    rf"\bdwudziest(?:a|ej|ego) (?={_STEM})": "2",
    **{rf"(?<![a-z]){stem}i?(?:a|ej|ego)\b": str(number) for number, stem in enumerate(_STEMS, 1)},
    r"(?<=\d)[ -]?(?:ta|tej|sta|stej|ma|mej|go|ego)\b": "",
    # clock times by the hour beside them
    r"\b(?:w ?|o ?)?(pol|kwadrans) (?:do|przed) (\d{1,2})\b(?! ?km)": _beside,
    r"\bza (\d{1,2}|kwadrans)(?: min\w*)? (\d{1,2})\b(?![:.]\d)": _beside,
    r"\b(\d{1,2}|kwadrans)(?: min\w*)? (po) (\d{1,2})\b": _beside,
}
