"""The words of a shared card: what its owner shared, who cheered, and the way to remove it."""

from dataclasses import replace

from bot.domain.group.rolls import RollSheet
from bot.domain.group.shared import SharedLegDay, unpacked
from bot.texts.canirun import answers
from bot.texts.card import Button, Card, Tone
from bot.texts.group.digest import cheers
from bot.texts.i18n import _
from bot.texts.legday import entries


def card(sheet: RollSheet) -> Card:
    """Return a shared card: cheers by name while it is open, then as a number."""
    roll, owner = sheet.roll, sheet.roll.asked_by or 0
    told = unpacked(roll.text)
    if isinstance(told, SharedLegDay):
        shown = entries.shared(owner, focus=told.focus)
    else:
        shown = answers.shared(owner, offer=told.offer, later=told.later, sport=told.sport)
    cheer = Button(label=_("Cheer"), action=f"roll.cheer:{roll.roll_id}")
    remove = Button(label=_("Remove"), action=f"card.remove:{owner}")
    return replace(
        shown,
        body=(*shown.body, cheers(sheet)),
        rows=((cheer, remove) if roll.closed_at is None else (remove,),),
    )


def only_you() -> Card:
    """Say that Discord showed what was shared to its owner alone."""
    return Card(
        title=_("Only you can see it here"),
        body=(
            _(
                "This server does not let the apps that members bring along post for everybody: "
                "its admins give that right as **Use External Apps**."
            ),
        ),
        tone=Tone.CAUTION,
    )
