"""Brazilian Portuguese, as members write it: without accents, in a hurry, in the gym's words."""

import re
from collections.abc import Callable, Mapping
from re import Match
from typing import Final

from bot.domain.tongues.tongue import Rule, Tongue


def _table(text: str, *more: Mapping[str, str]) -> dict[str, str]:
    """Return a table written as "English: words; English: words", with what stands in others."""
    table = dict(each.strip().split(":", 1) for each in " ".join(text.split()).split(";"))
    for english, said in (pair for other in more for pair in other.items()):
        table[english] = f"{table[english]}, {said}" if english in table else said
    return table


def _sign(named: str, sharp: str = "", very: str = "") -> Callable[[Match[str]], str]:
    """Return what says a sign: with "no" where the words deny it, sharper where they say so."""

    def said(found: Match[str]) -> str:
        english = very if very and re.search(_VERY, found[0]) else named
        english = sharp if sharp and re.search(_SHARP, found[0]) else english
        return f"no {english}" if re.search(_DENIES, found[0]) else english

    return said


_COUNT: Final = (
    "um|uma|dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|quatorze|quinze"
    "|dezesseis|dezessete|dezoito|dezenove|vinte|trinta|quarenta|cinquenta|sessenta|noventa"
)
_VALUES: Final = (1, 1, 2, 2, *range(3, 21), 30, 40, 50, 60, 90)
_NUMBERS: Final = dict(zip(_COUNT.split("|"), _VALUES, strict=True))
_MONTHS: Final = {"fev": "feb", "abr": "apr", "mai": "may", "ago": "aug", "set": "sep",
                  "out": "oct", "dez": "dec"}  # fmt: skip
