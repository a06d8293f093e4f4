"""French names of exercises, and words of sets and reps."""

from collections.abc import Mapping
from typing import Final

# Names of exercises; they are known in sentences too.
NAMES: Final[Mapping[str, str]] = {
    # machines and endurance
    "bike": "velo, velos",
    "sled push": "poussee de traineau, traineau, poussee de traineaus, traineaus",
    "sled pull": "tirage de traineau, tirages de traineau, tirages de traineaus",
    "elliptical": "elliptique, elliptiques",
    "rowing machine": "rameur, rameurs",
    "stair climber": (
        "simulateur d'escalier, escalier, simulateurs d'escalier, escaliers, "
        "simulateurs d'escaliers"
    ),
    # presses and machines
    "leg press": "presse a cuisses, presse cuisses, presse a jambes, presse",
    "leg extension": (
        "extension de jambes, extension jambes, extensions de jambes, extensions jambes"
    ),
    "leg curl": "flexion de jambes, flexions de jambes",
    "lying leg curl": (
        "leg curl allonge, leg curl couche, ischios allonge, legs curl allonge, legs curl couche, "
        "ischios allonges, legs curls allonges, legs curls couches"
    ),
    "seated leg curl": "leg curl assis, ischios assis, legs curl assis, legs curls assis",
    "nordic curl": "nordique, nordiques",
    "reverse nordic": "nordic inverse, nordics inverse",
    "slider curl": "leg curl glisse, legs curl glisse, legs curls glisse",
    "eccentric leg press": "presse excentrique, presse excentriques",
    # hips and lower back
    "hip thrust": (
        "releve de bassin, souleve de bassin, extension de hanche, releves de bassin, "
        "souleves de bassin, extensions de hanche, extensions de hanches"
    ),
    "glute bridge": "pont fessier, pont, ponts fessier, ponts, ponts fessiers",
    "hip abduction": "abduction de hanche, abductions de hanche, abductions de hanches",
    "hip adduction": "adduction de hanche, adductions de hanche, adductions de hanches",
    "glute kickback": "kickback fessier, kickbacks fessier, kickbacks fessiers",
    "back extension": "extension lombaire, lombaires, extensions lombaire, extensions lombaires",
    "reverse hyper": "hyperextension inversee, hyperextensions inversee",
    "wall sit": "chaise, chaise au mur, chaise au murs",
    "tibialis raise": "releve tibial, tibial, releves tibial, tibials, releves tibials",
    "lateral band walk": "pas lateraux elastique, pas lateraux, pas lateraux elastiques",
    "clamshell": "coquillage, coquillages",
    "side leg raise": (
        "levee de jambe laterale, levees de jambe laterale, levees de jambes laterales"
    ),
    # squats and lunges
    "squat": (
        "squat barre, flexion, squat arriere, squats barre, flexions, squats arriere, "
        "squats barres, squats arrieres"
    ),
    "front squat": "squat avant, squats avant, squats avants",
    "goblet squat": "squat gobelet, squats gobelet, squats gobelets",
    "air squat": (
        "squat au poids du corps, squat poids du corps, squats au poids du corps, "
        "squats poids du corps, squat sans charge"
    ),
    "box squat": "squat sur box, squats sur box",
    "belt squat": "squat ceinture, squats ceinture, squats ceintures",
    "overhead squat": "squat d'arrache, squats d'arrache, squats d'arraches",
    "safety bar squat": "squat barre safety, squats barre safety, squats barres safetys",
    "cyclist squat": "squat cycliste, squats cycliste",
    "thruster": "squat developpe, squats developpe, squats developpes",
    "lunge": "fente, fente avant, fentes, fentes avant, fentes avants",
    "walking lunge": "fente marchee, fentes marchee, fentes marchees",
    "reverse lunge": "fente arriere, fentes arriere, fentes arrieres",
    "side lunge": "fente laterale, fentes laterale, fentes laterales",
    "curtsy lunge": "fente croisee, fentes croisee",
    "split squat": (
        "fente statique, squat fente, fentes statique, squats fente, fentes statiques, "
        "squats fentes"
    ),
    "bulgarian split squat": (
        "fente bulgare, split squat bulgare, squat bulgare, bulgares, fentes bulgare, "
        "splits squat bulgare, squats bulgare, fentes bulgares, splits squats bulgares, "
        "squats bulgares"
    ),
    "step up": "montee sur banc, montees sur banc, montees sur bancs",
    "step down": "descente de marche, descentes de marche, descentes de marches",
    "pistol squat": (
        "squat une jambe, squat sur une jambe, squats une jambe, squats sur une jambe, "
        "squats unes jambes, squats sur unes jambes"
    ),
    "eccentric squat": "squat excentrique, squats excentrique, squats excentriques",
    # deadlifts and calves
    "deadlift": "souleve de terre, sdt, souleve, souleves de terre, souleves, souleves de terres",
    "sumo deadlift": (
        "souleve de terre sumo, sdt sumo, souleves de terre sumo, sdt sumos, "
        "souleves de terres sumos"
    ),
    "trap bar deadlift": (
        "souleve de terre trap bar, sdt trap bar, souleves de terre trap bar, sdt traps bar, "
        "souleves de terres traps bars, sdt traps bars"
    ),
    "deficit deadlift": (
        "souleve de terre deficit, sdt deficit, souleves de terre deficit, sdt deficits, "
        "souleves de terres deficits"
    ),
    "power clean": "epaule, epaule-jete, epaules, epaule-jetes",
    "snatch": "arrache, arraches",
    "standing calf raise": (
        "mollet debout, extension mollet, mollets debout, extensions mollet, mollets debouts, "
        "extensions mollets"
    ),
    "seated calf raise": "mollet assis, mollets assis",
    "calf press": "mollet a la presse, mollet presse, mollets a la presse, mollets presse",
    "single leg calf raise": (
        "mollet sur une jambe, mollet une jambe, mollets sur une jambe, mollets une jambe, "
        "mollets sur unes jambes, mollets unes jambes"
    ),
    "farmers walk": (
        "marche du fermier, marche fermier, marches du fermier, marches fermier, "
        "marches du fermiers, marches fermiers"
    ),
    "romanian deadlift": (
        "souleve de terre roumain, souleve roumain, sdt roumain, souleves de terre roumain, "
        "souleves roumain, sdt roumains, souleves de terres roumains, souleves roumains"
    ),
    "stiff leg deadlift": (
        "souleve jambes tendues, souleve de terre jambes tendues, sdt jambes tendues, "
        "souleves jambes tendues, souleves de terre jambes tendues, "
        "souleves de terres jambes tendues"
    ),
    "single leg rdl": (
        "rdl sur une jambe, souleve de terre sur une jambe, rdls sur une jambe, "
        "souleves de terre sur une jambe, rdls sur unes jambes, souleves de terres sur unes jambes"
    ),
    # jumps
    "box jump": "saut sur box, saut sur boite, sauts sur box, sauts sur boite, sauts sur boites",
    "jump squat": "squat saute, squats saute, squats sautes",
    "jump lunge": "fente sautee, fentes sautee, fentes sautees",
    "broad jump": "saut en longueur, sauts en longueur, sauts en longueurs",
    "depth jump": "saut en contrebas, sauts en contrebas",
    "bounding": "foulee bondissante, foulees bondissante, foulees bondissantes",
    "plyometrics": "pliometrie, plio, pliometries, plios",
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

# In lists of exercises only.
SETS: Final[Mapping[str, str]] = {
    # deadlifts and calves
    "calf raise": "mollet, mollets",
    # upper body and trunk
    "bench press": (
        "developpe couche, dc, dev couche, couche, developpes couche, devs couche, couches, "
        "developpes couches, devs couches"
    ),
    "incline bench press": (
        "developpe incline, dev incline, developpes incline, devs incline, developpes inclines, "
        "devs inclines"
    ),
    "decline bench press": (
        "developpe decline, dev decline, developpes decline, devs decline, developpes declines, "
        "devs declines"
    ),
    "chest press": "presse pectoraux, developpe machine, developpes machine, developpes machines",
    "chest fly": "ecarte pectoraux, ecarte, ecartes pectoraux, ecartes",
    "overhead press": (
        "developpe militaire, dev militaire, developpes militaire, devs militaire, "
        "developpes militaires, devs militaires"
    ),
    "shoulder press": "developpe epaules, developpes epaules",
    "push press": "developpe pousse, developpes pousse",
    "lateral raise": "elevation laterale, elevations laterale, elevations laterales",
    "front raise": "elevation frontale, elevations frontale, elevations frontales",
    "rear delt fly": "oiseau, oiseaus",
    "face pull": "tirage visage, tirages visage, tirages visages",
    "upright row": "tirage menton, tirages menton, tirages mentons",
    "shrug": "haussement d'epaules, haussements d'epaules",
    "pull up": "traction pronation, traction, tractions pronation, tractions, tractions pronations",
    "chin up": "traction supination, tractions supination, tractions supinations",
    "lat pulldown": (
        "tirage vertical, tirage poitrine, poulie haute, tirage, tirages vertical, "
        "tirages poitrine, poulies haute, tirages, tirages verticals, tirages poitrines, "
        "poulies hautes"
    ),
    "row": "rowing, rowing barre, rowings, rowings barre, rowings barres",
    "cable row": (
        "rowing a la poulie, rowing poulie, tirage horizontal, rowings a la poulie, "
        "rowings poulie, tirages horizontal, rowings a la poulies, rowings poulies, "
        "tirages horizontals"
    ),
    "inverted row": (
        "rowing inverse, traction australienne, rowings inverse, tractions australienne, "
        "tractions australiennes"
    ),
    "push up": "pompe, pompes",
    "dip": "repulsions",
    "wrist curl": "curl poignet, curls poignet, curls poignets",
    "triceps extension": "barre au front, barres au front, barres au fronts",
    "triceps pushdown": (
        "triceps a la poulie, triceps poulie, triceps a la poulies, triceps poulies"
    ),
    "plank": "planche, gainage, planches, gainages",
    "sit up": "abdos, releve de buste, releves de buste",
    "leg raise": (
        "releve de jambes suspendu, releve de jambes, releves de jambes suspendu, "
        "releves de jambes, releves de jambes suspendus"
    ),
    "ab wheel": "roue abdos, roues abdos",
    "russian twist": "rotation russe, rotations russe",
    "mountain climber": "grimpeur, grimpeurs",
    "battle rope": "corde ondulatoire, cordes ondulatoire, cordes ondulatoires",
    # care
    "foam roll": "rouleau de massage, rouleau, rouleaus de massage, rouleaus, rouleaus de massages",
    "stretching": "etirement, mobilite, etirements, mobilites",
    "cold water": "eau froide, bain froid, eaus froide, bains froid, eaus froides, bains froids",
    # kinds of an exercise
    "dumbbell": "haltere, aux halteres, avec halteres, halteres, avecs halteres",
    "barbell": "barre, a la barre, barres, a la barres",
    "cable": "poulie, a la poulie, poulies, a la poulies",
    "machine": "guidee, a la machine, guidees, a la machines",
    "band": "elastique, a l'elastique, elastiques, a l'elastiques",
    "bodyweight": "poids du corps, au poids du corps, pdc, pdcs",
    # sets and reps
    "set": "serie, series",
    "sets of": "series de, serie de",
    "rep": "repetition, repetitions",
    "x": "par, pars",
    "each": "chacun, chaque, chacuns, chaques",
    "per leg": (
        "par jambe, chaque jambe, de chaque jambe, pars jambe, chaques jambe, de chaques jambe, "
        "pars jambes, chaques jambes, de chaques jambes"
    ),
    "per side": (
        "par cote, chaque cote, de chaque cote, pars cote, chaques cote, de chaques cote, "
        "pars cotes, chaques cotes, de chaques cotes"
    ),
    "to failure": "a l'echec, jusqu'a l'echec, a l'echecs, jusqu'as l'echec, jusqu'as l'echecs",
    "warm up": "echauffement, echauffements",
    # weights and numbers
    "kg": "kilo, kilos",
    "light": "legers",
    "heavy": "lourd, lourds",
    # small words
    "with": "avecs",
    "and": "ensuite, ensuites",
    "at": "a",
    "of": "de",
}
