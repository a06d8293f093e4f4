"""Spanish names of exercises, and words of sets and reps."""

from collections.abc import Mapping
from typing import Final

from bot.domain.tongues.notation import numerals
from bot.domain.tongues.spanish.times import NUMBERS

NAMES: Final[Mapping[str, str]] = {
    # machines and endurance
    "bike": "bici, bicis, bicicleta",
    "sled push": "trineo, trineos",
    "sled pull": "arrastre de trineo, arrastres de trineo",
    "elliptical": "elíptica, elípticas, elíptico, elípticos",
    "rowing machine": "máquina de remo, máquinas de remo",
    "stair climber": "escaladora, escaladoras",
    # presses and machines
    "leg press": "prensa, prensas, prensa de piernas, prensas de piernas",
    "leg extension": (
        "extensión de pierna, extensiones de pierna, extensión de piernas, extensiones de piernas, "
        "extensión de cuádriceps, extensiones de cuádriceps"
    ),
    "leg curl": (
        "curl de pierna, curles de pierna, curl femoral, curles femorales, femoral, femorales"
    ),
    "nordic curl": "curl nórdico, curles nórdicos",
    "reverse nordic": "nórdico inverso, nórdicos inversos",
    "glute-ham raise": "elevación glúteo femoral, elevaciones glúteo femoral",
    "sliding leg curl": "curl deslizante, curles deslizantes",
    # hips and lower back
    "hip thrust": "empuje de cadera, empujes de cadera",
    "glute bridge": "puente de glúteo, puentes de glúteo, puente de glúteos",
    "hip abduction": "abducción de cadera, abducciones de cadera, abductor, abductores",
    "hip adduction": "aducción de cadera, aducciones de cadera, aductor, aductores",
    "glute kickback": "patada de glúteo, patadas de glúteo",
    "pull-through": "jalón entre piernas, jalones entre piernas",
    "back extension": "hiperextensión, hiperextensiones, extensión lumbar",
    "wall sit": "sentadilla en pared, sentadillas en pared",
    "tibialis raise": "elevación de tibial, elevaciones de tibial, tibial, tibiales",
    "lateral band walk": "caminata lateral, caminatas laterales, paso lateral con banda",
    "clamshell": "almeja, almejas",
    "side leg raise": (
        "elevación lateral de pierna, elevaciones laterales de pierna, elevación lateral pierna"
    ),
    "kettlebell swing": "swing con pesa rusa, swings con pesa rusa",
    "good morning": "buenos días",
    "reverse hyper": "hiperextensión inversa",
    # squats and lunges
    "squat": "sentadilla, sentadillas",
    "goblet squat": "sentadilla copa, sentadillas copa",
    "air squat": "sentadilla sin peso, sentadillas sin peso",
    "hack squat": "jaca, jacas",
    "belt squat": "sentadilla con cinturón, sentadillas con cinturón",
    "overhead squat": "sentadilla de arranque, sentadillas de arranque",
    "safety bar squat": "sentadilla con barra de seguridad, sentadillas con barra de seguridad",
    "cyclist squat": "sentadilla ciclista, sentadillas ciclistas, sentadillas ciclista",
    "thruster": "propulsor, propulsores",
    "wall ball": "balón a la pared, balones a la pared",
    "lunge": "zancada, zancadas, estocada, estocadas, desplante, desplantes",
    "bulgarian split squat": "sentadilla búlgara, sentadillas búlgaras",
    "step-up": "subida al cajón, subidas al cajón",
    "step-down": "bajada del cajón, bajadas del cajón",
    "pistol squat": "sentadilla a una pierna, sentadillas a una pierna",
    "flywheel squat": "sentadilla isoinercial, sentadillas isoinerciales",
    "curtsy lunge": "zancada cruzada",
    # deadlifts and calves
    "deadlift": "peso muerto, pesos muertos",
    "trap bar deadlift": (
        "peso muerto con barra hexagonal, pesos muertos con barra hexagonal, peso muerto hexagonal"
    ),
    "power clean": "cargada, cargadas",
    "snatch": "arranque, arranques, arrancada",
    "standing calf raise": (
        "elevación de talones, elevaciones de talones, elevación de gemelos, "
        "elevaciones de gemelos, elevación de pantorrillas, elevaciones de pantorrillas, gemelo, "
        "gemelos, gemelos de pie, pantorrilla, pantorrillas, pantorrillas de pie"
    ),
    "seated calf raise": (
        "sóleo, sóleos, elevación de talones sentado, elevaciones de talones sentado"
    ),
    "calf press": "prensa de gemelos, prensas de gemelos, prensa de pantorrilla",
    "single-leg calf raise": (
        "elevación de talones a una pierna, elevaciones de talones a una pierna, "
        "elevación de talón a una pierna"
    ),
    "farmer's walk": "paseo del granjero, paseos del granjero",
    "romanian deadlift": "peso muerto rumano, pesos muertos rumanos",
    "stiff-leg deadlift": "peso muerto piernas rígidas",
    "single-leg RDL": (
        "peso muerto a una pierna, pesos muertos a una pierna, peso muerto rumano a una pierna, "
        "pesos muertos rumanos a una pierna, rumano a una pierna"
    ),
    "b-stance RDL": "peso muerto b stance, rumano b-stance",
    # jumps
    "broad jump": "salto de longitud, saltos de longitud",
    "depth jump": "salto de profundidad, saltos de profundidad, salto con caída",
    "bounding": "multisalto, multisaltos, zancadas de impulso",
    "plyometrics": "pliometría",
    # upper body and trunk
    "bench press": "press de banca",
    "incline bench press": "press inclinado, press inclinados",
    "decline bench press": "press declinado, press declinados",
    "chest press": "press de pecho",
    "chest fly": "apertura, aperturas",
    "overhead press": "press militar",
    "shoulder press": "press de hombro, press de hombros",
    "lateral raise": "elevación lateral, elevaciones laterales",
    "front raise": "elevación frontal, elevaciones frontales",
    "rear delt fly": "pájaro, pájaros",
    "face pull": "jalón a la cara, jalones a la cara",
    "upright row": "remo al mentón, remos al mentón",
    "shrug": "encogimiento, encogimientos",
    "pull-up": "dominada, dominadas",
    "chin-up": "dominada supina, dominadas supinas",
    "lat pulldown": "jalón al pecho, jalones al pecho",
    "row": "remo, remos",
    "cable row": "remo en polea, remos en polea",
    "inverted row": "remo invertido, remos invertidos",
    "push-up": "flexión, flexiones, lagartija, lagartijas",
    "dip": "fondo, fondos",
    "biceps curl": "curl de bíceps, curles de bíceps",
    "wrist curl": "curl de muñeca, curles de muñeca",
    "triceps extension": "extensión de tríceps, extensiones de tríceps",
    "triceps pushdown": "jalón de tríceps, jalones de tríceps",
    "plank": "plancha, planchas",
    "sit-up": "abdominal, abdominales",
    "hanging leg raise": (
        "elevación de piernas, elevaciones de piernas, elevación de piernas colgado"
    ),
    "ab wheel": "rueda abdominal, ruedas abdominales",
    "russian twist": "giro ruso, giros rusos",
    "dead bug": "bicho muerto, bichos muertos",
    "mountain climber": "escalador, escaladores",
    "ball slam": "lanzamiento de balón, lanzamientos de balón",
    "battle rope": "cuerda, cuerdas",
    # care
    "foam rolling": "foam roller",
    "stretching": "estirar",
    "massage": "masaje, masajes",
    "cold water": "agua fría",
    # weights and numbers
    "minutes": "minutos",
    # small words
    "and": "y",
    "of": "de",
    "with": "con",
}

