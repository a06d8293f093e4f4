"""Personal data over all tables: export, deletion, retention.

A test lists the tables of the schema: one with a ``member_id`` that is missing here fails it.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import partial

from bot.domain.facts.settings import MassUnit
from bot.domain.reading.exercises import load_text
from bot.store.engine import rows
from bot.store.engine.conversions import moment, seconds
from bot.store.engine.database import Database, Row, Steps
from bot.store.engine.paging import FIRST, PAGE
from bot.store.groups.memberships import (
    MARK_DIGESTS_EVERYWHERE,
    MARK_EVERYWHERE,
    WITHDRAW_EVERYWHERE,
)
from bot.store.members.answers import unpacked
from bot.store.servers import post_counts

Tables = Mapping[str, list[Row]]

EXPORT = {
    "members": """
SELECT member_id, revision, created_at, last_command_at, consent_version, consent_at, zone,
    mass_unit, distance_unit, experience, runs_per_week, longest_run, age_band, wake_minute,
    bed_minute, quiet_start, quiet_end, quiet_said, leaning, bed_by_plan, reminders_on,
    paused_until, dm_channel_id, dm_closed_at, dm_unshared, locale, language_chosen
FROM members WHERE member_id = $1
""",
    "leg_sessions": rows.SESSIONS + "ORDER BY ended_at",
    "runs": rows.RUNS + "ORDER BY ended_at",
    "imports": """
SELECT member_id, import_id, source, made_at, leg_days, runs
FROM imports WHERE member_id = $1 ORDER BY import_id
""",
    "reports": """
SELECT member_id, reported_at, soreness, pain, sleep, illness, alcohol, painkiller_before,
    stop_sign, region, felt
FROM reports WHERE member_id = $1 ORDER BY reported_at
""",
    "learning": """
SELECT member_id, is_on, theta, variance, logs, last_session, last_day, last_source, last_theta,
    last_variance
FROM learning WHERE member_id = $1
""",
    "about_me": """
SELECT member_id, agreed_at, pregnant, heart_or_kidney, statin, recent_injection, physio_plan,
    born_at, healing_place
FROM about_me WHERE member_id = $1
""",
    "answers": """
SELECT member_id, asked_at, answer_id, model, question, clearance, reply
FROM answers WHERE member_id = $1 ORDER BY asked_at
""",
    "reminder_preferences": """
SELECT member_id, kind, where_to, at_minute, days, guild_id
FROM reminder_preferences WHERE member_id = $1 ORDER BY kind
""",
    "member_notices": """
SELECT member_id, reason FROM member_notices WHERE member_id = $1 ORDER BY reason
""",
    "group_members": """
SELECT member_id, guild_id, joined_at, consent_version, seen_at, board_since, board_band
FROM group_members WHERE member_id = $1 ORDER BY guild_id
""",
    "roll_answers": """
SELECT member_id, roll_id, answer, answered_at
FROM roll_answers WHERE member_id = $1 ORDER BY answered_at
""",
    "post_planners": """
SELECT member_id, post_id, untold FROM post_planners WHERE member_id = $1 ORDER BY post_id
""",
    "plans": "SELECT member_id, since, paused_from, paused_until FROM plans WHERE member_id = $1",
    "plan_items": """
SELECT member_id, item_id, what, days, at_minute, minutes, effort, once_on
FROM plan_items WHERE member_id = $1 ORDER BY at_minute, item_id
""",
    "plan_weeks": """
SELECT member_id, monday, planned, met, rested, state
FROM plan_weeks WHERE member_id = $1 ORDER BY monday
""",
    "rules": """
SELECT member_id, rule_id, kind, at_minute, zone, days, until_date, where_to, guild_id, paused,
    broken
FROM rules WHERE member_id = $1 ORDER BY at_minute, rule_id
""",
    "reminders": """
SELECT reminder_id, member_id, guild_id, session_id, post_id, rule_id, kind, ordinal,
    nominal_date, nominal_minute, snoozed_from, due_at, stale_at, where_to, state, reason, wake_at,
    claimed_at, attempts, first_attempt_at, variant, channel_id, message_id, sent_at, done_at,
    delivery_id, failures
FROM reminders WHERE member_id = $1 ORDER BY due_at
""",
}

COUNT = {
    table: f"SELECT count(*) AS held FROM {table} WHERE member_id = $1"  # noqa: S608 (our own names)
    for table in EXPORT
}

# Roll calls that somebody asked for are everybody's: they stay, without who asked.
EXPORT["rolls"] = """
SELECT asked_by AS member_id, roll_id, guild_id, channel_id, message_id, kind, text, opened_at,
    closes_at, closed_at
