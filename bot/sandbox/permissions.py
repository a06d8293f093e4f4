"""Discord's permissions: their names, and what a member may do in a channel.

Source: discord/discord-api-docs, developers/topics/permissions.mdx (flags, "Permission
Hierarchy", "Permission Overwrites", "Implicit Permissions").
"""

from collections.abc import Iterable, Mapping

from bot.sandbox.shapes import Json

_IN_ORDER = """
create_instant_invite kick_members ban_members administrator manage_channels manage_guild
add_reactions view_audit_log priority_speaker stream view_channel send_messages
send_tts_messages manage_messages embed_links attach_files read_message_history
mention_everyone use_external_emojis view_guild_insights connect speak mute_members
deafen_members move_members use_vad change_nickname manage_nicknames manage_roles
manage_webhooks manage_guild_expressions use_application_commands request_to_speak
manage_events manage_threads create_public_threads create_private_threads
use_external_stickers send_messages_in_threads use_embedded_activities moderate_members
view_creator_monetization_analytics use_soundboard create_guild_expressions create_events
use_external_sounds send_voice_messages _unused set_voice_channel_status send_polls
use_external_apps pin_messages bypass_slowmode
"""  # lowest bit first

FLAGS: dict[str, int] = {
    name: 1 << bit for bit, name in enumerate(_IN_ORDER.split()) if name[0] != "_"
}
"""Every permission by Discord's name in lower case, with its bit."""

ALL = sum(FLAGS.values())

IN_DM = (
    "view_channel",
    "send_messages",
    "embed_links",
    "attach_files",
    "read_message_history",
    "mention_everyone",
    "use_external_emojis",
    "use_external_apps",
    "add_reactions",
    "use_application_commands",
)
"""What either side may do in a DM."""

EVERYONE_MAY = (*IN_DM, "send_messages_in_threads", "create_public_threads", "change_nickname")
"""What Discord gives @everyone in a new guild, as far as a bot for text can notice."""


def bits(*names: str) -> int:
    """Join permission names, such as "send_messages", into Discord's bits."""
    joined = 0
    for name in names:
        joined |= FLAGS[name]
    return joined


def of_member(
    guild: Json,
    roles: Mapping[int, Json],
    user_id: int,
    held: Iterable[str],
    overwrites: Iterable[Json],
) -> int:
    """Compute the bits of a member holding the role ids `held`, under a channel's overwrites.

    Implicit denials are left out, as in what Discord sends with an interaction.
    """
    everyone, own = int(guild["id"]), [int(role_id) for role_id in held]
    bits = 0
    for role_id in (everyone, *own):
        bits |= int(roles[role_id]["permissions"])
    if user_id == int(guild["owner_id"]) or bits & FLAGS["administrator"]:
        return ALL
    by_id = {int(overwrite["id"]): overwrite for overwrite in overwrites}
    # Each layer outranks the one before: everyone, then all roles at once, then the member.
    for layer in ([everyone], own, [user_id]):
        found = [by_id[one] for one in layer if one in by_id]
        for overwrite in found:
            bits &= ~int(overwrite["deny"])
        for overwrite in found:
            bits |= int(overwrite["allow"])
    return bits


def names(bits: int) -> list[str]:
    """Name the permissions set in `bits`, lowest bit first; unknown bits are left out."""
    return [name for name, flag in FLAGS.items() if bits & flag]
