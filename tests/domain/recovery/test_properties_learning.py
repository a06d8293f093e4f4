"""Property 17 of recovery-model §7: what feedback may teach, and what it may never touch."""

from dataclasses import replace
from math import log

from bot.domain.facts.learned import Learning
from bot.domain.recovery.assess import assess
from bot.domain.recovery.learning import (
    NotLearnt,
    from_comparison,
    from_felt,
    from_soreness,
    observe,
)
from bot.domain.recovery.question import Question, Symptom
from tests.domain.recovery.comparing import never_better
from tests.domain.recovery.histories import (
    MANY,
    RED_FLAGS,
    THETAS,
    logged,
    question,
    trained,
)
from tests.draws import Draws, among, between, tried


def learner(draws: Draws) -> Learning:
    return Learning(
        theta=between(log(0.6), log(1.7))(draws),
        variance=between(0.001, 0.2)(draws),
        count=draws.one(range(31)),
    )


@MANY
@tried(logged, among(*THETAS), between(0, 0.6))
def test_17_a_slower_person_is_never_better(question: Question, theta: float, more: float) -> None:
    def person(value: float) -> Question:
        return question._replace(learned=replace(question.learned, theta=value))

    never_better(person(theta + more), person(theta))


@MANY
@tried(trained, learner, among(*range(1, 5)), among(*range(10)))
def test_17_worse_feedback_never_speeds_anybody_up(
    question: Question, learner: Learning, felt: int, score: int
) -> None:
    for better, worse in (
        (from_felt(question, felt + 1), from_felt(question, felt)),
        (from_soreness(question, score), from_soreness(question, score + 1)),
        (from_comparison(question, worse=False), from_comparison(question, worse=True)),
    ):
        faster, slower = (
            learner if isinstance(each, NotLearnt) else observe(learner, each)
            for each in (better, worse)
        )
        assert log(0.6) <= faster.theta <= slower.theta <= log(1.7)
        assert slower.variance > 0


@MANY
@tried(question, among(*RED_FLAGS), between(-0.6, 0.6))
def test_17_what_was_learnt_never_touches_a_red_flag(
    question: Question, symptom: Symptom, theta: float
) -> None:
    flagged = question._replace(symptoms=frozenset({symptom}))
    other = flagged._replace(learned=replace(question.learned, theta=theta))

    assert assess(other) == assess(flagged)
