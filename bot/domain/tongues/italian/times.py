"""Italian rules for numbers, times and days."""

from re import Match
from typing import Final

from bot.domain.tongues.italian.parts import DAY
from bot.domain.tongues.notation import one_of
from bot.domain.tongues.tongue import Rules

_PART: Final = r"(?:mattin[ao]|mattinata|pomeriggio|sera|serata|notte|nottata)"
_HOUR: Final = r"(?:[01]?\d|2[0-4])"
# "Alle", "ore" before a clock time.
_BEFORE_HOUR: Final = r"(?:\balle(?: ore)?|\bore|(?<!\d)(?<!\d )\bh\.?|(?<!\w)le) ?"
_CLOCK: Final = rf"{_HOUR}(?:[:.]\d\d)?\b"
_UNIT: Final = r"(?:h|hours?|or[ae]|min|minut[oi]|giorn[oi]|settiman[ae]|mes[ei]|sec(?:ond[oi])?)\b"

_TO_NINETEEN: Final = {
    "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "otto": 8, "nove": 9,
    "dieci": 10, "undici": 11, "dodici": 12, "tredici": 13, "quattordici": 14, "quindici": 15,
    "sedici": 16, "diciassette": 17,
}  # fmt: skip
_ONES: Final = ("uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove")
_TENS: Final = (
    "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta",
)  # fmt: skip


def _numbers() -> dict[str, int]:
    """Return numbers by their words; tens lose their vowel: "ventuno", "ventotto"."""
    numbers = dict(_TO_NINETEEN)
    for ten, tens in enumerate(_TENS, 2):
        numbers[tens] = 10 * ten
        for one, word in enumerate(_ONES, 1):
            numbers[(tens[:-1] if word[0] in "uo" else tens) + word] = 10 * ten + one
    return numbers


_NUMBERS: Final = _numbers()
_NUMBER: Final = one_of(_NUMBERS)


def _number(found: Match[str]) -> str:
    """Return "ventuno" in digits."""
    return str(_NUMBERS[found[0]])


def _before(found: Match[str]) -> str:
    """Return "7 meno un quarto" as 6:45."""
    minutes = 15 if "quarto" in found[2] else int(found[2])
    return f"{(int(found[1]) - 1) % 24 or 12}:{60 - minutes}"


