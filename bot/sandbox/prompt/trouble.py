"""The prompt's commands for faults: closed DMs, deleted channels, outages, a restart."""

from bot.sandbox.prompt.lines import LineError
from bot.sandbox.prompt.session import MARGIN, PromptSession


async def dms(session: PromptSession, rest: str) -> None:
    """Close one's DMs to the bot, or open them again."""
    if rest == "closed":
        session.sandbox.close_dms(session.me)
    elif rest == "open":
        session.sandbox.open_dms(session.me)
    else:
        raise LineError("dms closed, or dms open?")
    session.print(f"{MARGIN}{session.me.name}'s DMs are {rest}.")


async def delete(session: PromptSession, rest: str) -> None:
    """Delete a channel of the server."""
    channel = session.channel_named(rest)
    if len(session.channels()) == 1:
        raise LineError("A server keeps one channel here.")
    session.sandbox.delete_channel(channel)
    session.leave(channel)
    session.print(f"{MARGIN}#{channel['name']} is deleted.")


async def outage(session: PromptSession, rest: str) -> None:
    """Take Discord's API down, or bring it back."""
    if rest == "over":
        await session.sandbox.up()
        session.print(f"{MARGIN}Discord is back.")
    elif not rest:
        await session.sandbox.api_down()
        session.print(f"{MARGIN}Discord refuses every connection.")
    else:
        raise LineError("outage, or outage over?")


async def restart(session: PromptSession, _rest: str) -> None:
    """Stop the bot and start it again."""
    if session.restart is None:
        raise LineError("Whoever started this sandbox starts the bot; it cannot be done here.")
    await session.restart()
    session.print(f"{MARGIN}The bot was stopped and started again.")
