"""Attachments over HTTP: shown inline where that is harmless, else as a download.

The address of a file that somebody gave to a command is signed and expires after a day.
"""

import hashlib
import hmac
import re
import secrets
from datetime import datetime, timedelta

from aiohttp import web

from bot.sandbox.messages import Messages
from bot.sandbox.snowflakes import is_number

SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "text/plain"})
TOO_LARGE = "Your files are too powerful. Max file size: 10 MB."
VALID = timedelta(days=1)
GONE = "This content is no longer available."
_KEY = secrets.token_bytes(32)
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")
POLICY = "default-src 'none'; sandbox"


def clean_name(name: str) -> str:
    """Return a file's name as it can stand in an address; Discord cleans names too."""
    return _NOT_IN_NAMES.sub("_", name)[-100:] or "file"


def signed(url: str, file_id: str, now: datetime) -> str:
    """Return an address that is good for a day: ``ex`` is until when, ``hm`` its signature."""
    until = f"{int((now + VALID).timestamp()):x}"
    return f"{url}?ex={until}&is={int(now.timestamp()):x}&hm={_signature(file_id, until)}&"


def serve(messages: Messages, request: web.Request, now: datetime) -> web.Response:
    """Answer a request for an attachment.

    Raises:
        HTTPNotFound: there is none of that id, or its address has expired or is forged.
    """
    asked = request.match_info["file"]
    upload = messages.files.get(int(asked)) if is_number(asked) else None
    if upload is None or (int(asked) in messages.expiring and not _is_good(request, asked, now)):
        raise web.HTTPNotFound(text=GONE)
    headers = {
        "Content-Type": upload.content_type,
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
    }
    if upload.content_type not in SHOWN:
        headers["Content-Disposition"] = "attachment"
    return web.Response(body=upload.content, headers=headers)


def _is_good(request: web.Request, file_id: str, now: datetime) -> bool:
    until, signature = request.query.get("ex", ""), request.query.get("hm", "")
    if not hmac.compare_digest(signature.encode(), _signature(file_id, until).encode()):
        return False
    return now.timestamp() <= int(until, 16)


def _signature(file_id: str, until: str) -> str:
    return hmac.new(_KEY, f"{file_id} {until}".encode(), hashlib.sha256).hexdigest()
