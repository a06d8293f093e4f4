"""An embedded local Discord: REST and gateway on loopback, people to use a bot, and a clock.

It knows nothing of the bot, which knows it only as an API base and a token.
"""

from bot.sandbox.clock import ClockStuckError, RealClock, SandboxClock
from bot.sandbox.errors import ApiError, ClientRefusal
from bot.sandbox.messages import Upload
from bot.sandbox.person import Person
from bot.sandbox.seen import NoAnswer, Seen, SeenForm
from bot.sandbox.server import Sandbox

__all__ = [
    "ApiError",
    "ClientRefusal",
    "ClockStuckError",
    "NoAnswer",
    "Person",
    "RealClock",
    "Sandbox",
    "SandboxClock",
    "Seen",
    "SeenForm",
    "Upload",
]
