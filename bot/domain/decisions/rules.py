"""Members' own recurring reminders: adding, changing and removing them.

A rule is a promise of its own. It comes whether or not leg days earn reminders, and no cap keeps it
back; the tips of a leg day make room for it instead (``plan``). Pause and Stop hold for it too, and
while a danger sign stands it is skipped: then nothing but care is talked about.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from operator import attrgetter
from typing import Final

from bot.domain.decisions.replanning import replan_if_timed
from bot.domain.decisions.rule_plans import plan_of, replanned
from bot.domain.facts.errors import BadInput, NeedsZone, NotAllowed, NotFound, renamed
from bot.domain.facts.kinds import OWN_KINDS, PLAN_KINDS
from bot.domain.facts.member import Change, Member
from bot.domain.facts.occurrences import PlannedRule
from bot.domain.facts.settings import EVERY_DAY, MAX_RULES, GuildSettings, Kind, Rule, Where
from bot.domain.facts.upcoming import ListsReminders
from bot.domain.reading import zones
from bot.domain.reading.moments import read_until
from bot.domain.reading.weekdays import read_days
from bot.domain.timing.day_halves import read_time_for
from bot.domain.timing.own_rules import ZONE_UNKNOWN, runs
from bot.domain.timing.recurring import known_zone

NO_END: Final = frozenset({"never", "no end", "none", "always", "forever"})
SAYS: Final = attrgetter("kind", "at", "days", "where", "guild_id")  # two alike would be one
UNTIL_PROBLEMS: Final = {  # the words for moments in general, made to fit a last day
    "already_past": "rule_until_past",
    "too_far_ahead": "rule_until_too_far",
    "when_not_understood": "rule_until_not_understood",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRequest:
    """A rule as typed; ``None`` means not said."""

    kind: Kind
    at: str
    days: str | None = None
    until: str | None = None
    where: Where = Where.DM


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleEdit:
    """What changes of a rule, as typed; ``None`` stays as it is."""

    at: str | None = None
    days: str | None = None
    until: str | None = None
    where: Where | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Added(ListsReminders):
    """The result: the member after the change, and the rule with its next occurrences."""

    member: Member
    try_dm: bool = False  # nothing came by DM before: see at once whether one arrives

    @property
    def planned(self) -> PlannedRule:
        """The rule with its next occurrences."""
        return self.rules[0]


def add(member: Member, rule_id: int, ask: RuleRequest, now: datetime) -> tuple[Change, Added]:
    """Decide a new rule; by default every day, without end and by DM.

    Raises:
        BadInput: something was not understood, it would never come, or there are too many.
        NeedsZone: nobody knows when the member's clock shows that time.
        NotAllowed: the channel, where there is none to use.
    """
    others = [one for one in member.rules if one.rule_id != rule_id and not is_over(one, now)]
    if len(others) >= MAX_RULES:
        raise BadInput("rules_full", limit=MAX_RULES)
    return _put(member, _read(member, rule_id, ask, now), now)


def edit(member: Member, rule_id: int, ask: RuleEdit, now: datetime) -> tuple[Change, Added]:
    """Decide new values for a rule; what is not said stays.

    One that was disabled for its place is tried again where it is given a place.

    Raises:
        NotFound: gone, or somebody else's; the two look the same.
        BadInput: as ``add``, or nothing to change was said.
        NeedsZone, NotAllowed: as ``add``.
    """
    old = _find(member, rule_id)
    if ask == RuleEdit():
        raise BadInput("rule_edit_is_empty")
    new = replace(
        old,
        at=old.at if ask.at is None else read_time_for((old.kind,), ask.at),
        days=old.days if ask.days is None else read_days(ask.days),
        until=old.until if ask.until is None else _read_end(ask.until, member, now),
    )
    if ask.where is not None:
        broken = old.broken if old.broken == ZONE_UNKNOWN else None
        new = replace(new, where=ask.where, guild_id=_guild_of(member, ask.where), broken=broken)
    return _put(member, new, now)


def remove(member: Member, rule_id: int, now: datetime) -> tuple[Change, Rule]:
    """Decide to remove a rule, with its snoozes.

    Raises:
        NotFound: gone, or somebody else's; the two look the same.
    """
    gone = _find(member, rule_id)
    after = member._replace(rules=tuple(rule for rule in member.rules if rule is not gone))
    return Change(removed_rules=(rule_id,), plan=replan_if_timed(after, now)), gone


def resumed(member: Member) -> tuple[Rule, ...]:
    """Return the rules enabled again; one with an unknown zone waits for another zone."""
    return tuple(
        replace(rule, paused=False, broken=None if known_zone(rule.zone) else ZONE_UNKNOWN)
        for rule in member.rules
    )


def is_over(rule: Rule, now: datetime) -> bool:
    """Tell whether a rule's last day has passed, in every zone."""
    return rule.until is not None and rule.until < (now - timedelta(days=1)).date()


