"""Messages that are addressed to the bot, found in raw gateway events.

With ``GUILD_MESSAGES`` Discord sends every message of every channel the bot sees, its words taken
out. A look at the raw event costs an eighth of what discord.py's ``Message`` would, and nothing of
the other messages is read.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

DEFAULT, REPLY = 0, 19  # Discord's types of messages that people write
_CODE = re.compile(r"```.*?(?:```|$)|`[^`\n]*`", re.DOTALL)
_LINE_QUOTE = re.compile(r"^> [^\n]*", re.MULTILINE)
_BLOCK_QUOTE = re.compile(r"^>>> .*", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file of a message; its size in bytes."""

    filename: str
    size: int
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenTo:
    """A message that somebody wrote to the bot: by DM, with a mention, or in reply to it."""

    message_id: int
    channel_id: int  # where it stands
    guild_id: int | None  # the server; ``None`` in a DM
    author_id: int  # who wrote it
    words: str  # what it says, quotes and code left out
    mentions: bool = False  # it names the bot, not only replies to it
    replied_to: int | None = None  # the message of the bot's that it replies to
    actions: tuple[str, ...] = ()  # the actions of that message's controls
    files: tuple[Attached, ...] = ()  # what is attached to it


def spoken_to(data: Mapping[str, Any], own_id: int) -> SpokenTo | None:
    """Return what a MESSAGE_CREATE says to the bot; ``None`` where it is not addressed.

    A mention within a quote or code, or of everyone, addresses nobody.
    """
    in_server, own = data.get("guild_id") is not None, str(own_id)
    if in_server and not any(one["id"] == own for one in data["mentions"]):
        return None
    if data["author"].get("bot") or "webhook_id" in data:
        return None
    if data.get("type", DEFAULT) not in {DEFAULT, REPLY} or data["author"]["id"] == own:
        return None
    words = _without_quotes(data.get("content", ""))
    mentions = re.search(rf"<@!?{own}>", words) is not None
    replied = data.get("referenced_message") or {}
    ours = replied.get("author", {}).get("id") == own
    if in_server and not (mentions or ours):
        return None
    return SpokenTo(
        message_id=int(data["id"]),
        channel_id=int(data["channel_id"]),
        guild_id=int(data["guild_id"]) if in_server else None,
        author_id=int(data["author"]["id"]),
        words=words,
        mentions=mentions,
        replied_to=int(replied["id"]) if ours else None,
        actions=tuple(_actions(replied.get("components", ()))) if ours else (),
        files=tuple(map(_attached, data.get("attachments", ()))),
    )


def _attached(file: Mapping[str, Any]) -> Attached:
    return Attached(filename=file["filename"], size=int(file["size"]), url=file["url"])


def _without_quotes(content: str) -> str:
    return _BLOCK_QUOTE.sub(" ", _LINE_QUOTE.sub(" ", _CODE.sub(" ", content)))


def _actions(components: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for component in components:
        if "custom_id" in component:
            yield component["custom_id"]
        yield from _actions(component.get("components", ()))
        if "accessory" in component:
            yield from _actions((component["accessory"],))
