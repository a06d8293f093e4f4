"""Parts of patterns that several files of rules share."""

from typing import Final

from bot.domain.tongues.notation import apart
from bot.domain.tongues.tongue import Rules

DAY: Final = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)"
# "But", and words up to what it is instead.
_BUT: Final = r"[ ,]+(?:ale|tylko|lecz|raczej|a|za to|natomiast)\b(?: \w+){0,3}? "
# Words that end what is said of a part of the body.
_BACK: Final = r"(?:ale|tylko|lecz|a|bo|nie|bez)"
# Other parts of the body, which end a sign.
_OTHER: Final = (
    r"(?:nog\w*|ud[ao]|lydk\w*|kolan\w*|plec\w*|bark\w*|lok\w*|glow\w*|brzu\w*|rek\w*|stop\w*)"
)
# A word that may stand between the two parts of a danger sign.
_GAP: Final = rf"(?: (?:i|oraz) [a-z]+| (?!{_OTHER}\b)[a-z]+)"
FILL: Final = (
    r"(?:mnie|mi|juz|wcale|w ogole|jest|sa|byl[aoiy]?|mam|ma|miala?m?|mialem|sie|teraz|dzis"
    r"|dzisiaj|wczoraj|u|tez|czuje|odczuwam|czul[ea]m|zauwazyl[ea]m|nic|nie|zadn\w*|objaw\w*"
    r"|oznak\w*|nigdy|wystepuj\w*|dostal[ea]m|ani|takze|rowniez)"
)


def sign_apart(sign: str, noun: str, said: str) -> Rules:
    """Return the rules of a danger sign; what is said may stand before the noun too."""
    return {
        **apart(
            sign,
            noun,
            said,
            gap=rf"{_GAP}{{0,4}} ",
            denials=(rf"{_GAP}{{0,2}}? nie(?: {FILL})* ",),
            before="(?:w |na )?",
            rest=rf"(?!{_BUT}{said}\b)(?: ani {said}\b)?",
        ),
        rf"\b{said}(?: (?!{_BACK}\b)[a-z]+){{0,4}} (?<!\bpo ){noun}\b": sign,
    }
