"""Polish rules for danger signs."""

from typing import Final

from bot.domain.tongues.polish.parts import sign_apart
from bot.domain.tongues.tongue import Rules

_VERY: Final = r"(?:bardzo|mocno|strasznie|silnie|okropnie|mega|ogromnie|cholernie)"
_SWOLLEN: Final = r"(?:\w*puch[nl]\w*|obrz(?:ek|mi)\w*|nabrzmi\w*)"
_WARM: Final = rf"(?:{_SWOLLEN}|gorac\w*|ciepl\w*|\w*czerwi\w*|czerwon\w*|parzy|grubsz\w*)"
_NO_FEELING: Final = (
    r"(?:brak\w*|bez|nie (?:mam|ma)|(?:s|u)?traci\w*|utrat\w*|zanik\w*|zaburzeni\w*)"
    r"(?: mi| juz| calkiem)? czuci\w*"
)
_CHEST: Final = (
    r"(?:kla(?:t(?:k\w*|ce|a|e|y)|cie)|piers(?:i|iach|iami|iow\w*)|mostk\w*|mostek|serc\w*)"
)
_HURTS: Final = (
    r"(?:bol(?:u|e|em|ow|i|a|al\w*|ec|esn\w*)?|(?:po|za|roz)bol\w*|boles\w*|napierdal\w*"
    r"|napieprz\w*|nawala|nakurwia\w*|klu(?:j|c|l)\w*|ku(?:je|lo|cie)|[zu]aklu\w*|uklu\w*"
    r"|piecz\w*|pali|palen\w*|(?:u|na)?cisk\w*|scis\w*|cisnie|gniec\w*|rozpier\w*|dlawi\w*|dusi"
    r"|ciasn\w*|ciezko|ciezar|dyskomfort\w*|skurcz\w*|rwie|rwac\w*|napieci\w*|przygniat\w*|trzyma"
    r"|lapie)"
)
_PLACE: Final = (
    r"(?:nog\w*|nodze|nozk\w*|stop(?:a|y|e|ie|ach|ami|om)?|konczyn\w*|ud(?:o|a|zie|ach|em|ami)"
    r"|lyd(?:k\w*|ce|ek)|palc\w*)"
)
_GROIN: Final = r"(?:krocz\w*|kroku|pachwin\w*|poslad\w*|tylek|tylku|dup\w*|genitali\w*|odby\w*)"
_NUMB: Final = r"(?:\w*dretw\w*|s?cierp(?:l|n)\w*|mrowi\w*|mrow[ek]\w*)"
_CALF: Final = r"(?:lyd(?:k\w*|ce|ek)|podudzi\w*)"
_THIGH: Final = r"(?:nog\w*|nodze|ud(?:o|a|zie|ach|em)|czworog\w*|czworki|dwuglow\w*|dwojki)"
_PEE: Final = (
    r"(?:mocz(?:u|em|owi)?|sik(?:i|ow|u|am|ac|al\w*|ani\w*|ami)|siusi\w*|siuski"
    r"|szcz(?:am|yn\w*|al\w*))"
)
_DARK: Final = (
    r"(?:\w*ciemni?\w*|brazow\w*|brunatn\w*|czarn\w*|czerwon\w*|[ck]ol(?:a|i|e|ke|owy)|coca|koka"
    r"|pepsi|herba\w*|rdz\w*|krew|krwi\w*|krwaw\w*|rozow\w*|bordow\w*)"
)
_CANT: Final = (
    r"(?:nie (?:za )?(?:bardzo )?"
    r"(?:moge|moglem|moglam|moglo?|jestem w stanie|daje rady|dam rady|da sie|umiem|potrafie)"
    r"|(?:ciezko|trudno|ledwo|ledwie|z trudem)|(?:problem\w*|trudnosc\w*|klopot\w*) (?:z|ze|przy))"
    r"(?: (?:mi|jest|sie|juz|normalnie|w ogole|prawie|nawet|dobrze|za bardzo|moge|do konca))*"
)
_BREATH: Final = (
    r"(?:oddych\w*|odetchn\w*|oddech(?:em)?"
    r"|(?:z?lap|wzia|wez|nabr|bra|zaczerpn)\w*(?: \w+)? (?:tchu|oddech\w*|dech\w*|powietrz\w*))"
)
# To lift, move, bend a leg; to stand.
_PUT: Final = r"(?:\w*(?:nos|nies)\w*|\w*rusz\w*|\w*gi(?:ac|na)\w*|\w*prost\w*|stan\w*)"


