"""What ``doctor`` found, one line each with what to do."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """The severity of a finding."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one check."""

    level: Level
    about: str
    text: str

    def __str__(self) -> str:
        return f"{self.level:<4}  {self.about:<10}  {self.text}"


def ok(about: str, text: str) -> Finding:
    """Return a finding without a problem."""
    return Finding(Level.OK, about, text)


def warn(about: str, text: str) -> Finding:
    """Return a finding of a problem that can wait."""
    return Finding(Level.WARN, about, text)


def fail(about: str, text: str) -> Finding:
    """Return a finding of a problem that keeps the bot from running."""
    return Finding(Level.FAIL, about, text)
