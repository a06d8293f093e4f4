"""Cards and forms: text, buttons, selects and fields as plain data, independent of Discord.

An ``action`` is what comes back when something is pressed or sent: ``name:argument:argument``,
at most 100 characters. It carries all the state there is, so it works after a restart.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.texts.picture import Picture


class Tone(StrEnum):
    """A card's accent colour; never the only way something is said."""

    PLAIN = "plain"
    GOOD = "good"
    CAUTION = "caution"
    STOP = "stop"


class Style(StrEnum):
    """A button's emphasis."""

    MAIN = "main"
    PLAIN = "plain"
    GOOD = "good"
    DANGER = "danger"


class Pick(StrEnum):
    """The kind of choices of a select."""

    OPTIONS = "options"
    CHANNELS = "channels"


class Input(StrEnum):
    """The kind of a form's field."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button; ``label`` at most 80 characters. ``server_only`` ones are left out of DMs."""

    label: str
    action: str
    style: Style = Style.PLAIN
    disabled: bool = False
    server_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """An option of a select; at most 25."""

    label: str
    value: str
    description: str | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Select:
    """A select menu in a row of its own. Channels are listed by Discord itself."""

    placeholder: str
    action: str
    options: tuple[Option, ...] = ()
    least: int = 1
    most: int = 1
    pick: Pick = Pick.OPTIONS


Row = tuple[Button, ...] | tuple[Select]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A message: a headline, paragraphs in Discord's markdown, small print, then controls.

    Empty paragraphs are left out. ``first`` are controls right under the headline: a question that
    comes before the paragraphs.
    ``picture`` returns what stands under the paragraphs; it is asked for once the words are sent.
    """

    title: str
    body: tuple[str, ...] = ()
    small: str | None = None
    tone: Tone = Tone.PLAIN
    rows: tuple[Row, ...] = ()
    first: Row | None = None
    lead: str | None = None  # above the box: where a ping stands
    picture: Callable[[], Picture | None] | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "body", tuple(filter(None, self.body)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a form; ``value`` is what it is filled with when it opens."""

    key: str
    label: str  # at most 45 characters
    description: str | None = None  # at most 100
    input: Input = Input.LINE
    required: bool = False
    longest: int = 200
    value: str | None = None
    placeholder: str | None = None
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form: title at most 45 characters, one to five fields (Discord's limit)."""

    title: str
    action: str
    fields: tuple[Field, ...]


def for_dm(card: Card) -> Card:
    """Return a card without the buttons that work in a server only."""
    return replace(card, rows=tuple(left for row in card.rows if (left := _for_dm(row))))


def _for_dm(row: Row) -> Row:
    if not isinstance(row[0], Button):
        return row
    return tuple(each for each in row if isinstance(each, Button) and not each.server_only)
