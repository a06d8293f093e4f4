"""Why an answer is what it is: one sentence a cause, with its number and what it means."""

from bot.domain.facts.tables import complete
from bot.domain.recovery.answer import Clearance, Gate, PossibleChange, Reason, UsedInput
from bot.domain.recovery.novelty import NewWork
from bot.domain.recovery.parameters import FLOOR_HOURS, OLD_SESSION
from bot.texts.canirun.sports import done
from bot.texts.i18n import N_, _
from bot.texts.times import hours
from bot.texts.wording import number, sentences

CLASS = {
    Clearance.REST: N_("rest"),
    Clearance.WALK: N_("a walk"),
    Clearance.EASY: N_("an easy run"),
    Clearance.MODERATE: N_("a steady run"),
    Clearance.HARD: N_("hard running"),
}
PLAIN = {
    Gate.LEG_DAY: N_("Leg day {ago} ago: {points} of {of} points of leg fatigue."),
    Gate.SORENESS: N_("Soreness {amount} of 10."),
    Gate.PAIN: N_("A sore tendon wants walking, not running."),
    Gate.PAIN_GONE: N_(
        "The pain you told me of {ago} ago has gone: 10-20 minutes on flat ground, and stop if it "
        "comes back."
    ),
    Gate.ABOUT_ME: N_("What you told me about your body comes before every score."),
    Gate.DANGER_QUESTIONS: N_("Soreness {amount} of 10: the danger questions come first."),
    Gate.SLOW_SORENESS: N_("Soreness {amount} of 10 is more than is usual {ago} after new work."),
    Gate.PLACE: N_("An ache in this place is not what leg day makes sore."),
    Gate.ILLNESS: N_("A head cold."),
    Gate.SLEEP: N_("{amount} h of sleep last night."),
    Gate.NEW_STIMULUS: N_("New work for your legs: it adds {points} of {of} points."),
    Gate.ALCOHOL: N_("Alcohol in the last day."),
    Gate.HEAT: N_("Heat: {amount} °C ({fahrenheit} °F) makes every run harder."),
    Gate.LONG_RUN: N_("Your very long run {ago} ago is still in your legs."),
    Gate.NO_RUNNING: N_("No run in the last month: start again with run and walk."),
    Gate.PERSONAL_FLOOR: N_(
        "You recover fast, but the first {floor} hours after legs stay steady."
    ),
    Gate.NEVER_LOGGED: N_("I know no leg day of yours, so I stay careful."),
    Gate.RESTED: N_("No leg day in {days} days, so no leg fatigue is left."),
}
# The same, seen from a planned run that is still to come.
BY_THEN = {
    Gate.LEG_DAY: N_("Leg day {ago} before it: {points} of {of} points of leg fatigue by then."),
    Gate.LONG_RUN: N_("Your very long run {ago} before it is still in your legs by then."),
}
CONDITIONS = {
    Gate.PAIN: N_("when the pain is gone"),
    Gate.PLACE: N_("when that place no longer aches"),
    Gate.ILLNESS: N_("when you are well"),
    Gate.RED_FLAG: N_("when a clinician has cleared you"),
    Gate.HEAT: N_("when it is cooler"),
    Gate.NO_RUNNING: N_("after a few easy runs"),
    Gate.NEVER_LOGGED: N_("once a leg day is logged"),
    Gate.ABOUT_ME: N_("when a clinician or physio says so"),
    Gate.DANGER_QUESTIONS: N_("once the danger questions are answered"),
    Gate.LONG_RUN: N_("with time"),
    Gate.UNCLEAR: N_("once that is told"),
}
CHANGED = N_("when that has changed")

NEW_WORK = complete(
    "why a leg day is new work, with its points",
    {
        NewWork.FIRST_EVER: N_("Your first leg day ever: it adds {points} of {of} points."),
        NewWork.BEGINNER: N_("Leg days are new to you still: it adds {points} of {of} points."),
        NewWork.BACK: N_("Back after a break: it adds {points} of {of} points."),
        NewWork.NEW_EXERCISE: N_("New exercise for your legs: it adds {points} of {of} points."),
    },
    NewWork,
)
ILL_LATELY = N_("You were ill: two easy days come before anything harder.")

