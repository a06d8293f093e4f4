"""Words of time in one spelling: number words, fractions, chat, other languages, typing slips.

What comes out is read by small grammars (``moment_words``, ``elapsed``, ``clock_times``), so that
no word needs to be known in more than one place. Nothing is left out but words that say nothing
("about").
"""

import re
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.tongues.tongue import Rules

_ONES: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS: Final = (
    {word: number for number, word in enumerate(_ONES)}
    | {word: 10 * number for number, word in enumerate(_TENS, 2)}
    | {"fourty": 40, "fivteen": 15}
)
_ONE: Final = "|".join(_ONES[1:10])
_NUMBER_WORD: Final = (
    rf"(?:(?:{'|'.join(_TENS)}|fourty)(?:[ -](?:{_ONE})\b)?|{'|'.join(_ONES[:0:-1])}|fivteen)"
)
_LENGTH: Final = (
    r"(?:seconds?|secs?|minutes?|mins?|min|hours?|hrs?|hr|h|days?|nights?|weeks?|wks?|fortnights?"
    r"|months?|years?)\b"
)

_SAME: Final = {  # the words of chat and of other languages, by those of the grammar
    "yesterday": "yest yday ystd ysday yesty ytd gestern gisteren ayer ieri ontem igar wczoraj "
    "вчера",
    "today": "tdy 2day heute vandaag hoy oggi hoje idag dzis dzisiaj сегодня",
    "tonight": "tonite 2nite 2night tnite tn",
    "tomorrow": "tmrw tmr tmw tmrow tomo tomoz 2moro 2morrow 2mrw tmoro demain domani amanha "
    "imorgon",
    "day before yesterday": "vorgestern eergisteren anteayer avantier anteontem ereyesterday",
    "day after tomorrow": "ubermorgen overmorgen overmorrow",
    "night": "nite nacht noche notte nuit",
    "midnight": "midnite mitternacht minuit medianoche mezzanotte",
    "noon": "mittag mittags midi mediodia lunchtime lunch",
    "morning": "morn mornin vormittag vormittags morgens matin",
    "afternoon": "arvo aft afternoons nachmittag nachmittags",
    "evening": "eve abend abends soir avond",
    "hours": "stunden stunde heures heure horas hora ore uren uur hrs hr",
    "minutes": "minuten minuta minuto minutos minuti minuter mns",
    "days": "tage tagen tag jours jour dias dia giorni dagen",
    "weeks": "wochen woche semaines semaine semanas semana wks wk",
    "ago": "agp geleden",
    "monday": "montag lundi lunes maandag lunedi segunda mndy mndag",
    "tuesday": "dienstag mardi martes dinsdag martedi terca tuseday",
    "wednesday": "mittwoch mercredi miercoles woensdag mercoledi quarta mittw wensday wendsday",
    "thursday": "donnerstag jeudi jueves donderdag giovedi quinta thrusday thirsday",
    "friday": "freitag vendredi viernes vrijdag venerdi sexta firday",
    "saturday": "samstag sonnabend samedi sabado zaterdag sabato",
    "sunday": "sonntag dimanche domingo zondag domenica",
    "oct": "okt oktober octobre octubre",
    "dec": "dez dezember decembre diciembre",
    "may": "mai mayo",
    "at": "um",
}
_SYNONYMS: Final = {word: said for said, words in _SAME.items() for word in words.split()}
_WORD = re.compile(r"(?<![\w'])\w+(?![\w'])")
_FRACTIONS: Final = {"½": ".5", "¼": ".25", "¾": ".75", "⅓": ".33", "⅔": ".67"}
_FRACTION = re.compile(rf"(?:(\d+) ?)?([{''.join(_FRACTIONS)}])")
_ASCII_FRACTION = re.compile(
    r"(?<![\d/.,])(?:(\d+)[ -])?([123])/([234])"
    rf"(?= ?(?:(?:of )?an? )?(?:{_LENGTH}|km\b|k\b|mi\b|miles?\b))",
    re.IGNORECASE,
)
_AND_FRACTION = re.compile(r"\band ([123])/([234])(?![\d/])", re.IGNORECASE)

