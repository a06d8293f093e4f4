"""Parts of patterns that several files of rules share."""

from collections.abc import Callable
from re import Match
from typing import Final

DAY: Final = (
    r"(?:lun(?:edi)?|mar(?:tedi)?|mer(?:coledi)?|gio(?:vedi)?|ven(?:erdi)?|sab(?:at[oi])?"
    r"|dom(?:enica|eniche)?)\b\.?"
)
GAP: Final = r"(?: [a-z']+){0,3}?"
FILL: Final = (
    r"(?:piu|mai|mi|ti|ci|ce|si|se|c'e|c'?ho|ho|ha|hanno|abbia|avevo|avut[oaie]|avere|e|sono|ero"
    r"|era|erano|sia|fa|fanno|faccio|fatto|sta|stanno|sembra|sembrano|sento|sentito|avverto|provo"
    r"|provato|accuso|presento|soffro|stat[oaie]|affatto|proprio|mica|di|per|niente|ne|segn[oi]"
    r"|sintomi|alcun[oa]?|nessun[oa]?|neanche|nemmeno|neppure|il|lo|la|i|gli|le|un|una|uno|dei"
    r"|delle|del|della|al|nel|mi[oaei]|miei)"
)
# Words between the two parts of a danger sign; a "non" among them is kept.
IS_OR_NOT: Final = rf"(?:(?: [a-z']+){{0,2}}? (non)(?: {FILL}){{0,5}}|(?: [a-z']+){{0,4}}?)"
PAIN: Final = r"(?:dolor[ei]|dolorin[oi]|dolorett[oi]|male?)"


def sign(*signs: str) -> Callable[[Match[str]], str]:
    """Return the English of signs in braces, denied where "non" was kept among their words."""
    named = "".join(f"{{{sign}}}" for sign in signs)
    return lambda found: f"no {named}" if "non" in found.groups() else named