_WEEK: Final = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_SHORT: Final = ["seg", "ter", "qua", "qui", "sex", "sab", "dom", "2a", "3a", "4a", "5a", "6a"]
_DAYS: Final = dict(zip(_SHORT, [*_WEEK, *_WEEK[:5]], strict=True))
_DAY: Final = rf"(\b(?:{'|'.join(_WEEK)}|{'|'.join(day[:3] for day in _WEEK)})\b)"
_UNIT: Final = r"(?:h(?:oras?|rs?|s)?|min(?:uto|utinho)?s?|dias?|semanas?|mes(?:es)?)\b"
_LEN: Final = rf"(?:\d{{1,2}}h\d\d\b|\d+(?:[.,]\d+)? ?{_UNIT})(?:(?: e)? \d+ ?{_UNIT})?"
_ABOUT: Final = r"(?:(?:mais ou menos|cerca de|quase|uns|umas|por volta de) )?"
_OF_DAY, _H = r"(?: d[ae]|,)? (?:manha|tarde|noite|madrugada)", r"(?: ?h(?:oras?|rs?|s)?)?"
_THE: Final = r"(?:(?:[ao]s?|n[ao]|on|d[aoe]) )?"
# "no" is "in the": it stays English only before what English denies. "ter" is "to have" too.
_TIME_RULES: Final[tuple[Rule, ...]] = (
    (r"naum|nn|n(?:um)?(?= (?:t[eo]\w*|estou|tive|sint\w|sent\w+|cons\w+|fi\w+|da|posso|ha|desm\w+"
    r"|vom\w+)\b)", "nao"), (r"no(?= \w)(?! (?:any|more|chest|heart|faint\w*|short\w*|breath\w*"
    r"|dark|brown|urine|pee|bladder|bowel|numb\w*|tingl\w*|calf|lower|swoll?en|swelling|severe"
    r"|legs?(?! (?:press|curl))|thighs?|fever\w*|high|flu|influenza|covid|bronchitis|pneumonia"
    r"|vomit\w*|diarrh\w*|food|sharp|stabbing|shooting|pains?|runs?|running|easy|long|tempo|walk"
    r"|intervals?|sprints?|race" rf"|{_DAY})\b)", "on"), (r"primeiro(?= de)|(?<=dia )primeiro", "1")
    , (r"(?:(?:on )?dia )?(\d{1,2})o? (?:de )?(jan|fev|mar|abr|mai|jun|jul|ago|set(?! de \d)|out(?!"
    r" of)|nov|dez)(?:eiro|ereiro|co|il|o|ho|sto|embro|ubro)?\b\.?(?: (?:de )?(20\d\d))?"
    , lambda found: f"{found[1]} {_MONTHS.get(found[2], found[2])} {found[3] or ''}"),
    (r"(?:on )?dia (\d{1,2})/(0?[1-9]|1[0-2])(?!/)", r"\1.\2."), (r"(?<![\d/])(\d{1,2})/(0?[1-9]"
    r"|1[0-2])(?= (?:as|a|de) (?:\d|manha|tarde|noite))", r"\1.\2."), (r"(?:on )?dia (\d{1,2})o?",
    r"the \1th"), (r"(vinte|trinta|(?:quar|cinqu|sess|nov)enta) e (uma?|dois|duas|tres|quatro|cinco"
    r"|seis|sete|oito|nove)(?! pras?| para)"
    , lambda found: str(_NUMBERS[found[1]] + _NUMBERS.get(found[2] or "", 0))),
    (rf"({_COUNT[7:]})()", lambda found: str(_NUMBERS[found[1]] + _NUMBERS.get(found[2] or "", 0))),
    (r"(\d+) mil", r"\g<1>000"), (r"(?:as? )?uma(?= e (?:meia\b(?! hora)|\d)| em ponto| da (?:manha"
    r"|tarde|madrugada))|a uma(?= hora)|(?<=pra )uma|(?<=para a )uma", "as 1"),
    (r"(?:pra|para a) as 1", "pras 1"), (rf"uma?(?= (?:{_UNIT}|km|quilometro|quarto)\b)(?! dia"
    rf" de)", "1"), (r"3 quartos de hora", "45 min"), (r"(?:uma )?meia (?:hora|horinha|h)",
    "30 min"), (r"(?<!\d )hora e meia", "1.5 h"), (r"(dormi [^,.;]*?) (?:n?es[st]a|na ultima|a)"
    r" noite", r"\1 last night"), (r"meio[ -]dia e meia?", "12:30"), (r"meia[ -]noite e meia",
    "0:30"), (r"(?:1 )?quarto (?=pras|para as)", "15 "), (rf"(?:as )?(\d{{1,2}})(?: min\w*)? (?:pra"
    rf"s|p/ as|pra as|para as|pra(?= 1\b)) (\d{{1,2}}){_H}(?! ?(?:km|min))", lambda found:
    f"{int(found[2]) - 1 or 12}:{60 - int(found[1]):02}"), (rf"(?<!\bas )(\d+) ?h(?:oras?|rs?|s)? e"
    rf" meia(?!{_OF_DAY})", r"\1.5 h"), (rf"(?<!\bas )(\d+) ?h(?:oras?|rs?|s)? e (\d{{1,2}})(?:"
    rf" ?min\w*)?(?!{_OF_DAY})", r"\1 h \2 min"), (r"(\d+) (dia|mes|semana|km|quilometro|k)s? e"
    r" mei[oa]", r"\1.5 \2"), (rf"(\d{{1,2}}){_H} e meia(?! maratona)", r"\1:30"),
    (rf"(as \d{{1,2}}|^\d{{1,2}}(?={_H} e \d\d$)|\d{{1,2}}(?={_H} e \d{{1,2}}{_OF_DAY})){_H} e"
    rf" (\d{{1,2}})(?: min\w*)?", lambda found: f"{found[1]}:{int(found[2]):02}"),
    (rf"(?:ha|faz(?:em)?|tem|tinha) {_ABOUT}({_LEN})(?: atras)?(?: que)?", r"\1 ago"),
    (rf"(?:a )?{_ABOUT}({_LEN}) atras", r"\1 ago"), (rf"(?:daqui(?: a| ha)?|dentro de)"
    rf" {_ABOUT}(?={_LEN})", "in "), (r"(?:(?:[ao]|n[ao]|pel[ao])s|por|durante)(?: (?:[ao]s )?proxi"
    r"m[oa]s)? (?=\d+ (?:dia|semana|mes)s?)", ""), (r"(segunda|seg|terca|quarta|qua|quinta|qui"
    r"|sexta|sex|sabado|sab|domingo|dom|[2-6]a)s?\.?(?:[ -]?feiras?)?"
    , lambda found: _DAYS[found[1][:3]][: 3 if len(found[1]) < 4 else None]),
    (rf"(?<!sem )(?<!de )(?<!vou )ter\.?(?=\s*(?:$|[-,;/&+?!]|\d|e\b|(?:a|ate|as|ao) (?:{_DAY}"
    rf"|noite|tarde|\d)|de (?:manha|tarde|noite)|pela|passad|que vem|noite|tarde|manha|mei[oa]|leve"
    rf"|cedo|{_DAY}))", "tue"), (rf"{_THE}(?:semana que vem|proxima semana)", "next week"),
    (rf"{_THE}(?:semana passada|ultima semana)", "last week"), (rf"{_THE}noite passada",
    "last night"), (rf"{_THE}ultim[ao] {_DAY}", r"last \1"), (rf"{_THE}{_DAY} passad[ao]",
    r"last \1"), (rf"{_THE}prox(?:im[ao]|\.)? {_DAY}", r"next \1"), (rf"{_THE}{_DAY} (?:que vem"
    rf"|proxim[ao]|seguinte)", r"next \1"), (rf"n?es[st][ae] {_DAY}", r"this \1"),
    (rf"(?:de )?{_DAY} (?:a|ate|ao) {_THE}{_DAY}", r"\1-\2"), (rf"(?:tod[ao]s?(?: [ao]s)?|cada)"
    rf" (?={_DAY})", "every "), (rf"(?:[ao]s?|nas?|nos|aos|d[eao]|em) (?={_DAY})", "on "),
    (r"(?:tod[ao]s? os|todo|td) (?:santo )?dias?|diariamente|sempre", "daily"),
    (r"(?:(?:on|nos|os|em) )?(?:dias? (?:de|da) semana|dias? ute?is|dia util)", "weekdays"),
    (r"(?:(?:on|nos|os|aos|todo|em) )?(?:(?:fi(?:m|ns)|fina(?:l|is)) de semana|fds)", "weekends"),
    (r"(\d{1,2}(?:[:h]\d\d)?)(?: ?h(?:oras?)?)? da madrugada", r"\1am"), (rf"{_THE}(?:fim|final)"
    rf" d[ea] (tarde|noite|manha)", r"late \1"), (r"n?es[st]a (?=manha|tarde)", "this "),
    (r"n?es[st]a noite", "tonight"), (r"(?:d[ea]|pela|na|a) madrugada", "early morning"),
    (r"(?:d[ae]|pela|na) manha(?:zinha)?|(?<=hoje )cedo|(?<=hj )cedo|(?<=amanha )cedo|bem cedo",
    "da manha"), (r"(?:d[ae]|pela|na|a) tard(?:e|inha|ezinha)", "da tarde"),
    (r"(?:d[ae]|pela|na|a) noit(?:e|inha)(?! (?:toda|inteira))", "da noite"),
    (r"(?:[ao]|ao|on) (?=mei[oa][ -])", ""), (r"(?:das|de|entre(?: as)?) (\d{1,2}(?:[:h]\d\d)?"
    r" ?h?)(?:s|oras)? (?:as|e|ate as|a) (?=\d{1,2}(?!\d| ?km))", r"from \1 to "),
    (r"(\dh|:\d\d) (?:ate )?as (?=\d)", r"\1 to "), (r"(?:la p(?:el|r)as|por volta d[ae]s?|pelas|as"
    r"|pras|ate as|das) (?=\d)", "at "), (r"at (\d{1,2}) horas?", r"at \1h"),
    (r"(\d{1,2})(?::00)? ?(?:hs|hrs)", r"\1h"), (r"(\d{1,2}[:h]\d\d) ?(?:hs?|hrs|min)", r"\1"),
    (r"(?<=[\dh]) em ponto", ""), (r"(?<!\d)(\d|1[0-2])([:h]\d\d)? ?h?(?:oras?)?,? da manha",
    r"\1\2am"), (r"(?<!\d)(12|[1-4])([:h]\d\d)? ?h?(?:oras?)?,? da noite", r"\1\2am"),
    (r"(?<!\d)(\d|1[0-2])([:h]\d\d)? ?h?(?:oras?)?,? da (?:noite|tarde)", r"\1\2pm"),
    (r"(?<=[\dh]),? da (?:manha|noite|tarde)", ""), (r"(?<!in )(1[3-9]|2[0-4])h(?! (?:ago|de"
    r" sono))", r"\1:00"), (rf"(at|{_DAY}) (\d{{1,2}})h", r"\1 \3:00"), (r"h(?:oje|j) da noite(?!"
    r" at)", "tonight"), (r"ontem da noite(?! at)", "last night"), (r"h(?:oje|j) da (?=manha"
    r"|tarde)", "this "), (r"(?<=[a-z]) da (?=manha|tarde|noite)", " "),
)  # fmt: skip
# Danger signs: what names each becomes the English that does, with "no" where words within deny.
_DENIES: Final = r"\b(?:nao|nunca|nem|sem)\b(?! (?:so|apenas|par[ao]|melhor|pass|aguent|sei|cons))"
_MUCH: Final = r"(?:muito|mt|super|bem|extremamente|bastante|mega|absurdamente|demais|pra ca\w+)"
_VERY: Final = rf"\b{_MUCH} inch|inch\w+ {_MUCH}|issim"
_SHARP: Final = r"(?:(?:ponta|fisga|faca|agulha)das?|agud[ao]s?|(?:cort|lancin|penetr)antes?)"
_G2, _G3, _G4 = (rf"(?: (?!mas\b|porem\b)[\w']+){{0,{most}}}?" for most in (2, 3, 4))
_MY, _PEE = r"(?:(?:[oa]s?|uma?|meus?|minhas?) )*", r"(?:urin\w+|xixi|mij\w+|pipi)"
_CANT: Final = (
    r"(?:(?:(?:quase )?nao|nem|mal|sem)(?: (?:eu|to|tou|estou|tava|mais|nem))* (?:cons[ei]\w+|posso"
    r"|da p\w+)(?: (?:mais|nem|direito|bem|sequer|de|me))*|(?:dificuldades?|problemas?)"
    r"(?: (?:p\w*ra|de|em|a))?|dificil(?: (?:de|pra|para))?|sem|cust[oa](?: (?:a|pra))*)"
)  # fmt: skip
_HURTS, _CHEST = r"(?:doi|doem|doendo|doeu|doer|doia|dolorid[oa])", r"(?:peito|torax|coracao)"
_LEGS: Final = r"(?:(?:perna|coxa)s?|quadriceps|posterior(?:es)?)"
_LIKE: Final = r"(?:(?:cor|de|igual|como|tipo|com|feito|parec\w+|que nem|do|da|e|a) )+"
_DARK: Final = (r"(?:escur\w+|\w*marro\w+|pret[oa]|\w*vermelh\w+|castanh\w+|ros[ao]\w*|sang\w+"
    rf"|{_LIKE}(?:cha|cafe|ferrugem|vinho|cola)|(?:{_LIKE})?coca(?:[ -]cola)?)")  # fmt: skip
