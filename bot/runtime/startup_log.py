"""The log of a start, held back until Discord has taken the token: a refusal is one line."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import MemoryHandler

LINES = 1000  # more are let through


@contextmanager
def held_back(refusal: type[Exception] | tuple[type[Exception], ...]) -> Iterator[None]:
    """Hold back lines below WARNING until ``let_through``; a block that is refused drops them.

    A line at WARNING or above lets all through, in order; so does any other end of the block.
    """
    root = logging.getLogger()
    root.handlers[:] = [
        MemoryHandler(LINES, logging.WARNING, target=handler) for handler in root.handlers
    ]
    try:
        yield
    except refusal:
        for handler in root.handlers:
            if isinstance(handler, MemoryHandler):
                handler.buffer.clear()
        raise
    finally:
        let_through()


def let_through() -> None:
    """Write what was held back, in order, and hold back nothing more."""
    root = logging.getLogger()
    for handler in root.handlers[:]:
        if isinstance(handler, MemoryHandler) and handler.target is not None:
            target = handler.target
            handler.close()
            root.removeHandler(handler)
            root.addHandler(target)
