"""What is said beside the run, and of what the model alone knows: as approved, and within a phone.

``make approve`` writes the words as they are now, as for the other answers.
"""

import random
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import TypedDict, Unpack

import pytest

from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.decisions.shown_answer import Shown
from bot.domain.facts.member import Member
from bot.domain.facts.settings import Experience
from bot.domain.facts.training import Newness, PainType, Region, RunKind
from bot.domain.recovery.answer import Gate
from bot.domain.recovery.assess import assess
from bot.domain.recovery.beside_answers import Lift, LiftReason, Start
from bot.domain.recovery.circumstances import (
    About,
    AboutMe,
    EarlierScore,
    Event,
    EventKind,
    Matters,
)
from bot.domain.recovery.question import AlcoholDose, Ask, PastRun, PastSession, Symptom, Work
from bot.texts.canirun import answers
from bot.texts.canirun.topics import topic_of
from bot.texts.card import Card, Tone
from tests.texts.test_approved import NOW, REGULAR, Approved, legs, member, plain
from tests.texts.test_approved import shown as shown_of
from tests.texts.test_in_sight import MANY, MOST_LINES, MOST_WORDS, lines, verdicts, words

ACHE = PainType.MUSCLE_ACHE
LEG_DAY = PastSession(hours_ago=-30.0, srpe=7, minutes=57)
LATER = NOW + timedelta(hours=93)
FRESH = member(legs(100), legs(170), legs(240), longest_run=100, runs_per_week=3)
UNKNOWN = PastSession(
    hours_ago=30.0,
    srpe=7,
    minutes=57,
    exercises=(
        Work(demand=None, name="odd thing", sets=4),
        Work(demand=None, name="*wall* ball", sets=4),
    ),
)


class Beside(TypedDict, total=False):
    """What a question has beside the run."""

    leg_sessions: tuple[PastSession, ...]
    planned_legs: tuple[PastSession, ...]
    recent_runs: tuple[PastRun, ...]
    event: Event | None
    about: About
    earlier: tuple[EarlierScore, ...]
    about_me: AboutMe
    alcohol: AlcoholDose
    pain_gone: float


