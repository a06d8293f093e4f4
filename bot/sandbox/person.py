"""People: what they do in their client, and what they then see. The tests' way in."""

from collections.abc import Mapping
from typing import Self

from bot.sandbox import compose, outcome
from bot.sandbox.client import Client
from bot.sandbox.errors import ClientRefusal
from bot.sandbox.interaction import Interaction
from bot.sandbox.limits.choosing import SELECTS
from bot.sandbox.limits.components import BUTTON
from bot.sandbox.messages import Stored, Upload
from bot.sandbox.onlooker import Onlooker
from bot.sandbox.seen import NoAnswer, Seen, SeenForm, label
from bot.sandbox.shapes import Json

Shown = Seen | SeenForm


class Person(Onlooker):
    """One user of the bot, who does what their client lets them do.

    What Discord's client would not send raises `ClientRefusal`; with `unchecked=True` it is
    sent all the same, as by an attacker or a client that is out of date.
    """

    async def slash(self, command: str, *, unchecked: bool = False, **options: object) -> Shown:
        """Use a slash command, such as `slash("legday log", effort=8)`, and return what appears.

        Raises:
            ClientRefusal: the client would not send it.
            NoAnswer: the bot did not answer in time.
        """
        return await self._shown(self._client().slash(command, options, unchecked=unchecked))

    async def use(self, command: str, options: Mapping[str, object]) -> Shown:
        """Use a slash command as `slash` does, whatever its options are called."""
        return await self._shown(self._client().slash(command, options, unchecked=False))

    async def menu(self, name: str, on: Seen | Self) -> Shown:
        """Use a command in the Apps menu of a message or person; raises what `slash` raises."""
        if not isinstance(on, Seen):
            return await self._shown(self._client().menu(name, on))
        stored = self._stored(on)
        return await self._shown(self._client_at(stored).menu(name, stored))

    async def dm_slash(self, command: str, *, unchecked: bool = False, **options: object) -> Shown:
        """Use a slash command in the DM with the bot."""
        return await self.at(self.dm).slash(command, unchecked=unchecked, **options)

    def compose_slash(
        self, command: str, *, unchecked: bool = False, **options: object
    ) -> Interaction:
        """Build the interaction of a slash command without sending it.

        Raises:
            ClientRefusal: the client would not send it.
        """
        return self._client().slash(command, options, unchecked=unchecked)

    async def complete(
        self, command: str, *, option: str, text: str = "", **options: object
    ) -> list[Json]:
        """Type `text` into an option and return the choices offered, as `{"name", "value"}`.

        Raises:
            ClientRefusal: the option does not complete.
            NoAnswer: the bot did not answer in time.
        """
        return await self.choices(command, option, text, options)

    async def choices(
        self, command: str, option: str, text: str, options: Mapping[str, object]
    ) -> list[Json]:
        """Complete an option as `complete` does, whatever the options are called."""
        made = self._client().completion(command, option, text, options)
        await outcome.answered(self._engine.interactions, made)
        return made.choices

    async def click(self, button: str, *, on: Seen | None = None, unchecked: bool = False) -> Shown:
        """Press a button by its label, custom id or action, on the newest message that has one.

        Its action is its custom id up to a colon: ``log.undo`` of ``log.undo:123``. Where a message
        has one of exactly these words, that is pressed; else the first of this action.

        Raises:
            ClientRefusal: they see no such button, or it is greyed out or a link.
            NoAnswer: the bot did not answer in time.
        """
        part, stored = self._component(button, frozenset({BUTTON}), on, unchecked=unchecked)
        return await self._shown(self._client_at(stored).press(part, stored))

    def compose_press(self, button: str, *, on: Seen) -> Interaction:
        """Build the interaction of a button without sending it."""
        part, stored = self._component(button, frozenset({BUTTON}), on, unchecked=False)
        return self._client_at(stored).press(part, stored)

    async def select(
        self, menu: str, *values: object, on: Seen | None = None, unchecked: bool = False
    ) -> Shown:
        """Choose in a select menu, by its placeholder, custom id or action; values or labels.

        Raises:
            ClientRefusal: they see no such menu, or it does not offer this choice, or it is what
                they chose last and the message has not changed since.
            NoAnswer: the bot did not answer in time.
        """
        part, stored = self._component(menu, SELECTS, on, unchecked=unchecked)
        client = self._client_at(stored)
        made = client.select(part, values, stored, unchecked=unchecked)
        try:
            return await self._shown(made)
        except NoAnswer:
            stored.choices.pop((self.id, part["custom_id"]), None)  # a client undoes it, too
            raise

    async def press_custom_id(
        self,
        custom_id: str,
        *,
        on: Seen,
        component_type: int = BUTTON,
        values: tuple[str, ...] = (),
        forged: bool = False,
    ) -> Shown:
        """Use a component of this id, as if the message had it beside its own: an older one may.

        With `forged` the bot is told the message as it is.
        """
        stored = self._stored(on)
        made = self._client_at(stored).made_up(custom_id, component_type, values, stored)
        if not forged:
            made.payload["message"] = compose.offering(stored.data, custom_id, component_type)
        return await self._shown(made)

    async def fill(self, *, unchecked: bool = False, **values: object) -> Shown:
        """Fill in the open form by labels or custom ids, and submit it.

        Raises:
            ClientRefusal: no form is open, or the client would not submit this.
            NoAnswer: the bot did not answer in time; the form stays open.
        """
        return await self.submit(values, unchecked=unchecked)

    async def submit(self, values: Mapping[str, object], *, unchecked: bool = False) -> Shown:
        """Submit the open form as `fill` does, whatever its fields are called."""
        form = self.form
        if form is None:
            raise ClientRefusal("No form is open.")
        opened_from = self._engine.interactions.by_id(form.interaction_id)
        there = self._client(opened_from.channel)
        shown = await self._shown(there.submission(form, values, unchecked=unchecked))
        if self.form is form:
            self.close_form()
        return shown

    def close_form(self) -> None:
        """Close the open form without submitting it."""
        self._engine.close_form(self.id)

    def say(
        self, content: str, *files: Upload, reply_to: Seen | None = None, ping: bool = True
    ) -> Seen:
        """Post a message where they are, with files if they attach some.

        ``@name`` mentions who has that name; a reply pings its author unless told not to.

        Raises:
            ApiError: it is empty or longer than Discord takes.
            ClientRefusal: they may not write there.
        """
        replied_to = None if reply_to is None else reply_to.id
        stored = self._client().say(content, files, replied_to, ping=ping)
        return Seen({**stored.data})

    def dismiss(self, message: Seen) -> None:
        """Dismiss a message that only they see; the bot learns nothing of it.

        Raises:
            ClientRefusal: others see it too.
        """
        stored = self._stored(message)
        if stored.only_for != self.id:
            raise ClientRefusal("Only messages that only you can see can be dismissed.")
        stored.dismissed = True
        self._engine.world.notices.tell(stored.notice("delete"))

    def _component(
        self, words: str, kinds: frozenset[int], on: Seen | None, *, unchecked: bool
    ) -> tuple[Json, Stored]:
        for seen in [on] if on is not None else self.newest():
            part = seen.find(words, kinds)
            if part is None or (on is None and part.get("disabled") and not unchecked):
                continue
            if part.get("disabled") and not unchecked:
                raise ClientRefusal(f"{label(part)} is greyed out.")
            return part, self._stored(seen)
        raise ClientRefusal(f"They see no {words}.")

    def _stored(self, seen: Seen) -> Stored:
        """Return the message as it is, or as it was when seen if it is gone meanwhile."""
        kept = self._engine.messages.by_channel[seen.channel_id].get(seen.id)
        return kept or Stored(seen.raw)

    def _client(self, channel: Json | None = None) -> Client:
        where = channel or self.channel
        return Client(engine=self._engine, user_id=self.id, channel=where, locale=self.locale)

    def _client_at(self, stored: Stored) -> Client:
        return self._client(self._engine.world.channels[int(stored.data["channel_id"])])

    async def _shown(self, made: Interaction) -> Shown:
        """Send an interaction and return what appears on this person's screen for it."""
        shown = await outcome.shown(self._engine.interactions, made)
        if isinstance(shown, SeenForm):
            self._engine.open_form(self.id, shown)
        await self._engine.acted(self.id)
        return shown
