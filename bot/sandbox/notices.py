"""Events inside the sandbox, published to listeners such as its web page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bot.sandbox.shapes import Json


@dataclass(frozen=True, slots=True)
class MessageNotice:
    """A message was posted, edited or deleted, or its reader dismissed it."""

    kind: Literal["message", "update", "delete"]
    message: Json
    only_for: int | None = None  # the one user who sees it, if it is ephemeral
    dismissed: bool = False  # not even they do any more


@dataclass(frozen=True, slots=True)
class FailedNotice:
    """An interaction's time passed without an answer of the bot's."""

    user_id: int
    interaction: Json
    command: str | None


@dataclass(frozen=True, slots=True)
class FormNotice:
    """A form opened on somebody's screen; with None, the one that was open closed."""

    user_id: int
    form: Json | None


@dataclass(frozen=True, slots=True)
class ConnectionNotice:
    """The bot connected to the gateway, or disconnected."""

    online: bool


@dataclass(frozen=True, slots=True)
class ZoneNotice:
    """Somebody's own clock is another now."""

    user_id: int


@dataclass(frozen=True, slots=True)
class LocaleNotice:
    """Somebody's Discord is in another language now."""

    user_id: int


@dataclass(frozen=True, slots=True)
class ClockNotice:
    """The clock was moved."""


@dataclass(frozen=True, slots=True)
class WireNotice:
    """A request, an answer or an event between bot and sandbox, without tokens."""

    seen: Json


Notice = (
    MessageNotice
    | FailedNotice
    | FormNotice
    | ConnectionNotice
    | ZoneNotice
    | LocaleNotice
    | ClockNotice
    | WireNotice
)
Hear = Callable[[Notice], None]


class NoticeBoard:
    """Publishes notices to every listener, in order.

    `taps` is how many listeners want wire notices, which are not made while it is 0.
    """

    def __init__(self) -> None:
        self._listeners: list[Hear] = []
        self.taps = 0

    def listen(self, hear: Hear) -> None:
        """Add a listener; it must neither wait nor fail."""
        self._listeners.append(hear)

    def leave(self, hear: Hear) -> None:
        """Remove a listener."""
        self._listeners.remove(hear)

    def tell(self, notice: Notice) -> None:
        """Publish a notice."""
        for hear in tuple(self._listeners):
            hear(notice)
