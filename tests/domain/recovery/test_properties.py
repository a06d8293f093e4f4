"""What must hold for everybody: more strain is never better, more rest never worse."""

from dataclasses import replace
from math import inf
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.domain.recovery.answer import Clearance, Reply
from bot.domain.recovery.assess import assess
from bot.domain.recovery.load import trains_legs
from bot.domain.recovery.question import (
    Alcohol,
    Effort,
    Learned,
    Painkiller,
    Part,
    PlannedRun,
    Profile,
    Question,
    Region,
    Run,
    Session,
    Sleep,
    Soreness,
    Symptom,
    Work,
)
from bot.domain.training import Demand, Newness, PainType, RunKind

QUICK = settings(max_examples=60, deadline=None)
REPLIES = {Reply.ASK: -1, Reply.CARE: 0, Reply.NO: 1, Reply.CHANGED: 2, Reply.YES: 3, None: 0}
HARDER = (
    RunKind.WALK, RunKind.EASY, RunKind.STEADY, RunKind.LONG, RunKind.TEMPO, RunKind.INTERVALS,
    RunKind.SPRINTS,
)  # fmt: skip
RED_FLAGS = sorted(set(Symptom) - {Symptom.HEAD_COLD, Symptom.TENDON_PAIN})


def numbers(low: Any, high: Any) -> Any:
    return st.integers(low * 4, high * 4).map(lambda quarters: quarters / 4)


def maybe(strategy: Any) -> Any:
    return st.none() | strategy


works = st.builds(
    Work,
    demand=maybe(st.sampled_from(Demand)),
    sets=st.integers(1, 10),
    rpe=maybe(numbers(1, 10)),
)
sessions = st.builds(
    Session,
    hours_ago=numbers(0, 260),
    minutes=maybe(numbers(5, 150)),
    srpe=maybe(numbers(0, 10)),
    effort=maybe(st.sampled_from(Effort)),
    part=st.sampled_from(Part),
    exercises=st.lists(works, max_size=3).map(tuple),
    newness=maybe(st.sampled_from(Newness)),
    novel_exercise=st.booleans(),
    days_since_previous_leg=maybe(numbers(0, 120)),
    prior_leg_sessions_8wk=maybe(st.integers(0, 5)),
)
sorenesses = st.builds(
    Soreness,
    score=maybe(numbers(0, 10)),
    region=maybe(st.sampled_from(Region)),
    type=st.sampled_from((None, PainType.MUSCLE_ACHE, PainType.TENDON)),
)
plans = st.builds(
    PlannedRun,
    kind=st.sampled_from(RunKind),
    minutes=maybe(numbers(5, 150)),
    in_hours=st.just(0.0) | numbers(0, 72),
)
runs = st.builds(
    Run,
    hours_ago=numbers(0, 400),
    minutes=maybe(numbers(5, 240)),
    srpe=maybe(numbers(0, 10)),
)
questions = st.builds(
    Question,
    leg_sessions=maybe(st.lists(sessions, max_size=4).map(tuple)),
    sessions_8wk=maybe(st.integers(0, 8)),
    soreness=maybe(sorenesses),
    symptoms=st.sets(st.sampled_from((Symptom.HEAD_COLD, Symptom.TENDON_PAIN)), max_size=1).map(
        frozenset
    ),
    sleep=st.builds(Sleep, last_night=maybe(numbers(0, 10)), previous_night=maybe(numbers(0, 10))),
    alcohol=maybe(st.builds(Alcohol, g_per_kg=numbers(0, 2), hours_ago=numbers(0, 48))),
    painkiller=maybe(
        st.builds(Painkiller, hours_ago=numbers(0, 12), soreness_before=maybe(numbers(0, 10)))
    ),
    recent_runs=maybe(st.lists(runs, max_size=3).map(tuple)),
    plan=maybe(plans),
    profile=st.builds(
        Profile,
        lifting_months=maybe(numbers(0, 60)),
        runs_per_week=maybe(numbers(0, 5)),
        longest_run=numbers(5, 120),
        age=maybe(numbers(15, 80)),
    ),
    heat_c=maybe(numbers(10, 40)),
    learned=st.builds(
        Learned,
        theta=st.floats(-0.6, 0.6),
        n_feedback=st.integers(0, 12),
        sigma=st.sampled_from((0.15, 0.3)),
    ),
)


