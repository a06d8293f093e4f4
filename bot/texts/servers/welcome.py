"""The welcome that an admin may post: what the bot is for, and the button to begin with."""

from dataclasses import replace

from bot.domain.facts.permissions import Right
from bot.texts.card import Button, Card, Row, Style
from bot.texts.i18n import _
from bot.texts.servers import post_troubles


def card() -> Card:
    """Welcome a server's members; whoever presses Start gets a form of their own."""
    return Card(
        title=_("Leg day, and running after it"),
        body=(
            _(
                "Ask me whether you can run today, and I remind you of water, sleep and the "
                "roller after leg day."
            ),
            _(
                "**Start** takes two minutes: five questions, then your first answer. Only you "
                "see it, and nothing is kept before you agree."
            ),
        ),
        small=_("Or type `/start` at any time. General training information, not medical advice."),
        rows=((_start(),),),
    )


def preview(channel_id: int, shown: Card) -> Card:
    """Show an admin what would be posted, and where; nothing is posted yet."""
    where = _("**Preview.** Everybody in <#{channel}> will see this; it pings nobody.").format(
        channel=channel_id
    )
    # Greyed out: it shows how the post will look, and does not lead away from posting it.
    start = _start()._replace(disabled=True)
    choice: Row = (
        Button(label=_("Post it"), action="config.welcome_post", style=Style.GOOD),
        Button(label=_("Back"), action="config.panel"),
    )
    return replace(shown, body=(where, *shown.body), rows=((start,), choice))


def posted(channel_id: int, *, new: bool) -> str:
    """Say that the welcome is posted, or that it was already."""
    if new:
        said = _("The welcome is in <#{channel}>. You may pin it there.")
    else:
        said = _("A welcome was posted in <#{channel}> a moment ago, so it is not posted again.")
    return said.format(channel=channel_id)


def lacking(channel_id: int, missing: tuple[Right, ...]) -> str:
    """Say that nothing was posted, and which right is missing."""
    return _("⚠️ **Nothing was posted**: I lack **{rights}** in <#{channel}>. {how}").format(
        rights=post_troubles.rights(missing),
        channel=channel_id,
        how=post_troubles.how_to_grant(channel_id),
    )


def _start() -> Button:
    return Button(label=_("Start"), action="start", style=Style.MAIN)
