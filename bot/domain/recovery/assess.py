"""The model's entry point: danger signs first, then bad values, unknowns, and the gates."""

from collections.abc import Callable
from math import ceil, floor

from bot.domain.facts.training import SORENESS
from bot.domain.recovery.about_me import about_me_of
from bot.domain.recovery.activity import as_run, offered
from bot.domain.recovery.ahead import after_legs
from bot.domain.recovery.answer import (
    Answer,
    Care,
    Clearance,
    Confidence,
    Gate,
    Note,
    PerClass,
    Reply,
)
from bot.domain.recovery.besides import besides, besides_care
from bot.domain.recovery.change import ask_of, changes_of
from bot.domain.recovery.circumstances import About
from bot.domain.recovery.confidence import confidence_of
from bot.domain.recovery.eta import Window, etas_of
from bot.domain.recovery.event import run_of
from bot.domain.recovery.fatigue import Legs, legs_of
from bot.domain.recovery.gates import sober_in
from bot.domain.recovery.notes import notes_of, unknown_exercises
from bot.domain.recovery.opening import planned_eta
from bot.domain.recovery.parameters import (
    BETTER_SORENESS,
    MODEL_VERSION,
    NEUTRAL_SORENESS,
    WORSE_SORENESS,
)
from bot.domain.recovery.plan import Standing, offer_for, reply_to, standing_of
from bot.domain.recovery.question import Ask, Question, Soreness, Symptom
from bot.domain.recovery.reasons import reasons_of, shown
from bot.domain.recovery.safety import CARE_GATES, bad_value, care_of, symptoms_of
from bot.domain.recovery.soreness import NOT_LEGS, is_early, soreness_known, worst_score


def assess(question: Question, *, changes: bool = True) -> Answer:
    """Answer a question; a pure function.

    What would change the answer, a quarter of the work, is left out where ``changes`` is false.
    A sign that needs care outranks everything, bad values too, and looks at no personal data.
    A value that makes no sense, or no leg day and no soreness at all, gets a question back.
    """
    return _answered(question, lambda legs: legs, changes=changes)


def worse(question: Question, *, changes: bool = True) -> Answer:
    """Answer as for somebody two points sorer: "feels worse than the answer".

    Soreness that was never told counts as 3, so as 5 here, and stays untold.
    """
    return _answered(question, as_worse, changes=changes)


def better(question: Question, *, changes: bool = True) -> Answer:
    """Answer as for somebody one point less sore: "feels better than the answer".

    Only the gates of fatigue and soreness give way, and by one class at most: their steps are no
    closer than a point. What was told is not taken back, so the danger questions stand, and a low
    soreness right after leg day is still not believed.
    """
    return _answered(question, as_better, changes=changes)


def as_worse(legs: Legs) -> Legs:
    """Return the legs of somebody who feels worse than they said."""
    question = legs.question
    sorer = min(SORENESS[1], legs.soreness + WORSE_SORENESS)
    if not soreness_known(question):
        return legs._replace(soreness=sorer)
    sore, taken = question.soreness or Soreness(), question.painkiller
    if sore.region in NOT_LEGS:
        told = sore._replace(legs_score=sorer)
    else:
        told = sore._replace(score=sorer, legs_score=None)
    masked = None if taken is None else taken._replace(soreness_before=sorer)
    return legs_of(question._replace(soreness=told, painkiller=masked), legs)


def as_better(legs: Legs) -> Legs:
    """Return the legs of somebody who feels better than they said."""
    least = NEUTRAL_SORENESS if is_early(legs.bouts) else SORENESS[0]
    eased = min(legs.soreness, max(least, legs.soreness - BETTER_SORENESS))
    return legs._replace(soreness=eased)


def _ready(question: Question) -> Legs | Answer:
    """Return the legs to assess, or the answer where there is no class: care, or a question."""
    if (found := care_of(question)) is not None:
        return _care(question, *found)
    if (ask := bad_value(question)) is not None:
        return _asking(ask, Gate.UNCLEAR)
    legs = legs_of(question)
    if _nothing_known(legs):
        return _asking(Ask.HOURS_SINCE_LEGS, Gate.NEVER_LOGGED)
    return legs


