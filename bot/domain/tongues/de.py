"""German, as members write it: with umlauts, without, or spelt out ("fuenf").

Patterns, a word each: ``<name>`` is one of ``_NAMES``, ``~`` an ending, ``(=...)`` a kept group and
``_`` a blank; ``@name`` is one of ``_BY``, ``sign?`` a danger sign that its own words may deny.
"""

import re
from collections.abc import Callable, Iterator
from re import Match
from typing import Final

from bot.domain.tongues.tongue import Rule, Tongue, fold

_NUMBERS: Final = """
1: eins; 2: zwei, zwo; 3: drei; 4: vier; 5: fünf; 6: sechs; 7: sieben; 8: acht; 9: neun; 10: zehn;
11: elf; 12: zwölf; 13: dreizehn; 14: vierzehn; 15: fünfzehn; 16: sechzehn; 17: siebzehn; 18:
achtzehn; 19: neunzehn; 20: zwanzig; 30: dreißig; 40: vierzig; 45: fünfundvierzig; 50: fünfzig; 60:
sechzig; 90: neunzig
"""
_NAMES: Final = r"""
long=>(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)
day=>(<long>s?|mo|di|mi|do|fr|sa|so) ein=>(ein(e[rnms]?)?|'?ne[rnm]?)
unit=>(stunden?\b|std\b\.?|h\b|min(uten?)?\b\.?|tag(en?)?\b|wochen?\b|monat(en?)?\b|jahr(en?)?\b|nächten?\b)
n=>\d+([.,]\d+)?(_\d/\d)?
length=>(<n>(_?(-|bis|oder)_?<n>)?|(ein_)?paar|einigen|wenigen|mehreren)_?<unit>((_und)?_?\d{1,2}(_?min(uten)?\b\.?)?(?![\d:]|_?(uhr|km)))?|\d{1,2}[h:]\d\d(_?h)?
gap=>(_(?!aber|sondern|doch|sonst|deshalb|darum)[\w']+){0,4}? two=>(_\w+){0,2}?
part=>(früh|morgen|vormittag|mittag|nachmittag|abend|nacht)
rest=>(=(_([^,.;!?]|(?<=\d)[.,](?=\d))*?)?)
done=>(gemacht|trainiert|gehabt|absolviert|geschafft|erledigt|beendet|durchgezogen|hinter_mir|gepumpt)
hurt=>(schmerz(en?|t|te)?|stechen|sticht|stiche?|druck(gefühl)?|drückt|weh|enge(gefühl)?|beengt|eng|brenn(en|t)|zieh(en|t)|zugeschnürt|beklemmung\w*|krampf\w*)
the=>((der|dem|den|die|das|mein~|linken?|rechten?|mitten)_)*
chest=>(brust(korb|bein|bereich)?|herz(en|gegend)?)
legs=>(beine?n?|füße?n?|fuss|knien?|oberschenkeln?|unterschenkeln?|waden?|zehen?|schritt|leisten?|genital\w*|intimbereich|damm|gesäß|po|hintern)
calf=>(waden?|unterschenkel) thigh=>(beine?n?|oberschenkeln?|quads?|hamstrings?|beinbeuger)
thick=>((an)?geschwollen\w*|dick~|dicker|schwillt)
warm=>(<thick>|heiß\w*|überwärmt\w*|gerötet\w*|rot~|warm~(?!_(ge|mach)))
pee=>(urin|harn|pipi|pisse|pinkeln?)
dark=>((dunkel|braun|schwarz|rötlich|bräunlich|rost|cola|tee|blut)\w*|dunkle[rnms]?|rot~)
strong=>(stark|sehr|extrem|massiv|richtig|total|krass|übel|heftig|schwer)~
move=>(an|durch|hoch)?(heben|bewegen|beugen|strecken|belasten|spüren|fühlen|hoch|gehoben|gebeugt|kriegen|bekommen)
peeing=>(pinkeln|pissen|urinieren|wasser_?lassen|aufs_klo|auf_(die_)?toilette)
hard=>(nicht|kaum|schlecht|schwer) air=>(keine|kaum|schlecht|wenig|nicht_genug|schwer|nicht)
trouble=>(probleme?n?|schwierigkeiten|mühe|beschwerden|schmerzen)_(beim|mit_dem|mit_der|zu)
named=>(fieber|temperatur|grippe|corona|durchfall|atemnot|brustschmerz\w*|schwellung|stechen|schmerz\w*_(in|an)_<the><chest>|schwindel)
no=>(no|not|nicht|kein~|nie|ohne)
sign=>(fever|chest|faint|passed|collapsed|blacked|can't|gasping|trouble|short|dark|urine|bladder|lost|numb|tingling|legs?|swollen|severe|calf|flu|covid|pneumonia|vomit|diarrhoea|food|sharp|stabbing|fieber|bronchitis|durchfall)
planned=>(beine?|beintag|legs?|\w*lauf|run|locker\w*|easy|lang\w*|long|intervalle?|tempo|sprints?)
feel=>\b(meine_)?(beine|legs)(_(sind|waren|fühlen_sich|noch|sehr|total|echt|richtig|ganz|heute|so|mega|super))+
time=>(<day>|mon|tue|wed|thu|fri|sat|sun|heute|gestern|morgen|früh|\w*abend|\w*mittag|um_\d{1,2}|\d:\d\d)
"""
_FIRST: Final = r"""
\bweder\b(=[^.;!?]*)=>@neither \b(gar|überhaupt|absolut|auch|aktuell|derzeit)_(=kein\w*|nicht)\b=>\1
\bnicht_(mehr|einmal|mal)\b=>nicht
\b(=kein~|ohne)(_(irgendwelchen?|jegliche[rn]?|bisschen|anzeichen(_von|_für)?))+_=>\1_
\bkein~_(=([\w']+_){1,5}?)mehr\b(?!_als)_?=>keine_\1
\b(=<named>)(_(habe?|hatte|ist|war|gibt_es|gibts|spüre)(_(ich|es|da|aber|auch|zum_glück|bisher))*_(nicht|kein(s|e[nrs]?)?)|_?[:,]?_?(kein(e[ns]?|s)|nein))(?=\s*([,.;!?]|$|und\b|aber\b))=>no_\1
"""
_CARE: Final = r"""
keine_schwellung\w*=>no_severe_swelling fieberfrei|(keine|ohne)_(\w+_)?temperatur=>no_fever
kein_stechen(_(in|im|am)_<the>\w+)?=>no_stabbing_pain
<hurt><gap>_(in|im|auf|an|am|hinter|um|über|unter)_<the><chest>|brust(korb)?-?(schmer\w*|weh|enge\w*|druck|stechen)|herz-?(schmer\w*|weh|stechen|stiche|infarkt|anfall|attacke|beschwerden)|schmerzende_brust|schnürt<gap>_<the><chest>|angina_pectoris=>chest_pain
<chest><gap>_<hurt>(_nicht)?|(weh_tut|tut_weh|schmerzt|sticht|brennt|drückt)<gap>_<the><chest>=>chest_pain?
bewusstsein(_fast|_kurz|_nicht|_nie)*(_\w+)?_(verlor\w*)|verliere?(_nicht)?_das_bewusstsein|(kippe?|kippte)<gap>_um=>passed_out?
(in_)?ohnmacht(_gefallen|_fallen|sanfall)?|ohnmächtig|um(ge)?k(i|la)pp(t|en)|umzukippen|umgefallen|bewusstlos(igkeit)?|weggetreten|weg(ge)?(kippt|klappt)|black_?out|aus_den_latschen_gekippt|schwind(e?lig|el\w*)|schwumm?e?rig|schwarz_vor(_(den|meinen))?_augen|schwarz_geworden|mir_\w+_schwarz|zusammen(gebrochen|geklappt|gesackt|zubrechen|brechen|klappen)|kolla(biert|ps)|kreislauf(kollaps|zusammenbruch)|kreislauf_(\w+_)?(weg|im_keller|versagt)|(breche?|brach|klappe?|klappte|sackte)<two>_zusammen=>fainted
(bekomm\w*|bekam|krieg\w*|hole?|habe?|hatte)<gap>_<air>(_richtig|_gut|_tief|_noch)*_luft(_holen|_bekommen)?|(keine|kaum|zu_wenig|nicht_genug|schlecht|schwer|nicht_richtig)_luft(_zu)?(_bekommen|_holen|_kriegen)?|luft_(bekomm\w*|krieg\w*)_ich_<air>|luft<gap>_(knapp|dünn|weg\w*)|<hard><two>_(durch)?(atmen|luft_holen)|atmen(_\w+){0,3}_<hard>|atme_(\w+_)?<hard>|schwere[sm]?_atmen|atmung<gap>_<hard>|(fehlt|fehlte)<two>_luft|(nach_luft_(\w+_)?(schnapp|ring)|japs|erstick)\w*|(schnapp|ring)\w*(_\w+)?_nach_luft=>can't_breathe
<trouble>_(atmen|luft_holen|atmung|luft)|atem(probleme?n?|beschwerden|schwierigkeiten)|(atem|luft)not|kurzatmig\w*|atemlos\w*|außer_atem=>trouble_breathing
(ge)?(pinkle|pinkele?|pisse?|pinkeln|pinkelt|pisst)<two>_(cola|blut|braun|rot|schwarz|dunkel)\w*|blut(_nicht)?_im_<pee>|<dark>(_nicht)?_(ge)?(pinkel|piss)\w*|<dark>(-?farbene[rnms]?)?(_\w+)?_<pee>|<pee>(farbe)?<gap>_(wie_)?<dark>=>dark_urine?
(kann|konnte)<gap>_<hard><two>_<peeing>|<peeing>_(kann|geht|klappt)(_ich)?(_\w+)?_<hard>|kann<gap>_kein_wasser_lassen|harnverhalt\w*=>can't_pee
<trouble>_(<peeing>|wasserlassen|blase|darm|stuhlgang)|(blasen|darm)-?(probleme?n?|schwäche|störung\w*)|(blase|darm)_macht_(probleme|ärger)|inkontinen\w*|eingenässt|in_die_hose_gemacht|(blase|darm|stuhl|stuhlgang|urin|harn)(_\w+){0,3}_<hard>(_\w+)?_(halten|kontrollieren|leeren)|keine_kontrolle_über_(\w+_)?(blase|darm)=>bladder_trouble
(keine?|ohne|null)(_\w+)?_gefühl_(in|im|am|an)_<the><legs>|gefühl_(in|im)_<the><legs>_(\w+_)?verloren=>lost_feeling_in_leg
<legs>(_(\w+_)?(ist|sind|war|waren)<gap>)?_(eingeschlafen|gefühllos|pelzig)|(taub|gefühllos|pelzig)_(in|im|am|an)_<the><legs>|<legs><gap>_(taub|kribbelt|kribbeln|taubheitsgefühl\w*)(_nicht)?=>leg_is_numb?
(kribbel(n|t)|ameisenlaufen)<gap>_((in|im|an|am|zwischen)_)?<the><legs>=>tingling_in_leg?
(taub|gefühllos|pelzig|kribbelnd)~(_(linke|rechte)[rnsm]?)?_<legs>|(taubheit(sgefühle?)?|(taub|pelzig)es_gefühl)(?!_(in|im|an)_(\w+_)?(h[aä]nd|finger|arm))(_(in|im|am|an|zwischen)_<the><legs>)?=>numb_leg
<calf><gap>_<warm>(_nicht)?=>calf_is_swollen?
<warm>((_und|,)*_<warm>)*(_(linke|rechte|eine)[rnms]?)*_<calf>|wadenschwellung\w*|schwellung\w*_(in|an|im|am)_<the><calf>|(bein|venen)?thrombose=>swollen_calf
<thigh><gap>_<thick>=>legs_are_swollen?
<thick>(_(linke|rechte)[rnms]?)?_<thigh>|schwellung\w*_(in|an|im|am)_<the><thigh>=>swollen_legs
<strong>_((an)?geschwollen\w*|schwellung\w*)=>severe_swelling
<legs><gap>_(nicht|kaum)(_\w+){0,3}?_<move>|(nicht|kaum)<two>_<the><legs>_<move>|(spüre?|fühle?|kriege?|bekomme?)<gap>_<legs>_(\w+_)?(nicht|kaum)(_(\w+_)?<move>)?=>can't_lift_my_leg
(kann|konnte|schaffe?|komme?)<gap>_(nicht|kaum)<two>_(stehen|aufstehen|aufzustehen|auftreten|hoch)|nicht_auf_(dem|meinem|einem)(_\w+)?_bein_stehen|(nicht|kaum)_auf_den_beinen_halten|<trouble>_(auf)?stehen=>can't_stand_up
(beine?|knie)<gap>_(nach|weg|ein)ge(geben|knickt|sackt)|(ein|weg)ge(knickt|sackt)|(knick|sack)\w+_(mir_)?(die_|das_)?(beine?|knie)<two>_(weg|ein)|(beine?|knie)_(gibt|geben|gab|gaben|knick\w*|sack\w*)<two>_(nach|weg|ein)=>legs_gave_way?
beine?<two>_versag\w+|beine_tragen_mich_(nicht|kaum)|gelähmt\w*|lähmung\w*|keine_kraft_in_den_beinen|muskelschwäche=>legs_gave_way
schüttelfrost|fiebrig\w*|fiebere?|fieber(schub|schübe)|(erhöhte|leichte|hohe|etwas)_temperatur|(habe?|hatte|mit|\d)_temperatur(?!_von)=>fever
magen-?(_?und_)?[-_]?darm([-_]?(grippe|infekt|virus))?|magengrippe|brechdurchfall|(?<!zum_)(erbrochen|erbrechen|erbreche?|übergeben|übergebe|(ge)?kotz(t|e|en|übel)?|gereihert|brechen_müssen|(muss|musste)(_mich)?_brechen)|durchf[aä]lle?|dünn(pfiff|schiss)|scheißerei|flotte[nr]?_otto|diarrh\w+|lebensmittelvergiftung=>vomited
grippal\w*(_infekt\w*)?|grippig|grippe|gliederschmerzen|influenza|corona(?!\w*impf)[\w-]*(?!_negativ)|(atemwegs|brust|lungen)infekt\w*|lungenentzündung=>flu
(stechend|stichartig|scharf|scharfe|einschießend|schießend|reißend|messerscharf)~(_\w+e[nrms]?)?_\w*(schmerz(en?|es)?|gefühl)=>sharp_pain
schmerz(en)?(_\w+){0,5}_(stechend|einschießend|scharf)|(stechen|stiche?|sticht)<two>_(in|im|am|an)_(?!der_seite)<the>(<legs>|hüft\w*|rücken|\w*sehne|schienbein\w*|gelenk|muskel|kniekehle|knöchel|ferse)|(knie|wade|hüfte|leiste|oberschenkel|sehne|achillessehne|rücken|ferse|knöchel|schienbein)(_nicht)?_(sticht|stechen)(_nicht)?=>sharp_pain?
"""
_THEN: Final = r"""
\bheut\b=>heute \bin_der_früh\b=>früh
\b(=no|kein~|ohne)_(=<sign>[\w'_]*?)_(oder|or)_(?=<sign>)=>\1_\2,_no_
\b((ich|mir|mich|mein\w*|die|der|das|es|hab\w*|bin|war|tut|auch|aber|und|spüre|hatte|musste|dabei|(link|recht)es?)_)+(?=<no>_<sign>)=>
\b(=leicht|hart|schwer)en?_beine_(?=<day>\b|am\b)=>beine_\1_ (?<=\d)(?=std\b|stunde|tage|woche)=>_
(=\d*)(=[123])⁄(=[234])=>@fraction \b(anderthalbe?|eineinhalb)\b=>1.5
\b(=<number>)(=einhalb)?\b=>@number \b(=\d+)_und_<ein>_halbe[nr]?_(?=stunde|std|h\b)=>\1.5_
\b<ein>_und_<ein>_halbe[nr]?_(?=stunde|std|h\b)=>1.5_
\b(<ein>_)?halbe[nr]?_?(stunde|std\b\.?|h\b)=>30_min
\b(<ein>_)?(guten?_|knappen?_)?(dreiviertel|3_viertel|3/4)[_-]?(stunden?|std\b\.?|h\b)=>45_min
\b(<ein>_)?(viertel|1/4)[_-]?(stunde|std\b\.?|h\b)=>15_min \b(<ein>_)?halben_tag\b=>12_stunden
\b<ein>_(gute[nr]?_|knappe[nr]?_|ganze[nr]?_)?(?=<unit>|km\b|kilometer|meile)=>1_
\b(=ich|heute|gestern|morgen|abend|früh|nur|noch|\w+tag|um|vor|nach)_so_(?=\d|ca\b|etwa|um|gegen)=>\1_
\bso_(?=gegen|etwa|ca\b|circa|ungefähr|um_die|rund)|\b(etwa|ungefähr|circa|zirka|ca\b\.?|rund|knappe?[nr]?|gute?[nr]?|grob|über|fast|um_die)_(?=\d)=>
\b(um|gegen)_(=\d{1,2}(_uhr|:\d\d)?)_(he)?rum\b=>um_\1 \bkurz_(vor|nach)_(?=\d|halb|viertel)=>
\b(=[1-9]|[12]\d)(_min(uten)?\b\.?)?_(=vor|nach)_halb_(=\d{1,2})\b(_uhr)?=>@around_half
\bhalb_(=\d{1,2})\b(_uhr)?=>@half \bviertel_vor_(=\d{1,2})\b(_uhr)?=>quarter_to_\1
\bviertel_(nach|über)_(=\d{1,2})\b(_uhr)?=>quarter_past_\1
\b(=drei|3_?)?viertel_(=\d{1,2})\b(_uhr)?=>@quarter
(?<![:.,\d/@-])\b(=[1-9]|[12]\d)(_min(uten)?\b\.?)?_(=vor|nach)_(=[1-9]|1[0-2])\b(_uhr)?(?!_?(<unit>|km|kilometer|[:./x-]\d|bis))=>@around
\b(heute_)?mittags?(_um|_gegen)_(=12|[1-4])([:.](=\d\d))?\b(_?uhr)?|\b(=12|[1-4])([:.](=\d\d))?(_?uhr)?_(am_)?mittags?\b=>@noon
(\bvon_)?\b(=\d{1,2})([:.](=\d\d))?(_?uhr)?_?(-|–|bis)_?(=\d{1,2})([:.](=\d\d))?_?uhr\b=>@span
\b(=\d{1,2})_uhr_(und_)?(=[0-5]\d)\b(?!_?(km|min|x))=>\1:\2 \b(=\d{2})(=\d{2})_?uhr\b=>\1:\2
(?<!^)(?<!^um_)\b(=\d{1,2})[:.](=\d{2})_?uhr\b=>\1:\2
(?<!^)(?<!^um_)(?<![:.])\b(=\d{1,2})_?uhr\b=>\1:00 ^(=(um_)?\d{1,2})_?uhr$=>\1:00_uhr
^(=(um_)?\d{1,2})[:.](=\d\d)_?uhr$=>\1:\2_uhr ^(=(um_)?\d{1,2})_?uhr\b(?!$)=>\1:00
^(=(um_)?\d{1,2})[:.](=\d\d)_?uhr\b(?!$)=>\1:\2
(?<!\d_)\b((das_|es_)?(ist|war)_)?(schon_)?vor_(=<length>)=>\1_ago
\b((das_|es_)?(ist|war)_)?(schon_|jetzt_)?(=<length>)_(her|zuvor)\b=>\1_ago
\b((ein_)?paar|einigen|wenigen|mehreren)(?=_\w+_ago)=>a_few \bfür_(?=<length>)=>
\b(=<long>)s?(=<part>)s?\b=>\1_\2 \b(=<day>)\.?_(morgens?|früh|in_der_früh)\b=>\1_morning
\b(von|vom)_(?=<day>\b)=> \bvon_(=\d\S*)_bis_(?=\d)=>from_\1_to_
\b(=<planned>_|^|[,;]_?)so\.?(?=(_(um|ab))?_(\d{1,2}(:|[.]\d\d|_?h\b)|\d:)|_um_\d|$)=>\1sun
\b(=<planned>_)so\.?(?=\s*([,;]|\d+_?min|(leicht|hart|schwer)\b))=>\1sun
\b(=(am|bis|jeden|n\w+sten|letzten|diesen|kommenden|seit|ausser|vom)_)so\b\.?=>\1sun
\b(=<day>\.?(_?([,;/&+–-]|und|u\.?|bis)_?|_))so\b\.?=>\1sun
\bso\.?(?=_?([/&+–-]|und\b|bis\b|,(?=_?(mo|di|mi|do|fr|sa)\b)|_)_?<day>\b)|^so\.?(?=_morning(_um|_\d|$))|(?<!ich_)\bso\.?(?=_(vor|nach)?(mittag|abend|nacht)s?\b)=>sun
\bmo\b(\.(?!\d))?=>mon \bdi\b(\.(?!\d))?=>tue (?<!\d)(?<!\d_)\bmi\b(\.(?!\d))?=>wed
(?<!\bi_)(?<!to_)(?<!can_)(?<!you_)(?<!we_)(?<!should_)\bdo\b(\.(?!\d))?=>thu \bfr\b(\.(?!\d))?=>fri
\bsa\b(\.(?!\d))?=>sat
\b(am|den|der|bis_zum|bis|vom)_(=\d{1,2})\.(?=\s*($|,|um\b|gegen\b|abends?|früh|morgens))=>on_the_\1th
\b(=\d{1,2})te[rn]?s?_(?=jan|feb|m[aä]r|apr|mai|jun|jul|aug|sep|okt|nov|dez)=>\1._
^bis_(zum_|einschließlich_)?=>until_ ^habe?_ich(_schon)?$=>done ^immer$=>daily
\bimmer_(?=\w+tags?|\w+_und)=> ^(gerade|eben|grad)$=>now \b(=\d{1,2})_?(mal|x)_?(?=\d)=>\1x
\b(=\d{1,2})er(?=_gelaufen|_gejoggt|_lauf)=>\1_km
\b(ich_)?(habe?|hatte)\b(=[^?]*\d_?x_?\d[^?]*?)_<done>\b=>i_did_\1 (=\d_?x_?\d[^?,;]*?)_<done>\b=>\1
\b(mein(en?)?_|die_)?(beine?n?|bein-?(tag|training|einheit|session|workout)|leg_?day|(?<!swollen_)(?<!numb_)legs(?!_are|_gave|_and))<rest>_<done>\b=>did_legs\1
\bwar<rest>_(beine?_(trainieren|machen|pumpen)|beim_bein(tag|training))\b=>did_legs\1
\b(beine|beintag|beintraining|legs|leg_day)<rest>_(fertig|durch)\b(?!_mit)=>legs_done\1
\b(<ein>_)?(=((locker|lang|ruhig|schnell)e[nr]_)?)(dauer|trainings|morgen|abend)?lauf<rest>_<done>\b=>did_run_\1\2
\b(war|bin)<rest>_(laufen|joggen|rennen)(_gewesen|_gegangen)?\b(?!\?)=>ran\1
\b(war|bin)<rest>_(spazieren|wandern|walken)(_gewesen|_gegangen)?\b=>walked\1
(?<!in_)(?<!\d_)\b(=\d([.,]\d\d?)?_?(stunden?|std|h)\b\.?(_?\d\d_?min\w*)?)(?=_((lang|locker|ruhig|heute|\d+_km)_)*(gelaufen|gejoggt|gerannt|laufen|joggen|rennen|spazier|gegangen|trainiert))=>for_\1
\b(heute|letzte|gestern|diese|die|vergangene)_nacht_((hab\w*_ich|nur)_)*(=([^,;!?]*?)geschlafen)=>\1_last_night
\bgeschlafen(_habe?_ich)?:?_(?=(nur_)?\d)=>slept_
\b(ich_)?(habe?)_(=(nur_)?\d[^,;]*?_)geschlafen\b=>i_\1sleep
\bmuskelkater_(in|an)_(den|meinen)_(beinen|oberschenkeln|waden|quads)\b=>muskelkater
\bmuskelkater(_ist|_liegt|_hab\w*|_von|_bei|_stufe|_level|:)*(_etwa|_jetzt)?_(?=\d)=>soreness_
\b(=\d{1,2})_(von|aus|auf)_10\b=>\1/10
<feel>_(tot|platt|kaputt|im_eimer|hinüber|leer)(_an)?\b=>dead_legs
<feel>_(schwer|wie_blei)(_an)?\b=>heavy_legs
<feel>_(frisch|fit|erholt|locker|leicht)(_an)?\b=>fresh_legs <feel>_(gut|ok)(_an)?\b=>good_legs
\bbeine_wie_(blei|pudding)\b=>heavy_legs
\berinnere?_mich(?!_nicht)(_bitte|_nochmal|_noch_mal|_wieder|_daran|_dran)*(=(_(in|um|morgen|heute|später)\b[^,]*?)?)(_(bitte|nochmal|noch_mal|wieder|daran|dran|erneut))*(?=[.!]*$)=>remind_me\1
^(=in_[^,?]*?\d+[^,?]*?)(_bitte)?(_nochmal|_noch_mal|_wieder)?_erinnern$=>remind_me_\1
^(=in_[^,?]*?\d+[^,?]*?)_(nochmal|noch_mal|wieder|erneut)$=>later_\1
^ich_(=darf|kann|soll|sollte|könnte)\b(?=.*\?)=>\1_ich
\b(geht|ginge|passt|klappt|wär)(_(auch|schon|wieder))*(_eine?)?(=(_(heute|morgen|jetzt)(_früh|_abend)?)?)(_ein)?_(laufen|joggen|lauf|run|runde)\b=>can_i_run\1
\b(ist|wäre?|wär)(_es)?(=(_(heute|morgen|jetzt|wieder|schon))*)(_ein)?_(laufen|joggen|lauf|rennen)(=(_\w+)*?)_(ok\w*|in_ordnung|erlaubt|drin|möglich|gut|sicher)\b=>is_running_ok\1\2
\bbin_ich_(?=(\w+_){0,3}(bereit|fit|erholt|soweit))=> \bzum?_(?=laufen|joggen|rennen|lauf)=>to_
\b(=ich\b[^?]*?\b<time>)_(?=<n>_?(km|kilometer|meter|min|minuten)\b)=>\1,_
\b(=<time>)_(?=<n>_?(km|kilometer|meter|min|minuten)\b.*(gelaufen|gejoggt|gerannt|trainiert|laufen|joggen))=>\1,_
"""
_TIMES: Final = """
a: ein~; today: heute; this morning: heute morgen, heute früh, heute vormittag, diesen morgen; today
noon: heute mittag; this afternoon: heute nachmittag; this evening: heute abend, heute am abend;
tonight: heute nacht; yesterday: gestern; yesterday morning: gestern morgen, gestern früh, gestern
vormittag; last night: gestern nacht, letzte nacht; day before yesterday: vorgestern; tomorrow:
morgen; tomorrow morning: morgen früh, morgen vormittag; morning: vormittag, früh; in the morning:
morgens, am morgen, am vormittag, vormittags; early morning: frühmorgens, früh morgens, früh am
morgen, am frühen morgen; noon: mittag~, am mittag; afternoon: nachmittag; in the afternoon:
nachmittags, am nachmittag; evening: abend; in the evening: abends, am abend; late evening:
spätabends, spät abends, am späten abend; early evening: am frühen abend; night: nacht; at night:
nachts, in der nacht; midnight: mitternacht; day after tomorrow: übermorgen; now: jetzt, gerade
eben, eben gerade, soeben; just: gerade, eben, grad~; monday: montag~; tuesday: dienstag~;
wednesday: mittwoch~; thursday: donnerstag~; friday: freitag~; saturday: samstag~, sonnabend~;
sunday: sonntag~; daily: jeden tag, täglich, alle tage; weekdays: werktag~, unter der woche,
wochentag~, an werktagen, an wochentagen; weekends: am wochenende, wochenend~, an wochenenden, jedes
wochenende; every: jed~; except: außer, außer am, bis auf, aber nicht, nur nicht; to: bis; and: und,
sowie; at: um, gegen, punkt; on: am; from: ab; since: seit, seit dem; next: nächst~, kommend~; last:
letzt~, vergangen~, vorig~; this: dies~; week: woche; weeks: wochen; day: tag; days: tage, tagen;
hour: stunde; hours: stunden; h: std, std.; minutes: minuten; min: min.; month: monat; months:
monate, monaten; jan: januar, jänner; feb: februar; mar: märz; may: mai; jun: juni; jul: juli; oct:
oktober, okt, okt.; dec: dezember, dez, dez.; the: der, den; for: für, lang; or so: oder so; km:
kilometer~; m: meter~, höhenmeter~, hm; half marathon: halbmarathon, ein halber marathon, halber
marathon, halben marathon; marathon: einen marathon; 10 km: zehner; miles: meilen; down: bergab,
abstieg, runter, hinunter, hinab, abwärts, im abstieg; m down: tiefenmeter~
"""
_TALK: Final = """
: zu, denn, mal, hab, habe, hatte, bin, war, bitte, eigentlich, vielleicht, lieber, besser, eher,
vorhin, halt, gehabt, geworden, gewesen; can I: kann ich; may I: darf ich; should I: soll ich,
sollte ich; could I: könnte ich; is it ok: ist es ok, ist es in ordnung, ists ok; run: laufen,
laufen gehen, rennen, lauf, dauerlauf, laufe, runde laufen; jog: joggen, joggen gehen; runs: läufe;
walk: spazieren gehen, spazieren, wandern; go: gehen; do: machen; still: noch; already: schon,
bereits; again: wieder, nochmal, noch mal; enough: genug; ready: bereit; recovered: erholt; rest:
pausieren, ausruhen, ruhetag, pause, pause machen; or: oder; hello: hallo, guten tag; hi: moin,
servus, huhu; good morning: guten morgen; good evening: guten abend; thanks: danke, dankeschön,
danke schön, vielen dank; help: hilfe; what can you do: was kannst du, was kannst du alles; how does
this work: wie funktioniert das, wie geht das; easy: locker~, ruhig~, regenerativ~, entspannt~,
gemütlich~, langsam~; recovery run: regenerationslauf; long: lang~; intervals: intervall~,
intervalltraining, intervallläufe; tempo run: tempolauf; threshold: schwellenlauf, schwelle;
sprints: sprinten; race: wettkampf, rennen laufen; hills: bergläufe, berglauf, berge, hügel;
downhill run: bergablauf, bergab laufen; hard: hart~; heavy: schwer~; light: leicht~; ordinary:
normal~; medium: mittel; skip: streiche, streich, streichen; legs: bein~; leg: bein; leg day:
beintag, beintraining, beineinheit, beinworkout; I: ich, ich habe, ich hab, ich bin; my: mein~; is:
ist; are: sind; feel: fühlen sich; squatted: gebeugt, kniebeugen gemacht; ran: gelaufen, gerannt;
jogged: gejoggt; walked: gegangen, spaziert, gewandert; in: im; soreness: muskelkater; effort:
anstrengung, belastung; sleep: schlaf, geschlafen; only: nur, bloß; heavy legs: schwere beine, beine
schwer; dead legs: tote beine, kaputte beine, platte beine; fresh legs: frische beine, beine frisch,
lockere beine; good legs: gute beine; tired: müde; with: mit, trotz; done: erledigt, fertig, schon
gemacht, schon erledigt, hab ich gemacht, ist erledigt, gemacht, geschafft, habs gemacht, hab's
gemacht, bin fertig; yes done: ja erledigt, ja gemacht; done with: fertig mit, durch mit; trained:
trainiert; later: später, nachher, nicht jetzt, jetzt nicht, später nochmal; stop: stopp, aufhören,
hör auf, schluss, lass das; stop reminders: keine erinnerungen mehr, keine erinnerungen; stop
reminding me: nicht mehr erinnern, nicht erinnern, hör auf mich zu erinnern, erinnere mich nicht,
erinner mich nicht; no: kein~, keinerlei; not: nicht; never: nie, noch nie, niemals; without: ohne;
urine: urin, harn, pisse, pipi; dark: dunkel, dunkler, dunklen; pain: schmerz~; fever: fieber
"""
_LIFTS: Final = """
bike: fahrrad, radfahren, ergometer, heimtrainer; sled push: schlitten schieben; sled pull:
schlitten ziehen; elliptical: crosstrainer; rowing machine: rudergerät; stair climber:
treppensteiger, stairmaster; leg press: beinpress~; single leg press: beinpresse einbeinig,
einbeinige beinpresse; leg extension: beinstreck~; single leg extension: beinstrecker einbeinig; leg
curl: beinbeug~, beincurl~; lying: liegend~, im liegen; seated: sitzend~, im sitzen; standing:
stehend~, im stehen; hanging: hängend~; single leg: einbeinig~; side: seitlich~, zur seite; reverse:
rückwärts, umgekehrt~, nach hinten; eccentric: exzentrisch~; negative: negativ~; bulgarian:
bulgarisch~; romanian: rumänisch~; overhead: überkopf; deficit: defizit; walking: gehend~, im gehen;
hip thrust: hüftheben, beckenheben; glute bridge: brücke; hip abduction: abduktion~, abduktor~; hip
adduction: adduktion~, adduktor~; back extension: rückenstreck~; wall sit: wandsitz~; tibialis
raise: tibialis-heben, tibialisheben, schienbeinheben, zehenheben; lateral band walk: seitgehen mit
band; squat: kniebeug~; front squat: frontkniebeug~; goblet squat: kurzhantelkniebeug~; air squat:
kniebeugen ohne gewicht; hack: hackenschmidt; pendulum squat: pendelkniebeug~; overhead squat:
überkopfkniebeug~; sumo squat: breite kniebeuge, breite kniebeugen, sumokniebeug~; cyclist:
radfahrer; deadlift: kreuzheben; sumo deadlift: sumokreuzheben; trap bar: trapbar, hexbar, mit trap
bar; kettlebell swing: kettlebellschwünge, kettlebell schwung; power clean: umsetzen, stoßen;
snatch: reißen; calf raise: wadenheben, wadenheber, fersenheben; calf press: wadenpresse,
wadendrücken; farmers walk: bauerngang; lunge: ausfallschritt~; side lunge: kosakenkniebeug~;
curtsy: knicks; split: geteilt~; bulgarian split squat: bulgarische kniebeug~, bulgarische
ausfallschritte; step up: aufsteiger, kastenaufstieg; step down: absteiger, kastenabstieg; stiff
leg: gestreckt~, mit gestreckten beinen; single leg rdl: einbeiniges kreuzheben, kreuzheben
einbeinig; good morning: rumpfvorbeug~; nordic: nordisch~; sliding: gleitend~; box jump:
kastensprung, kastensprünge, boxsprung, boxsprünge; jump squat: sprungkniebeug~, strecksprünge;
jump: gesprungen~; broad jump: standweitsprung, standweitsprünge; depth jump: tiefsprung; bounding:
sprunglauf; plyometrics: plyometrie, plyos; bench press: bankdrücken, flachbank; incline bench
press: schrägbankdrücken, schrägbank; decline bench press: negativbankdrücken; chest press:
brustpresse, brustdrücken; chest fly: fliegende, butterfly; overhead press: überkopfdrücken;
shoulder press: schulterdrücken, schulterpresse; push press: schwungdrücken; lateral raise:
seitheben; front raise: frontheben; rear delt fly: reverse flys, vorgebeugtes seitheben; upright
row: aufrechtes rudern; shrug: schulterheben, nackenheben; pull up: klimmzug, klimmzüge~; chin up:
klimmzüge im untergriff, klimmzüge untergriff; lat pulldown: latzug, latziehen; row: rudern,
vorgebeugtes rudern, langhantelrudern; cable row: kabelrudern, rudern am kabel, sitzendes rudern;
inverted row: umgekehrtes rudern; pullover: überzug, überzüge; push up: liegestütz~; dip:
barrenstütz; biceps curl: bizepscurl~; wrist curl: unterarmcurl~; triceps extension: trizepsstreck~,
stirndrücken; triceps pushdown: trizepsdrücken; plank: unterarmstütz; sit up: crunches, bauchpresse;
leg raise: beinheben, knieheben; ab wheel: bauchroller; russian twist: russische twists; dead bug:
toter käfer, käfer; foam rolling: ausrollen, faszienroll~, blackroll; stretching: dehnen; cold
water: kaltes wasser, eisbad
"""
_SETS: Final = """
calf raise: waden; set: satz; sets: sätze~; sets of: sätze von, sätze zu, sätze mit; sets x: sätze
à, sätze a, sätze je, sätze mit je, sätze zu je; rep: wiederholung; reps: wiederholungen, wdh~,
wdh.; reps with: wiederholungen mit, wdh mit, wdh. mit, wdh bei; x: mal, à; each: je, jeweils; per
leg: je bein, pro bein; per side: je seite, pro seite; per arm: je arm, pro arm; with: mit, bei, mit
je; kg: kilo~; and: und; then: dann, danach; bodyweight: körpergewicht, eigengewicht, mit
körpergewicht, ohne gewicht; barbell: langhantel, mit langhantel; dumbbell: kurzhantel~, mit
kurzhanteln; machine: maschine; cable: kabelzug, am kabel; heavy: schwer~; light: leicht~; to
failure: bis zum versagen; s: sekunden, sek; min: minuten; min rest: min pause, minuten pause; s
rest: s pause, sek pause, sekunden pause; m: meter; warm up: aufwärmen; legs: beine; 2: zwei; 3:
drei; 4: vier; 5: fünf; 6: sechs; 8: acht; 10: zehn; 12: zwölf; 15: fünfzehn
"""


