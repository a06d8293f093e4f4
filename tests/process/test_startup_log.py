"""A start's log waits for Discord's word: nothing is lost, nothing is out of order."""

import io
import logging

import pytest

from bot.runtime.logs import buffered, flush


@pytest.fixture
def written():
    """What the root logger writes; pytest's own handlers stand aside."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    root.handlers[:] = [logging.StreamHandler(stream)]
    root.setLevel(logging.INFO)
    yield lambda: stream.getvalue().split()
    root.handlers[:] = handlers
    root.setLevel(level)


class Refused(Exception):
    """The end of a start that cannot be."""


def start_that_fails(error):
    """Write a line and fail."""
    with buffered(Refused):
        logging.info("one")
        raise error


def test_lines_are_held_back_until_they_are_let_through(written):
    with buffered(Refused):
        logging.info("one")
        before = written()
        flush()
        logging.info("two")
        after = written()

    assert (before, after, written()) == ([], ["one", "two"], ["one", "two"])


def test_warning_lets_all_through_in_order(written):
    with buffered(Refused):
        logging.info("one")
        logging.warning("two")

        assert written() == ["one", "two"]


def test_refusal_drops_what_was_buffered(written):
    with pytest.raises(Refused):
        start_that_fails(Refused())
    logging.info("two")

    assert written() == ["two"]


def test_fault_writes_what_led_to_it(written):
    with pytest.raises(ValueError, match="a fault"):
        start_that_fails(ValueError("a fault"))

    assert written() == ["one"]
