"""Forms that reopen with everything that was typed after an error."""

from collections.abc import Awaitable, Callable, Mapping

from bot.client.interactions import Interaction, Router, answer, show_form, values
from bot.client.saving import Keeper, PendingChange
from bot.client.shown_fields import ShownFields
from bot.domain.facts.errors import LegdayError
from bot.texts import error_cards
from bot.texts.card import Form

Typed = dict[str, str]
Shape = Callable[[str, Mapping[str, str]], Form]
Take = Callable[[Interaction, str, Typed, ShownFields], Awaitable[None]]


class Reopening:
    """A kind of form, with the action ``name.form:target:shown``; the target is what it is about.

    ``shown`` are the fields of an entry as they were filled in, where it is one that is kept.

    Args:
        name: the first word of its actions.
        keeper: holds what was typed for 15 minutes, and forgets it with the member.
        router: brings back what is sent.
        shape: makes the form of an action and of what to fill it with.
        take: takes what was typed; a ``LegdayError`` from it opens the way back.
    """

    def __init__(
        self, name: str, keeper: Keeper, router: Router, *, shape: Shape, take: Take
    ) -> None:
        self._name = name
        self._shape = shape
        self._take = take
        self._held: PendingChange[tuple[str, Typed, ShownFields]] = keeper.waiting()
        router.on(f"{name}.form", self._sent)
        router.on(f"{name}.again", self._again)

    async def open(
        self, interaction: Interaction, target: str, stored: Mapping[str, str] | None = None
    ) -> None:
        """Open the form, filled with the fields of the entry as they are ``stored``."""
        shown = ShownFields() if stored is None else ShownFields.of(stored)
        await self._open(interaction, target, stored or {}, shown)

    async def _open(
        self, interaction: Interaction, target: str, fields: Mapping[str, str], shown: ShownFields
    ) -> None:
        said = f":{shown.digests}" if shown.digests else ""
        await show_form(interaction, self._shape(f"{self._name}.form:{target}{said}", fields))

    async def _sent(self, interaction: Interaction, target: str, digests: str = "") -> None:
        typed, shown = values(interaction), ShownFields(digests)
        try:
            await self._take(interaction, target, typed, shown)
        except LegdayError as error:
            token = self._held.put(interaction, (target, typed, shown))
            await answer(
                interaction, error_cards.with_form_again(error, f"{self._name}.again:{token}")
            )

    async def _again(self, interaction: Interaction, token: str) -> None:
        target, typed, shown = self._held.get(interaction, token)
        await self._open(interaction, target, typed, shown)