def _table(*tables: str) -> dict[str, str]:
    """Return tables of "English: words said for it, by commas; ...", umlauts spelt out too."""
    whole: dict[str, str] = {}
    for line in (line for table in tables for line in " ".join(table.split()).split(";")):
        english, words = line.strip().split(":")
        for word in words.strip().split(", "):
            ends = ("", "e", "en", "er", "es", "em", "n", "s") if word.endswith("~") else ("",)
            said = ", ".join(word.rstrip("~") + end for end in ends)
            spelt = said.translate({228: "ae", 246: "oe", 252: "ue"})
            whole[english] = f"{whole.get(english, said)}, {said}, {spelt}"
    return whole


_COUNTS: Final = {fold(w): n for n, words in _table(_NUMBERS).items() for w in words.split(", ")}
_MEANT: Final = dict(line.split("=>") for line in _NAMES.split())
_MEANT["number"] = "|".join(sorted(_COUNTS, key=len, reverse=True))


def _at(hour: str, minutes: int) -> str:
    hours, minute = divmod(60 * int(hour) + minutes, 60)
    return f"{(hours - 1) % 12 + 1}:{minute:02}"


_BY: Final[dict[str, Callable[[Match[str]], str]]] = {
    "@fraction": lambda f: f"{int(f[1] or 0) + int(f[2]) / int(f[3]):.4g}",
    "@number": lambda f: f"{_COUNTS[f[1]]}{'.5' if f[2] else ''}",
    "@half": lambda f: _at(f[1], -30),
    "@quarter": lambda f: _at(f[2], -15 if f[1] else -45),
    "@around": lambda f: _at(f[3], int(f[1]) * (-1 if f[2] == "vor" else 1)),
    "@around_half": lambda f: _at(f[3], int(f[1]) * (-1 if f[2] == "vor" else 1) - 30),
    "@noon": lambda f: f"{int(f[1] or f[3]) % 12 + 12}:{f[2] or f[4] or '00'}",
    "@span": lambda f: f"{f[1]}:{f[2] or '00'}-{f[3]}:{f[4] or '00'}",
    "@neither": lambda f: f"kein{f[1].replace(' noch ', ', kein ')}",
}


