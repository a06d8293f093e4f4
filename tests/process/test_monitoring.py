"""The pages for monitors, read over HTTP while the process works, and the names they promise."""

import asyncio
import contextlib
import re
import sys
import tomllib
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.cluster.membership import Cluster
from bot.config import VERSION, Config, ConfigError
from bot.runtime.maintenance import opened
from bot.runtime.process import monitored, serve
from bot.runtime.supervision import Watchdog
from bot.store.engine.schema import shipped_migrations

ROOT = Path(__file__).parents[2]


@pytest.fixture
def config(sandbox, tmp_path):
    return Config(
        discord_token=sandbox.token,
        database_url=f"sqlite:///{tmp_path}/legday.db",
        discord_api_base=sandbox.url,
        health_address="127.0.0.1:0",
        backup_dir=tmp_path / "backups",
        backup_every_hours=0,
    )


@pytest.fixture
async def watched(config):
    async with monitored(config) as served:
        yield served


@pytest.fixture
async def get(watched):
    """Read a page: its status and text."""
    async with aiohttp.ClientSession(watched.address) as session:

        async def read(path):
            async with session.get(path) as answer:
                return answer.status, (await answer.text()).strip()

        yield read


@pytest.fixture
def running(sandbox, config, clock, watched):
    """Run the process for a block: alone, from when it is ready, or among others."""

    @contextlib.asynccontextmanager
    async def run(cluster=None):
        stopping, watchdog = asyncio.Event(), Watchdog(clock.monotonic, lambda: None)

        @contextlib.asynccontextmanager
        async def join(*_):
            yield cluster or Cluster(config, clock)

        async with opened(config, clock) as store:
            work = asyncio.create_task(
                serve(config, store, clock, stopping, watchdog, join=join, watched=watched)
            )
            if cluster is None:
                await sandbox.until_connected()
                await watched.bot.wait_until_ready()
            yield
            stopping.set()
            assert await work == 0

    return run


def samples(page):
    """Return the page's figures: by name and labels."""
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(page)
        for sample in family.samples
    }


async def test_ready_says_what_is_missing_until_nothing_is(
    get, running, watched, sandbox, clock, tmp_path
):
    assert await get("/live") == (200, "live")
    assert await get("/ready") == (503, "starting")
    async with running():
        assert await get("/ready") == (200, "1 of 1 shards connected")

        gone = asyncio.create_task(watched.bot.wait_for("shard_disconnect"))
        back = asyncio.create_task(watched.bot.wait_for("guilds_known"))
        await sandbox.gateway_down()
        await gone
        assert await get("/ready") == (503, "0 of 1 shards connected")
        await sandbox.up()
        while not back.done():
            await clock.advance(timedelta(seconds=5))
        assert (await get("/ready"))[0] == 200

        (tmp_path / "legday.db").unlink()
        await clock.advance(timedelta(minutes=1))
        assert await get("/ready") == (503, "the database does not answer")
        assert (await get("/live"))[0] == (await get("/metrics"))[0] == 200
    assert await get("/ready") == (503, "starting")


class Standby(Cluster):
    """A process that gets neither slot nor lead."""

    leads = False

    def __init__(self, config, clock):
        super().__init__(config, clock)
        self.asked = asyncio.Event()

    async def seat(self):
        self.asked.set()
        await asyncio.Event().wait()

    async def lead(self):
        await asyncio.Event().wait()


async def test_a_standby_is_ready_and_says_so(get, running, config, clock):
    standby = Standby(config, clock)

    async with running(standby):
        await standby.asked.wait()
        assert await get("/ready") == (200, "standby")
        found = samples((await get("/metrics"))[1])

    figures = ("leader", "slot_shards", "shards_connected", "last_tick_seconds")
    assert [found[f"legday_{one}",] for one in figures] == [0, 0, 0, 0]


async def test_metrics_tell_what_happened_and_of_nobody(get, running, sandbox, clock):
    ann = sandbox.person("ann")
    async with running():
        shown = await ann.slash("help")
        await ann.press_custom_id("nobody.knows:1", on=shown)
        await ann.slash("legday log", effort=3, when="in 3 days")
        _, page = await get("/metrics")

    found = samples(page)
    assert found["legday_commands_total", "help", "ok"] == 1
    assert found["legday_commands_total", "unknown", "refused"] == 1
    assert found["legday_commands_total", "legday log", "refused"] == 1
    assert found["legday_answer_seconds_count",] == 3
    assert found["legday_identifies_total",] == 1
    assert found["legday_requests_total", "200"] > 0
    assert found["legday_store_seconds_count", "read"] > 0
    assert (found["legday_slot_shards",], found["legday_shards_connected",]) == (1, 1)
    assert (found["legday_guilds",], found["legday_leader",]) == (1, 1)
    assert found["legday_build_info", str(shipped_migrations()[-1].version), VERSION] == 1
    assert not re.search(r'="[^"]*\d{15}', page)
    for id_ in (ann.id, sandbox.guild.id):
        assert str(id_) not in page


async def test_every_metric_is_in_the_docs_and_no_other(get):
    _, page = await get("/metrics")
    families = text_string_to_metric_families(page)
    told = {
        f"{one.name}{ {'counter': '_total', 'info': '_info'}.get(one.type, '') }"
        for one in families
        if one.name.startswith("legday_")
    }

    documented = re.findall(
        r"^\| `(legday_\w+)", (ROOT / "docs/scaling.md").read_text(), re.MULTILINE
    )

    assert sorted(documented) == sorted(told)


async def test_a_missing_library_is_one_line(config, monkeypatch):
    monkeypatch.setitem(sys.modules, "prometheus_client", None)
    for module in ("metrics", "health_pages"):
        monkeypatch.delitem(sys.modules, f"bot.runtime.{module}", raising=False)

    with pytest.raises(ConfigError, match=r"^HEALTH_ADDRESS needs prometheus_client.*scale\.txt$"):
        async with monitored(config):
            pass


async def test_an_address_that_is_taken_is_one_line(watched):
    taken = Config(discord_token="", health_address=watched.address.removeprefix("http://"))

    with pytest.raises(ConfigError, match=r"^HEALTH_ADDRESS.*\.$"):
        async with monitored(taken):
            pass


def test_version_is_the_project_s():
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"] == VERSION
