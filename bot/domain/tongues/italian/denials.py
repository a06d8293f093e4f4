"""Italian rules for what denies a danger sign; they take the braces off each."""

import re
from re import Match
from typing import Final

from bot.domain.tongues.italian.parts import FILL
from bot.domain.tongues.tongue import Rules


def _denied(found: Match[str]) -> str:
    """Return each sign of "non ho né febbre né nausea" as denied."""
    return "no " + ", no ".join(re.findall(r"\{([^}]*)\}", found[0]))


RULES: Final[Rules] = {
    r"\bma (?:quasi|per poco)\b": "but nearly",
    r"\bmai(?: [a-z]+){0,2} (?=(?:\{[^}]*\})+ (?:cosi|simil|tant|del genere))": "",
    r"((?:\{[^}]*\})+)(?: [a-z]+)?"
    r"(?: non (?:ce l'ho|ce n'e|ne ho|c'e|ho|l'ho)\b(?: mai)?(?: piu)?(?: avut[aoie])?"
    r"|:? no(?=\s*(?:$|[,.;!]| e\b| ma\b)))": r"no \1",
    r"\b(?:non|senza|nessun[oa]?|niente|mai|zero|no|ne|assenza di"
    r"|(?:neanche|nemmeno|neppure)(?! (?:la|il|i|le)\b))"
    rf"(?: {FILL})*(?: |(?<= )|(?: l| un| dell| nessun)')(?:\{{[^}}]*\}})+"
    r"(?:(?:, (?=[^.;{}]*\{[^{}]*\}(?:, \{[^{}]*\})* (?:o|ne) )| (?:o|ne) )"
    rf"(?:{FILL} )*(?:\{{[^}}]*\}})+)*": _denied,
    # signs without their braces
    r"\}\{": ", ",
    r"[{}]": "",
}