def minutes(answer: Any) -> Any:
    """Run minutes offered; resting and walking are none, no limit is infinite."""
    if answer.offer is None or answer.offer.kind is RunKind.WALK:
        return 0
    return inf if answer.offer.max_minutes is None else answer.offer.max_minutes


def scores(question: Any) -> Any:
    """Everything that counts as better or worse, higher being better."""
    found, open_ended = assess(question), assess(replace(question, plan=None))
    return {
        "clearance": -1 if found.clearance is None else int(found.clearance),
        "reply": REPLIES[found.reply],
        "fatigue": -inf if found.fatigue is None else -found.fatigue,
        "minutes": minutes(open_ended),
        "easy": -inf if found.eta.easy is None else -found.eta.easy[1],
        "moderate": -inf if found.eta.moderate is None else -found.eta.moderate[1],
        "hard": -inf if found.eta.hard is None else -found.eta.hard[1],
    }


def never_better(worse: Any, better: Any) -> None:
    low, high = scores(worse), scores(better)
    assert {key for key in low if low[key] > high[key]} == set(), (low, high)


def with_first(question: Any, **changes: Any) -> Any:
    first, *others = question.leg_sessions
    return replace(question, leg_sessions=(replace(first, **changes), *others))


def logged(question: Any) -> None:
    assume(question.leg_sessions)


@QUICK
@given(questions, numbers(0, 100))
def test_more_hours_are_never_worse(question: Any, hours: Any) -> None:
    def later(entries: Any) -> Any:
        return entries and tuple(replace(e, hours_ago=e.hours_ago + hours) for e in entries)

    alcohol = question.alcohol
    rested = replace(
        question,
        leg_sessions=later(question.leg_sessions),
        recent_runs=later(question.recent_runs),
        alcohol=alcohol and replace(alcohol, hours_ago=alcohol.hours_ago + hours),
    )

    never_better(question, rested)


@QUICK
@given(questions, numbers(0, 9), sorenesses)
def test_more_soreness_is_never_better(question: Any, score: Any, sore: Any) -> None:
    less = replace(question, soreness=replace(sore, score=score))
    more = replace(question, soreness=replace(sore, score=score + 1))

    never_better(more, less)


@QUICK
@given(questions)
def test_missing_soreness_is_three_and_never_better_than_none(question: Any) -> None:
    asked = replace(question, sessions_8wk=question.sessions_8wk or 1, painkiller=None)
    missing = replace(asked, soreness=None)

    assert scores(missing) == scores(replace(asked, soreness=Soreness(score=3)))
    never_better(missing, replace(asked, soreness=Soreness(score=0)))


@QUICK
@given(questions, numbers(0, 9), maybe(numbers(0, 10)), st.booleans())
def test_more_sleep_is_never_worse(question: Any, night: Any, other: Any, last: Any) -> None:
    def slept(hours: Any) -> Any:
        nights = (hours, other) if last else (other, hours)
        return replace(question, sleep=Sleep(last_night=nights[0], previous_night=nights[1]))

    never_better(slept(night), slept(night + 1))


@QUICK
@given(questions, sessions, works, numbers(0, 5))
def test_more_effort_minutes_sets_or_rpe_are_never_better(
    question: Any, session: Any, work: Any, more: Any
) -> None:
    full = replace(
        session,
        minutes=session.minutes or 30.0,
        srpe=min(session.srpe or 0.0, 5.0),
        exercises=(replace(work, rpe=min(work.rpe or 5.0, 5.0)), *session.exercises),
    )
    first = full.exercises[0]
    harder = [
        {"srpe": full.srpe + more},
        {"minutes": full.minutes + more * 10},
        {"exercises": (replace(first, sets=first.sets + more), *full.exercises[1:])},
        {"exercises": (replace(first, rpe=first.rpe + more), *full.exercises[1:])},
    ]

    asked = replace(question, leg_sessions=(full, *(question.leg_sessions or ())))

    for changes in harder:
        never_better(with_first(asked, **changes), asked)


