"""A guild: its roles, channels and members, and how a bot is told of it."""

from dataclasses import dataclass, field

from bot.sandbox import shapes
from bot.sandbox.shapes import Json

LARGE = 250  # members


@dataclass(slots=True, eq=False)
class Guild:
    """A guild with everything in it; `installed` tells whether the bot is a member."""

    data: Json
    roles: dict[int, Json] = field(default_factory=dict)
    channels: dict[int, Json] = field(default_factory=dict)
    members: dict[int, Json] = field(default_factory=dict)
    installed: bool = True
    available: bool = True

    @property
    def id(self) -> int:
        """The guild's id."""
        return int(self.data["id"])

    @property
    def owner_id(self) -> int:
        """The id of the user who may do everything here."""
        return int(self.data["owner_id"])

    def payload(self, bot_member: Json) -> Json:
        """Return what GUILD_CREATE carries to a bot without the members intent."""
        if not self.available:
            return {"id": str(self.id), "unavailable": True}
        channels = self.channels.values()
        return {
            **self.data,
            "joined_at": bot_member["joined_at"],
            "large": len(self.members) > LARGE,
            "unavailable": False,
            "member_count": len(self.members),
            "voice_states": [],
            "members": [bot_member],
            "roles": list(self.roles.values()),
            "channels": [one for one in channels if one["type"] not in shapes.THREADS],
            "threads": [one for one in channels if one["type"] in shapes.THREADS],
            "presences": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
        }
