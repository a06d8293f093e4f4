"""The words of looking for company: the same offer for all, and what each is told alone."""

from datetime import datetime

from bot.domain.group.rolls import EASY_RUN_CLOSES, RollSheet, Said
from bot.texts.card import Button, Card, Style, Tone
from bot.texts.group.rolls import named
from bot.texts.i18n import N_, _, ngettext
from bot.texts.times import day_and_time, relative

LEGS_SAY = {
    "easy": N_("For you, an easy run is fine then."),
    "walk": N_("For you it is a walk then; walking is as good here."),
    "rest": N_("Your legs say rest then. Nobody sees that you asked."),
}


def card(sheet: RollSheet) -> Card:
    """Return the offer: a function of its hour and of who is listed, and of nothing else."""
    roll = sheet.roll
    if roll.closed_at is not None:
        count = roll.counts[0]
        told = ngettext("{n} was up.", "{n} were up.", count).format(n=count)
        return Card(
            title=_("Up for an easy one? · closed"),
            body=(told if count else _("Next time."),),
        )
    at = roll.closes_at - EASY_RUN_CLOSES
    offer = _("{at} ({ahead}): 20-30 minutes at a pace for talking; walking is as good.").format(
        at=day_and_time(at), ahead=relative(at)
    )
    up = sheet.who(Said.UP)
    listed = _("**Up** ({n}): {who}").format(n=len(up), who=named(up)) if up else ""
    return Card(
        title=_("Up for an easy one?"),
        body=(offer, listed),
        small=_("Meet where others are. Who is not listed has said nothing."),
        rows=(
            (
                Button(label=_("I'm up"), action=f"roll.up:{roll.roll_id}", style=Style.MAIN),
                Button(label=_("Mine & who"), action=f"roll.mine:{roll.roll_id}"),
            ),
        ),
    )


def offer(says: str, at: datetime) -> Card:
    """Tell somebody what their legs say, and offer to ask the channel."""
    ask = Button(
        label=_("Ask who is up"), action=f"buddies.ask:{int(at.timestamp())}", style=Style.MAIN
    )
    return Card(
        title=_("An easy one, {at}").format(at=day_and_time(at)),
        body=(
            _(LEGS_SAY[says]) if says in LEGS_SAY else "",
            _("Everybody is asked in the same words, and you stand on the list by name."),
        ),
        small=_("Only you see this. Adults only; meet where others are."),
        rows=((ask, Button(label=_("Not now"), action="group.no")),),
    )


def asked() -> Card:
    """Confirm that the channel was asked."""
    return Card(title=_("Asked"), body=(_("You are on the list."),), tone=Tone.GOOD)


def told(says: str, roll_id: int) -> Card:
    """Tell somebody who pressed what their legs say; who is to rest is asked once more."""
    if says != "rest":
        return Card(title=_("You are on the list"), body=(_(LEGS_SAY[says]),), tone=Tone.GOOD)
    again = Button(label=_("List me all the same"), action=f"roll.list:{roll_id}")
    return Card(
        title=_("Not listed"),
        body=(_(LEGS_SAY[says]),),
        rows=((again, Button(label=_("Not now"), action="group.no")),),
    )


def listed() -> Card:
    """Confirm that somebody stands on the list after all."""
    return Card(title=_("You are on the list"), body=(_("Walking is as good."),), tone=Tone.GOOD)
