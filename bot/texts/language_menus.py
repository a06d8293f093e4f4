"""The languages somebody can choose, each by its own name."""

from typing import Final

from bot.domain.facts.errors import Expired
from bot.texts.card import Option
from bot.texts.i18n import _
from bot.texts.languages import LANGUAGES, Language, of_locale

AS_DISCORD: Final = "discord"
LOCALES: Final = {each.locales[0]: each for each in LANGUAGES}


def options(as_discord: str, chosen: str | None) -> tuple[Option, ...]:
    """Return the options of a menu of languages: as in Discord first, in these words."""
    spoken = None if chosen is None else of_locale(chosen)
    return (
        Option(label=as_discord, value=AS_DISCORD, chosen=spoken is None),
        *(
            Option(label=each.name, value=locale, chosen=each is spoken)
            for locale, each in LOCALES.items()
        ),
    )


def read(value: str) -> str | None:
    """Return the language that an option stands for, by Discord's name; ``None``: as in Discord.

    Raises:
        Expired: no menu had that option.
    """
    if value != AS_DISCORD and value not in LOCALES:
        raise Expired("control_unknown")
    return None if value == AS_DISCORD else value


def of_member(told: Language, chosen: str | None) -> tuple[Option, ...]:
    """Return a member's options; ``told`` is the language of their Discord."""
    return options(_("As in Discord ({language})").format(language=told.name), chosen)


def of_server(told: Language, chosen: str | None) -> tuple[Option, ...]:
    """Return a server's options; ``told`` is the language set in Discord."""
    said = _("As in Discord's server settings ({language})").format(language=told.name)
    return options(said, chosen)


def kept(chosen: str | None) -> str:
    """Confirm a member's choice; it is said in the language chosen."""
    if chosen is None:
        return _("I write to you in the language of your Discord again.")
    return _("I write to you in this language from now on, in reminders, too.")


def kept_of_server(told: Language, chosen: str | None) -> str:
    """Confirm a server's choice; an admin's own answers stay in their language."""
    spoken = told if chosen is None else of_locale(chosen)
    return _(
        "What all see here comes in this language from now on: {language}. What members alone see "
        "stays in theirs."
    ).format(language=spoken.name)
