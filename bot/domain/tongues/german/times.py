"""German rules for numbers, times and days."""

from re import Match
from typing import Final

from bot.domain.tongues.german.parts import AMOUNT, DAY, DAY_NAME, ENDING, ONE
from bot.domain.tongues.notation import one_of
from bot.domain.tongues.tongue import Rules

_UNIT: Final = (
    r"(?:stunden?\b|std\b\.?|h\b|min(?:uten?)?\b\.?|tag(?:en?)?\b|wochen?\b|monat(?:en?)?\b"
    r"|jahr(?:en?)?\b|nae?chten?\b)"
)
_LENGTH: Final = (
    rf"(?:(?:{AMOUNT}(?: ?(?:-|bis|oder) ?{AMOUNT})?|(?:ein )?paar|einigen|wenigen|mehreren)"
    rf" ?{_UNIT}(?:(?: und)? ?\d{{1,2}}(?: ?min(?:uten)?\b\.?)?(?![\d:]| ?(?:uhr|km)))?"
    r"|\d{1,2}[h:]\d\d(?: ?h)?)"
)
_PART: Final = r"(?:frue?h|morgen|vormittag|mittag|nachmittag|abend|nacht)"
_DENIAL: Final = rf"(?:no|not|nicht|kein{ENDING}|nie|ohne)"
# What a danger sign begins with in English or German.
_SIGN: Final = (
    r"(?:fever|chest|faint|passed|collapsed|blacked|can't|gasping|trouble|short|dark|urine"
    r"|bladder|lost|numb|tingling|legs?|swollen|severe|calf|flu|covid|pneumonia|vomit|diarrhoea"
    r"|food|sharp|stabbing|fieber|bronchitis|durchfall)"
)
# What is planned for a day.
_PLANNED: Final = (
    r"(?:beine?|beintag|legs?|\w*lauf|run|locker\w*|easy|lang\w*|long|intervalle?|tempo|sprints?)"
)

NUMBERS: Final = {
    "eins": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "funf": 5, "fuenf": 5, "sechs": 6,
    "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwolf": 12, "zwoelf": 12,
    "dreizehn": 13, "vierzehn": 14, "funfzehn": 15, "fuenfzehn": 15, "sechzehn": 16,
    "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, "zwanzig": 20, "dreissig": 30, "vierzig": 40,
    "funfundvierzig": 45, "fuenfundvierzig": 45, "funfzig": 50, "fuenfzig": 50, "sechzig": 60,
    "neunzig": 90,
}  # fmt: skip
_NUMBER: Final = one_of(NUMBERS)


def _fraction(found: Match[str]) -> str:
    """Return "1½" as it is written with a point."""
    return f"{int(found[1] or 0) + int(found[2]) / int(found[3]):.4g}"


def _number(found: Match[str]) -> str:
    """Return "zwei", "zweieinhalb" in digits."""
    return f"{NUMBERS[found[1]]}{'.5' if found[2] else ''}"


def _at(hour: str, minutes: int) -> str:
    """Return the clock time so many minutes after the hour, or before it."""
    hours, minute = divmod(60 * int(hour) + minutes, 60)
    return f"{(hours - 1) % 12 + 1}:{minute:02}"


def _half(found: Match[str]) -> str:
    """Return "halb 7" as 6:30."""
    return _at(found[1], -30)


def _quarter(found: Match[str]) -> str:
    """Return "viertel 7" as 6:15, "drei viertel 7" as 6:45."""
    return _at(found[2], -15 if found[1] else -45)


def _around(found: Match[str]) -> str:
    """Return "10 vor 7" as 6:50, "10 nach 7" as 7:10."""
    return _at(found[3], int(found[1]) * (-1 if found[2] == "vor" else 1))


def _around_half(found: Match[str]) -> str:
    """Return "5 vor halb 7" as 6:25."""
    return _at(found[3], int(found[1]) * (-1 if found[2] == "vor" else 1) - 30)


def _noon(found: Match[str]) -> str:
    """Return "mittags um 1", "1 uhr mittags" as 13:00."""
    return f"{int(found[1] or found[3]) % 12 + 12}:{found[2] or found[4] or '00'}"


