"""Portuguese rules for numbers, times and days."""

from re import Match
from typing import Final

from bot.domain.tongues.notation import one_of
from bot.domain.tongues.portuguese.parts import DAY
from bot.domain.tongues.tongue import Rules

_UNIT: Final = r"(?:h(?:oras?|rs?|s)?|min(?:uto|utinho)?s?|dias?|semanas?|mes(?:es)?)\b"
_LENGTH: Final = rf"(?:\d{{1,2}}h\d\d\b|\d+(?:[.,]\d+)? ?{_UNIT})(?:(?: e)? \d+ ?{_UNIT})?"
_ABOUT: Final = r"(?:(?:mais ou menos|cerca de|quase|uns|umas|por volta de) )?"
# A part of the day behind a clock time.
_OF_DAY: Final = r"(?: d[ae]|,)? (?:manha|tarde|noite|madrugada)"
# "h", "horas" behind a number.
_HOURS: Final = r"(?: ?h(?:oras?|rs?|s)?)?"
# Articles, alone or in a preposition.
_THE: Final = r"(?:(?:[ao]s?|n[ao]|on|d[aoe]) )?"

NUMBERS: Final = {
    "um": 1, "uma": 1, "dois": 2, "duas": 2, "tres": 3, "quatro": 4, "cinco": 5, "seis": 6,
    "sete": 7, "oito": 8, "nove": 9, "dez": 10, "onze": 11, "doze": 12, "treze": 13,
    "quatorze": 14, "quinze": 15, "dezesseis": 16, "dezessete": 17, "dezoito": 18,
    "dezenove": 19, "vinte": 20, "trinta": 30, "quarenta": 40, "cinquenta": 50, "sessenta": 60,
    "noventa": 90,
}  # fmt: skip
_COUNT: Final = one_of(word for word, number in NUMBERS.items() if number > 1)
_MONTHS: Final = {
    "fev": "feb", "abr": "apr", "mai": "may", "ago": "aug", "set": "sep", "out": "oct",
    "dez": "dec",
}  # fmt: skip
_DAYS: Final = {
    "seg": "monday", "ter": "tuesday", "qua": "wednesday", "qui": "thursday", "sex": "friday",
    "sab": "saturday", "dom": "sunday", "2a": "monday", "3a": "tuesday", "4a": "wednesday",
    "5a": "thursday", "6a": "friday",
}  # fmt: skip


def _date(found: Match[str]) -> str:
    """Return "3 de fevereiro de 2026" as "3 feb 2026"."""
    return f"{found[1]} {_MONTHS.get(found[2], found[2])} {found[3] or ''}"


def _tens_and_ones(found: Match[str]) -> str:
    """Return "trinta e cinco" in digits."""
    return str(NUMBERS[found[1]] + NUMBERS[found[2]])


def _number(found: Match[str]) -> str:
    """Return "cinco" in digits."""
    return str(NUMBERS[found[1]])


def _to(found: Match[str]) -> str:
    """Return "15 pras 7" as 6:45."""
    return f"{int(found[2]) - 1 or 12}:{60 - int(found[1]):02}"


def _past(found: Match[str]) -> str:
    """Return "as 7 e 5" as "as 7:05"."""
    return f"{found[1]}:{int(found[2]):02}"


def _day(found: Match[str]) -> str:
    """Return a day in English; a short one stays short."""
    day = _DAYS[found[1][:3]]
    return day[:3] if len(found[1]) < 4 else day


