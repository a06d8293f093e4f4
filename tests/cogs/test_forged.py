"""Controls that the bot never made: each press gets kind words, logs no fault and changes nothing.

One that the pressed message does not offer is refused whatever it says; the rest here are pressed
on messages that do, as an older version's may.

The actions are the router's own and their arguments are counted by their handlers' signatures, so
that a new action is tried here without a word.
"""

import asyncio
import inspect
import logging
from collections.abc import Iterator, Sequence
from typing import TypeVar

import pytest

from bot.sandbox import Person, Seen
from bot.sandbox.limits.choosing import STRING_SELECT
from bot.sandbox.limits.components import BUTTON
from tests.cogs.conftest import Gym
from tests.cogs.test_sent_buttons import BUTTONS, FORMS, SELECTS, submit
from tests.refusals import refusal

# Empty, of no kind, negative, not of these digits, fractions, too large for a row and for a date.
WRONG = (
    "", "0", "x", "-1", "٣", "1.5", "1e9", " 1", "1_0",
    "253402300799", "253402300800", "9223372036854775807", "9223372036854775808",
    "9" * 20, "9" * 30,
    "w253402300799", "w253402300800", "l9223372036854775808", "s9223372036854775808", "r٣", "r10",
)  # fmt: skip
FEW = ("0", "x", "253402300800", "9223372036854775808")
ANYTHING = {"packed", "digests"}  # what nothing, too, is a right argument for
AT_ONCE = 40  # few enough to be answered in far less than 3 s

Sent = TypeVar("Sent")


def actions(gym: Gym) -> Iterator[tuple[str, list[inspect.Parameter]]]:
    """Yield each registered action with what its handler takes beside the interaction."""
    for name, handler in gym.bot.tree.router._handlers.items():
        signature = inspect.signature(handler)
        yield name, list(signature.parameters.values())[1:]


def miscounted(name: str, takes: list[inspect.Parameter]) -> Iterator[str]:
    """Yield the action with too few and too many arguments."""
    many = named(takes)
    if any(each.default is inspect.Parameter.empty for each in many):
        yield name
    yield ":".join([name, *"0" * (len(many) + 1)])
    yield ":".join([name, *"0" * 9])


def forged(name: str, takes: list[inspect.Parameter], wrongs: Sequence[str]) -> Iterator[str]:
    """Yield the action with each wrong argument: in all places, and a few in each place alone."""
    many = named(takes)
    for wrong in wrongs if many else ():
        if wrong or not {each.name for each in many} & ANYTHING:
            yield ":".join([name, *[wrong] * len(many)])
        for place in range(len(many)) if len(many) > 1 and wrong in FEW else ():
            yield ":".join([name, *(wrong if n == place else "1" for n in range(len(many)))])


def batches(sent: Sequence[Sent]) -> Iterator[Sequence[Sent]]:
    """Yield what is sent at once: that takes less time than one after another."""
    yield from (sent[start : start + AT_ONCE] for start in range(0, len(sent), AT_ONCE))


def named(takes: list[inspect.Parameter]) -> list[inspect.Parameter]:
    return [each for each in takes if each.kind is not inspect.Parameter.VAR_POSITIONAL]


@pytest.fixture
def engine():
    """Return the engine whose file is read here."""
    return "sqlite"


@pytest.fixture
async def card(gym: Gym, ann: Person, coach: Person) -> Seen:
    """Ann's card of a leg day; she and the coach have something of every kind to lose."""
    await gym.join(ann)
    await coach.slash("config setup")
    await coach.select("config.channel", gym.sandbox.general)
    await coach.click("config.zone")
    await coach.fill(zone="Europe/Berlin")
    await coach.slash("config post add", kind="hydrate", time="18:00")
    await ann.slash("run log", kind="easy", minutes=30)
    await ann.slash("reminders add", kind="walk", time="12:00")
    shown = await ann.slash("legday log", effort=8, minutes=60)
    assert isinstance(shown, Seen)
    return shown


