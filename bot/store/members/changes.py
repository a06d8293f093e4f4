"""Writing a member's change as a whole."""

from datetime import datetime

from bot.domain.facts.errors import NotFound
from bot.domain.facts.member import Change, Member
from bot.domain.facts.permissions import DMS_CLOSED, DMS_UNSHARED
from bot.domain.facts.settings import Kind, Preference, ReminderSettings
from bot.store.engine import rows
from bot.store.engine.conversions import mask, maybe, minute, seconds
from bot.store.engine.database import Many, Statement, Steps, Value
from bot.store.members import about_me, answers, imports, kept_weeks, learning
from bot.store.members.trimming import MOST, trim
from bot.store.plans import plans
from bot.store.recurring import rules
from bot.store.reminders import member_notices, plan
from bot.store.reminders.acts import DONE
from bot.store.reminders.claims import CANCEL_DMS, CLOSE_DM, UNSHARE_DM

ADD_MEMBER = """
INSERT INTO members (
    member_id, revision, created_at, last_command_at, consent_version, consent_at, zone, mass_unit,
    distance_unit, experience, runs_per_week, longest_run, age_band, wake_minute, bed_minute,
    quiet_start, quiet_end, quiet_said, leaning, bed_by_plan, locale, language_chosen, reminders_on,
    paused_until
) VALUES (
    $1, CAST($2 AS BIGINT) + 1, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
    $17, $18, $19, $20, $21, $22, $23)
"""

# No revision is NULL: where it is another than was read, the whole transaction is undone.
CHANGE_MEMBER = """
UPDATE members SET revision = CASE WHEN revision = $2 THEN revision + 1 END, last_command_at = $3,
    consent_version = $4, consent_at = $5, zone = $6, mass_unit = $7, distance_unit = $8,
    experience = $9, runs_per_week = $10, longest_run = $11, age_band = $12, wake_minute = $13,
    bed_minute = $14, quiet_start = $15, quiet_end = $16, quiet_said = $17, leaning = $18,
    bed_by_plan = $19,
    locale = coalesce($20, locale), language_chosen = $21, reminders_on = $22, paused_until = $23
WHERE member_id = $1
"""

# What is logged moves three columns of the member's row.
REVISE_MEMBER = """
UPDATE members SET revision = CASE WHEN revision = $2 THEN revision + 1 END, last_command_at = $3,
    locale = CASE WHEN language_chosen = 1 THEN locale ELSE coalesce($4, locale) END
WHERE member_id = $1
"""

REOPEN_DM = """
UPDATE members SET dm_closed_at = NULL, dm_unshared = 0
WHERE member_id = $1 AND dm_closed_at IS NOT NULL
"""

SESSION_AGAIN = """
ON CONFLICT (member_id, session_id) DO UPDATE SET
    ended_at = excluded.ended_at, effort = excluded.effort, minutes = excluded.minutes,
    focus = excluded.focus, exercises = excluded.exercises, new_exercise = excluded.new_exercise,
    newness = excluded.newness, note = excluded.note, import_id = excluded.import_id
"""
PUT_SESSION = rows.ADD_SESSION + SESSION_AGAIN

REMOVE_SESSION = "DELETE FROM leg_sessions WHERE member_id = $1 AND session_id = $2"

RUN_AGAIN = """
ON CONFLICT (member_id, run_id) DO UPDATE SET
    ended_at = excluded.ended_at, kind = excluded.kind, minutes = excluded.minutes,
    distance_km = excluded.distance_km, effort = excluded.effort, felt = excluded.felt,
    activity = excluded.activity, descent = excluded.descent, import_id = excluded.import_id
"""
PUT_RUN = rows.ADD_RUN + RUN_AGAIN

REMOVE_RUN = "DELETE FROM runs WHERE member_id = $1 AND run_id = $2"

# Two reports of one second are one: what is said later wins, what is not said stays.
PUT_REPORT = """
INSERT INTO reports (
    member_id, reported_at, soreness, pain, sleep, illness, alcohol, painkiller_before, stop_sign,
    region, felt
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT (member_id, reported_at) DO UPDATE SET
    soreness = coalesce(excluded.soreness, reports.soreness),
    pain = coalesce(excluded.pain, reports.pain),
    sleep = coalesce(excluded.sleep, reports.sleep),
    illness = coalesce(excluded.illness, reports.illness),
    alcohol = coalesce(excluded.alcohol, reports.alcohol),
    painkiller_before = coalesce(excluded.painkiller_before, reports.painkiller_before),
    stop_sign = coalesce(excluded.stop_sign, reports.stop_sign),
    region = coalesce(excluded.region, reports.region),
    felt = coalesce(excluded.felt, reports.felt)
"""

DROP_PREFERENCES = "DELETE FROM reminder_preferences WHERE member_id = $1"

ADD_PREFERENCE = """
INSERT INTO reminder_preferences (member_id, kind, where_to, at_minute, days, guild_id)
VALUES ($1, $2, $3, $4, $5, $6)
"""


