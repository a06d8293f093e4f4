"""Texts about closed direct messages, shown to the member only."""

from bot.texts.card import Button, Card, Style, Tone
from bot.texts.i18n import _


def closed(*, unshared: bool = False) -> str:
    """Say that DMs do not arrive, and how to allow them.

    ``unshared`` says that nobody closed them: no server was shared.
    """
    if unshared:
        return _(
            "**We share no server any more**, so reminders by DM do not arrive. Use any command of "
            "mine in a server we share, and they come again."
        )
    return _(
        "**Your DMs are closed to me**, so reminders by DM do not arrive. To open them: "
        "right-click a server we share, **Privacy Settings**, allow **Direct Messages**; then "
        "`/reminders resume`. I never fall back to a public channel."
    )


def not_arrived(*, unshared: bool = False) -> Card:
    """Say that the DM just tried did not arrive, and how to allow them."""
    return Card(
        title=_("I cannot DM you"),
        body=(closed(unshared=unshared),),
        tone=Tone.CAUTION,
        rows=((Button(label=_("Try again"), action="own.again", style=Style.MAIN),),),
    )
