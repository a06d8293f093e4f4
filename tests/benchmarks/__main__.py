"""`python -m tests.benchmarks [--quick] [--only NAME …]`: a table, and bench.json."""

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
from functools import partial
from pathlib import Path

import discord

from tests.benchmarks.asking import asking
from tests.benchmarks.digest import digest
from tests.benchmarks.drain import GUILDS, drain
from tests.benchmarks.footprint import memory, start
from tests.benchmarks.growth import growth
from tests.benchmarks.importing import importing
from tests.benchmarks.languages import languages
from tests.benchmarks.lateness import lateness
from tests.benchmarks.merging import merging
from tests.benchmarks.millions import ROWS, millions
from tests.benchmarks.page import page
from tests.benchmarks.pictures import pictures
from tests.benchmarks.planning import planning
from tests.benchmarks.reading import reading
from tests.benchmarks.results import Row, table
from tests.benchmarks.rolls import rolls
from tests.benchmarks.servers import servers
from tests.benchmarks.speed import diary, latency, throughput
from tests.benchmarks.talking import talking
from tests.benchmarks.waiting import restart, waiting

Measures = dict[str, Callable[..., Awaitable[list[Row]]]]

MEASURES: Measures = {
    "latency": latency,
    "diary": diary,
    "throughput": throughput,
    "growth": growth,
    "start": start,
    "memory": memory,
    "lateness": lateness,
    "waiting": waiting,
    "restart": restart,
    "merging": merging,
    "drain": drain,
    "pictures": pictures,
    "page": page,
    "reading": reading,
    "planning": planning,
    "rolls": rolls,
    "digest": digest,
    "importing": importing,
    "talking": talking,
    "languages": languages,
    "asking": asking,
    "servers": servers,
}


WHEN_NAMED: Measures = {"millions": millions}
"""What takes so long, or so much room, that it is measured only where ``--only`` names it."""


async def measure(names: list[str], *, quick: bool, guilds: int, rows: int) -> list[Row]:
    """Take the measures of these names, one after another, each in a folder that is removed."""
    measures: Measures = {
        **MEASURES,
        "drain": partial(drain, guilds=guilds),
        "millions": partial(millions, rows=rows),
    }
    found: list[Row] = []
    for name in names:
        sys.stderr.write(f"measuring {name} …\n")
        with tempfile.TemporaryDirectory(prefix="legday-bench-") as folder:
            found += await measures[name](Path(folder), quick=quick)
    return found


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
    parser.add_argument(
        "--only", nargs="+", choices=[*MEASURES, *WHEN_NAMED], default=list(MEASURES)
    )
    parser.add_argument(
        "--guilds", type=int, default=GUILDS, help="in the drain; 10,000 take 4 min"
    )
    parser.add_argument("--rows", type=int, default=ROWS, help="reminders in millions")
    parser.add_argument("--json", type=Path, default=Path("bench.json"), help="where it goes")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    sizes = {"guilds": options.guilds, "rows": options.rows}
    rows = asyncio.run(measure(options.only, quick=options.quick, **sizes))
    told = report(rows, quick=options.quick, load=load)
    options.json.write_text(json.dumps(told, indent=2) + "\n")
    sys.stdout.write(f"{table(rows)}\n")
    sys.stdout.write(f"load {load:.1f} before, {os.getloadavg()[0]:.1f} after; {options.json}\n")


if __name__ == "__main__":
    main()