def _answered(question: Question, felt: Callable[[Legs], Legs], *, changes: bool) -> Answer:
    """Return the answer, with the legs as they are felt to be."""
    question = _with_event(question)
    asked = question.plan
    if (run := as_run(asked)) is not asked:
        question = question._replace(plan=run)
    legs = _ready(question)
    if not isinstance(legs, Legs):
        return legs if legs.care is None else besides_care(question, legs)
    today = standing_of(felt(legs), _hours_to(question))
    at_run = after_legs(today.legs, question.plan)
    answer = _judged(today, at_run, changes=changes)
    if run is not asked:
        offer = offered(asked, answer.offer, fits=answer.reply is Reply.YES)
        answer = answer._replace(offer=offer)
    return besides(today, at_run, answer)


def _with_event(question: Question) -> Question:
    """Return a question about its event, where no run was asked about."""
    if question.event is None or question.plan is not None or question.about is About.LEGS:
        return question
    return question._replace(plan=run_of(question.event))


def _judged(today: Standing, at_run: Standing | None, *, changes: bool) -> Answer:
    """Return the answer.

    After leg days that are planned before the run it is that of ``at_run``, their hours past; hours
    for the classes, and questions, are those of today's legs.
    """
    standing = at_run or today
    legs, question = standing.legs, standing.legs.question
    plan = question.plan
    eta, conditions = etas_of(today.legs, today.holds)
    planned = planned_eta(plan, standing)
    return Answer(
        model=MODEL_VERSION,
        clearance=standing.clearance,
        reply=reply_to(plan, standing),
        offer=offer_for(plan, standing),
        fatigue=None if legs.never_logged else shown(standing.fatigue, plan),
        eta=eta,
        eta_condition=conditions,
        confidence=_confidence(today, at_run),
        reasons=reasons_of(standing),
        would_change=changes_of(standing) if changes else (),
        ask=ask_of(today),
        notes=_notes(today, at_run),
        planned_eta=planned[0] if at_run is None else _from_now(planned[0], today.hours),
        planned_condition=planned[1],
        sober_in=sober_in(standing.holds),
        counted_as_legs=unknown_exercises(question),
        about_me=about_me_of(question),
    )


def _from_now(window: Window, hours: float) -> Window:
    """Return a window that counts from the run, so many hours ahead, as one from now."""
    if window is None or window == (0, 0):
        return window
    return window[0] + floor(hours), window[1] + ceil(hours)


def _confidence(today: Standing, at_run: Standing | None) -> Confidence:
    """Return how certain the answer is: the less of today and of the run after leg days."""
    now = confidence_of(today.legs, today.fatigue, today.hours)
    if at_run is None:
        return now
    then = confidence_of(at_run.legs, at_run.fatigue)
    return min(now, then, key=list(Confidence).index)


def _notes(today: Standing, at_run: Standing | None) -> tuple[Note, ...]:
    """Return the remarks, of today and of the run after leg days."""
    if at_run is None:
        return notes_of(today)
    notes = {*notes_of(today), *notes_of(at_run)}
    return tuple(note for note in Note if note in notes)


def _care(question: Question, care: Care, stop: tuple[Symptom, ...]) -> Answer:
    """Return the answer to a danger sign: rest, without a plan or a score."""
    asking = _asking(question.ask_again, CARE_GATES.get(care, Gate.RED_FLAG))
    return asking._replace(
        clearance=Clearance.REST,
        reply=Reply.CARE,
        confidence=Confidence.HIGH,
        care=care,
        stop=stop,
    )


def _asking(ask: Ask | None, gate: Gate) -> Answer:
    """Return the answer that is a question: no class opens before the gate's has its answer."""
    return Answer(
        model=MODEL_VERSION,
        clearance=None,
        reply=Reply.ASK,
        offer=None,
        fatigue=None,
        eta=PerClass(easy=None, moderate=None, hard=None),
        eta_condition=PerClass(easy=gate, moderate=gate, hard=gate),
        confidence=Confidence.LOW,
        ask=ask,
    )


def _nothing_known(legs: Legs) -> bool:
    """Tell whether no leg day or soreness is known at all: no entry does not mean rested.

    A sore tendon is a walk whatever else there is; a head cold says nothing of the legs.
    """
    question = legs.question
    told = worst_score(question) is not None or soreness_known(question)
    return not told and legs.never_logged and Symptom.TENDON_PAIN not in symptoms_of(question)


def _hours_to(question: Question) -> float:
    return max(0.0, question.plan.in_hours) if question.plan is not None else 0.0
