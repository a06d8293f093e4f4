"""Reading a member: everything that decides an answer, in one read."""

from datetime import datetime, timedelta

from bot.domain.facts.about_me import ToldHealth
from bot.domain.facts.kinds import TIP_KINDS
from bot.domain.facts.learned import Learning
from bot.domain.facts.member import Member
from bot.domain.facts.occurrences import TipOut
from bot.domain.facts.settings import (
    MOST_LEG_DAYS,
    MOST_RUNS,
    Kind,
    ReminderSettings,
    first_profile,
)
from bot.domain.facts.week import NO_PLAN
from bot.store.engine import rows
from bot.store.engine.conversions import maybe, moment, seconds
from bot.store.engine.database import Row, Statement, Steps, together
from bot.store.members import about_me, answers, learning
from bot.store.plans import plans, weeks
from bot.store.recurring import rules

RECENT_SESSIONS = 64
RECENT_RUNS = 64
RECENT_REPORTS = timedelta(days=30)
RECENT_MOST = 500  # reports of those days: more than anybody tells, and read in 3 ms
RECENT_TIPS = timedelta(days=8)  # as far back as a plan's caps may count

# With which of the tables below hold anything of theirs: most members have rows in few.
MEMBER = """
SELECT member_id, revision, last_command_at, consent_version, consent_at, zone, mass_unit,
    distance_unit, experience, runs_per_week, longest_run, age_band, wake_minute, bed_minute,
    quiet_start, quiet_end, quiet_said, leaning, bed_by_plan, locale, language_chosen, reminders_on,
    paused_until, dm_closed_at, dm_unshared,
    EXISTS (SELECT 1 FROM answers WHERE member_id = $1 LIMIT 1 OFFSET 2) AS knows_answers,
    EXISTS (SELECT 1 FROM runs WHERE member_id = $1) AS has_runs,
    EXISTS (SELECT 1 FROM reports WHERE member_id = $1) AS has_reports,
    EXISTS (SELECT 1 FROM learning WHERE member_id = $1) AS has_learning,
    EXISTS (SELECT 1 FROM reminder_preferences WHERE member_id = $1) AS has_preferences,
    EXISTS (SELECT 1 FROM rules WHERE member_id = $1) AS has_rules,
    EXISTS (SELECT 1 FROM about_me WHERE member_id = $1) AS has_about_me,
    EXISTS (SELECT 1 FROM plans WHERE member_id = $1) AS has_plan
FROM members WHERE member_id = $1
"""

LATEST_SESSIONS = rows.SESSIONS + "ORDER BY ended_at DESC, session_id DESC LIMIT $2"

COUNT_SESSIONS = "SELECT count(*) AS total FROM leg_sessions WHERE member_id = $1"

LATEST_RUNS = rows.RUNS + "ORDER BY ended_at DESC, run_id DESC LIMIT $2"

# Older than the rest, but standing until taken back: the latest word on pain, illness, stop signs.
RECENT_OR_STANDING = """
AND (reported_at >= $2 AND reported_at >= coalesce((
        SELECT reported_at FROM reports WHERE member_id = $1
        ORDER BY reported_at DESC LIMIT 1 OFFSET $3), 0)
    OR reported_at = (
        SELECT max(reported_at) FROM reports WHERE member_id = $1 AND pain IS NOT NULL)
    OR reported_at = (
        SELECT max(reported_at) FROM reports WHERE member_id = $1 AND illness IS NOT NULL)
    OR reported_at = (
        SELECT max(reported_at) FROM reports WHERE member_id = $1 AND stop_sign IS NOT NULL))
ORDER BY reported_at DESC
"""
REPORTS = rows.REPORTS + RECENT_OR_STANDING

PREFERENCES = """
SELECT kind, where_to, at_minute, days, guild_id FROM reminder_preferences WHERE member_id = $1
"""

PLAN_OUT = """
SELECT session_id, due_at, kind FROM reminders
WHERE member_id = $1 AND due_at >= $2 AND ordinal IS NOT NULL
    AND (state = 'sent' OR claimed_at IS NOT NULL)
ORDER BY due_at
"""


