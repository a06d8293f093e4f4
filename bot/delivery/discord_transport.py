"""Discord's REST API for delivery: one request a call, without the gateway and hidden retries.

discord.py's own HTTP client is left aside here. It tries a send five times, up to 25 s of the
machine's time, and keeps what it met to itself, while delivery must know each outcome, keep its
lease and its pace, and run on a clock that can be advanced.
"""

import asyncio
import json
from collections.abc import Coroutine, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

import aiohttp
import discord
from discord.utils import time_snowflake

from bot.clock import Clock
from bot.delivery.envelope import Envelope, HistoryHidden, Sent
from bot.delivery.rate_limit.limiter import Limiter
from bot.delivery.rate_limit.queue import Priority
from bot.domain.facts.arrivals import Mark, marked
from bot.domain.timing.outcomes import WEBHOOK_GONE, Held, Refused, Unanswered, Unreachable
from bot.meters import Counted
from bot.rendering.components import components
from bot.rendering.mentions import CommandIds
from bot.texts.card import Card

USER_AGENT = f"DiscordBot (https://github.com/Rapptz/discord.py, {discord.__version__}) Legday"
ANSWER_WITHIN = 30.0  # seconds; must be well below a lease
COMPONENTS_V2 = 1 << 15
CLOCK_SLACK = timedelta(minutes=2)  # between Discord's clock and ours
LONGEST_JUMP = timedelta(days=1, minutes=2)  # of a clock that was wrong: G11 of ``reliability`` §7
PAGE = 100  # messages, Discord's limit
PAGES = 10
SHORT_WAIT = 1.0  # seconds; for longer a message is not kept waiting at its channel's door
LONG_PAUSE = 60.0  # seconds; 10,000 answers of 401, 403, 429 in 10 min get the address banned

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class AnsweredPress:
    """An interaction that was answered: for 15 minutes its answer can be edited by its token."""

    application_id: int
    token: str


