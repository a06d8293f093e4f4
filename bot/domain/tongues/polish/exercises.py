"""Polish names of exercises, and words of sets and reps."""

from collections.abc import Mapping
from typing import Final

NAMES: Final[Mapping[str, str]] = {
    # machines and endurance
    "bike": "rower, rowerek, rower stacjonarny",
    "sled push": "pchanie sań",
    "sled pull": "ciągnięcie sań",
    "elliptical": "orbitrek",
    "rowing machine": "ergometr wioślarski",
    "stair climber": "schody (stepper), schody",
    # presses and machines
    "leg press": (
        "wyciskanie nogami, wypychanie nogami, wyciskanie na suwnicy, nogi na suwnicy, suwnica"
    ),
    "leg extension": "prostowanie nóg, wyprosty nóg",
    "leg curl": "uginanie nóg, zginanie nóg",
    "lying leg curl": "uginanie nóg leżąc",
    "seated leg curl": "uginanie nóg siedząc",
    "nordic curl": "nordyki",
    "reverse nordic": "odwrotny nordic",
    "slider curl": "uginanie nóg w ślizgu",
    "eccentric leg press": "wyciskanie nogami ekscentryczne, suwnica ekscentrycznie",
    # hips and lower back
    "hip thrust": "wypychanie bioder, wznosy bioder",
    "glute bridge": "mostek biodrowy",
    "hip abduction": "odwodzenie bioder, odwodziciele",
    "hip adduction": "przywodzenie bioder, przywodziciele",
    "glute kickback": "wykop w tył, wykopy w tył",
    "pull through": "przeciąganie linki między nogami",
    "back extension": "prostowanie tułowia, wyprosty tułowia, ławka rzymska",
    "reverse hyper": "odwrotne wyprosty",
    "wall sit": "krzesełko przy ścianie, krzesełko",
    "tibialis raise": "unoszenie palców stóp",
    "lateral band walk": "chód bokiem z gumą",
    "clamshell": "muszla, muszelka",
    "side leg raise": "unoszenie nogi w bok",
    "kettlebell swing": "swing z kettlem, swingi z kettlem, swingi kettlem, swingi",
    # squats and lunges
    "squat": (
        "przysiad, przysiady, przysiadów, siad, siady, przysiad ze sztangą, przysiady ze sztangą"
    ),
    "front squat": "przysiad przedni, przysiady przednie",
    "goblet squat": "przysiad goblet, przysiady goblet, przysiad z hantlem, przysiady z hantlem",
    "air squat": "przysiad bez ciężaru, przysiady bez ciężaru",
    "box squat": "przysiad na skrzynię, przysiad na box, przysiady na skrzynię, przysiady na box",
    "hack squat": "hack przysiad, hack przysiady, hack maszyna",
    "belt squat": "przysiad z pasem, przysiady z pasem",
    "pendulum squat": "przysiad pendulum",
    "v squat": "przysiad v, przysiady v",
    "zercher squat": "przysiad zerchera",
    "overhead squat": "przysiad overhead",
    "safety bar squat": "przysiad ze sztangą safety",
    "sumo squat": "przysiad sumo, przysiady sumo",
    "cyclist squat": "przysiad kolarski, przysiady kolarski",
    "wall ball": "rzuty piłką o ścianę",
    "burpee": "burpeesy",
    "lunge": "wykrok, wykroki, wykroków, wykroki z hantlami",
    "walking lunge": "wykroki chodzone",
    "reverse lunge": "zakrok, zakroki, zakroków, wykroki w tył",
    "side lunge": "wykrok w bok, wykroki w bok",
    "curtsy lunge": "wykrok curtsy",
    "split squat": "przysiad w rozkroku, przysiady w rozkroku",
    "bulgarian split squat": (
        "przysiad bułgarski, przysiady bułgarskie, bułgar, bułgary, bułgarski, bułgarskie"
    ),
    "step up": "wejście na skrzynię, wejścia na skrzynię",
    "step down": "zejście ze skrzyni",
    "pistol squat": "pistolet, pistolety, przysiad na jednej nodze",
    "sissy squat": "przysiad sissy, przysiady sissy",
    "eccentric squat": "przysiad ekscentryczny",
    "flywheel squat": "przysiad z kołem zamachowym",
    # deadlifts and calves
    "deadlift": "martwy ciąg, martwe ciągi, martwy, mc",
    "sumo deadlift": "martwy ciąg sumo, martwy sumo, mc sumo",
    "deficit deadlift": "martwy ciąg z deficytu",
    "trap bar deadlift": "martwy ciąg z trap barem, martwy trap bar, mc trap bar",
    "power clean": "zarzut, zarzuty",
    "snatch": "rwanie",
    "standing calf raise": (
        "wspięcia na palce, wspięcia na palce stojąc, wspięcia, łydki stojąc, wspięcia stojąc"
    ),
    "seated calf raise": "łydki siedząc, wspięcia siedząc, wspięcia na palce siedząc",
    "calf press": "wspięcia na suwnicy, łydki na suwnicy",
    "single leg calf raise": "łydki na jednej nodze, wspięcia na jednej nodze",
    "farmers walk": "spacer farmera",
    "romanian deadlift": (
        "rumuński martwy ciąg, martwy ciąg rumuński, martwy rumuński, mc rumuński, rumun, rumuński"
    ),
    "stiff leg deadlift": (
        "martwy ciąg na prostych nogach, martwy na prostych nogach, mc na prostych nogach, "
        "martwy ciąg na prostych"
    ),
    "single leg rdl": "rdl na jednej nodze, martwy na jednej nodze, martwy ciąg na jednej nodze",
    # jumps
    "box jump": "wskok na skrzynię, wskoki na skrzynię, skoki na skrzynię",
    "jump squat": "przysiad z wyskokiem, przysiady z wyskokiem",
    "jump lunge": "wykrok z wyskokiem, wykroki z wyskokiem",
    "broad jump": "skok w dal z miejsca",
    "depth jump": "zeskok z wyskokiem",
    "bounding": "wieloskok, wieloskoki",
    "plyometrics": "plyometria",
    # upper body and trunk
    "bench press": "wyciskanie leżąc, ławka płaska, klata",
    "incline bench press": "wyciskanie skos dodatni, skos dodatni",
    "decline bench press": "wyciskanie skos ujemny, skos ujemny",
    "chest press": "wyciskanie na klatkę",
    "chest fly": "rozpiętki",
    "overhead press": "wyciskanie nad głowę, żołnierskie",
    "shoulder press": "wyciskanie na barki",
    "lateral raise": "unoszenie bokiem, wznosy bokiem",
    "front raise": "unoszenie przodem",
    "rear delt fly": "odwrotne rozpiętki",
    "upright row": "podciąganie sztangi do brody, sztanga do brody",
    "shrug": "szrugsy",
    "pull up": "podciąganie nachwytem, podciąganie",
    "chin up": "podciąganie podchwytem",
    "lat pulldown": "ściąganie drążka",
    "row": "wiosłowanie, wiosłowanie sztangą",
    "cable row": "wiosłowanie na wyciągu, wiosło na wyciągu",
    "inverted row": "podciąganie australijskie",
    "pullover": "przenoszenie hantla",
    "push up": "pompka, pompki",
    "dip": "dipy",
    "biceps curl": "uginanie na biceps, młotki",
    "wrist curl": "uginanie nadgarstków",
    "triceps extension": "prostowanie na triceps, wyciskanie francuskie",
    "triceps pushdown": "prostowanie na wyciągu",
    "plank": "deska",
    "sit up": "brzuszki",
    "leg raise": "unoszenie nóg w zwisie, unoszenie nóg, unoszenie kolan, wznosy nóg, wznosy kolan",
    "ab wheel": "kółko do brzucha",
    "russian twist": "rosyjski skręt, rosyjskie skręty",
    "dead bug": "martwy robak",
    "mountain climber": "wspinacz, wspinaczka",
    "ball slam": "rzut piłką",
    "battle rope": "liny bojowe",
    # care
    "foam rolling": "rolowanie",
    "stretching": "rozciąganie",
    "massage": "masaż",
    "cold water": "zimna woda",
    # sets and reps
    "x": "razy",
    # small words
    "and": "i, oraz",
    "of": "po",
    "with": "z, ze",
}

