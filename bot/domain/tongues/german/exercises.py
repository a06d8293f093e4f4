"""German names of exercises, and words of sets and reps."""

from collections.abc import Mapping
from typing import Final

from bot.domain.tongues.german.times import NUMBERS
from bot.domain.tongues.notation import merged, numerals, with_endings

_PLAIN_NAMES: Final = {
    # machines and endurance
    "bike": "fahrrad, radfahren, ergometer, heimtrainer",
    "sled push": "schlitten schieben",
    "sled pull": "schlitten ziehen",
    "elliptical": "crosstrainer",
    "rowing machine": "rudergerät",
    "stair climber": "treppensteiger, stairmaster",
    # presses and machines
    "single leg press": "beinpresse einbeinig, einbeinige beinpresse",
    "single leg extension": "beinstrecker einbeinig",
    # hips and lower back
    "hip thrust": "hüftheben, beckenheben",
    "glute bridge": "brücke",
    "tibialis raise": "tibialis-heben, tibialisheben, schienbeinheben, zehenheben",
    "lateral band walk": "seitgehen mit band",
    "kettlebell swing": "kettlebellschwünge, kettlebell schwung",
    # squats and lunges
    "air squat": "kniebeugen ohne gewicht",
    "hack": "hackenschmidt",
    "sumo squat": "breite kniebeuge, breite kniebeugen",
    "cyclist": "radfahrer",
    "curtsy": "knicks",
    "bulgarian split squat": "bulgarische ausfallschritte",
    "step up": "aufsteiger, kastenaufstieg",
    "step down": "absteiger, kastenabstieg",
    # deadlifts and calves
    "deadlift": "kreuzheben",
    "sumo deadlift": "sumokreuzheben",
    "trap bar": "trapbar, hexbar, mit trap bar",
    "power clean": "umsetzen, stoßen",
    "snatch": "reißen",
    "calf raise": "wadenheben, wadenheber, fersenheben",
    "calf press": "wadenpresse, wadendrücken",
    "farmers walk": "bauerngang",
    "stiff leg": "mit gestreckten beinen",
    "single leg rdl": "einbeiniges kreuzheben, kreuzheben einbeinig",
    # jumps
    "box jump": "kastensprung, kastensprünge, boxsprung, boxsprünge",
    "jump squat": "strecksprünge",
    "broad jump": "standweitsprung, standweitsprünge",
    "depth jump": "tiefsprung",
    "bounding": "sprunglauf",
    "plyometrics": "plyometrie, plyos",
    # upper body and trunk
    "bench press": "bankdrücken, flachbank",
    "incline bench press": "schrägbankdrücken, schrägbank",
    "decline bench press": "negativbankdrücken",
    "chest press": "brustpresse, brustdrücken",
    "chest fly": "fliegende, butterfly",
    "overhead press": "überkopfdrücken",
    "shoulder press": "schulterdrücken, schulterpresse",
    "push press": "schwungdrücken",
    "lateral raise": "seitheben",
    "front raise": "frontheben",
    "rear delt fly": "reverse flys, vorgebeugtes seitheben",
    "upright row": "aufrechtes rudern",
    "shrug": "schulterheben, nackenheben",
    "pull up": "klimmzug",
    "chin up": "klimmzüge im untergriff, klimmzüge untergriff",
    "lat pulldown": "latzug, latziehen",
    "row": "rudern, vorgebeugtes rudern, langhantelrudern",
    "cable row": "kabelrudern, rudern am kabel, sitzendes rudern",
    "inverted row": "umgekehrtes rudern",
    "pullover": "überzug, überzüge",
    "dip": "barrenstütz",
    "triceps extension": "stirndrücken",
    "triceps pushdown": "trizepsdrücken",
    "plank": "unterarmstütz",
    "sit up": "crunches, bauchpresse",
    "leg raise": "beinheben, knieheben",
    "ab wheel": "bauchroller",
    "russian twist": "russische twists",
    "dead bug": "toter käfer, käfer",
    # care
    "foam rolling": "ausrollen, blackroll",
    "stretching": "dehnen",
    "cold water": "kaltes wasser, eisbad",
    # kinds of an exercise
    "lying": "im liegen",
    "seated": "im sitzen",
    "standing": "im stehen",
    "side": "zur seite",
    "reverse": "rückwärts, nach hinten",
    "overhead": "überkopf",
    "deficit": "defizit",
    "walking": "im gehen",
    # weights and numbers
    "m": "meter",
    # small words
    "and": "und",
    "legs": "beine",
    "with": "mit",
}

