"""What an asyncio task waits for: whether it can continue before the clock moves.

asyncio has no public way to ask; this reads what `await` left behind in the task and its
coroutines, and answers NO wherever it does not understand (Python 3.11 to 3.13).
"""

import asyncio
from collections.abc import Callable, Iterable
from enum import IntEnum
from types import CoroutineType
from typing import Any

Task = asyncio.Task[Any]
FUTURES = ("fs", "fut")
"""The locals of asyncio.wait and asyncio.wait_for that hold what they wait for."""


class Idle(IntEnum):
    """Whether a task can only wait: NO, PERHAPS (it wants a lock), SURELY (for sleepers)."""

    NO = 0
    PERHAPS = 1
    SURELY = 2


def idle(task: Task, asleep: Callable[[Task], bool]) -> Idle:
    """Tell whether a task can do nothing until one of the tasks `asleep` wakes.

    It is so if all that it awaits, directly or through wait, gather or a TaskGroup, is so.
    """
    return _idle(task, asleep, set())


def _idle(task: Task, asleep: Callable[[Task], bool], seen: set[Task]) -> Idle:
    if asleep(task) or task in seen:
        return Idle.SURELY
    seen.add(task)
    waiter = getattr(task, "_fut_waiter", None)
    if waiter is None or waiter.done():
        return Idle.NO
    if isinstance(waiter, asyncio.Task):
        return _idle(waiter, asleep, seen)
    awaited = getattr(waiter, "_children", None) or _awaited(task)
    if awaited:
        return _least(awaited, asleep, seen)
    return Idle.PERHAPS if _wants_lock(task) else Idle.NO


def _least(awaited: Iterable[object], asleep: Callable[[Task], bool], seen: set[Task]) -> Idle:
    least = Idle.SURELY
    for one in awaited:
        if not isinstance(one, asyncio.Task):
            return Idle.NO
        if not one.done():
            least = min(least, _idle(one, asleep, seen))
    return least


def _awaited(task: Task) -> Iterable[object]:
    innermost = _innermost(task)
    if innermost is None or innermost.cr_frame is None:
        return ()
    code, known = innermost.cr_code, innermost.cr_frame.f_locals
    if code.co_filename == asyncio.tasks.__file__:
        found = next((known[name] for name in FUTURES if name in known), ())
        return (found,) if isinstance(found, asyncio.Future) else found
    if code.co_filename == asyncio.taskgroups.__file__:
        return tuple(getattr(known.get("self"), "_tasks", ()))
    return ()


def _wants_lock(task: Task) -> bool:
    innermost = _innermost(task)
    return innermost is not None and innermost.cr_code.co_filename == asyncio.locks.__file__


def _innermost(task: Task) -> "CoroutineType[Any, Any, Any] | None":
    current: object = task.get_coro()
    found = None
    while isinstance(current, CoroutineType):
        found, current = current, current.cr_await
    return found
