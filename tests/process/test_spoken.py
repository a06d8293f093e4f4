"""Which messages address the bot, as the gateway tells of them."""

import pytest

from bot.client.kept_events import KEPT_EVENTS
from bot.client.spoken import spoken_to

BOT, ANN = 9, 5


def told(content="<@9> can I run today?", **changed):
    """Return the event of a message in a server that mentions the bot."""
    return {
        "id": "1",
        "type": 0,
        "channel_id": "2",
        "guild_id": "3",
        "content": content,
        "author": {"id": str(ANN)},
        "mentions": [{"id": str(BOT)}],
        **changed,
    }


@pytest.mark.parametrize(
    "event",
    [
        told(author={"id": "6", "bot": True}),
        told(webhook_id="7"),
        told(author={"id": str(BOT)}),
        told(type=7),
        told(mentions=[]),
        told("> <@9> can I run?"),
        told("`<@9>` is how you ask it"),
        told("hello", mentions=[], guild_id=None, author={"id": "6", "bot": True}),
    ],
    ids=["bot", "webhook", "itself", "system", "nobody", "quoted", "code", "bots_dm"],
)
def test_these_address_nobody(event):
    assert spoken_to(event, BOT) is None


def test_a_mention_in_a_thread_is_answered_there_and_an_edit_is_not_read_again():
    spoken = spoken_to(told(channel_id="8", member={}), BOT)

    assert spoken is not None
    assert (spoken.channel_id, spoken.guild_id, spoken.author_id) == (8, 3, ANN)
    assert "MESSAGE_UPDATE" not in KEPT_EVENTS
