"""When running opens after a member's newest leg day, and the recovery plan that follows.

Whatever changes what they told computes both anew.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.decisions import known_of_member
from bot.domain.facts.member import Member
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.reading import zones
from bot.domain.recovery.answer import Clearance, Gate
from bot.domain.recovery.assess import assess
from bot.domain.recovery.eta import Window, condition_for, windows_of
from bot.domain.recovery.fatigue import legs_of
from bot.domain.recovery.gates import holds_of
from bot.domain.recovery.question import Question
from bot.domain.recovery.safety import bad_value, care_of
from bot.domain.timing import plan

ENDS = (Clearance.EASY, Clearance.HARD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """All that a confirmation and a plan need of the answer: in how many hours a class opens."""

    easy: Window
    hard: Window


def replan(member: Member, now: datetime) -> tuple[PlannedReminder, ...]:
    """Return the recovery plan of the newest leg day, which replaces the older ones' plans."""
    if not member.sessions:
        return ()
    return plan_by(member, opening(known_of_member.question(member, now)), now)


def replan_if_timed(member: Member, now: datetime) -> tuple[PlannedReminder, ...] | None:
    """Return the plan to keep for a member: ``None``, which leaves it, where no zone is known."""
    return if_timed(member, replan(member, now))


def opening(asked: Question) -> Opening:
    """Return what ``assess`` says of when each class opens, at a fifth of its price.

    The danger questions are put beside it; the hours are those of who denies them.
    """
    if care_of(asked) is None and bad_value(asked) is None:
        legs = legs_of(asked)
        if not legs.never_logged:
            denied = Gate.DANGER_QUESTIONS
            holds = tuple(hold for hold in holds_of(legs) if hold.gate is not denied)
            stuck = {target: condition_for(target, holds) for target in ENDS}
            easy, hard = windows_of(legs, holds, stuck)
            return Opening(easy=easy, hard=hard)
    eta = assess(asked).eta
    return Opening(easy=eta.easy, hard=eta.hard)


def plan_by(member: Member, answer: Opening, now: datetime) -> tuple[PlannedReminder, ...]:
    """Return the plan after the newest leg day, by when running opens."""
    newest = member.sessions[0]
    hard = answer.hard
    return plan.plan(
        newest,
        member=member,
        now=now,
        hard_open_at=None if hard is None or not hard[1] else now + timedelta(hours=hard[1]),
        zone=zones.zone_of(member),
        is_new=plan.is_new(member),
    )


def if_timed(
    member: Member, planned: tuple[PlannedReminder, ...]
) -> tuple[PlannedReminder, ...] | None:
    """Leave what is planned where the zone it was planned in, a server's, is not known here."""
    return None if member.zone is None else planned
