"""Whether a member is in a server and may see its channel, before their name is written there.

Discord is asked once a member and day: with the members intent it would tell by itself, but that is
a right over everybody in a server, for the few who have reminders in its channel.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.clock import Clock
from bot.delivery.discord_transport import DiscordTransport
from bot.domain.facts.permissions import CHANNEL_HIDDEN, NOT_A_MEMBER, Overwrite, View, may_view
from bot.domain.timing.outcomes import NotAsked, Refused, SendError, Verdict, classify

HOLDS_FOR = timedelta(days=1)
VIEW_HOLDS_FOR = timedelta(minutes=1)  # for all who are asked about for one message
UNKNOWN = frozenset({10007, 10013})  # member, user
THREADS = frozenset({10, 11, 12})  # of announcement channels, public, private


@dataclass(frozen=True, slots=True, kw_only=True)
class _KnownView:
    """A channel's view as it was told at a moment; ``None`` where Discord does not tell."""

    at: datetime
    view: View | None


class Presence:
    """Asks Discord about members, and remembers for a day who was there."""

    def __init__(self, transport: DiscordTransport, clock: Clock) -> None:
        self._transport = transport
        self._clock = clock
        self._there: dict[tuple[int, int], datetime] = {}  # member and channel, oldest first
        self._views: dict[int, _KnownView] = {}

    async def absence(self, member_id: int, guild_id: int, channel_id: int) -> str | None:
        """Return the reason code why a member is not to be named in a channel, or ``None``.

        Where Discord does not let the bot look, the message itself is tried: its refusal counts.

        Raises:
            NotAsked: Discord could not be asked just now.
        """
        now, key = self._clock.now(), (member_id, channel_id)
        if _holds(self._there.get(key), now, HOLDS_FOR):
            return None
        try:
            reason = await self._ask(member_id, guild_id, channel_id)
        except SendError as error:
            raise NotAsked(error) from error
        self._there.pop(key, None)
        if reason is None:
            self._there[key] = now
        self._forget_old(now)
        return reason

    async def _ask(self, member_id: int, guild_id: int, channel_id: int) -> str | None:
        try:
            member = await self._transport.get(f"/guilds/{guild_id}/members/{member_id}")
        except Refused as error:
            if error.code in UNKNOWN:
                return NOT_A_MEMBER
            if _passes(error):
                raise
            return None
        view = await self._view(guild_id, channel_id)
        roles = frozenset(map(int, member["roles"]))
        if view is None or may_view(view, member_id, roles):
            return None
        return CHANNEL_HIDDEN

    async def _view(self, guild_id: int, channel_id: int) -> View | None:
        """Return who may see a channel, from its server's roles and its own overwrites."""
        known, now = self._views.get(channel_id), self._clock.now()
        if known is not None and _holds(known.at, now, VIEW_HOLDS_FOR):
            return known.view
        try:
            channel = await self._transport.get(f"/channels/{channel_id}")
            if channel["type"] in THREADS:
                channel = await self._transport.get(f"/channels/{channel['parent_id']}")
            view = view_of(await self._transport.get(f"/guilds/{guild_id}"), channel)
        except Refused as error:
            if _passes(error):
                raise
            view = None
        self._views[channel_id] = _KnownView(at=now, view=view)
        return view

    def _forget_old(self, now: datetime) -> None:
        while self._there:
            oldest = next(iter(self._there))
            if _holds(self._there[oldest], now, HOLDS_FOR):
                break
            del self._there[oldest]
        self._views = {
            one: known
            for one, known in self._views.items()
            if _holds(known.at, now, VIEW_HOLDS_FOR)
        }


def _holds(at: datetime | None, now: datetime, span: timedelta) -> bool:
    """Tell whether what was told at a moment still counts; not after a clock was set back."""
    return at is not None and timedelta() <= now - at < span


def _passes(error: Refused) -> bool:
    return classify(error).verdict is Verdict.RETRY


def view_of(guild: Any, channel: Any) -> View:  # noqa: ANN401 (JSON)
    """Return who may see a channel, from its server and itself as Discord has them."""
    return View(
        guild_id=int(guild["id"]),
        owner_id=int(guild["owner_id"]),
        roles={int(role["id"]): int(role["permissions"]) for role in guild["roles"]},
        overwrites={
            int(one["id"]): Overwrite(allow=int(one["allow"]), deny=int(one["deny"]))
            for one in channel.get("permission_overwrites", [])
        },
    )
