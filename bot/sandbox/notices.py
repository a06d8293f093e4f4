"""What happens in the sandbox, told as it happens to whoever looks on: its page, for one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.sandbox.shapes import Json

if TYPE_CHECKING:
    from bot.sandbox.interactions import Interaction
    from bot.sandbox.messages import Stored
    from bot.sandbox.seen import SeenForm


@dataclass(frozen=True, slots=True)
class MessageNotice:
    """A message was posted, edited or deleted, or its reader dismissed it."""

    kind: Literal["message", "update", "delete"]
    stored: "Stored"


@dataclass(frozen=True, slots=True)
class FailedNotice:
    """The bot let an interaction's time pass."""

    interaction: "Interaction"


@dataclass(frozen=True, slots=True)
class FormNotice:
    """A form opened on somebody's screen; with None, the one that was open closed."""

    user_id: int
    form: "SeenForm | None"


@dataclass(frozen=True, slots=True)
class ConnectionNotice:
    """The bot's connection to the gateway came or went."""

    online: bool


@dataclass(frozen=True, slots=True)
class ClockNotice:
    """The clock shows another moment."""


@dataclass(frozen=True, slots=True)
class WireNotice:
    """Something passed between the bot and the sandbox; tokens are left out of it."""

    seen: Json


Notice = MessageNotice | FailedNotice | FormNotice | ConnectionNotice | ClockNotice | WireNotice
Hear = Callable[[Notice], None]


class NoticeBoard:
    """Tells every listener of each thing that happens, in the order they happen.

    `taps` is how many of them want what passes over the wire, which is not made for nobody.
    """

    def __init__(self) -> None:
        self._listeners: list[Hear] = []
        self.taps = 0

    def listen(self, hear: Hear) -> None:
        """Tell this one from now on; it must neither wait nor fail."""
        self._listeners.append(hear)

    def leave(self, hear: Hear) -> None:
        """Tell this one no more."""
        self._listeners.remove(hear)

    def tell(self, notice: Notice) -> None:
        """Tell everybody."""
        for hear in tuple(self._listeners):
            hear(notice)
