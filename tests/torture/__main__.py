"""``python -m tests.torture [NAME-PART] [--seed N] [--share X | --cases N]``: a line each check.

``--share`` is the part of each check's cases that is tried, 1 by default; ``--cases`` says how many
instead. Exit code 1 if a promise was broken; the seed on the line breaks it again. What cannot be
tried on this machine is left out, and says so.
"""

import argparse
import asyncio
import logging
import secrets
import sys
import time

from tests.torture.check import Check, Outcome
from tests.torture.checks import CHECKS


def main(only: str, seed: int, share: float, cases: int | None) -> int:
    """Run the checks whose name or goal has ``only`` in it; return the process's exit code."""
    chosen = [check for check in CHECKS if only in f"{check.goal} {check.name}"]
    _say(f"{'goal':<5}{'what is done':<52}{'seed':>11}{'cases':>8}{'lost':>6}{'doubled':>9}")
    held = [
        _tried(check, seed, cases or max(1, round(check.full * share)))
        for check in chosen
        if not _left_out(check)
    ]
    _say(f"{sum(held)} of {len(held)} promises kept")
    return 0 if held and all(held) else 1


def _left_out(check: Check) -> bool:
    missing = check.needs()
    if missing is not None:
        _say(f"{check.goal:<5}{check.name:<52} left out: {missing}")
    return missing is not None


def _tried(check: Check, seed: int, cases: int) -> bool:
    started = time.perf_counter()
    found = asyncio.run(check.run(seed, cases))
    _say(_line(check, seed, found, time.perf_counter() - started))
    for fault in found.faults:
        _say(f"      {fault}")
    return found.held


def _line(check: Check, seed: int, found: Outcome, seconds: float) -> str:
    counts = f"{found.cases:>8}{found.lost:>6}{found.doubled:>9}"
    told = f"{'kept' if found.held else 'BROKEN':<7}{seconds:6.1f} s  {found.note}"
    return f"{check.goal:<5}{check.name:<52}{seed:>11}{counts}  {told}"


def _say(line: str) -> None:
    sys.stdout.write(f"{line.rstrip()}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="tests.torture")
    parser.add_argument("only", nargs="?", default="")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(2**31))
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--cases", type=int, help="of each check, instead of a share")
    asked = parser.parse_args()
    logging.getLogger().addHandler(logging.NullHandler())  # the table says what matters
    sys.exit(main(asked.only, asked.seed, asked.share, asked.cases))
