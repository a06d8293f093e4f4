"""The languages of Discord's clients, by Discord's names for them.

Source: https://docs.discord.com/developers/reference#locales (read 2026-11).
"""

from typing import Final

FIRST: Final = "en-US"  # that of a client nobody set
LOCALES: Final = (
    *("id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl"),
    *("no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi"),
    *("th", "zh-CN", "ja", "zh-TW", "ko"),
)
