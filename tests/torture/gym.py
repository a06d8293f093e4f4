"""A bot of three processes, each on a machine of its own, and the people who use it.

Two have a slot of shards each; the third stands by.
"""

import asyncio
import random
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg  # type: ignore[import-untyped]  # it brings no types

from bot.clock import SystemClock
from bot.sandbox import RealClock, Sandbox
from bot.store.engine.migrating import migrate
from bot.store.engine.schema import shipped_migrations
from tests.postgres_server import Server
from tests.torture.bots import Bot, all_connected, leader, until
from tests.torture.diaries import Diaries, agreed, servers_of
from tests.torture.machines import HEALTH, Machine, Network, at_hub, network
from tests.torture.promised import Crowd
from tests.torture.servers import open_to_all

MACHINES, SLOTS, SHARDS = 3, 2, 2
AT_ONCE = 6  # reminders promised at a time
HBA = """
local all all trust
host all all 10.77.0.0/24 trust
"""


@dataclass
class Gym:
    """The machines with their bots, a local Discord, and the judge's own way to the database."""

    sandbox: Sandbox
    machines: list[Machine]
    bots: list[Bot]
    connection: asyncpg.Connection
    crowd: Crowd
    diaries: Diaries
    rng: random.Random

    async def leader(self, *, other_than: int = 0) -> asyncpg.Record:
        """Wait until a session leads; return what the database says of it."""
        return await leader(self.connection, other_than=other_than)

    def at(self, session: asyncpg.Record) -> int:
        """Return the number of a session's machine."""
        return [one.address("db") for one in self.machines].index(session["address"])

    async def promise(self) -> None:
        """Promise some reminders that are due now."""
        await self.crowd.promise(SystemClock().now(), dms=AT_ONCE)

    async def start(self, number: int) -> None:
        """Start the bot of a machine."""
        await self.machines[number].inside(self.bots[number].start)

    async def until_ready(self, number: int) -> float:
        """Wait until a machine's bot does all it is there for; return the seconds it took."""

        async def ready() -> bool:
            return (await self.machines[number].page("ready"))[0] == 200

        return await until(ready)


@asynccontextmanager
async def with_bots(rng: random.Random, logs: int) -> AsyncIterator[Gym]:
    """Give machines with bots that are connected, and people."""
    async with AsyncExitStack() as stack:
        machines = await stack.enter_async_context(network(MACHINES))
        sandbox = await stack.enter_async_context(Sandbox(clock=RealClock()))
        sandbox.gateway.shards = sandbox.gateway.max_concurrency = SHARDS
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="legday-cuts-")))
        server = await stack.enter_async_context(_database(machines, folder))
        environ = await stack.enter_async_context(_settings(machines, sandbox))
        bots = []
        for one in machines.machines:
            own = {**environ, "HEALTH_ADDRESS": f"{one.address('net')}:{HEALTH}"}
            bots.append(Bot(folder / one.name, own))
            stack.callback(bots[-1].kill)
        connection = await asyncpg.connect(server.url)
        stack.push_async_callback(connection.close)
        people = await agreed(sandbox, server.url, logs)
        diaries = Diaries(sandbox, people, servers_of(sandbox, SHARDS), rng)
        crowd = Crowd(sandbox, server.url)
        made = Gym(sandbox, machines.machines, bots, connection, crowd, diaries, rng)
        for number in range(MACHINES):
            await made.start(number)
        await all_connected(sandbox, SHARDS)
        yield made


@asynccontextmanager
async def _database(machines: Network, folder: Path) -> AsyncIterator[Server]:
    """Run a server in the network; the judge reaches it by its socket."""
    settings = {"listen_addresses": at_hub("db"), "hba_file": str(_doors(folder))}
    server = Server(open_to_all(open_to_all(folder) / "pg"), settings=settings)
    await machines.inside(server.start)
    try:
        await migrate(server.url, shipped_migrations(), SystemClock().now())
        yield server
    finally:
        await asyncio.to_thread(server.stop)


def _doors(folder: Path) -> Path:
    """Write who may come in, for the server."""
    made = folder / "hba"
    made.write_text(HBA)
    return made


@asynccontextmanager
async def _settings(machines: Network, sandbox: Sandbox) -> AsyncIterator[dict[str, str]]:
    """Carry the local Discord into the network; yields the settings that all bots have."""
    api, gateway = sandbox._api.port, sandbox._sockets.port
    async with machines.carried(api, gateway) as (api_there, gateway_there):
        at = at_hub("net")
        sandbox.gateway.url = f"ws://{at}:{gateway_there}/gateway"
        yield {
            "DISCORD_TOKEN": sandbox.token,
            "DISCORD_API_BASE": sandbox.url.replace(f"127.0.0.1:{api}", f"{at}:{api_there}"),
            "DATABASE_URL": f"postgresql://legday@{at_hub('db')}/postgres",
            "BACKUP_EVERY_HOURS": "0",
            "SHARD_COUNT": str(SHARDS),
            "SHARD_SLOTS": str(SLOTS),
        }
