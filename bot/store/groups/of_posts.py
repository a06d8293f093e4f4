"""Rolls of posts: opened by the claim, so that no press can come before its roll."""

from dataclasses import replace
from datetime import datetime

from bot.domain.facts.digest import DIGEST_OPEN, WEEK, of_roll_calls, packed, unpacked
from bot.domain.facts.occurrences import Claim, Settlement
from bot.domain.facts.reminders import State
from bot.domain.group.rolls import Roll, RollKind, closes_at
from bot.domain.timing.recurring import known_zone
from bot.store.engine.conversions import moment, seconds
from bot.store.engine.database import Steps
from bot.store.groups.rolls import UNDO, add

KEPT = "SELECT closes_at, text FROM rolls WHERE roll_id = $1"

WEEKS_ROLL_CALLS = """
SELECT n_in + n_done + n_rest AS answers FROM rolls
WHERE guild_id = $1 AND kind = 'roll_call' AND closed_at > $2
"""

# Nothing was sent yet: it opens at the attempt that sends it.
LATER = """
UPDATE rolls SET opened_at = $2, closes_at = $3, text = $4
WHERE roll_id = $1 AND message_id IS NULL AND revision = 0
"""

SENT = """
UPDATE rolls SET message_id = $2, channel_id = $3 WHERE roll_id = $1 AND message_id IS NULL
"""


def opened(claim: Claim, now: datetime) -> Steps[Claim]:
    """Open the roll of a claimed post; return the claim with what its message then says."""
    post = claim.post
    if post is None:
        return claim
    kind = RollKind(post.kind)
    text, closing = post.text, closes_at(now, known_zone(post.zone))
    if kind is RollKind.DIGEST:
        sizes = yield WEEKS_ROLL_CALLS, (post.guild_id, seconds(now - WEEK))
        text = packed(of_roll_calls([row["answers"] for row in sizes]))
        closing = now + DIGEST_OPEN
    yield from add(
        Roll(
            roll_id=claim.reminder_id,
            guild_id=post.guild_id,
            channel_id=post.channel_id,
            kind=kind,
            text=text,
            opened_at=now,
            closes_at=closing,
        )
    )
    if not claim.in_doubt:
        yield LATER, (claim.reminder_id, seconds(now), seconds(closing), text)
    kept = (yield KEPT, (claim.reminder_id,))[0]
    digest = unpacked(kept["text"]) if kind is RollKind.DIGEST else None
    return replace(claim, closes_at=moment(kept["closes_at"]), digest=digest)


def settled(outcome: Settlement) -> Steps[None]:
    """Keep which message a post's roll became; where there is none, the roll goes."""
    if outcome.message_id is not None and outcome.channel_id is not None:
        yield SENT, (outcome.reminder_id, outcome.message_id, outcome.channel_id)
    elif outcome.state in {State.SKIPPED, State.GIVEN_UP} and outcome.reason != "in_doubt":
        yield UNDO, (outcome.reminder_id,)
