"""Discord's refusals: each a status, a JSON error code and the words Discord itself uses.

Codes and words follow Discord's own table, discord/discord-api-docs:
developers/topics/opcodes-and-status-codes.mdx, and its page on form errors,
developers/reference.mdx ("Error Messages").
"""

from collections.abc import Mapping
from functools import partial
from typing import cast

Problem = tuple[str, str]
"""A form error's code and message, such as ``("BASE_TYPE_REQUIRED", "This field is required")``."""


class ApiError(Exception):
    """An answer other than 2xx, as Discord's REST interface gives it.

    The ``code`` is Discord's own, 0 where it has none; ``errors`` nest as in `invalid_form`, and
    ``extra`` are further fields of the body, such as ``retry_after``.
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

    `fields` are the words beside each option or field that they are about, by its name or custom
    id.
    """

    def __init__(self, text: str, fields: Mapping[str, str] | None = None) -> None:
        super().__init__(text)
        self.fields = dict(fields or {})


def invalid_form(problems: Mapping[str, Problem]) -> ApiError:
    """Build the 50035 for a body: the problems at dotted paths, nested as Discord nests them.

    ``{"embeds.0.title": (code, message)}`` becomes
    ``{"embeds": {"0": {"title": {"_errors": [{"code": …, "message": …}]}}}}``; the path ``""`` is
    the body itself.
    """
    errors: dict[str, object] = {}
    for path, (code, message) in problems.items():
        node = errors
        for step in path.split(".") if path else ():
            node = cast("dict[str, object]", node.setdefault(step, {}))
        node["_errors"] = [{"code": code, "message": message}]
    return ApiError(400, 50035, "Invalid Form Body", errors)


def rate_limited(retry_after: float, *, everywhere: bool = False) -> ApiError:
    """Refuse for now; `retry_after` is in seconds, `everywhere` means the global limit."""
    return _for_now(429, 0, "You are being rate limited.", retry_after, everywhere=everywhere)


def opening_dms_too_fast(retry_after: float) -> ApiError:
    """Refuse new DM channels for now; `retry_after` is in seconds."""
    return _for_now(403, 40003, "You are opening direct messages too fast", retry_after)


def too_many_old_edits(retry_after: float) -> ApiError:
    """Refuse one more edit of a message older than an hour; `retry_after` is in seconds."""
    message = "Maximum number of edits to messages older than 1 hour reached. Try again later."
    return _for_now(429, 30046, message, retry_after)


def max_commands(limit: int) -> ApiError:
    """Refuse more commands of one kind than a scope can hold."""
    return ApiError(400, 30032, f"Maximum number of application commands reached ({limit})")


# Those that are always the same; each call makes one.
unauthorized = partial(ApiError, 401, 0, "401: Unauthorized")
not_found = partial(ApiError, 404, 0, "404: Not Found")  # no route of that path
invalid_json = partial(ApiError, 400, 50109, "The request body contains invalid JSON.")
too_large = partial(ApiError, 413, 40005, "Request entity too large")
unknown_application = partial(ApiError, 404, 10002, "Unknown Application")  # not the caller's own
unknown_channel = partial(ApiError, 404, 10003, "Unknown Channel")
unknown_guild = partial(ApiError, 404, 10004, "Unknown Guild")  # or the bot is no member
unknown_member = partial(ApiError, 404, 10007, "Unknown Member")
unknown_message = partial(ApiError, 404, 10008, "Unknown Message")  # also that of a nonce
unknown_user = partial(ApiError, 404, 10013, "Unknown User")
unknown_webhook = partial(ApiError, 404, 10015, "Unknown Webhook")  # an interaction's token
unknown_interaction = partial(ApiError, 404, 10062, "Unknown interaction")  # also after 3 seconds
unknown_command = partial(ApiError, 404, 10063, "Unknown application command")
invalid_webhook_token = partial(ApiError, 401, 50027, "Invalid Webhook Token")  # after 15 minutes
max_daily_creates = partial(
    ApiError, 400, 30034, "Max number of daily application command creates has been reached (200)"
)
max_follow_ups = partial(  # where the bot is not a member of the guild
    ApiError, 400, 40094, "This interaction has reached the maximum number of follow up messages"
)
already_acknowledged = partial(ApiError, 400, 40060, "Interaction has already been acknowledged.")
missing_access = partial(ApiError, 403, 50001, "Missing Access")  # what the bot cannot even see
missing_permissions = partial(ApiError, 403, 50013, "Missing Permissions")  # sees, may not do
not_the_author = partial(ApiError, 403, 50005, "Cannot edit a message authored by another user")
empty_message = partial(ApiError, 400, 50006, "Cannot send an empty message")
cannot_dm = partial(ApiError, 403, 50007, "Cannot send messages to this user")  # DMs are closed
not_a_text_channel = partial(ApiError, 400, 50008, "Cannot send messages in a non-text channel")
only_threads = partial(ApiError, 400, 40058, "Cannot send a message in a forum channel")
invalid_recipient = partial(ApiError, 400, 50033, "Invalid Recipient(s)")  # nobody, or oneself
no_mutual_guilds = partial(
    ApiError, 403, 50278, "Cannot send messages to this user due to having no mutual guilds"
)


def _for_now(
    status: int, code: int, message: str, retry_after: float, *, everywhere: bool = False
) -> ApiError:
    extra = {"retry_after": round(retry_after, 3), "global": everywhere}
    return ApiError(status, code, message, extra=extra)


def _flat(node: Mapping[str, object], path: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, below in node.items():
        if isinstance(below, list):
            found[path] = below[0]["message"]
        else:
            step = f"{path}.{key}" if path else key
            found |= _flat(cast("dict[str, object]", below), step)
    return found
