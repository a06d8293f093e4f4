"""The catalogue of exercises: leg movements the recovery model distinguishes, and common others.

Each line: key, name as shown, other names with commas between. Plurals, hyphens, joined words
("legpress"), word order and words of equipment ("dumbbell lunges") need no line of their own:
``exercise_names.find`` sees to them. How hard each class is on the legs is in the recovery model;
which movement belongs to which class is our reading of its table of weights (``recovery-model``
§3.4).
"""

from typing import Final

from bot.domain.facts.training import Demand

Line = tuple[str, str, str]

SUPPORTED: Final[tuple[Line, ...]] = (
    ("bike", "Bike", "cycling, spin bike, stationary bike, exercise bike, assault bike, air bike"),
    ("sled_push", "Sled push", "sled, prowler, prowler push"),
    ("sled_pull", "Sled pull", "sled drag, backward sled drag, reverse sled drag"),
    ("elliptical", "Elliptical", "cross trainer"),
    ("rowing_machine", "Rowing machine", "erg, rower, row erg, indoor rowing"),
    ("stair_climber", "Stair climber", "stairmaster, stair machine, stepper, stepmill"),
)
MACHINE: Final[tuple[Line, ...]] = (
    ("leg_press", "Leg press", "single leg press, lp, sled leg press"),
    (
        "leg_extension",
        "Leg extension",
        "knee extension, quad extension, leg ext, single leg extension",
    ),
    (
        "leg_curl",
        "Leg curl",
        "hamstring curl, ham curl, hammy curl, hamstring machine, standing leg curl",
    ),
    ("lying_leg_curl", "Lying leg curl", "lying curl, prone leg curl, lying hamstring curl"),
    ("seated_leg_curl", "Seated leg curl", "seated hamstring curl"),
    ("hip_thrust", "Hip thrust", "glute thrust, thrust, single leg hip thrust"),
    ("glute_bridge", "Glute bridge", "bridge, hip bridge, single leg glute bridge"),
    ("hip_abduction", "Hip abduction", "abduction, abductor, hip abductor, outer thigh"),
    (
        "hip_adduction",
        "Hip adduction",
        "adduction, adductor, hip adductor, inner thigh, copenhagen plank",
    ),
    ("glute_kickback", "Glute kickback", "kickback, cable kickback, donkey kick, rear kick"),
    ("pull_through", "Pull-through", "cable pull through"),
    ("back_extension", "Back extension", "hyperextension, hyper"),
    ("reverse_hyper", "Reverse hyper", "reverse hyperextension"),
    ("wall_sit", "Wall sit", "wall squat hold"),
    ("tibialis_raise", "Tibialis raise", "tib raise, toe raise, shin raise"),
    ("lateral_band_walk", "Lateral band walk", "band walk, monster walk, crab walk"),
    ("clamshell", "Clamshell", "clam"),
    ("side_leg_raise", "Side leg raise", "side lying leg raise, fire hydrant"),
)
COMPOUND: Final[tuple[Line, ...]] = (
    ("squat", "Squat", "back squat, bs, high bar squat, low bar squat, sq, half squat"),
    ("front_squat", "Front squat", "fs, zombie squat"),
    ("goblet_squat", "Goblet squat", "goblet, dumbbell squat"),
    ("air_squat", "Air squat", "bodyweight squat, bw squat, prisoner squat, free squat"),
    ("box_squat", "Box squat", "box back squat"),
    ("hack_squat", "Hack squat", "hack, hacksquat machine"),
    ("belt_squat", "Belt squat", ""),
    ("pendulum_squat", "Pendulum squat", "pendulum"),
    ("v_squat", "V squat", ""),
    ("zercher_squat", "Zercher squat", "zercher"),
    ("overhead_squat", "Overhead squat", "ohs"),
    ("safety_bar_squat", "Safety bar squat", "ssb squat, ssb, yoke squat"),
    ("sumo_squat", "Sumo squat", "plie squat, wide stance squat"),
    ("cyclist_squat", "Cyclist squat", "heel elevated squat, heels elevated squat"),
    ("thruster", "Thruster", "squat to press, landmine squat and press"),
    ("wall_ball", "Wall ball", "wall ball shot"),
    (
        "deadlift",
        "Deadlift",
        "dl, conventional deadlift, dead lift, deads, rack pull, deadlift high pull",
    ),
    ("sumo_deadlift", "Sumo deadlift", "sumo, sumo dl, sdl"),
    ("trap_bar_deadlift", "Trap bar deadlift", "trap bar, hex bar deadlift, tbdl, hex bar"),
    ("deficit_deadlift", "Deficit deadlift", "deficit dl"),
    ("kettlebell_swing", "Kettlebell swing", "kb swing, swing, russian swing"),
    ("power_clean", "Power clean", "clean, hang clean, clean and jerk, c&j"),
    ("snatch", "Snatch", "power snatch, hang snatch"),
    (
        "standing_calf_raise",
        "Standing calf raise",
        "calf raise, calf, calves, heel raise, donkey calf raise",
    ),
    ("seated_calf_raise", "Seated calf raise", "soleus raise, seated calf"),
    ("calf_press", "Calf press", "leg press calf raise, toe press, calf press on seated leg press"),
    (
        "single_leg_calf_raise",
        "Single-leg calf raise",
        "single calf raise, one leg calf raise, single leg standing calf raise",
    ),
    ("burpee", "Burpee", ""),
    ("farmers_walk", "Farmer's walk", "farmer walk, farmer carry, farmers carry, yoke walk"),
)
LENGTHENED: Final[tuple[Line, ...]] = (
    ("lunge", "Lunge", "forward lunge, static lunge, split lunge"),
    ("walking_lunge", "Walking lunge", "lunge walk"),
    ("reverse_lunge", "Reverse lunge", "backward lunge, back lunge, deficit reverse lunge"),
    ("side_lunge", "Side lunge", "lateral lunge, cossack squat, cossack"),
    ("curtsy_lunge", "Curtsy lunge", "curtsey lunge"),
    ("split_squat", "Split squat", "atg split squat, static split squat"),
    (
        "bulgarian_split_squat",
        "Bulgarian split squat",
        "bulgarian, bss, rfess, split squat bulgarian",
    ),
    ("step_up", "Step-up", "box step up"),
    ("step_down", "Step-down", "heel tap, poliquin step up, petersen step up"),
    ("pistol_squat", "Pistol squat", "pistol, single leg squat, one leg squat, skater squat"),
    ("sissy_squat", "Sissy squat", "sissy"),
    ("romanian_deadlift", "Romanian deadlift", "rdl, romanian, romanian dl"),
    (
        "stiff_leg_deadlift",
        "Stiff-leg deadlift",
        "stiff legged deadlift, sldl, straight leg dl, straight leg deadlift",
    ),
    ("single_leg_rdl", "Single-leg RDL", "single leg romanian deadlift, sl rdl, one leg rdl"),
    ("b_stance_rdl", "B-stance RDL", "kickstand rdl, staggered rdl"),
    ("good_morning", "Good morning", "gm"),
)
ECCENTRIC: Final[tuple[Line, ...]] = (
    ("nordic_curl", "Nordic curl", "nordic, nordic hamstring curl, nordic ham curl, nhe"),
    ("reverse_nordic", "Reverse Nordic", "reverse nordic curl"),
    ("glute_ham_raise", "Glute-ham raise", "ghr, glute ham, ghd raise"),
    ("slider_curl", "Sliding leg curl", "slider curl, sliding curl, hamstring slider"),
    ("box_jump", "Box jump", "box hop"),
    ("jump_squat", "Jump squat", "squat jump, jumping squat"),
    ("jump_lunge", "Jumping lunge", "jump lunge, split jump, lunge jump"),
    ("broad_jump", "Broad jump", "standing long jump, long jump"),
    ("depth_jump", "Depth jump", "drop jump, depth drop"),
    ("bounding", "Bounding", "bound, skater jump, lateral bound"),
    ("plyometrics", "Plyometrics", "plyo, plyometric, tuck jump, hurdle hop, pogo"),
    ("eccentric_squat", "Eccentric squat", "negative squat, slow eccentric squat"),
    ("flywheel_squat", "Flywheel squat", "kbox squat, flywheel"),
    ("eccentric_leg_press", "Eccentric leg press", "negative leg press"),
)
# Recovery aids count for nothing, typed as an exercise too (recovery-model §3.1).
AIDS: Final[tuple[Line, ...]] = (
    ("foam_rolling", "Foam rolling", "foam roll, foam roller, rolling"),
    ("stretching", "Stretching", "stretch, static stretching, mobility, yoga"),
    ("massage", "Massage", "massage gun, self massage"),
    ("cold_water", "Cold water", "ice bath, cold plunge, icing"),
    ("sauna", "Sauna", ""),
)

