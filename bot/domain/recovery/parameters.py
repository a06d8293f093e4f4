"""The parameters of the recovery model: every number with its unit, source and strength.

Papers are named by their first author and year. The word in brackets says how well a number is
supported: "moderate": several studies, or one good one, point here; "weak": the direction is known,
the size is not; "choice": no study gives it. Most are engineering choices anchored on a few
findings, and none is fitted to members yet.
"""

from bot.domain.facts.learned import SPREAD_OF_PEOPLE
from bot.domain.facts.training import Activity, Demand, Newness, RunKind
from bot.domain.recovery.circumstances import Matters

MODEL_VERSION = "2.0"

# Load of a leg session; an ordinary leg day is 1.
SETS_REFERENCE = 12.0  # hard sets; an ordinary leg day; sub-linear: Bartolomei 2017 (weak)
AU_REFERENCE = 400.0  # effort x min; session RPE: Day 2004 (weak)
EFFORT_BASE = 0.55  # share of a set at RPE 6; Helms 2016, Zourdos 2016 (weak)
EFFORT_SLOPE = 0.15  # per RPE point; Helms 2016, Zourdos 2016 (weak)
EFFORT_LIMITS = (0.05, 1.15)  # share of a set; warm-up sets: Doma & Deakin 2014 (weak)
SET_RPE = 8.0  # RPE of a set that has none; usual in training (choice)
USUAL_SETS = 4.0  # sets where unsaid; three or four are usual (choice)
FULL_BODY_SHARE = 0.5  # share on the legs; half the work (choice)
UNKNOWN_LOAD = 1.3  # L; a little over ordinary, to be safe (choice)
LIGHT, ORDINARY, HARD = (0.4, 1.0, 1.6)  # L; light, ordinary, hard (choice)
VERY_LIGHT = 0.04  # L; low-intensity session: Doma & Deakin 2014 (weak)
VERY_LIGHT_EFFORT = 3.0  # RPE, at most; Doma & Deakin 2014 (weak)
VERY_LIGHT_SHARE = 0.1  # share of its AU; Doma & Deakin 2014 (weak)
VERY_LIGHT_LOAD = 0.1  # L, under: tires nobody; three warm-up sets (choice)
LIGHT_EFFORT = 4.0  # RPE, at most; effort without minutes (choice)
ORDINARY_EFFORT = 7.0  # RPE, at most; effort without minutes (choice)
UNKNOWN_WEIGHT = 1.0  # w; unknown leg exercise, as a squat (choice)
# w per set; direction Coratella 2025, Cheung 2003; squat = deadlift Belcher 2019;
# sizes chosen (weak)
WEIGHTS = {
    Demand.SUPPORTED: 0.5,
    Demand.MACHINE: 0.8,
    Demand.COMPOUND: 1.0,
    Demand.LENGTHENED: 1.5,
    Demand.ECCENTRIC: 2.0,
    Demand.UPPER: 0.0,
}
SAME_SESSION = 3.0  # h; entries closer than this are one (choice)
FAILURE_RPE = 9.5  # RPE; a set to failure (choice)

# Novelty: the repeated bout effect, fading over months and not in two weeks (Nosaka 2005).

# N; shape Doma 2015/2017, Nosaka 2005, Coratella 2025; sizes chosen (weak)
NEWNESS = {
    Newness.REGULAR: 1.0,
    Newness.FIRST_EVER: 1.6,
    Newness.BACK_WEEKS: 1.2,
    Newness.BACK_MONTHS: 1.5,
}
BEGINNER_SESSIONS = {1: 1.3, 2: 1.15}  # N by sessions before; Doma 2015/2017 (weak)
# N up to so many days; full at 4-8 weeks, partly lost by 12: Nosaka 2005 (weak)
GAPS = ((10.0, 1.0), (21.0, 1.1), (42.0, 1.2), (84.0, 1.35))
LONGEST_GAP = 1.5  # N beyond the last gap; Nosaka 2005 (weak)
NOVEL_EXERCISE = 1.4  # factor on N; Coratella 2025 (weak)
NOVELTY_CAP = 1.8  # N; clamp (choice)
DAMAGE_LIMITS = (0.05, 2.5)  # D; clamp (choice)

# Residual fatigue.

