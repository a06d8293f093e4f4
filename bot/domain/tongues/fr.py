"""French, as members write it: with accents or without, in whole words or in those of a chat.

It is much, so it stands in dense texts. A rule is ``pattern⇒English``, the next behind ``¦``; its
pattern begins a word unless ``!`` precedes it; ``(`` groups, ``(:`` captures, ``<part>`` stands for
what is behind ``part≔``, ``noun ~ adjective`` for a danger sign with words between, ``@name`` a
function. Words are ``English: words`` by semicolons. Articles go before anything else is read.
"""

import re
from collections.abc import Callable, Mapping
from re import Match
from typing import Final

from bot.domain.tongues.tongue import Rule, Tongue

_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec"
_ONES: Final = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"
_TENS: Final = {"une": 1, "seize": 16, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50}
_NUMBERS: Final = _TENS | {word: n for n, word in enumerate(_ONES.split(), 1)} | {"soixante": 60}
_APART: Final = (  # denied, no longer so, so
    r"<of>{0}\b<gap>{{0,3}} (pas|jamais)( \w+){{0,2}} ?{1}\b⇒no {2}¦"
    r"<of>{0}\b<gap>{{0,2}} n(e |')\w+ plus {1}\b⇒no {2}¦<of>{0}\b<gap>{{0,3}} {1}\b⇒{2}"
)


def _number(found: Match[str]) -> str:
    """Return "quatre-vingt-dix", "vingt et un", "quarante-cinq" in digits."""
    total = 0
    for word in re.split(r"[ -]", found[0].replace(" et ", " ").replace("vingts", "vingt")):
        total = 80 if (word, total) == ("vingt", 4) else total + _NUMBERS[word]
    return str(total)


def _beside(found: Match[str]) -> str:
    """Return "8h moins le quart", "midi et demi", "7 heures trois quarts" as a clock shows them."""
    noon = {"midi": 12, "minuit": 24}.get(found[1])
    hour, said = noon or int(found[1]), found[2].split()[-1]
    minute = {"quart": 15, "quarts": 45}.get(said) or (int(said) if said.isdigit() else 30)
    if "moins" in found[0]:
        hour, minute, noon = (hour or 24) - 1, 60 - minute, hour
    return f"{hour % 24}{':' if noon else 'h'}{minute:02}"


_FUNCTIONS: Final[Mapping[str, Callable[[Match[str]], str]]] = {
    "@number": _number,
    "@beside": _beside,
    "@minutes": lambda found: f"{found[1]} {60 * int(found[2]) + int(found[3] or 0)} min",
    "@date": lambda found: f"{found[1]} {_MONTHS.split()[int(found[2]) - 1]}",  # its day is first
}


def _table(text: str) -> dict[str, str]:
    entries = (entry.split(":", 1) for entry in text.replace("\n", " ").split(";"))
    return {english.strip(): said for english, said in entries}


def _with_plurals(names: Mapping[str, str]) -> dict[str, str]:
    """Return names with "fentes bulgares" and "montees sur banc" of one each."""
    end = re.compile(r"(?<=[^ ,sx]{3})(?=[ ,]|$)")
    once = {key: ",".join(end.sub("s", each, 1) for each in names[key].split(",")) for key in names}
    return {key: f"{said},{once[key]},{end.sub('s', said)}" for key, said in names.items()}


def _rules(text: str) -> tuple[Rule, ...]:
    said = re.sub(
        r"(?<=¦)([^¦⇒]+) ~ ([^¦⇒]+)⇒([^¦]+)",
        lambda two: _APART.format(*two.groups()),
        text.replace("\n", ""),
    )
    for part in re.findall(r"[^¦]+≔[^¦]+", said):
        name, pattern = part.split("≔")
        said = said.replace(f"<{name}>", pattern)
    said = re.sub(r"(?<!\\)\((?![?:])", "(?:", said).replace("(:", "(")
    rules = (rule.split("⇒") for rule in said.split("¦") if "≔" not in rule)
    words = ((it[1:] if it[0] == "!" else rf"\b(?:{it})", english) for it, english in rules)
    return tuple((pattern, _FUNCTIONS.get(english, english)) for pattern, english in words)