UPPER: Final[tuple[Line, ...]] = (
    ("bench_press", "Bench press", "bench, bp, flat bench, close grip bench, floor press"),
    ("incline_bench_press", "Incline bench press", "incline bench, incline press"),
    ("decline_bench_press", "Decline bench press", "decline bench, decline press"),
    ("chest_press", "Chest press", "machine press, svend press"),
    (
        "chest_fly",
        "Chest fly",
        "fly, flye, pec deck, cable fly, cable crossover, low cable fly crossover",
    ),
    ("overhead_press", "Overhead press", "ohp, press, military press, strict press"),
    ("shoulder_press", "Shoulder press", "arnold press"),
    ("push_press", "Push press", ""),
    ("lateral_raise", "Lateral raise", "side raise, lat raise, side lateral raise"),
    ("front_raise", "Front raise", ""),
    (
        "rear_delt_fly",
        "Rear delt fly",
        "reverse fly, rear delt, rear delt raise, rear delt reverse fly",
    ),
    ("face_pull", "Face pull", ""),
    ("upright_row", "Upright row", ""),
    ("shrug", "Shrug", ""),
    ("pull_up", "Pull-up", "assisted pull up, muscle up"),
    ("chin_up", "Chin-up", "chin"),
    ("lat_pulldown", "Lat pulldown", "pulldown, lat pull, pull down, straight arm pulldown"),
    ("row", "Row", "bent over row, pendlay row, chest supported row, seal row, t bar row"),
    ("cable_row", "Cable row", "seated row, seated cable row, low row, machine row"),
    ("inverted_row", "Inverted row", "body row"),
    ("pullover", "Pullover", ""),
    ("push_up", "Push-up", "press up, diamond push up, pike push up"),
    ("dip", "Dip", "chest dip, tricep dip, ring dip, bench dip"),
    (
        "biceps_curl",
        "Biceps curl",
        "curl, hammer curl, preacher curl, ez bar curl, arm curl, concentration curl, "
        "spider curl, drag curl, reverse curl",
    ),
    ("wrist_curl", "Wrist curl", "forearm curl, wrist roller, wrist extension"),
    (
        "triceps_extension",
        "Triceps extension",
        "skull crusher, overhead triceps extension, tricep kickback, dumbbell kickback",
    ),
    ("triceps_pushdown", "Triceps pushdown", "pushdown, tricep pressdown, rope pushdown"),
    ("plank", "Plank", "side plank, reverse plank"),
    ("sit_up", "Sit-up", "crunch, cable crunch, ab crunch, reverse crunch, oblique crunch, v up"),
    (
        "leg_raise",
        "Hanging leg raise",
        "leg raise, lying leg raise, knee raise, hanging knee raise, "
        "knee raise parallel bars, toes to bar, captain's chair",
    ),
    ("ab_wheel", "Ab wheel", "ab rollout, rollout"),
    (
        "russian_twist",
        "Russian twist",
        "wood chop, pallof press, side bend, torso rotation, cable twist",
    ),
    ("dead_bug", "Dead bug", "bird dog, hollow hold"),
    ("superman", "Superman", "superman hold"),
    ("mountain_climber", "Mountain climber", ""),
    ("ball_slam", "Ball slam", "medicine ball slam"),
    ("around_the_world", "Around the world", ""),
    ("battle_rope", "Battle rope", ""),
)

