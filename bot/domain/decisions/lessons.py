"""Learning from runs and check-ins: how fast a member's legs recover.

One lesson counts for each leg day and each day after it. A lesson is what was said against what was
expected at that moment, so it is drawn from the member as they stood then.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.decisions.known_of_member import as_of, question
from bot.domain.facts.learned import Learning, Occasion, Source
from bot.domain.facts.member import Member
from bot.domain.facts.training import Report, Run
from bot.domain.recovery.learning import (
    NotLearnt,
    Observation,
    from_comparison,
    from_felt,
    from_soreness,
    observe,
    unlearn,
)
from bot.domain.recovery.parameters import CHECK_IN_HOURS
from bot.domain.recovery.question import Question
from bot.domain.recovery.safety import symptoms_of


def from_run(member: Member, run: Run) -> Learning:
    """Return what is learnt from ``run``; ``member`` is without it."""
    start = run.ended_at - timedelta(minutes=run.minutes or 0)
    then, occasion = as_of(member, start), occasion_of(member, start)
    if run.felt is None or occasion is None:
        return member.learning
    return _learnt(then, from_felt(question(_blank(then, occasion), start), run.felt), occasion)


def without_run(member: Member, run: Run) -> Learning:
    """Return what is known once a run is removed: the last lesson goes if it came from there."""
    start = run.ended_at - timedelta(minutes=run.minutes or 0)
    occasion, last = occasion_of(member, start), member.learning.last
    if run.felt is None or occasion is None or last is None or last.source is not Source.FELT:
        return member.learning
    return _unlearnt(member.learning, occasion)


def from_report(member: Member, report: Report, now: datetime) -> Learning:
    """Return what is learnt from a check-in; ``member`` has the report among theirs.

    Pain that is no muscle ache, or illness, takes back what was learnt of that day.
    """
    occasion = occasion_of(member, now)
    if occasion is None:
        return member.learning
    asked = question(_blank(member, occasion), now)
    if symptoms_of(asked):
        return _unlearnt(member.learning, occasion)
    if report.felt is not None and _in_time(member, now):
        return _learnt(member, from_felt(asked, report.felt), occasion)
    if report.soreness is not None:
        return _learnt(member, from_soreness(asked, report.soreness), occasion)
    return member.learning


def from_answer(
    member: Member, now: datetime, told: Question | None = None, *, worse: bool
) -> Learning:
    """Return what is learnt from "feels worse" (or better) about an answer."""
    occasion = occasion_of(member, now)
    if occasion is None:
        return member.learning
    asked = question(_blank(member, occasion), now, told)
    return _learnt(member, from_comparison(asked, worse=worse), occasion)


def without_session(member: Member, session_id: int) -> Learning:
    """Return what is known once a leg day is removed: the last lesson goes if it was about it."""
    last = member.learning.last
    if last is None or last.occasion.session != session_id:
        return member.learning
    return _unlearnt(member.learning, last.occasion)


def occasion_of(member: Member, at: datetime) -> Occasion | None:
    """Return the leg day that a report at ``at`` is about, and the day after it by 24 hours."""
    past = [session for session in member.sessions if session.ended_at <= at]
    if not past:
        return None
    newest = max(past, key=lambda session: session.ended_at)
    return Occasion(session=newest.session_id, day=(at - newest.ended_at) // timedelta(days=1))


def _in_time(member: Member, now: datetime) -> bool:
    earliest, latest = CHECK_IN_HOURS
    hours = (now - max(session.ended_at for session in member.sessions)) / timedelta(hours=1)
    return earliest <= hours <= latest


def _blank(member: Member, occasion: Occasion) -> Member:
    """Return the member as they were before this occasion taught anything."""
    return member._replace(learning=_unlearnt(member.learning, occasion))


def _learnt(member: Member, found: Observation | NotLearnt, occasion: Occasion) -> Learning:
    if isinstance(found, NotLearnt):
        return member.learning
    return observe(member.learning, found, occasion)


def _unlearnt(learning: Learning, occasion: Occasion) -> Learning:
    return replace(unlearn(learning, occasion), on=learning.on)
