"""What ``doctor`` looks at where the database is on a PostgreSQL server."""

from collections.abc import Iterator
from datetime import timedelta

from bot.cli.findings import Finding, fail, ok, warn
from bot.clock import Clock
from bot.config import Config
from bot.runtime.dumps import dumps
from bot.runtime.server_copies import is_copied
from bot.store.engine.errors import StoreError
from bot.store.engine.files import shown
from bot.store.engine.postgres_pool import OLDEST, POOLED
from bot.store.engine.schema import shipped_migrations
from bot.store.engine.server_facts import ServerFacts, look

SPARE = 10  # connections for whoever looks at it beside the bot
CLOCKS_APART = timedelta(seconds=5)


async def server(config: Config, clock: Clock) -> tuple[list[Finding], bool]:
    """Check the server; return also whether what the bot keeps there can be looked at."""
    try:
        facts = await look(config.database_url)
    except StoreError as error:
        return [fail("database", str(error))], False
    newest = shipped_migrations()[-1].version
    findings = [database(config, facts), schema(facts, newest), connection(facts)]
    findings += [room(config, facts), clocks(facts, clock), copies(config, facts, clock)]
    findings += [processes(config, facts), *unusual(facts)]
    return findings, is_readable(facts, newest)


def is_readable(facts: ServerFacts, newest: int) -> bool:
    """Tell whether a look can be had at what the bot keeps there."""
    return facts.schema == newest and facts.number >= OLDEST and not facts.pooled


def database(config: Config, facts: ServerFacts) -> Finding:
    """Check the version, and that it can be written to."""
    where = shown(config.database_url)
    if facts.number < OLDEST:
        return fail("database", f"{where} is {facts.version}: PostgreSQL 13 or newer is needed")
    if facts.only_reads:
        return fail("database", f"{where} is a replica, or read-only: name the primary")
    return ok("database", f"{where}, version {facts.version}")


def schema(facts: ServerFacts, newest: int) -> Finding:
    """Check the schema, and the right to change it."""
    if facts.foreign:
        return fail("schema", f"{facts.foreign} tables belong to another role: make ours the owner")
    if facts.schema is None or facts.schema < newest:
        if not facts.may_create:
            return fail("schema", "the role may not make tables: let it own the database")
        if facts.schema is None:
            return ok("schema", "made at the first start")
        return warn("schema", f"{facts.schema} of {newest}: brought up to date at the next start")
    if facts.schema > newest:
        return warn("schema", f"{facts.schema}, of a newer version of the bot; this knows {newest}")
    return ok("schema", f"{facts.schema}, and its tables are ours")


def connection(facts: ServerFacts) -> Finding:
    """Check how the server is reached."""
    if facts.pooled:
        return fail("connection", POOLED)
    if not facts.local and not facts.encrypted:
        how = "add ?sslmode=verify-full&sslrootcert=FILE to DATABASE_URL"
        return warn("connection", f"not encrypted: {how}")
    return ok("connection", "encrypted" if facts.encrypted else "within this machine")


def room(config: Config, facts: ServerFacts) -> Finding:
    """Check that all processes find a connection."""
    wanted = (config.shard_slots + 1) * (config.database_pool + 1) + SPARE  # one stands by
    if facts.room < wanted:
        return warn(
            "room",
            f"the server takes {facts.room} connections, {wanted} may be wanted: raise "
            "max_connections, or lower DATABASE_POOL",
        )
    return ok("room", f"the server takes {facts.room} connections, {wanted} may be wanted")


def clocks(facts: ServerFacts, clock: Clock) -> Finding:
    """Check that the server's clock and ours agree."""
    apart = abs(facts.now - clock.now())
    if apart > CLOCKS_APART:
        return warn(
            "clocks", f"the server's and ours are {apart.total_seconds():.0f} s apart: set them"
        )
    return ok("clocks", "the server's and ours agree")


def copies(config: Config, facts: ServerFacts, clock: Clock) -> Finding:
    """Check that a loss of the server loses little."""
    if facts.archives:
        return ok("backups", f"the server archives its log, last {facts.archived_at:%F %T}")
    if is_copied(config, facts, clock.now()):
        made = dumps(config)
        return ok("backups", f"{len(made)} in {config.backup_dir}, the newest is {made[-1].name}")
    return warn("backups", "no archive of the log, no copy of two days: see docs/scaling.md")


def processes(config: Config, facts: ServerFacts) -> Finding:
    """Report which slots are served, and whether somebody leads."""
    if not facts.slots and not facts.led:
        return ok("processes", "none runs")
    missing = sorted({*range(config.shard_slots)} - {*facts.slots})
    if missing:
        return warn("processes", f"nobody serves slots {', '.join(map(str, missing))}")
    if not facts.led:
        return warn("processes", "none leads: no reminder leaves")
    return ok("processes", f"all {config.shard_slots} slots are served, and one leads")


def unusual(facts: ServerFacts) -> Iterator[Finding]:
    """Report what is there only where something went wrong."""
    if facts.dead:
        yield warn("dead rows", f"more than live ones in {facts.dead}: is autovacuum on?")
