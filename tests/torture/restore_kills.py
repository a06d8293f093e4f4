"""G19: a restore is killed before and after each of its steps; the bot starts, or it is repeated.

The database it replaces was left by a crash: somebody's deletion and somebody's leg day are in its
log alone. Whatever the moment, what is there afterwards is the old database or the new one, whole;
nobody who deleted their data is in it, and no leg day is lost from every file.
"""

import random
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bot.clock import SystemClock
from bot.store.copies.restoring import restore
from bot.store.store import open_store
from tests.torture import restoring
from tests.torture.cancellations import WHOLE, held
from tests.torture.check import Check, Outcome
from tests.torture.nursery import Nursery
from tests.torture.restores import log
from tests.torture.scene import FOLDER

GONE, BOTH, LATER = 1, 2, 3  # deleted after the backup; in both; logged after the backup
OLD, NEW = {BOTH, LATER}, {BOTH}
SURPLUS = ("*.restoring*", "*.partial*")


async def killed(seed: int, cases: int) -> Outcome:
    """Kill at so many of all points, or at each of them."""
    rng = random.Random(seed)  # noqa: S311
    faults = []
    with tempfile.TemporaryDirectory(prefix="killed-", dir=FOLDER) as name:
        folder = Path(name)
        async with Nursery(restoring.__name__) as nursery:
            scene = await _scene(folder)
            points = await _points(nursery, scene, folder / "whole")
            drawn = range(1, points + 1)
            for point in drawn if cases >= points else sorted(rng.sample(drawn, cases)):
                wrong = await _case(nursery, scene, folder / str(point), point)
                faults += [f"killed at point {point} of {points}: {one}" for one in wrong]
    return Outcome(cases=min(cases, points), faults=tuple(faults), note=f"{points} points")


async def _scene(folder: Path) -> Path:
    """Make the folder of a bot that has crashed, with a backup from before."""
    born, crashed = folder / "born", folder / "crashed"
    async with open_store(f"sqlite:///{_database(born)}", clock=SystemClock()) as store:
        await log(store, iter((GONE, BOTH)), 2)
        await store.backups.make()
        await store.members.delete(GONE)
        await log(store, iter((LATER,)), 1)
        shutil.copytree(born, crashed)
    _database(crashed).with_name("legday.db-shm").unlink()
    return crashed


async def _points(nursery: Nursery, scene: Path, folder: Path) -> int:
    shutil.copytree(scene, folder)
    await _restore(nursery, folder, 0)
    return int(restoring.passed_by(_database(folder)).read_text("ascii"))


async def _case(nursery: Nursery, scene: Path, folder: Path, point: int) -> list[str]:
    shutil.copytree(scene, folder)
    path, backup = _database(folder), _backup(folder)
    content = backup.read_bytes()
    died = await _restore(nursery, folder, point) == -signal.SIGKILL
    started = folder.with_name(f"{folder.name}-started")
    shutil.copytree(folder, started)
    async with open_store(f"sqlite:///{_database(started)}", clock=SystemClock()):
        pass
    found = held(_database(started))
    restore(backup, path, SystemClock().now())
    again = held(path)
    kept = _replaced(folder)
    checks = {
        "it did not die": died,
        f"the next start finds {sorted(found)}": set(found) in (OLD, NEW),
        "the next start finds somebody in part": set(found.values()) == {WHOLE},
        f"repeated, it leaves {sorted(again)}": set(again) == NEW,
        f"what it replaced has {sorted(kept)}": kept == OLD,
        "the backup is not what it was": backup.read_bytes() == content,
        "something unfinished stays": not list(_surplus(folder)),
    }
    shutil.rmtree(folder)
    shutil.rmtree(started)
    return [wrong for wrong, fine in checks.items() if not fine]


async def _restore(nursery: Nursery, folder: Path, fatal: int) -> int:
    told = restoring.told(_backup(folder), _database(folder), fatal)
    return await nursery.life(restoring.LIFE, told)


def _replaced(folder: Path) -> set[int]:
    return set().union(*(held(one) for one in folder.glob("*.before-restore*")))


def _surplus(folder: Path) -> Iterator[Path]:
    return (one for pattern in SURPLUS for one in folder.glob(pattern))


def _database(folder: Path) -> Path:
    return folder / "legday.db"


def _backup(folder: Path) -> Path:
    return next((folder / "backups").iterdir())


RESTORE_KILLS = Check(
    goal="G19",
    name="a restore killed at every step",
    run=killed,
    full=100_000,  # more than there are: all of them
    cut=18,
)
