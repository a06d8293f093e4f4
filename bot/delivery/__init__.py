"""Delivery of reminders: wait until one is due, claim it, send it, record the outcome."""

from bot.delivery.engine import Delivery
from bot.delivery.pace import Pace
from bot.delivery.transport import DiscordTransport, Transport

__all__ = ["Delivery", "DiscordTransport", "Pace", "Transport"]
