"""Routes of users, channels and messages."""

from bot.sandbox import errors, limits, permissions, shapes
from bot.sandbox.gateway import MESSAGE_CONTENT
from bot.sandbox.interactions import check_edit
from bot.sandbox.messages import MessageDraft
from bot.sandbox.ratelimits import DM_OPENINGS
from bot.sandbox.routing import Call, Route, snowflake
from bot.sandbox.shapes import Json
from bot.sandbox.snowflakes import is_number
from bot.sandbox.world import World

MANAGE_MESSAGES = "manage_messages"


def current_user(call: Call) -> Json:
    """GET /users/@me."""
    own = {"verified": True, "email": None, "mfa_enabled": False, "locale": "en-US"}
    return {**call.engine.world.bot, **own}


def one_user(call: Call) -> Json:
    """GET /users/{user_id}."""
    found = call.engine.world.users.get(call.id("user_id"))
    if found is None:
        raise errors.unknown_user()
    return found


def open_dm(call: Call) -> Json:
    """POST /users/@me/channels: for any known user, but not too fast; sending may be refused."""
    world = call.engine.world
    recipient = str(call.body.get("recipient_id"))
    if not is_number(recipient) or int(recipient) not in world.users:
        raise errors.invalid_recipient()
    if int(recipient) == world.bot_id:
        raise errors.invalid_recipient()
    if int(recipient) not in world.dms:
        wait = call.limits.spend("new DMs", DM_OPENINGS)
        if wait is not None:
            raise errors.opening_dms_too_fast(wait)
    world.begin()
    return world.dm_with(int(recipient))


def one_channel(call: Call) -> Json:
    """GET /channels/{channel_id}."""
    channel = call.engine.world.channel(call.id("channel_id"))
    call.engine.world.require(channel)
    return channel


def list_messages(call: Call) -> list[Json]:
    """GET /channels/{channel_id}/messages."""
    channel = one_channel(call)
    call.limit(50, 100)
    bits = call.engine.world.may(call.engine.world.bot_id, channel)
    if not bits & permissions.bits("read_message_history"):
        return []
    query = dict(call.query)
    for name in {"before", "after", "around"} & set(query):
        snowflake(name, query[name])
    found = call.engine.messages.listed(int(channel["id"]), query)
    return [_readable(call, channel, one) for one in found]


def one_message(call: Call) -> Json:
    """GET /channels/{channel_id}/messages/{message_id}."""
    channel = one_channel(call)
    call.engine.world.require(channel, "read_message_history")
    found = call.engine.messages.find(int(channel["id"]), call.id("message_id"))
    if found.only_for is not None:
        raise errors.unknown_message()
    return _readable(call, channel, found.data)


def create_message(call: Call) -> Json:
    """POST /channels/{channel_id}/messages."""
    world = call.engine.world
    channel = world.channel(call.id("channel_id"))
    if channel["type"] == shapes.DM:
        _require_dm(call, channel)
    else:
        _require_sending(call, channel)
    body = call.body or {}
    limits.check_message(body, files=len(call.files), ordinary=True)
    world.begin()
    if channel["type"] in shapes.THREADS:
        _unarchive(world, channel)
    draft = MessageDraft(channel=channel, author=world.bot, body=body, files=call.files)
    return call.engine.messages.post(draft).data


def edit_message(call: Call) -> Json:
    """PATCH /channels/{channel_id}/messages/{message_id}."""
    world = call.engine.world
    channel = one_channel(call)
    if channel["type"] in shapes.THREADS:
        _require_unlocked(channel)
        if channel["thread_metadata"]["archived"]:
            raise errors.ApiError(400, 50083, "Thread is archived")
    stored = call.engine.messages.find(int(channel["id"]), call.id("message_id"))
    if stored.only_for is not None:
        raise errors.unknown_message()
    if int(stored.data["author"]["id"]) != world.bot_id:
        raise errors.not_the_author()
    check_edit(stored, call.body or {}, len(call.files))
    world.begin()
    return call.engine.messages.edit(stored, call.body or {}, call.files)


def delete_message(call: Call) -> None:
    """DELETE /channels/{channel_id}/messages/{message_id}."""
    world = call.engine.world
    channel = one_channel(call)
    stored = call.engine.messages.find(int(channel["id"]), call.id("message_id"))
    if int(stored.data["author"]["id"]) != world.bot_id:
        world.require(channel, MANAGE_MESSAGES)
    call.engine.messages.delete(int(channel["id"]), call.id("message_id"))


def typing(call: Call) -> None:
    """POST /channels/{channel_id}/typing."""
    channel = one_channel(call)
    if channel["type"] != shapes.DM:
        call.engine.world.require(channel, "send_messages")


def _readable(call: Call, channel: Json, message: Json) -> Json:
    if channel["type"] == shapes.DM or call.engine.gateway.privileged & MESSAGE_CONTENT:
        return message
    return shapes.without_intent(message, call.engine.world.bot_id)


def _require_dm(call: Call, channel: Json) -> None:
    user_id = int(channel["recipients"][0]["id"])
    if not call.engine.world.shares_guild(user_id):
        raise errors.no_mutual_guilds()
    if user_id in call.engine.world.closed_dms:
        raise errors.cannot_dm()


def _require_sending(call: Call, channel: Json) -> None:
    world, body = call.engine.world, call.body or {}
    in_thread = channel["type"] in shapes.THREADS
    world.require(channel, "send_messages_in_threads" if in_thread else "send_messages")
    if channel["type"] in shapes.FORUMS:
        raise errors.only_threads()
    if channel["type"] not in shapes.HOLDING_MESSAGES:
        raise errors.not_a_text_channel()
    if in_thread:
        _require_unlocked(channel)
    if call.files:
        world.require(channel, "attach_files")
    if body.get("message_reference"):
        world.require(channel, "read_message_history")


def _require_unlocked(thread: Json) -> None:
    if thread["thread_metadata"]["locked"]:
        raise errors.ApiError(400, 160005, "This thread is locked")


def _unarchive(world: World, thread: Json) -> None:
    """Open an archived thread, as any message in it does."""
    about = thread["thread_metadata"]
    if about["archived"]:
        now = shapes.iso(world.clock.now())
        opened = {**about, "archived": False, "archive_timestamp": now}
        world.update_channel(thread, thread_metadata=opened)


ROUTES = (
    Route("GET", "/users/@me", current_user),
    Route("POST", "/users/@me/channels", open_dm),
    Route("GET", "/users/{user_id}", one_user),
    Route("GET", "/channels/{channel_id}", one_channel),
    Route("GET", "/channels/{channel_id}/messages", list_messages),
    Route("POST", "/channels/{channel_id}/messages", create_message),
    Route("GET", "/channels/{channel_id}/messages/{message_id}", one_message),
    Route("PATCH", "/channels/{channel_id}/messages/{message_id}", edit_message),
    Route("DELETE", "/channels/{channel_id}/messages/{message_id}", delete_message),
    Route("POST", "/channels/{channel_id}/typing", typing),
)
