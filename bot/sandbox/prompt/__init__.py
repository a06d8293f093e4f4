"""The sandbox at a prompt: lines in, what people see out. It parses and prints, no more.

    ann in #gym> /legday log effort:8 minutes:60

A person types as one of the server's people; `help` lists the verbs. From a file or pipe it
runs through without waiting and prints a transcript. Time passes only by `wait`.
"""

import asyncio
from datetime import tzinfo
from typing import TextIO

from bot.sandbox.prompt.reading import Lines, from_keyboard, from_stream, offer_tab
from bot.sandbox.prompt.running import Runner
from bot.sandbox.prompt.session import MARGIN, PromptSession, Restart
from bot.sandbox.prompt.verbs import VERBS, WIDTH
from bot.sandbox.seed import ZONE
from bot.sandbox.server import Sandbox

__all__ = ["Lines", "from_keyboard", "from_stream", "run_prompt"]

OPENINGS = ("wait", "who", "help", "quit")
WELCOME = "A small gym server, and the bot in it. Type a command or a word such as:"


async def run_prompt(
    sandbox: Sandbox,
    lines: Lines,
    out: TextIO,
    *,
    interactive: bool,
    zone: tzinfo = ZONE,
    restart: Restart | None = None,
) -> int:
    """Run lines until they end or one says `quit`; return the exit code.

    The sandbox is started, with people in it (see `seed`) and the bot connected. Where it is
    ``interactive`` a person types: they see the prompt and what they type already, and Tab
    completes; else each line is printed after its prompt. Local times are shown in the ``zone`` to
    whoever's own is not known.

    The exit code is 1 if any line failed (not understood, refused, unanswered, or the bot logged an
    error meanwhile), else 0. A line that begins with ``!`` fails by succeeding. At the keyboard
    nothing counts as failed.
    """
    session = PromptSession(sandbox, out, zone, restart)
    runner = Runner(session)
    if interactive:
        offer_tab(session, asyncio.get_running_loop())
        session.print(WELCOME, *_openings(sandbox))
    session.print(*session.arrivals.news())
    while not session.over and (line := await lines(session.prompt)) is not None:
        if not interactive:
            session.print(f"{session.prompt}{line}" if _says_something(line) else line)
        await runner.run(line)
    return int(runner.failed and not interactive)


def _openings(sandbox: Sandbox) -> list[str]:
    """Return the first lines to try, one of each sort."""
    starts = [(one.line, one.words) for one in sandbox.starts]
    more = [(verb.usage, verb.meaning) for verb in (VERBS[name] for name in OPENINGS)]
    return [f"{MARGIN}{line:<{WIDTH}}{words}" for line, words in (*starts, *more)]


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