# points at D = 1; solved: easy at 6 h (Doma 2014, Robineau 2016),
# hard at 48 h (Helland 2020) (moderate)
AMPLITUDE = 90.0
TAU = 32.0  # h; solved with the amplitude; Tufano 2012 30-42 h (moderate)
BEGINNER_MONTHS = 3.0  # months of lifting; Chalchat 2022 (weak)
EXPERIENCED_MONTHS = 24.0  # months of lifting; Chalchat 2022 (weak)
TAU_EXPERIENCE = (1.2, 1.0, 0.9)  # T: new, some, experienced; Chalchat 2022, House (weak)
TAU_AGE = ((40.0, 1.0), (60.0, 1.05))  # G below this age; Fernandes 2019/2021 (weak)
TAU_OLDEST = 1.10  # G from 60 years; Fernandes 2019/2021 (weak)
TAU_DAMAGE = 0.25  # per D over 1; Bartolomei 2017 (weak)
TAU_DAMAGE_LIMITS = (0.85, 1.4)  # factor; clamp (choice)
TAU_FAILURE = 0.03  # per set to failure; Moran-Navarro 2017 (weak)
FAILURE_SETS_COUNTED = 8.0  # sets; clamp (choice)
OLD_SESSION = 240.0  # h; older counts nothing; ten days (choice)
RUN_AMPLITUDE = 40.0  # points at 400 AU; JCU statement (Doma) (weak)
RUN_TAU = 20.0  # h; recovered within 24 h: JCU statement (Doma) (weak)
RUN_LOAD_CAP = 3.0  # of 400 AU; clamp (choice)
RUN_TAU_LOAD = 0.25  # per 400 AU over the first; long runs last (choice)
RUN_EFFORT = 5.0  # RPE of a run that has none; moderate (choice)
RUN_MINUTES = 40.0  # min of a run that has none; a usual run (choice)
OLD_RUN = 336.0  # h; older counts nothing; fourteen days (choice)

# What is reported about today.
NEUTRAL_SORENESS = 3.0  # 0-10; also when missing; coaching (weak)
SORENESS_SLOPE = 0.06  # of R per point; coaching; noisy (weak)
SORENESS_LIMITS = (0.85, 1.4)  # factor; clamp (choice)
EARLY_SORENESS = 24.0  # h after legs: can only tighten; peak 24-72 h: Cheung 2003 (moderate)
SORENESS_FLAT = 48.0  # h after legs; plateau: Tufano 2012 (moderate)
SORENESS_TAU = 36.0  # h; fit to Tufano 2012 (moderate)
RISING_SORENESS = 48.0  # h after legs: may still rise; Cheung 2003, Tufano 2012 (moderate)
# of a run that long; no landing on a bike; sprints and turns in a match: coaching (choice)
ACTIVITY_SHARES = {
    Activity.RUN: 1.0,
    Activity.RIDE: 0.4,
    Activity.HIKE: 0.6,
    Activity.SKI: 1.0,
    Activity.MATCH: 1.2,
    Activity.CLASS: 0.8,
}
DESCENT = 500.0  # m down, from: a hike makes sore; downhill Chen 2007 (weak)
SORE_RUN = 1.0  # of 400 AU, from: a run makes sore; PMC5613699 (weak)
NEW_WORK = 1.2  # N, from: first, new or comeback; Nosaka 2005 (weak)
LATE_SORENESS = 3.0  # 0-10, from, after new work; Tufano 2012 (weak)
LATE_SORENESS_OVER = 2.0  # 0-10; closes until there; Tufano (weak)
LATE_HOURS = 72.0  # h after legs; 2.0 of 10 by then; Tufano 2012 (moderate)
SLOW_HOURS = 84.0  # h after legs: days 4 to 6; Coratella 2025 (weak)
PAINKILLER_HOURS = 8.0  # h; how long a dose masks (choice)
NEUTRAL_SLEEP = 7.0  # h; also when missing; AASM/SRS 2015 (moderate)
SLEEP_SLOPES = (0.04, 0.02)  # of R per h short; Craven 2022; against: Dattilo 2020 (weak)
SLEEP_CAP = 1.3  # factor; clamp (choice)
SLEEP_FORECAST = 16.0  # h until the next night counts; a day (choice)
ALCOHOL_FACTORS = ((1.0, 1.15), (0.5, 1.05))  # factor from g/kg; Barnes 2010/2011 (weak)
ALCOHOL_BURNT = 0.1  # g/kg an hour; 0.15 per mille an hour: Jones 2010 (moderate)
DRUNK = (0.7, 0.3)  # g/kg left; rest, walk from; 1 and 0.5 per mille (choice)
THIRSTY = 0.5  # g/kg within a day, from: drink; hangover (choice)
ALCOHOL_HOURS = 36.0  # h; Barnes 2010 (weak)

