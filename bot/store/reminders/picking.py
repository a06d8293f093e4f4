"""Choosing what is claimed next: one message per place at a time, so that no place blocks others.

A place is a channel, or a member for their DM. What is due for a place that is taken is looked at a
little later, so that the head of the queue is always something that can leave.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.facts.kinds import ALONE, ROLLS
from bot.domain.timing.merging import (
    APART,
    LATE_EVERY,
    SAME_MOMENT,
    Candidate,
    is_late,
    together,
)
from bot.store.engine.conversions import moment, seconds
from bot.store.engine.database import Row, Steps

PAUSE = timedelta(seconds=1)  # until a place that is taken is looked at again
NO_CHANNEL = 0  # of a message by DM: no member's id stands where deleting them would not find it
MOST_LOOKED_AT = 1_000  # rows in one transaction: some tens of milliseconds
MOST_OF_CHANNEL = 300  # rows read for one message: more than ever fit in it
MOST_OF_MEMBER = 40

CANDIDATE = """
SELECT reminders.reminder_id, coalesce(posts.kind, reminders.kind) AS kind,
    reminders.due_at, reminders.first_attempt_at, reminders.delivery_id, reminders.reason,
    reminders.where_to, reminders.post_id, reminders.rule_id, posts.text, posts.role_id,
    coalesce(posts.guild_id, reminders.guild_id) AS guild_id,
    CASE WHEN reminders.where_to = 'dm' THEN reminders.member_id
        ELSE coalesce(posts.channel_id, guilds.channel_id) END AS place
FROM reminders
LEFT JOIN posts ON posts.post_id = reminders.post_id
LEFT JOIN guilds ON guilds.guild_id = reminders.guild_id
"""

DUE_NOW = """
WHERE reminders.state = 'open' AND reminders.wake_at <= $1
ORDER BY reminders.wake_at, reminders.reminder_id
LIMIT $2 /*postgresql: FOR UPDATE OF reminders SKIP LOCKED*/
"""
DUE = CANDIDATE + DUE_NOW

# Of one server, never tried before: first what was due first.
DUE_IN_CHANNEL = """
WHERE reminders.state = 'open' AND reminders.wake_at <= $1
    AND reminders.first_attempt_at IS NULL AND reminders.reminder_id IN (
        SELECT own.reminder_id FROM reminders AS own
            WHERE own.guild_id = $2 AND own.state = 'open' AND own.where_to = 'channel'
        UNION ALL
        SELECT own.reminder_id FROM posts AS theirs
            JOIN reminders AS own ON own.post_id = theirs.post_id
            WHERE theirs.guild_id = $2 AND theirs.channel_id = $3 AND own.state = 'open')
ORDER BY reminders.due_at, reminders.reminder_id
LIMIT $4 /*postgresql: FOR UPDATE OF reminders SKIP LOCKED*/
"""
OF_CHANNEL = CANDIDATE + DUE_IN_CHANNEL

# Of one member, due in a span of time, never tried before.
DUE_BY_DM = """
WHERE reminders.state = 'open' AND reminders.wake_at <= $1
    AND reminders.first_attempt_at IS NULL AND reminders.member_id = $2
    AND reminders.where_to = 'dm' AND reminders.due_at BETWEEN $3 AND $4
ORDER BY reminders.due_at, reminders.reminder_id
LIMIT $5 /*postgresql: FOR UPDATE OF reminders SKIP LOCKED*/
"""
OF_MEMBER = CANDIDATE + DUE_BY_DM

# All of them, whenever each would be looked at next: one left out of a retry would find its message
# later and take it for its own.
MEMBERS_OF_DELIVERY = """
WHERE reminders.delivery_id = $1 AND reminders.state = 'open'
    AND (reminders.claimed_at IS NULL OR reminders.wake_at <= $2)
ORDER BY reminders.due_at, reminders.reminder_id
/*postgresql: FOR UPDATE OF reminders*/
"""
OF_DELIVERY = CANDIDATE + MEMBERS_OF_DELIVERY

# 300 as in the index's own words: a plan for any number could not use that.
LAST_LATE = """
SELECT max(sent_at) AS sent_at FROM reminders
WHERE channel_id = $1 AND sent_at > $2 AND sent_at <= $3
    AND sent_at > due_at + 300
