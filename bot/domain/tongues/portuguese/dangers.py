"""Portuguese rules for danger signs."""

from typing import Final

from bot.domain.tongues.portuguese.parts import GAP_2, GAP_3, GAP_4, MY, sign
from bot.domain.tongues.tongue import Rules

_VERY: Final = r"(?:muito|mt|super|bem|extremamente|bastante|mega|absurdamente|demais|pra ca\w+)"
_VERY_SWOLLEN: Final = rf"\b{_VERY} inch|inch\w+ {_VERY}|issim"
_SHARP: Final = r"(?:(?:ponta|fisga|faca|agulha)das?|agud[ao]s?|(?:cort|lancin|penetr)antes?)"
_PEE: Final = r"(?:urin\w+|xixi|mij\w+|pipi)"
_CANT: Final = (
    r"(?:(?:(?:quase )?nao|nem|mal|sem)(?: (?:eu|to|tou|estou|tava|mais|nem))*"
    r" (?:cons[ei]\w+|posso|da p\w+)(?: (?:mais|nem|direito|bem|sequer|de|me))*"
    r"|(?:dificuldades?|problemas?)(?: (?:p\w*ra|de|em|a))?|dificil(?: (?:de|pra|para))?|sem"
    r"|cust[oa](?: (?:a|pra))*)"
)
_HURTS: Final = r"(?:doi|doem|doendo|doeu|doer|doia|dolorid[oa])"
_CHEST: Final = r"(?:peito|torax|coracao)"
_THIGH: Final = r"(?:(?:perna|coxa)s?|quadriceps|posterior(?:es)?)"
# What stands before a colour: "like", "with".
_LIKE: Final = r"(?:(?:cor|de|igual|como|tipo|com|feito|parec\w+|que nem|do|da|e|a) )+"
_DARK: Final = (
    r"(?:escur\w+|\w*marro\w+|pret[oa]|\w*vermelh\w+|castanh\w+|ros[ao]\w*|sang\w+"
    rf"|{_LIKE}(?:cha|cafe|ferrugem|vinho|cola)|(?:{_LIKE})?coca(?:[ -]cola)?)"
)
_PLACE: Final = r"(?:(?:perna|pe|virilha|coxa|panturrilha)s?|genita\w+|partes intimas|bunda|sela)"
_NUMB: Final = r"(?:dorm(?:en|in|iu)\w*|adormec\w+|anestesi\w+|formig\w+|insensive\w+|amortec\w+)"
_CALF: Final = r"(?:panturr?ilhas?|panturra|(?:batata|barriga) da perna|canelas?(?=.* inch))"
_WARM: Final = r"(?:inch\w+|edema\w*|quent\w+|a?vermelh\w+|inflamad[oa]s?|calor)"


