"""Parts of patterns that several files of rules share."""

from typing import Final

# A day of the week.
DAY: Final = (
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim)s?\b\.?"
)
# "h", "heures" behind a number.
HOURS: Final = r" ?(?:heures?|hrs?|h)"
