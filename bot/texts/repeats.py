"""The question whether an entry is another one or was sent twice, and the answer to *leave it*."""

from bot.domain.facts.errors import SameAgain
from bot.texts import error_cards
from bot.texts.card import Button, Card
from bot.texts.i18n import _

NEAR = {"leg_day_near", "run_near"}
EDITS = {
    "leg_day_again": "log.edit",
    "leg_day_near": "log.edit",
    "run_again": "runs.edit",
    "run_near": "runs.edit",
}


def question(token: int, like: SameAgain) -> Card:
    """Ask about the entry that waits under ``token``; nothing of it is kept yet."""
    near = like.key in NEAR
    return Card(
        title=_("Same session?") if near else _("The same again?"),
        body=(error_cards.sentence(like),),
        small=_("Only you see this."),
        rows=(
            (
                Button(label=_("Keep one") if near else _("Leave it"), action=f"keep.one:{token}"),
                Button(
                    label=_("Two sessions") if near else _("Keep both"), action=f"keep.both:{token}"
                ),
            ),
        ),
    )


def kept_one(like: SameAgain) -> Card:
    """Confirm that only the first of the two is kept, and offer to change it."""
    edit = f"{EDITS[like.key]}:{like.values['entry']}"
    return Card(
        title=_("Kept once"),
        body=(_("The one you logged first stays as it is. **Edit** changes it."),),
        rows=((Button(label=_("Edit"), action=edit),),),
    )


def changed_meanwhile() -> str:
    """Say that an edit met another one: only what was changed in the form was written."""
    return _(
        "Something had changed since this was opened: I kept that, and wrote only what you changed."
    )
