"""Spanish, as members write it."""

import re
from collections.abc import Callable
from re import Match
from typing import Final

from bot.domain.tongues.tongue import Rule, Tongue

_ONES: Final = (
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis "
    "diecisiete dieciocho diecinueve veinte veintiun veintidos veintitres veinticuatro veinticinco"
)
_TENS: Final = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_VALUES: Final = (*range(1, 26), *range(30, 99, 10))
_NUMBERS: Final = dict(zip(f"{_ONES} {_TENS}".split(), _VALUES, strict=True))
_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEK: Final = dict(zip(("lun", "mar", "mie", "jue", "vie", "sab", "dom"), _DAYS, strict=True))
_LETTERS: Final = dict(zip("lmxjvsd", _DAYS, strict=True)) | {"y": "and", "a": "to"}
_MONTHS: Final = {"ene": "jan", "abr": "apr", "ago": "aug", "set": "sep", "dic": "dec"}
_SHARES: Final = {"media": 30, "cuarto": 15}
_DAY: Final = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)(?:(?:s|nes|rs|ur)?day)?\b)"
_MONTH: Final = (
    "(ene|feb|mar|abr|mayo|may|jun|jul|ago|sep|set(?=i)|oct|nov|dic)(?:ro|rero|zo|il|io|sto|tiembr"
    r"e|iembre|ubre|t|)\b\.?")  # fmt: skip
_UNIT: Final = "(?:horas?|hrs?|hs?|minutos?|min|dias?|semanas?|meses|mes|anos?)"
_LENGTH: Final = rf"(?:\d+(?:[.,]\d+)?|una?)(?: ?[-ao] ?\d+)? ?{_UNIT}(?:(?: y)? \d+(?: min)?)?\b"
_AT: Final = r"(\d{1,2})(?:[:.h](\d\d))?"
_LEGS: Final = (
    "(?:(?:mis?|las?|el|una?|con) )*(?:(?:dia|entreno|entrenamiento|sesion|rutina) de )?(?:las? "
    r")?(?:piernas?|leg ?day|legs)\b(?: hoy\b)?")  # fmt: skip


def _in_part(found: Match[str]) -> str:
    hour, part, at = int(found[1]), found[3], found[1] + (f":{found[2]}" if found[2] else "")
    if not 0 < hour < 13:
        return at if found[2] else f"{at}:00"
    if part == "noche" and (hour == 12 or hour < 5):
        return f"{at} at night"
    return at + ("am" if part == "madrugada" or (part == "manana" and hour < 12) else "pm")


def _table(text: str, form: Callable[[str], str] = str) -> dict[str, str]:
    """Return a table of "english: words, by commas; english: ..."; "-" is for what says nothing."""
    entries = (entry.split(": ") for entry in " ".join(text.split()).split("; "))
    return {english.strip("-"): ",".join(map(form, said.split(", "))) for english, said in entries}


def _forms(name: str) -> str:
    """Return a name with its plurals, a word that stands alone with its genders."""
    head = re.split(r" (?=(?:de|del|al|a|en|con|sin|entre)\b)", name)[0]
    first, *others = (re.sub("(?<=[nlrd])$", "e", w).replace("ó", "o") + "s" for w in head.split())
    rest, stem = name.removeprefix(head), name[:-1] if head == name and name[-1] in "ao" else ""
    plurals = (" ".join((first, *tail)) + rest for tail in (others, head.split()[1:]))
    return ",".join((name, *plurals, *(stem + ending for ending in ("a", "o", "as", "os") if stem)))


def _sign(sign: str) -> Callable[[Match[str]], str]:  # denied within: "la orina no es oscura"
    return lambda found: f"no {sign}" if re.search(_NOT_IT, found[0]) else sign


def _gap(most: int) -> str:
    return rf"(?: (?!(?:y|e|o|u|ni|pero|sin|aunque|hice|tras|despues|dia|press)\b)\w+){{0,{most}}}"


_SIGN: Final = (
    "(?:chest pain|sharp pain|fainted|short of breath|dark urine|bladder problems|numb legs|(?:ver"
    "y )?swollen (?:calf|legs)|severe swelling|legs gave way|can't feel my legs|fever|flu|vomi"
    "ting|diarrhoea)")  # fmt: skip
_NOT_IT: Final = (
    " no (?:es|esta|estan|son|era|se|se ve|se me|me duelen?|me aprieta|tengo|l[ao]s? tengo|me sale"
    r"|sale|tiene|hay|en|el|la|las|los|mi|oscur\w+|hinch\w+|dormid\w+|caliente|roj[oa])"
    r"(?! (?:muy|tan|del todo|solo|me|va|vaya|quita|pasa|deja|baja|mejora)\w*\b)")  # fmt: skip