RULES: Final[Rules] = {
    # what is no denial, and what is one
    r"\bno,? (?=(?:mam|i|to|bo|tak|nie|jest\w*|byl\w*|czuje|bola?i?|mnie|mi|wiec|ale|a|dusz\w*"
    r"|goraczk\w*|bol|klu\w*|klat\w*|lydk\w*|mocz|wymiot\w*|zemdl\w*|mogl?e\w*|zrobi\w*"
    r"|dzis\w*|wczoraj|biegunk\w*|gryp\w*|temper\w*|serce)\b)": "so, ",
    r"\bnie (?!mog|czuj|da|jestem|kontr|trzym)"
    r"(?=(?:\w+ ){0,2}(?:goraczke|grype|biegunke|sraczke|zadyszke|temperature|dusznosc)\b)": "tak ",
    r"\b(?:czy to(?: przypadkiem)? nie|nigdy(?: \w+)? tak(?: \w+)? nie"
    r"|nie ma dnia bez)\b": "czy to",
    r"\b(?:(?:o )?malo(?: co)?|omal(?:ze)?|prawie(?: ze)?) nie\b": "prawie",
    r"(\b(?:nie mam|bez) (?:goraczki|wymiotow|bol(?:u|ow) \w+ \w+)) i"
    r" (?=dusznosci *(?:$|[,.!?]))": r"\1 ani ",
    r"(\b(?:nie (?:mam|mial[ea]m)|bez|brak)\b[^,.!?]{3,40})(?:,| i| oraz)"
    r" (?=(?:bol(?:u|ow)|goraczki|wymiotow|obrzek(?:u|ow)|dretwienia|mrowienia)\b)": r"\1 ani ",
    # swelling, chest, urine, numbness
    rf"\b((?:{_CALF}|{_THIGH})(?: [a-z]+){{0,3}}?) {_VERY} (?={_SWOLLEN})": r"very \1 ",
    rf"\b{_VERY}(?= {_SWOLLEN})": "very",
    r"\b(?:siln|duz|ogromn|mocn|wielk|potezn|straszn|znaczn)\w*"
    r" (?:obrzek|opuchli)\w*": "severe swelling",
    **sign_apart("chest pain", _CHEST, _HURTS),
    **sign_apart("swollen calf", _CALF, _WARM),
    **sign_apart("dark urine", _PEE, _DARK),
    **sign_apart("numb leg", _PLACE, _NUMB),
    **sign_apart("numb groin", _GROIN, _NUMB),
    **sign_apart("swollen legs", _THIGH, _SWOLLEN),
    rf"very {_SWOLLEN}": "very swollen",
    # fainting, breath
    r"\b(?:stan\w* przed)?zawal(?:u|em|owy|owe)?\b": "heart attack",
    r"\b(?:z|o)?(?:e?mdla|mdlej|mdlew)\w*|\bzaslab\w*|\bodplyn[ae]l[ea]m|\bzapasc\b": "fainted",
    r"\bomdleni\w*|\bzawrot\w* glowy"
    r"|\bkreci\w*(?: mi)? sie(?: mi)? w glowie|\bw glowie(?: mi)? sie(?: mi)? kreci\w*": "fainting",
    r"\b(?:s?traci\w*|utrat\w*)(?: \w+)? (?:przytomnosc\w*|swiadomosc\w*)": "lost consciousness",
    r"\b(?:odciel\w* mnie|mnie odciel\w*|urwal mi sie film|film mi sie urwal)": "blacked out",
    r"\b\w*(?:ciemn|czarn|mroczk)\w*(?: \w+){0,4} (?:przed|w) ocz\w*": "blacked out",
    r"\b(?:z?robi\w*|jest) mi(?: sie)? (?:\w+ )?slabo|\bslabo mi(?: sie)?(?: z?robi\w*)?(?= ?\W|$)"
    r"|\b(?:z?robi\w*) sie (?:mi )?slabo": "faint",
    rf"\b{_CANT} (?:\w+ )?{_BREATH}\b": "can't breathe",
    r"\b(?:brak\w*|nie mam|nie ma)(?: mi)? (?:czym oddychac|tchu|oddechu|powietrza|tlenu)"
    r"|\bdus(?:znos\w*|ze sie|ilem sie|ilam sie)|\bsie dusze"
    r"|\b(?:dusi|zatyka) mnie|\bmnie dusi|\b(?:krotki|plytki) oddech"
    r"|\b(?:z trudem|ledwo|ledwie) (?:lap|bior|nabier)\w+ (?:powietrz|oddech|tch)\w*"
    r"|\b(?:lap|bior|nabier)\w+ (?:powietrze|oddech) (?:z trudem|ledwo|ledwie)"
    r"|\bzadyszk\w*|\boddech (?:\w+ )?(?:krotki|plytki)": "short of breath",
    # urine, feeling
    rf"\b{_CANT} (?:\w+ )?"
    r"(?:(?:wy|od)?(?:sika|szcz|siusi)\w*|odla\w*|zrobic siku|siku|odda\w* mocz\w*|zalatwi\w*"
    r"|wyprozni\w*|zrobic kup\w*)": "can't pee",
    r"\b(?:problem\w*|klopot\w*) (?:z |ze )?(?:pecherz\w*|trzymaniem moczu)|\bpopuszcza\w* mocz"
    r"|\bnie (?:kontroluje|czuje|trzymam|mam kontroli nad) (?:pecherz\w*|mocz\w*)"
    r"|\bnietrzymani\w* mocz\w*|\bzatrzymani\w* mocz\w*": "bladder problems",
    r"\b(?:problem\w*|klopot\w*) (?:z |ze )?(?:jelit\w*|zwieracz\w*|stolc\w*)"
    r"|\bnietrzymani\w* stolc\w*"
    r"|\bnie (?:kontroluje|trzymam|czuje) (?:zwieracz\w*|stolc\w*)": "bowel problems",
    rf"\b{_NO_FEELING}(?: (?:w|we|na))?(?: \w+){{0,2}}? {_PLACE}\b": "numb leg",
    rf"\b{_NO_FEELING}(?: w)?(?: \w+)? (?:{_GROIN}|miedzy nogami)\b"
    rf"|\bnie czuje {_GROIN}": "numb groin",
    rf"\bkrwiomocz\w*|\b{_PEE}[^.!?]{{0,25}}, (?:jest|byl|ma|tylko|raczej)"
    rf" (?:\w+ )?{_DARK}\b": "red urine",
    rf"\b{_CALF}[^.!?]{{0,25}}, (?:jest |mam )?{_SWOLLEN}": "swollen calf",
    # legs that do not move
    rf"\b{_CANT} {_PUT}(?: (?!nie\b)[a-z]+){{0,2}}? (?:{_PLACE}|kolan\w*)\b": "can't move my leg",
    rf"\b(?:{_PLACE}|kolan\w*)(?: (?!ale\b)[a-z]+)? {_CANT} {_PUT}\b": "can't move my leg",
    rf"\bnie (?:podnios\w|rusz\w|zegn\w|wyprostuj\w)(?: \w+)? {_PLACE}": "can't move my leg",
    rf"\bnie czuje (?:\w+ )?{_PLACE}\b|\bnie mam wladzy w \w+"
    rf"|\b(?:niedowlad|bezwlad|paraliz)\w*(?: \w+)? {_PLACE}"
    rf"|\b{_PLACE}(?: \w+)? (?:bezwlad|sparaliz)\w*|\bopada\w* (?:mi )?stopa"
    r"|\bstopa (?:mi )?opada": "can't feel my legs",
    rf"\b{_CANT} (?:wsta|stac|usta|stana|utrzymac sie"
    r"|podniesc sie)\w*(?: na nogach)?": "can't stand up",
    r"\b(?:nog\w*|kolan\w*)(?: mnie| mi| sie| same| calkiem| pode mna)* (?:pod|u|za)?"
    r"(?:gi(?:na|el)\w*|wysiad\w*|siad\w*|ucie[ck]\w*|odm[ao]w\w*(?: posluszenstwa)?)"
    r"(?: sie)?": "legs gave way",
    r"\b(?:u|za)gi(?:na|el)\w*(?: mi)?"
    r" sie(?:(?: mi| pode mna)? (?:nog|kolan)\w*| pode mna)": "legs gave way",
    # illness
    r"\b\w*goracz[kc]\w*|\b(?:wysok|podwyzszon|lekk)\w* temp\w*"
    r"|(?<=mam )temp(?:\.|erature|eratury)\b|(?<=mial[ea]m )temperatur\w|(?<=bez )temperatury"
    r"|\btemp\w* (?:\w+ )?(?:3[789]|4[01])\b(?:[.,]\d)?(?: stopni\w*)?|\btemperatury(?= nie m)"
    r"|\b(?:3[89]|4[01])(?:[.,]\d)? ?(?:stopni\w*|st\b|kres\w*)": "fever",
    r"\bgryp\w*": "flu",
    r"\b(?:covid|kowid)\w*|\bkorona(?:wirus\w*)?\b|\bkorone\b": "covid",
    r"\bzapaleni\w* pluc\w*": "pneumonia",
    r"\bzapaleni\w* oskrzel\w*|\bbronchit\w*": "bronchitis",
    r"\b(?:infekcj|zakazeni)\w* (?:\w+ )?(?:pluc|oskrzel|klat)\w*": "chest infection",
    r"\b\w*wymiot(?:owal)\w*|\b(?:wy|po|ze|z|na)?rzyga(?:l\w*|lo)"
    r"|\bhaftowal\w*|\bpuscil[ea]m pawia": "vomited",
    r"\b\w*wymiot\w*|\b\w*rzyga\w*|\bhaftuj\w*|\btorsj\w*"
    r"|\bzwraca\w* (?:jedzeni|wszystk)\w*": "vomiting",
    r"\bbiegunk\w*|\bsra(?:k|czk)\w*|\brozwolnien\w*|\bjelitow\w*": "diarrhoea",
    r"\bzatru(?:c|l)\w*(?: sie)?(?: pokarm\w*| jedzeni\w*)?|\bstrul\w* sie": "food poisoning",
    # sharp pain
    r"\b(?:ostr|przeszyw|tn|nagl)\w* (?:\w+ )?bol(?:u|e|em|ow)?\b"
    r"|\bbol\w* (?:\w+ )?(?:ostr|przeszyw)\w*|\bostro boli|\bboli ostro": "sharp pain",
    r"\bklu\w* bol\w*|\bbol\w* (?:\w+ )?klu\w*|\b(?:za|u)?kl?u(?:je|cie|cia|lo)\b|\bdzga\w*"
    r"|\bbol\w* jak (?:noz|igl)\w*": "stabbing pain",
    r"\brwa?(?:c|l)\w* bol\w*|\bbol\w* rwa?c\w*|\brwie mnie"
    r"|\bstrzel\w* bol\w*|\bbol strzel\w*": "shooting pain",
}
