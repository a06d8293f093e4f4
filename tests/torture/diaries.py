"""People who log leg days with the bot's commands while there is trouble, and what they were told.

Each logs once. In the end each asks for all that is held on them: who was told that it is logged
has one leg day there, who was told that nothing was saved has none.
"""

import asyncio
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.clock import SystemClock
from bot.domain.facts.member import Change
from bot.domain.facts.settings import CONSENT_VERSION, Consent
from bot.sandbox import Person, Sandbox, Seen, shapes
from bot.sandbox.guilds import Guild
from bot.sandbox.interaction import Interaction
from bot.store.store import open_store
from tests import stored

LOGGED, REFUSED, UNCERTAIN = "logged", "Nothing was saved", "cannot tell whether"


@dataclass(slots=True)
class Diaries:
    """The people, by whom each log is made in a server of chance."""

    sandbox: Sandbox
    people: Sequence[Person]
    guilds: Sequence[Guild]
    rng: random.Random
    note: str = "done"
    made: dict[int, Interaction] = field(default_factory=dict)  # by person
    is_over: bool = False

    async def go_on(self, every: float) -> None:
        """Let one after the other log until it is over, or all have."""
        for person in self.people:
            if self.is_over:
                return
            self.log(person, self.rng.choice(self.guilds))
            await asyncio.sleep(self.rng.uniform(0.0, 2 * every))

    def log(self, person: Person, guild: Guild) -> Interaction:
        """Let somebody log in a server."""
        there = self.sandbox.person(person.name, guild=guild)
        made = there.compose_slash("legday log", effort=8, minutes=60, note=self.note)
        self.made[person.id] = made
        self.sandbox.interactions.open(made)
        return made

    def told(self, words: str) -> set[int]:
        """Return who read some words in their answer."""
        return {person for person, made in self.made.items() if words in answer(made)}

    async def judged(self) -> tuple[int, int, tuple[str, ...]]:
        """Return how many leg days are lost and doubled, and what else is wrong."""
        asked = [one for one in self.people if one.id in self.made]
        held = {one.id: await held_on(self.sandbox, one) for one in asked}
        logged, refused = self.told(LOGGED), self.told(REFUSED)
        there = sorted(person for person in refused if held[person])
        return (
            sum(not held[person] for person in logged),
            sum(max(0, number - 1) for number in held.values()),
            tuple([f"{len(there)} leg days are there that were refused"] if there else []),
        )

    def figures(self) -> str:
        """Return what was told to how many."""
        silent = sum(not answer(made) for made in self.made.values())
        other = {answer(one) for one in self.made.values()} - {""}
        known = (LOGGED, REFUSED, UNCERTAIN)
        strange = [text for text in other if not any(words in text for words in known)]
        told = f"{len(self.told(LOGGED))} leg days told as kept, {len(self.told(REFUSED))} refused"
        return f"{told}, {silent} unanswered" + "".join(f"; also: {one!r}" for one in strange[:2])


async def agreed(sandbox: Sandbox, url: str, number: int) -> list[Person]:
    """Return so many people who agreed that what they log is kept."""
    people = [sandbox.person(f"logger{one}") for one in range(number)]
    now = SystemClock().now()
    change = Change(consent=Consent(version=CONSENT_VERSION, given_at=now))
    async with open_store(url, clock=SystemClock()) as store:
        for one in people:
            await stored.save_member(store, one.id, change, now=now)
    return people


def servers_of(sandbox: Sandbox, shards: int) -> list[Guild]:
    """Return a server of every shard."""
    found: dict[int, Guild] = {(sandbox.guild.id >> 22) % shards: sandbox.guild}
    while len(found) < shards:
        made = sandbox.world.add_guild(f"Gym {len(sandbox.world.guilds)}")
        sandbox.world.add_channel(made, "general")
        found.setdefault((made.id >> 22) % shards, made)
    return [found[shard] for shard in range(shards)]


def answer(made: Interaction) -> str:
    """Return what somebody read, "" for no answer."""
    return "" if made.original is None else shapes.text_of(made.original.data)


async def held_on(sandbox: Sandbox, person: Person) -> int:
    """Ask for all that is held on somebody; return how many leg days there are."""
    shown = await person.slash("mydata export")
    assert isinstance(shown, Seen)
    assert shown.attachments, shown.text
    attached, *_ = shown.attachments
    file_id = int(attached["url"].split("/")[-2])
    return len(json.loads(sandbox.messages.files[file_id].content)["tables"]["leg_sessions"])
