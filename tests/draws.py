"""Generated examples decoded from one string of bytes each, instead of dozens of draws.

Every property sees hundreds of them in a second: Hypothesis' own draws take longer than what is
tried with them. Byte 0 is the plainest choice, so Hypothesis shrinks to the plainest example.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import nextafter
from typing import Any, TypeVar

from hypothesis import given
from hypothesis import strategies as st

Value = TypeVar("Value")
NAMED = ("__module__", "__name__", "__qualname__", "__doc__")


@dataclass(frozen=True, slots=True)
class Draws:
    """Choices read off bytes; bytes that have run out choose the plainest."""

    data: Iterator[int]

    def one(self, options: Sequence[Value]) -> Value:
        """One of them: a byte chooses among up to 256, two among more, and so on."""
        number, left = next(self.data, 0), len(options) - 1 >> 8
        while left:
            number, left = number << 8 | next(self.data, 0), left >> 8
        return options[number % len(options)]

    def part(self, low: float, high: float) -> float:
        """Any number in between."""
        return low + (high - low) * self.one(range(1 << 16)) / ((1 << 16) - 1)

    def yes(self, one_in: int = 2) -> bool:
        return next(self.data, 0) % one_in == one_in - 1

    def perhaps(self, options: Sequence[Value]) -> Value | None:
        return self.one(options) if self.yes() else None

    def maybe(self, decode: Callable[["Draws"], Value], one_in: int = 2) -> Value | None:
        return decode(self) if self.yes(one_in) else None

    def several(self, decode: Callable[["Draws"], Value], most: int) -> tuple[Value, ...]:
        return tuple(decode(self) for _ in range(self.one(range(most + 1))))


def drawn(decode: Callable[[Draws], Value], size: int) -> st.SearchStrategy[Value]:
    """The strategy that decodes so many bytes."""

    @st.composite
    def decoded(draw: st.DrawFn) -> Value:
        return decode(Draws(iter(draw(st.binary(min_size=size, max_size=size)))))

    return decoded()


def tried(
    *decodes: Callable[[Draws], Any], size: int = 128
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Try a test with what these decode, one after the other, from one string of so many bytes.

    A draw for each would take Hypothesis twice as long, the most of it for what it then mutates.
    """

    def decoded(data: bytes) -> tuple[Any, ...]:
        draws = Draws(iter(data))  # the first, the largest, is last: of a short string it is plain
        return tuple(decode(draws) for decode in reversed(decodes))[::-1]

    def trying(test: Callable[..., None]) -> Callable[..., None]:
        def of_all(values: tuple[Any, ...]) -> None:
            test(*values)

        for name in NAMED:  # without ``wraps``: it is the values that are given
            setattr(of_all, name, getattr(test, name))
        return given(st.binary(max_size=size).map(decoded))(of_all)

    return trying


def among(*options: Value) -> Callable[[Draws], Value]:
    """One of the values, the first being the plainest."""
    return lambda draws: draws.one(options)


def between(low: float, high: float) -> Callable[[Draws], float]:
    """Any number in between, often the ends, what is just within them, and whole ones."""

    def decode(draws: Draws) -> float:
        any_of_them = draws.part(low, high)
        whole = max(low, float(int(any_of_them)))
        edges = (low, high, nextafter(low, high), nextafter(high, low))
        return draws.one((*[any_of_them] * 5, whole, whole, *edges))

    return decode


yes_or_no = among(False, True)
