"""Help where a line does nothing: the commands that may be meant, and who may use one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.sandbox import screen, shapes
from bot.sandbox.limits.commands import NESTING
from bot.sandbox.person import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.shapes import Json

MOST = 3  # how many commands a hint names
LONGEST_NAME = 32  # characters of a command's name, by Discord's limit
SHORTEST = 4  # letters of a word that may stand for the beginning of another

READS_COMMANDS = "Bots here answer commands, and messages that mention them."


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """What helps: a sentence, lines to type instead, and whom to be for the line that was typed."""

    text: str
    lines: tuple[str, ...] = ()
    be: Person | None = None


def hint(sandbox: Sandbox, person: Person, text: str) -> Hint:
    """Return what helps somebody who typed a text that does nothing where they are."""
    name = text[1:].partition(" ")[0] if text.startswith("/") else ""
    found = sandbox.commands.named(name, shapes.guild_id(person.channel)) if name else None
    if found is not None and not screen.offered(sandbox.world, person.id, person.channel, found):
        return _not_offered(sandbox, person, found)
    lines = tuple(suggestions(sandbox, person, text))
    shown = name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"
    return Hint(text=f"There is no command /{shown}." if name else READS_COMMANDS, lines=lines)


def suggestions(sandbox: Sandbox, person: Person, text: str) -> list[str]:
    """Return lines that may be meant by a text, else those to start with."""
    paths = [path for command in person.commands for path in _paths(command, command["name"])]
    said = text.casefold().replace(f"@{sandbox.world.bot['username']}", " ")
    letters = re.sub(r"\W", "", said)
    words = [word for word in re.findall(r"\w+", said) if len(word) >= SHORTEST]
    spelt_out = [path for path in paths if re.sub(r"\W", "", path) in letters]
    meant = [f"/{path}" for path in spelt_out or [one for one in paths if _alike(one, words)]]
    usual = [start.line for start in sandbox.starts] or [f"/{path}" for path in paths]
    return (meant or usual)[:MOST]


def _not_offered(sandbox: Sandbox, person: Person, command: Json) -> Hint:
    """Say who sees a command that this person does not, or where it is used."""
    world, name = sandbox.world, command["name"]
    in_dm = person.channel["type"] in shapes.PRIVATE
    there = next(iter(person.guild.channels.values())) if in_dm else person.channel
    if screen.offered(world, person.id, there, command):
        return Hint(text=f"/{name} is used in a server, such as in #{there['name']}.")
    for user_id in screen.playable(world, person.guild):
        if screen.offered(world, user_id, there, command):
            who = sandbox.person(world.users[user_id]["username"])
            return Hint(text=f"Only admins see /{name}: be {who.name}.", be=who)
    return Hint(text=f"/{name} is not available here.")


def _paths(command: Json, path: str) -> Iterator[str]:
    """Return the full names of a command's subcommands, or its own."""
    inner = [one for one in command.get("options") or () if one["type"] in NESTING]
    for one in inner:
        yield from _paths(one, f"{path} {one['name']}")
    if not inner:
        yield path


def _alike(path: str, words: list[str]) -> bool:
    named = path.split()
    return any(one.startswith(word) or word.startswith(one) for one in named for word in words)
