"""Messages that people type at the prompt, and the bot's answers to them."""

from contextlib import suppress
from functools import partial

from bot.sandbox import shapes
from bot.sandbox.prompt.lines import LineError
from bot.sandbox.prompt.session import PromptSession
from bot.sandbox.seen import Seen
from bot.sandbox.snowflakes import is_number
from bot.sandbox.watched import until

WHICH_WORDS = "Say what? Such as: say @Legday can I run today?"
WHICH_REPLY = "Reply to which message, with what? Such as: reply 8 done"
ANSWERED_WITHIN = 10.0  # real seconds that a line waits for an answer; a bot need not give one


async def say(session: PromptSession, rest: str) -> None:
    """Post a message."""
    if not rest.strip():
        raise LineError(WHICH_WORDS)
    await answered(session, session.me.say(rest.strip()))


async def reply(session: PromptSession, rest: str) -> None:
    """Post a message in reply to another."""
    number, _, said = rest.strip().partition(" ")
    if not is_number(number) or not said.strip():
        raise LineError(WHICH_REPLY)
    messages, _ = session.among([number, said])
    await answered(session, session.me.say(said.strip(), reply_to=messages[0]))


async def answered(session: PromptSession, said: Seen) -> None:
    """Wait a little for the bot's answer to what is addressed to it."""
    bot_id = session.sandbox.world.bot_id
    in_dm = session.me.channel["type"] == shapes.DM
    if not in_dm and str(bot_id) not in {one["id"] for one in said.raw["mentions"]}:
        return
    came, changed = partial(session.arrivals.came_after, said), session.sandbox.rest.changed
    with suppress(TimeoutError):
        await until(came, changed, ANSWERED_WITHIN)
