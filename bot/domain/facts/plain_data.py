"""Dataclasses and named tuples as JSON data, and back by the types of their fields."""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_SCALARS = frozenset({NoneType, bool, int, float, str})


def plain(value: Any) -> Any:  # noqa: ANN401 (any part of what is written)
    """Return a value as JSON data, fields that have their default left out; moments as ISO 8601."""
    if value.__class__ in _SCALARS:  # most parts are
        return value
    if (fields := _fields(value.__class__)) is not None:
        said = ((name, getattr(value, name), default) for name, default in fields)
        return {name: plain(part) for name, part, default in said if part != default}
    if isinstance(value, frozenset | tuple):
        parts = [plain(part) for part in value]
        return parts if isinstance(value, tuple) else sorted(parts)
    if isinstance(value, Mapping):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, datetime):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def made(kind: type[T], data: Any) -> T:  # noqa: ANN401 (JSON)
    """Return the value of a type whose ``plain`` data this is.

    Raises:
        ValueError, KeyError, TypeError, AttributeError: it is none.
    """
    of: Any = kind
    found: T = _maker(of)(data)
    return found


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401
    """Return what makes a value of a type of its data."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        (known,) = (_maker(one) for one in arguments if one is not NoneType)
        return lambda data: None if data is None else known(data)
    if origin in {tuple, frozenset}:
        part = _maker(arguments[0])
        return lambda data: origin(map(part, data))
    if origin is Mapping:
        part = _maker(arguments[1])
        return lambda data: {name: part(one) for name, one in data.items()}
    if isinstance(kind, type) and _fields(kind) is not None:
        return partial(_whole, kind)
    return datetime.fromisoformat if kind is datetime else kind


def _whole(kind: type, data: Mapping[str, Any]) -> object:
    makers = _makers(kind)
    return kind(**{name: makers[name](part) for name, part in data.items()})


@cache
def _makers(kind: type) -> dict[str, Callable[[Any], Any]]:
    return {name: _maker(hint) for name, hint in get_type_hints(kind).items()}


@cache
def _fields(kind: Any) -> tuple[tuple[str, object], ...] | None:  # noqa: ANN401
    """A part's fields with what is left out of each; ``None`` for what has none.

    What has fields itself is never left out: so questions are stored since the first.
    """
    if dataclasses.is_dataclass(kind):
        return tuple((field.name, field.default) for field in dataclasses.fields(kind))
    if not hasattr(kind, "_field_defaults"):  # of a named tuple
        return None
    plainly = {n: one for n, one in kind._field_defaults.items() if _fields(one.__class__) is None}
    return tuple((name, plainly.get(name, dataclasses.MISSING)) for name in kind._fields)
