"""Waiting, as a person does, for the bot's response to an interaction."""

import asyncio
from contextlib import suppress

from bot.sandbox.interaction import FAILED, Interaction
from bot.sandbox.interactions import Interactions
from bot.sandbox.limits.responses import DEFER_MESSAGE, DEFER_UPDATE, FORM
from bot.sandbox.seen import NOT_RESPONDING, STILL_THINKING, NoAnswer, Seen, SeenForm
from bot.sandbox.watched import until

PATIENCE = 10.0  # real seconds for a deferred answer to be filled in
UPDATE_PATIENCE = 2.0  # real seconds for a deferred update, which need not come
BREATHS = 20  # turns of the event loop in which the bot reads the reply to its answer


async def answered(desk: Interactions, made: Interaction) -> None:
    """Send an interaction and wait for the bot's first answer.

    Raises:
        NoAnswer: it did not come in time.
    """
    desk.open(made)
    await until(lambda: made.answer is not None, made.changed)
    await _breathe()
    if made.answer == FAILED:
        raise NoAnswer(NOT_RESPONDING)


async def shown(desk: Interactions, made: Interaction) -> Seen | SeenForm:
    """Send an interaction and return what appears for it, once it is complete.

    Raises:
        NoAnswer: nothing came, or the bot deferred and then left it at that.
    """
    edits = made.source.edits if made.source else 0
    await answered(desk, made)
    if made.answer == FORM and made.form is not None:
        return SeenForm(made.form, made.id)
    if made.answer == DEFER_MESSAGE:
        try:
            await until(lambda: not made.loading, made.changed, PATIENCE)
        except TimeoutError:
            raise NoAnswer(STILL_THINKING) from None
        await _breathe()
    newest = made.original
    if made.answer == DEFER_UPDATE and made.source is not None:
        source = made.source
        with suppress(TimeoutError):
            await until(
                lambda: source.edits > edits or bool(made.follow_ups), made.changed, UPDATE_PATIENCE
            )
        newest = made.follow_ups[-1] if made.follow_ups else source
        await _breathe()
    if newest is None:
        raise NoAnswer(NOT_RESPONDING)
    return Seen({**newest.data})


async def _breathe() -> None:
    # The bot learns the message's id from the reply to its answer; a person is slower than that.
    for _ in range(BREATHS):
        await asyncio.sleep(0)