_PART: Final = r"(?:(?:perna|pe|virilha|coxa|panturrilha)s?|genita\w+|partes intimas|bunda|sela)"
_NUMB: Final = r"(?:dorm(?:en|in|iu)\w*|adormec\w+|anestesi\w+|formig\w+|insensive\w+|amortec\w+)"
_CALF: Final = r"(?:panturr?ilhas?|panturra|(?:batata|barriga) da perna|canelas?(?=.* inch))"
_WARM: Final = r"(?:inch\w+|edema\w*|quent\w+|a?vermelh\w+|inflamad[oa]s?|calor)"
_DANGER_RULES: Final[tuple[Rule, ...]] = (
    (r"[ie]nfart\w+|(?:ataque|parada) (?:cardiac[oa]|do coracao)", "heart attack"),
    (r"infecc(?:ao|oes)(?: \w+)? (?:(?:on|do) peito|(?:on )?pulm\w+|respiratoria)",
    "chest infection"), (rf"(?:dor(?:es|zinha)?|aperto|pressao|peso|queimacao|ardencia|ardor|incomo"
    rf"do|desconforto|angustia|{_SHARP}){_G4} (?:on|do|ao|meu|em|pelo|sobre o) (?:meu )?{_CHEST}"
    , _sign("chest pain", "stabbing pain in the chest")), (r"(?:dor(?:es)?|aperto|pressao) (?:peito"
    r"|toracic[oa]s?|precordial|cardiaca)|angina", "chest pain"), (rf"{_MY}{_CHEST}{_G4} (?:"
    rf"{_HURTS}|apert\w+|queim\w+|ardendo|arde|pesad[oa]|pressionad[oa]|pressao|dor(?:es)?"
    rf"|{_SHARP})", _sign("chest pain")), (rf"(?:{_HURTS}|apertando|queimando|ardendo){_G3}"
    rf" {_CHEST}", _sign("chest pain")), (r"(?:perdi|perdeu|perder|perda|perdendo)(?: (?:a|os|de|da"
    r"|dos))? (?:consciencia|sentidos)|inconsciente|sincope|desfalec\w+", "lost consciousness"),
    (r"(?:vista|visao|tudo)(?: (?:ficou|ta|esta|ficando))? (?:escurec\w+|pret[oa]|escur[oa])|escure"
    r"ceu (?:a|minha|tudo)(?: vista| visao)?|ficou tudo (?:preto|escuro)|(?:tive|deu|teve)(?: um)?"
    r" apagao|apag(?:uei|ando)(?! (?:[oa]s?|isso|sem querer|na cama|dormindo)\b)", "blacked out"),
    (r"desmai\w+", "fainted"), (r"(?:entrei em |tive um )?colaps(?:o|ei|ou|ando)|cai dur[oa]",
    "collapsed"), (rf"{_CANT}(?: (?:eu|o))? (?:respirar|(?:puxar|pegar|recuperar)(?: o| meu)? (?:ar"
    rf"|folego))" r"|respir(?:ar|acao|ando)(?: \w+){0,2}? (?:dificil|com dificuldade|curt[oa]|ofega"
    r"nte|mal)|nao (?:me )?(?:entra|vem|chega)(?: o)? ar|(?:me )?falt\w+(?: \w+)? (?:ar|folego)"
    r"|dificuldade respiratoria|sem (?:(?:o|nenhum) )?(?:ar(?! condicionado)|folego)|ofeg\w+|dispne"
    r"ia|sufoc\w+", "shortness of breath"), (rf"{_CANT} (?:urinar|mijar|fazer (?:xixi|pipi|coco)"
    rf"|evacuar|cagar|defecar|(?:segurar|controlar|soltar)(?: o" r"| a)? (?:xixi|mijo|urina|coco"
    r"|bexiga|intestino|fezes))|retencao (?:urinaria|de urina)|incontinen\w+(?: \w+ria| fecal)?"
    r"|(?:perdi|perda|perdendo)(?: o| de| do)? controle(?: \w+)? (?:bexiga|intestino|xixi|urina)"
    r"|problemas? (?:n[ao]|d[eao]|com [ao]|on) (?:bexiga|intestino)|(?:xixi|urina|mijo) (?:(?:que"
    r" )?nao (?:sai|desce|vem)|tran?cad[oa]|pres[oa]|travad[oa]|escap\w+)|me (?:mijei|caguei|urinei"
    r"|mijando|cagando)|mijei nas calcas", "bladder trouble"), (rf"{_MY}{_PEE}{_G4} {_DARK}"
    rf"|{_DARK}{_G3} {_PEE}|rabdo\w*|hematuria|coluria", _sign("dark urine")),
    (rf"(?:nao|sem|nem|mal|deixei de|parei de)(?: (?:estou|to|tou|tava|consigo|mais))* (?:sint[oa]"
    rf"|sent\w+)(?: (?:mais|direito|nada|bem|quase))* (?:[ao]s?|minhas?|meus?|n[ao]s?|on|d[ao]s?)"
    rf" (?:minhas? |meus? )?{_PART}(?! (?:pesad" r"|cansad|dolorid|mais|dorm|inch|quent|form|verm"
    r"|doe))|(?:per(?:di|da|dendo)(?: \w+)?|sem) (?:sensibilidade|sensacao|sentir) \w+(?: minhas?"
    rf"| meus?)? {_PART}|{_PART}{_G2} sem (?:sensibilidade|sensacao)", "numb legs"),
    (rf"{_MY}{_PART}{_G3} {_NUMB}|{_NUMB}{_G3} (?:{_PART}|entre as pernas)|entre as pernas"
    rf" {_G2}{_NUMB}", _sign("numb legs")), (rf"{_MY}{_CALF}{_G4} {_WARM}(?: {_MUCH})?(?: e"
    rf" {_WARM})?|(?:{_WARM}|vermelhidao){_G3} {_CALF}|trombose|tvp", _sign("calf swollen", very=
    "calf very swollen")), (rf"{_MY}{_LEGS}{_G4} (?:inch\w+|edema)(?: {_MUCH})?|inch\w+{_G3}"
    rf" {_LEGS}", _sign("swollen legs")), (rf"{_MUCH} inch\w+|inch(?:ad[oa]s?|ou|aram|aco)"
    rf" (?:{_MUCH}|grande|fort\w+|grave|sever\w+|enorme|absurd\w+)" r"|inchad?issim\w+|grande incha"
    r"co", _sign("severe swelling")), (rf"{_CANT} (?:levantar|mexer|mover|dobrar|esticar|estender"
    rf"|flexionar|erguer|movimentar|firmar|apoiar){_G2} (?:pernas?|joelhos?|pes?|coxas?)|(?:nao"
    rf"|sem)(?: \w+)? cons[ei]\w+(?: (?:mais|nem))* (?:andar|caminhar)|{_CANT} (?:(?:ficar|parar|me"
    rf" manter) (?:de|em) pe|me levantar|levantar(?! \d| peso))|{_MY}(?:pernas?|joelhos?)"
    r"(?: (?:me|que|ta|esta|estao|direita|esquerda))* (?:falh\w+|ced(?:eu|eram|endo)|fraquej\w+|sem"
    r" forcas?|paralis\w+|nao (?:\w+ )?(?:aguent|obedec|respond)\w+)|(?:fraqueza|paralisia)(?:"
    r" \w+){0,2}? (?:pernas?|coxas?)|(?:sem|perdi)(?: a| as| nenhuma)? forcas? (?:[nd]as?) (?:minha"
    r"s? )?pernas?", "legs gave way"), (r"febr(?:es?|ao|inha|il|is)|temperatura(?: \w+){0,2}? (?:al"
    r"ta|elevada)", "fever"), (r"grip(?:es?|ad[oa]|ei|ou|ezinha)|virose|dengue|chikungunya|zika",
    "flu"), (r"covid(?:[ -]?19)?|corona(?:virus)?", "covid"), (r"bronqui\w+", "bronchitis"),
    (r"vomit(?!ed\b|ing\b)\w+|go[rl]f(?:ei|ando|ar|ou)|(?:botei|coloquei|pus) tudo (?:pra|para)"
    r" fora|chamei o (?:hugo|raul)", "vomiting"), (r"diarr?eias?|caganeira|piriri|d[ie]senteria"
    r"|intestino solto|desarranjo|gastroenterite", "diarrhoea"), (r"intoxica(?:cao(?: alimentar)?"
    r"|d[oa](?: com comida)?)", "food poisoning"), (rf"(?:dor(?:es)?(?: \w+){{0,3}}? (?:{_SHARP}|em"
    rf" choque|fina|irradi\w+)|{_SHARP})(?: (?:on|n[ao]s?) (?!peito|torax)\w+)?|choques? (?:na|nas"
    rf"|pela)" r" pernas?", _sign("stabbing pain")), (r"(?:(?:eu|me|estou|to|tou|tava) )*(?:nao|nem"
    r"|nunca|sem|nenhuma?|zero|nada de)(?!.* (?:assim|antes|tao)\b)(?: (?:eu|me|estou|to|tou|estava"
    r"|tava|estive|tenho|tive|tinha|ter|tido|tendo|sinto|sent\w+|com|de|mais|muit[oa]s?|nenhuma?"
    r"|qualquer|fiquei|ha|havia|houve|tem|teve|apresento|e|eh|foi|era|peguei|[oa]s?|uma?|meus?"
    r"|minhas?|sina(?:l|is)|ando|nada|sintomas?))*(?: no)? (?=chest|stab|heart|lost|black|faint"
    r"|coll|short|dark|bladder|numb|calf|swollen|severe|legs gave|fever|flu\b|covid|bronch|pneumoni"
    r"a|influenza|vomit|diarrh|food p)", "no "),
)  # fmt: skip
_LEG_DAY: Final = (r"(?:(?:treino|sessao|dia|leg day) (?:pesad[oa] |forte |leve )?d[ea]s?"
    r" (?:pernas?|inferiores|membros inferiores)|leg ?day)")  # fmt: skip
