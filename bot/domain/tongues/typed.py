"""A member's words with the language they may be in, and how readers of English read them."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from bot.domain.facts.errors import BadInput, LegdayError
from bot.domain.tongues.tongue import Tongue

P = ParamSpec("P")
T = TypeVar("T")


class Typed(str):
    """Words that may be in ``tongue`` besides English; what is cut out of them is plain text."""

    __slots__ = ("tongue",)
    tongue: Tongue

    def __new__(cls, text: str, tongue: Tongue) -> "Typed":
        """Return the words, which are the same text as before."""
        words = super().__new__(cls, text)
        words.tongue = tongue
        return words


def in_either(read: Callable[P, T]) -> Callable[P, T]:
    """Have a reader of English read words in the member's language too.

    ``read`` gets the words among its arguments by position. English is tried first; where both
    readings are possible and differ, the member is asked.

    Raises:
        BadInput: ``two_readings`` with both, besides what ``read`` raises.
    """

    @wraps(read)
    def reading(*args: P.args, **kwargs: P.kwargs) -> T:
        words = next((each for each in args if isinstance(each, Typed)), None)
        if words is None:
            return read(*args, **kwargs)

        def read_as(text: str) -> T:
            return read(*(text if each is words else each for each in args), **kwargs)  # type: ignore[arg-type]

        translated = words.tongue.english(words)
        try:
            first = read_as(str(words))
        except LegdayError as error:
            return _translated(read_as, translated, error)
        if translated == words:
            return first
        try:
            second = read_as(translated)
        except LegdayError:
            return first
        if first != second:
            raise BadInput("two_readings", text=str(words), first=first, second=second)
        return first

    return reading


def _translated(read_as: Callable[[str], T], text: str, error: LegdayError) -> T:
    """Read the translated words where the English are not; errors quote what was typed."""
    if not _is_strange(error):
        raise error
    try:
        return read_as(text)
    except LegdayError as again:
        raise (error if _is_strange(again) else again) from None


def _is_strange(error: LegdayError) -> bool:
    """Tell whether words were not understood at all, so that they may be of another language."""
    return error.key.endswith("not_understood") or error.key in {"not_a_number", "not_minutes"}
