"""Spanish rules for numbers, times and days."""

from re import Match
from typing import Final

from bot.domain.tongues.notation import one_of
from bot.domain.tongues.tongue import Rules

_DAY: Final = r"(?:mon|tue|wed|thu|fri|sat|sun)(?:(?:s|nes|rs|ur)?day)?\b"
# A month, its first letters kept.
_MONTH: Final = (
    r"(ene|feb|mar|abr|mayo|may|jun|jul|ago|sep|set(?=i)|oct|nov|dic)"
    r"(?:ro|rero|zo|il|io|sto|tiembre|iembre|ubre|t|)\b\.?"
)
_UNIT: Final = r"(?:horas?|hrs?|hs?|minutos?|min|dias?|semanas?|meses|mes|anos?)"
_LENGTH: Final = rf"(?:\d+(?:[.,]\d+)?|una?)(?: ?[-ao] ?\d+)? ?{_UNIT}(?:(?: y)? \d+(?: min)?)?\b"
# A clock time, hour and minutes kept.
_AT: Final = r"(\d{1,2})(?:[:.h](\d\d))?"

NUMBERS: Final = {
    "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8,
    "nueve": 9, "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15,
    "dieciseis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19, "veinte": 20,
    "veintiun": 21, "veintidos": 22, "veintitres": 23, "veinticuatro": 24, "veinticinco": 25,
    "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80,
    "noventa": 90,
}  # fmt: skip
_ONE_TO_NINE: Final = one_of(word for word, number in NUMBERS.items() if number < 10)
_TENS: Final = one_of(word for word, number in NUMBERS.items() if number > 25)
# Eleven may be a time of the day.
_TWO_TO_25: Final = one_of(
    word for word, number in NUMBERS.items() if 1 < number <= 25 and number != 11
)
_DAYS: Final = {
    "lun": "monday", "mar": "tuesday", "mie": "wednesday", "jue": "thursday", "vie": "friday",
    "sab": "saturday", "dom": "sunday",
}  # fmt: skip
_LETTERS: Final = {
    "l": "monday", "m": "tuesday", "x": "wednesday", "j": "thursday", "v": "friday",
    "s": "saturday", "d": "sunday", "y": "and", "a": "to",
}  # fmt: skip
_MONTHS: Final = {"ene": "jan", "abr": "apr", "ago": "aug", "set": "sep", "dic": "dec"}
_SHARES: Final = {"media": 30, "cuarto": 15}


def _number(found: Match[str]) -> str:
    """Return "treinta y cinco" in digits."""
    return str(sum(NUMBERS[word] for word in found[0].split(" y ")))


def _letters(found: Match[str]) -> str:
    """Return "l, x y v" as the days of the week they are."""
    return " ".join(_LETTERS.get(letter, letter) for letter in found[0])


def _day(found: Match[str]) -> str:
    """Return a day in English; a short one stays short, and "b" and "v" sound the same."""
    day = _DAYS[found[1].replace("b", "v")[:3].replace("sav", "sab")]
    return day if len(found[1]) > 4 else day[:3]


def _date(found: Match[str]) -> str:
    """Return "3 de enero de 2026" as "3 jan 2026"."""
    return f"{found[1]} {_MONTHS.get(found[2], found[2])[:3]} {found[3] or ''}".strip()


def _numeric_date(found: Match[str]) -> str:
    """Return "el 3/1" as "3.1.": the day is first."""
    return "{}.{}.".format(*(each for each in found.groups() if each))


def _on_day(found: Match[str]) -> str:
    """Return what stands before a day: "desde el", "al", or nothing."""
    return "since " if "desde" in found[0] else "to " if "al " in found[0] else ""


def _hours_and(found: Match[str]) -> str:
    """Return "hora y media", "2 horas y cuarto" in minutes."""
    hours = int((found[1] or "1").replace("una", "1"))
    return f"{60 * hours + int(_SHARES.get(found[2], found[2]))} min"


def _and_half(found: Match[str]) -> str:
    """Return "un km y medio" as "1.5 km"."""
    return f"{found[1].replace('un', '1')}.5 {found[2]}"


