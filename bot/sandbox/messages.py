"""Messages: kept by channel, made, edited, listed, deleted; nonces; who was pinged."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from bot.sandbox import components, errors, mentions, permissions, replies, shapes
from bot.sandbox.mentions import Ping
from bot.sandbox.notices import MessageNotice
from bot.sandbox.shapes import Json
from bot.sandbox.world import World

NONCE_WINDOW = timedelta(minutes=5)
"""Discord says "the past few minutes" (developers/resources/message.mdx)."""
OLD = timedelta(hours=1)  # the age from which Discord lets few edits of a message pass
MAX_FILE = 10 * 1024 * 1024
KEPT_FLAGS = shapes.EPHEMERAL | shapes.COMPONENTS_V2 | 1 << 2 | 1 << 12


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it arrived: its name, media type and bytes."""

    filename: str
    content_type: str
    content: bytes


@dataclass(slots=True, eq=False)
class Stored:
    """A message and what Discord knows beyond its JSON."""

    data: Json
    only_for: int | None = None  # the user an ephemeral message is shown to
    interaction_id: int | None = None
    edits: int = 0
    choices: dict[tuple[int, str], tuple[int, list[str]]] = field(default_factory=dict)
    """What each user chose last in each select, by custom id, and after how many edits."""
    dismissed: bool = False  # whether who alone could see it does not want to see it any more

    def notice(self, kind: Literal["message", "update", "delete"]) -> MessageNotice:
        """Return the notice that this happened to it."""
        return MessageNotice(kind, self.data, self.only_for, self.dismissed)


@dataclass(frozen=True, slots=True)
class MessageDraft:
    """A message to be made: its body and files, and where it comes from."""

    channel: Json
    author: Json
    body: Json
    files: tuple[Upload, ...] = ()
    flags: int = 0
    only_for: int | None = None
    interaction: Json | None = None  # its `interaction_metadata`, for answers to interactions
    command: str | None = None  # the slash command it answers