def save(member: Member, change: Change, now: datetime, heard: str | None = None) -> Steps[None]:
    """Write a change of a member who was read in the same transaction.

    ``heard`` is the language in which Discord shows itself to them, where that was said.

    Raises:
        NotFound: the reminder it answers is somebody else's, or gone; nothing is written.
        StoreConflict: they changed since, however that came; nothing is written.
    """
    member_id = member.member_id
    yield revised(member, change, now, heard)
    if change.done_reminder is not None and not (
        yield DONE, (member_id, change.done_reminder, seconds(now))
    ):
        raise NotFound("reminder_gone")
    yield from kept_weeks.close_before(member, now)
    yield from put_dms(member_id, change, now)
    if change.reminders is not None:
        yield from put_preferences(member_id, change.reminders)
    yield from put_entries(member, change)
    yield from kept_weeks.lift_after(member, change, now)
    if change.plan is not None:
        yield from plan.replace_plan(member_id, change.plan, now)
        yield trim("reminders", member_id)
    for rule_id in change.removed_rules:
        yield from rules.remove(member_id, rule_id)
    for planned in change.rules:
        yield from rules.put(planned, now)
    if change.answer is not None:
        yield answers.add(member_id, change.answer)
        yield trim("answers", member_id)


def revised(member: Member, change: Change, now: datetime, heard: str | None = None) -> Statement:
    """Return the statement that writes the member's row; its revision has to be the one read."""
    if not member.revision:
        return ADD_MEMBER, member_values(member, change, now, heard)
    if change.consent or change.profile or change.reminders:
        return CHANGE_MEMBER, member_values(member, change, now, heard)
    return REVISE_MEMBER, (member.member_id, member.revision, seconds(now), heard)


def put_dms(member_id: int, change: Change, now: datetime) -> Steps[None]:
    """Write whether a member's DMs are open, where the change says anything about it.

    A notice that they were closed is over then: they are tried again, or the answer says it.
    """
    if change.dms_open is not None or (change.reminders is not None and change.reminders.on):
        for reason in (DMS_CLOSED, DMS_UNSHARED):
            yield from member_notices.forget(member_id, reason)
    if change.dms_unshared:
        yield UNSHARE_DM, (member_id, seconds(now))
    elif change.dms_open is False:
        yield CLOSE_DM, (member_id, seconds(now))
        yield CANCEL_DMS, (member_id,)
    elif change.dms_open or (change.reminders is not None and change.reminders.on):
        yield REOPEN_DM, (member_id,)


def put_entries(member: Member, change: Change) -> Steps[None]:
    """Insert a member's new entries and delete the removed ones."""
    member_id = member.member_id
    if change.removed_session is not None:
        yield REMOVE_SESSION, (member_id, change.removed_session)
        yield from plan.forget_session(member_id, change.removed_session)
    if change.session is not None:
        yield PUT_SESSION, rows.session_values(member_id, change.session)
        if member.session_count >= MOST["leg_sessions"]:  # else there is nothing beyond it
            yield trim("leg_sessions", member_id)
    if change.removed_run is not None:
        yield REMOVE_RUN, (member_id, change.removed_run)
    if change.run is not None:
        yield PUT_RUN, rows.run_values(member_id, change.run)
        yield trim("runs", member_id)
    yield from _put_import(member_id, change)
    if change.report is not None:
        yield PUT_REPORT, rows.report_values(member_id, change.report)
        yield trim("reports", member_id)
    if change.health is not None:
        yield about_me.put(member_id, change.health)
    if change.week is not None:
        yield from plans.put(member_id, change.week)
    if change.learning is not None:
        yield learning.PUT_LEARNING, learning.learning_values(member_id, change.learning)


def _put_import(member_id: int, change: Change) -> Steps[None]:
    if change.removed_import is not None:
        yield from imports.remove(member_id, change.removed_import)
    if change.imported is not None:
        yield from imports.put(member_id, change.imported)


def member_values(
    member: Member, change: Change, now: datetime, heard: str | None = None
) -> tuple[Value, ...]:
    """Return the columns of a member's row after a change: $1 to $23."""
    consent = change.consent or member.consent
    reminders = change.reminders or member.reminders
    return (
        member.member_id,
        member.revision,
        seconds(now),
        None if consent is None else consent.version,
        None if consent is None else seconds(consent.given_at),
        *rows.profile_values(change.profile or member.profile, heard),
        int(reminders.on),
        maybe(seconds, reminders.paused_until),
    )


def put_preferences(member_id: int, reminders: ReminderSettings) -> Steps[None]:
    """Replace a member's preferences."""
    yield DROP_PREFERENCES, (member_id,)
    chosen = reminders.preferences.items()
    yield Many(ADD_PREFERENCE, [preference_values(member_id, *one) for one in chosen])


def preference_values(member_id: int, kind: Kind, choice: Preference) -> tuple[Value, ...]:
    """Return a preference's columns, in the order of the table."""
    at, days = maybe(minute, choice.at), mask(choice.days)
    return member_id, kind, choice.where, at, days, choice.guild_id
