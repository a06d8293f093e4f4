"""The words of ``/reminders``: what is planned, what became of the last ones, how each comes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from bot.domain.decisions.preferences import Decided, is_paused
from bot.domain.facts.kinds import PLAN_KINDS, SPANS
from bot.domain.facts.member import Member
from bot.domain.facts.occurrences import ReminderRow
from bot.domain.facts.reminders import PlannedReminder, State
from bot.domain.facts.settings import EVERY_DAY, Kind, Preference, QuietHours, Where
from bot.domain.facts.tables import complete
from bot.domain.timing.own_rules import runs
from bot.domain.timing.plan import held_back
from bot.domain.timing.wished_times import comes_at, holds, making_room
from bot.texts import dms
from bot.texts.canirun.care import CLEARED, PASSED
from bot.texts.card import Button, Card, Row, Style, Tone
from bot.texts.dms import held, paused_until, resume
from bot.texts.i18n import N_, _
from bot.texts.kinds import KINDS
from bot.texts.reminders import occurrences, own_rules
from bot.texts.times import days, moment, relative, wall

SHOWN = 10  # lines of each list, and so many characters: more would not fit a message
ROOM = 850
PAGE = 20  # lines of a page that lists everything
ALL = "all"
HIDDEN = "replanned"  # cancelled by a newer plan, which is listed itself

WHERE = {
    Where.DM: N_("By direct message"),
    Where.CHANNEL: N_("In this server's channel"),
    Where.OFF: N_("Off"),
}
BY_DEFAULT = complete(
    "how kinds come by default",
    {
        Kind.HYDRATE: N_("only when the time for Sleep has passed"),
        Kind.SLEEP: N_("by DM, on the evening of leg day"),
        Kind.FOAM_ROLL: N_("only when you ask for it"),
        Kind.FIRST_TIMER: N_("by DM, after leg days that are new to you"),
        Kind.NEXT_SESSION: N_("by DM"),
        Kind.CHECKIN: N_("by DM, once"),
    },
    PLAN_KINDS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What ``/reminders show`` shows."""

    member: Member
    rows: Sequence[ReminderRow]
    now: datetime


def overview(shown: Overview) -> Card:
    """Show what is planned, what became of the last days' reminders, and how each kind comes."""
    ahead = [row for row in shown.rows if row.state is State.OPEN]
    nexts = {row.rule_id: row.due_at for row in ahead if row.rule_id and not row.snoozed}
    # What comes of a rule stands in its own line, until it is due.
    listed = [row for row in ahead if row.rule_id is None or row.snoozed or row.due_at <= shown.now]
    own = shown.member.rules
    past = [row for row in shown.rows if row.state is not State.OPEN and row.reason != HIDDEN]
    closed = shown.member.dm_closed_at is not None
    body = [
        dms.closed(unshared=shown.member.dm_unshared) if closed else "",
        _state(shown.member, shown.now),
        _listed(_("Planned"), [occurrences.ahead(row, shown.now) for row in listed]),
        _listed(
            _("Your own"),
            [own_rules.line(rule, nexts.get(rule.rule_id), shown.now) for rule in own],
        ),
        _listed(_("The last seven days"), [occurrences.past(row) for row in reversed(past)]),
        _listed(_("How they come"), [_kind_line(shown.member, kind) for kind in PLAN_KINDS]),
        _by_default(shown.member),
    ]
    return Card(
        title=_("Your reminders"),
        body=tuple(part for part in body if part),
        small=_(
            "Only you see this. `/reminders set` changes when and where each kind comes; "
            "`/reminders add` makes one of your own, `/reminders edit` changes it."
        ),
        tone=Tone.CAUTION if closed else Tone.PLAIN,
        rows=(
            *_controls(shown.member, shown.now),
            *own_rules.chooser(own),
            *_pages(shown.rows, hidden=len(ahead) > SHOWN or len(past) > SHOWN),
        ),
    )


