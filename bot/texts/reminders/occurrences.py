"""How one reminder stands, in a line: what it is, when it is due, and what became of it."""

from datetime import datetime

from bot.domain.facts.occurrences import ReminderRow
from bot.domain.facts.reminders import State
from bot.domain.facts.settings import Where
from bot.domain.timing.merging import LATE
from bot.texts.fates import why
from bot.texts.i18n import _, ngettext
from bot.texts.kinds import KINDS
from bot.texts.times import clock, moment, relative


def ahead(row: ReminderRow, now: datetime) -> str:
    """Return the line of a reminder that is to come, or on its way."""
    parts = [f"**{_(KINDS[row.kind])}**", f"{moment(row.due_at)} ({relative(row.due_at)})"]
    parts.append(_("to the server's channel") if row.where is Where.CHANNEL else _("by DM"))
    if row.snoozed:
        parts.append(_("snoozed"))
    if row.due_at <= now:
        parts.append(_under_way(row, now))
    return " · ".join(parts)


def past(row: ReminderRow) -> str:
    """Return the line of a reminder that is closed: what became of it, and why."""
    parts = [f"**{_(KINDS[row.kind])}**", moment(row.due_at), _outcome(row)]
    if row.done_at is not None:
        parts.append(_("done"))
    return " · ".join(parts)


def _under_way(row: ReminderRow, now: datetime) -> str:
    """Tell what is done about a reminder that is due: how often, since when and why in vain."""
    if row.failures == 0 or row.reason is None:
        return _("due, on its way")
    tried = ngettext(
        "retrying: {n} attempt since {since}, {reason}",
        "retrying: {n} attempts since {since}, {reason}",
        row.failures,
    ).format(
        n=row.failures, since=clock(row.first_attempt_at or row.due_at), reason=why(row.reason)
    )
    if row.wake_at is None or row.wake_at <= now:
        return tried
    return _("{tried}; next {at}").format(tried=tried, at=relative(row.wake_at))


def _outcome(row: ReminderRow) -> str:
    if row.state is State.SENT:
        late = (row.sent_at or row.due_at) - row.due_at
        if late <= LATE:
            return _("sent")
        minutes = round(late.total_seconds() / 60)
        return ngettext("sent {n} minute late", "sent {n} minutes late", minutes).format(n=minutes)
    reason = why(row.reason)
    if row.state is State.SKIPPED:
        return _("skipped: {reason}").format(reason=reason)
    if row.state is State.CANCELLED:
        return _("cancelled: {reason}").format(reason=reason)
    return _("given up: {reason}").format(reason=reason)
