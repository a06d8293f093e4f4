"""The answer to a command, press or form that discord.py could not read."""

import contextlib
from typing import Any

import discord
from discord.http import HTTPClient, Route

from bot.rendering.components import layout
from bot.texts.error_cards import outdated
from bot.texts.i18n import speak


async def answer_unreadable(http: HTTPClient, data: dict[str, Any]) -> None:
    """Tell somebody that what they used is outdated, if possible; ``data`` is as it came."""
    number, token = data.get("id"), data.get("token")
    if data.get("type") not in (2, 3, 5) or not number or not token:
        return
    await speak(str(data.get("locale")))
    # discord.py has made no object of it to answer with; an answer needs id and token only.
    route = Route(
        "POST",
        "/interactions/{webhook_id}/{webhook_token}/callback",
        webhook_id=number,
        webhook_token=token,
    )
    content = {
        "flags": discord.MessageFlags(ephemeral=True, components_v2=True).value,
        "components": layout(outdated()).to_components(),
    }
    with contextlib.suppress(discord.HTTPException):  # too late or made up: nobody to tell
        await http.request(route, json={"type": 4, "data": content})
