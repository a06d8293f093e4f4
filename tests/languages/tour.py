"""A script of the sandbox in another language: the same presses, whatever their labels say.

``python -m tests.languages.tour LOCALE [SCRIPT]`` prints a script's transcript (``tests/tour.txt``)
with everybody's Discord in that language; ``qps`` is English made longer, in brackets.

A script names buttons and menus by their English labels. So it is played in English first, which
tells the action of each; then with the actions. Ids come from the clock, so they are the same.
"""

import asyncio
import io
import logging
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO, TypedDict, Unpack

import pytest

from bot.cli.sandbox import started
from bot.sandbox.person import Person, Shown
from bot.sandbox.prompt import run_prompt
from bot.sandbox.seed import ZONE
from bot.sandbox.seen import Seen
from tests.languages.lengthened import lengthened

ROOT = Path(__file__).parents[2]
TOUR = ROOT / "tests" / "tour.txt"
PSEUDO = "qps"


class Pressed(TypedDict, total=False):
    """On which message something is pressed or chosen, and whether it need not be offered."""

    on: Seen | None
    unchecked: bool


class Actions:
    """The actions of what is pressed and chosen while a script is played, line by line."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._action: str | None = None
        self._values: tuple[str, ...] = ()

    async def next_line(self, lines: Iterator[str]) -> str | None:
        """Keep the last line with its action, and return the next one."""
        self._keep()
        line = next(lines, None)
        if line is not None:
            self.lines.append(line)
        return line

    def take(self, action: str, *values: str) -> None:
        """Note what a line pressed or chose."""
        self._action, self._values = action, values

    def _keep(self) -> None:
        """Put the action in place of the label in the last line."""
        if self._action is not None and self.lines:
            line = self.lines[-1]
            expected = "! " if line.startswith("!") else ""
            chosen = line.removeprefix("!").strip().startswith("choose")
            verb = "choose" if chosen else "press"
            told = " ".join(f'"{each}"' for each in (self._action, *self._values))
            self.lines[-1] = f"{expected}{verb} {told}"
        self._action = None


@contextmanager
def watched(actions: Actions) -> Iterator[None]:
    """Have people tell the actions of what they press and choose."""
    click, select = Person.click, Person.select

    async def clicked(self: Person, name: str, **more: Unpack[Pressed]) -> Shown:
        actions.take(name)
        return await click(self, name, **more)

    async def selected(self: Person, name: str, *values: str, **more: Unpack[Pressed]) -> Shown:
        actions.take(name, *values)
        return await select(self, name, *values, **more)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Person, "click", clicked)
        patched.setattr(Person, "select", selected)
        yield


@contextmanager
def logged() -> Iterator[TextIO]:
    """Give a log file in a folder of its own; logging is as before afterwards."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    with (
        tempfile.TemporaryDirectory() as folder,
        (Path(folder) / "legday.log").open("w", encoding="utf-8") as log,
    ):
        try:
            yield log
        finally:
            root.handlers[:] = handlers
            root.setLevel(level)


async def play(lines: list[str], out: TextIO, locale: str = "en-US") -> tuple[int, list[str]]:
    """Play a script with everybody's Discord in a language.

    Returns:
        The exit code, and the script with actions in place of labels.
    """
    actions, given = Actions(), iter(lines)

    async def next_line(_prompt: str) -> str | None:
        return await actions.next_line(given)

    with logged() as log:
        database = Path(log.name).parent / "legday.db"
        async with started(database, log, ZONE) as trial:
            world = trial.sandbox.world
            world.locales.update(dict.fromkeys(world.users, locale))
            world.set_guild_locale(trial.sandbox.guild, locale)
            with watched(actions):
                code = await run_prompt(
                    trial.sandbox,
                    next_line,
                    out,
                    interactive=False,
                    zone=ZONE,
                    restart=trial.restart,
                )
    return code, actions.lines


async def actions_of(lines: list[str]) -> list[str]:
    """Return a script with actions in place of labels.

    Raises:
        ValueError: a line of it fails in English.
    """
    code, actions = await play(lines, io.StringIO())
    if code:
        raise ValueError("a line of the script fails in English")
    return actions


async def translated(actions: list[str], out: TextIO, locale: str) -> int:
    """Play a script of actions in a language; return its exit code."""
    if locale != PSEUDO:
        return (await play(actions, out, locale))[0]
    with lengthened():
        return (await play(actions, out))[0]


async def main(locale: str, script: Path) -> int:
    """Print a script's transcript in a language."""
    return await translated(await actions_of(lines_of(script)), sys.stdout, locale)


def lines_of(script: Path) -> list[str]:
    """Return the lines of a script."""
    return script.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    wanted, *paths = sys.argv[1:] or [PSEUDO]
    sys.exit(asyncio.run(main(wanted, Path(paths[0]) if paths else TOUR)))