@QUICK
@given(questions, works)
def test_another_exercise_is_never_better_when_the_load_was_known(question: Any, work: Any) -> None:
    logged(question)
    asked = with_first(question, srpe=7.0, minutes=40.0, part=Part.LEGS)

    longer = (*asked.leg_sessions[0].exercises, work)

    never_better(with_first(asked, exercises=longer), asked)


@QUICK
@given(questions, sessions, st.floats(0, 1))
def test_another_recent_leg_day_is_never_better(question: Any, session: Any, share: Any) -> None:
    legs = [each for each in question.leg_sessions or () if trains_legs(each)]
    assume(legs or question.sessions_8wk)
    last = min((each.hours_ago for each in legs), default=100.0)
    recent = replace(session, hours_ago=last * share)

    added = replace(question, leg_sessions=(*(question.leg_sessions or ()), recent))

    never_better(added, question)


@QUICK
@given(questions, runs, st.floats(0, 1))
def test_another_recent_run_is_never_better(question: Any, run: Any, share: Any) -> None:
    last = min((each.hours_ago for each in question.recent_runs or ()), default=100.0)
    recent = replace(run, hours_ago=last * share)

    never_better(
        replace(question, recent_runs=(*(question.recent_runs or ()), recent)),
        question,
    )


@QUICK
@given(questions, numbers(0, 60), numbers(0, 60))
def test_newness_and_longer_gaps_are_never_better(question: Any, days: Any, more: Any) -> None:
    logged(question)
    known = with_first(question, days_since_previous_leg=days, novel_exercise=False, newness=None)

    never_better(with_first(known, days_since_previous_leg=days + more), known)
    never_better(with_first(known, newness=Newness.FIRST_EVER), known)
    never_better(with_first(known, novel_exercise=True), known)


@QUICK
@given(questions, numbers(0, 60), numbers(0, 60))
def test_more_experience_is_never_worse(question: Any, months: Any, more: Any) -> None:
    def lifting(value: Any) -> Any:
        return replace(question, profile=replace(question.profile, lifting_months=value))

    never_better(lifting(months), lifting(months + more))


@QUICK
@given(questions, numbers(0, 2), numbers(0, 2), numbers(0, 48))
def test_more_alcohol_is_never_better(question: Any, grams: Any, more: Any, hours: Any) -> None:
    def drunk(value: Any) -> Any:
        return replace(question, alcohol=Alcohol(g_per_kg=value, hours_ago=hours))

    never_better(drunk(grams + more), drunk(grams))
    never_better(drunk(grams), replace(question, alcohol=None))


@QUICK
@given(questions, st.sampled_from(RED_FLAGS))
def test_any_red_flag_is_care_without_a_plan(question: Any, symptom: Any) -> None:
    found = assess(replace(question, symptoms=question.symptoms | {symptom}))

    assert (found.clearance, found.reply, found.offer) == (Clearance.REST, Reply.CARE, None)
    assert (found.reasons, found.would_change, found.notes) == ((), (), ())


@QUICK
@given(questions, st.sampled_from(Symptom))
def test_an_added_symptom_is_never_better(question: Any, symptom: Any) -> None:
    assume(assess(question).clearance is not None)

    never_better(replace(question, symptoms=question.symptoms | {symptom}), question)


