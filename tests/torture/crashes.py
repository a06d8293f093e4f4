"""G2: a delivering process dies at every await, commit and request, on every kind of journey.

The points are those that a life without a crash passes (``points``). After the crash the next life
begins at once, or when Discord still remembers nonces, or when it has forgotten them.
"""

import asyncio
import json
import random
import signal
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.sandbox import Sandbox
from tests.torture import lives
from tests.torture.check import Check, Outcome
from tests.torture.kills import NONCE_HOLDS
from tests.torture.nursery import Nursery
from tests.torture.promised import Ahead, Crowd
from tests.torture.scene import FOLDER

LANES = 2
DOWN = {"at once": 0.0, "within the nonce's window": 30.0, "beyond it": 600.0}  # seconds
ARRIVING = 0.003  # seconds; what a dead process had sent reaches Discord within
DAY = 86_400.0  # seconds
DOUBTFUL = 0.8  # of a sample
TRIES = 4  # until a life passes the point: what waits for what is not the same in each
REQUEST = "enters bot.delivery.discord_transport.DiscordTransport."
COMMITTED = "after execute in commit_together"
MESSAGES = "/channels/*/messages"


@dataclass(slots=True)
class House:
    """A local Discord with a crowd, and the lives that deliver to it one after another."""

    nursery: Nursery
    crowd: Crowd
    clock: Ahead
    lives: int = 0

    async def once(self, fatal: str | None = None) -> list[str] | None:
        """Lead a life until something is settled; return the points, ``None`` if it died."""
        passed = Path(f"{self.crowd.url.removeprefix('sqlite:///')}.points")
        told = lives.told(self.crowd, self.clock, fatal=fatal, passed=str(passed))
        died = await self.nursery.life(lives.DELIVER_ONCE, told) == -signal.SIGKILL
        self.lives += 1
        await asyncio.sleep(ARRIVING)
        return None if died else read(passed)

    async def to_the_end(self) -> bool:
        """Lead a life until nothing is left; return whether it ended well."""
        self.lives += 1
        told = lives.told(self.crowd, self.clock, to_the_end=True)
        return await self.nursery.life(lives.DELIVER, told) == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One crash: on which journey, at which point, how long before the next life.

    ``doubtful``: when a message may be out that is not yet marked as sent.
    """

    journey: str
    down: str
    point: str
    doubtful: bool

    def __str__(self) -> str:
        return f"{self.journey}, {self.point}, next life {self.down}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What became of it; ``met`` is false if the life did not pass the point this time."""

    lost: int
    doubled: int
    met: bool
    faults: tuple[str, ...]

    @property
    def says_something(self) -> bool:
        """Whether it died where it should, or broke a promise without that."""
        return self.met or bool(self.lost or self.doubled or self.faults)


async def first_dm(house: House) -> None:
    """Somebody's first reminder: a channel has to be opened for it."""
    await house.crowd.promise(house.clock.now(), dms=1)


async def in_channels(house: House) -> None:
    """Two people's reminders are due in one channel, another's in a second."""
    await house.crowd.promise(house.clock.now(), dms=0, channels=(2, 1))


async def post(house: House) -> None:
    """A server's daily post is due: tomorrow's has to follow."""
    await house.crowd.announce(house.clock.now())


async def rule(house: House) -> None:
    """Somebody's own daily reminder is due: tomorrow's has to follow."""
    await house.crowd.repeat(house.clock.now())


async def in_doubt(house: House) -> None:
    """The answer to an earlier attempt was lost: whether it arrived has to be found out."""
    await house.crowd.promise(house.clock.now(), dms=1)
    house.crowd.sandbox.faults.reset("POST", MESSAGES, after_effect=True)
    await house.once()
    house.clock.seconds += 5.0  # past its back-off


async def refused_once(house: House) -> None:
    """Discord had an error at the first attempt."""
    await house.crowd.promise(house.clock.now(), dms=1)
    house.crowd.sandbox.faults.fail("POST", MESSAGES, status=500)
    await house.once()
    house.clock.seconds += 5.0  # past its back-off


JOURNEYS: dict[str, Callable[[House], Awaitable[None]]] = {
    one.__name__: one for one in (first_dm, in_channels, post, rule, in_doubt, refused_once)
}