def _minutes(found: Match[str]) -> str:
    """Return "corrí una hora" with its minutes."""
    return f"{found[1]} {60 * int(found[2].replace('una', '1'))} min"


def _duration(found: Match[str]) -> str:
    """Return "1h30" in minutes."""
    return f"{60 * int(found[1]) + int(found[2])} min"


def _to(found: Match[str]) -> str:
    """Return "un cuarto para las 7" as "at quarter to 7"."""
    return f"at {found[1].replace('cuarto', 'quarter')} to {found[2]}"


def _less(found: Match[str]) -> str:
    """Return "7 menos cuarto" as 6:45."""
    hour = (int(found[1]) or 24) - 1 or 12
    return f"{hour}:{60 - int(_SHARES.get(found[2], found[2])):02}"


def _past(found: Match[str]) -> str:
    """Return "7 y media" as 7:30, "las 7 y 10" as 7:10."""
    return f"{found[1] or found[3]}:{int(_SHARES.get(found[2]) or found[4]):02}"


def _full_hour(found: Match[str]) -> str:
    """Return "las 7 horas" as "las 07:00"."""
    return f"las {int(found[1]):02}:00"


def _on_the_hour(found: Match[str]) -> str:
    """Return "18 hs" as "at 18:00"."""
    return f"at {found[1] or found[2]}:00"


def _in_part(found: Match[str]) -> str:
    """Return "7 de la tarde" as 7pm, "1 de la noche" as "1 at night"."""
    hour, part, at = int(found[1]), found[3], found[1] + (f":{found[2]}" if found[2] else "")
    if not 0 < hour < 13:
        return at if found[2] else f"{at}:00"
    if part == "noche" and (hour == 12 or hour < 5):
        return f"{at} at night"
    return at + ("am" if part == "madrugada" or (part == "manana" and hour < 12) else "pm")


def _part(found: Match[str]) -> str:
    """Return "por la tarde" as "afternoon"."""
    return {"manana": "morning", "tarde": "afternoon", "noche": "night"}[found[1]]


