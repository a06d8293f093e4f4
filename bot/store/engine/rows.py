"""Conversions between rows and domain objects, the same for every engine."""

import json
from collections.abc import Sequence
from functools import cache, lru_cache

from bot.domain.facts.settings import (
    AgeBand,
    Consent,
    DistanceUnit,
    Experience,
    GuildSettings,
    Kind,
    Leaning,
    MassUnit,
    Post,
    Preference,
    Profile,
    QuietHours,
    Where,
)
from bot.domain.facts.training import (
    Activity,
    Alcohol,
    ExerciseSet,
    Focus,
    Illness,
    LegSession,
    Newness,
    PainType,
    Region,
    Report,
    Run,
    RunKind,
)
from bot.store.engine.conversions import mask, maybe, minute, moment, seconds, time_of_day, weekdays
from bot.store.engine.database import Row, Value

GUILD = """
SELECT guild_id, channel_id, zone, quiet_start, quiet_end, posts_on, channel_reminders_on,
    channel_broken, group_on, member_rolls_on, together_goal, locale
FROM guilds WHERE guild_id = $1
"""

# Columns in the order of the tables: rows of these are read by position.
SESSIONS = """
SELECT member_id, ended_at, session_id, effort, minutes, focus, exercises, new_exercise, newness,
    note, import_id
FROM leg_sessions WHERE member_id = $1
"""
ADD_SESSION = """
INSERT INTO leg_sessions (
    member_id, ended_at, session_id, effort, minutes, focus, exercises, new_exercise, newness, note,
    import_id
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
"""
RUNS = """
SELECT member_id, ended_at, run_id, kind, minutes, distance_km, effort, felt, activity,
    descent, import_id
FROM runs WHERE member_id = $1
"""
ADD_RUN = """
INSERT INTO runs (
    member_id, ended_at, run_id, kind, minutes, distance_km, effort, felt, activity, descent,
    import_id
) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
"""
REPORTS = """
SELECT reported_at, soreness, pain, sleep, illness, alcohol, painkiller_before, stop_sign,
    region, felt
FROM reports WHERE member_id = $1
"""

_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_focus, _run_kind, _activity = cache(Focus), cache(RunKind), cache(Activity)  # read by the dozen
_mass_unit, _distance_unit = cache(MassUnit), cache(DistanceUnit)
kind, where = cache(Kind), cache(Where)


def session_values(member_id: int, session: LegSession) -> tuple[Value, ...]:
    """Return a session's columns, in the order of the table."""
    return (
        member_id,
        seconds(session.ended_at),
        session.session_id,
        session.effort,
        session.minutes,
        session.focus,
        exercises_text(session.exercises),
        int(session.new_exercise),
        session.newness,
        session.note,
        session.import_id,
    )


def exercises_text(exercises: tuple[ExerciseSet, ...]) -> str:
    """Return exercises as JSON, without what was not said."""
    lines = [zip(line._fields, line, strict=True) for line in exercises]
    return _compact([{name: value for name, value in line if value is not None} for line in lines])


def leg_session(row: Row) -> LegSession:
    """Return the session of a row with the table's columns in order.

    64 of these are read for every answer: by position, which is half the price of by name.
    """
    _, ended_at, session_id, effort, minutes, focus, text, new, newness, note, brought = row
    return LegSession(
        session_id=session_id,
        ended_at=moment(ended_at),
        effort=effort,
        minutes=minutes,
        focus=_focus(focus),
        exercises=exercises(text),
        new_exercise=new == 1,
        newness=None if newness is None else Newness(newness),
        note=note,
        import_id=brought,
    )


@lru_cache(maxsize=4_096)  # the same sessions are read again and again
def exercises(text: str) -> tuple[ExerciseSet, ...]:
    """Return the exercises of their JSON."""
    return tuple(
        ExerciseSet(**{**line, "load_unit": maybe(MassUnit, line.get("load_unit"))})
        for line in json.loads(text)
    )


def run_values(member_id: int, run: Run) -> tuple[Value, ...]:
    """Return a run's columns, in the order of the table."""
    return (
        member_id,
        seconds(run.ended_at),
        run.run_id,
        run.kind,
        run.minutes,
        run.distance_km,
        run.effort,
        run.felt,
        run.activity,
        run.descent,
        run.import_id,
    )


def run(row: Row) -> Run:
    """Return the run of a row with the table's columns in order."""
    _, ended_at, run_id, kind, minutes, km, effort, felt, activity, descent, brought = row
    return Run(
        run_id=run_id,
        ended_at=moment(ended_at),
        kind=_run_kind(kind),
        minutes=minutes,
        distance_km=km,
        effort=effort,
        felt=felt,
        activity=_activity(activity),
        descent=descent,
        import_id=brought,
    )


