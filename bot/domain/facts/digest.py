"""What a server's weekly digest tells: numbers with enough people behind them, or nothing.

Nothing about anybody's body, log or silence is among its fields, so none of it can reach the words.
"""

import json
from dataclasses import asdict, dataclass
from datetime import timedelta

DIGEST_OPEN = timedelta(days=7)  # for cheers
WEEK = timedelta(days=7)
BEHIND_A_NUMBER = 5  # members, at least: fewer could be told apart


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestFacts:
    """A week of a server: its roll calls that closed, and all their answers together."""

    roll_calls: int = 0
    answers: int = 0

    @property
    def says_nothing(self) -> bool:
        """Whether no line has anything to say: then no digest is sent."""
        return not self.roll_calls


def of_roll_calls(sizes: list[int]) -> DigestFacts:
    """Return the facts of roll calls with so many answers each.

    Each person answers a roll call once, so the largest tells how many there are at least.
    """
    if max(sizes, default=0) < BEHIND_A_NUMBER:
        return DigestFacts()
    return DigestFacts(roll_calls=len(sizes), answers=sum(sizes))


def packed(facts: DigestFacts) -> str:
    """Return facts as text, to be kept with the digest's roll."""
    return json.dumps(asdict(facts), separators=(",", ":"))


def unpacked(text: str) -> DigestFacts:
    """Return the facts of their text; what a later version added is passed over."""
    known = json.loads(text)
    return DigestFacts(roll_calls=known["roll_calls"], answers=known["answers"])
