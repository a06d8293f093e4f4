"""Portuguese rules for what is asked and told."""

from typing import Final

from bot.domain.tongues.portuguese.parts import DAY
from bot.domain.tongues.tongue import Rules

_LEG_DAY: Final = (
    r"(?:(?:treino|sessao|dia|leg day) (?:pesad[oa] |forte |leve )?d[ea]s?"
    r" (?:pernas?|inferiores|membros inferiores)|leg ?day)"
)
# "Legs are", up to how they feel.
_LEGS_ARE: Final = (
    r"(?:(?:estou|to|tou|tava|acordei|fiquei) )?(?:com )?(?:as? )?pernas?"
    r" (?:(?:estao|esta|tao|ta|ficaram|ficou|meio|super|muito|bem) )*"
)

RULES: Final[Rules] = {
    # whole answers, distances
    r"\b(?:^nao (?:posso )?agora$|^agora nao$|^depois$)\b": "later",
    r"\b^para(?: com (?:isso|os lembretes)| de (?:me )?(?:lembrar|avisar))?$\b": "stop",
    r"\b(?:(?:uma )?meia maratona|^(?:uma? )?meia$|(?<=fiz a )meia)\b": "half marathon",
    r"\b(\d{1,2}) tiros? de (?=\d)\b": r"\1x",
    r"\b(?:descida|desnivel negativo|desnivel|desci) (?:de )?(\d[\d.]*)"
    r" ?m(?:etros)?\b": r"\1 m down",
    r"\b(\d[\d.]*) ?m(?:etros)? (?:de )?"
    r"(?:descida|desnivel(?: negativo)?|(?:pra |para |a)baixo|ladeira abaixo"
    r"|descendo)\b": r"\1 m down",
    # leg day, how legs feel
    rf"\b(?:(?:o|meu|um|do|de|a|uma) )*{_LEG_DAY}\b": "leg day",
    r"\b(?:foi|teve) (?=leg day)\b": "did ",
    r"\b(?:as?|minhas?|meus?|os)"
    r" (?=(?:pernas?|inferiores|quadriceps|coxas|gluteos|posteriores|panturrilhas)\b)\b": "",
    rf"\b{_LEGS_ARE}(?:mort[ao]s?|(?:destru|mo)idas?|(?:acab|deton|quebr|zo)adas?)\b": "dead legs",
    rf"\b{_LEGS_ARE}pesadas?(?! (?:on )?{DAY})\b": "heavy legs",
    rf"\b{_LEGS_ARE}(?:boas?|otimas?|ok|bem|tranquilas?)\b": "good legs",
    rf"\b{_LEGS_ARE}"
    r"(?:frescas?|(?:descans|zer|recuper|renov)adas?|novas|inteiras|leves|soltas)\b": "fresh legs",
    # soreness, effort
    r"\b(?:(?:estou|to|tou|tava|ainda|sentindo) )*(?:com )?(?:uma )?(?:muita )?dor(?:es)?"
    r"(?: muscular(?:es)?| tardia)*(?: nas? (?:minhas? )?(?:pernas?|coxas?))?"
    r"(?: (?:em|de|nota|nivel|ta|esta|hoje|e))*:? (\d{1,2})(?: ?(?:/|de|em|sobre) ?10)?"
    r"(?![.,]?\d|[h/]| ?(?:min|km|h\b|dias))(?: nas? pernas?)?\b": r"soreness \1/10",
    r"\b(dolorid[oa]s?|esforco|rpe|pse|intensidade)(?: (?:em|de|nota|nivel|foi))*:? (\d{1,2})"
    r" ?(?:/|de|em|sobre) ?10\b": r"\1 \2/10",
    r"\bfoi (?:bem |muito )?(?:pesad[oa]|puxad[oa]|dificil|dur[oa])\b": "it was hard",
    r"\b(?:estou|to|tou) (?=(?:muito |bem |meio )?dolorid)": "",
    # asking
    r"\b(?:sera que (?:eu )?(?=\w)|(?:eu )?(?:ja )?(?=da p))\b": "",
    r"\b(?:ja|ainda|so) posso\b": "can I still",
    r"\b(?:da|daria|rola|consigo|(?:to|estou|ta) liberad[oa])(?: (?:eu|pra|para|de))*"
    r" (?=(?:correr|ir|fazer|dar|trotar|rodar|uma?|caminhar)\b)\b": "can I ",
    r"\b(?:(?:e|eh|ta|esta|seria) )?(?:ok|tranquilo|de boa|uma boa|segur[oa]|tudo bem|bom|beleza)"
    r"(?: (?:se|eu|pra|para|em))*"
    r" (?=(?:correr|corro|ir|fazer|dar|trotar|rodar)\b)\b": "is it ok to ",
    r"\b(?:estou|to|tou) (?:ja )?(?:pront|recuperad|bem|apt)[oa]?"
    r" (?:pra|para|de)\b": "am I ready to",
    r"\b(?:fazer|dar|ir|sair)(?: (?:pra|para|uma?|de))* (?=corr|trot|rodag)\b": "",
    # kinds of runs
    r"\b(?:(?:corrida|corridinha|trote|rodagem) (?:bem |mais )?"
    r"(?:lev\w+|facil|tranquila|suave|regenerativa)|regenerativ[oa]|trot(?:e|inho))\b": "easy run",
    r"\b(?:(?:corrida|rodagem) long[ao]|longao)\b": "long run",
    r"\b(?:(?:treino|corrida) (?:de )?)?(?:intervalad[oa]s?|tiros?|fartlek)\b": "intervals",
    r"\bcorrida moderada\b": "steady run",
    # what was done, how long, sleep
    r"\b(?:^|(?<=[,;] ))((?:leg day|pernas?|inferiores)\b[^,;]*) leve\b": r"\1 light",
    r"\b((?:leg day|pernas?|inferiores)(?: [^,;]*)?)"
    r" (?:pesad[oa]s?|forte|puxad[oa])\b": r"\1 heavy",
    r"\bacabei de (?:fazer|treinar|malhar) (?=pernas?|leg|inferiores)\b": "just did ",
    r"\b(?:de|por volta de) (?=\d+(?:[.,]\d+)? ?(?:min|h\b|horas?\b|km|k\b|quilo|metros))\b": "",
    r"\bso (?=\d|umas|uns)\b": "only ",
    r"\b(correr|corri|trotei|caminhei|andei) (?:umas? )?(\d)h([0-5]\d)\b": r"\1 for \2 h \3 min",
    r"\b(correr|corri|trotei|caminhei|andei) (?:umas? )?(?=\d(?:[.,]\d)? ?h(?:oras?)?\b)"
    r"(?=\d)\b": r"\1 for ",
    r"\b(?:dormi|sono(?: de)?)(?: (?:so|apenas|umas|por))* (?=\d)\b": "slept ",
    r"\b(?<=slept )(\d{1,2})h([0-5]\d)\b": r"\1:\2",
    r"\b(\d(?:[.,]\d+)?) ?(?:h|horas?) (?:de )?(?:sono|dormid[ao]s)\b": r"\1 h of sleep",
    # reminders
    r"\b(?:me )?(?:lembr[ae]r?|avis[ae]r?)(?: me)?(?: de novo)?(?= mais tarde| depois| in \d)"
    r"(?: depois)?\b": "remind me",
    r"\b(?:daqui a pouco|mais tarde)\b": "later",
}
