"""The reasons of an answer: at most four, the one that sets the class first."""

from collections.abc import Container, Iterator
from itertools import zip_longest

from bot.domain.recovery.about_me import about_me_of
from bot.domain.recovery.answer import Clearance, Gate, Reason
from bot.domain.recovery.fatigue import (
    alcohol_factor,
    bout_decay,
    factor_at,
    own_tau,
    recent,
    sleep_factor,
    soreness_at,
    soreness_factor,
    theta_used,
)
from bot.domain.recovery.gates import Hold, fatigue_class
from bot.domain.recovery.load import damage_of
from bot.domain.recovery.parameters import FATIGUE_LIMITS, RUN_LIMITS, WARM
from bot.domain.recovery.plan import Standing
from bot.domain.recovery.question import PlannedRun, Question, Symptom
from bot.domain.recovery.running import is_long
from bot.domain.recovery.safety import symptoms_of
from bot.domain.recovery.soreness import sore_elsewhere, soreness_known

MOST = 4
SHOWN = 100  # R is shown up to this


def shown(fatigue: float, plan: PlannedRun | None = None) -> int:
    """Return R as members see it: what is under a limit is never shown as that limit.

    The limits are those of the classes, and the one of the run that is planned.
    """
    kind = None if plan is None else plan.kind
    limits = FATIGUE_LIMITS if kind not in RUN_LIMITS else (*FATIGUE_LIMITS, RUN_LIMITS[kind])
    rounded = round(fatigue)
    return min(SHOWN, rounded - 1 if rounded in limits and fatigue < rounded else rounded)


def reasons_of(standing: Standing) -> tuple[Reason, ...]:
    """Return the reasons with their numbers: what sets the class first, then by points."""
    holding = _holding(standing)
    gates = (*_plain_gates(standing, holding), *_felt_gates(standing, holding))
    causes = [*_training(standing), *_factors(standing, holding), *gates]
    telling = [_with_hold(cause, holding.get(cause.gate), standing) for cause in causes]
    telling.sort(
        key=lambda each: (
            each.gate is not Gate.DANGER_QUESTIONS,
            not each.sets_class,
            -each.points,
        )
    )
    legs = standing.legs
    if legs.question.sessions_8wk and not legs.never_logged and not any(recent(legs)):
        telling.append(Reason(gate=Gate.RESTED, of=_shown(standing)))
    return tuple(telling[:MOST])


def _shown(standing: Standing) -> int:
    return shown(standing.fatigue, standing.legs.question.plan)


def _holding(standing: Standing) -> dict[Gate, Hold]:
    """Return the strictest hold of each closed gate, the longest of equals."""
    strictest: dict[Gate, Hold] = {}
    for hold in standing.holds:
        if hold.until > standing.hours:
            other = strictest.get(hold.gate, hold)
            strictest[hold.gate] = min(other, hold, key=lambda each: (each.allows, -each.until))
    return strictest


def _setting(standing: Standing) -> bool:
    """Tell whether fatigue is a gate that sets the class."""
    clearance = standing.clearance
    return clearance < Clearance.HARD and fatigue_class(standing.fatigue) == clearance


def _training(standing: Standing) -> Iterator[Reason]:
    """Yield each leg day and run that adds points; the largest stands for the fatigue gate."""
    legs, of = standing.legs, _shown(standing)
    factor = factor_at(legs, standing.hours)
    left = [decay.at(standing.hours) for decay in legs.decays]
    top = left.index(max(left)) if left and _setting(standing) else None
    for index, (decay, bout) in enumerate(zip_longest(legs.decays, legs.bouts)):
        points, sets = min(of, round(left[index] * factor)), index == top
        if points or sets:
            yield Reason(
                gate=Gate.RUN if bout is None else Gate.LEG_DAY,
                points=points,
                of=of,
                allows=standing.clearance if sets else None,
                sets_class=sets,
                hours_ago=decay.age,
                amount=None if bout is None else bout.load,
                before=None if bout is None else bout.novelty,
                detail=decay.sport if bout is None else None,
            )


