"""The whole bot as a process: what it said is kept is kept (G3), and told to stop it stops (G16).

People log leg days and reminders are due in every life; it ends at a random moment, by SIGKILL or
by SIGTERM. In the end everybody asks for all that is held on them: each leg day that somebody was
told is logged is there once, and nothing that nobody logged.
"""

import asyncio
import random
import signal
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Unpack

from bot.clock import SystemClock
from bot.config import Config
from bot.runtime import process
from bot.sandbox import Person, RealClock, Sandbox, shapes
from bot.sandbox.interaction import Interaction
from tests.torture.check import Check, Outcome
from tests.torture.diaries import held_on
from tests.torture.nursery import Ending, Nursery
from tests.torture.promised import Crowd
from tests.torture.scene import FOLDER

RUN = f"{__name__}:run"
LOGGERS = 8  # people who log once in each life
REMINDED = 4  # people who get a reminder in each life
LIVES = 25  # of one house
STOPS_WITHIN = 10.0  # seconds
PATIENCE = 30.0  # seconds, on a machine with other work
AFTER_AN_ANSWER = 0.005  # seconds
A_START = 0.4  # seconds; connecting, and the first reminders
LOGGING = 0.7  # of all lives end when people have logged


def run(at_work: Callable[[], object], *, environ: dict[str, str]) -> int:
    """Be the bot, as an operator's ``python -m bot run`` is once everything is imported."""
    return asyncio.run(_run(at_work, Config.from_env(environ)))


async def _run(at_work: Callable[[], object], config: Config) -> int:
    running = asyncio.create_task(process.run(config, SystemClock()))
    await asyncio.sleep(0)  # it has taken the signals over now
    at_work()
    return await running


@dataclass(slots=True)
class House:
    """A local Discord with people who log or are reminded, and one life after another."""

    sandbox: Sandbox
    nursery: Nursery
    reminded: Crowd
    loggers: Crowd
    logs: dict[int, Interaction] = field(default_factory=dict)  # by person

    async def life(self, by: signal.Signals, rng: random.Random) -> int:
        """Lead a life to a random moment; return how it ended."""
        now = SystemClock().now()
        await self.reminded.promise(now, dms=REMINDED)
        people = await self.loggers.promise(now, dms=LOGGERS)
        ending: Ending = {"by": by, "ended_after": rng.uniform(0.0, A_START)}
        if rng.random() < LOGGING:
            ending = {"by": by, "ended_when": partial(self._answered, people, rng)}
        try:
            return await self._lived(**ending)
        finally:
            self.sandbox.gateway.drop(1001)  # no session of a dead process is waited for

    async def last(self) -> tuple[int, dict[int, int]]:
        """Lead a last life, in which all is delivered and everybody asks what is held on them.

        Returns:
            How it ended; how many leg days there are of each person.
        """
        held: dict[int, int] = {}

        async def when() -> None:
            await self.sandbox.until_connected(patience=PATIENCE)
            for person in self.loggers.people:
                held[person.id] = await held_on(self.sandbox, person)
            await self._until(self.reminded.all_arrived)

        return await self._lived(by=signal.SIGTERM, ended_when=when), held

    def judged(self, held: dict[int, int]) -> tuple[int, int]:
        """Return how many leg days that were acknowledged are missing; how many are too many."""
        told = {person for person, made in self.logs.items() if acknowledged(made)}
        lost = sum(not held.get(person) for person in told)
        most = {person: int(person in self.logs) for person in held}
        return lost, sum(max(0, held[person] - most[person]) for person in held)

    async def _answered(self, people: list[Person], rng: random.Random) -> None:
        """When so many of the people who log at once have been answered, and a moment after."""
        await self.sandbox.until_connected(patience=PATIENCE)
        mine = {one.id: one.compose_slash("legday log", effort=8, minutes=60) for one in people}
        for made in mine.values():
            self.sandbox.interactions.open(made)
        self.logs.update(mine)
        enough = rng.randint(0, len(mine))
        await self._until(lambda: sum(map(acknowledged, mine.values())) >= enough)
        await asyncio.sleep(rng.uniform(0.0, AFTER_AN_ANSWER))

    async def _until(self, reached: Callable[[], bool]) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while not reached():
                    self.sandbox.rest.changed.clear()
                    await self.sandbox.rest.changed.wait()

    async def _lived(self, **ending: Unpack[Ending]) -> int:
        environ = {
            "DISCORD_TOKEN": self.sandbox.token,
            "DISCORD_API_BASE": self.sandbox.url,
            "DATABASE_URL": self.reminded.url,
            "BACKUP_EVERY_HOURS": "0",
        }
        return await self.nursery.life(RUN, {"environ": environ}, within=STOPS_WITHIN, **ending)


def acknowledged(made: Interaction) -> bool:
    """Whether somebody was told that their leg day is logged."""
    return made.original is not None and "logged" in shapes.text_of(made.original.data)


async def ended(seed: int, cases: int, *, by: signal.Signals) -> Outcome:
    """End so many lives."""
    rng = random.Random(seed)  # noqa: S311
    houses = [min(LIVES, cases - first) for first in range(0, cases, LIVES)]
    async with Nursery(__name__) as nursery:
        found = [await _house(nursery, lives, by, rng) for lives in houses]
    return Outcome(
        cases=cases,
        lost=sum(one.lost for one in found),
        doubled=sum(one.doubled for one in found),
        faults=tuple(fault for one in found for fault in one.faults),
        note=f"{sum(int(one.note) for one in found)} leg days acknowledged",
    )


async def _house(nursery: Nursery, lives: int, by: signal.Signals, rng: random.Random) -> Outcome:
    with tempfile.TemporaryDirectory(prefix="process-", dir=FOLDER) as folder:
        async with Sandbox(clock=RealClock(), rate_limits=False, answer_within=PATIENCE) as sandbox:
            url = f"sqlite:///{Path(folder) / 'legday.db'}"
            house = House(sandbox, nursery, Crowd(sandbox, url), Crowd(sandbox, url, "logger"))
            ends = [await house.life(by, rng) for _ in range(lives)]
            code, held = await house.last()
            reminders, logs = house.reminded.judged(), house.judged(held)
            told = sum(map(acknowledged, house.logs.values()))
    wanted = 0 if by is signal.SIGTERM else -by
    return Outcome(
        cases=lives,
        lost=reminders[0] + logs[0],
        doubled=reminders[1] + logs[1],
        faults=(
            *(f"ended with {code}" for code in ends if code != wanted),
            *([] if code == 0 else [f"the last ended with {code}"]),
        ),
        note=str(told),
    )


KILLED_WHEN_SAID = Check(
    goal="G3",
    name="killed when it had said that it is logged",
    run=partial(ended, by=signal.SIGKILL),
    full=5_000,
    cut=4,
)
TOLD_TO_STOP = Check(
    goal="G16",
    name="told to stop at any time",
    run=partial(ended, by=signal.SIGTERM),
    full=1_000,
    cut=4,
)
