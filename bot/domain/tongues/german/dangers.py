"""German rules for danger signs, and for what denies them."""

from re import Match
from typing import Final

from bot.domain.tongues.german.parts import ENDING, GAP, THE, TWO, sign
from bot.domain.tongues.notation import whole_words
from bot.domain.tongues.tongue import Rules

_HURTS: Final = (
    r"(?:schmerz(?:en?|t|te)?|stechen|sticht|stiche?|druck(?:gefue?hl)?|drue?ckt|weh"
    r"|enge(?:gefue?hl)?|beengt|eng|brenn(?:en|t)|zieh(?:en|t)|zugeschnue?rt|beklemmung\w*"
    r"|krampf\w*)"
)
_CHEST: Final = r"(?:brust(?:korb|bein|bereich)?|herz(?:en|gegend)?)"
_PLACE: Final = (
    r"(?:beine?n?|fue?ße?n?|fuss|knien?|oberschenkeln?|unterschenkeln?|waden?|zehen?|schritt"
    r"|leisten?|genital\w*|intimbereich|damm|gesae?ß|po|hintern)"
)
_CALF: Final = r"(?:waden?|unterschenkel)"
_THIGH: Final = r"(?:beine?n?|oberschenkeln?|quads?|hamstrings?|beinbeuger)"
_SWOLLEN: Final = rf"(?:(?:an)?geschwollen\w*|dick{ENDING}|dicker|schwillt)"
_WARM: Final = (
    rf"(?:{_SWOLLEN}|heiß\w*|ue?berwae?rmt\w*|geroe?tet\w*|rot{ENDING}"
    rf"|warm{ENDING}(?! (?:ge|mach)))"
)
_PEE: Final = r"(?:urin|harn|pipi|pisse|pinkeln?)"
_DARK: Final = (
    r"(?:(?:dunkel|braun|schwarz|roe?tlich|brae?unlich|rost|cola|tee|blut)\w*|dunkle[rnms]?"
    rf"|rot{ENDING})"
)
_VERY: Final = rf"(?:stark|sehr|extrem|massiv|richtig|total|krass|ue?bel|heftig|schwer){ENDING}"
_MOVE: Final = (
    r"(?:an|durch|hoch)?"
    r"(?:heben|bewegen|beugen|strecken|belasten|spue?ren|fue?hlen|hoch|gehoben|gebeugt|kriegen"
    r"|bekommen)"
)
_PEEING: Final = r"(?:pinkeln|pissen|urinieren|wasser ?lassen|aufs klo|auf (?:die )?toilette)"
_HARD: Final = r"(?:nicht|kaum|schlecht|schwer)"
_AIR: Final = r"(?:keine|kaum|schlecht|wenig|nicht genug|schwer|nicht)"
_TROUBLE: Final = (
    r"(?:probleme?n?|schwierigkeiten|mue?he|beschwerden|schmerzen) (?:beim|mit dem|mit der|zu)"
)
# Danger signs that are denied behind them: "Fieber habe ich nicht".
_NAMED: Final = (
    r"(?:fieber|temperatur|grippe|corona|durchfall|atemnot|brustschmerz\w*|schwellung|stechen"
    rf"|schmerz\w* (?:in|an) {THE}{_CHEST}|schwindel)"
)


def _neither(found: Match[str]) -> str:
    """Return "weder Fieber noch Schwindel" as "kein Fieber, kein Schwindel"."""
    return f"kein{found[1].replace(' noch ', ', kein ')}"


