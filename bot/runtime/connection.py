"""The bot's connection to Discord: connect, deliver meanwhile, close; why it cannot connect."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from importlib import metadata
from typing import NoReturn

import discord

from bot.client.app import LegdayBot
from bot.client.callbacks import answer_without_echo
from bot.client.gateway import use_api
from bot.client.installable import account_link
from bot.client.retry import FAULTS, NotDiscord, brief
from bot.clock import Clock
from bot.config import WHERE_FROM, Config, ConfigError
from bot.runtime.logs import flush
from bot.runtime.maintenance import follow_zones
from bot.runtime.supervision import Loops
from bot.store.store import Store

log = logging.getLogger(__name__)

FINISH_WITHIN = 8.0  # seconds for reminders in flight when the bot is told to stop
ANSWER_WITHIN = 3.0  # seconds for commands, presses and forms in flight: Discord waits no longer
REGISTERED_WITHIN = 3.0  # seconds that connecting waits for the commands to be registered
CLOSE_WITHIN = 1.5  # seconds for the gateway to close; aiohttp alone would wait for 30
ZONES = metadata.version("tzdata")  # which rules of time zones this process knows

TOKEN_REFUSED = f"Discord refused DISCORD_TOKEN (it is wrong, or was reset). {WHERE_FROM}."


@asynccontextmanager
async def connected(bot: LegdayBot) -> AsyncIterator[asyncio.Task[None]]:
    """Keep ``bot`` connected and delivering while the block runs, then shut down cleanly.

    The task is the connection: it ends only when there can be none any more, with ``ConfigError``
    or a fault. Stopping closes the gateway, so that nothing new arrives, and finishes what is in
    flight: answers and reminders; what is left of the reminders is released. Another process leads
    as soon as the reminders have ended, and has our shards as soon as the gateway is closed.
    """
    use_api(bot.config.discord_api_base)
    loops = Loops(bot.clock)
    await bot.__aenter__()  # what `async with bot` does first; the end of that may take 30 s
    connection = asyncio.create_task(_connect(bot, loops), name="connection")
    try:
        yield connection
    finally:
        connection.cancel()
        await asyncio.gather(connection, return_exceptions=True)
        await asyncio.gather(_finish(bot), _answer(bot))
        await loops.stop()
        await bot.pictures.close()
        await bot.transport.close()
        await _close(bot)


async def sync(config: Config, store: Store, clock: Clock) -> None:
    """Register the commands with Discord unconditionally.

    Raises:
        ConfigError: Discord refused the token, the address or the commands.
    """
    use_api(config.discord_api_base)
    bot = LegdayBot(config, store, clock)
    await bot.__aenter__()
    try:
        await bot.log_in(bot.config.discord_token)
        await _register_now(bot)
    except (*FAULTS, NotDiscord, discord.ClientException) as error:
        _explain(error)
    finally:
        await bot.transport.close()
        await _close(bot)


async def _connect(bot: LegdayBot, loops: Loops) -> None:
    answer_without_echo(bot.clock)
    loops.start("rolls", lambda: _when_accepted(bot, bot.rolls.run))
    loops.start("pointers", bot.speaking.run)
    loops.start("delivery", lambda: _when_accepted(bot, partial(_deliver, bot)))
    try:
        await bot.log_in(bot.config.discord_token)
        log.info("logged in as %s; invite link: %s", bot.user, bot.invite_link())
        log.info("members add it to their account here: %s", account_link(bot.application_id))
        flush()
        registering = loops.start("commands", partial(_register, bot))
        # Who sees the bot online should see its commands, but nobody waits for them for long.
        await asyncio.wait({registering}, timeout=REGISTERED_WITHIN if bot.cluster.leads else 0)
        bot.slot = await bot.cluster.seat()
        await bot.connect()
    except (*FAULTS, NotDiscord, discord.ClientException) as error:
        _explain(error)


async def _when_accepted(bot: LegdayBot, run: Callable[[], Awaitable[None]]) -> None:
    """Run as soon as the token is accepted: reminders and rolls need nothing else of a start."""
    await bot.token_accepted.wait()
    await run()


async def _deliver(bot: LegdayBot) -> None:
    """Deliver as soon as this process leads, by the time zone rules it knows."""
    await bot.cluster.lead()
    await follow_zones(bot.store, ZONES, bot.clock.now())
    await bot.delivery.run()


async def _register(bot: LegdayBot) -> None:
    """Register changed commands if this process leads, and learn the ids of the others' if not."""
    if not bot.cluster.leads:
        await bot.registering.register(learn_only=True)
        await bot.cluster.lead()
    await bot.registering.register()


async def _register_now(bot: LegdayBot) -> None:
    """Register the commands, whether or not they changed.

    Raises:
        ConfigError: Discord did not take them.
    """
    try:
        await bot.registering.sync(force=True)
    except FAULTS as error:
        if isinstance(error, discord.HTTPException) and error.status in {401, 404}:
            raise
        status = error.status if isinstance(error, discord.HTTPException) else 500
        later = status >= 500 or status == 429
        advice = "try again later" if later else "update Legday, or report this"
        raise ConfigError(
            f"Discord did not register the commands ({brief(error)}): {advice}. "
            "Those registered before are unchanged."
        ) from None


async def _answer(bot: LegdayBot) -> None:
    """Close the gateway, let another process have our shards, and end what is being answered."""
    closing = (shard.disconnect() for shard in bot.shards.values())
    await _in_time(asyncio.gather(*closing), CLOSE_WITHIN, "the gateway did not close in time")
    await bot.cluster.leave()
    if left := await bot.router.finish(ANSWER_WITHIN):
        log.warning("shutdown: %d commands, presses or forms stay without an answer", left)


async def _finish(bot: LegdayBot) -> None:
    """End delivery, and let another process lead."""
    late = "reminders in flight did not end in time; the next start has them"
    await _in_time(bot.delivery.stop(FINISH_WITHIN), FINISH_WITHIN + 0.5, late)
    await bot.cluster.resign()


async def _close(bot: LegdayBot) -> None:
    await _in_time(bot.close(), CLOSE_WITHIN, "the gateway did not close in time")


async def _in_time(ending: Awaitable[object], seconds: float, late: str) -> None:
    """Wait for what ends, for so many seconds; after that the log says what is ``late``."""
    try:
        async with asyncio.timeout(seconds):
            await ending
    except TimeoutError:
        log.warning("shutdown: %s", late)


def _explain(error: Exception) -> NoReturn:
    """Raise ``ConfigError`` if the operator can mend ``error``, else ``error`` itself."""
    cause = error.__cause__ if isinstance(error, discord.GatewayNotFound) else error
    status = cause.status if isinstance(cause, discord.HTTPException) else None
    code = cause.code if isinstance(cause, discord.ConnectionClosed) else None
    if isinstance(cause, discord.LoginFailure) or status == 401 or code == 4004:
        raise ConfigError(TOKEN_REFUSED) from None
    if isinstance(cause, discord.PrivilegedIntentsRequired) or code in {4013, 4014}:
        raise ConfigError(
            "Discord refused the bot's intents, none of them privileged: update Legday, or report "
            "this."
        ) from None
    if code in {4010, 4011, 4012}:
        raise ConfigError(
            f"Discord refused the connection for good (close code {code}): update Legday."
        ) from None
    if isinstance(cause, NotDiscord) or status == 404:
        raise ConfigError(
            "DISCORD_API_BASE does not answer like Discord (HTTP 404): correct it, or leave it out."
        ) from None
    raise error
