"""Responses to interactions, sent without an echo; a second bot with our token is noticed by them.

discord.py always asks for the message it has just sent (``with_response``), and makes objects of
all its parts. Nobody here looks at them. Without the echo Discord answers 204 and nothing else.
"""

import asyncio
import logging
import math
from collections import deque
from typing import Any

import aiohttp
import discord
from discord.http import MultipartParameters, Route
from discord.webhook.async_ import AsyncWebhookAdapter, async_context

from bot.client.answering import ALREADY_ACKNOWLEDGED
from bot.client.endings import TOO_LATE
from bot.clock import Clock

log = logging.getLogger(__name__)

AGAIN_AFTER = 1.0  # real seconds that discord.py waits at least before it sends an answer again
REMEMBERED = 1000  # interactions that this process tried to answer
ENOUGH = 3  # answers of somebody else
APART = 10.0  # seconds from the first to the last: of a process that hung, its successor gives some
CALM = 600.0  # seconds without any: they are counted anew
TOLD_EVERY = 3600.0  # seconds
SUGGESTIONS = discord.InteractionResponseType.autocomplete_result.value

ANOTHER_BOT = (
    "another bot runs with this token, on a database of its own: it has answered %d commands or "
    "presses before this one. What members log and see is the one's or the other's, and posts and "
    "reminders come twice. Stop one of the two; where you know of no other, somebody else has the "
    "token: reset it (https://discord.com/developers/applications, Bot, Reset Token)"
)


class Callbacks(AsyncWebhookAdapter):
    """discord.py's sender of responses, without ``with_response``; its retries stay.

    Discord sends every interaction to all who run with a token, tells none of the others, and takes
    the first answer. One that was given before we tried is therefore somebody else's.
    """

    def __init__(self, clock: Clock) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # discord.py left it untyped
        self._clock = clock
        self._tried: deque[int] = deque(maxlen=REMEMBERED)
        self._others = 0  # answers of somebody else
        self._first = self._last = self._told = -math.inf

    async def create_interaction_response(  # type: ignore[override]  # theirs is no coroutine, but returns one
        self,
        interaction_id: int,
        token: str,
        *,
        session: aiohttp.ClientSession,
        proxy: str | None = None,
        proxy_auth: aiohttp.BasicAuth | None = None,
        params: MultipartParameters,
    ) -> dict[str, Any]:
        """Send a response; return what discord.py needs of an echo: the interaction's id."""
        route = Route(
            "POST",
            "/interactions/{webhook_id}/{webhook_token}/callback",
            webhook_id=interaction_id,
            webhook_token=token,
        )
        began = asyncio.get_running_loop().time()
        try:
            await self.request(
                route,
                session=session,
                proxy=proxy,
                proxy_auth=proxy_auth,
                files=params.files,
                multipart=params.multipart,
                payload=params.payload,
            )
        except discord.HTTPException as error:
            at_once = asyncio.get_running_loop().time() - began < AGAIN_AFTER
            if error.code == ALREADY_ACKNOWLEDGED and at_once and interaction_id not in self._tried:
                self._answered_by_another()
            suggests = params.payload is not None and params.payload["type"] == SUGGESTIONS
            if not suggests or error.code not in TOO_LATE:  # nobody waits for old suggestions
                raise
        finally:
            self._tried.append(interaction_id)
        return {"interaction": {"id": interaction_id}}

    def _answered_by_another(self) -> None:
        """Say, once an hour, that another bot runs with our token, when that is beyond doubt."""
        now = self._clock.monotonic()
        if now - self._last > CALM:
            self._first, self._others = now, 0
        self._last, self._others = now, self._others + 1
        beyond_doubt = self._others >= ENOUGH and now - self._first >= APART
        if beyond_doubt and now - self._told >= TOLD_EVERY:
            self._told = now
            log.error(ANOTHER_BOT, self._others)


def answer_without_echo(clock: Clock) -> None:
    """Use ``Callbacks`` in this task and those it starts."""
    async_context.set(Callbacks(clock))
