"""The words of ``/reminders``: what is planned, what became of the last ones, how each comes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.member import Member
from bot.domain.occurrences import ReminderRow
from bot.domain.preferences import Decided, is_paused
from bot.domain.reminders import OPEN_END, PlannedReminder, State
from bot.domain.settings import EVERY_DAY, PLAN_KINDS, Kind, Preference, Where
from bot.texts import dms, legday, reminders
from bot.texts.card import Button, Card, Row, Style, Tone
from bot.texts.fates import why
from bot.texts.i18n import N_, _, ngettext
from bot.texts.reminders import LATE
from bot.texts.times import days, moment, relative, wall

SHOWN = 10  # lines of each list; more would not fit a message
ALL = "all"
HIDDEN = "replanned"  # cancelled by a newer plan, which is listed itself

KINDS = legday.KINDS
WHERE = {
    Where.DM: N_("By direct message"),
    Where.CHANNEL: N_("In this server's channel"),
    Where.OFF: N_("Off"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What ``/reminders show`` shows."""

    member: Member
    rows: Sequence[ReminderRow]
    now: datetime


def overview(shown: Overview) -> Card:
    """Show what is planned, what became of the last days' reminders, and how each kind comes."""
    ahead = [row for row in shown.rows if row.state is State.OPEN]
    past = [row for row in shown.rows if row.state is not State.OPEN and row.reason != HIDDEN]
    closed = shown.member.dm_closed_at is not None
    body = [
        dms.closed() if closed else "",
        _state(shown.member, shown.now),
        _listed(_("Planned"), [_ahead(row, shown.now) for row in ahead]),
        _listed(_("The last seven days"), [_past(row) for row in reversed(past)]),
        _listed(_("How they come"), [_kind_line(shown.member, kind) for kind in PLAN_KINDS]),
    ]
    return Card(
        title=_("Your reminders"),
        body=tuple(part for part in body if part),
        small=_("Only you see this. `/reminders set` changes when and where each kind comes."),
        tone=Tone.CAUTION if closed else Tone.PLAIN,
        rows=_controls(shown.member, shown.now),
    )


def settled(decided: Decided, now: datetime) -> Card:
    """Confirm how kinds come now, as it was understood."""
    member = decided.member
    body = [
        "\n".join(f"- {_kind_line(member, kind)}" for kind in decided.kinds),
        _visible(decided),
        _state(member, now),
        planned(decided.plan),
    ]
    return Card(
        title=_("Reminders set"),
        body=tuple(part for part in body if part),
        tone=Tone.GOOD,
        rows=_controls(member, now),
    )


def paused(decided: Decided, now: datetime) -> Card:
    """Confirm a pause: until when, and what comes after it."""
    return Card(
        title=_("Reminders paused"),
        body=tuple(part for part in (_state(decided.member, now), planned(decided.plan)) if part),
        tone=Tone.GOOD,
        rows=_controls(decided.member, now),
    )


def resumed(decided: Decided, now: datetime) -> Card:
    """Confirm that reminders come, and which are next."""
    nothing = _("Nothing is planned right now: your next leg day earns new ones.")
    if decided.member.zone is None:
        nothing = ""  # the line on the state says why
    body = (_state(decided.member, now), planned(decided.plan) or nothing)
    return Card(
        title=_("Reminders are on"),
        body=tuple(part for part in body if part),
        tone=Tone.GOOD,
        rows=_controls(decided.member, now),
    )


def stopped(cancelled: int) -> Card:
    """Confirm that no reminder comes any more, with the way back."""
    return replace(reminders.stopped(cancelled), rows=((_resume(),),))


def dms_closed() -> Card:
    """Say that the DM that was tried did not arrive, and how to open the way."""
    return Card(
        title=_("I cannot DM you"),
        body=(dms.closed(),),
        tone=Tone.CAUTION,
        rows=((Button(label=_("Try again"), action="own.resume", style=Style.MAIN),),),
    )


def planned(plan: Iterable[PlannedReminder]) -> str:
    """List reminders that are planned, soonest first; nothing for none."""
    lines = [f"{_(KINDS[one.kind])}: {moment(one.due_at)} ({relative(one.due_at)})" for one in plan]
    return _listed(_("Planned"), lines)


