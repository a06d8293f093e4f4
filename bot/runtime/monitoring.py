"""What monitors learn of the running bot, where ``HEALTH_ADDRESS`` is set; else nothing is kept."""

from dataclasses import dataclass, field

from bot.client.app import LegdayBot
from bot.meters import Meters


@dataclass(slots=True, kw_only=True)
class Monitored:
    """What there is to look at."""

    meters: Meters = field(default_factory=Meters)  # what the bot's parts count and time with
    address: str = ""  # where its pages are; empty where there are none
    bot: LegdayBot | None = None  # the running bot, as soon as there is one