"""

WAIT = "UPDATE reminders SET wake_at = $2 WHERE reminder_id = $1"

ADD_DELIVERY = """
INSERT INTO deliveries (channel_id, made_at) VALUES ($1, $2) RETURNING delivery_id
"""

JOIN_DELIVERY = "UPDATE reminders SET delivery_id = $2 WHERE reminder_id = $1"


@dataclass(slots=True, kw_only=True)
class Picks:
    """A pass over the due reminders: messages still to be claimed, and places already served."""

    now: datetime
    left: int
    taken: set[int]
    due: deque[Row] = field(default_factory=deque)
    looked_at: int = 0
    gone: set[int] = field(default_factory=set)  # reminders that were picked, or that wait


def pick(picks: Picks) -> Steps[Sequence[Row] | None]:
    """Return the reminders of the next message, ``None`` when there is none to claim."""
    while picks.left > 0 and picks.looked_at < MOST_LOOKED_AT:
        if not picks.due:
            picks.due.extend((yield DUE, (seconds(picks.now), max(picks.left, 10))))
            if not picks.due:
                return None
        row = picks.due.popleft()
        if row["reminder_id"] in picks.gone:
            continue
        picks.looked_at += 1
        until = yield from _held_until(row, picks)
        if until is not None:
            yield WAIT, (row["reminder_id"], seconds(until))
            picks.gone.add(row["reminder_id"])
            continue
        found = yield from _message(row, picks.now)
        picks.left -= 1
        picks.taken.add(row["place"])
        picks.gone.update(each["reminder_id"] for each in found)
        return found
    return None


def _held_until(row: Row, picks: Picks) -> Steps[datetime | None]:
    """Return until when a reminder is held back for its place, ``None`` if it may leave now."""
    if row["place"] is None:
        return None
    if row["place"] in picks.taken:
        return picks.now + PAUSE
    untried_in_channel = row["where_to"] == "channel" and row["first_attempt_at"] is None
    if untried_in_channel and is_late(moment(row["due_at"]), picks.now):
        since = seconds(picks.now - LATE_EVERY)
        # What a clock that was wrong left in the future holds nobody up.
        values = (row["place"], since, seconds(picks.now))
        last = (yield LAST_LATE, values)[0]["sent_at"]
        if last is not None:
            return moment(last) + LATE_EVERY
    return None


def _message(row: Row, now: datetime) -> Steps[Sequence[Row]]:
    """Return the reminders sent with one: those of its earlier attempt, or its place's."""
    if row["delivery_id"] is not None:
        members = yield OF_DELIVERY, (row["delivery_id"], seconds(now))
        return [one for one in members if one["place"] == row["place"]]
    tried = row["first_attempt_at"] is not None or row["reason"] == APART
    alone = ALONE if row["where_to"] == "dm" else ROLLS
    if tried or row["place"] is None or row["kind"] in alone:
        return [row]
    if row["where_to"] == "dm":
        near = int(SAME_MOMENT.total_seconds())
        span = (row["due_at"] - near, row["due_at"] + near)
        due = yield OF_MEMBER, (seconds(now), row["place"], *span, MOST_OF_MEMBER)
    else:
        due = yield OF_CHANNEL, (seconds(now), row["guild_id"], row["place"], MOST_OF_CHANNEL)
    found = [one for one in due if one["kind"] not in alone]
    others = [one for one in found if one["place"] == row["place"] and one["reason"] != APART]
    chosen = {one.reminder_id for one in together(list(map(_candidate, others)))}
    if len(chosen) <= 1:
        return [row]
    channel_id = NO_CHANNEL if row["where_to"] == "dm" else row["place"]
    delivery_id = (yield ADD_DELIVERY, (channel_id, seconds(now)))[0]["delivery_id"]
    for one in chosen:
        yield JOIN_DELIVERY, (one, delivery_id)
    return [one for one in others if one["reminder_id"] in chosen]


def _candidate(row: Row) -> Candidate:
    return Candidate(
        reminder_id=row["reminder_id"],
        kind=row["kind"],
        due_at=moment(row["due_at"]),
        is_post=row["post_id"] is not None,
        is_rule=row["rule_id"] is not None,
        text=row["text"] or "",
        role_id=row["role_id"],
    )
