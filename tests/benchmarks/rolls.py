"""How soon a press on a roll call is acknowledged, and how soon everybody sees it."""

import asyncio
import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from bot.delivery.rate_limit.edit_pace import EDITS_APART
from bot.sandbox import Person, Sandbox, Seen
from tests import stored
from tests.benchmarks.commands import BREATH, no_collection
from tests.benchmarks.filling import opened
from tests.benchmarks.processes import LEGDAY_WITH_NOOP, local_discord, ready
from tests.benchmarks.results import Row, Target, percentile

GYMS = 150  # servers with a roll call and somebody who answers it: in turn, channels are quiet
CROWD = 100
SAYING = (("I'm in", "In"), ("Done", "Done"), ("Resting", "Resting"))
Taken = dict[str, list[float]]  # seconds
SETTLE = EDITS_APART + 0.5  # seconds after which a channel is quiet again


class Gym:
    """A server with a roll call that its people answer in turn, each with another answer."""

    def __init__(self, sandbox: Sandbox, people: list[Person]) -> None:
        self._sandbox = sandbox
        self.people = people
        self._turn = itertools.cycle(itertools.product(dict(SAYING), people))
        self.shown: Seen
        self._free_at = 0.0
        self._changed = asyncio.Event()  # some message
        sandbox.world.notices.listen(lambda _: self._changed.set())

    async def ask(self) -> None:
        """Ask for the roll call."""
        shown = await self.people[0].slash("group rollcall")
        assert isinstance(shown, Seen)
        self.shown = shown
        self._free_at = asyncio.get_running_loop().time() + SETTLE

    async def press(self) -> tuple[float, float]:
        """Press; return the seconds until it was acknowledged, and until everybody saw it."""
        loop = asyncio.get_running_loop()
        await asyncio.sleep(self._free_at - loop.time())
        words, person = next(self._turn)
        before = self.looks(person)
        made = person.compose_press(words, on=self.shown)
        took = await self._sandbox.inject(made)
        while self.looks(person) == before:
            await self._change()
        self._free_at = loop.time() + SETTLE
        return took, loop.time() - made.answered_at

    async def burst(self, words: tuple[str, str]) -> tuple[float, float]:
        """Let all press at once; return the seconds to the last acknowledgement and to the edit."""
        loop = asyncio.get_running_loop()
        await asyncio.sleep(self._free_at - loop.time())
        button, line = words
        presses = [person.compose_press(button, on=self.shown) for person in self.people]
        began = loop.time()
        took = await asyncio.gather(*map(self._sandbox.inject, presses))
        while f"{line}** ({len(self.people)})" not in self.looks(self.people[0]):
            await self._change()
        shown = loop.time() - began
        self._free_at = loop.time() + SETTLE
        return max(took), shown

    def looks(self, person: Person) -> str:
        """Return what the roll call says now."""
        seen = person.see(self.shown)
        return "" if seen is None else seen.text

    async def _change(self) -> None:
        self._changed.clear()
        await self._changed.wait()


async def rolls(folder: Path, *, quick: bool) -> list[Row]:
    """Measure presses on quiet channels against presses that do nothing; then a crowd's."""
    rounds, samples = (3, 100) if quick else (7, 300)
    async with local_discord() as sandbox:
        gyms = [_gym(sandbox, number, 1) for number in range(GYMS)]
        crowd = _gym(sandbox, GYMS, CROWD)
        async with opened(folder) as store:
            for one in (*gyms, crowd):
                for person in one.people:
                    await stored.join(store, person.guild.id, person.id)
        async with ready(LEGDAY_WITH_NOOP, sandbox, folder):
            for one in (*gyms, crowd):
                await one.ask()
            turn = itertools.cycle(gyms)
            await _quiet(sandbox, turn, GYMS)
            taken = [await _quiet(sandbox, turn, samples) for _ in range(rounds)]
            bursts = [await crowd.burst(SAYING[n % len(SAYING)]) for n in range(rounds)]
    return [
        _against_noop(taken, 0.50, 1.6),
        _against_noop(taken, 0.99, 2.5),
        Row(
            what="a roll press is shown to everybody after its acknowledgement, p99",
            rounds=[percentile(one["shown"], 0.99) * 1e3 for one in taken],
            unit="ms",
            target=Target(value=300),
            figures={"p50_ms": median(median(one["shown"]) for one in taken) * 1e3},
        ),
        Row(
            what=f"{CROWD} roll presses at once: all are acknowledged",
            rounds=[acknowledged for acknowledged, _ in bursts],
            unit="s",
            target=Target(value=1),
        ),
        Row(
            what=f"{CROWD} roll presses at once: everybody sees all of them",
            rounds=[shown for _, shown in bursts],
            unit="s",
            target=Target(value=3),
        ),
    ]


def _gym(sandbox: Sandbox, number: int, people: int) -> Gym:
    guild = sandbox.world.add_guild(f"Gym {number}")
    sandbox.world.add_channel(guild, "legs")
    return Gym(sandbox, [sandbox.person(f"lifter{n}", guild=guild) for n in range(people)])


async def _quiet(sandbox: Sandbox, turn: Iterator[Gym], samples: int) -> Taken:
    """Press on one quiet channel after another, and what does nothing in between."""
    taken: Taken = {"roll": [], "shown": [], "noop": []}
    presser = next(turn).people[0]
    idle = await presser.slash("bench button")
    assert isinstance(idle, Seen)
    with no_collection():
        for _ in range(samples):
            acknowledged, shown = await next(turn).press()
            taken["roll"].append(acknowledged)
            taken["shown"].append(shown)
            await asyncio.sleep(BREATH)
            taken["noop"].append(await sandbox.inject(presser.compose_press("Do nothing", on=idle)))
            await asyncio.sleep(BREATH)
    return taken


def _against_noop(taken: Sequence[Taken], share: float, target: float) -> Row:
    at = [{name: percentile(took, share) for name, took in one.items()} for one in taken]
    return Row(
        what=f"roll press / no-op press, acknowledged, p{share * 100:.0f}",
        rounds=[one["roll"] / one["noop"] for one in at],
        unit="x",
        target=Target(value=target),
        figures={f"{name}_ms": median(one[name] for one in at) * 1e3 for name in ("roll", "noop")},
    )
