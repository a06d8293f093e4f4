"""`python -m tests.benchmarks [--quick] [--only NAME …]`: a table on the screen, and bench.json."""

import argparse
import asyncio
import json
import os
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import discord

from tests.benchmarks.footprint import memory, start
from tests.benchmarks.growth import growth
from tests.benchmarks.results import Row, table
from tests.benchmarks.speed import diary, latency, throughput

MEASURES: dict[str, Callable[..., Awaitable[list[Row]]]] = {
    "latency": latency,
    "diary": diary,
    "throughput": throughput,
    "growth": growth,
    "start": start,
    "memory": memory,
}


async def measure(names: list[str], *, quick: bool) -> list[Row]:
    """Take the measures of these names, one after another, each in a folder that is removed."""
    rows: list[Row] = []
    for name in names:
        sys.stderr.write(f"measuring {name} …\n")
        with tempfile.TemporaryDirectory(prefix="legday-bench-") as folder:
            rows += await MEASURES[name](Path(folder), quick=quick)
    return rows


def report(rows: list[Row], *, quick: bool, load: float) -> dict[str, object]:
    """Return all of a run, with what it ran on."""
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "quick": quick,
        "machine": {
            "cores": os.cpu_count(),
            "load_before": load,
            "load_after": os.getloadavg()[0],
            "system": f"{platform.system()} {platform.machine()}",
            "python": platform.python_version(),
            "discord.py": discord.__version__,
            "sqlite": sqlite3.sqlite_version,
        },
        "rows": [row.as_json() for row in rows],
    }


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer samples, a smaller store")
    parser.add_argument("--only", nargs="+", choices=MEASURES, default=list(MEASURES))
    parser.add_argument("--json", type=Path, default=Path("bench.json"), help="where it goes")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    rows = asyncio.run(measure(options.only, quick=options.quick))
    told = report(rows, quick=options.quick, load=load)
    options.json.write_text(json.dumps(told, indent=2) + "\n")
    sys.stdout.write(f"{table(rows)}\n")
    sys.stdout.write(f"load {load:.1f} before, {os.getloadavg()[0]:.1f} after; {options.json}\n")


if __name__ == "__main__":
    main()
