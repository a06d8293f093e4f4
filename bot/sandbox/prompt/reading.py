"""Where lines come from: a keyboard with Tab and history, or a file or pipe."""

import asyncio
import importlib
import sys
import threading
from collections.abc import Awaitable, Callable
from importlib.util import find_spec
from typing import Any, TextIO

from bot.sandbox.errors import ClientRefusal
from bot.sandbox.prompt.completion import completions
from bot.sandbox.prompt.session import PromptSession
from bot.sandbox.prompt.typed import Slash
from bot.sandbox.prompt.verbs import offered
from bot.sandbox.seen import NoAnswer
from bot.sandbox.shapes import Json

# Windows' Python has neither: typing works there, Tab does not.
readline: Any = importlib.import_module("readline") if find_spec("readline") else None
termios: Any = importlib.import_module("termios") if find_spec("termios") else None

Lines = Callable[[str], Awaitable[str | None]]
"""Gives the next line for a prompt, without its line break; None at the end."""

PATIENCE = 3.0  # real seconds Tab waits for the bot


def from_stream(stream: TextIO) -> Lines:
    """Read lines from a file or pipe; the prompt is not shown."""

    async def next_line(_prompt: str) -> str | None:
        line = await _in_thread(stream.readline)
        return line.rstrip("\n") if line else None

    return next_line


def from_keyboard() -> Lines:
    """Read lines from the terminal; its end (Ctrl-D) is the end."""

    async def next_line(prompt: str) -> str | None:
        modes = termios.tcgetattr(sys.stdin) if termios and sys.stdin.isatty() else None
        try:
            return await _in_thread(lambda: input(prompt))
        except EOFError:
            return None
        except asyncio.CancelledError:
            # Ctrl-C leaves the reading thread behind, and with it the terminal as readline set it.
            if modes is not None:
                termios.tcsetattr(sys.stdin, termios.TCSADRAIN, modes)
            raise

    return next_line


def offer_tab(session: PromptSession, loop: asyncio.AbstractEventLoop) -> None:
    """Let Tab complete the lines of a session at the keyboard."""
    if readline is None:
        return
    readline.set_completer_delims(" ")
    readline.set_completer(Completer(session, loop, readline.get_line_buffer))
    # macOS' Python stands on libedit, which binds keys in its own words.
    libedit = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if libedit else "tab: complete")


class Completer:
    """Answers readline, from the thread that reads the keyboard; the bot runs in `loop`."""

    def __init__(
        self, session: PromptSession, loop: asyncio.AbstractEventLoop, buffer: Callable[[], str]
    ) -> None:
        self._session = session
        self._loop = loop
        self._buffer = buffer
        self._found: list[str] = []

    def __call__(self, _word: str, state: int) -> str | None:
        """Return the completion of that number, or None after the last."""
        if state == 0:
            self._found = completions(self._session, self._buffer(), self._ask)
        return self._found[state] if state < len(self._found) else None

    def _ask(self, command: Slash) -> list[Json]:
        asking = asyncio.run_coroutine_threadsafe(offered(self._session, command), self._loop)
        try:
            return asking.result(PATIENCE)
        except (ClientRefusal, NoAnswer, TimeoutError):
            return []


async def _in_thread(read: Callable[[], str]) -> str:
    """Run a blocking read; unlike `asyncio.to_thread`, leaving does not wait for it."""
    loop = asyncio.get_running_loop()
    result: asyncio.Future[str] = loop.create_future()

    def settle(line: str | None, error: BaseException | None) -> None:
        if result.done():
            return
        if error is not None:
            result.set_exception(error)
        else:
            result.set_result(line or "")

    def work() -> None:
        line, error = None, None
        try:
            line = read()
        except (EOFError, OSError, ValueError) as found:
            error = found
        if not loop.is_closed():
            loop.call_soon_threadsafe(settle, line, error)

    threading.Thread(target=work, name="sandbox prompt", daemon=True).start()
    return await result
