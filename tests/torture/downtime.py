"""The bot is away for a minute to a month, and comes back (G10)."""

import random
import re
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

from bot.domain.facts.schedule import instant
from bot.domain.facts.settings import Post
from bot.domain.reading import zones
from bot.domain.timing.recurring import GRACE
from bot.sandbox import Person, Seen, SeenForm
from bot.sandbox.shapes import Json
from tests.torture.check import Check, Outcome
from tests.torture.scene import Scene, scene

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata")
ON_TIME = timedelta(minutes=5)  # later than that a message says that it is late
LATE_EVERY = timedelta(minutes=4, seconds=59)  # five minutes, kept in whole seconds
SHOWN_BACK = timedelta(days=7)  # /reminders show
TIPS = 6
NEARLY = (-28, -6)  # minutes from the bot's return
AROUND = ((-28, 0), (-120, -31), (0, 90), (-1440, 1440))


async def run(seed: int, cases: int) -> Outcome:
    """Be away so many times, each a seed of its own."""
    lost = doubled = late = skipped = 0
    faults: list[str] = []
    for number in range(seed, seed + cases):
        async with scene(number) as stage:
            play = Play(stage)
            await play.through()
            missing, twice = play.lost(), play.doubled()
            broken = [*play.broken(), *await play.untold()]
            late, skipped = late + play.late, skipped + play.skipped
        lost, doubled = lost + missing, doubled + twice
        faults += [f"seed {number}, {play.away}: {one}" for one in broken]
        if missing or twice:
            faults.append(f"seed {number}, {play.away}: {missing} lost, {twice} doubled")
    note = f"{late} came late, {skipped} tips were skipped and shown"
    return Outcome(cases=cases, lost=lost, doubled=doubled, faults=tuple(faults[:20]), note=note)


