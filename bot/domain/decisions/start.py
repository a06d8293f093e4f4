"""What a newcomer told with ``/start`` or a first question, saved: leg day, report, reminders."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.decisions import journal, known_of_member, replanning
from bot.domain.decisions.answer_token import LONG_AGO, AnswerToken
from bot.domain.decisions.journal import LegEntry
from bot.domain.decisions.shown_answer import Shown, answered
from bot.domain.facts.errors import BadInput
from bot.domain.facts.member import Change, Member
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.training import SORENESS, check_choice, check_range
from bot.domain.recovery.question import Symptom
from bot.domain.timing.plan import ahead


class Hardness(StrEnum):
    """How hard a leg day was, in words."""

    LIGHT = "light"
    ORDINARY = "ordinary"
    HARD = "hard"
    UNKNOWN = "unknown"


class Running(StrEnum):
    """How often somebody runs."""

    NONE = "none"
    SOME = "some"
    OFTEN = "often"


EFFORTS: Final = {Hardness.LIGHT: 4, Hardness.ORDINARY: 6, Hardness.HARD: 9}
RUNS_A_WEEK: Final = {Running.NONE: 0, Running.SOME: 1, Running.OFTEN: 3}  # the careful end
# When a leg day ended that lies in a span, in hours ago: the span's middle, by its beginning.
MIDDLE: Final = {1: 3, 6: 9, 12: 18, 24: 30, 36: 42, 48: 60, 72: 96, 120: 180}
LONGEST_SPAN: Final = 240  # hours: the end of the last span


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What the form of ``/start`` was told, and the danger signs asked about since."""

    legs_hours: int  # the beginning of a span of ``MIDDLE``; ``LONG_AGO``: no leg day in ten days
    hardness: Hardness
    soreness: int
    running: Running | None  # ``None``: as it is known
    denied: bool = False  # there is none of the danger signs
    symptoms: frozenset[Symptom] = frozenset()

    @classmethod
    def read(cls, *, legs: str, hardness: str, soreness: str, running: str | None) -> "Beginning":
        """Read the form's choices; ``running`` is ``None`` where it was left as it was known.

        Raises:
            BadInput: a value that the form does not offer.
        """
        spans = {str(span): span for span in (*MIDDLE, LONG_AGO)}
        if legs not in spans:
            raise BadInput("not_a_choice", field="last leg day", value=legs)
        sore = int(soreness) if soreness.isascii() and soreness.isdecimal() else -1
        check_range("soreness", sore, SORENESS)
        return cls(
            legs_hours=spans[legs],
            hardness=check_choice("effort", hardness, Hardness),
            soreness=sore,
            running=None if running is None else check_choice("running", running, Running),
        )

    def told(self) -> AnswerToken:
        """Return what the answer is told beside what is saved."""
        told = AnswerToken(
            soreness=self.soreness,
            legs_hours=LONG_AGO if self.legs_hours == LONG_AGO else None,
            denied=True if self.denied else None,
        )
        return told.noticing(self.symptoms) if self.symptoms else told


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """The result: the answer, and the reminders ahead."""

    shown: Shown
    member: Member  # as it stands after the change
    plan: tuple[PlannedReminder, ...]


def start(
    member: Member, session_id: int, beginning: Beginning, now: datetime, *, again: bool = False
) -> tuple[Change, Started]:
    """Decide what ``/start`` saves: leg day, soreness, runs a week, and the plan they bring.

    ``again`` when the member said that the leg day is another than the last.

    Raises:
        SameAgain: the leg day may be one that is kept.
    """
    profile = member.profile
    if beginning.running is not None:
        profile = replace(profile, runs_per_week=RUNS_A_WEEK[beginning.running])
    ago = MIDDLE.get(beginning.legs_hours)
    entry = None
    if ago is not None:
        entry = LegEntry(effort=EFFORTS.get(beginning.hardness), when=f"{ago}h ago")
    told = _Told(entry=entry, token=beginning.told(), at=now)
    change, started = _saved(member._replace(profile=profile), session_id, told, now, again=again)
    return change._replace(profile=profile), started


def keep_told(
    member: Member,
    session_id: int,
    token: AnswerToken,
    at: datetime,
    now: datetime,
    *,
    again: bool = False,
) -> tuple[Change, Started]:
    """Decide to save what an answer was told ``at`` a moment: the leg day and how the body feels.

    Its hours are as told, or the beginning of a span that was chosen.

    Raises:
        BadInput: a leg day longer ago than is kept.
        SameAgain: as ``start``.
    """
    entry = None
    if token.legs_hours not in {None, LONG_AGO}:
        told = MIDDLE.get(token.legs_hours, token.legs_hours)
        hours = told + (now - at) // timedelta(hours=1)
        entry = LegEntry(effort=token.legs_effort, when=f"{hours}h ago")
        token = token._replace(legs_hours=None, legs_effort=None)
    return _saved(member, session_id, _Told(entry=entry, token=token, at=at), now, again=again)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What is to be saved: a leg day, and how the body feels at a moment."""

    entry: LegEntry | None
    token: AnswerToken
    at: datetime


def _saved(
    member: Member, session_id: int, told: _Told, now: datetime, *, again: bool
) -> tuple[Change, Started]:
    after, session = member, None
    if told.entry is not None:
        _, logged = journal.log(after, session_id, told.entry, now, again=again)
        after, session = logged.member, logged.session
    report = told.token.report(told.at)
    after = known_of_member.with_report(after, report)
    shown = answered(after, told.token, now, kept=True)
    plan = () if shown.answer.care is not None else replanning.replan(after, now)
    change = Change(session=session, report=report, plan=None if after.zone is None else plan)
    planned = ahead(plan, now) if after.reminders.on else ()
    return change, Started(shown=shown, member=after, plan=planned)


def filled(member: Member, now: datetime) -> dict[str, str]:
    """Return what the form is filled with, in the values of its choices; empty where unknown."""
    known: dict[str, str] = dict.fromkeys(("zone", "legs", "soreness", "running"), "")
    known["hardness"] = Hardness.ORDINARY
    if member.zone is not None:
        known["zone"] = member.zone
    if member.sessions:
        newest = member.sessions[0]
        effort = newest.effort
        hours = (now - newest.ended_at) / timedelta(hours=1)
        span = max(span for span in MIDDLE if span <= max(hours, min(MIDDLE)))
        known["legs"] = str(span if hours < LONGEST_SPAN else LONG_AGO)
        if effort is not None:
            known["hardness"] = min(EFFORTS, key=lambda one: abs(EFFORTS[one] - effort))
    runs = member.profile.runs_per_week
    if runs is not None:
        known["running"] = max(
            (running for running, least in RUNS_A_WEEK.items() if least <= runs),
            key=lambda running: RUNS_A_WEEK[running],
        )
    return known