def _state(member: Member, now: datetime) -> str:
    settings = member.reminders
    if not settings.on:
        return _("**Off.** Nothing is sent. `/reminders resume` turns them on.")
    if is_paused(settings, now):
        if settings.paused_until is None or settings.paused_until >= OPEN_END:
            return _("**Paused** until you resume.")
        return _("**Paused** until {until} ({relative}); they come again by themselves.").format(
            until=moment(settings.paused_until), relative=relative(settings.paused_until)
        )
    if member.zone is None:
        return _(
            "**On**, but I don't know your time zone here and could wake you at night, so nothing "
            "new is planned until you set it."
        )
    return _("**On.** None comes in your quiet hours.")


def _ahead(row: ReminderRow, now: datetime) -> str:
    parts = [f"**{_(KINDS[row.kind])}**", f"{moment(row.due_at)} ({relative(row.due_at)})"]
    parts.append(_("to the server's channel") if row.where is Where.CHANNEL else _("by DM"))
    if row.snoozed:
        parts.append(_("snoozed"))
    if row.due_at <= now:
        parts.append(_("due, on its way"))
    return " · ".join(parts)


def _past(row: ReminderRow) -> str:
    parts = [f"**{_(KINDS[row.kind])}**", moment(row.due_at), _outcome(row)]
    if row.done_at is not None:
        parts.append(_("done"))
    return " · ".join(parts)


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


def _listed(title: str, lines: Sequence[str]) -> str:
    if not lines:
        return ""
    shown = [f"- {line}" for line in lines[:SHOWN]]
    if len(lines) > SHOWN:
        shown.append(_("and {n} more").format(n=len(lines) - SHOWN))
    return "\n".join((f"**{title}**", *shown))


def _kind_line(member: Member, kind: Kind) -> str:
    preference = member.reminders.preference(kind)
    parts = [_place(member, preference)]
    if preference.where is not Where.OFF:
        if preference.at is not None:
            parts.append(_at(kind, preference))
        if preference.days != EVERY_DAY:
            parts.append(_("only {days}").format(days=days(preference.days)))
    return f"{_(KINDS[kind])}: {', '.join(parts)}"


def _place(member: Member, preference: Preference) -> str:
    if preference.where is Where.OFF:
        return _("off")
    if preference.where is Where.DM:
        return _("by DM")
    guild = member.guild
    if guild and guild.guild_id == preference.guild_id and guild.channel_id is not None:
        return _("in <#{channel}>").format(channel=guild.channel_id)
    return _("in your other server's channel")


def _at(kind: Kind, preference: Preference) -> str:
    at = wall(preference.at) if preference.at else ""
    if kind is Kind.HYDRATE:
        return _("at {at} if that is within 3 hours of leg day").format(at=at)
    if kind is Kind.FIRST_TIMER:
        return _("at {at} if that is 3 to 6 hours after leg day").format(at=at)
    return _("at {at}").format(at=at)


def _visible(decided: Decided) -> str:
    wheres = [decided.member.reminders.preference(kind).where for kind in decided.kinds]
    if Where.CHANNEL not in wheres:
        return ""
    return _(
        "Everyone in that channel will see your name and that you asked for a reminder. Nothing "
        "about your body: no soreness, sleep, illness or numbers."
    )


def _controls(member: Member, now: datetime) -> tuple[Row, ...]:
    if not member.reminders.on:
        return ((_resume(),),)
    stop = Button(label=_("Stop all"), action="own.stop", style=Style.DANGER)
    first = _resume() if is_paused(member.reminders, now) else _pause()
    rows: list[Row] = [(first, stop)]
    if member.zone is None:
        rows.append((Button(label=_("Set time zone"), action="zone", style=Style.MAIN),))
    return tuple(rows)


def _pause() -> Button:
    return Button(label=_("Pause"), action="own.pause")


def _resume() -> Button:
    return Button(label=_("Resume"), action="own.resume", style=Style.MAIN)