# Gates: what the class is held down to, and until when.
FATIGUE_LIMITS = (150.0, 75.0, 35.0, 20.0)  # R; rest, walk, easy, moderate from; anchors (weak)
SORENESS_REST = 8.0  # 0-10, from; Cheung 2003, CDC/NIOSH (weak)
SORENESS_GATE = (6.0, 4.0, 3.0)  # 0-10; walk, easy, moderate over; coaching (weak)
DANGER_SORENESS = 7.0  # 0-10, from; CDC/NIOSH on rhabdo (moderate)
ELSEWHERE_HOURS = 12.0  # h a score counts; not the legs (choice)
PAIN_GONE_HOURS = 48.0  # h after a pain that has gone; coaching (choice)
PLACE_SCORE = 2.0  # 0-10, from; not what leg day makes sore (choice)
SLEEP_EASY = (4.0, 9.0)  # h: last night, two nights; Craven 2022 (weak)
SLEEP_MODERATE = (5.0, 10.5)  # h: last night, two nights; Craven (weak)
NEW_STIMULUS = 1.3  # N, from; Doma 2015/2017 (moderate)
NEW_STIMULUS_HOURS = 48.0  # h; Doma 2015/2017 (moderate)
ALCOHOL_GATE = 1.0  # g/kg, from; Barnes 2010 (weak)
ALCOHOL_GATE_HOURS = 24.0  # h; the day after (choice)
HEAT = 32.0  # degrees C, from; coaching (choice)
WARM = 28.0  # degrees C, from: spoken of; coaching (choice)
WALKING_EFFORT = 2.0  # RPE, at most: no run; the plan's own RPE (choice)
LONG_RUN_EFFORT = 7.0  # RPE, from: as a race; PMC5613699 (weak)
LONG_RUN_FACTOR = 1.1  # of the longest before it, over; Frandsen 2025 (moderate)
USUAL_LONG_HOURS = 48.0  # h after a usual long run; coaching (choice)
LONG_RUN_MINUTES = 150.0  # min, from; PMC5613699 (weak)
LONG_RUN_EASY_HOURS = 120.0  # h; PMC5613699 (weak)
LONG_RUN_MODERATE_HOURS = 336.0  # h; coaching (choice)
FLOOR_DOSE = 0.9  # d, from; personal floor (choice)
FLOOR_HOURS = 30.0  # h; personal floor (choice)
BIRTH_WALK = 12.0  # weeks after birth: walk; Goom 2019 (moderate)
BIRTH_EASY = 26.0  # weeks after birth: easy; Goom 2019 (weak)
STATIN_SORENESS = 5.0  # 0-10, from: danger questions; CDC/NIOSH (choice)
LIFT_FATIGUE = (75.0, 35.0)  # R; no legs, light legs from; House (choice)
LIFT_SORENESS = (6.0, 4.0)  # 0-10 over; no legs, light legs; Cheung (choice)
LIFT_AFTER_RUN = (4.0, 8.0)  # h; light, fewer reps until; Sporer & Wenger 2003 (moderate)
LIFT_BEFORE_RUN = (24.0, 48.0)  # h before a hard or long run; no legs, light; Doma 2013 (weak)
# days before an event: latest, earliest; 72-96 h of recovery; coaching (choice)
LAST_HEAVY = {Matters.A: (4.0, 7.0), Matters.B: (4.0, 5.0), Matters.C: (2.0, 3.0)}
# days before a marathon or longer: latest, earliest; taper of a week or two; coaching (choice)
LAST_HEAVY_MARATHON = {Matters.A: (7.0, 14.0), Matters.B: (5.0, 10.0), Matters.C: (4.0, 7.0)}
EVENT_LIGHT = 48.0  # h before an event: no legs at all; Helland 2020 (weak)
SLOWER = (10.0, 35.0)  # R; a little, clearly slower from; Marcora 2007 (weak)
MARATHON = 150.0  # min, from: as a marathon; as a very long run (choice)
UNTRAINED_HOURS = 336.0  # h ahead: no time to train for one; two weeks (choice)
TREND = 2.0  # 0-10 of change that is told; day-to-day noise: PMC7449331 (weak)
TREND_HOURS = (12.0, 72.0)  # h before now of the score compared; a night (choice)
PERSISTENT_SORENESS = 4.0  # 0-10, from; unusual (choice)
PERSISTENT_HOURS = 168.0  # h without leg day; seven days (choice)

# Plans and caps.

