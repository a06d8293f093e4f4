"""Leg sessions: logging, editing and undoing; each decision is a change and a result.

Every change of the log computes the recovery plan anew from the newest session, so reminders follow
edits, undo and late entries by themselves.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.decisions import known_of_member, lessons, repeats, replanning
from bot.domain.facts import plain_text
from bot.domain.facts.errors import BadInput, NotFound
from bot.domain.facts.member import Change, Member
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.settings import MassUnit
from bot.domain.facts.training import (
    MAX_SESSIONS,
    NOTE_LENGTH,
    SORENESS,
    Demand,
    Focus,
    LegSession,
    Newness,
    Report,
    check_range,
)
from bot.domain.facts.upcoming import ListsReminders
from bot.domain.reading import exercise_names, exercises, zones
from bot.domain.reading import moments as when
from bot.domain.reading.clock_times import shown
from bot.domain.recovery.parameters import DANGER_SORENESS
from bot.domain.timing import plan

UNSAID_AFTER = timedelta(days=21)  # since an import's last leg day: then it tells nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class LegEntry:
    """A leg session as typed: texts unparsed, numbers unchecked; ``None`` means not said."""

    effort: int | None = None
    minutes: int | None = None
    focus: Focus = Focus.LEGS
    exercises: str | None = None
    soreness: int | None = None
    new_exercise: bool = False
    when: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedSession(ListsReminders):
    """The result of an entry: the session as saved, the plan ahead, when running opens."""

    session: LegSession
    member: Member  # as it stands after the change
    answer: replanning.Opening
    reading: exercises.Reading | None = None  # what was read of the exercises just typed, if any
    first: bool = False  # nothing typed before, or lately: ask how used to it they are
    very_sore: bool = False  # so sore that danger signs have to be looked for
    meanwhile: bool = False  # the entry had changed since its form showed it
    new_pounds: bool = False  # the first loads in pounds of somebody whose unit is the kilogram
    now_pounds: bool = False  # the member just chose pounds


def log(
    member: Member, session_id: int, entry: LegEntry, now: datetime, *, again: bool = False
) -> tuple[Change, LoggedSession]:
    """Decide a new leg session; ``again`` when the member said that it is another than the last.

    Raises:
        SameAgain: it may be one that is kept, sent twice.
        BadInput: a value out of its limits or not understood.
        NeedsZone: a clock time from somebody whose zone is unknown.
    """
    at = when.read_when(entry.when, now=now, zone=zones.zone_of(member))
    session, reading = _read(member, entry, session_id, at)
    _check_quota(member, at)
    check_range("soreness", entry.soreness, SORENESS)
    if not again:
        repeats.ask_about_session(member, session)
    report = None if entry.soreness is None else Report(reported_at=now, soreness=entry.soreness)
    after = member._replace(
        sessions=_newest_first((*member.sessions, session)),
        session_count=member.session_count + 1,
        reports=member.reports if report is None else (report, *member.reports),
    )
    first = _asks_newness(member, now)
    planned, logged = _logged(after, session, now, reading, first=first)
    if (entry.soreness or 0) >= DANGER_SORENESS:
        logged = replace(logged, very_sore=True)
    return Change(session=session, report=report, plan=planned), logged


def edit(
    member: Member, session_id: int, entry: LegEntry, now: datetime
) -> tuple[Change, LoggedSession]:
    """Decide new values for a session; note and details stay, and what is unsaid of its time.

    Raises:
        NotFound: the session is gone, or somebody else's.
        BadInput, NeedsZone: as ``log``.
    """
    old = find(member, session_id)
    at = when.read_changed(entry.when, entry=old.ended_at, now=now, zone=zones.zone_of(member))
    new, reading = _read(member, entry, session_id, at)
    kept = new._replace(new_exercise=old.new_exercise, newness=old.newness, note=old.note)
    return _changed(member, kept, now, reading)


def describe(
    member: Member, session_id: int, *, note: str, new_exercise: bool, now: datetime
) -> tuple[Change, LoggedSession]:
    """Decide the details the first form has no room for.

    Raises:
        NotFound, BadInput: as ``edit``.
    """
    old = find(member, session_id)
    return _changed(member, old._replace(note=_note(note), new_exercise=new_exercise), now)


def say_newness(
    member: Member, session_id: int, newness: Newness, now: datetime
) -> tuple[Change, LoggedSession]:
    """Decide how used to leg training the member was at a session.

    Raises:
        NotFound: as ``edit``.
    """
    return _changed(member, find(member, session_id)._replace(newness=newness), now)


def use_pounds(member: Member, session_id: int, now: datetime) -> tuple[Change, LoggedSession]:
    """Decide that a member's bare loads are pounds from now on, as those of a session are.

    Raises:
        NotFound: as ``edit``.
    """
    profile = replace(member.profile, mass_unit=MassUnit.LB)
    shown = look(member._replace(profile=profile), session_id, now)
    return Change(profile=profile), replace(shown, now_pounds=True)


def undo(member: Member, session_id: int, now: datetime) -> tuple[Change, LegSession]:
    """Decide that a session goes; the plan of the one before it comes back as far as it is ahead.

    Raises:
        NotFound: as ``edit``.
    """
    gone = find(member, session_id)
    after = member._replace(
        sessions=tuple(s for s in member.sessions if s.session_id != session_id),
        session_count=member.session_count - 1,
        learning=lessons.without_session(member, session_id),
    )
    change = Change(
        removed_session=session_id,
        learning=None if after.learning == member.learning else after.learning,
        plan=replanning.replan_if_timed(after, now),
    )
    return change, gone


def find(member: Member, session_id: int) -> LegSession:
    """Return one of the member's own sessions.

    Raises:
        NotFound: it is gone, or somebody else's.
    """
    for session in member.sessions:
        if session.session_id == session_id:
            return session
    raise NotFound("entry_gone")


def look(member: Member, session_id: int, now: datetime) -> LoggedSession:
    """Return a session for its confirmation, without a change.

    Raises:
        NotFound: as ``edit``.
    """
    return _logged(member, find(member, session_id), now)[1]


def _changed(
    member: Member, new: LegSession, now: datetime, reading: exercises.Reading | None = None
) -> tuple[Change, LoggedSession]:
    new = new._replace(import_id=None)  # changed, it is the member's own: no undo takes it away
    others = tuple(s for s in member.sessions if s.session_id != new.session_id)
    after = member._replace(sessions=_newest_first((*others, new)))
    planned, logged = _logged(after, new, now, reading)
    return Change(session=new, plan=replanning.if_timed(after, planned)), logged


def _logged(
    after: Member,
    session: LegSession,
    now: datetime,
    reading: exercises.Reading | None = None,
    *,
    first: bool = False,
) -> tuple[tuple[PlannedReminder, ...], LoggedSession]:
    answer = replanning.opening(known_of_member.question(after, now))
    planned = replanning.plan_by(after, answer, now)
    logged = LoggedSession(
        session=session,
        member=after,
        plan=plan.ahead(planned, now),
        answer=answer,
        reading=reading,
        first=first,
        new_pounds=_is_new_to_pounds(after, session),
    )
    return planned, logged


def _asks_newness(member: Member, now: datetime) -> bool:
    """Tell whether the log says nothing of how used to leg days somebody is at their next one.

    An import says nothing of the days after its last entry.
    """
    if any(each.import_id is None for each in member.sessions):
        return False
    return not member.sessions or now - member.sessions[0].ended_at > UNSAID_AFTER


def _is_new_to_pounds(member: Member, session: LegSession) -> bool:
    if member.profile.mass_unit is MassUnit.LB or _units(session) != {MassUnit.LB}:
        return False
    others = (each for each in member.sessions if each.session_id != session.session_id)
    return not any(MassUnit.LB in _units(each) for each in others)


def _units(session: LegSession) -> set[MassUnit]:
    return {line.load_unit for line in session.exercises if line.load_unit is not None}


def _check_quota(member: Member, at: datetime) -> None:
    first, last = at - timedelta(days=1), at + timedelta(days=1)
    near = [session for session in member.sessions if first < session.ended_at < last]
    if len(near) >= MAX_SESSIONS:
        raise BadInput("too_many_sessions", limit=MAX_SESSIONS)


def _read(
    member: Member, entry: LegEntry, session_id: int, ended_at: datetime
) -> tuple[LegSession, exercises.Reading]:
    typed = entry.exercises or ""
    reading = exercises.parse(typed, unit=member.profile.mass_unit)
    if entry.focus is not Focus.FULL_BODY and not _may_be_legs(reading):
        raise BadInput("no_leg_work", text=shown(typed))
    session = LegSession(
        session_id=session_id,
        ended_at=ended_at,
        effort=entry.effort,
        minutes=entry.minutes,
        focus=entry.focus,
        exercises=reading.sets,
        new_exercise=entry.new_exercise,
        note=_note(entry.note or ""),
    )
    return session.checked(), reading


def _may_be_legs(reading: exercises.Reading) -> bool:
    """Tell whether exercises may have trained the legs: none that were said, or any not known."""
    demands = {exercise_names.demand(line.name) for line in reading.sets}
    return bool(reading.unread) or demands != {Demand.UPPER}


def _note(typed: str) -> str:
    if len(typed) > NOTE_LENGTH:
        raise BadInput("note_too_long", limit=NOTE_LENGTH, length=len(typed))
    return plain_text.clean(typed, limit=NOTE_LENGTH)


def _newest_first(sessions: tuple[LegSession, ...]) -> tuple[LegSession, ...]:
    return tuple(sorted(sessions, key=lambda s: (s.ended_at, s.session_id), reverse=True))
