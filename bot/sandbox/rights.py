"""The bot's permissions in one channel, to be taken away and given back one by one."""

from bot.sandbox import permissions
from bot.sandbox.shapes import Json
from bot.sandbox.world import World

RIGHTS = {
    "see": ("view_channel", "see the channel"),
    "send": ("send_messages", "send messages"),
    "read": ("read_message_history", "read message history"),
    "embed": ("embed_links", "embed links"),
    "attach": ("attach_files", "attach files"),
}
"""Those a bot for text needs: a short word, Discord's name, and what it lets the bot do."""


def holds(world: World, channel: Json) -> dict[str, bool]:
    """Return by each right's short word whether the bot has it in a channel."""
    bits = world.may(world.bot_id, channel)
    return {word: bool(bits & permissions.bits(name)) for word, (name, _) in RIGHTS.items()}


def set_right(world: World, channel: Json, word: str, *, on: bool) -> None:
    """Give the bot one right in a channel, or take it away; the others stay as they are."""
    name, _ = RIGHTS[word]
    held = {one["id"]: one for one in channel["permission_overwrites"]}
    own = held.get(str(world.bot_id), {"allow": "0", "deny": "0"})
    allowed, denied = (
        set(permissions.names(int(own[side]))) - {name} for side in ("allow", "deny")
    )
    (allowed if on else denied).add(name)
    world.overwrite(channel, world.bot_id, allow=allowed, deny=denied)
