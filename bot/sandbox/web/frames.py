"""Validation of frames from a browser: types, files, ids."""

import base64
import binascii
import json
import re
from typing import NoReturn

from bot.sandbox.compose import ATTACHMENT_LIMIT
from bot.sandbox.errors import ClientRefusal
from bot.sandbox.files import TOO_LARGE, clean_name
from bot.sandbox.messages import Upload
from bot.sandbox.shapes import Json
from bot.sandbox.snowflakes import is_number

LARGEST = 32 * 1024 * 1024
"""Bytes of a frame: two files of the largest size Discord takes, in base64."""
MEDIA_TYPE = re.compile(r"[\w.+-]{1,60}/[\w.+-]{1,60}", re.ASCII)

Value = str | int | float | bool | Upload | None


class MalformedFrame(Exception):
    """A frame no page of ours would send."""


def frame(text: str) -> Json:
    """Read a frame.

    Raises:
        MalformedFrame: it is not a JSON object.
    """
    try:
        read = json.loads(text, parse_constant=_refuse)
        if "\\u" in text:
            # Half a surrogate pair is no character; Discord would not pass it on to a bot.
            whole = json.dumps(read, ensure_ascii=False).encode("utf-8", "replace")
            read = json.loads(whole)
    except (ValueError, RecursionError) as broken:
        raise MalformedFrame("This is not JSON.") from broken
    if not isinstance(read, dict):
        raise MalformedFrame("A frame is an object.")
    return read


def text(frame: Json, key: str, default: str | None = None) -> str:
    """Return a text of a frame.

    Raises:
        MalformedFrame: it is missing without a default, or no text.
    """
    value = frame.get(key, default)
    if not isinstance(value, str):
        raise MalformedFrame(f"{key} is a text.")
    return value


def identifier(frame: Json, key: str) -> int:
    """Return an id of a frame.

    Raises:
        MalformedFrame: it is missing, or no id.
    """
    value = text(frame, key)
    if not is_number(value):
        raise MalformedFrame(f"{key} is an id.")
    return int(value)


def values(frame: Json, key: str) -> dict[str, Value]:
    """Return values by name, files read.

    Raises:
        MalformedFrame: one is neither a text, a number, a truth nor a file.
        ClientRefusal: a file is larger than Discord takes.
    """
    return {name: _value(one) for name, one in _object(frame, key).items()}


def filled(frame: Json, key: str) -> dict[str, Value | list[Value]]:
    """Return a form's values by custom id: each one value, or a list of them.

    Raises:
        MalformedFrame: one is neither a text, a number, a truth, a file nor a list of these.
        ClientRefusal: a file is larger than Discord takes.
    """
    given = _object(frame, key)
    return {
        name: [_value(each) for each in one] if isinstance(one, list) else _value(one)
        for name, one in given.items()
    }


def files(frame: Json, key: str) -> list[Upload]:
    """Return a list of files; none where it is missing.

    Raises:
        MalformedFrame: it is something else.
        ClientRefusal: one is larger than Discord takes.
    """
    given = frame.get(key, [])
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise MalformedFrame(f"{key} is a list of files.")
    return [_upload(one) for one in given]


def texts(frame: Json, key: str) -> list[str]:
    """Return a list of texts.

    Raises:
        MalformedFrame: it is something else.
    """
    given = frame.get(key)
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        raise MalformedFrame(f"{key} is a list of texts.")
    return given


def _object(frame: Json, key: str) -> Json:
    given = frame.get(key, {})
    if not isinstance(given, dict):
        raise MalformedFrame(f"{key} is an object.")
    return given


def _value(given: object) -> Value:
    if given is None or isinstance(given, (str, int, float)):
        return given
    if not isinstance(given, dict):
        raise MalformedFrame("A value is a text, a number, a truth or a file.")
    return _upload(given)


def _upload(given: Json) -> Upload:
    name, kind = text(given, "name"), text(given, "type", "")
    try:
        content = base64.b64decode(text(given, "data"), validate=True)
    except binascii.Error as broken:
        raise MalformedFrame("A file's data is base64.") from broken
    if len(content) > ATTACHMENT_LIMIT:
        raise ClientRefusal(TOO_LARGE)
    known = kind if MEDIA_TYPE.fullmatch(kind) else "application/octet-stream"
    return Upload(clean_name(name), known, content)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
