"""Options and fields in JSON types that no client sends: answered as outdated, kept out of the log.

The options are those of the command tree, so a new one is tried here without a word.
"""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from discord import AppCommandOptionType, app_commands

from bot.sandbox import Person, Seen
from bot.sandbox.compose import given_options
from bot.texts import error_cards
from tests.cogs.conftest import Gym

TYPED = "typed-7f3a"  # must not be found in the log
NOTHING: tuple[Any, ...] = ({"x": TYPED}, [TYPED], [], {}, None)
WRONG: dict[AppCommandOptionType, tuple[Any, ...]] = {
    AppCommandOptionType.string: (*NOTHING, 5, 2.5, True, TYPED * 700),
    AppCommandOptionType.integer: (*NOTHING, TYPED, "5", "", True, 1.5, 2**63, -(2**63)),
    AppCommandOptionType.number: (*NOTHING, TYPED, "5", "", True, 2**63, 1e300),
    AppCommandOptionType.boolean: (*NOTHING, TYPED, "true", 0, 1),
}
IDS = (*NOTHING, TYPED, 5, "", "-1", "٣", str(2**63), "9" * 30, True)
FIELD: tuple[Any, ...] = (5, 2.5, True, False, ["x", TYPED], [], {"x": TYPED}, TYPED * 700)
CHOICES: tuple[Any, ...] = (5, TYPED, None, True, {}, [5], [None], [[TYPED]], [{"x": TYPED}])

FORMS = {
    "log": "log.edit:{legs}",
    "details": "log.more:{legs}",
    "run": "runs.edit:{run}",
    "zone": "zone",
    "profile zone": "profile.zone",
    "profile times": "profile.times",
    "profile runs": "profile.runs",
    "server zone": "config.zone",
    "server quiet": "config.quiet",
}


def options(gym: Gym) -> Iterator[tuple[str, str, AppCommandOptionType]]:
    for command in gym.bot.tree.walk_commands():
        if isinstance(command, app_commands.Command):
            for option in command.parameters:
                yield command.qualified_name, option.display_name, option.type


def check(shown: Seen, caplog: pytest.LogCaptureFixture, what: str) -> None:
    assert error_cards.outdated().body[0] in shown.text, what
    loud = [one for one in caplog.records if one.levelno >= logging.WARNING]
    assert not loud, f"{what}: {loud[0].getMessage()}"


@pytest.mark.parametrize("dm", [False, True])
async def test_every_option_in_a_wrong_type_is_called_outdated(gym, coach, caplog, dm):
    channel = coach._client().channel
    if dm:
        seen = await coach.dm_slash("help")
        channel = coach._engine.world.channels[seen.channel_id]
    tried = 0
    for command, name, kind in options(gym):
        if dm and command.startswith("config"):
            continue
        for wrong in WRONG.get(kind, IDS):
            made = coach._client(channel).slash(command, {}, unchecked=True)
            given_options(made.payload["data"]).append(
                {"name": name, "type": kind.value, "value": wrong}
            )
            check(await coach._shown(made), caplog, f"{command} {name} {wrong!r:.40}")
            tried += 1

    assert tried > 200
    assert TYPED not in caplog.text
    assert gym.sandbox.violations == []


async def test_option_of_another_type_than_declared_is_called_outdated(gym, ann, caplog):
    for command, name, kind in options(gym):
        other = {"type": 5, "value": True} if kind.value != 5 else {"type": 3, "value": TYPED}
        made = ann._client().slash(command, {}, unchecked=True)
        given_options(made.payload["data"]).append({"name": name, **other})
        check(await ann._shown(made), caplog, f"{command} {name}")
    assert TYPED not in caplog.text


@pytest.mark.parametrize("form", FORMS)
async def test_every_field_in_a_wrong_type_is_called_outdated(gym, coach, caplog, form):
    await gym.join(coach)
    await coach.slash("run log", kind="easy", minutes=30)
    card = await coach.slash("legday log", effort=8, minutes=60)
    member = await gym.store.members.context(coach.id, None)
    ids = {"legs": member.sessions[0].session_id, "run": member.runs[0].run_id}
    action = FORMS[form].format(**ids)
    tried = 0
    for field in range(len((await coach.press_custom_id(action, on=card)).fields)):
        for wrong in (*FIELD, *CHOICES):
            await coach.press_custom_id(action, on=card)
            if await submitted(coach, caplog, field, wrong):
                tried += 1
    assert tried
    assert TYPED not in caplog.text


async def submitted(
    person: Person, caplog: pytest.LogCaptureFixture, field: int, wrong: object
) -> bool:
    """Submit the open form with the field's value replaced; whether the value is wrong for it."""
    form = person.form
    assert form is not None
    opened_from = person._engine.interactions.by_id(form.interaction_id)
    made = person._client(opened_from.channel).submission(form, {}, unchecked=True)
    item = made.payload["data"]["components"]
    item = [row.get("component") or row["components"][0] for row in item if row["type"] != 10][
        field
    ]
    key = "values" if "values" in item else "value"
    if wrong not in (CHOICES if key == "values" else FIELD):
        return False
    item[key] = wrong
    shown = await person._shown(made)
    assert isinstance(shown, Seen)
    check(shown, caplog, f"{form.custom_id} {item['custom_id']} {wrong!r:.40}")
    return True


async def test_id_too_large_for_a_row_is_no_choice(gym, ann, caplog):
    await gym.join(ann)
    for command in ("legday edit", "legday undo", "run edit", "run undo", "reminders remove"):
        shown = await ann.slash(command, entry=str(2**63))
        assert shown.ephemeral
    assert not [one for one in caplog.records if one.levelno >= logging.ERROR]