# R, below; anchors as the fatigue limits; downhill Chen 2007 (weak)
RUN_LIMITS = {
    RunKind.EASY: 75.0,
    RunKind.STEADY: 35.0,
    RunKind.LONG: 25.0,
    RunKind.TEMPO: 20.0,
    RunKind.INTERVALS: 15.0,
    RunKind.SPRINTS: 15.0,
    RunKind.HILLS: 15.0,
    RunKind.DOWNHILL: 15.0,
    RunKind.RACE: 15.0,
}
SPRINT_SORENESS = 2.0  # 0-10 hamstrings, at most; coaching (choice)
WALK_CAP = 40.0  # min; a walk (choice)
EASY_CAPS = (20.0, 30.0, 45.0)  # min: short, usual, used to it; Chen 2008 (weak)
MODERATE_CAP = 60.0  # min; a steady run (choice)
SHORT_SORENESS = 5.0  # 0-10, from: short easy run; coaching (choice)
SHORT_NEW_HOURS = 72.0  # h after a new stimulus; Doma 2017 (weak)
SHORT_LIFT_HOURS = 8.0  # h after lifting; Palmer 2001 (weak)
FEW_RUNS = 1.0  # runs a week, under: short; little running base (choice)
MANY_RUNS = 3.0  # runs a week, from: longer; a running base (choice)
USED_FATIGUE = 50.0  # R, under: longer easy run; margin (choice)
TEMPO_CAP = 40.0  # min that are offered; Daniels; coaching (choice)
USUAL_EFFORT = 3.0  # RPE, at most: runs easy only; the plan's RPE (choice)
LONGEST_FACTOR = 1.1  # of the longest in 30 d; Frandsen 2025 (moderate)
LONGEST_FLOOR = 20.0  # min, never less; a short run (choice)
RUN_WALK_CAP = 30.0  # min of run-walk, none run in 30 d; coaching (choice)

# How sure, and from when.
ETA_LIMIT = 400.0  # h; end of the search (choice)
ETA_SPREAD = (0.8, 1.3)  # of the estimate; Damas 2016 (weak)
ETA_SPREAD_KNOWN = (0.9, 1.15)  # of the estimate; learnt (choice)
SIGMA_PRIOR = SPREAD_OF_PEOPLE  # log tau; Damas 2016 0.40, partly trained (weak)
SIGMA_KNOWN = 0.18  # log tau, under; about 16 logs (choice)
THETA_LIMITS = (0.6, 1.7)  # factor on tau; clamp (choice)
THETA_RELAX = 0.5  # share of a faster theta used; cautious (choice)
THETA_RELAX_LOGS = 4  # logs before relaxing; cautious (choice)
VARIANCE_DRIFT = 0.0005  # log tau squared per log; people change (choice)
# R by how the legs felt, 5 fresh to 1 dead; the limits of the classes (choice)
FELT_FATIGUE = {5: 8.0, 4: 25.0, 3: 45.0, 2: 65.0, 1: 85.0}
FELT_SIGMA = 20.0  # R; feeling and performance part: Helland 2020 (weak)
SORE_FATIGUE = 10.0  # R per point of soreness; coaching (choice)
SORE_SIGMA = 25.0  # R; day-to-day CV 45-49 %: PMC7449331 (weak)
COMPARED_FATIGUE = 20.0  # R off the estimate; one class (choice)
SURPRISE_LIMIT = 25.0  # R, clamp; one log moves tau by 15-20 % (choice)
LEARNABLE = 5.0  # R per log tau, from; less says nothing of tau (choice)
FRESH_CEILING = 12.0  # R, up to: fresh says nothing; ceiling (choice)
CHECK_IN_HOURS = (24.0, 96.0)  # h after legs; Tufano 2012 (moderate)
WORSE_SORENESS = 2.0  # 0-10 added: feels worse; cautious (choice)
BETTER_SORENESS = 1.0  # 0-10 taken off: feels better; cautious (choice)
# share; weights by how much each input moves the answer (choice)
CONFIDENCE = {
    "base": 0.35,
    "load": 0.15,
    "soreness": 0.20,
    "sleep": 0.10,
    "sessions": 0.10,
    "feedback": 0.10,
    "edge": -0.10,
}
CONFIDENCE_LIMITS = (0.5, 0.75)  # medium, high from; thirds (choice)
CONFIDENT_SESSIONS = 3  # sessions logged; a start (choice)
CONFIDENT_LOGS = 8  # feedback logs; as heavy as the prior (choice)
AHEAD_HOURS = (24.0, 48.0)  # h; less sure, decide then; Helland (weak)
EDGE = 5.0  # R to a class limit; noise of R (choice)
