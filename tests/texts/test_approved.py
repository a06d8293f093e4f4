"""Thirty answers as members read them, word for word: a change of any word shows here.

``make approve`` writes the words as they are now: read what git shows of it before it is committed.
"""

import re
from datetime import UTC, datetime, timedelta

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from bot.domain.decisions.answer_token import LONG_AGO, AnswerToken
from bot.domain.decisions.known_of_member import question as question_of
from bot.domain.decisions.shown_answer import Shown
from bot.domain.facts.member import Member
from bot.domain.facts.settings import Consent, Experience, Profile
from bot.domain.facts.training import (
    Alcohol,
    ExerciseSet,
    Focus,
    Illness,
    LegSession,
    Newness,
    PainType,
    Region,
    RunKind,
)
from bot.domain.recovery.assess import assess
from bot.domain.recovery.question import Symptom
from bot.texts.canirun import answers
from bot.texts.card import Button, Card, Select

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def legs(hours, **fields):
    """A leg day that ended so many hours ago."""
    fields = {"effort": 7, "minutes": 57, **fields}
    return LegSession(
        session_id=int(hours * 10) + 1,
        ended_at=NOW - timedelta(hours=hours),
        **fields,
    )


def member(*sessions, **profile):
    return Member(
        member_id=7,
        consent=Consent(version=1, given_at=NOW),
        profile=Profile(zone="Europe/Berlin", **profile),
        sessions=tuple(sorted(sessions, key=lambda s: s.ended_at, reverse=True)),
        session_count=len(sessions),
    )


SQUATS = (ExerciseSet(name="squat", sets=20, reps=8, load_kg=80.0, rpe=10.0),)
STRANGER = Member(member_id=7)
REGULAR = member(legs(24), legs(96), legs(168))
CASES = {
    "01-nothing-logged": (STRANGER, AnswerToken()),
    "02-soreness-alone": (STRANGER, AnswerToken(soreness=2)),
    "03-hours-alone": (STRANGER, AnswerToken(legs_hours=24)),
    "04-no-legs-lately": (STRANGER, AnswerToken(legs_hours=LONG_AGO, soreness=0)),
    "05-just-after-legs": (member(legs(0.2), legs(96), legs(168)), AnswerToken()),
    "06-next-day": (REGULAR, AnswerToken()),
    "07-next-day-tempo": (REGULAR, AnswerToken(run=RunKind.TEMPO, minutes=40, soreness=3)),
    "08-next-day-easy-short": (REGULAR, AnswerToken(run=RunKind.EASY, minutes=25, soreness=2)),
    "09-two-days-steady": (
        member(legs(48), legs(120), legs(192)),
        AnswerToken(
            run=RunKind.STEADY, minutes=40, soreness=2, pain=PainType.MUSCLE_ACHE, sleep=8.0
        ),
    ),
    "10-three-days-intervals": (
        member(legs(72), legs(144), legs(216)),
        AnswerToken(run=RunKind.INTERVALS, minutes=45, soreness=0, sleep=8.0),
    ),
    "11-marathon-on-sunday": (
        REGULAR,
        AnswerToken(run=RunKind.RACE, minutes=240, at=NOW + timedelta(days=6), soreness=3),
    ),
    "12-first-leg-day-ever": (
        member(legs(20, newness=Newness.FIRST_EVER), experience=Experience.NEW),
        AnswerToken(run=RunKind.EASY, minutes=30, soreness=5),
    ),
    "13-twenty-sets-to-failure": (
        member(legs(24, exercises=SQUATS, new_exercise=True), legs(96), legs(168)),
        AnswerToken(soreness=6, pain=PainType.MUSCLE_ACHE),
    ),
    "14-very-sore": (REGULAR, AnswerToken(soreness=8)),
    "15-short-night": (REGULAR, AnswerToken(soreness=2, sleep=3.5)),
    "15b-short-night-a-day-after-legs": (
        member(legs(19), legs(168)),
        AnswerToken(run=RunKind.TEMPO, soreness=3, sleep=4.0),
    ),
    "16-head-cold-and-drinks": (
        REGULAR,
        AnswerToken(soreness=2, ill=Illness.HEAD_COLD, alcohol=Alcohol.SIX_PLUS),
    ),
    "17-painkiller": (REGULAR, AnswerToken(soreness=1, before=6)),
    "18-hot-day-full-body": (
        member(legs(30, focus=Focus.FULL_BODY), legs(96), legs(168)),
        AnswerToken(run=RunKind.LONG, minutes=90, hot=True, soreness=1),
    ),
    "23-easy-but-too-long": (
        member(legs(24), legs(96), legs(168), longest_run=90, runs_per_week=2),
        AnswerToken(run=RunKind.EASY, minutes=90, soreness=1, pain=PainType.MUSCLE_ACHE),
    ),
    "24-longer-than-the-longest": (
        member(legs(80), legs(150), longest_run=40, runs_per_week=3),
        AnswerToken(run=RunKind.LONG, minutes=90, soreness=0, sleep=8.0),
    ),
    "25-race-tomorrow": (
        member(legs(42), legs(120), legs(192), longest_run=100, runs_per_week=3),
        AnswerToken(
            run=RunKind.RACE, minutes=55, at=NOW + timedelta(hours=30), soreness=2, sleep=8.0
        ),
    ),
    "26-sprints-on-sore-hamstrings": (
        member(legs(90), legs(168), legs(240)),
        AnswerToken(
            run=RunKind.SPRINTS, soreness=3, pain=PainType.MUSCLE_ACHE, region=Region.HAMSTRINGS
        ),
    ),
    "27-back-after-months": (
        member(legs(30, newness=Newness.BACK_MONTHS)),
        AnswerToken(run=RunKind.STEADY, soreness=4, pain=PainType.MUSCLE_ACHE, sleep=8.0),
    ),
    "28-tendon": (REGULAR, AnswerToken(pain=PainType.TENDON, soreness=2, run=RunKind.EASY)),
    "29-knee": (REGULAR, AnswerToken(pain=PainType.MUSCLE_ACHE, soreness=3, region=Region.KNEE)),
    "30-fourth-answer": (
        REGULAR,
        AnswerToken(
            run=RunKind.EASY, minutes=25, soreness=2, pain=PainType.MUSCLE_ACHE, brief=True
        ),
    ),
    "31-no-run-in-a-month": (
        member(legs(60), legs(130), longest_run=0, runs_per_week=0),
        AnswerToken(run=RunKind.STEADY, minutes=40, soreness=1, sleep=8.0),
    ),
    "32-rested": (
        member(legs(300), legs(400), legs(500), runs_per_week=3, longest_run=90),
        AnswerToken(soreness=0, sleep=8.0),
    ),
    "19-dark-urine": (REGULAR, AnswerToken().noticing(frozenset({Symptom.DARK_URINE}))),
    "20-chest-pain": (REGULAR, AnswerToken().noticing(frozenset({Symptom.CHEST_PAIN}))),
    "21-joint-pain": (REGULAR, AnswerToken(pain=PainType.JOINT, soreness=4, run=RunKind.EASY)),
    "22-fever": (REGULAR, AnswerToken(ill=Illness.FEVER_OR_CHEST)),
}


