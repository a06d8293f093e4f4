"""Deciding about a member within one read or one transaction of the store."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TypeVar

from bot.domain.facts.errors import NotFound
from bot.domain.facts.member import NO_CHANGE, Change, Member
from bot.domain.facts.upcoming import ListsReminders
from bot.store.engine.database import Steps, think
from bot.store.members.changes import REOPEN_DM, save
from bot.store.members.context import RECENT_RUNS, context
from bot.store.reminders.upcoming import upcoming

T = TypeVar("T")
Decide = Callable[[Member], tuple[Change, T]]


def revise(
    member_id: int,
    guild_id: int | None,
    now: datetime,
    decide: Decide[T],
    heard: str | None = None,
    *,
    whole: bool = False,
) -> Steps[tuple[Change, T]]:
    """Read a member, decide, and write what was decided; return that and the result.

    What is not found among the latest leg days and runs is looked for among all. ``heard`` is the
    language in which Discord shows itself to the member.
    """
    member, _ = yield from context(member_id, guild_id, now, heard, whole=whole, tips=True)
    if is_met_again(member, guild_id):
        yield REOPEN_DM, (member_id,)
        member = met_again(member)
    try:
        change, result = yield from think(partial(decide, member))
    except NotFound:
        if whole or not has_older(member):
            raise
        return (yield from revise(member_id, guild_id, now, decide, heard, whole=True))
    if change != NO_CHANGE:
        yield from save(member, change, now, heard)
    return change, (yield from as_kept(member_id, result, now))


def as_kept(member_id: int, result: T, now: datetime) -> Steps[T]:
    """Return a decision's result with the reminders that are now kept, where it lists any."""
    if isinstance(result, ListsReminders):
        return result.as_kept((yield from upcoming(member_id, now)))
    return result


def decided_on(
    member_id: int,
    guild_id: int | None,
    now: datetime,
    decide: Decide[T],
    heard: str | None = None,
    *,
    whole: bool = False,
) -> Steps[tuple[tuple[Change, T] | None, int | None]]:
    """Read a member and decide; also when they last used a command (epoch seconds).

    Nothing is decided where reading them is not enough, for there is something to write. What is
    not found among the latest leg days and runs is looked for among all.
    """
    member, last_command_at = yield from context(member_id, guild_id, now, heard, whole=whole)
    if is_met_again(member, guild_id):
        return None, last_command_at
    try:
        change, result = yield from think(partial(decide, member))
    except NotFound:
        if whole or not has_older(member):
            raise
        return (yield from decided_on(member_id, guild_id, now, decide, heard, whole=True))
    if change == NO_CHANGE:
        result = yield from as_kept(member_id, result, now)
    return (change, result), last_command_at


def has_older(member: Member) -> bool:
    """Tell whether a member may have leg days or runs older than the latest that were read."""
    return member.session_count > len(member.sessions) or len(member.runs) >= RECENT_RUNS


def is_met_again(member: Member, guild_id: int | None) -> bool:
    """Tell whether a member whose DMs stopped for want of a shared server now is in one."""
    return member.dm_unshared and guild_id is not None


def met_again(member: Member) -> Member:
    """Return the member with their DMs open again."""
    return member._replace(dm_closed_at=None, dm_unshared=False)
