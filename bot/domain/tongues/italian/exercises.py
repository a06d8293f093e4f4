"""Italian names of exercises, and words of sets and reps."""

from collections.abc import Mapping
from typing import Final

NAMES: Final[Mapping[str, str]] = {
    # machines and endurance
    "bike": "cyclette, bici, spinning",
    "sled push": "slitta",
    "elliptical": "ellittica",
    "rowing machine": "vogatore",
    "stair climber": "scale",
    # presses and machines
    "leg press": "pressa, alla pressa, pressa a 45°, pressa 45°",
    "leg extension": "estensioni gambe, estensione gambe",
    "leg curl": "curl femorali, curl gambe",
    "lying leg curl": "leg curl sdraiato, leg curl sdraiata, leg curl prono",
    "seated leg curl": "leg curl seduto, leg curl da seduto, leg curl seduta",
    "nordic curl": "curl nordico",
    "sliding leg curl": "leg curl scivolato",
    "eccentric leg press": "leg press eccentrica",
    # hips and lower back
    "hip thrust": "spinte anca",
    "glute bridge": "ponte glutei, ponte",
    "hip abduction": "abduttori, abduzioni",
    "hip adduction": "adduttori, adduzioni, interno coscia",
    "glute kickback": "slanci per glutei, slanci glutei",
    "back extension": "iperestensioni, iperestensione, lombari",
    "reverse hyper": "iperestensioni inverse",
    "wall sit": "sedia al muro",
    "tibialis raise": "tibiali",
    "lateral band walk": "band walk laterale",
    "side leg raise": "slanci laterali",
    # squats and lunges
    "squat": "accosciata, accosciate",
    "front squat": "squat frontale",
    "goblet squat": "squat goblet",
    "air squat": "squat a corpo libero",
    "sumo squat": "squat a gambe larghe",
    "lunge": "affondo, affondi",
    "walking lunge": "affondi camminati, affondi in camminata",
    "reverse lunge": "affondi indietro",
    "side lunge": "affondi laterali",
    "curtsy lunge": "affondi incrociati",
    "split squat": "affondi statici",
    "bulgarian split squat": "bulgarian squat, squat bulgaro, affondi bulgari, bulgari",
    "step up": "salite sul box",
    "pistol squat": "squat su una gamba",
    "eccentric squat": "squat eccentrico, squat negativo",
    "flywheel squat": "squat flywheel",
    # deadlifts and calves
    "deadlift": "stacco, stacchi, stacco da terra, stacchi da terra, stacco classico",
    "sumo deadlift": "stacco sumo, stacchi sumo",
    "trap bar deadlift": "stacco trap bar, stacco con trap bar",
    "deficit deadlift": "stacco in deficit",
    "power clean": "girata, girate, slancio",
    "snatch": "strappo, strappi",
    "standing calf raise": "calf in piedi, polpacci in piedi",
    "seated calf raise": "calf seduto, calf da seduto, polpacci seduto, polpacci da seduto",
    "calf press": "calf pressa, calf alla pressa, polpacci alla pressa",
    "single leg calf raise": "calf su una gamba",
    "farmers walk": "camminata del contadino",
    "romanian deadlift": "stacco rumeno, stacchi rumeni, stacco romeno, rumeno, rumeni",
    "stiff leg deadlift": (
        "stacco gambe tese, stacchi gambe tese, stacco a gambe tese, stacchi a gambe tese, "
        "gambe tese"
    ),
    "single leg rdl": "rdl su una gamba, stacco rumeno su una gamba, stacco su una gamba",
    "b stance rdl": "rdl b-stance",
    # jumps
    "box jump": "salti sul box",
    "jump squat": "squat con salto, squat saltato",
    "jumping lunge": "affondi saltati, affondi con salto",
    "broad jump": "salto in lungo",
    "bounding": "balzi",
    "plyometrics": "pliometria, salti",
    # upper body and trunk
    "bench press": "panca piana, panca, distensioni su panca, spinte su panca",
    "incline bench press": "panca inclinata",
    "decline bench press": "panca declinata",
    "chest fly": "croci, aperture",
    "overhead press": "lento avanti, lento dietro",
    "shoulder press": "spinte spalle, lento con manubri",
    "lateral raise": "alzate laterali",
    "front raise": "alzate frontali",
    "rear delt fly": "alzate posteriori, alzate a 90",
    "face pull": "tirate al viso",
    "upright row": "tirate al mento",
    "shrug": "scrollate",
    "pull up": "trazioni, trazioni alla sbarra",
    "chin up": "trazioni supine, trazioni inverse",
    "lat pulldown": "lat machine, lat",
    "row": "rematore",
    "cable row": "pulley, rematore ai cavi",
    "inverted row": "rematore inverso",
    "push up": "piegamenti, flessioni",
    "dip": "parallele",
    "biceps curl": "curl bicipiti, bicipiti",
    "wrist curl": "curl polsi",
    "triceps extension": "estensioni tricipiti, french press",
    "triceps pushdown": "pushdown tricipiti, push down, tricipiti ai cavi",
    "sit up": "addominali",
    "hanging leg raise": "leg raise alla sbarra, sollevamento gambe",
    "ab wheel": "ruota addominali",
    "russian twist": "torsioni",
    "battle rope": "corde",
    # care
    "cold water": "acqua fredda, bagno freddo",
    "massage": "massaggio",
    "foam rolling": "foam roller, rullo",
    "stretching": "allungamento",
    # kinds of an exercise
    "single leg": "monopodalico, monopodalica, su una gamba",
    "machine": "alla macchina, macchina",
    "cable": "ai cavi, al cavo",
    "barbell": "bilanciere, con bilanciere",
    "dumbbell": "manubri, manubrio, con manubri, con manubrio",
    "smith": "multipower, al multipower",
    "band": "con elastico, elastico",
    "bodyweight": "corpo libero, a corpo libero",
    "weighted": "zavorrato, zavorrata, zavorrate",
    # sets and reps
    "sets": "serie",
    "reps": "ripetizioni, rip",
    "rep": "ripetizione",
    "to failure": "a cedimento, cedimento",
    "rir": "buffer",
    "per leg": "per gamba, a gamba, ogni gamba",
    "per side": "per lato, a lato, per parte, per braccio",
    "sets of": "serie da, serie di, serie x, serie per",
    "each": "ciascuno, ciascuna, cad, cadauno, l'uno",
    "rest": "recupero, rec",
    "warm-up": "riscaldamento",
    # weights and numbers
    "kg": "chili, chilo, kili",
    # small words
    "and": "e, ed",
    "with": "con",
    "of": "di, da",
    "then": "poi",
    # said for nothing
    "": "il, la, le, gli, al",
}

SETS: Final[Mapping[str, str]] = {
    # hips and lower back
    "good morning": "buongiorno con bilanciere",
    # deadlifts and calves
    "standing calf raise": "polpacci",
    # sets and reps
    "x": "per",
    "rpe": "sforzo",
    # small words
    "and": "piu",
    "at": "a",
    # said for nothing
    "": "alla, alle, ai, sulla, sul",
}
