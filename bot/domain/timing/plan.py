"""The recovery plan after a leg session, by the sending rules of advice.md §2."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.facts.errors import BadInput
from bot.domain.facts.kinds import CLOCKS, PLANNED, RANKS, TIP_KINDS
from bot.domain.facts.member import Member
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.settings import Experience, Kind, Preference, Where
from bot.domain.facts.training import Illness, LegSession, Newness, PainType, Report
from bot.domain.timing.early_nights import early_nights, is_early_night
from bot.domain.timing.own_rules import comes_on, runs
from bot.domain.timing.windows import Ground, elapsed, foam_roll, next_session, sleep

TIPS_A_DAY = 2  # of a member, over all leg days and their own recurring reminders
TIPS_A_SESSION = 5
TOGETHER = timedelta(minutes=60)  # tips due within so much of each other come as one
LITTLE_SORE = 2  # of 10: not worth a foam roller
COMEBACK = timedelta(days=21)  # away for longer, and leg day is as good as new
HARDLY_SORE = 1  # of 10, twice running: recovered
SORE_FROM = timedelta(hours=6)  # after leg day; what is told before says nothing of it


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """What a member told that holds reminders back, and when; ``by`` is ``None`` for a danger sign.

    Lifted by a report that it has passed, a danger sign only by one that denies every sign.
    """

    since: datetime
    by: Illness | PainType | None = None


def plan(
    session: LegSession,
    *,
    member: Member,
    now: datetime,
    hard_open_at: datetime | None,
    zone: ZoneInfo | None,
    is_new: bool,
) -> tuple[PlannedReminder, ...]:
    """Plan the reminders after ``session``, by due time, none in quiet hours and none stale.

    Those due already are there so that what waits to be sent stays; none of them is added any more.
    ``ahead`` tells the others.

    ``session`` is the member's newest, for a newer leg day's plan replaces the older one's.
    ``hard_open_at`` is when a hard run opens, ``None`` where nobody can say or it never closed.
    ``is_new`` marks a first, new or comeback leg day. Without a zone, without opt-in or in poor
    health there is no plan.

    A kind that the member never set brings its default share (``Planned.unasked``): four messages
    at most, a first leg day's warning included. All of a kind comes once it was set.

    A wind-down before an early planned run comes however the legs are; it counts towards a day's
    cap, not towards leg day's.

    Check-ins are questions, not tips: no cap counts them. They end once the legs are recovered.
    What other leg days have sent, and the member's own recurring reminders, count towards a day's
    cap: those always come, so the plan makes room.

    A later plan from the same facts holds the same occurrences at the same moments, less those that
    are stale: caps count what was due, not what is left.
    """
    settings = member.reminders
    if zone is None or not settings.on or _held(session.ended_at, member.reports) is not None:
        return ()
    ground = Ground(session=session, member=member, zone=zone)
    wished = [*next_session(ground, hard_open_at, _share(ground, Kind.NEXT_SESSION))]
    wished += [*_tips(ground), *early_nights(ground)]
    if is_new:
        wished += elapsed(ground, Kind.FIRST_TIMER, _share(ground, Kind.FIRST_TIMER))
    kept = _together(_capped(wished, ground), ground)
    if not is_recovered(session, member.reports):
        kept += elapsed(ground, Kind.CHECKIN, _share(ground, Kind.CHECKIN))
    resumes = settings.paused_until
    left = [
        each for each in kept if each.stale_at > now and not (resumes and each.due_at < resumes)
    ]
    return tuple(sorted(left, key=lambda reminder: (reminder.due_at, reminder.kind)))


def is_new(member: Member) -> bool:
    """Tell whether the newest leg day is the first, unaccustomed, or a comeback.

    A beginner's first one here is taken for the first ever (recovery-model §3.4).
    """
    newest, *before = member.sessions
    if newest.new_exercise:
        return True
    if newest.newness is not None:
        return newest.newness is not Newness.REGULAR
    if before:
        return newest.ended_at - before[0].ended_at > COMEBACK
    return member.profile.experience is Experience.NEW


def ahead(planned: Iterable[PlannedReminder], now: datetime) -> tuple[PlannedReminder, ...]:
    """Return the part of a plan still to come, this very moment included."""
    return tuple(reminder for reminder in planned if reminder.due_at >= now)


def check_preference(kind: Kind, preference: Preference) -> None:
    """Refuse a time of day at which ``kind`` never comes.

    Raises:
        BadInput: ``reminder_time_outside_window`` with kind, start and end.
    """
    window = CLOCKS.get(kind)
    if window is not None and preference.at is not None and not window.has(preference.at):
        raise BadInput(
            "reminder_time_outside_window", kind=kind, start=window.start, end=window.end
        )


def is_recovered(session: LegSession, reports: Sequence[Report]) -> bool:
    """Tell whether the last two scores since leg day say that the legs are hardly sore.

    Soreness comes late, so a score of the first hours is none of them.
    """
    believed = session.ended_at + SORE_FROM
    since = (report for report in reports if report.reported_at >= believed)
    scores = [report.soreness for report in since if report.soreness is not None][:2]
    return len(scores) == 2 and max(scores) <= HARDLY_SORE


def health_first(*, stop_sign: bool | None, illness: Illness | None, pain: PainType | None) -> bool:
    """Tell whether health outranks the tips: a danger sign on record, or illness or pain since."""
    return (
        stop_sign is True
        or illness not in {None, Illness.NONE}
        or pain not in {None, PainType.NONE, PainType.MUSCLE_ACHE}
    )


def held_back(member: Member) -> HeldBack | None:
    """Return what holds the member's reminders back, ``None`` where nothing does.

    Without a leg day only a danger sign does.
    """
    since = member.sessions[0].ended_at if member.sessions else None
    return _held(since, member.reports)


def _held(ended_at: datetime | None, reports: Sequence[Report]) -> HeldBack | None:
    since = [one for one in reports if ended_at is not None and one.reported_at >= ended_at]
    sign = _latest(reports, lambda report: report.stop_sign)
    if sign is not None and health_first(stop_sign=sign.stop_sign, illness=None, pain=None):
        return HeldBack(since=sign.reported_at)
    ill = _latest(since, lambda report: report.illness)
    if ill is not None and health_first(stop_sign=None, illness=ill.illness, pain=None):
        return HeldBack(since=ill.reported_at, by=ill.illness)
    hurt = _latest(since, lambda report: report.pain)
    if hurt is not None and health_first(stop_sign=None, illness=None, pain=hurt.pain):
        return HeldBack(since=hurt.reported_at, by=hurt.pain)
    return None


def _share(ground: Ground, kind: Kind) -> int | None:
    """Return how many of a kind come at most: of one that was never set the default share."""
    if not ground.member.reminders.asked(kind):
        return PLANNED[kind].unasked
    return 0 if ground.preference(kind).where is Where.OFF else None


def _tips(ground: Ground) -> Iterator[PlannedReminder]:
    """Yield tips for sore legs; none once they are not, no roller for legs that hardly are.

    Water nobody asked for stands in for a wind-down whose time was past when leg day ended. Never
    where the member set the wind-down: to turn one reminder off brings no other.
    """
    if is_recovered(ground.session, ground.member.reports):
        return
    asked = ground.member.reminders.asked
    wind_downs = list(sleep(ground, _share(ground, Kind.SLEEP)))
    yield from wind_downs
    stands_in = not wind_downs and not asked(Kind.SLEEP) and not asked(Kind.HYDRATE)
    yield from elapsed(ground, Kind.HYDRATE, 1 if stands_in else _share(ground, Kind.HYDRATE))
    ended = ground.session.ended_at
    since = (report for report in ground.member.reports if report.reported_at >= ended)
    soreness = [report.soreness for report in since if report.soreness is not None]
    if not soreness or soreness[0] > LITTLE_SORE:
        yield from foam_roll(ground, _share(ground, Kind.FOAM_ROLL))


def _capped(reminders: Iterable[PlannedReminder], ground: Ground) -> list[PlannedReminder]:
    kept: list[PlannedReminder] = []
    days, of_leg_day = _told_by_others(ground), 0
    by_priority = sorted(reminders, key=lambda one: (RANKS[one.kind], one.due_at))
    for reminder in by_priority:
        day = ground.day_of(reminder.due_at)
        counts = not is_early_night(reminder.kind, reminder.ordinal)
        enough = counts and of_leg_day >= TIPS_A_SESSION
        full = enough or days[day] + _own(ground, day) >= TIPS_A_DAY
        if reminder.kind is Kind.FIRST_TIMER or not full:
            days[day] += 1
            of_leg_day += counts
            kept.append(reminder)
    return kept


def _told_by_others(ground: Ground) -> Counter[date]:
    """Count, by date, the tips that other leg days have sent."""
    others = (tip for tip in ground.member.tips if tip.session_id != ground.session.session_id)
    return Counter(ground.day_of(tip.due_at) for tip in others)


def _own(ground: Ground, day: date) -> int:
    """Count the member's own reminders of a date that are tips."""
    return sum(
        rule.kind in TIP_KINDS and runs(rule) and comes_on(rule, day, ground.quiet)
        for rule in ground.member.rules
    )


