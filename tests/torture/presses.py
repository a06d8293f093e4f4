"""Members press what came while Discord is in trouble, its answers are lost, or the bot was killed.

Tips, check-ins and members' own rules come by DM, tips for several members and a post to channels.
Nothing that was pressed may come again, and what was snoozed comes once more. Judged by the
messages and pings in the local Discord: each identity once, and as many as were promised.
"""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from itertools import islice

from bot.domain.decisions.rule_plans import upcoming
from bot.domain.facts.member import Change
from bot.domain.facts.occurrences import PlannedRule
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.settings import Kind, Post, Rule, Where
from bot.sandbox import Person, Seen
from bot.sandbox.shapes import Json
from tests.delivery.buttonbot import buttons
from tests.torture.check import Check, Outcome
from tests.torture.pressing import QUESTION, actions, delivered, identity, offered, press
from tests.torture.scene import NEVER_QUIET, Scene, scene

PEOPLE, EACH, ROUNDS = 3, 3, 4
APART = 10  # minutes between what is due: a snooze falls between them and is merged with none
SLOTS = range(1, 9)  # in which something is due by DM
RULE_AT = 95  # minutes from the beginning
BY_DM = ((Kind.HYDRATE,), (Kind.HYDRATE, Kind.SLEEP), (Kind.CHECKIN,))  # due at one moment
LIFE = timedelta(hours=12)
NONCE_HOLDS = timedelta(seconds=60)  # the least that "the past few minutes" can mean
SENDS = ("POST", "/channels/*/messages")
PRESSED = ("done", "done", "done", "snooze", "snooze", "stop")
DELETED = 0.3  # of what was pressed: only the press can then tell that it came
KILLED = 0.3  # of all rounds have a kill before or after the presses


@dataclass(slots=True)
class House:
    """A scene whose people press.

    ``promised`` counts messages by DM and ``to_ping`` pings in the channel, each by person.
    """

    stage: Scene
    people: list[Person]
    news: Json  # the channel of the post
    restart: Callable[[], Awaitable[None]]
    promised: Counter[int] = field(default_factory=Counter)
    to_ping: Counter[int] = field(default_factory=Counter)
    stopped: set[int] = field(default_factory=set)
    pressed: set[tuple[int, int]] = field(default_factory=set)  # by whom, which message
    kinds: Counter[str] = field(default_factory=Counter)  # of what was pressed
    deleted: list[Seen] = field(default_factory=list)  # after they were pressed

    async def kill(self) -> None:
        """End the engine as a crash does, and start everything again."""
        await self.stage.end()
        await self.stage.open()
        self.stage.start()
        await self.restart()

    async def press(self, person: Person) -> None:
        """Press something under a message that the person did not press yet."""
        fresh = [one for one in self._reach(person) if (person.id, one.id) not in self.pressed]
        if not fresh or person.id in self.stopped:
            return
        message, wanted = self.stage.rng.choice(fresh), self.stage.rng.choice(PRESSED)
        self.pressed.add((person.id, message.id))
        action = offered(message, wanted)
        if action is None:
            return
        by_dm = message.channel_id == int(person.dm["id"])
        own = by_dm or person.mention in message.text
        self.kinds[_kind(action) if by_dm else "in channels"] += 1
        if wanted == "stop" and own:
            self.stopped.add(person.id)
            self.promised[person.id] = len(self.came(person))
            self.to_ping[person.id] = self.pings(person)
        shown = await press(person, message, action)
        if wanted == "snooze" and own:
            assert isinstance(shown, Seen)
            hour = next(one for one in actions(shown) if one.endswith(":hour"))
            await person.click(hour, on=shown)
            (self.promised if by_dm else self.to_ping)[person.id] += 1
        if self.stage.rng.random() < DELETED:
            self.deleted.append(message)
            self.stage.sandbox.messages.delete(message.channel_id, message.id)

    def came(self, person: Person) -> list[Seen]:
        """Return the messages that came to somebody, those that were deleted since with them."""
        gone = [one for one in self.deleted if one.channel_id == int(person.dm["id"])]
        return [*gone, *delivered(person)]

    def pings(self, person: Person) -> int:
        """Return how many messages to channels pinged somebody."""
        return sum(person.id in ping.users for ping in self.stage.sandbox.pings)

    def posts(self, post: Post) -> int:
        """Return how many messages brought the post."""
        came = [*self.deleted, *delivered(self.people[0], self.news)]
        return sum(post.text in one.text for one in came)

    def _reach(self, person: Person) -> Iterator[Seen]:
        yield from delivered(person)
        yield from delivered(person, self.stage.sandbox.general)
        yield from delivered(person, self.news)


async def run(seed: int, cases: int) -> Outcome:
    """Play so many evenings; each is a seed of its own."""
    lost = doubled = 0
    faults, pressed = list[str](), Counter[str]()
    for number in range(seed, seed + cases):
        missing, twice, kinds = await one(number)
        lost, doubled, pressed = lost + missing, doubled + twice, pressed + kinds
        if missing or twice:
            faults.append(f"seed {number}: {missing} lost, {twice} doubled")
    told = ", ".join(f"{times} {kind}" for kind, times in pressed.most_common())
    note = f"{pressed.total()} presses: {told}"
    return Outcome(cases=cases, lost=lost, doubled=doubled, faults=tuple(faults), note=note)


