"""One interaction: what a person did, and what has become of it."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime

from bot.sandbox import shapes
from bot.sandbox.limits.commands import NESTING
from bot.sandbox.messages import Stored
from bot.sandbox.shapes import Json

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5
FAILED = -1  # the answer type of an interaction that was not answered in time


@dataclass(slots=True, eq=False)
class Interaction:
    """One interaction and what has become of it."""

    payload: Json
    user_id: int
    channel: Json
    created: datetime
    source: Stored | None = None
    """The message whose component was used, or from which the form came."""
    trigger: "Interaction | None" = None
    """The interaction that opened the form, for the submit of one."""
    answer: int | None = None
    """The callback type of the first answer; `FAILED` when it came too late."""
    choices: list[Json] = field(default_factory=list)
    form: Json | None = None
    original: Stored | None = None
    follow_ups: list[Stored] = field(default_factory=list)
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    """Set at each answer, edit and follow-up; the person who waits clears it."""
    expiry: asyncio.TimerHandle | None = None
    opened_at: float = 0.0
    answered_at: float = 0.0  # real seconds of the event loop, for measuring

    @property
    def id(self) -> int:
        """The interaction's id."""
        return int(self.payload["id"])

    @property
    def command(self) -> str | None:
        """The words of the slash command that was used, such as "legday log"."""
        if self.payload["type"] != COMMAND:
            return None
        words, inner = [], self.payload["data"]
        while inner is not None:
            words.append(inner["name"])
            nested = (one for one in inner.get("options") or () if one["type"] in NESTING)
            inner = next(nested, None)
        return " ".join(words)

    @property
    def user_install_only(self) -> bool:
        """Whether the app is installed to the user alone, so that follow-ups are limited."""
        return "0" not in self.payload["authorizing_integration_owners"]

    @property
    def metadata(self) -> Json:
        """What a message says of the interaction that caused it."""
        about: Json = {
            "id": self.payload["id"],
            "type": self.payload["type"],
            "user": self.payload.get("user") or self.payload["member"]["user"],
            "authorizing_integration_owners": self.payload["authorizing_integration_owners"],
        }
        if self.original is not None:
            about["original_response_message_id"] = self.original.data["id"]
        if self.trigger is not None:
            about["triggering_interaction_metadata"] = self.trigger.metadata
        elif self.source is not None:
            about["interacted_message_id"] = self.source.data["id"]
        return about

    @property
    def loading(self) -> bool:
        """Whether the person still reads "thinking"."""
        return self.original is not None and bool(self.original.data["flags"] & shapes.LOADING)
