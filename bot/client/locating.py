"""Members' time zones: asked for where one is needed, and held a while for who told one."""

from collections.abc import Awaitable, Callable, Collection
from typing import Any

from bot.client.interactions import Interaction, update
from bot.client.pending import PendingChange
from bot.client.router import Router
from bot.client.zone_question import Then, ZoneQuestion
from bot.clock import Clock
from bot.domain.facts.errors import NeedsZone
from bot.texts import error_cards
from bot.texts.card import Card
from bot.texts.profile import consent

Located = Callable[[Interaction, str, bool], Awaitable[None]]
"""Goes on in a zone just told; the flag: whether in place of the message that was pressed."""
Say = Callable[[Interaction, Card], Awaitable[None]]


class Zones:
    """Asks for members' zones; one that was told is held for a quarter of an hour, kept or not.

    ``waiting`` returns a new holder of members' things.
    """

    def __init__(
        self, waiting: Callable[..., PendingChange[Any]], clock: Clock, router: Router
    ) -> None:
        self._new_waiting = waiting
        self._clock = clock
        self._router = router
        self._told: PendingChange[str] = waiting(of_one=1)
        self._unlocated: PendingChange[Located] = waiting()
        asked = self.question("keep.locate_", self._go_on, waits=self._unlocated)
        router.on("keep.locate", asked.ask)

    def note(self, interaction: Interaction, zone: str) -> None:
        """Hold the zone that a member tells."""
        self._told.put(interaction, zone)

    def told(self, member_id: int) -> str | None:
        """Return the zone that a member told within a quarter of an hour."""
        return self._told.newest(member_id)

    async def locate(
        self, interaction: Interaction, needs: NeedsZone, then: Located, say: Say
    ) -> None:
        """Go on in the zone that the member told a moment ago; else ask for it, and go on then."""
        zone = self.told(interaction.user.id)
        if zone is None:
            await say(interaction, self.first(interaction.id, interaction.user.id, needs, then))
        else:
            await then(interaction, zone, say is update)

    def first(self, asked_id: int, member_id: int, needs: NeedsZone, then: Located) -> Card:
        """Hold what needs a member's zone under what asked for it; return the card that asks."""
        token = self._unlocated.hold(asked_id, member_id, then)
        return error_cards.zone_first(needs, f"keep.locate:{token}")

    def changeable(
        self, card: Card, asked_id: int, member_id: int, zone: str, then: Located
    ) -> Card:
        """Return a card that says which zone it took, kept of nobody yet, and offers another."""
        token = self._unlocated.hold(asked_id, member_id, then)
        return consent.in_told_zone(card, zone, f"keep.locate:{token}")

    def question(
        self,
        name: str,
        then: Then,
        *,
        beside: Collection[str] = (),
        waits: PendingChange[Any] | None = None,
    ) -> ZoneQuestion:
        """Return a question for a member's zone; what was typed and not understood waits here."""

        async def told(interaction: Interaction, about: str, zone: str, in_place: bool) -> None:
            self.note(interaction, zone)
            await then(interaction, about, zone, in_place)

        return ZoneQuestion(
            name,
            self._new_waiting(),
            self._router,
            self._clock,
            then=told,
            beside=beside,
            waits=waits,
        )

    async def _go_on(self, interaction: Interaction, token: str, zone: str, in_place: bool) -> None:
        with self._unlocated.taken(interaction, token) as then:
            await then(interaction, zone, in_place)
