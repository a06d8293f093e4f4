"""Errors that a member can mend, in one hierarchy.

    LegdayError
    ├── BadInput      a value that is out of its limits or was not understood
    ├── NotFound      an entry that is gone, or was never theirs
    ├── NotAllowed    something this person may not do, or the bot may not do here
    ├── SameAgain     an entry that may be one already kept, sent twice
    ├── Expired       a form, button or waiting entry that came too late
    └── NeedsZone     a clock time before the member's time zone is known

Every error carries a text key and the values its words need; the words are in ``bot.texts.errors``.
Anything that is not a ``LegdayError`` is a fault: logged once with a reference the member sees.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager


class LegdayError(Exception):
    """An error the member can mend; ``key`` names its text, ``values`` fill it in.

    Values may come from the member: they are escaped where the words are made, never here.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values


class BadInput(LegdayError):
    """A value outside its limits, or text that was not understood."""


class NotFound(LegdayError):
    """An entry that does not exist or belongs to somebody else: the two look the same."""


class NotAllowed(LegdayError):
    """A missing permission: the person's in this server, or the bot's in a channel."""


class SameAgain(LegdayError):
    """An entry that may be one already kept, sent twice: the member says whether it is another.

    ``values`` name the kept one: its id as ``entry``, its end as ``at``.
    """


class Expired(LegdayError):
    """A form, button or pending entry that is used too late."""


class NeedsZone(LegdayError):
    """A clock time that cannot be read before the member's time zone is known."""


@contextmanager
def renamed(keys: Mapping[str, str]) -> Iterator[None]:
    """Raise errors of general words, inside the block, under the keys that fit what is asked."""
    try:
        yield
    except LegdayError as error:
        raise type(error)(keys.get(error.key, error.key), **error.values) from None
