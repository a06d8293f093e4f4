"""The gateway: sessions that outlive their connection, and the dispatch of events."""

import asyncio
import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import cast

import orjson

from bot.sandbox import members, shapes, tap
from bot.sandbox.crowd import Crowd
from bot.sandbox.notices import ConnectionNotice
from bot.sandbox.shapes import Json
from bot.sandbox.world import World

RECONNECT, INVALID_SESSION = 7, 9
REPLAYED = 5_000  # events a session keeps for RESUME
GUILDS_PER_SHARD = 2_500
STARTS_A_DAY = 1_000
DAY = timedelta(days=1)

GUILDS, GUILD_MEMBERS, GUILD_PRESENCES = 1 << 0, 1 << 1, 1 << 8
GUILD_MESSAGES, DIRECT_MESSAGES, MESSAGE_CONTENT = 1 << 9, 1 << 12, 1 << 15
PRIVILEGED = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT
WITH_CONTENT = ("MESSAGE_CREATE", "MESSAGE_UPDATE")
KNOWN_INTENTS = (1 << 26) - 1


def intents_for(event: str, guild_id: int | None) -> int:
    """Return the intent a bot needs for an event; 0 for those everyone gets."""
    if event.startswith("GUILD_MEMBER_"):
        return GUILD_MEMBERS
    if event.startswith(("GUILD_", "CHANNEL_", "THREAD_")):
        return GUILDS
    if event.startswith("MESSAGE_"):
        return DIRECT_MESSAGES if guild_id is None else GUILD_MESSAGES
    return 0


Frame = str | Callable[[], str]  # a frame to send, or what makes it when its turn comes


@dataclass(slots=True, eq=False)
class GatewaySession:
    """One shard's session; `send` is None while no connection serves it."""

    id: str
    shard: int
    shards: int
    intents: int
    send: Callable[[Frame], None] | None = None
    close: Callable[[int], None] | None = None
    sequence: int = 0
    sent: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=REPLAYED))

    def takes(self, event: str, guild_id: int | None) -> bool:
        """Tell whether an event goes to this shard with its intents."""
        shard = 0 if guild_id is None else (guild_id >> 22) % self.shards
        needed = intents_for(event, guild_id)
        return shard == self.shard and self.intents & needed == needed

    def dispatch(self, event: str, data: str) -> None:
        """Send an event whose data is JSON already, and keep it for RESUME."""
        self.sequence += 1
        frame = _frame(self.sequence, event, data)
        self.sent.append((self.sequence, frame))
        if self.send is not None:
            self.send(frame)

    def dispatch_later(self, event: str, data: Callable[[], Json]) -> None:
        """Send an event whose data is made when its turn comes, and is not kept."""
        self.sequence += 1
        number = self.sequence
        if self.send is not None:
            self.send(lambda: _frame(number, event, _encoded(data())))


