"""Polish rules for what is asked and told."""

from typing import Final

from bot.domain.tongues.polish.parts import DAY
from bot.domain.tongues.tongue import Rules

# Legs in English, as the rules before have it.
_LEG_DAY: Final = r"(?:legs|leg day)"
_DID: Final = (
    r"(?:(?:z|prze)?robil[ea]m"
    r"|(?:zaliczy|odbebni|skonczy|(?:wy)?trenowa|cwiczy|skatowa|mia|ogarna|ogarne)l[ea]m"
    r"|(?:zrob|odbebn)ion[ey]|(?:zalicz|skoncz)on[ey]|ogarniet[ey])"
)

RULES: Final[Rules] = {
    r"\b(?:na|for) (?=\d{1,2} ?/ ?10\b)": "",
    # legs, what was done
    r"\b(?:trening|dzien) (?:dolu|nog\w*)|\bnogi day\b": "leg day",
    r"\bnog(?:i|ami|ach|om)?\b": "legs",
    r"\A(?:juz |tak,? )?(?:zrobione|gotowe|zrobil[ea]m(?: to)?|ogarniete|zaliczone|odhaczone)"
    r"(?= ?[.!]*\Z)": "done",
    rf"\b{_DID} (?:(?:moje|te|swoje|juz) )?((?:dzis|dzisiaj|wczoraj)?"
    rf" ?)({_LEG_DAY})\b": r"did \2 \1",
    rf"\b({_LEG_DAY})((?: \w+){{0,2}}) [a-z]+l[ea]m\b": r"did \1\2",
    rf"\b(?:byl[ea]m na|jestem po|juz po|po) (?={_LEG_DAY}|nog)": "did ",
    r"\btroche ": "",
    rf"({_LEG_DAY}|run|jog|km) (?:juz )?((?:dzis|dzisiaj|wczoraj)? ?)"
    r"(?:zrobion|zaliczon|odbebnion|ogarniet|skonczon|gotow)(?:e|y|a)\b": r"\1 done \2",
    rf"\b{_DID}\b": "did",
    # asking
    r"\b(?:czy )?(?:ja )?(?:moge|mozna|da sie|dam rade)\b": "can I",
    r"\b(?:czy )?(?:wolno mi|wolno)\b": "may I",
    r"\b(?:czy )?(?:powin\w*)": "should I",
    r"\b(?:czy )?(?:moglbym|moglabym)\b": "could I",
    r"\b(?:czy )?(?:jestem )?gotow\w* (?:na|do|by|zeby)\b": "ready for",
    r"\b(?:czy )?(?:bieganie|bieg)"
    r" (?:jest |bedzie |to )?(?:ok|okej|spoko|bezpieczn\w*)": "is running ok",
    r"\bczy (?:to )?(?:jest |bedzie )?(?:ok|okej|bezpieczn\w*)\b": "is it ok to",
    # kinds of runs
    r"\b(?:dlugi\w* (?:bieg\w*|wybiegani\w*)|wybiegani\w*)\b": "long run",
    r"\brozbiegani\w*": "easy run",
    r"\b(?:(?:i|po|wy)(?:j?sc) )?(?:na |sie )?(?:po|prze)?bie(?:gac|gani\w*|c|gu|gnac|g)\b"
    r"|\bprzebiezk\w*|\btrening\w* biegow\w*": "run",
    r"\bna (?=(?:spokojn|lekk|dlug|luzn|run|spacer|interwal|podbieg|sprint)\w*)": "for ",
    r"\b(?:po)?trucht(?:ac|u|em)?\b": "jog",
    r"\b(?:spacer\w{0,3}|pospacerowac|marsz\w{0,2}|pochodzic)\b": "walk",
    r"\binterwal\w*": "intervals",
    r"\b(?:tempow\w*|bieg tempowy)": "tempo",
    r"\bpodbieg\w*": "hills",
    r"\bzbieg(?:i|ow|u|ami|ach)?\b(?! m)": "downhill",
    r"\bsprint(?:y|ow|ami)\b": "sprints",
    r"\b(?:zawod(?:y|ow|ach)|wyscig\w*)\b": "race",
    r"\bumiarkowan\w*\b": "steady",
    rf"\b({_LEG_DAY}[^,|]{{0,24}}?) (?:lekk\w*|luzn\w*|lajtow\w*)\b": r"\1 light",
    rf"\b({_LEG_DAY}[^,|]{{0,24}}?{DAY}[^,|]{{0,24}}?) (?:ciezk\w*|mocn\w*|ostro)\b": r"\1 hard",
    rf"\b(?:lekk\w*|luzn\w*) ({_LEG_DAY})(?=[^,|]{{0,24}}{DAY})": r"\1 light",
    rf"\b(?:ciezk\w*|mocn\w*) ({_LEG_DAY})(?=[^,|]{{0,24}}{DAY})": r"\1 hard",
    # easy, hard, light
    r"\b(?:spokojn|lekk|luzn|lajtow|latw|woln|regeneracyjn)"
    r"(?:y|e|ego|ym|o|i|iego|im|iutko|ie)?\b": "easy",
    r"\bdlug(?:i|o|ie|iego)\b": "long",
    r"\b(run|jog) (easy|long|steady|tempo)\b": r"\2 \1",
    r"\b(?:od|z)?pusc(?:ic)?\b|\bodpuszcz\w*|\bodwol\w*": "skip",
    # what was run, distances
    r"\b(?:prze|po|wy)?bieg(?:l|al)[ea]m\b|\bprzebiegniet[ey]|\bpobiegan[eo]|\bbiegan[eo]\b": "ran",
    r"\b(?:po|prze)?truchtal[ea]m\b": "jogged",
    r"\b(?:przesz[ld]\w*m|(?:po)?chodzil[ea]m|(?:po)?spacerowal[ea]m|maszerowal[ea]m)\b": "walked",
    r"\b(ran|jogged|walked|can I run|run|jog) (?=\d+(?:[.,]\d+)? hours?\b)": r"\1 for ",
    r"\bpiat(?:ecz)?k[ae]\b": "5 km",
    r"\b(?:dych[ae]|dyszk[ae]|dziesiatk[ae])\b": "10 km",
    r"\bpol ?maraton\w*|\bhalf maraton\w*|\bpolowk[ae]\b": "half marathon",
    r"\bmaraton\w*": "marathon",
    r"\b(?:w|na) dol\b|\b(?:zejsci|spadk|zjazd)\w*(?: w dol)?|\bprzewyzszen\w* w dol": "down",
    r"\bkilo(?:metr\w*|sow)\b": "km",
    r"\bmetr\w*": "m",
    r"(?<=\d )mil[ea]?\b": "miles",
    # soreness, sleep
    r"\b(?:lekkie |mam )?(?:zakwas\w*|doms\w*)"
    r"(?: (?:w nogach|w legs|mam|na|dzis|dzisiaj|teraz|jakies|okolo|at|legs))*(?="
    r" ?:? ?\d)": "soreness",
    r"\bz zakwasami\b": "with soreness",
    r"\b(?:zakwas|doms)\w*": "soreness",
    r"\b(?:mam )?obolal\w* legs\b": "legs sore",
    r"\bobolal\w*": "sore",
    r"\b(?:wysil\w*|trudnosc|intensywnosc|ciezkosc|odczuc\w*)\b": "effort",
    r"\b(?:prze)?(?:spal[ea]m|spane)(?: (?:dzis|dzisiaj|w nocy|tej nocy|z))*(?= )": "slept",
    r"\bsnu\b|\bsen\b": "sleep",
    # how legs feel
    r"\b(?:mam |czuje )?(?:ciezk\w* (?:mam )?legs|legs (?:mam |sa |(?:takie |mega |bardzo )*)*"
    r"(?:ciezk\w*|jak (?:z )?(?:olow\w*|beton\w*|klod\w*|klocki)))": "heavy legs",
    r"\b(?:mam )?(?:(?:martwe|zajechane|zabite) legs"
    r"|legs (?:mam |sa )*(?:martwe|zajechane|trupy|zabite|umarly))": "dead legs",
    r"\b(?:mam )?(?:(?:swieze|wypoczete) legs"
    r"|legs (?:mam |sa )*(?:swiez\w*|wypoczet\w*|jak nowe))": "fresh legs",
    r"\blegs (?:mam |sa )*(?:dobre|ok|okej|spoko|w porzadku)\b": "good legs",
    r"\blegs (?:mam |sa )*(?:takie sobie|srednie|tak sobie)\b": "so-so legs",
    # reminders
    r"\bprzypomni\w*(?: mi)?(?: o tym)?\b": "remind me",
    r"\b(?:przestan|wylacz|koniec|dosc|zatrzymaj) (?:mi )?(?:te )?przypomnien\w*": "stop reminders",
    r"\bprzestan (?:mi )?przypomina\w*": "stop reminding me",
    r"\b(?:przestan|koniec|dosc|zatrzymaj|wylacz)\b": "stop",
}