# Each of these is said with the endings that follow, too.
_INFLECTED_NAMES: Final = {
    # presses and machines
    "leg press": "beinpress",
    "leg extension": "beinstreck",
    "leg curl": "beinbeug, beincurl",
    "nordic": "nordisch",
    # hips and lower back
    "hip abduction": "abduktion, abduktor",
    "hip adduction": "adduktion, adduktor",
    "back extension": "rückenstreck",
    "wall sit": "wandsitz",
    "good morning": "rumpfvorbeug",
    # squats and lunges
    "bulgarian": "bulgarisch",
    "squat": "kniebeug",
    "front squat": "frontkniebeug",
    "goblet squat": "kurzhantelkniebeug",
    "pendulum squat": "pendelkniebeug",
    "overhead squat": "überkopfkniebeug",
    "sumo squat": "sumokniebeug",
    "lunge": "ausfallschritt",
    "side lunge": "kosakenkniebeug",
    "split": "geteilt",
    "bulgarian split squat": "bulgarische kniebeug",
    # deadlifts and calves
    "romanian": "rumänisch",
    "stiff leg": "gestreckt",
    # jumps
    "jump squat": "sprungkniebeug",
    "jump": "gesprungen",
    # upper body and trunk
    "hanging": "hängend",
    "pull up": "klimmzüge",
    "push up": "liegestütz",
    "biceps curl": "bizepscurl",
    "wrist curl": "unterarmcurl",
    "triceps extension": "trizepsstreck",
    # care
    "foam rolling": "faszienroll",
    # kinds of an exercise
    "lying": "liegend",
    "seated": "sitzend",
    "standing": "stehend",
    "single leg": "einbeinig",
    "side": "seitlich",
    "reverse": "umgekehrt",
    "eccentric": "exzentrisch",
    "negative": "negativ",
    "walking": "gehend",
    "sliding": "gleitend",
    # weights and numbers
    "heavy": "schwer",
    "light": "leicht",
}
NAMES: Final[Mapping[str, str]] = merged(
    _PLAIN_NAMES, with_endings(_INFLECTED_NAMES, "e", "en", "er", "es", "em", "n", "s")
)

_PLAIN_SETS: Final = {
    # deadlifts and calves
    "calf raise": "waden",
    # kinds of an exercise
    "bodyweight": "körpergewicht, eigengewicht, mit körpergewicht, ohne gewicht",
    "barbell": "langhantel, mit langhantel",
    "dumbbell": "mit kurzhanteln",
    "machine": "maschine",
    "cable": "kabelzug, am kabel",
    # sets and reps
    "set": "satz",
    "sets of": "sätze von, sätze zu, sätze mit",
    "sets x": "sätze à, sätze a, sätze je, sätze mit je, sätze zu je",
    "rep": "wiederholung",
    "reps": "wiederholungen, wdh.",
    "reps with": "wiederholungen mit, wdh mit, wdh. mit, wdh bei",
    "x": "mal, à",
    "at": "an der, an dem, am",
    "each": "je, jeweils",
    "per leg": "je bein, pro bein",
    "per side": "je seite, pro seite",
    "per arm": "je arm, pro arm",
    "to failure": "bis zum versagen",
    "min rest": "min pause, minuten pause",
    "s rest": "s pause, sek pause, sekunden pause",
    "warm up": "aufwärmen",
    # weights and numbers
    "s": "sekunden, sek",
    "min": "minuten",
    **numerals(NUMBERS),
    # small words
    "with": "bei, mit je",
    "then": "dann, danach",
}

# Each of these is said with the endings that follow, too.
_INFLECTED_SETS: Final = {
    # kinds of an exercise
    "dumbbell": "kurzhantel",
    # sets and reps
    "sets": "sätze",
    "reps": "wdh",
    # weights and numbers
    "kg": "kilo",
}
SETS: Final[Mapping[str, str]] = merged(
    _PLAIN_SETS, with_endings(_INFLECTED_SETS, "e", "en", "er", "es", "em", "n", "s")
)
