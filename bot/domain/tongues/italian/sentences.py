"""Italian rules for what is asked and told."""

from re import Match
from typing import Final

from bot.domain.tongues.italian.parts import DAY
from bot.domain.tongues.tongue import Rules

# A leg day, or legs.
_LEGS: Final = (
    r"(?:(?:le|il|l') ?)?(?:(?:allenamento|sessione|seduta|giornata|giorno)(?: di| delle)? )?"
    r"(?:gambe|leg ?day|legs)"
)
# A run or walk.
_RUN: Final = r"(?:corsett?a|corsa|jogging|camminata|passeggiata|lungo|lento|run)"
# "Legs", up to how they feel.
_FEEL: Final = (
    r"gambe(?: mi| le)?(?: sono| stanno| sento| sembrano| erano| e)?"
    r"(?: molto| un po| davvero| tutte| super| ancora| abbastanza| belle| proprio)?"
)


def _minutes(found: Match[str]) -> str:
    """Return a run of "1,5 ore" in minutes, behind the words before it."""
    hours = float(found[2].replace(",", "."))
    return f"{found[1]} {round(60 * hours) + int(found[3] or 0)} min"


RULES: Final[Rules] = {
    r"\ba (?=\d{1,2} ?/ ?10\b)": "at ",
    # asking
    r"\b(?:fare|farmi)"
    r"(?= (?:circa |una? )?(?:\d+(?:[.,]\d+)? ?(?:km|k\b|chil)|mezza|maratona))": "correre",
    r"\b(?:va bene|e ok|ok|e un problema|che dici|ha senso) se"
    r" (?:corro|vado a correre|esco a correre)": "can i run",
    r"^(?=.*\?)(.*?)\b(?:vado a correre|esco a correre|corro"
    r"|si (?:puo )?corre(?:re)?)\b": r"\1can i run",
    r"\b(?:ho|abbia) recuperato"
    r" (?:abbastanza )?(?:per|x)(?= (?:corr|un|fare))": "am i recovered to",
    r"\bsono pront[oa](?: per| a| di| x)?(?= (?:corr|un|fare|and))": "am i ready to",
    # sleep, how long
    r"^(?=.*dormi)(.*?)\b(?:stanotte|questa notte|ieri notte)\b": r"\1",
    r"\b(\d[\d.,:]*(?: ?h(?:ours?)?)?(?: \d\d min)?) dormit[eo]\b": r"\1 sleep",
    rf"(\bcors[aoi]|\bcorrere|can i run|jogging|\b{_RUN}(?: \w+)?|camminat[oa]|camminare|km in)"
    r"(?: per| di| for| da)? (\d(?:[.,]\d+)?) ?h(?:ours?)?\b(?: (\d\d) min)?(?! ago)": _minutes,
    # what was done
    rf"^({_RUN}\b.*?) (?:fatt|finit)[oaie]$": r"did \1",
    r"^(?!.*\?)(?:(?:una|la|bella) )*(?:corsett?a|corsa|jogging)"
    r"(?= (?:\w+ )?(?:di |da |for )?\d)": "did run",
    r"\bcorsa in discesa": "downhill run",
    rf"\b{_LEGS}(?: sono)? (?:fatt|finit|completat|terminat|allenat)[oaie]\b": "legs done",
    r"\b(?:l'ho |ho )?(?:(?:gia|appena|solo) )*"
    r"(?:fatt[oae]|finit[oa](?: con)?|completato|terminato|allenato|distrutto)(?: appena)?"
    rf" {_LEGS}\b(?! \d)": "did legs",
    r"^(?:si,? )?(?:gia )?fatt[oa](?=[.! ]*$)": "done",
    r"\bl'ho fatto\b": "did it",
    r"(?<=\w )fatt[oaie](?=\s*(?:$|[,.!]))": "done",
    rf"\b({_RUN}(?: \w+)?|km) fatt[oaie]\b": r"\1 done",
    r"\b(?:mi )?(?:ho|sono)(?: gia| appena)*"
    r" (?=fatt|corso|corric|cammin|dormi|passegg|squat|fini|log)": "",
    # how legs feel, soreness
    r"\bho(?: un| l'| le| i| dei| delle| gli)? ?"
    r"(?=indolen|doms|dolori musc|gambe|acido|quad|femor|glut|polp)": "i ",
    r"\b(?:mi )?sent(?:o|ivo) (?:le |delle )?(?=gambe)": "",
    rf"\bgambe(?= (?:pesant|legger|normal)[ei] {DAY})": "legs",
    rf"\b{_FEEL} (?:pesant\w|di (?:piombo|legno|marmo)|imballate|legnose|dure)\b": "heavy legs",
    rf"\b{_FEEL} (?:fresch\w|riposate|leggere)\b": "fresh legs",
    rf"\b{_FEEL} (?:mort[ei]|distrutt[ei]|cotte|a pezzi|finite|devastate|ko)\b": "dead legs",
    rf"\b{_FEEL} (?:bene|ok|buone|a posto)\b": "good legs",
    rf"\b{_FEEL} (?:cosi cosi|insomma)\b": "so-so legs",
    r"\b(?:le )?(?:dolorant|indolenzit)[eoai](?= (?:a )?\d)": "sore",
    r"\bsu 10\b": "of 10",
    r"(\d+ ?/ ?10) (?:di |d')(?:sforz|fatic|intens)\w+": r"effort \1",
    r"(\d+ ?/ ?10) (?:di |d')(?=indol|doms|dolor|acid)": r"\1 ",
    # distances
    r"(^|[ ,;])(\d+ ?(?:m|metri|mt)) (?:in |di )?"
    r"(?:disces\w+|dislivello negativo|d-|negativ\w|giu)(?!\w)": r"\1\2 down",
    r"(km)(?: e| con)? (?=\d+ ?\w+ down)": r"\1, ",
    r"\b(?:in )?discesa\b": "downhill",
    # small words
    r"(?<!can )(?<!am )\bi (?=[a-z]{4})|\b(?:l|dell|nell|all|un)'(?=[a-z])": "",
    r"\bo(?= )(?! clock)": "or",
    r"\bora\b": "now",
    r"\bper(?= (?:un|gamb|le\b|correre|fare|and))": "for",
    # reminders
    r"\b(?:ricorda(?:melo|mi)|avvisami|riprova|dimmelo)(?: di nuovo)?"
    r"(?: (?:dopo|piu tardi|later))?": "remind me later",
    r"remind me later(?= (?:in \d|alle|at ))": "remind me",
    r"^(?:dopo|piu tardi|tra poco|fra poco)[.! ]*$": "later",
    r"\b(?:posticipa|rimanda|snooze)(?:lo)?(?: di)?": "snooze",
}
