"""The machine's clock set forward and back while the bot runs (G11)."""

import random
from datetime import UTC, datetime, time, timedelta

from tests.torture.check import Check, Outcome
from tests.torture.scene import Scene, mark, scene

EDGES = (
    datetime(2027, 12, 31, 20, tzinfo=UTC),
    datetime(2028, 2, 28, 20, tzinfo=UTC),
    datetime(2028, 2, 29, 20, tzinfo=UTC),
    datetime(2026, 3, 28, 22, tzinfo=UTC),
    datetime(2026, 10, 24, 22, tzinfo=UTC),
    datetime(2026, 5, 5, 9, tzinfo=UTC),
)
PEOPLE, EACH = 2, 3
SPAN = timedelta(hours=4)
LIFE = timedelta(days=4)  # longer than any jump: nothing may be skipped
DAY = 86_400.0
SENDS = ("POST", "/channels/*/messages")
LOOK_EVERY = 300.0  # seconds; the bot's own 60 would only cost the check time


async def run(seed: int, cases: int) -> Outcome:
    """Play so many evenings, each with a few jumps; each is a seed of its own."""
    lost = doubled = 0
    faults = []
    for number in range(seed, seed + cases):
        missing, twice = await one(number)
        lost, doubled = lost + missing, doubled + twice
        if missing or twice:
            faults.append(f"seed {number}: {missing} lost, {twice} doubled")
    return Outcome(cases=cases, lost=lost, doubled=doubled, faults=tuple(faults[:20]))


async def one(seed: int) -> tuple[int, int]:
    """Play one evening; return how many reminders did not come, and how many came twice."""
    rng = random.Random(seed)  # noqa: S311 (a test's dice)
    async with scene(seed, start=rng.choice(EDGES)) as stage:
        for number in range(PEOPLE):
            person = await stage.join(f"member{number}")
            minutes = rng.sample(range(3, int(SPAN / timedelta(minutes=1)), 3), EACH)
            due = [stage.now + timedelta(minutes=minute) for minute in minutes]
            await stage.promise(person, due, life=LIFE)
        await stage.configure()
        post = await stage.post(at=time(rng.randrange(24), rng.randrange(60)))
        stage.start(LOOK_EVERY)
        furthest = stage.clock.now()
        for _ in range(rng.randint(1, 4)):
            await _through(stage, rng)
            furthest = max(furthest, stage.clock.now())
        stage.clock.off = timedelta()
        stage.sandbox.faults.clear()
        # The clock is right again, the bot is started again, and two whole days are quiet.
        await stage.wait(minutes=30)
        await stage.end()
        await stage.open()
        # Days that a clock far ahead made the bot believe to be over are counted as skipped.
        sure = max(stage.now, furthest)
        stage.start()
        await stage.wait(seconds=(sure - stage.now).total_seconds() + 2 * DAY)
        lost, doubled = stage.judged()
        missing, twice = _posts(stage, post.at, sure)
        return lost + missing, doubled + twice


async def _through(stage: Scene, rng: random.Random) -> None:
    """Let some time pass, set the clock, and sometimes have answers lost around that."""
    await stage.wait(seconds=rng.uniform(1, SPAN.total_seconds() / 4))
    fault = None
    if rng.random() < 0.4:
        after = rng.random() < 0.8
        fault = stage.sandbox.faults.reset(*SENDS, times=None, after_effect=after)
        await stage.wait(seconds=rng.uniform(1, 600))
    jump = timedelta(seconds=rng.choice((1, 1, -1, -1)) * DAY ** rng.random())
    stage.clock.off += jump
    if fault is not None:
        await stage.wait(seconds=rng.uniform(1, 900))
        fault.times = 0


def _posts(stage: Scene, at: time, sure: datetime) -> tuple[int, int]:
    """Judge a daily post: each message once, and one on each day once the clock is right."""
    seen = stage.sandbox.person("member0").sees()
    twice = len(seen) - len({mark(one) for one in seen})
    came = [datetime.fromisoformat(one.raw["timestamp"]) for one in seen]
    late = [moment for moment in came if moment > sure]
    dates = {sure.date() + timedelta(days=n) for n in range(5)}
    due = {datetime.combine(date, at, tzinfo=UTC) for date in dates}
    must = {one for one in due if sure < one <= stage.now}
    missing = must - {moment.replace(second=0, microsecond=0) for moment in late}
    return len(missing), twice + max(0, len(late) - len(must))


JUMPS = Check(
    goal="G11", name="clock ±1 s to ±1 day, leap days, year ends", run=run, full=10_000, cut=9
)
