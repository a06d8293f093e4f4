"""Spanish rules for what is asked about the bot and training, and for how legs are in words."""

from typing import Final

from bot.domain.tongues.tongue import Rules

# Up to three words between two others.
_SOME: Final = r"(?: [\w']+){0,3}?"
_DELETE: Final = r"(?:borr\w*|elimin\w*|quita\w*)"
_LEG_DAY: Final = r"(?:día de piernas?|leg ?day)"

_STOP: Final = r"(?:recordatorios?|avisos|mensajes|notificaciones)"
_PLEASE: Final = r"(?:,? por favor)?[.!]*$"

RULES: Final[Rules] = {
    # no more reminders, said alone
    rf"^(?:por favor,? )?(?:(?:ya )?no (?:quiero|necesito)(?: recibir)?(?: más| tus| los| estos)*"
    rf" {_STOP}(?: más)?|(?:ya )?(?:no más|basta de) {_STOP}"
    r"|(?:quiero |puedes )?(?:para|parar|det[eé]n|detener|desactivar?|apagar?|quitar?|cancelar?)"
    rf"(?: todos| los| las| mis| tus| estos)* {_STOP}"
    r"|(?:deja|para) de (?:escribirme|recordarme(?:lo)?|avisarme|molestarme"
    rf"|(?:mandar|enviar)me {_STOP})"
    r"|no me (?:escribas|recuerdes|avises|molestes)(?: nada)?(?: más)?"
    rf"|no me (?:mandes|envíes)(?: nada)?(?: más)?(?: {_STOP})?){_PLEASE}": "stop reminders",
    # reminders
    r"\brecuérdame\b(?! (?:en|dentro|más tarde|luego)\b)|\brecordarme\b": "remind to",
    r"\b(?:paus(?:ar?|o)|silenciar?|deten\w*)"
    rf"{_SOME} recordatorios\b": "mute reminders",
    r"\bde vacaciones\b": "mute reminders",
    rf"\b(?:cuándo|qué|ver|mis?|próximos?){_SOME} recordatorios?\b": "my reminders",
    # what is kept
    rf"\b{_DELETE}{_SOME} (?:mis? )?(?:datos|cuenta|todo)\b": "delete my data",
    r"\bolvídate de mí\b": "delete account",
    rf"\bqué{_SOME} (?:sabes|guardas|tienes){_SOME} (?:de|sobre) mí\b": "privacy",
    rf"\b(?:exportar?|descargar?){_SOME} (?:mis )?datos\b": "export my data",
    r"\bimport(?:ar?|o)\b": "import data",
    # settings
    r"\bzona horaria\b": "time zone",
    r"\bhoras de silencio\b|\bhora de dormir\b": "quiet hours",
    r"\bidioma\b|\bhabla (?:español|inglés)\b|\ben (?:español|inglés)$": "language",
    r"\bunidades\b": "my units",
    r"^(?:los |mis )?ajustes$|^configuración$": "settings",
    # entries, the week, the group
    rf"\b{_DELETE}{_SOME} {_LEG_DAY}\b": "delete my leg day",
    rf"\b(?:{_DELETE}|corregir|cambiar){_SOME} (?:carrera|entrada|registro)\b": "delete my entry",
    r"\bdeshacer?\b|\bme equivoqué\b": "wrong entry",
    r"\b(?:mi )?(?:racha|estadísticas)\b": "streak",
    rf"\bcuándo fue{_SOME} últim[oa]\b": "when was my last",
    r"\bqué (?:hice|entrené)\b": "streak",
    r"\bcuánt[oa]s?(?: \w+){0,2}? (?:corrí|entrené|hice)\b": "streak",
    r"\bqué (?:tengo|hay|está) (?:planeado|previsto|planificado)\b|\bmi plan\b"
    r"|\bqué toca\b": "what is planned",
    r"\bquién (?:entrena|viene|se apunta)\b": "who is training",
    # small talk
    r"^(?:sí|no|guardar|cancelar)$": "yes",
    r"^(?:(?:muchas|mil|gracias|vale|ok|okay|genial|perfecto|buen\w*|bot|adiós|hasta"
    r"|luego|de|acuerdo|guay|bien|muy)(?:[ ,!.]+|$))+$": "thanks",
    r"\bquién eres\b|\bqué eres\b": "who are you",
    r"^salí a correr(?: hoy| ayer)?$|^fui a correr(?: hoy| ayer)?$": "went running",
    # what is known of training
    r"\bqué (?:ayuda|sirve|es bueno)(?: contra| para| con)?\b": "what helps",
    r"\b(?:ayudan|sirven?)\b|(?<=\w )ayuda\b": "does help",
    r"\bestir(?:ar|arme|amientos?)\b": "stretching",
    r"\brodillo\b|\bfoam\b": "foam rolling",
    r"\bbaño de hielo\b|\bducha fría\b|\bhielo\b": "ice bath",
    r"\bcalentar\b|\bcalentamiento\b": "warm up",
    r"\bcafé\b": "coffee",
    r"\b(?:me )?(?:tomé|bebí|he tomado|he bebido) (\d+|unas|dos|tres|cuatro) (?:cervezas?"
    r"|copas|vinos)\b": (r"\1 beers"),
    r"\bvolver a correr rápido\b|\bcorrer rápido\b": "run fast",
    r"\balcohol\b|\bcerveza\b": "alcohol",
    r"\bibuprofeno\b|\banalgésicos?\b": "painkillers",
    r"\bproteínas?\b": "protein",
    r"\bcuánt[oa]s?\b(?= (?:protein|agua|dormir|sueño))": "how much",
    r"\bpor qué (?:tengo|me salen) (?:tantas )?agujetas\b": "why soreness",
    r"\bquitar(?:me)? las agujetas\b": "how to get rid of soreness",
    # what was done besides running
    r"\b(?:he )?jug(?:ué|ado) (?:al )?(?:fútbol|tenis|baloncesto|pádel|voleibol)\b": (
        "played football"
    ),
    r"\b(?:he )?(?:montado|monté|ido|fui) en bici\w*\b|\bpedaleé\b": "cycled",
    # how a question is put
    r"\b(?:con|tengo) (?:un )?(?:resfriado|catarro|resfrío)\b"
    r"|\b(?:estoy )?(?:(?:un )?(?:poco|pelín) |algo )?(?:resfriad|constipad|acatarrad)[oa]\b": (
        "with head cold,"
    ),
    r"\b((?:puedo|podría|debo|debería) [^?,]*?)(?:este|el|en el) (?:finde|fin de semana)\b"
    r"|\b(?:este|el) (?:finde|fin de semana)(?=\?)": r"\1this weekend",
    r"\bdespués (?:del (?:trabajo|curro)|de trabajar)\b|\bal salir del trabajo\b": "after work",
    r"\bno tengo tos\b": "no cough",
    r"^(?:no,? |perdón,? )*(?:quería decir|quise decir|me refería a)\b": "no i meant",
    r"^(\d[\d.,]*) ?km en bici\w*": r"cycled \1 km",
    r"\b(?:correr|corro) o (?:descansar|descanso)\b": "run or rest",
    r"\bcómo (?:va|está) mi recuperación\b": "how is my recovery",
    r"^(?:yo )?vivo en [^?,]+$": "time zone",
    r"\bcuándo (?=puedo|podré|podría)": "when ",
    # the question of before once more
    r"^¿?(?:y|entonces|pero)? ?qué tal\b": "what about",
    r"^¿?(?:y |entonces )*cuándo(?: entonces)?(?=\W*$)": "when then",
    r"^¿?(?:y )?(?:por )?cuánto(?: tiempo| rato)?(?=\W*$| (?:can I|puedo)\b)": "how long",
    r"\bembaraz(?:ada|o)\b": "pregnant",
    # how legs are, other training
    r"\b(?:tengo |con )?resaca\b": "hungover",
    r"\bcon (?:este|tanto) calor\b": "in the heat",
    r"\bhace (?:mucho |tanto )?calor\b": "it's hot",
    r"\b(?:muchas|muchísimas|fuertes|bastantes) agujetas\b|\bagujetas (?:fuertes|horribles)\b": (
        "very sore"
    ),
    r"\b(?:algo de|un poco de|algunas|pocas|ligeras) agujetas\b": "bit sore",
    r"\b(?:he )?dorm(?:í|ido) (?:muy )?mal\b": "slept badly",
    r"^me duelen(?: mucho)? las piernas(?: mucho)?\W*$": "my legs hurt",
    r"\bcasi no (?:he dormido|dormí)\b": "barely slept",
    r"(?<!acabo de )(?<!acabe de )(?<!termine de )\b(?:entrenar|hacer) (?:las )?piernas?\b": (
        "train legs"
    ),
    r"\b(?:montar|ir|salir) en bici\w*\b": "bike",
    r"\bjugar al? (?:fútbol|tenis|baloncesto|pádel)\b": "play football",
    r"\bnadar\b": "swim",
}
