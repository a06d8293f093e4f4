"""When a member's own rule comes, and whether it is active."""

from typing import Final

from bot.domain.facts.member import Member
from bot.domain.facts.settings import Kind, QuietHours, Rule
from bot.domain.timing.recurring import Recurrence, known_zone

ZONE_UNKNOWN: Final = "zone_unknown"


def runs(rule: Rule) -> bool:
    """Tell whether a rule is neither stopped nor disabled."""
    return not rule.paused and rule.broken is None


def is_reminded(member: Member) -> bool:
    """Tell whether reminders come to a member: those after leg day, or their own."""
    return member.reminders.on or any(map(runs, member.rules))


def recurrence(rule: Rule, quiet: QuietHours) -> Recurrence | None:
    """Return the rule's recurrence, ``None`` where its zone is unknown."""
    zone = known_zone(rule.zone)
    if zone is None:
        return None
    return Recurrence(
        of=rule.rule_id,
        at=rule.at,
        days=rule.days,
        zone=zone,
        quiet=quiet,
        until=rule.until,
        early=rule.kind is Kind.SLEEP,
    )
