"""Which refusal a message is: tests name it by its key, so that its words may change."""

import functools
import re

from bot.sandbox import Seen
from bot.texts import errors

_VALUE = re.compile(r"\{[^}]*\}")


def refusal(seen: Seen) -> str | None:
    """Return the key of the error whose words a message shows, or ``None`` if it shows none.

    Of several keys whose words fit, the one with most words of its own.
    """
    text = seen.text
    fitting = [key for key, words in errors.WORDS.items() if _pattern(words).search(text)]
    return max(fitting, key=lambda key: len(_VALUE.sub("", errors.WORDS[key])), default=None)


@functools.cache
def _pattern(words: str) -> re.Pattern[str]:
    """Return the pattern of an error's sentence, whatever its values are."""
    fixed = (re.escape(part) for part in _VALUE.split(words))
    return re.compile(rf"^{'.*?'.join(fixed)}$", re.DOTALL | re.IGNORECASE | re.MULTILINE)
