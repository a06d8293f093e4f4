"""Italian rules for what is asked about the bot and training, and for how legs are in words."""

from typing import Final

from bot.domain.tongues.tongue import Rules

# Up to three words between two others.
_SOME: Final = r"(?: [\w']+){0,3}?"
_DELETE: Final = r"(?:cancell\w*|elimin\w*|tog\w*)"
_LEG_DAY: Final = r"(?:leg ?day|allenamento gambe|giorno gambe)"

_STOP: Final = r"(?:promemoria|messaggi|notifiche|avvisi)"
_PLEASE: Final = r"(?:,? (?:per favore|grazie))?[.!]*$"

RULES: Final[Rules] = {
    # no more reminders, said alone
    r"^(?:per favore,? )?"
    rf"(?:non (?:voglio|mi servono)(?: ricevere| più| altri| altre| i| tuoi)* {_STOP}(?: più)?"
    rf"|(?:basta|niente|stop)(?: più| con| ai| i)* {_STOP}"
    r"|(?:ferma|disattiva|togli|spegni|blocca|interrompi)(?:re|ere)?"
    rf"(?: tutti| tutte| i| le| gli| miei| tuoi)* {_STOP}"
    rf"|smetti(?:la)? di (?:scrivermi|ricordarmi(?:lo)?|avvisarmi|disturbarmi|mandarmi {_STOP})"
    r"|non (?:scrivermi|ricordarmelo|avvisarmi|disturbarmi)(?: più)?"
    rf"|non mandarmi(?: più| altri)*(?: {_STOP}| niente)(?: più)?){_PLEASE}": "stop reminders",
    # reminders
    r"\b(?:ricordami|ricordarmi)(?= (?:di|d'))": "remind to",
    rf"\b(?:mett(?:i|o|ere) in pausa|sospend\w+|silenzi\w+|ferm(?:a|o|are))"
    rf"{_SOME} promemoria\b": "mute reminders",
    r"\bin vacanza\b": "mute reminders",
    rf"\b(?:quando|quali|vedi|i miei|il mio|prossimo){_SOME} promemoria\b": "my reminders",
    # what is kept
    rf"\b{_DELETE}{_SOME} (?:dati|account)\b|\b{_DELETE} tutto\b": "delete my data",
    r"\bdimenticami\b": "delete account",
    rf"\b(?:cosa|quali dati){_SOME} (?:sai|salvi|tieni|hai|conservi)"
    rf"{_SOME} (?:di|su) me\b": "privacy",
    rf"\b(?:esport\w*|scaric\w*){_SOME} dati\b": "export my data",
    r"\bimport(?:a|are|o)\b": "import data",
    # settings
    r"\bfuso(?: orario)?\b": "time zone",
    r"\bore di silenzio\b|\bora di dormire\b": "quiet hours",
    r"\blingua\b|\bparla (?:italiano|inglese)\b|\bin (?:italiano|inglese)$": "language",
    r"\bunità di misura\b|\bunità$": "my units",
    r"^(?:le )?impostazioni$": "settings",
    # entries, the week, the group
    rf"\b{_DELETE}{_SOME} {_LEG_DAY}\b": "delete leg day",
    rf"\b(?:{_DELETE}|correggi|cambia){_SOME} (?:corsa|voce)\b": "delete entry",
    r"\bannulla\b|\bho sbagliato\b": "wrong entry",
    r"\b(?:la mia )?(?:striscia|statistiche)\b": "streak",
    r"\bquando\b[^.?!]{0,25} ultim[oa]\b": "when was my last",
    r"\b(?:che )?cosa ho (?:fatto|allenato)\b|\bho corso ieri(?=\?)": "streak",
    r"\bquanto ho (?:corso|fatto)\b": "streak",
    r"\bin programma\b|\bil mio piano\b|\bpianificato\b": "what planned",
    r"\bchi (?:si allena|viene|c'è)\b": "who training",
    # small talk
    r"^(?:sì|no|salva|annulla)$": "yes",
    r"^(?:(?:grazie|mille|tante|molte|ok|okay|va|bene|perfetto|ottimo|bravo|bot|buona?|notte"
    r"|d'accordo|fantastico|grande|a|dopo|presto)(?:[ ,!.]+|$))+$": "thanks",
    r"\b(?:chi|cosa) sei\b": "who are you",
    r"^(?:sono )?andat[oa] a correre(?: oggi| ieri)?$": "went running",
    # what is known of training
    r"\b(?:che )?cosa (?:aiuta|serve)(?: contro| per)?\b": "what helps",
    r"\b(?:serve|aiuta)n?o?\b(?=\?| (?:a|dopo|prima|per|davvero)\b)": "does help",
    r"\bfare stretching\b": "stretching",
    r"\bbagno (?:freddo|ghiacciato)\b|\bdoccia fredda\b|\bghiaccio\b": "ice bath",
    r"\briscald(?:arsi|armi|amento)\b": "warm up",
    r"\bcaffè\b": "coffee",
    r"\b(?:ho )?bevuto (\d+|due|tre|quattro) (?:birre?|bicchieri(?: di vino)?|drink)\b": (
        r"\1 beers"
    ),
    r"\btornare a correre (?:forte|veloce)\b|\bcorrere (?:forte|veloce)\b": "run fast",
    r"\bdevo riposar(?:e|mi)\b": "should I rest",
    r"\bcorro (?:lo stesso|comunque)\b": "run anyway",
    r"\balcol\b|\bbirra\b": "alcohol",
    r"\bibuprofene\b|\bantidolorifici\b": "painkillers",
    r"\bproteine?\b": "protein",
    r"\bquant[eoia]\b(?= (?:protein|acqua|sonno))": "how much",
    r"\bperché ho (?:sempre |tutti questi |i |questi )*(?:doms|dolori)\b": "why soreness",
    # what was done besides running
    r"\b(?:ho )?giocato a (?:calcio|calcetto|tennis|basket|padel|pallavolo)\b": "played football",
    r"\b(?:ho )?(?:pedalato|fatto bici|fatto un giro in bici)\b": "cycled",
    # how a question is put
    r"\b(?:con il|col|ho il) raffreddore\b"
    r"|\b(?:sono )?(?:un po'? )?raffreddat[oa]\b": "with head cold,",
    r"\b((?:posso|potrei|devo|dovrei) [^?,]*?)(?:questo|nel|il) (?:week[ -]?end|fine settimana)\b"
    r"|\b(?:questo|nel|il) (?:week[ -]?end|fine settimana)(?=\?)": r"\1this weekend",
    r"\bdopo (?:il )?lavoro\b": "after work",
    r"^(?:no,? |scusa,? )*(?:volevo dire|intendevo)\b": "no meant",
    r"\bnon ho (?:la )?tosse\b": "no cough",
    r"^(\d[\d.,]*) ?km in bici\w*": r"cycled \1 km",
    r"\b(?:correre|corro) o (?:riposare|riposo)\b": "run or rest",
    r"\bcome (?:va|è) il mio recupero\b": "how is my recovery",
    r"^(?:io )?(?:vivo|abito) a [^?,]+$": "time zone",
    r"\bquando (?=posso|potrò)": "when ",
    # the question of before once more
    r"^(?:e )?che ne dici di\b": "what about",
    r"^(?:e |allora |ma )*quando(?: allora)?(?=\W*$)": "when then",
    r"^(?:e )?(?:per )?quanto(?: tempo)?(?=\W*$| (?:can I|posso)\b)": "how long",
    r"\bincinta\b|\bgravidanza\b": "pregnant",
    # how legs are, other training
    r"\b(?:ho )?i? ?(?:postumi della sbornia|la sbornia)\b": "hungover",
    r"\bcon questo caldo\b": "in the heat",
    r"\bfa (?:molto |troppo |così )?caldo\b": "it's hot",
    r"\b(?:doms|dolori muscolari) (?:forti|fortissimi|tremendi)\b"
    r"|\b(?:tanti|forti|molti) (?:doms|dolori muscolari)\b": "very sore",
    r"\b(?:un po'? di|pochi|qualche|leggeri) (?:doms|dolori muscolari)\b": "bit sore",
    r"\b(?:ho )?dormito (?:molto )?male\b": "slept badly",
    r"^(?:mi fanno (?:molto )?male le gambe|le gambe mi fanno (?:molto )?male)\W*$": "my legs hurt",
    r"\bho dormito pochissimo\b|\bquasi non ho dormito\b": "barely slept",
    r"\b(?:allenare|fare) (?:le )?gambe\b": "train legs",
    r"\b(?:andare|uscire) in bici\w*\b|\bpedalare\b": "bike",
    r"\bgiocare a (?:calcio|calcetto|tennis|basket|padel)\b": "play football",
    r"\bnuotare\b": "swim",
}