_SIGNS: Final[Rules] = {
    r"keine schwellung\w*": "no severe swelling",
    r"fieberfrei|(?:keine|ohne) (?:\w+ )?temperatur": "no fever",
    rf"kein stechen(?: (?:in|im|am) {THE}\w+)?": "no stabbing pain",
    rf"{_HURTS}{GAP} (?:in|im|auf|an|am|hinter|um|ue?ber|unter) {THE}{_CHEST}"
    r"|brust(?:korb)?-?(?:schmer\w*|weh|enge\w*|druck|stechen)"
    r"|herz-?(?:schmer\w*|weh|stechen|stiche|infarkt|anfall|attacke|beschwerden)"
    rf"|schmerzende brust|schnue?rt{GAP} {THE}{_CHEST}|angina pectoris": "chest pain",
    rf"{_CHEST}{GAP} {_HURTS}(?: nicht)?"
    rf"|(?:weh tut|tut weh|schmerzt|sticht|brennt|drue?ckt){GAP} {THE}{_CHEST}": sign("chest pain"),
    r"bewusstsein(?: fast| kurz| nicht| nie)*(?: \w+)? (?:verlor\w*)"
    rf"|verliere?(?: nicht)? das bewusstsein|(?:kippe?|kippte){GAP} um": sign("passed out"),
    r"(?:in )?ohnmacht(?: gefallen| fallen|sanfall)?|ohnmae?chtig"
    r"|um(?:ge)?k(?:i|la)pp(?:t|en)|umzukippen|umgefallen"
    r"|bewusstlos(?:igkeit)?|weggetreten|weg(?:ge)?(?:kippt|klappt)"
    r"|black ?out|aus den latschen gekippt|schwind(?:e?lig|el\w*)"
    r"|schwumm?e?rig|schwarz vor(?: (?:den|meinen))? augen|schwarz geworden|mir \w+ schwarz"
    r"|zusammen(?:gebrochen|geklappt|gesackt|zubrechen|brechen|klappen)"
    r"|kolla(?:biert|ps)|kreislauf(?:kollaps|zusammenbruch)"
    r"|kreislauf (?:\w+ )?(?:weg|im keller|versagt)"
    rf"|(?:breche?|brach|klappe?|klappte|sackte){TWO} zusammen|benommen(?:heit)?"
    r"|dreh(?:t|te)? sich(?: bei| in)?(?: mir)?(?: alles| der kopf)"
    r"|(?:alles|der kopf|mein kopf) dreht sich|mir dreht(?: sich)?(?: alles| der kopf)": "fainted",
    rf"(?:bekomm\w*|bekam|krieg\w*|hole?|habe?|hatte){GAP} {_AIR}"
    r"(?: richtig| gut| tief| noch)* luft(?: holen| bekommen)?"
    r"|(?:keine|kaum|zu wenig|nicht genug|schlecht|schwer|nicht richtig) luft(?: zu)?"
    rf"(?: bekommen| holen| kriegen)?|luft (?:bekomm\w*|krieg\w*) ich {_AIR}"
    rf"|luft{GAP} (?:knapp|due?nn|weg\w*)|{_HARD}{TWO} (?:durch)?(?:atmen|luft holen)"
    rf"|atmen(?: \w+){{0,3}} {_HARD}|atme (?:\w+ )?{_HARD}|schwere[sm]? atmen"
    rf"|atmung{GAP} {_HARD}|(?:fehlt|fehlte){TWO} luft"
    r"|(?:nach luft (?:\w+ )?(?:schnapp|ring)|japs|erstick)\w*"
    r"|(?:schnapp|ring)\w*(?: \w+)? nach luft": "can't breathe",
    rf"{_TROUBLE} (?:atmen|luft holen|atmung|luft)"
    r"|atem(?:probleme?n?|beschwerden|schwierigkeiten)|(?:atem|luft)not"
    r"|kurzatmig\w*|atemlos\w*|außer atem": "trouble breathing",
    rf"(?:ge)?(?:pinkle|pinkele?|pisse?|pinkeln|pinkelt|pisst){TWO}"
    rf" (?:cola|blut|braun|rot|schwarz|dunkel)\w*|blut(?: nicht)? im {_PEE}"
    rf"|{_DARK}(?: nicht)? (?:ge)?(?:pinkel|piss)\w*|{_DARK}(?:-?farbene[rnms]?)?(?: \w+)? {_PEE}"
    rf"|{_PEE}(?:farbe)?{GAP} (?:wie )?{_DARK}": sign("dark urine"),
    rf"{_PEE}[^.;!?]{{0,25}}, (?:er|es|das|sondern)(?: ist)?(?: \w+)? {_DARK}": "dark urine",
    rf"(?:kann|konnte){GAP} {_HARD}{TWO} {_PEEING}"
    rf"|{_PEEING} (?:kann|geht|klappt)(?: ich)?(?: \w+)? {_HARD}"
    rf"|kann{GAP} kein wasser lassen|harnverhalt\w*": "can't pee",
    rf"{_TROUBLE} (?:{_PEEING}|wasserlassen|blase|darm|stuhlgang)"
    r"|(?:blasen|darm)-?(?:probleme?n?|schwae?che|stoe?rung\w*)"
    r"|(?:blase|darm) macht (?:probleme|ae?rger)|inkontinen\w*|eingenae?sst|in die hose gemacht"
    rf"|(?:blase|darm|stuhl|stuhlgang|urin|harn)(?: \w+){{0,3}} {_HARD}(?: \w+)?"
    r" (?:halten|kontrollieren|leeren)"
    r"|keine kontrolle ue?ber (?:\w+ )?(?:blase|darm)": "bladder trouble",
    rf"(?:keine?|ohne|null)(?: \w+)? gefue?hl (?:in|im|am|an) {THE}{_PLACE}"
    rf"|gefue?hl (?:in|im) {THE}{_PLACE} (?:\w+ )?verloren": "lost feeling in leg",
    rf"{_PLACE}(?: (?:\w+ )?(?:ist|sind|war|waren){GAP})? (?:eingeschlafen|gefue?hllos|pelzig)"
    rf"|(?:taub|gefue?hllos|pelzig) (?:in|im|am|an) {THE}{_PLACE}"
    rf"|{_PLACE}{GAP} (?:taub|kribbelt|kribbeln"
    r"|taubheitsgefue?hl\w*)(?: nicht)?": sign("leg is numb"),
    rf"(?:kribbel(?:n|t)|ameisen(?:laufen|kribbeln)){GAP}"
    rf" (?:(?:in|im|an|am|zwischen) )?{THE}{_PLACE}": sign("tingling in leg"),
    rf"(?:taub|gefue?hllos|pelzig|kribbelnd){ENDING}(?: (?:linke|rechte)[rnsm]?)? {_PLACE}"
    r"|(?:taubheit(?:sgefue?hle?)?|(?:taub|pelzig)es gefue?hl)"
    r"(?! (?:in|im|an) (?:\w+ )?(?:h[ae]nd|finger|arm))"
    rf"(?: (?:in|im|am|an|zwischen) {THE}{_PLACE})?": "numb leg",
    rf"{_CALF}{GAP} {_WARM}(?: nicht)?": sign("calf is swollen"),
    rf"{_WARM}(?:(?: und|,)* {_WARM})*(?: (?:linke|rechte|eine)[rnms]?)* {_CALF}"
    rf"|wadenschwellung\w*|schwellung\w* (?:in|an|im|am) {THE}{_CALF}"
    r"|(?:bein|venen)?thrombose": "swollen calf",
    rf"{_THIGH}{GAP} {_SWOLLEN}": sign("legs are swollen"),
    rf"{_SWOLLEN}(?: (?:linke|rechte)[rnms]?)? {_THIGH}"
    rf"|schwellung\w* (?:in|an|im|am) {THE}{_THIGH}": "swollen legs",
    rf"{_VERY} (?:(?:an)?geschwollen\w*|schwellung\w*)": "severe swelling",
    rf"{_PLACE}{GAP} (?:nicht|kaum)(?: \w+){{0,3}}? {_MOVE}"
    rf"|(?:nicht|kaum){TWO} {THE}{_PLACE} {_MOVE}"
    rf"|(?:spue?re?|fue?hle?|kriege?|bekomme?){GAP} {_PLACE} (?:\w+ )?(?:nicht|kaum)"
    rf"(?: (?:\w+ )?{_MOVE})?": "can't lift my leg",
    rf"(?:kann|konnte|schaffe?|komme?){GAP} (?:nicht|kaum){TWO}"
    r" (?:stehen|aufstehen|aufzustehen|auftreten|hoch)"
    r"|nicht auf (?:dem|meinem|einem)(?: \w+)? bein stehen"
    rf"|(?:nicht|kaum) auf den beinen halten|{_TROUBLE} (?:auf)?stehen": "can't stand up",
    rf"(?:beine?|knie){GAP} (?:nach|weg|ein)ge(?:geben|knickt|sackt)|(?:ein|weg)ge(?:knickt|sackt)"
    rf"|(?:knick|sack)\w+ (?:mir )?(?:die |das )?(?:beine?|knie){TWO} (?:weg|ein)"
    rf"|(?:beine?|knie) (?:gibt|geben|gab|gaben|knick\w*|sack\w*){TWO}"
    r" (?:nach|weg|ein)": sign("legs gave way"),
    rf"beine?{TWO} versag\w+|beine tragen mich (?:nicht|kaum)|gelae?hmt\w*"
    r"|lae?hmung\w*|keine kraft in den beinen|muskelschwae?che": "legs gave way",
    r"schue?ttelfrost|fiebrig\w*|fiebere?|fieber(?:schub|schue?be)"
    r"|(?:erhoe?hte|leichte|hohe|etwas) temperatur"
    r"|(?:habe?|hatte|mit|\d) temperatur(?! von)": "fever",
    r"magen-?(?: ?und )?[- ]?darm(?:[- ]?(?:grippe|infekt|virus))?"
    r"|magengrippe|brechdurchfall|(?<!zum )(?:erbrochen|erbrechen|erbreche?|ue?bergeben|ue?bergebe"
    r"|(?:ge)?kotz(?:t|e|en|ue?bel)?|gereihert|brechen mue?ssen|(?:muss|musste)(?: mich)? brechen)"
    r"|durchf[ae]lle?|due?nn(?:pfiff|schiss)|scheißerei|flotte[nr]? otto"
    r"|diarrh\w+|lebensmittelvergiftung": "vomited",
    r"grippal\w*(?: infekt\w*)?|grippig|grippe|gliederschmerzen|influenza"
    r"|corona(?!\w*impf)[\w-]*(?! negativ)|(?:atemwegs|brust|lungen)infekt\w*"
    r"|lungenentzue?ndung": "flu",
    rf"(?:stechend|stichartig|scharf|scharfe|einschießend|schießend|reißend|messerscharf){ENDING}"
    r"(?: \w+e[nrms]?)? \w*(?:schmerz(?:en?|es)?|gefue?hl)": "sharp pain",
    r"schmerz(?:en)?(?: \w+){0,5} (?:stechend|einschießend|scharf)"
    rf"|(?:stechen|stiche?|sticht|zwicken|zwickt){TWO} (?:in|im|am|an) (?!der seite){THE}"
    rf"(?:{_PLACE}|hue?ft\w*|rue?cken|\w*sehne|schienbein\w*|gelenk|muskel|kniekehle"
    r"|knoe?chel|ferse)|(?:knie|wade|hue?fte|leiste|oberschenkel|sehne|achillessehne|rue?cken|ferse"
    r"|knoe?chel|schienbein)(?: nicht)? (?:sticht|stechen|zwickt|zwicken)(?: nicht)?": sign(
        "sharp pain"
    ),
}
RULES: Final[Rules] = {
    # what denies a sign
    r"\baber (?:fast|beinahe|knapp)(?=\s*(?:[.,;!?]|$))": "but nearly",
    r"\bweder\b([^.;!?]*)": _neither,
    r"\b(?:gar|ue?berhaupt|absolut|auch|aktuell|derzeit) (kein\w*|nicht)\b": r"\1",
    r"\bnicht (?:mehr|einmal|mal)\b": "nicht",
    rf"\b(kein{ENDING}|ohne)"
    r"(?: (?:irgendwelchen?|jegliche[rn]?|bisschen|anzeichen(?: von| fue?r)?))+ ": r"\1 ",
    rf"\bkein{ENDING} ((?:[\w']+ ){{1,5}}?)mehr\b(?! als) ?": r"keine \1",
    rf"\b({_NAMED})(?: (?:habe?|hatte|ist|war|gibt es|gibts|spue?re)"
    r"(?: (?:ich|es|da|aber|auch|zum glue?ck|bisher))* (?:nicht|kein(?:s|e[nrs]?)?)"
    r"| ?[:,]? ?(?:kein(?:e[ns]?|s)|nein))(?=\s*(?:[,.;!?]|$|und\b|aber\b))": r"no \1",
    # danger signs
    **whole_words(_SIGNS),
}
