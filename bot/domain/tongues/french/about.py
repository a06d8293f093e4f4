"""French rules for what is asked about the bot and training, and for how legs are in words."""

from typing import Final

from bot.domain.tongues.tongue import Rules

# Up to three words between two others.
_SOME: Final = r"(?: [\w']+){0,3}?"
_DELETE: Final = r"(?:supprim\w*|effac\w*|enlev\w*)"
_LEG_DAY: Final = r"(?:séance(?: de)? jambes|leg ?day)"

_STOP: Final = r"(?:rappels?|messages?|notifs?|notifications?)"
_PLEASE: Final = r"(?:,? (?:s'il te pla[iî]t|stp))?[.!]*$"

RULES: Final[Rules] = {
    # no more reminders, said alone
    rf"^(?:(?:je )?(?:ne )?veux (?:plus|pas)(?: recevoir)? (?:de|aucun|tes|ces|les) {_STOP}"
    rf"|(?:plus|pas|aucun) (?:de )?{_STOP}"
    r"|(?:arr[eê]te|stoppe|coupe|d[eé]sactive|enl[eè]ve)[rz]?"
    rf"(?: tous| toutes| les| mes| tes| ces)* {_STOP}"
    rf"|(?:arr[eê]te|cesse)r? de (?:m'[eé]crire|m'envoyer (?:des|tes) {_STOP}"
    r"|me (?:rappeler|relancer|d[eé]ranger))"
    r"|(?:ne )?(?:m'[eé]cris|me rappelle|me relance|me d[eé]range) plus"
    rf"|(?:ne )?m'envoie plus (?:de {_STOP}|rien)){_PLEASE}": "stop reminders",
    # reminders
    r"\b(?:rappelle[- ]moi|me rappeler)(?= (?:de|d'))": "remind to",
    rf"\b(?:mets|mettre|suspend\w*|pause){_SOME} rappels(?: en pause)?\b": "mute reminders",
    r"\ben vacances\b": "mute reminders",
    rf"\b(?:quand|quels?|voir|mes|mon|prochain){_SOME} rappels?\b": "my reminders",
    # what is kept
    rf"\b{_DELETE}{_SOME} (?:données|compte)\b|\b{_DELETE} tout\b": "delete my data",
    r"\boublie[- ]moi\b": "delete account",
    rf"\b(?:que|quoi|quelles){_SOME} (?:sais|gardes|stockes)[- ]tu{_SOME} (?:sur|de) moi\b"
    r"|\btu sais (?:quoi )?sur moi\b": "privacy",
    rf"\b(?:export\w*|télécharg\w*){_SOME} données\b": "export my data",
    r"\bimport(?:er?|e)\b": "import data",
    # settings
    r"\bfuseau(?: horaire)?\b": "time zone",
    r"\bheures (?:calmes|de silence)\b|\bheure du coucher\b": "quiet hours",
    r"\blangue\b|\bparle (?:français|anglais)\b|\ben (?:français|anglais)$": "language",
    r"\bunités\b": "my units",
    r"^(?:les |mes )?(?:réglages|paramètres)$": "settings",
    # entries, the week, the group
    rf"\b{_DELETE}{_SOME} {_LEG_DAY}": "delete leg day",
    rf"\b(?:{_DELETE}|corriger|changer){_SOME} (?:sortie|entrée)\b": "delete entry",
    r"\bannule[rz]?\b|\bje me suis trompée?\b": "wrong entry",
    r"\b(?:ma )?(?:série|stats|statistiques)\b": "streak",
    rf"\bquand{_SOME} dernière?\b": "when was my last",
    r"\b(?:couru|fait jambes) (?:hier|cette semaine)(?= ?\?)|\bj'ai fait quoi\b": "streak",
    r"\bprévu\b|\bmon (?:plan|programme)\b": "what planned",
    r"\bqui (?:s'entraîne|vient|est là)\b": "who training",
    # small talk
    r"^(?:oui|ouais|non|nan|enregistre\w*|annule\w*)$": "yes",
    r"^(?:(?:merci\w*|beaucoup|bien|(?:de |d')?accord|ok|okay|super|génial|parfait|cool|bon|bonne"
    r"|bot|nuit|à|plus|au|revoir|top|nickel|ça|marche)(?:[ ,!.]+|$))+$": "thanks",
    r"\bqui (?:es-tu|tu es)\b|\bt'es qui\b|\btu es (?:qui|quoi)\b": "who are you",
    r"^(?:je )?(?:suis )?allée? courir(?: aujourd'hui| hier)?$": "went running",
    # what is known of training
    r"\bqu'est-ce qui (?:aide|marche)(?: contre| pour)?\b|\bque faire contre\b": "what helps",
    r"\baident\b|\bça (?:aide|sert)\b": "does help",
    r"\b(?:m'|s'|t')?étir(?:er|ements?)\b": "stretching",
    r"\bbain (?:froid|glacé)\b|\bdouche froide\b|\bglace\b": "ice bath",
    r"\b(?:m'|s')?échauff(?:er|ement)\b": "warm up",
    r"\bcafé\b": "coffee",
    r"\b(?:j'ai )?bu (\d+|deux|trois|quatre|quelques) (?:bières?|verres?(?: de vin)?)\b": (
        r"\1 beers"
    ),
    r"\brecourir vite\b|\bcourir vite\b": "run fast",
    r"\bj'ai fait (\d+ ?(?:km|min\w*)) (?:de|à) vélo\b": r"cycled \1",
    r"\balcool\b|\bbière\b": "alcohol",
    r"\bibuprofène\b|\bantidouleurs?\b": "painkillers",
    r"\bprotéines?\b": "protein",
    r"\bcombien d[e']\b": "how much",
    r"\bpourquoi\b[^.?!]{0,20}\bcourbatures\b": "why soreness",
    # what was done besides running
    r"\b(?:j'ai )?joué au (?:foot\w*|tennis|basket|volley|rugby|hand)\b": "played football",
    r"\b(?:j'ai )?(?:fait|roulé) (?:du |à |en )?vélo\b|\bj'ai pédalé\b": "cycled",
    # how a question is put
    r"\b(?:avec un|j'ai un|enrhumé\w*) ?rhume\b"
    r"|\b(?:je suis )?(?:un (?:petit )?peu )?enrhumée?\b": "with head cold,",
    r"\b((?:je peux|puis-je|je dois) [^?,]*?)(?:ce|le) (?:week[- ]?end|we)\b"
    r"|\b(?:ce|le) (?:week[- ]?end|we)(?= ?\?)": r"\1this weekend",
    r"\b(?:pas|plus|aucune) (?:de )?toux\b|\bje ne tousse (?:pas|plus)\b": "no cough",
    r"\baprès (?:le )?(?:travail|boulot|taf)\b": "after work",
    r"^(?:non,? |pardon,? )*je voulais dire\b": "no i meant",
    r"\bcourir (?:fort|dur|à fond)\b": "run hard",
    r"^(\d[\d.,]*) ?km (?:de|à|en) vélo\b": r"cycled \1 km",
    r"\bcourir ou (?:me |se )?reposer?\b|\bcourir ou repos\b": "run or rest",
    r"\b(?:comment va|où en est) (?:ma )?récup\w*\b": "how is my recovery",
    r"^j'habite (?:à|en) [^?,]+$": "time zone",
    r"\bquand (?:est-ce que )?(?=je peux|je pourrai|puis-je)": "when ",
    # the question of before once more
    r"^(?:et|ou) pour\b|^qu'en est-il de\b": "what about",
    r"^(?:et |alors |mais )*quand(?: alors| donc)?(?=\W*$)": "when then",
    r"^(?:et |pendant )*(?:combien de|how much) temps(?: est-ce que)?"
    r"(?=\W*$| (?:can I|je peux)\b)": "how long",
    r"\benceinte\b|\bgrossesse\b": "pregnant",
    # how legs are, other training
    r"\b(?:j'ai )?(?:la )?gueule de bois\b": "hungover",
    r"\bpar cette chaleur\b|\bavec cette chaleur\b": "in the heat",
    r"\bil fait (?:très |trop |si )?chaud\b": "it's hot",
    r"\b(?:grosses|fortes|énormes|beaucoup de|plein de|sacrées) courbatures\b": "very sore",
    r"\b(?:un peu de|légères|quelques|petites) courbatures\b": "bit sore",
    r"\b(?:j'ai )?(?:très )?mal dormi\b": "slept badly",
    r"^(?:j['’ ]ai (?:très )?mal aux jambes|(?:(?:mes|les) )?(?:jambes|legs) (?:me )?font mal)"
    r"\W*$": "my legs hurt",
    r"\b(?:j'ai )?à peine dormi\b": "barely slept",
    r"(?<!viens de )\bfaire (?:les |mes )?jambes\b": "train legs",
    r"\b(?:faire (?:du|un tour de|une sortie) )?vélo\b": "bike",
    r"\bjouer au (?:foot\w*|tennis|basket)\b": "play football",
    r"\bnager\b|\bnatation\b": "swim",
}
