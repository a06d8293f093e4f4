"""Italian, as members write it.

Entries stand apart by ``·``. In patterns words in capitals are of ``_PARTS``, only ``«…»``
captures, ``~`` is up to three words, ``_`` an outer blank; ``@name`` is of ``_STEPS``. Danger
signs are marked as ``{sign}``, so that what denies one can be put right before it.
"""

import re
from collections.abc import Callable
from re import Match
from typing import Final

from bot.domain.tongues.tongue import Rule, Tongue

_ONES: Final = "uno due tre quattro cinque sei sette otto nove"
_TEENS: Final = f"{_ONES} dieci undici dodici tredici quattordici quindici sedici diciassette"
_TENS: Final = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta"
_NUMBERS: Final = {word: each for each, word in enumerate(_TEENS.split(), 1) if each > 1} | {
    (tens[:-1] if one[:1] in {"u", "o"} else tens) + one: 10 * ten + each
    for ten, tens in enumerate(_TENS.split(), 2)
    for each, one in enumerate(("", *_ONES.split()))
}
_PARTS: Final = r"""
DAY: (lun(edi)?|mar(tedi)?|mer(coledi)?|gio(vedi)?|ven(erdi)?|sab(at[oi])?|dom(enica|eniche)?)\b\.?
   · PART: mattin[ao]|mattinata|pomeriggio|sera|serata|notte|nottata · HOUR: [01]?\d|2[0-4] · ALLE:
   (\balle( ore)?|\bore|(?<!\d)(?<!\d )\bh\.?|(?<!\w)le) ? · CLOCK: HOUR([:.]\d\d)?\b · UNIT: (h
  |hours?|or[ae]|min|minut[oi]|giorn[oi]|settiman[ae]|mes[ei]|sec(ond[oi])?)\b · LEGS: ((le|il|l')
   ?)?((allenamento|sessione|seduta|giornata|giorno)( di| delle)? )?(gambe|leg ?day|legs) · RUN:
   corsett?a|corsa|jogging|camminata|passeggiata|lungo|lento|run · FEEL: gambe( mi| le)?( sono|
   stanno| sento| sembrano| erano| e)?( molto| un po| davvero| tutte| super| ancora| abbastanza|
   belle| proprio)? · VERY: molto|tanto|troppo|davvero|super|estremamente|parecchio|tutt[oaie]
  |gravemente|assai|enormemente|decisamente|veramente · SAYS: piu|mai|mi|ti|ci|ce|si|se|c'e|c'?ho|ho
  |ha|hanno|abbia|avevo|avut[oaie]|avere|e|sono|ero|era|erano|sia|fa|fanno|faccio|fatto|sta|stanno
  |sembra|sembrano|sento|sentito|avverto|provo|provato|accuso|presento|soffro|stat[oaie]|affatto
  |proprio|mica|di|per|niente|ne|segn[oi]|sintomi|alcun[oa]?|nessun[oa]?|neanche|nemmeno|neppure|il
  |lo|la|i|gli|le|un|una|uno|dei|delle|del|della|al|nel|mi[oaei]|miei · IS: ( [a-z']+){0,2}? «non»(
   SAYS){0,5}|( [a-z']+){0,4}? · CHEST: (petto|torace|sterno|cuore)\b · AT: ( (al|allo|nel|nello|sul
  |sullo|del|il|lo|in|di|a|dentro (il|al)|dietro (lo|al))|(?<! dopo)(?<! fatto)(?<! con))( mio|
   centro del)? CHEST · SHARP: acut\w+|lancinant[ei]|pungent[ei]|trafittiv[oi]|taglient[ei]
  |penetrant[ei]|a fitte|a scossa|che pung\w+|(come|tipo) (una? )?(lama|coltello|ago|scossa|spillo
  |coltellata|pugnalata) · STAB: (fitt|fitterell|stilettat|coltellat|pugnalat)[ae] · PAIN: dolor[ei]
  |dolorin[oi]|dolorett[oi]|male? · HARD: fatic[ao]|faticavo|faticando|difficolta|problem[ai]
  |difficile|faticoso|stento|dura|malapena|appena · CANT: non (riesc[oe]|riuscivo|posso|potevo|sono
   riuscit[oa]|si riesce) · PEE: urin[ae]|orina|pipi|pisci\w*|minzione · DARK: (scur\w+|marron\w*
  |brun\w|ner[aeio]|ross[aeio]|rossastr\w|rossicc\w+|rosat\w|sangu\w+|insanguinat\w|ruggine|
  (color\w?|come|tipo|sembra)( [a-z']+){0,3}( |')(te|the|cola|coca|coke|coca ?-?cola|caffe|mattone
  |vino))\b · DO: (fare?|farmi)( la| una| il| un)? ?(pipi|piscio|pisciata|bisogni|cacca)?\b|pisciare
  |urinare|orinare|andare (in bagno|al bagno|al cesso|di corpo)|cagare|cacare|defecare|(trattenere
  |tenere|controllare|svuotare)( la| l'| le| gli)? ?(pipi|urina|vescica|feci|sfinteri|intestino) ·
   LEG: (gamb[ae]|pied[ei]|inguine|sella|cavallo|genitali|perineo|parti intime|cosc(ia|e))\b · NUMB:
   intorpidi\w*|addormenta\w*|insensibil\w+|informicola\w*|formicol\w+|torpor\w+|parestesi\w+
  |anestetizzat\w · CALF: polpac+[io]\w* · HOT: (gonfi|rigonfi)\w*|(cald|ross)[oiae]|caldissim\w
  |bollent\w|arrossat\w|ingrossat\w|tumefatt\w|scotta\w* · THIGH: gamb[ae]|cosc(ia|e)
  |quadricipit[ei]|quad|femoral[ei] · BAD: fort[ei]|grav[ei]|enorm[ei]|important[ei]|notevol\w
  |esagerat\w|pazzesc\w|sever[oi]|seri[oa]|brutt[oi]|gross[oi] · MOVE: (sollevare|alzare|tirare su
  |muovere|piegare|flettere|raddrizzare|stendere|distendere|sentire)( [a-z']+){0,2} (gamb|pied
  |ginocch|cosc)\w*|(stare|reggermi|tenermi|rimanere|restare|alzarmi|mettermi|tirarmi)( su)?( in
   piedi| su\b| da\w* \w+)|alzarmi · GIVE: ced(e|ono|eva|evano|ut[oaie]|endo)
"""
_RULES: Final = r"""
[’‘`] → ' · (?<=[aeiou])'(?=\s|$|[,.!?;:]) → · \bnn\b → non · \b(dmn|doma)\b → domani · \bgg\b →
   giorni · \bsn\b → sono · \b«no|niente»(?= (c'?ho|ho|sono|mi|ce|c'e|e|sento|sto)\b) → \1, ·
   (?<![\dx] )(?<!\d)\bx(?= (fav|pia|me\b|le\b|un|gamba|lato|\d+ ?(min|or|giorn))) → per · STAB~AT
  |PAIN~ SHARP~AT|SHARP PAIN~AT|PAIN~AT~ SHARP → {sharp pain}{chest pain} · (PAIN|oppression\w+
  |pression[ei]|peso|pesantezza|morsa|strett[ae]|costrizion\w+|bruciori?|bruciore|tension[ei]
  |fastidi\w*|compressione|crampi?|spasm[oi]|macigno|blocco|senso di \w+)~AT|(duole|brucia|stringe
  |preme|opprime|pizzica)( [a-z]+)? (il|lo|al|nel) (mio )?CHEST|infarto|angina|(dolor[ei]|fastidi\w*
  |oppressione|costrizione)( [a-z]+)? (toracic|retrosternal|cardiac|sternal)\w+|senso di oppressione
  |attacco (di cuore|cardiaco|al cuore) → {chest pain} · CHESTIS (male|duole|brucia|stringe|preme
  |dolente|dolorante|strett[oa]|oppress[oa]|schiacciat[oa]|compress[oa]|pizzica) → {chest pain} ·
   PAINIS SHARP|(un )?SHARP dolor[ei]|scoss[ae] di dolore|STAB → {sharp pain} · sven(ut\w|g[oa]\w*
  |ir\w*|iment\w+|iv\w+|ne|ni|endo)|svien[ei]|priv[oa] di sensi|collass\w+|per[sd]\w+( [a-z']+){0,4}
   (sensi|conoscenza|coscienza)|mancament\w+|black ?out|sincop\w+|stramazzat\w|(visto|vedo|vedevo
  |vedere) (tutto )?nero|crollat[oa] (a|per) terra → {fainted} · CANT~ (respirare|(ri)?prendere (il
   |l')?(fiato|aria|respiro)|tirare il fiato)( bene)?|non respir(o|a|avo)|non (prendo|mi arriva|mi
   entra|entra|ho)( piu| abbastanza)? ?(l'|il )?(fiato|aria|respiro)|HARD~ (respirare|(ri)?prendere
   (fiato|aria))|respir(o|are|avo)( [a-z]+)? (male|mozzo|a fatica|a stento|con (fatica|difficolta)
  |cort[oi]|affann\w+|difficoltoso|faticoso|a malapena)|(manca\w*|poc[oa]|fame)( [a-z]+)?( di| d'|
   il| l')? ?(fiato|aria|respiro|ossigeno)|fiatone|senza (piu )?(fiato|respiro)|fiato( [a-z]+)?
   cort[oi]|corto di fiato|affann\w+|dispnea|soffoc\w+|boccheggi\w+|ansim\w+|(difficolta|problemi
  |crisi) respirator\w+|male( [a-z]+)? (a|quando|se) respir\w+ → {can't breathe} · PEEIS DARK
  |ematuria|mioglobinuria|DARK( (la|le|nella|nelle|in|mi[ae]|di|quando|faccio|facendo|con|che|e
  |dalla))*( | l'| nell')PEE → {dark urine} · CANT~ (piu |a |ad )?DO|HARD~ DO|(problem[ai]
  |disturb[oi])~( |')(vescica|intestin\w+|sfinter\w+|minzione|urinari\w*)|incontinen\w+|(ritenzione
  |blocco|perdite) urinari[oae]|vescica (e )?bloccata|(pisciat[oa]|fatt[oa]|faccio|pipi|piscio
  |cagat[oa])( [a-z']+){0,2} addosso|pers[oa]( il)? controllo (di |della |dell'|degli )(vescica
  |intestino|sfinteri)|(non (controllo|trattengo)|perd(o|ite)( di)?)( la| l'| le| gli)? ?(vescica
  |urina|pipi|feci|sfinteri|intestino)|non (faccio|urino|piscio|orino)( piu)?( la)?( pipi)?(?= da\b|
   piu\b|$|[,.!]) → {can't pee} · non (mi )?sento (piu )?(bene )?(la|le|il|i) (mi[aeo] )?(gamb[ae]
  |pied[ei]|ginocchi\w*)(?! (e )?([a-z]+ )?(pesant|stanc|affat|dur|indol|dolor|rigid|legn|mort|fresc
  |gonf|intorp|addorm|dist|a pezzi|male|bene|pront|insens|form)) → {can't move my legs} · LEGIS
   (NUMB|senza sensibilita)|NUMB~( | dell'| all'| nell')LEG|anestesia a sella|(pers[oa]|perd\w+
  |manca|mancanza|assenza|senza|poca|ridotta|non ho( piu)?)( la| di| piu| della)* sensibilita~( |
   dell'| all'| nell')LEG → {numb legs} · CALF~(?<! non) (VERY gonfi\w*|gonfissim\w+)|VERY gonfi\w*~
   CALF → {swollen lower leg}{severe swelling} · CALFIS HOT((,| e| ed| o| ne)* HOT)*( come un\S*
   ?\w+)?|(VERY )?(gonfi\w*|rigonfi\w*|scotta|tumefa\w+|edema|arrossament\w+)~ CALF|HOT( e| ed| il|
   al| un| nel| mio| HOT)* CALF|trombosi|(trombo)?flebite|tvp → {swollen lower leg} · THIGHIS
   gonfi\w*( come un\S* ?\w+)?|gonfi\w*~ THIGH|VERY (ri)?gonfi\w*|gonfissim\w+|gonfior[ei]~ BAD|BAD
   gonfior[ei]|gonfi\w* come un\S* ?\w+ → {severe swelling} · (CANT|HARD)~ MOVE|non mi reggo( piu)?(
   in piedi| sulle gambe)?|non sto( piu)? in piedi|non mi (reggono|tengono)( piu)? (le gambe|in
   piedi)|gamb[ae]( che)? non (mi |si )?(piu )?(regg|rispond|teng|muov)\w+|non (muovo|alzo|piego
  |sollevo)( piu)? (la|le|il|i) (gamb[ae]|ginocchi\w*|pied[ei])|(GIVE|cedimento)( la| le| il| una?|
   del\w*| mi[ae])* (gamb[ae]|ginocchi\w*)|paralisi|(gamba|ginocchio|piede)( e| si e)? bloccat\w|
  (BAD|marcata|improvvisa|estrema) debolezza|debolezza (BAD|marcata|improvvisa|estrema)|debolezza~
   gamb[ae]|(pers[oa]|perdita|senza|zero)( la| di)? forza (in|nell[ae]|all[ae]|nel)( una)? (gamb[ae]
  |piede) → {can't move my legs} · (gamb[ae]|ginocchi\w*)IS (GIVE|paralizzat\w) → {can't move my
   legs} · (a )?(\d\d([.,]\d)?( e mezz[oa])? (di )?)?(linee? di )?feb+r(e|i|icit\w+|on[ei]|icol\w
  |iciattol\w|icin\w|il[ei])( alt[ae])?( (a )?\d\d([.,]\d)?(?!\d| ?[km:]))?|ho (la|un po di)
   temperatura|temperatura~ (alt[ae]|elevata|3[789]\S*)|3[789]([.,]\d)? gradi|(ho|avevo|avuto) (gia
   )?(3[789][.,]\d|3[89])(?= (e mezzo|stamattina|oggi|da ieri)|\s*($|[,.!?;])) → {fever} · influenza
   (gastro)?intestinale|virus (gastro)?intestinale → {vomiting} · influenz(a|at\w)|covid\S*|corona
   ?virus|(bronchit|broncopolmonit|polmonit|pleurit)\w|infezion\w+~ (polmon|respirator|toracic
  |bronch)\w+|infezion\w+~ (petto|torace) → {flu} · vom+it\w*|conat[oi]( di)?|dato di stomaco
  |rigettat\w|rigettare|da rimettere|ho rimesso(?= (tutto|la cena|il pranzo|la colazione|ieri|oggi
  |stanotte|stamattina)|\s*($|[,.!?]))|sboccat[oa]|sboccare|diar+e+a\w*|dissenteri\w|cac+arell\w
  |cagarell\w|cagott\w|la sciolta|squaraus|scariche|(intossicazion|avvelenament|tossinfezion)\w(
   alimentar\w)?|intossicat\w|gastroenterit\w → {vomiting} · \bmai( [a-z]+){0,2} (?=(\{[^}]*\})+
   (cosi|simil|tant|del genere)) → · «(\{[^}]*\})+»( [a-z]+)?( non (ce l'ho|ce n'e|ne ho|c'e|ho
  |l'ho)\b( mai)?( piu)?( avut[aoie])?|:? no(?=\s*($|[,.;!]| e\b| ma\b))) → no \1 · \b(non|senza
  |nessun[oa]?|niente|mai|zero|no|ne|assenza di|(neanche|nemmeno|neppure)(?! (la|il|i|le)\b))(
   SAYS)*( |(?<= )|( l| un| dell| nessun)')(\{[^}]*\})+((, (?=[^.;{}]*\{[^{}]*\}(, \{[^{}]*\})* (o
  |ne) )| (o|ne) )(SAYS )*(\{[^}]*\})+)* → @denied · \}\{ → ,_ · [{}] → · \b«NUMBER»\b → @number ·
   \bdiciotto\b → 18 · \bdiciannove\b → 19 · \b«\d+»['′](?!\d) → \1 min · \b«\d+»['′]«\d\d»("|''|″)?
   → \1:\2 · \b(un |1 )?paio (di |d')(?=or|giorn|settiman|min|mes) → 2_ · \bqualche(?= (or|giorn
  |settiman|min)) → 3 · \b(una? )?mezz('|a )?or(a|etta)\b → 30 min · \b3 quarti d'ora\b → 45 min ·
   \b(un )?quarto d'ora\b → 15 min · \bun('|a |o |)(?= ?(or(a|etta)|minut\w+|giorno|settimana
  |mese)\b) ?→ 1_ · \b«\d+» ?(or[ae]|oretta|h) e mezz[oa]\b → \1.5 h · \b«\d+» ?(or[ae]|oretta|h) e
   (un )?quarto\b → \1 h 15 min · \b«\d+» ?(or[ae]|h) e 3 quarti\b → \1 h 45 min · \b«\d+» ?(or[ae]
  |oretta|h)( e)? «\d{1,2}»( ?min(ut[oi])?| ?m)?\b(?! ?k) → \1 h \2 min · \b«\d+» «km|chilometri|k»
   e mezz[oa]\b → \1.5 \2 · \b«\d+» e mezz[oa](?= (km|chilometri|k|or[ae]|h)\b) → \1.5 · \b1 ?or(a
  |etta)\b → 1 hour · (?<=\d) ?or(e|a|ette)\b → _hours · \b(un )?10 ?mila\b → 10 km · \b(all'|l')
  (una|1)\b → alle 1 · \bmezzogiorno(?= (e|meno) (mezz|un q|\d)) → 12 · \bmezzanotte(?= e (mezz|un q
  |\d)) → 00 · \b«HOUR» e mezz[oa]\b → \1:30 · \b«HOUR» e un quarto\b → \1:15 · \b«HOUR» e 3
   quarti\b → \1:45 · \b«HOUR» meno «un quarto|quarto|5|10|20|25»\b → @before · «(\balle|\bore|\bh
  |\ble|^) ?HOUR» e «[0-5]\d»( min\w*)?\b(?! ?[a-z]*km) → \1:\2 · «(\balle|\bore|\bh|\ble) HOUR» e
   5\b → \1:05 · \bdalle (ore )?«CLOCK» alle (ore )?«CLOCK» → from \1 to \2 · \b(tra|fra) le «CLOCK»
   e (le )?«CLOCK» → between \1 and \2 · \b(fin(o|che)?|sino) a(l|lle|lla)?\b → until · \b(verso
  |intorno a|circa|per|entro) (le|alle)(?= HOUR\b)|\bintorno alle\b → alle · ALLE«1[3-9]|2[0-4]»
  (?![\w:/'.,]*\d)(?! ?(km|kg|serie|h\b)) → at \1:00 · ALLE«HOUR»(?![\w:/'.,]*\d)(?! ?(km|kg|serie
  |h\b)) → at \1 · ALLE(?=HOUR[:.]\d\d) → at_ · «at \d\S*|\d:\d\d|noon»( circa| in punto| spaccate|
   precise) → \1 · \b(di|del|della|nel|nella|in|alla|al|la|il) prim[oa] «PART»\b → early \1 · \b((di
  |del|della|nel|nella|in|sul) )?tard[oa] «PART»\b → late \1 · \b«stamattina|domattina|domani
   mattina» presto\b → early \1 · ((?<=\d )|(?<=^))(di|del|della|nel|nella|in|alla|al)(?= (notte
  |nottata)\b) → at · (?<=\d )(di|del|della|nel|nella|in|alla|al)(?= PART\b) → in the · \b(di|del
  |della|nel|nella|in|alla|al|la|il) (?=PART\b) → · \btutti i (santi )?giorni\b → daily · \b
  (tutt[ie] (i|le)|ogni)(?= DAY) → every · \bda(l|lla)? «DAY» (fino )?a(l|lla)?(?= DAY) → \1 to ·
   «DAY» a(l|lla)?(?= DAY) → \1 to · ^«.*» «DAY( e DAY)?» esclus[oaie]$ → \1 except \2 · «DAY»«(
   PART)?» (scors[oa]|passat[oa])«( PART)?» → last \1\2\3 · «DAY»«( PART)?» (prossim[oa]|che viene)
   → next \1\2 · \b(lo |la )?scors[oa](?= DAY) → last · \bdi(?= DAY) → on · \bda(l|lla)?(?= (DAY
  |ieri|oggi|domani)) → since · \b(la |della |questa )?(scorsa settimana|settimana (scorsa|passata))
   → last week · \b(la |della )?(prossima settimana|settimana (prossima|che viene)) → next week ·
   \bquesta settimana\b → this week · \b(il |l'|lo )?(1[°o]|primo)(?= (gen|feb|mar|apr|mag|giu|lug
  |ago|set|ott|nov|dic)) → 1 · \b«\d{1,2}» ago(sto)?\b → \1 aug · \b«\d{1,2}» mar\b\.? → \1 march ·
   \b«\d{1,2}» sett?\b(?=\.? ?(at|alle|$)) → \1 sep · \b(il|al) (?=\d{1,2}[./ ]) → · \bil «\d{1,2}»
  (?=$|,| at) → the \1th · \bpoco fa\b → just now · \b«\d+([.,]\d)? ?UNIT( \d+ min)?» fa\b → \1 ago
   · \b(tra|fra)( circa)?(?= \d+([.,]\d+)? ?UNIT) → in · \bper (i prossimi |altr[ie] |circa )?(?=\d+
   ?(giorn|days|settiman|mes)) → · \bper( circa)?(?= \d+([.,]\d+)? ?(UNIT|km|m\b|k\b|chilometri
  |metri)) → for · \b(fare|farmi)(?= (circa |una? )?(\d+([.,]\d+)? ?(km|k\b|chil)|mezza|maratona)) →
   correre · \b(va bene|e ok|ok|e un problema|che dici|ha senso) se (corro|vado a correre|esco a
   correre) → can i run · ^(?=.*\?)«.*?»\b(vado a correre|esco a correre|corro|si (puo )?corre
  (re)?)\b → \1can i run · \b(ho|abbia) recuperato (abbastanza )?(per|x)(?= (corr|un|fare)) → am i
   recovered to · \bsono pront[oa]( per| a| di| x)?(?= (corr|un|fare|and)) → am i ready to · ^
  (?=.*dormi)«.*?»\b(stanotte|questa notte|ieri notte)\b → \1 · \b«\d[\d.,:]*( ?h(ours?)?)?( \d\d
   min)?» dormit[eo]\b → \1 sleep · «\bcors[aoi]|\bcorrere|can i run|jogging|\bRUN( \w+)?
  |camminat[oa]|camminare|km in»( per| di| for| da)? «\d([.,]\d+)?» ?h(ours?)?\b( «\d\d» min)?(?!
   ago) → @minutes · ^«RUN\b.*?» (fatt|finit)[oaie]$ → did \1 · ^(?!.*\?)((una|la|bella) )*
  (corsett?a|corsa|jogging)(?= (\w+ )?(di |da |for )?\d) → did run · \bcorsa in discesa → downhill
   run · \bLEGS( sono)? (fatt|finit|completat|terminat|allenat)[oaie]\b → legs done · \b(l'ho |ho )?
  ((gia|appena|solo) )*(fatt[oae]|finit[oa]( con)?|completato|terminato|allenato|distrutto)(
   appena)? LEGS\b(?! \d) → did legs · ^(si,? )?(gia )?fatt[oa](?=[.! ]*$) → done · \bl'ho fatto\b →
   did it · (?<=\w )fatt[oaie](?=\s*($|[,.!])) → done · \b«RUN( \w+)?|km» fatt[oaie]\b → \1 done ·
   \b(mi )?(ho|sono)( gia| appena)* (?=fatt|corso|corric|cammin|dormi|passegg|squat|fini|log) → ·
   \bho( un| l'| le| i| dei| delle| gli)? ?(?=indolen|doms|dolori musc|gambe|acido|quad|femor|glut
  |polp) → i_ · \b(mi )?sent(o|ivo) (le |delle )?(?=gambe) → · \bgambe(?= (pesant|legger|normal)[ei]
   DAY) → legs · \bFEEL (pesant\w|di (piombo|legno|marmo)|imballate|legnose|dure)\b → heavy legs ·
   \bFEEL (fresch\w|riposate|leggere)\b → fresh legs · \bFEEL (mort[ei]|distrutt[ei]|cotte|a pezzi
  |finite|devastate|ko)\b → dead legs · \bFEEL (bene|ok|buone|a posto)\b → good legs · \bFEEL (cosi
   cosi|insomma)\b → so-so legs · \b(le )?(dolorant|indolenzit)[eoai](?= (a )?\d) → sore · \bsu 10\b
   → of 10 · «\d+ ?/ ?10» (di |d')(sforz|fatic|intens)\w+ → effort \1 · «\d+ ?/ ?10» (di |d')
  (?=indol|doms|dolor|acid) → \1_ · «^|[ ,;]»«\d+ ?(m|metri|mt)» (in |di )?(disces\w+|dislivello
   negativo|d-|negativ\w|giu)(?!\w) → \1\2 down · «km»( e| con)? (?=\d+ ?\w+ down) → \1,_ · \b(in
   )?discesa\b → downhill · (?<!can )(?<!am )\bi (?=[a-z]{4})|\b(l|dell|nell|all|un)'(?=[a-z]) → ·
   \bo(?= )(?! clock) → or · \bora\b → now · \bper(?= (un|gamb|le\b|correre|fare|and)) → for · \b
  (ricorda(melo|mi)|avvisami|riprova|dimmelo)( di nuovo)?( (dopo|piu tardi|later))? → remind me
   later · remind me later(?= (in \d|alle|at )) → remind me · ^(dopo|piu tardi|tra poco|fra poco)[.!
   ]*$ → later · \b(posticipa|rimanda|snooze)(lo)?( di)? → snooze
"""
_WORDS: Final = """
today: oggi, in giornata · this morning: stamattina, stamani, stamane, questa mattina · this
afternoon: oggi pomeriggio, questo pomeriggio · this evening: stasera, questa sera · night:
stanotte, questa notte, notte · yesterday: ieri · tomorrow: domani · day before yesterday: l'altro
ieri, altro ieri, altroieri, l'altroieri, ieri l'altro, ieri altro, avantieri · day after tomorrow:
dopodomani, dopo domani · tomorrow morning: domattina · at noon: a mezzogiorno, a pranzo · morning:
mattina, mattino, mattinata · afternoon: pomeriggio, pome · evening: sera, serata, a cena · noon:
mezzogiorno, pranzo, ora di pranzo · midnight: mezzanotte, a mezzanotte · early: presto · earlier:
prima · now: adesso, subito, proprio ora · just: appena · mon: lun · tue: mar · wed: mer · thu: gio
· fri: ven · sat: sab · sun: dom · monday: lunedi · tuesday: martedi · wednesday: mercoledi,
mercoldi · thursday: giovedi · friday: venerdi · saturday: sabato, sabati · sunday: domenica,
domeniche · daily: ogni giorno, tutta la settimana, sempre · weekdays: giorni feriali, feriali,
giorni lavorativi, in settimana, durante la settimana, nei giorni feriali, nei feriali · weekends:
fine settimana, nel fine settimana, weekend, nel weekend, nei weekend, week end · except: tranne,
eccetto, escluso, esclusi, esclusa, escluse, salvo, a parte, meno, ma non · every: ogni · and: e, ed
· at: alle · next: prossimo, prossima · this: questo, questa · week: settimana · weeks: settimane ·
day: giorno · days: giorni · minutes: minuti · minute: minuto · month: mese · months: mesi · jan:
gennaio, gen · feb: febbraio · march: marzo · apr: aprile · may: maggio, mag · jun: giugno, giu ·
jul: luglio, lug · sep: settembre · oct: ottobre, ott · nov: novembre · dec: dicembre, dic · a: un,
uno, una · for: per · km: chilometri, chilometro · m: metri, metro, mt · miles: miglia · half
marathon: mezza maratona, mezza, maratonina · marathon: maratona · can I: posso, potrei, riesco a,
mi conviene, si puo · should I: dovrei, devo · is it ok to: va bene, e ok, e sicuro, ha senso · run:
correre, andare a correre, uscire a correre, a correre, fare una corsa, fare jogging, corsa,
jogging, corsetta, fare una corsetta, corricchiare, di corsa · do: fare, farmi · go: andare, uscire
· with: con · of: di, da, del · only: solo, soltanto · still: ancora · already: gia · : il, lo, la,
le, gli, al, secondo te, allora · again: di nuovo · or rest: or riposo, or riposare · please: per
favore, per piacere, per cortesia · hello: ciao, salve, ciao a tutti · hey: ehi, ehila · good
morning: buongiorno · good evening: buonasera · good afternoon: buon pomeriggio · thanks: grazie,
grazie mille · help: aiuto, aiutami, mi serve aiuto · what can you do: cosa sai fare, cosa puoi fare
· how does this work: come funziona, come funzioni, come si usa · easy run: corsa facile, corsa
lenta, corsa tranquilla, corsa leggera, corsa di recupero · easy: facile, facili, tranquillo,
tranquilla, lento, lenta, lenti, blando, blanda, a ritmo facile, a ritmo lento, piano, in scioltezza
· steady: medio, corsa media, ritmo medio · tempo: in soglia, soglia · long: lungo, lunga, lunghi,
lungo lento · long run: corsa lunga · intervals: ripetute, ripetuta, intervalli · sprints: scatti,
allunghi · hills: ripetute in salita, salite, salita, in salita · race: gara · walk: camminata,
passeggiata, camminare, passeggiare, fare una passeggiata, fare una camminata · ran: corso, ho
corso, corsi, corricchiato, andato a correre, andata a correre, sono andato a correre, sono andata a
correre, uscito a correre, uscita a correre · walked: camminato, passeggiato · did: fatto, fatta,
fatti, fatte, ho fatto · done: tutto fatto · finished: finito, finita, completato · trained:
allenato · squatted: squattato · slept: dormito, ho dormito · sleep: sonno, di sonno · legs: gambe ·
about: circa · last night: la scorsa notte · soreness: indolenzimento, dolori muscolari, dolore
muscolare, doms, acido lattico · sore: indolenzite, indolenzito, indolenzita, doloranti · quads:
quadricipiti · hams: femorali · glutes: glutei · calves: polpacci · thighs: cosce · effort: sforzo,
fatica, intensita, difficolta · my: mio, mia, miei, mie · are: sono · have: ho · very: molto ·
light: leggere, leggera, leggero · heavy: pesante, pesanti · medium: normale, normali · hard: tosto,
duro, dura, tosta · no: niente, togli · skip: salta, salto · not: non · without: senza · never: mai
· stop: basta, smettila, fermati, basta cosi, smetti · stop reminding me: smetti di ricordarmelo,
non ricordarmelo piu · stop reminders: basta promemoria · later: piu tardi
"""
_LIFTS: Final = """
bike: cyclette, bici, spinning · sled push: slitta · elliptical: ellittica · rowing machine:
vogatore · stair climber: scale · leg press: pressa, alla pressa, pressa a 45°, pressa 45° · leg
extension: estensioni gambe, estensione gambe · leg curl: curl femorali, curl gambe · lying leg
curl: leg curl sdraiato, leg curl sdraiata, leg curl prono · seated leg curl: leg curl seduto, leg
curl da seduto, leg curl seduta · hip thrust: spinte anca · glute bridge: ponte glutei, ponte · hip
abduction: abduttori, abduzioni · hip adduction: adduttori, adduzioni, interno coscia · glute
kickback: slanci per glutei, slanci glutei · back extension: iperestensioni, iperestensione, lombari
· reverse hyper: iperestensioni inverse · wall sit: sedia al muro · tibialis raise: tibiali ·
lateral band walk: band walk laterale · side leg raise: slanci laterali · squat: accosciata,
accosciate · front squat: squat frontale · goblet squat: squat goblet · air squat: squat a corpo
libero · sumo squat: squat a gambe larghe · deadlift: stacco, stacchi, stacco da terra, stacchi da
terra, stacco classico · sumo deadlift: stacco sumo, stacchi sumo · trap bar deadlift: stacco trap
bar, stacco con trap bar · deficit deadlift: stacco in deficit · power clean: girata, girate,
slancio · snatch: strappo, strappi · standing calf raise: calf in piedi, polpacci in piedi, polpacci
· seated calf raise: calf seduto, calf da seduto, polpacci seduto, polpacci da seduto · calf press:
calf pressa, calf alla pressa, polpacci alla pressa · single leg calf raise: calf su una gamba ·
farmers walk: camminata del contadino · lunge: affondo, affondi · walking lunge: affondi camminati,
affondi in camminata · reverse lunge: affondi indietro · side lunge: affondi laterali · curtsy
lunge: affondi incrociati · split squat: affondi statici · bulgarian split squat: bulgarian squat,
squat bulgaro, affondi bulgari, bulgari · step up: salite sul box · pistol squat: squat su una gamba
· romanian deadlift: stacco rumeno, stacchi rumeni, stacco romeno, rumeno, rumeni · stiff leg
deadlift: stacco gambe tese, stacchi gambe tese, stacco a gambe tese, stacchi a gambe tese, gambe
tese · single leg rdl: rdl su una gamba, stacco rumeno su una gamba, stacco su una gamba · b stance
rdl: rdl b-stance · good morning: buongiorno con bilanciere · nordic curl: curl nordico · sliding
leg curl: leg curl scivolato · box jump: salti sul box · jump squat: squat con salto, squat saltato
· jumping lunge: affondi saltati, affondi con salto · broad jump: salto in lungo · bounding: balzi ·
plyometrics: pliometria, salti · eccentric squat: squat eccentrico, squat negativo · flywheel squat:
squat flywheel · eccentric leg press: leg press eccentrica · bench press: panca piana, panca,
distensioni su panca, spinte su panca · incline bench press: panca inclinata · decline bench press:
panca declinata · chest fly: croci, aperture · overhead press: lento avanti, lento dietro · shoulder
press: spinte spalle, lento con manubri · lateral raise: alzate laterali · front raise: alzate
frontali · rear delt fly: alzate posteriori, alzate a 90 · face pull: tirate al viso · upright row:
tirate al mento · shrug: scrollate · pull up: trazioni, trazioni alla sbarra · chin up: trazioni
supine, trazioni inverse · lat pulldown: lat machine, lat · row: rematore · cable row: pulley,
rematore ai cavi · inverted row: rematore inverso · push up: piegamenti, flessioni · dip: parallele
· biceps curl: curl bicipiti, bicipiti · wrist curl: curl polsi · triceps extension: estensioni
tricipiti, french press · triceps pushdown: pushdown tricipiti, push down, tricipiti ai cavi · sit
up: addominali · hanging leg raise: leg raise alla sbarra, sollevamento gambe · ab wheel: ruota
addominali · russian twist: torsioni · battle rope: corde · cold water: acqua fredda, bagno freddo ·
massage: massaggio · foam rolling: foam roller, rullo · stretching: allungamento · single leg:
monopodalico, monopodalica, su una gamba · kg: chili, chilo, kili · sets: serie · reps: ripetizioni,
rip · rep: ripetizione · to failure: a cedimento, cedimento · machine: alla macchina, macchina ·
cable: ai cavi, al cavo · barbell: bilanciere, con bilanciere · dumbbell: manubri, manubrio, con
manubri, con manubrio · smith: multipower, al multipower · band: con elastico, elastico ·
bodyweight: corpo libero, a corpo libero · weighted: zavorrato, zavorrata, zavorrate · rir: buffer ·
per leg: per gamba, a gamba, ogni gamba · per side: per lato, a lato, per parte, per braccio · and:
e, ed, piu · with: con · of: da, di · sets of: serie da, serie di, serie x, serie per · x: per ·
each: ciascuno, ciascuna, cad, cadauno, l'uno · then: poi · at: a · rpe: sforzo · rest: recupero,
rec · warm-up: riscaldamento · : alla, al, alle, ai, sulla, sul, la, il, le, gli
"""


