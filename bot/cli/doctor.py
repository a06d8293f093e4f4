"""``python -m bot doctor``: checks of the installation, one line each with what to do."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from importlib import metadata
from pathlib import Path

from bot.cli.doctor_discord import account
from bot.cli.findings import Finding, fail, ok, warn
from bot.client.app import LegdayBot
from bot.client.registering import COMMANDS_KEY
from bot.clock import Clock
from bot.config import Config, ConfigError
from bot.store.copies.backup import inspect, made_at
from bot.store.engine.errors import StoreError, StoreLocked, StoreMoved, not_installed
from bot.store.engine.files import database_path, is_server, locked, readable_by_others, shown
from bot.store.engine.schema import shipped_migrations
from bot.store.moving.marks import refuse_moved
from bot.store.store import Store, look_at
from bot.texts import catalogues
from bot.texts.languages import ENGLISH, LANGUAGES

OVERDUE = timedelta(minutes=5)
ROLLS_OVERDUE = timedelta(minutes=10)


async def examine(environ: Mapping[str, str], clock: Clock) -> list[Finding]:
    """Run every check. Nothing is changed, and a running bot is not disturbed."""
    findings = []
    try:
        config = Config.from_env(environ)
        findings.append(ok("settings", f"complete; logs {config.log_level} as {config.log_format}"))
    except ConfigError as error:
        findings.append(fail("settings", str(error)))
        try:
            config = Config.from_env(environ, needs_token=False)
        except ConfigError:
            return findings
        config = replace(config, discord_token="")
    if is_server(config.database_url):
        findings += await on_server(config, clock)
    else:
        findings += await in_file(config, clock)
    findings += [zones(), languages(), papers(config)]
    if config.discord_token:
        findings += await account(config)
    return findings


async def in_file(config: Config, clock: Clock) -> list[Finding]:
    """Check a database in a file: file, folder, content, copies."""
    path = database_path(config.database_url)
    stored = list(database(path, config.backup_dir))
    findings = [private(path), folder(path), *stored]
    if stored[-1].about == "owner":
        findings += await contents(config, clock)
    return [*findings, backups(config, path, clock.now())]


async def on_server(config: Config, clock: Clock) -> list[Finding]:
    """Check a database on a PostgreSQL server: the server, content, copies."""
    try:
        from bot.cli.doctor_server import server  # noqa: PLC0415 (it needs a library few have)
    except ModuleNotFoundError as missing:
        return [fail("database", str(not_installed(missing)))]
    findings, is_open = await server(config, clock)
    return [*findings, *(await contents(config, clock) if is_open else ())]


def private(path: Path) -> Finding:
    """Check that files with members' data or the token are readable by their owner only."""
    open_to_all = [
        one for one in (Path(".env"), *path.parent.glob(f"{path.name}*")) if readable_by_others(one)
    ]
    if open_to_all:
        names = " ".join(map(str, sorted(open_to_all)))
        return warn("private", f"others may read them: chmod 600 {names}")
    return ok("private", "the data and .env are for their owner only")


def folder(path: Path) -> Finding:
    """Check that the data folder, or the place where it will be, can be written."""
    if (closed := _closed(path)) is not None:
        return fail("folder", f"{closed} cannot be written: give it to the user running the bot")
    return ok("folder", f"{path.parent} can be written")


def _closed(path: Path) -> Path | None:
    """Return the folder in which a file, or its folder, cannot be made; nothing if it can."""
    existing = next(one for one in path.absolute().parents if one.exists())
    is_open = existing.is_dir() and os.access(existing, os.W_OK | os.X_OK)
    return None if is_open else existing


def database(path: Path, folder_: Path) -> Iterator[Finding]:
    """Check the database's file: there, sound, its schema, its owner.

    ``folder_`` is where its automatic copies are.
    """
    if not path.exists():
        copies = copies_of(path, folder_)
        if copies:
            yield fail(
                "database", f"{path} is gone: stop the bot, python -m bot restore {copies[-1]}"
            )
        else:
            yield ok("database", f"{path} is made at the first start")
        return
    try:
        version, newest = max(inspect(path)), shipped_migrations()[-1].version
        size = path.stat().st_size / 1e6
    except StoreError as error:
        yield fail("database", str(error))
        return
    if version < newest:
        yield warn(
            "database", f"schema {version} of {newest}: brought up to date at the next start"
        )
        return
    yield ok("database", f"sound, schema {version}, {size:.1f} MB")
    try:
        with locked(path):
            yield ok("owner", "no process uses it: the bot does not run")
    except StoreLocked:
        yield ok("owner", "a process uses it: the bot runs")
    except StoreError as error:
        yield fail("owner", str(error))


