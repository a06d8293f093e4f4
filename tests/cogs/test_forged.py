"""Controls that the bot never made: each press gets kind words, and no fault is logged."""

import itertools
import logging

import pytest

from bot.sandbox.seen import BUTTON, STRING_SELECT

BROKEN = "Something broke on our side"
ARGUMENTS = ("", ":", ":0", ":x:y:z", ":0:0:0:0:0:0:0")


@pytest.mark.parametrize(
    ("kind", "values"), [(BUTTON, ()), (STRING_SELECT, ()), (STRING_SELECT, ("x", "y"))]
)
async def test_every_action_with_wrong_arguments_or_choices_is_answered(
    gym, ann, caplog, kind, values
):
    await gym.join(ann)
    card = await ann.slash("legday log", effort=8, minutes=60)

    for action, arguments in itertools.product(gym.bot.router._handlers, ARGUMENTS):
        shown = await ann.press_custom_id(
            action + arguments, on=card, component_type=kind, values=values
        )
        assert BROKEN not in shown.text, action + arguments

    assert [one.message for one in caplog.records if one.levelno >= logging.ERROR] == []
    assert gym.sandbox.violations == []


async def test_choice_as_long_as_a_message_is_refused_in_a_few_words(gym, ann):
    await gym.join(ann)
    panel = await ann.slash("profile")

    shown = await ann.press_custom_id(
        "profile.choose:units", on=panel, component_type=STRING_SELECT, values=("a\n" * 3_000,)
    )

    assert "That did not work" in shown.text
    assert len(shown.text) < 1_000