def shown(who: Member, told: AnswerToken) -> Shown:
    """The answer as the cog shows it."""
    report = told.report(NOW)
    known = who if report is None else who._replace(reports=(report, *who.reports))
    question = question_of(known, NOW, told.question(NOW))
    return Shown(
        answer=assess(question),
        told=told,
        now=NOW,
        kept=who.consent is not None,
        question=question,
        zone=who.zone,
    )


def rendered(who: Member, told: AnswerToken) -> str:
    return plain(answers.card(shown(who, told)))


def plain(card: Card) -> str:
    """The card as it is read aloud: moments as hours from now, controls by their names."""
    first = f"[{'] ['.join(map(named, card.first))}]" if card.first else ""
    controls = " | ".join(named(item) for row in card.rows for item in row)
    parts = [card.title, first, *card.body, card.small or "", controls]
    text = "\n\n".join(part for part in parts if part)
    return re.sub(r"<t:(\d+):\w>", _ahead, text) + "\n"


def named(item: Button | Select) -> str:
    return item.label if isinstance(item, Button) else item.placeholder


def _ahead(found: re.Match[str]) -> str:
    hours = (int(found[1]) - NOW.timestamp()) / 3600
    return f"{hours:+g} h"


class Approved(SingleFileSnapshotExtension):
    """A text file for each answer, named by its case."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.mark.parametrize("name", CASES)
def test_answer_reads_as_approved(name, snapshot):
    assert rendered(*CASES[name]) == snapshot(extension_class=Approved)


def test_a_leg_day_before_the_last_is_not_told_as_the_last():
    light_since = member(legs(2, effort=3, minutes=20), legs(19, effort=8), legs(120), legs(192))

    said = rendered(light_since, AnswerToken(run=RunKind.EASY))

    assert "The leg day that counts most was 19 hours ago." in said


@pytest.mark.parametrize("name", ["07-next-day-tempo", "14-very-sore", "18-hot-day-full-body"])
def test_answer_unfolds_as_approved(name, snapshot):
    who, told = CASES[name]

    assert rendered(who, told._replace(why=True)) == snapshot(extension_class=Approved)
