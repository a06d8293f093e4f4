"""Spanish names of exercises, and words of sets and reps."""

from collections.abc import Mapping
from typing import Final

# Names of exercises; they are known in sentences too.
NAMES: Final[Mapping[str, str]] = {
    # machines and endurance
    "bike": "bici, bicis, bicicleta",
    "sled push": "trineo, trineos, trinea, trineas",
    "sled pull": "arrastre de trineo, arrastres de trineo",
    "elliptical": "elíptica, elípticas, elíptico, elípticos",
    "rowing machine": "máquina de remo, máquinas de remo",
    "stair climber": "escaladora, escaladoras, escaladoro, escaladoros",
    # presses and machines
    "leg press": "prensa, prensas, prenso, prensos, prensa de piernas, prensas de piernas",
    "leg extension": (
        "extensión de pierna, extensiones de pierna, extensión de piernas, extensiones de piernas, "
        "extensión de cuádriceps, extensiones de cuádriceps"
    ),
    "leg curl": (
        "curl de pierna, curles de pierna, curl femoral, curles femorales, curles femoral, "
        "femoral, femorales"
    ),
    "nordic curl": (
        "curl nórdico, curles nordicos, curles nórdico, curl nórdica, curl nórdicas, curl nórdicos"
    ),
    "reverse nordic": (
        "nórdico inverso, nordicos inversos, nordicos inverso, nórdico inversa, nórdico inversas, "
        "nórdico inversos"
    ),
    "glute-ham raise": (
        "elevación glúteo femoral, elevaciones glúteos femorales, elevaciones glúteo femoral"
    ),
    "sliding leg curl": "curl deslizante, curles deslizantes, curles deslizante",
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
    "lateral band walk": (
        "caminata lateral, caminatas laterales, caminatas lateral, paso lateral con banda"
    ),
    "clamshell": "almeja, almejas, almejo, almejos",
    "side leg raise": (
        "elevación lateral de pierna, elevaciones laterales de pierna, "
        "elevaciones lateral de pierna, elevación lateral pierna"
    ),
    "kettlebell swing": "swing con pesa rusa, swings con pesa rusa",
    "good morning": "buenos días",
    "reverse hyper": "hiperextensión inversa",
    # squats and lunges
    "squat": "sentadilla, sentadillas, sentadillo, sentadillos",
    "goblet squat": (
        "sentadilla copa, sentadillas copas, sentadillas copa, sentadilla copo, sentadilla copas, "
        "sentadilla copos"
    ),
    "air squat": "sentadilla sin peso, sentadillas sin peso",
    "hack squat": "jaca, jacas, jaco, jacos",
    "belt squat": "sentadilla con cinturón, sentadillas con cinturón",
    "overhead squat": "sentadilla de arranque, sentadillas de arranque",
    "safety bar squat": "sentadilla con barra de seguridad, sentadillas con barra de seguridad",
    "cyclist squat": (
        "sentadilla ciclista, sentadillas ciclistas, sentadillas ciclista, sentadilla ciclisto, "
        "sentadilla ciclistas, sentadilla ciclistos"
    ),
    "thruster": "propulsor, propulsores",
    "wall ball": "balón a la pared, balones a la pared",
    "lunge": (
        "zancada, zancadas, zancado, zancados, estocada, estocadas, estocado, estocados, "
        "desplante, desplantes"
    ),
    "bulgarian split squat": (
        "sentadilla búlgara, sentadillas búlgaras, sentadillas búlgara, sentadilla búlgaro, "
        "sentadilla búlgaras, sentadilla búlgaros"
    ),
    "step-up": "subida al cajón, subidas al cajón",
    "step-down": "bajada del cajón, bajadas del cajón",
    "pistol squat": "sentadilla a una pierna, sentadillas a una pierna",
    "flywheel squat": "sentadilla isoinercial, sentadillas isoinerciales, sentadillas isoinercial",
    "curtsy lunge": "zancada cruzada",
    # deadlifts and calves
    "deadlift": "peso muerto, pesos muertos, pesos muerto, peso muerta, peso muertas, peso muertos",
    "trap bar deadlift": (
        "peso muerto con barra hexagonal, pesos muertos con barra hexagonal, "
        "pesos muerto con barra hexagonal, peso muerto hexagonal"
    ),
    "power clean": "cargada, cargadas, cargado, cargados",
    "snatch": "arranque, arranques, arrancada",
    "standing calf raise": (
        "elevación de talones, elevaciones de talones, elevación de gemelos, "
        "elevaciones de gemelos, elevación de pantorrillas, elevaciones de pantorrillas, gemelo, "
        "gemelos, gemela, gemelas, pantorrilla, pantorrillas, pantorrillo, pantorrillos"
    ),
    "seated calf raise": (
        "sóleo, soleos, sólea, sóleas, elevación de talones sentado, elevaciones de talones sentado"
    ),
    "calf press": "prensa de gemelos, prensas de gemelos, prensa de pantorrilla",
    "single-leg calf raise": (
        "elevación de talones a una pierna, elevaciones de talones a una pierna, "
        "elevación de talón a una pierna"
    ),
    "farmer's walk": "paseo del granjero, paseos del granjero",
    "romanian deadlift": (
        "peso muerto rumano, pesos muertos rumanos, pesos muerto rumano, peso muerto rumana, "
        "peso muerto rumanas, peso muerto rumanos"
    ),
    "stiff-leg deadlift": (
        "peso muerto piernas rígidas, pesos muertos piernass rígidass, pesos muerto piernas rígidas"
    ),
    "single-leg RDL": (
        "peso muerto a una pierna, pesos muertos a una pierna, pesos muerto a una pierna, "
        "peso muerto rumano a una pierna, pesos muertos rumanos a una pierna, "
        "pesos muerto rumano a una pierna, rumano a una pierna"
    ),
    "b-stance RDL": (
        "peso muerto b stance, pesos muertos bs stances, pesos muerto b stance, rumano b-stance"
    ),
    # jumps
    "broad jump": "salto de longitud, saltos de longitud",
    "depth jump": "salto de profundidad, saltos de profundidad, salto con caída",
    "bounding": "multisalto, multisaltos, multisalta, multisaltas, zancadas de impulso",
    "plyometrics": "pliometría, pliometrías, pliometrío, pliometríos",
    # upper body and trunk
    "bench press": "press de banca, presss de banca",
    "incline bench press": (
        "press inclinado, presss inclinados, presss inclinado, press inclinada, press inclinadas, "
        "press inclinados"
    ),
    "decline bench press": (
        "press declinado, presss declinados, presss declinado, press declinada, press declinadas, "
        "press declinados"
    ),
    "chest press": "press de pecho, presss de pecho",
    "chest fly": "apertura, aperturas, aperturo, aperturos",
    "overhead press": "press militar, presss militares, presss militar",
    "shoulder press": "press de hombro, presss de hombro, press de hombros, presss de hombros",
    "lateral raise": "elevación lateral, elevaciones laterales, elevaciones lateral",
    "front raise": "elevación frontal, elevaciones frontales, elevaciones frontal",
    "rear delt fly": "pájaro, pájaros, pájara, pájaras",
    "face pull": "jalón a la cara, jalones a la cara",
    "upright row": "remo al mentón, remos al mentón",
    "shrug": "encogimiento, encogimientos, encogimienta, encogimientas",
    "pull-up": "dominada, dominadas, dominado, dominados",
    "chin-up": (
        "dominada supina, dominadas supinas, dominadas supina, dominada supino, dominada supinas, "
        "dominada supinos"
    ),
    "lat pulldown": "jalón al pecho, jalones al pecho",
    "row": "remo, remos, rema, remas",
    "cable row": "remo en polea, remos en polea",
    "inverted row": (
        "remo invertido, remos invertidos, remos invertido, remo invertida, remo invertidas, "
        "remo invertidos"
    ),
    "push-up": "flexión, flexiones, lagartija, lagartijas, lagartijo, lagartijos",
    "dip": "fondo, fondos, fonda, fondas",
    "biceps curl": "curl de bíceps, curles de bíceps",
    "wrist curl": "curl de muñeca, curles de muñeca",
    "triceps extension": "extensión de tríceps, extensiones de tríceps",
    "triceps pushdown": "jalón de tríceps, jalones de tríceps",
    "plank": "plancha, planchas, plancho, planchos",
    "sit-up": "abdominal, abdominales",
    "hanging leg raise": (
        "elevación de piernas, elevaciones de piernas, elevación de piernas colgado"
    ),
    "ab wheel": "rueda abdominal, ruedas abdominales, ruedas abdominal",
    "russian twist": "giro ruso, giros rusos, giros ruso, giro rusa, giro rusas, giro rusos",
    "dead bug": (
        "bicho muerto, bichos muertos, bichos muerto, bicho muerta, bicho muertas, bicho muertos"
    ),
    "mountain climber": "escalador, escaladores",
    "ball slam": "lanzamiento de balón, lanzamientos de balón",
    "battle rope": "cuerda, cuerdas, cuerdo, cuerdos",
    # care
    "foam rolling": "foam roller, foams rolleres, foams roller",
    "stretching": "estirar, estirares",
    "massage": "masaje, masajes",
    "cold water": "agua fría, aguas frías, aguas fría, agua frío, agua frías, agua fríos",
    # weights and numbers
    "minutes": "minutos",
    # small words
    "and": "y",
    "of": "de",
    "with": "con",
}