# Words that tell an upper-body exercise the catalogue does not have, unless one of legs is beside
# them: "incline cable fly" is no leg work, "leg curl variation" is.
UPPER_WORDS: Final = frozenset(
    {"ab", "abdominal", "apart", "arm", "bench", "bicep", "chest", "chin", "core", "crunch"}
    | {"curl", "delt", "deltoid", "dip", "fly", "flye", "forearm", "lat", "lateral", "neck"}
    | {"oblique", "overhead", "pec", "plank", "press", "pressdown", "pulldown", "pullover"}
    | {"pullup", "pushdown", "pushup", "rollout", "rope", "rotator", "row", "shoulder", "shrug"}
    | {"situp", "skullcrusher", "trap", "tricep", "twist", "woodchopper", "wrist"}
)
LEG_WORDS: Final = frozenset(
    {"abductor", "adductor", "ankle", "bridge", "calf", "clean", "copenhagen", "deadlift", "foot"}
    | {"glute", "ham", "hammy", "hamstring", "heel", "hip", "hop", "jerk", "jump", "kick", "knee"}
    | {"leg", "lunge", "nordic", "pistol", "quad", "rdl", "run", "sled", "snatch", "sprint"}
    | {"squat", "step", "swing", "thigh", "thrust", "thruster", "tibialis", "toe"}
)

