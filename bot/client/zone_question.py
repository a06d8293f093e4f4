"""A question for somebody's time zone: a form, and a choice where what they said fits several."""

from collections.abc import Awaitable, Callable, Collection

from bot.client.interactions import Interaction, Router, answer, picked, show_form, update, values
from bot.clock import Clock
from bot.domain.reading import zones
from bot.texts.profile import consent

Then = Callable[[Interaction, str, str, bool], Awaitable[None]]


class ZoneQuestion:
    """Asks for a zone and passes it on, with ``about``: what it is asked for, in one word.

    Args:
        told: the action of the form.
        picked: the action of the choice between several zones.
        router: brings back what is sent.
        clock: tells which zones have the time somebody says it is.
        then: is called with ``about``, the zone's name, and whether the answer replaces the message
            that was pressed.
        beside: what is asked for from messages that stay as they are.
    """

    def __init__(
        self,
        told: str,
        picked: str,
        router: Router,
        clock: Clock,
        *,
        then: Then,
        beside: Collection[str] = (),
    ) -> None:
        self._told = told
        self._picked = picked
        self._clock = clock
        self._then = then
        self._beside = beside
        router.on(told, self._zone_told)
        router.on(picked, self._zone_picked)

    async def ask(self, interaction: Interaction, about: str) -> None:
        """Open the form."""
        await show_form(interaction, consent.zone_form(about, self._told))

    async def _zone_told(self, interaction: Interaction, about: str = "") -> None:
        in_place = interaction.message is not None and about not in self._beside
        reading = zones.read_zone(values(interaction).get("zone", ""), now=self._clock.now())
        if reading.name is None:
            choice = consent.zone_choice(about, reading.candidates, self._picked)
            await (update if in_place else answer)(interaction, choice)
            return
        await self._then(interaction, about, reading.name, in_place)

    async def _zone_picked(self, interaction: Interaction, about: str = "") -> None:
        name = picked(interaction)
        zones.zone(name)
        await self._then(interaction, about, name, True)
