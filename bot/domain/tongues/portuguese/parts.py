"""Parts of patterns that several files of rules share."""

from typing import Final

# A day of the week in English; it is kept.
DAY: Final = (
    r"(\b"
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)\b)"
)