class Play:
    """One absence: what was due before, during and after it, and what came of that."""

    def __init__(self, stage: Scene) -> None:
        self._stage = stage
        self._rng: random.Random = stage.rng
        minutes = self._rng.choice((2, 60, 600, 6_000, 43_200))
        self.away: timedelta = MINUTE * self._rng.uniform(1, minutes)
        self.late = self.skipped = 0
        self._people: dict[Person, list[tuple[datetime, datetime]]] = {}
        self._posts: list[Post] = []
        self._channels: list[Json] = []
        self._began = self._left = self._back = stage.now

    async def through(self) -> None:
        """Promise, run, be away, and run again."""
        stage, rng = self._stage, self._rng
        await stage.configure()
        second = stage.sandbox.world.add_channel(stage.sandbox.guild, "second")
        self._channels = [stage.sandbox.general, second]
        before = timedelta(hours=rng.uniform(0.1, 3))
        for name in ("ann", "bob"):
            await self._promise(await stage.join(name), before)
        for number in range(6):
            await self._post(before, near=number < 3)
        await stage.connected()
        await stage.wait(seconds=before.total_seconds())
        self._left = stage.now
        await stage.end()
        await stage.wait(seconds=self.away.total_seconds())
        self._back = stage.now
        await stage.open()
        await stage.connected()
        await stage.wait(hours=2)

    def lost(self) -> int:
        """Count what was due while the bot was there, or of use still, and did not come."""
        tips = [max(0, len(self._expected(tips)) - len(one.inbox)) for one, tips in self._all()]
        posts = [
            moment
            for post in self._posts
            for moment in _due(post, self._began, self._stage.now)
            if not self._left < moment <= self._back and not self._came(post, moment)
        ]
        return sum(tips) + len(posts)

    def doubled(self) -> int:
        """Count what came twice, or came though its time had passed."""
        tips = [max(0, len(one.inbox) - len(self._expected(tips))) for one, tips in self._all()]
        extra = 0
        for post in self._posts:
            messages = len(self._messages(post))
            own = [each for each in _due(post, self._began, self._stage.now) if not self._out(each)]
            extra += max(0, messages - len(own) - 1)
        return sum(tips) + extra

    def broken(self) -> list[str]:
        """Return what is wrong with what came late."""
        faults = []
        for post in self._posts:
            own = [_at(one) for one in self._messages(post)]
            on_time = set(_due(post, self._began, self._stage.now))
            late = [one for one in own if one.replace(second=0, microsecond=0) not in on_time]
            self.late += len(late)
            if len(late) > 1:
                faults.append(f"{len(late)} late messages of one post")
            latest = max((each for each in on_time if self._out(each)), default=None)
            if late and (latest is None or latest + GRACE < late[0]):
                faults.append("a post came after its grace")
        for channel in self._channels:
            moments = [
                _at(one) for one in self._stage.people[0].sees(channel) if "Late:" in one.text
            ]
            if any(later - earlier < LATE_EVERY for earlier, later in pairwise(moments)):
                faults.append("two late messages to a channel within five minutes")
        return faults

    async def untold(self) -> list[str]:
        """Return whom ``/reminders show`` does not tell what was skipped, and why."""
        faults = []
        for person, tips in self._all():
            since = self._stage.now - SHOWN_BACK
            missed = [due for due, stale in tips if self._out(due) and stale <= self._back]
            recent = [due for due in missed if due > since]
            shown = await person.slash("reminders show")
            assert not isinstance(shown, SeenForm)
            told = len(re.findall("skipped: its time had passed", shown.text))
            self.skipped += told
            if told != len(recent):
                faults.append(f"{len(recent)} skipped, {told} shown")
        return faults

    def _all(self) -> list[tuple[Person, list[tuple[datetime, datetime]]]]:
        return list(self._people.items())

    def _out(self, moment: datetime) -> bool:
        return self._left < moment <= self._back

    def _expected(self, tips: list[tuple[datetime, datetime]]) -> list[datetime]:
        """Return the tips that come: on time, or late while they are of use."""
        return [due for due, stale in tips if not self._out(due) or stale > self._back]

    async def _promise(self, person: Person, before: timedelta) -> None:
        span = (before + self.away + timedelta(hours=2)) / MINUTE
        tips = []
        for minute in self._rng.sample(range(5, max(int(span), 60), 4), TIPS):
            due = self._stage.now + minute * MINUTE
            life = timedelta(hours=self._rng.choice((1, 3, 12)))
            if due < self._stage.now + before + self.away + timedelta(hours=1.9):
                tips.append((due, due + life))
        await self._stage.plan(person, {due: stale - due for due, stale in tips})
        self._people[person] = tips

    async def _post(self, before: timedelta, *, near: bool) -> None:
        """Set up a post; those ``near`` are late, and within their grace, when the bot returns."""
        rng = self._rng
        zone = rng.choice(ZONES)
        back = self._stage.now + before + self.away
        span = NEARLY if near else rng.choice(AROUND)
        local = (back + rng.uniform(*span) * MINUTE).astimezone(zones.zone(zone))
        days = frozenset((*rng.sample(range(7), rng.choice((0, 2, 7))), local.weekday()))
        channel = self._channels[0] if near else rng.choice(self._channels)
        at = time(local.hour, local.minute)
        self._posts.append(await self._stage.post(channel, at=at, days=days, zone=zone))

    def _messages(self, post: Post) -> list[Seen]:
        channel = self._stage.sandbox.world.channels[post.channel_id]
        name = re.compile(rf"\b{post.text}\b")
        return [one for one in self._stage.people[0].sees(channel) if name.search(one.text)]

    def _came(self, post: Post, moment: datetime) -> bool:
        return any(moment <= _at(one) < moment + ON_TIME for one in self._messages(post))


def _due(post: Post, start: datetime, end: datetime) -> list[datetime]:
    """Return when a post is due in a span of time."""
    zone = zones.zone(post.zone)
    dates = ((start - DAY).date() + n * DAY for n in range((end - start).days + 4))
    found = [instant(date, post.at, zone) for date in dates if date.weekday() in post.days]
    return [one.at for one in found if one is not None and start < one.at <= end]


def _at(message: Seen) -> datetime:
    return datetime.fromisoformat(message.raw["timestamp"]).astimezone(UTC)


DOWNTIME = Check(goal="G10", name="away for a minute to a month", run=run, full=500, cut=9)