TELLING = 2  # points from which a cause is worth a line
SCORED = frozenset({Gate.LEG_DAY, Gate.RUN, Gate.SORENESS, Gate.NEW_STIMULUS})
ALL_DAY = 12  # hours since leg day from which daily life counts as work of its own


def reason(cause: Reason, ahead: float | None = None) -> str:
    """Return the sentence of one cause, or nothing where its number is unknown.

    ``ahead`` are the hours until the run that is judged, where that is still to come.
    """
    words = _words(cause, ahead)
    if words is None or ("{amount}" in words and cause.amount is None):
        return ""
    if cause.allows is None and abs(cause.points) < TELLING and cause.gate in SCORED:
        return ""
    said = _(words).format(
        ago="" if cause.hours_ago is None else hours(cause.hours_ago + (ahead or 0.0)),
        floor=number(FLOOR_HOURS),
        days=number(OLD_SESSION / 24),
        points=cause.points,
        of=cause.of,
        amount="" if cause.amount is None else number(cause.amount),
        fahrenheit="" if cause.amount is None else f"{cause.amount * 1.8 + 32:.0f}",
    )
    tired = cause.sets_class and cause.allows is not None and cause.allows <= Clearance.WALK
    if cause.gate is Gate.LEG_DAY and tired and (cause.hours_ago or 0) >= ALL_DAY:
        said = sentences(
            said, _("Your legs have worked all day too: standing and stairs are no day off.")
        )
    if cause.allows is Clearance.REST:
        said = sentences(said, _("On its own it means rest."))
    elif cause.allows is not None and cause.allows < Clearance.HARD:
        said = sentences(
            said, _("On its own it allows {limit} at most.").format(limit=_(CLASS[cause.allows]))
        )
    elif cause.gate in {Gate.SORENESS, Gate.SLEEP, Gate.ALCOHOL} and cause.points > 0:
        said = sentences(said, _("It adds {points} points.").format(points=cause.points))
    elif cause.gate is Gate.SORENESS and cause.points < 0:
        said = sentences(said, _("It takes {points} points off.").format(points=-cause.points))
    return said


def _words(cause: Reason, ahead: float | None) -> str | None:
    """The sentence of a cause with gaps for its numbers, ``None`` where it has none."""
    if cause.gate is Gate.RUN:
        sport = done(cause.detail)
        return sport.points if ahead is None else sport.points_then
    if cause.gate is Gate.ILLNESS and cause.detail is None:
        return ILL_LATELY
    if cause.gate is Gate.NEW_STIMULUS and cause.detail is not None:
        return NEW_WORK[NewWork(cause.detail)]
    return (PLAIN if ahead is None else {**PLAIN, **BY_THEN}).get(cause.gate)


def change(different: PossibleChange) -> str:
    """Return what would give another answer."""
    to = _(CLASS[different.to])
    if different.input is UsedInput.SORENESS:
        words = N_("Once soreness is down to {value}: {to}.")
        if not different.lifts:
            words = N_("If soreness rises to {value}: {to}.")
        return _(words).format(value=number(different.value), to=to)
    if different.input is UsedInput.HOURS:
        return _("{hours} later it would be {to}.").format(hours=hours(different.by), to=to)
    if different.input is UsedInput.SLEEP:
        return _("With {value} h of sleep it would be {to}.").format(
            value=number(different.value), to=to
        )
    if different.lifts:
        return _("If that leg day was lighter than I assume, it would be {to}.").format(to=to)
    return _("If that leg day was harder than I assume, it would be {to}.").format(to=to)


def condition(gate: Gate) -> str:
    """Return what has to change before a class opens, where no clock tells."""
    return _("opens {when}").format(when=once(gate))


def once(gate: Gate) -> str:
    """Return the same as the end of a sentence: when the pain is gone."""
    return _(CONDITIONS.get(gate, CHANGED))
