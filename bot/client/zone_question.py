"""A question for somebody's time zone: a form, and a choice where what they said fits several."""

from collections.abc import Awaitable, Callable, Collection
from typing import Any

from bot.client.forms import Reopening, Typed
from bot.client.interactions import Interaction, answer, picked, update
from bot.client.pending import PendingChange
from bot.client.router import Router
from bot.clock import Clock
from bot.domain.facts.shown_fields import ShownFields
from bot.domain.reading import zones
from bot.texts.profile import consent

Then = Callable[[Interaction, str, str, bool], Awaitable[None]]


class ZoneQuestion:
    """Asks for a zone and passes it on, with ``about``: what it is asked for, in one word.

    Its actions are ``name`` with ``told``, ``again`` or ``picked`` behind it. ``then`` is called
    with ``about``, the zone's name, and whether the answer replaces the message that was pressed:
    not for what is asked ``beside`` messages that stay as they are. Where ``about`` is the token of
    what ``waits``, nothing is asked once that is gone.
    """

    def __init__(  # noqa: PLR0913 - each is one thing in which questions differ
        self,
        name: str,
        held: PendingChange[tuple[str, Typed, ShownFields]],
        router: Router,
        clock: Clock,
        *,
        then: Then,
        beside: Collection[str] = (),
        waits: PendingChange[Any] | None = None,
    ) -> None:
        self._waits = waits
        self._picked = f"{name}picked"
        self._clock = clock
        self._then = then
        self._beside = beside
        self._form = Reopening(
            f"{name}told",
            f"{name}again",
            held,
            router,
            shape=consent.zone_form,
            take=self._zone_told,
        )
        router.on(self._picked, self._zone_picked)

    async def ask(self, interaction: Interaction, about: str) -> None:
        """Open the form.

        Raises:
            Expired: what it is asked for is gone.
        """
        if self._waits is not None:
            self._waits.get(interaction, about)
        await self._form.open(interaction, about)

    async def _zone_told(
        self, interaction: Interaction, about: str, typed: Typed, shown: ShownFields
    ) -> None:
        in_place = interaction.message is not None and about not in self._beside
        reading = zones.read_zone(typed.get("zone", ""), now=self._clock.now())
        if reading.name is None:
            again = self._form.held(interaction, about, typed, shown)
            choice = consent.zone_choice(about, reading.candidates, self._picked, again=again)
            await (update if in_place else answer)(interaction, choice)
            return
        await self._then(interaction, about, reading.name, in_place)

    async def _zone_picked(self, interaction: Interaction, about: str = "") -> None:
        name = picked(interaction)
        zones.zone(name)
        await self._then(interaction, about, name, True)
