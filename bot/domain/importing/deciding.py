"""Adding what is in a file to a member's log, and undoing it; each decision a change and a result.

What is brought in teaches nothing about how fast somebody recovers. Reminders are planned anew, of
the newest leg day alone: an older one never sends anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, TypeVar

from bot.domain.decisions import journal, replanning
from bot.domain.decisions.journal import LoggedSession
from bot.domain.facts.errors import NeedsZone
from bot.domain.facts.imports import NewImport
from bot.domain.facts.member import Change, Member
from bot.domain.facts.settings import DistanceUnit, MassUnit
from bot.domain.facts.training import LegSession, Run
from bot.domain.importing.entries import Choices, Entries, entries_of
from bot.domain.importing.found import Found
from bot.domain.reading import zones

RECENT: Final = 64  # entries that an answer looks at
OPENING_SAID: Final = timedelta(days=10)  # since the newest leg day: then it still says something

E = TypeVar("E", LegSession, Run)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileWishes:
    """What a member told of a file: the unknown names that are leg work, and its units.

    These are for loads and distances the file has no unit for, ``None`` the member's own.
    """

    legs: frozenset[str] = frozenset()
    unit: MassUnit | None = None
    distance_unit: DistanceUnit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtIn:
    """What a file comes to for a member."""

    entries: Entries
    member: Member  # as it stands after the change
    unit: MassUnit
    distance_unit: DistanceUnit
    newest: LoggedSession | None = None  # the newest leg day, if that still matters


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoneImport:
    """What was removed of an import."""

    leg_days: int
    runs: int


def add(
    member: Member, found: Found, wishes: FileWishes, *, import_id: int, now: datetime
) -> tuple[Change, BroughtIn]:
    """Decide what of a file is new for a member with their whole log; an empty change for none.

    Raises:
        NeedsZone: the file tells local times, and the member's zone is not known.
    """
    zone = zones.zone_of(member)
    if zone is None:
        raise NeedsZone("file_needs_zone")
    unit = wishes.unit or member.profile.mass_unit
    distance_unit = wishes.distance_unit or member.profile.distance_unit
    choices = Choices(
        import_id=import_id,
        zone=zone,
        mass_unit=unit,
        distance_unit=distance_unit,
        legs=wishes.legs,
    )
    made = entries_of(found, choices, now=now, sessions=member.sessions, runs=member.runs)
    after = _with(member, made)
    brought = BroughtIn(entries=made, member=after, unit=unit, distance_unit=distance_unit)
    if not made.sessions and not made.runs:
        return Change(), brought
    new = NewImport(
        import_id=import_id,
        source=found.source,
        made_at=now,
        sessions=tuple(made.sessions),
        runs=tuple(made.runs),
    )
    change = Change(imported=new, plan=replanning.replan_if_timed(after, now))
    return change, replace(brought, newest=_newest_leg_day(after, now))


def undo(member: Member, import_id: int, now: datetime) -> tuple[Change, UndoneImport]:
    """Decide that an import goes from a member's whole log; what was edited since stays."""
    sessions = tuple(each for each in member.sessions if each.import_id != import_id)
    runs = tuple(each for each in member.runs if each.import_id != import_id)
    gone = len(member.sessions) - len(sessions)
    after = member._replace(
        sessions=sessions[:RECENT],
        session_count=member.session_count - gone,
        runs=runs[:RECENT],
    )
    change = Change(removed_import=import_id, plan=replanning.replan_if_timed(after, now))
    return change, UndoneImport(leg_days=gone, runs=len(member.runs) - len(runs))


def _with(member: Member, made: Entries) -> Member:
    """Return the member with new entries, as an answer looks at them."""
    return member._replace(
        sessions=_newest((*made.sessions, *member.sessions)),
        session_count=member.session_count + len(made.sessions),
        runs=_newest((*made.runs, *member.runs)),
    )


def _newest(entries: Sequence[E]) -> tuple[E, ...]:
    return tuple(sorted(entries, key=lambda each: each.ended_at, reverse=True)[:RECENT])


def _newest_leg_day(after: Member, now: datetime) -> LoggedSession | None:
    newest = after.sessions[0] if after.sessions else None
    if newest is None or now - newest.ended_at > OPENING_SAID:
        return None
    return journal.look(after, newest.session_id, now)
