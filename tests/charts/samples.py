"""One picture of each kind, made the way the bot makes them."""

from datetime import UTC, datetime, time, timedelta
from typing import TypeVar

from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.decisions.diary import Diary, stats_of
from bot.domain.decisions.shown_answer import Shown
from bot.domain.facts.learned import Learning
from bot.domain.facts.member import Member
from bot.domain.facts.settings import Profile
from bot.domain.facts.training import LegSession, Report, RunKind
from bot.domain.facts.training import Run as LoggedRun
from bot.domain.facts.week import PlanItem, TrainingPlan
from bot.domain.recovery.assess import assess
from bot.domain.recovery.question import (
    PastRun,
    PastSession,
    PlannedRun,
    Question,
    Soreness,
)
from bot.domain.week.view import WeekAsked, look
from bot.texts.canirun.fatigue_picture import fatigue
from bot.texts.legday import stats as stats_texts
from bot.texts.legday.diary_picture import diary
from bot.texts.picture import DiaryPicture, WeekPicture
from bot.texts.profile.recovery_picture import recovery
from bot.texts.week.cards import lines as week_lines
from bot.texts.week.week_picture import picture as week_picture

Made = TypeVar("Made")

NOW = datetime(2026, 3, 3, 8, tzinfo=UTC)
ORDINARY = PastSession(hours_ago=21.0, srpe=7, minutes=60)


LOOKED_AT = AnswerToken(picture=True)


def shown(
    question: Question, told: AnswerToken = LOOKED_AT, zone: str | None = "Europe/Berlin"
) -> Shown:
    """Return the answer to a question as the card of ``/canirun`` gets it."""
    answer = assess(question)
    return Shown(answer=answer, told=told, now=NOW, kept=True, question=question, zone=zone)


def planned(kind: RunKind = RunKind.TEMPO, in_hours: float = 33.0) -> Shown:
    """Return an answer of the day after legs, with a run in mind."""
    question = Question(
        leg_sessions=(ORDINARY,),
        sessions_8wk=5,
        soreness=Soreness(score=4),
        recent_runs=(PastRun(hours_ago=8.0, minutes=30, srpe=3),),
        plan=PlannedRun(kind=kind, minutes=40, in_hours=in_hours),
    )
    return shown(question, AnswerToken(run=kind, picture=True))


def logged(weeks: int = 12) -> Diary:
    """Return a diary: legs twice a week, a run after each, soreness 5 and 3 in the days after."""
    sessions, runs, reports = [], [], []
    for number in range(2 * weeks):
        ended = NOW - timedelta(days=3.5 * number + 2)
        sessions.append(LegSession(session_id=number, ended_at=ended, effort=7, minutes=60))
        runs.append(LoggedRun(run_id=number, ended_at=ended + timedelta(days=1), minutes=30))
        for hours, score in ((24, 5), (48, 3)):
            at = ended + timedelta(hours=hours)
            reports.append(Report(reported_at=at, soreness=score))
    return Diary(
        zone="Europe/Berlin",
        sessions=tuple(sessions),
        runs=tuple(runs),
        reports=tuple(each for each in reports if each.reported_at <= NOW),
    )


def made(picture: Made | None) -> Made:
    """Return a picture that is there."""
    assert picture is not None
    return picture


def diary_of(weeks: int, log: Diary | None = None) -> DiaryPicture:
    """Return the picture of so many weeks."""
    stats = stats_of(logged(weeks) if log is None else log, weeks, NOW)
    return diary(stats, stats_texts.told(stats))


FATIGUE = made(fatigue(planned()))
RECOVERY = made(
    recovery(Member(member_id=1, learning=Learning(theta=0.25, variance=0.2**2, count=5)))
)
DIARY = diary_of(12)


def week_of_plan(*items: PlanItem) -> WeekPicture:
    """Return the picture of a member's week in March, with these leg days and runs planned."""
    plan = TrainingPlan(since=NOW, items=items)
    member = Member(member_id=1, profile=Profile(zone="Europe/Berlin"), week=plan)
    seen = look(member, WeekAsked(picture=True), NOW)
    assert seen.week is not None
    return week_picture(seen, seen.week, week_lines(seen, seen.week))


WEEK = week_of_plan(
    PlanItem(item_id=1, at=time(18), days=frozenset({1, 4})),
    PlanItem(item_id=2, at=time(18), days=frozenset({3}), run=RunKind.INTERVALS, minutes=45),
    PlanItem(item_id=3, at=time(9), days=frozenset({0}), run=RunKind.EASY, minutes=45),
)