_RULES: Final = _rules(r"""
d≔(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim)s?\b\.?¦month≔(ja
nv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)[a-z]*\.?¦h≔ ?(heures?|hrs?|h)¦unit≔(heures?|hrs
?|h|min(ute)?s?|mn|jours?|j|semaines?|sem|mois)¦num≔(deux|trois|quatre|cinq|six|sept|huit|neuf|onze|
douze|treize|quatorze|quinze|seize|dix|vingt|trente|quarante|cinquante|soixante)¦legs≔(jambes|cuisse
s|quadri\w*|quads|ischios?|mollets|fessiers|fesses|guibolles)¦session≔((seances?|jour|entrainement|t
raining|session|workout)( de| pour)? (jambes?|cuisses|bas de corps)|leg ?day|legs|jambes)\b¦done≔(fa
it|fini|termine|boucle|plie|valide)e?s?¦ran≔(footing|jogging|courir|course a pied|course|sortie)¦gap
≔( (?!(pas|sans|ni|mais|non|jamais|aucune?|prise|tirage|corps)\b|\d)[\w']+)¦cant≔((je? ?)?(n'|ne )?(
arriv\w+|parvien\w+|peu[xt]|pouva\w+|puis|reussi\w*)( \w+)? ?(pas|plus|a peine)( de tout| vraiment
| bien| trop)?( a| de)?|incapable de|pas facile de|impossible (de|a)|(de |beaucoup de |un peu de )?(
mal|difficultes?|peine|galere\w*|dur|difficile)( a| de| pour)) ?(me |m'|bien |correctement |meme |en
core )*¦chest≔(?<!tirage )(poitrine|thorax|sternum|torse|cage thoracique|coeur)¦hurt≔((douleur|point
e?|tension|lourdeur|brulure|elancement|pincement|gene|pression|tiraillement|piqure)s?|mal|oppression
|poids|serrement|compression|etau|pique|brule|serre|lance|pince|oppresse|appuie|tire|comprime)¦aches
≔(fait (\w+ )?mal|font mal|douloureu\w+|serree?|oppressee?|comprimee?|brule|lance|pince|pique|tire|e
n feu)¦pee≔(urines?|pipis?|pisses?|urinais|pissais|pisser?)¦dark≔(fonce\w*|sombres?|marrons?|brun\w*
|noir\w*|roug\w*|coca\w*|cola|(?<=couleur )the|rouille\w*|rose\w*|sang\w*|bordeaux|cafe)¦leg≔(jambes
?|pieds?|selle|aine|entrejambes?|perinee|orteils|cuisses?|mollets?)¦numb≔(engourdi\w*|endormi\w*|ins
ensibles?|anesthesie\w*|s'endor\w+|fourmill\w*|picot\w*)¦tingling≔(fourmis|\w*fourmillements?|picote
ments?|engourdissements?|insensibilite|(plus|perdu|perte)( de| aucune| toute)? ?(sensations?|sensibi
lite))¦calf≔(mollets?|bas de jambe)¦warm≔(gonf\w+|enfl\w+|oedem\w*|chaude?s?|brulante?s?|rouges?|tum
efie\w*|double de volume|chauffe)¦thigh≔(jambes?|cuisses?|quadri\w*|quads?|ischios?|guibolles?)¦swol
len≔(gonf\w+|enfl\w+|oedem\w*|tumefie\w*|double de volume)¦very≔(tres|super|hyper|vachement|extremem
ent|enormement|trop|vraiment|severement)¦sharp≔(aigue?s?|vives?|lancinant\w*|fulgurant\w*|percant\w*
|\w*poignard\w*|transpercant\w*|tranchant\w*|dechirant\w*|electriques?|(en|comme un) coup de couteau
|qui (lance|transperce)\w*)¦of≔((un|une|de|j') ?)?¦named≔((sharp|chest) pain|heart attack|fainted|br
eathless|dark urine|bladder trouble|can't (breathe|pee|move my leg|feel my legs|stand up)|numb leg|(
very )?swollen|severe swelling|legs gave way|fever|flu|covid|bronchitis|pneumonia|chest infection|vo
miting|diarrhoea|food poisoning)\b¦also≔(( |(?<='))(de tout|encore|non plus|vraiment|eu|fait|ressent
i|senti|ete|suis|me|m'|de|une?( seule?)?|aucune?|moindre|traces?|signes?|symptomes?|avoir|sensations
?|problemes?|envie|en))* ?¦have≔(\b(moi )?(je |j'|on |il |ca |c')?(n'|ne )?(me |m'|y )?(ai|avais|res
sens|sens|fais|suis|etais|a|avait|est|sont|eprouve|ont) (absolument |toujours |quand meme )?)¦feel≔
\b(jambes|guibolles|cannes)( qui)?( sont)?( encore| tres| bien| trop| super| hyper| toujours| assez
| plutot)*¦![\u2019\u2018`]⇒'¦! +(?=[?!;:.,])⇒¦!^((oui|ok|yes|voila|ca y est|yep)[ ,!]*)?((c'est|j
e l'ai|tout|c) )?(fait|fini|termine|bon|boucle)e?s?[ !.]*$⇒done¦(j ?ai|g(?= (mal|de|du|pas|fait|cour
u|dormi|eu|les|vomi|plus)))\b⇒j'ai¦j(?=arriv|etouff)⇒j'¦(chui|chuis|jsuis|j'suis)\b⇒je suis¦(j ?'?pe
u[xt]|je peut)\b⇒je peux¦!(?<!qu')(?<!qu )\best[- ]?ce qu(e |')⇒¦pdt\b⇒pendant¦(:\w+di|dimanche)s\b⇒
\1¦l'(?=ai )⇒¦(mon|ma|mes|la|les|le(?! ?\d)) |l'(?=\w)⇒¦(du|des) |d' ?(?!-)⇒de ¦de (?=de )⇒¦pas ma
l de⇒beaucoup de¦jamais (eu |ete |ressenti )?(?=.*\b(comme ca|pareil\w*|aussi|autant|telle?s?)\b)⇒e
u ¦<cant>(a |de )?(respirer|(re)?(prendre|trouver) (souffle|respiration|air))( \w*ment| bien)?\b⇒can
't breathe¦(je )?(n'|ne )?respir\w+ (\w+ )?(pas|plus|mal|difficilement|(a|avec) peine)\b( bien| \w*m
ent)?⇒can't breathe¦(je )?(me |m'|j')?(etouff\w+|suffo[qc]\w+)|(suis )?(tres |tout |toute |super )?e
ssou?ff?l\w+|dyspnee|halet\w+|hors de haleine|(a )?bout de souffle⇒breathless¦(souffle|respiration)
( est| \w+)? (courte?|coupee?|difficile|haletante?|sifflante?|bloquee?)\b|coup\w+ souffle|(manque\w*
|plus|pas assez|pas) de (air|souffle)\b|cherche (de )?(air|souffle)|(gene|difficulte|detresse|troubl
e|souci|probleme|insuffisance)s? (respiratoires?|pour respirer)⇒breathless¦<cant>(a |de |faire |alle
r )?(pipi|pisser|uriner|aux toilettes|vider vessie)\b|(j'|je )(n'|ne )?(urine|pisse) plus\b|retentio
n (de urines?|urinaire)⇒can't pee¦incontinen\w+|(piss\w+|pipi) dessus|fuites urinaires|<cant>(reteni
r|controler) (urine|vessie|pipi|selles)|(probleme|trouble|souci|perte de controle)s?( \w+){0,2} (ves
sie|intestins?|sphincters?|urinaires?|intestina\w+)⇒bladder trouble¦<cant>(lever|bouger|plier|tendre
|flechir|redresser|deplier|soulever|remuer|relever)( plus| bien)? (genou[x]?|<leg>)\b|<thigh> (est |
sont )?paraly\w+⇒can't move my leg¦(je )?(n'|ne )?sen[st] (plus|pas)( de tout)? <leg>\b⇒can't feel m
y legs¦<cant>(lever|relever|(tenir |mettre |rester )?debout)\b|tien\w+ (pas|plus|a peine) (debout|su
r (jambes|pieds))⇒can't stand up¦(<thigh>|genou[x]?)\b<gap>{0,4} (lach\w+|derob\w+|flanch\w+|ced\w+|
se plient|portent plus|repondent plus)\b⇒legs gave way¦<of>((vive|forte|grosse) )?(douleurs?|mal)<ga
p>{0,2} <sharp>\b|<of>(vives?|violentes?) douleurs?\b|(une |de )?(coups? de (poignard|couteau)|decha
rges? electriques?|elancements?)\b⇒sharp pain¦sharp pain<gap>{0,3} <chest>\b⇒sharp pain in chest¦<ch
est>\b<gap>{0,3} fait (pas|plus)( de tout)? mal\b⇒no chest pain¦(ca )?(me )?<of><hurt><gap>{0,4} <ch
est>\b|(douleur|gene|oppression|pression|brulure|serrement)s? (thoracique|cardiaque|pectorale|retros
ternale)s?|angine de poitrine⇒chest pain¦infarctus|(crise|attaque|arret) cardiaque⇒heart attack¦<che
st> ~ <aches>⇒chest pain¦!(?<!je )(?<!tu )\bme lance(nt)?\b⇒sharp pain¦(je )?(me |m')?(suis )?(evano
ui\w*|effondre\w*|ecroule\w*)|syncopes?|malaises?|black[- ]?outs?\b|voile noir|(perd\w*|perte)( de)
? (connaissance|conscience)|inconscient\w*|(tomb\w+|partie?s?|suis|etais)( presque| direct)? dans (p
ommes|vapes)|tourn\w+ de oeil⇒fainted¦<of>sang<gap>{0,2} <of><pee>\b|(piss\w+|urin\w+) (\w+ )?(de )?
sang\b|hematurie⇒dark urine¦<pee> ~ <dark>⇒dark urine¦<dark>( \w+){0,2} (de|dans) <pee>\b⇒dark urine
¦<of><tingling><gap>{0,3} <leg>\b|anesthesie en selle⇒numb leg¦<leg> ~ <numb>⇒numb leg¦<numb>( dans
| de| a| aux| au)? <leg>\b⇒numb leg¦<calf> ~ <warm>⇒swollen calf¦<of><warm>\w*( et <warm>)?( au| aux
| de| dans)*( un)? <calf>\b|phlebite|thrombose⇒swollen calf¦<thigh> ~ <swollen>⇒swollen legs¦<of><sw
ollen>( a| au| aux| de| dans)* <thigh>\b⇒swollen legs¦<very> <swollen>\b⇒very swollen¦(gros|enorme|i
mportant|severe|fort)\w* (gonflement|oedeme|enflure)s?|(gonflement|oedeme|enflure)s? (tres )?(import
ant|severe|enorme|massif)\w*⇒severe swelling¦!\b(poussees? de |\d\d([.,]\d)? de |un peu de |beaucou
p de )?(fievr\w+|febril\w*)|\b(grosse |forte |haute )temperature|\btemperature (elevee|haute)|\b(38|
39|40|41)([.,]\d)? ?(°c?|degres?|de temperature)(?!\w)|\bj'ai (38|39|40)([.,]\d)?(?=$| ?[,.!?])|(?<=
\bde )temperature(?! \w* ?\d)|(?<=\bsans )temperature⇒fever¦(une? )?((etat|syndrome) )?gripp(e|al|au
x|ee|es)\b(?! intestinale)⇒flu¦(covid([- ]19)?|corona(virus)?)\b⇒covid¦(une )?bronch?it\w+|bronchiol
ite⇒bronchitis¦(une )?(pneumo\w+|pleuresie)⇒pneumonia¦infections? (pulmonaires?|respiratoires?|bronc
hiques?|de (poumon|bronche)s)⇒chest infection¦(vomi\w*|gerb(e|er|es|ais|ee)\b|degueul(e|er|ais|ait)
\b|degobill\w+|(tout )?rendu (tout|tripes|repas|dejeuner|diner|petit dej))⇒vomiting¦(une |de )?(diar
r?h?ee?s?|chiasse|courante|t[ou]u?rista|gastro\w*([- ]enterite)?|grippe intestinale)\b⇒diarrhoea¦(un
e )?intox(ication)?( alimentaire)?\b⇒food poisoning¦!<have>?\b(aucune?s?|sans|ni|zero|0|absence|(pas
|sans) moindre)\b<also>(?=<named>)⇒no ¦!(<have>|^|(?<=[,.;:!?\x28])\s*|\b(et|mais|ou|donc|toujours|n
on) )(pas|jamais)\b<also>(?=<named>)⇒ no ¦(pas|jamais) (eu )?(de (avoir )?|en )<also>(?=<named>)⇒n
o ¦(je |on )?(n'|ne )(me |m'|y )?(ai|avais|a|ressens|sens|fais|suis|est|sont) plus\b<also>(?=<named>
)⇒no ¦!(^|(?<=[,.;!])\s*)(il )?(y a )?plus de (?=(fever|flu|covid|vomiting|diarrhoea)\b(?!.* qu))|\b
j'ai plus (de )?(?=(fever|flu|covid)\b(?! qu))⇒no ¦(je |j')?(n'|ne )(me |m'|ai |suis )*(:<named>) (p
as|plus)\b⇒no \1¦(je )?vomiting pas\b(?! d| que)⇒no vomiting¦!(:no <named>),? (ou|et sans|ni|et)( de
| en| avoir)+ ?(?=<named>)|(:no <named>) (ou|ni) (?=<named>)⇒\1\2 no ¦no sharp pain in chest⇒no ches
t pain¦(de|une?|aux?|a) (?=<named>)⇒¦!'(?=<named>)⇒ ¦!(?<=\d )sept\b(?! ?h)⇒september¦((quatre-vingt
|dix|vingt|trente|quarante|cinquante|soixante)s?([ -](et[ -])?(<num>|une?)\b)+|<num>|quatre-vingts)
\b⇒@number¦(une? )?(bonne |petite |grosse )?(demi[- ]?heure|1/2 ?h(eure)?)\b⇒30 min¦3[- ]quarts? (d
e )?heures?\b⇒45 min¦(un )?(petit )?quart (de )?heure\b⇒15 min¦(une?|1) (bonne |petite |grosse )?(?=
heures?\b|minute|jour|semaine|mois|kilom)⇒1 ¦(:\d+) (:jours?|semaines?) et demie?\b⇒\1.5 \2¦(:\d{1,2
}(?=<h>)|midi|minuit)(<h>)? (et |moins |moins un )?(:demie?|quart|1/2|3 quarts|5|10|15|20|25|30|45)
\b(?! ?(h|m|k|/))⇒@beside¦(?<!en )(:0?\d|1[0-2])(<h>|:)(:[0-5]\d)? ?(de )?(mat|nuit)\w*⇒\1:\2am¦(?<!
en )(:0?\d|1[0-2])(<h>|:)(:[0-5]\d)? ?(de )?(soir|apr)[\w-]*( midi)?⇒\1:\2pm¦(:\d\d)(<h>|:)(:[0-5]\d
)? de (soir|apr)[\w-]*( midi)?⇒\1:\2¦(:\d{1,2}) ?(heures?|h) (:\d\d)\b(?! ?(m\w*|km|kg|h|sec\w*))⇒\1
h\2¦((il )?y ?'?a|ca fait) (environ |a peu pres |genre |presque |deja |a peine )?(:(\d+([.,]\d+)?|qu
elques|une?) ?<unit>(( et)? ?\d+( ?(min\w*|mn|heures?|h)\b)?)?)(?! ?\d)⇒\1 ago¦(dans|de ici) (?=\d|u
ne?\b|quelques)⇒in ¦depuis (:\d+ ?<unit>)\b⇒since \1 ago¦(pendant|durant|pour) (?=\d+ ?(jour|j\b|sem
|mois))⇒¦(jusqu'?(a|au)|jusque|avant(?! hier)) (?=\w)⇒until ¦(7 ?j(ours)?(/| sur )7( jours)?|(chaque
|tou[st]s?|ts) jours?|tlj|quotidien\w*)\b⇒daily¦!\b((en|pendant|jours? de) semaine|jours? (ouvr\w+|t
ravailles?))\b(?! pro)|^semaine$⇒weekdays¦(tous |chaque |ts )?(week[- ]?ends?|we|wk)\b⇒weekends¦(d
e |entre )?(:<d>) ?(au|a|jusqu'au|->|→) ?(:<d>)⇒\1-\2¦(ce )?(:<d>)(:( \w+)?)( de)? semaine (derniere
|passee)\b⇒\1\2 last week¦(ce )?(:<d>)(:( \w+)?)( de)? semaine pro\w*⇒\1\2 next week¦(ce )?(:<d>)(:
( (?!de)\w+)?) (derniers?|passe)\b|dernier (:<d>)⇒last \1\2\3¦(ce )?(:<d>)(:( (?!de)\w+)?) (pro\w*|s
uivant|qui vient)\b|prochain (:<d>)⇒next \1\2\3¦ce (:<d>)⇒this \1¦semaine pro\w*⇒next week¦semaine (
derniere|passee)\b⇒last week¦!(:<d>) (:1[3-9]|2\d|3[01]|\d\d?(?= a| vers))(?=$| a| vers|,)⇒\1 \2th¦(
le|au|until) (:\d{1,2})/(:0?[1-9]|1[0-2])(?![/\d])⇒@date¦(le |au )?(:\d{1,2})(er)? (?=<month>(\W|$))
⇒\1 ¦!(?<=\d )mar\b⇒march¦(le|au) (:\d{1,2})(er)?\b(?![:./h]|,\d| ?(h|heures?|km|min|m|kg|sur)\b)⇒\1
th¦(de |entre )?(:\d{1,2})(<h>|:)(:\d\d)? ?(a|-|et) ?(:\d{1,2})(<h>|:)(:\d\d)?(?!\d)⇒\1:\2-\3:\4¦(a|
vers|pour|autour de|aux (alentours|environs) de) (:\d{1,2})(<h>|:)(:[0-5]\d|(?! ?\d\d\b))(?!\d)⇒a
t \1:\2¦(a|vers|pour|autour de) (?=\d{1,2}([ ,?]*$|[ap]m|:\d\d| ?(,|\?|du|demain|hier|le|ce|pour|et|
avec|min\b))|midi|minuit)⇒at ¦!^(:.*(footing|sortie|long|easy|run|intervals|tempo|sprint|marche|seui
l|cotes)\b.* <d>,?( (a|at) [\d:h]+)?) (:[1-4])<h>(:[0-5]\d)?$⇒@minutes¦(:(<d>,?|midi|soir|matin|apre
m|demain|hier|aujourd'hui) )(:\d{1,2})<h>(:[0-5]\d|(?=.)(?! ?\d)|(?<=[12]\dh)$|(?<=[12]\d heures)$)(
?!\d)⇒\1\2:\3¦!(?<![\d.,:])(?<!dormi )(?<!in )(:1[3-9]|2[0-3])<h>(:[0-5]\d)?\b(?! (ago|de ))⇒\1:\2¦!
(?<=\d):(?!\d)⇒:00¦(:\d+) ?j\b(?!/)⇒\1 days¦(arrete|stopp?e?|coupe|desactive)( de)? (ces |tes |me )?
(rappels?|notifs?|notifications|rappeler|relancer)\b|(ne )?(me )?rappelle (plus|pas)\b⇒stop reminder
s¦(tu peux )?(me )?(rappelle|rapelle|rappeler|redis|relance|^rappels?)[- ]?(moi)?( ca)?(?= (in|dans|
plus|later|demain|$)|$)⇒remind me¦!^pas maintenant\b⇒later¦reporte[rz]?( ca)?( de| a)? ?(?=\d|in)⇒sn
ooze ¦je (cours|vais( aller)? courir)(?=[^!.]*\?)⇒can I run¦(tu penses que )?(puis-je|(je |on |j')?(
peux|peut|pourrais)([- ]?(je|on))?|j'ai droit de|possible de|je (vais|fais)(?=[^!.]*\?))(?![\w'-])
( y)?( encore| deja)?( aller)?(?![\w'-])⇒can I¦(je )?(dois|devrais)(-je)?\b⇒should I¦!\b(c'est|c) (o
k|bon|raisonnable|safe)( de| pour| si je)?( aller)?|^(ok|bon) (pour|de)⇒is it ok to¦(suis[- ]je|je s
uis|suis) (assez )?(pret|prete|en forme|recupere\w*)( a| pour)?⇒am I ready to¦(faire )?(une? )?(peti
t |petite )?<ran>s? (long|longue)\b⇒long run¦(faire )?(une? )?(petit |petite )?<ran>s? (de )?(facile
|tranquille|cool|recup\w*|souple|en ef|en endurance)\b⇒easy run¦(seances? de |seances? |de |faire d
e |faire |une? |<ran> )*(fractionne\w*|frac|vma|intervalles?|30/30)\b⇒intervals¦(je )?vien[st] (tou
t )?(juste )?de (faire|finir|terminer)( une)? <session>⇒I just did legs¦(je )?vien[st] (tout )?(just
e )?de courir\b⇒I just ran¦(je )?vien[st] (tout )?(juste )?de (faire|finir|terminer)\b⇒I just did¦(j
'ai )?(bien |deja |encore )?(fait|fini|termine|bosse|travaille|entraine|boucle|plie)( une| bien)* <s
ession>(?! \d+/10)⇒did legs¦<session>( aujourd'hui)?( est| c'est| sont)? (<done>|done|(?<!jambes )ok
)\b⇒legs done¦(grosse|dure) <session>|<session> (de ouf|difficile)\b⇒hard leg day¦(seances?|jour|ent
rainement|training|session)( de| pour)? (jambes?|cuisses|bas de corps)⇒leg day¦(je )?suis (alle|part
i|sorti)e? (courir|faire un (footing|jogging))\b⇒I went for a run¦(j'ai )?fait (une? )?(petite? )?<r
an>\b⇒I did a run¦(:couru|run|ran|courir|marche|marcher|footing|jogging|sortie|seance|legs|leg day|p
endant|durant|intervals|did|en)( de| pendant| environ| done)* (:[1-4])<h>( ?(:[0-5]\d)( ?min)?)?\b(?
! ago)⇒@minutes¦!(:dormi|sommeil|couru|did|fait)(:[^?]*?) (cette )?nuit( derniere| passee)?\b⇒\1\2 l
ast night¦(cette nuit|nuit derniere),? (:.*\b(dormi|sommeil)\b.*)⇒\1 last night¦(:dormi|sommeil|nuit
)(:( de| environ| que| seulement| juste|:)*) (:\d{1,2})<h> ?(:[0-5]\d)\b⇒\1\2 \3:\4¦(:\d{1,2}):?(h ?
)?(:[0-5]\d) (?=(de )?sommeil)⇒\1:\2 hours ¦(:\d+)<h> (de )?sommeil\b⇒\1 hours sleep¦(j'ai )?(pass
e )?(une )?nuit de (?=\d)⇒slept ¦(je )?(n'|j')ai dormi que |dormi (que|a peine|seulement|juste) ⇒sle
pt only ¦(:\d{1,2}) (sur|/) (:10)\b⇒\1/\2¦(niveau )?(courbatu\w+|mal|doms|douleurs? musculaires?)( m
usculaires?)?( (aux?|dans|de|au niveau de|sur|a) <legs>)?( ?(:|a|de|est a|=))* ?(?=\d)⇒soreness ¦(:
\d{1,2}/10) (de |en )?(courbatures?|doms)( (aux?|dans|de|sur) <legs>)?⇒\1 soreness¦jambes (lourdes?|
dures?|intenses?)(?= (ce )?<d>)⇒legs hard¦jambes (legeres?|faciles?)(?= (ce )?<d>)⇒legs light¦!<feel
> (lourdes?|fatiguees?)\b⇒heavy legs¦!<feel> (mort[es]*|cramees?|hs|cassees?|detruites?|explosees?|c
uites?|en (coton|bois|vrac|compote)|nazes?)\b⇒dead legs¦!<feel> (fraiches?|legeres?|reposees?|en for
me)\b⇒fresh legs¦!<feel> (ok|bien|bonnes?|correctes?)\b⇒good legs¦!<feel> (moyennes?|bof)\b⇒meh legs
¦(supprime|enleve|annule|saute|vire|retire|pas|plus|sans)( de)? (?=(legs?|leg day|jambes?|footing|so
rtie|jogging|easy|long|intervals|tempo|course|sprints?|cotes|marche|run|seuil)\b)⇒no ¦(:\d+) ?(:km|k
|bornes|kilometres?),? (avec|et|pour|dont) (?=\d+ ?(m|metres?)\b)⇒\1 \2, ¦!(?<=\d) ?fois (?=\d)⇒x¦!(
?<=\d) ?m(etres?)?,? (de )?(d-|den(ivele)? negatif|negatif|(en )?descente)(?!\w)⇒ m down
""")
_WORDS: Final = _table("""
today: aujourd'hui, aujourdhui, ajd, auj; day before yesterday: avant-hier, avant hier; gym: muscu;
m: metre, metres; down: de descente, descente, d-; marathon: un marathon; yesterday evening: hier
soir, hier dans soiree; glutes: fessiers, fesses; this morning: ce matin, ce mat; today noon: ce
midi; this afternoon: cet aprem, cet apres-midi, cet apres midi; this evening: ce soir, dans soiree;
tonight: cette nuit; yesterday: hier; tomorrow: demain, 2main; day after tomorrow: apres-demain,
apres demain; morning: matin, mat, dans matinee; noon: midi; afternoon: apres-midi, apres midi,
aprem; evening: soir, soiree; night: nuit; midnight: minuit; now: maintenant, mtn, mnt, tout de
suite, a instant; just: juste, tout juste; monday: lundi, lun; tuesday: mardi, mar; wednesday:
mercredi, mer; thursday: jeudi, jeu; friday: vendredi, ven; saturday: samedi, sam; sunday: dimanche,
dim; every: chaque, tous; except: sauf, hormis, hors, excepte; and: et, puis; or: ou; since: depuis,
depuis le; few: quelques; hour: heure; hours: heures; min: mn; day: jour, journee; days: jours;
week: semaine; weeks: semaines, sem; months: mois; feb: fevrier, fevr, fev; apr: avril, avr; jun:
juin; jul: juillet, juil; aug: aout; 1st: 1er, le 1er, premier; about: environ, genre, a peu pres; :
de, donc, alors; a: un, une; in: en; at: vers; for: pour, pendant, durant; with: avec; without:
sans; no: ni, aucun, aucune; km: kilometre, kilometres, kms, bornes, borne; half marathon: semi,
semi-marathon, demi-marathon, demi marathon, un semi; x: fois; run: courir, aller courir, course a
pied, footing, faire un footing, faire un jogging, faire une sortie, sortie, trotter, cours; jog:
jogging; downhill run: sortie en descente; walk: marcher, marche, balade, rando; walked: j'ai
marche; do: faire, refaire; easy: facile, tranquille, cool, ef, endurance fondamentale, en
endurance, endurance, doucement, recup; long run: sl; steady: modere, moderee, footing modere;
tempo: sortie tempo, allure; threshold: seuil, au seuil, seance seuil; sprints: sprint, sprinter;
hills: cotes, seance de cotes; race: compet, competition, course officielle; rest: me reposer,
repos, reposer; still: encore, quand meme; already: deja; again: de nouveau; please: stp, svp, s'il
te plait, s'il vous plait; hello: bonjour, bjr, coucou, cc; hi: salut, slt; good evening: bonsoir,
bsr; thanks: merci, mci, merci beaucoup; help: aide, a aide, aide moi, aide-moi; what can you do:
que peux-tu faire, tu fais quoi, tu peux faire quoi, qu'est-ce que tu peux faire, qu'est-ce que tu
sais faire; how does this work: comment ca marche, ca marche comment; legs: jambes, jambe,
guibolles, bas de corps; quads: quadris, quadriceps, cuisses; hamstrings: ischios; calves: mollets;
I: je, j'ai, j', moi; did: fait; done: faite, faites, c'est fait, termine, terminee, fini, finie;
ran: couru; trained: entraine, bosse; are: sont; is: est; very: tres, super; only: seulement, que,
uniquement; soreness: courbatures, courbature, doms; slept: dormi; sleep: sommeil; effort:
intensite, effort de, difficulte, ressenti; hard: intense, dure, dur, lourd, lourde, lourdes; light:
leger, legere, legeres; normal: normale, moyen, moyenne; later: plus tard, tout a heure, apres;
stop: arrete, arreter, stoppe, ca suffit; stop reminders: plus de rappels; checkin: bilan, check-in,
faire bilan; last night: nuit derniere
""")
_LEGS: Final = _table("""
bike: velo; sled push: poussee de traineau, traineau; sled pull: tirage de traineau; elliptical:
elliptique; rowing machine: rameur; stair climber: simulateur d'escalier, escalier; leg press:
presse a cuisses, presse cuisses, presse a jambes, presse; leg extension: extension de jambes,
extension jambes; leg curl: flexion de jambes; lying leg curl: leg curl allonge, leg curl couche,
ischios allonge; seated leg curl: leg curl assis, ischios assis; hip thrust: releve de bassin,
souleve de bassin, extension de hanche; glute bridge: pont fessier, pont; hip abduction: abduction
de hanche; hip adduction: adduction de hanche; glute kickback: kickback fessier; back extension:
extension lombaire, lombaires; reverse hyper: hyperextension inversee; wall sit: chaise, chaise au
mur; tibialis raise: releve tibial, tibial; lateral band walk: pas lateraux elastique, pas lateraux;
clamshell: coquillage; side leg raise: levee de jambe laterale; squat: squat barre, flexion, squat
arriere; front squat: squat avant; goblet squat: squat gobelet; air squat: squat au poids du corps,
squat poids du corps; box squat: squat sur box; belt squat: squat ceinture; overhead squat: squat
d'arrache; safety bar squat: squat barre safety; cyclist squat: squat cycliste; thruster: squat
developpe; deadlift: souleve de terre, sdt, souleve; sumo deadlift: souleve de terre sumo, sdt sumo;
trap bar deadlift: souleve de terre trap bar, sdt trap bar; deficit deadlift: souleve de terre
deficit, sdt deficit; power clean: epaule, epaule-jete; snatch: arrache; standing calf raise: mollet
debout, extension mollet; seated calf raise: mollet assis; calf press: mollet a la presse, mollet
presse; single leg calf raise: mollet sur une jambe, mollet une jambe; farmers walk: marche du
fermier, marche fermier; lunge: fente, fente avant; walking lunge: fente marchee; reverse lunge:
fente arriere; side lunge: fente laterale; curtsy lunge: fente croisee; split squat: fente statique,
squat fente; bulgarian split squat: fente bulgare, split squat bulgare, squat bulgare, bulgares;
step up: montee sur banc; step down: descente de marche; pistol squat: squat une jambe, squat sur
une jambe; romanian deadlift: souleve de terre roumain, souleve roumain, sdt roumain; stiff leg
deadlift: souleve jambes tendues, souleve de terre jambes tendues, sdt jambes tendues; single leg
rdl: rdl sur une jambe, souleve de terre sur une jambe; nordic curl: nordique; reverse nordic:
nordic inverse; slider curl: leg curl glisse; box jump: saut sur box, saut sur boite; jump squat:
squat saute; jump lunge: fente sautee; broad jump: saut en longueur; depth jump: saut en contrebas;
bounding: foulee bondissante; plyometrics: pliometrie, plio; eccentric squat: squat excentrique;
eccentric leg press: presse excentrique
""")
_OTHERS: Final = _table("""
foam roll: rouleau de massage, rouleau; stretching: etirement, mobilite; cold water: eau froide,
bain froid; bench press: developpe couche, dc, dev couche, couche; incline bench press: developpe
incline, dev incline; decline bench press: developpe decline, dev decline; chest press: presse
pectoraux, developpe machine; chest fly: ecarte pectoraux, ecarte; overhead press: developpe
militaire, dev militaire; shoulder press: developpe epaules; push press: developpe pousse; lateral
raise: elevation laterale; front raise: elevation frontale; rear delt fly: oiseau; face pull: tirage
visage; upright row: tirage menton; shrug: haussement d'epaules; pull up: traction pronation,
traction; chin up: traction supination; lat pulldown: tirage vertical, tirage poitrine, poulie
haute, tirage; row: rowing, rowing barre; cable row: rowing a la poulie, rowing poulie, tirage
horizontal; inverted row: rowing inverse, traction australienne; push up: pompe; dip: repulsions;
wrist curl: curl poignet; triceps extension: barre au front; triceps pushdown: triceps a la poulie,
triceps poulie; plank: planche, gainage; sit up: abdos, releve de buste; leg raise: releve de jambes
suspendu, releve de jambes; ab wheel: roue abdos; russian twist: rotation russe; mountain climber:
grimpeur; battle rope: corde ondulatoire; calf raise: mollet; dumbbell: haltere, aux halteres, avec
halteres; barbell: barre, a la barre; cable: poulie, a la poulie; machine: guidee, a la machine;
band: elastique, a l'elastique; bodyweight: poids du corps, au poids du corps, pdc; set: serie; sets
of: series de, serie de; rep: repetition; x: fois, par; each: chacun, chaque; per leg: par jambe,
chaque jambe, de chaque jambe; per side: par cote, chaque cote, de chaque cote; with: avec; kg:
kilo; and: et, puis, ensuite; at: a; of: de; to failure: a l'echec, jusqu'a l'echec; light: leger;
warm up: echauffement; heavy: lourd
""")
FRENCH: Final = Tongue(
    code="fr",
    rules=_RULES,
    words=_with_plurals(_LEGS) | _WORDS,
    exercises=_with_plurals(_LEGS | _OTHERS),
)