_PAIN: Final = (
    r"(?:dolor(?! muscular)\w*|duel\w+|dol(?:i|er)\w*|molest\w+|presion\w*|opres\w+|oprim\w+|apriet"
    r"\w+|apret\w+|pinch\w+|punz\w+|puntad\w+|punal\w+|ard(?:e|or)\w*|quem(?:a|azon)\b|tirant\w"
    r"+|tens\w+|cerrado|calambr\w+|cierra\w*|aplast\w+|hunde|clav\w+)")  # fmt: skip
_CHEST: Final = r"(?:pechos?|torax|corazon|pectoral(?:es)?|esternon|toracic[oa]s?)\b"
_CANNOT: Final = (
    r"(?:(?:casi |apenas |ya )*no (?:me |lo )?(?:pued\w+|pud\w+|podia|consigo|consegui|logr\w+|soy "
    r"capaz de)|(?:me )?(?:cuest\w+)|cost\w+|apenas|casi no|dificultad(?:es)?|problemas?|incapa"
    "z de|imposible|no (?:me )?deja)")  # fmt: skip
_PEE: Final = r"(?:h?orin(?:as?|o|e|ar|ando|es)?|pis|pipi|pichi|mead[oa]s?|meo|mee|mear|meando)\b"
_DARK: Final = (
    r"(?:ob?scur\w+|marron\w*|pard[oa]|negr[oa]s?|rojiz\w+|roj[oa]s?|(?:en)?sangr\w+|(?:color(?: "
    "a)?|como|de|parece|tipo)(?: del?)?(?: la| el| una?)? (?:cafe|te|coca|cola|vino|oxido|ladr"
    r"illo|chocolate)\b|coca ?-?cola|cola|(?:es|esta|muy|sale) cafe)")  # fmt: skip
_NUMB: Final = (
    r"(?:(?<!he )(?<!has )(?<!ha )dormid[oa]s?|adorme\w+|entum\w+|acorch\w+|insensib\w+|hormigue\w+"
    r"|cosquill\w+|(?:sin|perd\w+|falta de|no tengo|no hay)(?: la| el| nada de)? (?:sensibilida"
    "d|sensacion|sentir|tacto))")  # fmt: skip
_PLACE: Final = (
    "(?:piernas?|pies?|ingles?|entrepiernas?|genitales|muslos?|pantorrillas?|gemelos?|nalgas?|culo"
    r"|dedos? del? (?:los )?pies?)\b")  # fmt: skip
_CALF: Final = r"(?:gemelos?|pantorrillas?)\b"
_SWOLLEN: Final = r"(?:h?inch(?:ad\w+|az\w+|an|aron|a|o|ando)\b|inflam\w+)"
_LEG: Final = r"(?:piernas?|muslos?|cuadriceps|cuads?|isquio\w*|femoral(?:es)?)\b"
_LIMB: Final = r"(?:piernas?|rodillas?|pies?)\b"
_NOT_HAD: Final = (
    "(?: (?:me|he|ha|han|tengo|tenido|tuve|tenia|tener|hay|hubo|siento|sentido|senti|noto|veo|es"
    "|son|esta|estan|estoy|da|dio|el|la|los|las|un|una|mi|mis|ningun|ninguna|ni|siquiera|nada"
    "|de|del|en|con|sintomas?|signos?|que|tampoco|mas(?! que)))*?")  # fmt: skip
