"""French rules for numbers, times and days."""

import re
from re import Match
from typing import Final

from bot.domain.tongues.french.parts import DAY, HOURS
from bot.domain.tongues.notation import MONTHS, one_of
from bot.domain.tongues.tongue import Rules

_MONTH: Final = r"(?:janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)[a-z]*\.?"
_UNIT: Final = r"(?:heures?|hrs?|h|min(?:ute)?s?|mn|jours?|j|semaines?|sem|mois)"

_NUMBERS: Final = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14,
    "quinze": 15, "seize": 16, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50,
    "soixante": 60,
}  # fmt: skip
_TWO_TO_60: Final = one_of(word for word, number in _NUMBERS.items() if number > 1)


def _number(found: Match[str]) -> str:
    """Return "quatre-vingt-dix", "vingt et un", "quarante-cinq" in digits."""
    total = 0
    for word in re.split(r"[ -]", found[0].replace(" et ", " ").replace("vingts", "vingt")):
        total = 80 if (word, total) == ("vingt", 4) else total + _NUMBERS[word]
    return str(total)


def _beside(found: Match[str]) -> str:
    """Return "8h moins le quart", "midi et demi", "7 heures trois quarts" as a clock shows them."""
    noon = {"midi": 12, "minuit": 24}.get(found[1])
    hour, said = noon or int(found[1]), found[2].split()[-1]
    minute = {"quart": 15, "quarts": 45}.get(said) or (int(said) if said.isdigit() else 30)
    if "moins" in found[0]:
        hour, minute, noon = (hour or 24) - 1, 60 - minute, hour
    return f"{hour % 24}{':' if noon else 'h'}{minute:02}"


def _date(found: Match[str]) -> str:
    """Return "le 3/2" as "3 feb": the day is first."""
    return f"{found[1]} {MONTHS[int(found[2]) - 1]}"


def minutes(found: Match[str]) -> str:
    """Return a run of "1h30" in minutes, behind the words before it."""
    return f"{found[1]} {60 * int(found[2]) + int(found[3] or 0)} min"


