"""Polish rules for what is asked about the bot and training, and for how legs are in words."""

from typing import Final

from bot.domain.tongues.tongue import Rules

# Up to three words between two others.
_SOME: Final = r"(?: [\w']+){0,3}?"
_DELETE: Final = r"(?:usu[nńw]\w*|skasuj\w*|kasuj\w*|wykasuj\w*)"
_LEG_DAY: Final = r"(?:dzień nóg|trening nóg|leg ?day)"

_STOP: Final = r"(?:przypomnień|przypomnieni\w*|powiadomie\w*|wiadomości)"

RULES: Final[Rules] = {
    # no more reminders, said alone
    rf"^(?:proszę,? )?(?:(?:już )?nie (?:chcę|potrzebuję)(?: już| dostawać| więcej| żadnych| tych)*"
    rf" {_STOP}(?: więcej)?|(?:żadnych|dość|koniec)(?: już| więcej| tych)* {_STOP}"
    rf"|(?:wyłącz(?:yć)?|zatrzymaj|zatrzymać)(?: mi| wszystkie| te| moje)* {_STOP}"
    rf"|przestań(?: mi| do mnie)? (?:przypominać|pisać|wysyłać)(?: mi| do mnie)?(?: {_STOP})?"
    rf"|nie (?:pisz|przypominaj|wysyłaj)(?: do mnie| mi)(?: już| więcej)*(?: {_STOP})?"
    r")(?:,? proszę)?[.!]*$": "stop reminders",
    # reminders
    r"\b(?:przypom\w* mi|mi przypom\w*)(?= (?:o [a-z]|zeby|aby|codziennie))": "remind to",
    rf"\b(?:wstrzym(?:aj|ac)|zawies\w*|wycisz\w*){_SOME} przypomnieni\w*": "mute reminders",
    r"\bna urlopie\b": "mute reminders",
    rf"\b(?:kiedy|jakie|pokaż|moje|następne){_SOME} przypomnieni\w*": "my reminders",
    # what is kept
    rf"\b{_DELETE}{_SOME} (?:dane|konto|wszystko)\b": "delete my data",
    r"\bzapomnij o mnie\b": "delete account",
    r"\b(?:co|jakie dane) o mnie (?:wiesz|masz|zapisujesz|przechowujesz|trzymasz)\b"
    r"|\bco (?:wiesz|masz) o mnie\b": "privacy",
    rf"\b(?:eksport\w*|pobierz|pobrac){_SOME} dane\b": "export my data",
    r"\bimport(?:uj|owac)\b": "import data",
    # settings
    r"\bstref[aeęy] czasow[aąej]+\b": "time zone",
    r"\bgodziny ciszy\b|\bpora snu\b": "quiet hours",
    r"\bjęzyk\b|\bmów po (?:polsku|angielsku)\b|\bpo (?:polsku|angielsku)$": "language",
    r"\bjednostki\b": "my units",
    r"^(?:moje )?ustawienia$": "settings",
    # entries, the week, the group
    rf"\b{_DELETE}{_SOME} {_LEG_DAY}\b": "delete leg day",
    rf"\b(?:{_DELETE}|popraw|zmień){_SOME} (?:bieg|wpis)\b": "delete entry",
    r"\bcofnij\b|\bpomylił[ea]?m się\b": "wrong entry",
    r"\b(?:moja )?(?:seria|statystyki)\b": "streak",
    rf"\bkiedy był{_SOME} ostatni\b": "when was my last",
    r"\bczy (?:bieg|trenow)ał[ea]m wczoraj\b": "streak",
    r"\bco (?:z?robił|trenował)[ea]m\b": "streak",
    r"\bco mam w planie\b|\bmój plan\b|\bco zaplanowane\b": "what planned",
    r"\bkto (?:dziś |dzisiaj )?(?:trenuje|idzie|wchodzi)\b": "who training",
    # small talk
    r"^(?:tak|nie|zapisz|anuluj)$": "yes",
    r"^(?:(?:wielkie|dzięki|dziękuję|bardzo|ok|okej|dobra|dobry|dobranoc|super|spoko|jasne"
    r"|bot|pa|na|razie|świetnie|fajnie)(?:[ ,!.]+|$))+$": "thanks",
    r"\b(?:kim|czym) jesteś\b": "who are you",
    r"^był[ea]m (?:dziś |wczoraj )?(?:biegać|pobiegać)$": "went running",
    # what is known of training
    r"\bco pomaga(?: na| przy)?\b": "what helps",
    r"\bpomaga\b": "does help",
    r"\b(?:się )?rozciąga(?:ć|nie)\b(?: się\b)?": "stretching",
    r"\bzimn(?:y prysznic|a kąpiel)\b|\blód\b|\bmorsowanie\b": "ice bath",
    r"\brozgrzewk[aięe]\b|\brozgrzać\b": "warm up",
    r"\bkaw[aęy]\b": "coffee",
    r"\bwypi(?:łem|łam) (\d+|dwa|trzy|cztery|kilka) (?:piwa?|drink\w*|kieliszk\w*(?: wina)?)\b": (
        r"\1 beers"
    ),
    r"\b(?:znów |znowu )?szybko biegać\b": "run fast",
    r"\bczy powin(?:ienem|nam)(?: dziś| dzisiaj)? (?:odpocząć|odpoczywać)\b": "should I rest",
    r"\bbiegać mimo (?:to|wszystko)\b": "run anyway",
    r"\balkohol\b|\bpiwo\b": "alcohol",
    r"\bibuprom\b|\bibuprofen\b": "painkillers",
    r"\bbiałk[aou]\b": "protein",
    r"\bile\b(?= (?:protein|wody|snu|bialk))": "how much",
    r"\bdlaczego mam (?:takie )?zakwasy\b|\bskąd (?:te )?zakwasy\b": "why soreness",
    # what was done besides running
    r"\b(?:za)?gra(?:łem|łam) w (?:piłkę|tenisa|kosza|siatkówkę)\b": "played football",
    r"\b(?:prze)?jecha(?:łem|łam) (?:na )?rower(?:em|ze)?\b|\bjeździ(?:łem|łam) na rowerze\b": (
        "cycled"
    ),
    # how a question is put
    r"\bz (?:katarem|przeziębieniem)\b"
    r"|\b(?:jestem )?(?:(?:trochę|lekko) )?przeziębion[ya]\b": "with head cold,",
    r"\b((?:mogę|powin\w+) [^?,]*?)w (?:ten )?weekend\b"
    r"|\bw (?:ten )?weekend(?=\?)": r"\1this weekend",
    r"\bprzejechał[ae]m ([^?,]*?km) rowerem\b": r"cycled \1",
    r"\bpo (?:pracy|robocie)\b": "after work",
    r"^(?:nie,? |sorry,? )*(?:chodziło mi o|miał[ae]m na myśli)\b": "no meant",
    r"\bnie (?:kaszlę|mam kaszlu)\b|\bbez kaszlu\b": "no cough",
    r"(?<!jak )\bszybko (pobiegać|pobiec|biec)\b": r"\1 fast",
    r"\b(biec|biegać|pobiegać|pobiec) (?:szybko|mocno|na maksa)\b": r"\1 hard",
    r"\b(?:biegać|bieg) czy (?:odpocząć|odpoczywać|odpoczynek)\b": "run or rest",
    r"\bjak (?:tam )?moja regeneracja\b": "how is my recovery",
    r"^mieszkam we? [^?,]+$": "time zone",
    r"\bkiedy (?=mogę|będę mógł|będę mogła)": "when ",
    # the question of before once more
    r"^(?:a|i) (?=jutro|pojutrze|dziś|dzisiaj|wieczorem|rano|we?\b)": "and ",
    r"^(?:a )?co z\b": "what about",
    r"^(?:a |to |więc )*kiedy(?: więc)?(?=\W*$)": "when then",
    r"^(?:a )?(?:jak długo|ile czasu)(?=\W*$| (?:can I|mogę)\b)": "how long",
    r"\b(?:w )?ciąż[yaęą]\b": "pregnant",
    # how legs are, other training
    r"\b(?:mam kaca|na kacu)\b": "hungover",
    r"\bw (?:tym|taki) upa(?:le|ł)\b|\bw upale\b": "in the heat",
    r"\bjest (?:bardzo |tak |zbyt )?gorąco\b": "it's hot",
    r"\b(?:duże|mocne|ogromne|straszne|spore) zakwasy\b": "very sore",
    r"\b(?:lekkie|małe|niewielkie|trochę) zakwas(?:y|ów)\b": "bit sore",
    r"\bźle spał[ea]m\b": "slept badly",
    r"^(?:bolą mnie(?: moje)? nogi|(?:moje )?nogi(?: mnie)? bolą)(?: bardzo)?\W*$": "my legs hurt",
    r"\b(?:prawie|ledwo) (?:nie )?spał[ea]m\b": "barely slept",
    r"\b(?:trenować|robić|zrobić) nogi\b": "train legs",
    r"\bjeździć na rowerze\b|\bna rower\b": "bike",
    r"\b(?:za)?grać w (?:piłkę|tenisa|kosza|siatkówkę)\b": "play football",
    r"\bpływać\b": "swim",
}
