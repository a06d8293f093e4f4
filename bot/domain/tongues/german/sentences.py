"""German rules for what is asked and told."""

from typing import Final

from bot.domain.tongues.german.parts import AMOUNT, DAY, ONE
from bot.domain.tongues.tongue import Rules

# What stands between a thing and that it was done; a dot or comma only in numbers.
_REST: Final = r"((?: (?:[^,.;!?]|(?<=\d)[.,](?=\d))*?)?)"
_DONE: Final = (
    r"(?:gemacht|trainiert|gehabt|absolviert|geschafft|erledigt|beendet|durchgezogen|hinter mir"
    r"|gepumpt)"
)
# "Legs", up to how they feel.
_FEEL: Final = (
    r"\b(?:meine )?(?:beine|legs)"
    r"(?: (?:sind|waren|fue?hlen sich|noch|sehr|total|echt|richtig|ganz|heute|so|mega|super))+"
)
# Words a time begins or ends with.
_TIME: Final = (
    rf"(?:{DAY}|mon|tue|wed|thu|fri|sat|sun|heute|gestern|morgen|frue?h|\w*abend|\w*mittag"
    r"|um \d{1,2}|\d:\d\d)"
)

RULES: Final[Rules] = {
    r"\bbei (?=\d{1,2} ?(?:/|von) ?10\b)": "at ",
    r"\b(minuten|stunden?|tage|wochen?|monate?) lang\b": r"\1",
    # whole answers
    r"^bis (?:zum |einschließlich )?": "until ",
    r"^habe? ich(?: schon)?$": "done",
    r"^immer$": "daily",
    r"\bimmer (?=\w+tags?|\w+ und)": "",
    r"^(?:gerade|eben|grad)$": "now",
    # sets, and what was done
    r"\b(\d{1,2}) ?(?:mal|x) ?(?=\d)": r"\1x",
    r"\b(\d{1,2})er(?= gelaufen| gejoggt| lauf)": r"\1 km",
    rf"\b(?:ich )?(?:habe?|hatte)\b([^?]*\d ?x ?\d[^?]*?) {_DONE}\b": r"i did \1",
    rf"(\d ?x ?\d[^?,;]*?) {_DONE}\b": r"\1",
    r"\b(?:mein(?:en?)? |die )?(?:beine?n?|bein-?(?:tag|training|einheit|session|workout)|leg ?day"
    rf"|(?<!swollen )(?<!numb )legs(?! are| gave| and)){_REST} {_DONE}\b": r"did legs\1",
    rf"\bwar{_REST} (?:beine? (?:trainieren|machen|pumpen)"
    r"|beim bein(?:tag|training))\b": r"did legs\1",
    rf"\b(?:beine|beintag|beintraining|legs|leg day){_REST}"
    r" (?:fertig|durch)\b(?! mit)": r"legs done\1",
    rf"\b(?:{ONE} )?((?:(?:locker|lang|ruhig|schnell)e[nr] )?)"
    rf"(?:dauer|trainings|morgen|abend)?lauf{_REST} {_DONE}\b": r"did run \1\2",
    rf"\b(?:war|bin){_REST} (?:laufen|joggen|rennen)(?: gewesen| gegangen)?\b(?!\?)": r"ran\1",
    rf"\b(?:war|bin){_REST} wandern(?: gewesen| gegangen)?\b": r"hiked\1",
    rf"\b(?:war|bin){_REST} (?:spazieren|walken)(?: gewesen| gegangen)?\b": r"walked\1",
    # how long, sleep
    r"(?<!in )(?<!\d )\b(\d(?:[.,]\d\d?)? ?(?:stunden?|std|h)\b\.?(?: ?\d\d ?min\w*)?)"
    r"(?= (?:(?:lang|locker|ruhig|heute|\d+ km) )*"
    r"(?:gelaufen|gejoggt|gerannt|laufen|joggen|rennen|spazier|gegangen|trainiert))": r"for \1",
    r"\b(?:heute|letzte|gestern|diese|die|vergangene) nacht (?:(?:hab\w* ich|nur) )*"
    r"((?:[^,;!?]*?)geschlafen)": r"\1 last night",
    r"\bgeschlafen(?: habe? ich)?:? (?=(?:nur )?\d)": "slept ",
    r"\b(?:ich )?(?:habe?) ((?:nur )?\d[^,;]*? )geschlafen\b": r"i \1sleep",
    # soreness, how legs feel
    r"\bmuskelkater (?:in|an) (?:den|meinen) (?:beinen|oberschenkeln|waden|quads)\b": "muskelkater",
    r"\bmuskelkater(?: ist| liegt| hab\w*| von| bei| stufe| level|:)*(?: etwa"
    r"| jetzt)? (?=\d)": "soreness ",
    r"\b(\d{1,2}) (?:von|aus|auf) 10\b": r"\1/10",
    rf"{_FEEL} (?:tot|platt|kaputt|im eimer|hinue?ber|leer)(?: an)?\b": "dead legs",
    rf"{_FEEL} (?:schwer|wie blei)(?: an)?\b": "heavy legs",
    rf"{_FEEL} (?:frisch|fit|erholt|locker|leicht)(?: an)?\b": "fresh legs",
    rf"{_FEEL} (?:gut|ok)(?: an)?\b": "good legs",
    r"\bbeine wie (?:blei|pudding)\b": "heavy legs",
    # reminders
    r"\berinnere? mich(?! nicht)(?: bitte| nochmal| noch mal| wieder| daran| dran)*"
    r"((?: (?:in|um|morgen|heute|spae?ter)\b[^,]*?)?)"
    r"(?: (?:bitte|nochmal|noch mal|wieder|daran|dran|erneut))*(?=[.!]*$)": r"remind me\1",
    r"^(in [^,?]*?\d+[^,?]*?)(?: bitte)?(?: nochmal| noch mal| wieder)? erinnern$": r"remind me \1",
    r"^(in [^,?]*?\d+[^,?]*?) (?:nochmal|noch mal|wieder|erneut)$": r"later \1",
    # asking
    r"^ich (darf|kann|soll|sollte|koe?nnte)\b(?=.*\?)": r"\1 ich",
    r"\b(?:geht|ginge|passt|klappt|wae?r)(?: (?:auch|schon|wieder))*(?: eine?)?"
    r"((?: (?:heute|morgen|jetzt|ue?bermorgen)(?: frue?h| abend)?)?)(?: eine?)?"
    r"((?: (?:locker|leicht|ruhig|kurz|lang)\w*)?)"
    r" (?:laufen|joggen|lauf|run|runde)\b": r"can i run\1\2",
    r"\b(?:ist|wae?re?|wae?r)(?: es)?((?: (?:heute|morgen|jetzt|wieder|schon))*)(?: ein)?"
    r" (?:laufen|joggen|lauf|rennen)((?: \w+)*?)"
    r" (?:ok\w*|in ordnung|erlaubt|drin|moe?glich|gut|sicher)\b": r"is running ok\1\2",
    r"\bbin ich (?=(?:\w+ ){0,3}(?:bereit|fit|erholt|soweit))": "",
    r"\bzum? (?=laufen|joggen|rennen|lauf)": "to ",
    rf"\b(ich\b[^?]*?\b{_TIME}) (?={AMOUNT} ?(?:km|kilometer|meter|min|minuten)\b)": r"\1, ",
    rf"\b({_TIME}) (?={AMOUNT} ?(?:km|kilometer|meter|min|minuten)\b.*"
    r"(?:gelaufen|gejoggt|gerannt|trainiert|laufen|joggen))": r"\1, ",
}
