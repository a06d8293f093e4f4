"""Members press what came while Discord is in trouble, its answers are lost, or the bot was killed.

Nothing that was pressed may come again, and what was snoozed comes once more. Judged by the
messages in the local Discord: each identity once, and as many as were promised.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from bot.domain.facts.member import Change
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.settings import Kind, Where
from bot.sandbox import Person, Seen
from tests.delivery.buttonbot import buttons
from tests.torture.check import Check, Outcome
from tests.torture.scene import Scene, scene

PEOPLE, EACH, ROUNDS = 3, 3, 4
APART = 10  # minutes between what is due: a snooze falls between them and is merged with none
LIFE = timedelta(hours=12)
NONCE_HOLDS = timedelta(seconds=60)  # the least that "the past few minutes" can mean
SENDS = ("POST", "/channels/*/messages")
PRESSED = ("done", "done", "done", "snooze", "snooze", "stop")
DELETED = 0.3  # of what was pressed: only the press can then tell that it came
KILLED = 0.3  # of all rounds have a kill before or after the presses


@dataclass(slots=True)
class House:
    """A scene whose people press; ``promised`` counts messages by person."""

    stage: Scene
    restart: Callable[[], Awaitable[None]]
    promised: dict[int, int] = field(default_factory=dict)
    stopped: set[int] = field(default_factory=set)
    pressed: set[int] = field(default_factory=set)  # messages
    deleted: list[Seen] = field(default_factory=list)  # after they were pressed

    async def kill(self) -> None:
        """End the engine as a crash does, and start everything again."""
        await self.stage.end()
        await self.stage.open()
        self.stage.start()
        await self.restart()

    async def press(self, person: Person) -> None:
        """Press something under one of the person's messages that was not pressed yet."""
        fresh = [one for one in delivered(person) if one.id not in self.pressed]
        if not fresh or person.id in self.stopped:
            return
        message, wanted = self.stage.rng.choice(fresh), self.stage.rng.choice(PRESSED)
        self.pressed.add(message.id)
        action = next((one for one in actions(message) if f".{wanted}:" in one), None)
        if action is None:
            return
        if wanted == "stop":
            self.stopped.add(person.id)
            self.promised[person.id] = len(self.came(person))
        shown = await person.click(action, on=message)
        if wanted == "snooze":
            assert isinstance(shown, Seen)
            hour = next(one for one in actions(shown) if one.endswith(":hour"))
            await person.click(hour, on=shown)
            self.promised[person.id] += 1
        if self.stage.rng.random() < DELETED:
            self.deleted.append(message)
            self.stage.sandbox.messages.delete(message.channel_id, message.id)

    def came(self, person: Person) -> list[Seen]:
        """Return the messages that came to somebody, those that were deleted since with them."""
        gone = [one for one in self.deleted if one.channel_id == int(person.dm["id"])]
        return [*gone, *delivered(person)]


async def run(seed: int, cases: int) -> Outcome:
    """Play so many evenings; each is a seed of its own."""
    lost = doubled = presses = 0
    faults: list[str] = []
    for number in range(seed, seed + cases):
        missing, twice, pressed = await one(number)
        lost, doubled, presses = lost + missing, doubled + twice, presses + pressed
        if missing or twice:
            faults.append(f"seed {number}: {missing} lost, {twice} doubled")
    note = f"{presses} presses"
    return Outcome(cases=cases, lost=lost, doubled=doubled, faults=tuple(faults), note=note)


async def one(seed: int) -> tuple[int, int, int]:
    """Play one evening; return how many messages are lost, how many doubled, the presses."""
    async with scene(seed, nonce_window=NONCE_HOLDS) as stage:
        began = stage.now
        await stage.configure()
        post = await stage.post(at=(stage.now + timedelta(minutes=25)).time())
        people = [await stage.join(f"member{number}") for number in range(PEOPLE)]
        promised = {person.id: await promise(stage, person) for person in people}
        stage.start()
        async with buttons(stage) as restart:
            house = House(stage, restart, promised)
            await restart()
            for _ in range(ROUNDS):
                await trouble(house, people)
            await stage.wait(hours=4)
            lost, doubled = judged(house, people)
            await stage.wait(hours=24)
            posts = [one for one in people[0].sees() if named(one).startswith("post.")]
        lost += max(0, days_of(post.at, began, stage.now) - len(posts))
        doubled += max(0, len(posts) - days_of(post.at, began, stage.now))
        return lost, doubled, len(house.pressed)


