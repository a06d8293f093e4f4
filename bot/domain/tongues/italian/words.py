"""Italian words of times, distances and sentences."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # times of day
    "today": "oggi, in giornata",
    "this morning": "stamattina, stamani, stamane, questa mattina",
    "this afternoon": "oggi pomeriggio, questo pomeriggio",
    "this evening": "stasera, questa sera",
    "night": "stanotte, questa notte, notte",
    "yesterday": "ieri",
    "tomorrow": "domani",
    "day before yesterday": (
        "l'altro ieri, altro ieri, altroieri, l'altroieri, ieri l'altro, ieri altro, avantieri"
    ),
    "day after tomorrow": "dopodomani, dopo domani",
    "tomorrow morning": "domattina",
    "at noon": "a mezzogiorno, a pranzo",
    "morning": "mattina, mattino, mattinata",
    "afternoon": "pomeriggio, pome",
    "evening": "sera, serata, a cena",
    "noon": "mezzogiorno, pranzo, ora di pranzo",
    "midnight": "mezzanotte, a mezzanotte",
    "early": "presto",
    "earlier": "prima",
    "now": "adesso, subito, proprio ora",
    "just": "appena",
    "last night": "la scorsa notte",
    # days of the week, months
    "mon": "lun",
    "tue": "mar",
    "wed": "mer",
    "thu": "gio",
    "fri": "ven",
    "sat": "sab",
    "sun": "dom",
    "monday": "lunedi",
    "tuesday": "martedi",
    "wednesday": "mercoledi, mercoldi",
    "thursday": "giovedi",
    "friday": "venerdi",
    "saturday": "sabato, sabati",
    "sunday": "domenica, domeniche",
    "daily": "ogni giorno, tutta la settimana, sempre",
    "weekdays": (
        "giorni feriali, feriali, giorni lavorativi, in settimana, durante la settimana, "
        "nei giorni feriali, nei feriali"
    ),
    "weekends": "fine settimana, nel fine settimana, weekend, nel weekend, nei weekend, week end",
    "except": "tranne, eccetto, escluso, esclusi, esclusa, escluse, salvo, a parte, meno, ma non",
    "every": "ogni",
    "next": "prossimo, prossima",
    "this": "questo, questa",
    "jan": "gennaio, gen",
    "feb": "febbraio",
    "march": "marzo",
    "apr": "aprile",
    "may": "maggio, mag",
    "jun": "giugno, giu",
    "jul": "luglio, lug",
    "sep": "settembre",
    "oct": "ottobre, ott",
    "nov": "novembre",
    "dec": "dicembre, dic",
    # lengths and distances
    "week": "settimana",
    "weeks": "settimane",
    "day": "giorno",
    "days": "giorni",
    "minutes": "minuti",
    "minute": "minuto",
    "month": "mese",
    "months": "mesi",
    "for": "per",
    "km": "chilometri, chilometro",
    "m": "metri, metro, mt",
    "miles": "miglia",
    "half marathon": "mezza maratona, mezza, maratonina",
    "marathon": "maratona",
    "about": "circa",
    # running and walking
    "run": (
        "correre, andare a correre, uscire a correre, a correre, fare una corsa, fare jogging, "
        "corsa, jogging, corsetta, fare una corsetta, corricchiare, di corsa"
    ),
    "easy run": "corsa facile, corsa lenta, corsa tranquilla, corsa leggera, corsa di recupero",
    "easy": (
        "facile, facili, tranquillo, tranquilla, lento, lenta, lenti, blando, blanda, "
        "a ritmo facile, a ritmo lento, piano, in scioltezza"
    ),
    "steady": "medio, corsa media, ritmo medio",
    "tempo": "in soglia, soglia",
    "long": "lungo, lunga, lunghi, lungo lento",
    "long run": "corsa lunga",
    "intervals": "ripetute, ripetuta, intervalli",
    "sprints": "scatti, allunghi",
    "hills": "ripetute in salita, salite, salita, in salita",
    "race": "gara",
    "walk": (
        "camminata, passeggiata, camminare, passeggiare, fare una passeggiata, fare una camminata"
    ),
    # training
    "legs": "gambe",
    "quads": "quadricipiti",
    "hams": "femorali",
    "glutes": "glutei",
    "calves": "polpacci",
    "thighs": "cosce",
    "light": "leggere, leggera, leggero",
    "heavy": "pesante, pesanti",
    "medium": "normale, normali",
    "it was": "è stata, è stato",
    "hard": "tosto, duro, dura, tosta",
    # asking
    "can I": "posso, potrei, riesco a, mi conviene, si puo",
    "should I": "dovrei, devo",
    "is it ok to": "va bene, e ok, e sicuro, ha senso",
    "do": "fare, farmi",
    "go": "andare, uscire",
    "still": "ancora",
    "already": "gia",
    "again": "di nuovo",
    "or rest": "or riposo, or riposare",
    "help": "aiuto, aiutami, mi serve aiuto",
    "what can you do": "cosa sai fare, cosa puoi fare",
    "how does this work": "come funziona, come funzioni, come si usa",
    # telling
    "only": "solo, soltanto",
    "ran": (
        "corso, ho corso, corsi, corricchiato, andato a correre, andata a correre, "
        "sono andato a correre, sono andata a correre, uscito a correre, uscita a correre"
    ),
    "walked": "camminato, passeggiato",
    "did": "fatto, fatta, fatti, fatte, ho fatto",
    "finished": "finito, finita, completato",
    "trained": "allenato",
    "squatted": "squattato",
    "slept": "dormito, ho dormito",
    "sleep": "sonno, di sonno",
    "soreness": "indolenzimento, dolori muscolari, dolore muscolare, doms, acido lattico",
    "sore": "indolenzite, indolenzito, indolenzita, doloranti",
    "effort": "sforzo, fatica, intensita, difficolta",
    "my": "mio, mia, miei, mie",
    "are": "sono",
    "have": "ho",
    "very": "molto",
    # greeting
    "good morning": "buongiorno",
    "please": "per favore, per piacere, per cortesia",
    "hello": "ciao, salve, ciao a tutti",
    "hey": "ehi, ehila",
    "good evening": "buonasera",
    "good afternoon": "buon pomeriggio",
    "thanks": "grazie, grazie mille",
    # answering reminders, plans
    "done": "tutto fatto",
    "skip": "salta, salto",
    "stop": "basta, smettila, fermati, basta cosi, smetti",
    "stop reminding me": "smetti di ricordarmelo, non ricordarmelo piu",
    "stop reminders": "basta promemoria",
    "later": "piu tardi",
    # denying, danger
    "no": "niente, togli",
    "not": "non",
    "without": "senza",
    "never": "mai",
    # small words
    "of": "del",
    "at": "alle",
    "a": "un, uno, una",
    "cough": "tosse",
    # said for nothing
    "": "lo, secondo te, allora",
}
