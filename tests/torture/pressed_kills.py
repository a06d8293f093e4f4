"""G32: the whole bot as a process, killed with SIGKILL before, while and after members press.

In every life reminders come by DM and to a channel: tips, check-ins, members' own. In most of them
Discord's answers are lost, so that only the press, or a look into the history, can tell that they
came; and some of what was pressed is deleted, so that only the press can.
"""

import asyncio
import random
import signal
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.config import Config
from bot.runtime import process
from bot.sandbox import Person, Sandbox, Seen
from tests.torture import lives
from tests.torture.check import Check, Outcome
from tests.torture.nursery import Nursery
from tests.torture.pressing import delivered, offered, press
from tests.torture.promised import Ahead, Crowd
from tests.torture.scene import FOLDER

RUN = f"{__name__}:run"
DMS, IN_CHANNEL = 4, 3  # people who are reminded in each life
LIVES = 20  # of one house
PATIENCE = 30.0  # seconds, on a machine with other work
NONCE_HOLDS = timedelta(seconds=60)  # the least that "the past few minutes" can mean
DOWN = (61.0, 600.0)  # seconds of downtime that outlast it
FORGOTTEN = 0.5  # of all lives are followed by so long a downtime
LOST = 0.7  # of all lives get no answer to what they send
OWN = 0.3  # of all lives have somebody's daily reminder due
PRESSED, DELETED = 0.6, 0.4  # of the messages; of those whose press was answered
WANTED = ("done", "done", "done", "stop")
AFTER_AN_ANSWER = 0.005  # seconds


def run(at_work: Callable[[], object], *, environ: dict[str, str], ahead: float) -> int:
    """Be the bot, as an operator's ``python -m bot run`` is once everything is imported."""
    return asyncio.run(_run(at_work, Config.from_env(environ), Ahead(ahead)))


async def _run(at_work: Callable[[], object], config: Config, clock: Ahead) -> int:
    running = asyncio.create_task(process.run(config, clock))
    await asyncio.sleep(0)  # it has taken the signals over now
    at_work()
    return await running


@dataclass(slots=True)
class House:
    """A local Discord whose people press, and one life of the bot after another."""

    sandbox: Sandbox
    nursery: Nursery
    crowd: Crowd
    clock: Ahead
    rng: random.Random
    daily: list[Person] = field(default_factory=list)
    tried: set[int] = field(default_factory=set)  # messages
    answered: int = 0
    _pressing: dict["asyncio.Task[Any]", tuple[Person, Seen]] = field(default_factory=dict)

    async def life(self) -> int:
        """Lead a life in which something is due and pressed, to its kill; return how it ended."""
        now = self.clock.now()
        await self.crowd.promise(now, dms=DMS, channels=(IN_CHANNEL,))
        if self.rng.random() < OWN:
            self.daily.append(await self.crowd.repeat(now))
        if self.rng.random() < LOST:
            faults = self.sandbox.faults
            faults.reset("POST", "/channels/*/messages", times=None, after_effect=True)
            faults.fail("GET", "/channels/*/messages", status=503, times=None)
        environ = {
            "DISCORD_TOKEN": self.sandbox.token,
            "DISCORD_API_BASE": self.sandbox.url,
            "DATABASE_URL": self.crowd.url,
            "BACKUP_EVERY_HOURS": "0",
        }
        told = {"environ": environ, "ahead": self.clock.seconds}
        try:
            return await self.nursery.life(RUN, told, ended_when=self._presses)
        finally:
            await self._ended()

    async def last(self) -> int:
        """Lead a life that delivers all that is left; return how it ended."""
        self.clock.seconds += max(DOWN)
        return await self.nursery.life(
            lives.DELIVER, lives.told(self.crowd, self.clock, to_the_end=True)
        )

    async def _presses(self) -> None:
        """Wait for what is due; return when so many presses have been answered, or a bit later."""
        await self.sandbox.until_connected(patience=PATIENCE)
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while not self.crowd.all_arrived():
                    self.sandbox.rest.changed.clear()
                    await self.sandbox.rest.changed.wait()
        for person, message in self._fresh():
            action = offered(message, self.rng.choice(WANTED))
            if action is not None and self.rng.random() < PRESSED:
                self.tried.add(message.id)
                task = asyncio.create_task(press(person, message, action))
                self._pressing[task] = (person, message)
        enough = self.rng.randint(0, len(self._pressing))
        while sum(task.done() for task in self._pressing) < enough:
            waiting = [task for task in self._pressing if not task.done()]
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        await asyncio.sleep(self.rng.uniform(0.0, AFTER_AN_ANSWER))

    def _fresh(self) -> list[tuple[Person, Seen]]:
        """Return the messages that nobody pressed, each with somebody who may."""
        people = (*self.crowd.people, *self.daily)
        found = [(one, message) for one in people for message in delivered(one)]
        in_channels = {one.guild.id: one for one in self.crowd.in_channels}
        for one in in_channels.values():
            found += ((one, message) for message in delivered(one, one.channel))
        return [(one, message) for one, message in found if message.id not in self.tried]

    async def _ended(self) -> None:
        """Do what follows a kill: presses without an answer end, Discord is well, time passes."""
        for task, (person, message) in self._pressing.items():
            if not task.cancel():
                task.result()
                self.answered += 1
                if self.rng.random() < DELETED:
                    self.crowd.forget(person, message)
            else:
                self.tried.discard(message.id)  # nobody was told: it is pressed once more
        await asyncio.gather(*self._pressing, return_exceptions=True)
        self._pressing.clear()
        self.sandbox.faults.clear()
        self.sandbox.gateway.drop(1001)  # no session of a dead process is waited for
        if self.rng.random() < FORGOTTEN:
            self.clock.seconds += self.rng.uniform(*DOWN)


async def killed(seed: int, cases: int) -> Outcome:
    """Kill so often."""
    rng = random.Random(seed)  # noqa: S311
    houses = [min(LIVES, cases - first) for first in range(0, cases, LIVES)]
    async with Nursery(__name__, lives.__name__) as nursery:
        found = [await _house(nursery, count, rng) for count in houses]
    return Outcome(
        cases=cases,
        lost=sum(one.lost for one in found),
        doubled=sum(one.doubled for one in found),
        faults=tuple(fault for one in found for fault in one.faults),
        note=f"{sum(int(one.note) for one in found)} presses answered",
    )


async def _house(nursery: Nursery, count: int, rng: random.Random) -> Outcome:
    clock = Ahead()
    with tempfile.TemporaryDirectory(prefix="pressed-", dir=FOLDER) as folder:
        async with Sandbox(
            clock=clock, rate_limits=False, nonce_window=NONCE_HOLDS, answer_within=PATIENCE
        ) as sandbox:
            crowd = Crowd(sandbox, f"sqlite:///{Path(folder) / 'legday.db'}")
            house = House(sandbox, nursery, crowd, clock, rng)
            ends = [await house.life() for _ in range(count)]
            last = await house.last()
            lost, doubled = crowd.judged()
    return Outcome(
        cases=count,
        lost=lost,
        doubled=doubled,
        faults=(
            *(f"ended with {code}" for code in ends if code != -signal.SIGKILL),
            *([] if last == 0 else [f"the last ended with {last}"]),
        ),
        note=str(house.answered),
    )


PRESSED_KILLS = Check(
    goal="G32",
    name="pressed before and after a process is killed",
    run=killed,
    full=200,
    cut=4,
)
