"""What a member can mend, as one small tree of errors.

    LegdayError
    ├── BadInput      a value that is out of its limits or was not understood
    ├── NotFound      an entry that is gone, or was never theirs
    ├── NotAllowed    something this person may not do, or the bot may not do here
    ├── Expired       a form, button or waiting entry that came too late
    ├── NeedsConsent  a personal entry before the member agreed that it is kept
    └── NeedsZone     a clock time before the member's time zone is known

Every error carries a text key and the values its words need; the words are in ``bot.texts.errors``.
Anything that is not a ``LegdayError`` is a fault: logged once with a reference the member sees.
"""


class LegdayError(Exception):
    """Something the member can mend; ``key`` names its words, ``values`` fill them.

    Values may come from the member: they are escaped where the words are made, never here.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values


class BadInput(LegdayError):
    """A value out of its limits, or words that were not understood."""


class NotFound(LegdayError):
    """An entry that does not exist any more, or belongs to somebody else: the two look the same."""


class NotAllowed(LegdayError):
    """A right that is missing: the person's in this server, or the bot's in a channel."""


class Expired(LegdayError):
    """A form, a button or a waiting entry that came too late."""


class NeedsConsent(LegdayError):
    """A personal entry cannot be kept before the member has agreed to it."""


class NeedsZone(LegdayError):
    """A clock time cannot be read or planned before a time zone is known."""
