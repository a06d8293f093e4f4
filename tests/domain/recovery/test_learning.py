"""What feedback teaches, what it does not, and what a felt difference changes today."""

import random
from dataclasses import replace
from math import exp, log
from statistics import fmean, stdev
from typing import Unpack

import pytest
from hypothesis import settings

from bot.domain.facts.learned import Latest, Learning, Occasion, Source
from bot.domain.facts.training import PainType
from bot.domain.recovery.fatigue import legs_of, theta_used
from bot.domain.recovery.learning import (
    DEAD,
    FRESH,
    NotLearnt,
    Observation,
    expected_now,
    felt_as,
    from_comparison,
    from_felt,
    from_soreness,
    learned_of,
    observe,
    percent_slower,
    sensitivity_now,
    unlearn,
)
from bot.domain.recovery.question import (
    AlcoholDose,
    Effort,
    Learned,
    Painkiller,
    PastRun,
    PastSession,
    Question,
    Sleep,
    Soreness,
    Symptom,
)
from tests.domain.recovery.told import Told
from tests.draws import Draws, between, tried

MONDAY, TUESDAY = (Occasion(session=7, day=day) for day in (100, 101))


def after(hours: float, **told: Unpack[Told]) -> Question:
    """A question so many hours after an ordinary leg day."""
    return Question(leg_sessions=(PastSession(hours_ago=hours, effort=Effort.ORDINARY),), **told)


def word(source: Source = Source.FELT, told: float = 45.0) -> Observation:
    """An observation two days after an ordinary leg day."""
    legs = legs_of(after(48.0))
    return Observation(
        source=source,
        told=told,
        sigma=20.0,
        expected=expected_now(legs),
        sensitivity=sensitivity_now(legs),
    )


def test_sensitivity_two_days_after_an_ordinary_session_is_thirty() -> None:
    legs = legs_of(after(48.0))

    assert expected_now(legs) == pytest.approx(20.08, abs=0.01)
    assert sensitivity_now(legs) == pytest.approx(30.12, abs=0.01)


def test_sensitivity_is_how_fast_fatigue_grows_with_theta() -> None:
    legs = legs_of(after(40.0))
    slower = legs_of(after(40.0)._replace(learned=Learned(theta=1e-6)))

    grown = (expected_now(slower) - expected_now(legs)) / 1e-6

    assert sensitivity_now(legs) == pytest.approx(grown, rel=1e-4)


def test_sensitivity_is_of_the_leg_days_alone() -> None:
    ran = after(48.0, recent_runs=(PastRun(hours_ago=20.0, minutes=60, srpe=8),))

    assert sensitivity_now(legs_of(ran)) == sensitivity_now(legs_of(after(48.0)))


def test_expected_fatigue_counts_sleep_alcohol_and_runs_but_not_soreness() -> None:
    plain = expected_now(legs_of(after(48.0)))
    sore = after(48.0, soreness=Soreness(score=7))
    short = after(48.0, sleep=Sleep(last_night=5.0))
    drunk = after(48.0, alcohol=AlcoholDose(g_per_kg=1.0))
    ran = after(48.0, recent_runs=(PastRun(hours_ago=0.0, minutes=40, srpe=10),))

    expected = [expected_now(legs_of(each)) for each in (sore, short, drunk, ran)]

    assert expected == pytest.approx([plain, plain * 1.08, plain * 1.15, plain + 40.0])


@pytest.mark.parametrize(("felt", "told"), [(5, 8.0), (4, 25.0), (3, 45.0), (2, 65.0), (1, 85.0)])
def test_felt_legs_stand_for_a_fatigue(felt: int, told: float) -> None:
    found = from_felt(after(48.0), felt)

    assert found == replace(word(), told=told)


def test_soreness_stands_for_ten_points_each_and_is_trusted_less() -> None:
    found = from_soreness(after(48.0), 4.5)

    assert found == replace(word(Source.SORENESS, 45.0), sigma=25.0)


