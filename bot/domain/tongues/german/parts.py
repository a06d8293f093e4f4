"""Parts of patterns that several files of rules share."""

from typing import Final

# What an adjective ends with.
ENDING: Final = r"(?:e[rnms]?)?"
# A day of the week, in full.
DAY_NAME: Final = r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)"
# A day of the week.
DAY: Final = rf"(?:{DAY_NAME}s?|mo|di|mi|do|fr|sa|so)"
# "ein" and its forms.
ONE: Final = r"(?:ein(?:e[rnms]?)?|'?ne[rnm]?)"
# A number, whole or not.
AMOUNT: Final = r"\d+(?:[.,]\d+)?(?: \d/\d)?"