def context(
    member_id: int,
    guild_id: int | None,
    now: datetime,
    heard: str | None = None,
    *,
    whole: bool = False,
    tips: bool = False,
) -> Steps[tuple[Member, int | None]]:
    """Read a member, and when they last used a command (epoch seconds).

    With ``whole`` all their leg days and runs, not only the latest; with ``tips`` those that went
    out, too, which nothing looks at but a plan that will be kept. Of somebody new the units follow
    from the language that was ``heard`` of Discord.
    """
    most = MOST_LEG_DAYS if whole else RECENT_SESSIONS
    first = yield from together(
        member=(MEMBER, (member_id,)),
        sessions=(LATEST_SESSIONS, (member_id, most)),
        guild=None if guild_id is None else (rows.GUILD, (guild_id,)),
    )
    guild = None if guild_id is None else rows.settings_of(guild_id, first["guild"])
    if not first["member"]:
        return Member(member_id=member_id, guild=guild, profile=first_profile(heard)), None
    [found], sessions = first["member"], first["sessions"]
    row = dict(zip(found.keys(), found, strict=True))  # by name it is searched each time
    count = (yield COUNT_SESSIONS, (member_id,)) if len(sessions) == most else None
    since = seconds(now - RECENT_REPORTS)
    most_runs = MOST_RUNS if whole else RECENT_RUNS

    def if_any(column: str, sql: str, *values: int) -> Statement | None:
        return (sql, (member_id, *values)) if row[column] else None

    more = yield from together(
        runs=if_any("has_runs", LATEST_RUNS, most_runs),
        reports=if_any("has_reports", REPORTS, since, RECENT_MOST),
        learning=if_any("has_learning", learning.LEARNING),
        preferences=if_any("has_preferences", PREFERENCES),
        rules=if_any("has_rules", rules.OF_MEMBER),
        about_me=if_any("has_about_me", about_me.ABOUT_ME),
        plan=if_any("has_plan", plans.PLAN),
        items=if_any("has_plan", plans.ITEMS),
        weeks=if_any("has_plan", weeks.OF_MEMBER),
        answer=None if sessions else if_any("has_runs", answers.LATEST),
        out=if_any("reminders_on", PLAN_OUT, seconds(now - RECENT_TIPS)) if tips else None,
    )
    member = Member(
        member_id=member_id,
        revision=row["revision"],
        consent=rows.consent(row),
        profile=rows.profile(row),
        health=about_me.health(more["about_me"][0]) if more["about_me"] else ToldHealth(),
        reminders=reminder_settings(row, more["preferences"]),
        sessions=tuple(map(rows.leg_session, sessions)),
        session_count=len(sessions) if count is None else count[0]["total"],
        runs=tuple(map(rows.run, more["runs"])),
        learning=learning.learning(more["learning"][0]) if more["learning"] else Learning(),
        reports=tuple(map(rows.report, more["reports"])),
        rules=tuple(map(rules.rule, more["rules"])),
        week=plans.plan(more["plan"][0], more["items"]) if more["plan"] else NO_PLAN,
        kept_weeks=tuple(map(weeks.week, more["weeks"])),
        tips=tuple(tip_out(each) for each in more["out"] if each["kind"] in TIP_KINDS),
        guild=guild,
        dm_closed_at=maybe(moment, row["dm_closed_at"]),
        dm_unshared=bool(row["dm_unshared"]),
        knows_answers=bool(row["knows_answers"]),
        told_no_legs=any(answers.tells_no_legs(each["question"]) for each in more["answer"]),
    )
    return member, row["last_command_at"]


def tip_out(row: Row) -> TipOut:
    """Return the sent tip of a row."""
    return TipOut(session_id=row["session_id"], due_at=moment(row["due_at"]))


def reminder_settings(member: Row, preferences: list[Row]) -> ReminderSettings:
    """Return a member's reminder settings from their row and their preferences'."""
    return ReminderSettings(
        on=bool(member["reminders_on"]),
        paused_until=maybe(moment, member["paused_until"]),
        preferences={Kind(row["kind"]): rows.preference(row) for row in preferences},
    )
