"""Log lines with ids and codes only: one handler, and a filter that takes secrets out of them."""

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import TextIO

from bot.config import Config

HIDDEN = "[hidden]"

# Never at DEBUG: discord.py's lines carry whole payloads there, and aiosqlite's every bound value.
CHATTY = ("discord", "aiosqlite", "aiohttp", "asyncio")

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


class Redaction(logging.Filter):
    """Renders a record and takes tokens out of its message, its traceback and its stack.

    Args:
        secrets: exact texts that must never be written, whatever they look like.
    """

    def __init__(self, *secrets: str) -> None:
        super().__init__()
        self._secrets = tuple(secret for secret in secrets if secret)

    def filter(self, record: logging.LogRecord) -> bool:
        """Clean the record in place; every record passes."""
        record.msg, record.args = self.clean(record.getMessage()), None
        if record.exc_info and record.exc_info[0] and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        record.exc_text = self.clean(record.exc_text) if record.exc_text else None
        record.stack_info = self.clean(record.stack_info) if record.stack_info else None
        return True

    def clean(self, text: str) -> str:
        """Return ``text`` without the secrets, nor anything that looks like a token."""
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        for pattern in _SECRETS:
            text = pattern.sub(rf"\1{HIDDEN}", text)
        return text


class TextLines(logging.Formatter):
    """``2026-03-02T12:00:00Z INFO bot.client.app ready in 3 servers``."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802 (logging's own signature)
        """Return the moment in UTC, to the millisecond."""
        return _moment(record)


class JsonLines(logging.Formatter):
    """One JSON object a line: ``time``, ``level``, ``logger``, ``message`` and, ``error``."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one line."""
        line = {
            "time": _moment(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_text:
            line["error"] = record.exc_text
        return json.dumps(line, ensure_ascii=False)


def set_up(config: Config, stream: TextIO | None = None) -> None:
    """Write every log line of the process to ``stream`` (standard error unless given)."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines() if config.log_format == "json" else TextLines())
    handler.addFilter(Redaction(config.discord_token))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(config.log_level)
    for name in CHATTY:
        logging.getLogger(name).setLevel(max(logging.INFO, root.level))
    logging.captureWarnings(capture=True)


def _moment(record: logging.LogRecord) -> str:
    moment = datetime.fromtimestamp(record.created, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
