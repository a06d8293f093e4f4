"""Delivery's two transactions: claim due reminders, settle their outcomes (R4, R5).

A claim is a lease: until ``wake_at`` the row is its claimer's. ``attempts`` fences: an outcome that
comes after the row was claimed again, or twice, changes nothing.
"""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from bot.domain.facts.kinds import ROLLS
from bot.domain.facts.occurrences import Claim, Recipient, Settlement
from bot.domain.facts.permissions import DMS_CLOSED, DMS_UNSHARED
from bot.domain.facts.reminders import State
from bot.domain.facts.settings import Kind, Where
from bot.domain.facts.training import Illness, PainType
from bot.domain.timing.plan import health_first
from bot.store.engine import rows
from bot.store.engine.conversions import maybe, moment, seconds
from bot.store.engine.database import Row, Steps
from bot.store.groups import of_posts
from bot.store.recurring import posts, rules
from bot.store.reminders import absences, member_notices
from bot.store.reminders.picking import Picks, pick
from bot.store.servers.notices import close_channel, note_ping, note_post

NEXT_WAKE = "SELECT min(wake_at) AS wake_at FROM reminders WHERE state = 'open'"

# The moment of this claim differs from that of the first attempt's, even on a clock set back.
CLAIM = """
UPDATE reminders SET wake_at = $3, attempts = attempts + 1,
    claimed_at = CASE WHEN first_attempt_at >= $2 THEN first_attempt_at + 1 ELSE $2 END,
    first_attempt_at = coalesce(first_attempt_at, $2),
    variant = coalesce(
        variant,
        (SELECT earlier.variant + 1 FROM reminders AS earlier
            WHERE earlier.member_id = reminders.member_id AND earlier.kind = reminders.kind
                AND earlier.variant IS NOT NULL
            ORDER BY earlier.due_at DESC, earlier.reminder_id DESC LIMIT 1),
        (SELECT earlier.variant + 1 FROM reminders AS earlier
            WHERE earlier.post_id = reminders.post_id AND earlier.variant IS NOT NULL
            ORDER BY earlier.nominal_date DESC, earlier.nominal_minute DESC LIMIT 1),
        0)
WHERE reminder_id = $1
"""

# Of health the latest word; on illness and pain since a leg day, where it is about one.
CLAIMED = """
SELECT reminders.reminder_id, reminders.kind, reminders.where_to, reminders.due_at,
    reminders.stale_at, reminders.attempts, reminders.failures, reminders.first_attempt_at,
    reminders.variant, reminders.ordinal, reminders.post_id, reminders.rule_id,
    reminders.nominal_date, reminders.guild_id, reminders.delivery_id,
    reminders.first_attempt_at < reminders.claimed_at AS in_doubt,
    members.member_id, members.dm_channel_id, members.dm_closed_at, members.dm_unshared,
    members.zone, members.quiet_start, members.quiet_end, members.reminders_on,
    members.paused_until, members.locale,
    (SELECT stop_sign FROM reports WHERE reports.member_id = reminders.member_id
        AND stop_sign IS NOT NULL ORDER BY reported_at DESC LIMIT 1) AS stop_sign,
    (SELECT illness FROM reports WHERE reports.member_id = reminders.member_id
        AND reported_at >= leg_sessions.ended_at AND illness IS NOT NULL
        ORDER BY reported_at DESC LIMIT 1) AS illness,
    (SELECT pain FROM reports WHERE reports.member_id = reminders.member_id
        AND reported_at >= leg_sessions.ended_at AND pain IS NOT NULL
        ORDER BY reported_at DESC LIMIT 1) AS pain
FROM reminders
LEFT JOIN members ON members.member_id = reminders.member_id
LEFT JOIN leg_sessions ON leg_sessions.member_id = reminders.member_id
    AND leg_sessions.session_id = reminders.session_id
WHERE reminders.reminder_id = $1
"""

# A message that went out is recorded as sent even when its row was cancelled meanwhile. Whoever was
# left out of a merged message is no part of it. What was not tried has no first attempt, for a new
# plan may bring it back.
CLOSE = """
UPDATE reminders SET state = $3, reason = $4, claimed_at = NULL, failures = 0, sent_at = $5,
    message_id = $6, channel_id = $7,
    first_attempt_at =
        CASE WHEN CAST($8 AS BIGINT) = 0 AND first_attempt_at = claimed_at THEN NULL
            ELSE first_attempt_at END,
    delivery_id = CASE WHEN $3 IN ('sent', 'given_up') THEN delivery_id ELSE NULL END
WHERE reminder_id = $1 AND attempts = $2 AND claimed_at IS NOT NULL
    AND (state = 'open' OR (state = 'cancelled' AND $3 = 'sent'))
RETURNING member_id, post_id, rule_id
"""

