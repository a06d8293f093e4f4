"""The world's state: users, guilds, members, roles, channels, permissions.

Changes are told to the gateway as they happen; people and tests make them, bots never do.
"""

from collections.abc import Callable, Iterable
from datetime import tzinfo

from bot.sandbox import errors, permissions, shapes
from bot.sandbox.clock import WorldClock
from bot.sandbox.guilds import Guild
from bot.sandbox.notices import LocaleNotice, NoticeBoard, ZoneNotice
from bot.sandbox.shapes import Json
from bot.sandbox.snowflakes import Snowflakes

Emit = Callable[[str, Json, int | None], None]
"""Tell the gateway: event name, its data, the guild's id (None for what goes to shard 0)."""


class World:
    """The state behind the API."""

    def __init__(self, clock: WorldClock, bot_name: str) -> None:
        self.clock = clock
        self.ids = Snowflakes(clock.now)
        self.users: dict[int, Json] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Json] = {}
        self.dms: dict[int, Json] = {}
        self.closed_dms: set[int] = set()
        self.user_installs: set[int] = set()  # the users who added the app to their account
        self.integration_types: Json = {"0": {}}
        """Where the application can be installed, as its owner set it."""
        self.zones: dict[int, tzinfo] = {}
        """The zone of each user's own clock, where it is known; clients show moments in it."""
        self.locales: dict[int, str] = {}  # the language of each user's client, where it was set
        self.tells_app_permissions = True
        """Whether channels that an interaction names carry what the bot may do there."""
        self.objection: errors.ApiError | None = None
        """What refuses the request being answered, unless its route refuses it itself."""
        self.notices = NoticeBoard()
        self.emit: Emit = lambda _event, _data, _guild_id: None
        self.bot = self.add_user(bot_name, bot=True)
        self.owner = self.add_user("owner")
        self.application_id = self.ids.next()

    @property
    def bot_id(self) -> int:
        """The bot's user id."""
        return int(self.bot["id"])

    def begin(self) -> None:
        """Begin the effect of a request: routes call this when their own checks have passed.

        Raises:
            ApiError: there is an objection to the request.
        """
        if self.objection is not None:
            raise self.objection

    def add_user(self, name: str, *, bot: bool = False) -> Json:
        """Create a user."""
        made = shapes.user(self.ids.next(), name, bot=bot)
        self.users[int(made["id"])] = made
        return made

    def set_zone(self, user_id: int, zone: tzinfo | None) -> None:
        """Set a user's own clock to a zone; with None, it is not known any more."""
        if self.zones.get(user_id) == zone:
            return
        if zone is None:
            del self.zones[user_id]
        else:
            self.zones[user_id] = zone
        self.notices.tell(ZoneNotice(user_id))

    def set_locale(self, user_id: int, locale: str) -> None:
        """Set the language of a user's client, by Discord's name for it."""
        if self.locales.get(user_id) == locale:
            return
        self.locales[user_id] = locale
        self.notices.tell(LocaleNotice(user_id))

    def add_guild(self, name: str, *, installed: bool = True, locale: str = "en-US") -> Guild:
        """Create a guild with @everyone; the bot, if `installed`, has a managed role of its own."""
        owner_id = int(self.owner["id"])
        guild = Guild(shapes.guild(self.ids.next_guild(), name, owner_id, locale), installed=False)
        self.guilds[guild.id] = guild
        bits = permissions.bits(*permissions.EVERYONE_MAY)
        guild.roles[guild.id] = shapes.role(guild.id, "@everyone", bits, 0, mentionable=False)
        self.add_member(guild, owner_id)
        if installed:
            self.install(guild)
        return guild

    def install(self, guild: Guild) -> None:
        """Invite the bot to a guild; it learns of it by GUILD_CREATE."""
        role = self.add_role(guild, self.bot["username"], permissions.EVERYONE_MAY)
        role |= {"managed": True, "tags": {"bot_id": self.bot["id"]}}
        self.add_member(guild, self.bot_id, [role])
        guild.installed = True
        payload = self.guild_payload(guild)
        # Only a guild that was announced as unavailable says that it no longer is.
        del payload["unavailable"]
        self.emit("GUILD_CREATE", payload, guild.id)

    def uninstall(self, guild: Guild) -> None:
        """Remove the bot from a guild."""
        guild.installed = False
        for role_id in guild.members.pop(self.bot_id)["roles"]:
            del guild.roles[int(role_id)]
        self.emit("GUILD_DELETE", {"id": str(guild.id)}, guild.id)

    def set_available(self, guild: Guild, *, available: bool) -> None:
        """Begin or end an outage of one guild."""
        guild.available = available
        if available:
            self.emit("GUILD_CREATE", self.guild_payload(guild), guild.id)
        else:
            self.emit("GUILD_DELETE", {"id": str(guild.id), "unavailable": True}, guild.id)

    def set_guild_locale(self, guild: Guild, locale: str) -> None:
        """Set the language that a guild has in its settings."""
        guild.data["preferred_locale"] = locale
        self._tell(guild, "GUILD_UPDATE", {**guild.data, "roles": list(guild.roles.values())})

    def add_member(self, guild: Guild, user_id: int, roles: Iterable[Json] = ()) -> Json:
        """Let a user join a guild."""
        made = shapes.member([role["id"] for role in roles], self.clock.now())
        guild.members[user_id] = made
        data = {**made, "user": self.users[user_id], "guild_id": str(guild.id)}
        self._tell(guild, "GUILD_MEMBER_ADD", data)
        return made

    def remove_member(self, guild: Guild, user_id: int) -> None:
        """Let a user leave a guild."""
        del guild.members[user_id]
        data = {"user": self.users[user_id], "guild_id": str(guild.id)}
        self._tell(guild, "GUILD_MEMBER_REMOVE", data)

    def add_role(
        self, guild: Guild, name: str, may: Iterable[str] = (), *, mentionable: bool = False
    ) -> Json:
        """Create a role; `may` are Discord's permission names."""
        role_id, bits = self.ids.next(), permissions.bits(*may)
        made = shapes.role(role_id, name, bits, len(guild.roles), mentionable=mentionable)
        guild.roles[role_id] = made
        self._tell(guild, "GUILD_ROLE_CREATE", {"guild_id": str(guild.id), "role": made})
        return made

    def delete_role(self, guild: Guild, role: Json) -> None:
        """Delete a role from its guild and from everyone who had it."""
        del guild.roles[int(role["id"])]
        for member in guild.members.values():
            member["roles"] = [held for held in member["roles"] if held != role["id"]]
        data = {"guild_id": str(guild.id), "role_id": role["id"]}
        self._tell(guild, "GUILD_ROLE_DELETE", data)

    def update_role(self, guild: Guild, role: Json, **changes: object) -> None:
        """Change fields of a role, such as `permissions` or `mentionable`."""
        role.update(changes)
        self._tell(guild, "GUILD_ROLE_UPDATE", {"guild_id": str(guild.id), "role": role})

    def give_roles(self, guild: Guild, user_id: int, roles: Iterable[Json]) -> None:
        """Replace the roles a member has."""
        member = guild.members[user_id]
        member["roles"] = [role["id"] for role in roles]
        data = {**member, "user": self.users[user_id], "guild_id": str(guild.id)}
        self._tell(guild, "GUILD_MEMBER_UPDATE", data)

    def add_channel(self, guild: Guild, name: str, kind: int = shapes.TEXT) -> Json:
        """Create a guild channel of Discord's type `kind`."""
        made = shapes.channel(self.ids.next(), guild.id, name, kind, len(guild.channels))
        self._place(guild, made)
        self._tell(guild, "CHANNEL_CREATE", made)
        return made

    def add_thread(self, parent: Json, name: str) -> Json:
        """Create a public thread below a channel, made by the guild's owner."""
        guild = self.guild_of(parent)
        thread_id = self.ids.next()
        made = shapes.thread(parent, thread_id, guild.owner_id, name, self.clock.now())
        self._place(guild, made)
        self._tell(guild, "THREAD_CREATE", {**made, "newly_created": True})
        return made

    def update_channel(self, channel: Json, **changes: object) -> None:
        """Change fields of a channel, such as `name` or `permission_overwrites`."""
        channel.update(changes)
        event = "THREAD_UPDATE" if channel["type"] in shapes.THREADS else "CHANNEL_UPDATE"
        self._tell(self.guild_of(channel), event, channel)

    def delete_channel(self, channel: Json) -> None:
        """Delete a guild channel and everything in it."""
        guild = self.guild_of(channel)
        del guild.channels[int(channel["id"])], self.channels[int(channel["id"])]
        event = "THREAD_DELETE" if channel["type"] in shapes.THREADS else "CHANNEL_DELETE"
        self._tell(guild, event, channel)

    def overwrite(
        self, channel: Json, target: int, *, allow: Iterable[str] = (), deny: Iterable[str] = ()
    ) -> None:
        """Allow and deny permissions in one channel to a role or, for a user's id, to a member."""
        target_type = 0 if target in self.guild_of(channel).roles else 1
        kept = [one for one in channel["permission_overwrites"] if one["id"] != str(target)]
        made = {
            "id": str(target),
            "type": target_type,
            "allow": str(permissions.bits(*allow)),
            "deny": str(permissions.bits(*deny)),
        }
        self.update_channel(channel, permission_overwrites=[*kept, made])

    def guild_of(self, channel: Json) -> Guild:
        """Return the guild a guild channel lies in."""
        return self.guilds[int(channel["guild_id"])]

    def channel(self, channel_id: int) -> Json:
        """Return a channel the bot can reach.

        Raises:
            ApiError: Unknown Channel, or Missing Access where the bot is no member.
        """
        found = self.channels.get(channel_id)
        if found is None:
            raise errors.unknown_channel()
        if not self.is_there(found):
            raise errors.missing_access()
        return found

    def is_there(self, channel: Json) -> bool:
        """Tell whether the bot itself is where a channel is."""
        if channel["type"] in shapes.PRIVATE:
            return self.is_with_bot(channel)
        return self.guild_of(channel).installed

    def is_with_bot(self, channel: Json) -> bool:
        """Tell whether a DM is one with the bot."""
        recipients = channel.get("recipients") or ()
        return any(self.dms.get(int(one["id"])) is channel for one in recipients)

    def dm_with(self, user_id: int) -> Json:
        """Return the DM channel between the bot and a user, made at first need."""
        if user_id not in self.dms:
            made = shapes.dm_channel(self.ids.next(), self.users[user_id])
            self.dms[user_id] = self.channels[int(made["id"])] = made
        return self.dms[user_id]

    def shares_guild(self, user_id: int) -> bool:
        """Tell whether the bot and a user are members of one guild."""
        return any(one.installed and user_id in one.members for one in self.guilds.values())

    def may(self, user_id: int, channel: Json) -> int:
        """Compute the permission bits a user has in a channel; none for who is not in its guild."""
        if channel["type"] in shapes.PRIVATE:
            return permissions.bits(*permissions.IN_DM)
        guild = self.guild_of(channel)
        if user_id not in guild.members:
            return 0
        where = channel
        if channel["type"] in shapes.THREADS:
            where = guild.channels[int(channel["parent_id"])]
        held = guild.members[user_id]["roles"]
        overwrites = where["permission_overwrites"]
        return permissions.of_member(guild.data, guild.roles, user_id, held, overwrites)

    def require(self, channel: Json, *names: str) -> None:
        """Let the bot do something in a channel only with these permissions.

        Raises:
            ApiError: Missing Access without view_channel, else Missing Permissions.
        """
        bits = self.may(self.bot_id, channel)
        if not bits & permissions.bits("view_channel"):
            raise errors.missing_access()
        if any(not bits & permissions.bits(name) for name in names):
            raise errors.missing_permissions()

    def member_payload(self, guild: Guild, user_id: int) -> Json:
        """Return a member together with its user."""
        return {**guild.members[user_id], "user": self.users[user_id]}

    def guild_payload(self, guild: Guild) -> Json:
        """Return what GUILD_CREATE carries to a bot that asked for guilds only."""
        return guild.payload(self.member_payload(guild, self.bot_id))

    def _place(self, guild: Guild, channel: Json) -> None:
        guild.channels[int(channel["id"])] = channel
        self.channels[int(channel["id"])] = channel

    def _tell(self, guild: Guild, event: str, data: Json) -> None:
        if guild.installed and guild.available:
            self.emit(event, data, guild.id)
