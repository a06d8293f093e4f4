"""The training diary: each day of some weeks, each week's load, soreness after leg days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from bot.domain.facts.training import Activity, LegSession, Report, Run, RunKind
from bot.domain.facts.week import KeptWeek
from bot.domain.reading import exercise_names, zones
from bot.domain.recovery.history import session_of
from bot.domain.recovery.load import grouped, load_of

SPANS = (4, 12, 52)  # weeks that can be looked at
USUAL = 12
REST_DAYS = 2  # after a leg day: hard running opens on the third
GENTLE = frozenset({RunKind.WALK, RunKind.EASY})
GENTLE_SPORTS = frozenset({Activity.RIDE, Activity.HIKE})
GENTLE_EFFORT = 4  # RPE, at most
DAY_AFTER = (timedelta(hours=18), timedelta(hours=24), timedelta(hours=36))  # from, about, until
TWO_DAYS_AFTER = (timedelta(hours=36), timedelta(hours=48), timedelta(hours=60))


@dataclass(frozen=True, slots=True, kw_only=True)
class Diary:
    """A member's entries of some weeks, in any order."""

    zone: str | None = None  # where their days begin
    sessions: tuple[LegSession, ...] = ()
    runs: tuple[Run, ...] = ()
    reports: tuple[Report, ...] = ()
    earlier: bool = False  # there are leg days before these
    kept_weeks: tuple[KeptWeek, ...] = ()  # all closed weeks of their plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day of the diary. ``rest``: within two days of legs, with nothing hard in it."""

    date: date
    legs: bool = False
    run: bool = False
    rest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sore:
    """Soreness 0-10 one and two days after a leg day, ``None`` where it was not told."""

    date: date
    day_after: int | None
    two_days_after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """Whole weeks from a Monday on; ``loads`` has one for each, 1 = an ordinary leg day."""

    monday: date
    today: date
    days: tuple[Day, ...]
    loads: tuple[float, ...]
    sore: tuple[Sore, ...]
    leg_days: int
    runs: int
    run_minutes: int
    to_rest: int  # days after legs that are over
    logged_before: bool  # a leg day before the first week, so that empty weeks count from there
    kept_weeks: tuple[KeptWeek, ...] = ()  # of the plan, in order


def since(weeks: int, now: datetime) -> datetime:
    """Return the moment from which entries are needed for so many weeks of statistics."""
    return now - timedelta(weeks=weeks, days=REST_DAYS + 1)


def stats_of(diary: Diary, weeks: int, now: datetime) -> Stats:
    """Return the statistics of the last so many weeks, this one included."""
    zone = UTC if diary.zone is None else zones.zone(diary.zone)
    today = now.astimezone(zone).date()
    monday = today - timedelta(days=today.weekday(), weeks=weeks - 1)

    def day_of(entry: LegSession | Run) -> date:
        return entry.ended_at.astimezone(zone).date()

    moved = [run for run in diary.runs if day_of(run) >= monday]
    runs = [run for run in moved if run.activity is Activity.RUN]
    trained = {day_of(session) for session in diary.sessions}
    ran = {day_of(run) for run in runs}
    hard = {day_of(run) for run in moved if not _is_gentle(run)}
    resting = {day + timedelta(days=after) for day in trained for after in range(1, REST_DAYS + 1)}
    resting = {day for day in resting if monday <= day < today} - trained
    bouts = [
        (ended, load)
        for ended, load in _bouts(diary.sessions, now)
        if ended.astimezone(zone).date() >= monday
    ]
    dates = [monday + timedelta(days=offset) for offset in range((today - monday).days + 1)]
    return Stats(
        monday=monday,
        today=today,
        days=tuple(
            Day(date=d, legs=d in trained, run=d in ran, rest=d in resting - hard) for d in dates
        ),
        loads=_loads(bouts, weeks, monday, zone),
        sore=tuple(_sores([ended for ended, _load in bouts], diary.reports, zone)),
        leg_days=len({day for day in trained if day >= monday}),
        runs=len(runs),
        run_minutes=sum(run.minutes or 0 for run in runs),
        to_rest=len(resting),
        logged_before=diary.earlier or any(day < monday for day in trained),
        kept_weeks=diary.kept_weeks,
    )


def _is_gentle(run: Run) -> bool:
    gentle = run.kind in GENTLE if run.activity is Activity.RUN else run.activity in GENTLE_SPORTS
    return gentle and (run.effort is None or run.effort <= GENTLE_EFFORT)


def _bouts(sessions: Sequence[LegSession], now: datetime) -> list[tuple[datetime, float]]:
    """Return each leg day's end and load, oldest first; entries close together are one."""

    def age(entry: LegSession) -> float:
        return (now - entry.ended_at) / timedelta(hours=1)

    found = []
    for group in grouped(sessions, age):
        load, _known = load_of(
            [session_of(each, age(each), exercise_names.demand) for each in group]
        )
        found.append((max(each.ended_at for each in group), load))
    return found


def _loads(
    bouts: Sequence[tuple[datetime, float]], weeks: int, monday: date, zone: tzinfo
) -> tuple[float, ...]:
    loads = [0.0] * weeks
    for ended, load in bouts:
        week = (ended.astimezone(zone).date() - monday).days // 7
        if week < weeks:  # an entry may end a minute ahead, in the week to come
            loads[week] += load
    return tuple(loads)


def _sores(ended: Sequence[datetime], reports: Sequence[Report], zone: tzinfo) -> Iterator[Sore]:
    """Return the soreness told after each leg day, until the next one."""
    for index, at in enumerate(ended):
        told = [
            (report.reported_at - at, report.soreness)
            for report in reports
            if report.soreness is not None
            and (index + 1 == len(ended) or report.reported_at < ended[index + 1])
        ]
        yield Sore(
            date=at.astimezone(zone).date(),
            day_after=_nearest(told, DAY_AFTER),
            two_days_after=_nearest(told, TWO_DAYS_AFTER),
        )


def _nearest(
    told: Sequence[tuple[timedelta, int]], span: tuple[timedelta, timedelta, timedelta]
) -> int | None:
    """Return the soreness told nearest to the middle of a span after leg day."""
    first, about, last = span
    within = [(abs(after - about), score) for after, score in told if first <= after < last]
    return min(within)[1] if within else None