@pytest.mark.parametrize(("feels_worse", "off"), [(True, 20.0), (False, -20.0)])
def test_feeling_worse_or_better_than_that_is_twenty_points_off(
    feels_worse: bool, off: float
) -> None:
    found = from_comparison(after(48.0), worse=feels_worse)

    expected = expected_now(legs_of(after(48.0)))
    assert found == replace(word(Source.COMPARED, expected + off), sigma=25.0)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"symptoms": frozenset({Symptom.HEAD_COLD})}, NotLearnt.UNWELL),
        ({"symptoms": frozenset({Symptom.FEVER_LAST_24H})}, NotLearnt.UNWELL),
        ({"soreness": Soreness(score=3, type=PainType.TENDON)}, NotLearnt.UNWELL),
        ({"painkiller": Painkiller(hours_ago=3)}, NotLearnt.PAINKILLER),
    ],
)
def test_nothing_is_learnt_when_it_is_not_about_leg_fatigue(told: Told, why: NotLearnt) -> None:
    asked = after(48.0, **told)

    found = (
        from_felt(asked, DEAD), from_soreness(asked, 9), from_comparison(asked, worse=True),
    )  # fmt: skip
    assert found == (why, why, why)


@pytest.mark.parametrize(
    ("hours", "found"),
    [(23.9, NotLearnt.TIMING), (24.0, None), (96.0, None), (96.1, NotLearnt.TIMING)],
)
def test_a_soreness_counts_one_to_four_days_after_leg_day(
    hours: float, found: NotLearnt | None
) -> None:
    learnt = from_soreness(after(hours), 5)

    assert (learnt if isinstance(learnt, NotLearnt) else None) == found


def test_soreness_without_a_leg_day_teaches_nothing() -> None:
    assert from_soreness(Question(leg_sessions=(), sessions_8wk=4), 5) is NotLearnt.TIMING


def test_too_little_fatigue_teaches_nothing() -> None:
    old = after(150.0)

    assert from_felt(old, DEAD) is NotLearnt.TOO_LITTLE
    assert from_felt(after(0.5), DEAD) is NotLearnt.TOO_LITTLE
    assert from_comparison(Question(leg_sessions=()), worse=False) is NotLearnt.TOO_LITTLE
    assert felt_as(3, 40.0, 4.99) is NotLearnt.TOO_LITTLE
    assert isinstance(felt_as(3, 40.0, 5.0), Observation)


def test_fresh_legs_where_fresh_ones_were_expected_teach_nothing() -> None:
    assert felt_as(FRESH, 12.0, 20.0) is NotLearnt.CEILING
    assert isinstance(felt_as(FRESH, 12.1, 20.0), Observation)
    assert isinstance(felt_as(4, 12.0, 20.0), Observation)


def test_observe_is_the_published_step() -> None:
    found = observe(Learning(), replace(word(told=40.0), expected=20.0, sensitivity=30.0))

    gain = 0.09 * 30 / (30**2 * 0.09 + 20**2)
    assert found.theta == pytest.approx(gain * 20)
    assert found.variance == pytest.approx((1 - gain * 30) * 0.09 + 0.0005)
    assert (found.count, found.on, found.last) == (1, True, None)


def test_a_surprise_counts_as_twenty_five_points_at_most() -> None:
    far, near = (observe(Learning(), replace(word(), told=t, expected=0.0)) for t in (85.0, 25.0))
    low = observe(Learning(), replace(word(), told=0.0, expected=85.0))

    assert far == near
    assert low.theta == pytest.approx(-far.theta)


def test_one_extreme_log_moves_the_time_constant_by_a_fifth_at_most() -> None:
    for hours in range(10, 120, 2):
        found = from_felt(after(float(hours)), DEAD)
        if isinstance(found, Observation):
            assert exp(observe(Learning(), found).theta) <= 1.2


def test_theta_stays_within_its_limits() -> None:
    slow = fast = Learning()
    for _ in range(200):
        slow = observe(slow, replace(word(), told=100.0, expected=0.0))
        fast = observe(fast, replace(word(), told=0.0, expected=100.0))

    assert (slow.theta, fast.theta) == pytest.approx((log(1.7), log(0.6)))
    assert (percent_slower(slow), percent_slower(fast)) == (70, -23)


def test_somebody_faster_is_believed_late_and_by_half() -> None:
    three, four = (Learning(theta=-0.2, count=count) for count in (3, 4))

    assert [percent_slower(each) for each in (three, four)] == [0, -10]
    assert percent_slower(Learning(theta=0.2, count=1)) == 22


def test_what_is_learnt_reaches_the_model_until_it_is_switched_off() -> None:
    learning = Learning(theta=0.2, variance=0.25, count=9)

    assert learned_of(learning) == Learned(theta=0.2, n_feedback=9, sigma=0.5)
    assert learned_of(replace(learning, on=False)) == Learned()
    assert percent_slower(replace(learning, on=False)) == 0


