"""The command line: ``python -m bot COMMAND``; ``--help`` lists the commands.

Each command imports what it needs only when it runs: ``run`` must be up fast, and a mistake in the
settings is told before discord.py is even loaded.
"""

import argparse
import asyncio
import logging
import os
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from bot.clock import SystemClock
from bot.config import Config, ConfigError, environment
from bot.store.engine.errors import StoreError
from bot.store.engine.files import only_for_owner

EXIT_OK, EXIT_FAULT, EXIT_SETTINGS, EXIT_INTERRUPTED = 0, 1, 2, 130

Options = argparse.Namespace


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the process's exit code."""
    options = parser().parse_args(arguments)
    command: Callable[[Options], Awaitable[int]] = options.command
    try:
        return asyncio.run(command(options))  # type: ignore[arg-type] # every command is a coroutine
    except (ConfigError, StoreError) as error:
        sys.stderr.write(f"{error}\n")
        return EXIT_SETTINGS
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # Whoever read what we print has enough; Python would complain once more while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_OK
    except Exception:
        # The last door: what nobody expected is written as all the log is, without secrets.
        logging.getLogger(__name__).critical("ended by a fault", exc_info=True)
        return EXIT_FAULT


def parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    made = argparse.ArgumentParser(prog="python -m bot", description="Legday, a bot for leg day.")
    commands = made.add_subparsers(required=True, metavar="command")

    def add(name: str, command: Callable[[Options], Awaitable[int]]) -> argparse.ArgumentParser:
        first_line = (command.__doc__ or "").partition("\n")[0]
        one = commands.add_parser(name, help=first_line, description=first_line)
        one.set_defaults(command=command)
        return one

    add("run", run)
    sandbox_ = add("sandbox", sandbox)
    sandbox_.add_argument("--script", type=Path, metavar="FILE", help="run its lines, then end")
    sandbox_.add_argument("--no-web", action="store_true", help="no page for the browser")
    sandbox_.add_argument("--port", type=_port, help="where the page listens (default: any)")
    sandbox_.add_argument("--db", type=Path, metavar="FILE", help="keep the data in this file")
    assess_ = add("assess", assess)
    assess_.add_argument("file", type=Path, nargs="?", metavar="FILE", help="else standard input")
    schedule_ = add("schedule", schedule)
    schedule_.add_argument("zone", metavar="ZONE", help="such as Europe/Berlin")
    schedule_.add_argument("at", metavar="HH:MM", help="time of day on the zone's clocks")
    schedule_.add_argument("days", metavar="DAYS", nargs="*", help="such as mon,wed,fri; all else")
    schedule_.add_argument("--from", dest="first", metavar="DATE", required=True, help="YYYY-MM-DD")
    schedule_.add_argument("--to", dest="last", metavar="DATE", required=True, help="YYYY-MM-DD")
    read_ = add("read", read)
    read_.add_argument("reader", nargs="?", help="such as exercises or when; else a list as JSON")
    read_.add_argument("words", nargs="*", metavar="WORDS", help="what a member might type")
    read_.add_argument(
        "--zone", default="Europe/Berlin", help="the member's (default: %(default)s)"
    )
    read_.add_argument("--now", help="when it is said (default: now; a list: 2026-11-28T14:40)")
    read_.add_argument("--unit", help="of loads without one: kg (as by default) or lb")
    read_.add_argument("--language", help="of the words besides English, like de or pt-BR")
    migrate_ = add("migrate", migrate)
    migrate_.add_argument("--from", dest="source", metavar="URL", help="whose data is moved here")
    add("sync", sync)
    add("backup", backup).add_argument("path", type=Path, nargs="?", help="where the copy goes")
    add("restore", restore).add_argument("path", type=Path, help="the copy to put in place")
    add("doctor", doctor)
    add("health", health)
    return made


async def run(_: Options) -> int:
    """Run the bot on Discord until it is told to stop."""
    config = _configured(needs_token=True)
    from bot.runtime.process import run as run_bot  # noqa: PLC0415 (settings are checked first)

    return await run_bot(config, SystemClock())


async def sandbox(options: Options) -> int:
    """Try the real bot against a local Discord; no account is needed."""
    from bot.cli.sandbox import Wanted, try_out  # noqa: PLC0415 (only this command needs these)
    from bot.sandbox.web import PortTakenError  # noqa: PLC0415 (as above)

    wanted = Wanted(
        script=options.script,
        database=options.db,
        page=not options.no_web,
        port=options.port,
        zone=os.environ.get("TZ", ""),
    )
    try:
        return await try_out(wanted)
    except PortTakenError as problem:
        sys.stderr.write(f"{problem}\n")
        return EXIT_SETTINGS


async def assess(options: Options) -> int:
    """Answer "can I run today?" as data: a question, or a list of them, as JSON."""
    from bot.cli.assess.command import run as answer_all  # noqa: PLC0415 (only this command needs it)

    return answer_all(options.file)


