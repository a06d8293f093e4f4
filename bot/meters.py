"""What is counted and timed while the bot runs, for an operator's monitoring; by default nothing.

The parts of the bot have one ``Meters`` together. No label says who did something, or where.
"""

from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum


class Counted(StrEnum):
    """What is counted, each with its labels."""

    COMMANDS = "commands"  # command, outcome
    REMINDERS = "reminders"  # state
    REQUESTS = "requests"  # status
    IDENTIFIES = "identifies"
    STORE_RETRIES = "store_retries"  # why


class Timed(StrEnum):
    """What is timed in seconds, each with its labels."""

    ANSWER = "answer"
    STORE = "store"  # kind
    LATENESS = "lateness"
    TURN_WAIT = "turn_wait"
    LOOP_LAG = "loop_lag"


class CommandOutcome(StrEnum):
    """How a command, press or form ended."""

    OK = "ok"
    REFUSED = "refused"  # the member can mend it
    OUTDATED = "outdated"  # of another version of the bot
    LATE = "late"  # Discord took no answer any more
    FAILED = "failed"


class Meters:
    """Counts and times nothing: what a bot has that nobody monitors."""

    def count(self, what: Counted, *labels: str, times: int = 1) -> None:
        """Count something, once unless said otherwise."""

    def observe(self, what: Timed, seconds: float, *labels: str) -> None:
        """Take note of how long something took."""

    def time(self, what: Timed, *labels: str) -> AbstractContextManager[object]:
        """Take note of how long the block takes."""
        return NOTHING


NOTHING = nullcontext()
