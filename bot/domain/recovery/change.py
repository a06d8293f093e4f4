"""Sensitivity: which change of one input changes the answer, and which question to ask next."""

from bisect import bisect
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

from bot.domain.facts.training import SORENESS, Region, RunKind
from bot.domain.recovery.answer import Clearance, PossibleChange, Reply, UsedInput
from bot.domain.recovery.fatigue import Legs, legs_of, raw_at
from bot.domain.recovery.gates import felt_holds, holds_of, unfelt
from bot.domain.recovery.load import WORDS, load_known, trains_legs
from bot.domain.recovery.parameters import NEUTRAL_SLEEP, SORENESS_REST
from bot.domain.recovery.plan import Standing, clearance_at, reply_to, standing_at, standing_of
from bot.domain.recovery.question import Ask, Effort, PastRun, PastSession, Question
from bot.domain.recovery.soreness import believed, danger_unasked, soreness_known, told_score

Outcome = tuple[Clearance, Reply | None]
Tried = tuple[UsedInput, float, float, Clearance]  # the input, by how much, its value, the class

HOURS_TRIED = (6.0, 12.0, 18.0, 24.0, 30.0, 36.0, 42.0, 48.0)
SLEEP_TRIED = (4.5, 3.5)  # hours; a night that holds the class, and one that holds it more
SHORT_NIGHT = 3.0  # hours
RECENT_LEGS = PastSession(hours_ago=6.0, effort=Effort.HARD)
RECENT_RUN = PastRun(hours_ago=12.0, minutes=90.0, srpe=7.0)


def changes_of(standing: Standing) -> tuple[PossibleChange, ...]:
    """Return the first single change that raises the class, and the first that lowers it."""
    now = standing.clearance
    found: list[Tried] = []
    if now < Clearance.HARD:
        found += islice((tried for tried in _easier(standing) if tried[-1] > now), 1)
    if now > Clearance.REST:
        found += islice((tried for tried in _harder(standing) if tried[-1] < now), 1)
    return tuple(
        PossibleChange(input=kind, by=by, value=value, to=to, lifts=to > now)
        for kind, by, value, to in found
    )


def ask_of(standing: Standing) -> Ask | None:
    """Return the question to ask: danger signs, then what was left open, then the first unknown."""
    question = standing.legs.question
    if danger_unasked(question, standing.legs.soreness):
        return Ask.DANGER_SIGNS
    if question.ask_again is not None:
        return question.ask_again
    return next((ask for ask, pair in _unknowns(standing.legs) if _matters(pair, standing)), None)


def _matters(pair: tuple[Legs, Legs] | None, standing: Standing) -> bool:
    if pair is None:
        return True
    felt = _felt(standing)
    first, second = [
        _outcome(
            felt(legs) if legs.decays is standing.legs.decays else standing_of(legs, standing.hours)
        )
        for legs in pair
    ]
    return first != second


def _outcome(standing: Standing) -> Outcome:
    return standing.clearance, reply_to(standing.legs.question.plan, standing)


def _unknowns(legs: Legs) -> Iterator[tuple[Ask, tuple[Legs, Legs] | None]]:
    """Yield each unknown with the legs at its two extremes; ``None`` where one is always rest."""
    question = legs.question
    if legs.never_logged:
        trained = question._replace(leg_sessions=(RECENT_LEGS,))
        rested = question._replace(leg_sessions=(), sessions_8wk=1)
        yield Ask.HOURS_SINCE_LEGS, (_trained(legs, trained), _trained(legs, rested))
    if not soreness_known(question):
        yield Ask.SORENESS, (_sore(legs, SORENESS[0]), _sore(legs, SORENESS_REST))
    elif question.soreness and told_score(question) and question.soreness.type is None:
        yield Ask.PAIN_TYPE, None
    sprints = question.plan is not None and question.plan.kind is RunKind.SPRINTS
    if sprints and question.soreness is not None and question.soreness.region is None:
        # Only they care which muscle it is.
        elsewhere = question._replace(soreness=question.soreness._replace(region=Region.QUADS))
        yield Ask.REGION, (legs, legs._replace(question=elsewhere))
    if question.sleep.last_night is None:
        yield Ask.SLEEP, (_slept(legs, NEUTRAL_SLEEP), _slept(legs, SHORT_NIGHT))
    if question.recent_runs is None:
        ran = question._replace(recent_runs=(RECENT_RUN,))
        yield Ask.RUNS, (legs, _trained(legs, ran))


