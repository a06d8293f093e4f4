"""Copies of a database on a PostgreSQL server, by its own programs."""

import asyncio
import shutil
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from bot.config import Config, without_settings
from bot.store.copies.backup import STAMP
from bot.store.engine.errors import StoreError
from bot.store.engine.files import make_private

PASSWORD = "PGPASSWORD"  # noqa: S105 (the name of a variable)


def dumps(config: Config) -> list[Path]:
    """Return the copies made without a path, oldest first."""
    return sorted(config.backup_dir.glob("legday-*Z.dump"))


async def dump(config: Config, now: datetime, target: Path | None) -> Path:
    """Copy the database to ``target``, or into the backup folder, where the oldest copies go.

    Raises:
        StoreError: one line that says what is wrong and what to do.
    """
    url, password = apart(config.database_url)
    if shutil.which("pg_dump") is None or shutil.which("pg_restore") is None:
        raise StoreError(
            "pg_dump is not installed here; where it is, run: pg_dump --format=custom "
            f"--file=legday.dump '{url}'"
        )
    path = target or config.backup_dir / f"legday-{now.astimezone(UTC):{STAMP}}.dump"
    if path.exists():
        raise StoreError(f"{path} exists already: choose another name.")
    unfinished = path.with_name(f"{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        make_private(unfinished)
        file = str(unfinished)
        await _run(
            "pg_dump", "--format=custom", f"--file={file}", f"--dbname={url}", secret=password
        )
        await _run("pg_restore", "--list", file)
        unfinished.replace(path)
    except OSError as error:
        raise StoreError(f"{path} cannot be written ({error.strerror})") from None
    finally:
        unfinished.unlink(missing_ok=True)
    for one in dumps(config)[: -config.backup_keep] if target is None else ():
        one.unlink(missing_ok=True)
    return path


def apart(url: str) -> tuple[str, str]:
    """Return a URL without its password, and the password: a command line is for all to see."""
    parts = urlsplit(url)
    before, at, host = parts.netloc.rpartition("@")
    user, _, password = before.partition(":")
    query = parts.query.split("&")
    for part in [one for one in query if one.startswith("password=")]:
        query.remove(part)
        password = part.partition("=")[2]
    bare = parts._replace(netloc=f"{user}{at}{host}", query="&".join(query))
    return urlunsplit(bare), unquote(password)


async def _run(program: str, *options: str, secret: str = "") -> None:
    environment = without_settings() | ({PASSWORD: secret} if secret else {})
    process = await asyncio.create_subprocess_exec(
        *(program, *options),
        env=environment,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    _, said = await process.communicate()
    if process.returncode:
        lines = said.decode(errors="replace").strip().splitlines() or ["no reason given"]
        why = "; ".join(line.removeprefix(f"{program}: ").strip() for line in lines[:2])
        raise StoreError(f"{program} failed: {why}")