class Gateway:
    """All sessions and the rules for starting one."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.url = ""
        self.privileged = 0  # the privileged intents this application was granted
        self.pacing = 0.0
        """Real seconds in which `max_concurrency` shards may identify; 0: no limit."""
        self.shards = 1
        self.max_concurrency = 1
        self.heartbeat_interval = 41.25  # seconds
        self.acknowledges = True
        """Whether heartbeats are acknowledged; without, connections look dead to the bot."""
        self.down = False
        self.sessions: dict[str, GatewaySession] = {}
        self.starts: list[datetime] = []  # when each IDENTIFY was accepted
        self.resumes = 0
        self.changed = asyncio.Event()  # set whenever a session is served anew or no longer
        self.crowd: Crowd | None = None  # further guilds that are only announced, for measuring
        self._identified: dict[int, list[float]] = {}
        world.emit = self.dispatch

    @property
    def connected(self) -> list[GatewaySession]:
        """The sessions that a connection serves."""
        return [one for one in self.sessions.values() if one.send is not None]

    def note_change(self) -> None:
        """Say that a session is served anew or no longer."""
        self.changed.set()
        self.world.notices.tell(ConnectionNotice(bool(self.connected)))

    def start_limit(self) -> Json:
        """Return the `session_start_limit` of GET /gateway/bot."""
        recent = self._recent_starts()
        until = timedelta()
        if recent:
            until = recent[0] + DAY - self.world.clock.now()
        return {
            "total": STARTS_A_DAY,
            "remaining": STARTS_A_DAY - len(recent),
            "reset_after": int(until.total_seconds() * 1000),
            "max_concurrency": self.max_concurrency,
        }

    def dispatch(self, event: str, data: Json, guild_id: int | None) -> None:
        """Send an event to the shards it concerns, a message's words only to those who may see."""
        tap.event(self.world, event, data)
        takers = [one for one in self.sessions.values() if one.takes(event, guild_id)]
        if not takers:
            return
        encoded = emptied = _encoded(data)
        if event in WITH_CONTENT and guild_id is not None:
            emptied = _encoded(shapes.without_intent(data, self.world.bot_id))
        for session in takers:
            session.dispatch(event, encoded if session.intents & MESSAGE_CONTENT else emptied)

    def refusal(self, data: Json) -> int | None:
        """Return the close code an IDENTIFY earns for its shard or intents, if any."""
        shard, shards = data.get("shard") or [0, 1]
        intents = data.get("intents", 0)
        if not 0 <= shard < shards:
            return 4010
        if len(self._guild_ids()) > GUILDS_PER_SHARD * shards:
            return 4011
        if intents & ~KNOWN_INTENTS:
            return 4013
        if intents & PRIVILEGED & ~self.privileged:
            return 4014
        return None

    def count_start(self) -> bool:
        """Count an IDENTIFY; False when the day's thousand are used up."""
        recent = self._recent_starts()
        if len(recent) >= STARTS_A_DAY:
            return False
        self.starts = [*recent, self.world.clock.now()]
        return True

    def may_identify(self, shard: int, now: float) -> bool:
        """Tell whether a shard's turn has come by `max_concurrency`; `now` is real seconds."""
        if not self.pacing:
            return True
        key = shard % self.max_concurrency
        recent = [moment for moment in self._identified.get(key, []) if now - moment < self.pacing]
        self._identified[key] = [*recent, now]
        return not recent

    def open(self, data: Json) -> GatewaySession:
        """Start a session for an accepted IDENTIFY; others of the same shard go on beside it."""
        shard, shards = data.get("shard") or [0, 1]
        session = GatewaySession(
            f"{self.world.ids.next():032x}", shard, shards, data.get("intents", 0)
        )
        self.sessions[session.id] = session
        return session

    def greet(self, session: GatewaySession) -> None:
        """Send READY and, with the guilds intent, a GUILD_CREATE for each guild of the shard."""
        world = self.world
        ids = [one for one in self._guild_ids() if (one >> 22) % session.shards == session.shard]
        ready = {
            "v": 10,
            "user": {**world.bot, "verified": True, "mfa_enabled": False, "email": None},
            "guilds": [{"id": str(one), "unavailable": True} for one in ids],
            "session_id": session.id,
            "resume_gateway_url": self.url,
            "shard": [session.shard, session.shards],
            "application": {"id": str(world.application_id), "flags": 0},
        }
        session.dispatch("READY", _encoded(ready))
        if not session.intents & GUILDS:
            return
        for guild_id in ids:
            if guild_id not in world.guilds and self.crowd is not None:
                session.dispatch_later("GUILD_CREATE", partial(self.crowd.payload, guild_id))
            elif world.guilds[guild_id].available:
                payload = world.guild_payload(world.guilds[guild_id])
                session.dispatch("GUILD_CREATE", _encoded(payload))

    def tell_members(self, session: GatewaySession, asked: object) -> bool:
        """Answer a Request Guild Members; False for one that is malformed.

        One for the entire list without its intent, or of a guild without the bot, gets no answer:
        Discord does not document which it would.
        """
        if not members.well_formed(asked):
            return False
        request = cast("Json", asked)
        guild = self.world.guilds.get(int(request["guild_id"]))
        allowed = session.intents & GUILD_MEMBERS or not members.needs_intent(request)
        if guild is not None and guild.installed and allowed:
            for chunk in members.chunks(self.world, guild, request):
                session.dispatch("GUILD_MEMBERS_CHUNK", _encoded(chunk))
        return True

    def replay(self, session: GatewaySession, sequence: int) -> None:
        """Send again what a resuming shard has not seen, then RESUMED."""
        self.resumes += 1
        for number, frame in list(session.sent):
            if number > sequence and session.send is not None:
                session.send(frame)
        session.dispatch("RESUMED", "{}")

    def drop(self, code: int = 4000, *, keep_sessions: bool = True) -> None:
        """Close every connection with a code; sessions can be resumed unless told otherwise."""
        for session in self.connected:
            if session.close is not None:
                session.close(code)
        if not keep_sessions:
            self.sessions.clear()

    def ask_to_reconnect(self) -> None:
        """Send RECONNECT (7) to every shard."""
        self._send_all({"op": RECONNECT, "d": None})

    def invalidate(self, *, resumable: bool = False) -> None:
        """Send INVALID_SESSION (9) to every shard; unless resumable their sessions are gone."""
        self._send_all({"op": INVALID_SESSION, "d": resumable})
        if not resumable:
            self.sessions.clear()

    def _send_all(self, frame: Json) -> None:
        for session in self.connected:
            if session.send is not None:
                session.send(json.dumps(frame))

    def _guild_ids(self) -> list[int]:
        own = [one.id for one in self.world.guilds.values() if one.installed]
        return own + (self.crowd.ids if self.crowd else [])

    def _recent_starts(self) -> list[datetime]:
        now = self.world.clock.now()
        return [moment for moment in self.starts if now - moment < DAY]


def _encoded(data: Json) -> str:
    return orjson.dumps(data).decode()


def _frame(sequence: int, event: str, data: str) -> str:
    return f'{{"op":0,"s":{sequence},"t":"{event}","d":{data}}}'