RULES: Final[Rules] = {
    # numbers
    rf"\b({_NUMBER})\b": _number,
    r"\bdiciotto\b": "18",
    r"\bdiciannove\b": "19",
    # lengths
    r"\b(\d+)['′](?!\d)": r"\1 min",
    r"\b(\d+)['′](\d\d)(?:\x22|''|″)?": r"\1:\2",
    r"\b(?:un |1 )?paio (?:di |d')(?=or|giorn|settiman|min|mes)": "2 ",
    r"\bqualche(?= (?:or|giorn|settiman|min))": "3",
    r"\b(?:una? )?mezz(?:'|a )?or(?:a|etta)\b": "30 min",
    r"\b3 quarti d'ora\b": "45 min",
    r"\b(?:un )?quarto d'ora\b": "15 min",
    r"\bun(?:'|a |o |)(?= ?(?:or(?:a|etta)|minut\w+|giorno|settimana|mese)\b) ?": "1 ",
    r"\b(\d+) ?(?:or[ae]|oretta|h) e mezz[oa]\b": r"\1.5 h",
    r"\b(\d+) ?(?:or[ae]|oretta|h) e (?:un )?quarto\b": r"\1 h 15 min",
    r"\b(\d+) ?(?:or[ae]|h) e 3 quarti\b": r"\1 h 45 min",
    r"\b(\d+) ?(?:or[ae]|oretta|h)(?: e)?"
    r" (\d{1,2})(?: ?min(?:ut[oi])?| ?m)?\b(?! ?k)": r"\1 h \2 min",
    r"\b(\d+) (km|chilometri|k) e mezz[oa]\b": r"\1.5 \2",
    r"\b(\d+) e mezz[oa](?= (?:km|chilometri|k|or[ae]|h)\b)": r"\1.5",
    r"\b1 ?or(?:a|etta)\b": "1 hour",
    r"(?<=\d) ?or(?:e|a|ette)\b": " hours",
    r"\b(?:un )?10 ?mila\b": "10 km",
    # clock times
    r"\b(?:all'|l')(?:una|1)\b": "alle 1",
    r"\bmezzogiorno(?= (?:e|meno) (?:mezz|un q|\d))": "12",
    r"\bmezzanotte(?= e (?:mezz|un q|\d))": "00",
    rf"\b({_HOUR}) e mezz[oa]\b": r"\1:30",
    rf"\b({_HOUR}) e un quarto\b": r"\1:15",
    rf"\b({_HOUR}) e 3 quarti\b": r"\1:45",
    rf"\b({_HOUR}) meno (un quarto|quarto|5|10|20|25)\b": _before,
    rf"((?:\balle|\bore|\bh|\ble|^) ?{_HOUR}) e ([0-5]\d)(?: min\w*)?\b(?! ?[a-z]*km)": r"\1:\2",
    rf"((?:\balle|\bore|\bh|\ble) {_HOUR}) e 5\b": r"\1:05",
    rf"\bdalle (?:ore )?({_CLOCK}) alle (?:ore )?({_CLOCK})": r"from \1 to \2",
    rf"\b(?:tra|fra) le ({_CLOCK}) e (?:le )?({_CLOCK})": r"between \1 and \2",
    r"\b(?:fin(?:o|che)?|sino) a(?:l|lle|lla)?\b": "until",
    rf"\b(?:verso|intorno a|circa|per|entro) (?:le|alle)(?= {_HOUR}\b)|\bintorno alle\b": "alle",
    rf"{_BEFORE_HOUR}(1[3-9]|2[0-4])(?![\w:/'.,]*\d)(?! ?(?:km|kg|serie|h\b))": r"at \1:00",
    rf"{_BEFORE_HOUR}({_HOUR})(?![\w:/'.,]*\d)(?! ?(?:km|kg|serie|h\b))": r"at \1",
    rf"{_BEFORE_HOUR}(?={_HOUR}[:.]\d\d)": "at ",
    r"(at \d\S*|\d:\d\d|noon)(?: circa| in punto| spaccate| precise)": r"\1",
    # parts of the day
    rf"\b(?:di|del|della|nel|nella|in|alla|al|la|il) prim[oa] ({_PART})\b": r"early \1",
    rf"\b(?:(?:di|del|della|nel|nella|in|sul) )?tard[oa] ({_PART})\b": r"late \1",
    r"\b(stamattina|domattina|domani mattina) presto\b": r"early \1",
    r"(?:(?<=\d )|(?<=^))(?:di|del|della|nel|nella|in|alla|al)(?= (?:notte|nottata)\b)": "at",
    rf"(?<=\d )(?:di|del|della|nel|nella|in|alla|al)(?= {_PART}\b)": "in the",
    rf"\b(?:di|del|della|nel|nella|in|alla|al|la|il) (?={_PART}\b)": "",
    # days
    r"\btutti i (?:santi )?giorni\b": "daily",
    rf"\b(?:tutt[ie] (?:i|le)|ogni)(?= {DAY})": "every",
    rf"\bda(?:l|lla)? ({DAY}) (?:fino )?a(?:l|lla)?(?= {DAY})": r"\1 to",
    rf"({DAY}) a(?:l|lla)?(?= {DAY})": r"\1 to",
    rf"^(.*) ({DAY}(?: e {DAY})?) esclus[oaie]$": r"\1 except \2",
    rf"({DAY})((?: {_PART})?) (?:scors[oa]|passat[oa])((?: {_PART})?)": r"last \1\2\3",
    rf"({DAY})((?: {_PART})?) (?:prossim[oa]|che viene)": r"next \1\2",
    rf"\b(?:lo |la )?scors[oa](?= {DAY})": "last",
    rf"\bdi(?= {DAY})": "on",
    rf"\bda(?:l|lla)?(?= (?:{DAY}|ieri|oggi|domani))": "since",
    r"\b(?:la |della |questa )?(?:scorsa settimana|settimana (?:scorsa|passata))": "last week",
    r"\b(?:la |della )?(?:prossima settimana|settimana (?:prossima|che viene))": "next week",
    r"\bquesta settimana\b": "this week",
    # dates
    r"\b(?:il |l'|lo )?(?:1[°o]|primo)"
    r"(?= (?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic))": "1",
    r"\b(\d{1,2}) ago(?:sto)?\b": r"\1 aug",
    r"\b(\d{1,2}) mar\b\.?": r"\1 march",
    r"\b(\d{1,2}) sett?\b(?=\.? ?(?:at|alle|$))": r"\1 sep",
    r"\b(?:il|al) (?=\d{1,2}[./ ])": "",
    r"\bil (\d{1,2})(?=$|,| at)": r"the \1th",
    # ago, in, for
    r"\bpoco fa\b": "just now",
    rf"\b(\d+(?:[.,]\d)? ?{_UNIT}(?: \d+ min)?) fa\b": r"\1 ago",
    rf"\b(?:tra|fra)(?: circa)?(?= \d+(?:[.,]\d+)? ?{_UNIT})": "in",
    r"\bper (?:i prossimi |altr[ie] |circa )?(?=\d+ ?(?:giorn|days|settiman|mes))": "",
    rf"\bper(?: circa)?(?= \d+(?:[.,]\d+)? ?(?:{_UNIT}|km|m\b|k\b|chilometri|metri))": "for",
}
