"""Parts of patterns that several files of rules share."""

from functools import partial
from typing import Final

from bot.domain.tongues.notation import deniable

# What an adjective ends with.
ENDING: Final = r"(?:e[rnms]?)?"
DAY_NAME: Final = r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)"
DAY: Final = rf"(?:{DAY_NAME}s?|mo|di|mi|do|fr|sa|so)"
# "ein" and its forms.
ONE: Final = r"(?:ein(?:e[rnms]?)?|'?ne[rnm]?)"
# A number, whole or not.
AMOUNT: Final = r"\d+(?:[.,]\d+)?(?: \d/\d)?"
GAP: Final = r"(?: (?!aber|sondern|doch|sonst|deshalb|darum)[\w']+){0,4}?"
TWO: Final = r"(?: \w+){0,2}?"
# Articles before a part of the body.
THE: Final = rf"(?:(?:der|dem|den|die|das|mein{ENDING}|linken?|rechten?|mitten) )*"
_DENIED: Final = r"\b(?:nicht(?! nur| normal| wenig)|kein\w*|nie|ohne)\b"

sign = partial(deniable, denied=_DENIED)
