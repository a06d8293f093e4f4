"""What monitors learn of the running bot, where ``HEALTH_ADDRESS`` is set; else nothing is kept."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.client.app import LegdayBot
from bot.config import Config, ConfigError
from bot.meters import Meters


@dataclass(slots=True, kw_only=True)
class Monitored:
    """What there is to look at.

    Attributes:
        meters: what the bot's parts count and time with.
        address: where its pages are; empty where there are none.
        bot: the running bot, as soon as there is one.
    """

    meters: Meters = field(default_factory=Meters)
    address: str = ""
    bot: LegdayBot | None = None


@asynccontextmanager
async def monitored(config: Config) -> AsyncIterator[Monitored]:
    """Serve the pages for monitors while the block runs, if they are wanted.

    Raises:
        ConfigError: they cannot be served.
    """
    if not config.health_address:
        yield Monitored()
        return
    try:
        from bot.runtime.health_pages import served  # noqa: PLC0415 (few need it and its libraries)
    except ModuleNotFoundError as missing:
        raise ConfigError(
            f"HEALTH_ADDRESS needs {missing.name}, which is not installed: "
            "pip install -r requirements/scale.txt"
        ) from None
    async with served(config.health_address) as watched:
        yield watched