RULES: Final[Rules] = {
    # numbers
    rf"\b(?:{_TENS}(?: y {_ONE_TO_NINE})?|{_TWO_TO_25})\b": _number,
    r"(?<=las )once\b|\bonce(?= (?:y|menos|horas?|min|minutos?|dias?|km|de)\b)": "11",
    r"\blas? una\b|^una(?= y| menos)": "la 1",
    r"\b(?:primero|uno|1ro|1º)(?= de [a-z]{3,10}\b)": "1",
    # days and dates
    r"(?<=\d) ?([ap])\.? ?m\b\.?": r"\1m",
    r"^(?!lmv)[lmxjvsd](?:(?:[ ,/+-]|\b[ya]\b)*[lmxjvsd])+$": _letters,
    r"\b(lunes|martes|miercoles?|jue[vb]es|[vb]iernes|sa[bv]ados?|domingos?|lun|mier?|juev?"
    r"|vier?|sab|dom)\b\.?": _day,
    rf"\b(\d{{1,2}}) (?:de )?{_MONTH}(?: (?:del? )?(20\d\d))?": _date,
    r"(?<!\d )\bmar\b\.?(?! \d{1,2}(?![\d:.,/h]| ?(?:hs?|min|km|am|pm)\b))": "tue",
    r"\b(\d{1,2})/(\d{1,2})/(\d{2,4})\b": r"\1.\2.\3",
    r"\bel (?:dia )?(\d{1,2})[/-](\d{1,2})\b|\b(?!\d+/10\b,? \d+ ?h)(\d{1,2})/(\d{1,2})"
    r"(?=,? (?:a las? )?\d{1,2}(?:[:.h]| ?hs?\b)|,? a las? \d|,? por la)"
    r"|^(\d{1,2})/(\d{1,2})$": _numeric_date,
    r"\b(?:el (?:dia )?|dia )(\d{1,2})(?![\d/:h]|[.,]\d| ?(?:km?|min|hs?|am|pm|x|de|m)\b)": r"\1th",
    r"\b(?:(?:los|las|de|por|todos|cada|para|en|el|del|dia|desde|al) )*"
    rf"(?=(?:este |proximo |pasado )?{_DAY})": _on_day,
    rf"\b(?:pasado|ultimo) ({_DAY})|({_DAY}) (?:pasado|anterior)\b": r"last \1\2",
    rf"\b(?:proximo|prox) ({_DAY})"
    rf"|({_DAY}) (?:que (?:viene|entra)|proximo|siguiente)\b": r"next \1\2",
    rf"(?:\bsince )?({_DAY}) ?(?:a|al|hasta|to)(?: el)?(?: to)? (?={_DAY})": r"\1 to ",
    r"\b(?:de )?la (?:semana que viene|proxima semana)\b": "next week",
    r"\b(?:de )?la (?:semana pasada|pasada semana)\b": "last week",
    # lengths
    r"\b(?:unos|unas|como|casi|aprox\w*\.?|mas o menos) (?=\d)": "",
    r"\b(?:un )?par de ": "2 ",
    r"\bmedia hor(?:a|ita)\b": "30 min",
    r"\b3 cuartos? de hora\b": "45 min",
    r"\b(?:un )?cuarto de hora\b": "15 min",
    r"\b((?:dormi|dormido)\b[\w ]*? \d{1,2}) ?(?:horas?|hs?) y media\b": r"\1.5 h",
    r"\b(?:(una|\d{1,2}) ?)?(?:horas?|hs?) (?:y|con)"
    r" (media|cuarto|\d{1,2})\b(?: ?min\w*)?": _hours_and,
    r"\b(\d{1,3}|un) ?(km|kilometros?|dias?|semanas?) y medi[oa]\b": _and_half,
    # ago, how long
    rf"\b(?:hace(?: ya| como| unos| unas| casi| mas o menos)* )({_LENGTH})(?: atras)?"
    rf"|\b({_LENGTH}) atras\b": r"\1\2 ago",
    rf"^(?:por|durante) ({_LENGTH})$": r"\1",
    r"\b((?:corr|trot|camin|rod|anduv)\w+(?: durante| por)?) (una|[1-4]) ?(?:horas?|h)\b"
    r"(?! ?\d)": _minutes,
    r"(?<=en )(\d) ?h(?:oras?)? ?([0-5]\d)(?: ?min\w*)?\b(?! ?h)": _duration,
    # clock times
    r"\b(?:a )?(?:falta[nb]? )?(?:un )?(cuarto|\d{1,2})(?: min\w*)? (?:para|pa|antes de) las?"
    r" (\d{1,2})\b": _to,
    r"\b(\d{1,2}) menos (cuarto|\d{1,2})\b": _less,
    r"\b(\d{1,2}) y (media|cuarto)\b"
    r"|(?:(?<=las )|(?<=la )|^)(\d{1,2}) (?:y|con) (\d{1,2})(?=$| (?!km|x))": _past,
    r"(?<=\d) (?:en punto|y pico)\b": "",
    r"\blas (\d{1,2}) ?(?:horas|hs|hrs)\b": _full_hour,
    r"\b(?:(?:a|sobre|hacia|para|como|a eso de|tipo|de) )*las? (?=\d)|\btipo (?=\d)": "at ",
    r"\b(1[3-9]|2[0-4]) ?hs\b|\bat (1[3-9]|2[0-4]) ?h\b": _on_the_hour,
    r"(?<=:\d\d) ?hs\b|(?<=at \d) ?h\b": "",
    # parts of the day
    rf"\b{_AT} (?:horas |hs? )?(?:del?|(?:de|por|en|a|am de|pm de) la)"
    r" (manana|madrugada|tarde|noche|mediodia)\b": _in_part,
    r"\b(?:(?:por|en|a) la )?tarde(?= at (?:[5-9]|1[7-9]|2[0-2])\b)": "evening",
    r"\besta evening\b": "this evening",
    r"\besta (?:manana temprano|madrugada)\b": "early this morning",
    r"(?:\b(?:por|en) la manana )?\btemprano\b|\ba primera hora"
    r"|\b(?:de|por la|de la) madrugada\b": "early morning",
    r"\bhoy (?:(?:por|en|a|de) la|de) (?=manana|tarde|noche)": "esta ",
    r"\b(?:por|en|a|de) la (manana|tarde|noche)\b": _part,
}
