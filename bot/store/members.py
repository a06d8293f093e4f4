"""Members: everything that decides an answer in one read, every change in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from bot.clock import Clock
from bot.domain.member import Change, Member
from bot.domain.settings import Kind, ReminderSettings
from bot.domain.training import LegSession
from bot.store import plan, rows
from bot.store.database import Database, Row, Steps, Value
from bot.store.errors import StoreContended
from bot.store.guilds import GUILD
from bot.store.personal import delete_member, export_member, purge_closed, silent_members
from bot.store.rows import maybe, moment, seconds

T = TypeVar("T")

RECENT_SESSIONS = 64
RECENT_REPORTS = timedelta(days=30)
RETENTION = timedelta(days=730)  # after a member's last command
KEEP_CLOSED = timedelta(days=90)  # reminders that were sent, skipped, cancelled or given up
TOUCH_EVERY = timedelta(days=1)
TRIES = 8

MEMBER = """
SELECT member_id, revision, last_command_at, consent_version, consent_at, zone, mass_unit,
    distance_unit, experience, runs_per_week, longest_run, age_band, wake_minute, bed_minute,
    quiet_start, quiet_end, leaning, reminders_on, paused_until
FROM members WHERE member_id = $1
"""

LATEST_SESSIONS = """
SELECT member_id, ended_at, session_id, effort, minutes, focus, exercises, new_exercise, newness,
    note
FROM leg_sessions WHERE member_id = $1
ORDER BY ended_at DESC, session_id DESC LIMIT $2
"""

SESSIONS_BEFORE = """
SELECT member_id, ended_at, session_id, effort, minutes, focus, exercises, new_exercise, newness,
    note
FROM leg_sessions WHERE member_id = $1 AND (ended_at, session_id) < ($3, $4)
ORDER BY ended_at DESC, session_id DESC LIMIT $2
"""

SESSION = """
SELECT member_id, ended_at, session_id, effort, minutes, focus, exercises, new_exercise, newness,
    note
FROM leg_sessions WHERE member_id = $1 AND session_id = $2
"""

COUNT_SESSIONS = "SELECT count(*) AS sessions FROM leg_sessions WHERE member_id = $1"

# Older than the rest, but standing until taken back: the latest word on pain, illness, stop signs.
REPORTS = """
SELECT reported_at, soreness, pain, sleep, illness, alcohol, painkiller_before, stop_sign
FROM reports WHERE member_id = $1 AND (reported_at >= $2
    OR reported_at = (
        SELECT max(reported_at) FROM reports WHERE member_id = $1 AND pain IS NOT NULL)
    OR reported_at = (
        SELECT max(reported_at) FROM reports WHERE member_id = $1 AND illness IS NOT NULL)
    OR reported_at = (
        SELECT max(reported_at) FROM reports WHERE member_id = $1 AND stop_sign IS NOT NULL))
