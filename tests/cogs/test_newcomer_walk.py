"""Newcomers who do anything in any order never have reminders on that cannot come.

The walks are the same in every run. ``NEWCOMER_WALK="SEED STEPS"`` walks another, longer one:
``NEWCOMER_WALK="7 5000" pytest tests/cogs/test_newcomer_walk.py``.

A time zone is changed by its form and goes with `/mydata delete` only; the walks try to empty it.
"""

import contextlib
import os
import random
from collections import Counter

from bot.domain.facts.settings import GuildSettings
from bot.sandbox import ClientRefusal
from bot.sandbox.limits.choosing import SELECTS
from bot.sandbox.limits.components import BUTTON
from tests import stored

COMMANDS: tuple[tuple[str, dict[str, int]], ...] = (
    ("start", {}),
    ("legday log", {"effort": 8}),
    ("canirun", {"soreness": 3}),
    ("reminders show", {}),
    ("reminders resume", {}),
    ("reminders stop", {}),
    ("profile", {}),
    ("help", {}),
    ("mydata delete", {}),
)
ZONES = ("Berlin", "Berlin", "Berlin", "", "nowhere", "Berlin and Tokyo", "13:00")
LIKELY = ("keep.dm", "profile.zone", "data.delete")
WALKS = [(seed, 50) for seed in (3, 8, 12)]
if given := os.environ.get("NEWCOMER_WALK"):
    seed, steps = map(int, given.split())
    WALKS = [(seed, steps)]


class Newcomer:
    """Somebody who does one thing after another, chosen by lot."""

    def __init__(self, gym, person, seed):
        self.gym = gym
        self.person = person
        self.lot = random.Random(seed)  # noqa: S311 (a test's dice)
        self.did = []

    async def step(self):
        if self.person.form is not None:
            await self._fill()
            return
        kind = self.lot.choice(("command", "command", *["control"] * 6, "server"))
        await {"command": self._command, "control": self._control, "server": self._server}[kind]()

    async def _command(self):
        name, options = self.lot.choice(COMMANDS)
        self.did.append(name)
        await self.person.slash(name, **options)

    async def _control(self):
        """Use a control of the last messages; one that is greyed out is none."""
        shown = [*self.person.sees()[-1:], *self.person.inbox[-1:]]
        found = [
            (message, part)
            for message in shown
            for part in message.components
            if part.get("custom_id") and not part.get("disabled")
        ]
        if not found:
            await self._command()
            return
        weights = [10 if part["custom_id"].startswith(LIKELY) else 1 for _, part in found]
        [(message, part)] = self.lot.choices(found, weights)
        action = part["custom_id"]
        self.did.append(action)
        if part["type"] == BUTTON:
            await self.person.click(action, on=message)
        elif part["type"] in SELECTS and part.get("options"):
            value = self.lot.choice(part["options"])["value"]
            await self.person.select(action, value, on=message)

    async def _fill(self):
        """Submit the open form with anything, close it, or leave it open for an hour first.

        A zone left empty is sent in spite of the client, which would ask for it.
        """
        how = self.lot.choice((*["fill"] * 8, "late", "close"))
        if how == "close":
            self.did.append("close")
            self.person.close_form()
            return
        if how == "late":
            await self.gym.wait(hours=1)
        values = {}
        for field in self.person.form.fields.values():
            name = field["custom_id"]
            if field.get("options"):
                values[name] = self.lot.choice(field["options"])["value"]
            elif name == "zone":
                values[name] = self.lot.choice(ZONES)
        self.did.append(f"{how} {values}")
        try:
            await self.person.fill(unchecked=values.get("zone") == "", **values)
        finally:
            if self.person.form is not None:
                self.person.close_form()

    async def _server(self):
        """Let an admin set the server's zone, or start over."""
        zone = self.lot.choice(("Europe/Berlin", None))
        self.did.append(f"server {zone}")
        settings = GuildSettings(guild_id=self.gym.sandbox.guild.id, zone=zone)
        await stored.save_server(self.gym.store, settings, now=self.gym.clock.now())


async def test_no_way_ends_with_reminders_on_and_no_time_zone(gym):
    seen: Counter[str] = Counter()

    for seed, steps in WALKS:
        walker = Newcomer(gym, gym.sandbox.person(f"newcomer{seed}"), seed)
        before = await gym.store.members.context(walker.person.id, gym.sandbox.guild.id)
        for _ in range(steps):
            with contextlib.suppress(ClientRefusal):
                await walker.step()
            member = await gym.store.members.context(walker.person.id, gym.sandbox.guild.id)
            rows = await gym.store.reminders.upcoming(walker.person.id)
            can_come = member.consent is not None and member.profile.zone is not None
            assert can_come or not member.reminders.on, walker.did
            assert member.reminders.on or not [one for one in rows if one.state == "open"], (
                walker.did
            )
            seen["came on"] += member.reminders.on and not before.reminders.on
            seen["deleted"] += before.consent is not None and member.consent is None
            emptied = "'zone': ''" in walker.did[-1]
            seen["zone emptied"] += emptied and before.profile.zone is not None
            before = member

    assert min(seen[what] for what in ("came on", "deleted", "zone emptied")) > 0, seen
    assert gym.sandbox.violations == []
