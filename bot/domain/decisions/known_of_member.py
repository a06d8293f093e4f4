"""A member's log, profile and reports as the question that the model answers.

Runs that nobody logged are not known, so only somebody who has logged some can be known to have run
none lately (``recovery-model`` §3.6). Nor are leg days: somebody who logs runs alone is asked about
them until they say that there are none.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.domain.decisions.answer_token import LONG_AGO
from bot.domain.facts.about_me import Condition, ToldHealth
from bot.domain.facts.member import Member
from bot.domain.facts.settings import AgeBand, Experience, Profile
from bot.domain.facts.training import Activity, Report, Run, RunKind
from bot.domain.reading import exercise_names
from bot.domain.recovery import question as asked
from bot.domain.recovery.circumstances import AboutMe
from bot.domain.recovery.history import question_of
from bot.domain.recovery.learning import learned_of
from bot.domain.recovery.parameters import OLD_RUN
from bot.domain.recovery.question import Question

# The middle of each band, for a model that knows three steps of either.
MONTHS: Final = {Experience.NEW: 1.5, Experience.SOME: 12.0, Experience.LONG: 36.0}
YEARS: Final = {
    AgeBand.UNDER_18: 16.0,
    AgeBand.ADULT: 30.0,
    AgeBand.MIDDLE: 50.0,
    AgeBand.OLDER: 65.0,
}
BASE: Final = timedelta(days=30)
SHORTEST_LOG: Final = timedelta(days=7)  # a log shorter than this is taken for a week's
PACE: Final = 6.0  # min/km of a run whose minutes were not said
# The middle of what each kind is run at (recovery-model §3.7), for a run whose effort was not said.
EFFORTS: Final = {
    RunKind.WALK: 1.5,
    RunKind.EASY: 2.5,
    RunKind.STEADY: 4.5,
    RunKind.LONG: 4.5,
    RunKind.TEMPO: 7.5,
    RunKind.INTERVALS: 7.5,
    RunKind.SPRINTS: 7.5,
    RunKind.HILLS: 7.5,
    RunKind.DOWNHILL: 7.5,
    RunKind.RACE: 9.0,
}
SPORT_EFFORTS: Final = {
    Activity.RIDE: 4.5,
    Activity.HIKE: 3.0,
    Activity.SKI: 5.0,
    Activity.MATCH: 7.5,
    Activity.CLASS: 6.0,
}


def question(member: Member, now: datetime, told: Question | None = None) -> Question:
    """Return the model's question from log and profile, on top of ``told``."""
    base = told or Question()
    if base.leg_sessions is None and _logs_runs_alone(member, now):
        base = base._replace(leg_sessions=(asked.PastSession(hours_ago=LONG_AGO),))
    if (telling := _telling(member.runs, now)) is not member.runs:
        member = member._replace(runs=telling)
    base = base._replace(
        profile=with_base(said(member.profile), member.runs, now),
        recent_runs=_together(base.recent_runs, recent_runs(member, now)),
        learned=learned_of(member.learning),
        about_me=about_me(member.health, now),
    )
    return question_of(
        member.sessions,
        member.reports,
        base,
        now=now,
        total_sessions=member.session_count,
        demand=exercise_names.demand,
    )


def _logs_runs_alone(member: Member, now: datetime) -> bool:
    """Tell whether somebody said that they have no leg days, and has logged runs alone since."""
    lately = any(now - run.ended_at <= BASE for run in member.runs)
    return member.told_no_legs and not member.session_count and lately


def said(profile: Profile) -> asked.AskedProfile:
    """Return a profile in the model's terms."""
    return asked.AskedProfile(
        lifting_months=None if profile.experience is None else MONTHS[profile.experience],
        runs_per_week=profile.runs_per_week,
        longest_run=profile.longest_run,
        age=None if profile.age_band is None else YEARS[profile.age_band],
    )