async def one(seed: int) -> tuple[int, int, Counter[str]]:
    """Play one evening; return how many messages are lost, how many doubled, what was pressed."""
    async with scene(seed, nonce_window=NONCE_HOLDS) as stage:
        began = stage.now
        await stage.configure()
        news = stage.sandbox.world.add_channel(stage.sandbox.guild, "news")
        post = await stage.post(news, at=(began + timedelta(minutes=25)).time())
        # Without a zone nobody's plan is made anew by what they answer to a check-in.
        people = [await stage.join(f"member{number}", zone=None) for number in range(PEOPLE)]
        for person in people:
            await promise(stage, person)
        stage.start()
        async with buttons(stage) as restart:
            house = House(stage, people, news, restart)
            house.promised.update({person.id: EACH + 1 for person in people})
            house.to_ping.update(person.id for person in people)
            await restart()
            for _ in range(ROUNDS):
                await trouble(house)
            await stage.wait(hours=4)
            lost, doubled = judged(house)
            before = {person.id: len(house.came(person)) for person in people}
            await stage.wait(hours=24)
            for person in people:
                again = len(house.came(person)) - before[person.id]
                lost += max(0, (person.id not in house.stopped) - again)
                doubled += max(0, again - (person.id not in house.stopped))
            days = days_of(post.at, began, stage.now)
            lost += max(0, days - house.posts(post))
            doubled += max(0, house.posts(post) - days)
        return lost, doubled, house.kinds


async def promise(stage: Scene, person: Person) -> None:
    """Plan so many messages by DM and a daily one, and a ping in the channel."""
    began, plan = stage.now.replace(second=0, microsecond=0), list[PlannedReminder]()
    for slot in stage.rng.sample(SLOTS, EACH):
        due = began + timedelta(minutes=slot * APART)
        plan += (_tip(person, kind, slot, due) for kind in stage.rng.choice(BY_DM))
    slot = stage.rng.choice(SLOTS)
    due = began + timedelta(minutes=slot * APART)
    public = _tip(person, Kind.FOAM_ROLL, slot, due)
    plan.append(public._replace(where=Where.CHANNEL, guild_id=stage.sandbox.guild.id))
    daily = Rule(
        member_id=person.id,
        rule_id=person.id,
        kind=Kind.WALK,
        at=(began + timedelta(minutes=RULE_AT)).time(),
        zone="UTC",
    )
    coming = upcoming(daily, NEVER_QUIET, None, after=stage.now, now=stage.now)
    rules = (PlannedRule(rule=daily, ahead=tuple(islice(coming, 5))),)
    await stage.save(person, Change(plan=tuple(plan), rules=rules))


def _tip(person: Person, kind: Kind, ordinal: int, due: datetime) -> PlannedReminder:
    return PlannedReminder(
        session_id=person.id,
        kind=kind,
        ordinal=ordinal,
        due_at=due,
        stale_at=due + LIFE,
        where=Where.DM,
    )


async def trouble(house: House) -> None:
    """Lose answers and have no history told for a while, with presses and kills in it."""
    stage, rng = house.stage, house.stage.rng
    lost = stage.sandbox.faults.reset(*SENDS, times=None, after_effect=True)
    away = stage.sandbox.faults.fail("GET", "/channels/*", status=503, times=None)
    await stage.wait(minutes=rng.choice([5, 10, 15]))
    await presses(house)
    # Within the nonce's window or beyond it; never so that a snooze is due with something else.
    await stage.wait(seconds=rng.choice([5, 30, 240]))
    lost.times = away.times = 0
    if rng.random() < KILLED:
        await house.kill()
    await stage.wait(minutes=rng.choice([1, 10]))
    await presses(house)


async def presses(house: House) -> None:
    """Have each person press one message, some of them after a kill."""
    stage = house.stage
    await stage.wait(seconds=stage.rng.uniform(1, 20))
    if stage.rng.random() < KILLED:
        await house.kill()
    for person in house.people:
        if stage.rng.random() < 0.7:
            await house.press(person)


def judged(house: House) -> tuple[int, int]:
    """Return how many messages and pings did not come, and how many came twice or unasked."""
    lost = doubled = 0
    for person in house.people:
        came = house.came(person)
        distinct = len({identity(one) for one in came})
        promised = house.promised[person.id]
        pings, to_ping = house.pings(person), house.to_ping[person.id]
        lost += max(0, promised - distinct) + max(0, to_ping - pings)
        doubled += len(came) - distinct + max(0, distinct - promised) + max(0, pings - to_ping)
    return lost, doubled


def _kind(action: str) -> str:
    if action.startswith(QUESTION):
        return "check-ins"
    return "merged" if action.startswith("all.") else "tips and own"


def days_of(at: time, since: datetime, until: datetime) -> int:
    """Return how often a daily post was due between two moments."""
    first = datetime.combine(since.date(), at, tzinfo=since.tzinfo)
    if first <= since:
        first += timedelta(days=1)
    return max(0, (until - first) // timedelta(days=1) + 1)


PRESSES = Check(
    goal="G32",
    name="pressed in outages, nonce windows, around kills",
    run=run,
    full=800,
    cut=5,
)