LINES: Final = {
    Demand.SUPPORTED: SUPPORTED,
    Demand.MACHINE: MACHINE,
    Demand.COMPOUND: COMPOUND,
    Demand.LENGTHENED: LENGTHENED,
    Demand.ECCENTRIC: ECCENTRIC,
    Demand.UPPER: (*UPPER, *AIDS),
}

OTHER_LANGUAGES: Final = {
    "squat": (
        "kniebeuge, kniebeugen, sentadilla, agachamento, przysiad, przysiad ze sztanga, スクワット"
    ),
    "lying_leg_curl": "beinbeuger liegend",
    "romanian_deadlift": "rumanisches kreuzheben",
    "deadlift": (
        "kreuzheben, peso muerto, souleve de terre, stacco da terra, levantamento terra, "
        "martwy ciag, デッドリフト"
    ),
    "bench_press": (
        "bankdrucken, press de banca, press banca, developpe couche, supino reto, panca piana, "
        "жим лежа"
    ),
    "overhead_press": "schulterdrucken, press militar, developpe militaire",
    "leg_press": (
        "beinpresse, beinpressen, prensa, prensa de piernas, presse a cuisses, レッグプレス"
    ),
    "leg_extension": "beinstrecker, beinstrecken, extension de piernas, cadeira extensora",
    "leg_curl": "beinbeuger, beincurls, curl de piernas, curl femoral",
    "lunge": "ausfallschritte, zancada, zancadas, fentes, affondi",
    "hip_thrust": "huftheben, beckenheben, empuje de cadera",
    "standing_calf_raise": "wadenheben, elevacion de talones, elevacion de gemelos",
    "pull_up": "klimmzug, klimmzuge, dominadas, tractions",
    "push_up": "liegestutze, flexiones, pompes",
    "row": "rudern, remo, remo con barra",
}
"""Names of the main lifts, by key, in the languages that members write too."""

LOADED: Final = frozenset(
    {"squat", "front_squat", "goblet_squat", "box_squat", "hack_squat", "belt_squat", "v_squat"}
    | {"pendulum_squat", "zercher_squat", "overhead_squat", "safety_bar_squat", "deadlift"}
    | {"sumo_deadlift", "trap_bar_deadlift", "deficit_deadlift", "romanian_deadlift", "hip_thrust"}
    | {"stiff_leg_deadlift", "good_morning", "leg_press", "leg_extension", "leg_curl"}
    | {"lying_leg_curl", "seated_leg_curl", "bench_press", "overhead_press", "row", "thruster"}
)
"""Lifts that are hardly done without a load, so that a large number beside them may be one."""

MANNERS: Final = frozenset({"heavy", "light", "pause", "paused", "tempo", "weighted"})
EQUIPMENT: Final = frozenset(
    {"band", "banded", "barbell", "bb", "bodyweight", "bw", "cable", "db", "dumbbell", "kb"}
    | {"kettlebell", "machine", "smith"}
)
"""Words that do not change which movement it is, unless a line above has them in its name."""
