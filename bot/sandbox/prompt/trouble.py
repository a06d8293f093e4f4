"""The prompt's commands for faults: closed DMs, rights, deleted channels, outages, a restart."""

from functools import partial

from bot.sandbox.prompt.lines import LineError, words
from bot.sandbox.prompt.session import MARGIN, PromptSession
from bot.sandbox.rights import RIGHTS, set_right
from bot.sandbox.shapes import PRIVATE, Json


async def dms(session: PromptSession, rest: str) -> None:
    """Close one's DMs to the bot, or open them again."""
    if rest == "closed":
        session.sandbox.close_dms(session.me)
    elif rest == "open":
        session.sandbox.open_dms(session.me)
    else:
        raise LineError("dms closed, or dms open?")
    session.print(f"{MARGIN}{session.me.name}'s DMs are {rest}.")


async def _set_rights(session: PromptSession, rest: str, *, on: bool) -> None:
    """Give rights of the bot's in a channel, or take them away."""
    wanted = words(rest)
    channel: Json = session.me.channel
    if wanted and wanted[-1].startswith("#"):
        channel = session.channel_named(wanted.pop())
    elif channel["type"] in PRIVATE:
        raise LineError("In which channel? Such as: deny send #gym")
    if not wanted or not set(wanted) <= set(RIGHTS):
        raise LineError(f"Which right? There are {', '.join(RIGHTS)}. Such as: deny send #gym")
    bot = session.sandbox.world.bot["username"]
    for word in wanted:
        set_right(session.sandbox.world, channel, word, on=on)
        may = "may" if on else "may not"
        session.print(f"{MARGIN}In #{channel['name']}, {bot} {may} {RIGHTS[word][1]}.")


deny, allow = partial(_set_rights, on=False), partial(_set_rights, on=True)


async def delete(session: PromptSession, rest: str) -> None:
    """Delete a channel of the server."""
    channel = session.channel_named(rest)
    if len(session.channels()) == 1:
        raise LineError("A server keeps one channel here.")
    session.sandbox.world.delete_channel(channel)
    session.leave(channel)
    session.print(f"{MARGIN}#{channel['name']} is deleted.")


async def leave(session: PromptSession, rest: str) -> None:
    """Let somebody leave the server."""
    name = rest.lstrip("@")
    if name == session.me.name:
        raise LineError("You cannot leave while you type: be somebody else first.")
    if name not in session.people():
        message = f"There is no {name or 'such person'}; there are {', '.join(session.people())}."
        raise LineError(message)
    sandbox = session.sandbox
    sandbox.world.remove_member(sandbox.guild, sandbox.person(name).id)
    session.print(f"{MARGIN}{name} left the server.")


async def join(session: PromptSession, rest: str) -> None:
    """Let somebody join: new to the server, or back in it."""
    name, sandbox = rest.lstrip("@"), session.sandbox
    if name in session.people():
        raise LineError(f"{name} is here already.")
    if not name.isalnum():
        raise LineError("Who joins? Such as: join bob")
    was_here = any(user["username"] == name for user in sandbox.world.users.values())
    sandbox.person(name)
    session.print(f"{MARGIN}{name} is a member{' again' if was_here else ''}, without roles.")


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
