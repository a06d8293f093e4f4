"""Discord's limits: which bodies it takes, and what a person's client lets them send.

Pure functions over Discord-shaped JSON; each returns nothing, or raises what Discord or its
client would answer.
"""

from bot.sandbox.limits.commands import check_commands
from bot.sandbox.limits.messages import check_message
from bot.sandbox.limits.modals import check_modal, check_submit
from bot.sandbox.limits.responses import check_interaction_response
from bot.sandbox.limits.values import check_values

__all__ = [
    "check_commands",
    "check_interaction_response",
    "check_message",
    "check_modal",
    "check_submit",
    "check_values",
]
