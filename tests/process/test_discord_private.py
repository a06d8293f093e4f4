"""discord.py's own parts that this bot leans on: each change of one is told in a sentence.

They are not documented, so a minor release may change them: pyproject.toml keeps below the next.
"""

import ast
import importlib
import inspect
import re
import tomllib
from functools import cache
from importlib import metadata
from pathlib import Path

import discord
import pytest
from discord.ext import commands

ROOT = Path(__file__).parents[2]

ATTRIBUTES = {
    # what bot/ reads or replaces: where it stands in discord.py
    "_connection": "discord.client:Client",
    "_AutoShardedClient__queue": "discord.shard:AutoShardedClient",
    "_AutoShardedClient__shards": "discord.shard:AutoShardedClient",
    "_backoff": "discord.shard:Shard",
    "_dispatch": "discord.gateway:DiscordWebSocket",
    "_from_value": "discord.flags:BaseFlags",
}
"""Attributes with a leading underscore, and the class that has each."""

UNDOCUMENTED = [
    ("discord.state:ConnectionState", "parsers", ["self", "parsers"]),
    ("discord.shard:AutoShardedClient", "launch_shards", ["self"]),
    ("discord.shard:AutoShardedClient", "launch_shard", ["self", "gateway", "shard_id", "initial"]),
    ("discord.shard:Shard", "__init__", ["self", "ws", "client", "queue_put"]),
    ("discord.shard:Shard", "launch", ["self"]),
    ("discord.shard:Shard", "reidentify", ["self", "exc"]),
    ("discord.shard:Shard", "reconnect", ["self"]),
    ("discord.gateway:DiscordWebSocket", "received_message", ["self", "msg"]),
    ("discord.gateway:DiscordWebSocket", "identify", ["self"]),
    ("discord.gateway:DiscordWebSocket", "close", ["self", "code"]),
    ("discord.gateway:ReconnectWebSocket", "__init__", ["self", "shard_id", "resume"]),
    ("discord.http:HTTPClient", "get_bot_gateway", ["self"]),
    ("discord.client:Client", "application_info", ["self"]),
    ("discord.client:Client", "before_identify_hook", ["self", "shard_id", "initial"]),
    (
        "discord.webhook.async_:AsyncWebhookAdapter",
        "create_interaction_response",
        ["self", "interaction_id", "token", "session", "proxy", "proxy_auth", "params"],
    ),
]
"""Methods that bot/ overrides or calls, without a promise of discord.py's, and what they take."""

USES = [
    # what a method of discord.py does that bot/ counts on: its class, its name, a piece of its text
    ("discord.client:Client", "login", "await self.application_info()"),
    ("discord.client:Client", "login", "await self.setup_hook()"),
    ("discord.shard:AutoShardedClient", "connect", "await self.launch_shards()"),
    ("discord.shard:AutoShardedClient", "connect", "await item.shard.reidentify(item.error)"),
    ("discord.shard:AutoShardedClient", "connect", "await item.shard.reconnect()"),
    ("discord.shard:Shard", "reidentify", "DiscordWebSocket.from_client("),
    ("discord.shard:Shard", "reidentify", "except ReconnectWebSocket"),
    ("discord.shard:Shard", "_handle_disconnect", "self._backoff.delay()"),
    ("discord.gateway:DiscordWebSocket", "from_client", "gateway or cls.DEFAULT_GATEWAY"),
    ("discord.gateway:DiscordWebSocket", "from_client", "ws = cls(socket"),
    ("discord.gateway:DiscordWebSocket", "from_client", "await ws.identify()"),
    (
        "discord.gateway:DiscordWebSocket",
        "from_client",
        "_discord_parsers = client._connection.pars",
    ),
    ("discord.gateway:DiscordWebSocket", "poll_event", "await self.received_message("),
    ("discord.gateway:DiscordWebSocket", "received_message", "self._discord_parsers[event]"),
    ("discord.http:Route", "__init__", "self.BASE + self.path"),
    ("discord.http:HTTPClient", "static_login", "self.connector is MISSING"),
    ("discord.interactions:InteractionResponse", "send_message", "async_context.get()"),
]

