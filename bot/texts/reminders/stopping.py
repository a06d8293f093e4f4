"""The answer to Stop: nothing comes any more, and the ways back."""

from bot.domain.facts.occurrences import Stopped
from bot.texts.card import Button, Card, Tone
from bot.texts.dms import resume
from bot.texts.i18n import _, ngettext
from bot.texts.wording import sentences


def stopped(result: Stopped, only: tuple[Button, ...] = ()) -> Card:
    """Confirm that no reminder comes any more; ``only`` is the way to stop less than all.

    It is left out where nothing ran before: there is nothing else to bring back.
    """
    planned = ngettext(
        "{count} planned reminder is cancelled.",
        "{count} planned reminders are cancelled.",
        result.cancelled,
    )
    body = [_("All your reminders are off, here and everywhere.")]
    if result.cancelled:
        body.append(planned.format(count=result.cancelled))
    body.append(_("**Resume** turns them on again; what you logged is untouched."))
    return Card(
        title=_("Stopped"),
        body=(sentences(*body),),
        tone=Tone.GOOD,
        rows=((*(only if result.ran else ()), resume()),),
    )


def only_this(reminder_id: int, result: Stopped, *, own: bool) -> Button:
    """Offer to stop the kind of one reminder alone, or the member's own reminder it came from."""
    label = _("Only this one") if own else _("Only this kind")
    return Button(label=label, action=f"rem.only:{reminder_id}:{_switch(result)}")


def only_these(delivery_id: int, result: Stopped) -> Button:
    """Offer to stop what a merged message brought alone."""
    return Button(label=_("Only these"), action=f"all.only:{delivery_id}:{_switch(result)}")


def _switch(result: Stopped) -> str:
    return "on" if result.was_on else "off"
