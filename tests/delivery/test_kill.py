"""A real process, killed for real (SIGKILL) after its claim, or after its send."""

import signal
from datetime import timedelta

import pytest

from bot.clock import SystemClock
from bot.domain.facts.member import Change
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.settings import Consent, Kind, Profile, ReminderSettings
from bot.sandbox import Person, RealClock, Sandbox
from bot.store.store import open_store
from tests import stored
from tests.delivery import worker
from tests.forked import Forked


def started(sandbox: Sandbox, url: str, *, ahead: int = 0) -> Forked:
    """Start a delivering process whose clock is so many seconds ahead."""
    return Forked(worker.run, sandbox.url, sandbox.token, url, ahead)


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
        await stored.save_member(store, person.id, change, now=before)
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
        first = started(sandbox, url)
        await sandbox.until_held_back()
        first.tell(signal.SIGKILL)
        await first.ended()
        answer.release()

        second = started(sandbox, url, ahead=3 * 60)
        await sandbox.until_requested(settles, "/channels/{channel_id}/messages")
        second.tell(signal.SIGTERM)

        assert (await second.ended())[0] == 0
        assert len(ann.inbox) == 1
        assert sandbox.violations == []
        async with open_store(url, clock=SystemClock()) as store:
            assert [row.state for row in await store.reminders.upcoming(ann.id)] == ["sent"]
