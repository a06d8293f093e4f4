"""Members' reminder settings: each decision is a change to save and a result to show.

Every change plans anew from the newest leg day. Where no zone is known, as in a DM for somebody who
relies on their server's, nothing can be planned: then what is planned stays, and delivery heeds
switch and pause by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Final

from bot.domain.decisions import rule_plans, rules
from bot.domain.decisions.replanning import replan
from bot.domain.decisions.well_again import all_well, well_again
from bot.domain.facts.errors import BadInput, NeedsZone, NotAllowed, renamed
from bot.domain.facts.kinds import PLAN_KINDS
from bot.domain.facts.member import Change, Member
from bot.domain.facts.occurrences import ReminderRow
from bot.domain.facts.plain_text import fold
from bot.domain.facts.reminders import OPEN_END
from bot.domain.facts.settings import Kind, Preference, QuietHours, ReminderSettings, Rule, Where
from bot.domain.facts.upcoming import ListsReminders
from bot.domain.reading import zones
from bot.domain.reading.moments import read_until
from bot.domain.reading.weekdays import read_days
from bot.domain.timing import own_rules
from bot.domain.timing.day_halves import read_time_for
from bot.domain.timing.plan import ahead, check_preference, held_back

ANY_TIME: Final = frozenset({"any", "any time", "anytime", "none", "no", "usual", "default", "-"})
UNTIL_PROBLEMS: Final = {  # the words for moments in general, made to fit a pause
    "already_past": "pause_already_past",
    "too_far_ahead": "pause_too_long",
    "when_needs_zone": "until_needs_zone",
    "when_not_understood": "until_not_understood",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """The reminder settings as typed; ``None`` leaves a setting as it is."""

    kind: Kind | None = None  # ``None`` for all of them
    named: bool = False  # it was said which, if only "all": then the wish is not empty
    at: str | None = None  # ``any`` takes a wished time back
    days: str | None = None
    where: Where | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided(ListsReminders):
    """The result: the member after the change, and their planned reminders."""

    member: Member
    kinds: tuple[Kind, ...] = ()  # those whose preference was set
    removed: tuple[Rule, ...] = ()  # reminders of the member's own that are gone
    try_dm: bool = False  # an opt-in: see at once whether a DM arrives


def choose(member: Member, wish: Wish, now: datetime) -> tuple[Change, Decided]:
    """Decide how one kind of reminder comes, or all of them.

    A kind that is named alone is asked for: all of it comes after a leg day, as it is set.

    Raises:
        BadInput: nothing was said, no plan has the kind, a time or days were not understood, or the
            kind never comes at that time.
        NotAllowed: the channel, where there is none to use.
    """
    if wish == Wish():
        raise BadInput("nothing_to_set")
    if wish.kind is not None and wish.kind not in PLAN_KINDS:
        raise BadInput("not_a_choice", field="kind", value=wish.kind)
    if wish.where is Where.CHANNEL:
        rules.check_channel(member)
    kinds = PLAN_KINDS if wish.kind is None else (wish.kind,)
    at = None
    if wish.at is not None and fold(wish.at).strip() not in ANY_TIME:
        at = read_time_for(kinds, wish.at)
    chosen = dict(member.reminders.preferences)
    for kind in kinds:
        chosen[kind] = _preferred(member, kind, wish, at)
    settings = replace(member.reminders, preferences=chosen)
    by_dm = settings.on and any(chosen[kind].where is Where.DM for kind in kinds)
    return _decided(member, settings, now, kinds=kinds, by_dm=by_dm)


def move_quiet(
    member: Member, kind: Kind, quiet: QuietHours, now: datetime
) -> tuple[Change, Decided]:
    """Decide quiet hours that leave room for the time wished for a kind.

    Raises:
        NotAllowed: ``nothing_to_remind``, before anything is kept of the member.
    """
    if member.consent is None:
        raise NotAllowed("nothing_to_remind")
    profile = replace(member.profile, quiet=quiet, quiet_said=True)
    change, decided = _decided(
        member._replace(profile=profile), member.reminders, now, kinds=(kind,)
    )
    return change._replace(profile=profile), decided


def pause(member: Member, until: str | None, now: datetime) -> tuple[Change, Decided]:
    """Decide a pause up to a moment, or until the member resumes.

    Raises:
        NotAllowed: ``nothing_to_pause``, with reminders off and no own ones running.
        NeedsZone, BadInput: ``until`` was not understood, is past or too far ahead.
    """
    if not member.reminders.on and not any(map(own_rules.runs, member.rules)):
        raise NotAllowed("nothing_to_pause")
    end = OPEN_END if until is None else _pause_end(member, until, now)
    return _decided(member, replace(member.reminders, paused_until=end), now)


def resume(member: Member, now: datetime) -> tuple[Change, Decided]:
    """Decide that reminders come (again): ends a pause or a stop, or opts in.

    What disabled a reminder of the member's own counts as mended.

    Raises:
        NotAllowed: ``nothing_to_remind``, before anything is kept of the member.
        NeedsZone: nobody knows when it is night for the member.
    """
    if member.consent is None:
        raise NotAllowed("nothing_to_remind")
    if member.zone is None:
        raise NeedsZone("resume_needs_zone")
    settings = replace(member.reminders, on=True, paused_until=None)
    return _decided(member, settings, now, own=rules.resumed(member), by_dm=True)


def stop_only(
    member: Member, pressed: Sequence[ReminderRow], now: datetime, *, was_on: bool
) -> tuple[Change, Decided]:
    """Decide that a stop ends what was pressed alone: the rest comes again, as before the stop.

    The kind of a leg day's reminder is turned off, a rule of the member's own is removed.
    ``was_on`` tells whether leg days brought reminders before the stop.

    Raises:
        NotAllowed: ``nothing_to_remind``, before anything is kept of the member.
    """
    if member.consent is None:
        raise NotAllowed("nothing_to_remind")
    own = {row.rule_id for row in pressed if row.rule_id is not None}
    kinds = tuple(dict.fromkeys(row.kind for row in pressed if row.rule_id is None))
    off = {kind: replace(member.reminders.preference(kind), where=Where.OFF) for kind in kinds}
    settings = replace(
        member.reminders,
        on=member.reminders.on or was_on,
        preferences={**member.reminders.preferences, **off},
    )
    left = tuple(replace(rule, paused=False) for rule in member.rules if rule.rule_id not in own)
    gone = tuple(rule for rule in member.rules if rule.rule_id in own)
    change, decided = _decided(member, settings, now, kinds=kinds, own=left)
    return (
        change._replace(removed_rules=tuple(rule.rule_id for rule in gone)),
        replace(decided, removed=gone),
    )


def passed(member: Member, now: datetime, *, cleared: bool = False) -> tuple[Change, Decided]:
    """Decide that what held reminders back has passed, and plan them anew.

    A danger sign stays until it is ``cleared``: it was looked at, or told by mistake.

    Raises:
        NotAllowed: ``nothing_to_remind``, before anything is kept of the member.
    """
    if member.consent is None:
        raise NotAllowed("nothing_to_remind")
    report = all_well(now) if cleared else well_again(now)
    if held_back(member) is None:
        return Change(), Decided(member=member, plan=ahead(replan(member, now), now))
    well = member._replace(reports=(report, *member.reports))
    change, decided = _decided(well, member.reminders, now)
    return change._replace(report=report), decided


def try_dms_again(member: Member, now: datetime) -> tuple[Change, Decided]:
    """Decide that DMs are tried again; the other settings stay."""
    change, decided = _decided(member, member.reminders, now, by_dm=True)
    return change._replace(dms_open=True), decided


def _preferred(member: Member, kind: Kind, wish: Wish, at: time | None) -> Preference:
    """Return the kind's preference with the wishes applied; naming a muted kind unmutes it.

    ``at`` is the wished time as it was read, ``None`` for any.
    """
    new = member.reminders.preference(kind)
    if wish.where is not None:
        guild = member.guild.guild_id if member.guild and wish.where is Where.CHANNEL else None
        new = replace(new, where=wish.where, guild_id=guild)
    elif wish.kind is not None and new.where is Where.OFF:
        new = replace(new, where=Where.DM)
    if wish.at is not None:
        new = replace(new, at=at)
    if wish.days is not None:
        new = replace(new, days=read_days(wish.days))
    if new.where is not Where.OFF:
        check_preference(kind, new)
    return new


def _pause_end(member: Member, until: str, now: datetime) -> datetime:
    with renamed(UNTIL_PROBLEMS):
        end = read_until(until, now=now, zone=zones.zone_of(member))
        if end <= now:
            raise BadInput("already_past", at=end)
        return end


def _decided(
    member: Member,
    settings: ReminderSettings,
    now: datetime,
    *,
    kinds: tuple[Kind, ...] = (),
    own: tuple[Rule, ...] | None = None,
    by_dm: bool = False,
) -> tuple[Change, Decided]:
    after = member._replace(
        reminders=settings,
        rules=member.rules if own is None else own,
        dm_closed_at=None if settings.on or by_dm else member.dm_closed_at,
    )
    plan = replan(after, now)
    keeps_plan = member.zone is None and not kinds  # what shall come otherwise is not kept
    planned = rule_plans.replanned(after, now)
    change = Change(reminders=settings, plan=None if keeps_plan else plan, rules=planned)
    try_dm = by_dm and not rules.reached_by_dm(member) and rules.reached_by_dm(after)
    decided = Decided(
        member=after, plan=ahead(plan, now), rules=planned, kinds=kinds, try_dm=try_dm
    )
    return change, decided
