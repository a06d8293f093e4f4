"""What members are told once: why their reminders in a server's channel were stopped."""

from bot.domain.facts.settings import Where
from bot.texts.card import Card, Tone
from bot.texts.commands import with_options
from bot.texts.fates import why
from bot.texts.i18n import _
from bot.texts.reminders.overview import WHERE


def stopped(reason: str) -> Card:
    """Say which reminders were stopped and why, and how they come again."""
    return Card(
        title=_("Your reminders in a server's channel were stopped"),
        body=(
            _("One was due there, but {reason}. Nothing was sent.").format(reason=why(reason)),
            with_options(
                _(
                    "To have them by DM: `/reminders set where: {choice}`, and `/reminders edit` "
                    "for those of your own. Once you are back in that channel, `/reminders resume` "
                    "lets your own come there again; the others come with your next leg day."
                )
            ).format(choice=_(WHERE[Where.DM])),
        ),
        small=_("Only you see this, and it is said once; `/reminders show` tells it any time."),
        tone=Tone.CAUTION,
    )
