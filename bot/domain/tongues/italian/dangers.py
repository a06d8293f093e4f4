"""Italian rules for danger signs, in braces until it is known whether they are denied."""

from typing import Final

from bot.domain.tongues.italian.parts import GAP, IS_OR_NOT, PAIN, sign
from bot.domain.tongues.notation import whole_words
from bot.domain.tongues.tongue import Rules

_VERY: Final = (
    r"(?:molto|tanto|troppo|davvero|super|estremamente|parecchio|tutt[oaie]|gravemente|assai"
    r"|enormemente|decisamente|veramente)"
)
_CHEST: Final = r"(?:petto|torace|sterno|cuore)\b"
_IN_CHEST: Final = (
    r"(?: (?:al|allo|nel|nello|sul|sullo|del|il|lo|in|di|a|dentro (?:il|al)|dietro (?:lo|al))"
    rf"|(?<! dopo)(?<! fatto)(?<! con))(?: mio| centro del)? {_CHEST}"
)
_SHARP: Final = (
    r"(?:acut\w+|lancinant[ei]|pungent[ei]|trafittiv[oi]|taglient[ei]|penetrant[ei]|a fitte"
    r"|a scossa|che pung\w+"
    r"|(?:come|tipo) (?:una? )?(?:lama|coltello|ago|scossa|spillo|coltellata|pugnalata))"
)
_STAB: Final = r"(?:fitt|fitterell|stilettat|coltellat|pugnalat)[ae]"
# Hardly, with trouble.
_HARD: Final = (
    r"(?:fatic[ao]|faticavo|faticando|difficolta|problem[ai]|difficile|faticoso|stento|dura"
    r"|malapena|appena)"
)
_CANT: Final = r"non (?:riesc[oe]|riuscivo|posso|potevo|sono riuscit[oa]|si riesce)"
_PEE: Final = r"(?:urin[ae]|orina|pipi|pisci\w*|minzione)"
_DARK: Final = (
    r"(?:scur\w+|marron\w*|brun\w|ner[aeio]|ross[aeio]|rossastr\w|rossicc\w+|rosat\w|sangu\w+"
    r"|insanguinat\w|ruggine|(?:color\w?|come|tipo|sembra)(?: [a-z']+){0,3}(?: |')"
    r"(?:te|the|cola|coca|coke|coca ?-?cola|caffe|mattone|vino))\b"
)
# To pass urine, to hold it.
_DO: Final = (
    r"(?:(?:fare?|farmi)(?: la| una| il| un)? ?(?:pipi|piscio|pisciata|bisogni|cacca)?\b|pisciare"
    r"|urinare|orinare|andare (?:in bagno|al bagno|al cesso|di corpo)|cagare|cacare|defecare"
    r"|(?:trattenere|tenere|controllare|svuotare)(?: la| l'| le| gli)? ?"
    r"(?:pipi|urina|vescica|feci|sfinteri|intestino))"
)
_PLACE: Final = (
    r"(?:gamb[ae]|pied[ei]|inguine|sella|cavallo|genitali|perineo|parti intime|cosc(?:ia|e))\b"
)
_NUMB: Final = (
    r"(?:intorpidi\w*|addormenta\w*|insensibil\w+|informicola\w*|formicol\w+|torpor\w+"
    r"|parestesi\w+|anestetizzat\w)"
)
_CALF: Final = r"polpac+[io]\w*"
_WARM: Final = (
    r"(?:(?:gonfi|rigonfi)\w*|(?:cald|ross)[oiae]|caldissim\w|bollent\w|arrossat\w|ingrossat\w"
    r"|tumefatt\w|scotta\w*)"
)
_THIGH: Final = r"(?:gamb[ae]|cosc(?:ia|e)|quadricipit[ei]|quad|femoral[ei])"
# Bad, big.
_BAD: Final = (
    r"(?:fort[ei]|grav[ei]|enorm[ei]|important[ei]|notevol\w|esagerat\w|pazzesc\w|sever[oi]"
    r"|seri[oa]|brutt[oi]|gross[oi])"
)
# To lift, bend, feel a leg; to stand.
_MOVE: Final = (
    r"(?:(?:sollevare|alzare|tirare su|muovere|piegare|flettere|raddrizzare|stendere|distendere"
    r"|sentire)(?: [a-z']+){0,2} (?:gamb|pied|ginocch|cosc)\w*"
    r"|(?:stare|reggermi|tenermi|rimanere|restare|alzarmi|mettermi|tirarmi)(?: su)?"
    r"(?: in piedi| su\b| da\w* \w+)|alzarmi)"
)
_GIVE: Final = r"ced(?:e|ono|eva|evano|ut[oaie]|endo)"


