"""A member's reminders to come, as they are kept: what an answer may list."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from bot.domain.facts.occurrences import NewOccurrence, PlannedRule
from bot.domain.facts.reminders import PlannedReminder


@dataclass(frozen=True, slots=True, kw_only=True)
class Upcoming:
    """The reminders to come: of the plan, and the next one of each rule, by the rule's id."""

    plan: tuple[PlannedReminder, ...] = ()
    rules: Mapping[int, NewOccurrence] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListsReminders:
    """A decision's result from which an answer lists reminders.

    A decision knows what is to come, but not what was sent before and comes no more: once it is
    kept, ``as_kept`` puts what is kept in its place.
    """

    plan: tuple[PlannedReminder, ...] = ()
    rules: tuple[PlannedRule, ...] = ()

    def as_kept(self, upcoming: Upcoming) -> Self:
        """Return the result with what is kept."""
        rules = tuple(_as_kept(one, upcoming.rules.get(one.rule.rule_id)) for one in self.rules)
        return replace(self, plan=upcoming.plan, rules=rules)


def _as_kept(planned: PlannedRule, first: NewOccurrence | None) -> PlannedRule:
    """Return a rule that comes next at ``first``, then as it was decided."""
    if first is None:
        return replace(planned, ahead=())
    later = (one for one in planned.ahead if one.due_at > first.due_at)
    return replace(planned, ahead=(first, *later))
