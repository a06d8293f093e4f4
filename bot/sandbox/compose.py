"""Interaction payloads built from a person's actions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.sandbox import files, installs, shapes
from bot.sandbox.errors import ClientRefusal
from bot.sandbox.interaction import Interaction
from bot.sandbox.limits.commands import (
    ATTACHMENT,
    BOOLEAN,
    CHANNEL,
    INTEGER,
    MENTIONABLE,
    NESTING,
    NUMBER,
    PERSON,
    ROLE,
    STRING,
)
from bot.sandbox.limits.components import BUTTON
from bot.sandbox.messages import Messages, Stored, Upload
from bot.sandbox.shapes import Json
from bot.sandbox.snowflakes import is_number
from bot.sandbox.world import World

ATTACHMENT_LIMIT = 10 * 1024 * 1024
PARTIAL_CHANNEL = (
    "id", "guild_id", "name", "type", "position", "topic", "nsfw", "last_message_id",
    "rate_limit_per_user", "bitrate", "user_limit", "parent_id", "thread_metadata", "flags",
    "owner_id", "member_count", "message_count", "total_message_sent",
)  # fmt: skip


@dataclass(slots=True)
class Resolver:
    """Collects the full objects of the users, roles, channels and files an interaction names."""

    world: World
    messages: Messages
    channel: Json
    found: dict[str, dict[str, Json]] = field(default_factory=dict)

    def value(self, kind: int, given: object) -> object:
        """Return an option's value as Discord sends it: ids for people, places and files."""
        if kind == ATTACHMENT and isinstance(given, Upload):
            return self._attached(given)
        if kind not in (PERSON, CHANNEL, ROLE, MENTIONABLE):
            return given
        identifier = id_of(given)
        if not self._resolve(kind, identifier):
            raise ClientRefusal("Choose from the list.")
        return identifier

    def message(self, stored: Stored) -> str:
        """Resolve the message a message command is used on, and return its id."""
        identifier = str(stored.data["id"])
        self._put("messages", identifier, stored.data)
        return identifier

    def _attached(self, upload: Upload) -> object:
        if len(upload.content) > ATTACHMENT_LIMIT:
            raise ClientRefusal(files.TOO_LARGE)
        made = self.messages.keep(upload, str(self.channel["id"]), {})
        self.messages.expiring.add(int(made["id"]))
        url = files.signed(made["url"], made["id"], self.world.clock.now())
        shown = {**made, "url": url, "proxy_url": url, "ephemeral": True}
        self.found.setdefault("attachments", {})[made["id"]] = shown
        return made["id"]

    def _resolve(self, kind: int, identifier: str) -> bool:
        if not is_number(identifier):
            return False
        number, guild = int(identifier), self.world.guilds.get(shapes.guild_id(self.channel) or 0)
        if kind in (PERSON, MENTIONABLE) and number in self.world.users:
            self._put("users", identifier, self.world.users[number])
            if guild is not None and number in guild.members:
                bits = self.world.may(number, self.channel)
                member = {**guild.members[number], "permissions": str(bits)}
                self._put("members", identifier, member)
            return True
        if kind in (ROLE, MENTIONABLE) and guild is not None and number in guild.roles:
            self._put("roles", identifier, guild.roles[number])
            return True
        if kind == CHANNEL and guild is not None and number in guild.channels:
            self._put("channels", identifier, guild.channels[number])
            return True
        return False

    def _put(self, kind: str, identifier: str, one: Json) -> None:
        self.found.setdefault(kind, {})[identifier] = one

    def resolved(self, user_id: int) -> Json:
        """Return Discord's `resolved`; channels carry permissions, the bot's where it is."""
        channels = self.found.get("channels", {})
        shown = {key: self._partial(one, user_id) for key, one in channels.items()}
        return {**self.found, "channels": shown} if shown else dict(self.found)

    def _partial(self, channel: Json, user_id: int) -> Json:
        shown = {key: channel[key] for key in PARTIAL_CHANNEL if key in channel}
        shown["permissions"] = str(self.world.may(user_id, channel))
        if self.world.tells_app_permissions and self.world.guild_of(channel).installed:
            shown["app_permissions"] = str(self.world.may(self.world.bot_id, channel))
        return shown


def id_of(value: object) -> str:
    """Return the id of a user, role or channel, or what tells another value from others."""
    return str(value["id"] if isinstance(value, Mapping) else getattr(value, "id", value))


