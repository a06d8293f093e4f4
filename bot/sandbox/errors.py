"""Discord's refusals: each a status, a JSON error code and the words Discord itself uses.

Codes and words follow Discord's own table, discord/discord-api-docs:
developers/topics/opcodes-and-status-codes.mdx, and its page on form errors,
developers/reference.mdx ("Error Messages").
"""

from collections.abc import Mapping
from typing import cast

Problem = tuple[str, str]
"""A form error's code and message, such as ``("BASE_TYPE_REQUIRED", "This field is required")``."""


class ApiError(Exception):
    """An answer other than 2xx, as Discord's REST interface gives it.

    Args:
        status: The HTTP status.
        code: Discord's JSON error code; 0 where Discord has none.
        message: The ``message`` of the body.
        errors: The nested ``errors`` of the body, see `invalid_form`.
        extra: Further fields of the body, such as ``retry_after``.
    """

    def __init__(
        self,
        status: int,
        code: int,
        message: str,
        errors: dict[str, object] | None = None,
        *,
        extra: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors
        self.extra = dict(extra or {})

    def body(self) -> dict[str, object]:
        """Return the JSON body Discord sends with this refusal."""
        body: dict[str, object] = {"message": self.message, "code": self.code, **self.extra}
        if self.errors:
            body["errors"] = self.errors
        return body

    def problems(self) -> dict[str, str]:
        """Return the message of each form error by its dotted path."""
        return _flat(self.errors or {}, "")


class ClientRefusal(Exception):
    """What a person's Discord client refuses to send; its text is what they read.

    Args:
        text: All the words.
        fields: The words beside each option or field they are about, by its name or custom id.
    """

    def __init__(self, text: str, fields: Mapping[str, str] | None = None) -> None:
        super().__init__(text)
        self.fields = dict(fields or {})


def invalid_form(problems: Mapping[str, Problem]) -> ApiError:
    """Build the 50035 for a body, nested as Discord nests it.

    Args:
        problems: Dotted paths into the body, each with its problem; the path ``""`` is the
            body itself. ``{"embeds.0.title": (code, message)}`` becomes
            ``{"embeds": {"0": {"title": {"_errors": [{"code": …, "message": …}]}}}}``.
    """
    errors: dict[str, object] = {}
    for path, (code, message) in problems.items():
        node = errors
        for step in path.split(".") if path else ():
            node = cast("dict[str, object]", node.setdefault(step, {}))
        node["_errors"] = [{"code": code, "message": message}]
    return ApiError(400, 50035, "Invalid Form Body", errors)


def unauthorized() -> ApiError:
    """Refuse a missing or wrong token."""
    return ApiError(401, 0, "401: Unauthorized")


def not_found() -> ApiError:
    """Refuse a path that no route serves."""
    return ApiError(404, 0, "404: Not Found")


def invalid_json() -> ApiError:
    """Refuse a body that is not JSON."""
    return ApiError(400, 50109, "The request body contains invalid JSON.")


def too_large() -> ApiError:
    """Refuse a request or file beyond the size limit."""
    return ApiError(413, 40005, "Request entity too large")


def rate_limited(retry_after: float, *, everywhere: bool = False) -> ApiError:
    """Refuse for now; `retry_after` is in seconds, `everywhere` means the global limit."""
    extra = {"retry_after": round(retry_after, 3), "global": everywhere}
    return ApiError(429, 0, "You are being rate limited.", extra=extra)


def unknown_application() -> ApiError:
    """Refuse an application id other than the caller's."""
    return ApiError(404, 10002, "Unknown Application")


def unknown_channel() -> ApiError:
    """Refuse a channel that does not exist."""
    return ApiError(404, 10003, "Unknown Channel")


def unknown_guild() -> ApiError:
    """Refuse a guild that does not exist or has no such member."""
    return ApiError(404, 10004, "Unknown Guild")


def unknown_member() -> ApiError:
    """Refuse a user who is not in the guild."""
    return ApiError(404, 10007, "Unknown Member")


def unknown_message() -> ApiError:
    """Refuse a deleted message, or a nonce whose message was deleted meanwhile."""
    return ApiError(404, 10008, "Unknown Message")


def unknown_user() -> ApiError:
    """Refuse a user who does not exist."""
    return ApiError(404, 10013, "Unknown User")


def unknown_webhook() -> ApiError:
    """Refuse an interaction's webhook that never existed."""
    return ApiError(404, 10015, "Unknown Webhook")


def unknown_interaction() -> ApiError:
    """Refuse a first answer after 3 seconds, or a token that never existed."""
    return ApiError(404, 10062, "Unknown interaction")


def unknown_command() -> ApiError:
    """Refuse an application command that is not registered."""
    return ApiError(404, 10063, "Unknown application command")


def invalid_webhook_token() -> ApiError:
    """Refuse an interaction token older than 15 minutes."""
    return ApiError(401, 50027, "Invalid Webhook Token")


def max_commands(limit: int = 100) -> ApiError:
    """Refuse more commands of one kind than a scope can hold."""
    message = f"Maximum number of application commands reached ({limit})"
    return ApiError(400, 30032, message)


def max_daily_creates() -> ApiError:
    """Refuse the 201st command created in a guild within a day."""
    message = "Max number of daily application command creates has been reached (200)"
    return ApiError(400, 30034, message)


def opening_dms_too_fast(retry_after: float) -> ApiError:
    """Refuse new DM channels for now; `retry_after` is in seconds."""
    extra = {"retry_after": round(retry_after, 3), "global": False}
    return ApiError(403, 40003, "You are opening direct messages too fast", extra=extra)


def too_many_old_edits(retry_after: float) -> ApiError:
    """Refuse one more edit of a message older than an hour; `retry_after` is in seconds."""
    message = "Maximum number of edits to messages older than 1 hour reached. Try again later."
    extra = {"retry_after": round(retry_after, 3), "global": False}
    return ApiError(429, 30046, message, extra=extra)


def max_follow_ups() -> ApiError:
    """Refuse the sixth follow-up where the bot is not a member of the guild."""
    message = "This interaction has reached the maximum number of follow up messages"
    return ApiError(400, 40094, message)


def already_acknowledged() -> ApiError:
    """Refuse a second first answer to one interaction."""
    return ApiError(400, 40060, "Interaction has already been acknowledged.")


def missing_access() -> ApiError:
    """Refuse what the bot cannot even see."""
    return ApiError(403, 50001, "Missing Access")


def not_the_author() -> ApiError:
    """Refuse editing another's message."""
    return ApiError(403, 50005, "Cannot edit a message authored by another user")


def empty_message() -> ApiError:
    """Refuse a message with nothing in it."""
    return ApiError(400, 50006, "Cannot send an empty message")


def cannot_dm() -> ApiError:
    """Refuse a DM to someone who closed them."""
    return ApiError(403, 50007, "Cannot send messages to this user")


def not_a_text_channel() -> ApiError:
    """Refuse a message in a channel that holds none."""
    return ApiError(400, 50008, "Cannot send messages in a non-text channel")


def only_threads() -> ApiError:
    """Refuse a message right in a forum, which holds threads only."""
    return ApiError(400, 40058, "Cannot send a message in a forum channel")


def missing_permissions() -> ApiError:
    """Refuse what the bot can see but may not do."""
    return ApiError(403, 50013, "Missing Permissions")


def invalid_recipient() -> ApiError:
    """Refuse a DM channel with nobody, or with oneself."""
    return ApiError(400, 50033, "Invalid Recipient(s)")


def no_mutual_guilds() -> ApiError:
    """Refuse a DM to someone who shares no guild with the bot."""
    message = "Cannot send messages to this user due to having no mutual guilds"
    return ApiError(403, 50278, message)


def _flat(node: Mapping[str, object], path: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, below in node.items():
        if isinstance(below, list):
            found[path] = below[0]["message"]
        else:
            step = f"{path}.{key}" if path else key
            found |= _flat(cast("dict[str, object]", below), step)
    return found
