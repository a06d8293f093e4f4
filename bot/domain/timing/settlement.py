"""The outcome of a claim, one pure function for each end, as the store saves it.

The next occurrence of a post or a member's own rule goes with whatever closes this one (R4), so
that its chain never breaks but where the post or rule itself is disabled.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.facts.occurrences import Absence, Claim, DeadChannel, Settlement, guild_of, place
from bot.domain.facts.reminders import State
from bot.domain.facts.settings import Where
from bot.domain.timing.backoff import SENDING, Backoff
from bot.domain.timing.closing import goes_on
from bot.domain.timing.merging import APART
from bot.domain.timing.outcomes import NO_ACCESS, Failure, Verdict

SECOND = timedelta(seconds=1)


def skipped(claim: Claim, now: datetime, reason: str) -> Settlement:
    """Close a claim that is not sent; no request was made."""
    return replace(
        _outcome(claim),
        state=State.SKIPPED,
        reason=reason,
        tried=False,
        **goes_on(claim, now),
    )


def postponed(claim: Claim, until: datetime) -> Settlement:
    """Leave a claim open with a later due time."""
    return replace(_outcome(claim), postponed_to=until, tried=False)


def released(claim: Claim, now: datetime) -> Settlement:
    """Release a claim before its lease ends; a request may have been made."""
    return replace(_outcome(claim), reason="released", retry_at=now)


def given_up(claim: Claim, now: datetime, reason: str) -> Settlement:
    """Close a claim that could not be delivered; its post or rule goes on."""
    return replace(_outcome(claim), state=State.GIVEN_UP, reason=reason, **goes_on(claim, now))


def absent(claim: Claim, reason: str) -> Settlement:
    """Close a claim whose member is not to be named in its channel, and stop what goes there."""
    guild_id = guild_of(claim)
    return replace(
        _outcome(claim),
        state=State.SKIPPED,
        reason=reason,
        tried=False,
        absence=None if guild_id is None else Absence(guild_id=guild_id, reason=reason),
    )


def broken(claim: Claim, reason: str) -> Settlement:
    """Close a post's claim and disable the post until an admin mends it."""
    return replace(
        _outcome(claim),
        state=State.GIVEN_UP,
        reason=reason,
        tried=False,
        broken=reason,
    )


def failed(
    claim: Claim,
    now: datetime,
    failure: Failure,
    *,
    jitter: float,
    backoff: Backoff = SENDING,
) -> Settlement:
    """Schedule a retry, or close the claim and disable what cannot be reached (R11, R12).

    What may pass is tried for as long as the reminder's window is open, which ends it: a count of
    tries would be used up by an outage.
    """
    if failure.reason == NO_ACCESS and claim.where is Where.DM:
        # Discord says so of DMs of a user's app now and then, and takes the next try.
        failure = replace(failure, verdict=Verdict.RETRY)
    if failure.verdict is Verdict.HELD:
        return _again(claim, now + (failure.retry_after or timedelta(0)), failure)
    if failure.verdict is Verdict.RETRY:
        wait = backoff.wait(claim.failures + 1, jitter)
        return _again(claim, now + max(wait, failure.retry_after or timedelta(0)), failure)
    if failure.verdict is Verdict.CONTENT_REFUSED and claim.delivery_id is not None:
        return _again(claim, now, replace(failure, reason=APART))
    dead = _dead(claim, failure)  # stops what is to go there by then, not what was moved meanwhile
    unshared = failure.verdict is Verdict.NO_SHARED_SERVER
    # It waits for its channel to be mended, or its member to be met in a server again.
    lives_on = claim.rule is not None and (dead is not None or unshared)
    return replace(
        _outcome(claim),
        state=State.GIVEN_UP,
        reason=failure.reason,
        dm_closed=failure.verdict is Verdict.DM_CLOSED,
        unshared=unshared,
        broken=failure.reason if dead is None and _is_dead(claim, failure) else None,
        dead=dead,
        **(goes_on(claim, now) if lives_on else {}),
    )


def _outcome(claim: Claim) -> Settlement:
    """Return a claim's outcome that says nothing yet."""
    return Settlement(reminder_id=claim.reminder_id, attempt=claim.attempt)


def _again(claim: Claim, at: datetime, failure: Failure) -> Settlement:
    return replace(
        _outcome(claim),
        reason=failure.reason,
        retry_at=_whole_second(at),
        tried=not failure.sent_nothing,
        failed=failure.verdict is Verdict.RETRY,
    )


def _dead(claim: Claim, failure: Failure) -> DeadChannel | None:
    """Return the channel that takes no message from anybody any more."""
    channel_id, guild_id = place(claim), guild_of(claim)
    if failure.verdict is not Verdict.TARGET_DEAD or channel_id is None or guild_id is None:
        return None
    return DeadChannel(guild_id=guild_id, channel_id=channel_id, reason=failure.reason)


def _is_dead(claim: Claim, failure: Failure) -> bool:
    """Tell whether a refusal disables the post or rule; closed DMs only disable DMs."""
    return failure.verdict not in {Verdict.DM_CLOSED, Verdict.NO_SHARED_SERVER} and (
        claim.post is not None or claim.rule is not None
    )


def _whole_second(moment: datetime) -> datetime:
    """Return the moment rounded up to a second, as stored: never too early, never at once."""
    return moment if not moment.microsecond else moment.replace(microsecond=0) + SECOND
