"""What a server's weekly digest tells: numbers with enough people behind them, or nothing.

Nothing about anybody's body, log or silence is among its fields, so none of it can reach the words.
"""

import json
from dataclasses import asdict, dataclass, fields
from datetime import timedelta

DIGEST_OPEN = timedelta(days=7)  # for cheers
WEEK = timedelta(days=7)
BEHIND_A_NUMBER = 5  # members, at least: fewer could be told apart


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestFacts:
    """A week of a server: its roll calls that closed, and all their answers together."""

    roll_calls: int = 0
    answers: int = 0
    together: int = 0  # the planned things that members met, rest as advised included
    goal: int | None = None  # how many they wanted
    # Whether anybody is new on the board; who that is stays out of what is kept here.
    has_new: bool = False
    new_on_board: tuple[tuple[int, int], ...] = ()  # with the weeks of their band
    whole: bool = False  # once all of it is known

    @property
    def says_nothing(self) -> bool:
        """Whether no line has anything to say: then no digest is sent."""
        return not (self.roll_calls or self.together or self.has_new)


def of_roll_calls(sizes: list[int]) -> DigestFacts:
    """Return the facts of roll calls with so many answers each.

    Each person answers a roll call once, so the largest tells how many there are at least.
    """
    if max(sizes, default=0) < BEHIND_A_NUMBER:
        return DigestFacts()
    return DigestFacts(roll_calls=len(sizes), answers=sum(sizes))


def packed(facts: DigestFacts) -> str:
    """Return facts as text, to be kept with the digest's roll: numbers, and no name."""
    told = {name: value for name, value in asdict(facts).items() if name != "new_on_board"}
    return json.dumps(told, separators=(",", ":"))


def unpacked(text: str) -> DigestFacts:
    """Return the facts of their text; what a later version added is passed over."""
    names = {one.name for one in fields(DigestFacts)}
    return DigestFacts(**{name: told for name, told in json.loads(text).items() if name in names})
