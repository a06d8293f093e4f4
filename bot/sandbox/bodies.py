"""Parsing of request bodies: JSON or multipart, into JSON and files."""

import json
from typing import Any

from aiohttp import web

from bot.sandbox import errors
from bot.sandbox.messages import Upload

LARGEST_REQUEST = 25 * 1024 * 1024
REFERRING = ("attachments", "default_values", "allowed_mentions", "message_reference")


async def read(request: web.Request) -> tuple[Any, tuple[Upload, ...]]:
    """Read a request's JSON body and files.

    Raises:
        ApiError: the body is no JSON, or larger than Discord takes.
    """
    if (request.content_length or 0) > LARGEST_REQUEST:
        raise errors.too_large()
    if request.content_type == "multipart/form-data":
        return await _read_multipart(request)
    text = await request.read()
    if not text:
        return None, ()
    return _decoded(text), ()


async def _read_multipart(request: web.Request) -> tuple[Any, tuple[Upload, ...]]:
    form = await request.post()
    body = _decoded(str(form["payload_json"]).encode()) if "payload_json" in form else {}
    files = []
    for name, part in form.items():
        if name.startswith("files[") and isinstance(part, web.FileField):
            files.append(Upload(part.filename, part.content_type, part.file.read()))
    return body, tuple(files)


def with_text_ids(value: object, key: str = "", *, named: bool = False) -> object:
    """Copy a body with its snowflakes as text: Discord takes numbers, but describes only text.

    The `id` of a component is a number of its own kind and stays; `named` is set within what
    refers to things by `id`.
    """
    if isinstance(value, dict):
        inside = named or key in REFERRING
        return {one: with_text_ids(each, one, named=inside) for one, each in value.items()}
    if isinstance(value, list):
        return [with_text_ids(each, key, named=named) for each in value]
    is_id = key.endswith("_id") or (named and key in ("id", "users", "roles"))
    return str(value) if is_id and type(value) is int else value


def _decoded(text: bytes) -> object:
    try:
        return json.loads(text)
    except ValueError as broken:
        raise errors.invalid_json() from broken
