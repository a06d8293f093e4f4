"""What else a careful coach would say: each sentence where it is so, the weightiest in sight."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from math import exp, floor

from bot.domain.decisions.answer_token import Shown
from bot.domain.facts.training import Newness, RunKind
from bot.domain.recovery.answer import Clearance, Gate, Note
from bot.domain.recovery.fatigue import theta_used
from bot.domain.recovery.load import trains_legs
from bot.domain.recovery.parameters import (
    ALCOHOL_GATE_HOURS,
    DANGER_SORENESS,
    LONGEST_FACTOR,
    LONGEST_FLOOR,
    NEUTRAL_SORENESS,
)
from bot.domain.recovery.question import Ask, PastSession, Question
from bot.texts.canirun.verdict import is_refused, is_shortened
from bot.texts.i18n import N_, _

HIDDEN = N_("A painkiller hides soreness: the score before it counts.")
PERSISTENT = N_("Sore a week after your last leg day is unusual: see a clinician if it goes on.")
RAN_TOO = N_("A long or hard run makes legs sore too.")
COSTS_A_LITTLE = N_("A race on sore legs costs a little: about 4 % in one study.")
NO_LEGS_BEFORE = N_("No heavy leg work in the four days before it.")
LONGER = N_("It is far over your longest run lately, {longest} minutes.")
CUT = N_("That is 10 % over your longest run lately, {longest} minutes.")
CUT_BY_LEGS = N_("Short keeps it easy on the legs.")
DRINK = N_("Drink to thirst, before you go and after.")
HIGH = N_("Such soreness mostly peaks within three days and is gone in a week.")
FIRST_TIME = N_("The first time is the worst; the next is much milder.")
BREAK = N_("You came back to it after a break, so it counts for more.")
ONE_SIDED = N_("Pain on one side or in a joint is not soreness.")
NEW_EXERCISE = N_("A new exercise tires and aches more the first time.")
BY_NAME = {
    RunKind.SPRINTS: N_("Stop at the first pull in the back of the thighs."),
    RunKind.HILLS: N_("Hills ask most of calves and glutes: turn back if they complain."),
    RunKind.DOWNHILL: N_("Downhill is what makes thighs sore: keep it short."),
}
MAY_RISE = N_("Soreness may still rise; that is usual, and no damage.")
SLOWER = N_("Your legs take about {percent} % longer than most.")
FASTER = N_("Your legs take about {percent} % less time than most.")
SHORT_NIGHT = N_("A short night adds to it.")
UPPER_BODY = N_("Training the upper body is fine.")
NO_HARM = N_("An easy run will not slow recovery.")

WARM = 28.0  # °C from which drinking is worth a word
SOBER = 0.5  # g/kg, under which a drink does not matter
LASTING = 168.0  # hours in which a leg day's newness is worth a word
RISING = 36.0  # hours after leg day until which soreness may still rise
RACE_AFTER = 96.0  # hours after leg day in which a race still feels it
SORE_RUN = (90.0, 7.0)  # minutes or effort from which a run makes sore by itself
SORE_RUN_HOURS = 96.0
OWN = 10  # percent of difference that is worth a word
AT_LEAST = 2  # points from which a night is worth a word
BACK = frozenset({Newness.BACK_WEEKS, Newness.BACK_MONTHS})
BACK_DAYS = 21.0


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence that is so; the heavier, the sooner it is said."""

    weight: int
    words: str


def remarks(shown: Shown) -> list[Remark]:
    """Return the sentences that are so, the weightiest first."""
    found = [*_noted(shown)]
    if shown.question is not None:
        found += [*_of_run(shown, shown.question), *_of_legs(shown, shown.question)]
    return sorted(found, key=lambda each: -each.weight)


def _noted(shown: Shown) -> Iterator[Remark]:
    """Yield what the answer itself says."""
    answer = shown.answer
    if Note.PAINKILLER in answer.notes:
        yield Remark(100, _(HIDDEN))
    if Note.PERSISTENT_SORENESS in answer.notes:
        yield Remark(95, _(RAN_TOO if _ran_hard(shown.question) else PERSISTENT))
    if answer.ask is Ask.PAIN_TYPE and (shown.told.soreness or 0) >= NEUTRAL_SORENESS:
        yield Remark(42, _(ONE_SIDED))
    if any(each.gate is Gate.SLEEP and each.points >= AT_LEAST for each in answer.reasons[1:]):
        yield Remark(40, _(SHORT_NIGHT))
    if answer.clearance is Clearance.WALK and answer.ask is not Ask.DANGER_SIGNS:
        yield Remark(30, _(UPPER_BODY))
    if answer.clearance is Clearance.EASY:
        yield Remark(20, _(NO_HARM))


