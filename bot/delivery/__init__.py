"""Delivery of reminders: wait until one is due, claim it, send it, record the outcome."""

from bot.delivery.discord_transport import DiscordTransport
from bot.delivery.engine import Delivery
from bot.delivery.pace import Pace

__all__ = ["Delivery", "DiscordTransport", "Pace"]