async def contents(config: Config, clock: Clock) -> list[Finding]:
    """Check the queue of reminders, and the registered commands; nothing is written."""
    async with look_at(config.database_url, clock=clock) as store:
        now = clock.now()
        found = [await reminders(store, now), await rolls(store, now)]
        return [*found, await commands(config, store, clock), *await moves(config, store)]


async def moves(config: Config, store: Store) -> list[Finding]:
    """Report a move that was not finished, or that took the data elsewhere."""
    try:
        await refuse_moved(store.database, shown(config.database_url))
    except StoreMoved as error:
        return [fail("move", str(error))]
    return []


async def reminders(store: Store, now: datetime) -> Finding:
    """Check for overdue reminders, and report the last day's outcomes."""
    due = await store.reminders.next_wake()
    if due is not None and now - due > OVERDUE:
        minutes = (now - due) // timedelta(minutes=1)
        return warn(
            "reminders", f"one is {minutes} minutes overdue: start the bot, or see in its log why"
        )
    day = await store.reminders.last_day(now)
    why = ", ".join(f"{reason} {count}" for reason, count in day.why.most_common(5))
    said = f"{day.sent} sent ({day.late} late), {day.skipped} skipped, {day.given_up} given up"
    return ok("reminders", f"none overdue; in 24 h {said}{f': {why}' if why else ''}")


async def rolls(store: Store, now: datetime) -> Finding:
    """Check for roll calls whose message is not as it should be by now."""
    overdue = await store.roll_closing.overdue(now - ROLLS_OVERDUE)
    if overdue:
        return warn(
            "rolls", f"{overdue} are not shown as they are: start the bot, or see in its log why"
        )
    return ok("rolls", "all are shown as they are")


async def commands(config: Config, store: Store, clock: Clock) -> Finding:
    """Check that the commands are those registered last."""
    bot = LegdayBot(config, store, clock)
    await bot.load_extensions()
    registered = (await store.meta.get(COMMANDS_KEY) or "").split(" ")[-1]
    if registered != bot.registering.digest():
        return warn("commands", "not registered as they are now: the next start does it")
    return ok("commands", "registered as they are")


def backups(config: Config, path: Path, now: datetime) -> Finding:
    """Check for a recent automatic backup."""
    if not config.backup_every_hours:
        return warn("backups", "off: set BACKUP_EVERY_HOURS, or copy with the backup command")
    if (closed := _closed(config.backup_dir / path.name)) is not None:
        return warn("backups", f"none can be made: {closed} cannot be written (BACKUP_DIR)")
    copies = copies_of(path, config.backup_dir)
    if not copies:
        return warn("backups", f"none yet in {config.backup_dir}: the running bot makes them")
    age = now - made_at(copies[-1])
    if age > 2 * timedelta(hours=config.backup_every_hours):
        return warn("backups", f"the newest is {age.days} days old: is the bot running?")
    return ok(
        "backups", f"{len(copies)} in {config.backup_dir}, the newest from {made_at(copies[-1])}"
    )


def copies_of(path: Path, folder_: Path) -> list[Path]:
    """Return the automatic copies there are, oldest first."""
    return sorted(folder_.glob(f"{path.stem}-*Z.db"))


def zones() -> Finding:
    """Report the time zone database in use."""
    return ok("time zones", f"tzdata {metadata.version('tzdata')}")


def languages() -> Finding:
    """Check that every language's translations can be read, and are whole."""
    found = [catalogues.read(each) for each in LANGUAGES if each is not ENGLISH]
    troubles = [each.trouble for each in found if each.trouble is not None]
    if troubles:
        return warn("languages", f"their members read English: {'; '.join(troubles)}")
    partly = [each.language.code for each in found if each.left_out or not each.care_is_approved]
    if partly:
        return warn("languages", f"some messages are in English: {', '.join(partly)}")
    return ok("languages", f"{len(found)} besides English")


def papers(config: Config) -> Finding:
    """Check that members are told who runs the bot, and find its documents."""
    named = {
        "OPERATOR": config.operator,
        "CONTACT": config.contact,
        "PRIVACY_URL": config.privacy_url,
        "HEALTH_URL": config.health_url,
        "TERMS_URL": config.terms_url,
    }
    missing = [name for name, value in named.items() if not value]
    if missing:
        return warn("papers", f"not set: {', '.join(missing)} (templates are in docs/)")
    return ok("papers", "privacy policy, health data notice and terms are named")
