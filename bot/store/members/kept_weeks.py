"""Closing and lifting a member's weeks in the transaction of whatever else is written."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.domain.facts.member import Change, Member
from bot.domain.facts.training import OLDEST_ENTRY
from bot.domain.week.keeping import due, lifted
from bot.store.engine.database import Steps
from bot.store.members.context import context
from bot.store.plans import weeks

REACH: Final = OLDEST_ENTRY + timedelta(days=8)  # a late entry counts for weeks as far back


def close_before(member: Member, now: datetime) -> Steps[None]:
    """Close the weeks that are over, as they are before a change of the member is written."""
    if member.week.since is None:
        return
    yield from weeks.close(member.member_id, due(member, member.kept_weeks, now))


def lift_after(member: Member, change: Change, now: datetime) -> Steps[None]:
    """Lift closed weeks by entries that a change wrote; a changed plan lifts none."""
    written = (change.session, change.run, change.report)
    if member.week.since is None or written == (None, None, None):
        return
    first = (now - REACH).date()
    if not any(each.monday >= first for each in member.kept_weeks):
        return
    after, _ = yield from context(member.member_id, None, now)
    located = replace(after, guild=member.guild)
    recent = [each for each in after.kept_weeks if each.monday >= first]
    yield from weeks.lift(member.member_id, lifted(located, recent, now))
