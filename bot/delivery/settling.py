"""What becomes of a claim, as the store keeps it: pure, one function for each end.

A post's next occurrence goes with whatever closes this one (R4), so that its chain never breaks
but where the post itself is disabled.
"""

from datetime import datetime, timedelta

from bot.delivery.outcomes import MAX_ATTEMPTS, Failure, Verdict, back_off
from bot.domain.occurrences import Claim, NewOccurrence, Settlement
from bot.domain.posts import following
from bot.domain.reminders import State
from bot.domain.settings import QuietHours, Where

SECOND = timedelta(seconds=1)


def sent(
    claim: Claim,
    now: datetime,
    *,
    channel_id: int | None = None,
    message_id: int | None = None,
    reason: str | None = None,
) -> Settlement:
    """Close a claim whose message came; without ids it was deleted since."""
    return Settlement(
        reminder_id=claim.reminder_id,
        attempt=claim.attempt,
        state=State.SENT,
        reason=reason,
        message_id=message_id,
        channel_id=channel_id,
        dm_channel_id=channel_id if claim.recipient and claim.where is Where.DM else None,
        next=_next(claim, now),
    )


def skipped(claim: Claim, now: datetime, reason: str) -> Settlement:
    """Close a claim that is not to be sent; no request went out."""
    return Settlement(
        reminder_id=claim.reminder_id,
        attempt=claim.attempt,
        state=State.SKIPPED,
        reason=reason,
        tried=False,
        next=_next(claim, now),
    )


def postponed(claim: Claim, until: datetime) -> Settlement:
    """Leave a claim open, due later."""
    return Settlement(
        reminder_id=claim.reminder_id, attempt=claim.attempt, postponed_to=until, tried=False
    )


def released(claim: Claim, now: datetime) -> Settlement:
    """Give a claim back before its lease ends; a request may have gone out."""
    return Settlement(
        reminder_id=claim.reminder_id,
        attempt=claim.attempt,
        reason="released",
        retry_at=now,
    )


def given_up(claim: Claim, now: datetime, reason: str) -> Settlement:
    """Close a claim that could not be delivered; the post it belongs to goes on."""
    return Settlement(
        reminder_id=claim.reminder_id,
        attempt=claim.attempt,
        state=State.GIVEN_UP,
        reason=reason,
        next=_next(claim, now),
    )


def broken(claim: Claim, reason: str) -> Settlement:
    """Give up a post and disable it until an admin mends it."""
    return Settlement(
        reminder_id=claim.reminder_id,
        attempt=claim.attempt,
        state=State.GIVEN_UP,
        reason=reason,
        tried=False,
        post_broken=reason,
    )


def failed(claim: Claim, now: datetime, failure: Failure, *, jitter: float) -> Settlement:
    """Try again later, or give up and disable what is dead (R11, R12)."""
    if failure.verdict is Verdict.RETRY:
        if claim.attempt >= MAX_ATTEMPTS:
            return given_up(claim, now, failure.reason)
        wait = max(back_off(claim.attempt, jitter), failure.retry_after or timedelta(0))
        return Settlement(
            reminder_id=claim.reminder_id,
            attempt=claim.attempt,
            reason=failure.reason,
            retry_at=_whole_second(now + wait),
            tried=not failure.sent_nothing,
        )
    return Settlement(
        reminder_id=claim.reminder_id,
        attempt=claim.attempt,
        state=State.GIVEN_UP,
        reason=failure.reason,
        dm_closed=failure.verdict is Verdict.DM_CLOSED,
        post_broken=failure.reason if claim.post is not None else None,
    )


def _next(claim: Claim, now: datetime) -> NewOccurrence | None:
    if claim.post is None:
        return None
    quiet = claim.guild.quiet if claim.guild else QuietHours()
    return following(claim.post, quiet, after=claim.due_at, now=now)


def _whole_second(moment: datetime) -> datetime:
    """Return the moment rounded up, as the store keeps seconds: never too early, never at once."""
    return moment if not moment.microsecond else moment.replace(microsecond=0) + SECOND
