"""A newcomer who does anything in any order never has reminders on that cannot come.

The walks are the same in every run. ``NEWCOMER_WALK="SEED STEPS"`` walks another, longer one:
``NEWCOMER_WALK="7 5000" pytest tests/cogs/test_newcomer_walk.py``.
"""

import contextlib
import os
import random

import pytest

from bot.domain.facts.settings import GuildSettings
from bot.sandbox import ClientRefusal
from bot.sandbox.seen import BUTTON, SELECTS

COMMANDS = (
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
WALKS = [(seed, 25) for seed in (1, 3, 4)]
if given := os.environ.get("NEWCOMER_WALK"):
    WALKS = [tuple(map(int, given.split()))]


class Newcomer:
    """Somebody who does one thing after another, chosen by lot."""

    def __init__(self, gym, person, seed):
        self.gym = gym
        self.person = person
        self.lot = random.Random(seed)  # noqa: S311 - the same walk each time
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
        likely = [10 if part["custom_id"].startswith("keep.dm") else 1 for _, part in found]
        [(message, part)] = self.lot.choices(found, likely)
        action = part["custom_id"]
        self.did.append(action)
        if part["type"] == BUTTON:
            await self.person.click(action, on=message)
        elif part["type"] in SELECTS and part.get("options"):
            value = self.lot.choice(part["options"])["value"]
            await self.person.select(action, value, on=message)

    async def _fill(self):
        """Submit the open form with anything, close it, or leave it open for an hour first."""
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
            await self.person.submit(values)
        finally:
            if self.person.form is not None:
                self.person.close_form()

    async def _server(self):
        """Let an admin set the server's zone, or start over."""
        zone = self.lot.choice(("Europe/Berlin", None))
        self.did.append(f"server {zone}")
        settings = GuildSettings(guild_id=self.gym.sandbox.guild.id, zone=zone)
        await self.gym.store.guilds.save(settings, now=self.gym.clock.now())


@pytest.mark.parametrize(("seed", "steps"), WALKS)
async def test_no_way_ends_with_reminders_on_and_no_time_zone(gym, ann, seed, steps):
    walker = Newcomer(gym, ann, seed)
    came_on = 0

    for _ in range(steps):
        with contextlib.suppress(ClientRefusal):
            await walker.step()
        member = await gym.store.members.context(ann.id, gym.sandbox.guild.id)
        rows = await gym.store.reminders.upcoming(ann.id)
        came_on += member.reminders.on
        can_come = member.consent is not None and member.profile.zone is not None
        assert can_come or not member.reminders.on, walker.did
        assert member.reminders.on or not [row for row in rows if row.state == "open"], walker.did

    assert came_on  # else the walk shows nothing
    assert gym.sandbox.violations == []
