"""French rules for danger signs."""

from typing import Final

from bot.domain.tongues.french.parts import GAP, OF, sign_apart
from bot.domain.tongues.tongue import Rules

# What follows the English "mon" for Monday, and not the French one for "my".
_MONDAY: Final = r"(?:\d|(?:tue|wed|thu|fri|sat|sun|at|and|to|morning|evening|night|noon)\b)"
_CANT: Final = (
    r"(?:(?:je? ?)?(?:n'|ne )?(?:arriv\w+|parvien\w+|peu[xt]|pouva\w+|puis|reussi\w*)(?: \w+)? ?"
    r"(?:pas|plus|a peine)(?: de tout| vraiment| bien| trop)?(?: a| de)?"
    r"|incapable de|pas facile de|impossible (?:de|a)"
    r"|(?:de |beaucoup de |un peu de )?(?:mal|difficultes?|peine|galere\w*|dur|difficile)"
    r"(?: a| de| pour)) ?(?:me |m'|bien |correctement |meme |encore )*"
)
_CHEST: Final = r"(?<!tirage )(?:poitrine|thorax|sternum|torse|cage thoracique|coeur)"
_HURTS: Final = (
    r"(?:(?:douleur|pointe?|tension|lourdeur|brulure|elancement|pincement|gene|pression"
    r"|tiraillement|piqure)s?"
    r"|mal|oppression|poids|serrement|compression|etau|pique|brule|serre|lance|pince|oppresse"
    r"|appuie|tire|comprime)"
)
# Hurts, of the chest.
_ACHES: Final = (
    r"(?:fait (?:\w+ )?mal|font mal|douloureu\w+|serree?|oppressee?|comprimee?|brule|lance|pince"
    r"|pique|tire|en feu)"
)
_PEE: Final = r"(?:urines?|pipis?|pisses?|urinais|pissais|pisser?)"
_DARK: Final = (
    r"(?:fonce\w*|sombres?|marrons?|brun\w*|noir\w*|roug\w*|coca\w*|cola|(?<=couleur )the"
    r"|ressembl\w+ a (?:de )?(?:the|cafe|coca\w*|cola)|comme de (?:the|cafe)"
    r"|rouille\w*|rose\w*|sang\w*|bordeaux|cafe)"
)
_PLACE: Final = r"(?:jambes?|pieds?|selle|aine|entrejambes?|perinee|orteils|cuisses?|mollets?)"
_NUMB: Final = (
    r"(?:engourdi\w*|endormi\w*|insensibles?|anesthesie\w*|s'endor\w+|fourmill\w*|picot\w*)"
)
# Tingling, lost feeling.
_TINGLING: Final = (
    r"(?:fourmis|\w*fourmillements?|picotements?|engourdissements?|insensibilite"
    r"|(?:plus|perdu|perte)(?: de| aucune| toute)? ?(?:sensations?|sensibilite))"
)
_CALF: Final = r"(?:mollets?|bas de jambe)"
_WARM: Final = (
    r"(?:gonf\w+|enfl\w+|oedem\w*|chaude?s?|brulante?s?|rouges?|tumefie\w*|double de volume"
    r"|chauffe)"
)
_THIGH: Final = r"(?:jambes?|cuisses?|quadri\w*|quads?|ischios?|guibolles?)"
_SWOLLEN: Final = r"(?:gonf\w+|enfl\w+|oedem\w*|tumefie\w*|double de volume)"
_VERY: Final = r"(?:tres|super|hyper|vachement|extremement|enormement|trop|vraiment|severement)"
_SHARP: Final = (
    r"(?:aigue?s?|vives?|lancinant\w*|fulgurant\w*|percant\w*|\w*poignard\w*|transpercant\w*"
    r"|tranchant\w*|dechirant\w*|electriques?|(?:en|comme un) coup de couteau"
    r"|qui (?:lance|transperce)\w*)"
)