async def schedule(options: Options) -> int:
    """Print when a daily time comes in a zone, date by date, and why."""
    from bot.cli import schedule as timetable  # noqa: PLC0415 (only this command needs it)

    days = " ".join(options.days)
    try:
        asked = timetable.read(options.zone, options.at, days, options.first, options.last)
    except timetable.ScheduleError as error:
        sys.stderr.write(f"{error}\n")
        return EXIT_SETTINGS
    for line in timetable.lines(asked):
        _say(line)
    return EXIT_OK


async def read(options: Options) -> int:
    """Print what the bot reads of words: exercises, times, zones, numbers, days."""
    from bot.cli import read as reading  # noqa: PLC0415 (only this command needs it)

    told = {"zone": options.zone, "unit": options.unit, "language": options.language}
    try:
        if options.reader is None:
            told["now"] = options.now or reading.EXAMPLE_NOW
            _say(reading.read_list(sys.stdin.buffer.read(), **told))
        else:
            told["now"] = options.now or SystemClock().now().isoformat()
            asked = reading.asked(options.reader, " ".join(options.words), **told)
            _say(reading.read(asked))
    except reading.ReadingError as error:
        sys.stderr.write(f"{error}\n")
        return EXIT_SETTINGS
    return EXIT_OK


async def migrate(options: Options) -> int:
    """Bring the database up to date, after a backup of it; or move another one's data into it."""
    config = _configured()
    if options.source is not None:
        return await _move(config, options.source)
    from bot.runtime.maintenance import opened  # noqa: PLC0415 (settings are checked first)

    async with opened(config, SystemClock()):
        _say("The database is up to date.")
    return EXIT_OK


async def _move(config: Config, source: str) -> int:
    from bot.cli.move import lines  # noqa: PLC0415 (few ever need it)
    from bot.runtime.maintenance import settings  # noqa: PLC0415 (as above)
    from bot.store.engine.files import shown  # noqa: PLC0415 (as above)
    from bot.store.moving.sides import move_all  # noqa: PLC0415 (as above)

    target = config.database_url
    moved = await move_all(source, target, clock=SystemClock(), backups=settings(config))
    for line in lines(moved, shown(source), shown(target)):
        _say(line)
    return EXIT_OK if all(one.agrees for one in moved) else EXIT_FAULT


async def sync(_: Options) -> int:
    """Register the commands with Discord anew. Rarely needed: run does it when they change."""
    config = _configured(needs_token=True)
    from bot.runtime.connection import sync as sync_commands  # noqa: PLC0415 (settings are checked first)
    from bot.runtime.maintenance import opened  # noqa: PLC0415 (as above)

    async with opened(config, SystemClock()) as store:
        await sync_commands(config, store, SystemClock())
    _say("The commands are registered.")
    return EXIT_OK


async def backup(options: Options) -> int:
    """Copy the database, also while the bot runs; the copy is checked."""
    config = _configured()
    from bot.runtime.maintenance import copy_database, settings  # noqa: PLC0415 (settings are checked first)

    _say(f"Copied to {await copy_database(config, SystemClock(), options.path)}.")
    if options.path is not None:
        days = settings(config).longest.days
        _say(f"Members are told that copies go after {days} days: deleting this one is up to you.")
    return EXIT_OK


async def restore(options: Options) -> int:
    """Put a backup in the database's place; the bot must not be running."""
    config = _configured()
    from bot.store.copies.restoring import restore as put_back  # noqa: PLC0415 (settings are checked first)
    from bot.store.engine.files import database_path, is_server  # noqa: PLC0415 (as above)

    if is_server(config.database_url):
        raise StoreError(
            "Stop all processes, then: pg_restore --clean --if-exists --dbname=… "
            f"{options.path} (docs/scaling.md)"
        )
    now = SystemClock().now()
    path = database_path(config.database_url)
    replaced = put_back(options.path, path, now, folder=config.backup_dir)
    _say(f"Restored {options.path}." + (f" What it replaced is {replaced}." if replaced else ""))
    return EXIT_OK


async def doctor(_: Options) -> int:
    """Look for what may be wrong; exit code 1 if something keeps the bot from running."""
    from bot.cli.doctor import examine  # noqa: PLC0415 (only this command needs it)
    from bot.cli.findings import Level  # noqa: PLC0415 (as above)

    findings = await examine(environment(), SystemClock())
    for finding in findings:
        _say(str(finding))
    failed = any(finding.level is Level.FAIL for finding in findings)
    return EXIT_FAULT if failed else EXIT_OK


async def health(_: Options) -> int:
    """Say whether the bot runs and works, for a health check; exit code 1 if not."""
    config = Config.from_env(environment(), needs_token=False)
    from bot.runtime import heartbeat  # noqa: PLC0415 (settings are checked first)
    from bot.store.engine.files import beside  # noqa: PLC0415 (as above)

    file = heartbeat.file_of(beside(config.database_url))
    trouble = heartbeat.trouble(file, SystemClock().now())
    _say(f"unhealthy: {trouble}" if trouble else "healthy")
    return EXIT_FAULT if trouble else EXIT_OK


def _port(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return int(text)


def _configured(*, needs_token: bool = False) -> Config:
    config = Config.from_env(environment(), needs_token=needs_token)
    only_for_owner(Path(".env"))  # it holds the token
    from bot.runtime.logs import set_up  # noqa: PLC0415 (settings are checked first)

    set_up(config)
    return config


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
