"""Interaction responses without Discord's copy of the message in its answer.

discord.py always asks for the message it has just sent (``with_response``), and makes objects of
all its parts. Nobody here looks at them. Without the echo Discord answers 204 and nothing else.
"""

from typing import Any

import aiohttp
from discord.http import MultipartParameters, Route
from discord.webhook.async_ import AsyncWebhookAdapter, async_context


class Callbacks(AsyncWebhookAdapter):
    """discord.py's sender of responses, without ``with_response``; its retries stay."""

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
        await self.request(
            route,
            session=session,
            proxy=proxy,
            proxy_auth=proxy_auth,
            files=params.files,
            multipart=params.multipart,
            payload=params.payload,
        )
        return {"interaction": {"id": interaction_id}}


def answer_without_echo() -> None:
    """Use ``Callbacks`` in this task and those it starts."""
    async_context.set(Callbacks())  # type: ignore[no-untyped-call]  # discord.py left it untyped