def everything(shown: Overview, page: int) -> Card:
    """List every reminder with its state, a page at a time: those to come, then the newest."""
    ahead = [occurrences.ahead(row, shown.now) for row in shown.rows if row.state is State.OPEN]
    rest = [row for row in shown.rows if row.state is not State.OPEN and row.reason != HIDDEN]
    lines = [*ahead, *(occurrences.past(row) for row in reversed(rest))]
    last = max(0, (len(lines) - 1) // PAGE)
    page = min(page, last)
    listed = lines[page * PAGE : (page + 1) * PAGE] or [_("Nothing yet.")]
    turn = (
        Button(label=_("Newer"), action=f"own.all:{page - 1}", disabled=page == 0),
        Button(label=_("Older"), action=f"own.all:{page + 1}", disabled=page == last),
    )
    return Card(
        title=_("Your reminders, {page} of {last}").format(page=page + 1, last=last + 1),
        body=("\n".join(f"- {line}" for line in listed),),
        small=_("Those to come, and seven days back. Only you see this."),
        rows=(turn,) if last else (),
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
        small=_by_default(member) or None,
        tone=Tone.GOOD,
        rows=(*_controls(member, now), *_make_room(decided)),
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
    if decided.member.zone is None or held_back(decided.member) is not None:
        nothing = ""  # the line on the state says why
    own = _own(decided, now)
    body = (_state(decided.member, now), planned(decided.plan) or ("" if own else nothing), own)
    return Card(
        title=_("Reminders are on"),
        body=tuple(part for part in body if part),
        tone=Tone.GOOD,
        rows=_controls(decided.member, now),
    )


def well_again(decided: Decided, now: datetime) -> Card:
    """Confirm that what held reminders back has passed, and say what comes."""
    return replace(resumed(decided, now), title=_("Noted: that has passed"))


def only_without(decided: Decided, now: datetime) -> Card:
    """Confirm that all comes again but for the kinds or own reminders that were pressed."""
    off = [_kind_line(decided.member, kind) for kind in decided.kinds]
    off += [
        _("{rule} will not come any more.").format(rule=own_rules.headline(rule))
        for rule in decided.removed
    ]
    return replace(
        resumed(decided, now),
        title=_("The others come again"),
        body=(
            "\n".join(f"- {line}" for line in off),
            *resumed(decided, now).body,
        ),
        small=_("`/reminders set` brings a kind back, `/reminders add` one of your own."),
    )


def tried_again(decided: Decided, now: datetime) -> Card:
    """Say that DMs are tried again: what comes, or that none is wanted there."""
    body = (_state(decided.member, now), planned(decided.plan))
    return Card(
        title=_("I try your DMs again"),
        body=tuple(part for part in body if part),
        rows=_controls(decided.member, now),
    )


def planned(plan: Iterable[PlannedReminder]) -> str:
    """List reminders that are planned, soonest first; nothing for none."""
    lines = [f"{_(KINDS[one.kind])}: {moment(one.due_at)} ({relative(one.due_at)})" for one in plan]
    return _listed(_("Planned"), lines)


def _state(member: Member, now: datetime) -> str:
    settings = member.reminders
    own = any(map(runs, member.rules))
    if not settings.on and not own:
        return _("**Off.** Nothing is sent. `/reminders resume` turns them on.")
    back = held_back(member)
    if back is not None:
        return held(back)
    if is_paused(settings, now):
        return paused_until(settings.paused_until)
    if not settings.on:
        return _("**After leg day: off.** `/reminders resume` turns these on. Your own ones come.")
    if member.zone is None:
        return _(
            "**On**, but I don't know your time zone here and could wake you at night, so nothing "
            "new is planned until you set it."
        )
    return _("**On.** None comes in your quiet hours.")


def _pages(rows: Sequence[ReminderRow], *, hidden: bool) -> tuple[Row, ...]:
    """Return the way to what did not fit."""
    if not hidden:
        return ()
    return ((Button(label=_("Show all {n}").format(n=len(rows)), action="own.all:0"),),)


def _own(decided: Decided, now: datetime) -> str:
    lines = [
        own_rules.line(one.rule, one.ahead[0].due_at if one.ahead else None, now)
        for one in decided.rules
    ]
    return _listed(_("Your own"), lines)


def _listed(title: str, lines: Sequence[str]) -> str:
    if not lines:
        return ""
    shown: list[str] = []
    for line in lines[:SHOWN]:
        if sum(map(len, shown)) + len(line) > ROOM:
            break
        shown.append(f"- {line}")
    if len(shown) < len(lines):
        shown.append(_("and {n} more").format(n=len(lines) - len(shown)))
    return "\n".join((f"**{title}**", *shown))


def _by_default(member: Member) -> str:
    """Say which kinds come by default and how the rest is asked for, if the member set not all."""
    if all(map(member.reminders.asked, PLAN_KINDS)):
        return ""
    return _(
        "By default a leg day brings three messages, four when it was new to you: one of Sleep or "
        "Water, one Check-in, Legs ready, What to expect. Whatever you name in `/reminders set` "
        "comes in full."
    )


def _kind_line(member: Member, kind: Kind) -> str:
    if not member.reminders.asked(kind):
        return f"{_(KINDS[kind])}: {_(BY_DEFAULT[kind])}"
    preference = member.reminders.preference(kind)
    parts = [_place(member, preference)]
    if preference.where is not Where.OFF:
        if preference.at is not None:
            parts.append(_at(kind, preference, member))
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


def _at(kind: Kind, preference: Preference, member: Member) -> str:
    at = wall(preference.at) if preference.at else ""
    if not holds(kind, member):
        return _moved(at, comes_at(kind, member), member.profile.quiet)
    if kind in {Kind.HYDRATE, Kind.FIRST_TIMER}:
        (span,) = SPANS[kind]
        opens, closes = span.opens // timedelta(hours=1), span.closes // timedelta(hours=1)
        if not opens:
            return _("at {at} if that is within {closes} hours of leg day").format(
                at=at, closes=closes
            )
        return _("at {at} if that is {opens} to {closes} hours after leg day").format(
            at=at, opens=opens, closes=closes
        )
    return _("at {at}").format(at=at)


def _moved(at: str, comes: time | None, quiet: QuietHours) -> str:
    """Say what quiet hours make of a wished time."""
    between = {"start": wall(quiet.start), "end": wall(quiet.end)}
    if comes is None:
        return _(
            "but never at {at}: that is in your quiet hours ({start} to {end}), which leave no "
            "room for it"
        ).format(at=at, **between)
    return _("at {comes}: {at} is in your quiet hours ({start} to {end})").format(
        comes=wall(comes), at=at, **between
    )


def _make_room(decided: Decided) -> tuple[Row, ...]:
    """Offer the quiet hours with which the time that was set holds."""
    member = decided.member
    for kind in decided.kinds:
        preference = member.reminders.preference(kind)
        if preference.where is Where.OFF or preference.at is None or holds(kind, member):
            continue
        quiet = making_room(preference.at, member.profile.quiet)
        label = _("Quiet hours from {at}").format(at=wall(quiet.start))
        if quiet.start == member.profile.quiet.start:
            label = _("Quiet hours until {at}").format(at=wall(quiet.end))
        action = f"own.quiet:{kind}:{_minute(quiet.start)}:{_minute(quiet.end)}"
        return ((Button(label=label, action=action, style=Style.MAIN),),)
    return ()


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _visible(decided: Decided) -> str:
    wheres = [decided.member.reminders.preference(kind).where for kind in decided.kinds]
    if Where.CHANNEL not in wheres:
        return ""
    return _(
        "Everyone in that channel will see your name and that you asked for a reminder. Nothing "
        "about your body: no soreness, sleep, illness or numbers."
    )


def _controls(member: Member, now: datetime) -> tuple[Row, ...]:
    if not member.reminders.on and not any(map(runs, member.rules)):
        return ((resume(),),)
    stop = Button(label=_("Stop all"), action="own.stop", style=Style.DANGER)
    first = resume() if is_paused(member.reminders, now) else _pause()
    rows: list[Row] = [(first, stop), *_passed(member)]
    if not member.reminders.on and not is_paused(member.reminders, now):
        rows = [(resume(), first, stop), *_passed(member)]
    if member.zone is None:
        rows.append((Button(label=_("Set time zone"), action="zone", style=Style.MAIN),))
    return tuple(rows)


def _passed(member: Member) -> tuple[Row, ...]:
    """Return the button that says that what holds reminders back has passed."""
    back = held_back(member)
    if back is None:
        return ()
    if back.by is None:
        return ((Button(label=_(CLEARED), action="own.cleared", style=Style.MAIN),),)
    return ((Button(label=_(PASSED), action="own.passed", style=Style.MAIN),),)


def _pause() -> Button:
    return Button(label=_("Pause"), action="own.pause")
