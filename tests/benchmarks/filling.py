"""Stores with members who have agreed, and with as many sessions as wanted."""

import itertools
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import SystemClock
from bot.domain.member import Change, Member
from bot.domain.settings import CONSENT_VERSION, Consent, Profile, ReminderSettings
from bot.store.changes import ADD_MEMBER, PUT_SESSION, member_values
from bot.store.database import Statement, Steps, Value
from bot.store.store import open_store

APART = timedelta(hours=60)  # a leg day every two and a half days
BATCH = 50_000  # statements a transaction


async def fill(folder: Path, member_ids: Iterable[int], sessions: int) -> None:
    """Make a store in `folder` in which each member has agreed and logged so many leg days."""
    clock = SystemClock()
    async with open_store(f"sqlite:///{folder / 'legday.db'}", clock=clock) as store:
        statements = _statements(member_ids, sessions, clock.now())
        while batch := list(itertools.islice(statements, BATCH)):
            await store.database.transact(_run(batch))


def _statements(member_ids: Iterable[int], sessions: int, now: datetime) -> Iterator[Statement]:
    ids = itertools.count(1)
    agreed = Change(
        consent=Consent(version=CONSENT_VERSION, given_at=now),
        profile=Profile(zone="Europe/Berlin", runs_per_week=3),
        reminders=ReminderSettings(on=True),
    )
    for member_id in member_ids:
        yield ADD_MEMBER, member_values(Member(member_id=member_id), agreed, now)
        for place in range(1, sessions + 1):
            session_id = next(ids)
            ended_at = int((now - APART * place).timestamp())
            yield PUT_SESSION, (member_id, ended_at, session_id, *_details(session_id))


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
