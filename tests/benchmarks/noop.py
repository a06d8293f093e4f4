"""`/bench noop`: the same bot, the same way to answer, and nothing done: every command's floor.

`/bench read` reads the member, `/bench write` writes one row durably and `/bench keep` does both as
`/legday log` does: it keeps a leg day and its plan, the same one every time, so that nothing is
decided. Each takes one trip to the store and answers as `/bench noop`: the floors of commands that
read, of those that write, and of `/legday log`.
`/bench button` shows a button whose press is acknowledged, and nothing done: the floor of presses.
`/bench stall` tells how long the event loop stood still at most since it was asked before.
"""

import asyncio

from discord import app_commands
from discord.ext import commands

from bot.client import answering
from bot.client.app import LegdayBot
from bot.client.interactions import Interaction, answer
from bot.client.router import Router
from bot.clock import Clock
from bot.domain.decisions import journal
from bot.domain.decisions.journal import LegEntry
from bot.domain.facts.member import Change, Member
from bot.store.store import Store
from bot.texts.card import Button, Card

CARD = Card(title="Done", body=("Nothing was done.",))
BUTTON = Card(title="Idle", rows=((Button(label="Do nothing", action="bench.press"),),))
ENTRY = LegEntry(effort=8, minutes=60)
STEP = 0.005  # seconds between two looks at the loop
TOUCH = "UPDATE members SET last_command_at = last_command_at + 1 WHERE member_id = $1"


class Bench(commands.GroupCog, group_name="bench", group_description="For measuring"):
    """Commands that do nothing, or next to nothing, and one that looks at the event loop."""

    def __init__(self, store: Store, router: Router, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._change: Change | None = None
        router.on("bench.press", answering.defer)
        self._longest = 0.0
        self._watching: asyncio.Task[None] | None = None

    @app_commands.command(name="noop", description="Do nothing")
    async def noop(self, interaction: Interaction) -> None:
        """Answer at once."""
        await answer(interaction, CARD)

    @app_commands.command(name="read", description="Read what is known of you")
    async def read(self, interaction: Interaction) -> None:
        """Answer after one read."""
        await self._store.members.context(interaction.user.id, interaction.guild_id)
        await answer(interaction, CARD)

    @app_commands.command(name="write", description="Write one row")
    async def write(self, interaction: Interaction) -> None:
        """Answer after one durable write."""
        await self._store.database.execute(TOUCH, interaction.user.id)
        await answer(interaction, CARD)

    @app_commands.command(name="keep", description="Keep a leg day that is decided")
    async def keep(self, interaction: Interaction) -> None:
        """Answer after keeping it with its plan, which the first of them decides."""
        at = self._clock.now()

        def decide(member: Member) -> tuple[Change, None]:
            if self._change is None:
                self._change, _ = journal.log(member, interaction.id, ENTRY, at)
            session = self._change.session
            assert session is not None
            plan = [one._replace(session_id=interaction.id) for one in self._change.plan or ()]
            kept = session._replace(session_id=interaction.id, ended_at=at)
            return Change(session=kept, plan=tuple(plan)), None

        members = self._store.members
        await members.change(interaction.user.id, interaction.guild_id, now=at, decide=decide)
        await answer(interaction, CARD)

    @app_commands.command(name="button", description="Show a button that does nothing")
    async def button(self, interaction: Interaction) -> None:
        """Answer with it, for all to see."""
        await answer(interaction, BUTTON, public=True)

    @app_commands.command(name="stall", description="Tell the longest stall since the last look")
    async def stall(self, interaction: Interaction) -> None:
        """Answer in milliseconds; the first look begins the watch, which costs other commands."""
        longest, self._longest = self._longest, 0.0
        if self._watching is None:
            self._watching = asyncio.create_task(self._watch())
        await answer(interaction, Card(title=f"{longest * 1e3:.1f} ms"))

    async def _watch(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            before = loop.time()
            await asyncio.sleep(STEP)
            self._longest = max(self._longest, loop.time() - before - STEP)


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(Bench(bot.store, bot.tree.router, bot.clock))