def report_values(member_id: int, report: Report) -> tuple[Value, ...]:
    """Return a report's columns, in the order of the table."""
    return (
        member_id,
        seconds(report.reported_at),
        report.soreness,
        report.pain,
        report.sleep,
        report.illness,
        report.alcohol,
        report.painkiller_before,
        maybe(int, report.stop_sign),
        report.region,
        report.felt,
    )


def report(row: Row) -> Report:
    """Return the report of a row."""
    return Report(
        reported_at=moment(row["reported_at"]),
        soreness=row["soreness"],
        pain=maybe(PainType, row["pain"]),
        sleep=row["sleep"],
        illness=maybe(Illness, row["illness"]),
        alcohol=maybe(Alcohol, row["alcohol"]),
        painkiller_before=row["painkiller_before"],
        stop_sign=maybe(bool, row["stop_sign"]),
        region=maybe(Region, row["region"]),
        felt=row["felt"],
    )


def consent(row: Row) -> Consent | None:
    """Return the consent of a member's row, if they gave it."""
    if row["consent_version"] is None:
        return None
    return Consent(version=row["consent_version"], given_at=moment(row["consent_at"]))


def profile_values(profile: Profile, heard: str | None = None) -> tuple[Value, ...]:
    """Return a profile's columns, in the order of the members table.

    ``heard`` is the language that Discord said last: what is kept where none is chosen.
    """
    return (
        profile.zone,
        profile.mass_unit,
        profile.distance_unit,
        profile.experience,
        profile.runs_per_week,
        profile.longest_run,
        profile.age_band,
        maybe(minute, profile.wake),
        maybe(minute, profile.bed),
        minute(profile.quiet.start),
        minute(profile.quiet.end),
        int(profile.quiet_said),
        profile.leaning,
        int(profile.bed_by_plan),
        profile.language or heard,
        int(profile.language is not None),
    )


def profile(row: Row) -> Profile:
    """Return the profile of a member's row."""
    return Profile(
        zone=row["zone"],
        mass_unit=_mass_unit(row["mass_unit"]),
        distance_unit=_distance_unit(row["distance_unit"]),
        experience=maybe(Experience, row["experience"]),
        runs_per_week=row["runs_per_week"],
        longest_run=row["longest_run"],
        age_band=maybe(AgeBand, row["age_band"]),
        wake=maybe(time_of_day, row["wake_minute"]),
        bed=maybe(time_of_day, row["bed_minute"]),
        quiet=quiet(row),
        quiet_said=bool(row["quiet_said"]),
        leaning=maybe(Leaning, row["leaning"]),
        bed_by_plan=bool(row["bed_by_plan"]),
        language=row["locale"] if row["language_chosen"] else None,
    )


def quiet(row: Row) -> QuietHours:
    """Return the quiet hours of a member's or server's row."""
    return QuietHours(start=time_of_day(row["quiet_start"]), end=time_of_day(row["quiet_end"]))


def preference(row: Row) -> Preference:
    """Return how one kind of reminder comes."""
    return Preference(
        where=Where(row["where_to"]),
        at=maybe(time_of_day, row["at_minute"]),
        days=weekdays(row["days"]),
        guild_id=row["guild_id"],
    )


def settings_of(guild_id: int, found: Sequence[Row]) -> GuildSettings:
    """Return a server's settings from its row, the defaults where it has none."""
    return guild_settings(found[0]) if found else GuildSettings(guild_id=guild_id)


def guild_settings(row: Row) -> GuildSettings:
    """Return the settings of a server's row."""
    return GuildSettings(
        guild_id=row["guild_id"],
        channel_id=row["channel_id"],
        zone=row["zone"],
        quiet=quiet(row),
        posts_on=bool(row["posts_on"]),
        channel_reminders_on=bool(row["channel_reminders_on"]),
        channel_broken=row["channel_broken"],
        group_on=bool(row["group_on"]),
        member_rolls_on=bool(row["member_rolls_on"]),
        together_goal=row["together_goal"],
        locale=row["locale"],
    )


def post_values(post: Post) -> tuple[Value, ...]:
    """Return a post's columns, in the order of the table."""
    return (
        post.guild_id,
        post.post_id,
        post.channel_id,
        post.kind,
        minute(post.at),
        post.zone,
        mask(post.days),
        post.text,
        post.role_id,
        int(post.paused),
        post.broken,
        int(post.spread),
        int(post.follows),
        int(post.unpinged),
    )


def post(row: Row) -> Post:
    """Return the post of a row."""
    return Post(
        post_id=row["post_id"],
        guild_id=row["guild_id"],
        channel_id=row["channel_id"],
        kind=Kind(row["kind"]),
        at=time_of_day(row["at_minute"]),
        zone=row["zone"],
        days=weekdays(row["days"]),
        text=row["text"],
        role_id=row["role_id"],
        paused=bool(row["paused"]),
        broken=row["broken"],
        spread=bool(row["spread"]),
        follows=bool(row["follows"]),
        unpinged=bool(row["unpinged"]),
    )
