"""What appears on people's screens: new and changed messages of the bot, each with a number."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo

from bot.sandbox import screen
from bot.sandbox.messages import Stored
from bot.sandbox.seen import Seen
from bot.sandbox.server import Sandbox
from bot.sandbox.shapes import Json
from bot.sandbox.view import plain
from bot.sandbox.zones import city

INDENT = " " * 6


@dataclass(frozen=True, slots=True)
class _Known:
    number: int
    edits: int


class Arrivals:
    """Tells what came since it was last asked, whoever it is for.

    `zone_of` gives the zone of a reader's clock by their id; with None, of whoever types.
    """

    def __init__(self, sandbox: Sandbox, zone_of: Callable[[int | None], tzinfo]) -> None:
        self._sandbox = sandbox
        self._zone_of = zone_of
        self._known: dict[int, _Known] = {}
        self._numbers = itertools.count(1)

    def find(self, number: int) -> int | None:
        """Return the id of a message by its number."""
        known = self._known.items()
        return next((message_id for message_id, one in known if one.number == number), None)

    def news(self) -> list[str]:
        """Return what came, changed or went since the last call, oldest first, as text."""
        return [*self._gone(), *(text for _, text in sorted(self._changed()))]

    def came_after(self, said: Seen) -> bool:
        """Tell whether the bot wrote or edited something since a message."""
        bot_id = str(self._sandbox.world.bot_id)
        return any(
            stored.data["author"]["id"] == bot_id
            and (
                int(stored.data["id"]) > said.id
                or stored.edits > getattr(self._known.get(int(stored.data["id"])), "edits", 0)
            )
            for stored in self._all()
        )

    def show(self, message: Json) -> str:
        """Return a message with its number, as its readers see it now."""
        number = self._note(message).number
        return self._text(number, message, self._sandbox.clock.now(), _moment(message))

    def _changed(self) -> Iterator[tuple[tuple[datetime, int], str]]:
        for stored in self._all():
            message = stored.data
            before = self._known.get(int(message["id"]))
            if before is not None and before.edits == stored.edits:
                continue
            known = self._note(message, stored.edits)
            # A relative time is shown as it read at the moment the message came.
            at = _moment(message)
            yield (at, known.number), self._text(known.number, message, at, at, before is not None)

    def _gone(self) -> list[str]:
        here = {int(stored.data["id"]) for stored in self._all()}
        gone = [message_id for message_id in self._known if message_id not in here]
        return [f"{self._known.pop(message_id).number:>4}  is gone" for message_id in gone]

    def _all(self) -> Iterator[Stored]:
        for channel in list(self._sandbox.messages.by_channel.values()):
            yield from list(channel.values())

    def _note(self, message: Json, edits: int | None = None) -> _Known:
        message_id = int(message["id"])
        before = self._known.get(message_id)
        number = before.number if before else next(self._numbers)
        kept = before.edits if before else 0
        known = _Known(number, kept if edits is None else edits)
        self._known[message_id] = known
        return known

    def _text(
        self, number: int, message: Json, now: datetime, at: datetime, changed: bool = False
    ) -> str:
        author = message["author"]["username"]
        where = self._where(message)
        zone = self._zone_of(self._reader(message))
        when = local(at, zone)
        if zone != self._zone_of(None):
            when += f" in {city(zone)}"
        head = " · ".join([author, *where, f"{'changed ' if changed else ''}{when}"])
        body = plain(message, now=now, zone=zone, names=names(self._sandbox))
        lines = [f"{INDENT}{line}".rstrip() for line in body.split("\n")]
        return "\n".join([f"{number:>4}  {head}", *lines])

    def _reader(self, message: Json) -> int | None:
        """Return whose message it is, if one person's alone."""
        channel = self._sandbox.world.channels.get(int(message["channel_id"]))
        if channel is None:
            return None
        if self._sandbox.world.is_with_bot(channel):
            return int(channel["recipients"][0]["id"])
        stored = self._sandbox.messages.by_channel[int(channel["id"])].get(int(message["id"]))
        return stored.only_for if stored else None

    def _where(self, message: Json) -> list[str]:
        world = self._sandbox.world
        channel = world.channels.get(int(message["channel_id"]))
        if channel is None:
            return ["deleted channel"]
        if world.is_with_bot(channel):
            return [screen.place(world, channel)]
        stored = self._sandbox.messages.by_channel[int(channel["id"])].get(int(message["id"]))
        only = world.users[stored.only_for]["username"] if stored and stored.only_for else None
        return [
            screen.place(world, channel),
            *([f"only {only}"] if only else []),
            *self._pinged(message),
        ]

    def _pinged(self, message: Json) -> list[str]:
        called = names(self._sandbox)
        found: list[str] = []
        for ping in self._sandbox.pings:
            if ping.message_id == int(message["id"]):
                found += [called[str(one)] for one in (*ping.users, *ping.roles)]
                found += ["@everyone"] if ping.everyone else []
        return [f"pings {', '.join(dict.fromkeys(found))}"] if found else []


def names(sandbox: Sandbox) -> dict[str, str]:
    """Return what is shown for each id: people, roles and channels."""
    world = sandbox.world
    found = {user["id"]: f"@{user['username']}" for user in world.users.values()}
    for guild in world.guilds.values():
        found |= {role["id"]: f"@{role['name']}" for role in guild.roles.values()}
        found |= {one["id"]: f"#{one['name']}" for one in guild.channels.values()}
    return found


def local(moment: datetime, zone: tzinfo) -> str:
    """Show a moment as a member reads it, such as ``Mon 2 Mar 13:00``."""
    there = moment.astimezone(zone)
    return f"{there:%a} {there.day} {there:%b %H:%M}"


def _moment(message: Json) -> datetime:
    return datetime.fromisoformat(message["edited_timestamp"] or message["timestamp"])