RULES: Final[Rules] = {
    r"\bdaqui (?:a|em)\b": "em",
    # before "quis" may be a Thursday
    r"^(?:não,? |desculpa,? )*(?:eu )?quis dizer\b": "meant",
    # "no" is "in the": it stays English only before what English denies; "ter" is "to have" too
    r"\b(?:naum|nn|n(?:um)?(?="
    r" (?:t[eo]\w*|estou|tive|sint\w|sent\w+|cons\w+|fi\w+|da|posso|ha|desm\w+"
    r"|vom\w+)\b))\b": "nao",
    r"\bno(?= \w)(?! (?:any|more|\w+ pains?|dizz\w*|rhabdo\w*|dvt|thrombosis|blood|clots?"
    r"|chesty?|cough\w*|heart|faint\w*|short\w*|breath\w*|dark|brown|urine|pee|bladder"
    r"|bowel|numb\w*|tingl\w*|calf|lower|swoll?en|swelling|severe|legs?(?! (?:press|curl))"
    r"|thighs?|fever\w*|high|flu|influenza|covid|bronchitis|pneumonia|vomit\w*|diarrh\w*|food|sharp"
    r"|stabbing|shooting|pains?|runs?|running|easy|long|tempo|walk|intervals?|sprints?|race"
    rf"|{DAY})\b)\b": "on",
    # dates
    r"\b(?:primeiro(?= de)|(?<=dia )primeiro)\b": "1",
    r"\b(?:(?:on )?dia )?(\d{1,2})o? (?:de )?"
    r"(jan|fev|mar|abr|mai|jun|jul|ago|set(?! de \d)|out(?! of)|nov|dez)"
    r"(?:eiro|ereiro|co|il|o|ho|sto|embro|ubro)?\b\.?(?: (?:de )?(20\d\d))?\b": _date,
    r"\b(?:on )?dia (\d{1,2})/(0?[1-9]|1[0-2])(?!/)\b": r"\1.\2.",
    r"\b(?<![\d/])(\d{1,2})/(0?[1-9]|1[0-2])(?= (?:as|a|de) (?:\d|manha|tarde|noite))\b": r"\1.\2.",
    r"\b(?:on )?dia (\d{1,2})o?\b": r"the \1th",
    # numbers
    r"\b(vinte|trinta|(?:quar|cinqu|sess|nov)enta) e"
    r" (uma?|dois|duas|tres|quatro|cinco|seis|sete|oito|nove)(?! pras?| para)\b": _tens_and_ones,
    rf"\b({_COUNT})\b": _number,
    r"\b(\d+) mil\b": r"\g<1>000",
    r"\b(?:(?:as? )?uma(?= e (?:meia\b(?! hora)|\d)| em ponto| da (?:manha|tarde|madrugada))"
    r"|a uma(?= hora)|(?<=pra )uma|(?<=para a )uma)\b": "as 1",
    r"\b(?:pra|para a) as 1\b": "pras 1",
    rf"\buma?(?= (?:{_UNIT}|km|quilometro|quarto)\b)(?! dia de)\b": "1",
    # lengths
    r"\b3 quartos de hora\b": "45 min",
    r"\b(?:uma )?meia (?:hora|horinha|h)\b": "30 min",
    r"\b(?<!\d )hora e meia\b": "1.5 h",
    # clock times by the hour beside them
    r"\b(dormi [^,.;]*?) (?:n?es[st]a|na ultima|a) noite\b": r"\1 last night",
    r"\bmeio[ -]dia e meia?\b": "12:30",
    r"\bmeia[ -]noite e meia\b": "0:30",
    r"\b(?:1 )?quarto (?=pras|para as)\b": "15 ",
    r"\b(?:as )?(\d{1,2})(?: min\w*)? (?:pras|p/ as|pra as|para as|pra(?= 1\b))"
    rf" (\d{{1,2}}){_HOURS}(?! ?(?:km|min))\b": _to,
    rf"\b(?<!\bas )(\d+) ?h(?:oras?|rs?|s)? e meia(?!{_OF_DAY})\b": r"\1.5 h",
    r"\b(?<!\bas )(\d+) ?h(?:oras?|rs?|s)? e"
    rf" (\d{{1,2}})(?: ?min\w*)?(?!{_OF_DAY})\b": r"\1 h \2 min",
    r"\b(\d+) (dia|mes|semana|km|quilometro|k)s? e mei[oa]\b": r"\1.5 \2",
    rf"\b(\d{{1,2}}){_HOURS} e meia(?! maratona)\b": r"\1:30",
    rf"\b(as \d{{1,2}}|^\d{{1,2}}(?={_HOURS} e \d\d$)"
    rf"|\d{{1,2}}(?={_HOURS} e \d{{1,2}}{_OF_DAY})){_HOURS}"
    r" e (\d{1,2})(?: min\w*)?\b": _past,
    # ago, in
    rf"\b(?:ha|faz(?:em)?|tem|tinha) {_ABOUT}({_LENGTH})(?: atras)?(?: que)?\b": r"\1 ago",
    rf"\b(?:a )?{_ABOUT}({_LENGTH}) atras\b": r"\1 ago",
    rf"\b(?:daqui(?: a| ha)?|dentro de) {_ABOUT}(?={_LENGTH})\b": "in ",
    r"\b(?:(?:[ao]|n[ao]|pel[ao])s|por|durante)(?: (?:[ao]s )?proxim[oa]s)?"
    r" (?=\d+ (?:dia|semana|mes)s?)\b": "",
    # days
    r"\b(segunda|seg|terca|quarta|qua|quinta|qui|sexta|sex|sabado|sab|domingo|dom|[2-6]a)s?\.?"
    r"(?:[ -]?feiras?)?\b": _day,
    r"\b(?<!sem )(?<!de )(?<!vou )ter\.?(?=\s*"
    rf"(?:$|[-,;/&+?!]|\d|e\b|(?:a|ate|as|ao) (?:{DAY}|noite|tarde|\d)"
    r"|de (?:manha|tarde|noite)|pela|passad|que vem|noite|tarde|manha|mei[oa]|leve|cedo"
    rf"|{DAY}))\b": "tue",
    rf"\b{_THE}(?:semana que vem|proxima semana)\b": "next week",
    rf"\b{_THE}(?:semana passada|ultima semana)\b": "last week",
    rf"\b{_THE}noite passada\b": "last night",
    rf"\b{_THE}ultim[ao] {DAY}\b": r"last \1",
    rf"\b{_THE}{DAY} passad[ao]\b": r"last \1",
    rf"\b{_THE}prox(?:im[ao]|\.)? {DAY}\b": r"next \1",
    rf"\b{_THE}{DAY} (?:que vem|proxim[ao]|seguinte)\b": r"next \1",
    rf"\bn?es[st][ae] {DAY}\b": r"this \1",
    rf"\b(?:de )?{DAY} (?:a|ate|ao) {_THE}{DAY}\b": r"\1-\2",
    rf"\b(?:tod[ao]s?(?: [ao]s)?|cada) (?={DAY})\b": "every ",
    rf"\b(?:[ao]s?|nas?|nos|aos|d[eao]|em) (?={DAY})\b": "on ",
    r"\b(?:(?:tod[ao]s? os|todo|td) (?:santo )?dias?|diariamente|sempre)\b": "daily",
    r"\b(?:(?:on|nos|os|em) )?(?:dias? (?:de|da) semana|dias? ute?is|dia util)\b": "weekdays",
    r"\b((?:posso|poderia|devo|da pra) [^?,]*?)(?:on|n?este|n?esse) (?:fi(?:m|nal) de semana|fds)\b"
    r"|\b(?:on|n?este|n?esse) (?:fi(?:m|nal) de semana|fds)(?=\?)": r"\1this weekend",
    r"\b(?:(?:on|nos|os|aos|todo|em) )?(?:(?:fi(?:m|ns)|fina(?:l|is)) de semana|fds)\b": "weekends",
    # parts of the day
    r"\b(\d{1,2}(?:[:h]\d\d)?)(?: ?h(?:oras?)?)? da madrugada\b": r"\1am",
    rf"\b{_THE}(?:fim|final) d[ea] (tarde|noite|manha)\b": r"late \1",
    r"\bn?es[st]a (?=manha|tarde)\b": "this ",
    r"\bn?es[st]a noite\b": "tonight",
    r"\b(?:d[ea]|pela|na|a) madrugada\b": "early morning",
    r"\b(?:(?:d[ae]|pela|na) manha(?:zinha)?|(?<=hoje )cedo|(?<=hj )cedo|(?<=amanha )cedo"
    r"|bem cedo)\b": "da manha",
    r"\b(?:d[ae]|pela|na|a) tard(?:e|inha|ezinha)\b": "da tarde",
    r"\b(?:d[ae]|pela|na|a) noit(?:e|inha)(?! (?:toda|inteira))\b": "da noite",
    r"\b(?:[ao]|ao|on) (?=mei[oa][ -])\b": "",
    # clock times
    r"\b(?:das|de|entre(?: as)?) (\d{1,2}(?:[:h]\d\d)? ?h?)(?:s|oras)? (?:as|e|ate as|a)"
    r" (?=\d{1,2}(?!\d| ?km))\b": r"from \1 to ",
    r"\b(\dh|:\d\d) (?:ate )?as (?=\d)\b": r"\1 to ",
    r"\b(?:la p(?:el|r)as|por volta d[ae]s?|pelas|as|pras|ate as|das) (?=\d)\b": "at ",
    r"\bat (\d{1,2}) horas?\b": r"at \1h",
    r"\b(\d{1,2})(?::00)? ?(?:hs|hrs)\b": r"\1h",
    r"\b(\d{1,2}[:h]\d\d) ?(?:hs?|hrs|min)\b": r"\1",
    r"\b(?<=[\dh]) em ponto\b": "",
    r"\b(?<!\d)(\d|1[0-2])([:h]\d\d)? ?h?(?:oras?)?,? da manha\b": r"\1\2am",
    r"\b(?<!\d)(12|[1-4])([:h]\d\d)? ?h?(?:oras?)?,? da noite\b": r"\1\2am",
    r"\b(?<!\d)(\d|1[0-2])([:h]\d\d)? ?h?(?:oras?)?,? da (?:noite|tarde)\b": r"\1\2pm",
    r"\b(?<=[\dh]),? da (?:manha|noite|tarde)\b": "",
    r"\b(?<!in )(1[3-9]|2[0-4])h(?! (?:ago|de sono))\b": r"\1:00",
    rf"\b(at|{DAY}) (\d{{1,2}})h\b": r"\1 \3:00",
    r"\bh(?:oje|j) da noite(?! at)\b": "tonight",
    r"\bontem da noite(?! at)\b": "last night",
    r"\bh(?:oje|j) da (?=manha|tarde)\b": "this ",
    r"\b(?<=[a-z]) da (?=manha|tarde|noite)\b": " ",
}
