"""Commands sent to a bot: one after another for latency, many at once for throughput."""

import asyncio
import gc
import itertools
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from bot.sandbox import Person, Sandbox

BREATH = 0.004  # seconds
MESSAGE = 4  # the callback type of an answer with a message


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command with its options, and words that its answer must have: no error is timed."""

    name: str
    options: Mapping[str, Any]
    answers: str
    apart: int = 0  # hours between those of one member, and from what `fill` made: no near ones


NOOP = Command("bench noop", {}, "Nothing was done")
READ = Command("bench read", {}, "Nothing was done")
WRITE = Command("bench write", {}, "Nothing was done")
KEEP = Command("bench keep", {}, "Nothing was done")
LOG = Command("legday log", {"effort": 8, "minutes": 60}, "Leg day logged", apart=10)
LOG_EXERCISES = Command(
    "legday log",
    {"effort": 8, "exercises": "squat 5x5 100kg @8, RDL 3x8 80kg"},
    "Leg day logged",
    apart=10,
)
CANIRUN = Command("canirun", {}, "un")
HISTORY = Command("legday history", {}, "leg days")

Send = Callable[[], Awaitable[float]]


class Group:
    """Members of one sandbox who take turns at using a command."""

    def __init__(self, sandbox: Sandbox, people: Sequence[Person]) -> None:
        self._sandbox = sandbox
        self._turn = itertools.cycle(people)
        self._hours: Counter[int] = Counter()

    def sender(self, command: Command) -> Send:
        """Return what sends a command in the name of the next member."""
        return lambda: self.send(command, next(self._turn))

    async def send(self, command: Command, person: Person) -> float:
        """Send it; return the seconds until the answer arrived.

        Raises:
            RuntimeError: it was not the answer expected.
        """
        options = dict(command.options)
        if command.apart:
            options["when"] = f"{self._hours[person.id] + command.apart // 2}h ago"
            self._hours[person.id] += command.apart
        made = person.compose_slash(command.name, **options)
        took = await self._sandbox.inject(made)
        text = "" if made.original is None else str(made.original.data["components"])
        if made.answer != MESSAGE or command.answers not in text:
            raise RuntimeError(f"/{command.name} was answered with {text or made.answer}")
        return took

    async def flood(self, command: Command, count: int, at_once: int) -> float:
        """Send so many, so many at once and each by another member; return the seconds it took."""
        left = iter(range(count))

        async def keep_sending() -> None:
            for _ in left:
                await self.send(command, next(self._turn))

        loop = asyncio.get_running_loop()
        began = loop.time()
        async with asyncio.TaskGroup() as group:
            for _ in range(at_once):
                group.create_task(keep_sending())
        return loop.time() - began


async def interleaved(senders: Mapping[str, Send], rounds: int) -> dict[str, list[float]]:
    """Send one of each in turn, so often; return each one's seconds: noise meets all alike.

    In between the bot is left to finish: what it does after an answer is not the next one's cost.
    """
    took: dict[str, list[float]] = {name: [] for name in senders}
    for _ in range(rounds):
        for name, send in senders.items():
            took[name].append(await send())
            await asyncio.sleep(BREATH)
    return took


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep this process's garbage collector, which the bot is not to be charged for, still."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def people(sandbox: Sandbox, count: int) -> list[Person]:
    """Let so many people join the server."""
    return [sandbox.person(f"lifter{number}") for number in range(count)]
