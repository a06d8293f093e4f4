"""``kill -9`` of the real process at the worst moments: nothing is lost, nothing comes twice."""

import asyncio
import contextlib
import signal
import sqlite3
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.__main__ import main
from bot.clock import SystemClock
from bot.sandbox import RealClock, Sandbox
from bot.sandbox.messages import NONCE_WINDOW
from bot.store.store import open_store
from tests.forked import Forked

PATIENCE = 30.0  # seconds
SEND = ("POST", "/channels/{channel_id}/messages")
LOOK = ("GET", "/channels/{channel_id}/messages")
EDIT = ("PATCH", "/channels/{channel_id}/messages/{message_id}")
MOMENT, MINUTES = timedelta(seconds=2), timedelta(minutes=10)

# It is the middle of a day in one of them: reminders planned there are apart from each other.
CITIES = (
    *("Pacific/Honolulu", "America/Bogota", "Atlantic/Cape_Verde", "Asia/Dubai", "Asia/Tokyo"),
    "Pacific/Kiritimati",
)

AGE_REMINDERS = """
UPDATE reminders SET due_at = due_at - :by, stale_at = stale_at - :by, wake_at = wake_at - :by,
    claimed_at = claimed_at - :by, first_attempt_at = first_attempt_at - :by
"""
AGE_SESSIONS = "UPDATE leg_sessions SET ended_at = ended_at - :by"
WAKEFUL = "UPDATE members SET quiet_start = 0, quiet_end = 0"


class House:
    """The bot as an operator runs it, beside a local Discord, both in real time."""

    def __init__(self, discord, folder):
        self.discord = discord
        self.ann = discord.person("ann")
        self._folder = folder
        self._process: Forked | None = None

    def start(self):
        self._process = Forked(
            *(main, ("run",)),
            folder=self._folder,
            environ={
                "DISCORD_TOKEN": self.discord.token,
                "DISCORD_API_BASE": self.discord.url,
                "DATABASE_URL": "sqlite:///legday.db",
                "BACKUP_EVERY_HOURS": "0",
            },
        )

    async def end(self, number):
        """Send a signal and return the exit code."""
        assert self._process is not None
        self._process.tell(number)
        code, _, _ = await self._process.ended()
        return code

    async def log_first_leg_day(self):
        """Let ann log, agree and be told that it is kept; return what she was told."""
        await self.discord.until_connected(patience=PATIENCE)
        await self.ann.slash("legday log", effort=8, minutes=60)
        await self.ann.click("keep.dm")
        return await self.ann.fill(zone=min(CITIES, key=from_midday))

    async def kept(self):
        """Return the efforts of ann's sessions and her reminders as the file holds them."""
        async with open_store(
            f"sqlite:///{self._folder / 'legday.db'}", clock=SystemClock()
        ) as store:
            sessions = (await store.members.history(self.ann.id, limit=25)).entries
            return [one.effort for one in sessions], await store.reminders.upcoming(self.ann.id)

    def let_pass(self, time):
        """Let time pass for what is kept, while no bot runs; no hour of it is a quiet one."""
        self._write(AGE_REMINDERS, AGE_SESSIONS, WAKEFUL, by=int(time.total_seconds()))

    async def until_inbox(self, count):
        """Wait until ann has so many DMs."""
        changed = self.discord.rest.changed
        async with asyncio.timeout(PATIENCE):
            while len(self.ann.inbox) < count:
                changed.clear()
                await changed.wait()

    async def first_reminder_ends(self):
        """Wait until the bot looks after what may be out, stop it, return what became of it."""
        await self.discord.until_requested(*LOOK, patience=PATIENCE)
        assert await self.end(signal.SIGTERM) == 0
        _, rows = await self.kept()
        return rows[0].state

    def _write(self, *statements, **values):
        with contextlib.closing(sqlite3.connect(self._folder / "legday.db")) as database, database:
            for statement in statements:
                database.execute(statement, values)