async def crashed(seed: int, cases: int) -> Outcome:
    """Crash at so many of all points; where that is not all of them, at doubtful ones mostly."""
    rng = random.Random(seed)  # noqa: S311
    async with Nursery(lives.__name__) as nursery:
        known = [case for name in JOURNEYS for case in await _cases(nursery, name)]
    drawn = known if cases >= len(known) else _sample(known, cases, rng)
    found: dict[Case, Found] = {}

    async def lane(mine: Iterable[Case]) -> None:
        async with Nursery(lives.__name__) as nursery:
            for case in mine:
                for _ in range(TRIES):
                    found[case] = await _crash(nursery, case)
                    if found[case].says_something:
                        break

    await asyncio.gather(*(lane(drawn[number::LANES]) for number in range(LANES)))
    bad = (f"{case}: {one}" for case, one in found.items() if one.lost or one.doubled)
    points = len({(case.journey, case.point) for case in drawn})
    return Outcome(
        cases=sum(one.met for one in found.values()),
        lost=sum(one.lost for one in found.values()),
        doubled=sum(one.doubled for one in found.values()),
        faults=(*bad, *(f"{case}: {fault}" for case in drawn for fault in found[case].faults)),
        note=f"{points} points, {sum(not one.met for one in found.values())} not met",
    )


def _sample(known: list[Case], cases: int, rng: random.Random) -> list[Case]:
    doubtful = [case for case in known if case.doubtful]
    others = [case for case in known if not case.doubtful]
    most = min(len(doubtful), round(cases * DOUBTFUL))
    return rng.sample(doubtful, most) + rng.sample(others, min(len(others), cases - most))


async def _cases(nursery: Nursery, journey: str) -> list[Case]:
    """Return every crash there can be on a journey: a life passes the same points each time."""
    async with _house(nursery) as house:
        await JOURNEYS[journey](house)
        points = await house.once() or []
        request = next(number for number, one in enumerate(points) if one.startswith(REQUEST))
        marked = max(number for number, one in enumerate(points) if one.startswith(COMMITTED))
        doubtful = frozenset(points[request : marked + 1])
        return [
            Case(journey=journey, point=one, down=down, doubtful=one in doubtful)
            for one in apart(points)
            for down in DOWN
        ]


async def _crash(nursery: Nursery, case: Case) -> Found:
    async with _house(nursery) as house:
        await JOURNEYS[case.journey](house)
        met = await house.once(case.point) is None
        house.clock.seconds += DOWN[case.down]
        ended = [await house.to_the_end()]
        if house.crowd.a_day_later():
            house.clock.seconds = DAY
            ended.append(await house.to_the_end())
        lost, doubled = house.crowd.judged()
        faults = (*_asked_too_often(house), *("it did not end" for one in ended if not one))
        return Found(lost=lost, doubled=doubled, met=met, faults=faults)


def _asked_too_often(house: House) -> list[str]:
    """A life asks Discord at most once for a message."""
    asked = len(house.crowd.sandbox.sent("POST", "/channels/{channel_id}/messages"))
    most = house.lives * house.crowd.promised.total()
    return [f"{asked} requests for {most} messages at most"] if asked > most else []


def apart(points: list[str]) -> list[str]:
    """Return the points between which something happens, out of all that were passed.

    A wait leaves one coroutine after the other, up to the task; nothing happens between them.
    """
    following = [*points[1:], ""]
    return [one for one, then in zip(points, following, strict=True) if way(one) != way(then)]


def way(point: str) -> str:
    """Return a point's first word: whether it enters or leaves, is before or after."""
    return point.partition(" ")[0]


def read(passed: Path) -> list[str]:
    """Return the points a life has passed."""
    points: list[str] = json.loads(passed.read_text("utf-8"))
    return points


@asynccontextmanager
async def _house(nursery: Nursery) -> AsyncIterator[House]:
    clock = Ahead()
    with tempfile.TemporaryDirectory(prefix="crash-", dir=FOLDER) as folder:
        async with Sandbox(clock=clock, rate_limits=False, nonce_window=NONCE_HOLDS) as sandbox:
            crowd = Crowd(sandbox, f"sqlite:///{Path(folder) / 'legday.db'}")
            yield House(nursery, crowd, clock)


CRASHES = Check(
    goal="G2",
    name="crash at every await, commit and request",
    run=crashed,
    full=100_000,  # more than there are: all of them
    cut=28,
)
