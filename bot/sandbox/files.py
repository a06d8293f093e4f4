"""Attachments over HTTP: shown inline where that is harmless, else as a download."""

from aiohttp import web

from bot.sandbox.messages import Messages
from bot.sandbox.snowflakes import is_number

SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "text/plain"})
POLICY = "default-src 'none'; sandbox"


def serve(messages: Messages, request: web.Request) -> web.Response:
    """Answer a request for an attachment.

    Raises:
        HTTPNotFound: there is none of that id.
    """
    asked = request.match_info["file"]
    upload = messages.files.get(int(asked)) if is_number(asked) else None
    if upload is None:
        raise web.HTTPNotFound
    headers = {
        "Content-Type": upload.content_type,
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
    }
    if upload.content_type not in SHOWN:
        headers["Content-Disposition"] = "attachment"
    return web.Response(body=upload.content, headers=headers)