SETS: Final[Mapping[str, str]] = {
    # hips and lower back
    "good morning": "skłony ze sztangą",
    # deadlifts and calves
    "standing calf raise": "łydki",
    # kinds of an exercise
    "bodyweight": "bez ciężaru, bez obciążenia, masa ciała",
    "barbell": "ze sztangą, sztangą",
    "dumbbell": "z hantlami, z hantlem, hantlami",
    "machine": "na maszynie",
    # sets and reps
    "set": "seria",
    "sets": "serie, serii, seriach",
    "rep": "powtórzenie",
    "reps": "powtórzenia, powtórzeń, powtórek, powt, powt.",
    "each": "każda, na każdą",
    "per leg": "na nogę, na każdą nogę, każda noga, noga, jednonóż",
    "per side": "na stronę, na rękę, na każdą stronę, na każdą rękę, każda strona",
    "to failure": "do upadku",
    "warm-up": "rozgrzewka",
    # weights and numbers
    "1": "jeden, jedna",
    "2": "dwa, dwie",
    "3": "trzy",
    "4": "cztery",
    "5": "pięć",
    "6": "sześć",
    "7": "siedem",
    "8": "osiem",
    "10": "dziesięć",
    "12": "dwanaście",
    "15": "piętnaście",
    "20": "dwadzieścia",
    "kg": "kilo, kilogramów",
    # small words
    "at": "na, przy",
    "then": "potem, a potem",
}
