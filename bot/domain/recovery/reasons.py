"""The reasons of an answer: at most four, the one that sets the class first."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from bot.domain.recovery.answer import Clearance, Gate, Note, Reason
from bot.domain.recovery.fatigue import (
    alcohol_factor,
    bout_decay,
    factor_at,
    own_tau,
    sleep_factor,
    soreness_at,
    soreness_factor,
    theta_used,
)
from bot.domain.recovery.gates import Hold, fatigue_class, is_very_long
from bot.domain.recovery.load import Bout, damage_of
from bot.domain.recovery.parameters import (
    NEW_STIMULUS,
    OLD_SESSION,
    PERSISTENT_HOURS,
    PERSISTENT_SORENESS,
)
from bot.domain.recovery.plan import Standing
from bot.domain.recovery.question import Symptom
from bot.domain.recovery.safety import symptoms_of
from bot.domain.recovery.soreness import active_painkiller, soreness_known

MOST = 4
SHOWN = 100  # R is shown up to this


def shown(fatigue: float) -> int:
    """Return R as members see it."""
    return min(SHOWN, round(fatigue))


def reasons_of(standing: Standing) -> tuple[Reason, ...]:
    """Return the reasons with their numbers: what sets the class first, then by points."""
    holding = _holding(standing)
    causes = [*_training(standing), *_factors(standing, holding), *_plain_gates(standing, holding)]
    telling = [_with_hold(cause, holding.get(cause.gate), standing) for cause in causes]
    telling.sort(key=lambda each: (not each.sets_class, -each.points))
    legs = standing.legs
    if legs.question.sessions_8wk and not legs.never_logged and not any(_recent(standing)):
        telling.append(Reason(gate=Gate.RESTED, of=shown(standing.fatigue)))
    return tuple(telling[:MOST])


def notes_of(standing: Standing) -> tuple[Note, ...]:
    """Return the remarks beside the reasons."""
    legs = standing.legs
    last = legs.bouts[-1].hours_ago if legs.bouts else None
    idle = not legs.never_logged and (last is None or last >= PERSISTENT_HOURS)
    known = soreness_known(legs.question)
    says = {
        Note.PERSISTENT_SORENESS: idle and known and legs.soreness >= PERSISTENT_SORENESS,
        Note.RESTED: not legs.never_logged and not any(_recent(standing)),
        Note.LOAD_UNKNOWN: not all(bout.known for bout in _recent(standing)),
        Note.SORENESS_UNKNOWN: not known,
        Note.PAINKILLER: active_painkiller(legs.question) is not None,
    }
    return tuple(note for note, said in says.items() if said)


def _recent(standing: Standing) -> Iterable[Bout]:
    return (bout for bout in standing.legs.bouts if bout.hours_ago <= OLD_SESSION)


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
    legs, of = standing.legs, shown(standing.fatigue)
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
            )


def _factors(standing: Standing, holding: Container[Gate]) -> Iterator[Reason]:
    """What novelty, soreness, sleep and alcohol add to R, or hold."""
    legs, question, hours = standing.legs, standing.legs.question, standing.hours
    of = shown(standing.fatigue)

    def added(factor: float) -> int:
        return min(of, round(standing.fatigue * (1.0 - 1.0 / factor)))

    points = _novelty(standing)
    if points or Gate.NEW_STIMULUS in holding:
        new = [bout for bout in legs.bouts if bout.novelty >= NEW_STIMULUS]
        yield Reason(
            gate=Gate.NEW_STIMULUS,
            points=points,
            of=of,
            hours_ago=new[-1].hours_ago if new else None,
            amount=new[-1].novelty if new else max(bout.novelty for bout in legs.bouts),
        )
    points = added(soreness_factor(soreness_at(legs, hours))) if soreness_known(question) else 0
    if points or Gate.SORENESS in holding:
        yield Reason(gate=Gate.SORENESS, points=points, of=of, amount=legs.soreness)
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
    of = shown(standing.fatigue)
    return min(of, round((lifted - usual) * factor_at(legs, hours)))


def _plain_gates(standing: Standing, holding: Container[Gate]) -> Iterator[Reason]:
    """Yield closed gates that add no points."""
    question, sore = standing.legs.question, standing.legs.question.soreness
    if Gate.HEAT in holding:
        yield Reason(gate=Gate.HEAT, amount=question.heat_c)
    if Gate.PLACE in holding and sore is not None and sore.region is not None:
        yield Reason(gate=Gate.PLACE, amount=sore.score, detail=sore.region.value)
    if Gate.PAIN in holding:
        yield Reason(gate=Gate.PAIN, detail=Symptom.TENDON_PAIN.value)
    if Gate.ILLNESS in holding:
        cold = Symptom.HEAD_COLD in symptoms_of(question)
        yield Reason(gate=Gate.ILLNESS, detail=Symptom.HEAD_COLD.value if cold else None)
    if Gate.LONG_RUN in holding:
        runs = [run for run in question.recent_runs or () if is_very_long(run)]
        last = min(runs, key=lambda run: run.hours_ago)
        yield Reason(gate=Gate.LONG_RUN, hours_ago=last.hours_ago, amount=last.minutes)
    for gate in (Gate.NO_RUNNING, Gate.PERSONAL_FLOOR, Gate.NEVER_LOGGED):
        if gate in holding:
            yield Reason(gate=gate)


def _with_hold(reason: Reason, hold: Hold | None, standing: Standing) -> Reason:
    """Return a reason with what its gate allows."""
    if hold is None:
        return reason
    return replace(
        reason,
        allows=hold.allows,
        sets_class=hold.allows == standing.clearance,
    )