def interaction(  # noqa: PLR0913 - the parts of an interaction
    world: World,
    user_id: int,
    channel: Json,
    kind: int,
    data: Json,
    *,
    owners: Mapping[str, str],
    source: Stored | None = None,
    locale: str = "en-US",
) -> Interaction:
    """Build an interaction of Discord's type `kind` by a user in a channel.

    `owners` are those whose installations of the app allow it.
    """
    payload: Json = {
        "id": str(world.ids.next()),
        "application_id": str(world.application_id),
        "type": kind,
        "data": data,
        "token": f"aW50ZXJhY3Rpb246{world.ids.next()}",
        "version": 1,
        "channel_id": channel["id"],
        "app_permissions": str(installs.app_permissions(world, channel)),
        "context": installs.context(world, channel),
        "authorizing_integration_owners": dict(owners),
        "locale": locale,
        "entitlements": [],
        "entitlement_sku_ids": [],
        "attachment_size_limit": ATTACHMENT_LIMIT,
    }
    guild_id = shapes.guild_id(channel)
    if guild_id is None:
        payload["channel"] = channel
        payload["user"] = world.users[user_id]
    else:
        payload |= _in_guild(world, user_id, channel, guild_id)
    if source is not None:
        payload["message"] = source.data
    return Interaction(payload, user_id, channel, world.clock.now(), source)


def _in_guild(world: World, user_id: int, channel: Json, guild_id: int) -> Json:
    guild = world.guilds[guild_id]
    bits = str(world.may(user_id, channel))
    return {
        "guild_id": str(guild_id),
        "guild": {"id": str(guild_id), "locale": guild.data["preferred_locale"], "features": []},
        "guild_locale": guild.data["preferred_locale"],
        "channel": {**channel, "permissions": bits},
        "member": {**world.member_payload(guild, user_id), "permissions": bits},
    }


def command_data(
    command: Json, path: list[str], options: Mapping[str, object], resolver: Resolver
) -> tuple[Json, Json]:
    """Build a slash command's data; return it with the (sub)command whose options these are.

    Raises:
        ClientRefusal: the path does not lead to a command that can be used.
    """
    described, chain = command, [command]
    for word in path:
        inner = {one["name"]: one for one in described.get("options") or ()}
        if word not in inner or inner[word]["type"] not in NESTING:
            raise ClientRefusal(f"/{command['name']} has no subcommand {word}.")
        described = inner[word]
        chain.append(described)
    if any(one["type"] in NESTING for one in described.get("options") or ()):
        raise ClientRefusal(f"Choose a subcommand of /{' '.join(one['name'] for one in chain)}.")
    built = _options(described, options, resolver)
    for level in reversed(chain[1:]):
        built = [{"name": level["name"], "type": level["type"], "options": built}]
    data: Json = {"id": command["id"], "name": command["name"], "type": 1, "options": built}
    if command.get("guild_id"):
        data["guild_id"] = command["guild_id"]
    return data, described


def offering(message: Json, custom_id: str, kind: int) -> Json:
    """Return a message with a component of this id and Discord's component type `kind`."""
    if any(one.get("custom_id") == custom_id for one in shapes.walk(message["components"])):
        return message
    part: Json = {"type": kind, "id": 1, "custom_id": custom_id}
    part |= {"style": 2, "label": "…"} if kind == BUTTON else {"options": []}
    row = {"type": 1, "id": 1, "components": [part]}
    return {**message, "components": [*message["components"], row]}


def add_resolved(data: Json, resolver: Resolver, user_id: int) -> Json:
    """Add `resolved` to an interaction's data, if anything was resolved."""
    resolved = resolver.resolved(user_id)
    return {**data, "resolved": resolved} if resolved else data


def given_options(data: Json) -> list[Json]:
    """Return the options of a command's innermost subcommand."""
    options: list[Json] = data["options"]
    while options and options[0]["type"] in NESTING:
        options = options[0]["options"]
    return options


def _options(described: Json, given: Mapping[str, object], resolver: Resolver) -> list[Json]:
    known = {one["name"]: one for one in described.get("options") or ()}
    built = []
    for name, value in given.items():
        if value is None:
            continue
        dashed = name.replace("_", "-")
        option = known.get(name) or known.get(dashed) or {"name": name, "type": _guess(value)}
        sent = resolver.value(option["type"], value)
        built.append({"name": option["name"], "type": option["type"], "value": sent})
    return built


def _guess(value: object) -> int:
    kinds = {bool: BOOLEAN, int: INTEGER, float: NUMBER}
    return kinds.get(type(value), STRING)


def selected(kind: int, values: Iterable[object], resolver: Resolver) -> list[object]:
    """Return the values chosen in a select menu of Discord's component type `kind`."""
    as_option = {5: PERSON, 6: ROLE, 7: MENTIONABLE, 8: CHANNEL}.get(kind, STRING)
    return [resolver.value(as_option, one) for one in values]
