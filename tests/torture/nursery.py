"""A warm parent: a process that has imported everything, forks lives and ends them.

Importing the bot costs a hundred times what a kill does, so a life is forked from a process that
has done it and holds no event loop, thread or connection. It imports what the lives need beside
the bot, calls the modules' ``warm_up`` where they have one (for what is imported only when it is
first needed), and reads a life to lead from each line of its input; ``Nursery`` is its other end.
"""

import asyncio
import gc
import importlib
import json
import logging
import os
import select
import signal
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Self, TypedDict

from tests.forked import Fork

LONGEST = 20.0  # seconds
HUNG = 999
BROKEN = 1


class Ending(TypedDict, total=False):
    """How a life is ended, as arguments of ``Nursery.life``."""

    by: signal.Signals
    ended_after: float
    ended_when: Callable[[], Awaitable[None]]


class Nursery:
    """Leads one life at a time in processes of their own; use it with ``async with``.

    Args:
        modules: what is imported before any life begins.
    """

    def __init__(self, *modules: str) -> None:
        self._modules = modules

    async def __aenter__(self) -> Self:
        told, tells = os.pipe()
        hears, said = os.pipe()
        self._process = Fork(serve, self._modules, streams=(told, said, 2))
        os.close(told)
        os.close(said)
        self._tells, self._hears = os.fdopen(tells, "w"), os.fdopen(hears)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._tells.close()
        await asyncio.to_thread(self._process.join)
        self._hears.close()

    async def life(
        self,
        job: str,
        told: Mapping[str, object],
        *,
        ended_after: float | None = None,
        ended_when: Callable[[], Awaitable[None]] | None = None,
        by: signal.Signals = signal.SIGKILL,
        within: float = LONGEST,
    ) -> int:
        """Lead a life: call ``job``, a ``module:function``, with a callback and all it is told.

        Args:
            job: what it does; it calls the callback once it is at work.
            told: its further arguments, as JSON.
            ended_after: seconds after it is at work (below 0: after its birth) when it is sent
                the signal.
            ended_when: waits for the moment when it is sent the signal; with neither it never is.
            by: the signal.
            within: seconds after the signal, or the birth, in which it has to end.

        Returns:
            The exit code, of a signal its negative number, ``HUNG`` if it did not end.
        """
        life = {"job": job, "told": told, "ended_after": ended_after, "by": int(by)}
        life |= {"awaits": ended_when is not None, "within": within}
        self._tell(json.dumps(life))
        process_id = await self._number()
        if ended_when is not None:
            await ended_when()
            os.kill(process_id, by)  # it is there, ended or not, until the nursery is asked on
            self._tell("")
        return await self._number()

    def _tell(self, line: str) -> None:
        self._tells.write(f"{line}\n")
        self._tells.flush()

    async def _number(self) -> int:
        line = await asyncio.to_thread(self._hears.readline)
        if not line:
            raise RuntimeError("the nursery has died")
        return int(line)


def serve(modules: tuple[str, ...]) -> None:
    """Import the modules, let them warm up, then lead a life for each line of the input."""
    for module in modules:
        warm_up = getattr(importlib.import_module(module), "warm_up", None)
        if warm_up is not None:
            warm_up()
    gc.collect()
    gc.freeze()  # else every collection of a child would copy all of it
    for line in iter(sys.stdin.readline, ""):
        lead(**json.loads(line))


def lead(
    job: str,
    told: Mapping[str, object],
    *,
    ended_after: float | None,
    by: int,
    awaits: bool,
    within: float,
) -> None:
    """Fork a life and end it when it is time; say its process id, then how it ended.

    With ``awaits`` somebody else ends it, and says so with a line.
    """
    module, _, name = job.partition(":")
    function = getattr(sys.modules[module], name)
    ready, at_work = os.pipe()
    child = os.fork()
    if not child:
        _live(function, told, at_work)
    _say(child)
    os.close(at_work)
    handle = os.pidfd_open(child)
    try:
        if awaits:
            sys.stdin.readline()
        elif ended_after is not None:
            _end(child, ready, ended_after, by)
        _say(_ended(child, handle, within))
    finally:
        os.close(handle)
        os.close(ready)


def _live(function: Callable[..., int | None], told: Mapping[str, object], at_work: int) -> None:
    """Be the life; never returns."""
    code = BROKEN
    try:
        os.dup2(os.open(os.devnull, os.O_RDWR), 0)
        logging.disable()  # hundreds of lives that meet trouble on purpose
        os.dup2(2, 1)  # what it says goes where errors go: the output is the nursery's own
        code = int(function(lambda: os.write(at_work, b"!"), **told) or 0)
    except BaseException:  # noqa: BLE001 (told, then the process ends)
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.flush()
        os._exit(code)


def _end(child: int, ready: int, after: float, by: int) -> None:
    if after >= 0:
        select.select([ready], [], [], LONGEST)  # at work, or ended: both make it readable
    time.sleep(abs(after))
    os.kill(child, by)


def _ended(child: int, handle: int, within: float) -> int:
    if not select.select([handle], [], [], within)[0]:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return HUNG
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()
