"""Running one line of the prompt: its output, and whether it failed."""

import logging
from difflib import get_close_matches

from bot.sandbox import mentions, shapes
from bot.sandbox.clock import ClockStuckError, SandboxClock
from bot.sandbox.errors import ApiError, ClientRefusal
from bot.sandbox.hints import READS_COMMANDS, suggestions
from bot.sandbox.prompt import speaking
from bot.sandbox.prompt.lines import LineError
from bot.sandbox.prompt.session import MARGIN, PromptSession
from bot.sandbox.prompt.verbs import VERBS, slash
from bot.sandbox.seen import NoAnswer

EXPECTED = "!"  # begins a line that is meant to fail


class Runner:
    """Runs the lines of a session; `failed` tells whether one failed unexpectedly."""

    def __init__(self, session: PromptSession) -> None:
        self.failed = False
        self._session = session
        self._faults = _LoggedFaults()
        self._violations = 0

    async def run(self, line: str) -> None:
        """Do what a line says, and print what came of it."""
        text = line.strip()
        if not text or text.startswith("#"):
            return
        expected = text.startswith(EXPECTED)
        with self._faults:
            problems = await self._do(text.removeprefix(EXPECTED).strip())
        self._session.print(*self._session.arrivals.news())
        problems += [f"The bot reported: {fault}" for fault in self._faults.taken()]
        problems += [f"Discord would not know this: {one}" for one in self._violated()]
        self._session.print(*(f"{MARGIN}✗ {problem}" for problem in problems))
        if expected and not problems:
            self._session.print(f"{MARGIN}✗ This was meant to fail.")
        self.failed = self.failed or expected != bool(problems)

    async def _do(self, text: str) -> list[str]:
        verb, _, rest = text.partition(" ")
        try:
            if text.startswith("/"):
                await slash(self._session, text)
            elif verb in VERBS:
                await VERBS[verb].act(self._session, rest.strip())
            elif mentions.begins(text, self._session.sandbox.world.users):
                await speaking.say(self._session, text)
            else:
                return [self._helped(text)]
            clock = self._session.sandbox.clock
            if isinstance(clock, SandboxClock):
                await clock.settle()
            await self._session.sandbox.engine.settled()
        except (LineError, ClientRefusal, ApiError, NoAnswer, ClockStuckError) as problem:
            return [str(problem)]
        return []

    def _helped(self, text: str) -> str:
        """Say what can be typed instead of a line that is no command and no verb."""
        if self._session.me.channel["type"] == shapes.DM:
            return f"To write that to the bot: say {text} · help tells what there is."
        word = text.partition(" ")[0].casefold()
        if len(word) > 2 and (alike := get_close_matches(word, VERBS, 1)):
            return f"Did you mean {VERBS[alike[0]].usage}? help tells what there is."
        session = self._session
        lines = " · ".join(suggestions(session.sandbox, session.me, text))
        return f"{READS_COMMANDS} Try {lines} · help"

    def _violated(self) -> list[str]:
        fresh = self._session.sandbox.violations[self._violations :]
        self._violations += len(fresh)
        return fresh


class _LoggedFaults(logging.Handler):
    """Collects what is logged as an error while a line is run: the bot's own faults."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self._found: list[str] = []

    def __enter__(self) -> None:
        logging.getLogger().addHandler(self)

    def __exit__(self, *_error: object) -> None:
        logging.getLogger().removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        said = f" ({type(error).__name__}: {error})" if error else ""
        self._found.append(f"{record.getMessage()}{said}")

    def taken(self) -> list[str]:
        found, self._found = self._found, []
        return found
