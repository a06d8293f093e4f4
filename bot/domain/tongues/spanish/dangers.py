"""Spanish rules for danger signs."""

from typing import Final

from bot.domain.tongues.spanish.parts import gap, sign
from bot.domain.tongues.tongue import Rules

_HURTS: Final = (
    r"(?:dolor(?! muscular)\w*|duel\w+|dol(?:i|er)\w*|molest\w+|presion\w*|opres\w+|oprim\w+"
    r"|apriet\w+|apret\w+|pinch\w+|punz\w+|puntad\w+|punal\w+|ard(?:e|or)\w*|quem(?:a|azon)\b"
    r"|tirant\w+|tens\w+|cerrado|calambr\w+|cierra\w*|aplast\w+|hunde|clav\w+)"
)
_CHEST: Final = r"(?:pechos?|torax|corazon|pectoral(?:es)?|esternon|toracic[oa]s?)\b"
_CANT: Final = (
    r"(?:(?:casi |apenas |ya )*no (?:me |lo )?"
    r"(?:pued\w+|pud\w+|podia|consigo|consegui|logr\w+|soy capaz de)"
    r"|(?:me )?(?:cuest\w+)|cost\w+|apenas|casi no|dificultad(?:es)?|problemas?|incapaz de"
    r"|imposible|no (?:me )?deja)"
)
_PEE: Final = r"(?:h?orin(?:as?|o|e|ar|ando|es)?|pis|pipi|pichi|mead[oa]s?|meo|mee|mear|meando)\b"
_DARK: Final = (
    r"(?:ob?scur\w+|marron\w*|pard[oa]|negr[oa]s?|rojiz\w+|roj[oa]s?|(?:en)?sangr\w+"
    r"|(?:color(?: a)?|como|de|parece|tipo)(?: del?)?(?: la| el| una?)?"
    r" (?:cafe|te|coca|cola|vino|oxido|ladrillo|chocolate)\b"
    r"|coca ?-?cola|cola|(?:es|esta|muy|sale) cafe)"
)
_NUMB: Final = (
    r"(?:(?<!he )(?<!has )(?<!ha )dormid[oa]s?|adorme\w+|entum\w+|acorch\w+|insensib\w+"
    r"|hormigue\w+|cosquill\w+|(?:sin|perd\w+|falta de|no tengo|no hay)(?: la| el| nada de)?"
    r" (?:sensibilidad|sensacion|sentir|tacto))"
)
_PLACE: Final = (
    r"(?:piernas?|pies?|ingles?|entrepiernas?|genitales|muslos?|pantorrillas?|gemelos?|nalgas?"
    r"|culo|dedos? del? (?:los )?pies?)\b"
)
_CALF: Final = r"(?:gemelos?|pantorrillas?)\b"
_SWOLLEN: Final = r"(?:h?inch(?:ad\w+|az\w+|an|aron|a|o|ando)\b|inflam\w+)"
_THIGH: Final = r"(?:piernas?|muslos?|cuadriceps|cuads?|isquio\w*|femoral(?:es)?)\b"
_LIMB: Final = r"(?:piernas?|rodillas?|pies?)\b"

