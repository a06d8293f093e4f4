"""`python -m tests.transcript`: transcripts, written anew from what really happens.

That of a server's week (`tests/week.txt`) is whole. The README's typed lines stay as they are; what
came of each is what a fresh sandbox prints. Every line that is typed is shown. Of a long answer a
part may be left out, which a mark says: `… (6 lines more)`; as many lines before and after the mark
as the README has are kept.
"""

import re
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bot import __main__ as bot
from tests.forked import Forked

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
WEEK, WEEK_APPROVED = ROOT / "tests" / "week.txt", ROOT / "tests" / "week.approved.txt"
TYPED = re.compile(r"\w+ in (?:DM|#[\w-]+)> (.+)")
BLOCK = re.compile(r"(?<=\n```\n)\w+ in #gym> .*?(?=\n```\n)", re.DOTALL)
MARK = re.compile(r" *… \(\d+ lines? more\)")


@dataclass(frozen=True, slots=True)
class Step:
    """A typed line, after its prompt, and what came of it."""

    line: str
    came: list[str]


class TranscriptError(Exception):
    """A line of the README failed in the sandbox; the text is what was printed."""


def written(readme: str) -> str:
    """Return a README with its transcript as it really is.

    Raises:
        TranscriptError: a line failed.
    """
    found = BLOCK.search(readme)
    if found is None:
        message = "The README has no transcript: a block that begins with a prompt."
        raise TranscriptError(message)
    shown = steps(found.group())
    real = steps(printed([step.line for step in shown]))
    anew = [
        text
        for old, new in zip(shown, real, strict=True)
        for text in (new.line, *shortened(old.came, new.came))
    ]
    return readme[: found.start()] + "\n".join(anew) + readme[found.end() :]


def steps(transcript: str) -> list[Step]:
    """Split a transcript at its typed lines."""
    lines = transcript.split("\n")
    starts = [at for at, line in enumerate(lines) if TYPED.fullmatch(line)]
    ends = pairwise([*starts, len(lines)])
    return [Step(lines[start], lines[start + 1 : end]) for start, end in ends]


def shortened(shown: list[str], real: list[str]) -> list[str]:
    """Leave out of the real lines what the shown ones leave out, and mark it."""
    marks = [at for at, line in enumerate(shown) if MARK.fullmatch(line)]
    if not marks:
        return real
    before, after = marks[0], len(shown) - marks[0] - 1
    hidden = len(real) - before - after
    if hidden < 1:
        return real
    mark = f"      … ({hidden} {'line' if hidden == 1 else 'lines'} more)"
    return [*real[:before], mark, *real[len(real) - after :]]


def printed(lines: list[str]) -> str:
    """Type lines, given with their prompts, into a fresh sandbox and return its transcript.

    Raises:
        TranscriptError: a line failed.
    """
    typed = "\n".join(TYPED.sub(r"\1", line) for line in lines) + "\n"
    return _sandbox("--no-web", typed=typed).rstrip("\n")


def played(script: Path) -> str:
    """Play a script in a fresh sandbox and return its transcript.

    Raises:
        TranscriptError: a line failed.
    """
    return _sandbox("--script", str(script), typed="")


def _sandbox(*arguments: str, typed: str) -> str:
    code, said, complaints = Forked(bot.main, ("sandbox", *arguments), typed=typed).wait()
    if code:
        raise TranscriptError(said + complaints)
    return said


def main() -> int:
    """Write the transcripts anew."""
    try:
        WEEK_APPROVED.write_text(played(WEEK), encoding="utf-8")
        README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")
    except TranscriptError as problem:
        sys.stderr.write(
            f"{problem}\nA line of the README or of tests/week.txt fails: mend it there.\n"
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