def test_nothing_is_learnt_while_it_is_switched_off() -> None:
    off = Learning(theta=0.1, count=3, on=False)

    assert observe(off, word(told=85.0), MONDAY) == off


def test_of_a_day_the_better_source_counts_once() -> None:
    sore, felt = word(Source.SORENESS, 70.0), word(Source.FELT, 25.0)
    alone = observe(Learning(), felt, MONDAY)

    upgraded = observe(observe(Learning(), sore, MONDAY), felt, MONDAY)
    kept = observe(alone, sore, MONDAY)

    assert (upgraded, kept) == (alone, alone)
    assert alone.count == 1


def test_a_later_word_of_the_same_source_corrects_the_earlier() -> None:
    first, second = word(told=85.0), word(told=25.0)

    corrected = observe(observe(Learning(), first, MONDAY), second, MONDAY)

    assert corrected == observe(Learning(), second, MONDAY)


def test_another_day_or_leg_session_counts_anew() -> None:
    learning = observe(Learning(), word(), MONDAY)

    again = [observe(learning, word(), other) for other in (TUESDAY, replace(MONDAY, session=8))]

    assert [each.count for each in again] == [2, 2]


def test_words_without_an_occasion_all_count() -> None:
    assert observe(observe(Learning(), word()), word()).count == 2


def test_a_log_taken_back_is_unlearnt() -> None:
    before = observe(Learning(), word(), MONDAY)
    learning = observe(before, word(told=85.0), TUESDAY)

    assert unlearn(learning, TUESDAY) == replace(before, last=None)
    assert unlearn(learning, MONDAY) == learning
    assert learning.last == Latest(
        occasion=TUESDAY, source=Source.FELT, theta=before.theta, variance=before.variance
    )


def word_told(draws: Draws) -> Observation:
    return Observation(
        source=draws.one(tuple(Source)),
        told=between(-20, 120)(draws),
        sigma=draws.one((20.0, 25.0)),
        expected=between(0, 150)(draws),
        sensitivity=between(5, 60)(draws),
    )


def words_told(draws: Draws) -> tuple[Observation, ...]:
    return draws.several(word_told, 12)


@settings(max_examples=300, deadline=None)
@tried(words_told, word_told, between(0, 60), size=160)
def test_a_worse_word_never_makes_anybody_faster(
    history: tuple[Observation, ...], last: Observation, more: float
) -> None:
    learning = Learning()
    for each in history:
        learning = observe(learning, each)

    milder, harsher = (
        observe(learning, last),
        observe(learning, replace(last, told=last.told + more)),
    )

    assert log(0.6) <= milder.theta <= harsher.theta <= log(1.7)
    assert 0 < milder.variance <= 0.09 + 13 * 0.0005


def simulated(true: float, people: int = 500) -> list[tuple[float, float]]:
    """Theta after 4, 8 and 16 logs of people whose legs recover by ``true``: mean and spread."""
    chance = random.Random(20_261_122)  # noqa: S311 (a simulation, to be the same each time)
    found: dict[int, list[float]] = {4: [], 8: [], 16: []}
    for _ in range(people):
        learning = Learning()
        for log_number in range(1, 17):
            hours = chance.uniform(30, 72)
            tau = 32.0 * exp(theta_used(learned_of(learning)))
            expected = 90.0 * exp(-hours / tau)
            real = 90.0 * exp(-hours / (32.0 * exp(true))) + chance.gauss(0, 20)
            felt = min(range(1, 6), key=lambda each: abs((85, 65, 45, 25, 8)[each - 1] - real))
            observation = felt_as(felt, expected, expected * hours / tau)
            if isinstance(observation, Observation):
                learning = observe(learning, observation)
            if log_number in found:
                found[log_number].append(learning.theta)
    return [(fmean(each), stdev(each)) for each in found.values()]


@pytest.mark.parametrize(("true", "means"), [(0.30, (0.14, 0.19, 0.24)), (0.0, (0.03, 0.04, 0.05))])
def test_simulated_people_are_found_as_published(true: float, means: tuple[float, ...]) -> None:
    found = simulated(true)

    assert [mean for mean, _ in found] == pytest.approx(means, abs=0.03)
    assert [spread for _, spread in found] == pytest.approx((0.12, 0.12, 0.10), abs=0.02)
