"""Polish, as members write it: mostly without its accents, and every word in many forms.

Rules are text, ``pattern → English ; …``: a name in capitals is a part of a pattern, ``~`` the rest
of a word, ``_`` its edge; only ``(#`` is a group to be kept. Words are ``English: words; …``, where
``wykrok/-i w bok`` is both forms.
"""

import re
from itertools import product
from re import Match
from typing import Final

from bot.domain.tongues.tongue import Rule, Tongue

_ONES: Final = """jed(?:en|n[aoe]|nej) dw(?:a|ie|och|u) trz(?:y|ech) czter(?:y|ech) piec(?:iu)?
szesc(?:iu)? siedem|siedmiu osiem|osmiu dziewiec(?:iu)? dziesiec(?:iu)? jedenascie dwana(?:scie|stu)
trzynascie czternascie pietna(?:scie|stu) szesnascie siedemnascie osiemnascie dziewietnascie"""
_TENS: Final = """dwadziescia trzydziesci czterdziesci piecdziesiat szescdziesiat siedemdziesiat
osiemdziesiat dziewiecdziesiat"""
_STEMS: Final = """pierwsz drug trzec czwart piat szost siodm osm dziewiat dziesiat jedenast dwunast
trzynast czternast pietnast szesnast siedemnast osiemnast dziewietnast dwudziest"""
_ANY: Final = {one: "|".join(one.split()) for one in (_ONES, _TENS, _STEMS)}


def _beside(found: Match[str]) -> str:
    """Return a clock time said by the hour beside it: "wpół do ósmej", "za pięć ósma", "5 po 8"."""
    said, *after, hour = found.groups()
    minutes = {"pol": 30, "kwadrans": 15}.get(said) or int(said)
    at = int(hour) * 60 + (minutes if after else -minutes)
    return f"{at // 60 or 12}:{at % 60:02}"


def _rules(text: str) -> tuple[Rule, ...]:
    for name, part in _PARTS.items():
        text = text.replace(name, part)
    text = re.sub(r"\((?![?#])", "(?:", text).replace("(#", "(")
    text = text.replace("~", r"\w*").replace("_", r"\b")
    entries = (entry.replace("\n", "").split(" → ") for entry in re.split(r" ;\s+", text.strip()))
    return tuple((pattern, english.removesuffix(" ;")) for pattern, english in entries)


def _table(text: str) -> dict[str, str]:
    entries = (entry.split(": ") for entry in " ".join(text.split()).rstrip(";").split("; "))
    return {name: ",".join(map(_forms, words.split(", "))) for name, words in entries}


def _forms(words: str) -> str:
    either = (word.replace("/-", f"/{word.split('/')[0]}").split("/") for word in words.split())
    return ",".join(map(" ".join, product(*either)))


def _sign(english: str, what: str, said: str) -> tuple[Rule, ...]:
    """Return rules for a part of the body and what it does, or does not: "nie" right before it."""
    return _rules(
        rf"\b(?:w |na )?{what}GAP{{0,2}}? nie(?: FILL)* {said}\b(?!BUT{said}\b)(?: ani {said}\b)?"
        rf" → no {english} ; \b{what}GAP{{0,4}} {said}\b → {english} ; "
        rf"\b{said}(?: (?!BACK\b)[a-z]+){{0,4}} (?<!\bpo ){what}\b → {english}"
    )


