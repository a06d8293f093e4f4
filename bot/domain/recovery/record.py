"""A question serialised as JSON, stored beside its answer so that it can be answered again."""

import dataclasses
import json
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from bot.domain.recovery.question import Question


def written(question: Question) -> str:
    """Return the question as JSON; unknowns are left out."""
    return json.dumps(_plain(question), separators=(",", ":"))


def read(text: str) -> Question:
    """Return the question of JSON that ``written`` wrote, in this version or an earlier one.

    Raises:
        ValueError, KeyError, TypeError: the text is none of ours.
    """
    found: Question = _made(Question, json.loads(text))
    return found


def _plain(value: Any) -> Any:  # noqa: ANN401 (any part of a question)
    if (fields := _fields(value.__class__)) is not None:
        said = ((name, getattr(value, name), default) for name, default in fields)
        return {name: _plain(part) for name, part, default in said if part != default}
    if isinstance(value, frozenset):
        return sorted(_plain(part) for part in value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value.value if isinstance(value, Enum) else value


def _made(kind: Any, value: Any) -> Any:  # noqa: ANN401 (any part of a question)
    if value is None:
        return None
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        (known,) = (one for one in arguments if one is not NoneType)
        return _made(known, value)
    if origin in {tuple, frozenset}:
        return origin(_made(arguments[0], part) for part in value)
    if isinstance(kind, type) and _fields(kind) is not None:
        hints = _hints(kind)
        return kind(**{name: _made(hints[name], part) for name, part in value.items()})
    return kind(value)


@cache
def _fields(kind: Any) -> tuple[tuple[str, object], ...] | None:  # noqa: ANN401
    """A part's fields with what is left out of each; ``None`` for what has none."""
    if dataclasses.is_dataclass(kind):
        return tuple((field.name, field.default) for field in dataclasses.fields(kind))
    if not hasattr(kind, "_field_defaults"):  # of a named tuple
        return None
    return tuple(
        (name, kind._field_defaults.get(name, dataclasses.MISSING)) for name in kind._fields
    )


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
