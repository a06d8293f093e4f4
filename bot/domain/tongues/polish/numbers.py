"""Polish rules for numbers, and for clock times by the hour beside them."""

from re import Match
from typing import Final

from bot.domain.tongues.tongue import Rule

# One to nineteen.
_ONES: Final = (
    r"(?:jed(?:en|n[aoe]|nej)|dw(?:a|ie|och|u)|trz(?:y|ech)|czter(?:y|ech)|piec(?:iu)?"
    r"|szesc(?:iu)?|siedem|siedmiu|osiem|osmiu|dziewiec(?:iu)?|dziesiec(?:iu)?|jedenascie"
    r"|dwana(?:scie|stu)|trzynascie|czternascie|pietna(?:scie|stu)|szesnascie|siedemnascie"
    r"|osiemnascie|dziewietnascie)"
)
# Twenty to ninety.
_TENS: Final = (
    r"(?:dwadziescia|trzydziesci|czterdziesci|piecdziesiat|szescdziesiat|siedemdziesiat"
    r"|osiemdziesiat|dziewiecdziesiat)"
)
# First to twentieth, without their endings.
_STEM: Final = (
    r"(?:pierwsz|drug|trzec|czwart|piat|szost|siodm|osm|dziewiat|dziesiat|jedenast|dwunast"
    r"|trzynast|czternast|pietnast|szesnast|siedemnast|osiemnast|dziewietnast|dwudziest)"
)


def _beside(found: Match[str]) -> str:
    """Return a clock time said by the hour beside it: "wpół do ósmej", "za pięć ósma", "5 po 8"."""
    said, *after, hour = found.groups()
    minutes = {"pol": 30, "kwadrans": 15}.get(said) or int(said)
    at = int(hour) * 60 + (minutes if after else -minutes)
    return f"{at // 60 or 12}:{at % 60:02}"


RULES: Final[tuple[Rule, ...]] = (
    # numbers; "ósma dziesięć" is a clock time, "godzina dziesięć" an hour and ten minutes
    (
        rf"\b({_STEM}i?(?:a|ej)) (?=(?:dziesiec|pietnascie|{_TENS})\b(?!.{{0,6}}\b(?:min|km)))",
        r"\1:",
    ),
    (rf"\bgodzin[ae] (?=(?:dziesiec|pietnascie|{_TENS})\b)", "1 hour "),
    (rf"\bdwadziescia (?={_ONES}\b)", "2"),
    (rf"\btrzydziesci (?={_ONES}\b)", "3"),
    (rf"\bczterdziesci (?={_ONES}\b)", "4"),
    (rf"\bpiecdziesiat (?={_ONES}\b)", "5"),
    (rf"\bszescdziesiat (?={_ONES}\b)", "6"),
    (rf"\bsiedemdziesiat (?={_ONES}\b)", "7"),
    (rf"\bosiemdziesiat (?={_ONES}\b)", "8"),
    (rf"\bdziewiecdziesiat (?={_ONES}\b)", "9"),
    (r"(?<![a-z])dwadziescia\b", "20"),
    (r"(?<![a-z])trzydziesci\b", "30"),
    (r"(?<![a-z])czterdziesci\b", "40"),
    (r"(?<![a-z])piecdziesiat\b", "50"),
    (r"(?<![a-z])szescdziesiat\b", "60"),
    (r"(?<![a-z])siedemdziesiat\b", "70"),
    (r"(?<![a-z])osiemdziesiat\b", "80"),
    (r"(?<![a-z])dziewiecdziesiat\b", "90"),
    (r"(?<![a-z])jed(?:en|n[aoe]|nej)\b", "1"),
    (r"(?<![a-z])dw(?:a|ie|och|u)\b", "2"),
    (r"(?<![a-z])trz(?:y|ech)\b", "3"),
    (r"(?<![a-z])czter(?:y|ech)\b", "4"),
    (r"(?<![a-z])piec(?:iu)?\b", "5"),
    (r"(?<![a-z])szesc(?:iu)?\b", "6"),
    (r"(?<![a-z])(?:siedem|siedmiu)\b", "7"),
    (r"(?<![a-z])(?:osiem|osmiu)\b", "8"),
    (r"(?<![a-z])dziewiec(?:iu)?\b", "9"),
    (r"(?<![a-z])dziesiec(?:iu)?\b", "10"),
    (r"(?<![a-z])jedenascie\b", "11"),
    (r"(?<![a-z])dwana(?:scie|stu)\b", "12"),
    (r"(?<![a-z])trzynascie\b", "13"),
    (r"(?<![a-z])czternascie\b", "14"),
    (r"(?<![a-z])pietna(?:scie|stu)\b", "15"),
    (r"(?<![a-z])szesnascie\b", "16"),
    (r"(?<![a-z])siedemnascie\b", "17"),
    (r"(?<![a-z])osiemnascie\b", "18"),
    (r"(?<![a-z])dziewietnascie\b", "19"),
    (rf"\bdwudziest(?:a|ej|ego) (?={_STEM})", "2"),
    (r"(?<![a-z])pierwszi?(?:a|ej|ego)\b", "1"),
    (r"(?<![a-z])drugi?(?:a|ej|ego)\b", "2"),
    (r"(?<![a-z])trzeci?(?:a|ej|ego)\b", "3"),
    (r"(?<![a-z])czwarti?(?:a|ej|ego)\b", "4"),
    (r"(?<![a-z])piati?(?:a|ej|ego)\b", "5"),
    (r"(?<![a-z])szosti?(?:a|ej|ego)\b", "6"),
    (r"(?<![a-z])siodmi?(?:a|ej|ego)\b", "7"),
    (r"(?<![a-z])osmi?(?:a|ej|ego)\b", "8"),
    (r"(?<![a-z])dziewiati?(?:a|ej|ego)\b", "9"),
    (r"(?<![a-z])dziesiati?(?:a|ej|ego)\b", "10"),
    (r"(?<![a-z])jedenasti?(?:a|ej|ego)\b", "11"),
    (r"(?<![a-z])dwunasti?(?:a|ej|ego)\b", "12"),
    (r"(?<![a-z])trzynasti?(?:a|ej|ego)\b", "13"),
    (r"(?<![a-z])czternasti?(?:a|ej|ego)\b", "14"),
    (r"(?<![a-z])pietnasti?(?:a|ej|ego)\b", "15"),
    (r"(?<![a-z])szesnasti?(?:a|ej|ego)\b", "16"),
    (r"(?<![a-z])siedemnasti?(?:a|ej|ego)\b", "17"),
    (r"(?<![a-z])osiemnasti?(?:a|ej|ego)\b", "18"),
    (r"(?<![a-z])dziewietnasti?(?:a|ej|ego)\b", "19"),
    (r"(?<![a-z])dwudziesti?(?:a|ej|ego)\b", "20"),
    (r"(?<=\d)[ -]?(?:ta|tej|sta|stej|ma|mej|go|ego)\b", ""),
    # clock times by the hour beside them
    (r"\b(?:w ?|o ?)?(pol|kwadrans) (?:do|przed) (\d{1,2})\b(?! ?km)", _beside),
    (r"\bza (\d{1,2}|kwadrans)(?: min\w*)? (\d{1,2})\b(?![:.]\d)", _beside),
    (r"\b(\d{1,2}|kwadrans)(?: min\w*)? (po) (\d{1,2})\b", _beside),
)
