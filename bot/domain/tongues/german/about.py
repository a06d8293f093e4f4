"""German rules for what is asked about the bot and training, and for how legs are in words."""

from typing import Final

from bot.domain.tongues.tongue import Rules

# Up to three words between two others.
_SOME: Final = r"(?: [\w']+){0,3}?"
_DELETE: Final = r"(?:l(?:ö|oe)sch\w*|entfern\w*)"
_LEG_DAY: Final = r"(?:bein-?(?:tag|training|einheit)|leg ?day)"

_STOP: Final = r"(?:erinnerung(?:en)?|nachrichten|benachrichtigungen|meldungen|reminder|dms?)"
_ALL: Final = r"(?:bitte |alle |die |meine |deine |diese )*"

RULES: Final[Rules] = {
    # no more reminders, said alone
    rf"^(?:bitte |ich )*(?:(?:will|m(?:ö|oe)chte|brauche|mag) )?keine (?:weiteren )?{_STOP}"
    r"(?: mehr| bekommen| haben| bitte)* ?[.!]*$"
    rf"|^{_ALL}{_STOP} (?:bitte )?(?:aus(?:schalten|stellen|machen)?|stopp(?:en)?"
    r"|ab(?:stellen|schalten|bestellen)|beenden|deaktivieren)[.!]*$"
    rf"|^(?:bitte )?(?:schalte?|stelle?|mache?) {_ALL}{_STOP} (?:bitte )?(?:aus|ab)[.!]*$"
    rf"|^(?:bitte )?(?:stoppe?|beende|deaktiviere?) {_ALL}{_STOP}[.!]*$"
    r"|^(?:bitte )?h(?:ö|oe)re? (?:bitte )?auf,? (?:mich zu erinnern|mir zu schreiben)[.!]*$"
    r"|^(?:bitte )?(?:schreib|erinner|nerv)e? (?:mir|mich) (?:bitte )?nichts?(?: mehr)?[.!]*$": (
        "stop reminders"
    ),
    # reminders
    rf"\berinner\w* mich{_SOME} (?:ans?|daran|dass|zu[mr]?|jeden|täglich)\b": "remind me to",
    rf"\bmich{_SOME} (?:ans?|daran|zu[mr]?) erinner\w*": "remind me to",
    r"\berinnerung(?:en)? (?:pausieren|aussetzen|stumm\w*)|\bpausier\w*"
    rf"{_SOME} erinnerungen": "mute reminders",
    r"\bim urlaub\b": "mute reminders",
    rf"\b(?:wann|welche|zeig\w*|meine|nächste){_SOME} erinnerung(?:en)?\b": "my reminders",
    # what is kept
    rf"\b{_DELETE}{_SOME} (?:daten|konto|account|alles)\b": "delete my data",
    rf"\b(?:daten|konto|account|alles){_SOME} {_DELETE}": "delete my data",
    r"\bvergiss mich\b": "forget me",
    rf"\bwas{_SOME} (?:weißt|speicherst|hast|weisst) du{_SOME} (?:über|von) mich\b|"
    r"\bwelche daten\b": "privacy",
    r"\bdaten (?:exportieren|herunterladen|runterladen)|\bexportier\w*"
    rf"{_SOME} daten\b": "export my data",
    r"\b(?:importier\w*|importieren)\b": "import data",
    # settings
    r"\bzeitzone\b": "time zone",
    r"\bruhezeit(?:en)?\b|\bschlafenszeit\b": "quiet hours",
    r"\bsprache\b|\bauf (?:deutsch|englisch)\b|\bsprich (?:deutsch|englisch)\b": "language",
    r"\beinheiten\b": "my units",
    r"^(?:meine |die )?einstellungen(?: ändern)?$": "settings",
    # entries, the week, the group
    rf"\b{_LEG_DAY}{_SOME} {_DELETE}|\b{_DELETE}{_SOME} {_LEG_DAY}\b": "delete my leg day",
    r"\b(?:letzten |meinen )?(?:lauf|eintrag) (?:löschen|ändern|korrigieren)": "delete my entry",
    r"\brückgängig\b|\bvertippt\b|\bfalsch eingetragen\b": "wrong entry",
    r"\b(?:meine? )?(?:serie|statistik(?:en)?)\b": "streak",
    rf"\bwann war{_SOME} letzte[rn]?\b": "when was my last",
    r"\b(?:habe?|war) ich gestern\b|\bwas habe? ich\b": "streak",
    r"\bwas (?:steht|liegt)\b[^?]*?\ban\b|\b(?:mein|zeig\w* meinen) (?:wochen)?plan\b"
    r"|\bwas ist geplant\b": "what is planned",
    r"\bwer (?:trainiert|kommt|ist dabei|macht mit)\b": "who is training",
    # small talk
    r"^(?:ja|jo|jep|nein|nee|nö|speichern|abbrechen)$": "yes",
    r"^(?:(?:vielen|lieben|herzlichen|dank|dir|danke\w*|schön|sehr|ok|okay|super|cool|toll|prima|alles"
    r"|klar|gut\w*|nacht|bot|tschüss|tschau|ciao|bis|dann|bald|perfekt|nice|lol)"
    r"(?:[ ,!.]+|$))+$": "thanks",
    r"\b(?:wer|was) bist du\b": "who are you",
    r"^(?:ich )?(?:war|bin)(?: heute| gerade| gestern| eben)? (?:laufen|joggen)"
    r"(?: gewesen| gegangen)?$": "went running",
    # what is known of training
    r"\bwas hilft(?: gegen| bei)?\b": "what helps",
    r"\b(?:hilft|bringt|nützt)\b": "does help",
    r"\bdehn(?:en|ung)\b|\bstretching\b": "stretching",
    r"\bfaszienrolle\b|\bausrollen\b": "foam rolling",
    r"\beisbad\b|\bkalt (?:duschen|baden)\b": "ice bath",
    r"\baufwärmen\b": "warm up",
    r"\bkaffee\b": "coffee",
    r"\b((?:ein paar|paar|\d+|zwei|drei|vier|fünf|sechs)) (?:biere?|gläser wein|drinks?)"
    r"(?: (?:getrunken|gehabt|intus))?\b": r"\1 beers",
    r"\balkohol\b|\bbier\b": "alcohol",
    r"\bschmerzmittel\b": "painkillers",
    r"\beiweiß\b": "protein",
    r"\bwie ?viel\b": "how much",
    r"\bwarum (?:habe? ich )?(?:immer )?(?:so )?(?:viel )?muskelkater\b": "why soreness",
    r"\bmuskelkater los\b": "get rid of soreness",
    # what was done besides running
    r"\b(?:ich )?(?:habe? |hatte )?((?:[^?,]*? )?)(?:fußball|fussball|tennis|basketball|handball"
    r"|volleyball)((?: [^?,]*?)?) gespielt\b": r"played football \1\2",
    r"\b(?:ich )?(?:bin |war )?((?:[^?,]*? )?)(?:mit dem )?(?:rad|fahrrad|mtb)((?: [^?,]*?)?)"
    r" gefahren\b|\b(?:ich )?(?:bin )?([^?,]*?) ?geradelt\b": r"cycled \1\2\3",
    # how a question is put
    r"\bmit (?:einer |ner |meiner |leichter )*erkältung\b"
    r"|(?<!stark )(?<!schwer )\b(?:(?:ich )?bin )?"
    r"(?:(?:leicht|etwas|(?:ein )?bisschen|ein wenig) )?erkältet\b": "with head cold,",
    r"\b((?:kann|darf|soll\w*) ich [^?,]*?)(?:am|dieses|an diesem|übers) wochenende\b"
    r"|\b(?:am|dieses|an diesem) wochenende(?=\?)": r"\1this weekend",
    r"\bnach (?:der arbeit|feierabend)\b": "after work",
    r"^(?:nein,? |nee,? |sorry,? )*ich meinte\b": "no i meant",
    r"\bwie schnell(?= kann| darf| soll)": "how fast",
    r"\bvollgas (?=laufen|rennen)": "hard ",
    r"\bschnelle[nrs]? (?=lauf\b)": "fast ",
    r"\b(?!beine?\b)(\w+) gemacht(?=,? ?\d+ ?x)": r"did \1",
    r"\b(?:laufen|joggen) oder (?:ruhen|pause|pausieren|ausruhen)\b": "run or rest",
    r"\bwie (?:ist|steht es um|läuft) meine (?:erholung|regeneration)\b": "how is my recovery",
    r"\bsind intervalle\b": "are intervals",
    r"\btrotzdem (?:laufen|joggen)\b": "run anyway",
    r"\bwann (?=kann|darf|soll|werd)": "when ",
    r"\bschnell (?=laufen|rennen|joggen)": "fast ",
    r"\bwie lange (?:muss|soll|sollte) ich\b.*\bwarten\b": "how long recover",
    r"\b(?:ein )?(\d{1,2})er(?=\W*$)": r"\1 km",
    r"^geht (?=.*\bkm\b.*\?)": "can i run ",
    r"^ich (?:wohne|lebe)(?: jetzt)? in [^?,]+$": "time zone",
    r"\b(?:wieso|weshalb|warum) hab[e']? ich (?:so )?(?:einen |starken )*muskelkater\b": (
        "why soreness"
    ),
    # the question of before once more
    r"^(?:und |aber |ok |also )*"
    r"(?:was ist mit|wie wäre? es mit|wie wär'?s mit|wie sieht es mit)\b": "what about",
    r"^(?:und |also |ok )*wann (?:dann|denn|wieder|sonst)\b(?=\W*$)": "when then",
    r"^(?:und |also )*wie lange?(?: denn| dann)?"
    r"(?=\W*$| (?:can I|kann ich|darf ich)\b)": "how long",
    r"\bschwanger\w*\b": "pregnant",
    # how legs are, other training
    r"\b(?:verkatert|(?:einen |den )?kater)\b": "hungover",
    r"\bbei (?:der|dieser|so einer) hitze\b": "in the heat",
    r"\b(?:es ist|ist) (?:so |sehr |zu |echt )?hei(?:ß|ss)\b": "it's hot",
    r"\b(?:starke\w*|ziemlich\w*|krasse\w*|heftige\w*|voll|mega|extreme\w*|richtig|üble\w*)"
    r" muskelkater\b": "very sore",
    r"\b(?:etwas|ein bisschen|bisschen|leichte\w*|ein wenig) muskelkater\b": "bit sore",
    r"\bschlecht geschlafen\b": "slept badly",
    r"^(?:(?:meine|die) )?beine tun(?: (?:mir|sehr|echt|total|so))* weh\W*$"
    r"|^mir tun (?:(?:meine|die) )?beine weh\W*$": "my legs hurt",
    r"\bkaum geschlafen\b": "barely slept",
    r"\bbeine? (?:trainieren|machen|pumpen)\b": "train legs",
    r"\brad ?(?:fahren|fahre)\b|\bradeln\b|\bbiken\b": "bike",
    r"\b(?:fußball|tennis|basketball|handball) spielen\b": "play football",
    r"\bschwimmen\b": "swim",
}
