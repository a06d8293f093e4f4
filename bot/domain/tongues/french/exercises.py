"""French names of exercises, and words of sets and reps."""

from collections.abc import Mapping
from typing import Final

NAMES: Final[Mapping[str, str]] = {
    # machines and endurance
    "bike": "velo, velos",
    "sled push": "poussee de traineau, traineau",
    "sled pull": "tirage de traineau, tirages de traineau",
    "elliptical": "elliptique, elliptiques",
    "rowing machine": "rameur, rameurs",
    "stair climber": "simulateur d'escalier, escalier, simulateurs d'escalier, escaliers",
    # presses and machines
    "leg press": "presse a cuisses, presse cuisses, presse a jambes, presse",
    "leg extension": (
        "extension de jambes, extension jambes, extensions de jambes, extensions jambes"
    ),
    "leg curl": "flexion de jambes, flexions de jambes",
    "lying leg curl": "leg curl allonge, leg curl couche, ischios allonges",
    "seated leg curl": "leg curl assis, ischios assis",
    "nordic curl": "nordique, nordiques",
    "reverse nordic": "nordic inverse",
    "slider curl": "leg curl glisse",
    "eccentric leg press": "presse excentrique",
    # hips and lower back
    "hip thrust": (
        "releve de bassin, souleve de bassin, extension de hanche, releves de bassin, "
        "souleves de bassin, extensions de hanche, extensions de hanches"
    ),
    "glute bridge": "pont fessier, pont, ponts, ponts fessiers",
    "hip abduction": "abduction de hanche, abductions de hanche, abductions de hanches",
    "hip adduction": "adduction de hanche, adductions de hanche, adductions de hanches",
    "glute kickback": "kickback fessier, kickbacks fessiers",
    "back extension": "extension lombaire, lombaires, extensions lombaires",
    "reverse hyper": "hyperextension inversee",
    "wall sit": "chaise, chaise au mur",
    "tibialis raise": "releve tibial, tibial",
    "lateral band walk": "pas lateraux elastique, pas lateraux, pas lateraux elastiques",
    "clamshell": "coquillage, coquillages",
    "side leg raise": "levee de jambe laterale, levees de jambes laterales",
    # squats and lunges
    "squat": "squat barre, flexion, squat arriere, flexions, squats arriere",
    "front squat": "squat avant, squats avant",
    "goblet squat": "squat gobelet, squats gobelets",
    "air squat": (
        "squat au poids du corps, squat poids du corps, squats au poids du corps, "
        "squats poids du corps, squat sans charge"
    ),
    "box squat": "squat sur box, squats sur box",
    "belt squat": "squat ceinture, squats ceinture",
    "overhead squat": "squat d'arrache, squats d'arrache",
    "safety bar squat": "squat barre safety",
    "cyclist squat": "squat cycliste, squats cycliste",
    "thruster": "squat developpe, squats developpes",
    "lunge": "fente, fente avant, fentes, fentes avant",
    "walking lunge": "fente marchee, fentes marchees",
    "reverse lunge": "fente arriere, fentes arriere",
    "side lunge": "fente laterale, fentes laterales",
    "curtsy lunge": "fente croisee, fentes croisees",
    "split squat": "fente statique, squat fente, fentes statiques, squats fentes",
    "bulgarian split squat": (
        "fente bulgare, split squat bulgare, squat bulgare, bulgares, fentes bulgares, "
        "squats bulgares"
    ),
    "step up": "montee sur banc, montees sur banc",
    "step down": "descente de marche, descentes de marche",
    "pistol squat": "squat une jambe, squat sur une jambe, squats une jambe, squats sur une jambe",
    "eccentric squat": "squat excentrique, squats excentriques",
    # deadlifts and calves
    "deadlift": "souleve de terre, sdt, souleve, souleves de terre, souleves",
    "sumo deadlift": "souleve de terre sumo, sdt sumo, souleves de terre sumo",
    "trap bar deadlift": "souleve de terre trap bar, sdt trap bar, souleves de terre trap bar",
    "deficit deadlift": "souleve de terre deficit, sdt deficit, souleves de terre deficit",
    "power clean": "epaule, epaule-jete, epaules",
    "snatch": "arrache, arraches",
    "standing calf raise": "mollet debout, extension mollet, mollets debout, extensions mollets",
    "seated calf raise": "mollet assis, mollets assis",
    "calf press": "mollet a la presse, mollet presse, mollets a la presse, mollets presse",
    "single leg calf raise": (
        "mollet sur une jambe, mollet une jambe, mollets sur une jambe, mollets une jambe"
    ),
    "farmers walk": "marche du fermier, marche fermier, marches du fermier, marches fermiers",
    "romanian deadlift": (
        "souleve de terre roumain, souleve roumain, sdt roumain, souleves roumains"
    ),
    "stiff leg deadlift": (
        "souleve jambes tendues, souleve de terre jambes tendues, sdt jambes tendues, "
        "souleves jambes tendues, souleves de terre jambes tendues"
    ),
    "single leg rdl": (
        "rdl sur une jambe, souleve de terre sur une jambe, rdls sur une jambe, "
        "souleves de terre sur une jambe"
    ),
    # jumps
    "box jump": "saut sur box, saut sur boite, sauts sur box, sauts sur boites",
    "jump squat": "squat saute, squats sautes",
    "jump lunge": "fente sautee, fentes sautees",
    "broad jump": "saut en longueur, sauts en longueur",
    "depth jump": "saut en contrebas, sauts en contrebas",
    "bounding": "foulee bondissante, foulees bondissantes",
    "plyometrics": "pliometrie, plio",
    # upper body and trunk
    "wrist curl": "curl poignets",
    # sets and reps
    "x": "fois",
    # weights and numbers
    "light": "leger",
    # small words
    "and": "et, puis",
    "with": "avec",
}

