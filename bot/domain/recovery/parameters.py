"""The parameters of the recovery model: every number with its unit, source and strength.

Papers are named by their first author and year. ``Strength`` says how much to trust the number:
most are engineering choices anchored on a few findings, and none is fitted to members yet.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from bot.domain.facts.learned import SPREAD_OF_PEOPLE
from bot.domain.facts.training import Activity, Demand, Newness, RunKind
from bot.domain.recovery.circumstances import Matters

MODEL_VERSION = "2.0"

Value = TypeVar("Value")


class Strength(StrEnum):
    """How well a number is supported by evidence."""

    MODERATE = "moderate"  # several studies, or one good one, point here
    WEAK = "weak"  # the direction is known, the size is not
    CHOICE = "choice"  # no study gives this number


MODERATE, WEAK, CHOICE = Strength.MODERATE, Strength.WEAK, Strength.CHOICE


@dataclass(frozen=True, slots=True)
class Parameter:
    """A row of the table."""

    name: str
    value: object
    unit: str
    source: str
    strength: Strength


_rows: list[Parameter] = []


def _row(name: str, value: Value, unit: str, source: str, strength: Strength) -> Value:
    _rows.append(Parameter(name, value, unit, source, strength))
    return value


# Load of a leg session; an ordinary leg day is 1.
SETS_REFERENCE = _row(
    "sets_reference", 12.0, "hard sets", "an ordinary leg day; sub-linear: Bartolomei 2017", WEAK
)
AU_REFERENCE = _row("au_reference", 400.0, "effort x min", "session RPE: Day 2004", WEAK)
EFFORT_BASE = _row("effort_base", 0.55, "share of a set at RPE 6", "Helms 2016, Zourdos 2016", WEAK)
EFFORT_SLOPE = _row("effort_slope", 0.15, "per RPE point", "Helms 2016, Zourdos 2016", WEAK)
EFFORT_LIMITS = _row(
    "effort_limits", (0.05, 1.15), "share of a set", "warm-up sets: Doma & Deakin 2014", WEAK
)
SET_RPE = _row("set_rpe", 8.0, "RPE of a set that has none", "usual in training", CHOICE)
USUAL_SETS = _row("usual_sets", 4.0, "sets where unsaid", "three or four are usual", CHOICE)
FULL_BODY_SHARE = _row("full_body_share", 0.5, "share on the legs", "half the work", CHOICE)
UNKNOWN_LOAD = _row("unknown_load", 1.3, "L", "a little over ordinary, to be safe", CHOICE)
LIGHT, ORDINARY, HARD = _row("words", (0.4, 1.0, 1.6), "L", "light, ordinary, hard", CHOICE)
VERY_LIGHT = _row("very_light", 0.04, "L", "low-intensity session: Doma & Deakin 2014", WEAK)
VERY_LIGHT_EFFORT = _row("very_light_effort", 3.0, "RPE, at most", "Doma & Deakin 2014", WEAK)
VERY_LIGHT_SHARE = _row("very_light_share", 0.1, "share of its AU", "Doma & Deakin 2014", WEAK)
VERY_LIGHT_LOAD = _row(
    "very_light_load", 0.1, "L, under: tires nobody", "three warm-up sets", CHOICE
)
LIGHT_EFFORT = _row("light_effort", 4.0, "RPE, at most", "effort without minutes", CHOICE)
ORDINARY_EFFORT = _row("ordinary_effort", 7.0, "RPE, at most", "effort without minutes", CHOICE)
UNKNOWN_WEIGHT = _row("unknown_weight", 1.0, "w", "unknown leg exercise, as a squat", CHOICE)
WEIGHTS = _row(
    "weights",
    {
        Demand.SUPPORTED: 0.5,
        Demand.MACHINE: 0.8,
        Demand.COMPOUND: 1.0,
        Demand.LENGTHENED: 1.5,
        Demand.ECCENTRIC: 2.0,
        Demand.UPPER: 0.0,
    },
    "w per set",
    "direction Coratella 2025, Cheung 2003; squat = deadlift Belcher 2019; sizes chosen",
    WEAK,
)
SAME_SESSION = _row("same_session", 3.0, "h", "entries closer than this are one", CHOICE)
FAILURE_RPE = _row("failure_rpe", 9.5, "RPE", "a set to failure", CHOICE)

# Novelty: the repeated bout effect, fading over months and not in two weeks (Nosaka 2005).
NEWNESS = _row(
    "newness",
    {
        Newness.REGULAR: 1.0,
        Newness.FIRST_EVER: 1.6,
        Newness.BACK_WEEKS: 1.2,
        Newness.BACK_MONTHS: 1.5,
    },
    "N",
    "shape Doma 2015/2017, Nosaka 2005, Coratella 2025; sizes chosen",
    WEAK,
)
BEGINNER_SESSIONS = _row(
    "beginner_sessions", {1: 1.3, 2: 1.15}, "N by sessions before", "Doma 2015/2017", WEAK
)
GAPS = _row(
    "gaps",
    ((10.0, 1.0), (21.0, 1.1), (42.0, 1.2), (84.0, 1.35)),
    "N up to so many days",
    "full at 4-8 weeks, partly lost by 12: Nosaka 2005",
    WEAK,
)
LONGEST_GAP = _row("longest_gap", 1.5, "N beyond the last gap", "Nosaka 2005", WEAK)
NOVEL_EXERCISE = _row("novel_exercise", 1.4, "factor on N", "Coratella 2025", WEAK)
NOVELTY_CAP = _row("novelty_cap", 1.8, "N", "clamp", CHOICE)
DAMAGE_LIMITS = _row("damage_limits", (0.05, 2.5), "D", "clamp", CHOICE)

# Residual fatigue.
AMPLITUDE = _row(
    "amplitude",
    90.0,
    "points at D = 1",
    "solved: easy at 6 h (Doma 2014, Robineau 2016), hard at 48 h (Helland 2020)",
    MODERATE,
)
TAU = _row("tau", 32.0, "h", "solved with the amplitude; Tufano 2012 30-42 h", MODERATE)
BEGINNER_MONTHS = _row("beginner_months", 3.0, "months of lifting", "Chalchat 2022", WEAK)
EXPERIENCED_MONTHS = _row("experienced_months", 24.0, "months of lifting", "Chalchat 2022", WEAK)
TAU_EXPERIENCE = _row(
    "tau_experience", (1.2, 1.0, 0.9), "T: new, some, experienced", "Chalchat 2022, House", WEAK
)
TAU_AGE = _row(
    "tau_age", ((40.0, 1.0), (60.0, 1.05)), "G below this age", "Fernandes 2019/2021", WEAK
)
TAU_OLDEST = _row("tau_oldest", 1.10, "G from 60 years", "Fernandes 2019/2021", WEAK)
TAU_DAMAGE = _row("tau_damage", 0.25, "per D over 1", "Bartolomei 2017", WEAK)
TAU_DAMAGE_LIMITS = _row("tau_damage_limits", (0.85, 1.4), "factor", "clamp", CHOICE)
TAU_FAILURE = _row("tau_failure", 0.03, "per set to failure", "Moran-Navarro 2017", WEAK)
FAILURE_SETS_COUNTED = _row("failure_sets_counted", 8.0, "sets", "clamp", CHOICE)
OLD_SESSION = _row("old_session", 240.0, "h; older counts nothing", "ten days", CHOICE)
RUN_AMPLITUDE = _row("run_amplitude", 40.0, "points at 400 AU", "JCU statement (Doma)", WEAK)
RUN_TAU = _row("run_tau", 20.0, "h", "recovered within 24 h: JCU statement (Doma)", WEAK)
RUN_LOAD_CAP = _row("run_load_cap", 3.0, "of 400 AU", "clamp", CHOICE)
RUN_TAU_LOAD = _row("run_tau_load", 0.25, "per 400 AU over the first", "long runs last", CHOICE)
RUN_EFFORT = _row("run_effort", 5.0, "RPE of a run that has none", "moderate", CHOICE)
RUN_MINUTES = _row("run_minutes", 40.0, "min of a run that has none", "a usual run", CHOICE)
OLD_RUN = _row("old_run", 336.0, "h; older counts nothing", "fourteen days", CHOICE)

# What is reported about today.
NEUTRAL_SORENESS = _row("neutral_soreness", 3.0, "0-10; also when missing", "coaching", WEAK)
SORENESS_SLOPE = _row("soreness_slope", 0.06, "of R per point", "coaching; noisy", WEAK)
SORENESS_LIMITS = _row("soreness_limits", (0.85, 1.4), "factor", "clamp", CHOICE)
EARLY_SORENESS = _row(
    "early_soreness", 24.0, "h after legs: can only tighten", "peak 24-72 h: Cheung 2003", MODERATE
)
SORENESS_FLAT = _row("soreness_flat", 48.0, "h after legs", "plateau: Tufano 2012", MODERATE)
SORENESS_TAU = _row("soreness_tau", 36.0, "h", "fit to Tufano 2012", MODERATE)
RISING_SORENESS = _row(
    "rising_soreness", 48.0, "h after legs: may still rise", "Cheung 2003, Tufano 2012", MODERATE
)
ACTIVITY_SHARES = _row(
    "activity_shares",
    {
        Activity.RUN: 1.0,
        Activity.RIDE: 0.4,
        Activity.HIKE: 0.6,
        Activity.SKI: 1.0,
        Activity.MATCH: 1.2,
        Activity.CLASS: 0.8,
    },
    "of a run that long",
    "no landing on a bike; sprints and turns in a match: coaching",
    CHOICE,
)
DESCENT = _row("descent", 500.0, "m down, from: a hike makes sore", "downhill Chen 2007", WEAK)
SORE_RUN = _row("sore_run", 1.0, "of 400 AU, from: a run makes sore", "PMC5613699", WEAK)
NEW_WORK = _row("new_work", 1.2, "N, from: first, new or comeback", "Nosaka 2005", WEAK)
LATE_SORENESS = _row("late_soreness", 3.0, "0-10, from, after new work", "Tufano 2012", WEAK)
LATE_SORENESS_OVER = _row("late_soreness_over", 2.0, "0-10; closes until there", "Tufano", WEAK)
LATE_HOURS = _row("late_hours", 72.0, "h after legs; 2.0 of 10 by then", "Tufano 2012", MODERATE)
SLOW_HOURS = _row("slow_hours", 84.0, "h after legs: days 4 to 6", "Coratella 2025", WEAK)
PAINKILLER_HOURS = _row("painkiller_hours", 8.0, "h", "how long a dose masks", CHOICE)
NEUTRAL_SLEEP = _row("neutral_sleep", 7.0, "h; also when missing", "AASM/SRS 2015", MODERATE)
SLEEP_SLOPES = _row(
    "sleep_slopes", (0.04, 0.02), "of R per h short", "Craven 2022; against: Dattilo 2020", WEAK
)
SLEEP_CAP = _row("sleep_cap", 1.3, "factor", "clamp", CHOICE)
SLEEP_FORECAST = _row("sleep_forecast", 16.0, "h until the next night counts", "a day", CHOICE)
ALCOHOL_FACTORS = _row(
    "alcohol_factors", ((1.0, 1.15), (0.5, 1.05)), "factor from g/kg", "Barnes 2010/2011", WEAK
)
ALCOHOL_BURNT = _row(
    "alcohol_burnt", 0.1, "g/kg an hour", "0.15 per mille an hour: Jones 2010", MODERATE
)
DRUNK = _row("drunk", (0.7, 0.3), "g/kg left; rest, walk from", "1 and 0.5 per mille", CHOICE)
THIRSTY = _row("thirsty", 0.5, "g/kg within a day, from: drink", "hangover", CHOICE)
ALCOHOL_HOURS = _row("alcohol_hours", 36.0, "h", "Barnes 2010", WEAK)

# Gates: what the class is held down to, and until when.
FATIGUE_LIMITS = _row(
    "fatigue_limits",
    (150.0, 75.0, 35.0, 20.0),
    "R; rest, walk, easy, moderate from",
    "anchors",
    WEAK,
)
SORENESS_REST = _row("soreness_rest", 8.0, "0-10, from", "Cheung 2003, CDC/NIOSH", WEAK)
SORENESS_GATE = _row(
    "soreness_gate", (6.0, 4.0, 3.0), "0-10; walk, easy, moderate over", "coaching", WEAK
)
DANGER_SORENESS = _row("danger_soreness", 7.0, "0-10, from", "CDC/NIOSH on rhabdo", MODERATE)
ELSEWHERE_HOURS = _row("elsewhere_hours", 12.0, "h a score counts", "not the legs", CHOICE)
PAIN_GONE_HOURS = _row("pain_gone_hours", 48.0, "h after a pain that has gone", "coaching", CHOICE)
PLACE_SCORE = _row("place_score", 2.0, "0-10, from", "not what leg day makes sore", CHOICE)
SLEEP_EASY = _row("sleep_easy", (4.0, 9.0), "h: last night, two nights", "Craven 2022", WEAK)
SLEEP_MODERATE = _row("sleep_moderate", (5.0, 10.5), "h: last night, two nights", "Craven", WEAK)
NEW_STIMULUS = _row("new_stimulus", 1.3, "N, from", "Doma 2015/2017", MODERATE)
NEW_STIMULUS_HOURS = _row("new_stimulus_hours", 48.0, "h", "Doma 2015/2017", MODERATE)
ALCOHOL_GATE = _row("alcohol_gate", 1.0, "g/kg, from", "Barnes 2010", WEAK)
ALCOHOL_GATE_HOURS = _row("alcohol_gate_hours", 24.0, "h", "the day after", CHOICE)
HEAT = _row("heat", 32.0, "degrees C, from", "coaching", CHOICE)
WARM = _row("warm", 28.0, "degrees C, from: spoken of", "coaching", CHOICE)
WALKING_EFFORT = _row("walking_effort", 2.0, "RPE, at most: no run", "the plan's own RPE", CHOICE)
LONG_RUN_EFFORT = _row("long_run_effort", 7.0, "RPE, from: as a race", "PMC5613699", WEAK)
LONG_RUN_FACTOR = _row(
    "long_run_factor", 1.1, "of the longest before it, over", "Frandsen 2025", MODERATE
)
USUAL_LONG_HOURS = _row("usual_long_hours", 48.0, "h after a usual long run", "coaching", CHOICE)
LONG_RUN_MINUTES = _row("long_run_minutes", 150.0, "min, from", "PMC5613699", WEAK)
LONG_RUN_EASY_HOURS = _row("long_run_easy_hours", 120.0, "h", "PMC5613699", WEAK)
LONG_RUN_MODERATE_HOURS = _row("long_run_moderate_hours", 336.0, "h", "coaching", CHOICE)
FLOOR_DOSE = _row("floor_dose", 0.9, "d, from", "personal floor", CHOICE)
FLOOR_HOURS = _row("floor_hours", 30.0, "h", "personal floor", CHOICE)
BIRTH_WALK = _row("birth_walk", 12.0, "weeks after birth: walk", "Goom 2019", MODERATE)
BIRTH_EASY = _row("birth_easy", 26.0, "weeks after birth: easy", "Goom 2019", WEAK)
STATIN_SORENESS = _row("statin_soreness", 5.0, "0-10, from: danger questions", "CDC/NIOSH", CHOICE)
LIFT_FATIGUE = _row("lift_fatigue", (75.0, 35.0), "R; no legs, light legs from", "House", CHOICE)
LIFT_SORENESS = _row(
    "lift_soreness", (6.0, 4.0), "0-10 over; no legs, light legs", "Cheung", CHOICE
)
LIFT_AFTER_RUN = _row(
    "lift_after_run", (4.0, 8.0), "h; light, fewer reps until", "Sporer & Wenger 2003", MODERATE
)
LIFT_BEFORE_RUN = _row(
    "lift_before_run",
    (24.0, 48.0),
    "h before a hard or long run; no legs, light",
    "Doma 2013",
    WEAK,
)
LAST_HEAVY = _row(
    "last_heavy",
    {Matters.A: (4.0, 7.0), Matters.B: (4.0, 5.0), Matters.C: (2.0, 3.0)},
    "days before an event: latest, earliest",
    "72-96 h of recovery; coaching",
    CHOICE,
)
LAST_HEAVY_MARATHON = _row(
    "last_heavy_marathon",
    {Matters.A: (7.0, 14.0), Matters.B: (5.0, 10.0), Matters.C: (4.0, 7.0)},
    "days before a marathon or longer: latest, earliest",
    "taper of a week or two; coaching",
    CHOICE,
)
EVENT_LIGHT = _row("event_light", 48.0, "h before an event: no legs at all", "Helland 2020", WEAK)
SLOWER = _row("slower", (10.0, 35.0), "R; a little, clearly slower from", "Marcora 2007", WEAK)
MARATHON = _row("marathon", 150.0, "min, from: as a marathon", "as a very long run", CHOICE)
UNTRAINED_HOURS = _row(
    "untrained_hours", 336.0, "h ahead: no time to train for one", "two weeks", CHOICE
)
TREND = _row("trend", 2.0, "0-10 of change that is told", "day-to-day noise: PMC7449331", WEAK)
TREND_HOURS = _row(
    "trend_hours", (12.0, 72.0), "h before now of the score compared", "a night", CHOICE
)
PERSISTENT_SORENESS = _row("persistent_soreness", 4.0, "0-10, from", "unusual", CHOICE)
PERSISTENT_HOURS = _row("persistent_hours", 168.0, "h without leg day", "seven days", CHOICE)

# Plans and caps.
RUN_LIMITS = _row(
    "run_limits",
    {
        RunKind.EASY: 75.0,
        RunKind.STEADY: 35.0,
        RunKind.LONG: 25.0,
        RunKind.TEMPO: 20.0,
        RunKind.INTERVALS: 15.0,
        RunKind.SPRINTS: 15.0,
        RunKind.HILLS: 15.0,
        RunKind.DOWNHILL: 15.0,
        RunKind.RACE: 15.0,
    },
    "R, below",
    "anchors as the fatigue limits; downhill Chen 2007",
    WEAK,
)
SPRINT_SORENESS = _row("sprint_soreness", 2.0, "0-10 hamstrings, at most", "coaching", CHOICE)
WALK_CAP = _row("walk_cap", 40.0, "min", "a walk", CHOICE)
EASY_CAPS = _row(
    "easy_caps", (20.0, 30.0, 45.0), "min: short, usual, used to it", "Chen 2008", WEAK
)
MODERATE_CAP = _row("moderate_cap", 60.0, "min", "a steady run", CHOICE)
SHORT_SORENESS = _row("short_soreness", 5.0, "0-10, from: short easy run", "coaching", CHOICE)
SHORT_NEW_HOURS = _row("short_new_hours", 72.0, "h after a new stimulus", "Doma 2017", WEAK)
SHORT_LIFT_HOURS = _row("short_lift_hours", 8.0, "h after lifting", "Palmer 2001", WEAK)
FEW_RUNS = _row("few_runs", 1.0, "runs a week, under: short", "little running base", CHOICE)
MANY_RUNS = _row("many_runs", 3.0, "runs a week, from: longer", "a running base", CHOICE)
USED_FATIGUE = _row("used_fatigue", 50.0, "R, under: longer easy run", "margin", CHOICE)
TEMPO_CAP = _row("tempo_cap", 40.0, "min that are offered", "Daniels; coaching", CHOICE)
USUAL_EFFORT = _row("usual_effort", 3.0, "RPE, at most: runs easy only", "the plan's RPE", CHOICE)
LONGEST_FACTOR = _row("longest_factor", 1.1, "of the longest in 30 d", "Frandsen 2025", MODERATE)
LONGEST_FLOOR = _row("longest_floor", 20.0, "min, never less", "a short run", CHOICE)
RUN_WALK_CAP = _row("run_walk_cap", 30.0, "min of run-walk, none run in 30 d", "coaching", CHOICE)

# How sure, and from when.
ETA_LIMIT = _row("eta_limit", 400.0, "h", "end of the search", CHOICE)
ETA_SPREAD = _row("eta_spread", (0.8, 1.3), "of the estimate", "Damas 2016", WEAK)
ETA_SPREAD_KNOWN = _row("eta_spread_known", (0.9, 1.15), "of the estimate", "learnt", CHOICE)
SIGMA_PRIOR = _row(
    "sigma_prior", SPREAD_OF_PEOPLE, "log tau", "Damas 2016 0.40, partly trained", WEAK
)
SIGMA_KNOWN = _row("sigma_known", 0.18, "log tau, under", "about 16 logs", CHOICE)
THETA_LIMITS = _row("theta_limits", (0.6, 1.7), "factor on tau", "clamp", CHOICE)
THETA_RELAX = _row("theta_relax", 0.5, "share of a faster theta used", "cautious", CHOICE)
THETA_RELAX_LOGS = _row("theta_relax_logs", 4, "logs before relaxing", "cautious", CHOICE)
VARIANCE_DRIFT = _row("variance_drift", 0.0005, "log tau squared per log", "people change", CHOICE)
FELT_FATIGUE = _row(
    "felt_fatigue",
    {5: 8.0, 4: 25.0, 3: 45.0, 2: 65.0, 1: 85.0},
    "R by how the legs felt, 5 fresh to 1 dead",
    "the limits of the classes",
    CHOICE,
)
FELT_SIGMA = _row("felt_sigma", 20.0, "R", "feeling and performance part: Helland 2020", WEAK)
SORE_FATIGUE = _row("sore_fatigue", 10.0, "R per point of soreness", "coaching", CHOICE)
SORE_SIGMA = _row("sore_sigma", 25.0, "R", "day-to-day CV 45-49 %: PMC7449331", WEAK)
COMPARED_FATIGUE = _row("compared_fatigue", 20.0, "R off the estimate", "one class", CHOICE)
SURPRISE_LIMIT = _row("surprise_limit", 25.0, "R, clamp", "one log moves tau by 15-20 %", CHOICE)
LEARNABLE = _row("learnable", 5.0, "R per log tau, from", "less says nothing of tau", CHOICE)
FRESH_CEILING = _row("fresh_ceiling", 12.0, "R, up to: fresh says nothing", "ceiling", CHOICE)
CHECK_IN_HOURS = _row("check_in_hours", (24.0, 96.0), "h after legs", "Tufano 2012", MODERATE)
WORSE_SORENESS = _row("worse_soreness", 2.0, "0-10 added: feels worse", "cautious", CHOICE)
BETTER_SORENESS = _row("better_soreness", 1.0, "0-10 taken off: feels better", "cautious", CHOICE)
CONFIDENCE = _row(
    "confidence",
    {
        "base": 0.35,
        "load": 0.15,
        "soreness": 0.20,
        "sleep": 0.10,
        "sessions": 0.10,
        "feedback": 0.10,
        "edge": -0.10,
    },
    "share",
    "weights by how much each input moves the answer",
    CHOICE,
)
CONFIDENCE_LIMITS = _row("confidence_limits", (0.5, 0.75), "medium, high from", "thirds", CHOICE)
CONFIDENT_SESSIONS = _row("confident_sessions", 3, "sessions logged", "a start", CHOICE)
CONFIDENT_LOGS = _row("confident_logs", 8, "feedback logs", "as heavy as the prior", CHOICE)
AHEAD_HOURS = _row("ahead_hours", (24.0, 48.0), "h; less sure, decide then", "Helland", WEAK)
EDGE = _row("edge", 5.0, "R to a class limit", "noise of R", CHOICE)

TABLE: tuple[Parameter, ...] = tuple(_rows)