FROM rolls WHERE asked_by = $1 ORDER BY opened_at
"""
COUNT["rolls"] = "SELECT count(*) AS held FROM rolls WHERE asked_by = $1"

# Children first, so that each table's count is its own.
CHILDREN_FIRST = (
    *("roll_answers", "group_members", "reminders", "rules", "member_notices", "post_planners"),
    *("reminder_preferences", "plan_weeks", "plan_items", "plans", "about_me", "answers"),
    *("learning", "reports", "runs", "leg_sessions", "imports", "members"),
)
DELETE = {
    "rolls": "UPDATE rolls SET asked_by = NULL WHERE asked_by = $1 RETURNING roll_id",
    **{
        table: f"DELETE FROM {table} WHERE member_id = $1 RETURNING member_id"  # noqa: S608 (our own names)
        for table in CHILDREN_FIRST
    },
}

SILENT = """
SELECT member_id FROM members WHERE last_command_at < $1 AND member_id > $2
ORDER BY member_id LIMIT $3
"""
STILL_SILENT = "SELECT member_id FROM members WHERE member_id = $1 AND last_command_at < $2"

PURGE_CLOSED = """
DELETE FROM reminders WHERE reminder_id IN (
    SELECT reminder_id FROM reminders WHERE state <> 'open' AND due_at < $1 AND reminder_id > $2
    ORDER BY reminder_id LIMIT $3)
RETURNING reminder_id AS id
"""

PURGE_DELIVERIES = """
DELETE FROM deliveries WHERE delivery_id IN (
    SELECT delivery_id FROM deliveries WHERE made_at < $1 AND delivery_id > $2 AND NOT EXISTS (
        SELECT 1 FROM reminders WHERE reminders.delivery_id = deliveries.delivery_id)
    ORDER BY delivery_id LIMIT $3)
RETURNING delivery_id AS id
"""


def rows_of_member(member_id: int) -> Steps[dict[str, list[Row]]]:
    """Read every table's rows of a member."""
    tables = {}
    for table, statement in EXPORT.items():
        tables[table] = yield statement, (member_id,)
    return tables


def count_rows(member_id: int) -> Steps[dict[str, int]]:
    """Count every table's rows of a member."""
    counts = {}
    for table, statement in COUNT.items():
        counts[table] = (yield statement, (member_id,))[0]["held"]
    return counts


def readable_tables(tables: Tables) -> dict[str, list[dict[str, object]]]:
    """Return a member's rows in plain JSON types; moments as ISO 8601 in UTC."""
    return {
        table: [{name: readable(name, row[name]) for name in row.keys()} for row in found]  # noqa: SIM118 (a row is no dict)
        for table, found in tables.items()
    }


def readable(column: str, value: object) -> object:
    """Return a value as text for its owner."""
    if isinstance(value, int) and column.endswith(("_at", "_until")):
        return moment(value).isoformat()
    if isinstance(value, str) and column == "exercises":
        return [_with_load(line) for line in json.loads(value)]
    if isinstance(value, str) and column == "question":
        return unpacked(value)
    return value


def _with_load(line: dict[str, object]) -> dict[str, object]:
    """Return an exercise with its load as it was typed too, where that is known."""
    load_kg, unit = line.get("load_kg"), line.get("load_unit")
    if not isinstance(load_kg, float | int) or not isinstance(unit, str):
        return line
    return {**line, "load": load_text(load_kg, MassUnit(unit))}


def delete_member(member_id: int, *, silent_since: datetime | None = None) -> Steps[dict[str, int]]:
    """Delete a member's rows in every table; with ``silent_since`` only if still silent."""
    if silent_since is not None and not (yield STILL_SILENT, (member_id, seconds(silent_since))):
        return {}
    yield MARK_EVERYWHERE, (member_id,)
    yield WITHDRAW_EVERYWHERE, (member_id,)
    yield MARK_DIGESTS_EVERYWHERE, (member_id,)
    counts = {}
    for table, statement in DELETE.items():
        counts[table] = len((yield statement, (member_id,)))
    yield from post_counts.forget(member_id)
    return counts


async def purge_closed(database: Database, before: datetime) -> int:
    """Delete closed reminders that were due before, and what they left as; return how many."""
    purged = await _purge(database, PURGE_CLOSED, before)
    await _purge(database, PURGE_DELIVERIES, before)
    return purged


async def _purge(database: Database, sql: str, before: datetime) -> int:
    purged, after = 0, FIRST
    while gone := await database.transact(partial(_gone, sql, before, after)):
        purged += len(gone)
        after = max(gone)
        if len(gone) < PAGE:
            break
    return purged


def _gone(sql: str, before: datetime, after: int) -> Steps[list[int]]:
    """Delete a page of what is older; return its ids."""
    return [row["id"] for row in (yield sql, (seconds(before), after, PAGE))]