RULES: Final[Rules] = {
    # signs of a chat, articles
    r"[\u2019\u2018`]": "'",
    r" +(?=[?!;:.,])": "",
    r"^(?:(?:oui|ok|yes|voila|ca y est|yep)[ ,!]*)?(?:(?:c'est|je l'ai|tout|c) )?"
    r"(?:fait|fini|termine|bon|boucle)e?s?[ !.]*$": "done",
    r"\b(?:j ?ai|g(?= (?:mal|de|du|pas|fait|couru|dormi|eu|les|vomi|plus)))\b": "j'ai",
    r"\bj(?=arriv|etouff)": "j'",
    r"\b(?:chui|chuis|jsuis|j'suis)\b": "je suis",
    r"\b(?:j ?'?peu[xt]|je peut)\b": "je peux",
    r"(?<!qu')(?<!qu )\best[- ]?ce qu(?:e |')": "",
    r"\bpdt\b": "pendant",
    r"\b(\w+di|dimanche)s\b": r"\1",
    r"\bl'(?=ai )": "",
    rf"\b(?:(?:mon(?! {_MONDAY})|ma|mes|la|les|le(?! ?\d)) |l'(?=\w))": "",
    r"\b(?:(?:du|des) |d' ?(?!-))": "de ",
    r"\bde (?=de )": "",
    r"\bpas mal de": "beaucoup de",
    # what is no denial
    r"\bjamais (?:eu |ete "
    r"|ressenti )?(?=.*\b(?:comme ca|pareil\w*|aussi|autant|telle?s?)\b)": "eu ",
    # breath, urine, legs that do not move
    rf"\b{_CANT}(?:a |de )?(?:respirer|(?:re)?(?:prendre|trouver) (?:souffle|respiration|air))"
    r"(?: \w*ment| bien)?\b": "can't breathe",
    r"\b(?:je )?(?:n'|ne )?respir\w+ (?:\w+ )?"
    r"(?:pas|plus|mal|difficilement|(?:a|avec) peine)\b(?: bien| \w*ment)?": "can't breathe",
    r"\b(?:(?:je )?(?:me |m'|j')?(?:etouff\w+|suffo[qc]\w+)"
    r"|(?:suis )?(?:tres |tout |toute |super )?essou?ff?l\w+|dyspnee|halet\w+|hors de haleine"
    r"|(?:a )?bout de souffle)": "breathless",
    r"\b(?:n'|ne )(?:me )?manqu\w+ pas (?:de )?(?:air|souffle)\b": "no shortness of breath",
    r"\b(?:(?:souffle|respiration)(?: est| \w+)?"
    r" (?:courte?|coupee?|difficile|haletante?|sifflante?|bloquee?)\b"
    r"|coup\w+ souffle|(?:manque\w*|plus|pas assez|pas) de (?:air|souffle)\b"
    r"|cherche (?:de )?(?:air|souffle)"
    r"|(?:gene|difficulte|detresse|trouble|souci|probleme|insuffisance)s?"
    r" (?:respiratoires?|pour respirer))": "breathless",
    rf"\b(?:{_CANT}(?:a |de |faire |aller )?(?:pipi|pisser|uriner|aux toilettes|vider vessie)\b"
    r"|(?:j'|je )(?:n'|ne )?(?:urine|pisse) plus\b|retention (?:de urines?|urinaire))": "can't pee",
    r"\b(?:incontinen\w+|(?:piss\w+|pipi) dessus|fuites urinaires"
    rf"|{_CANT}(?:retenir|controler) (?:urine|vessie|pipi|selles)"
    r"|(?:probleme|trouble|souci|perte de controle)s?(?: \w+){0,2}"
    r" (?:vessie|intestins?|sphincters?|urinaires?|intestina\w+))": "bladder trouble",
    rf"\b(?:{_CANT}(?:lever|bouger|plier|tendre|flechir|redresser|deplier|soulever|remuer|relever)"
    rf"(?: plus| bien)? (?:genou[x]?|{_PLACE})\b"
    rf"|{_THIGH} (?:est |sont )?paraly\w+)": "can't move my leg",
    rf"\b(?:je )?(?:n'|ne )?sen[st] (?:plus|pas)(?: de tout)? {_PLACE}\b": "can't feel my legs",
    rf"\b(?:{_CANT}(?:lever|relever|(?:tenir |mettre |rester )?debout)\b"
    r"|tien\w+ (?:pas|plus|a peine) (?:debout|sur (?:jambes|pieds)))": "can't stand up",
    rf"\b(?:{_THIGH}|genou[x]?)\b{GAP}{{0,4}}"
    r" (?:lach\w+|derob\w+|flanch\w+|ced\w+|se plient|portent plus"
    r"|repondent plus)\b": "legs gave way",
    # chest, fainting
    rf"\b(?:{OF}(?:(?:vive|forte|grosse) )?(?:douleurs?|mal){GAP}{{0,2}} {_SHARP}\b"
    rf"|{OF}(?:vives?|violentes?) douleurs?\b|(?:une |de )?"
    r"(?:coups? de (?:poignard|couteau)|decharges? electriques?|elancements?)\b)": "sharp pain",
    rf"\bsharp pain{GAP}{{0,3}} {_CHEST}\b": "sharp pain in chest",
    rf"\b{_CHEST}\b{GAP}{{0,3}} fait (?:pas|plus)(?: de tout)? mal\b": "no chest pain",
    rf"\b(?:(?:ca )?(?:me )?{OF}{_HURTS}{GAP}{{0,4}} {_CHEST}\b"
    r"|(?:douleur|gene|oppression|pression|brulure|serrement)s?"
    r" (?:thoracique|cardiaque|pectorale|retrosternale)s?|angine de poitrine)": "chest pain",
    r"\b(?:infarctus|(?:crise|attaque|arret) cardiaque)": "heart attack",
    **sign_apart("chest pain", rf"{OF}{_CHEST}", _ACHES),
    r"(?<!je )(?<!tu )\bme lance(?:nt)?\b": "sharp pain",
    r"\b(?:(?:je )?(?:me |m')?(?:suis )?(?:evanoui\w*|effondre\w*|ecroule\w*)|syncopes?"
    r"|malaises?|black[- ]?outs?\b|voile noir"
    r"|(?:perd\w*|perte)(?: de)? (?:connaissance|conscience)|inconscient\w*"
    r"|(?:tomb\w+|partie?s?|suis|etais)(?: presque| direct)? dans (?:pommes|vapes)"
    r"|tourn\w+ de oeil|vertiges?|etourdi\w*"
    r"|(?:tete|tout)(?: qui| me)? tourn(?:e|ait)\b)": "fainted",
    # urine, numbness, swelling
    rf"\b(?:{OF}sang{GAP}{{0,2}} {OF}{_PEE}\b|(?:piss\w+|urin\w+) (?:\w+ )?(?:de )?sang\b"
    r"|hematurie)": "dark urine",
    rf"\b{_PEE}[^.;!?]{{0,25}},"
    rf" (?:mais |c'|il |elles? )(?:est |sont )?(?:\w+ )?{_DARK}\b": "dark urine",
    **sign_apart("dark urine", rf"{OF}{_PEE}", _DARK),
    rf"\b{_DARK}(?: \w+){{0,2}} (?:de|dans) {_PEE}\b": "dark urine",
    rf"\b(?:{OF}{_TINGLING}{GAP}{{0,3}} {_PLACE}\b|anesthesie en selle)": "numb leg",
    **sign_apart("numb leg", rf"{OF}{_PLACE}", _NUMB),
    rf"\b{_NUMB}(?: au niveau)?(?: dans| de| a| aux| au| entre)? {_PLACE}\b": "numb leg",
    **sign_apart("swollen calf", rf"{OF}{_CALF}", _WARM),
    rf"\b(?:{OF}{_WARM}\w*(?: et {_WARM})?(?: au| aux| de| dans)*(?: un)? {_CALF}\b|phlebite"
    r"|thrombose)": "swollen calf",
    **sign_apart("swollen legs", rf"{OF}{_THIGH}", _SWOLLEN),
    rf"\b{OF}{_SWOLLEN}(?: a| au| aux| de| dans)* {_THIGH}\b": "swollen legs",
    rf"\b{_VERY} {_SWOLLEN}\b": "very swollen",
    r"\b(?:(?:gros|enorme|important|severe|fort)\w* (?:gonflement|oedeme|enflure)s?"
    r"|(?:gonflement|oedeme|enflure)s?"
    r" (?:tres )?(?:important|severe|enorme|massif)\w*)": "severe swelling",
    # illness
    r"\b(?:poussees? de |\d\d(?:[.,]\d)? de |un peu de |beaucoup de )?(?:fievr\w+|febril\w*)"
    r"|\b(?:grosse |forte |haute )temperature|\btemperature (?:elevee|haute)"
    r"|\b(?:38|39|40|41)(?:[.,]\d)? ?(?:°c?|degres?|de temperature)(?!\w)"
    r"|\bj'ai (?:38|39|40)(?:[.,]\d)?(?=$| ?[,.!?])"
    r"|(?<=\bde )temperature(?! \w* ?\d)|(?<=\bsans )temperature": "fever",
    r"\b(?:une? )?(?:(?:etat|syndrome) )?gripp(?:e|al|aux|ee|es)\b(?! intestinale)": "flu",
    r"\b(?:covid(?:[- ]19)?|corona(?:virus)?)\b": "covid",
    r"\b(?:(?:une )?bronch?it\w+|bronchiolite)": "bronchitis",
    r"\b(?:une )?(?:pneumo\w+|pleuresie)": "pneumonia",
    r"\binfections? (?:pulmonaires?|respiratoires?|bronchiques?"
    r"|de (?:poumon|bronche)s)": "chest infection",
    r"\b(?:vomi\w*|gerb(?:e|er|es|ais|ee)\b|degueul(?:e|er|ais|ait)\b|degobill\w+"
    r"|(?:tout )?rendu (?:tout|tripes|repas|dejeuner|diner|petit dej))": "vomiting",
    r"\b(?:une |de )?(?:diarr?h?ee?s?|chiasse|courante|t[ou]u?rista|gastro\w*(?:[- ]enterite)?"
    r"|grippe intestinale)\b": "diarrhoea",
    r"\b(?:une )?intox(?:ication)?(?: alimentaire)?\b": "food poisoning",
}
