"""A real process, killed for real (SIGKILL) after its claim, or after its send."""

import asyncio
import os
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.domain.facts.member import Change, Member
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.settings import Consent, Kind, Profile, ReminderSettings
from bot.sandbox import Person, RealClock, Sandbox
from bot.store.store import open_store

WORKER = Path(__file__).with_name("worker.py")
ROOT = Path(__file__).parents[2]


async def started(sandbox: Sandbox, url: str, *, ahead: int = 0) -> asyncio.subprocess.Process:
    """Start a delivering process whose clock is so many seconds ahead."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        str(WORKER),
        sandbox.url,
        sandbox.token,
        url,
        str(ahead),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


async def planned(sandbox: Sandbox, url: str) -> Person:
    """Give somebody a reminder that is due now."""
    person, clock = sandbox.person("ann"), SystemClock()
    due = clock.now().replace(microsecond=0)
    reminder = PlannedReminder(
        session_id=1,
        kind=Kind.HYDRATE,
        ordinal=1,
        due_at=due,
        stale_at=due + timedelta(days=1),
    )
    change = Change(
        consent=Consent(version=1, given_at=due),
        profile=Profile(),
        reminders=ReminderSettings(on=True),
        plan=(reminder,),
    )
    async with open_store(url, clock=clock) as store:
        before = due - timedelta(seconds=1)  # what is due at the moment of a plan is not added
        assert await store.members.save(Member(member_id=person.id), change, now=before)
    return person


@pytest.mark.parametrize("nonce_window", [timedelta(0), timedelta(minutes=5)])
@pytest.mark.parametrize(
    ("hangs", "after_effect", "settles"),
    [
        pytest.param("/users/@me/channels", False, "POST", id="claimed"),
        pytest.param("/channels/*/messages", True, "GET", id="sent"),
    ],
)
async def test_kill_neither_loses_nor_doubles(tmp_path, nonce_window, hangs, after_effect, settles):
    url = f"sqlite:///{tmp_path / 'legday.db'}"
    async with Sandbox(clock=RealClock(), nonce_window=nonce_window) as sandbox:
        ann = await planned(sandbox, url)
        answer = sandbox.faults.hang("POST", hangs, after_effect=after_effect)
        first = await started(sandbox, url)
        await sandbox.until_held_back()
        first.kill()
        await first.wait()
        answer.release()

        second = await started(sandbox, url, ahead=3 * 60)
        await sandbox.until_requested(settles, "/channels/{channel_id}/messages")
        second.terminate()

        assert await second.wait() == 0
        assert len(ann.inbox) == 1
        assert sandbox.violations == []
        async with open_store(url, clock=SystemClock()) as store:
            assert [row.state for row in await store.reminders.upcoming(ann.id)] == ["sent"]