def _span(found: Match[str]) -> str:
    """Return "von 18 bis 19 uhr" as 18:00-19:00."""
    return f"{found[1]}:{found[2] or '00'}-{found[3]}:{found[4] or '00'}"


RULES: Final[Rules] = {
    # signs in a row, small words
    r"\bheut\b": "heute",
    r"\bin der frue?h\b": "früh",
    rf"\b(no|kein{ENDING}|ohne) ({_SIGN}[\w' ]*?) (?:oder|or) (?={_SIGN})": r"\1 \2, no ",
    r"\b(?:(?:ich|mir|mich|mein\w*|die|der|das|es|hab\w*|bin|war|tut|auch|aber|und|spue?re|hatte"
    rf"|musste|dabei|(?:link|recht)es?) )+(?={_DENIAL} {_SIGN})": "",
    rf"\b(leicht|hart|schwer)en? beine (?={DAY}\b|am\b)": r"beine \1 ",
    r"(?<=\d)(?=std\b|stunde|tage|woche)": " ",
    # numbers
    r"(\d*)([123])⁄([234])": _fraction,
    r"\b(?:anderthalbe?|eineinhalb)\b": "1.5",
    rf"\b({_NUMBER})(einhalb)?\b": _number,
    # lengths
    rf"\b(\d+) und {ONE} halbe[nr]? (?=stunde|std|h\b)": r"\1.5 ",
    rf"\b{ONE} und {ONE} halbe[nr]? (?=stunde|std|h\b)": "1.5 ",
    rf"\b(?:{ONE} )?halbe[nr]? ?(?:stunde|std\b\.?|h\b)": "30 min",
    rf"\b(?:{ONE} )?(?:guten? |knappen? )?(?:dreiviertel|3 viertel|3/4)[ -]?"
    r"(?:stunden?|std\b\.?|h\b)": "45 min",
    rf"\b(?:{ONE} )?(?:viertel|1/4)[ -]?(?:stunde|std\b\.?|h\b)": "15 min",
    rf"\b(?:{ONE} )?halben tag\b": "12 stunden",
    rf"\b{ONE} (?:gute[nr]? |knappe[nr]? |ganze[nr]? )?(?={_UNIT}|km\b|kilometer|meile)": "1 ",
    # about
    r"\b(ich|heute|gestern|morgen|abend|frue?h|nur|noch|\w+tag|um|vor|nach) so"
    r" (?=\d|ca\b|etwa|um|gegen)": r"\1 ",
    r"\bso (?=gegen|etwa|ca\b|circa|ungefae?hr|um die|rund)"
    r"|\b(?:etwa|ungefae?hr|circa|zirka|ca\b\.?|rund|knappe?[nr]?|gute?[nr]?|grob|ue?ber"
    r"|(?<!\ba )fast|um die) (?=\d)": "",
    # clock times
    r"\b(?:um|gegen) (\d{1,2}(?: uhr|:\d\d)?) (?:he)?rum\b": r"um \1",
    r"\bkurz (?:vor|nach) (?=\d|halb|viertel)": "",
    r"\b([1-9]|[12]\d)(?: min(?:uten)?\b\.?)? (vor|nach) halb (\d{1,2})\b(?: uhr)?": _around_half,
    r"\bhalb (\d{1,2})\b(?: uhr)?": _half,
    r"\bviertel vor (\d{1,2})\b(?: uhr)?": r"quarter to \1",
    r"\bviertel (?:nach|ue?ber) (\d{1,2})\b(?: uhr)?": r"quarter past \1",
    r"\b(drei|3 ?)?viertel (\d{1,2})\b(?: uhr)?": _quarter,
    r"(?<![:.,\d/@-])\b([1-9]|[12]\d)(?: min(?:uten)?\b\.?)? (vor|nach) ([1-9]|1[0-2])\b"
    rf"(?: uhr)?(?! ?(?:{_UNIT}|km|kilometer|[:./x-]\d|bis))": _around,
    r"\b(?:heute )?mittags?(?: um| gegen) (12|[1-4])(?:[:.](\d\d))?\b(?: ?uhr)?"
    r"|\b(12|[1-4])(?:[:.](\d\d))?(?: ?uhr)? (?:am )?mittags?\b": _noon,
    r"(?:\bvon )?\b(\d{1,2})(?:[:.](\d\d))?(?: ?uhr)? ?(?:-|–|bis) ?(\d{1,2})(?:[:.](\d\d))?"
    r" ?uhr\b": _span,
    r"\b(\d{1,2}) uhr (?:und )?([0-5]\d)\b(?! ?(?:km|min|x))": r"\1:\2",
    r"\b(\d{2})(\d{2}) ?uhr\b": r"\1:\2",
    r"(?<!^)(?<!^um )\b(\d{1,2})[:.](\d{2}) ?uhr\b": r"\1:\2",
    r"(?<!^)(?<!^um )(?<![:.])\b(\d{1,2}) ?uhr\b": r"\1:00",
    r"^((?:um )?\d{1,2}) ?uhr$": r"\1:00 uhr",
    r"^((?:um )?\d{1,2})[:.](\d\d) ?uhr$": r"\1:\2 uhr",
    r"^((?:um )?\d{1,2}) ?uhr\b(?!$)": r"\1:00",
    r"^((?:um )?\d{1,2})[:.](\d\d) ?uhr\b(?!$)": r"\1:\2",
    # ago
    rf"(?<!\d )\b(?:(?:das |es )?(?:ist|war) )?(?:schon )?vor ({_LENGTH})": r"\1 ago",
    rf"\b(?:(?:das |es )?(?:ist|war) )?(?:schon |jetzt )?({_LENGTH}) (?:her|zuvor)\b": r"\1 ago",
    r"\b(?:(?:ein )?paar|einigen|wenigen|mehreren)(?= \w+ ago)": "a few",
    rf"\bfue?r (?={_LENGTH})": "",
    # days; "so" is Sunday only where a day is meant
    rf"\b({DAY_NAME})s?({_PART})s?\b": r"\1 \2",
    rf"\b({DAY})\.? (?:morgens?|frue?h|in der frue?h)\b": r"\1 morning",
    rf"\b(?:von|vom) (?={DAY}\b)": "",
    r"\bvon (\d\S*) bis (?=\d)": r"from \1 to ",
    rf"\b({_PLANNED} |^|[,;] ?)so\.?"
    r"(?=(?: (?:um|ab))? (?:\d{1,2}(?::|[.]\d\d| ?h\b)|\d:)| um \d|$)": r"\1sun",
    rf"\b({_PLANNED} )so\.?(?=\s*(?:[,;]|\d+ ?min|(?:leicht|hart|schwer)\b))": r"\1sun",
    r"\b((?:am|bis|jeden|n\w+sten|letzten|diesen|kommenden|seit|ausser|vom) )so\b\.?": r"\1sun",
    rf"\b({DAY}\.?(?: ?(?:[,;/&+–-]|und|u\.?|bis) ?| ))so\b\.?": r"\1sun",
    rf"\bso\.?(?= ?(?:[/&+–-]|und\b|bis\b|,(?= ?(?:mo|di|mi|do|fr|sa)\b)| ) ?{DAY}\b)"
    r"|^so\.?(?= morning(?: um| \d|$))"
    r"|(?<!ich )\bso\.?(?= (?:vor|nach)?(?:mittag|abend|nacht)s?\b)": "sun",
    r"\bmo\b(?:\.(?!\d))?": "mon",
    r"\bdi\b(?:\.(?!\d))?": "tue",
    r"(?<!\d)(?<!\d )\bmi\b(?:\.(?!\d))?": "wed",
    r"(?<!\bi )(?<!to )(?<!can )(?<!you )(?<!we )(?<!should )(?<!just )\bdo\b(?:\.(?!\d))?"
    r"(?! (?:an?|the|my|some)\b)": "thu",
    r"\bfr\b(?:\.(?!\d))?": "fri",
    r"\bsa\b(?:\.(?!\d))?": "sat",
    # dates
    r"\b(?:am|den|der|bis zum|bis|vom) (\d{1,2})\."
    r"(?=\s*(?:$|,|um\b|gegen\b|abends?|frue?h|morgens))": r"on the \1th",
    r"\b(\d{1,2})te[rn]?s? (?=jan|feb|m[ae]r|apr|mai|jun|jul|aug|sep|okt|nov|dez)": r"\1. ",
}