def _entries(text: str, mark: str) -> list[tuple[str, str]]:
    """Return the entries of a text, each in two at the mark; after two blanks a line goes on."""
    entries = re.sub(r"\n  ", "", text).replace("\n", " ").split("·")
    return [(one.strip(), two.strip()) for one, two in (each.split(mark) for each in entries)]


def _pattern(text: str) -> str:
    names = rf"(?<!\\)(?:{'|'.join(sorted(_PART_OF, key=len, reverse=True))})"
    while re.search(names, text):
        text = re.sub(names, lambda found: f"({_PART_OF[found[0]]})", text)
    text = re.sub(r"\((?!\?)", "(?:", text.replace("~", r"( [a-z']+){0,3}?"))
    return text.replace("«", "(").replace("»", ")").replace("_", " ")


def _rule(pattern: str, becomes: str) -> Rule:
    if not becomes.startswith("{"):
        return _pattern(pattern), _STEPS.get(becomes, becomes.replace("_", " "))
    return (  # a sign, which "non" within denies
        rf"(?<!\w)(?:{_pattern(pattern)})(?!\w)",
        lambda found: f"no {becomes}" if "non" in found.groups() else becomes,
    )


_PART_OF: Final = dict(_entries(_PARTS, ": ")) | {"NUMBER": "|".join(_NUMBERS)}
_STEPS: Final[dict[str, Callable[[Match[str]], str]]] = {
    "@number": lambda found: str(_NUMBERS[found[0]]),
    "@denied": lambda found: "no " + ", no ".join(re.findall(r"\{([^}]*)\}", found[0])),
    "@minutes": lambda found: (
        f"{found[1]} {round(float(found[2].replace(',', '.')) * 60) + int(found[3] or 0)} min"
    ),
    "@before": lambda found: (
        f"{(int(found[1]) - 1) % 24 or 12}:{60 - (15 if 'quarto' in found[2] else int(found[2]))}"
    ),
}
ITALIAN: Final = Tongue(
    code="it",
    rules=tuple(_rule(*each) for each in _entries(_RULES, "→")),
    words=dict(_entries(f"{_LIFTS}·{_WORDS}", ":")),
    exercises=dict(_entries(_LIFTS, ":")),
)
