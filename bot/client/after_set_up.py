"""What an admin asked for before their server was set up: it goes on once the set-up allows it."""

from collections.abc import Awaitable, Callable

from bot.client.installs import managed_guild_id
from bot.client.interactions import Interaction, answer
from bot.client.pending import PendingChange
from bot.domain.facts.errors import BadInput, LegdayError
from bot.texts import error_cards

Act = Callable[[Interaction], Awaitable[None]]


class AfterSetUp:
    """Does what needs a server's zone or channel, later where they are not set."""

    def __init__(self, held: PendingChange[tuple[int, Act]]) -> None:
        self._held = held

    async def do(self, interaction: Interaction, act: Act) -> None:
        """Do what was asked for, or hold it and lead to the set-up."""
        try:
            await act(interaction)
        except BadInput as error:
            if error.key not in error_cards.SETUP_MENDS:
                raise
            self._held.put(interaction, (managed_guild_id(interaction), act))
            await answer(interaction, error_cards.set_up_first(error))

    async def go_on(self, interaction: Interaction) -> bool:
        """Do what waits for this server, the oldest first, and tell whether anything was done.

        What the set-up still lacks something for waits on; what is refused otherwise is told.
        """
        done = False
        for token in self._held.waiting(interaction.user.id):
            if token not in self._held.waiting(interaction.user.id):
                continue  # another press has gone on with it
            if self._held.get(interaction, token)[0] != managed_guild_id(interaction):
                continue
            try:
                with self._held.taken(interaction, token) as (_, act):
                    await act(interaction)
                done = True
            except LegdayError as error:
                if error.key not in error_cards.SETUP_MENDS:
                    self._held.take(interaction, token)
                    await answer(interaction, error_cards.card(error))
        return done
