"""A time zone database that is replaced under a running server's posts (G9)."""

import contextlib
import random
import re
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from importlib import resources
from pathlib import Path

from bot.domain.facts.schedule import instant
from bot.domain.facts.settings import MAX_POSTS, Post
from bot.domain.reading import zone_tables, zones
from bot.domain.timing.recurring import GRACE
from bot.runtime.maintenance import follow_zones
from bot.sandbox import Seen
from tests.torture.check import Check, Outcome
from tests.torture.scene import Scene, scene

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
NAMES = ("Europe/Berlin", "America/Vancouver", "Asia/Tokyo", "Africa/Casablanca", "America/Havana")
OFFSETS = range(-11, 13)  # hours east of UTC: what a zone may be moved to


async def run(seed: int, cases: int) -> Outcome:
    """Let so many posts run for days while the rules of their zones are replaced by others."""
    rng = random.Random(seed)  # noqa: S311 (a test's dice)
    moves = {name: timedelta(hours=rng.choice(OFFSETS)) for name in NAMES}
    async with scene(seed) as stage:
        await follow_zones(stage.store, "old", stage.clock.now())
        posts = [await _some_post(stage, rng, number) for number in range(cases)]
        old = [_by_old_rules(post, stage.now) for post in posts]
        stage.start()
        await stage.wait(days=2, minutes=rng.randrange(1440))
        switched = stage.now
        await stage.end()
        with _moved(moves):
            await stage.open()
            await follow_zones(stage.store, "new", stage.clock.now())
            stage.start()
            await stage.wait(days=3)
            found = [
                _judged(stage, post, before, moves[post.zone], switched)
                for post, before in zip(posts, old, strict=True)
            ]
    lost, doubled, moved = (sum(one) for one in zip(*found, strict=True))
    faults = () if moved else ("no time was moved",)
    note = f"{moved} came by the new rules"
    return Outcome(cases=cases, lost=lost, doubled=doubled, faults=faults, note=note)


async def _some_post(stage: Scene, rng: random.Random, number: int) -> Post:
    world = stage.sandbox.world
    if number % MAX_POSTS == 0:
        await stage.configure(world.add_channel(world.add_guild(f"gym {number}"), "general"))
    channel = list(world.channels.values())[-1]
    at = time(rng.randrange(24), rng.randrange(60))
    return await stage.post(channel, zone=rng.choice(NAMES), at=at)


def _by_old_rules(post: Post, start: datetime) -> dict[date, datetime]:
    zone = zones.zone(post.zone)
    dates = (start.date() + n * DAY for n in range(-1, 8))
    resolved = {nominal: instant(nominal, post.at, zone) for nominal in dates}
    return {nominal: one.at for nominal, one in resolved.items() if one and one.at > start}


def _judged(
    stage: Scene, post: Post, old: dict[date, datetime], offset: timedelta, switched: datetime
) -> tuple[int, int, int]:
    """Return what did not come, what came twice, and how much came by the new rules."""
    came = [_at(one) for one in _messages(stage, post)]
    done = {nominal for nominal, moment in old.items() if moment <= switched}
    new = {
        nominal: datetime.combine(nominal, post.at, tzinfo=UTC) - offset
        for nominal in (switched.date() + n * DAY for n in range(-2, 6))
        if nominal not in done
    }
    must = {moment for moment in new.values() if switched < moment <= stage.now}
    # What the new rules put just behind us still comes, late, within its grace.
    may = sum(switched - GRACE < moment <= switched for moment in new.values())
    before = sorted(moment for moment in old.values() if moment <= switched)
    after = [moment for moment in came if moment > switched]
    lost = len(set(before) - set(came)) + len(must - set(after))
    return lost, max(0, len(came) - len(before) - len(must) - may), len(must & set(after))


def _messages(stage: Scene, post: Post) -> list[Seen]:
    kept = stage.sandbox.messages.by_channel[post.channel_id].values()
    name = re.compile(rf"\b{post.text}\b")
    return [one for one in (Seen(each.data) for each in kept) if name.search(one.text)]


def _at(message: Seen) -> datetime:
    return datetime.fromisoformat(message.raw["timestamp"]).replace(second=0, microsecond=0)


@contextlib.contextmanager
def _moved(moves: dict[str, timedelta]) -> Iterator[None]:
    """Have a time zone database in use in which these zones have one offset, for ever."""
    pinned = zone_tables._data
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "tzdata"
        with resources.as_file(resources.files("tzdata")) as source:
            shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__"))
        for name, offset in moves.items():
            hours = offset // timedelta(hours=1)
            fixed = copy / "zoneinfo" / "Etc" / f"GMT{-hours:+d}"  # POSIX counts to the west
            shutil.copy(fixed if hours else fixed.with_name("UTC"), copy / "zoneinfo" / name)
        zone_tables._data = lambda: copy  # type: ignore[assignment] # the one place zones are read from
        zones.zone.cache_clear()
        try:
            yield
        finally:
            zone_tables._data = pinned
            zones.zone.cache_clear()


ZONE_RULES = Check(
    goal="G9", name="time zone rules replaced under running posts", run=run, full=400, cut=30
)
