"""What an admin asked for before their server was set up: it goes on once the set-up allows it."""

from collections.abc import Awaitable, Callable

from bot.client.installs import managed_guild_id
from bot.client.interactions import Interaction, answer
from bot.client.pending import PendingChange
from bot.domain.facts.errors import BadInput, LegdayError
from bot.texts import error_cards

Act = Callable[[Interaction], Awaitable[None]]


class AfterSetUp:
    """Does what needs a server's zone or channel, later where they are not set; one an admin."""

    def __init__(self, held: PendingChange[tuple[int, Act]]) -> None:
        self._held = held

    async def do(self, interaction: Interaction, act: Act) -> None:
        """Do it, or hold it and lead to the set-up."""
        try:
            await act(interaction)
        except BadInput as error:
            if error.key not in error_cards.SETUP_MENDS:
                raise
            self._held.put(interaction, (managed_guild_id(interaction), act))
            await answer(interaction, error_cards.set_up_first(error))

    async def go_on(self, interaction: Interaction) -> None:
        """Do what waits, if it is for this server; where something is still missing it waits on."""
        token = self._held.last(interaction.user.id)
        if token is None or self._held.get(interaction, token)[0] != managed_guild_id(interaction):
            return
        try:
            with self._held.taken(interaction, token) as (_, act):
                await act(interaction)
        except LegdayError as error:
            if error.key in error_cards.SETUP_MENDS:
                return
            self._held.forget(interaction.user.id)
            raise
