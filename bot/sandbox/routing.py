"""A route of the API, and the request that it is called with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.sandbox import errors
from bot.sandbox.engine import Engine
from bot.sandbox.messages import Upload
from bot.sandbox.ratelimits import RateLimits
from bot.sandbox.snowflakes import is_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request, read: ids and tokens of its path, its query, JSON body and files."""

    engine: Engine
    params: Mapping[str, str]
    query: Mapping[str, str]
    body: Any
    limits: RateLimits
    files: tuple[Upload, ...] = ()

    def id(self, name: str) -> int:
        """Return an id of the path.

        Raises:
            ApiError: it is not a snowflake.
        """
        return snowflake(name, self.params[name])

    def limit(self, default: int, most: int) -> int:
        """Return the query's `limit`, how many things are asked for.

        Raises:
            ApiError: it is none, or more than `most`.
        """
        limit = self.query.get("limit", str(default))
        if not is_number(limit) or not 1 <= int(limit) <= most:
            problem = "NUMBER_TYPE_MAX", f"int value should be between 1 and {most}."
            raise errors.invalid_form({"limit": problem})
        return int(limit)


@dataclass(frozen=True, slots=True)
class Route:
    """One route of the API; `handle` returns the JSON to answer, None for 204."""

    method: str
    template: str
    handle: Callable[[Call], object]
    token: bool = True
    """Whether the bot's token is needed; addresses of interactions are their own key."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer with a status of its own, where 200 or 204 would not say it."""

    status: int
    body: object


def snowflake(name: str, text: str) -> int:
    """Read an id.

    Raises:
        ApiError: it is not one.
    """
    if not is_number(text):
        problem = "NUMBER_TYPE_COERCE", f'Value "{text[:80]}" is not snowflake.'
        raise errors.invalid_form({name: problem})
    return int(text)
