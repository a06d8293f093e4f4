"""Validators of JSON values: each returns the parsed value, or raises with the path of the fault.

A reader is never given ``null``: it means unknown everywhere and is left out.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from math import inf
from typing import Any, TypeVar

Value = TypeVar("Value")
Word = TypeVar("Word", bound=StrEnum)
Reader = Callable[[object], Value]
Group = dict[str, Any]

LARGEST = 1e9  # of any number: hours of a hundred thousand years


class Wrong(ValueError):
    """An invalid value, with its path: ``leg_sessions[0].srpe: 0 to 10``."""

    def __init__(self, wanted: str, path: str = "") -> None:
        super().__init__(f"{path}: {wanted}" if path else wanted)
        self.wanted = wanted
        self.path = path

    def within(self, outer: str) -> "Wrong":
        """Return the error with the path of the enclosing value in front."""
        joint = "." if self.path and not self.path.startswith("[") else ""
        return Wrong(self.wanted, f"{outer}{joint}{self.path}")


def number(low: float = -inf, high: float = inf) -> Reader[float]:
    """Return a reader of numbers, whole or not, between two limits."""

    def read(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise Wrong("a number" if low == -inf else f"a number, {_span(low, high)}")
        if not low <= value <= high:
            raise Wrong(_span(low, high))
        if abs(value) > LARGEST:
            raise Wrong("too large")
        return float(value)

    return read


def whole(low: int, high: int) -> Reader[int]:
    """Return a reader of whole numbers between two limits."""

    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int | float) or value % 1:
            raise Wrong(f"a whole number, {_span(low, high)}")
        if not low <= value <= high:
            raise Wrong(_span(low, high))
        return int(value)

    return read


def flag(value: object) -> bool:
    """Read yes or no."""
    if not isinstance(value, bool):
        raise Wrong("true or false")
    return value


def text(value: object) -> str:
    """Read free text."""
    if not isinstance(value, str):
        raise Wrong("a text")
    return value


def word(words: Iterable[Word]) -> Reader[Word]:
    """Return a reader of the words of a closed list."""
    return meaning({str(each): each for each in words})


def meaning(words: Mapping[str, Value]) -> Reader[Value]:
    """Return a reader of words that map to values."""

    def read(value: object) -> Value:
        if not isinstance(value, str) or value not in words:
            raise Wrong(f"one of {', '.join(words)}")
        return words[value]

    return read


def many(read_one: Reader[Value]) -> Reader[tuple[Value, ...]]:
    """Return a reader of lists; a ``null`` in one means unknown and is dropped."""

    def read(value: object) -> tuple[Value, ...]:
        if not isinstance(value, list):
            raise Wrong("a list")
        found = []
        for index, each in enumerate(value):
            try:
                if each is not None:
                    found.append(read_one(each))
            except Wrong as wrong:
                raise wrong.within(f"[{index}]") from None
        return tuple(found)

    return read


def group(fields: Mapping[str, Reader[Any]]) -> Reader[Group]:
    """Return a reader of objects with these keys, all of which may be missing."""

    def read(value: object) -> Group:
        if not isinstance(value, dict):
            raise Wrong("an object")
        found = {}
        for key, each in value.items():
            try:
                if key not in fields:
                    raise Wrong("unknown key")
                if each is not None:
                    found[key] = fields[key](each)
            except Wrong as wrong:
                raise wrong.within(key) from None
        return found

    return read


def _span(low: float, high: float) -> str:
    return f"{low:g} to {high:g}"
