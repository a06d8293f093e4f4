"""What texts show as what may be typed, in each language."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

OWN: Mapping[str, Mapping[str, str]] = tomllib.loads(
    Path(__file__).with_name("own_examples.toml").read_text("utf-8")
)
"""By the code of a language, its own examples by the English ones."""


def in_own_words(text: str, code: str) -> str:
    """Return an English text with the examples of another language."""
    either = "|".join(re.escape(each) for each in sorted(OWN[code], key=len, reverse=True))
    return re.sub(rf"(?<![\w.])(?:{either})(?!\w)", lambda found: OWN[code][found[0]], text)
