"""What a person finds under a delivered message and presses, whatever kind of message it is."""

import re

from bot.sandbox import Person, Seen
from bot.sandbox.person import Shown
from bot.sandbox.shapes import Json

NAMED = re.compile(r"(all|rem|post|check)\.[a-z_]+:(\d+)")  # an action that says what was brought
A_LITTLE = "2"  # of 10: no danger, and the next question
QUESTION = "check."
SELECT = 3  # Discord's component type


def delivered(person: Person, channel: Json | None = None) -> list[Seen]:
    """The messages that came, by DM or to a channel; answers for the person's eyes are none."""
    return [one for one in person.sees(channel or person.dm) if not one.ephemeral]


def actions(message: Seen) -> list[str]:
    """The actions of a message's controls."""
    return [one["custom_id"] for one in message.components if "custom_id" in one]


def identity(message: Seen) -> tuple[bool, str]:
    """What tells a message from all others, however it was edited since: merged or not, the id."""
    found = next(filter(None, map(NAMED.match, actions(message))), None)
    return (found[1] == "all", found[2]) if found else (False, "")


def offered(message: Seen, wanted: str) -> str | None:
    """The action that is meant by done, snooze or stop, ``None`` if the message has no such."""
    asked = [QUESTION] if wanted == "done" else []
    meant = [f".{wanted}:", *asked]
    return next((one for one in actions(message) if any(part in one for part in meant)), None)


async def press(person: Person, message: Seen, action: str) -> Shown:
    """Press a button, or answer a check-in's question."""
    if action.startswith(QUESTION):
        options = next(one for one in message.selects if one["custom_id"] == action)["options"]
        values = [one["value"] for one in options]
        score = A_LITTLE if A_LITTLE in values else values[0]
        # The same answer again, after a kill: a client would want the menu opened anew.
        return await person.select(action, score, on=message, unchecked=True)
    return await person.click(action, on=message)