@QUICK
@given(questions, plans)
def test_a_harder_or_longer_plan_is_never_more_permissive(question: Any, plan: Any) -> None:
    answers = [
        assess(replace(question, plan=replace(plan, kind=kind, minutes=time)))
        for kind in HARDER
        for time in (plan.minutes or 20.0, (plan.minutes or 20.0) + 30.0)
    ]

    replies = [REPLIES[answer.reply] for answer in answers]
    assert replies[::2] == sorted(replies[::2], reverse=True)
    assert all(longer <= shorter for shorter, longer in zip(*[iter(replies)] * 2, strict=True))
    assert len({answer.clearance for answer in answers}) == 1


@QUICK
@given(questions)
def test_etas_rise_with_the_class_and_an_open_class_has_none(question: Any) -> None:
    found = assess(replace(question, plan=None))
    assume(found.clearance is not None)

    shown = [found.eta.easy, found.eta.moderate, found.eta.hard]
    order = [inf if window is None else window[1] for window in shown]
    assert order == sorted(order)
    classes = (Clearance.EASY, Clearance.MODERATE, Clearance.HARD)
    assert [window == (0, 0) for window in shown] == [
        found.clearance is not None and found.clearance >= each for each in classes
    ]
    assert all(window is None or window[0] <= window[1] for window in shown)


@QUICK
@given(questions, st.floats(-0.6, 0.6), st.floats(0, 0.6))
def test_a_slower_person_is_never_better(question: Any, theta: Any, more: Any) -> None:
    def person(value: Any) -> Any:
        return replace(question, learned=replace(question.learned, theta=value))

    never_better(person(theta + more), person(theta))


@QUICK
@given(questions, numbers(0, 260), st.sampled_from(Effort))
def test_an_upper_body_session_changes_nothing(question: Any, hours: Any, effort: Any) -> None:
    upper = Session(
        hours_ago=hours,
        effort=effort,
        part=Part.UPPER,
        exercises=(Work(demand=Demand.UPPER, sets=9),),
    )

    added = replace(question, leg_sessions=(*(question.leg_sessions or ()), upper))

    assert assess(added) == assess(question)


@QUICK
@given(questions, st.randoms(use_true_random=False))
def test_order_of_entries_changes_nothing(question: Any, random: Any) -> None:
    def shuffled(entries: Any) -> Any:
        return entries and tuple(random.sample(entries, len(entries)))

    mixed = tuple(
        replace(each, exercises=shuffled(each.exercises)) for each in question.leg_sessions or ()
    )

    assert assess(question) == assess(question)
    assert scores(question) == scores(
        replace(question, leg_sessions=shuffled(mixed), recent_runs=shuffled(question.recent_runs))
    )


@QUICK
@given(questions, sessions, numbers(0, 2), numbers(0, 200))
def test_splitting_a_session_changes_nothing(
    question: Any, session: Any, apart: Any, hours: Any
) -> None:
    whole = replace(session, hours_ago=hours, minutes=60.0, srpe=6.0)
    halves = tuple(replace(work, sets=work.sets / 2) for work in whole.exercises)
    later = replace(whole, minutes=30.0, exercises=halves)
    earlier = replace(later, hours_ago=hours + apart)

    one = replace(question, leg_sessions=(whole,), sessions_8wk=None)

    assert scores(replace(one, leg_sessions=(earlier, later))) == scores(one)


@QUICK
@given(questions, numbers(0, 10), numbers(0, 10), numbers(0, 7))
def test_a_painkiller_is_never_better_than_the_score_before_it(
    question: Any, now: Any, before: Any, hours: Any
) -> None:
    masked = replace(
        question,
        soreness=Soreness(score=now),
        painkiller=Painkiller(hours_ago=hours, soreness_before=before),
    )

    never_better(masked, replace(question, soreness=Soreness(score=before), painkiller=None))


@QUICK
@given(questions)
def test_fatigue_minutes_and_reasons_stay_within_bounds(question: Any) -> None:
    found = assess(question)

    assert found.fatigue is None or 0 <= found.fatigue <= 100
    assert minutes(found) >= 0
    assert len(found.reasons) <= 4
    assert all(-100 <= reason.points <= reason.of <= 100 for reason in found.reasons)
    assert all(change.to != found.clearance for change in found.would_change)