def _together(tips: Iterable[PlannedReminder], ground: Ground) -> list[PlannedReminder]:
    """Move a tip to the next one of its evening, so that both come at one moment.

    It waits an hour at most, where it keeps so long and nobody wished its time; what warns of
    danger never waits.
    """
    waiting = sorted(tips, key=lambda one: (one.due_at, one.kind), reverse=True)
    settled: list[PlannedReminder] = []
    for tip in waiting:
        later = settled[-1] if settled else tip
        settled.append(tip._replace(due_at=later.due_at) if _may_wait(tip, later, ground) else tip)
    return settled


def _may_wait(tip: PlannedReminder, later: PlannedReminder, ground: Ground) -> bool:
    return (
        later.due_at - tip.due_at <= TOGETHER
        and Kind.FIRST_TIMER not in {tip.kind, later.kind}
        and (tip.where, tip.guild_id) == (later.where, later.guild_id)
        and ground.preference(tip.kind).at is None
        and later.due_at < tip.stale_at
        and ground.day_of(later.due_at) == ground.day_of(tip.due_at)
    )


def _latest(newest_first: Iterable[Report], said: Callable[[Report], object]) -> Report | None:
    """Return the newest report that says something of what ``said`` reads."""
    return next((report for report in newest_first if said(report) is not None), None)