RULES: Final[Rules] = {
    # numbers
    r"(?<=\d )sept\b(?! ?h)": "september",
    r"\b(?:(?:quatre-vingt|dix|vingt|trente|quarante|cinquante|soixante)s?"
    rf"(?:[ -](?:et[ -])?(?:{_TWO_TO_60}|une?)\b)+|{_TWO_TO_60}|quatre-vingts)\b": _number,
    # lengths
    r"\b(?:une? )?(?:bonne |petite |grosse )?(?:demi[- ]?heure|1/2 ?h(?:eure)?)\b": "30 min",
    r"\b3[- ]quarts? (?:de )?heures?\b": "45 min",
    r"\b(?:un )?(?:petit )?quart (?:de )?heure\b": "15 min",
    r"\b(?:une?|1) (?:bonne |petite |grosse )?(?=heures?\b|minute|jour|semaine|mois|kilom)": "1 ",
    r"\b(\d+) (jours?|semaines?|kilometres?|km|bornes) et demie?\b": r"\1.5 \2",
    # clock times
    rf"\b(\d{{1,2}}(?={HOURS})|midi|minuit)(?:{HOURS})? (?:et |moins |moins un )?"
    r"(demie?|quart|1/2|3 quarts|5|10|15|20|25|30|45)\b(?! ?(?:h|m|k|/))": _beside,
    rf"\b(?<!en )(0?\d|1[0-2])(?:{HOURS}|:)([0-5]\d)? ?(?:de )?(?:mat|nuit)\w*": r"\1:\2am",
    rf"\b(?<!en )(0?\d|1[0-2])(?:{HOURS}|:)([0-5]\d)?"
    r" ?(?:de )?(?:soir|apr)[\w-]*(?: midi)?": r"\1:\2pm",
    rf"\b(\d\d)(?:{HOURS}|:)([0-5]\d)? de (?:soir|apr)[\w-]*(?: midi)?": r"\1:\2",
    r"\b(\d{1,2}) ?(?:heures?|h) (\d\d)\b(?! ?(?:m\w*|km|kg|h|sec\w*))": r"\1h\2",
    # ago, in, since
    r"\b(?:(?:il )?y ?'?a|ca fait) (?:environ |a peu pres |genre |presque |deja |a peine )?"
    rf"((?:\d+(?:[.,]\d+)?|quelques|une?) ?{_UNIT}"
    r"(?:(?: et)? ?\d+(?: ?(?:min\w*|mn|heures?|h)\b)?)?)(?! ?\d)": r"\1 ago",
    r"\b(?:dans|de ici) (?=\d|une?\b|quelques)": "in ",
    rf"\bdepuis (\d+ ?{_UNIT})\b": r"since \1 ago",
    r"\b(?:pendant|durant|pour) (?=\d+ ?(?:jour|j\b|sem|mois))": "",
    r"\b(?:jusqu'?(?:a|au)|jusque|avant(?! hier)) (?=\w)": "until ",
    # days
    r"\b(?:7 ?j(?:ours)?(?:/| sur )7(?: jours)?|(?:chaque|tou[st]s?|ts) jours?|tlj"
    r"|quotidien\w*)\b": "daily",
    r"\b(?:(?:en|pendant|jours? de) semaine|jours? (?:ouvr\w+|travailles?))\b(?! pro)"
    r"|^semaine$": "weekdays",
    r"\b(?:tous |chaque |ts )?(?:week[- ]?ends?|we|wk)\b": "weekends",
    rf"\b(?:de |entre )?({DAY}) ?(?:au|a|jusqu'au|->|→) ?({DAY})": r"\1-\2",
    rf"\b(?:ce )?({DAY})((?: \w+)?)(?: de)? semaine (?:derniere|passee)\b": r"\1\2 last week",
    rf"\b(?:ce )?({DAY})((?: \w+)?)(?: de)? semaine pro\w*": r"\1\2 next week",
    rf"\b(?:(?:ce )?({DAY})((?: (?!de)\w+)?) (?:derniers?|passe)\b"
    rf"|dernier ({DAY}))": r"last \1\2\3",
    rf"\b(?:(?:ce )?({DAY})((?: (?!de)\w+)?) (?:pro\w*|suivant|qui vient)\b"
    rf"|prochain ({DAY}))": r"next \1\2\3",
    rf"\bce ({DAY})": r"this \1",
    r"\bsemaine pro\w*": "next week",
    r"\bsemaine (?:derniere|passee)\b": "last week",
    # dates
    rf"({DAY}) (1[3-9]|2\d|3[01]|\d\d?(?= a| vers))(?=$| a| vers|,)": r"\1 \2th",
    r"\b(?:le|au|until) (\d{1,2})/(0?[1-9]|1[0-2])(?![/\d])": _date,
    rf"\b(?:le |au )?(\d{{1,2}})(?:er)? (?={_MONTH}(?:\W|$))": r"\1 ",
    r"(?<=\d )mar\b": "march",
    r"\b(?:le|au) (\d{1,2})(?:er)?\b(?![:./h]|,\d| ?(?:h|heures?|km|min|m|kg|sur)\b)": r"\1th",
    # clock times once more
    rf"\b(?:de |entre )?(\d{{1,2}})(?:{HOURS}|:)(\d\d)? ?(?:a|-|et) ?(\d{{1,2}})(?:{HOURS}|:)"
    r"(\d\d)?(?!\d)": r"\1:\2-\3:\4",
    rf"\b(?:a|vers|pour|autour de|aux (?:alentours|environs) de) (\d{{1,2}})(?:{HOURS}|:)"
    r"([0-5]\d|(?! ?\d\d\b))(?!\d)": r"at \1:\2",
    r"\b(?:a|vers|pour|autour de)"
    r" (?=\d{1,2}(?:[ ,?]*$|[ap]m|:\d\d| ?(?:,|\?|du|demain|hier|le|ce|pour|et|avec|min\b))"
    r"|midi|minuit)": "at ",
    r"^(.*(?:footing|sortie|long|easy|run|intervals|tempo|sprint|marche|seuil|cotes)\b.*"
    rf" {DAY},?(?: (?:a|at) [\d:h]+)?) ([1-4]){HOURS}([0-5]\d)?$": minutes,
    rf"\b((?:{DAY},?|midi|soir|matin|aprem|demain|hier|aujourd'hui) )(\d{{1,2}}){HOURS}"
    r"([0-5]\d|(?=.)(?! ?\d)|(?<=[12]\dh)$|(?<=[12]\d heures)$)(?!\d)": r"\1\2:\3",
    rf"(?<![\d.,:])(?<!dormi )(?<!in )(1[3-9]|2[0-3]){HOURS}([0-5]\d)?\b(?! (?:ago|de ))": r"\1:\2",
    r"(?<=\d):(?!\d)": ":00",
    r"\b(\d+) ?j\b(?!/)": r"\1 days",
}
