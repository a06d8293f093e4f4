"""German words of times, distances and sentences."""

from collections.abc import Mapping
from typing import Final

from bot.domain.tongues.notation import merged, with_endings

_PLAIN_WORDS: Final = {
    # times of day
    "today": "heute",
    "this morning": "heute morgen, heute früh, heute vormittag, diesen morgen",
    "today noon": "heute mittag",
    "this afternoon": "heute nachmittag",
    "this evening": "heute abend, heute am abend",
    "tonight": "heute nacht",
    "yesterday": "gestern",
    "yesterday morning": "gestern morgen, gestern früh, gestern vormittag",
    "last night": "gestern nacht, letzte nacht",
    "day before yesterday": "vorgestern",
    "tomorrow": "morgen",
    "tomorrow morning": "morgen früh, morgen vormittag",
    "morning": "vormittag, früh",
    "in the morning": "morgens, am morgen, am vormittag, vormittags",
    "early morning": "frühmorgens, früh morgens, früh am morgen, am frühen morgen",
    "noon": "am mittag",
    "afternoon": "nachmittag",
    "in the afternoon": "nachmittags, am nachmittag",
    "evening": "abend",
    "in the evening": "abends, am abend",
    "late evening": "spätabends, spät abends, am späten abend",
    "early evening": "am frühen abend",
    "night": "nacht",
    "at night": "nachts, in der nacht",
    "midnight": "mitternacht",
    "day after tomorrow": "übermorgen",
    "now": "jetzt, gerade eben, eben gerade, soeben",
    "just": "gerade, eben",
    # days of the week, months
    "daily": "jeden tag, täglich, alle tage",
    "weekdays": "unter der woche, an werktagen, an wochentagen",
    "weekends": "am wochenende, an wochenenden, jedes wochenende",
    "except": "außer, außer am, bis auf, aber nicht, nur nicht",
    "to": "bis",
    "on": "am",
    "from": "ab",
    "since": "seit, seit dem",
    "jan": "januar, jänner",
    "feb": "februar",
    "mar": "märz",
    "may": "mai",
    "jun": "juni",
    "jul": "juli",
    "oct": "oktober, okt, okt.",
    "dec": "dezember, dez, dez.",
    # lengths and distances
    "week": "woche",
    "weeks": "wochen",
    "day": "tag",
    "days": "tage, tagen",
    "hour": "stunde",
    "hours": "stunden",
    "h": "std, std.",
    "minutes": "minuten",
    "min": "min.",
    "month": "monat",
    "months": "monate, monaten",
    "for": "für",
    "or so": "oder so",
    "m": "metern, meters, hm",
    "half marathon": "halbmarathon, ein halber marathon, halber marathon, halben marathon",
    "marathon": "einen marathon",
    "10 km": "zehner",
    "miles": "meilen",
    "down": "bergab, abstieg, runter, hinunter, hinab, abwärts, im abstieg",
    # running and walking
    "run": "laufen, laufen gehen, rennen, lauf, dauerlauf, runde laufen",
    "jog": "joggen, joggen gehen",
    "runs": "läufe",
    "walk": "spazieren gehen, spazieren, wandern",
    "recovery run": "regenerationslauf",
    "intervals": "intervalltraining, intervallläufe",
    "tempo run": "tempolauf",
    "threshold": "schwellenlauf, schwelle",
    "sprints": "sprinten",
    "race": "wettkampf, rennen laufen",
    "hills": "bergläufe, berglauf, berge, hügel",
    "downhill run": "bergablauf, bergab laufen",
    # training
    "medium": "mittel",
    "legs": "beinen, beines, beins",
    "leg": "bein",
    "leg day": "beintag, beintraining, beineinheit, beinworkout",
    # asking
    "can I": "kann ich",
    "may I": "darf ich",
    "should I": "soll ich, sollte ich",
    "could I": "könnte ich",
    "is it ok": "ist es ok, ist es in ordnung, ists ok",
    "go": "gehen",
    "do": "machen",
    "still": "noch",
    "already": "schon, bereits",
    "again": "wieder, nochmal, noch mal",
    "enough": "genug",
    "ready": "bereit",
    "recovered": "erholt",
    "rest": "pausieren, ausruhen, ruhetag, pause, pause machen",
    "help": "hilfe",
    "what can you do": "was kannst du, was kannst du alles",
    "how does this work": "wie funktioniert das, wie geht das",
    # telling
    "I": "ich, ich habe, ich hab, ich bin",
    "is": "ist",
    "are": "sind",
    "feel": "fühlen sich",
    "squatted": "gebeugt, kniebeugen gemacht",
    "ran": "gelaufen, gerannt",
    "jogged": "gejoggt",
    "walked": "gegangen, spaziert, gewandert",
    "soreness": "muskelkater",
    "effort": "anstrengung, belastung",
    "sleep": "schlaf, geschlafen",
    "only": "nur, bloß",
    "heavy legs": "schwere beine, beine schwer",
    "dead legs": "tote beine, kaputte beine, platte beine",
    "fresh legs": "frische beine, beine frisch, lockere beine",
    "good legs": "gute beine",
    "tired": "müde",
    "trained": "trainiert",
    # greeting
    "hello": "hallo, guten tag",
    "hi": "moin, servus, huhu",
    "good morning": "guten morgen",
    "good evening": "guten abend",
    "thanks": "danke, dankeschön, danke schön, vielen dank",
    # answering reminders, plans
    "skip": "streiche, streich, streichen",
    "done": (
        "erledigt, fertig, schon gemacht, schon erledigt, hab ich gemacht, ist erledigt, gemacht, "
        "geschafft, habs gemacht, hab's gemacht, bin fertig"
    ),
    "yes done": "ja erledigt, ja gemacht",
    "done with": "fertig mit, durch mit",
    "later": "später, nachher, nicht jetzt, jetzt nicht, später nochmal",
    "stop": "stopp, aufhören, hör auf, schluss, lass das",
    "stop reminders": "keine erinnerungen mehr, keine erinnerungen",
    "stop reminding me": (
        "nicht mehr erinnern, nicht erinnern, hör auf mich zu erinnern, erinnere mich nicht, "
        "erinner mich nicht"
    ),
    # denying, danger
    "no": "keinerlei",
    "not": "nicht",
    "never": "nie, noch nie, niemals",
    "without": "ohne",
    "urine": "urin, harn, pisse, pipi",
    "dark": "dunkel, dunkler, dunklen",
    "fever": "fieber",
    "cough": "husten",
    "pretty": "ziemlich",
    # small words
    "and": "sowie",
    "at": "um, gegen, punkt",
    "the": "der, den",
    "or": "oder",
    "in": "im",
    "with": "trotz",
    # said for nothing
    "": (
        "zu, denn, mal, hab, habe, hatte, bin, war, bitte, eigentlich, vielleicht, lieber, besser, "
        "eher, vorhin, halt, gehabt, geworden, gewesen"
    ),
}

