"""Thousands of targets that are dead when their reminders are due (G12).

Closed DMs, deleted channels and channels the bot may not write in any more, four reminders each.
"""

import asyncio
from collections import Counter
from datetime import timedelta
from itertools import count

from bot.sandbox import Person, SeenForm
from bot.sandbox.shapes import Json
from tests.torture.check import Check, Outcome
from tests.torture.scene import Scene, scene

ROWS = 4  # due at once for each target
CHANNELS_EACH = 5  # of a server; twenty posts are the most it may have
MOST_REQUESTS = 2  # to a dead target
MOST_INVALID = 1_000  # answers of 401, 403 and 429 in ten minutes
LIFE = timedelta(days=2)
NOTICE = "Something was stopped here"
SAMPLE = 20  # people who look whether they were told


async def run(seed: int, cases: int) -> Outcome:
    """Let so many targets die; count requests to each, and look at what their owners are told."""
    async with scene(seed) as stage:
        closed = [await _member(stage, number) for number in range(0, cases, 2)]
        channels = await _channels(stage, cases // 2)
        alive = await _member(stage, cases)
        for person in closed:
            stage.sandbox.close_dms(person)
        for number, channel in zip(count(), channels, strict=False):
            if number % 2:
                stage.sandbox.world.delete_channel(channel)
            else:
                stage.sandbox.deny(channel, "send_messages")
        await stage.connected()
        await stage.wait(hours=1, minutes=10)
        await stage.wait(days=3)  # the next days' occurrences, and every back-off
        asked = _requests(stage)
        faults = _too_many(asked, [person.id for person in closed], "closed DM")
        faults += _too_many(asked, [int(one["id"]) for one in channels], "dead channel")
        invalid = stage.most_invalid()
        came, public = len(alive.inbox), len(stage.sandbox.person("member0").sees())
        note = f"{ROWS * cases} rows, {sum(asked.values())} requests, {invalid} invalid in 10 min"
        faults += await _untold_members(stage, closed[:SAMPLE])
        faults += await _untold_admins(stage, channels[: SAMPLE * CHANNELS_EACH : CHANNELS_EACH])
        if public:
            faults.append(f"{public} messages fell back to a public channel")
        if invalid > MOST_INVALID:
            faults.append(f"{invalid} answers of 401, 403 or 429 in ten minutes")
    return Outcome(cases=cases, lost=int(not came), faults=tuple(faults), note=note)


async def _member(stage: Scene, number: int) -> Person:
    person = await stage.join(f"member{number}")
    soon = stage.now + timedelta(hours=1)
    await stage.promise(person, [soon + timedelta(seconds=n) for n in range(ROWS)], life=LIFE)
    return person


async def _channels(stage: Scene, wanted: int) -> list[Json]:
    """Return channels, each with four daily posts that are due in an hour."""
    made: list[Json] = []
    world, at = stage.sandbox.world, (stage.now + timedelta(hours=1)).time()
    for number in range(wanted):
        if number % CHANNELS_EACH == 0:
            guild = world.add_guild(f"gym {number}")
            await stage.configure(world.add_channel(guild, "general"))
        channel = world.add_channel(guild, "posts")
        for _ in range(ROWS):
            await stage.post(channel, at=at)
        made.append(channel)
    return made


async def _untold_members(stage: Scene, people: list[Person]) -> list[str]:
    """Return who is not told, when they look, that their DMs are closed."""
    shown = [await person.slash("reminders show") for person in people]
    untold = sum(isinstance(one, SeenForm) or "DMs are closed" not in one.text for one in shown)
    return [f"{untold} of {len(people)} members are not told"] if untold else []


async def _untold_admins(stage: Scene, channels: list[Json]) -> list[str]:
    """Return how many admins are not told exactly once, in three commands, what was stopped."""
    wrong = 0
    for channel in channels:
        guild = stage.sandbox.world.guild_of(channel)
        owner = stage.sandbox.person("owner", guild=guild)
        for _ in range(3):
            await owner.slash("help")
            await asyncio.sleep(0.02)  # a notice follows its answer
        wrong += sum(NOTICE in one.text for one in owner.sees()) != 1
    return [f"{wrong} of {len(channels)} admins are not told exactly once"] if wrong else []


def _requests(stage: Scene) -> Counter[int]:
    """Count requests by the channel, or the person whose DM was to be opened, they were for."""
    world, found = stage.sandbox.world, Counter[int]()
    dms = {int(channel["id"]): person for person, channel in world.dms.items()}
    for one in stage.sandbox.requests:
        if one.template == "/users/@me/channels":
            assert isinstance(one.body, dict)
            found[int(one.body["recipient_id"])] += 1
        elif one.template.startswith("/channels/{channel_id}"):
            channel = int(one.path.split("/")[2])
            found[dms.get(channel, channel)] += 1
    return found


def _too_many(asked: Counter[int], targets: list[int], what: str) -> list[str]:
    most = Counter(asked[target] for target in targets)
    worse = {number: times for number, times in most.items() if number > MOST_REQUESTS}
    return [f"{times} times {number} requests to a {what}" for number, times in worse.items()]


DEAD_TARGETS = Check(
    goal="G12", name="targets dead at once, four rows each", run=run, full=2_500, cut=40
)
