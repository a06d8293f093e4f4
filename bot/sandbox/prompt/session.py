"""The state of the prompt: the current person, their place, and what they see."""

from collections.abc import Awaitable, Callable
from datetime import tzinfo
from typing import TextIO

from bot.sandbox import screen
from bot.sandbox.errors import ClientRefusal
from bot.sandbox.prompt.arrivals import Arrivals
from bot.sandbox.prompt.lines import LineError
from bot.sandbox.seen import Seen, SeenForm
from bot.sandbox.server import Sandbox
from bot.sandbox.shapes import Json
from bot.sandbox.snowflakes import is_number
from bot.sandbox.view import form as form_text

MARGIN = " " * 6

Restart = Callable[[], Awaitable[None]]


class PromptSession:
    """One run of the prompt.

    `zone` is that of local times for whoever's own is not known; `restart` stops the bot and starts
    it again, where somebody can.
    """

    def __init__(
        self, sandbox: Sandbox, out: TextIO, zone: tzinfo, restart: Restart | None = None
    ) -> None:
        self.sandbox = sandbox
        self.out = out
        self._zone = zone
        self.restart = restart
        self.arrivals = Arrivals(sandbox, self.zone_of)
        self.me = sandbox.person(self.people()[0])
        self.over = False
        self._places: dict[str, Json] = {}

    @property
    def prompt(self) -> str:
        """Who types and where, such as ``ann in #gym> ``."""
        channel = self.me.channel
        dm = channel is self.me.dm
        where = "DM" if dm else screen.place(self.sandbox.world, channel)
        return f"{self.me.name} in {where}> "

    @property
    def zone(self) -> tzinfo:
        """The zone of the clock of whoever types."""
        return self.zone_of(None)

    def zone_of(self, user_id: int | None) -> tzinfo:
        """Return the zone of somebody's clock; with None, of whoever types."""
        reader = self.me.id if user_id is None else user_id
        return self.sandbox.world.zones.get(reader, self._zone)

    def people(self) -> list[str]:
        """Return the names of the people to be, the server's owner on paper left out."""
        world = self.sandbox.world
        known = screen.playable(world, self.sandbox.guild)
        return [world.users[one]["username"] for one in known]

    def channels(self) -> list[Json]:
        """Return the server's channels."""
        return list(self.sandbox.guild.channels.values())

    def channel_names(self) -> list[str]:
        """Return the server's channels by name, such as ``#gym``."""
        return [f"#{channel['name']}" for channel in self.channels()]

    def channel_named(self, name: str) -> Json:
        """Return a channel of the server by its name, with or without ``#``.

        Raises:
            LineError: there is none of that name.
        """
        for channel in self.channels():
            if channel["name"] == name.lstrip("#"):
                return channel
        message = f"There is no #{name.lstrip('#')}; there are {', '.join(self.channel_names())}."
        raise LineError(message)

    def leave(self, channel: Json) -> None:
        """Have everyone who is in a channel that is gone go to the server's first."""
        first = self.channels()[0]
        for name, place in self._places.items():
            if place is channel:
                self._places[name] = first
        if self.me.channel is channel:
            self.go(first)

    def be(self, name: str) -> None:
        """Go on as another person, where they were last.

        Raises:
            LineError: there is no such person.
        """
        if name not in self.people():
            message = f"There is no {name or 'such person'}; there are {', '.join(self.people())}."
            raise LineError(message)
        self.me = self.sandbox.person(name)
        self.go(self._places.get(name, self.channels()[0]))

    def go(self, channel: Json) -> None:
        """Go to a channel or DM."""
        self.me = self.me.at(channel)
        self._places[self.me.name] = channel

    def among(self, wanted: list[str]) -> tuple[list[Seen], list[str]]:
        """Take a leading message number off what is wanted, and return the messages meant.

        Raises:
            ClientRefusal: the person sees no message of that number.
        """
        if len(wanted) < 2 or not is_number(wanted[0]):
            return self.me.newest(), wanted
        message_id = self.arrivals.find(int(wanted[0]))
        messages = [one for one in self.me.newest() if one.id == message_id]
        if not messages:
            raise ClientRefusal(f"{self.me.name} sees no message {wanted[0]}.")
        return messages, wanted[1:]

    def show(self, shown: Seen | SeenForm) -> None:
        """Print a form; a message is printed as it arrives, like any other."""
        if isinstance(shown, SeenForm):
            text = form_text(shown.raw, now=self.sandbox.clock.now(), zone=self.zone)
            self.print(*(f"{MARGIN}{line}" for line in text.split("\n")))

    def print(self, *texts: str) -> None:
        """Print texts, each on lines of its own."""
        for text in texts:
            self.out.write(f"{text}\n")
        self.out.flush()
