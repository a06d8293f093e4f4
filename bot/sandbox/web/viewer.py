"""A page's event stream: what its person sees of the notices."""

from collections.abc import Callable
from datetime import tzinfo

from bot.sandbox import screen, shapes
from bot.sandbox.interaction import AUTOCOMPLETE
from bot.sandbox.notices import (
    ClockNotice,
    ConnectionNotice,
    FailedNotice,
    FormNotice,
    LocaleNotice,
    MessageNotice,
    Notice,
    WireNotice,
    ZoneNotice,
)
from bot.sandbox.person import Person
from bot.sandbox.seen import NOT_RESPONDING
from bot.sandbox.server import Sandbox
from bot.sandbox.shapes import Json
from bot.sandbox.web import places

Marks = dict[tuple[int, int], int]
"""The last message each person read in each channel, by their ids."""


class Viewer:
    """The viewer of a page, from `begin` to `end`.

    `zone` is their browser's; `marks` says what was read, and is shared by all pages; `send` must
    not wait.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        person: Person,
        zone: tzinfo,
        marks: Marks,
        send: Callable[[Json], None],
    ) -> None:
        self.sandbox = sandbox
        self.person = person
        self._zone = zone
        self._marks = marks
        self._send = send
        self._open: int | None = None
        self._tapped = False

    @property
    def zone(self) -> tzinfo:
        """The zone of their clock: their own where it is known, else their browser's."""
        return self.sandbox.world.zones.get(self.person.id, self._zone)

    @property
    def locale(self) -> str | None:
        """The language of their Discord, or None until one was chosen."""
        return self.sandbox.world.locales.get(self.person.id)

    def begin(self) -> None:
        """Send the initial data, then events."""
        unread = {one["id"]: self._unread(one) for one in places.visible(self.sandbox, self.person)}
        about = {**places.greeting(self.sandbox, self.person), "zone": str(self.zone)}
        about["locale"] = self.locale
        self._send({"event": "hello", **about, "unread": unread})
        self.sandbox.world.notices.listen(self._hear)

    def end(self) -> None:
        """Stop listening."""
        self.tap(on=False)
        self.sandbox.world.notices.leave(self._hear)

    def enter(self, channel_id: int) -> None:
        """Open a channel: new messages in it count as read."""
        self._open = channel_id
        newest = next(reversed(self.sandbox.messages.by_channel[channel_id]), 0)
        self._marks[self.person.id, channel_id] = newest

    def tap(self, *, on: bool) -> None:
        """Start or stop receiving wire notices."""
        self.sandbox.world.notices.taps += on - self._tapped
        self._tapped = on

    def _hear(self, notice: Notice) -> None:
        match notice:
            case MessageNotice():
                world = self.sandbox.world
                channel = world.channels.get(int(notice.message["channel_id"]))
                if channel is not None and screen.visible(world, self.person.id, channel):
                    self._hear_message(notice, channel)
            case FailedNotice(user_id) if user_id == self.person.id:
                self._hear_failure(notice)
            case FormNotice(user_id, form) if user_id == self.person.id:
                shown = {"event": "form", "form": form} if form else {"event": "form_closed"}
                self._send(shown)
            case ConnectionNotice(online):
                self._send({"event": "bot", "online": online})
            case ZoneNotice(user_id) if user_id == self.person.id:
                self._send({"event": "zone", "zone": str(self.zone)})
            case LocaleNotice(user_id) if user_id == self.person.id:
                self._send({"event": "locale", "locale": self.locale})
            case ClockNotice():
                self._send({"event": "clock", "now": shapes.iso(self.sandbox.clock.now())})
            case WireNotice(seen) if self._tapped:
                self._send({"event": "wire", **seen})

    def _hear_message(self, notice: MessageNotice, channel: Json) -> None:
        kind, message, place = notice.kind, notice.message, int(channel["id"])
        if notice.only_for not in (None, self.person.id):
            return
        if kind == "delete":
            self._send({"event": "delete", "channel": channel["id"], "id": message["id"]})
        elif not notice.dismissed:
            if self._open == place and kind == "message":
                self._marks[self.person.id, place] = int(message["id"])
            waiting = kind == "message" and message["flags"] & shapes.LOADING
            only_mine = notice.only_for is not None
            about = {"event": "thinking" if waiting else kind, "channel": channel["id"]}
            self._send({**about, "message": message, "ephemeral": only_mine})

    def _hear_failure(self, notice: FailedNotice) -> None:
        made = notice.interaction
        if made["type"] != AUTOCOMPLETE:
            self._send(
                {
                    "event": "failed",
                    "channel": made["channel_id"],
                    "interaction": made["id"],
                    "command": notice.command,
                    "text": NOT_RESPONDING,
                }
            )

    def _unread(self, channel: Json) -> int:
        last = self._marks.get((self.person.id, int(channel["id"])), 0)
        return screen.unread(self.sandbox.engine, self.person.id, channel, last)