class DiscordTransport:
    """Requests to Discord's REST API at ``base`` (or a sandbox's); connects when first used.

    Every method may raise ``outcomes.SendError``.
    """

    def __init__(
        self,
        base: str,
        token: str,
        clock: Clock,
        limiter: Limiter | None = None,
        command_ids: CommandIds | None = None,
    ) -> None:
        self._base = base
        self._headers = {
            "Authorization": f"Bot {token}",
            "Content-Type": "application/json",
            "User-Agent": USER_AGENT,
        }
        self._clock = clock
        self.limiter = limiter or Limiter(clock)
        """The rate limiter of all requests."""
        self._command_ids = command_ids or CommandIds()
        self._session: aiohttp.ClientSession | None = None
        self._own_id: str | None = None

    async def open_dm(self, member_id: int) -> int:
        """Return the id of the DM channel with a member."""
        await self.limiter.acquire()
        body = {"recipient_id": str(member_id)}
        answer = await self._request("POST", "/users/@me/channels", body)
        return int(answer["id"])

    async def send(self, channel_id: int, envelope: Envelope) -> Sent:
        """Create a message; within minutes a nonce creates only one."""
        closed = self.limiter.channel_closed_for(channel_id)
        if closed > SHORT_WAIT:
            raise Held(closed)
        in_guild = envelope.guild_id is not None
        priority = Priority.CHANNEL if in_guild else Priority.DM
        await self.limiter.acquire(channel_id, priority=priority, flow=envelope.guild_id or 0)
        if self._clock.now() > envelope.send_by:
            raise Held
        path = f"/channels/{channel_id}/messages"
        body = _body(envelope, self._command_ids.open)
        answer = await self._request("POST", path, body, channel_id=channel_id)
        roles = answer.get("mention_roles")
        pinged = None if roles is None else frozenset(map(int, roles))
        return Sent(message_id=int(answer["id"]), pinged=pinged)

    async def find(self, channel_id: int, mark: Mark, *, since: datetime) -> int | None:
        """Return the id of our message with this mark, ``None`` if there certainly is none.

        Any of its controls may have the mark: what was pressed may have been edited since.

        It looks back from the newest: ``since`` is our clock's word, and that may have been set
        since, or have been wrong by up to a day. Discord answers with an empty list where a
        server's history may not be read, so an empty list counts only if the channel has had no
        newer message at all.

        Raises:
            HistoryHidden: when that cannot be told.
        """
        certain, possible = (
            time_snowflake(since - CLOCK_SLACK),
            time_snowflake(since - LONGEST_JUMP),
        )
        own, oldest, before = await self._own(), 0, ""
        for _ in range(PAGES):
            page = await self.get(f"/channels/{channel_id}/messages?limit={PAGE}{before}")
            for message in page:
                shown = message.get("components") or []
                if message["author"]["id"] == own and mark in marked(_actions(shown)):
                    return int(message["id"])
            if not page and not before and await self._may_be_hidden(channel_id, possible):
                raise HistoryHidden
            oldest = min((int(message["id"]) for message in page), default=0)
            if len(page) < PAGE or oldest < possible:
                return None
            before = f"&before={oldest}"
        if oldest < certain:
            return None
        raise HistoryHidden

    async def edit_message(
        self, channel_id: int, message_id: int, card: Card, guild_id: int
    ) -> None:
        """Replace a message of ours in a server's channel; it pings nobody.

        Its channel's own limit of edits is the caller's to keep.
        """
        await self.limiter.acquire(priority=Priority.EDIT, flow=guild_id)
        path = f"/channels/{channel_id}/messages/{message_id}"
        await self._request("PATCH", path, _shown(card))

    async def delete_message(self, channel_id: int, message_id: int, guild_id: int) -> None:
        """Delete a message of ours in a server's channel."""
        await self.limiter.acquire(priority=Priority.EDIT, flow=guild_id)
        await self._request("DELETE", f"/channels/{channel_id}/messages/{message_id}")

    async def edit_answer(self, answered: AnsweredPress, card: Card) -> None:
        """Replace an answer to an interaction; the global limit does not count these."""
        path = f"/webhooks/{answered.application_id}/{answered.token}/messages/@original"
        await self._request("PATCH", path, _shown(card))

    async def get(self, path: str) -> Any:  # noqa: ANN401 (JSON)
        """Return what Discord has at a path."""
        await self.limiter.acquire()
        return await self._request("GET", path)

    async def close(self) -> None:
        """Close the connections; the next request opens them again."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _own(self) -> str:
        if self._own_id is None:
            self._own_id = str((await self.get("/users/@me"))["id"])
        return self._own_id

    async def _may_be_hidden(self, channel_id: int, start: int) -> bool:
        channel = await self.get(f"/channels/{channel_id}")
        in_server = "guild_id" in channel
        return in_server and int(channel.get("last_message_id") or 0) > start

    async def _request(
        self, method: str, path: str, body: object = None, *, channel_id: int | None = None
    ) -> Any:  # noqa: ANN401 (JSON)
        status, headers, answer = await self._within(self._exchange(method, path, body))
        self.limiter.meters.count(Counted.REQUESTS, str(status))
        if channel_id is not None and headers.get("X-RateLimit-Remaining") == "0":
            self.limiter.hold_channel(channel_id, float(headers["X-RateLimit-Reset-After"]))
        if 200 <= status < 300:
            return answer
        shared = headers.get("X-RateLimit-Scope") == "shared"
        self.limiter.invalid_requests.note(status, shared=shared)
        raise self._slow_down_for(status, answer, channel_id)

    def _slow_down_for(self, status: int, answer: object, channel_id: int | None) -> Refused:
        """Return the error to raise, after applying the rate limit that the answer asks for."""
        details = answer if isinstance(answer, dict) else {}
        code = int(details.get("code", 0))
        if status == 401 and code not in WEBHOOK_GONE:
            self.limiter.hold(LONG_PAUSE)
        if status != 429:
            # Discord's own errors are JSON: any other says nothing of a channel or a message.
            return Refused(status, code, by_proxy=not details)
        # From the proxy before Discord it means that the address is banned.
        pause = float(details.get("retry_after", LONG_PAUSE))
        if details.get("global") or not details:
            self.limiter.hold(pause)
            self.limiter.slow_down()
        elif channel_id is not None:
            self.limiter.hold_channel(channel_id, pause)
        return Refused(status, code, pause)

    async def _exchange(
        self, method: str, path: str, body: object
    ) -> tuple[int, Mapping[str, str], Any]:
        if self._session is None:
            self._session = aiohttp.ClientSession(headers=self._headers)
        data = None if body is None else json.dumps(body)
        try:
            async with self._session.request(method, self._base + path, data=data) as response:
                return response.status, response.headers, _decoded(await response.text())
        except aiohttp.ClientConnectorError as error:
            raise Unreachable from error
        except (aiohttp.ClientError, OSError) as error:
            raise Unanswered from error

    async def _within(self, work: Coroutine[Any, Any, T]) -> T:
        """Return the result of ``work``; raise ``Unanswered`` after 30 s on the clock."""
        task = asyncio.create_task(work)
        timer = asyncio.create_task(self._clock.sleep(ANSWER_WITHIN))
        try:
            await asyncio.wait({task, timer}, return_when=asyncio.FIRST_COMPLETED)
            if not task.done():
                raise Unanswered
            return task.result()
        finally:
            task.cancel()
            timer.cancel()


def _body(envelope: Envelope, ids: Mapping[str, int]) -> dict[str, object]:
    mentioned: dict[str, list[str]] = {"parse": []}
    if envelope.member_ids:
        mentioned["users"] = [str(member_id) for member_id in envelope.member_ids]
    if envelope.role_ids:
        mentioned["roles"] = [str(role_id) for role_id in envelope.role_ids]
    return {
        "components": components(envelope.card, ids=ids),
        "flags": COMPONENTS_V2,
        "nonce": envelope.nonce,
        "enforce_nonce": True,
        "allowed_mentions": mentioned,
    }


def _shown(card: Card) -> dict[str, object]:
    return {
        "components": components(card),
        "flags": COMPONENTS_V2,
        "allowed_mentions": {"parse": []},
    }


def _actions(components: list[dict[str, Any]]) -> Iterator[str]:
    for component in components:
        if "custom_id" in component:
            yield component["custom_id"]
        yield from _actions(component.get("components", []))


def _decoded(text: str) -> Any:  # noqa: ANN401 (JSON)
    try:
        return json.loads(text) if text else None
    except ValueError:
        return text
