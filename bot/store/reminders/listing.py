"""Reminders as their members and a server's admins see them: what is planned, what became of it."""

from datetime import date, datetime

from bot.domain.facts.occurrences import Ended, PostOccurrence, ReminderRow
from bot.domain.facts.reminders import State
from bot.domain.facts.settings import Kind, Where
from bot.store.engine import rows
from bot.store.engine.conversions import maybe, moment, seconds, time_of_day
from bot.store.engine.database import Row, Steps

REMINDER = """
SELECT reminder_id, kind, where_to, state, due_at, sent_at, done_at, reason, session_id, rule_id,
    snoozed_from, failures, first_attempt_at, wake_at
FROM reminders
"""
BY_TIME = " ORDER BY due_at, reminder_id"
OF_MEMBER = REMINDER + "WHERE member_id = $1 AND (due_at >= $2 OR state = 'open')" + BY_TIME
ONE_OF_MEMBER = REMINDER + "WHERE member_id = $1 AND reminder_id = $2"
OF_DELIVERY = REMINDER + "WHERE delivery_id = $2 AND member_id = $1" + BY_TIME

DUE_POSTS = """
SELECT posts.guild_id, posts.post_id, posts.channel_id, posts.kind, posts.at_minute, posts.zone,
    posts.days, posts.text, posts.role_id, posts.paused, posts.broken, posts.spread,
    posts.follows, posts.unpinged,
    reminders.due_at, reminders.nominal_date, reminders.nominal_minute, reminders.failures,
    reminders.reason
FROM posts JOIN reminders ON reminders.post_id = posts.post_id
WHERE posts.guild_id = $1 AND reminders.state = 'open' AND reminders.due_at <= $2
ORDER BY reminders.due_at, posts.post_id
"""

ENDED_POSTS = """
SELECT reminders.state, reminders.reason, count(*) AS times
FROM posts JOIN reminders ON reminders.post_id = posts.post_id
WHERE posts.guild_id = $1 AND reminders.due_at >= $2
    AND reminders.state IN ('sent', 'skipped', 'given_up')
GROUP BY reminders.state, reminders.reason ORDER BY times DESC, reminders.state, reminders.reason
"""


def reminder_row(row: Row) -> ReminderRow:
    """Return a reminder for its owner's list."""
    return ReminderRow(
        reminder_id=row["reminder_id"],
        kind=Kind(row["kind"]),
        where=Where(row["where_to"]),
        state=State(row["state"]),
        due_at=moment(row["due_at"]),
        sent_at=maybe(moment, row["sent_at"]),
        done_at=maybe(moment, row["done_at"]),
        reason=row["reason"],
        session_id=row["session_id"],
        snoozed=row["snoozed_from"] is not None,
        rule_id=row["rule_id"],
        failures=row["failures"],
        first_attempt_at=maybe(moment, row["first_attempt_at"]),
        wake_at=moment(row["wake_at"]),
    )


def post_occurrence(row: Row) -> PostOccurrence:
    """Return a due post for its admins' list."""
    return PostOccurrence(
        post=rows.post(row),
        due_at=moment(row["due_at"]),
        nominal_date=date.fromisoformat(row["nominal_date"]),
        nominal_time=time_of_day(row["nominal_minute"]),
        failures=row["failures"],
        reason=row["reason"],
    )


def of_posts(
    guild_id: int, until: datetime, since: datetime
) -> Steps[tuple[tuple[PostOccurrence, ...], tuple[Ended, ...]]]:
    """Read a server's next posts, and count the outcomes of those due since."""
    coming = yield DUE_POSTS, (guild_id, seconds(until))
    ended = yield ENDED_POSTS, (guild_id, seconds(since))
    fates = (
        Ended(state=State(one["state"]), reason=one["reason"], times=one["times"]) for one in ended
    )
    return tuple(map(post_occurrence, coming)), tuple(fates)
