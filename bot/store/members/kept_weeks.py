"""Closing and lifting a member's weeks in the transaction of whatever else is written."""

from datetime import datetime, timedelta
from typing import Final

from bot.domain.facts.member import Change, Member
from bot.domain.facts.week import KeptWeek
from bot.domain.week.keeping import due, lifted
from bot.store.engine.database import Steps
from bot.store.members.context import context
from bot.store.plans import weeks

WEEK: Final = timedelta(days=7)
BESIDE: Final = timedelta(days=2)  # an entry meets a thing of a day beside it, in any zone
MOST_LIFTED: Final = 8  # weeks that one change counts anew, the latest: nobody waits for a year
FELT: Final = timedelta(days=11)  # for so long an entry may make rest the advice


def close_before(member: Member, now: datetime) -> Steps[None]:
    """Close the weeks that are over, as they are before a change of the member is written."""
    if member.week.since is not None:
        yield from weeks.close(member.member_id, due(member, member.kept_weeks, now))


def lift_after(member: Member, change: Change, now: datetime) -> Steps[None]:
    """Lift the closed weeks that a late entry reaches; a changed plan lifts none.

    What is reported is of now, when no week that it speaks of is closed.
    """
    moments = _written(change)
    if not any(_reaches(at, week) for at in moments for week in member.kept_weeks):
        return
    after, _ = yield from context(member.member_id, None, now)
    located = after._replace(guild=member.guild)
    late = [each for each in after.kept_weeks if any(_reaches(at, each) for at in moments)]
    yield from weeks.lift(member.member_id, lifted(located, late[-MOST_LIFTED:], now))


def _written(change: Change) -> set[datetime]:
    """Return when the entries ended that a change wrote, those of an import too."""
    moments = {each.ended_at for each in (change.session, change.run) if each is not None}
    if change.imported is not None:
        moments |= {each.ended_at for each in change.imported.sessions}
        moments |= {each.ended_at for each in change.imported.runs}
    return moments


def _reaches(at: datetime, week: KeptWeek) -> bool:
    """Tell whether an entry may count for a week, or make rest the advice in it."""
    day = at.date()
    return day - BESIDE < week.monday + WEEK and week.monday < day + FELT
