"""Interactions: their tokens and deadlines, the bot's first answers, follow-ups and edits."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from bot.sandbox import errors, installs, limits, shapes
from bot.sandbox.interaction import FAILED, Interaction
from bot.sandbox.limits.responses import (
    CHOICES,
    DEFER_MESSAGE,
    DEFER_UPDATE,
    FORM,
    MESSAGE,
    UPDATE,
)
from bot.sandbox.messages import MessageDraft, Messages, Stored, Upload
from bot.sandbox.notices import FailedNotice
from bot.sandbox.shapes import Json
from bot.sandbox.world import World

ANSWER_WITHIN = 3.0  # real seconds
TOKEN_LIFE = timedelta(minutes=15)
USER_INSTALL_FOLLOW_UPS = 5
LEGACY_REFUSED = "The 'content' and 'embeds' fields cannot be used with Components V2."
KINDS = {2: "command", 3: "component", 4: "autocomplete", 5: "modal"}


class Interactions:
    """All interactions of a world; the first answer has `answer_within` real seconds."""

    def __init__(self, world: World, messages: Messages, answer_within: float) -> None:
        self._world = world
        self._messages = messages
        self.answer_within = answer_within
        self._by_id: dict[int, Interaction] = {}
        self._by_token: dict[str, Interaction] = {}
        self.on_answer: Callable[[Interaction], None] = lambda _interaction: None

    def open(self, made: Interaction) -> None:
        """Give a new interaction to the bot and start its 3 seconds."""
        self._by_id[made.id] = made
        self._by_token[made.payload["token"]] = made
        loop = asyncio.get_running_loop()
        made.opened_at = loop.time()
        made.expiry = loop.call_later(self.answer_within, self._expire, made)
        guild_id = made.payload.get("guild_id")
        self._world.emit("INTERACTION_CREATE", made.payload, int(guild_id) if guild_id else None)

    def close(self) -> None:
        """Let go of every deadline."""
        for made in self._by_id.values():
            if made.expiry:
                made.expiry.cancel()

    def callback(
        self, interaction_id: int, token: str, body: Json, files: tuple[Upload, ...]
    ) -> Json:
        """Take the bot's first answer and return what `with_response` shows.

        Raises:
            ApiError: unknown, too late, answered before, or a body Discord refuses.
        """
        arrived = asyncio.get_running_loop().time()
        found = self._by_id.get(interaction_id)
        if found is None or found.payload["token"] != token or found.answer == FAILED:
            raise errors.unknown_interaction()
        if found.answer is not None:
            raise errors.already_acknowledged()
        kind_asked = KINDS[found.payload["type"]]
        limits.check_interaction_response(body, kind_asked, files=len(files))
        data, kind = body.get("data") or {}, body["type"]
        if kind in (UPDATE, DEFER_UPDATE) and found.source is None:
            problem = "INTERACTION_TYPE_INVALID", "There is no message to update."
            raise errors.invalid_form({"type": problem})
        if kind == UPDATE and found.source is not None:
            check_edit(found.source, data, len(files))
        self._world.begin()
        self._apply(found, kind, data, files)
        found.answer = kind
        found.answered_at = arrived
        if found.expiry:
            found.expiry.cancel()
        found.changed.set()
        self.on_answer(found)
        return _response(found)

    def by_id(self, interaction_id: int) -> Interaction:
        """Return an interaction that was opened."""
        return self._by_id[interaction_id]

    def of_token(self, application_id: int, token: str) -> Interaction:
        """Return the interaction behind a webhook address.

        Raises:
            ApiError: Unknown Webhook, or Invalid Webhook Token after 15 minutes.
        """
        found = self._by_token.get(token)
        if found is None or application_id != self._world.application_id:
            raise errors.unknown_webhook()
        if self._world.clock.now() - found.created > TOKEN_LIFE:
            raise errors.invalid_webhook_token()
        return found

    def follow_up(self, made: Interaction, body: Json, files: tuple[Upload, ...]) -> Json:
        """Post a follow-up; the first after a deferred answer takes its place.

        Raises:
            ApiError: not yet answered, a body Discord refuses, or too many for a user install.
        """
        if made.answer in (None, FAILED):
            raise errors.unknown_webhook()
        limits.check_message(body, files=len(files))
        if made.user_install_only and len(made.follow_ups) >= USER_INSTALL_FOLLOW_UPS:
            raise errors.max_follow_ups()
        self._world.begin()
        if made.loading and made.original is not None:
            self._messages.edit(made.original, body, files)
            stored = made.original
        else:
            stored = self._post(made, body, files)
            made.follow_ups.append(stored)
        made.changed.set()
        return stored.data

    def message(self, made: Interaction, which: str) -> Stored:
        """Return "@original" or a follow-up by id.

        Raises:
            ApiError: Unknown Message.
        """
        if which == "@original":
            stored = made.original
        else:
            own = [made.original, *made.follow_ups]
            stored = next((one for one in own if one and one.data["id"] == which), None)
        if stored is None:
            raise errors.unknown_message()
        return self._messages.find(int(stored.data["channel_id"]), int(stored.data["id"]))

    def edit(self, made: Interaction, which: str, body: Json, files: tuple[Upload, ...]) -> Json:
        """Edit "@original" or a follow-up.

        Raises:
            ApiError: Unknown Message, or a body Discord refuses.
        """
        stored = self.message(made, which)
        check_edit(stored, body, len(files))
        self._world.begin()
        data = self._messages.edit(stored, body, files)
        made.changed.set()
        return data

    def delete(self, made: Interaction, which: str) -> None:
        """Delete "@original" or a follow-up.

        Raises:
            ApiError: Unknown Message.
        """
        stored = self.message(made, which)
        self._messages.delete(int(stored.data["channel_id"]), int(stored.data["id"]))
        made.changed.set()

    def _apply(self, made: Interaction, kind: int, data: Json, files: tuple[Upload, ...]) -> None:
        if kind == MESSAGE:
            made.original = self._post(made, data, files)
        elif kind == DEFER_MESSAGE:
            made.original = self._post(made, data, (), shapes.LOADING)
        elif kind == DEFER_UPDATE:
            made.original = made.source
        elif kind == UPDATE and made.source is not None:
            self._messages.edit(made.source, data, files)
            made.original = made.source
        elif kind == CHOICES:
            made.choices = data.get("choices") or []
        elif kind == FORM:
            made.form = data

    def _post(
        self, made: Interaction, body: Json, files: tuple[Upload, ...], flags: int = 0
    ) -> Stored:
        flags |= (body.get("flags") or 0) & shapes.EPHEMERAL
        where = (self._world, made.user_id, made.channel)
        if not installs.answers_openly(*where, user_install_only=made.user_install_only):
            flags |= shapes.EPHEMERAL
        draft = MessageDraft(
            channel=made.channel,
            author=self._world.bot,
            body=body,
            files=files,
            flags=flags,
            only_for=made.user_id if flags & shapes.EPHEMERAL else None,
            interaction=made.metadata,
            command=made.command,
        )
        return self._messages.post(draft)

    def _expire(self, made: Interaction) -> None:
        if made.answer is None:
            made.answer = FAILED
            self._world.notices.tell(FailedNotice(made.user_id, made.payload, made.command))
            made.changed.set()


def check_edit(stored: Stored, body: Json, files: int) -> None:
    """Refuse an edit whose result Discord would refuse.

    Raises:
        ApiError: a limit is broken, or a message of components is turned back.
    """
    flags = (body.get("flags") or 0) | stored.data["flags"] & shapes.COMPONENTS_V2
    limits.check_message({**body, "flags": flags}, files=files, editing=True)
    if flags & shapes.COMPONENTS_V2 and not stored.data["flags"] & shapes.COMPONENTS_V2:
        for key in ("content", "embeds"):
            if stored.data[key] and key not in body:
                problem = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", LEGACY_REFUSED
                raise errors.invalid_form({key: problem})


def _response(made: Interaction) -> Json:
    about: dict[str, Any] = {"id": made.payload["id"], "type": made.payload["type"]}
    shown: Json = {"interaction": about}
    if made.answer in (MESSAGE, DEFER_MESSAGE, DEFER_UPDATE, UPDATE) and made.original:
        flags = made.original.data["flags"]
        about["response_message_id"] = made.original.data["id"]
        about["response_message_loading"] = bool(flags & shapes.LOADING)
        about["response_message_ephemeral"] = bool(flags & shapes.EPHEMERAL)
    if made.answer in (MESSAGE, UPDATE) and made.original:
        shown["resource"] = {"type": made.answer, "message": made.original.data}
    return shown