_PARTS: Final[dict[str, str]] = {}  # names of patterns, for rules; those that hold others first
for _name, _part in _rules(r"""
DMY → (?<=[\d.] ) ; MUCH → (bardzo|mocno|strasznie|silnie|okropnie|mega|ogromnie|cholernie) ;
BUT → [ ,]+(ale|tylko|lecz|raczej|a|za to|natomiast)_( \w+){0,3}?  ; BACK → (ale|tylko|lecz|a|bo|
nie|bez) ; GAP → ( (i|oraz) [a-z]+| (?!OTHER_)[a-z]+) ; LEGDAY → (legs|leg day) ; HOT → (SWOLLEN|
gorac~|ciepl~|~czerwi~|czerwon~|parzy|grubsz~) ; NOFEELING → (brak~|bez|nie (mam|ma)|(s|u)?traci~
|utrat~|zanik~|zaburzeni~)( mi| juz| calkiem)? czuci~ ; CHEST → (kla(t(k~|ce|a|e|y)|cie)|piers(i|
iach|iami|iow~)|mostk~|mostek|serc~) ; HURT → (bol(u|e|em|ow|i|a|al~|ec|esn~)?|(po|za|roz)bol~
|boles~|napierdal~|napieprz~|nawala|nakurwia~|klu(j|c|l)~|ku(je|lo|cie)|[zu]aklu~|uklu~|piecz~
|pali|palen~|(u|na)?cisk~|scis~|cisnie|gniec~|rozpier~|dlawi~|dusi|ciasn~|ciezko|ciezar|dyskomfort~
|skurcz~|rwie|rwac~|napieci~|przygniat~|trzyma|lapie) ; LEG → (nog~|nodze|nozk~|stop(a|y|e|ie|ach|
ami|om)?|konczyn~|ud(o|a|zie|ach|em|ami)|lyd(k~|ce|ek)|palc~) ; GROIN → (krocz~|kroku|pachwin~
|poslad~|tylek|tylku|dup~|genitali~|odby~) ; NUMB → (~dretw~|s?cierp(l|n)~|mrowi~|mrow[ek]~) ;
CALF → (lyd(k~|ce|ek)|podudzi~) ; THIGH → (nog~|nodze|ud(o|a|zie|ach|em)|czworog~|czworki|dwuglow~
|dwojki) ; SWOLLEN → (~puch[nl]~|obrz(ek|mi)~|nabrzmi~) ; PEE → (mocz(u|em|owi)?|sik(i|ow|u|am|ac|
al~|ani~|ami)|siusi~|siuski|szcz(am|yn~|al~)) ; DARK → (~ciemni?~|brazow~|brunatn~|czarn~|czerwon~
|[ck]ol(a|i|e|ke|owy)|coca|koka|pepsi|herba~|rdz~|krew|krwi~|krwaw~|rozow~|bordow~) ;
CANT → (nie (za )?(bardzo )?(moge|moglem|moglam|moglo?|jestem w stanie|daje rady|dam rady|da sie|
umiem|potrafie)|(ciezko|trudno|ledwo|ledwie|z trudem)|(problem~|trudnosc~|klopot~) (z|ze|przy)
)( (mi|jest|sie|juz|normalnie|w ogole|prawie|nawet|dobrze|za bardzo|moge|do konca))* ;
BREATH → (oddych~|odetchn~|oddech(em)?|(z?lap|wzia|wez|nabr|bra|zaczerpn)~( \w+)? (tchu|oddech~
|dech~|powietrz~)) ; PUT → (~(nos|nies)~|~rusz~|~gi(ac|na)~|~prost~|stan~) ; OTHER → (nog~|ud[ao]|
lydk~|kolan~|plec~|bark~|lok~|glow~|brzu~|rek~|stop~) ; FILL → (mnie|mi|juz|wcale|w ogole|jest|sa|
byl[aoiy]?|mam|ma|miala?m?|mialem|sie|teraz|dzis|dzisiaj|wczoraj|u|tez|czuje|odczuwam|czul[ea]m|
zauwazyl[ea]m|nic|nie|zadn~|objaw~|oznak~|nigdy|wystepuj~|dostal[ea]m|ani|takze|rowniez) ;
DAYS → ((mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun) ; DIDIT → ((z|
prze)?robil[ea]m|(zaliczy|odbebni|skonczy|(wy)?trenowa|cwiczy|skatowa|mia|ogarna|ogarne)l[ea]m|
(zrob|odbebn)ion[ey]|(zalicz|skoncz)on[ey]|ogarniet[ey]) ;"""):
    _PARTS[_name] = str(_part)