CASES: dict[str, tuple[Member, AnswerToken, Beside]] = {
    "01-legs-then-a-long-run": (
        FRESH,
        AnswerToken(run=RunKind.LONG, minutes=90, at=LATER, soreness=1, pain=ACHE, sleep=8.0),
        {"planned_legs": (LEG_DAY,)},
    ),
    "02-legs-the-day-before-intervals": (
        FRESH,
        AnswerToken(run=RunKind.INTERVALS, at=NOW + timedelta(hours=54), soreness=1, pain=ACHE),
        {"planned_legs": (LEG_DAY,)},
    ),
    "03-marathon-in-sixteen-days": (
        FRESH,
        AnswerToken(soreness=1, pain=ACHE, sleep=8.0),
        {"event": Event(in_hours=384, kind=EventKind.MARATHON, minutes=240, matters=Matters.A)},
    ),
    "04-ten-km-tomorrow-on-sore-legs": (
        REGULAR,
        AnswerToken(soreness=3, pain=ACHE, sleep=8.0),
        {"event": Event(in_hours=26, kind=EventKind.TEN_K, minutes=55)},
    ),
    "05-match-with-a-sore-tendon": (
        REGULAR,
        AnswerToken(soreness=3, pain=PainType.TENDON),
        {"event": Event(in_hours=20, kind=EventKind.MATCH, minutes=90)},
    ),
    "06-legs-again-the-day-after": (REGULAR, AnswerToken(soreness=5), {"about": About.LEGS}),
    "07-legs-and-nothing-ahead": (
        FRESH,
        AnswerToken(soreness=0, pain=ACHE, sleep=8.0),
        {"about": About.LEGS},
    ),
    "07b-legs-of-which-nothing-is-known": (
        Member(member_id=7),
        AnswerToken(soreness=0),
        {"about": About.LEGS},
    ),
    "08-legs-the-day-before-intervals": (
        FRESH,
        AnswerToken(run=RunKind.INTERVALS, at=NOW + timedelta(hours=20), soreness=0),
        {"about": About.LEGS},
    ),
    "09-legs-after-a-run": (
        FRESH,
        AnswerToken(soreness=0, sleep=8.0),
        {"about": About.LEGS, "recent_runs": (PastRun(hours_ago=3.0, minutes=40, srpe=4),)},
    ),
    "10-two-yesterday-five-today": (
        member(legs(46), legs(120), legs(192)),
        AnswerToken(soreness=5, pain=ACHE),
        {"earlier": (EarlierScore(hours_ago=24, score=2),)},
    ),
    "11-seven-then-three": (
        member(legs(72), legs(144), legs(216)),
        AnswerToken(soreness=3, pain=ACHE),
        {"earlier": (EarlierScore(hours_ago=24, score=7),)},
    ),
    "12-seven-weeks-after-birth": (
        FRESH,
        AnswerToken(run=RunKind.EASY, minutes=30, soreness=0),
        {"about_me": AboutMe(weeks_since_birth=7)},
    ),
    "13-pregnant": (FRESH, AnswerToken(soreness=0), {"about_me": AboutMe(pregnant=True)}),
    "14-heart": (FRESH, AnswerToken(soreness=0), {"about_me": AboutMe(heart_or_kidney=True)}),
    "15-statin-and-very-sore": (
        REGULAR,
        AnswerToken(soreness=8, denied=True),
        {"about_me": AboutMe(statin=True)},
    ),
    "16-injection-and-a-physios-plan": (
        FRESH,
        AnswerToken(soreness=0),
        {"about_me": AboutMe(recent_injection=True, physio_plan=True)},
    ),
    "17-knee-heals": (
        FRESH,
        AnswerToken(run=RunKind.TEMPO, soreness=0),
        {"about_me": AboutMe(healing_place=Region.KNEE)},
    ),
    "18-pain-that-went": (
        FRESH,
        AnswerToken(run=RunKind.EASY, minutes=40, soreness=1, pain=ACHE),
        {"pain_gone": 14.0},
    ),
    "19-slow-after-a-first-leg-day": (
        member(legs(90, newness=Newness.FIRST_EVER), experience=Experience.NEW),
        AnswerToken(run=RunKind.TEMPO, soreness=5, pain=ACHE),
        {},
    ),
    "20-unknown-exercises": (
        FRESH,
        AnswerToken(soreness=2, pain=ACHE, brief=True),
        {"leg_sessions": (UNKNOWN,)},
    ),
    "21-drunk": (
        REGULAR,
        AnswerToken(run=RunKind.EASY, soreness=1),
        {"alcohol": AlcoholDose(g_per_kg=2.0, hours_ago=2.0)},
    ),
    "22-race-after-a-month-without-running": (
        member(legs(90), legs(160), longest_run=0, runs_per_week=0),
        AnswerToken(run=RunKind.RACE, minutes=55, soreness=0, sleep=8.0),
        {},
    ),
    "23-back-after-ten-weeks": (
        member(legs(30), legs(30 + 70 * 24), runs_per_week=3, longest_run=60),
        AnswerToken(soreness=3, pain=ACHE, brief=True),
        {},
    ),
    "24-sore-arms": (
        FRESH,
        AnswerToken(soreness=8, pain=ACHE, region=Region.ARMS),
        {},
    ),
    "25-numb-in-the-saddle": (
        REGULAR,
        AnswerToken().noticing(frozenset({Symptom.NUMB_SADDLE_OR_LEG})),
        {},
    ),
}


def shown(name: str) -> Shown:
    who, told, more = CASES[name]
    return asking(shown_of(who, told), **more)


def asking(before: Shown, **more: Unpack[Beside]) -> Shown:
    """The same with more in its question."""
    assert before.question is not None
    question = before.question._replace(**more)
    return replace(before, question=question, answer=assess(question))


@pytest.mark.parametrize("name", CASES)
def test_it_reads_as_approved(name, snapshot):
    assert plain(answers.card(shown(name))) == snapshot(extension_class=Approved)