def _easier(standing: Standing) -> Iterator[Tried]:
    legs, felt = standing.legs, _felt(standing)
    for by in (-1.0, -2.0, -3.0):
        if (score := legs.soreness + by) >= SORENESS[0]:
            yield UsedInput.SORENESS, by, score, felt(_sore(legs, score)).clearance
    waited = bisect(HOURS_TRIED, standing.clearance, key=partial(_waited, standing))
    for by in HOURS_TRIED[waited : waited + 1]:
        yield UsedInput.HOURS, by, by, _waited(standing, by)
    last = legs.question.sleep.last_night
    if last is not None and last < NEUTRAL_SLEEP:
        by, slept = NEUTRAL_SLEEP - last, _slept(legs, NEUTRAL_SLEEP)
        yield UsedInput.SLEEP, by, NEUTRAL_SLEEP, felt(slept).clearance
    yield from _loads(standing, (Effort.ORDINARY, Effort.LIGHT))


def _waited(standing: Standing, hours: float) -> Clearance:
    """Return the class so many hours later; it never falls with time."""
    return clearance_at(standing.legs, standing.holds, standing.hours + hours)


def _harder(standing: Standing) -> Iterator[Tried]:
    legs, felt = standing.legs, _felt(standing)
    for by in (1.0, 2.0, 3.0):
        if (score := legs.soreness + by) <= SORENESS[1]:
            yield UsedInput.SORENESS, by, score, felt(_sore(legs, score)).clearance
    last = legs.question.sleep.last_night
    last = NEUTRAL_SLEEP if last is None else last
    for night in SLEEP_TRIED:
        if night < last:
            yield UsedInput.SLEEP, night - last, night, felt(_slept(legs, night)).clearance
    yield from _loads(standing, (Effort.HARD,))


def _loads(standing: Standing, efforts: tuple[Effort, ...]) -> Iterator[Tried]:
    """Yield the change of each load that the latest leg day may have had, where none was told."""
    legs = standing.legs
    if not legs.bouts or legs.bouts[-1].known:
        return
    entries = legs.question.leg_sessions or ()
    untold = [entry for entry in entries if trains_legs(entry) and not load_known(entry)]
    latest = min(untold, key=lambda entry: entry.hours_ago)
    for effort in efforts:
        told = tuple(each._replace(effort=effort) if each is latest else each for each in entries)
        other = _trained(legs, legs.question._replace(leg_sessions=told))
        to = clearance_at(other, holds_of(other), standing.hours)
        yield UsedInput.LOAD, 0.0, WORDS[effort], to


def _felt(standing: Standing) -> Callable[[Legs], Standing]:
    """Return what tells the state of legs that are felt or slept otherwise, trained the same."""
    kept, raw = unfelt(standing.holds), raw_at(standing.legs, standing.hours)

    def state_of(other: Legs) -> Standing:
        return standing_at(other, (*kept, *felt_holds(other)), standing.hours, raw)

    return state_of


def _trained(legs: Legs, trained: Question) -> Legs:
    """Return legs after another training with the same soreness."""
    return legs_of(trained)._replace(soreness=legs.soreness)


def _sore(legs: Legs, score: float) -> Legs:
    """Return the same legs with another soreness of the legs."""
    place = None if legs.place is None else score
    return legs._replace(soreness=believed(score, legs.bouts), place=place)


def _slept(legs: Legs, hours: float) -> Legs:
    return legs._replace(sleep=legs.sleep._replace(last_night=hours))
