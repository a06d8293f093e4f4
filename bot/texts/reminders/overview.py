"""The words of ``/reminders``: what is planned, what became of the last ones, how each comes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.decisions.preferences import Decided
from bot.domain.facts.kinds import PLAN_KINDS
from bot.domain.facts.member import Member
from bot.domain.facts.occurrences import ReminderRow
from bot.domain.facts.reminders import PlannedReminder, State
from bot.domain.facts.schedule import minutes_of
from bot.domain.facts.settings import Where
from bot.domain.timing.own_rules import runs
from bot.domain.timing.plan import held_back
from bot.domain.timing.wished_times import holds, making_room
from bot.texts import dms, paging
from bot.texts.canirun.care import CLEARED, PASSED
from bot.texts.card import Button, Card, Row, Style, Tone
from bot.texts.dms import held, paused_until, resume
from bot.texts.i18n import N_, _
from bot.texts.kinds import KINDS
from bot.texts.reminders import kind_lines, occurrences, own_rules
from bot.texts.times import moment, relative, wall
from bot.texts.wording import labelled

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
    past = [
        row
        for row in shown.rows
        if row.state is not State.OPEN and row.reason != HIDDEN and row.due_at <= shown.now
    ]
    closed = shown.member.dm_closed_at is not None
    body = (
        dms.closed(unshared=shown.member.dm_unshared) if closed else "",
        _state(shown.member, shown.now),
        _listed(_("Planned"), [occurrences.ahead(row, shown.now) for row in listed]),
        _listed(
            _("Your own"),
            [own_rules.line(rule, nexts.get(rule.rule_id), shown.now) for rule in own],
        ),
        _listed(_("The last seven days"), [occurrences.past(row) for row in reversed(past)]),
        _listed(_("How they come"), [kind_lines.line(shown.member, kind) for kind in PLAN_KINDS]),
        kind_lines.by_default(shown.member),
    )
    return Card(
        title=_("Your reminders"),
        body=body,
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
    return Card(
        title=_("Your reminders, {page} of {last}").format(page=page + 1, last=last + 1),
        body=("\n".join(f"- {line}" for line in listed),),
        small=_("Those to come, and seven days back. Only you see this."),
        rows=paging.turn("own.all", page, last + 1),
    )


def settled(decided: Decided, now: datetime) -> Card:
    """Confirm how kinds come now, as it was understood."""
    member = decided.member
    return Card(
        title=_("Reminders set"),
        body=(
            "\n".join(f"- {kind_lines.line(member, kind)}" for kind in decided.kinds),
            own_rules.visible([member.reminders.preference(kind).where for kind in decided.kinds]),
            _state(member, now),
            planned(decided.plan),
        ),
        small=kind_lines.by_default(member) or None,
        tone=Tone.GOOD,
        rows=(*_controls(member, now), *_make_room(decided)),
    )


def paused(decided: Decided, now: datetime) -> Card:
    """Confirm a pause: until when, and what comes after it."""
    return Card(
        title=_("Reminders paused"),
        body=(_state(decided.member, now), planned(decided.plan)),
        tone=Tone.GOOD,
        rows=_controls(decided.member, now),
    )


def resumed(decided: Decided, now: datetime) -> Card:
    """Confirm that reminders come, and which are next."""
    nothing = _("Nothing is planned right now: your next leg day earns new ones.")
    if decided.member.zone is None or held_back(decided.member) is not None:
        nothing = ""  # the line on the state says why
    own = _own(decided, now)
    return Card(
        title=_("Reminders are on"),
        body=(_state(decided.member, now), planned(decided.plan) or ("" if own else nothing), own),
        tone=Tone.GOOD,
        rows=_controls(decided.member, now),
    )


def well_again(decided: Decided, now: datetime) -> Card:
    """Confirm that what held reminders back has passed, and say what comes."""
    return replace(resumed(decided, now), title=_("Noted: that has passed"))


def only_without(decided: Decided, now: datetime) -> Card:
    """Confirm that all comes again but for the kinds or own reminders that were pressed."""
    off = [kind_lines.line(decided.member, kind) for kind in decided.kinds]
    off += [
        _("{rule} will not come any more.").format(rule=own_rules.headline(rule))
        for rule in decided.removed
    ]
    said = resumed(decided, now)
    return replace(
        said,
        title=_("The others come again"),
        body=("\n".join(f"- {line}" for line in off), *said.body),
        small=_("`/reminders set` brings a kind back, `/reminders add` one of your own."),
    )


def tried_again(decided: Decided, now: datetime) -> Card:
    """Say that DMs are tried again: what comes, or that none is wanted there."""
    return Card(
        title=_("I try your DMs again"),
        body=(_state(decided.member, now), planned(decided.plan)),
        rows=_controls(decided.member, now),
    )


def planned(plan: Iterable[PlannedReminder]) -> str:
    """List reminders that are planned, soonest first; nothing for none."""
    lines = [
        labelled(_(KINDS[one.kind]), f"{moment(one.due_at)} ({relative(one.due_at)})")
        for one in plan
    ]
    return _listed(_("Planned"), lines)


def _state(member: Member, now: datetime) -> str:
    settings = member.reminders
    own = any(map(runs, member.rules))
    if not settings.on and not own:
        return _("**Off.** Nothing is sent. `/reminders resume` turns them on.")
    back = held_back(member)
    if back is not None:
        return held(back)
    if settings.is_paused(now):
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
        action = f"own.quiet:{kind}:{minutes_of(quiet.start)}:{minutes_of(quiet.end)}"
        return ((Button(label=label, action=action, style=Style.MAIN),),)
    return ()


def _controls(member: Member, now: datetime) -> tuple[Row, ...]:
    if not member.reminders.on and not any(map(runs, member.rules)):
        return ((resume(),),)
    stop = Button(label=_("Stop all"), action="own.stop", style=Style.DANGER)
    pause = Button(label=_("Pause"), action="own.pause")
    first = resume() if member.reminders.is_paused(now) else pause
    rows: list[Row] = [(first, stop), *_passed(member)]
    if not member.reminders.on and not member.reminders.is_paused(now):
        rows = [(resume(), first, stop), *_passed(member)]
    if member.dm_closed_at is not None and not member.dm_unshared:
        rows.append((dms.try_again(),))
    if member.zone is None:
        rows.append((Button(label=_("Set time zone"), action="zone", style=Style.MAIN),))
    return tuple(rows)


def _passed(member: Member) -> tuple[Row, ...]:
    """Return the button that says that what holds reminders back has passed."""
    back = held_back(member)
    if back is None:
        return ()
    label, action = (CLEARED, "own.cleared") if back.by is None else (PASSED, "own.passed")
    return ((Button(label=_(label), action=action, style=Style.MAIN),),)
