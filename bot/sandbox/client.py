"""A person's Discord client: builds the interactions of their actions, or refuses to."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.sandbox import (
    compose,
    forms,
    installs,
    interaction,
    limits,
    localized,
    permissions,
    replies,
    screen,
    shapes,
)
from bot.sandbox.engine import Engine
from bot.sandbox.errors import ClientRefusal
from bot.sandbox.interaction import Interaction
from bot.sandbox.limits.choosing import SELECTS
from bot.sandbox.limits.commands import MESSAGE, PERSON, USER
from bot.sandbox.limits.components import BUTTON
from bot.sandbox.messages import MessageDraft, Stored, Upload
from bot.sandbox.seen import LINK_STYLE, SeenForm
from bot.sandbox.shapes import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """Whose it is, where it is, and the language it is set to. `unchecked` is sent as it is."""

    engine: Engine
    user_id: int
    channel: Json
    locale: str

    def slash(self, command: str, options: Mapping[str, object], *, unchecked: bool) -> Interaction:
        """Make the interaction of a slash command.

        Raises:
            ClientRefusal: there is no such command here, or it does not take these values.
        """
        resolver = self._resolver(self.channel)
        data, described = self._typed(command, options, resolver, unchecked=unchecked)
        if not unchecked:
            limits.check_values(described, compose.given_options(data))
        return self._command(interaction.COMMAND, data, resolver)

    def completion(
        self, command: str, option: str, text: str, options: Mapping[str, object]
    ) -> Interaction:
        """Make the interaction that asks for an option's choices while `text` is typed into it.

        Raises:
            ClientRefusal: there is no such command here, or the option does not complete.
        """
        resolver = self._resolver(self.channel)
        given = {**options, option: text}
        data, described = self._typed(command, given, resolver, unchecked=False)
        names = (option, option.replace("_", "-"))
        completing = [one for one in described.get("options") or () if one.get("autocomplete")]
        if not any(one["name"] in names for one in completing):
            raise ClientRefusal(f"{option} does not complete.")
        for one in compose.given_options(data):
            if one["name"] in names:
                one["focused"] = True
        return self._command(interaction.AUTOCOMPLETE, data, resolver)

    def menu(self, name: str, target: Stored | object) -> Interaction:
        """Make the interaction of a message command, or of a user command on a user or their id.

        Raises:
            ClientRefusal: the Apps menu of such a target has no such command here.
        """
        kind = MESSAGE if isinstance(target, Stored) else USER
        offered = screen.commands(self.engine, self.user_id, self.channel, kind)
        called = {localized.name(one, self.locale).casefold(): one for one in offered}
        called |= {one["name"].casefold(): one for one in offered}
        found = called.get(name.casefold())
        if found is None:
            raise ClientRefusal(f"There is no {name} in the Apps menu here.")
        resolver = self._resolver(self.channel)
        if isinstance(target, Stored):
            if target.only_for is not None:
                raise ClientRefusal("A message that only you can see has no Apps menu.")
            target_id: object = resolver.message(target)
        else:
            target_id = resolver.value(PERSON, target)
        told = ("id", "name", "type", "guild_id")
        data: Json = {key: found[key] for key in told if key in found}
        data["target_id"] = target_id
        return self._command(interaction.COMMAND, data, resolver)

    def press(self, button: Json, on: Stored) -> Interaction:
        """Make the interaction of a button.

        Raises:
            ClientRefusal: it is a link.
        """
        if button.get("style") == LINK_STYLE:
            raise ClientRefusal(f"{button.get('label')} opens {button['url']}.")
        data = {"custom_id": button["custom_id"], "component_type": BUTTON}
        return self.component(data, on)

    def select(
        self, menu: Json, values: tuple[object, ...], on: Stored, *, unchecked: bool
    ) -> Interaction:
        """Make the interaction of a choice in a select menu.

        Raises:
            ClientRefusal: the menu does not offer it.
        """
        resolver = self._resolver(self.channel)
        chosen = forms.chosen(menu, values, unchecked=unchecked)
        key, choice = (
            (self.user_id, menu["custom_id"]),
            (on.edits, list(map(compose.id_of, chosen))),
        )
        if not unchecked and on.choices.get(key) == choice:
            raise ClientRefusal("That is chosen already.")
        on.choices[key] = choice
        sent = compose.selected(menu["type"], chosen, resolver)
        data = {"custom_id": menu["custom_id"], "component_type": menu["type"], "values": sent}
        return self.component(compose.add_resolved(data, resolver, self.user_id), on)

    def component(self, data: Json, on: Stored) -> Interaction:
        """Make the interaction of a component on a message, of whatever data."""
        owners = installs.owners_of(self.engine.world, self.user_id, on)
        return self._interaction(interaction.COMPONENT, {"id": 1, **data}, None, on, owners=owners)

    def made_up(
        self, custom_id: str, kind: int, values: tuple[str, ...], on: Stored
    ) -> Interaction:
        """Make the interaction of a component that the client does not show on a message."""
        data: Json = {"custom_id": custom_id, "component_type": kind}
        if kind in SELECTS:
            data["values"] = list(values)
        return self.component(data, on)

    def say(
        self, content: str, files: tuple[Upload, ...], replied_to: int | None, *, ping: bool
    ) -> Stored:
        """Post a message of the person's own.

        Raises:
            ApiError: it is empty or longer than Discord takes.
            ClientRefusal: they may not write there.
        """
        world = self.engine.world
        if not world.may(self.user_id, self.channel) & permissions.bits("send_messages"):
            raise ClientRefusal("You do not have permission to send messages in this channel.")
        body = replies.body(content, world.users, replied_to, ping=ping)
        limits.check_message(body, files=len(files))
        author = world.users[self.user_id]
        return self.engine.messages.post(MessageDraft(self.channel, author, body, files))

    def submission(
        self, form: SeenForm, values: Mapping[str, object], *, unchecked: bool
    ) -> Interaction:
        """Make the interaction of a form that is submitted where it was opened.

        Raises:
            ClientRefusal: the form does not take these values.
        """
        opened_from = self.engine.interactions.by_id(form.interaction_id)
        resolver = self._resolver(opened_from.channel)
        data = forms.submission(form, values, resolver, unchecked=unchecked)
        owners = opened_from.payload["authorizing_integration_owners"]
        made = self._interaction(
            interaction.MODAL, data, resolver, opened_from.source, owners=owners
        )
        made.trigger = opened_from
        return made

    def _typed(
        self,
        command: str,
        options: Mapping[str, object],
        resolver: compose.Resolver,
        *,
        unchecked: bool,
    ) -> tuple[Json, Json]:
        name, *path = command.removeprefix("/").split()
        found = self.engine.commands.named(name, shapes.guild_id(self.channel))
        if found is None:
            raise ClientRefusal(f"There is no command /{name}.")
        world = self.engine.world
        if not unchecked and not screen.offered(world, self.user_id, self.channel, found):
            raise ClientRefusal(f"/{name} is not available here.")
        return compose.command_data(found, path, options, resolver)

    def _resolver(self, channel: Json) -> compose.Resolver:
        return compose.Resolver(self.engine.world, self.engine.messages, channel)

    def _command(self, kind: int, data: Json, resolver: compose.Resolver) -> Interaction:
        """Make the interaction of a command, which the installations that offer it allow."""
        scope = int(data["guild_id"]) if "guild_id" in data else None
        types = self.engine.commands.get(scope, int(data["id"]))["integration_types"]
        owners = installs.owners(self.engine.world, self.user_id, self.channel, types)
        return self._interaction(kind, data, resolver, owners=owners)

    def _interaction(
        self,
        kind: int,
        data: Json,
        resolver: compose.Resolver | None,
        source: Stored | None = None,
        *,
        owners: Mapping[str, str],
    ) -> Interaction:
        if resolver is not None:
            data = compose.add_resolved(data, resolver, self.user_id)
        where = (self.engine.world, self.user_id, self.channel)
        return compose.interaction(
            *where, kind, data, owners=owners, source=source, locale=self.locale
        )
