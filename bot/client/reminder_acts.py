"""What Done, Snooze and Stop of a reminder do, whether pressed or written in reply to it."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.domain.facts.errors import NeedsZone, NotAllowed, NotFound
from bot.domain.facts.member import Member
from bot.domain.facts.occurrences import ReminderRow
from bot.domain.facts.reminders import Snooze, snooze_for, snooze_until
from bot.domain.facts.settings import QuietHours
from bot.domain.reading import zones
from bot.domain.timing.eligibility import NEVER
from bot.store.store import Store
from bot.texts.card import Button, Card
from bot.texts.reminders import stopping


class ReminderActs:
    """Acts on a member's own reminders. ``wake`` tells delivery that one may be due earlier."""

    def __init__(self, store: Store, clock: Clock, wake: Callable[[], None]) -> None:
        self._reminders = store.reminders
        self._members = store.members
        self._clock = clock
        self._wake = wake

    async def done(self, member_id: int, reminder_id: int) -> ReminderRow:
        """Mark a reminder as done; once more, it stays so.

        Raises:
            NotFound: it is not there, or another's.
        """
        row = await self._reminders.get(member_id, reminder_id)
        if row is None or not await self._reminders.mark_done(member_id, reminder_id):
            raise NotFound("reminder_gone")
        return row

    async def snooze(
        self,
        member_id: int,
        guild_id: int | None,
        rows: Sequence[ReminderRow],
        choice: Snooze | timedelta,
    ) -> datetime:
        """Put reminders off; once more, the snooze moves. Return when they come again.

        Raises:
            NotFound: none of them is there.
            LegdayError: they would not be sent then, or the length is none for a snooze.
        """
        now = self._clock.now()
        member = await self._members.context(member_id, guild_id)
        if isinstance(choice, Snooze):
            until = snooze_until(choice, now, *_hours(member, choice))
        else:
            until = snooze_for(choice, now, *_hours(member, Snooze.HOUR))
        if rows:
            _check_on(member, until, own=any(row.rule_id is not None for row in rows))
        ids = [await self._reminders.snooze(member_id, row.reminder_id, until, now) for row in rows]
        if not any(ids):
            raise NotFound("reminder_gone")
        self._wake()
        return until

    async def stop(self, member_id: int, reminder_id: int, *, in_dm: bool) -> Card:
        """Stop all of a member's reminders; return the answer.

        What stands in somebody's DM was sent to them: there it works even when the reminder itself
        is long forgotten.

        Raises:
            NotFound: elsewhere than in their DM, where the reminder is not there or another's.
        """
        row = await self._reminders.get(member_id, reminder_id)
        if row is None and not in_dm:
            raise NotFound("reminder_gone")
        result = await self._reminders.stop(member_id)
        only: tuple[Button, ...] = ()
        if row is not None:
            only = (stopping.only_this(reminder_id, result, own=row.rule_id is not None),)
        return stopping.stopped(result, only)


def _hours(member: Member, choice: Snooze) -> tuple[QuietHours, ZoneInfo]:
    """Return the member's quiet hours and zone; neither is needed for a length from now.

    Raises:
        NeedsZone: an evening or a morning cannot be told without a zone.
    """
    if member.zone is not None:
        return member.profile.quiet, zones.zone(member.zone)
    if choice is not Snooze.HOUR:
        raise NeedsZone("snooze_needs_zone")
    return NEVER, ZoneInfo("UTC")


def _check_on(member: Member, until: datetime, *, own: bool) -> None:
    """Refuse a snooze that would not be sent; ``own`` rules are on without the others.

    Raises:
        NotAllowed: the member's reminders are off, or paused for longer.
    """
    paused_until = member.reminders.paused_until
    if not member.reminders.on and not own:
        raise NotAllowed("reminders_off")
    if paused_until is not None and until < paused_until:
        raise NotAllowed("reminders_paused", until=paused_until)
