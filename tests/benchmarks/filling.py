"""Stores with members who have agreed, and with as many sessions as wanted."""

import itertools
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import SystemClock
from bot.domain.facts.member import Change, Member
from bot.domain.facts.settings import CONSENT_VERSION, Consent, Profile, ReminderSettings
from bot.domain.facts.training import PainType, Report, Run, RunKind
from bot.store.engine.database import Statement, Steps, Value
from bot.store.engine.rows import report_values, run_values
from bot.store.members.changes import ADD_MEMBER, PUT_REPORT, PUT_RUN, PUT_SESSION, member_values
from bot.store.store import Store, open_store

APART = timedelta(hours=60)  # a leg day every two and a half days
BATCH = 50_000  # statements a transaction


@dataclass(frozen=True, slots=True)
class Log:
    """How much each member has logged, and how long apart their leg days are."""

    sessions: int
    runs: int = 0
    reports: int = 0
    apart: timedelta = APART


async def fill(folder: Path, member_ids: Iterable[int], log: Log) -> None:
    """Make a store in `folder` in which each member has agreed and logged so much."""
    await write(folder, _statements(member_ids, log, SystemClock().now()))


async def write(folder: Path, statements: Iterator[Statement]) -> None:
    """Run statements on the store in `folder`, which is made if there is none."""
    async with opened(folder) as store:
        while batch := list(itertools.islice(statements, BATCH)):
            await store.database.transact(lambda: _run(batch))


def opened(folder: Path) -> AbstractAsyncContextManager[Store]:
    """Open the store in `folder`, while no bot has it."""
    return open_store(f"sqlite:///{folder / 'legday.db'}", clock=SystemClock())


def _statements(member_ids: Iterable[int], log: Log, now: datetime) -> Iterator[Statement]:
    ids = itertools.count(1)
    agreed = Change(
        consent=Consent(version=CONSENT_VERSION, given_at=now),
        profile=Profile(zone="Europe/Berlin", runs_per_week=3),
        reminders=ReminderSettings(on=True),
    )
    for member_id in member_ids:
        yield ADD_MEMBER, member_values(Member(member_id=member_id), agreed, now)
        for place in range(1, log.sessions + 1):
            session_id = next(ids)
            ended_at = int((now - log.apart * place).timestamp())
            yield PUT_SESSION, (member_id, ended_at, session_id, *_details(session_id), None)
        span = log.apart * log.sessions
        for place in range(log.runs):
            run = Run(
                run_id=next(ids),
                ended_at=now - span * (place + 1) / log.runs,
                kind=RunKind.EASY,
                minutes=25 + place % 20,
                effort=3,
                felt=1 + place % 5,
            )
            yield PUT_RUN, run_values(member_id, run)
        for place in range(log.reports):
            report = Report(
                reported_at=now - span * (place + 1) / log.reports,
                soreness=place % 7,
                pain=PainType.MUSCLE_ACHE,
                sleep=6.0 + place % 3,
            )
            yield PUT_REPORT, report_values(member_id, report)


def _details(number: int) -> tuple[Value, ...]:
    """Return what one session was, as its columns from `effort` on; no two in a row are alike."""
    load = 60.0 + 2.5 * (number % 37)
    lines = [
        {"name": "squat", "sets": 5, "reps": 5, "load_kg": load, "rpe": 8.0},
        {"name": "lunge", "sets": 3, "reps": 8 + number % 13, "load_kg": None, "rpe": None},
    ]
    return 6 + number % 4, 45 + number % 46, "legs", json.dumps(lines), 0, None, ""


def _run(statements: Sequence[Statement]) -> Steps[None]:
    for statement in statements:  # noqa: UP028 (a list cannot be sent the rows)
        yield statement
