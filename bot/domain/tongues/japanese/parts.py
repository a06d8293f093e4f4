"""Parts of patterns that several files of rules share."""

from typing import Final

# About.
ABOUT: Final = r"(?:くらい|ぐらい|ほど|ちょっと|ちょい|ばかり|弱|強|程度)?"