def about_me(health: ToldHealth, now: datetime) -> AboutMe:
    """Return what was told of somebody's health in the model's terms."""
    if not health.is_told:
        return AboutMe()
    return AboutMe(
        pregnant=Condition.PREGNANT in health.conditions,
        weeks_since_birth=health.weeks_since_birth(now),
        heart_or_kidney=Condition.HEART_OR_KIDNEY in health.conditions,
        statin=Condition.STATIN in health.conditions,
        recent_injection=Condition.RECENT_INJECTION in health.conditions,
        physio_plan=Condition.PHYSIO_PLAN in health.conditions,
        healing_place=health.healing_place,
    )


def as_of(member: Member, at: datetime) -> Member:
    """Return a member with the entries they had at an earlier moment."""
    sessions = tuple(each for each in member.sessions if each.ended_at <= at)
    return member._replace(
        sessions=sessions,
        session_count=member.session_count - len(member.sessions) + len(sessions),
        runs=tuple(each for each in member.runs if each.ended_at <= at),
        reports=tuple(each for each in member.reports if each.reported_at <= at),
    )


def with_report(member: Member, report: Report | None) -> Member:
    """Return a member with one report more."""
    if report is None:
        return member
    reports = sorted((report, *member.reports), key=lambda each: each.reported_at, reverse=True)
    return member._replace(reports=tuple(reports))


def with_base(
    profile: asked.AskedProfile, runs: Sequence[Run], now: datetime
) -> asked.AskedProfile:
    """Return a profile with its running base: the larger of what was told and what was logged."""
    ran = [run for run in runs if run.is_running]
    if not ran:
        return profile
    recent = [run for run in ran if now - run.ended_at <= BASE]
    longest = max((_minutes(run) or 0.0 for run in recent), default=0.0)
    logged_for = max(SHORTEST_LOG, min(BASE, now - min(run.ended_at for run in ran)))
    rate = len(recent) / (logged_for / timedelta(days=7))
    return replace(
        profile,
        longest_run=_larger(profile.longest_run, longest if longest or not recent else None),
        runs_per_week=_larger(profile.runs_per_week, rate),
    )


def _telling(runs: tuple[Run, ...], now: datetime) -> tuple[Run, ...]:
    """Return the runs that say something of the last month, too.

    An import says nothing of the days after its last run: who brought in nothing else, and none of
    the last month, may have run since or not.
    """
    if all(each.import_id is not None and now - each.ended_at > BASE for each in runs):
        return ()
    return runs


def _together(
    told: tuple[asked.PastRun, ...] | None, logged: tuple[asked.PastRun, ...] | None
) -> tuple[asked.PastRun, ...] | None:
    return logged if told is None else (*told, *(logged or ()))


def recent_runs(member: Member, now: datetime) -> tuple[asked.PastRun, ...] | None:
    """Return the runs that may still be felt, ``None`` where none was ever logged."""
    runs = member.runs
    if not runs:
        return None
    return tuple(
        asked.PastRun(
            hours_ago=hours,
            minutes=_minutes(run),
            srpe=run.effort or SPORT_EFFORTS.get(run.activity, EFFORTS[run.kind]),
            walk=run.activity is Activity.RUN and run.kind is RunKind.WALK,
            race=run.activity is Activity.RUN and run.kind is RunKind.RACE,
            longest_before=_longest_before(run, member),
            activity=run.activity,
            descent=run.descent,
        )
        for run in runs
        if (hours := max(0.0, (now - run.ended_at) / timedelta(hours=1))) <= OLD_RUN
    )


def _longest_before(run: Run, member: Member) -> float:
    """The longest run of the month before one, by log and profile; 0 where neither knows any."""
    before = (
        _minutes(each) or 0.0
        for each in member.runs
        if each.is_running and run.ended_at - BASE <= each.ended_at < run.ended_at
    )
    return max((member.profile.longest_run or 0.0, *before))


def _minutes(run: Run) -> float | None:
    """The minutes of an entry; a distance tells them of a run alone, for no other pace is known."""
    if run.minutes is None and run.distance_km is not None and run.activity is Activity.RUN:
        return run.distance_km * PACE
    return run.minutes


def _larger(said: float | None, logged: float | None) -> float | None:
    return max((each for each in (said, logged) if each is not None), default=None)