# In lists of exercises only.
SETS: Final[Mapping[str, str]] = {
    # hips and lower back
    "good morning": "buenoss díass, buenoss días",
    # squats and lunges
    "split": "dividida, divididas, dividido, divididos",
    # jumps
    "jump": (
        "con salto, cones saltos, cones salto, con salta, con saltas, con saltos, salto, saltos, "
        "salta, saltas"
    ),
    # kinds of an exercise
    "front": "frontal, frontales",
    "walking": "caminando, caminandos, caminanda, caminandas",
    "reverse": (
        "inversa, inversas, inverso, inversos, hacia atrás, hacias atráss, hacias atrás, atrás, "
        "atráss"
    ),
    "box": (
        "al cajón, ales cajones, ales cajón, a cajón, as cajones, as cajón, a caja, as cajas, "
        "as caja, a cajo, a cajas, a cajos"
    ),
    "seated": "sentado, sentados, sentada, sentadas",
    "lying": "tumbado, tumbados, tumbada, tumbadas, acostado, acostados, acostada, acostadas",
    "incline": "inclinado, inclinados, inclinada, inclinadas",
    "decline": "declinado, declinados, declinada, declinadas",
    "deficit": "en déficit, enes déficits, enes déficit",
    "pendulum": "péndulo, péndulos, péndula, péndulas",
    "eccentric": "excéntrica, excéntricas, excéntrico, excéntricos",
    "sliding": "deslizante, deslizantes",
    "v": "en v, enes vs, enes v",
    "bodyweight": "sin peso, sines pesos, sines peso, sin pesa, sin pesas, sin pesos",
    "barbell": "con barra, cones barras, cones barra, con barro, con barras, con barros",
    "dumbbell": (
        "con mancuerna, cones mancuernas, cones mancuerna, con mancuerno, con mancuernas, "
        "con mancuernos, cones mancuernass"
    ),
    "machine": "en máquina, enes máquinas, enes máquina, en máquino, en máquinas, en máquinos",
    "cable": "en polea, enes poleas, enes polea, en poleo, en poleas, en poleos",
    # sets and reps
    "set": "serie, series, tanda, tandas, tando, tandos",
    "rep": "repetición, repeticiones, repe, repes",
    "x": "por, pores",
    "each": (
        "cada uno, cadas unos, cadas uno, cada una, cada unas, cada unos, cada, cadas, cado, cados"
    ),
    "per leg": (
        "por pierna, pores piernas, pores pierna, por pierno, por piernas, por piernos, "
        "cada pierna, cadas piernas, cadas pierna, cada pierno, cada piernas, cada piernos, "
        "c/pierna, c/piernas, c/pierno, c/piernos"
    ),
    "per side": (
        "por lado, pores lados, pores lado, por lada, por ladas, por lados, cada lado, "
        "cadas lados, cadas lado, cada lada, cada ladas, cada lados, c/lado, c/lados, c/lada, "
        "c/ladas"
    ),
    "to failure": "al fallo, ales fallos, ales fallo, al falla, al fallas, al fallos",
    # weights and numbers
    "kg": "kilo, kilos, kila, kilas",
    "lb": "libra, libras, libro, libros",
    "seconds": "segundos, segundoss",
    "minutes": "minutoss",
    "2": "dos",
    "3": "tres",
    "4": "cuatro",
    "5": "cinco",
    "6": "seis",
    "7": "siete",
    "8": "ocho",
    "9": "nueve",
    "10": "diez",
    "11": "once",
    "12": "doce",
    "13": "trece",
    "14": "catorce",
    "15": "quince",
    "16": "dieciseis",
    "17": "diecisiete",
    "18": "dieciocho",
    "19": "diecinueve",
    "20": "veinte",
    "21": "veintiun",
    "22": "veintidos",
    "23": "veintitres",
    "24": "veinticuatro",
    "25": "veinticinco",
    "30": "treinta",
    "40": "cuarenta",
    "50": "cincuenta",
    "60": "sesenta",
    "70": "setenta",
    "80": "ochenta",
    "90": "noventa",
    # small words
    "of": "des",
    "with": "cones",
    "at": "a, as",
    "and": "ys",
}
