"""Parts of patterns that several files of rules share."""

from functools import partial
from typing import Final

from bot.domain.tongues.notation import deniable

# What denies a danger sign among its own words: "la orina no es oscura".
_DENIED: Final = (
    r" no"
    r" (?:es|esta|estan|son|era|se|se ve|se me|me duelen?|me aprieta|tengo|l[ao]s? tengo|me sale"
    r"|sale|tiene|hay|en|el|la|las|los|mi|oscur\w+|hinch\w+|dormid\w+|caliente|roj[oa])"
    r"(?! (?:muy|tan|del todo|solo|normal|me|va|vaya|quita|pasa|deja|baja|mejora)\w*\b)"
)

sign = partial(deniable, denied=_DENIED)


def gap(most: int) -> str:
    """Return the pattern of up to so many words between the two parts of a danger sign."""
    return rf"(?: (?!(?:y|e|o|u|ni|pero|sin|aunque|hice|tras|despues|dia|press)\b)\w+){{0,{most}}}"
