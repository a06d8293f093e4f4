"""Forms that reopen with everything that was typed after an error."""

from collections.abc import Awaitable, Callable, Mapping

from bot.client.interactions import Interaction, answer, show_form, values
from bot.client.pending import PendingChange
from bot.client.router import Router
from bot.domain.facts.errors import Expired, LegdayError
from bot.domain.facts.shown_fields import ShownFields
from bot.texts import error_cards
from bot.texts.card import Form

Typed = dict[str, str]
Shape = Callable[[str, Mapping[str, str]], Form]
Take = Callable[[Interaction, str, Typed, ShownFields], Awaitable[None]]


class Reopening:
    """A kind of form, with the action ``sent:target:shown``; the target is what it is about.

    ``shown`` are the fields as they were filled in, where what they are filled with is stored.
    ``shape`` makes the form of an action and of what to fill it with. ``take`` takes what was
    typed; a ``LegdayError`` from it offers the action ``again``, which opens the form once more.
    One that is ``alone`` is about nothing in particular: ``sent:shown``.
    """

    def __init__(  # noqa: PLR0913 - each is one thing in which forms differ
        self,
        sent: str,
        again: str,
        held: PendingChange[tuple[str, Typed, ShownFields]],
        router: Router,
        *,
        shape: Shape,
        take: Take,
        alone: bool = False,
    ) -> None:
        self._action = sent
        self._again_action = again
        self._held = held
        self._shape = shape
        self._take = take
        router.on_form(sent, self._sent_alone if alone else self._sent)
        router.on(again, self._again)

    async def open(
        self, interaction: Interaction, target: str = "", fields: Mapping[str, str] | None = None
    ) -> None:
        """Open the form, filled with ``fields``; what is sent is taken as a whole."""
        await self._open(interaction, target, fields or {}, ShownFields())

    async def open_stored(
        self, interaction: Interaction, stored: Mapping[str, str], target: str = ""
    ) -> None:
        """Open the form filled with what is ``stored``; only what is typed over is taken."""
        await self._open(interaction, target, stored, ShownFields.of(stored))

    def held(self, interaction: Interaction, target: str, typed: Typed, shown: ShownFields) -> str:
        """Hold what was sent; return the action of a button that opens the form with it again."""
        return f"{self._again_action}:{self._held.put(interaction, (target, typed, shown))}"

    async def _open(
        self, interaction: Interaction, target: str, fields: Mapping[str, str], shown: ShownFields
    ) -> None:
        action = ":".join(part for part in (self._action, target, shown.digests) if part)
        await show_form(interaction, self._shape(action, fields))

    async def _sent_alone(self, interaction: Interaction, digests: str = "") -> None:
        if not ShownFields(digests).fits(values(interaction)):
            raise Expired("control_unknown")  # no target tells that it is made up
        await self._sent(interaction, "", digests)

    async def _sent(self, interaction: Interaction, target: str, digests: str = "") -> None:
        typed, shown = values(interaction), ShownFields(digests)
        try:
            await self._take(interaction, target, typed, shown)
        except Expired:
            raise  # it would be refused again, whatever is typed
        except LegdayError as error:
            again = self.held(interaction, target, typed, shown)
            await answer(interaction, error_cards.with_form_again(error, again))

    async def _again(self, interaction: Interaction, token: str) -> None:
        target, typed, shown = self._held.get(interaction, token)
        await self._open(interaction, target, typed, shown)
