"""What was found in a file as JSON, for the way from the process that read it."""

import json

from bot.domain.facts.plain_data import made, plain
from bot.domain.importing.found import Found


def to_json(found: Found) -> bytes:
    """Return it as JSON; moments as ISO 8601."""
    return json.dumps(plain(found), ensure_ascii=False).encode()


def from_json(text: bytes) -> Found:
    """Return what ``to_json`` wrote."""
    return made(Found, json.loads(text))