_SAID: Final[Rules] = {
    r"\bavant[- ]hier\b": "day before yesterday",
    r"\bhier soir\b": "yesterday evening",
    r"^hier\b(?! ?$)|\bhier$": "yesterday",
    r"\baujourd['’]?hui\b": "today",
    r"\b(today|yesterday) (?:morgen|fruh)\b": r"\1 morning",
    r"\bmorgen\b": "tomorrow",
    r"^(?:vor|il y a|hace) (?=.*\d|.*\ban?\b|.*\beine?r?m?\b)(.*)$": r"\1 ago",
    r"\beine?[rmns]?\b": "1",
    rf"\b({'|'.join(_ONES[1:13])}) (?:(?:oh|o) ({_ONE})|({_NUMBER_WORD}))\b"
    rf"(?! ?-?(?:{_LENGTH}))": lambda found: (
        f"{_NUMBERS[found[1]]}:{_number(found[2] or found[3]):02}"
        if found[2] or _number(found[3]) >= 10
        else found[0]
    ),
    rf"\b{_NUMBER_WORD}\b": lambda found: str(_number(found[0])),
    rf"\b(\d+) and (?:a )?half (?={_LENGTH})": r"\1.5 ",
    rf"\bhalf (?:an? )?(?={_LENGTH})": "0.5 ",
    rf"\b(?:three|3) quarters? of an? (?={_LENGTH})": "0.75 ",
    rf"\b(?:a )?quarter (?:of )?(?:an? )?(?={_LENGTH})": "0.25 ",
    rf"\b(?:a )?couple (?:of )?(?={_LENGTH})": "2 ",
    rf"\b(?:an? )?few (?={_LENGTH})": "3 ",
    rf"\ban? (?={_LENGTH})": "1 ",
    rf"(?<![\d.])(\d+) ({_LENGTH}) and (?:a )?half\b": r"\1.5 \2",
    rf"(?<![\d.])(\d+) ({_LENGTH}) and (?:a )?quarter\b": r"\1.25 \2",
    rf"\b(\d+) and 0(\.\d+) (?={_LENGTH})": r"\1\2 ",
    rf"(?<![\d.])(\d+) ?({_LENGTH}) and 0(\.\d+)(?! ?\w)": r"\1\3 \2",
    rf"(?<![\d.])(\d+) ?({_LENGTH}) and 0(\.\d+)(?= ago| from| later)": r"\1\3 \2",
    r"^(?:(in) )?(hours?|days?|weeks?|nights?|minutes?|months?|fortnights?)"
    r" (?=ago\b|from now)": r"1 \2 ",
    r"^(hour|day|week|month) and (?:a )?half\b": r"1.5 \1",
    r"\b(\d+) fortnights?\b": lambda found: f"{2 * int(found[1])} weeks",
    r"\bfortnights? ago\b": "2 weeks ago",
    r"(?<=\d) ?-?ish\b|(?<=noon)-?ish\b|(?<=night)-?ish\b|(?<=pm)-?ish\b|(?<=am)-?ish\b": "",
    r"(?<![\w])(?:or so|or thereabouts|i think|i guess|or something)\b": "",
    r"(?<![\w])(?:about|around|roughly|approx(?:imately)?\.?|circa|ca\.|like|maybe|probably"
    r"|almost|nearly|just over|just under|say)\b(?! ?$)": "",
    r"(?<=\d)(?:~| ~ )(?=\d)": "-",
    r"~ ?(?=\d)": "",
}
_SPELT: Final = tuple((re.compile(pattern), said) for pattern, said in _SAID.items())
_ANY_SAID = re.compile("|".join(f"(?:{pattern})" for pattern in _SAID))

KNOWN: Final = (
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    *("morning", "afternoon", "evening", "night", "yesterday", "today", "tomorrow", "tonight"),
    *("minutes", "hours", "midnight", "weekdays", "weekends"),
)
_LONG_WORD = re.compile(r"(?<!\w)[a-z]{5,12}(?!\w)")
_TWO_SLIPS_FROM: Final = 7  # letters


def hyphens(text: str) -> str:
    """Return the text with every dash and minus sign as a hyphen."""
    return re.sub("[‐‑‒–—−]", "-", text)


def decimal(typed: str) -> float:
    """Return a number that is typed with a point or a comma."""
    return float(typed.replace(",", "."))


def decimals(text: str) -> str:
    """Return the text with fractions as decimals (``1½ h``, ``2 1/2 hours``), before it is folded.

    Compatibility forms would turn ``1½`` into ``11⁄2``.
    """
    if text.isascii() and "/" not in text:
        return text
    text = _FRACTION.sub(lambda found: (found[1] or "0") + _FRACTIONS[found[2]], text)
    text = _AND_FRACTION.sub(lambda found: f"and {_share(found[1], found[2])}", text)
    return _ASCII_FRACTION.sub(
        lambda found: (found[1] or "0") + _share(found[2], found[3]).removeprefix("0"), text
    )


def spelt(plain: str) -> str:
    """Return folded words of time in the spelling the grammars know."""
    said = _WORD.sub(lambda found: _SYNONYMS.get(found[0], found[0]), plain)
    if _ANY_SAID.search(said) is not None:  # seldom: one look instead of forty
        for pattern, instead in _SPELT:
            said = pattern.sub(instead, said)
    return " ".join(said.split()).strip(" ,!?")


def mended(plain: str) -> str:
    """Return the words with typing slips mended, as far as each is near one known word only.

    One slip is mended, two from seven letters on; short words are left alone.
    """
    return _LONG_WORD.sub(_mend, plain)


def _mend(typed: re.Match[str]) -> str:
    word = typed[0]
    if word in KNOWN:
        return word
    slips = 2 if len(word) >= _TWO_SLIPS_FROM else 1
    near = process.extract(word, KNOWN, scorer=OSA.distance, score_cutoff=slips, limit=2)
    if not near or (len(near) > 1 and near[0][1] == near[1][1]):
        return word
    return near[0][0]


def _number(words: str) -> int:
    return sum(_NUMBERS[word] for word in re.split("[ -]", words))


def _share(above: str, below: str) -> str:
    return f"{int(above) / int(below):.4g}"
