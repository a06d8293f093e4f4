"""French rules for what is asked and told."""

from typing import Final

from bot.domain.tongues.french.parts import DAY, HOURS
from bot.domain.tongues.french.times import minutes
from bot.domain.tongues.tongue import Rules

# Legs and their muscles, where they are sore.
_MUSCLES: Final = r"(?:jambes|cuisses|quadri\w*|quads|ischios?|mollets|fessiers|fesses|guibolles)"
_SESSION: Final = (
    r"(?:(?:seances?|jour|entrainement|training|session|workout)(?: de| pour)?"
    r" (?:jambes?|cuisses|bas de corps)|leg ?day|legs|jambes)\b"
)
_DONE: Final = r"(?:fait|fini|termine|boucle|plie|valide)e?s?"
# A run.
_RAN: Final = r"(?:footing|jogging|courir|course a pied|course|sortie)"
# "Legs", up to how they feel.
_FEEL: Final = (
    r"\b(?:jambes|guibolles|cannes)(?: qui)?(?: sont)?"
    r"(?: encore| tres| bien| trop| super| hyper| toujours| assez| plutot)*"
)

RULES: Final[Rules] = {
    # reminders
    r"\b(?:(?:arrete|stopp?e?|coupe|desactive)(?: de)? (?:ces |tes |me )?"
    r"(?:rappels?|notifs?|notifications|rappeler|relancer)\b"
    r"|(?:ne )?(?:me )?rappelle (?:plus|pas)\b)": "stop reminders",
    r"\b(?:tu peux )?(?:me )?(?:rappelle|rapelle|rappeler|redis|relance|^rappels?)[- ]?"
    r"(?:moi)?(?: ca)?(?= (?:in|dans|plus|later|demain|$)|$)": "remind me",
    r"^pas maintenant\b": "later",
    r"\breporte[rz]?(?: ca)?(?: de| a)? ?(?=\d|in)": "snooze ",
    # how legs are
    r"\ba (?=\d{1,2} ?/ ?10\b)": "at ",
    # asking
    r"\bje (?:cours|vais(?: aller)? courir)(?=[^!.]*\?)": "can I run",
    r"\b(?:tu penses que )?"
    r"(?:puis-je|(?:je |on |j')?(?:peux|peut|pourrais)(?:[- ]?(?:je|on))?|j'ai droit de"
    r"|possible de|je (?:vais|fais)(?=[^!.]*\?))"
    r"(?![\w'-])(?: y)?(?: encore| deja)?(?: aller)?(?![\w'-])": "can I",
    r"\b(?:je )?(?:dois|devrais)(?:-je)?\b": "should I",
    r"\b(?:c'est|c) (?:ok|bon|raisonnable|safe)(?: de| pour| si je)?(?: aller)?"
    r"|^(?:ok|bon) (?:pour|de)": "is it ok to",
    r"\b(?:suis[- ]je|je suis|suis) (?:assez )?(?:pret|prete|en forme|recupere\w*)"
    r"(?: a| pour)?": "am I ready to",
    # kinds of runs
    rf"\b(?:faire )?(?:une? )?(?:petit |petite )?{_RAN}s? (?:long|longue)\b": "long run",
    rf"\b(?:faire )?(?:une? )?(?:petit |petite )?{_RAN}s? (?:de )?"
    r"(?:facile|tranquille|cool|recup\w*|souple|en ef|en endurance)\b": "easy run",
    rf"\b(?:seances? de |seances? |de |faire de |faire |une? |{_RAN} )*"
    r"(?:fractionne\w*|frac|vma|intervalles?|30/30)\b": "intervals",
    # what was done
    r"\b(?:je )?vien[st] (?:tout )?(?:juste )?de (?:faire|finir|terminer)(?: une)?"
    rf" {_SESSION}": "I just did legs",
    r"\b(?:je )?vien[st] (?:tout )?(?:juste )?de courir\b": "I just ran",
    r"\b(?:je )?vien[st] (?:tout )?(?:juste )?de (?:faire|finir|terminer)\b": "I just did",
    r"\b(?:j'ai )?(?:bien |deja |encore )?"
    rf"(?:fait|fini|termine|bosse|travaille|entraine|boucle|plie)(?: une| bien)* {_SESSION}"
    r"(?! \d+/10)": "did legs",
    rf"\b{_SESSION}(?: aujourd'hui)?(?: est| c'est| sont)?"
    rf" (?:{_DONE}|done|(?<!jambes )ok)\b": "legs done",
    rf"\b(?:(?:grosse|dure) {_SESSION}|{_SESSION} (?:de ouf|difficile)\b)": "hard leg day",
    r"\b(?:seances?|jour|entrainement|training|session)(?: de| pour)?"
    r" (?:jambes?|cuisses|bas de corps)": "leg day",
    r"\b(?:je )?suis (?:alle|parti|sorti)e?"
    r" (?:courir|faire un (?:footing|jogging))\b": "I went for a run",
    rf"\b(?:j'ai )?fait (?:une? )?(?:petite? )?{_RAN}\b": "I did a run",
    # how long, sleep
    r"\b(couru|run|ran|courir|marche|marcher|footing|jogging|sortie|seance|legs|leg day"
    r"|pendant|durant|intervals|did|en)(?: de| pendant| environ| done)*"
    rf" ([1-4]){HOURS}(?: ?([0-5]\d)(?: ?min)?)?\b(?! ago)": minutes,
    r"(dormi|sommeil|couru|did|fait)([^?]*?)"
    r" (?:cette )?nuit(?: derniere| passee)?\b": r"\1\2 last night",
    r"\b(?:cette nuit|nuit derniere),? (.*\b(?:dormi|sommeil)\b.*)": r"\1 last night",
    rf"\b(dormi|sommeil|nuit)((?: de| environ| que| seulement| juste|:)*) (\d{{1,2}}){HOURS}"
    r" ?([0-5]\d)\b": r"\1\2 \3:\4",
    r"\b(\d{1,2}):?(?:h ?)?([0-5]\d) (?=(?:de )?sommeil)": r"\1:\2 hours ",
    rf"\b(\d+){HOURS} (?:de )?sommeil\b": r"\1 hours sleep",
    r"\b(?:j'ai )?(?:passe )?(?:une )?nuit de (?=\d)": "slept ",
    r"\b(?:(?:je )?(?:n'|j')ai dormi que |dormi (?:que|a peine|seulement|juste) )": "slept only ",
    # soreness, how legs feel
    r"\b(\d{1,2}) (?:sur|/) (10)\b": r"\1/\2",
    r"\b(?:niveau )?(?:courbatu\w+|mal|doms|douleurs? musculaires?)(?: musculaires?)?"
    rf"(?: (?:aux?|dans|de|au niveau de|sur|a) {_MUSCLES})?(?:"
    r" ?(|a|de|est a|=))* ?(?=\d)": "soreness ",
    r"\b(\d{1,2}/10) (?:de |en )?(?:courbatures?|doms)"
    rf"(?: (?:aux?|dans|de|sur) {_MUSCLES})?": r"\1 soreness",
    rf"\bjambes (?:lourdes?|dures?|intenses?)(?= (?:ce )?{DAY})": "legs hard",
    rf"\bjambes (?:legeres?|faciles?)(?= (?:ce )?{DAY})": "legs light",
    rf"{_FEEL} (?:lourdes?|fatiguees?)\b": "heavy legs",
    rf"{_FEEL} (?:mort[es]*|cramees?|hs|cassees?|detruites?|explosees?|cuites?"
    r"|en (?:coton|bois|vrac|compote)|nazes?)\b": "dead legs",
    rf"{_FEEL} (?:fraiches?|legeres?|reposees?|en forme)\b": "fresh legs",
    rf"{_FEEL} (?:ok|bien|bonnes?|correctes?)\b": "good legs",
    rf"{_FEEL} (?:moyennes?|bof)\b": "meh legs",
    # leaving out, distances
    r"\b(?:supprime|enleve|annule|saute|vire|retire|pas|plus|sans)(?: de)? (?="
    r"(?:legs?|leg day|jambes?|footing|sortie|jogging|easy|long|intervals|tempo|course"
    r"|sprints?|cotes|marche|run|seuil)\b)": "no ",
    r"\b(\d+) ?(km|k|bornes|kilometres?),? (?:avec|et|pour|dont)"
    r" (?=\d+ ?(?:m|metres?)\b)": r"\1 \2, ",
    r"(?<=\d) ?fois (?=\d)": "x",
    r"(?<=\d) ?m(?:etres?)?,? (?:de )?(?:d-|den(?:ivele)? negatif|negatif|(?:en )?descente)"
    r"(?!\w)": " m down",
}
