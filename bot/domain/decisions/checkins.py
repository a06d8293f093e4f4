"""Check-ins: how the legs feel, asked one and two days after leg day or told at any time.

Each answer is a report of its own, kept at once, so a conversation that breaks off loses nothing.
Care comes first: at a sign that needs it the reminders of leg day are cancelled.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.domain.decisions import known_of_member, lessons, replanning
from bot.domain.decisions.well_again import in_passing
from bot.domain.facts.errors import BadInput, NotFound
from bot.domain.facts.member import Change, Member
from bot.domain.facts.training import (
    FELT,
    SLEEP_HOURS,
    SORENESS,
    PainType,
    Region,
    Report,
    check_range,
    maybe_choice,
)
from bot.domain.facts.upcoming import ListsReminders
from bot.domain.reading.numbers import read_hours
from bot.domain.recovery.answer import Care
from bot.domain.recovery.learning import DEAD
from bot.domain.recovery.parameters import DANGER_SORENESS
from bot.domain.recovery.question import Ask, Symptom
from bot.domain.recovery.safety import care_of
from bot.domain.timing.plan import ahead, is_recovered

SKIPPED: Final = "skipped"  # a run left out because the legs were too sore
OWN: Final = 0  # stands for the reminder where somebody checked in by themselves


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard(ListsReminders):
    """The result of a report: the questions still open, or the care that comes before them."""

    report: Report
    reminder_id: int
    asks: tuple[Ask, ...] = ()
    care: tuple[Care, tuple[Symptom, ...]] | None = None
    recovered: bool = False  # the check-ins of this leg day are over


def say_soreness(
    member: Member, reminder_id: int, soreness: int, now: datetime
) -> tuple[Change, Heard]:
    """Decide a check-in's soreness answer.

    Raises:
        NotFound: somebody pressed who holds nothing here.
        BadInput: out of its limits.
    """
    check_range("soreness", soreness, SORENESS)
    asks = () if soreness == 0 else (Ask.PAIN_TYPE,)
    return _told(member, Report(reported_at=now, soreness=soreness), reminder_id, asks, now)


def deny_danger(
    member: Member, reminder_id: int, asks: tuple[Ask, ...], now: datetime
) -> tuple[Change, Heard]:
    """Decide the answer "none of these" to the danger questions: no sign, and the next question.

    Raises:
        NotFound: as ``say_soreness``.
    """
    return _told(member, Report(reported_at=now, stop_sign=False), reminder_id, asks, now)


def say_pain(
    member: Member, reminder_id: int, pain: PainType, now: datetime
) -> tuple[Change, Heard]:
    """Decide a check-in's answer about the kind of ache.

    Raises:
        NotFound: as ``say_soreness``.
    """
    return _told(member, Report(reported_at=now, pain=pain), reminder_id, (), now)


def tell(member: Member, typed: Mapping[str, str], now: datetime) -> tuple[Change, Heard]:
    """Decide a check-in form: every field may be empty, but not all.

    Raises:
        BadInput: nothing was said, or a value is out of its limits or not understood.
    """
    report = Report(
        reported_at=now,
        soreness=_whole("soreness", typed.get("soreness"), SORENESS),
        region=maybe_choice("region", typed.get("region") or None, Region),
        pain=maybe_choice("pain", typed.get("pain") or None, PainType),
        sleep=read_sleep(typed.get("sleep")),
        felt=_felt(typed.get("felt")),
    )
    if report == Report(reported_at=now, region=report.region):
        raise BadInput("checkin_is_empty")
    asks = (Ask.PAIN_TYPE,) if report.soreness and report.pain is None else ()
    return _heard(member, report, OWN, asks, now)


def read_sleep(text: str | None) -> float | None:
    """Return hours from ``7``, ``7.5``, ``7:30`` or ``450 min``; ``None`` for nothing.

    Raises:
        BadInput: ``sleep_not_understood``, or more hours than a day has.
    """
    hours = read_hours(text)
    check_range("sleep", hours, SLEEP_HOURS)
    return hours


def _told(
    member: Member, report: Report, reminder_id: int, asks: tuple[Ask, ...], now: datetime
) -> tuple[Change, Heard]:
    """Decide a pressed answer; somebody without data has no check-in to answer."""
    if member.consent is None:
        raise NotFound("reminder_gone")
    kept = in_passing(report, member.reports)
    change, heard = _heard(member, kept, reminder_id, asks, now)
    return change._replace(done_reminder=reminder_id or None), heard


def _heard(
    member: Member, report: Report, reminder_id: int, asks: tuple[Ask, ...], now: datetime
) -> tuple[Change, Heard]:
    after = member._replace(reports=(report, *member.reports))
    after = after._replace(learning=lessons.from_report(after, report, now))
    care = care_of(known_of_member.question(after, now))
    if (report.soreness or 0) >= DANGER_SORENESS:
        asks = (Ask.DANGER_SIGNS, *asks)
    plan = () if care is not None else replanning.replan_if_timed(after, now)
    heard = Heard(
        report=report,
        reminder_id=reminder_id,
        asks=() if care is not None else asks,
        care=care,
        recovered=bool(after.sessions) and is_recovered(after.sessions[0], after.reports),
        plan=ahead(plan or (), now),
    )
    learning = None if after.learning == member.learning else after.learning
    return Change(report=report, learning=learning, plan=plan), heard


def _felt(typed: str | None) -> int | None:
    """Return the feel of a run that was skipped for sore legs: dead legs (recovery-model §5)."""
    return DEAD if typed == SKIPPED else _whole("felt", typed, FELT)


def _whole(field: str, typed: str | None, limits: tuple[int, int]) -> int | None:
    if not typed:
        return None
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= 9):
        raise BadInput("not_a_number", field=field, value=typed)
    check_range(field, int(typed), limits)
    return int(typed)
