"""Parts of patterns that several files of rules share."""

from functools import partial
from typing import Final

from bot.domain.tongues.notation import deniable

# A day of the week in English; it is kept.
DAY: Final = (
    r"(\b"
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)\b)"
)
_DENIED: Final = r"\b(?:nao|nunca|nem|sem)\b(?! (?:so|apenas|par[ao]|melhor|pass|aguent|sei|cons))"
# "A", "my" before a part of the body.
MY: Final = r"(?:(?:[oa]s?|uma?|meus?|minhas?) )*"
# Up to two words that may stand between the two parts of a danger sign.
GAP_2: Final = r"(?: (?!mas\b|porem\b)[\w']+){0,2}?"
# Up to three words that may stand between the two parts of a danger sign.
GAP_3: Final = r"(?: (?!mas\b|porem\b)[\w']+){0,3}?"
# Up to four words that may stand between the two parts of a danger sign.
GAP_4: Final = r"(?: (?!mas\b|porem\b)[\w']+){0,4}?"

sign = partial(deniable, denied=_DENIED)
