"""Discord-shaped JSON objects, API v10."""

from datetime import datetime
from typing import Any

Json = dict[str, Any]
"""One Discord object; ids are strings, moments ISO 8601, permissions decimal strings."""

TEXT, DM, VOICE, GROUP_DM, CATEGORY, NEWS = 0, 1, 2, 3, 4, 5
PRIVATE = frozenset({DM, GROUP_DM})
NEWS_THREAD, PUBLIC_THREAD, PRIVATE_THREAD, STAGE, FORUM, MEDIA = 10, 11, 12, 13, 15, 16
THREADS = frozenset({NEWS_THREAD, PUBLIC_THREAD, PRIVATE_THREAD})
FORUMS = frozenset({FORUM, MEDIA})
VOICES = frozenset({VOICE, STAGE})
HOLDING_MESSAGES = frozenset({TEXT, DM, VOICE, NEWS, STAGE}) | THREADS

EPHEMERAL = 1 << 6
LOADING = 1 << 7
COMPONENTS_V2 = 1 << 15


def iso(moment: datetime) -> str:
    """Write a moment as Discord does."""
    return moment.isoformat(timespec="microseconds")


def _each(names: str, value: object) -> Json:
    """Give one value to fields that are named with spaces between them."""
    return dict.fromkeys(names.split(), value)


def user(user_id: int, name: str, *, bot: bool = False) -> Json:
    """Build a user."""
    return {
        "id": str(user_id),
        "username": name,
        "global_name": None,
        "discriminator": "0000" if bot else "0",
        "bot": bot,
        **_each(
            "avatar avatar_decoration_data collectibles primary_guild banner accent_color", None
        ),
        "public_flags": 0,
        "flags": 0,
    }


def member(roles: list[str], joined: datetime) -> Json:
    """Build a guild member without its user."""
    return {
        "roles": roles,
        "joined_at": iso(joined),
        **_each("nick avatar banner premium_since communication_disabled_until", None),
        "flags": 0,
        **_each("deaf mute pending", False),
    }


def role(role_id: int, name: str, permissions: int, position: int, *, mentionable: bool) -> Json:
    """Build a role."""
    return {
        "id": str(role_id),
        "name": name,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "position": position,
        "permissions": str(permissions),
        "mentionable": mentionable,
        **_each("icon unicode_emoji description", None),
        "color": 0,
        "flags": 0,
        "hoist": False,
        "managed": False,
    }


def channel(channel_id: int, guild_id: int, name: str, kind: int, position: int) -> Json:
    """Build a guild channel with nothing overwritten."""
    voice = {"bitrate": 64_000, "user_limit": 0, "rtc_region": None} if kind in VOICES else {}
    return {
        **voice,
        "id": str(channel_id),
        "type": kind,
        "guild_id": str(guild_id),
        "name": name,
        "position": position,
        **_each("topic last_message_id parent_id", None),
        "rate_limit_per_user": 0,
        "flags": 0,
        "nsfw": False,
        "permission_overwrites": [],
    }


def thread(parent: Json, thread_id: int, owner_id: int, name: str, created: datetime) -> Json:
    """Build a public thread below `parent`."""
    return {
        "id": str(thread_id),
        "type": PUBLIC_THREAD,
        "guild_id": parent["guild_id"],
        "parent_id": parent["id"],
        "owner_id": str(owner_id),
        "name": name,
        "member_count": 1,
        "thread_metadata": {
            "archived": False,
            "auto_archive_duration": 1440,
            "archive_timestamp": iso(created),
            "locked": False,
            "create_timestamp": iso(created),
        },
        "last_message_id": None,
        **_each("rate_limit_per_user message_count total_message_sent flags", 0),
    }


def dm_channel(channel_id: int, recipient: Json) -> Json:
    """Build the DM channel between the bot and `recipient`."""
    return {
        "id": str(channel_id),
        "type": DM,
        "last_message_id": None,
        "flags": 0,
        "recipients": [recipient],
    }


def private_channel(channel_id: int, recipients: list[Json]) -> Json:
    """Build the DM channel of two users, or the group DM of more, without the bot."""
    made = dm_channel(channel_id, recipients[0]) | {"recipients": recipients}
    if len(recipients) > 2:
        made |= {"type": GROUP_DM, "name": None, "icon": None, "owner_id": recipients[0]["id"]}
    return made


def guild(guild_id: int, name: str, owner_id: int, locale: str) -> Json:
    """Build a guild without its roles, channels and members."""
    return {
        "id": str(guild_id),
        "name": name,
        "owner_id": str(owner_id),
        "region": "deprecated",
        "afk_timeout": 300,
        "verification_level": 1,
        "default_message_notifications": 1,
        "preferred_locale": locale,
        "max_members": 25_000_000,
        "max_video_channel_users": 25,
        "max_stage_video_channel_users": 50,
        **_each(
            "icon splash discovery_splash banner description afk_channel_id system_channel_id "
            "rules_channel_id public_updates_channel_id safety_alerts_channel_id "
            "widget_channel_id vanity_url_code application_id max_presences hub_type "
            "incidents_data",
            None,
        ),
        **_each(
            "system_channel_flags explicit_content_filter mfa_level nsfw_level premium_tier "
            "premium_subscription_count",
            0,
        ),
        **_each("widget_enabled nsfw premium_progress_bar_enabled", False),
        "features": [],
        "emojis": [],
        "stickers": [],
    }


def guild_id(channel: Json) -> int | None:
    """Return the id of the guild a channel lies in, None for a DM."""
    return int(channel["guild_id"]) if "guild_id" in channel else None


def without_intent(message: Json, bot_id: int) -> Json:
    """Return a guild's message as a bot without the message content intent gets it.

    Its own messages and those that mention it, as a reply with "ping" does, come whole.
    """
    concerned = {message["author"]["id"], *(one["id"] for one in message["mentions"])}
    if str(bot_id) in concerned:
        return message
    return {**message, "content": "", "embeds": [], "attachments": [], "components": []}


def text_of(message: Json) -> str:
    """Return every word of a message that may mention someone: content and text displays."""
    return "\n".join(filter(None, [message.get("content") or "", *_texts(message["components"])]))


def _texts(components: list[Json]) -> list[str]:
    return [part["content"] for part in walk(components) if part["type"] == 10]


def walk(components: list[Json]) -> list[Json]:
    """Return components and all nested in them, in the order they are shown."""
    found: list[Json] = []
    for part in components:
        found.append(part)
        found += walk(part.get("components") or [])
        found += walk([part[key] for key in ("component", "accessory") if part.get(key)])
    return found
