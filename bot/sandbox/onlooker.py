"""A person at a place, and what they see there; `person` adds what they do."""

from typing import Self

from bot.sandbox import localized, screen, shapes
from bot.sandbox.engine import Engine
from bot.sandbox.guilds import Guild
from bot.sandbox.seen import Seen, SeenForm
from bot.sandbox.shapes import Json


class Onlooker:
    """One user of the bot, at one place; `at` is the same person elsewhere."""

    def __init__(
        self, engine: Engine, user: Json, guild: Guild, channel: Json | None = None
    ) -> None:
        self._engine = engine
        self.user = user
        self.guild = guild
        self._channel = channel

    @property
    def id(self) -> int:
        """Their user id."""
        return int(self.user["id"])

    @property
    def name(self) -> str:
        """Their username."""
        return str(self.user["username"])

    @property
    def mention(self) -> str:
        """How a message mentions them."""
        return f"<@{self.id}>"

    @property
    def locale(self) -> str:
        """The language of their client, by Discord's name for it."""
        return self._engine.world.locales.get(self.id, localized.FIRST)

    @locale.setter
    def locale(self, locale: str) -> None:
        self._engine.world.set_locale(self.id, locale)

    @property
    def channel(self) -> Json:
        """Where they are: the channel given to `at`, or the guild's first."""
        return self._channel or next(iter(self.guild.channels.values()))

    @property
    def dm(self) -> Json:
        """Their DM channel with the bot."""
        return self._engine.world.dm_with(self.id)

    @property
    def form(self) -> SeenForm | None:
        """The form that is open on their screen."""
        return self._engine.forms.get(self.id)

    @property
    def inbox(self) -> list[Seen]:
        """Their DMs with the bot, oldest first."""
        return self.sees(self.dm)

    def at(self, channel: Json) -> Self:
        """Return the same person in another channel, or in their DM."""
        guild = self.guild
        if channel["type"] not in shapes.PRIVATE:
            guild = self._engine.world.guild_of(channel)
        return type(self)(self._engine, self.user, guild, channel)

    def sees(self, channel: Json | None = None) -> list[Seen]:
        """Return the messages they see in a channel (default: where they are), oldest first."""
        where = channel or self.channel
        everything = len(self._engine.messages.by_channel[int(where["id"])])
        found, _ = screen.page(self._engine, self.id, where, limit=everything)
        return [Seen({**one.data}) for one in found]

    def newest(self) -> list[Seen]:
        """Return all messages they see, in any channel or DM, newest first."""
        channels = [*self.guild.channels.values(), self.dm]
        channels += [] if self.channel in channels else [self.channel]  # a group DM
        seen = [one for channel in channels for one in self.sees(channel)]
        return sorted(seen, key=lambda one: one.id, reverse=True)

    @property
    def commands(self) -> list[Json]:
        """The slash commands they are offered where they are."""
        return screen.commands(self._engine, self.id, self.channel)

    def see(self, message: Seen) -> Seen | None:
        """Look at a message again; None if it is gone."""
        return self.seen(message.channel_id, message.id)

    def seen(self, channel_id: int, message_id: int) -> Seen | None:
        """Look at a message by its id; None if they see no such message there."""
        channel = self._engine.world.channels.get(channel_id)
        if channel is None or not screen.visible(self._engine.world, self.id, channel):
            return None
        stored = self._engine.messages.by_channel[channel_id].get(message_id)
        shown = stored is not None and screen.reads(self.id, stored)
        return Seen({**stored.data}) if stored and shown else None
