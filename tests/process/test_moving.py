"""``migrate --from``: what an operator sees of a move, and what keeps one from beginning."""

import asyncio
import logging
import shutil
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import asyncpg  # type: ignore[import-untyped]  # it brings no types
import pytest

from bot.__main__ import main
from bot.cli.doctor import examine
from bot.cli.move import lines
from bot.clock import SystemClock
from bot.domain.facts.settings import GuildSettings
from bot.store.cluster.anchor import CLUSTER, LOCKS
from bot.store.copies.backup import BackupSettings
from bot.store.engine.errors import StoreError
from bot.store.engine.files import locked
from bot.store.moving.move import Compared
from bot.store.moving.reading import Content
from bot.store.moving.sides import move_all
from bot.store.store import open_store
from tests import postgres, stored

CLOCK = SystemClock()
SECRET = "not-for-the-log"
FILE = "sqlite:///legday.db"
NEWER = (
    "INSERT INTO schema_migrations (version, name, checksum, applied_at, breaks)"
    " VALUES (999, 'later', '', 0, 0)"
)


@pytest.fixture
async def url(tmp_path, monkeypatch, empty_database):
    """Lend an empty database on a server; one in a file, with a server's settings, is here."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(empty_database, "legday.db")
    async with open_store(FILE, clock=CLOCK) as store:
        await stored.save_server(store, GuildSettings(guild_id=1), now=datetime.now(UTC))
    async with postgres.database() as lent:
        yield lent


@pytest.fixture(autouse=True)
def _log():
    """Leave the log as it was before the commands."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = before
    logging.captureWarnings(capture=False)


async def migrated(capsys, *arguments):
    """Run the command as a shell does; return its exit code, output, and last line of errors."""
    code = await asyncio.to_thread(main, ("migrate", *arguments))
    out, err = capsys.readouterr()
    return code, out, err.splitlines()[-1]


async def moves(environ):
    """Return what doctor finds of moves."""
    return [str(one.level) for one in await examine(environ, CLOCK) if one.about == "move"]


async def test_a_move_is_told_in_a_table_and_the_bot_starts_on_the_target_only(
    url, capsys, monkeypatch
):
    monkeypatch.setenv("DATABASE_URL", url)
    code, out, _ = await migrated(capsys, "--from", FILE)
    heading, row, *rest = out.splitlines()

    assert code == 0
    assert (heading.split()[0], row.split()[:2], len(rest)) == ("table", ["guilds", "1"], 2)
    async with open_store(url, clock=CLOCK) as store:
        assert await store.guilds.ids() == {1}
    assert (await migrated(capsys, "--from", FILE))[0] == 2

    monkeypatch.setenv("DATABASE_URL", FILE)
    code, out, err = await migrated(capsys)
    assert (code, out, "was moved to PostgreSQL" in err) == (2, "", True)
    assert (await moves({"DATABASE_URL": FILE}), await moves({"DATABASE_URL": url})) == (
        ["fail"],
        [],
    )

    monkeypatch.setenv("DATABASE_URL", "sqlite:///back.db")
    assert (await migrated(capsys, "--from", url))[0] == 0
    async with open_store("sqlite:///back.db", clock=CLOCK) as store:
        assert await store.guilds.ids() == {1}


def test_what_differs_is_told_with_what_to_do():
    held = Content(rows=1_000, digest="a" * 64, replaced=2)
    other = Content(rows=999, digest="b" * 64, replaced=0)
    told = [Compared(table="members", source=held, target=other)]

    _, one, differs, last = lines(told, "here", "there")

    assert one.split() == ["members", "1,000", "a" * 16, "2"]
    assert differs.split()[-2:] == ["999", "b" * 16]
    assert last.startswith("there does not hold the same")


@asynccontextmanager
async def nothing_there(url):
    yield "sqlite:///nowhere.db", url


@asynccontextmanager
async def no_database_at_all(url):
    yield "sqlite://", url


@asynccontextmanager
async def the_same_engine(url):
    yield FILE, "sqlite:///other.db"


def overwrite(path):
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * 8192 + content[12288:])


@asynccontextmanager
async def damaged(url):
    overwrite(Path("legday.db"))
    yield FILE, url


@asynccontextmanager
async def of_a_newer_version(url):
    async with open_store(FILE, clock=CLOCK) as store:
        await store.database.execute(NEWER)
    yield FILE, url


@asynccontextmanager
async def in_use(url):
    with locked(Path("legday.db")):
        yield FILE, url


@asynccontextmanager
async def a_bot_on_the_server(url):
    other = await asyncpg.connect(url)
    await other.execute("SELECT pg_advisory_lock_shared($1, $2)", LOCKS, CLUSTER)
    try:
        yield FILE, url
    finally:
        await other.close()


@asynccontextmanager
async def nothing_on_the_server(url):
    async with postgres.empty_database() as bare:
        yield bare, "sqlite:///new.db"


@asynccontextmanager
async def no_such_server(url):
    yield FILE, f"postgresql://legday:{SECRET}@127.0.0.1:1/legday"


@pytest.mark.parametrize(
    ("arranged", "says"),
    [
        (nothing_there, "holds nothing"),
        (no_database_at_all, "--from is not understood"),
        (the_same_engine, "the same engine"),
        (damaged, "damaged"),
        (of_a_newer_version, "newer version"),
        (in_use, "in use"),
        (a_bot_on_the_server, "in use"),
        (nothing_on_the_server, "holds nothing"),
        (no_such_server, "server runs"),
    ],
)
async def test_what_cannot_be_moved_is_one_line_without_the_password(url, arranged, says):
    async with arranged(url) as (source, target):
        with pytest.raises(StoreError, match=says) as refused:
            await move_all(source, target, clock=CLOCK, backups=BackupSettings())

    assert "\n" not in str(refused.value)
    assert SECRET not in str(refused.value)
    async with open_store(url, clock=CLOCK) as store:  # nothing of a move is left
        assert await store.guilds.ids() == set()
