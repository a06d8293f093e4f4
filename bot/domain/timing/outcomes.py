"""Discord's errors classified: what each code means for the reminder (reliability.md §1, R11).

Codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from bot.domain.facts.permissions import DM_CLOSED, NO_SHARED_SERVER

TARGET = {
    10003: "channel_gone",
    10004: "server_gone",
    50001: "no_access",
    50008: "not_a_text_channel",
    50013: "no_permission",
    50083: "thread_archived",
    160005: "thread_locked",
    40058: "forum",
}
CONTENT = frozenset({50006, 50035, 200000, 240000})
TRANSIENT = frozenset({40003, 40004, 40006, 40062, 110000, 130000, 20016, 20028, 20029})
WEBHOOK_GONE = frozenset({10015, 50027})  # an interaction's token is good for 15 minutes
UNKNOWN_CHANNEL = 10003
NO_ACCESS = TARGET[50001]
UNKNOWN_MESSAGE = 10008


class SendError(Exception):
    """A request to Discord that created no message."""


class Unreachable(SendError):
    """No connection: no message can exist."""


class Unanswered(SendError):
    """No answer to a request that was sent: the message may exist."""


class NotAsked(SendError):
    """A question before the message failed with ``error``: nothing was sent."""

    def __init__(self, error: SendError) -> None:
        super().__init__(f"not asked: {error}")
        self.error = error


class Held(SendError):
    """Not sent: its channel is rate limited for ``seconds``, or its lease ends too soon."""

    def __init__(self, seconds: float = 0.0) -> None:
        super().__init__(f"held for {seconds:.1f} s")
        self.seconds = seconds


class Refused(SendError):
    """An error answer from Discord, or from the proxy before it (``by_proxy``).

    ``retry_after`` is in seconds, with a 429 only.
    """

    def __init__(
        self, status: int, code: int, retry_after: float | None = None, *, by_proxy: bool = False
    ) -> None:
        super().__init__(f"{status} ({code})")
        self.status = status
        self.code = code
        self.retry_after = retry_after
        self.by_proxy = by_proxy


class Verdict(StrEnum):
    """What to do about a request that failed."""

    DELIVERED = "delivered"  # it had arrived before
    RETRY = "retry"
    HELD = "held"  # it has not been tried
    TARGET_DEAD = "target_dead"  # stop, disable, tell
    DM_CLOSED = "dm_closed"  # stop this member's DMs, tell them privately
    NO_SHARED_SERVER = "no_shared_server"  # no DMs until the member is met in a server again
    CONTENT_REFUSED = "content_refused"  # the same words will never pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A failed send, classified."""

    verdict: Verdict
    reason: str  # a short code, stored with the reminder
    sent_nothing: bool = False  # for certain
    retry_after: timedelta | None = None  # Discord's own wish
    outage: bool = False  # Discord was not there, which says nothing about this message


def classify(error: SendError) -> Failure:
    """Classify an error of a send."""
    if isinstance(error, NotAsked):
        return replace(classify(error.error), sent_nothing=True)
    if isinstance(error, Held):
        wait = timedelta(seconds=error.seconds)
        return Failure(verdict=Verdict.HELD, reason="held", sent_nothing=True, retry_after=wait)
    if isinstance(error, Unreachable):
        return Failure(verdict=Verdict.RETRY, reason="unreachable", sent_nothing=True, outage=True)
    if not isinstance(error, Refused):
        return Failure(verdict=Verdict.RETRY, reason="unanswered", outage=True)
    verdict, reason = _of(error)
    return Failure(
        verdict=verdict,
        reason=reason,
        sent_nothing=error.status < 500,  # an error behind the message may be answered as 5xx
        retry_after=None if error.retry_after is None else timedelta(seconds=error.retry_after),
        outage=error.status >= 500 or error.status == 401 or error.by_proxy,
    )


def _of(error: Refused) -> tuple[Verdict, str]:
    code, status = error.code, error.status
    if code == UNKNOWN_MESSAGE:
        return Verdict.DELIVERED, "deleted_since"
    if code == DM_CLOSED:
        return Verdict.DM_CLOSED, "dm_closed"
    if code == NO_SHARED_SERVER:
        return Verdict.NO_SHARED_SERVER, "no_shared_server"
    if code in TRANSIENT or status >= 500 or status in {401, 408, 429} or error.by_proxy:
        return Verdict.RETRY, f"status_{status}"
    if code in TARGET or (status in {403, 404} and code not in CONTENT):
        return Verdict.TARGET_DEAD, TARGET.get(code, f"refused_{code or status}")
    return Verdict.CONTENT_REFUSED, f"refused_{code or status}"
