"""What will remind after a leg day that was logged, or why nothing does."""

from datetime import datetime

from bot.domain.decisions.journal import LoggedSession
from bot.domain.facts.member import Member
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.reading.zones import zone_of
from bot.domain.timing.early_nights import is_early_night
from bot.domain.timing.plan import held_back
from bot.texts import dms
from bot.texts.i18n import _
from bot.texts.kinds import KINDS
from bot.texts.times import near
from bot.texts.wording import labelled


def reminders(result: LoggedSession, now: datetime) -> str:
    """Say what will remind, or why nothing does."""
    member = result.member
    if (said := _none_come(member)) is not None:
        return said
    early = [each for each in result.plan if is_early_night(each.kind, each.ordinal)]
    lines = [_reminder(each, member, now) for each in result.plan if each not in early]
    if early:
        lines.append(_("- Sleep: before each early run of the next two weeks"))
    if not lines and result.answer.easy is None and result.answer.hard is None:
        return _("No reminders for now: something you reported comes first.")
    if not lines:
        if member.reminders.is_paused(now):
            lines.append(_("No reminders from this one."))
            lines.append(dms.paused_until(member.reminders.paused_until))
        else:
            lines.append(
                _("No reminders from this one: their times have passed, or you muted them.")
            )
        return "\n".join(lines)
    if member.profile.zone is None and member.zone is not None:
        zone = member.zone.replace("_", " ")
        lines.append(_("Planned for {zone}, this server's time zone.").format(zone=zone))
    return "\n".join((_("**Your reminders**"), *lines))


def _none_come(member: Member) -> str | None:
    """Say why no reminder comes at all, ``None`` where they do."""
    if member.dm_closed_at is not None:
        return dms.closed(unshared=member.dm_unshared)
    if not member.reminders.on:
        return _("Reminders are off. `/reminders resume` turns them on.")
    if (back := held_back(member)) is not None:
        return dms.held_in_short(back)
    if member.zone is None:
        return _("**No reminders yet**: I don't know your time zone, so I could wake you at night.")
    return None


def _reminder(reminder: PlannedReminder, member: Member, now: datetime) -> str:
    at = near(reminder.due_at, now=now, zone=zone_of(member))
    return f"- {labelled(_(KINDS[reminder.kind]), at)}"
