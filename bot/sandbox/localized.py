"""Commands, their options and choices in the words of a language, as a client set to it has them.

Source: https://docs.discord.com/developers/interactions/application-commands#localization
(read 2026-11).
"""

from collections.abc import Iterable
from typing import Final

from bot.sandbox.shapes import Json

FIRST: Final = "en-US"  # the language of a client nobody set
LOCALES: Final = (
    *("id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl"),
    *("no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi"),
    *("th", "zh-CN", "ja", "zh-TW", "ko"),
)
"""The languages of Discord's clients, by Discord's names for them.

Source: https://docs.discord.com/developers/reference#locales (read 2026-11).
"""
NESTING: Final = ("options", "choices")
FALLBACKS: Final = {"en-US": "en-GB", "en-GB": "en-US", "es-419": "es-ES"}
"""The language Discord takes where a word is not there in the first."""


def shown(one: Json, locale: str) -> Json:
    """Return a command, option or choice as it is shown in a language, with all within it.

    `name` stays, for it is what is sent; `shown` is what is read in its place. The description,
    which is never sent, is the one to read. The words of other languages are left out.
    """
    told = {key: value for key, value in one.items() if not key.endswith("_localizations")}
    told["shown"] = name(one, locale)
    if "description" in one:
        told["description"] = _said(one, "description", locale)
    for key in NESTING:
        if one.get(key):
            told[key] = [shown(part, locale) for part in one[key]]
    return told


def plain(one: Json) -> Json:
    """Return a command, option or choice without its words in languages, as Discord lists it."""
    told = {key: value for key, value in one.items() if not key.endswith("_localizations")}
    return told | {key: [plain(part) for part in one[key]] for key in NESTING if one.get(key)}


def name(one: Json, locale: str) -> str:
    """Return what a command, option or choice is called in a language."""
    return _said(one, "name", locale)


def named(ones: Iterable[Json], locale: str) -> dict[str, Json]:
    """Return commands, options or choices by what may be typed for them.

    That is the default name and the one shown, which goes first where it is another's default.
    """
    listed = list(ones)
    by_default = {str(one["name"]): one for one in listed}
    return by_default | {name(one, locale): one for one in listed}


def _said(one: Json, key: str, locale: str) -> str:
    words = one.get(f"{key}_localizations") or {}
    fallback = FALLBACKS.get(locale, locale)
    return str(words.get(locale) or words.get(fallback) or one[key])
