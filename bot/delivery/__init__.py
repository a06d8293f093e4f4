"""Reminders leaving the house: wait, claim, send, settle. Knows no command."""

from bot.delivery.engine import Delivery
from bot.delivery.needs import Pace
from bot.delivery.transport import DiscordTransport, Transport

__all__ = ["Delivery", "DiscordTransport", "Pace", "Transport"]