ORDER BY reported_at DESC
"""

PREFERENCES = """
SELECT kind, where_to, at_minute, days, guild_id FROM reminder_preferences WHERE member_id = $1
"""

ADD_MEMBER = """
INSERT INTO members (
    member_id, revision, created_at, last_command_at, consent_version, consent_at, zone, mass_unit,
    distance_unit, experience, runs_per_week, longest_run, age_band, wake_minute, bed_minute,
    quiet_start, quiet_end, leaning, reminders_on, paused_until
) VALUES (
    $1, $2 + 1, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
ON CONFLICT (member_id) DO NOTHING
RETURNING revision
"""

CHANGE_MEMBER = """
UPDATE members SET revision = $2 + 1, last_command_at = $3, consent_version = $4, consent_at = $5,
    zone = $6, mass_unit = $7, distance_unit = $8, experience = $9, runs_per_week = $10,
    longest_run = $11, age_band = $12, wake_minute = $13, bed_minute = $14, quiet_start = $15,
    quiet_end = $16, leaning = $17, reminders_on = $18, paused_until = $19
WHERE member_id = $1 AND revision = $2
RETURNING revision
"""

REOPEN_DM = (
    "UPDATE members SET dm_closed_at = NULL WHERE member_id = $1 AND dm_closed_at IS NOT NULL"
)

PUT_SESSION = """
INSERT INTO leg_sessions (
    member_id, ended_at, session_id, effort, minutes, focus, exercises, new_exercise, newness, note
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (member_id, session_id) DO UPDATE SET
    ended_at = excluded.ended_at, effort = excluded.effort, minutes = excluded.minutes,
    focus = excluded.focus, exercises = excluded.exercises, new_exercise = excluded.new_exercise,
    newness = excluded.newness, note = excluded.note
"""

REMOVE_SESSION = "DELETE FROM leg_sessions WHERE member_id = $1 AND session_id = $2"

# Two reports of one second are one: what is said later wins, what is not said stays.
PUT_REPORT = """
INSERT INTO reports (
    member_id, reported_at, soreness, pain, sleep, illness, alcohol, painkiller_before, stop_sign
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (member_id, reported_at) DO UPDATE SET
    soreness = coalesce(excluded.soreness, reports.soreness),
    pain = coalesce(excluded.pain, reports.pain),
    sleep = coalesce(excluded.sleep, reports.sleep),
    illness = coalesce(excluded.illness, reports.illness),
    alcohol = coalesce(excluded.alcohol, reports.alcohol),
    painkiller_before = coalesce(excluded.painkiller_before, reports.painkiller_before),
    stop_sign = coalesce(excluded.stop_sign, reports.stop_sign)
"""

DROP_PREFERENCES = "DELETE FROM reminder_preferences WHERE member_id = $1"

ADD_PREFERENCE = """
INSERT INTO reminder_preferences (member_id, kind, where_to, at_minute, days, guild_id)
VALUES ($1, $2, $3, $4, $5, $6)
"""

TOUCH = "UPDATE members SET last_command_at = $2 WHERE member_id = $1 AND last_command_at < $2"

DM_CLOSED = "SELECT dm_closed_at FROM members WHERE member_id = $1"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPage:
    """A page of sessions, newest first; ``total`` counts all of them on every page."""

    sessions: tuple[LegSession, ...]
    total: int

    @property
    def cursor(self) -> tuple[datetime, int] | None:
        """What to ask the next page with; ``None`` for an empty page."""
        return (self.sessions[-1].ended_at, self.sessions[-1].session_id) if self.sessions else None


class Members:
    """The members' side of the store. A member without a row is a member with nothing said yet."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._untouched: set[int] = (
            set()
        )  # seen by context() more than a day after their last write

    async def context(self, member_id: int, guild_id: int | None) -> Member:
        """Return all that decides an answer to the member, in one hop."""
        now = self._clock.now()
        member, last_command_at = await self._database.read(context(member_id, guild_id, now))
        if last_command_at is not None and last_command_at <= seconds(now - TOUCH_EVERY):
            self._untouched.add(member_id)
        return member

    async def save(self, member: Member, change: Change, *, now: datetime) -> bool:
        """Keep a change decided on ``member`` as it was read, in one hop.

        Returns:
            Whether it was kept. ``False``: the member was changed meanwhile, nothing is written.
        """
        kept = await self._database.transact(save(member, change, now))
        self._untouched.discard(member.member_id)
        return kept

    async def revise(
        self,
        member_id: int,
        guild_id: int | None,
        *,
        now: datetime,
        decide: Callable[[Member], tuple[Change, T]],
    ) -> T:
        """Read, decide, keep; decide again when the member was changed in between. Two hops.

        ``decide`` is pure: it may be called again. With an empty change nothing is written.

        Raises:
            StoreContended: the member kept changing.
        """
        for _ in range(TRIES):
            member = await self.context(member_id, guild_id)
            change, result = decide(member)
            if change == Change() or await self.save(member, change, now=now):
                return result
        raise StoreContended(f"member {member_id} changed {TRIES} times while a change was decided")

    async def touch(self, member_id: int, now: datetime) -> None:
        """Note that the member is still there (retention); costs a hop at most once a day."""
        if member_id in self._untouched:
            self._untouched.discard(member_id)
            await self._database.execute(TOUCH, member_id, seconds(now))

    async def session(self, member_id: int, session_id: int) -> LegSession | None:
        """Return one of the member's own sessions."""
        row = await self._database.fetchrow(SESSION, member_id, session_id)
        return maybe(rows.leg_session, row)

    async def history(
        self, member_id: int, *, before: tuple[datetime, int] | None = None, limit: int
    ) -> SessionPage:
        """Return a page of the member's sessions, those before the cursor of another page."""
        return await self._database.read(history(member_id, before, limit))

    async def find_sessions(self, member_id: int, limit: int = 25) -> tuple[LegSession, ...]:
        """Return the member's latest sessions, for a list to choose from."""
        found = await self._database.fetch(LATEST_SESSIONS, member_id, limit)
        return tuple(map(rows.leg_session, found))

    async def dm_closed_at(self, member_id: int) -> datetime | None:
        """Return when Discord refused a DM to the member, until they set reminders on again."""
        row = await self._database.fetchrow(DM_CLOSED, member_id)
        return None if row is None else maybe(moment, row["dm_closed_at"])

    async def export(self, member_id: int) -> dict[str, list[dict[str, object]]]:
        """Return everything that is held on the member, by table, in plain JSON types."""
        return await self._database.read(export_member(member_id))

    async def delete(self, member_id: int) -> dict[str, int]:
        """Delete everything held on the member, from the files too; return rows by table."""
        counts = await self._database.transact(delete_member(member_id))
        self._untouched.discard(member_id)
        await self._database.erase()
        return counts

    async def purge(self, now: datetime) -> int:
        """Delete members silent for 24 months and reminders long closed; count the members."""
        gone = await self._database.read(silent_members(now - RETENTION))
        for member_id in gone:
            await self._database.transact(delete_member(member_id, silent_since=now - RETENTION))
        closed = await self._database.transact(purge_closed(now - KEEP_CLOSED))
        if gone or closed:
            await self._database.erase()
        return len(gone)


def context(
    member_id: int, guild_id: int | None, now: datetime
) -> Steps[tuple[Member, int | None]]:
    """Read a member, and when they last used a command (epoch seconds)."""
    guild_rows = [] if guild_id is None else (yield GUILD, (guild_id,))
    guild = rows.guild_settings(guild_rows[0]) if guild_rows else None
    found = yield MEMBER, (member_id,)
    if not found:
        return Member(member_id=member_id, guild=guild), None
    row = found[0]
    sessions = yield LATEST_SESSIONS, (member_id, RECENT_SESSIONS)
    count = len(sessions)
    if count == RECENT_SESSIONS:
        count = (yield COUNT_SESSIONS, (member_id,))[0]["sessions"]
    reports = yield REPORTS, (member_id, seconds(now - RECENT_REPORTS))
    preferences = yield PREFERENCES, (member_id,)
    member = Member(
        member_id=member_id,
        revision=row["revision"],
        consent=rows.consent(row),
        profile=rows.profile(row),
        reminders=reminder_settings(row, preferences),
        sessions=tuple(map(rows.leg_session, sessions)),
        session_count=count,
        reports=tuple(map(rows.report, reports)),
        guild=guild,
    )
    return member, row["last_command_at"]


def reminder_settings(member: Row, preferences: list[Row]) -> ReminderSettings:
    """Return a member's reminder settings from their row and their preferences'."""
    return ReminderSettings(
        on=bool(member["reminders_on"]),
        paused_until=maybe(moment, member["paused_until"]),
        preferences={Kind(row["kind"]): rows.preference(row) for row in preferences},
    )


def save(member: Member, change: Change, now: datetime) -> Steps[bool]:
    """Write a change if the member is still as it was read."""
    member_id = member.member_id
    statement = CHANGE_MEMBER if member.revision else ADD_MEMBER
    if not (yield statement, member_values(member, change, now)):
        return False
    if change.reminders is not None:
        yield from put_reminder_settings(member_id, change.reminders)
    if change.removed_session is not None:
        yield REMOVE_SESSION, (member_id, change.removed_session)
        yield from plan.forget_session(member_id, change.removed_session)
    if change.session is not None:
        yield PUT_SESSION, rows.session_values(member_id, change.session)
    if change.report is not None:
        yield PUT_REPORT, rows.report_values(member_id, change.report)
    if change.plan is not None:
        yield from plan.replace_plan(member_id, change.plan, now)
    return True


def member_values(member: Member, change: Change, now: datetime) -> tuple[Value, ...]:
    """Return the columns of a member's row after a change: $1 to $19."""
    consent = change.consent or member.consent
    reminders = change.reminders or member.reminders
    return (
        member.member_id,
        member.revision,
        seconds(now),
        None if consent is None else consent.version,
        None if consent is None else seconds(consent.given_at),
        *rows.profile_values(change.profile or member.profile),
        int(reminders.on),
        maybe(seconds, reminders.paused_until),
    )


def put_reminder_settings(member_id: int, reminders: ReminderSettings) -> Steps[None]:
    """Replace a member's preferences; with reminders on, their DMs are tried again."""
    if reminders.on:
        yield REOPEN_DM, (member_id,)
    yield DROP_PREFERENCES, (member_id,)
    for kind, choice in reminders.preferences.items():
        at, days = maybe(rows.minute, choice.at), rows.mask(choice.days)
        yield ADD_PREFERENCE, (member_id, kind, choice.where, at, days, choice.guild_id)


def history(member_id: int, before: tuple[datetime, int] | None, limit: int) -> Steps[SessionPage]:
    """Read a page of sessions and count them all."""
    if before is None:
        found = yield LATEST_SESSIONS, (member_id, limit)
    else:
        at, session_id = before
        found = yield SESSIONS_BEFORE, (member_id, limit, seconds(at), session_id)
    total = (yield COUNT_SESSIONS, (member_id,))[0]["sessions"]
    return SessionPage(sessions=tuple(map(rows.leg_session, found)), total=total)