@cache
def generated() -> tuple[tuple[Shown, Card], ...]:
    """Generated answers with something asked or told beside the run."""
    chance = random.Random(5)  # noqa: S311 - no secret
    found = []
    for before, _card in verdicts()[::2]:
        more: Beside = {
            "event": Event(
                in_hours=chance.uniform(1, 500),
                kind=chance.choice(list(EventKind)),
                minutes=chance.choice([20, 55, 240]),
                matters=chance.choice(list(Matters)),
            )
            if chance.random() < 0.4
            else None,
            "planned_legs": (PastSession(hours_ago=-chance.uniform(0, 60), srpe=7, minutes=60),)
            if chance.random() < 0.4
            else (),
            "about": About.LEGS if chance.random() < 0.3 else About.RUN,
            "earlier": (EarlierScore(hours_ago=24, score=chance.randrange(9)),)
            if chance.random() < 0.3
            else (),
            "about_me": AboutMe(
                pregnant=chance.random() < 0.1,
                weeks_since_birth=chance.choice([None, None, None, 7, 20]),
                statin=chance.random() < 0.2,
                physio_plan=chance.random() < 0.2,
                healing_place=chance.choice([None, None, None, Region.ACHILLES]),
            ),
        }
        after = asking(before, **more)
        if after.answer.care is None and after.answer.clearance is not None:
            found.append((after, answers.card(after)))
    return tuple(found)


def test_it_fits_a_phone():
    assert len(generated()) > MANY * 0.4
    tall = [(lines(card), card.title, card.body) for _shown, card in generated()]
    assert max(tall)[0] <= MOST_LINES, max(tall)
    assert max(words(card) for _shown, card in generated()) <= MOST_WORDS


def test_the_strictest_line_of_a_body_is_in_sight_whatever_else_was_asked():
    for after, card in generated():
        if after.answer.about_me:
            alone = after.answer._replace(about_me=after.answer.about_me[:1])
            bare = after.answer._replace(about_me=())
            line = set(answers.card(replace(after, answer=alone)).body)
            line -= set(answers.card(replace(after, answer=bare)).body)
            assert line.intersection(card.body)


def test_what_finds_no_room_is_behind_why():
    for after, _card in generated()[::5]:
        unfolded = answers.card(replace(after, told=after.told._replace(why=True)))
        said = "\n".join(unfolded.body)
        assert ("of 100)" in said) == (after.answer.planned_legs is not None)
        assert ("eavy leg day" in said) == (after.answer.event is not None)


def test_danger_stands_before_all_of_it():
    asked = [card for after, card in generated() if after.answer.ask is Ask.DANGER_SIGNS]

    assert asked
    assert all(card.first and card.body[0].startswith("**If none of these, ") for card in asked)
    assert all(card.tone is Tone.CAUTION for card in asked)


def test_colour_says_the_same_as_the_answer_about_lifting_or_an_event():
    for after, card in generated():
        answer = after.answer
        if answer.ask is Ask.DANGER_SIGNS:
            continue
        if answer.lift is not None:
            assert (card.tone is Tone.GOOD) == (answer.lift.lift is Lift.YES)
        elif answer.event is not None and after.told.run is None:
            assert (card.tone is Tone.GOOD) == (answer.event.start is Start.YES)


def test_all_sorts_of_answers_are_among_them():
    lifts = [after.answer.lift for after, _card in generated() if after.answer.lift]
    events = [after.answer.event for after, _card in generated() if after.answer.event]

    assert {each.lift for each in lifts} == set(Lift)
    assert {each.why for each in lifts} >= set(LiftReason) - {LiftReason.CARE, LiftReason.RAN}
    assert {each.start for each in events} == set(Start)


@pytest.mark.parametrize(
    ("name", "topic"),
    [
        ("12-seven-weeks-after-birth", "ask_first"),
        ("18-pain-that-went", "stop_signs"),
        ("24-sore-arms", "stop_signs"),
    ],
)
def test_a_topic_goes_with_the_main_cause(name, topic):
    assert topic_of(shown(name)) == topic


def test_a_leg_day_ahead_is_dated_from_the_run_and_not_twice():
    after = shown("02-legs-the-day-before-intervals")
    legs_then = next(each for each in after.answer.reasons if each.gate is Gate.LEG_DAY)

    assert legs_then.hours_ago == pytest.approx(24)
    unfolded = answers.card(replace(after, told=after.told._replace(why=True)))
    assert "Leg day 24 hours before it" in "\n".join(unfolded.body)
