"""Permission checks by name and channel, on top of `permissions`."""

from collections.abc import Mapping

from bot.sandbox import permissions
from bot.sandbox.shapes import Json

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
        joined |= permissions.FLAGS[name]
    return joined


def of_member(
    guild: Json, roles: Mapping[int, Json], user_id: int, held: list[str], overwrites: list[Json]
) -> int:
    """Compute the bits of a member holding the role ids `held`, under a channel's overwrites."""
    return permissions.compute(
        guild_owner_id=int(guild["owner_id"]),
        user_id=user_id,
        everyone_role=roles[int(guild["id"])],
        roles=[roles[int(role_id)] for role_id in held],
        overwrites=overwrites,
    )