_RULES: Final[tuple[Rule, ...]] = (
    ("[¿¡]", ""), (r"\bx (?=la|el|lado|pierna|favor)", "por "), (r"\bno,? no\b|\bya no\b", "no"), (
    r"\bno (?:me |se me )?(?:par[aeo]|dej[aeo]|he parado|he dejado|puedo parar|puedo dejar) de ", ""
    ), (r"\bno (?=(?:me|se me) \w+ (?:mucho|tanto|demasiado|muchisimo|del todo)\b)", ""), (
    r"\bno ((?:puedo|pude|podia|consigo|logro|hay|paso)(?: \w+){1,5}?) sin\b", r"no \1 con"), (
    r"\b(?:grip(?:e|a|al|azo|os[oa])|(?:en|a)gripad[oa]|influenza|covid\w*|corona(?:virus)?|bronqu"
    r"itis|neumonia|pulmonia|infeccion (?:del? pecho|pulmonar|respiratoria))\b", "flu"), (
    r"\b(?:fie[bv]re\w*|fiebe|fiebron|calentura\w*|a?febril\w*|afiebrad[oa]|(?:temperatura|temp) "
    r"(?:de 3|(?:muy |algo )?(?:alta|elevada))\w*|alta temperatura|(?<=sin )temperatura|(?:con"
    r"|tengo|tuve|tenido) (?:\w+ )?(?:de )?(?:temperatura|decimas))\b", "fever"), (r"\b(?:[vb]omit"
    r"\w*|devuelto|devolvi(?:endo)?|ech\w+ (?:la |las )?(?:pota|papa|tripas)|pota(?:r|do|ndo)|gua["
    r"ck]are\w+)\b", "vomiting"), (r"\b(?:diar+ea\w*|cagalera|descompuest[oa]|gastroenteritis|suel"
    r"t[oa] del? (?:estomago|vientre)|intoxic\w+)\b", "diarrhoea"), (r"\b(?:infarto|ataque (?:al"
    r"|de|del) corazon|ataque cardiaco|angina de pecho)\b", "chest pain"), (rf"\b{_PAIN}{_gap(7)}("
    rf"?: y(?: en)?(?: del?)?(?: el| la)?)? {_CHEST}|\b{_CHEST}{_gap(4)} {_PAIN}", lambda found:
    _sign("sharp pain or chest pain" if re.search("agud|punz|pinch|punt|punal", found[0]) else
    "chest pain")(found)), (r"\b(?:es|peso|algo|pero si|sino)(?: raro| me duele)? (?:en |sobre )?e"
    r"l pecho\b", "chest pain"), (rf"\b(?:dolor\w*|molestias?|duele\w*|tiron\w*){_gap(4)} (?:agud"
    r"|punzant|cortant|lacerant)\w+|\bagud[oa]s? dolor\w*|\b(?:me (?:da|dio|dieron) )?(?:unos? "
    r"|unas? )?(?:punzad\w+|punzante\w*|pinchaz\w+|puntadas?|punalad\w+|latigazo\w*)|\bme (?:pinc"
    r"h|punz)\w+", "sharp pain"), (r"\b(?:me )?(?:(?:he|ha|habia|estoy|quede|cai|casi|iba a|voy "
    r"a) )*(?:desma[yl]\w+|desvanec\w+|inconsciente|colaps\w+|desplom\w+|sincope|lipotimia|redond["
    r"oa] al suelo)\b|\bperd\w+(?: del?)?(?: el| la)? (?:conocimiento|con?s?ciencia|sentido)\b"
    r"|\bse me \w+(?: todo)? (?:la vista|negro)\b|\b(?:veo|vi|veia)(?: todo)? negro\b", "fainted"),
    (rf"\b{_CANNOT}{_gap(3)}(?: ni| y| casi)? (?:respir\w+|repirar|(?:coger|tomar|agarrar|recupera"
    r"r|jalar) (?:el |la |bien )*(?:aire|aliento|respiracion))\b|\b(?:me )?(?:(?:he|ha|estoy|esta"
    r"ba) )?(?:falt\w+(?: \w+)?(?: de| el| la)*|qued\w+ sin|sin|no (?:me )?(?:entra|llega|cojo"
    r"|agarro|tengo|alcanza|recupero)(?: bien| suficiente| casi)?(?: el| la)?|cort\w+ de) (?:aire"
    r"|aliento|resuello|oxigeno|respiracion)\b|\b(?:me )?(?:(?:estoy|estaba|he|quedo) )?(?:ahog\w"
    r"+|asfixi\w+|sofoc\w+|jadea?\w+)|\b(?:disnea|respir\w+ (?:muy )?(?:mal|fatal|con dificultad"
    r"|agitad\w+)|no respir\w+|respiracion (?:agitada|corta|dificil)|insuficiencia respiratoria)"
    r"\b", "short of breath"), (rf"\b(?:{_CANNOT}{_gap(2)}(?: ni)? (?:h?orinar|mear|hacer (?:pis"
    r"|pipi))|retencion (?:de orina|urinaria)|incontinen\w+|(?:se me (?:escap|sal)\w*|no (?:contr"
    r"olo|aguanto|retengo|puedo \w+)|perd\w+ el control) (?:(?:el|la|los|mi|del?|bien) )*(?:pis"
    r"|pipi|h?orina|caca|vejiga|esfinter\w*)|me (?:h?ori|me|hi|ha|ca)\w+ (?:pis )?encima|problema"
    r"s? (?:de|en|con) (?:la |el )?(?:vejiga|intestinos?)|problemas? (?:urinarios?|intestinal\w*)"
    r")\b", "bladder problems"), (rf"\b{_PEE}{_gap(5)} {_DARK}|\b{_DARK}{_gap(3)} {_PEE}|\bhematur"
    r"ia\b|\bcoluria\b", _sign("dark urine")), (r"\b(?:no (?:me )?(?:siento|sentia|senti|noto)|no "
    r"(?:me )?puedo sentir|dej\w+ de sentir) (?:bien |casi )?(?:las?|el|los|mis?|una?) (?:piernas?"
    r"|pies?|rodillas?)(?: izquierd\w+| derech\w+)?(?! (?:pes|cans|carg|mal|tan|muy|bien|dol|h?inc"
    "h|dorm|ador|fres|fri|entum))", "can't feel my legs"), (r"\bno (?:siento|noto) (?:las?|el|los"
    f"|mi) {_PLACE}", "numb legs"), (rf"\b(?:{_PLACE}{_gap(1)} )?se me (?:ha |han |esta |estan )?("
    rf"?:duerm|durm|dorm|adorm|entum)\w+(?:{_gap(3)} {_PLACE})?", _sign("numb legs")), (
    rf"\b{_NUMB}{_gap(5)} {_PLACE}|\b{_PLACE}{_gap(4)} {_NUMB}", _sign("numb legs")), (
    rf"\b{_CALF}{_gap(5)}(?: y)? (?:{_SWOLLEN}|(?<!agua )caliente\w*|roj[oa]s?\b|colorad\w+|enroj"
    rf"\w+)|\b(?:(?:muy|super|se me ha|se me) )?(?:{_SWOLLEN}|calientes?|roj[oa]s?|enroj\w+)(?: y "
    f"(?:roj[oa]s?|calientes?))?{_gap(4)} {_CALF}", lambda found: _sign("very swollen calf" if re.
    search("muy |super", found[0]) else "swollen calf")(found)), (r"\b(?:trombos(?:is)?)\b",
    "swollen calf"), (rf"\b{_LEG}{_gap(5)} {_SWOLLEN}|\b(?:(?:muy|super) )?{_SWOLLEN}{_gap(4)} "
    f"{_LEG}", _sign("swollen legs")), (r"\b(?:muy|super|re|demasiado|extremadamente) (?:h?inchad"
    rf"|inflamad)\w+|\b{_SWOLLEN} (?:muy )?(?:fuerte|grave|sever|enorme|brutal|important|masiv)\w*"
    rf"|\b(?:much\w+|gran|fuerte|severa) {_SWOLLEN}", "severe swelling"), (rf"\b{_CANNOT}{_gap(3)}"
    f"(?: ni)? (?:mover|levantar|doblar|flexionar|estirar|enderezar|sentir|apoyar){_gap(2)} "
    rf"{_LIMB}|\bno (?:me )?pued\w+ (?:(?:poner|mantener|tener|sostener|estar)(?:me)? (?:de|en) "
    r"pie|(?:levantar|parar)(?:me)?\b)|\bno me (?:sostengo|tengo|aguanto) (?:de|en) pie",
    "legs gave way"), (r"\b(?:se )?me(?: ha| han)? (?:fall|flaq|ced|dobl|aflo)\w+(?: mucho)? (?:l"
    rf"as?|mis?|una) {_LIMB}|\bse me (?:va|van|fue|fueron) (?:las?|una) {_LIMB}|\bpiernas? (?:se "
    r")?(?:me )?(?:han |ha )?(?:fall|flaq|ced)\w+|\bno (?:me )?(?:respond|aguant|sost)\w+ las? "
    r"piernas?|\bpiernas? no (?:me )?(?:respond|aguant|sost)\w+|\bpiernas?(?: \w+)? (?:debil|sin "
    r"fuerza)\w*|\b(?:debilidad|(?:sin|no tengo|perd\w+(?: la)?|falta de) fuerzas?)(?: en)? (?:la"
    f"s?|mis?|una) {_LIMB}", "legs gave way"), (r"\bpiernas? no (?:se )?me (?:han |ha )?(?:fall|fl"
    r"aq|ced)\w+", "no legs gave way"), (r"\b(?:no|sin|nunca|jamas|tampoco|ni|nada de|cero|ningun"
    f"|ninguna){_NOT_HAD} (?={_SIGN})", "no "), (f"(^|[,.;] ?)(?:y )?({_SIGN}) no(?: (?:tengo|tuv"
    "e|hay|he tenido|me ha dado))?(?=[,.;]|$| pero)", r"\1no \2"), (rf"\b(no {_SIGN})(?:,? [ye]) "
    f"(?=no {_SIGN})", r"\1, "), (rf"\b(no {_SIGN}),? (?:[ou]|or) (?={_SIGN})", r"\1, no "), (
    rf"\b(no {_SIGN}),? (?:y|ni) nada\b(?: de eso)?", r"\1"), (r"\b(?:(?:"
    f"{_TENS.replace(' ', '|')})(?: y (?:{'|'.join(_ONES.split()[:9])}))?|(?:"
    rf"{_ONES[4:].replace(' once', '').replace(' ', '|')}))\b", lambda found: str(sum(_NUMBERS[word]
    for word in found[0].split(" y ")))), (r"(?<=las )once\b|\bonce(?= (?:y|menos|horas?|min|minut"
    r"os?|dias?|km|de)\b)", "11"), (r"\blas? una\b|^una(?= y| menos)", "la 1"), (r"\b(?:primero|un"
    r"o|1ro|1º)(?= de [a-z]{3,10}\b)", "1"), (r"(?<=\d) ?([ap])\.? ?m\b\.?", r"\1m"), (
    r"^(?!lmv)[lmxjvsd](?:(?:[ ,/+-]|\b[ya]\b)*[lmxjvsd])+$", lambda found: " ".join(_LETTERS.get(
    one, one) for one in found[0])), (r"\b(lunes|martes|miercoles?|jue[vb]es|[vb]iernes|sa[bv]ados"
    r"?|domingos?|lun|mier?|juev?|vier?|sab|dom)\b\.?", lambda found: _WEEK[found[1].replace("b",
    "v")[:3].replace("sav", "sab")][: None if len(found[1]) > 4 else 3]), (r"\b(\d{1,2}) (?:de "
    rf")?{_MONTH}(?: (?:del? )?(20\d\d))?", lambda found: f"{found[1]} "
    f"{_MONTHS.get(found[2], found[2])[:3]} {found[3] or ''}".strip()), (r"(?<!\d )\bmar\b\.?(?! "
    r"\d{1,2}(?![\d:.,/h]| ?(?:hs?|min|km|am|pm)\b))", "tue"), (r"\b(\d{1,2})/(\d{1,2})/(\d{2,4})"
    r"\b", r"\1.\2.\3"), (r"\bel (?:dia )?(\d{1,2})[/-](\d{1,2})\b|\b(\d{1,2})/(\d{1,2})(?=,? (?:a"
    r" las? )?\d{1,2}(?:[:.h]| ?hs?\b)|,? a las? \d|,? por la)|^(\d{1,2})/(\d{1,2})$", lambda found:
    "{}.{}.".format(*(each for each in found.groups() if each))), (r"\b(?:el (?:dia )?|dia )(\d{1,"
    r"2})(?![\d/:h]|[.,]\d| ?(?:km?|min|hs?|am|pm|x|de|m)\b)", r"\1th"), (r"\b(?:(?:los|las|de|po"
    f"r|todos|cada|para|en|el|del|dia|desde|al) )*(?=(?:este |proximo |pasado )?{_DAY})", lambda
    found: "since " if "desde" in found[0] else "to " if "al " in found[0] else ""), (
    rf"\b(?:pasado|ultimo) ({_DAY})|({_DAY}) (?:pasado|anterior)\b", r"last \1\2"), (
    rf"\b(?:proximo|prox) ({_DAY})|({_DAY}) (?:que (?:viene|entra)|proximo|siguiente)\b",
    r"next \1\2"), (rf"(?:\bsince )?({_DAY}) ?(?:a|al|hasta|to)(?: el)?(?: to)? (?={_DAY})",
    r"\1 to "), (r"\b(?:de )?la (?:semana que viene|proxima semana)\b", "next week"), (
    r"\b(?:de )?la (?:semana pasada|pasada semana)\b", "last week"), (r"\b(?:unos|unas|como|casi"
    r"|aprox\w*\.?|mas o menos) (?=\d)", ""), (r"\b(?:un )?par de ", "2 "), (r"\bmedia hor(?:a|ita"
    r")\b", "30 min"), (r"\b3 cuartos? de hora\b", "45 min"), (r"\b(?:un )?cuarto de hora\b",
    "15 min"), (r"\b((?:dormi|dormido)\b[\w ]*? \d{1,2}) ?(?:horas?|hs?) y media\b", r"\1.5 h"), (
    r"\b(?:(una|\d{1,2}) ?)?(?:horas?|hs?) (?:y|con) (media|cuarto|\d{1,2})\b(?: ?min\w*)?", lambda
    found:
    f"{60 * int((found[1] or '1').replace('una', '1')) + int(_SHARES.get(found[2], found[2]))} "
    "min"), (r"\b(\d{1,3}|un) ?(km|dias?|semanas?) y medi[oa]\b", lambda found:
    f"{found[1].replace('un', '1')}.5 {found[2]}"), (r"\b(?:hace(?: ya| como| unos| unas| casi| "
    rf"mas o menos)* )({_LENGTH})(?: atras)?|\b({_LENGTH}) atras\b", r"\1\2 ago"), (
    f"^(?:por|durante) ({_LENGTH})$", r"\1"), (r"\b((?:corr|trot|camin|rod|anduv)\w+(?: durante| "
    r"por)?) (una|[1-4]) ?(?:horas?|h)\b(?! ?\d)", lambda found: f"{found[1]} "
    f"{60 * int(found[2].replace('una', '1'))} min"), (r"(?<=en )(\d) ?h(?:oras?)? ?([0-5]\d)(?: "
    r"?min\w*)?\b(?! ?h)", lambda found: f"{60 * int(found[1]) + int(found[2])} min"), (
    r"\b(?:a )?(?:falta[nb]? )?(?:un )?(cuarto|\d{1,2})(?: min\w*)? (?:para|pa|antes de) las? (\d{"
    r"1,2})\b", lambda found: f"at {found[1].replace('cuarto', 'quarter')} to {found[2]}"), (
    r"\b(\d{1,2}) menos (cuarto|\d{1,2})\b", lambda found: f"{(int(found[1]) or 24) - 1 or 12}:"
    f"{60 - int(_SHARES.get(found[2], found[2])):02}"), (r"\b(\d{1,2}) y (media|cuarto)\b|(?:(?<=l"
    r"as )|(?<=la )|^)(\d{1,2}) (?:y|con) (\d{1,2})(?=$| (?!km|x))", lambda found:
    f"{found[1] or found[3]}:{int(_SHARES.get(found[2]) or found[4]):02}"), (r"(?<=\d) (?:en punto"
    r"|y pico)\b", ""), (r"\blas (\d{1,2}) ?(?:horas|hs|hrs)\b", lambda found: "las "
    f"{int(found[1]):02}:00"), (r"\b(?:(?:a|sobre|hacia|para|como|a eso de|tipo|de) )*las? (?=\d)"
    r"|\btipo (?=\d)", "at "), (r"\b(1[3-9]|2[0-4]) ?hs\b|\bat (1[3-9]|2[0-4]) ?h\b", lambda found:
    f"at {found[1] or found[2]}:00"), (r"(?<=:\d\d) ?hs\b|(?<=at \d) ?h\b", ""), (rf"\b{_AT} (?:ho"
    "ras |hs? )?(?:del?|(?:de|por|en|a|am de|pm de) la) (manana|madrugada|tarde|noche|mediodia)"
    r"\b", _in_part), (r"\b(?:(?:por|en|a) la )?tarde(?= at (?:[5-9]|1[7-9]|2[0-2])\b)", "evening"),
    (r"\besta evening\b", "this evening"), (r"\besta (?:manana temprano|madrugada)\b",
    "early this morning"), (r"(?:\b(?:por|en) la manana )?\btemprano\b|\ba primera hora|\b(?:de"
    r"|por la|de la) madrugada\b", "early morning"), (r"\bhoy (?:(?:por|en|a|de) la|de) (?=manana"
    "|tarde|noche)", "esta "), (r"\b(?:por|en|a|de) la (manana|tarde|noche)\b", lambda found: {"m":
    "morning", "t": "afternoon", "n": "night"}[found[1][0]]), (r"\b(?:he (?:hecho|entrenado|termi"
    "nado|acabado)|hice|entrene|termine|acabe|complete|me toco|toco|hize|acabo de (?:hacer|entre"
    f"nar|terminar)) {_LEGS}", "did legs"), (r"\b(?:(?:el|la|las|mis?) )*(?:((?:dia|entreno|entren"
    "amiento|sesion) de )|)(?:las? )?piernas? (?:ya )?(?:hech|list|terminad|completad|acabad)[oa]"
    "s?", lambda found: "leg day done" if found[1] else "legs done"), (r"\b(?:(?:la|las|mis?|tengo"
    "|siento|me siento|noto|con|estan) )*piernas?(?: (?:muy|super|estan|se sienten|las siento"
    r"|las tengo|me))* (pesad|muert|fresc|cargad|cansad|pesan|descansad)\w*|\bme (pesan) (?:mucho "
    r")?las piernas\b", lambda found: {"m": "dead legs", "f": "fresh legs", "d": "fresh legs"}.get((
    found[1] or "p")[0], "heavy legs")), (r"\b(?:agujetas|dolor(?: muscular)?|molestias|me duel\w+"
    ")(?: (?:en|de|las|los|mis|mucho))*(?: (?:piernas?|cuadriceps|gluteos|gemelos))?(?: de)? "
    r"(?=\d)", "soreness "), (r"(?<=\d) (?:de|sobre) (?=10\b)", "/"), (r"\b(?:esfuerzo|intensidad)"
    r"(?: de)? (?=\d)", "effort "), (r"\b(?:anoche|esta noche|hoy),? (?=(?:he |solo )*dormi)", ""),
    (r"\b(?:he dormido|dormi)\b(?: unas| como| casi)? (?=\d)", "slept "), (r"\b(?:es (?:una )?(?:b"
    "uena idea|segur[oa]|bueno|ok)|esta bien)(?: que| si)?(?: salgo a| salir a| ir a)? (?:corr(?:"
    r"er|o|a)|trotar)\b", "is it ok to run"), (r"\bcorro\b(?=[^.!]*\?)", "should I run"), (
    r"\b(?:estoy (?:ya )?)?(?:list[oa]|recuperad[oa]|estoy bien) (?:para|de) (?:salir a |ir a )?(?"
    r":correr|trotar)\b", "am I ready to run"), (r"\b(?:salir|ir) a (?:correr|trotar|rodar)\b",
    "run"), ("^(?:por favor,? )?(?:para|parar|para ya|ya para|basta|detente)[.!]*$", "stop"), (
    "^(?:ya )?(?:(?:esta |he )?(?:hecho|list[oa]|terminado|acabado|termine|acabe)|esta|(?:lo )?(?"
    ":hice|he hecho))[.!]*$", "done"), (r"(?<=\d) ?m(?:etros|ts)? (?:de |en )?(?:desnivel negativo"
    r"|bajada|descenso|bajando|cuesta abajo|negativ\w+|hacia abajo|abajo)\b", " m down"), (
    "^(?:la |una )?media$", "half marathon"), (r"\b(piernas?|legs?(?: day)?)\b([^,;\n]*?) (?:suave"
    r"s?|ligeras?|ligero)\b", r"\1\2 light"), (r"(?<!\d )(?<!\d)\bmi\b", "my"), (r"\bhe (?=\w+(?:a"
    r"do|ido|cho|sto|rto)\b)", ""), (r"\bya (?=puedo|hice)", ""),
)  # fmt: skip
_WORDS: Final = """
today: hoy; this morning: esta mañana; this afternoon: esta tarde; tonight: esta noche; yesterday:
ayer; last night: anoche, ayer noche, ayer night; day before yesterday: anteayer, antier, antes de
ayer; tomorrow: mañana; day after tomorrow: pasado mañana; morning: la mañana; noon: mediodía, al
mediodía, a mediodía; afternoon: tarde, la tarde; midnight: medianoche, media noche; night: noche,
de noche; now: ahora, ahorita, ahora mismo; just now: recién; daily: todos los días, cada día,
diario; weekdays: entre semana, días laborables; weekends: fin de semana, fines de semana, finde,
findes; except: excepto, menos, salvo; to: a; and: y, e; or: o, u; since: desde; until: hasta; in:
en, dentro de, de aquí a; next: próximo, próxima; last: pasado, último; this: este; week: semana;
weeks: semanas; day: día; days: días; hour: hora; hours: horas; minutes: minutos; month: mes;
months: meses; later: más tarde, luego, después; km: kilómetros, kilómetro, kms; m: metros, mts;
half marathon: media maratón, medio maratón; marathon: maratón; miles: millas; can I: puedo, me
puedo, se puede; could I: podría; should I: debería, debo, tengo que; run: correr, trotar, trote,
carrera, rodaje; walk: caminar, caminata, andar, paseo; do: hacer; rest: descansar, descanso; still:
todavía, aún; only: solo; already: ya; again: otra vez, de nuevo; please: por favor, porfa; hello:
hola, buenas; good morning: buenos días; good evening: buenas noches; good afternoon: buenas tardes;
thanks: gracias, muchas gracias; help: ayuda; what can you do: qué puedes hacer, qué sabes hacer;
how does this work: cómo funciona, cómo funciona esto; easy: suave, suaves, fácil, tranqui,
tranquilo, ligero, a ritmo suave; easy run: carrera suave, rodaje suave, trote suave; long run:
tirada larga, carrera larga, rodaje largo; long: largo, larga; intervals: series, intervalos;
steady: ritmo medio, a ritmo medio; threshold: umbral; hills: cuestas; race: competición,
competencia, competir; hard: fuerte, duro, pesado; drop: quitar, quita; legs: piernas, pierna; leg
day: día de pierna, día de piernas; i: yo, tengo, estoy, siento; my: mis; -: me, el, la, los, las,
lo; ran: corrí, corrido, salí a correr, fui a correr, corriendo, rodé; just ran: acabo de correr;
just did: acabo de hacer; jogged: troté, trotado, salí a trotar; walked: caminé, caminado, anduve,
salí a caminar; did: hice, hecho, entrené; done: hecha, listo, terminado; soreness: agujetas, dolor
muscular, dolor; sore: doloridas, adoloridas; effort: esfuerzo, intensidad; are: están; is: está,
es; slept: dormí, dormido; sleep: sueño; of: de, del; a: un, una; for: para, por, durante; with:
con; without: sin; remind me: recuérdame, recuérdamelo, recordame, avísame; snooze: posponer,
pospón; stop: deja de avisarme, deja de recordarme, no más recordatorios
"""
_LIFTS: Final = """
bike: bici; sled push: trineo; sled pull: arrastre de trineo; elliptical: elíptica; rowing machine:
máquina de remo; stair climber: escaladora; leg press: prensa, prensa de piernas; leg extension:
extensión de pierna, extensión de piernas, extensión de cuádriceps; leg curl: curl de pierna, curl
femoral, femoral; hip thrust: empuje de cadera; glute bridge: puente de glúteo; hip abduction:
abducción de cadera, abductor; hip adduction: aducción de cadera, aductor; glute kickback: patada de
glúteo; pull-through: jalón entre piernas; back extension: hiperextensión; wall sit: sentadilla en
pared; tibialis raise: elevación de tibial, tibial; lateral band walk: caminata lateral; clamshell:
almeja; side leg raise: elevación lateral de pierna; squat: sentadilla; goblet squat: sentadilla
copa; air squat: sentadilla sin peso; hack squat: jaca; belt squat: sentadilla con cinturón;
overhead squat: sentadilla de arranque; safety bar squat: sentadilla con barra de seguridad; cyclist
squat: sentadilla ciclista; thruster: propulsor; wall ball: balón a la pared; deadlift: peso muerto;
trap bar deadlift: peso muerto con barra hexagonal; kettlebell swing: swing con pesa rusa; power
clean: cargada; snatch: arranque; standing calf raise: elevación de talones, elevación de gemelos,
elevación de pantorrillas, gemelo, pantorrilla; seated calf raise: sóleo, elevación de talones
sentado; calf press: prensa de gemelos; single-leg calf raise: elevación de talones a una pierna;
farmer's walk: paseo del granjero; lunge: zancada, estocada, desplante; bulgarian split squat:
sentadilla búlgara; step-up: subida al cajón; step-down: bajada del cajón; pistol squat: sentadilla
a una pierna; romanian deadlift: peso muerto rumano; stiff-leg deadlift: peso muerto piernas
rígidas; single-leg RDL: peso muerto a una pierna, peso muerto rumano a una pierna; b-stance RDL:
peso muerto b stance; good morning: buenos días; nordic curl: curl nórdico; reverse nordic: nórdico
inverso; glute-ham raise: elevación glúteo femoral; sliding leg curl: curl deslizante; broad jump:
salto de longitud; depth jump: salto de profundidad; bounding: multisalto; plyometrics: pliometría;
flywheel squat: sentadilla isoinercial; bench press: press de banca; incline bench press: press
inclinado; decline bench press: press declinado; chest press: press de pecho; chest fly: apertura;
overhead press: press militar; shoulder press: press de hombro, press de hombros; lateral raise:
elevación lateral; front raise: elevación frontal; rear delt fly: pájaro; face pull: jalón a la
cara; upright row: remo al mentón; shrug: encogimiento; pull-up: dominada; chin-up: dominada supina;
lat pulldown: jalón al pecho; row: remo; cable row: remo en polea; inverted row: remo invertido;
push-up: flexión, lagartija; dip: fondo; biceps curl: curl de bíceps; wrist curl: curl de muñeca;
triceps extension: extensión de tríceps; triceps pushdown: jalón de tríceps; plank: plancha; sit-up:
abdominal; hanging leg raise: elevación de piernas; ab wheel: rueda abdominal; russian twist: giro
ruso; dead bug: bicho muerto; mountain climber: escalador; ball slam: lanzamiento de balón; battle
rope: cuerda; foam rolling: foam roller; stretching: estirar; massage: masaje; cold water: agua fría
"""
_SETS: Final = """
front: frontal; walking: caminando; reverse: inversa, hacia atrás, atrás; split: dividida; box: al
cajón, a cajón, a caja; jump: con salto, salto; seated: sentado; lying: tumbado, acostado; incline:
inclinado; decline: declinado; deficit: en déficit; pendulum: péndulo; eccentric: excéntrica;
sliding: deslizante; v: en v; set: serie, tanda; rep: repetición, repe; x: por; each: cada uno,
cada; per leg: por pierna, cada pierna, c/pierna; per side: por lado, cada lado, c/lado; of: de;
with: con; at: a; and: y; kg: kilo; lb: libra; to failure: al fallo; bodyweight: sin peso; barbell:
con barra; dumbbell: con mancuerna, con mancuernas; machine: en máquina; cable: en polea; seconds:
segundos; minutes: minutos
"""
_COUNTS: Final = {str(number): word for word, number in _NUMBERS.items() if number > 1}
_NAMES: Final = _table(_LIFTS, _forms)
SPANISH: Final = Tongue(
    code="es",
    rules=_RULES,
    words=_NAMES | _table(_WORDS),
    exercises=_NAMES | _table(_SETS, _forms) | _COUNTS,
)