def _of_run(shown: Shown, question: Question) -> Iterator[Remark]:
    """Yield what concerns the run that was asked about, and its weather."""
    told = shown.told
    latest, drunk = _latest(question), question.alcohol
    if (question.heat_c or 0.0) >= WARM or (
        drunk is not None
        and drunk.g_per_kg >= SOBER
        and drunk.hours_ago + _ahead(shown) < ALCOHOL_GATE_HOURS
    ):
        yield Remark(80, _(DRINK))
    if told.run is None:
        yield from _cut(shown, question.profile.longest_run)
    if told.run is None or is_refused(shown):
        return
    if told.run is RunKind.RACE:
        yield Remark(50, _(NO_LEGS_BEFORE))
        if latest is not None and latest.hours_ago + _ahead(shown) <= RACE_AFTER:
            yield Remark(90, _(COSTS_A_LITTLE))
    if told.run in BY_NAME:
        yield Remark(58, _(BY_NAME[told.run]))
    yield from _cut(shown, question.profile.longest_run)


def _cut(shown: Shown, longest: float | None) -> Iterator[Remark]:
    """Yield why there are fewer minutes than asked for: the longest run of late, or the legs."""
    offer, minutes = shown.answer.offer, shown.told.minutes
    if offer is None or offer.max_minutes is None or minutes == offer.max_minutes:
        return
    if shown.told.run is None and shown.answer.clearance is Clearance.HARD:
        return  # "as long as you are used to" says it
    most = floor(max(LONGEST_FLOOR, LONGEST_FACTOR * (longest or 0.0)) + 1e-9)
    if longest and offer.max_minutes == most > LONGEST_FLOOR:
        words = LONGER if shown.told.run is RunKind.RACE else CUT
        yield Remark(85 if minutes else 48, _(words).format(longest=f"{longest:g}"))
    elif is_shortened(shown):
        yield Remark(60, _(CUT_BY_LEGS))


def _of_legs(shown: Shown, question: Question) -> Iterator[Remark]:
    """Yield what concerns the last leg day and the legs themselves."""
    latest = _latest(question)
    if latest is None:
        return
    ago, sore = latest.hours_ago + _ahead(shown), shown.told.soreness or 0
    if ago <= LASTING:
        if latest.newness is Newness.FIRST_EVER:
            yield Remark(70, _(FIRST_TIME))
        elif latest.newness in BACK or (latest.days_since_previous_leg or 0.0) >= BACK_DAYS:
            yield Remark(65, _(BREAK))
        if latest.novel_exercise:
            yield Remark(60, _(NEW_EXERCISE))
        if sore >= DANGER_SORENESS:
            yield Remark(75, _(HIGH))
    if ago < RISING and shown.told.at is None and sore < DANGER_SORENESS:
        yield Remark(55, _(MAY_RISE))
    percent = round((exp(theta_used(question.learned)) - 1.0) * 100)
    if abs(percent) >= OWN and any(each.gate is Gate.LEG_DAY for each in shown.answer.reasons):
        yield Remark(45, _(SLOWER if percent > 0 else FASTER).format(percent=abs(percent)))


def _latest(question: Question) -> PastSession | None:
    legs = [each for each in question.leg_sessions or () if trains_legs(each)]
    return min(legs, key=lambda each: each.hours_ago, default=None)


def _ran_hard(question: Question | None) -> bool:
    minutes, effort = SORE_RUN
    runs = () if question is None else question.recent_runs or ()
    return any(
        run.hours_ago < SORE_RUN_HOURS
        and ((run.minutes or 0.0) >= minutes or (run.srpe or 0.0) >= effort)
        for run in runs
    )


def _ahead(shown: Shown) -> float:
    """Hours until the run that is judged."""
    return 0.0 if shown.told.at is None else (shown.told.at - shown.now) / timedelta(hours=1)
