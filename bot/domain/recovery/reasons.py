"""Why the answer is what it is: at most four causes, the one that sets the class first."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.domain.recovery.answer import Clearance, Gate, Note, Reason
from bot.domain.recovery.fatigue import (
    alcohol_factor,
    bout_decay,
    factor_at,
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
from bot.domain.recovery.question import Question, Symptom
from bot.domain.recovery.safety import symptoms_of
from bot.domain.recovery.soreness import active_painkiller, soreness_known

MOST = 4
SHOWN = 100  # R is shown up to this


def shown(fatigue: float) -> int:
    """R as members see it."""
    return min(SHOWN, round(fatigue))


def reasons_of(standing: Standing) -> tuple[Reason, ...]:
    """The causes with their numbers: what sets the class first, then by the points they add."""
    setting = _setting(standing)
    causes = [*_training(standing, setting), *_factors(standing), *_plain_gates(standing)]
    causes = [_with_hold(reason, standing) for reason in causes]
    telling = [each for each in causes if each.points or each.allows is not None]
    telling.sort(key=lambda each: (not each.sets_class, -each.points))
    legs = standing.legs
    if legs.question.sessions_8wk and not legs.never_logged and not any(_recent(standing)):
        telling.append(Reason(gate=Gate.RESTED, of=shown(standing.fatigue)))
    return tuple(telling[:MOST])


def notes_of(standing: Standing) -> tuple[Note, ...]:
    """What should be said beside the reasons."""
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


def _setting(standing: Standing) -> bool:
    """Whether fatigue is a gate that sets the class."""
    clearance = standing.clearance
    return clearance < Clearance.HARD and fatigue_class(standing.fatigue) == clearance


def _training(standing: Standing, setting: bool) -> list[Reason]:
    """Each leg day and run by its points; the largest stands for the fatigue gate."""
    legs, of = standing.legs, shown(standing.fatigue)
    factor = factor_at(legs, standing.hours)
    points = [min(of, round(decay.at(standing.hours) * factor)) for decay in legs.decays]
    reasons = [
        Reason(
            gate=Gate.LEG_DAY,
            points=points[index],
            of=of,
            hours_ago=bout.hours_ago,
            amount=bout.load,
            before=bout.novelty,
            estimated=not bout.known,
        )
        for index, bout in enumerate(legs.bouts)
    ]
    ran = zip(legs.decays[len(reasons) :], points[len(reasons) :], strict=True)
    reasons += [
        Reason(gate=Gate.RUN, points=point, of=of, hours_ago=decay.age) for decay, point in ran
    ]
    if setting and reasons:
        top = max(range(len(reasons)), key=lambda index: legs.decays[index].at(standing.hours))
        allows = standing.clearance
        reasons[top] = replace(reasons[top], allows=allows, sets_class=True)
    return reasons


def _factors(standing: Standing) -> Iterator[Reason]:
    """What novelty, soreness, sleep and alcohol add to R."""
    legs, question, hours = standing.legs, standing.legs.question, standing.hours
    of = shown(standing.fatigue)

    def added(factor: float) -> int:
        return min(of, round(standing.fatigue * (1.0 - 1.0 / factor)))

    yield _novelty(standing)
    sore = soreness_at(legs, hours)
    yield Reason(
        gate=Gate.SORENESS,
        points=added(soreness_factor(sore)) if soreness_known(question) else 0,
        of=of,
        amount=legs.soreness,
    )
    last, previous = question.sleep.last_night, question.sleep.previous_night
    points = added(sleep_factor(question, hours))
    yield Reason(gate=Gate.SLEEP, points=points, of=of, amount=last, before=previous)
    if (drunk := question.alcohol) is not None:
        yield Reason(
            gate=Gate.ALCOHOL,
            points=added(alcohol_factor(question, hours)),
            of=of,
            hours_ago=drunk.hours_ago,
            amount=drunk.g_per_kg,
        )


def _novelty(standing: Standing) -> Reason:
    """What the newness of the leg days adds, told by the newest that still holds."""
    legs, hours = standing.legs, standing.hours
    theta = theta_used(legs.question.learned)
    usual = sum(
        bout_decay(bout, legs.question.profile, theta, damage_of(bout.dose, 1.0)).at(hours)
        for bout in legs.bouts
    )
    lifted = sum(decay.at(hours) for decay in legs.decays[: len(legs.bouts)])
    new = [bout for bout in legs.bouts if bout.novelty >= NEW_STIMULUS]
    of = shown(standing.fatigue)
    return Reason(
        gate=Gate.NEW_STIMULUS,
        points=min(of, round((lifted - usual) * factor_at(legs, hours))),
        of=of,
        hours_ago=new[-1].hours_ago if new else None,
        amount=new[-1].novelty if new else max((b.novelty for b in legs.bouts), default=None),
    )


def _plain_gates(standing: Standing) -> Iterator[Reason]:
    """Gates that add no points; those that do not hold are dropped for allowing everything."""
    question = standing.legs.question
    yield Reason(gate=Gate.HEAT, amount=question.heat_c)
    yield Reason(gate=Gate.PLACE, amount=_score(question), detail=_region(question))
    yield Reason(gate=Gate.PAIN, detail=Symptom.TENDON_PAIN.value)
    cold = Symptom.HEAD_COLD in symptoms_of(question)
    yield Reason(gate=Gate.ILLNESS, detail=Symptom.HEAD_COLD.value if cold else None)
    runs = [run for run in question.recent_runs or () if is_very_long(run)]
    if runs:
        last = min(runs, key=lambda run: run.hours_ago)
        yield Reason(gate=Gate.LONG_RUN, hours_ago=last.hours_ago, amount=last.minutes)
    for gate in (Gate.NO_RUNNING, Gate.PERSONAL_FLOOR, Gate.NEVER_LOGGED):
        yield Reason(gate=gate)


def _score(question: Question) -> float | None:
    return None if question.soreness is None else question.soreness.score


def _region(question: Question) -> str | None:
    region = None if question.soreness is None else question.soreness.region
    return None if region is None else region.value


def _with_hold(reason: Reason, standing: Standing) -> Reason:
    """Add what the strictest hold of the reason's gate allows, and for how long."""
    holds = [
        hold for hold in standing.holds if hold.gate == reason.gate and hold.until > standing.hours
    ]
    if not holds:
        return reason
    strictest: Hold = min(holds, key=lambda hold: (hold.allows, -hold.until))
    left = strictest.until
    return replace(
        reason,
        allows=strictest.allows,
        sets_class=strictest.allows == standing.clearance,
        hours_left=None if left == float("inf") else left,
    )