SETS: Final[Mapping[str, str]] = {
    # deadlifts and calves
    "calf raise": "mollet, mollets",
    # upper body and trunk
    "bench press": "developpe couche, dc, dev couche, couche, developpes couches",
    "incline bench press": "developpe incline, dev incline, developpes inclines",
    "decline bench press": "developpe decline, dev decline, developpes declines",
    "chest press": "presse pectoraux, developpe machine, developpes machine",
    "chest fly": "ecarte pectoraux, ecarte, ecartes",
    "overhead press": "developpe militaire, dev militaire, developpes militaires",
    "shoulder press": "developpe epaules, developpes epaules",
    "push press": "developpe pousse",
    "lateral raise": "elevation laterale, elevations laterales",
    "front raise": "elevation frontale, elevations frontales",
    "rear delt fly": "oiseau",
    "face pull": "tirage visage, tirages visage",
    "upright row": "tirage menton, tirages menton",
    "shrug": "haussement d'epaules, haussements d'epaules",
    "pull up": "traction pronation, traction, tractions pronation, tractions",
    "chin up": "traction supination, tractions supination",
    "lat pulldown": (
        "tirage vertical, tirage poitrine, poulie haute, tirage, tirages poitrine, tirages, "
        "poulies hautes"
    ),
    "row": "rowing, rowing barre, rowings",
    "cable row": "rowing a la poulie, rowing poulie, tirage horizontal",
    "inverted row": "rowing inverse, traction australienne, tractions australiennes",
    "push up": "pompe, pompes",
    "dip": "repulsions",
    "wrist curl": "curl poignet, curls poignets",
    "triceps extension": "barre au front",
    "triceps pushdown": "triceps a la poulie, triceps poulie",
    "plank": "planche, gainage, planches, gainages",
    "sit up": "abdos, releve de buste, releves de buste",
    "leg raise": (
        "releve de jambes suspendu, releve de jambes, releves de jambes, "
        "releves de jambes suspendus"
    ),
    "ab wheel": "roue abdos, roues abdos",
    "russian twist": "rotation russe",
    "mountain climber": "grimpeur, grimpeurs",
    "battle rope": "corde ondulatoire, cordes ondulatoires",
    # care
    "foam roll": "rouleau de massage, rouleau",
    "stretching": "etirement, mobilite, etirements",
    "cold water": "eau froide, bain froid, bains froids",
    # kinds of an exercise
    "dumbbell": "haltere, aux halteres, avec halteres, halteres",
    "barbell": "barre, a la barre, barres",
    "cable": "poulie, a la poulie, poulies",
    "machine": "guidee, a la machine",
    "band": "elastique, a l'elastique, elastiques",
    "bodyweight": "poids du corps, au poids du corps, pdc",
    # sets and reps
    "set": "serie, series",
    "sets of": "series de, serie de",
    "rep": "repetition, repetitions",
    "x": "par",
    "each": "chacun, chaque",
    "per leg": "par jambe, chaque jambe, de chaque jambe",
    "per side": "par cote, chaque cote, de chaque cote",
    "to failure": "a l'echec, jusqu'a l'echec",
    "warm up": "echauffement",
    # weights and numbers
    "kg": "kilo, kilos",
    "light": "legers",
    "heavy": "lourd, lourds",
    # small words
    "and": "ensuite",
    "at": "a, à la, au, aux",
    "of": "de",
}
