"""What ``doctor`` asks Discord: the token, the bot's rights, where it can be installed."""

from collections.abc import Mapping
from typing import Any

import aiohttp
import discord

from bot.cli.findings import Finding, fail, ok, warn
from bot.client.installable import USER
from bot.config import WHERE_FROM, Config, PlainWords

ANSWER_WITHIN = aiohttp.ClientTimeout(total=15)


async def account(config: Config) -> list[Finding]:
    """Check the token, and that the bot has no more rights than it needs."""
    headers = {"Authorization": f"Bot {config.discord_token}"}
    try:
        async with aiohttp.ClientSession(headers=headers, timeout=ANSWER_WITHIN) as session:
            async with session.get(f"{config.discord_api_base}/users/@me") as answer:
                if answer.status != 200:
                    return [refused(answer.status)]
                name = (await answer.json())["username"]
            async with session.get(f"{config.discord_api_base}/applications/@me") as answer:
                application = await answer.json() if answer.status == 200 else {}
    except (aiohttp.ClientError, OSError, ValueError, KeyError) as error:
        problem = f"{config.discord_api_base} does not answer like Discord ({type(error).__name__})"
        return [fail("discord", f"{problem}: check the network and DISCORD_API_BASE")]
    return [
        ok("discord", f"the token is accepted, the bot is {name}"),
        intents(application.get("flags", 0)),
        installs(application),
        plain_words(config.plain_words),
    ]


def refused(status: int) -> Finding:
    """Return the finding about an answer other than 200."""
    if status == 401:
        return fail("discord", f"DISCORD_TOKEN is refused. {WHERE_FROM}")
    return fail("discord", f"HTTP {status}: check DISCORD_API_BASE, or try again later")


def intents(flags: int) -> Finding:
    """Check for privileged intents, none of which the bot needs."""
    granted = discord.ApplicationFlags._from_value(flags)  # noqa: SLF001 (its only way in)
    privileged = {
        "presence": granted.gateway_presence or granted.gateway_presence_limited,
        "server members": granted.gateway_guild_members or granted.gateway_guild_members_limited,
        "message content": granted.gateway_message_content
        or granted.gateway_message_content_limited,
    }
    on = [name for name, is_on in privileged.items() if is_on]
    if on:
        return warn("intents", f"switched on but not needed: {', '.join(on)}; switch them off")
    return ok("intents", "no privileged ones")


def installs(application: Mapping[str, Any]) -> Finding:
    """Check that members can add the bot to their account, so that it goes with them anywhere."""
    if USER in (application.get("integration_types_config") or {}):
        return ok("installs", "by servers, and by members for themselves")
    return warn(
        "installs",
        "by servers only: python -m bot sync, or tick User Install in the developer portal, "
        "under Installation",
    )


def plain_words(where: PlainWords) -> Finding:
    """Tell which messages Discord sends the bot, all without a privileged intent."""
    told = {
        PlainWords.ON: "on: DMs, and the words of messages that mention or answer the bot",
        PlainWords.DM: "DMs only",
        PlainWords.OFF: "off: no messages are received",
    }
    return ok("plain words", told[where])