class Messages:
    """All messages of a world; an enforced nonce is remembered for `nonce_window` on its clock."""

    def __init__(self, world: World, nonce_window: timedelta) -> None:
        self._world = world
        self.files_url = ""  # the address under which attachments are served
        self.nonce_window = nonce_window
        self.spend_old_edit: Callable[[str], float | None] = lambda _channel_id: None
        """Count an edit of an old message in a channel; the seconds to wait if it is too many."""
        self.by_channel: defaultdict[int, dict[int, Stored]] = defaultdict(dict)
        self.files: dict[int, Upload] = {}
        self.expiring: set[int] = set()
        """Files that were given to a command: their addresses are signed and expire."""
        self.pings: list[Ping] = []
        self._nonces: dict[tuple[str, str], tuple[datetime, int, int]] = {}

    def post(self, draft: MessageDraft) -> Stored:
        """Make a message and record whom it pings; with `enforce_nonce`, at most once a window.

        Raises:
            ApiError: Unknown Message, when the nonce's first message was deleted meanwhile.
        """
        replayed = self._replayed(draft)
        if replayed is not None:
            return replayed
        stored = Stored(self._written(draft), only_for=draft.only_for)
        if draft.interaction is not None:
            stored.interaction_id = int(draft.interaction["id"])
        message, channel_id = stored.data, int(draft.channel["id"])
        self.by_channel[channel_id][int(message["id"])] = stored
        draft.channel["last_message_id"] = message["id"]
        self.resolve_mentions(stored, draft.body, notify=True)
        self._remember_nonce(draft, message)
        self._world.notices.tell(stored.notice("message"))
        if draft.only_for is None:
            self._tell("MESSAGE_CREATE", message)
        return stored

    def edit(self, stored: Stored, body: Json, files: tuple[Upload, ...] = ()) -> Json:
        """Replace the fields of a message that `body` names, whichever route asks for it.

        Raises:
            ApiError: too many edits of old messages in the channel.
        """
        message = stored.data
        self._count_edit(message)
        filling = bool(message["flags"] & shapes.LOADING)
        kept = body.get("attachments")
        attached = self._attach(message, body, files)
        if kept is not None:
            wanted = {str(one["id"]) for one in kept}
            message["attachments"] = [one for one in message["attachments"] if one["id"] in wanted]
        message["attachments"] = [*message["attachments"], *attached]
        for key, empty in (("content", ""), ("embeds", [])):
            if key in body:
                message[key] = body[key] or empty
        if "components" in body:
            parts = body["components"] or []
            message["components"] = components.stored(parts, message["attachments"])
        if body.get("flags") is not None:
            message["flags"] |= body["flags"] & KEPT_FLAGS & ~shapes.EPHEMERAL
        message["flags"] &= ~shapes.LOADING
        if not filling:
            message["edited_timestamp"] = shapes.iso(self._world.clock.now())
        stored.edits += 1
        self.resolve_mentions(stored, body, notify=filling)
        self._world.notices.tell(stored.notice("update"))
        if stored.only_for is None:
            self._tell("MESSAGE_UPDATE", message)
        return message

    def delete(self, channel_id: int, message_id: int) -> None:
        """Delete a message.

        Raises:
            ApiError: Unknown Message.
        """
        stored = self.find(channel_id, message_id)
        del self.by_channel[channel_id][message_id]
        self._world.notices.tell(stored.notice("delete"))
        if stored.only_for is None:
            self._tell("MESSAGE_DELETE", {"id": str(message_id), "channel_id": str(channel_id)})

    def find(self, channel_id: int, message_id: int) -> Stored:
        """Return a message.

        Raises:
            ApiError: Unknown Message.
        """
        found = self.by_channel[channel_id].get(message_id)
        if found is None:
            raise errors.unknown_message()
        return found

    def listed(self, channel_id: int, query: Json) -> list[Json]:
        """Return messages everyone sees, newest first, as `before`, `after`, `around` ask."""
        limit = int(query.get("limit", 50))
        open_to_all = (one for one in self.by_channel[channel_id].items() if not one[1].only_for)
        shown = sorted((message_id, stored.data) for message_id, stored in open_to_all)
        if "after" in query:
            picked = [one for one in shown if one[0] > int(query["after"])][:limit]
        elif "around" in query:
            middle = int(query["around"])
            older = [one for one in shown if one[0] < middle][-(limit // 2) :]
            picked = older + [one for one in shown if one[0] >= middle][: limit - len(older)]
        else:
            before = int(query.get("before", 1 << 63))
            picked = [one for one in shown if one[0] < before][-limit:]
        return [data for _, data in reversed(picked)]

    def resolve_mentions(self, stored: Stored, body: Json, *, notify: bool) -> None:
        """Fill in the mention fields; with `notify`, record who was pinged."""
        message, world = stored.data, self._world
        channel = world.channels.get(int(message["channel_id"])) or {}
        guild = world.guilds.get(int(channel.get("guild_id", 0)))
        by_bot = int(message["author"]["id"])
        default = mentions.ALL_KINDS if stored.interaction_id is None else mentions.OF_ANSWERS
        ping = mentions.resolve(
            message,
            shapes.text_of(message),
            body.get("allowed_mentions"),
            default,
            guild,
            may_mention_all=bool(
                channel and world.may(by_bot, channel) & permissions.bits("mention_everyone")
            ),
        )
        known = [world.users[one] for one in ping.users if one in world.users]
        known += [one for one in replies.pinged(message, body) if one not in known]
        message["mentions"] = known
        message["mention_roles"] = [str(one) for one in ping.roles]
        message["mention_everyone"] = ping.everyone
        if notify and ping:
            self.pings.append(ping)

    def _written(self, draft: MessageDraft) -> Json:
        body, channel = draft.body, draft.channel
        message: Json = {
            "id": str(self._world.ids.next()),
            "type": 0,
            "channel_id": channel["id"],
            "author": draft.author,
            "content": body.get("content") or "",
            "timestamp": shapes.iso(self._world.clock.now()),
            "edited_timestamp": None,
            "tts": bool(body.get("tts")),
            "attachments": [],
            "embeds": [{"type": "rich", **one} for one in body.get("embeds") or []],
            "pinned": False,
            "flags": (body.get("flags") or 0) & KEPT_FLAGS | draft.flags,
            "components": [],
        }
        message["attachments"] = self._attach(message, body, draft.files)
        parts = body.get("components") or []
        message["components"] = components.stored(parts, message["attachments"])
        if (reference := body.get("message_reference")) is not None:
            replied = self.by_channel[int(channel["id"])].get(int(reference["message_id"]))
            replies.refer(message, reference, None if replied is None else replied.data)
        if body.get("nonce") is not None:
            message["nonce"] = body["nonce"]
        if draft.author["bot"]:
            message["application_id"] = str(self._world.application_id)
        if draft.interaction is not None:
            message["type"] = 20 if draft.interaction["type"] == 2 else 0
            message["webhook_id"] = str(self._world.application_id)
            message["interaction_metadata"] = draft.interaction
        if draft.interaction is not None and draft.command is not None:
            # Deprecated, still sent, and the only place that names the command.
            about = {key: draft.interaction[key] for key in ("id", "type", "user")}
            message["interaction"] = {**about, "name": draft.command}
        return message

    def _attach(self, message: Json, body: Json, files: Iterable[Upload]) -> list[Json]:
        told = {str(one.get("id")): one for one in body.get("attachments") or []}
        made = []
        for index, upload in enumerate(files):
            if len(upload.content) > MAX_FILE:
                raise errors.too_large()
            about = told.get(str(index), {})
            made.append(self.keep(upload, message["channel_id"], about))
        return made

    def keep(self, upload: Upload, channel_id: str, about: Json) -> Json:
        """Store a file and return its attachment object."""
        file_id = self._world.ids.next()
        self.files[file_id] = upload
        name = about.get("filename") or upload.filename
        url = f"{self.files_url}/{channel_id}/{file_id}/{name}"
        attachment = {
            "id": str(file_id),
            "filename": name,
            "size": len(upload.content),
            "url": url,
            "proxy_url": url,
            "content_type": upload.content_type,
        }
        described = about.get("description")
        return {**attachment, "description": described} if described else attachment

    def _count_edit(self, message: Json) -> None:
        age = self._world.clock.now() - datetime.fromisoformat(message["timestamp"])
        if age > OLD and (wait := self.spend_old_edit(message["channel_id"])) is not None:
            raise errors.too_many_old_edits(wait)

    def _replayed(self, draft: MessageDraft) -> Stored | None:
        nonce = draft.body.get("nonce")
        if nonce is None or not draft.body.get("enforce_nonce"):
            return None
        known = self._nonces.get((draft.author["id"], str(nonce)))
        if known is None or self._world.clock.now() - known[0] > self.nonce_window:
            return None
        return self.find(known[1], known[2])

    def _remember_nonce(self, draft: MessageDraft, message: Json) -> None:
        if draft.body.get("nonce") is not None:
            key = (draft.author["id"], str(draft.body["nonce"]))
            ids = int(message["channel_id"]), int(message["id"])
            self._nonces[key] = (self._world.clock.now(), *ids)

    def _tell(self, event: str, message: Json) -> None:
        channel = self._world.channels.get(int(message["channel_id"])) or {}
        if channel and not self._world.is_there(channel):
            return
        guild_id = channel.get("guild_id")
        data = {**message, "guild_id": guild_id} if guild_id else message
        self._world.emit(event, data, int(guild_id) if guild_id else None)
