"""The configuration: the only reader of the environment and of ``.env``.

Each field of ``Config`` is the variable of the same name in capitals; ``.env.example`` lists them
in the same order.
"""

import codecs
import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

VERSION = "0.1.0"
DISCORD = "https://discord.com/api/v10"
DATABASE = "sqlite:///data/legday.db"
SERVER = ("postgresql://", "postgres://")
BACKUPS = Path("data/backups")
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
FORMATS = ("text", "json")
LONGEST_LINE = 100  # characters of who runs the bot, and of where to write
MOST_SHARDS = 100_000
LONGEST_LINK = 512  # as Discord's buttons take it

# Characters a bot token is made of; anything else would only fail later, inside an HTTP header.
_TOKEN = re.compile(r"[\w.-]+", re.ASCII)
_PLACEHOLDER = re.compile(
    r"your.*|.*[-_]here|change.?me|placeholder|example|(the|my|bot|discord|[-_])*(token|secret)|[x.]+",
    re.IGNORECASE,
)
WHERE_FROM = (
    "Copy the bot's token from https://discord.com/developers/applications (Bot, Reset Token)"
)


class PlainWords(StrEnum):
    """Which messages of members the bot is sent."""

    ON = "on"  # by DM, and in servers
    DM = "dm"
    OFF = "off"


class ConfigError(Exception):
    """An invalid setting; the text is one line that says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """All settings, validated."""

    # The bot's token; empty only where the command needs none.
    discord_token: str = field(repr=False)
    # Where everything is kept: a SQLite file, or a database on PostgreSQL.
    database_url: str = field(default=DATABASE, repr=False)  # it may hold a password
    database_pool: int = 8  # how many connections to a PostgreSQL server are kept
    # Discord's REST API, a proxy of it, or a local Discord; no final slash.
    discord_api_base: str = DISCORD
    log_level: str = "INFO"  # least severe level that is written
    log_format: str = "text"  # ``text`` for people, ``json`` for machines
    health_address: str = ""  # where the pages for monitors are; empty: nowhere
    backup_dir: Path = BACKUPS  # folder of the automatic backups
    backup_keep: int = 7  # how many of them are kept
    backup_every_hours: int = 24  # how often one is made; 0 turns them off
    requests_per_second: int = 48  # the pace of all requests of the bot
    shard_count: int = 0  # all shards of the bot; 0: as many as Discord recommends
    shard_slots: int = 1  # into how many processes they are cut
    shard_slot: int | None = None  # the one part for this process; ``None``: any that is free
    operator: str = ""  # who runs the bot, as members are told; empty where that is not said
    contact: str = ""  # where members write to
    # Address of the published privacy policy; so are the health data notice's and the terms'.
    privacy_url: str = ""
    health_url: str = ""
    terms_url: str = ""
    # Whether members may write to the bot in their own words, and where.
    plain_words: PlainWords = PlainWords.ON

    @classmethod
    def from_env(cls, environ: Mapping[str, str], *, needs_token: bool = True) -> "Config":
        """Read the settings; an unset or empty one has its default.

        Raises:
            ConfigError: a value that cannot work, or no token where one is needed.
        """
        given = {name: value.strip() for name, value in environ.items() if value.strip()}
        token = _token(given.get("DISCORD_TOKEN", ""), needed=needs_token)
        read = {
            name: reader(name.upper(), given[name.upper()])
            for name, reader in READERS.items()
            if name.upper() in given
        }
        made = cls(discord_token=token, **read)
        _fitting(made)
        return made


def environment(dotenv: Path = Path(".env")) -> dict[str, str]:
    """Return the environment, over the values of ``.env`` in the working directory.

    Raises:
        ConfigError: the file is there and cannot be read.
    """
    from dotenv import dotenv_values  # noqa: PLC0415 (start time: tests build a Config without it)

    found = dotenv_values(stream=StringIO(_text_of(dotenv)))
    kept = {name: value for name, value in found.items() if value is not None}
    return {**kept, **os.environ}


def without_settings() -> dict[str, str]:
    """Return the environment without the bot's settings, for processes that read any file."""
    settings = {each.name.upper() for each in fields(Config)}
    return {name: value for name, value in os.environ.items() if name not in settings}


def _text_of(dotenv: Path) -> str:
    """Return a file's text, UTF-8 or UTF-16 (as PowerShell writes it); "" without one."""
    try:
        content = dotenv.read_bytes()
        wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        return content.decode("utf-16" if wide else "utf-8-sig")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise ConfigError(f"{dotenv} cannot be read ({error.strerror}).") from None
    except UnicodeError:
        raise ConfigError(f"{dotenv} is not text in UTF-8: save it as UTF-8.") from None