def reached_by_dm(member: Member) -> bool:
    """Tell whether something already comes to the member by DM."""
    settings = member.reminders
    plan = settings.on and any(settings.preference(kind).where is Where.DM for kind in PLAN_KINDS)
    own = any(runs(rule) and rule.where is Where.DM for rule in member.rules)
    return member.dm_closed_at is None and (plan or own)


def check_channel(member: Member) -> GuildSettings:
    """Return the server whose channel can be used; refuse where it allows none.

    Raises:
        NotAllowed: in a DM, without a channel, or where the server keeps reminders out of it.
    """
    if member.guild is None:
        raise NotAllowed("channel_needs_server")
    if member.guild.channel_id is None:
        raise NotAllowed("channel_not_set")
    if not member.guild.channel_reminders_on:
        raise NotAllowed("channel_reminders_off")
    return member.guild


def _find(member: Member, rule_id: int) -> Rule:
    found = next((rule for rule in member.rules if rule.rule_id == rule_id), None)
    if found is None:
        raise NotFound("rule_gone")
    return found


def _put(member: Member, rule: Rule, now: datetime) -> tuple[Change, Added]:
    """Decide that a rule is among the member's, in the place of its older self if it has one."""
    others = tuple(one for one in member.rules if one.rule_id != rule.rule_id)
    if any(SAYS(rule) == SAYS(other) for other in others if not is_over(other, now)):
        raise BadInput("rule_exists")
    by_dm = rule.where is Where.DM
    after = member._replace(
        rules=tuple(sorted((*others, rule), key=lambda one: (one.at, one.rule_id))),
        dm_closed_at=None if by_dm else member.dm_closed_at,
    )
    planned = plan_of(rule, after, now)
    if not planned.ahead and runs(rule) and not after.reminders.is_paused(now):
        raise BadInput("rule_never_comes")
    change = Change(
        rules=replanned(after, now),
        plan=replan_if_timed(after, now),
        dms_open=True if by_dm else None,
    )
    try_dm = by_dm and not reached_by_dm(member)
    return change, Added(member=after, rules=(planned,), try_dm=try_dm)


def _read(member: Member, rule_id: int, ask: RuleRequest, now: datetime) -> Rule:
    if ask.kind not in OWN_KINDS:
        raise BadInput("not_a_choice", field="kind", value=ask.kind)
    at = read_time_for((ask.kind,), ask.at)
    days = EVERY_DAY if ask.days is None else read_days(ask.days)
    guild_id = _guild_of(member, ask.where)
    if member.zone is None:
        raise NeedsZone("rule_needs_zone")
    zones.zone(member.zone)
    return Rule(
        member_id=member.member_id,
        rule_id=rule_id,
        kind=ask.kind,
        at=at,
        zone=member.zone,
        days=days,
        until=None if ask.until is None else _until(ask.until, member.zone, now),
        where=ask.where,
        guild_id=guild_id,
    )


def _guild_of(member: Member, where: Where) -> int | None:
    """Return the server whose channel is meant, ``None`` for DMs."""
    if where not in {Where.DM, Where.CHANNEL}:
        raise BadInput("not_a_choice", field="where", value=where)
    if where is Where.DM:
        return None
    return check_channel(member).guild_id


def _read_end(typed: str, member: Member, now: datetime) -> date | None:
    """Return the last day an edit says, ``None`` where it says that there is none."""
    if typed.strip().casefold() in NO_END:
        return None
    if member.zone is None:
        raise NeedsZone("rule_needs_zone")
    return _until(typed, member.zone, now)


def _until(typed: str, zone_name: str, now: datetime) -> date:
    zone = zones.zone(zone_name)
    with renamed(UNTIL_PROBLEMS):
        return read_until(typed, now=now, zone=zone).astimezone(zone).date()
