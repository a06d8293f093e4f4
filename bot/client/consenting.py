"""Entries that wait for consent: how they are decided before it is given, and with it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from bot.domain.decisions.agreement import is_agreed
from bot.domain.facts.member import Change, Member
from bot.domain.facts.settings import Consent
from bot.texts.card import Card

T = TypeVar("T")
Decide = Callable[[Member], tuple[Change, T]]
Panel = Callable[[int, T, str | None], Card]
"""Makes the card that asks for consent, of the token of what waits, its result, and the zone."""


@dataclass(frozen=True, slots=True)
class Pending:
    """An entry that waits for consent."""

    decide: Decide[Any]
    again: Decide[Any] | None
    show: Callable[[Any], Card]
    tries_dm: Callable[[Any], bool]
    panel: Panel[Any] | None
    zone: str | None  # what the member just told, to be kept with the entry
    known_zone: str | None  # the server's, where the member has none
    whole: bool = False  # it is decided on the member's whole log
    renews: bool = False  # they agreed to less before; reminders and zone stay as they are


class NeedsConsent(Exception):
    """This may not be kept of this person yet; ``result`` is what their entry would come to."""

    def __init__(self, result: Any, member: Member) -> None:  # noqa: ANN401 (the caller's own)
        self.result = result
        self.renews = member.consent is not None
        self.known_zone = None if self.renews else member.zone


def needing_consent(decide: Decide[T], zone: str | None) -> Decide[T]:
    """Decide in the ``zone`` just told; raise ``NeedsConsent`` where nothing may be kept yet."""

    def consented(member: Member) -> tuple[Change, T]:
        located = in_zone(member, zone)
        change, result = decide(located)
        if not is_agreed(member, change):
            raise NeedsConsent(result, member)
        if zone is not None and change.profile is None:
            change = change._replace(profile=located.profile)
        return change, result

    return consented


def with_consent(
    member: Member, pending: Pending, decide: Decide[T], consent: Consent, *, remind: bool
) -> tuple[Change, T]:
    """Decide an entry of a member who agrees with it."""
    reminders = member.reminders if pending.renews else replace(member.reminders, on=remind)
    # The panel named the zone: from now on it is theirs, in every server and in DMs.
    zone = pending.zone or pending.known_zone
    agreed = in_zone(member._replace(consent=consent, reminders=reminders), zone)
    change, result = decide(agreed)
    change = change._replace(
        consent=consent,
        reminders=change.reminders or reminders,
        profile=change.profile or agreed.profile,
    )
    return change, result


def in_zone(member: Member, zone: str | None) -> Member:
    """Return a member in the zone they just told, if they told one."""
    if zone is None:
        return member
    return member._replace(profile=replace(member.profile, zone=zone))
