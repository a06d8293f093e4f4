"""The remarks beside the reasons: what was assumed, what to watch, what to expect."""

from bot.domain.facts.training import RunKind
from bot.domain.recovery.answer import Note
from bot.domain.recovery.fatigue import Legs, recent, sore_since
from bot.domain.recovery.parameters import (
    AHEAD_HOURS,
    ALCOHOL_GATE_HOURS,
    DANGER_SORENESS,
    NEUTRAL_SORENESS,
    PERSISTENT_HOURS,
    PERSISTENT_SORENESS,
    RISING_SORENESS,
    SLOW_HOURS,
    THIRSTY,
    WARM,
)
from bot.domain.recovery.plan import Standing
from bot.domain.recovery.question import Question
from bot.domain.recovery.running import longest_run, makes_sore
from bot.domain.recovery.soreness import active_painkiller, is_early, reported_score, soreness_known


def notes_of(standing: Standing) -> tuple[Note, ...]:
    """Return the remarks, in the order in which they are declared."""
    legs, question = standing.legs, standing.legs.question
    known, since, counting = soreness_known(question), sore_since(legs), recent(legs)
    late = _late(legs, since) if known else None
    says = (
        (late, late is not None),
        (Note.EARLY_SORENESS, _not_credited(legs)),
        (Note.MAY_RISE, since < RISING_SORENESS),
        (Note.RESTED, not counting and not legs.never_logged),
        (Note.LOAD_UNKNOWN, not all(bout.known for bout in counting)),
        (Note.SORENESS_UNKNOWN, not known),
        (Note.PAINKILLER, active_painkiller(question) is not None),
        (Note.DRINK, _thirsty(question)),
        (Note.DECIDE_ON_THE_DAY, standing.hours > AHEAD_HOURS[1]),
        (Note.LONGEST_RACE, _longest_race(question)),
        (Note.COUNTED_AS_LEGS, any(unknown_exercises(question))),
    )
    return tuple(note for note, so in says if note is not None and so)


def unknown_exercises(question: Question) -> tuple[str, ...]:
    """The names of exercises nobody knows, counted as legs."""
    entries = question.leg_sessions or ()
    names = (work.name for entry in entries for work in entry.exercises if work.demand is None)
    return tuple(dict.fromkeys(name for name in names if name))


def _late(legs: Legs, since: float) -> Note | None:
    """What a soreness says that is still there days after what may have caused it."""
    sore = legs.soreness
    if sore < PERSISTENT_SORENESS or legs.never_logged:
        return None
    if since >= PERSISTENT_HOURS:
        return Note.PERSISTENT_SORENESS
    if since >= SLOW_HOURS:
        return Note.VERY_SORE_LATE if sore >= DANGER_SORENESS else Note.SLOWER_THAN_USUAL
    ran = any(makes_sore(run) for run in legs.question.recent_runs or ())
    lifted = [b.hours_ago for b in legs.bouts if not b.very_light]
    return Note.SORE_FROM_RUN if ran and min(lifted, default=PERSISTENT_HOURS) > since else None


def _not_credited(legs: Legs) -> bool:
    told = reported_score(legs.question)
    return told is not None and told < NEUTRAL_SORENESS and is_early(legs.bouts)


def _thirsty(question: Question) -> bool:
    drunk, heat = question.alcohol, question.heat_c
    hungover = (
        drunk is not None and drunk.g_per_kg >= THIRSTY and drunk.hours_ago < ALCOHOL_GATE_HOURS
    )
    return hungover or (heat is not None and heat >= WARM)


def _longest_race(question: Question) -> bool:
    plan, longest = question.plan, longest_run(question)
    if plan is None or plan.kind is not RunKind.RACE or plan.minutes is None or longest is None:
        return False
    return plan.minutes > longest