# Each of these is said with the endings that follow, too.
_INFLECTED_WORDS: Final = {
    # times of day
    "noon": "mittag",
    "just": "grad",
    # days of the week, months
    "monday": "montag",
    "tuesday": "dienstag",
    "wednesday": "mittwoch",
    "thursday": "donnerstag",
    "friday": "freitag",
    "saturday": "samstag, sonnabend",
    "sunday": "sonntag",
    "weekdays": "werktag, wochentag",
    "weekends": "wochenend",
    "every": "jed",
    "next": "nächst, kommend",
    "last": "letzt, vergangen, vorig",
    "this": "dies",
    # lengths and distances
    "km": "kilometer",
    "m": "höhenmeter",
    "m down": "tiefenmeter",
    # running and walking
    "easy": "locker, ruhig, regenerativ, entspannt, gemütlich, langsam",
    "long": "lang",
    "intervals": "intervall",
    # training
    "hard": "hart, anstrengend",
    "very": "sehr, echt",
    "ordinary": "normal",
    # telling
    "my": "mein",
    # denying, danger
    "no": "kein",
    "pain": "schmerz",
    # small words
    "a": "ein",
}
WORDS: Final[Mapping[str, str]] = merged(
    _PLAIN_WORDS, with_endings(_INFLECTED_WORDS, "e", "en", "er", "es", "em", "n", "s")
)
