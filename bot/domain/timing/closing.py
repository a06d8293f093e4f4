"""What follows when an occurrence is closed: the next one of its post or rule, and missed ones."""

from datetime import datetime
from typing import TypedDict

from bot.domain.facts.occurrences import Claim, NewOccurrence, RolePing, Settlement
from bot.domain.facts.reminders import OPEN_END, State
from bot.domain.facts.settings import QuietHours, Where
from bot.domain.timing import own_rules, posts, recurring
from bot.domain.timing.recurring import Recurrence


class Chain(TypedDict, total=False):
    """The continuation of a post or rule, as fields of a ``Settlement``."""

    next: NewOccurrence | None
    missed: tuple[NewOccurrence, ...]


def sent(
    claim: Claim,
    now: datetime,
    *,
    channel_id: int | None = None,
    message_id: int | None = None,
    reason: str | None = None,
    pinged: frozenset[int] | None = None,
) -> Settlement:
    """Return the outcome of a sent claim; without ids its message was deleted since.

    ``pinged`` are the roles that Discord says its message pinged, ``None`` where it did not say.
    """
    return Settlement(
        reminder_id=claim.reminder_id,
        attempt=claim.attempt,
        state=State.SENT,
        reason=reason,
        message_id=message_id,
        channel_id=channel_id,
        dm_channel_id=channel_id if claim.recipient and claim.where is Where.DM else None,
        broken=own_rules.ZONE_UNKNOWN if is_last_of_rule(claim) else None,
        ping=_ping(claim, pinged),
        **goes_on(claim, now),
    )


def is_last_of_rule(claim: Claim) -> bool:
    """Tell whether a rule ends with this claim: its zone is unknown, none can be planned."""
    return claim.rule is not None and recurring.known_zone(claim.rule.zone) is None


def goes_on(claim: Claim, now: datetime) -> Chain:
    """Return the occurrence after a post's or rule's claim, and those missed in between."""
    found = _recurrence(claim)
    if found is None or claim.nominal_date is None:
        return {}
    after, resumes = claim.due_at, now
    if claim.recipient is not None and claim.recipient.paused_until is not None:
        resumes = claim.recipient.paused_until
    skipped_over = recurring.missed(found, after=after, now=now)
    if resumes >= OPEN_END:
        return {"missed": skipped_over}
    coming = recurring.ahead(found, after=after, now=now)
    return {
        "next": next((one for one in coming if resumes <= now or one.due_at >= resumes), None),
        "missed": skipped_over,
    }


def _ping(claim: Claim, pinged: frozenset[int] | None) -> RolePing | None:
    role_id = claim.post.role_id if claim.post else None
    if role_id is None or pinged is None:
        return None
    return RolePing(role_id=role_id, arrived=role_id in pinged)


def _recurrence(claim: Claim) -> Recurrence | None:
    if claim.post is not None:
        return posts.recurrence(claim.post, claim.guild.quiet if claim.guild else QuietHours())
    if claim.rule is not None and claim.recipient is not None:
        return own_rules.recurrence(claim.rule, claim.recipient.quiet)
    return None
