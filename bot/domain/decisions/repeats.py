"""Entries that may be one entry sent twice: only the member knows, so they are asked.

Where an answer is lost, people send the same once more. An entry's id is Discord's and holds the
moment at which it was sent.
"""

from datetime import datetime, timedelta
from typing import Final

from bot.domain.facts.errors import SameAgain
from bot.domain.facts.member import Member
from bot.domain.facts.training import LegSession, Run

SENT_AGAIN: Final = timedelta(minutes=10)  # sent and ended this near, equal entries may be one
SAME_SESSION: Final = timedelta(hours=3)  # leg days that end this near may be one
SAME_RUN: Final = timedelta(minutes=1)  # runs that end this near may be one

_ID_BITS: Final = 22  # of a Discord id; the milliseconds it was made at stand above them


def ask_about_session(member: Member, new: LegSession) -> None:
    """Ask about a leg day that may be one the member has logged.

    The same interaction come again is the same entry, and nothing to ask about.

    Raises:
        SameAgain: ``leg_day_again`` for an equal one just sent, ``leg_day_near`` for one that
            ended within three hours.
    """
    near = [old for old in member.sessions if abs(old.ended_at - new.ended_at) < SAME_SESSION]
    if any(old.session_id == new.session_id for old in member.sessions) or not near:
        return
    for old in near:
        # How used to it they were is told on the answer to the first, so it is never sent again.
        same = old._replace(session_id=new.session_id, ended_at=new.ended_at, newness=new.newness)
        if new == same and _is_near(old.session_id, old.ended_at, new.session_id, new.ended_at):
            raise SameAgain("leg_day_again", entry=old.session_id, at=old.ended_at)
    closest = min(near, key=lambda old: abs(old.ended_at - new.ended_at))
    raise SameAgain("leg_day_near", entry=closest.session_id, at=closest.ended_at)


def ask_about_run(member: Member, new: Run) -> None:
    """Ask about a run that may be one the member has logged.

    Raises:
        SameAgain: ``run_again`` for an equal one just sent; how the legs felt may have been told
            since. ``run_near`` for one that ended within a minute.
    """
    if any(old.run_id == new.run_id for old in member.runs):
        return
    for old in member.runs:
        same = old._replace(run_id=new.run_id, ended_at=new.ended_at, felt=new.felt)
        if new == same and _is_near(old.run_id, old.ended_at, new.run_id, new.ended_at):
            raise SameAgain("run_again", entry=old.run_id, at=old.ended_at)
        if abs(new.ended_at - old.ended_at) < SAME_RUN:
            raise SameAgain("run_near", entry=old.run_id, at=old.ended_at)


def _is_near(old: int, old_end: datetime, new: int, new_end: datetime) -> bool:
    between = timedelta(milliseconds=(new >> _ID_BITS) - (old >> _ID_BITS))
    return abs(between) < SENT_AGAIN and abs(new_end - old_end) < SENT_AGAIN
