"""When a member's own rule comes, and whether it is active."""

from datetime import date
from typing import Final

from bot.domain.facts.member import Member
from bot.domain.facts.settings import Kind, QuietHours, Rule
from bot.domain.facts.snowflakes import made_at
from bot.domain.timing.recurring import LONGEST_MOVE, Recurrence, known_zone, on_date

ZONE_UNKNOWN: Final = "zone_unknown"


def runs(rule: Rule) -> bool:
    """Tell whether a rule is neither stopped nor disabled."""
    return not rule.paused and rule.broken is None


def comes_on(rule: Rule, day: date, quiet: QuietHours) -> bool:
    """Tell whether a rule that runs comes on a date: not before it was made."""
    if day.weekday() not in rule.days or (rule.until is not None and day > rule.until):
        return False
    made = made_at(rule.rule_id)
    if day > (made + LONGEST_MOVE).date():
        return True
    coming = recurrence(rule, quiet)
    occurrence = None if coming is None else on_date(coming, day)
    return occurrence is not None and occurrence.due_at > made


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
