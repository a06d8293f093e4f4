"""The registry of application commands: global and per guild, with stable ids and a daily limit."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.sandbox import errors, limits
from bot.sandbox.limits.commands import CHAT_INPUT
from bot.sandbox.shapes import Json
from bot.sandbox.world import World

DAILY_CREATES = 200
DAY = timedelta(days=1)
Scope = int | None  # a guild's id, or None for global commands


@dataclass(frozen=True, slots=True)
class Sync:
    """One bulk overwrite: its scope, how many commands it left, how many were new, and when."""

    scope: Scope
    commands: int
    created: int
    at: datetime


class Commands:
    """What the bot has registered."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._scopes: defaultdict[Scope, dict[int, Json]] = defaultdict(dict)
        self._creates: defaultdict[Scope, list[datetime]] = defaultdict(list)
        self.syncs: list[Sync] = []

    def listed(self, scope: Scope) -> list[Json]:
        """Return the commands of a scope."""
        return list(self._scopes[scope].values())

    def get(self, scope: Scope, command_id: int) -> Json:
        """Return a command.

        Raises:
            ApiError: Unknown application command.
        """
        found = self._scopes[scope].get(command_id)
        if found is None:
            raise errors.unknown_command()
        return found

    def named(self, name: str, guild_id: Scope, kind: int = CHAT_INPUT) -> Json | None:
        """Find a command as a person in that guild would see it: the guild's before the global."""
        for scope in (guild_id, None):
            for command in self._scopes[scope].values():
                if (command["name"], command["type"]) == (name, kind):
                    return command
        return None

    def overwrite(self, scope: Scope, bodies: list[Json]) -> list[Json]:
        """Replace all commands of a scope; unchanged names keep their ids.

        Raises:
            ApiError: a body breaks a limit, or more are new than the day allows.
        """
        limits.check_commands(bodies)
        known = {_key(one): one for one in self._scopes[scope].values()}
        fresh = [one for one in bodies if _key(one) not in known]
        self._count_creates(scope, len(fresh))
        made = [self._registered(scope, body, known.get(_key(body))) for body in bodies]
        self._scopes[scope] = {int(one["id"]): one for one in made}
        self.syncs.append(Sync(scope, len(made), len(fresh), self._world.clock.now()))
        return made

    def create(self, scope: Scope, body: Json) -> tuple[Json, bool]:
        """Register one command, in the place of one of the same name; tell whether it is new.

        Raises:
            ApiError: the body breaks a limit, or the day's creates are used up.
        """
        known = next((one for one in self.listed(scope) if _key(one) == _key(body)), None)
        others = [one for one in self.listed(scope) if one is not known]
        limits.check_commands([*others, body])
        self._count_creates(scope, int(known is None))
        made = self._registered(scope, body, known)
        self._scopes[scope][int(made["id"])] = made
        return made, known is None

    def change(self, scope: Scope, command_id: int, body: Json) -> Json:
        """Replace the fields of a command that `body` names.

        Raises:
            ApiError: Unknown application command, or the result breaks a limit.
        """
        known = self.get(scope, command_id)
        limits.check_commands([{**known, **body}])
        self._world.begin()
        made = self._registered(scope, {**known, **body}, known)
        self._scopes[scope][command_id] = made
        return made

    def delete(self, scope: Scope, command_id: int) -> None:
        """Remove a command.

        Raises:
            ApiError: Unknown application command.
        """
        self.get(scope, command_id)
        del self._scopes[scope][command_id]

    def _registered(self, scope: Scope, body: Json, known: Json | None) -> Json:
        command_id = known["id"] if known else str(self._world.ids.next())
        made: Json = {
            "id": command_id,
            "application_id": str(self._world.application_id),
            "version": command_id,
            "default_member_permissions": None,
            "type": CHAT_INPUT,
            "description": "",
            "name_localizations": None,
            "description_localizations": None,
            "nsfw": False,
            "dm_permission": True,
            "integration_types": [0],
            "contexts": None,
            **{key: value for key, value in body.items() if key not in ("id", "version")},
        }
        made["integration_types"] = made["integration_types"] or [0]
        if scope is not None:
            made["guild_id"] = str(scope)
        if known and any(made.get(key) != known.get(key) for key in made if key != "version"):
            made["version"] = str(self._world.ids.next())
        elif known:
            made["version"] = known["version"]
        return made

    def _count_creates(self, scope: Scope, count: int) -> None:
        now = self._world.clock.now()
        recent = [moment for moment in self._creates[scope] if now - moment < DAY]
        if len(recent) + count > DAILY_CREATES:
            raise errors.max_daily_creates()
        self._world.begin()
        self._creates[scope] = recent + [now] * count


def _key(command: Json) -> tuple[str, int]:
    return command["name"], command.get("type") or CHAT_INPUT