_LEGS_ARE: Final = (r"(?:(?:estou|to|tou|tava|acordei|fiquei) )?(?:com )?(?:as? )?pernas?"
    r" (?:(?:estao|esta|tao|ta|ficaram|ficou|meio|super|muito|bem) )*")  # fmt: skip
_TALK_RULES: Final[tuple[Rule, ...]] = (
    (r"^nao (?:posso )?agora$|^agora nao$|^depois$", "later"), (r"^para(?: com (?:isso|os lembretes"
    r")| de (?:me )?(?:lembrar|avisar))?$", "stop"), (r"(?:uma )?meia maratona|^(?:uma? )?meia$"
    r"|(?<=fiz a )meia", "half marathon"), (r"(\d{1,2}) tiros? de (?=\d)", r"\1x"),
    (r"(?:descida|desnivel negativo|desnivel|desci) (?:de )?(\d[\d.]*) ?m(?:etros)?", r"\1 m down"),
    (r"(\d[\d.]*) ?m(?:etros)? (?:de )?(?:descida|desnivel(?: negativo)?|(?:pra |para |a)baixo"
    r"|ladeira abaixo|descendo)", r"\1 m down"), (rf"(?:(?:o|meu|um|do|de|a|uma) )*{_LEG_DAY}",
    "leg day"), (r"(?:foi|teve) (?=leg day)", "did "), (r"(?:as?|minhas?|meus?|os) (?=(?:pernas?"
    r"|inferiores|quadriceps|coxas|gluteos|posteriores|panturrilhas)\b)", ""),
    (rf"{_LEGS_ARE}(?:mort[ao]s?|(?:destru|mo)idas?|(?:acab|deton|quebr|zo)adas?)", "dead legs"),
    (rf"{_LEGS_ARE}pesadas?(?! (?:on )?{_DAY})", "heavy legs"), (rf"{_LEGS_ARE}(?:boas?|otimas?|ok"
    rf"|bem|tranquilas?)", "good legs"), (rf"{_LEGS_ARE}(?:frescas?|(?:descans|zer|recuper|renov)ad"
    rf"as?|novas|inteiras|leves|soltas)", "fresh legs"), (r"(?:(?:estou|to|tou|tava|ainda|sentindo)"
    r" )*(?:com )?(?:uma )?(?:muita )?dor(?:es)?(?: muscular(?:es)?| tardia)*(?: nas? (?:minhas?"
    r" )?(?:pernas?|coxas?))?(?: (?:em|de|nota|nivel|ta|esta|hoje|e))*:? (\d{1,2})(?: ?(?:/|de|em"
    r"|sobre) ?10)?(?![.,]?\d|[h/]| ?(?:min|km|h\b|dias))(?: nas? pernas?)?", r"soreness \1/10"),
    (r"(dolorid[oa]s?|esforco|rpe|pse|intensidade)(?: (?:em|de|nota|nivel|foi))*:? (\d{1,2}) ?(?:/"
    r"|de|em|sobre) ?10", r"\1 \2/10"), (r"(?:estou|to|tou) (?=dolorid)", ""),
    (r"sera que (?:eu )?(?=\w)|(?:eu )?(?:ja )?(?=da p)", ""), (r"(?:ja|ainda|so) posso",
    "can I still"), (r"(?:da|daria|rola|consigo|(?:to|estou|ta) liberad[oa])(?: (?:eu|pra|para"
    r"|de))* (?=(?:correr|ir|fazer|dar|trotar|rodar|uma?|caminhar)\b)", "can I "),
    (r"(?:(?:e|eh|ta|esta|seria) )?(?:ok|tranquilo|de boa|uma boa|segur[oa]|tudo bem|bom|beleza)(?:"
    r" (?:se|eu|pra|para|em))* (?=(?:correr|corro|ir|fazer|dar|trotar|rodar)\b)", "is it ok to "),
    (r"(?:estou|to|tou) (?:ja )?(?:pront|recuperad|bem|apt)[oa]? (?:pra|para|de)", "am I ready to"),
    (r"(?:fazer|dar|ir|sair)(?: (?:pra|para|uma?|de))* (?=corr|trot|rodag)", ""),
    (r"(?:corrida|corridinha|trote|rodagem) (?:bem |mais )?(?:lev\w+|facil|tranquila|suave|regenera"
    r"tiva)|regenerativ[oa]|trot(?:e|inho)", "easy run"), (r"(?:corrida|rodagem) long[ao]|longao",
    "long run"), (r"(?:(?:treino|corrida) (?:de )?)?(?:intervalad[oa]s?|tiros?|fartlek)",
    "intervals"), (r"corrida moderada", "steady run"), (r"(?:^|(?<=[,;] ))((?:leg day|pernas?|infer"
    r"iores)\b[^,;]*) leve", r"\1 light"), (r"((?:leg day|pernas?|inferiores)(?: [^,;]*)?) (?:pesad"
    r"[oa]s?|forte|puxad[oa])", r"\1 heavy"), (r"acabei de (?:fazer|treinar|malhar) (?=pernas?|leg"
    r"|inferiores)", "just did "), (r"(?:de|por volta de) (?=\d+(?:[.,]\d+)? ?(?:min|h\b|horas?\b"
    r"|km|k\b|quilo|metros))", ""), (r"so (?=\d|umas|uns)", "only "), (r"(correr|corri|trotei|camin"
    r"hei|andei) (?:umas? )?(\d)h([0-5]\d)", r"\1 for \2 h \3 min"), (r"(correr|corri|trotei|caminh"
    r"ei|andei) (?:umas? )?(?=\d(?:[.,]\d)? ?h(?:oras?)?\b)(?=\d)", r"\1 for "),
    (r"(?:dormi|sono(?: de)?)(?: (?:so|apenas|umas|por))* (?=\d)", "slept "),
    (r"(?<=slept )(\d{1,2})h([0-5]\d)", r"\1:\2"), (r"(\d(?:[.,]\d+)?) ?(?:h|horas?) (?:de )?(?:son"
    r"o|dormid[ao]s)", r"\1 h of sleep"), (r"(?:me )?(?:lembr[ae]r?|avis[ae]r?)(?: me)?(?: de novo)"
    r"?(?= mais tarde| depois| in \d)(?: depois)?", "remind me"), (r"daqui a pouco|mais tarde",
    "later"),
)  # fmt: skip
_WORDS: Final = """
today: hoje, hj; yesterday: ontem; tomorrow: amanhã, amnh; day before yesterday: anteontem, antes de
ontem, antontem; day after tomorrow: depois de amanhã, dps de amanhã; morning: manhã, da manhã;
afternoon: tarde, da tarde; night: noite, da noite; noon: meio-dia, meio dia; midnight: meia-noite,
meia noite; now: agora, agora mesmo, agorinha, agora há pouco; except: exceto, menos, fora, tirando,
sem ser, a não ser; and: e; until: até; on: na, nas, nos; in: em; since: desde; week: semana; weeks:
semanas; day: dia; days: dias; hour: hora; hours: horas, hs; min: minuto, minutos, minutinhos;
month: mês; months: meses; m: metro, metros; km: quilômetro, quilômetros, kilometros, kms; miles:
milha, milhas; marathon: maratona, uma maratona; can I: posso, pode; should I: devo, será que devo;
run: correr, corrida, corridinha, rodagem, rodar, trotar, corro; runs: corridas; walk: caminhar,
caminhada, andar; go: ir, sair pra, sair para; do: fazer, dar; a: um, uma; with: com; of: de, do;
or: ou; rest: descansar, descanso; not: não; never: nunca; no: sem, nem, nenhum, nenhuma, nada de;
still: ainda; already: já; so: então; again: de novo, novamente, outra vez; only: apenas, somente,
só; for: por, durante; please: por favor, pfv, pf; very: muito, mt; my: minhas, meus, minha, meu; :
o, os, eu, aí, né, mano, cara, galera, umas, uns; is: está, tá; are: estão; hello: olá, oi, oie,
opa, e aí, eai, eae, salve, fala; good morning: bom dia; good afternoon: boa tarde; good evening:
boa noite; thanks: obrigado, obrigada, muito obrigado, valeu, vlw, obg, brigado, tmj; help: ajuda,
socorro, me ajuda; what can you do: o que você faz, o que vc faz, o que você sabe fazer, o que vc
sabe fazer; how does this work: como funciona, como isso funciona, como você funciona; easy: leve,
levinho, fácil, tranquilo, suave; long: longo, longa; steady: moderado, moderada; hard: forte,
puxado; heavy: pesado, pesada; normal: médio; sprints: piques, pique; legs: perna, pernas,
inferiores, membros inferiores; thighs: coxas; quads: quadríceps; hamstrings: posteriores; glutes:
glúteos; did: fiz, completei; trained: treinei, malhei; just: acabei de; finished: terminei, acabei,
finalizei, concluí; done: feito, feita, feitas, concluído, concluída, finalizado, finalizada,
pronto, pago, paga, tá feito, tá pago, já fiz; ran: corri, rodei, já corri; jogged: trotei; walked:
caminhei, andei; sore: dolorido, dolorida, doloridos, doloridas; slept: dormi; soreness: dor
muscular; effort: esforço, intensidade, pse; of sleep: de sono; stop: parar, pare, chega; skip:
pular, pula; drop: tirar, tira; cancel: cancelar, cancela; race: prova, corrida de rua; hills:
ladeira, ladeiras, subida, subidas; downhill: descida; just ran: acabei de correr; snooze: adiar,
adia, soneca; tempo: ritmado
"""
_LIFTS: Final = _table("""
bike: bicicleta; sled push: empurrar trenó; sled pull: puxar trenó; elliptical: elíptico; rowing
machine: remo ergômetro; stair climber: escada; leg press: leg 45, leg press 45; leg extension:
cadeira extensora, extensora; leg curl: flexão de joelhos, flexora; lying leg curl: mesa flexora,
flexora deitado; seated leg curl: cadeira flexora, flexora sentado; hip thrust: elevação pélvica;
glute bridge: ponte de glúteo, ponte; hip abduction: abdução de quadril, cadeira abdutora, abdutora;
hip adduction: adução de quadril, cadeira adutora, adutora; glute kickback: coice de glúteo, coice;
back extension: extensão lombar, hiperextensão; reverse hyper: hiper reversa; wall sit: cadeirinha
na parede, cadeirinha; tibialis raise: elevação de tibial, tibial; lateral band walk: passada
lateral com elástico; clamshell: ostra; side leg raise: elevação lateral de perna; squat:
agachamento, agachamento livre; front: frontal; goblet squat: agachamento com halter; air squat:
agachamento livre sem carga, agachamento sem peso; box: no caixote, na caixa; hack squat: hack,
agachamento no hack; belt squat: agachamento com cinto; pendulum: pêndulo, no pêndulo; v: em v;
sumo: sumô; cyclist: ciclista; deadlift: levantamento terra, terra; deficit: com déficit; romanian:
romeno; trap bar: com trap bar; kettlebell swing: swing com kettlebell; snatch: arranco; farmers
walk: caminhada do fazendeiro; standing calf raise: panturrilha em pé, panturrilha, gêmeos; seated
calf raise: panturrilha sentado; calf press: panturrilha no leg press; single leg calf raise:
panturrilha unilateral; lunge: afundo, avanço; walking lunge: passada, passadas; reverse: reverso;
curtsy: cruzado; bulgarian split squat: búlgaro, agachamento búlgaro; step down: descida do banco;
single leg squat: agachamento unilateral; stiff leg deadlift: stiff, stiff com halteres; good
morning: bom dia; single leg rdl: stiff unilateral, romeno unilateral; b stance rdl: stiff B-stance;
nordic curl: flexão nórdica, nórdico; reverse nordic: nórdico reverso; slider curl: flexora
deslizante; box jump: salto na caixa; jump: com salto; broad jump: salto em distância; depth jump:
salto em profundidade; bounding: saltos alternados; plyometrics: pliometria; eccentric: excêntrico;
foam rolling: rolo; stretching: alongamento, mobilidade; massage: massagem; cold water: água fria,
banho de gelo; bench press: supino reto, supino; incline: inclinado; decline: declinado; chest
press: supino máquina, supino na máquina; chest fly: crucifixo, voador; overhead press:
desenvolvimento militar; shoulder press: desenvolvimento de ombros, desenvolvimento; lateral raise:
elevação lateral; front raise: elevação frontal; rear delt fly: crucifixo inverso; upright row:
remada alta; shrug: encolhimento; pull up: barra fixa, barra; chin up: barra fixa supinada; lat
pulldown: puxada alta, puxada, pulley; row: remada, remada curvada; cable row: remada na polia,
remada baixa; inverted row: remada invertida; push up: flexão de braço, flexão, flexões; dip:
paralela, paralelas; biceps curl: rosca bíceps, rosca direta, rosca; wrist curl: rosca punho;
triceps extension: tríceps extensão, tríceps testa; triceps pushdown: tríceps na polia, tríceps
corda; plank: prancha; sit up: abdominal, abdominais; leg raise: elevação de pernas na barra,
elevação de pernas; ab wheel: roda abdominal, rodinha; russian twist: abdominal russo; mountain
climber: escalador; ball slam: slam ball; around the world: volta ao mundo; battle rope: corda
naval; reverse lunge: recuo; power clean: metida ao peito
""")
_SETS: Final = """
set: série; sets: séries; of: de; rep: repetição; reps: repetições; x: vezes, por; each: cada; per
leg: por perna, cada perna, em cada perna, de cada perna; per side: por lado, cada lado, de cada
lado; with: com, a; and: e; kg: quilo, quilos, kilo, kilos, kgs; then: depois; s: segundos, seg;
min: minutos; to failure: até a falha, até falhar; dumbbell: com halteres, com halter, halteres;
machine: na máquina, máquina; cable: no cabo, na polia, no cross; smith: no smith; bodyweight: peso
corporal; single leg: unilateral
"""
PORTUGUESE: Final = Tongue(
    code="pt_BR",
    rules=tuple(
        (rf"\b(?:{said})\b", becomes)
        for said, becomes in (*_TIME_RULES, *_DANGER_RULES, *_TALK_RULES)
    ),
    words=_table(_WORDS, {name: said.replace(" no ", " on ") for name, said in _LIFTS.items()}),
    exercises=_table(_SETS, _LIFTS, {str(count): word for word, count in _NUMBERS.items()}),
)
