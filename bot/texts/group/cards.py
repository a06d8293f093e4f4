"""The message of every kind of roll."""

from bot.domain.facts.tables import complete
from bot.domain.group.rolls import RollKind, RollSheet
from bot.texts.card import Card
from bot.texts.group import buddies, digest, rolls, shared

CARDS = complete(
    "the messages of rolls",
    {
        RollKind.ROLL_CALL: rolls.card,
        RollKind.DIGEST: digest.card,
        RollKind.CARD: shared.card,
        RollKind.EASY_RUN: buddies.card,
    },
    RollKind,
)


def card(sheet: RollSheet) -> Card:
    """Return a roll's message as it is to be shown now."""
    return CARDS[sheet.roll.kind](sheet)
