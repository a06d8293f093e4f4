"""Parts of patterns that several files of rules share."""

from functools import partial
from typing import Final

from bot.domain.tongues.notation import apart

DAY: Final = (
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim)s?\b\.?"
)
# "h", "heures" behind a number.
HOURS: Final = r" ?(?:heures?|hrs?|h)"
GAP: Final = r"(?: (?!(?:pas|sans|ni|mais|non|jamais|aucune?|prise|tirage|corps)\b|\d)[\w']+)"
# An article or preposition before a noun.
OF: Final = r"(?:(?:un|une|de|j') ?)?"

sign_apart = partial(
    apart,
    gap=rf"\b{GAP}{{0,3}} ",
    denials=(
        rf"\b{GAP}{{0,3}} (?:pas|jamais)(?: \w+){{0,2}} ?",
        rf"\b{GAP}{{0,2}} n(?:e |')\w+ plus ",
    ),
)
