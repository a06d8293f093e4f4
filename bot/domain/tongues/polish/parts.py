"""Parts of patterns that several files of rules share."""

from typing import Final

# A day of the week in English.
DAYS: Final = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)"
