"""What pictures say: their words and numbers are those of the answer, the alternative text too."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.decisions.codes import Feel
from bot.domain.facts.learned import Learning
from bot.domain.facts.member import Member
from bot.domain.facts.training import RunKind
from bot.domain.recovery.assess import worse
from bot.domain.recovery.pace import paces_of
from bot.domain.recovery.question import (
    AskedProfile,
    PastSession,
    PlannedRun,
    Question,
    Soreness,
    Symptom,
)
from bot.texts.canirun import answers
from bot.texts.canirun.fatigue_picture import fatigue, has_picture
from bot.texts.picture import ALT_LIMIT
from bot.texts.profile import form
from bot.texts.profile.recovery_picture import recovery
from tests.charts.samples import DIARY, FATIGUE, NOW, ORDINARY, RECOVERY, diary_of, planned, shown

LEGS = Question(leg_sessions=(ORDINARY,), sessions_8wk=5)


@pytest.mark.parametrize(
    "picture", [FATIGUE, RECOVERY, DIARY, diary_of(52)], ids=lambda p: type(p).__name__
)
def test_alternative_text_fits_and_is_one_paragraph(picture):
    assert 80 < len(picture.alt) <= ALT_LIMIT
    assert not {"  ", "\n"} & {picture.alt[at : at + n] for at in range(1024) for n in (1, 2)}


def test_fatigue_says_what_it_draws():
    after = {each.hours: each for each in FATIGUE.ahead}

    for hours in (24, 48, 72):
        each = after[hours]
        low, high = round(each.low), round(each.high)
        told = f"In {hours} hours: {each.points:.0f}, somewhere from {low} to {high}."
        assert told in FATIGUE.alt
    for lane in FATIGUE.lanes:
        assert f"{lane.name} running" in FATIGUE.alt
        assert lane.says in FATIGUE.alt
    assert FATIGUE.plan is not None
    opens = FATIGUE.plan.at
    assert f"tempo run, likely open in {opens:.0f} hours, at " in FATIGUE.alt
    assert f" at {FATIGUE.plan_points:.0f} points" in FATIGUE.alt
    assert f"falling to {FATIGUE.ahead[0].points:.0f} now" in FATIGUE.alt


def test_fatigue_now_is_the_number_of_the_answer():
    answered = shown(LEGS)
    picture = fatigue(answered)

    assert picture is not None
    assert picture.past[-1] == (0.0, picture.ahead[0].points)
    assert round(picture.ahead[0].points) == answered.answer.fatigue
    told = "\n".join(answers.card(answered).body)
    assert f"leg fatigue {answered.answer.fatigue} of 100" in told


def test_fatigue_forecast_crosses_a_limit_within_the_hours_told():
    picture = fatigue(shown(LEGS))

    assert picture is not None
    for lane, limit in zip(picture.lanes[1:], (35, 20), strict=True):
        assert lane.opens is not None
        fast = next(each.hours for each in picture.ahead if each.low < limit)
        slow = next(each.hours for each in picture.ahead if each.high < limit)
        # The hours told are rounded out, to whole ones below 12 h and to six above.
        assert lane.opens[0] <= fast <= lane.opens[0] + 7
        assert lane.opens[1] - 7 <= slow <= lane.opens[1] + 1


def test_fatigue_of_somebody_who_feels_worse_is_that_of_the_changed_answer():
    question = LEGS._replace(soreness=Soreness(score=3))
    usual = fatigue(shown(question))
    answered = replace(
        shown(question), answer=worse(question), told=AnswerToken(feel=Feel.WORSE, picture=True)
    )
    felt = fatigue(answered)

    assert usual is not None
    assert felt is not None
    assert felt.ahead[0].points > usual.ahead[0].points
    assert round(felt.ahead[0].points) == answered.answer.fatigue


def test_fatigue_names_local_days_and_hours_and_never_the_zone():
    berlin = fatigue(shown(LEGS))
    auckland = fatigue(shown(LEGS, zone="Pacific/Auckland"))

    assert berlin is not None
    assert auckland is not None
    assert [day.word for day in berlin.days] == ["Mon", "Tue", "Wed", "Thu", "Fri"]
    assert berlin.lanes[2].says != auckland.lanes[2].says
    assert berlin.nights != auckland.nights
    assert "Berlin" not in repr(berlin)


def test_fatigue_nights_are_local_midnights_across_a_clock_change():
    before = datetime(2026, 3, 28, 12, tzinfo=UTC)  # clocks go forward in the night after
    picture = fatigue(replace(shown(LEGS), now=before))

    assert picture is not None
    ahead = [night for night in picture.nights if night > 0]
    assert ahead == [11.0, 34.0, 58.0]


def test_fatigue_without_zone_counts_hours():
    picture = fatigue(shown(LEGS, zone=None))

    assert picture is not None
    assert [day.word for day in picture.days] == ["+24 h", "+48 h", "+72 h"]
    assert re.fullmatch(r"opens in \d+–\d+ h", picture.lanes[2].says)


def test_run_planned_for_now_is_named_where_now_is():
    picture = fatigue(planned(RunKind.EASY, in_hours=0.0))

    assert picture is not None
    assert picture.plan is None
    assert picture.now.endswith(": easy run")
    assert "easy run, now" in picture.alt


def test_refused_run_is_marked_where_it_opens_and_never_where_now_is():
    picture = fatigue(planned(RunKind.TEMPO, in_hours=0.0))

    assert picture is not None
    assert picture.now == f"now {picture.ahead[0].points:.0f}"
    assert picture.plan is not None
    assert picture.lanes[2].opens is not None
    assert picture.plan.at == picture.lanes[2].opens[1]
    assert picture.lanes[2].says.startswith("opens ")


def test_run_refused_until_something_changes_is_not_marked():
    question = LEGS._replace(
        heat_c=33.0, plan=PlannedRun(kind=RunKind.TEMPO), soreness=Soreness(score=1)
    )
    picture = fatigue(shown(question, AnswerToken(run=RunKind.TEMPO, picture=True)))

    assert picture is not None
    assert picture.plan is None
    assert "Marked" not in picture.alt


def test_run_planned_days_ahead_is_on_the_picture():
    picture = fatigue(planned(RunKind.LONG, in_hours=120.0))

    assert picture is not None
    assert picture.plan is not None
    assert picture.ahead[-1].hours > picture.plan.at


@pytest.mark.parametrize(
    "question",
    [
        LEGS._replace(symptoms=frozenset({Symptom.DARK_URINE})),
        LEGS._replace(symptoms=frozenset({Symptom.SHARP_PAIN})),
        Question(),
        Question(leg_sessions=(PastSession(hours_ago=200.0),), sessions_8wk=1),
        Question(leg_sessions=(PastSession(hours_ago=-5.0),)),
    ],
    ids=["danger", "injury", "nothing known", "long rested", "nonsense"],
)
def test_no_picture_under_care_questions_or_rested_legs(question):
    answered = shown(question)

    card = answers.card(answered)

    assert not has_picture(answered)
    assert fatigue(answered) is None
    labels = [getattr(one, "label", "") for row in card.rows for one in row]
    assert not {"Picture", "Hide picture"} & set(labels)


def test_shared_card_has_no_picture():
    assert answers.shared(1, offer=RunKind.EASY, later=False).picture is None


def test_picture_is_only_asked_for_when_wanted():
    assert answers.card(shown(LEGS, AnswerToken())).picture is None
    assert answers.card(shown(LEGS, AnswerToken(picture=True))).picture is not None


def test_recovery_says_what_it_draws_and_so_does_the_profile():
    learning = Learning(theta=0.25, variance=0.2**2, count=5)
    member = Member(member_id=1, learning=learning)
    found = paces_of(learning, AskedProfile())

    assert found is not None
    hours = {
        round(pace.hard_opens) for pace in (found.own, found.default, found.fastest, found.slowest)
    }
    assert {int(number) for number in re.findall(r"\d+", RECOVERY.alt)} == hours
    assert RECOVERY.own.name == f"you: {round(found.own.hard_opens)} h"
    assert RECOVERY.alt in form.panel(member, NOW).body[1]


@pytest.mark.parametrize("learning", [Learning(), Learning(theta=0.3, count=4, on=False)])
def test_nothing_learnt_or_switched_off_has_no_picture(learning):
    member = Member(member_id=1, learning=learning)

    assert recovery(member) is None
    labels = [getattr(one, "label", "") for row in form.panel(member, NOW).rows for one in row]
    assert "Picture of it" not in labels


def test_diary_says_what_it_draws():
    loads = ", ".join(f"{load:.1f}" for load in DIARY.loads)

    assert f"Load by week: {loads}." in DIARY.alt
    assert f"{sum(day.legs for day in DIARY.days)} leg days" in DIARY.alt
    kept = sum(day.rest for day in DIARY.days)
    assert f"Rest kept on {kept} of" in DIARY.alt


def test_diary_months_stand_where_they_begin():
    assert [(tick.at, tick.word) for tick in DIARY.months] == [
        (0.0, "Dec"),
        (3.0, "Jan"),
        (7.0, "Feb"),
        (11.0, "Mar"),
    ]
