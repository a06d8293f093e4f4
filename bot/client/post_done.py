"""A press of Done under a server's posts: counted once a person, and told by the button itself."""

from bot.client.answering import mark_kept
from bot.client.interactions import Interaction, relabel
from bot.store.servers.post_counts import PostCounts
from bot.texts.reminders import messages


async def count_done(
    interaction: Interaction, counts: PostCounts, of: int, *, merged: bool = False
) -> bool:
    """Count the presser in and show the new number on the button; tell whether it is counted.

    Args:
        interaction: the press.
        counts: where it is counted.
        of: the post's reminder, or the delivery of a ``merged`` message.
        merged: whether the message brought several reminders.
    """
    message = interaction.message
    if message is None:
        return False
    count = await counts.press(of, message.id, interaction.user.id, merged=merged)
    if count is None:
        return False
    mark_kept(interaction)
    await relabel(interaction, messages.done_count(count))
    return True