def from_midday(city):
    """Return how many hours it is from 13:00 there."""
    return abs(SystemClock().now().astimezone(ZoneInfo(city)).hour - 13)


@pytest.fixture
def nonce_window():
    return NONCE_WINDOW


@pytest.fixture
async def house(tmp_path, nonce_window):
    async with Sandbox(clock=RealClock(), nonce_window=nonce_window) as discord:
        made = House(discord, tmp_path)
        made.start()
        yield made
        await made.end(signal.SIGKILL)
        assert discord.violations == []


@pytest.fixture
async def due(house):
    """The first reminder of ann's first leg day is due; the bot is down. How many DMs she has."""
    await house.log_first_leg_day()
    await house.end(signal.SIGKILL)
    _, rows = await house.kept()
    house.let_pass(min(row.due_at for row in rows) - SystemClock().now())
    return len(house.ann.inbox)


async def test_killed_as_soon_as_it_said_logged_keeps_entry_and_reminders_once(house):
    told = await house.log_first_leg_day()
    killed = await house.end(signal.SIGKILL)

    efforts, planned = await house.kept()
    before = len(house.ann.inbox)
    house.let_pass(planned[0].due_at - SystemClock().now())
    house.start()
    await house.until_inbox(before + 1)
    ended = await house.end(signal.SIGTERM)

    assert "Leg day logged" in told.text
    assert (killed, ended) == (-signal.SIGKILL, 0)
    assert efforts == [8]
    assert len({(row.kind, row.due_at) for row in planned}) == len(planned) > 1
    efforts, rows = await house.kept()
    assert efforts == [8]
    assert [row.state for row in rows] == ["sent"] + ["open"] * (len(planned) - 1)
    assert len(house.ann.inbox) == before + 1


@pytest.mark.parametrize(
    ("nonce_window", "down_for"),
    [
        pytest.param(NONCE_WINDOW, MOMENT, id="restarted_at_once"),
        pytest.param(timedelta(0), MINUTES, id="nonce_forgotten_meanwhile"),
    ],
)
@pytest.mark.parametrize("created", [False, True], ids=["claimed", "created"])
async def test_killed_before_the_answer_to_a_send_sends_once(house, due, created, down_for):
    answer = house.discord.faults.hang(*SEND, after_effect=created)
    house.start()
    await house.discord.until_held_back(patience=PATIENCE)

    await house.end(signal.SIGKILL)
    answer.release()
    at_the_kill = len(house.ann.inbox)
    house.let_pass(down_for)
    house.start()
    state = await house.first_reminder_ends()

    assert at_the_kill == due + created
    assert state == "sent"
    assert len(house.ann.inbox) == due + 1


async def test_killed_when_the_answer_was_lost_sends_once(house, due):
    house.discord.faults.reset(*SEND, after_effect=True)
    house.start()
    await house.until_inbox(due + 1)

    await house.end(signal.SIGKILL)
    house.let_pass(MINUTES)
    house.start()
    state = await house.first_reminder_ends()

    assert state == "sent"
    assert len(house.ann.inbox) == due + 1


@pytest.mark.parametrize("after_effect", [False, True])
async def test_roll_call_shows_what_is_kept_after_a_kill_before_or_behind_its_edit(
    house, after_effect
):
    ann, discord = house.ann, house.discord
    await discord.until_connected(patience=PATIENCE)
    shown = await ann.slash("group rollcall")
    await ann.slash("group join")
    await ann.click("group.join")
    edit = discord.faults.hang("PATCH", "/webhooks/*", after_effect=after_effect)
    press = asyncio.create_task(discord.inject(ann.compose_press("roll.in", on=shown)))
    await discord.until_held_back()
    await house.end(signal.SIGKILL)
    before = ann.mention in ann.see(shown).text
    edit.release()
    await asyncio.gather(press, return_exceptions=True)

    house.start()
    await discord.until_requested(*EDIT, patience=PATIENCE)

    assert await house.end(signal.SIGTERM) == 0
    assert before == after_effect
    assert ann.mention in ann.see(shown).text
