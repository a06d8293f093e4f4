"""G33: the whole bot as a process, killed with SIGKILL while a crowd answers a roll call.

Judged by the roll call's message and by what people are told who ask for the list of answers.
"""

import asyncio
import random
import re
import signal
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.sandbox import Person, Sandbox, Seen
from bot.store.store import open_store
from tests import stored
from tests.torture import pressed_kills
from tests.torture.check import Check, Outcome
from tests.torture.nursery import Nursery
from tests.torture.pressed_kills import PATIENCE, RUN
from tests.torture.promised import Ahead
from tests.torture.scene import FOLDER

PEOPLE, LIVES = 8, 50  # of one house
BUTTONS = {"I'm in": "In", "Done": "Done", "Resting": "Resting"}
LINE = re.compile(r"\*\*(In|Done|Resting)\*\* \(\d+\): (.*)")
MENTION = re.compile(r"<@(\d+)>")
AFTER_AN_ANSWER = 0.03  # seconds: an acknowledgement, a commit, an edit
RESTARTED = 0.3  # of all lives are killed again before anybody presses

Answers = dict[int, str]  # by person, the word they stand under


@dataclass(slots=True)
class House:
    """A roll call, its crowd, and one life of the bot after another."""

    sandbox: Sandbox
    nursery: Nursery
    people: list[Person]
    environ: dict[str, str]
    rng: random.Random
    shown: Seen | None = None
    before: Answers = field(default_factory=dict)
    pressed: Answers = field(default_factory=dict)
    seen: Answers = field(default_factory=dict)  # when it was killed
    answered: int = 0
    lost: int = 0
    doubled: int = 0
    faults: list[str] = field(default_factory=list)

    async def life(self, *, last: bool = False) -> int:
        """Lead a life: settle what the last one left, press, be killed; return how it ended."""
        told = {"environ": self.environ, "ahead": 0.0}
        ended = await self.nursery.life(
            RUN,
            told,
            ended_when=self._settled if last else self._presses,
            by=signal.SIGTERM if last else signal.SIGKILL,
        )
        self.seen = self._looks()
        self.sandbox.gateway.drop(1001)
        return ended

    async def _presses(self) -> None:
        await self._settled()
        if self.rng.random() < RESTARTED:
            return
        pressing: list[asyncio.Task[Any]] = []
        for person in self.people:
            words = self.rng.choice(list(BUTTONS))
            self.pressed[person.id] = BUTTONS[words]
            made = person.compose_press(words, on=self._message())
            pressing.append(asyncio.create_task(self.sandbox.inject(made)))
        enough = self.rng.randint(0, len(pressing))
        while sum(task.done() for task in pressing) < enough:
            waiting = [task for task in pressing if not task.done()]
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        await asyncio.sleep(self.rng.uniform(0.0, AFTER_AN_ANSWER))
        self.answered += sum(task.done() for task in pressing)
        for task in pressing:
            task.cancel()
        await asyncio.gather(*pressing, return_exceptions=True)

    async def _settled(self) -> None:
        """Wait until the message shows what is told to who asks; judge what became of presses."""
        await self.sandbox.until_connected(patience=PATIENCE)
        if self.shown is None:
            asked = await self.people[0].slash("group rollcall")
            assert isinstance(asked, Seen)
            self.shown = asked
        listed = await self.people[0].click("Mine & who", on=self._message())
        assert isinstance(listed, Seen)
        kept = answers(listed)
        try:
            async with asyncio.timeout(PATIENCE):
                while self._looks() != kept:
                    self.sandbox.rest.changed.clear()
                    await self.sandbox.rest.changed.wait()
        except TimeoutError:
            self.faults.append(f"kept {kept}, shown {self._looks()}")
        for person in self.people:
            self._judge(person.id, kept.get(person.id))
        names = MENTION.findall(self._message().text)
        self.doubled += len(names) - len(set(names))
        self.before, self.pressed, self.seen = kept, {}, {}

    def _judge(self, who: int, kept: str | None) -> None:
        """Count an answer that is neither the one before nor the one pressed, or was taken back."""
        pressed, before = self.pressed.get(who), self.before.get(who)
        stands = pressed is not None and self.seen.get(who) == pressed
        possible = {pressed} if stands else {before, *([] if pressed is None else [pressed])}
        self.lost += kept not in possible

    def _message(self) -> Seen:
        assert self.shown is not None
        seen = self.people[0].see(self.shown)
        assert seen is not None
        return seen

    def _looks(self) -> Answers:
        return {} if self.shown is None else answers(self._message())


def answers(message: Seen) -> Answers:
    """Return who stands under which word."""
    return {
        int(who): line[1]
        for line in LINE.finditer(message.text)
        for who in MENTION.findall(line[2])
    }


async def killed(seed: int, cases: int) -> Outcome:
    """Kill so often."""
    rng = random.Random(seed)  # noqa: S311
    houses = [min(LIVES, cases - first) for first in range(0, cases, LIVES)]
    async with Nursery(pressed_kills.__name__) as nursery:
        found = [await _house(nursery, count, rng) for count in houses]
    return Outcome(
        cases=cases,
        lost=sum(one.lost for one in found),
        doubled=sum(one.doubled for one in found),
        faults=tuple(fault for one in found for fault in one.faults),
        note=f"{sum(one.answered for one in found)} presses acknowledged",
    )


async def _house(nursery: Nursery, count: int, rng: random.Random) -> House:
    with tempfile.TemporaryDirectory(prefix="rolls-", dir=FOLDER) as folder:
        async with Sandbox(clock=Ahead(), rate_limits=False, answer_within=PATIENCE) as sandbox:
            url = f"sqlite:///{Path(folder) / 'legday.db'}"
            people = [sandbox.person(f"person{number}") for number in range(PEOPLE)]
            async with open_store(url, clock=Ahead()) as store:
                for person in people:
                    await stored.join(store, sandbox.guild.id, person.id)
            environ = {
                "DISCORD_TOKEN": sandbox.token,
                "DISCORD_API_BASE": sandbox.url,
                "DATABASE_URL": url,
                "BACKUP_EVERY_HOURS": "0",
            }
            house = House(sandbox, nursery, people, environ, rng)
            ends = [await house.life() for _ in range(count)]
            house.faults += [f"ended with {code}" for code in ends if code != -signal.SIGKILL]
            if (last := await house.life(last=True)) != 0:
                house.faults.append(f"the last ended with {last}")
            return house


ROLL_KILLS = Check(
    goal="G33",
    name="killed while a roll call is answered",
    run=killed,
    full=1_000,
    cut=4,
)