# Where surely nothing went out, there is no first attempt, and another time others may go along.
REOPEN = """
UPDATE reminders SET wake_at = $3, due_at = coalesce($4, due_at), reason = $5, claimed_at = NULL,
    failures = CASE WHEN $4 IS NOT NULL THEN 0 ELSE failures + $7 END,
    first_attempt_at =
        CASE WHEN CAST($6 AS BIGINT) = 0 AND first_attempt_at = claimed_at THEN NULL
            ELSE first_attempt_at END,
    delivery_id = CASE WHEN $4 IS NOT NULL OR $5 = 'apart'
            OR (CAST($6 AS BIGINT) = 0 AND first_attempt_at = claimed_at)
        THEN NULL ELSE delivery_id END
WHERE reminder_id = $1 AND attempts = $2 AND claimed_at IS NOT NULL AND state = 'open'
RETURNING member_id, post_id, rule_id
"""

STANDS = """
SELECT reminder_id FROM reminders
WHERE reminder_id = $1 AND attempts = $2 AND claimed_at IS NOT NULL AND state = 'open'
"""

KEEP_DM_CHANNEL = "UPDATE members SET dm_channel_id = $2 WHERE member_id = $1"

CLOSE_DM = "UPDATE members SET dm_closed_at = $2, dm_unshared = 0 WHERE member_id = $1"

# What is planned stays: until it is due the member may be met in a server again.
UNSHARE_DM = "UPDATE members SET dm_closed_at = $2, dm_unshared = 1 WHERE member_id = $1"

CANCEL_DMS = """
UPDATE reminders SET state = 'cancelled', reason = 'dm_closed'
WHERE member_id = $1 AND state = 'open' AND where_to = 'dm' AND claimed_at IS NULL
"""


def claim(
    now: datetime, lease: timedelta, limit: int, busy: Collection[int] = ()
) -> Steps[list[Claim]]:
    """Claim due, unclaimed reminders, the oldest first, of up to ``limit`` messages.

    Each place gets one; what else waits for it, or for one of the ``busy``, is looked at later.
    """
    claims: list[Claim] = []
    picks = Picks(now=now, left=limit, taken=set(busy))
    while (picked := (yield from pick(picks))) is not None:
        for row in picked:
            values = (row["reminder_id"], seconds(now), seconds(now + lease))
            yield CLAIM, values
            mine = yield from read_claim(row["reminder_id"])
            if mine.kind in ROLLS:
                mine = yield from of_posts.opened(mine, now)
            claims.append(mine)
    return sorted(claims, key=lambda claim: (claim.due_at, claim.reminder_id))


def read_claim(reminder_id: int) -> Steps[Claim]:
    """Read a claimed reminder with everything that decides how it is sent."""
    row = (yield CLAIMED, (reminder_id,))[0]
    group = [] if row["post_id"] is None else (yield posts.BY_ID, (row["post_id"],))
    own = []
    if row["rule_id"] is not None:
        own = yield rules.ONE_OF_MEMBER, (row["member_id"], row["rule_id"])
    post = rows.post(group[0]) if group else None
    guild_id = post.guild_id if post else row["guild_id"]
    guilds = [] if guild_id is None else (yield rows.GUILD, (guild_id,))
    return Claim(
        reminder_id=row["reminder_id"],
        kind=post.kind if post else Kind(row["kind"]),
        where=Where(row["where_to"]),
        due_at=moment(row["due_at"]),
        stale_at=moment(row["stale_at"]),
        attempt=row["attempts"],
        failures=row["failures"],
        first_attempt_at=moment(row["first_attempt_at"]),
        variant=row["variant"],
        ordinal=row["ordinal"],
        recipient=None if row["member_id"] is None else recipient(row),
        post=post,
        rule=rules.rule(own[0]) if own else None,
        care_first=care_first(row),
        nominal_date=maybe(date.fromisoformat, row["nominal_date"]),
        guild=rows.guild_settings(guilds[0]) if guilds else None,
        delivery_id=row["delivery_id"],
        in_doubt=bool(row["in_doubt"]),
    )


