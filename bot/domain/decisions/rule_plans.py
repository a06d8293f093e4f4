"""The next occurrences of members' own recurring reminders."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice

from bot.domain.facts.member import Member
from bot.domain.facts.occurrences import NewOccurrence, PlannedRule
from bot.domain.facts.reminders import OPEN_END
from bot.domain.facts.settings import QuietHours, Rule, Where
from bot.domain.timing import recurring
from bot.domain.timing.own_rules import ZONE_UNKNOWN, recurrence, runs
from bot.domain.timing.recurring import AHEAD, known_zone


def replanned(member: Member, now: datetime) -> tuple[PlannedRule, ...]:
    """Replan every rule by the member's present zone, quiet hours and pause (R15).

    A member's own zone is their rules' too: each keeps its clock time, in the new zone.
    """
    return tuple(plan_of(rule, member, now) for rule in member.rules)


def upcoming(
    rule: Rule,
    quiet: QuietHours,
    paused_until: datetime | None,
    *,
    after: datetime,
    now: datetime,
) -> Iterator[NewOccurrence]:
    """Yield the rule's occurrences after ``after`` that can still come, none within a pause."""
    found = recurrence(rule, quiet)
    resumes = paused_until or now
    if found is None or not runs(rule) or resumes >= OPEN_END:
        return
    for coming in recurring.ahead(found, after=after, now=now):
        if coming.due_at >= resumes or resumes <= now:
            yield coming


def plan_of(rule: Rule, member: Member, now: datetime) -> PlannedRule:
    """Return a rule in the member's present zone, with its next occurrences."""
    zone = member.profile.zone or rule.zone
    mended = rule.broken == ZONE_UNKNOWN and known_zone(zone) is not None
    moved = replace(rule, zone=zone, broken=None if mended else rule.broken)
    if rule.where is Where.DM and member.dm_closed_at is not None:
        return PlannedRule(rule=moved)
    quiet, paused_until = member.profile.quiet, member.reminders.paused_until
    comings = upcoming(moved, quiet, paused_until, after=now, now=now)
    if zone != rule.zone:
        # From the first date on that was still to come in the old zone: none comes twice.
        first = next(upcoming(rule, quiet, None, after=now, now=now), None)
        comings = (
            one for one in comings if first is None or one.nominal_date >= first.nominal_date
        )
    return PlannedRule(rule=moved, ahead=tuple(islice(comings, AHEAD)))
