"""Names of commands in a text as Discord's clickable mentions, where their ids are known.

Texts name a command plainly, as `` `/canirun` ``: so they read in approved files, and so they are
sent while Discord has not told the ids. https://docs.discord.com/developers/reference#message-formatting
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

NAMED = re.compile(r"(?<![\\`])`/([a-z][a-z -]*)`(?!`)")


@dataclass(slots=True)
class CommandIds:
    """The ids of registered commands by full name, such as ``reminders show``."""

    open: Mapping[str, int] = field(default_factory=dict)  # everybody may press them
    restricted: Mapping[str, int] = field(default_factory=dict)  # only admins may

    def take(self, known: "CommandIds") -> None:
        """Know these from now on, everywhere this object is held."""
        self.open, self.restricted = known.open, known.restricted

    def for_somebody(self, *, admin: bool) -> Mapping[str, int]:
        """Return the commands that somebody may press, by name."""
        return {**self.open, **self.restricted} if admin else self.open


def clickable(text: str, ids: Mapping[str, int]) -> str:
    """Return a text with each command whose id is known as a mention of it."""
    return NAMED.sub(lambda found: _mention(found, ids), text) if ids else text


def _mention(found: re.Match[str], ids: Mapping[str, int]) -> str:
    name = found[1]
    return f"</{name}:{ids[name]}>" if name in ids else found[0]