def _sign(sign: str) -> Callable[[Match[str]], str]:
    no = re.compile(r"\b(?:nicht(?! nur| normal| wenig)|kein\w*|nie|ohne)\b")
    return lambda found: f"no {sign}" if no.search(found[0]) else sign


def _rules(table: str, around: str = "{}") -> Iterator[Rule]:
    for line in table.split():
        text, becomes = line.split("=>")
        while (name := re.search("<([a-z]+)>", text)) is not None:
            text = text.replace(name[0], f"(?:{_MEANT[name[1]]})")
        text = re.sub(r"\((?![?=])", "(?:", text).replace("(=", "(").replace("~", "(?:e[rnms]?)?")
        text = text.replace("_", " ").translate({228: "ae?", 246: "oe?", 252: "ue?"})
        said = _BY.get(becomes, becomes.replace("_", " "))
        sign = _sign(becomes[:-1].replace("_", " ")) if becomes.endswith("?") else said
        yield around.replace("{}", text), sign


GERMAN: Final = Tongue(
    code="de",
    rules=(*_rules(_FIRST), *_rules(_CARE, r"(?<!\w)(?:{})(?!\w)"), *_rules(_THEN)),
    words=_table(_LIFTS, _TIMES, _TALK),
    exercises=_table(_LIFTS, _SETS),
)
