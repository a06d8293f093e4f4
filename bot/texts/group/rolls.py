"""The words of a roll call: its message, open and closed, and what a presser alone sees."""

from collections.abc import Sequence

from bot.domain.facts import plain_text
from bot.domain.group.rolls import RollSheet, Said
from bot.texts import paging
from bot.texts.card import Button, Card, Row, Style, Tone
from bot.texts.i18n import N_, NN_, _, ngettext
from bot.texts.times import clock, late, relative
from bot.texts.wording import listed

NAMED = 40  # names a line: three lines of them fit a message, whatever else it says
A_PAGE = 100
SAYING = {Said.IN: N_("I'm in"), Said.DONE: N_("Done"), Said.REST: N_("Resting")}
LINES = {
    Said.IN: N_("**In** ({n}): {who}"),
    Said.DONE: N_("**Done** ({n}): {who}"),
    Said.REST: N_("**Resting** ({n}): {who}"),
    Said.UP: N_("**Up** ({n}): {who}"),
}
SAID = {
    Said.IN: N_("in"),
    Said.DONE: N_("done"),
    Said.REST: N_("resting"),
    Said.UP: N_("up for it"),
}


def card(sheet: RollSheet) -> Card:
    """Return a roll call's message as it is to be shown: names while it is open, then numbers."""
    if sheet.roll.closed_at is not None:
        return _closed(sheet)
    roll = sheet.roll
    lines = tuple(_line(said, sheet.who(said)) for said in LINES if sheet.who(said))
    until = _(
        "Open until {at} ({ahead}). Rest counts like reps. Who says nothing is not counted."
    ).format(at=clock(roll.closes_at), ahead=relative(roll.closes_at))
    said_late = "" if sheet.due_at is None else late(sheet.due_at, roll.opened_at)
    return Card(
        lead=None if sheet.role_id is None else f"<@&{sheet.role_id}>",
        title=_("Leg day today?"),
        body=(_text(sheet), "\n".join(lines)),
        small="\n".join(filter(None, (said_late, until))),
        rows=(_controls(roll.roll_id),),
    )


def mine(sheet: RollSheet, member_id: int, page: int) -> Card:
    """Show somebody their own answer and, by pages, everybody's."""
    own = next((each.said for each in sheet.answers if each.member_id == member_id), None)
    total = -(-len(sheet.answers) // A_PAGE) or 1
    page = min(page, total - 1)
    shown = sheet.answers[page * A_PAGE : (page + 1) * A_PAGE]
    lines = [
        _(LINES[said]).format(n=len(sheet.who(said)), who=listed(names))
        for said in LINES
        if (names := [_name(each.member_id) for each in shown if each.said is said])
    ]
    said = _("You have said nothing here.")
    if own is not None:
        said = _("You said: **{said}**.").format(said=_(SAID[own]))
    back = Button(label=_("Take it back"), action=f"roll.back:{sheet.roll.roll_id}")
    return Card(
        title=_("Your answer, and everybody's"),
        body=(said, "\n".join(lines) or _("Nobody has answered yet.")),
        rows=(
            *(((back,),) if own is not None else ()),
            *paging.turn(f"roll.page:{sheet.roll.roll_id}", page, total),
        ),
    )


def taken_back() -> Card:
    """Confirm that an answer is gone."""
    return Card(
        title=_("Taken back"), body=(_("Your name is not there any more."),), tone=Tone.GOOD
    )


def done() -> Card:
    """Offer somebody who said Done to log it: the answer itself logs nothing."""
    buttons = (
        Button(label=_("Log it"), action="log.open", style=Style.MAIN),
        Button(label=_("Not now"), action="group.no"),
    )
    return Card(
        title=_("Done, nice."), body=(_("Shall it stand in your log too?"),), rows=(buttons,)
    )


def _closed(sheet: RollSheet) -> Card:
    came, did, rested = sheet.roll.counts
    total = came + did + rested
    counts = (
        (came, NN_("{n} in", "{n} in")),
        (did, NN_("{n} done", "{n} done")),
        (rested, NN_("{n} resting", "{n} resting")),
    )
    told = listed(ngettext(*words, n).format(n=n) for n, words in counts if n)
    if total:
        said = ngettext("{told}: {n} answer.", "{told}: {n} answers.", total).format(
            told=told, n=total
        )
    else:
        said = _("Next time.")
    return Card(title=_("Leg day today? · closed"), body=(said,))


def _text(sheet: RollSheet) -> str:
    """Return the words of who asked: admins' with their formatting, members' as plain text."""
    text = sheet.roll.text
    return plain_text.escape(text) if sheet.roll.by_member else plain_text.formatted(text)


def _line(said: Said, who: Sequence[int]) -> str:
    return _(LINES[said]).format(n=len(who), who=named(who))


def named(who: Sequence[int], most: int = NAMED) -> str:
    """Return people by name, and how many more there are; they are shown, and not pinged."""
    names = listed(map(_name, who[:most]))
    if len(who) <= most:
        return names
    more = len(who) - most
    return ngettext("{names} and {n} more", "{names} and {n} more", more).format(
        names=names, n=more
    )


def _name(member_id: int) -> str:
    return f"<@{member_id}>"


def _controls(roll_id: int) -> Row:
    buttons = [
        Button(
            label=_(SAYING[said]),
            action=f"roll.{said}:{roll_id}",
            style=Style.MAIN if said is Said.IN else Style.PLAIN,
        )
        for said in SAYING
    ]
    return (*buttons, Button(label=_("Mine & who"), action=f"roll.mine:{roll_id}"))
