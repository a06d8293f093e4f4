"""The state of the local Discord that routes and people act on."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.sandbox.commands import Commands
from bot.sandbox.gateway import Gateway
from bot.sandbox.interactions import Interactions
from bot.sandbox.messages import Messages
from bot.sandbox.notices import FormNotice
from bot.sandbox.seen import SeenForm
from bot.sandbox.world import World


async def _nothing(*_user_id: int) -> None:
    return


@dataclass(slots=True, kw_only=True)
class Engine:
    """Everything but the servers.

    `forms` is what is open on each person's screen, by user id. `acted` is awaited after each
    interaction of a person that was answered, with their user id; `settled` after each line of the
    prompt: it returns once the bot has put into its messages what it still owes them.
    """

    world: World
    messages: Messages
    commands: Commands
    interactions: Interactions
    gateway: Gateway
    forms: dict[int, SeenForm] = field(default_factory=dict)
    acted: Callable[[int], Awaitable[None]] = _nothing
    settled: Callable[[], Awaitable[None]] = _nothing

    def open_form(self, user_id: int, form: SeenForm) -> None:
        """Put a form on somebody's screen, in place of one that is open there."""
        self.forms[user_id] = form
        self.world.notices.tell(FormNotice(user_id, form.raw))

    def close_form(self, user_id: int) -> None:
        """Take the open form from somebody's screen."""
        if self.forms.pop(user_id, None) is not None:
            self.world.notices.tell(FormNotice(user_id, None))
