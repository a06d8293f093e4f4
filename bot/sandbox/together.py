"""Several people who press one control at the same instant."""

import asyncio
from collections.abc import Sequence

from bot.sandbox.person import Person, Shown
from bot.sandbox.seen import Seen


async def press_at_once(
    people: Sequence[Person], button: str, *, on: Seen | None = None
) -> list[Shown | BaseException]:
    """Let each press a button as `Person.click` does; return what each got, in their order.

    All press before the bot can read the first press, so that nobody sees the others' effect. Who
    gets no answer, or could not press, has the exception in their place.
    """
    # Each task runs up to its first wait, which comes after its interaction was sent; no socket
    # is written or read before every task has had that turn.
    pressing = (person.click(button, on=on) for person in people)
    return await asyncio.gather(*pressing, return_exceptions=True)
