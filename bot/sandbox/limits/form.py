"""Validation of a body, field by field, collecting Discord's form errors.

The codes and words of the generic problems are Discord's (developers/reference.mdx, "Error
Messages", and the answers people report); where Discord's words for a rule are not known, the
sandbox uses its own in the same manner.
"""

from collections.abc import Collection
from typing import Any

from bot.sandbox.errors import Problem, invalid_form
from bot.sandbox.shapes import Json

REQUIRED: Problem = ("BASE_TYPE_REQUIRED", "This field is required")


class FormCheck:
    """A place in a body whose fields are read; problems are collected.

    All places of one body share their ``problems``, by their dotted paths from the root; the first
    at each path counts, as in Discord's answers. A reading method notes the problem and returns
    None (or nothing) when the field is absent, null or wrong.
    """

    def __init__(
        self, body: object, path: str = "", problems: dict[str, Problem] | None = None
    ) -> None:
        self.path = path
        self.problems: dict[str, Problem] = {} if problems is None else problems
        self.body: Json = body if isinstance(body, dict) else {}
        if not isinstance(body, dict):
            self.refuse("", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")

    def finish(self) -> None:
        """Raise the 50035 that lists all problems, if there are any."""
        if self.problems:
            raise invalid_form(self.problems)

    def refuse(self, key: str, code: str, message: str) -> None:
        """Note a problem with a field, or with this place itself when `key` is empty."""
        path = ".".join(step for step in (self.path, key) if step)
        self.problems.setdefault(path, (code, message))

    def has(self, key: str) -> bool:
        """Say whether a field is there and not null."""
        return self.body.get(key) is not None

    def text(self, key: str, high: int, *, low: int = 0, required: bool = False) -> str | None:
        """Read a string of `low` to `high` characters."""
        value = self._value(key, required=required)
        if value is None:
            return None
        if not isinstance(value, str):
            self.refuse(key, "STRING_TYPE_CONVERT", f'Could not interpret "{value}" as string.')
            return None
        return value if self._fits(key, len(value), low, high) else None

    def number(self, key: str, low: int, high: int, *, required: bool = False) -> int | None:
        """Read a whole number from `low` to `high`."""
        value = self._value(key, required=required)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool):
            self.refuse(key, "NUMBER_TYPE_COERCE", f'Value "{value}" is not int.')
        elif value < low:
            message = f"int value should be greater than or equal to {low}."
            self.refuse(key, "NUMBER_TYPE_MIN", message)
        elif value > high:
            self.refuse(
                key, "NUMBER_TYPE_MAX", f"int value should be less than or equal to {high}."
            )
        else:
            return value
        return None

    def truth(self, key: str, *, default: bool = False) -> bool:
        """Read a boolean; absent, null or wrong counts as `default`."""
        value = self._value(key)
        if value is not None and not isinstance(value, bool):
            self.refuse(key, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.")
        return value if isinstance(value, bool) else default

    def one_of(self, key: str, choices: Collection[object], *, required: bool = True) -> Any:  # noqa: ANN401 - one of `choices`, whatever their type
        """Read one of a closed set."""
        value = self._value(key, required=required)
        if value is None or (type(value) in (int, str) and value in choices):
            return value
        names = ", ".join(str(choice) for choice in choices)
        self.refuse(key, "BASE_TYPE_CHOICES", f"Value must be one of {{{names}}}.")
        return None

    def values(
        self, key: str, high: int, *, low: int = 0, required: bool = False
    ) -> list[Any] | None:
        """Read a list of `low` to `high` plain values."""
        value = self._value(key, required=required)
        if value is None:
            return None
        if not isinstance(value, list):
            self.refuse(key, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
            return None
        return value if self._fits(key, len(value), low, high) else None

    def children(
        self, key: str, high: int, *, low: int = 0, required: bool = False
    ) -> list["FormCheck"]:
        """Read a list of `low` to `high` objects, each as a place of its own."""
        items = self.values(key, high, low=low, required=required) or []
        return [self._below(f"{key}.{index}", item) for index, item in enumerate(items)]

    def child(self, key: str, *, required: bool = False) -> "FormCheck | None":
        """Read an object, as a place of its own."""
        value = self._value(key, required=required)
        return None if value is None else self._below(key, value)

    def _value(self, key: str, *, required: bool = False) -> object:
        value = self.body.get(key)
        if value is None and required:
            self.refuse(key, *REQUIRED)
        return value

    def _fits(self, key: str, length: int, low: int, high: int) -> bool:
        if low <= length <= high:
            return True
        if low:
            self.refuse(key, "BASE_TYPE_BAD_LENGTH", f"Must be between {low} and {high} in length.")
        else:
            self.refuse(key, "BASE_TYPE_MAX_LENGTH", f"Must be {high} or fewer in length.")
        return False

    def _below(self, key: str, body: object) -> "FormCheck":
        path = f"{self.path}.{key}" if self.path else key
        return FormCheck(body, path, self.problems)