_SIGNS: Final = (
    *_rules(r"""
_(#(CALF|THIGH)( [a-z]+){0,3}?) MUCH (?=SWOLLEN) → very \1  ; _MUCH(?= SWOLLEN) → very ; _(siln|
duz|ogromn|mocn|wielk|potezn|straszn|znaczn)~ (obrzek|opuchli)~ → severe swelling ;"""),
    *_sign("chest pain", "CHEST", "HURT"), *_sign("swollen calf", "CALF", "HOT"),
    *_sign("dark urine", "PEE", "DARK"), *_sign("numb leg", "LEG", "NUMB"),
    *_sign("numb groin", "GROIN", "NUMB"), *_sign("swollen legs", "THIGH", "SWOLLEN"),
    *_rules(r"""
very SWOLLEN → very swollen ; _(stan~ przed)?zawal(u|em|owy|owe)?_ → heart attack ; _(z|o)?(e?mdla|
mdlej|mdlew)~|_zaslab~|_odplyn[ae]l[ea]m|_zapasc_ → fainted ; _omdleni~ → fainting ; _(s?traci~
|utrat~)( \w+)? (przytomnosc~|swiadomosc~) → lost consciousness ; _(odciel~ mnie|mnie odciel~
|urwal mi sie film|film mi sie urwal) → blacked out ; _~(ciemn|czarn|mroczk)~( \w+){0,4} (przed|
w) ocz~ → blacked out ; _(z?robi~|jest) mi( sie)? (\w+ )?slabo|_slabo mi( sie)?( z?robi~)?(?= ?\W|
$)|_(z?robi~) sie (mi )?slabo → faint ; _CANT (\w+ )?BREATH_ → can't breathe ; _(brak~|nie mam|
nie ma)( mi)? (czym oddychac|tchu|oddechu|powietrza|tlenu)|_dus(znos~|ze sie|ilem sie|ilam sie)
|_sie dusze|_(dusi|zatyka) mnie|_mnie dusi|_(krotki|plytki) oddech|_zadyszk~
|_oddech (\w+ )?(krotki|plytki) → short of breath ; _CANT (\w+ )?((wy|od)?(sika|szcz|siusi)~|odla~
|zrobic siku|siku|odda~ mocz~|zalatwi~|wyprozni~|zrobic kup~) → can't pee ; _(problem~|klopot~
) (z |ze )?(pecherz~|trzymaniem moczu)|_popuszcza~ mocz|_nie (kontroluje|czuje|trzymam|
mam kontroli nad) (pecherz~|mocz~)|_nietrzymani~ mocz~|_zatrzymani~ mocz~ → bladder problems ;
_(problem~|klopot~) (z |ze )?(jelit~|zwieracz~|stolc~)|_nietrzymani~ stolc~|_nie (kontroluje|
trzymam|czuje) (zwieracz~|stolc~) → bowel problems ; _NOFEELING( (w|we|na)
)?( \w+){0,2}? LEG_ → numb leg ; _NOFEELING( w)?( \w+)? (GROIN|miedzy nogami)_|
_nie czuje GROIN → numb groin ; _krwiomocz~|_PEE[^.!?]{0,25}, (jest|byl|ma|tylko|
raczej) (\w+ )?DARK_ → red urine ; _CALF[^.!?]{0,25}, (jest |mam )?SWOLLEN → swollen calf ;
_CANT PUT( (?!nie_)[a-z]+){0,2}? (LEG|kolan~)_ → can't move my leg ; _(LEG|kolan~)( (?!ale_)
[a-z]+)? CANT PUT_ → can't move my leg ; _nie (podnios\w|rusz\w|zegn\w|wyprostuj\w)
( \w+)? LEG → can't move my leg ; _nie czuje (\w+ )?(LEG)_|_nie mam wladzy w \w+|_(niedowlad|
bezwlad|paraliz)~( \w+)? LEG|_LEG( \w+)? (bezwlad|sparaliz)~|_opada~ (mi )?stopa|
_stopa (mi )?opada → can't feel my legs ; _CANT (wsta|stac|usta|stana|utrzymac sie|podniesc sie)
~( na nogach)? → can't stand up ; _(nog~|kolan~)( mnie| mi| sie| same| calkiem| pode mna)* (pod|u|
za)?(gi(na|el)~|wysiad~|siad~|ucie[ck]~|odm[ao]w~( posluszenstwa)?)( sie)? → legs gave way ; _(u|
za)gi(na|el)~( mi)? sie(( mi| pode mna)? (nog|kolan)~| pode mna) → legs gave way ; _~goraczk~
|_(wysok|podwyzszon|lekk)~ temp~|(?<=mam )temp(\.|erature|eratury)_|(?<=mial[ea]m )temperatur\w|
(?<=bez )temperatury|_temp~ (\w+ )?(3[789]|4[01])_([.,]\d)?( stopni~)?|_temperatury(?= nie m)
|_(3[89]|4[01])([.,]\d)? ?(stopni~|st_|kres~) → fever ; _gryp~ → flu ; _(covid|kowid)~|
_korona(wirus~)?_|_korone_ → covid ; _zapaleni~ pluc~ → pneumonia ; _zapaleni~ oskrzel~
|_bronchit~ → bronchitis ; _(infekcj|zakazeni)~ (\w+ )?(pluc|oskrzel|klat)~ → chest infection ; _~
wymiot(owal)~|_(wy|po|ze|z|na)?rzyga(l~|lo)|_haftowal~|_puscil[ea]m pawia → vomited ; _~wymiot~|_~
rzyga~|_haftuj~|_torsj~|_zwraca~ (jedzeni|wszystk)~ → vomiting ; _biegunk~|_sra(k|czk)~|
_rozwolnien~|_jelitow~ → diarrhoea ; _zatru(c|l)~( sie)?( pokarm~| jedzeni~)?|
_strul~ sie → food poisoning ; _(ostr|przeszyw|tn|nagl)~ (\w+ )?bol(u|e|em|ow)?_|
_bol~ (\w+ )?(ostr|przeszyw)~|_ostro boli|_boli ostro → sharp pain ; _klu~ bol~|_bol~ (\w+ )?klu~
|_(za|u)?kl?u(je|cie|cia|lo)_|_dzga~|_bol~ jak (noz|igl)~ → stabbing pain ; _rwa?(c|l)~ bol~
|_bol~ rwa?c~|_rwie mnie|_strzel~ bol~|_bol strzel~ → shooting pain ;"""),
)  # fmt: skip
_SAID: Final = {str(said) for _, said in _SIGNS}
_PARTS["NAMED"] = "|".join(sorted(said for said in _SAID if not re.search(r"^no |\\", said)))
_SPOILERS: Final = _rules(r"""
_no,? (?=(mam|i|to|bo|tak|nie|jest~|byl~|czuje|bola?i?|mnie|mi|wiec|ale|a|dusz~|goraczk~|bol|klu~
|klat~|lydk~|mocz|wymiot~|zemdl~|mogl?e~|zrobi~|dzis~|wczoraj|biegunk~|gryp~|temper~|serce)
_) → so,  ; _nie (?!mog|czuj|da|jestem|kontr|trzym)(?=(\w+ ){0,2}(goraczke|grype|biegunke|sraczke|
zadyszke|temperature|dusznosc)_) → tak  ; _(czy to( przypadkiem)? nie|nigdy( \w+)? tak( \w+)? nie|
nie ma dnia bez)_ → czy to ; _((o )?malo( co)?|omal(ze)?|prawie( ze)?) nie_ → prawie ; (#_(nie mam|
bez) (goraczki|wymiotow|bol(u|ow) \w+ \w+)) i (?=dusznosci *($|[,.!?])) → \1 ani  ; (#_(nie (mam|
mial[ea]m)|bez|brak)_[^,.!?]{3,40})(,| i| oraz) (?=(bol(u|ow)|goraczki|wymiotow|obrzek(u|ow)
|dretwienia|mrowienia)_) → \1 ani  ;""")
_DENIALS: Final = _rules(r"""
_(juz )?(nie|bez|brak~|zero|zadn~|nic|nigdy|ani)( FILL)* (?=(NAMED)_) → no  ; _(#NAMED)
( tez| juz| na szczescie)? (nie (mam|ma|bylo|mial[ea]m|czuje|odczuwam)|brak)(?= *($|[,.!?]|i_|ani_|
ale_|wiec_|czy_|moge_)) → no \1 ; (#no (NAMED)) (i|oraz) (?=no (NAMED)) → \1,  ;""")
_COUNTS: Final[tuple[Rule, ...]] = (
    (rf"\b((?:{_ANY[_STEMS]})i?(?:a|ej)) (?=(?:dziesiec|pietnascie|{_ANY[_TENS]})\b"
     r"(?!.{0,6}\b(?:min|km)))", r"\1:"),
    (rf"\bgodzin[ae] (?=(?:dziesiec|pietnascie|{_ANY[_TENS]})\b)", "1 hour "),
    *((rf"\b{ten} (?=(?:{_ANY[_ONES]})\b)", str(n)) for n, ten in enumerate(_TENS.split(), 2)),
    *((rf"(?<![a-z]){ten}\b", f"{n}0") for n, ten in enumerate(_TENS.split(), 2)),
    *((rf"(?<![a-z])(?:{one})\b", str(n)) for n, one in enumerate(_ONES.split(), 1)),
    (rf"\bdwudziest(?:a|ej|ego) (?={_ANY[_STEMS]})", "2"),
    *((rf"(?<![a-z]){nth}i?(?:a|ej|ego)\b", str(n)) for n, nth in enumerate(_STEMS.split(), 1)),
    (r"(?<=\d)[ -]?(?:ta|tej|sta|stej|ma|mej|go|ego)\b", ""),
    (r"\b(?:w ?|o ?)?(pol|kwadrans) (?:do|przed) (\d{1,2})\b(?! ?km)", _beside),
    (r"\bza (\d{1,2}|kwadrans)(?: min\w*)? (\d{1,2})\b(?![:.]\d)", _beside),
    (r"\b(\d{1,2}|kwadrans)(?: min\w*)? (po) (\d{1,2})\b", _beside),
)  # fmt: skip
_WHEN: Final = _rules(r"""
DMYsty_|_stycz~ → jan ; DMYlut_|_lut[ye]~ → feb ; DMYmar_|_marz?[ec]~ → mar ; DMYkwi_|
_kwie[tc]~ → apr ; DMYmaja?_ → may ; DMYcze_|_czerw[ci]~ → jun ; DMYlip_|_lip[ci]~ → jul ; DMYsie_|
_sierp~ → aug ; DMYwrz_|_wrzes~ → sep ; DMYpaz_|_pazdz~ → oct ; DMYlis_|_listop~ → nov ; DMYgru_|
_grud~ → dec ; (?<=\d) ?(na|z) 10_ → /10 ; _(polowa|pol) (?=maraton) → half  ; _(o|na|do|
od) (?=(polnoc|poludni)~) →  ; (?<![\d.,] )(?<!\d)_(o |na )?(godzin(a|ie|e)|godz\.?|
g\.) ?(?=\d{1,2}_(?! ?min)) → at  ; _(okolo|ok\.?|kolo|jakies) (?=\d+([.,]\d+)? ?(godz|min|h_|dni|
km|kilo))|_(ok\.?|okolo|jakas) (?=godzine) →  ; \Ado (#\d{1,2}\.(0?[1-9]|1[0-2]))\Z → until \1. ;
_(o|na) (?=\d{1,2}([:.]\d\d)?( (rano|wieczor~|po poludniu))?($|[,?!])) → at  ; _o(kolo|
k\.?)? (?=\d)|_(tak )?(kolo|gdzies o) (?=\d) → at  ; _(#\d+) i pol_ → \1.5 ; _pol(torej|
tora) (?=godz|tyg|dnia|doby|km|kilo|h_) → 1.5  ; _pol (?=km|kilo) → 0.5  ; _(3 )
kwadranse?_ → 45 min ; _pol (godzin~|h)_ → 30 min ; (?<=godzina i )kwadrans|(?<=godzine i )
kwadrans|_kwadrans~ → 15 min ; _godzin~ i pol_(?! godz) → 1.5 hours ; _(par[eu]|kilku?|pare|
kilka) (?=godz|min|dni|tyg|h_) → few  ; (?<![\d.,])1 ?godz(in~)?_\.? → 1 hour ;
(#\d) ?(godz(in(?!e_)~)?_\.?|g_) → \1 hours ; _few godz~ → few hours ; _godzine_|(?<!\d )
_godzin(ka|ke|a)_ → 1 hour ; (#\d) ?minut~ → \1 minutes ; _minut(e|ka|ke|a)_ → 1 minute ;
_minut~ → minutes ; (?<=\d )(tydzien|tygodn~|tyg_\.?)|(?<=few )(tygodn~|tyg_) → weeks ; (?<!ten )
(?<!tym )_(tydzien|tygodnia)_(?= temu|$|[,?!]) → 1 week ; _za tydzien_ → in 1 week ; (?<=\d )(dni|
dnia|dob~)_|(?<=few )dni_ → days ; (?<=\d )(dzien|dob[ae])_ → day ; \Adzien\Z|_dob[ae]_ → 1 day ;
(?<=\d )miesi~ → months ; _miesiac temu → 1 month ago ; _1 (#week|month|day|hour)s_ → 1 \1 ;
_poniedzial~ → monday ; _wtor(ek|k~)_ → tuesday ; _srod(a|y|e|zie|ach)_ → wednesday ; _czwart(ek|k~
)_ → thursday ; _piat(ek|ku|ki|kiem|kow|kach)_ → friday ; _sobot~ → saturday ;
_niedziel~ → sunday ; _(pon|pn|pnd|poniedz)_ → mon ; _(wt|wto)_ → tue ; _(sr|sro)_ → wed ; _(czw|
cz)_ → thu ; _(pt|piat|pia)_ → fri ; _(sob|sb)_|(?<=we )so_|(?<=w )so_ → sat ; _(nd|ndz|niedz)_|
(?<=w )ni_|(?<=sat i )nie_ → sun ; _(we? )?(zeszl|ubiegl|minion|ostatn|poprzedn)(y|a|ego|ej|ym|i|
iego|im|iej|ia)_ → last ; _(we? )?(przyszl|nastepn|nadchodzac|kolejn|najblizsz)(y|a|e|ego|ej|ym)
_ → next ; _(we? )?(ten|te|ta|tym|tej|tego) (?=DAYS|tyg|noc) → this  ; _(#last|next|this) (tydzien|
tygodni~|tyg)_ → \1 week ; _we? (?=DAYS_) → on  ; _(we? )?(kazd[yae]|co) (?=DAYS_) → every  ;
_za (?=\d|few|pol_|1_) → in  ; _w (ciagu |czasie )?(?=\d+(:\d\d|[ ]?(min|h_|hour))) → in  ;
_(przez|na) (?=\d+([.,]\d+)? (day|week|month))|_przez (?=few) →  ; _(przez|na) (?=\d) → for  ;
_od (#\d+) do (#\d+) ?(?=km|kilom|min|metr|m_) → \1-\2  ; _od (?=DAYS_[^,]{0,24}_do_) →  ;
_miedzy (#\S+) a (?=\d) → between \1 and  ; _do (?=DAYS|\d|next|jutra|pojutrza) → to  ;
\Ato  → until  ; _jutra_ → tomorrow ; _pojutrza_ → day after tomorrow ; \Aod (#\d+ (day|week)s)
\Z → since \1 ago ; _od (?=\d) → from  ; _(#jutro|dzis|dzisiaj|pojutrze|wczoraj|on DAYS)
(#( (?!(rano|pozn~|wiecz~|po|w|nad|at)_)[a-z]+){1,4}?) (#at \d[\d:]*|rano|wieczorem|po poludniu)
_ → \2 \1 \3 ;""")
_TALK: Final = _rules(r"""
_(trening|dzien) (dolu|nog~)|_nogi day_ → leg day ; _nog(i|ami|ach|om)?_ → legs ; \A(juz |
tak,? )?(zrobione|gotowe|zrobil[ea]m( to)?|ogarniete|zaliczone|odhaczone)(?= ?[.!]*\Z) → done ;
_DIDIT ((moje|te|swoje|juz) )?(#(dzis|dzisiaj|wczoraj)? ?)(#LEGDAY)_ → did \2 \1 ; _(#LEGDAY)
(#( \w+){0,2}) [a-z]+l[ea]m_ → did \1\2 ; _(byl[ea]m na|jestem po|juz po|po) (?=LEGDAY|
nog) → did  ; _troche  →  ; (#LEGDAY|run|jog|km) (juz )?(#(dzis|dzisiaj|wczoraj)? ?)(zrobion|
zaliczon|odbebnion|ogarniet|skonczon|gotow)(e|y|a)_ → \1 done \2 ; _DIDIT_ → did ;
_(czy )?(ja )?(moge|mozna|da sie|dam rade)_ → can I ; _(czy )?(wolno mi|wolno)_ → may I ;
_(czy )?(powin~) → should I ; _(czy )?(moglbym|moglabym)_ → could I ; _(czy )?(jestem )?gotow~ (na|
do|by|zeby)_ → ready for ; _(czy )?(bieganie|bieg) (jest |bedzie |to )?(ok|okej|spoko|bezpieczn~
) → is running ok ; _czy (to )?(jest |bedzie )?(ok|okej|bezpieczn~)_ → is it ok to ;
_(dlugi~ (bieg~|wybiegani~)|wybiegani~)_ → long run ; _rozbiegani~ → easy run ; _((i|po|wy)
(j?sc) )?(na |sie )?(po|prze)?bie(gac|gani~|c|gu|gnac|g)_|_przebiezk~|_trening~ biegow~ → run ;
_na (?=(spokojn|lekk|dlug|luzn|run|spacer|interwal|podbieg|sprint)~) → for  ; _(po)?trucht(ac|u|
em)?_ → jog ; _(spacer\w{0,3}|pospacerowac|marsz\w{0,2}|pochodzic)_ → walk ;
_interwal~ → intervals ; _(tempow~|bieg tempowy) → tempo ; _podbieg~ → hills ; _zbieg(i|ow|u|ami|
ach)?_(?! m) → downhill ; _sprint(y|ow|ami)_ → sprints ; _(zawod(y|ow|ach)|wyscig~)_ → race ;
_umiarkowan~_ → steady ; _(#LEGDAY[^,|]{0,24}?) (lekk~|luzn~|lajtow~)_ → \1 light ; _(#LEGDAY[^,|
]{0,24}?DAYS[^,|]{0,24}?) (ciezk~|mocn~|ostro)_ → \1 hard ; _(lekk~|luzn~) (#LEGDAY)(?=[^,|
]{0,24}DAYS) → \1 light ; _(ciezk~|mocn~) (#LEGDAY)(?=[^,|]{0,24}DAYS) → \1 hard ; _(spokojn|lekk|
luzn|lajtow|latw|woln|regeneracyjn)(y|e|ego|ym|o|i|iego|im|iutko|ie)?_ → easy ; _dlug(i|o|ie|iego)
_ → long ; _(#run|jog) (#easy|long|steady|tempo)_ → \2 \1 ; _(od|z)?pusc(ic)?_|_odpuszcz~
|_odwol~ → skip ; _(prze|po|wy)?bieg(l|al)[ea]m_|_przebiegniet[ey]|_pobiegan[eo]|
_biegan[eo]_ → ran ; _(po|prze)?truchtal[ea]m_ → jogged ; _(przesz[ld]~m|(po)?chodzil[ea]m|
(po)?spacerowal[ea]m|maszerowal[ea]m)_ → walked ; _(#ran|jogged|walked|can I run|run|
jog) (?=\d+([.,]\d+)? hours?_) → \1 for  ; _piat(ecz)?k[ae]_ → 5 km ; _(dych[ae]|dyszk[ae]|
dziesiatk[ae])_ → 10 km ; _pol ?maraton~|_half maraton~|_polowk[ae]_ → half marathon ;
_maraton~ → marathon ; _(w|na) dol_|_(zejsci|spadk|zjazd)~( w dol)?|_przewyzszen~ w dol → down ;
_kilo(metr~|sow)_ → km ; _metr~ → m ; (?<=\d )mil[ea]?_ → miles ; _(lekkie |mam )?(zakwas~|doms~
)( (w nogach|w legs|mam|na|dzis|dzisiaj|teraz|jakies|okolo|at|legs))*(?= ?:? ?\d) → soreness ;
_z zakwasami_ → with soreness ; _(zakwas|doms)~ → soreness ; _(mam )?obolal~ legs_ → legs sore ;
_obolal~ → sore ; _(wysil~|trudnosc|intensywnosc|ciezkosc|odczuc~)_ → effort ; _(prze)?(spal[ea]m|
spane)( (dzis|dzisiaj|w nocy|tej nocy|z))*(?= ) → slept ; _snu_|_sen_ → sleep ; _(mam |
czuje )?(ciezk~ (mam )?legs|legs (mam |sa |(takie |mega |bardzo )*)*(ciezk~|jak (z )?(olow~|beton~
|klod~|klocki))) → heavy legs ; _(mam )?((martwe|zajechane|zabite) legs|legs (mam |sa )*(martwe|
zajechane|trupy|zabite|umarly)) → dead legs ; _(mam )?((swieze|wypoczete) legs|legs (mam |
sa )*(swiez~|wypoczet~|jak nowe)) → fresh legs ; _legs (mam |sa )*(dobre|ok|okej|spoko|w porzadku)
_ → good legs ; _legs (mam |sa )*(takie sobie|srednie|tak sobie)_ → so-so legs ; _przypomni~
( mi)?( o tym)?_ → remind me ; _(przestan|wylacz|koniec|dosc|
zatrzymaj) (mi )?(te )?przypomnien~ → stop reminders ;
_przestan (mi )?przypomina~ → stop reminding me ; _(przestan|koniec|dosc|zatrzymaj|wylacz)
_ → stop ;""")
_WORDS: Final = _table("""
today: dziś, dzisiaj; this morning: dziś/dzisiaj rano, dziś/dzisiaj z rana; this afternoon:
dziś/dzisiaj po południu, dziś/dzisiaj popołudniu; this evening: dziś/dzisiaj wieczorem/wieczór;
tonight: dziś/dzisiaj w nocy, tej nocy; last night: wczoraj w nocy; yesterday: wczoraj; day before
yesterday: przedwczoraj; tomorrow: jutro; day after tomorrow: pojutrze; morning: rano, z rana,
rankiem, przed południem; early morning: nad ranem, wcześnie rano; noon: w południe, południe,
poludnia; afternoon: po południu, popołudniu, popołudnie, popo; evening: wieczorem, wieczór, pod
wieczór; late evening: późnym wieczorem; night: w nocy, nocą, noc, nocy; midnight: północ, północy,
o północy; ago: temu; now: teraz; just now: przed chwilą, chwilę temu, dopiero co, właśnie; daily:
codziennie, co dzień, każdy dzień, dzień w dzień, cały tydzień, wszystkie dni; weekdays: dni
robocze/powszednie, w dni robocze/powszednie, robocze, w tygodniu; weekends: weekendy, w weekend, w
weekendy, na weekend, weekend; except: oprócz, poza, z wyjątkiem, prócz, tylko nie, ale nie;
without: bez; and: i, oraz; or: lub, albo; since: od; to: do; few: parę, kilka; of: po; x: razy;
run: biegac, biegi, biegania; still: jeszcze; already: już; again: znowu, znów, ponownie; please:
proszę; only: tylko; just: dopiero; do: zrobić, robić; go: iść, pójść, wyjść; hello: cześć, siema,
siemka, elo, witam, hejka, czołem; hey: hej; good morning: dzień dobry; good evening: dobry
wieczór; thanks: dzięki, dziękuję, dziena, dzięks; help: pomoc, pomocy, pomóż; what can you do: co
umiesz, co potrafisz; how does this work: jak to działa; snooze: drzemka; later: później, potem,
nie teraz, za chwilę; I: ja, mam; my: moje, mój, moja; are: są; is: jest; feel: czuję; was: był,
była, było; with: z, ze; not: nie; never: nigdy; no: żaden, żadna, żadnych, żadnej; but: ale, lecz;
very: bardzo; calves: łydki; thighs: uda; quads: czwórki, czworogłowe; hamstrings: dwójki,
dwugłowe; glutes: pośladki;""")
_NAMES: Final = _table("""
bike: rower/-ek; sled push: pchanie sań; sled pull: ciągnięcie sań; elliptical: orbitrek; rowing
machine: ergometr wioślarski; stair climber: schody (stepper), schody; leg press:
wyciskanie/wypychanie nogami, wyciskanie/nogi na suwnicy, suwnica; leg extension:
prostowanie/wyprosty nóg; leg curl: uginanie/zginanie nóg; lying leg curl: uginanie nóg leżąc;
seated leg curl: uginanie nóg siedząc; hip thrust: wypychanie bioder, wznosy bioder; glute bridge:
mostek biodrowy; hip abduction: odwodzenie bioder, odwodziciele; hip adduction: przywodzenie
bioder, przywodziciele; glute kickback: wykop/-y w tył; pull through: przeciąganie linki między
nogami; back extension: prostowanie/wyprosty tułowia, ławka rzymska; reverse hyper: odwrotne
wyprosty; wall sit: krzesełko przy ścianie; tibialis raise: unoszenie palców stóp; lateral band
walk: chód bokiem z gumą; clamshell: muszla; side leg raise: unoszenie nogi w bok; squat:
przysiad/-y/-ów, siad/-y, przysiad/-y ze sztangą; front squat: przysiad/-y przedni/przednie; goblet
squat: przysiad/-y goblet, przysiad/-y z hantlem; air squat: przysiad/-y bez ciężaru; box squat:
przysiad/-y na skrzynię/box; hack squat: hack przysiad/-y/maszyna; belt squat: przysiad/-y z pasem;
pendulum squat: przysiad pendulum; v squat: przysiad/-y v; zercher squat: przysiad zerchera;
overhead squat: przysiad overhead; safety bar squat: przysiad ze sztangą safety; sumo squat:
przysiad/-y sumo; cyclist squat: przysiad/-y kolarski; wall ball: rzuty piłką o ścianę; deadlift:
martwy/martwe ciąg/-i, martwy, mc; sumo deadlift: martwy ciąg sumo, martwy/mc sumo; deficit
deadlift: martwy ciąg z deficytu; trap bar deadlift: martwy ciąg z trap barem, martwy/mc trap bar;
kettlebell swing: swing/-i z kettlem, swingi kettlem, swingi; power clean: zarzut/-y; snatch:
rwanie; standing calf raise: wspięcia na palce, wspięcia na palce stojąc, wspięcia, łydki/wspięcia
stojąc, łydki; seated calf raise: łydki/wspięcia siedząc, wspięcia na palce siedząc; calf press:
wspięcia/łydki na suwnicy; single leg calf raise: łydki/wspięcia na jednej nodze; burpee: burpeesy;
farmers walk: spacer farmera; lunge: wykrok/-i/-ów, wykroki z hantlami; walking lunge: wykroki
chodzone; reverse lunge: zakrok/-i/-ów, wykroki w tył; side lunge: wykrok/-i w bok; curtsy lunge:
wykrok curtsy; split squat: przysiad/-y w rozkroku; bulgarian split squat: przysiad/-y
bułgarski/bułgarskie, bułgar/-y, bułgarski/-e; step up: wejście/wejścia na skrzynię; step down:
zejście ze skrzyni; pistol squat: pistolet/-y, przysiad na jednej nodze; sissy squat: przysiad/-y
sissy; romanian deadlift: rumuński martwy ciąg, martwy ciąg rumuński, martwy/mc rumuński, rumun,
rumuński; stiff leg deadlift: martwy ciąg na prostych nogach, martwy/mc na prostych nogach; single
leg rdl: rdl/martwy na jednej nodze, martwy ciąg na jednej nodze; good morning: skłony ze sztangą;
nordic curl: nordyki; reverse nordic: odwrotny nordic; slider curl: uginanie nóg w ślizgu; box
jump: wskok/-i/skoki na skrzynię; jump squat: przysiad/-y z wyskokiem; jump lunge: wykrok/-i z
wyskokiem; broad jump: skok w dal z miejsca; depth jump: zeskok z wyskokiem; bounding:
wieloskok/-i; plyometrics: plyometria; eccentric squat: przysiad ekscentryczny; flywheel squat:
przysiad z kołem zamachowym; eccentric leg press: wyciskanie nogami ekscentryczne; bench press:
wyciskanie leżąc, ławka płaska, klata; incline bench press: wyciskanie skos dodatni, skos dodatni;
decline bench press: wyciskanie skos ujemny, skos ujemny; chest press: wyciskanie na klatkę; chest
fly: rozpiętki; overhead press: wyciskanie nad głowę, żołnierskie; shoulder press: wyciskanie na
barki; lateral raise: unoszenie/wznosy bokiem; front raise: unoszenie przodem; rear delt fly:
odwrotne rozpiętki; upright row: podciąganie sztangi do brody; shrug: szrugsy; pull up: podciąganie
nachwytem, podciąganie; chin up: podciąganie podchwytem; lat pulldown: ściąganie drążka; row:
wiosłowanie, wiosłowanie sztangą; cable row: wiosłowanie na wyciągu; inverted row: podciąganie
australijskie; pullover: przenoszenie hantla; push up: pompka, pompki; dip: dipy; biceps curl:
uginanie na biceps, młotki; wrist curl: uginanie nadgarstków; triceps extension: prostowanie na
triceps, wyciskanie francuskie; triceps pushdown: prostowanie na wyciągu; plank: deska; sit up:
brzuszki; leg raise: unoszenie nóg w zwisie, unoszenie/wznosy nóg/kolan; ab wheel: kółko do
brzucha; russian twist: rosyjski/-e skręt/-y; dead bug: martwy robak; mountain climber: wspinacz;
ball slam: rzut piłką; battle rope: liny bojowe; foam rolling: rolowanie; stretching: rozciąganie;
massage: masaż; cold water: zimna woda;""")
_LIFTS: Final = _table("""
1: jeden, jedna; 2: dwa, dwie; 3: trzy; 4: cztery; 5: pięć; 6: sześć; 7: siedem; 8: osiem; 10:
dziesięć; 12: dwanaście; 15: piętnaście; 20: dwadzieścia; set: seria, serię; sets: serie, serii,
seriach; rep: powtórzenie; reps: powtórzenia/powtórzeń/powtórek/powt/powt.; x: razy; of: po; each:
każda, każdą, na każdą; per leg: na nogę, na każdą nogę, każda noga, noga, jednonóż; per side: na
stronę/rękę, na każdą stronę/rękę, każda strona; with: z, ze; at: na, przy; kg: kilo, kilogramów;
to failure: do upadku; and: i, oraz; then: potem, a potem; warm-up: rozgrzewka; bodyweight: bez
ciężaru/obciążenia, masa/masą ciała; barbell: ze sztangą, sztangą; dumbbell: z hantlami/hantlem,
hantlami; machine: na maszynie;""")
POLISH: Final = Tongue(
    code="pl",
    rules=(*_SPOILERS, *_SIGNS, *_DENIALS, *_COUNTS, *_WHEN, *_TALK),
    words=_NAMES | _WORDS,
    exercises=_NAMES | _LIFTS,
)
