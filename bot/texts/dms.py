"""Texts about messages that do not come: closed direct messages, a pause; for the member only."""

from collections.abc import Mapping
from datetime import datetime

from bot.domain.facts.reminders import OPEN_END
from bot.domain.facts.training import Illness, PainType
from bot.domain.timing.plan import HeldBack
from bot.texts.card import Button, Card, Style, Tone
from bot.texts.i18n import N_, _
from bot.texts.times import moment, relative

HOLDING: Mapping[Illness | PainType, str] = {
    Illness.HEAD_COLD: N_("a cold"),
    Illness.FEVER_OR_CHEST: N_("fever, or an illness below the neck"),
    PainType.SHARP: N_("sharp pain"),
    PainType.JOINT: N_("pain in a joint"),
    PainType.TENDON: N_("pain in a tendon"),
    PainType.BONE: N_("pain on a bone, in one spot"),
}


def closed(*, unshared: bool = False) -> str:
    """Say that DMs do not arrive, and how to allow them.

    ``unshared`` says that nobody closed them: no server was shared.
    """
    if unshared:
        return _(
            "**We share no server**, so Discord does not let me write to you, and reminders by DM "
            "do not arrive. Use any command of mine in a server we share, and they come again. "
            "Without one, send me any message, then `/reminders resume`: that may be enough."
        )
    return _(
        "**Your DMs are closed to me**, so reminders by DM do not arrive. To open them: "
        "right-click a server we share, **Privacy Settings**, allow **Direct Messages**; then "
        "`/reminders resume`. I never fall back to a public channel."
    )


def closed_in_short(*, unshared: bool = False) -> str:
    """Say in a line that DMs do not arrive, and where it is told what to do; as ``closed``."""
    if unshared:
        return _("**We share no server**: see `/reminders show`.")
    return _("**Your DMs are closed to me**: see `/reminders show`.")


def not_arrived(*, unshared: bool = False) -> Card:
    """Say that the DM just tried did not arrive, and how to allow them."""
    return Card(
        title=_("I cannot DM you"),
        body=(closed(unshared=unshared),),
        tone=Tone.CAUTION,
        rows=((try_again(),),),
    )


def try_again() -> Button:
    """Return the button that tries somebody's DMs again."""
    return Button(label=_("Try again"), action="own.again", style=Style.MAIN)


def held(back: HeldBack) -> str:
    """Say what holds reminders back, as the member told it."""
    what = _("a danger sign") if back.by is None else _(HOLDING[back.by])
    return _(
        "**Held** since {at}, when you told me of {what}. Nothing comes until that has passed."
    ).format(at=moment(back.since), what=what)


def held_in_short(back: HeldBack) -> str:
    """Say in a line that reminders are held, and where it is told that this has passed."""
    if back.by is None:
        return _(
            "**Reminders are held**: you told me of a danger sign. Cleared by a clinician, or told "
            "by mistake? `/reminders show` lets them come again."
        )
    return _(
        "**Reminders are held**: you told me of {what}. Has that passed? `/reminders show` lets "
        "them come again."
    ).format(what=_(HOLDING[back.by]))


def resume(*, apart: bool = False) -> Button:
    """Return the button that turns reminders on again.

    ``apart`` leaves the message it stands under as it is: the answer is one of its own.
    """
    action = "own.resume_apart" if apart else "own.resume"
    return Button(label=_("Resume"), action=action, style=Style.MAIN)


def paused_until(until: datetime | None) -> str:
    """Say until when reminders are paused."""
    if until is None or until >= OPEN_END:
        return _("**Paused** until you resume.")
    return _("**Paused** until {until} ({relative}); they come again by themselves.").format(
        until=moment(until), relative=relative(until)
    )