def care_first(row: Row) -> bool:
    """Tell whether health outranks a claimed reminder, by its member's last report."""
    return health_first(
        stop_sign=maybe(bool, row["stop_sign"]),
        illness=maybe(Illness, row["illness"]),
        pain=maybe(PainType, row["pain"]),
    )


def recipient(row: Row) -> Recipient:
    """Return the recipient of a claimed reminder's row."""
    return Recipient(
        member_id=row["member_id"],
        dm_channel_id=row["dm_channel_id"],
        dm_closed=row["dm_closed_at"] is not None,
        unshared=bool(row["dm_unshared"]),
        zone=row["zone"],
        quiet=rows.quiet(row),
        reminders_on=bool(row["reminders_on"]),
        paused_until=maybe(moment, row["paused_until"]),
        locale=row["locale"],
    )


def standing(claims: Sequence[Claim]) -> Steps[frozenset[int]]:
    """Return the ids of the claims that are still open: not closed or cancelled meanwhile."""
    stand = set()
    for claim in claims:
        if (yield STANDS, (claim.reminder_id, claim.attempt)):
            stand.add(claim.reminder_id)
    return frozenset(stand)


def settle(outcomes: Sequence[Settlement], now: datetime) -> Steps[frozenset[int]]:
    """Write outcomes and what follows from them; return the ids of those still open until now."""
    counted = set()
    for outcome in outcomes:
        found = yield (close(outcome, now) if outcome.state else reopen(outcome, now))
        if found:
            counted.add(outcome.reminder_id)
            yield from follow_up(outcome, found[0], now)
    return frozenset(counted)


def close(outcome: Settlement, now: datetime) -> tuple[str, tuple[str | int | None, ...]]:
    """Return the statement that closes a claim."""
    return CLOSE, (
        outcome.reminder_id,
        outcome.attempt,
        outcome.state,
        outcome.reason,
        seconds(now) if outcome.state is State.SENT else None,
        outcome.message_id,
        outcome.channel_id,
        int(outcome.tried),
    )


def reopen(outcome: Settlement, now: datetime) -> tuple[str, tuple[str | int | None, ...]]:
    """Return the statement that releases a claim, to be sent again or later."""
    return REOPEN, (
        outcome.reminder_id,
        outcome.attempt,
        seconds(outcome.postponed_to or outcome.retry_at or now),
        maybe(seconds, outcome.postponed_to),
        outcome.reason,
        int(outcome.tried),
        int(outcome.failed),
    )


def follow_up(outcome: Settlement, row: Row, now: datetime) -> Steps[None]:
    """Write an outcome's consequences for the member, the post or the rule."""
    if row["member_id"] is not None:
        yield from note_dms(outcome, row["member_id"], now)
        if outcome.absence is not None:
            yield from absences.stop(row["member_id"], outcome.absence)
    if row["post_id"] is not None:
        yield from of_posts.settled(outcome)
        if outcome.broken is not None:
            yield from posts.disable(row["post_id"], outcome.broken, now)
            yield from note_post(row["post_id"], now)
        if outcome.ping is not None:
            yield from note_ping(row["post_id"], outcome.ping, now)
        yield from posts.go_on(outcome.next, outcome.missed)
    if row["rule_id"] is not None:
        if outcome.broken is not None:
            yield from rules.disable(row["member_id"], row["rule_id"], outcome.broken, now)
        yield from rules.go_on(row["member_id"], outcome.next, outcome.missed)
    if outcome.dead is not None:
        yield from close_channel(outcome.dead, now)


def note_dms(outcome: Settlement, member_id: int, now: datetime) -> Steps[None]:
    """Keep what a send told of a member's DMs: their channel, or that they are refused."""
    if outcome.dm_channel_id is not None:
        yield KEEP_DM_CHANNEL, (member_id, outcome.dm_channel_id)
    if outcome.dm_closed:
        yield CLOSE_DM, (member_id, seconds(now))
        yield CANCEL_DMS, (member_id,)
        yield from member_notices.note(member_id, DMS_CLOSED)
    if outcome.unshared:
        yield UNSHARE_DM, (member_id, seconds(now))
        yield from member_notices.note(member_id, DMS_UNSHARED)
