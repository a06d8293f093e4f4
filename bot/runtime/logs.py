"""Logging: ids and codes only; one handler, and a filter that removes secrets."""

import json
import logging
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from logging.handlers import MemoryHandler
from typing import TextIO

from bot.config import Config
from bot.store.engine.errors import StoreUnavailable

HIDDEN = "[hidden]"
HELD_LINES = 1000  # of a start; more are written at once

# Never at DEBUG: discord.py's lines carry whole payloads there, and aiosqlite's every bound value.
CHATTY = ("discord", "aiosqlite", "aiohttp", "asyncio")
POOL = "asyncpg.pool"  # it tries to connect again by itself, and says so each time

# What to hide, after what stays. Interaction tokens are base64 that begins with "interaction".
_SECRETS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(/(?:interactions|webhooks)/\d+/)[^/\s'\"?]+",
        r"(\bauthorization['\"]?\s*[:=]\s*['\"]?)(?:(?:Bot|Bearer|Basic)\s+)?[^\s'\",}]+",
        r"(['\"]token['\"]\s*:\s*['\"])[^'\"]+",
        r"()\b[\w-]{18,}\.[\w-]{5,8}\.[\w-]{20,}",
        r"()\baW50ZXJhY3Rpb24[\w.-]{10,}",
    )
)


# What moves a terminal's cursor, colours it, or ends a line anywhere.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class Redaction(logging.Filter):
    """A log filter that removes secrets, and what looks like a token, from all that is logged."""

    def __init__(self, *secrets: str) -> None:
        super().__init__()
        self._secrets = tuple(secret for secret in secrets if secret)

    def filter(self, record: logging.LogRecord) -> bool:
        """Redact the record in place; never drop it."""
        record.msg, record.args = self.clean(record.getMessage()), None
        if record.exc_info and record.exc_info[0] and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        record.exc_text = self.clean(record.exc_text) if record.exc_text else None
        record.stack_info = self.clean(record.stack_info) if record.stack_info else None
        return True

    def clean(self, text: str) -> str:
        """Return ``text`` without the secrets and without anything that looks like a token."""
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        for pattern in _SECRETS:
            text = pattern.sub(rf"\1{HIDDEN}", text)
        return text


class Outages(logging.Filter):
    """A log filter that tells of a database that does not answer in one line: where matters not."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Put the error's text in the traceback's place; never drop the record."""
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, StoreUnavailable) or (error and record.name == POOL):
            record.msg, record.args = f"{record.getMessage()}: {error}", None
            record.exc_info = None
        return True


class TextLines(logging.Formatter):
    """Formats records as text: ``2026-03-02T12:00:00Z INFO bot.client.app ready in 3 servers``."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 (logging's own signature)
        """Return the record's line, which nothing in its message can break or colour."""
        return _CONTROLS.sub(_escaped, super().formatMessage(record))

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802 (logging's own signature)
        """Return the record's time in UTC, to the millisecond."""
        return _moment(record)

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, and below it, indented, the traceback: no text in it is a line's."""
        line, *below = super().format(record).split("\n")
        return "\n".join((line, *(f"    {_CONTROLS.sub(_escaped, each)}" for each in below)))


class JsonLines(logging.Formatter):
    """Formats records as JSON lines: ``time``, ``level``, ``logger``, ``message``, ``error``.

    What ``place`` returns is added: which of the bot's processes wrote the line.
    """

    place: Callable[[], Mapping[str, object]] = dict

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one line of JSON."""
        line: dict[str, object] = {
            "time": _moment(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_text:
            line["error"] = record.exc_text
        line |= self.place()
        return json.dumps(line, ensure_ascii=False)


def set_up(config: Config, stream: TextIO | None = None) -> None:
    """Configure logging to ``stream``, standard error unless given."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines() if config.log_format == "json" else TextLines())
    handler.addFilter(Outages())
    handler.addFilter(Redaction(config.discord_token))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(config.log_level)
    for name in CHATTY:
        logging.getLogger(name).setLevel(max(logging.INFO, root.level))
    logging.captureWarnings(capture=True)


def tell_place(place: Callable[[], Mapping[str, object]]) -> None:
    """Have lines for machines say, from now on, which of the bot's processes wrote them."""
    for handler in logging.getLogger().handlers:
        target = handler.target if isinstance(handler, MemoryHandler) else handler
        if target is not None and isinstance(target.formatter, JsonLines):
            target.formatter.place = place


@contextmanager
def buffered(refusal: type[Exception] | tuple[type[Exception], ...]) -> Iterator[None]:
    """Buffer lines below WARNING until ``flush``; an exception of ``refusal`` drops them.

    A line at WARNING or above lets all through, in order; so does any other end of the block.
    """
    root = logging.getLogger()
    root.handlers[:] = [
        MemoryHandler(HELD_LINES, logging.WARNING, target=handler) for handler in root.handlers
    ]
    try:
        yield
    except refusal:
        for handler in root.handlers:
            if isinstance(handler, MemoryHandler):
                handler.buffer.clear()
        raise
    finally:
        flush()


def flush() -> None:
    """Write the buffered lines, in order, and stop buffering."""
    root = logging.getLogger()
    for handler in root.handlers[:]:
        if isinstance(handler, MemoryHandler) and handler.target is not None:
            target = handler.target
            handler.close()
            root.removeHandler(handler)
            root.addHandler(target)


def _escaped(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")


def _moment(record: logging.LogRecord) -> str:
    moment = datetime.fromtimestamp(record.created, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
