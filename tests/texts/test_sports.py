"""Other sports in an answer: each is called by its own name, what was done and what is asked."""

from dataclasses import replace
from enum import StrEnum
from typing import TypedDict

import pytest

from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.decisions.shown_answer import Shown
from bot.domain.facts.training import Activity, RunKind
from bot.domain.recovery.answer import Gate, Note, Reply
from bot.domain.recovery.assess import assess
from bot.domain.recovery.circumstances import About
from bot.domain.recovery.question import PastRun, PastSession, PlannedRun, Question, Soreness
from bot.texts.canirun import answers, how
from bot.texts.canirun.reasons import reason
from bot.texts.canirun.sports import ASKED, DONE, OTHER_SPORTS
from bot.texts.canirun.verdict import is_refused
from tests.texts.test_in_sight import NOW


class Done(TypedDict, total=False):
    """What a finished run was, if it was no ordinary one."""

    walk: bool
    race: bool
    activity: Activity


WORKS: dict[StrEnum, Done] = {
    Activity.RUN: {},
    RunKind.WALK: {"walk": True},
    RunKind.RACE: {"race": True},
    **{sport: {"activity": sport} for sport in OTHER_SPORTS},
}


def shown(
    hours: float,
    *,
    score: float = 2.0,
    plan: PlannedRun | None = None,
    recent_runs: tuple[PastRun, ...] | None = None,
    about: About = About.RUN,
) -> Shown:
    """An answer so long after legs, about a plan."""
    question = Question(
        leg_sessions=(PastSession(hours_ago=hours), PastSession(hours_ago=160.0)),
        soreness=Soreness(score=score),
        plan=plan,
        recent_runs=recent_runs,
        about=about,
    )
    sport = None if plan is None or plan.activity is Activity.RUN else plan.activity
    return Shown(
        answer=assess(question),
        told=AnswerToken(
            run=None if plan is None else plan.kind, activity=sport, about=question.about
        ),
        now=NOW,
        kept=True,
        question=question,
    )


def text(answer: Shown) -> str:
    card = answers.card(answer)
    return " ".join((card.title, *card.body))


@pytest.mark.parametrize("sport", WORKS)
def test_what_was_done_is_called_by_its_name(sport):
    ran = PastRun(hours_ago=3.0, minutes=150.0, srpe=9.0, **WORKS[sport])
    answer = shown(200.0, recent_runs=(ran,))
    cause = next(each for each in answer.answer.reasons if each.gate is Gate.RUN)

    assert reason(cause).startswith(DONE[sport].points.partition(" {")[0])
    assert DONE[sport].still.partition(" {")[0] in text(answer)


@pytest.mark.parametrize("hours", [2.0, 30.0, 150.0])
@pytest.mark.parametrize("sport", OTHER_SPORTS)
def test_sport_that_is_asked_about_is_answered_in_its_own_words(sport, hours):
    answer = shown(hours, plan=PlannedRun(activity=sport))
    card, words, refused = answers.card(answer), ASKED[sport], is_refused(answer)

    assert refused is (answer.answer.reply is not Reply.YES)
    assert card.title.startswith(words.refused if refused else words.yes)
    assert (words.turn_back in text(answer)) is not refused
    assert refused or how.WARM_UP_KNOWN.partition("? ")[2] not in text(answer)


def test_sport_that_was_shared_is_named_and_nothing_else_is_told():
    for sport in OTHER_SPORTS:
        card = answers.shared(7, offer=RunKind.EASY, later=True, sport=sport)
        assert ASKED[sport].public in card.body[0]


@pytest.mark.parametrize("sport", [Activity.SKI, Activity.MATCH, Activity.CLASS])
def test_lifting_before_it_names_what_is_ahead(sport):
    plan = PlannedRun(activity=sport, in_hours=20.0)
    answer = shown(150.0, plan=plan, about=About.LEGS)

    assert DONE[sport].soon.partition(" {")[0] in text(answer)


@pytest.mark.parametrize("sport", [Activity.RUN, RunKind.RACE, Activity.SKI, Activity.MATCH])
def test_what_is_a_cause_is_not_named_again_as_what_made_sore(sport):
    ran = PastRun(hours_ago=30.0, minutes=90.0, srpe=8.0, **WORKS[sport])
    causes = {}
    for score in (4.0, 6.0):
        answer = shown(200.0, score=score, recent_runs=(ran,))
        main = answer.answer.reasons[0].gate
        unfolded = replace(answer, told=answer.told._replace(why=True))
        causes[main] = DONE[sport].makes_sore in text(unfolded)
        assert Note.SORE_FROM_RUN in answer.answer.notes

    assert causes == {Gate.RUN: False, Gate.SORENESS: True}