def _token(token: str, *, needed: bool) -> str:
    if not token:
        if needed:
            raise ConfigError(f"DISCORD_TOKEN is not set. {WHERE_FROM} and put it in .env.")
        return ""
    if not _TOKEN.fullmatch(token):
        raise ConfigError(
            f"DISCORD_TOKEN is not a bot token: it has spaces, quotes or other signs. {WHERE_FROM}."
        )
    if _PLACEHOLDER.fullmatch(token):
        if needed:
            raise ConfigError(f"DISCORD_TOKEN is still a placeholder. {WHERE_FROM}.")
        return ""
    return token


def _database_url(name: str, url: str) -> str:
    if url.startswith(SERVER):
        return _server_url(name, url)
    # No home folder, no memory, no sign that a file name cannot have: the store refuses them too.
    named = re.fullmatch(r"sqlite:///(?!~|:memory:)[^?]*[^/?]", unquote(url))
    if not named or not named[0].isprintable():
        raise ConfigError(
            f"{name} must name a SQLite file, such as sqlite:///data/legday.db "
            "(four slashes for an absolute path), or postgresql://user@host/database."
        )
    return url


def _server_url(name: str, url: str) -> str:
    try:
        named = urlsplit(url).path.strip("/")
    except ValueError:
        named = ""
    if not named or not unquote(url).isprintable():
        raise ConfigError(
            f"{name} must name the server and the database, such as "
            "postgresql://legday@db.example.org/legday."
        )
    return url


def _api_base(name: str, url: str) -> str:
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if not usable or parts.query or parts.fragment or re.search(r"\s", url):
        raise ConfigError(
            f"{name} must be a web address such as {DISCORD}; leave it out to use Discord itself."
        )
    return url.rstrip("/")


def _address(name: str, address: str) -> str:
    try:
        parts = urlsplit(f"//{address}")
        usable = parts.netloc == address and parts.hostname and parts.port is not None
    except ValueError:
        usable = False
    if not usable or re.search(r"[@\s]", address):
        raise ConfigError(f"{name} must be an address and a port, such as 127.0.0.1:9100.")
    return address


def _line(name: str, text: str) -> str:
    if len(text) > LONGEST_LINE or not text.isprintable():
        raise ConfigError(f"{name} must be one line of at most {LONGEST_LINE} characters.")
    return text


def _page(name: str, url: str) -> str:
    # It stands in a link of Discord's markdown, which a bracket or a blank would end.
    if len(url) > LONGEST_LINK or not re.fullmatch(r"https://[\w-][^\s()<>\[\]]+", url):
        raise ConfigError(
            f"{name} must be a web address that begins with https://, of at most {LONGEST_LINK} "
            "characters."
        )
    return url


def _one_of(name: str, text: str, *, allowed: Iterable[str]) -> str:
    """Return the one of some words that was meant, in small letters or capitals."""
    for one in allowed:
        if one.lower() == text.lower():
            return one
    raise ConfigError(f"{name} must be one of {', '.join(allowed)}.")


def _number(name: str, text: str, *, least: int, most: int) -> int:
    if not (text.isascii() and text.isdecimal() and least <= int(text) <= most):
        raise ConfigError(f"{name} must be a whole number from {least} to {most}.")
    return int(text)


READERS: Mapping[str, Callable[[str, str], Any]] = {
    "database_url": _database_url,
    "database_pool": partial(_number, least=1, most=100),
    "discord_api_base": _api_base,
    "log_level": partial(_one_of, allowed=LEVELS),
    "log_format": partial(_one_of, allowed=FORMATS),
    "health_address": _address,
    "backup_dir": lambda _name, path: Path(path),
    "backup_keep": partial(_number, least=1, most=1000),
    "backup_every_hours": partial(_number, least=0, most=24 * 7),
    "requests_per_second": partial(_number, least=1, most=10_000),
    "shard_count": partial(_number, least=0, most=MOST_SHARDS),
    "shard_slots": partial(_number, least=1, most=MOST_SHARDS),
    "shard_slot": partial(_number, least=0, most=MOST_SHARDS - 1),
    "operator": _line,
    "contact": _line,
    "privacy_url": _page,
    "health_url": _page,
    "terms_url": _page,
    "plain_words": partial(_one_of, allowed=PlainWords),
}
"""How each setting but the token is read, by its name in ``Config``."""


def _fitting(config: Config) -> None:
    """Refuse settings of which each is possible, but not together."""
    slots, count = config.shard_slots, config.shard_count
    if slots > 1 and not count:
        raise ConfigError(
            "SHARD_COUNT must be set where SHARD_SLOTS is: the same in every process."
        )
    if count and count < slots:
        raise ConfigError(
            f"SHARD_SLOTS ({slots}) must be at most SHARD_COUNT ({count}): each has a shard."
        )
    if slots > 1 and config.database_url.startswith("sqlite:"):
        raise ConfigError(
            "SHARD_SLOTS above 1 needs PostgreSQL: a SQLite file belongs to one process."
        )
    if config.shard_slot is not None and config.shard_slot >= slots:
        raise ConfigError(
            f"SHARD_SLOT ({config.shard_slot}) must be below SHARD_SLOTS ({slots}): from 0 on."
        )
