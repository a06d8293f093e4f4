"""A member's words with the language they may be in, and how readers of English read them."""

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import ParamSpec, TypeVar

from bot.domain.facts.errors import BadInput, LegdayError
from bot.domain.tongues.tongue import Tongue, fold

P = ParamSpec("P")
T = TypeVar("T")


class Typed(str):
    """Words that may be in ``tongue`` besides English; what is cut out of them is plain text.

    What neither reads may be in ``shown``, the language in which Discord shows its examples.
    """

    __slots__ = ("shown", "tongue")
    tongue: Tongue
    shown: Tongue | None

    def __new__(cls, text: str, tongue: Tongue, shown: Tongue | None = None) -> "Typed":
        """Return the words, which are the same text as before."""
        words = super().__new__(cls, text)
        words.tongue, words.shown = tongue, shown
        return words

    @property
    def tongues(self) -> tuple[Tongue, ...]:
        """The languages they may be in besides English, the likeliest first."""
        return (self.tongue,) if self.shown is None else (self.tongue, self.shown)


def in_either(read: Callable[P, T]) -> Callable[P, T]:
    """Have a reader of English read words in the member's language too.

    ``read`` gets the words among its arguments by position. English is tried first; where both
    readings are possible and differ, the member is asked. Where none is, they may be in the
    language that Discord shows.

    Raises:
        BadInput: ``two_readings`` with both, besides what ``read`` raises.
    """
    return _reading(read, _either)


def in_own_first(read: Callable[P, T]) -> Callable[P, T]:
    """Have a reader that passes over words it does not know read the member's languages first.

    "5 km et demi" is 5 km in English, and 5.5 km to whoever knows French.
    """
    return _reading(read, _own_first)


def _reading(
    read: Callable[P, T], choose: Callable[[Callable[[str], T], Typed], T]
) -> Callable[P, T]:
    @wraps(read)
    def reading(*args: P.args, **kwargs: P.kwargs) -> T:
        words = next((each for each in args if isinstance(each, Typed)), None)
        if words is None:
            return read(*args, **kwargs)

        def read_as(text: str) -> T:
            return read(*(text if each is words else each for each in args), **kwargs)  # type: ignore[arg-type]

        return choose(read_as, words)

    return reading


def _own_first(read_as: Callable[[str], T], words: Typed) -> T:
    """Read words in the first language that has some of them and makes sense of all."""
    for tongue in words.tongues:
        said = tongue.english(words)
        if said.split() != fold(words).split():
            with suppress(LegdayError):
                return read_as(said)
    return read_as(str(words))


def _either(read_as: Callable[[str], T], words: Typed) -> T:
    """Read words in English or in the member's language, else in the one that Discord shows."""
    try:
        return _in_one(read_as, words)
    except LegdayError as error:
        if words.shown is None:
            raise
        return _translated(read_as, words.shown.english(words), error)


def _in_one(read_as: Callable[[str], T], words: Typed) -> T:
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
