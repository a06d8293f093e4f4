"""Print answers as they are first read, with their words and lines.

``python -m tests.answers [NAME-PART]``: twenty of the approved answers, what is asked beside a run
among them, or all whose names have the part in it; then the median and the longest.
"""

import sys
from statistics import median

from bot.texts.canirun import answers
from bot.texts.card import Card
from tests.texts import test_approved, test_beside
from tests.texts.test_in_sight import lines, words

MANY = 20


def cards() -> dict[str, Card]:
    """Every approved answer by its name."""
    usual = {
        name: answers.card(test_approved.shown(*case)) for name, case in test_approved.CASES.items()
    }
    beside = {f"beside {name}": answers.card(test_beside.shown(name)) for name in test_beside.CASES}
    return {**usual, **beside}


def main(part: str = "") -> None:
    """Print the answers and their figures."""
    found = {name: card for name, card in cards().items() if part in name}
    step = 1 if part else max(1, len(found) // MANY)
    picked = dict(list(found.items())[::step][: len(found) if part else MANY])
    for name, card in picked.items():
        head = f"{name}: {words(card)} words, {lines(card)} lines"
        sys.stdout.write(f"{head}\n{'-' * len(head)}\n{test_approved.plain(card)}\n")
    if picked:
        most = max(picked, key=lambda name: words(picked[name]))
        middle = median(words(card) for card in picked.values())
        longest = f"longest {words(picked[most])} ({most})"
        sys.stdout.write(f"{len(picked)} answers: median {middle:g} words, {longest}\n")


if __name__ == "__main__":
    main(*sys.argv[1:2])
