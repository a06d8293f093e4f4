"""Limits of the answers to an interaction.

Which answers fit which interaction: discord/discord-api-docs,
developers/interactions/receiving-and-responding.mdx.
"""

from bot.sandbox.errors import ApiError
from bot.sandbox.limits.form import FormCheck
from bot.sandbox.limits.messages import check_message
from bot.sandbox.limits.modals import check_modal
from bot.sandbox.shapes import Json

PONG, MESSAGE, DEFER_MESSAGE, DEFER_UPDATE, UPDATE, CHOICES, FORM = 1, 4, 5, 6, 7, 8, 9

ANSWERS = {
    "ping": (PONG,),
    "command": (MESSAGE, DEFER_MESSAGE, FORM),
    "component": (MESSAGE, DEFER_MESSAGE, DEFER_UPDATE, UPDATE, FORM),
    "autocomplete": (CHOICES,),
    "modal": (MESSAGE, DEFER_MESSAGE, DEFER_UPDATE, UPDATE),
}


def check_interaction_response(body: Json, kind: str, *, files: int = 0) -> None:
    """Check the first answer, ``{"type": …, "data": …}``, to an interaction of a ``kind``.

    That 6 and 7 need a form opened from a message's component is left to the world, which knows
    where it was opened.

    Raises:
        ApiError: 50035, with paths below ``data`` for what is wrong there; 50006 for an
            empty message.
    """
    form = FormCheck(body)
    answer = form.one_of("type", ANSWERS[kind])
    if answer in (MESSAGE, CHOICES, FORM):
        form.child("data", required=True)
    form.finish()
    data = form.body.get("data") or {}
    try:
        if answer in (MESSAGE, UPDATE):
            check_message(data, files=files, editing=answer == UPDATE)
        elif answer == CHOICES:
            _check_choices(data)
        elif answer == FORM:
            check_modal(data)
    except ApiError as refusal:
        if refusal.errors is None:
            raise
        raise ApiError(400, 50035, refusal.message, {"data": refusal.errors}) from None


def _check_choices(data: Json) -> None:
    form = FormCheck(data)
    for choice in form.children("choices", 25):
        choice.text("name", 100, low=1, required=True)
        check_choice_value(choice)
    form.finish()


def check_choice_value(choice: FormCheck) -> None:
    """Check the value of a choice: a text of up to 100 characters, or a number."""
    value = choice.body.get("value")
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        choice.text("value", 100, required=True)
