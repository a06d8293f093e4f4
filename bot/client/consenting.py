"""Entries that members want kept: how they are decided before consent is given, and with it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from bot.domain.decisions.agreement import is_agreed
from bot.domain.facts.member import Change, Member
from bot.domain.facts.settings import Consent
from bot.texts.card import Card

T = TypeVar("T")
Decide = Callable[[Member], tuple[Change, T]]
Panel = Callable[[int, T, str | None], Card]
"""Makes the card that asks for consent, of the token of what waits, its result, and the zone."""


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """What a member wants kept: how it is decided, and what they are shown once it is.

    Attributes:
        decide: pure, run in the transaction; sees the member in ``zone``.
        show: makes the answer of its result.
        again: decides it as another where it may be one kept before; without it that is refused.
        zone: the member's time zone, told just now; kept with it.
        tries_dm: whether it needs DMs, which are tried once it is kept.
        panel: asks for consent, where the usual one does not.
        whole: it is decided on all leg days and runs of the member.
    """

    decide: Decide[T]
    show: Callable[[T], Card]
    again: Decide[T] | None = None
    zone: str | None = None
    tries_dm: Callable[[T], bool] = lambda _: False
    panel: Panel[T] | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Pending:
    """An entry that waits for consent."""

    entry: Entry[Any]
    known_zone: str | None  # the server's, where the member has none
    renews: bool  # they agreed to less before; reminders and zone stay as they are

    @property
    def zone(self) -> str | None:
        """The zone that the panel names: from the consent on it is theirs everywhere."""
        return self.entry.zone or self.known_zone

    def in_zone(self, zone: str) -> "Pending":
        """Return the same in a zone that was told since."""
        return replace(self, entry=replace(self.entry, zone=zone))


class NeedsConsent(Exception):
    """This may not be kept of this person yet; ``result`` is what their entry would come to."""

    def __init__(self, result: Any, member: Member) -> None:  # noqa: ANN401 (the caller's own)
        self.result = result
        self.renews = member.consent is not None
        self.known_zone = None if self.renews else member.zone


def needing_consent(entry: Entry[T]) -> Decide[T]:
    """Decide an entry in its zone; raise ``NeedsConsent`` where nothing may be kept yet."""

    def consented(member: Member) -> tuple[Change, T]:
        located = in_zone(member, entry.zone)
        change, result = entry.decide(located)
        if not is_agreed(member, change):
            raise NeedsConsent(result, member)
        if entry.zone is not None and change.profile is None:
            change = change._replace(profile=located.profile)
        return change, result

    return consented


def with_consent(pending: Pending, consent: Consent, *, remind: bool) -> Entry[Any]:
    """Return the entry of a member who agrees with it; it or its reminders may need DMs."""
    entry = pending.entry

    def agreeing(decide: Decide[T]) -> Decide[T]:
        def with_it(member: Member) -> tuple[Change, T]:
            reminders = member.reminders if pending.renews else replace(member.reminders, on=remind)
            agreed = member._replace(consent=consent, reminders=reminders)
            agreed = in_zone(agreed, pending.zone)
            change, result = decide(agreed)
            change = change._replace(
                consent=consent,
                reminders=change.reminders or reminders,
                profile=change.profile or agreed.profile,
            )
            return change, result

        return with_it

    return replace(
        entry,
        decide=agreeing(entry.decide),
        again=None if entry.again is None else agreeing(entry.again),
        tries_dm=lambda result: remind or entry.tries_dm(result),
    )


def in_zone(member: Member, zone: str | None) -> Member:
    """Return a member in the zone they just told, if they told one."""
    if zone is None:
        return member
    return member._replace(profile=replace(member.profile, zone=zone))