def _factors(standing: Standing, holding: Container[Gate]) -> Iterator[Reason]:
    """What novelty, soreness, sleep and alcohol add to R, or hold."""
    legs, question, hours = standing.legs, standing.legs.question, standing.hours
    of = _shown(standing)

    def added(factor: float) -> int:
        return min(of, round(standing.fatigue * (1.0 - 1.0 / factor)))

    points = _novelty(standing)
    new = [bout for bout in recent(legs) if bout.new_work is not None]
    if new and (points or Gate.NEW_STIMULUS in holding):
        newest = max(reversed(new), key=lambda bout: bout.novelty)
        yield Reason(
            gate=Gate.NEW_STIMULUS,
            points=points,
            of=of,
            hours_ago=newest.hours_ago,
            amount=newest.novelty,
            before=newest.gap,
            detail=newest.new_work,
        )
    points = added(soreness_factor(soreness_at(legs, hours))) if soreness_known(question) else 0
    elsewhere = sore_elsewhere(question)
    if points or Gate.SORENESS in holding:
        held = Gate.SORENESS in holding and elsewhere > legs.soreness
        yield Reason(
            gate=Gate.SORENESS,
            points=0 if held else points,
            of=of,
            amount=elsewhere if held else legs.soreness,
            detail=_place(question) if held else None,
        )
    points = added(sleep_factor(legs.sleep, hours))
    if points or Gate.SLEEP in holding:
        last, previous = legs.sleep.last_night, legs.sleep.previous_night
        yield Reason(gate=Gate.SLEEP, points=points, of=of, amount=last, before=previous)
    drunk, points = question.alcohol, added(alcohol_factor(question, hours))
    if drunk is not None and (points or Gate.ALCOHOL in holding):
        yield Reason(
            gate=Gate.ALCOHOL,
            points=points,
            of=of,
            hours_ago=drunk.hours_ago,
            amount=drunk.g_per_kg,
        )


def _novelty(standing: Standing) -> int:
    """The points that the newness of the leg days adds."""
    legs, hours = standing.legs, standing.hours
    if all(bout.novelty == 1.0 for bout in legs.bouts):
        return 0
    tau = own_tau(legs.question.profile, theta_used(legs.question.learned))
    usual = sum(bout_decay(bout, tau, damage_of(bout.dose, 1.0)).at(hours) for bout in legs.bouts)
    lifted = sum(decay.at(hours) for decay in legs.decays[: len(legs.bouts)])
    of = _shown(standing)
    return min(of, round((lifted - usual) * factor_at(legs, hours)))


def _plain_gates(standing: Standing, holding: Container[Gate]) -> Iterator[Reason]:
    """Yield closed gates that add no points."""
    question, sore = standing.legs.question, standing.legs.question.soreness
    if question.heat_c is not None and question.heat_c >= WARM:
        yield Reason(gate=Gate.HEAT, amount=question.heat_c)
    if Gate.PLACE in holding and sore is not None and sore.region is not None:
        yield Reason(gate=Gate.PLACE, amount=sore.score, detail=sore.region.value)
    if Gate.PAIN in holding:
        yield Reason(gate=Gate.PAIN, detail=Symptom.TENDON_PAIN.value)
    if Gate.ILLNESS in holding:
        cold = Symptom.HEAD_COLD in symptoms_of(question)
        yield Reason(gate=Gate.ILLNESS, detail=Symptom.HEAD_COLD.value if cold else None)
    if Gate.LONG_RUN in holding:
        runs = [run for run in question.recent_runs or () if is_long(run)]
        ran = min(runs, key=lambda run: run.hours_ago)
        yield Reason(gate=Gate.LONG_RUN, hours_ago=ran.hours_ago, amount=ran.minutes)
    for gate in (Gate.NO_RUNNING, Gate.PERSONAL_FLOOR, Gate.NEVER_LOGGED):
        if gate in holding:
            yield Reason(gate=gate)


def _place(question: Question) -> str | None:
    """The word of a worst place that is not the legs."""
    sore = question.soreness
    return sore.region if sore is not None and sore_elsewhere(question) and sore.region else None


def _felt_gates(standing: Standing, holding: Container[Gate]) -> Iterator[Reason]:
    """Yield closed gates of what is felt, or was lately."""
    legs, question = standing.legs, standing.legs.question
    if Gate.ABOUT_ME in holding:
        lines = about_me_of(question)
        strictest = min(line.allows for line in lines if line.allows is not None)
        key = next(line.key for line in lines if line.allows is strictest)
        yield Reason(gate=Gate.ABOUT_ME, detail=key)
    if Gate.DANGER_QUESTIONS in holding:
        worst = max(sore_elsewhere(question), legs.soreness)
        yield Reason(gate=Gate.DANGER_QUESTIONS, amount=worst, detail=_place(question))
    if Gate.PAIN_GONE in holding:
        yield Reason(gate=Gate.PAIN_GONE, hours_ago=question.pain_gone)
    if Gate.SLOW_SORENESS in holding:
        last = legs.bouts[-1].hours_ago
        yield Reason(gate=Gate.SLOW_SORENESS, hours_ago=last, amount=legs.soreness)


def _with_hold(reason: Reason, hold: Hold | None, standing: Standing) -> Reason:
    """Return a reason with what its gate allows."""
    if hold is None:
        return reason
    return reason._replace(
        allows=hold.allows,
        sets_class=hold.allows == standing.clearance,
    )
