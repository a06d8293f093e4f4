"""Replies: messages that refer to another, and whether they ping its author.

Source: discord/discord-api-docs, developers/resources/message.mdx ("Message Reference").
"""

from collections.abc import Mapping

from bot.sandbox import errors, mentions
from bot.sandbox.shapes import Json

REPLY = 19


def body(content: str, users: Mapping[int, Json], replied_to: int | None, *, ping: bool) -> Json:
    """Return what a person's client sends of a message they type."""
    sent: Json = {"content": mentions.typed(content, users)}
    if replied_to is not None:
        sent["message_reference"] = {"message_id": str(replied_to)}
        sent["allowed_mentions"] = {"parse": list(mentions.ALL_KINDS), "replied_user": ping}
    return sent


def refer(message: Json, reference: Json, found: Json | None) -> None:
    """Make a message a reply to the one that was found.

    Raises:
        ApiError: it is gone, and `fail_if_not_exists` is not off.
    """
    if found is None:
        if reference.get("fail_if_not_exists", True):
            raise errors.unknown_message()
        return
    message["type"] = REPLY
    message["message_reference"] = {
        "type": 0,
        "message_id": found["id"],
        "channel_id": found["channel_id"],
    }
    message["referenced_message"] = found


def pinged(message: Json, sent: Json) -> list[Json]:
    """Return the author that a reply pings, unless told not to."""
    replied = message.get("referenced_message")
    allowed = sent.get("allowed_mentions")
    if replied is None or not (allowed is None or allowed.get("replied_user")):
        return []
    return [replied["author"]]