_SIGNS: Final[Rules] = {
    rf"{_STAB}{GAP}{_IN_CHEST}|{PAIN}{GAP} {_SHARP}{GAP}{_IN_CHEST}|{_SHARP} {PAIN}{GAP}{_IN_CHEST}"
    rf"|{PAIN}{GAP}{_IN_CHEST}{GAP} {_SHARP}": sign("sharp pain", "chest pain"),
    rf"(?:{PAIN}|oppression\w+|pression[ei]|peso|pesantezza|morsa|strett[ae]"
    r"|costrizion\w+|bruciori?|bruciore|tension[ei]|fastidi\w*|compressione|crampi?"
    rf"|spasm[oi]|macigno|blocco|senso di \w+){GAP}{_IN_CHEST}"
    r"|(?:duole|brucia|stringe|preme|opprime|pizzica)(?: [a-z]+)? (?:il|lo|al|nel)"
    rf" (?:mio )?{_CHEST}|infarto|angina"
    r"|(?:dolor[ei]|fastidi\w*|oppressione|costrizione)(?: [a-z]+)?"
    r" (?:toracic|retrosternal|cardiac|sternal)\w+"
    r"|senso di oppressione|attacco (?:di cuore|cardiaco|al cuore)": sign("chest pain"),
    rf"{_CHEST}{IS_OR_NOT}"
    r" (?:male|duole|brucia|stringe|preme|dolente|dolorante|strett[oa]|oppress[oa]"
    r"|schiacciat[oa]|compress[oa]|pizzica)": sign("chest pain"),
    rf"{PAIN}{IS_OR_NOT} {_SHARP}|(?:un )?{_SHARP} dolor[ei]"
    rf"|scoss[ae] di dolore|{_STAB}": sign("sharp pain"),
    r"sven(?:ut\w|g[oa]\w*|ir\w*|iment\w+|iv\w+|ne|ni|endo)|svien[ei]|priv[oa] di sensi|collass\w+"
    r"|per[sd]\w+(?: [a-z']+){0,4} (?:sensi|conoscenza|coscienza)"
    r"|mancament\w+|black ?out|sincop\w+|stramazzat\w|(?:visto|vedo|vedevo|vedere) (?:tutto )?nero"
    r"|crollat[oa] (?:a|per) terra|accasciat[oa]"
    r"|vertigin[ei]|capogir[oi]|giramenti? di testa|gir(?:a|ava) la testa"
    r"|testa(?: che)?(?: mi)? gir(?:a|ava)|stordit[oa]": sign("fainted"),
    rf"{_CANT}{GAP} (?:respirare|(?:ri)?prendere (?:il |l')?(?:fiato|aria|respiro)|tirare il fiato)"
    r"(?: bene)?|non respir(?:o|a|avo)"
    r"|non (?:prendo|mi arriva|mi entra|entra|ho)(?: piu| abbastanza)? ?(?:l'|il )?"
    rf"(?:fiato|aria|respiro)|{_HARD}{GAP} (?:respirare|(?:ri)?prendere (?:fiato|aria))"
    r"|respir(?:o|are|avo)(?: [a-z]+)?"
    r" (?:male|mozzo|a fatica|a stento|con (?:fatica|difficolta)|cort[oi]|affann\w+"
    r"|difficoltoso|faticoso|a malapena)"
    r"|(?:manca\w*|poc[oa]|fame)(?: [a-z]+)?(?: di| d'| il| l')? ?(?:fiato|aria|respiro|ossigeno)"
    r"|fiatone|senza (?:piu )?(?:fiato|respiro)|fiato(?: [a-z]+)? cort[oi]"
    r"|corto di fiato|affann\w+|dispnea|soffoc\w+|boccheggi\w+|ansim\w+"
    r"|(?:difficolta|problemi|crisi) respirator\w+"
    r"|male(?: [a-z]+)? (?:a|quando|se) respir\w+": sign("can't breathe"),
    rf"{_PEE}[^.;!?]{{0,25}}, (?:ma|e|anzi)(?: \w+)? {_DARK}": sign("dark urine"),
    rf"{_PEE}{IS_OR_NOT} {_DARK}|ematuria|mioglobinuria|{_DARK}"
    r"(?: (?:la|le|nella|nelle|in|mi[ae]|di|quando|faccio|facendo|con|che|e|dalla))*"
    rf"(?: | l'| nell'){_PEE}": sign("dark urine"),
    rf"{_CANT}{GAP} (?:piu |a |ad )?{_DO}|{_HARD}{GAP} {_DO}"
    rf"|(?:problem[ai]|disturb[oi]){GAP}(?: |')"
    r"(?:vescica|intestin\w+|sfinter\w+|minzione|urinari\w*)"
    r"|incontinen\w+|(?:ritenzione|blocco|perdite) urinari[oae]|vescica (?:e )?bloccata"
    r"|(?:pisciat[oa]|fatt[oa]|faccio|pipi|piscio|cagat[oa])(?: [a-z']+){0,2} addosso"
    r"|pers[oa](?: il)? controllo (?:di |della |dell'|degli )(?:vescica|intestino|sfinteri)"
    r"|(?:non (?:controllo|trattengo|tengo)|perd(?:o|ite)(?: di)?)(?: la| l'| le| gli)? ?"
    r"(?:vescica|urina|pipi|feci|sfinteri|intestino)"
    r"|scappa(?: la)? (?:pipi|urina|cacca),?(?: e)? non (?:la|riesco a) ten\w+"
    r"|non (?:faccio|urino|piscio|orino)(?: piu)?(?: la)?(?: pipi)?"
    r"(?= da\b| piu\b|$|[,.!])": sign("can't pee"),
    r"non (?:mi )?sento (?:piu )?(?:bene )?(?:la|le|il|i) (?:mi[aeo] )?"
    r"(?:gamb[ae]|pied[ei]|ginocchi\w*)(?! (?:e )?(?:[a-z]+ )?"
    r"(?:pesant|stanc|affat|dur|indol|dolor|rigid|legn|mort|fresc|gonf|intorp|addorm|dist"
    r"|a pezzi|male|bene|pront|insens|form))": sign("can't move my legs"),
    rf"{_PLACE}{IS_OR_NOT} (?:{_NUMB}|senza sensibilita)"
    rf"|{_NUMB}{GAP}(?: | dell'| all'| nell'){_PLACE}|anestesia a sella"
    r"|(?:pers[oa]|perd\w+|manca|mancanza|assenza|senza|poca|ridotta|non ho(?: piu)?)"
    r"(?: la| di| piu| della)*"
    rf" sensibilita{GAP}(?: | dell'| all'| nell'){_PLACE}": sign("numb legs"),
    rf"{_CALF}{GAP}(?<! non) (?:{_VERY} gonfi\w*|gonfissim\w+)"
    rf"|{_VERY} gonfi\w*{GAP} {_CALF}": sign("swollen lower leg", "severe swelling"),
    rf"{_CALF}{IS_OR_NOT} {_WARM}(?:(?:,| e| ed| o| ne)* {_WARM})*(?: come un\S* ?\w+)?"
    rf"|(?:{_VERY} )?(?:gonfi\w*|rigonfi\w*|scotta|tumefa\w+|edema|arrossament\w+){GAP}"
    rf" {_CALF}|{_WARM}(?: e| ed| il| al| un| nel| mio| {_WARM})* {_CALF}|trombosi"
    r"|(?:trombo)?flebite|tvp": sign("swollen lower leg"),
    rf"{_THIGH}{IS_OR_NOT} gonfi\w*(?: come un\S* ?\w+)?"
    rf"|gonfi\w*{GAP} {_THIGH}|{_VERY} (?:ri)?gonfi\w*|gonfissim\w+"
    rf"|gonfior[ei]{GAP} {_BAD}|{_BAD} gonfior[ei]"
    r"|gonfi\w* come un\S* ?\w+": sign("severe swelling"),
    rf"(?:{_CANT}|{_HARD}){GAP} {_MOVE}|non mi reggo(?: piu)?(?: in piedi| sulle gambe)?"
    r"|non sto(?: piu)? in piedi|non mi (?:reggono|tengono)(?: piu)? (?:le gambe|in piedi)"
    r"|gamb[ae](?: che)? non (?:mi |si )?(?:piu )?(?:regg|rispond|teng|muov)\w+"
    r"|non (?:muovo|alzo|piego|sollevo)(?: piu)? (?:la|le|il|i) (?:gamb[ae]|ginocchi\w*|pied[ei])"
    rf"|(?:{_GIVE}|cedimento)(?: la| le| il| una?| del\w*| mi[ae])*"
    r" (?:gamb[ae]|ginocchi\w*)|paralisi|(?:gamba|ginocchio|piede)(?: e| si e)? bloccat\w"
    rf"|(?:{_BAD}|marcata|improvvisa|estrema) debolezza"
    rf"|debolezza (?:{_BAD}|marcata|improvvisa|estrema)|debolezza{GAP} gamb[ae]"
    r"|(?:pers[oa]|perdita|senza|zero)(?: la| di)? forza (?:in|nell[ae]|all[ae]|nel)"
    r"(?: una)? (?:gamb[ae]|piede)": sign("can't move my legs"),
    rf"(?:gamb[ae]|ginocchi\w*){IS_OR_NOT} (?:{_GIVE}|paralizzat\w)": sign("can't move my legs"),
    r"(?:a )?(?:\d\d(?:[.,]\d)?(?: e mezz[oa])? (?:di )?)?(?:linee? di )?feb+r"
    r"(?:e|i|icit\w+|on[ei]|icol\w|iciattol\w|icin\w|il[ei])(?: alt[ae])?"
    r"(?: (?:a )?\d\d(?:[.,]\d)?(?!\d| ?[km:]))?|ho (?:la|un po di) temperatura"
    rf"|temperatura{GAP} (?:alt[ae]|elevata|3[789]\S*)|3[789](?:[.,]\d)? gradi"
    r"|(?:ho|avevo|avuto) (?:gia )?(?:3[789][.,]\d|3[89])"
    r"(?= (?:e mezzo|stamattina|oggi|da ieri)|\s*(?:$|[,.!?;]))": sign("fever"),
    r"influenza (?:gastro)?intestinale|virus (?:gastro)?intestinale": sign("vomiting"),
    r"influenz(?:a|at\w)|covid\S*|corona ?virus|(?:bronchit|broncopolmonit|polmonit|pleurit)\w"
    rf"|infezion\w+{GAP} (?:polmon|respirator|toracic|bronch)\w+"
    rf"|infezion\w+{GAP} (?:petto|torace)": sign("flu"),
    r"vom+it\w*|conat[oi](?: di)?|dato di stomaco|rigettat\w|rigettare|da rimettere"
    r"|ho rimesso(?= (?:tutto|la cena|il pranzo|la colazione|ieri|oggi|stanotte|stamattina)"
    r"|\s*(?:$|[,.!?]))|sboccat[oa]|sboccare|diar+e+a\w*|dissenteri\w|cac+arell\w|cagarell\w"
    r"|cagott\w|la sciolta|squaraus|scariche"
    r"|(?:intossicazion|avvelenament|tossinfezion)\w(?: alimentar\w)?"
    r"|intossicat\w|gastroenterit\w": sign("vomiting"),
}
RULES: Final[Rules] = {
    # signs of a chat
    r"[’‘`]": "'",
    r"(?<=[aeiou])'(?=\s|$|[,.!?;:])": "",
    r"\bnn\b": "non",
    r"\b(?:dmn|doma)\b": "domani",
    r"\bgg\b": "giorni",
    r"\bsn\b": "sono",
    r"\b(no|niente)(?= (?:c'?ho|ho|sono|mi|ce|c'e|e|sento|sto)\b)": r"\1,",
    r"(?<![\dx] )(?<!\d)\bx(?= (?:fav|pia|me\b|le\b|un|gamba|lato|\d+ ?(?:min|or|giorn)))": "per",
    # danger signs
    **whole_words(_SIGNS),
}
