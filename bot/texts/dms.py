"""Texts about closed direct messages, shown to the member only."""

from bot.texts.card import Button, Card, Style, Tone
from bot.texts.i18n import _


def closed() -> str:
    """Say that DMs do not arrive, and how to allow them."""
    return _(
        "**Your DMs are closed to me**, so reminders by DM do not arrive. To open them: "
        "right-click a server we share, **Privacy Settings**, allow **Direct Messages**; then "
        "`/reminders resume`. I never fall back to a public channel."
    )


def not_arrived() -> Card:
    """Say that the DM just tried did not arrive, and how to allow them."""
    return Card(
        title=_("I cannot DM you"),
        body=(closed(),),
        tone=Tone.CAUTION,
        rows=((Button(label=_("Try again"), action="own.again", style=Style.MAIN),),),
    )