RULES: Final[Rules] = {
    # chest
    r"\b(?:[ie]nfart\w+|(?:ataque|parada) (?:cardiac[oa]|do coracao))\b": "heart attack",
    r"\binfecc(?:ao|oes)(?: \w+)?"
    r" (?:(?:on|do) peito|(?:on )?pulm\w+|respiratoria)\b": "chest infection",
    r"\b(?:dor(?:es|zinha)?|aperto|pressao|peso|queimacao|ardencia|ardor|incomodo|desconforto"
    rf"|angustia|{_SHARP}){GAP_4} (?:on|do|ao|meu|em|pelo|sobre o)"
    rf" (?:meu )?{_CHEST}\b": sign("chest pain", worse=(_SHARP, "stabbing pain in the chest")),
    r"\b(?:(?:dor(?:es)?|aperto|pressao) (?:peito|toracic[oa]s?|precordial|cardiaca)"
    r"|angina)\b": "chest pain",
    rf"\b{MY}{_CHEST}{GAP_4}"
    rf" (?:{_HURTS}|apert\w+|queim\w+|ardendo|arde|pesad[oa]|pressionad[oa]|pressao"
    rf"|dor(?:es)?|{_SHARP})\b": sign("chest pain"),
    rf"\b(?:{_HURTS}|apertando|queimando|ardendo){GAP_3} {_CHEST}\b": sign("chest pain"),
    # fainting, breath
    r"\b(?:(?:perdi|perdeu|perder|perda|perdendo)(?: (?:a|os|de|da|dos))? (?:consciencia|sentidos)"
    r"|inconsciente|sincope|desfalec\w+"
    r"|(?:tive|deu|teve)(?: um)? (?:piripaque|treco|troco))\b": "lost consciousness",
    r"\b(?:(?:vista|visao|tudo)(?: (?:ficou|ta|esta|ficando))? (?:escurec\w+|pret[oa]|escur[oa])"
    r"|escureceu (?:a|minha|tudo)(?: vista| visao)?|ficou tudo (?:preto|escuro)"
    r"|(?:tive|deu|teve)(?: um)? apagao"
    r"|apag(?:uei|ando)(?! (?:[oa]s?|isso|sem querer|na cama|dormindo)\b))\b": "blacked out",
    r"\b(?:desmai\w+|tonturas?|tont(?:o|a|inh[oa])|zonz[oa]|vertige(?:m|ns)"
    r"|(?:cabeca|tudo)(?: (?:ta|esta|fica|ficou))? (?:girando|rodando))\b": "fainted",
    r"\b(?:(?:entrei em |tive um )?colaps(?:o|ei|ou|ando)|cai dur[oa])\b": "collapsed",
    rf"\b(?:{_CANT}(?: (?:eu|o))? (?:respirar|(?:puxar|pegar|recuperar)(?: o| meu)? (?:ar|folego))"
    r"|respir(?:ar|acao|ando)(?: \w+){0,2}? (?:dificil|com dificuldade|curt[oa]|ofegante|mal)"
    r"|nao (?:me )?(?:entra|vem|chega)(?: o)? ar|(?:me )?falt\w+(?: \w+)? (?:ar|folego)"
    r"|dificuldade respiratoria|sem (?:(?:o|nenhum) )?(?:ar(?! condicionado)|folego)|ofeg\w+"
    r"|dispneia|sufoc\w+)\b": "shortness of breath",
    # urine, legs
    rf"\b(?:{_CANT} (?:urinar|mijar|fazer (?:xixi|pipi|coco)|evacuar|cagar|defecar"
    r"|(?:segurar|controlar|soltar)(?: o| a)? (?:xixi|mijo|urina|coco|bexiga|intestino|fezes))"
    r"|retencao (?:urinaria|de urina)|incontinen\w+(?: \w+ria| fecal)?"
    r"|(?:perdi|perda|perdendo)(?: o| de| do)? controle(?: \w+)? (?:bexiga|intestino|xixi|urina)"
    r"|problemas? (?:n[ao]|d[eao]|com [ao]|on) (?:bexiga|intestino)|(?:xixi|urina|mijo)"
    r" (?:(?:que )?nao (?:sai|desce|vem)|tran?cad[oa]|pres[oa]|travad[oa]|escap\w+)"
    r"|nao (?:(?:to|tou|estou|tava) )?(?:segur|control|aguent)\w+(?: o| a)?"
    r" (?:xixi|mijo|urina|bexiga|coco|fezes)"
    r"|(?:fiz|faco|fazendo) (?:xixi|coco) na (?:roupa|calca|cueca|calcinha)"
    r"|me (?:mijei|caguei|urinei|mijando|cagando)|mijei nas calcas)\b": "bladder trouble",
    rf"\b{_PEE}[^.;!?]{{0,25}}, (?:mas |e |ela )?(?:ta|esta|e|sim)(?: \w+)?"
    rf" {_DARK}\b": "dark urine",
    rf"\b(?:{MY}{_PEE}{GAP_4} {_DARK}|{_DARK}{GAP_3} {_PEE}|hematuria"
    r"|coluria)\b": sign("dark urine"),
    r"\b(?:(?:nao|sem|nem|mal|deixei de|parei de)(?: (?:estou|to|tou|tava|consigo|mais))*"
    r" (?:sint[oa]|sent\w+)(?: (?:mais|direito|nada|bem|quase))*"
    rf" (?:[ao]s?|minhas?|meus?|n[ao]s?|on|d[ao]s?) (?:minhas? |meus? )?{_PLACE}"
    r"(?! (?:pesad|cansad|dolorid|mais|dorm|inch|quent|form|verm|doe))"
    r"|(?:per(?:di|da|dendo)(?: \w+)?|sem) (?:sensibilidade|sensacao|sentir) \w+"
    rf"(?: minhas?| meus?)? {_PLACE}"
    rf"|{_PLACE}{GAP_2} sem (?:sensibilidade|sensacao))\b": "numb legs",
    rf"\b(?:{MY}{_PLACE}{GAP_3} {_NUMB}|{_NUMB}{GAP_3} (?:{_PLACE}|entre as pernas)"
    rf"|entre as pernas {GAP_2}{_NUMB})\b": sign("numb legs"),
    rf"\b(?:{MY}{_CALF}{GAP_4} {_WARM}(?: {_VERY})?(?: e {_WARM})?"
    rf"|(?:{_WARM}|vermelhidao){GAP_3} {_CALF}"
    r"|trombose|tvp)\b": sign("calf swollen", worse=(_VERY_SWOLLEN, "calf very swollen")),
    rf"\b(?:{MY}{_THIGH}{GAP_4} (?:inch\w+|edema)(?: {_VERY})?"
    rf"|inch\w+{GAP_3} {_THIGH})\b": sign("swollen legs"),
    rf"\b(?:{_VERY} inch\w+|inch(?:ad[oa]s?|ou|aram|aco)"
    rf" (?:{_VERY}|grande|fort\w+|grave|sever\w+|enorme|absurd\w+)"
    r"|inchad?issim\w+|grande inchaco)\b": sign("severe swelling"),
    rf"\b(?:{_CANT}"
    r" (?:levantar|mexer|mover|dobrar|esticar|estender|flexionar|erguer|movimentar|firmar"
    rf"|apoiar){GAP_2} (?:pernas?|joelhos?|pes?|coxas?)"
    r"|(?:nao|sem)(?: \w+)? cons[ei]\w+(?: (?:mais|nem))* (?:andar|caminhar)"
    rf"|{_CANT} (?:(?:ficar|parar|me manter) (?:de|em) pe|me levantar|levantar(?! \d| peso))"
    rf"|{MY}(?:pernas?|joelhos?)(?: (?:me|que|ta|esta|estao|direita|esquerda))*"
    r" (?:falh\w+|ced(?:eu|eram|endo)|fraquej\w+|sem forcas?|paralis\w+"
    r"|nao (?:\w+ )?(?:aguent|obedec|respond)\w+)"
    r"|(?:fraqueza|paralisia)(?: \w+){0,2}? (?:pernas?|coxas?)"
    r"|(?:sem|perdi)(?: a| as| nenhuma)? forcas? (?:[nd]as?)"
    r" (?:minhas? )?pernas?)\b": "legs gave way",
    # illness
    r"\b(?:febr(?:es?|ao|inha|il|is)|temperatura(?: \w+){0,2}? (?:alta|elevada))\b": "fever",
    r"\b(?:grip(?:es?|ad[oa]|ei|ou|ezinha)|virose|dengue|chikungunya|zika)\b": "flu",
    r"\b(?:covid(?:[ -]?19)?|corona(?:virus)?)\b": "covid",
    r"\bbronqui\w+\b": "bronchitis",
    r"\b(?:vomit(?!ed\b|ing\b)\w+|go[rl]f(?:ei|ando|ar|ou)"
    r"|(?:botei|coloquei|pus) tudo (?:pra|para) fora|chamei o (?:hugo|raul))\b": "vomiting",
    r"\b(?:diarr?eias?|caganeira|piriri|d[ie]senteria|intestino solto|desarranjo"
    r"|gastroenterite)\b": "diarrhoea",
    r"\bintoxica(?:cao(?: alimentar)?|d[oa](?: com comida)?)\b": "food poisoning",
    rf"\b(?:(?:dor(?:es)?(?: \w+){{0,3}}? (?:{_SHARP}|em choque|fina|irradi\w+)|{_SHARP})"
    r"(?: (?:on|n[ao]s?) (?!peito|torax)\w+)?"
    r"|choques? (?:na|nas|pela) pernas?)\b": sign("stabbing pain"),
}
