"""The message of every kind of roll."""

from bot.domain.group.rolls import RollKind, RollSheet
from bot.texts.card import Card
from bot.texts.group import digest, rolls


def card(sheet: RollSheet) -> Card:
    """Return a roll's message as it is to be shown now."""
    return digest.card(sheet) if sheet.roll.kind is RollKind.DIGEST else rolls.card(sheet)