@pytest.mark.no_rate_limits("presses more often within seconds than anybody may")
@pytest.mark.parametrize(
    "presses",
    [
        ("ann", None, ()),
        *(("ann", None, WRONG[part::4]) for part in range(4)),
        ("bob", None, FEW),
        ("coach", None, FEW),
        ("ann", (), ("x",)),
        ("ann", ("x", "y"), ("x",)),
        ("ann", ("9223372036854775808",), ("x",)),
    ],
)
async def test_every_action_with_wrong_arguments_is_answered_and_changes_nothing(
    gym, card, kept, caplog, presses
):
    """A press is of somebody, with what they choose; without wrongs the number of arguments is."""
    who, values, wrongs = presses
    opened = await gym.people[who].slash("run log")
    kind = BUTTON if values is None else STRING_SELECT
    before = kept()
    made_up = [
        action
        for name, takes in actions(gym)
        for action in (forged(name, takes, wrongs) if wrongs else miscounted(name, takes))
    ]

    async def send(action):
        if action.partition(":")[0] in gym.bot.tree.router._forms:
            await submit(gym.people[who], opened, action)
        else:
            await gym.people[who].press_custom_id(
                action, on=card, component_type=kind, values=values or ()
            )

    for together in batches(made_up):
        await asyncio.gather(*map(send, together))
        faults = [one for one in caplog.records if one.levelno >= logging.ERROR]
        assert not faults, f"{faults[0].message}: one of {together}"
        assert kept() == before, f"by one of {together}"

    taking = {name for name, takes in actions(gym) if named(takes) or not wrongs}
    assert {action.partition(":")[0] for action in made_up} == taking
    assert gym.sandbox.violations == []


async def test_action_that_the_pressed_message_does_not_offer_changes_nothing(
    gym, card, kept, ann, coach
):
    before = kept()
    offered = {one.get("custom_id") for one in card.components}
    pressed = [*((action, BUTTON, ()) for action in (*FORMS, *BUTTONS)),
               *((action, STRING_SELECT, (value,)) for action, value in SELECTS)]  # fmt: skip

    async def press(person, action, kind, values):
        shown = await person.press_custom_id(
            action, on=card, component_type=kind, values=values, forged=True
        )
        assert refusal(shown) == "control_unknown", action

    for person in (ann, coach):
        for together in batches([each for each in pressed if each[0] not in offered]):
            await asyncio.gather(*(press(person, *each) for each in together))

    assert kept() == before
    assert {action.partition(":")[0] for action, *_ in pressed} == set(
        gym.bot.tree.router._handlers
    )


async def test_press_is_never_taken_from_a_form_nor_a_form_from_a_press(
    gym, card, kept, ann, coach
):
    before = kept()
    pressed = (*BUTTONS, *(action for action, _ in SELECTS))

    async def send_as_form(person, opened, action):
        assert refusal(await submit(person, opened, action)) == "control_unknown", action

    for person in (ann, coach):
        opened = await person.slash("run log")
        for together in batches(pressed):
            await asyncio.gather(*(send_as_form(person, opened, action) for action in together))
        for action in FORMS:
            shown = await person.press_custom_id(action, on=card)
            assert refusal(shown) == "control_unknown", action
    tried = {action.partition(":")[0] for action in (*pressed, *FORMS)}

    assert kept() == before
    assert tried == set(gym.bot.tree.router._handlers)
    assert gym.sandbox.violations == []


async def test_choice_as_long_as_a_message_is_refused_in_a_few_words(gym, ann):
    await gym.join(ann)
    panel = await ann.slash("profile")

    shown = await ann.press_custom_id(
        "profile.choose:units", on=panel, component_type=STRING_SELECT, values=("a\n" * 3_000,)
    )

    assert refusal(shown) == "not_a_choice"
    assert len(shown.text) < 1_000