RULES: Final[Rules] = {
    # what is no denial
    r"[¿¡]": "",
    r"\b(got|have|having) a\b": r"\1",  # English; "a" is "to"
    r"\bx (?=la|el|lado|pierna|favor)": "por ",
    r"\bno,? no\b|\bya no\b": "no",
    r"\bno (?:me |se me )?(?:par[aeo]|dej[aeo]|he parado|he dejado|puedo parar|puedo dejar)"
    r" de ": "",
    r"\bno (?=(?:me|se me) \w+ (?:mucho|tanto|demasiado|muchisimo|del todo)\b)": "",
    r"\bno ((?:puedo|pude|podia|consigo|logro|hay|paso)(?: \w+){1,5}?) sin\b": r"no \1 con",
    # illness
    r"\b(?:grip(?:e|a|al|azo|os[oa])|(?:en|a)gripad[oa]|influenza|covid\w*|corona(?:virus)?"
    r"|bronquitis|neumonia|pulmonia|infeccion (?:del? pecho|pulmonar|respiratoria))\b": "flu",
    r"\b(?:fie[bv]re\w*|fiebe|fiebron|calentura\w*|a?febril\w*|afiebrad[oa]"
    r"|(?:temperatura|temp) (?:de 3|(?:muy |algo )?(?:alta|elevada))\w*|alta temperatura"
    r"|(?<=sin )temperatura"
    r"|(?:con|tengo|tuve|tenido) (?:\w+ )?(?:de )?(?:temperatura|decimas))\b": "fever",
    r"\b(?:[vb]omit\w*|devuelto|devolvi(?:endo)?|ech\w+ (?:la |las )?(?:pota|papa|tripas)"
    r"|pota(?:r|do|ndo)|gua[ck]are\w+)\b": "vomiting",
    r"\b(?:diar+ea\w*|cagalera|descompuest[oa]|gastroenteritis"
    r"|suelt[oa] del? (?:estomago|vientre)|intoxic\w+)\b": "diarrhoea",
    # chest, breath, fainting
    r"\b(?:infarto|ataque (?:al|de|del) corazon|ataque cardiaco|angina de pecho)\b": "chest pain",
    rf"\b{_HURTS}{gap(7)}(?: y(?: en)?(?: del?)?(?: el| la)?)? {_CHEST}"
    rf"|\b{_CHEST}{gap(4)} {_HURTS}": sign(
        "chest pain", worse=("agud|punz|pinch|punt|punal", "sharp pain or chest pain")
    ),
    r"\b(?:es|peso|algo|pero si|sino)(?: raro| me duele)? (?:en |sobre )?el pecho\b": "chest pain",
    rf"\b(?:dolor\w*|molestias?|duele\w*|tiron\w*){gap(4)} (?:agud|punzant|cortant|lacerant)\w+"
    r"|\bagud[oa]s? dolor\w*|\b(?:me (?:da|dio|dieron) )?(?:unos? |unas? )?"
    r"(?:punzad\w+|punzante\w*|pinchaz\w+|puntadas?|punalad\w+|latigazo\w*)"
    r"|\bme (?:pinch|punz)\w+": "sharp pain",
    r"\b(?:me )?(?:(?:he|ha|habia|estoy|quede|cai|casi|iba a|voy a) )*"
    r"(?:desma[yl]\w+|desvanec\w+|inconsciente|colaps\w+|desplom\w+|sincope|lipotimia"
    r"|redond[oa] al suelo)\b"
    r"|\bperd\w+(?: del?)?(?: el| la)? (?:conocimiento|con?s?ciencia|sentido)\b"
    r"|\bse me \w+(?: todo)? (?:la vista|negro)\b"
    r"|\b(?:veo|vi|veia)(?: todo)? negro\b|\bme fui a negro\b"
    r"|\b(?:me )?mare(?:os?|[oae]|e?ad[oa]s?|arme|aba|ando)\b|\bvertigos?\b"
    r"|\b(?:(?:la cabeza|todo) )?me d(?:a|aba|io)n? vueltas(?: todo| la cabeza)?"
    r"|\b(?:me (?:da|dio) )?(?:un|una|el|la) (?:patatus|yeyo|soponcio|telele|palida)\b": "fainted",
    rf"\b{_CANT}{gap(3)}(?: ni| y| casi)? (?:respir\w+|repirar"
    r"|(?:coger|tomar|agarrar|recuperar|jalar) (?:el |la |bien )*(?:aire|aliento|respiracion))\b"
    r"|\b(?:me )?(?:(?:he|ha|estoy|estaba) )?(?:falt\w+(?: \w+)?(?: de| el| la)*|qued\w+ sin|sin"
    r"|no (?:me )?(?:entra|llega|cojo|agarro|tengo|alcanza|recupero)"
    r"(?: bien| suficiente| casi)?(?: el| la)?|cort\w+ de)"
    r" (?:aire|aliento|resuello|oxigeno|respiracion)\b"
    r"|\b(?:me )?(?:(?:estoy|estaba|he|quedo) )?(?:ahog\w+|asfixi\w+|sofoc\w+|jadea?\w+)"
    r"|\b(?:disnea|respir\w+ (?:muy )?(?:mal|fatal|con dificultad|agitad\w+)|no respir\w+"
    r"|respiracion (?:agitada|corta|dificil)|insuficiencia respiratoria)\b": "short of breath",
    # urine, legs
    rf"\b(?:{_CANT}{gap(2)}(?: ni)? (?:h?orinar|mear|hacer (?:pis|pipi))"
    r"|retencion (?:de orina|urinaria)|incontinen\w+"
    r"|(?:se me (?:escap|sal)\w*|no (?:controlo|aguanto|retengo|sujeto|puedo \w+)"
    r"|perd\w+ el control)"
    r" (?:(?:el|la|los|mi|del?|bien) )*(?:pis|pipi|h?orina|caca|vejiga|esfinter\w*)"
    r"|me (?:h?ori|me|hi|ha|ca)\w+ (?:pis )?encima"
    r"|problemas? (?:de|en|con) (?:la |el )?(?:vejiga|intestinos?)"
    r"|problemas? (?:urinarios?|intestinal\w*))\b": "bladder problems",
    rf"\b{_PEE}{gap(5)} {_DARK}|\b{_DARK}{gap(3)} {_PEE}|\bhematuria\b"
    r"|\bcoluria\b": sign("dark urine"),
    r"\b(?:no (?:me )?(?:siento|sentia|senti|noto)|no (?:me )?puedo sentir|dej\w+ de sentir)"
    r" (?:bien |casi )?(?:las?|el|los|mis?|una?) (?:piernas?|pies?|rodillas?)"
    r"(?: izquierd\w+| derech\w+)?(?! (?:pes|cans|carg|mal|tan|muy|bien|dol|h?inch|dorm|ador|fres"
    r"|fri|entum))": "can't feel my legs",
    rf"\bno (?:siento|noto) (?:las?|el|los|mi) {_PLACE}": "numb legs",
    rf"\b(?:{_PLACE}{gap(1)} )?se me (?:ha |han |esta |estan )?"
    rf"(?:duerm|durm|dorm|adorm|entum)\w+(?:{gap(3)} {_PLACE})?": sign("numb legs"),
    rf"\b{_NUMB}{gap(5)} {_PLACE}|\b{_PLACE}{gap(4)} {_NUMB}": sign("numb legs"),
    rf"\b{_CALF}{gap(5)}(?: y)?"
    rf" (?:{_SWOLLEN}|(?<!agua )caliente\w*|roj[oa]s?\b|colorad\w+|enroj\w+)"
    rf"|\b(?:(?:muy|super|se me ha|se me) )?(?:{_SWOLLEN}|calientes?|roj[oa]s?|enroj\w+)"
    rf"(?: y (?:roj[oa]s?|calientes?))?{gap(4)} {_CALF}": sign(
        "swollen calf", worse=("muy |super", "very swollen calf")
    ),
    r"\b(?:trombos(?:is)?)\b": "swollen calf",
    rf"\b{_THIGH}{gap(5)} {_SWOLLEN}"
    rf"|\b(?:(?:muy|super) )?{_SWOLLEN}{gap(4)} {_THIGH}": sign("swollen legs"),
    r"\b(?:muy|super|re|demasiado|extremadamente) (?:h?inchad|inflamad)\w+"
    rf"|\b{_SWOLLEN} (?:muy )?(?:fuerte|grave|sever|enorme|brutal|important|masiv)\w*"
    rf"|\b(?:much\w+|gran|fuerte|severa) {_SWOLLEN}": "severe swelling",
    rf"\b{_CANT}{gap(3)}(?: ni)?"
    rf" (?:mover|levantar|doblar|flexionar|estirar|enderezar|sentir|apoyar){gap(2)} {_LIMB}"
    r"|\bno (?:me )?pued\w+ (?:(?:poner|mantener|tener|sostener|estar)(?:me)? (?:de|en) pie"
    r"|(?:levantar|parar)(?:me)?\b)"
    r"|\bno me (?:sostengo|tengo|aguanto) (?:de|en) pie": "legs gave way",
    r"\b(?:se )?me(?: ha| han)? (?:fall|flaq|ced|dobl|aflo)\w+(?: mucho)? (?:las?|mis?|una)"
    rf" {_LIMB}|\bse me (?:va|van|fue|fueron) (?:las?|una) {_LIMB}"
    r"|\bpiernas? (?:se )?(?:me )?(?:han |ha )?(?:fall|flaq|ced)\w+"
    r"|\bno (?:me )?(?:respond|aguant|sost)\w+ las? piernas?"
    r"|\bpiernas? no (?:me )?(?:respond|aguant|sost)\w+|\bpiernas?(?: \w+)? (?:debil|sin fuerza)\w*"
    r"|\b(?:debilidad|(?:sin|no tengo|perd\w+(?: la)?|falta de) fuerzas?)(?: en)?"
    rf" (?:las?|mis?|una) {_LIMB}": "legs gave way",
    r"\bpiernas? no (?:se )?me (?:han |ha )?(?:fall|flaq|ced)\w+": "no legs gave way",
    rf"\b{_PEE}[^.;!?]{{0,25}},"
    rf" (?:es|esta|sino|sale|era|esta saliendo)(?: \w+)? {_DARK}": "dark urine",
}