EVENTS = ("READY", "RESUMED", "GUILD_CREATE", "GUILD_DELETE", "INTERACTION_CREATE")


IMPORTS = re.compile(r"^(?:import|from) discord\b", re.MULTILINE)


def found(place):
    """Return the class that ``module:name`` names."""
    module, name = place.split(":")
    return getattr(importlib.import_module(module), name)


def told(part):
    """Say what to do about a part that is no longer as it was."""
    version = metadata.version("discord.py")
    return f"discord.py {version} changed {part}: look at what bot/ does with it"


def with_discord():
    """The files of bot/ and cogs/ that import discord.py, and their texts."""
    for file in (*(ROOT / "bot").rglob("*.py"), *(ROOT / "cogs").rglob("*.py")):
        if IMPORTS.search(text := file.read_text("utf-8")):
            yield file, text


def foreign():
    """Private names that these files use and none of them has: discord.py's."""
    used, own = set(), {"_replace"}  # named tuples have that, documented
    for node in (node for _, text in with_discord() for node in ast.walk(ast.parse(text))):
        match node:
            case ast.Attribute(attr=name, ctx=ast.Load()):
                used.add(name)
            case ast.Attribute(attr=name):
                own.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                own.add(name)
            case ast.AnnAssign(target=ast.Name(id=name)) | ast.Name(id=name, ctx=ast.Store()):
                own.add(name)
    return {name for name in used - own if name.startswith("_") and not name.endswith("__")}


@cache
def source(of):
    return inspect.getsource(of)


def replaced():
    """Private names of discord.py that a class built on one of its own gives another meaning."""
    names = set()
    for file, _ in with_discord():
        module = importlib.import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))
        for _, one in inspect.getmembers(module, inspect.isclass):
            if one.__module__ == module.__name__:
                text = ast.unparse(ast.parse(inspect.getsource(one)))
                mine = set(re.findall(r"(?:self\.|def )(_[a-z]\w*)", text))
                theirs = [base for base in one.__mro__ if base.__module__.startswith("discord.")]
                text = "".join(source(base) for base in theirs)
                names |= {name for name in mine if re.search(rf"\.{name}\b", text)}
    return names


def test_each_private_part_that_is_used_is_named_here():
    assert foreign() | replaced() == set(ATTRIBUTES)


@pytest.mark.parametrize("name", ATTRIBUTES)
def test_private_attribute_is_still_there(name):
    of = found(ATTRIBUTES[name])
    short = name.removeprefix(f"_{of.__name__}")

    assert hasattr(of, name) or f"self.{short}" in inspect.getsource(of), told(f"{of}.{name}")


@pytest.mark.parametrize(("place", "name", "takes"), UNDOCUMENTED)
def test_undocumented_method_takes_what_it_took(place, name, takes):
    of = found(place)
    if name == "parsers":
        assert "self.parsers: Dict[str, Callable[[Any], None]]" in inspect.getsource(of), told(name)
        return
    method = getattr(of, name, None)

    assert method is not None, told(f"{place}.{name}")
    assert [*inspect.signature(method).parameters] == takes, told(f"{place}.{name}")


@pytest.mark.parametrize(("place", "name", "text"), USES)
def test_method_still_does_what_is_counted_on(place, name, text):
    method = getattr(found(place), name, None)

    assert method is not None, told(f"{place}.{name}")
    assert text in inspect.getsource(method), told(f"{place}.{name} ({text})")


async def test_parsers_of_the_events_that_are_kept_are_there():
    bot = commands.AutoShardedBot(command_prefix="!", intents=discord.Intents.none())

    assert set(EVENTS) <= set(bot._connection.parsers), told("ConnectionState.parsers")


def test_flags_can_be_made_of_a_number():
    assert discord.ApplicationFlags._from_value(1 << 12).value == 1 << 12, told("_from_value")


def test_next_minor_release_is_not_installed_unseen():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    [wanted] = [one for one in project["dependencies"] if one.startswith("discord.py")]

    assert wanted == "discord.py[speed]>=2.7.1,<2.8"
    assert metadata.version("discord.py").startswith("2.7.")
