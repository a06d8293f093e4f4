"""Options and fields in JSON types that no client sends: answered as outdated, kept out of the log.

The options are those of the command tree, so a new one is tried here without a word.
"""

import asyncio
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from discord import AppCommandOptionType, app_commands

from bot.sandbox import Person, Seen, SeenForm
from bot.sandbox.compose import given_options
from bot.sandbox.interaction import Interaction
from bot.sandbox.limits.components import TEXT
from bot.sandbox.shapes import Json
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

    async def give(command: str, name: str, kind: AppCommandOptionType, wrong: object) -> None:
        made = coach._client(channel).slash(command, {}, unchecked=True)
        given_options(made.payload["data"]).append(
            {"name": name, "type": kind.value, "value": wrong}
        )
        check(await coach._shown(made), caplog, f"{command} {name} {wrong!r:.40}")

    for command, name, kind in options(gym):
        if dm and command.startswith("config"):
            continue
        wrongs = WRONG.get(kind, IDS)
        await asyncio.gather(*(give(command, name, kind, wrong) for wrong in wrongs))
        tried += len(wrongs)

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


async def test_every_field_in_a_wrong_type_is_called_outdated(gym, coach, caplog, subtests):
    await gym.join(coach)
    await coach.slash("run log", kind="easy", minutes=30)
    card = await coach.slash("legday log", effort=8, minutes=60)
    member = await gym.store.members.context(coach.id, None)
    ids = {"legs": member.sessions[0].session_id, "run": member.runs[0].run_id}

    async def submit(made: Interaction, what: str) -> None:
        shown = await coach._shown(made)
        assert isinstance(shown, Seen)
        check(shown, caplog, what)

    for name, action in FORMS.items():
        with subtests.test(form=name):
            form = await coach.press_custom_id(action.format(**ids), on=card)
            assert isinstance(form, SeenForm)
            await asyncio.gather(*(submit(*each) for each in submissions(coach, form)))
            assert TYPED not in caplog.text


def submissions(person: Person, form: SeenForm) -> Iterator[tuple[Interaction, str]]:
    """Yield an open form as sent with one field of a wrong type, and which; it stays open."""
    channel = person._engine.interactions.by_id(form.interaction_id).channel
    client = person._client(channel)
    for field, label in enumerate(form.fields):
        chosen = "values" in sent_field(client.submission(form, {}, unchecked=True), field)
        for wrong in CHOICES if chosen else FIELD:
            made = client.submission(form, {}, unchecked=True)
            sent_field(made, field)["values" if chosen else "value"] = wrong
            yield made, f"{form.custom_id} {label} {wrong!r:.40}"


def sent_field(made: Interaction, field: int) -> Json:
    """Return a field of a form that is sent."""
    rows = [row for row in made.payload["data"]["components"] if row["type"] != TEXT]
    field_sent: Json = rows[field].get("component") or rows[field]["components"][0]
    return field_sent


async def test_id_too_large_for_a_row_is_no_choice(gym, ann, caplog):
    await gym.join(ann)
    for command in ("legday edit", "legday undo", "run edit", "run undo", "reminders remove"):
        shown = await ann.slash(command, entry=str(2**63))
        assert shown.ephemeral
    assert not [one for one in caplog.records if one.levelno >= logging.ERROR]