SETS: Final[Mapping[str, str]] = {
    # hips and lower back
    # squats and lunges
    "split": "dividida, divididas, dividido, divididos",
    # jumps
    "jump": "con salto, con saltos, salto, saltos",
    # kinds of an exercise
    "front": "frontal, frontales",
    "walking": "caminando",
    "reverse": "inversa, inversas, inverso, inversos, hacia atrás, atrás",
    "box": "al cajón, a cajón, a caja",
    "seated": "sentado, sentados, sentada, sentadas",
    "lying": "tumbado, tumbados, tumbada, tumbadas, acostado, acostados, acostada, acostadas",
    "incline": "inclinado, inclinados, inclinada, inclinadas",
    "decline": "declinado, declinados, declinada, declinadas",
    "deficit": "en déficit",
    "pendulum": "péndulo, péndulos",
    "eccentric": "excéntrica, excéntricas, excéntrico, excéntricos",
    "sliding": "deslizante, deslizantes",
    "v": "en v",
    "bodyweight": "sin peso",
    "barbell": "con barra",
    "dumbbell": "con mancuerna, con mancuernas",
    "machine": "en máquina, en máquinas",
    "cable": "en polea, en poleas",
    # sets and reps
    "set": "serie, series, tanda, tandas",
    "rep": "repetición, repeticiones, repe, repes",
    "x": "por",
    "each": "cada uno, cada una, cada",
    "per leg": "por pierna, por piernas, cada pierna, c/pierna",
    "per side": "por lado, por lados, cada lado, c/lado",
    "to failure": "al fallo",
    # weights and numbers
    "kg": "kilo, kilos",
    "lb": "libra, libras",
    "seconds": "segundos",
    **numerals(NUMBERS),
    # small words
    "at": "a, en, en la",
}