async def promise(stage: Scene, person: Person) -> int:
    """Plan tips, two of some moments, which come as one message; return how many messages."""
    plan: list[PlannedReminder] = []
    for slot in stage.rng.sample(range(1, 9), EACH):
        due = stage.now.replace(second=0, microsecond=0) + timedelta(minutes=slot * APART)
        kinds = (Kind.HYDRATE, Kind.SLEEP)[: stage.rng.choice([1, 2])]
        plan += (_tip(person, kind, slot, due) for kind in kinds)
    await stage.save(person, Change(plan=tuple(plan)))
    return EACH


def _tip(person: Person, kind: Kind, ordinal: int, due: datetime) -> PlannedReminder:
    return PlannedReminder(
        session_id=person.id,
        kind=kind,
        ordinal=ordinal,
        due_at=due,
        stale_at=due + LIFE,
        where=Where.DM,
    )


async def trouble(house: House, people: list[Person]) -> None:
    """Lose answers and have no history told for a while, with presses and kills in it."""
    stage, rng = house.stage, house.stage.rng
    lost = stage.sandbox.faults.reset(*SENDS, times=None, after_effect=True)
    away = stage.sandbox.faults.fail("GET", "/channels/*", status=503, times=None)
    await stage.wait(minutes=rng.choice([5, 10, 15]))
    await presses(house, people)
    # Within the nonce's window or beyond it; never so that a snooze is due with something else.
    await stage.wait(seconds=rng.choice([5, 30, 240]))
    lost.times = away.times = 0
    if rng.random() < KILLED:
        await house.kill()
    await stage.wait(minutes=rng.choice([1, 10]))
    await presses(house, people)


async def presses(house: House, people: list[Person]) -> None:
    """Have each person press one message, some of them after a kill."""
    stage = house.stage
    await stage.wait(seconds=stage.rng.uniform(1, 20))
    if stage.rng.random() < KILLED:
        await house.kill()
    for person in people:
        if stage.rng.random() < 0.7:
            await house.press(person)
    poster = stage.rng.choice(people)
    for message in poster.sees():
        if named(message).startswith("post."):
            await poster.click(named(message), on=message)


def judged(house: House, people: list[Person]) -> tuple[int, int]:
    """Return how many messages did not come, and how many came twice or unasked."""
    lost = doubled = 0
    for person in people:
        came = house.came(person)
        distinct = len({identity(one) for one in came})
        promised = house.promised[person.id]
        lost += max(0, promised - distinct)
        doubled += len(came) - distinct + max(0, distinct - promised)
    return lost, doubled


def days_of(at: time, since: datetime, until: datetime) -> int:
    """Return how often a daily post was due between two moments."""
    first = datetime.combine(since.date(), at, tzinfo=since.tzinfo)
    if first <= since:
        first += timedelta(days=1)
    return max(0, (until - first) // timedelta(days=1) + 1)


def delivered(person: Person) -> list[Seen]:
    """The messages that came; answers for the person's eyes only are none."""
    return [one for one in person.inbox if not one.ephemeral]


def actions(message: Seen) -> list[str]:
    """The actions of a message's controls."""
    return [one["custom_id"] for one in message.components if "custom_id" in one]


def named(message: Seen) -> str:
    """The first action of a message's controls."""
    return next(iter(actions(message)), "")


def identity(message: Seen) -> tuple[bool, str]:
    """What tells a message from all others, however it was edited since: merged or not, the id."""
    action = named(message)
    return action.startswith("all."), action.split(":")[-1]


PRESSES = Check(
    goal="G32",
    name="pressed in outages, nonce windows, around kills",
    run=run,
    full=1_000,
    cut=8,
)
