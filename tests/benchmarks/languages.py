"""What another language costs: reading its catalogue, keeping it, answering in it."""

import asyncio
import gc
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from statistics import median

from bot.texts.catalogues import read
from bot.texts.languages import ENGLISH, LANGUAGES
from tests.benchmarks.commands import CANIRUN, Group, interleaved, no_collection, people
from tests.benchmarks.filling import Log, fill
from tests.benchmarks.processes import LEGDAY, local_discord, ready
from tests.benchmarks.results import Row, Target

MEMBERS = 301
SESSIONS = 12
WARM_UP = 60
READ_WITHIN_MS = 30.0
KEPT_MB = 3.0
GERMAN = 1.05  # times the English

GROWN = """
import resource, sys
from bot.texts.catalogues import read
from bot.texts.languages import of_locale
def resident():
    return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() / 1e6
before = resident()
kept = read(of_locale(sys.argv[1]))
print(resident() - before)
"""


async def languages(folder: Path, *, quick: bool) -> list[Row]:
    """Measure a catalogue's reading and memory, and `/canirun` in German against English."""
    spoken = [each for each in LANGUAGES if each is not ENGLISH]
    taken = []
    for each in spoken * (3 if quick else 9):
        gc.collect()
        began = time.thread_time()
        read(each)
        taken.append((time.thread_time() - began) * 1e3)
    grown = [await asyncio.to_thread(_grown, each.locales[0]) for each in spoken]
    ratios, times = await _answers(folder, quick=quick)
    return [
        Row(
            what="reading a catalogue, in a thread, CPU",
            rounds=taken,
            unit="ms",
            target=Target(value=READ_WITHIN_MS),
        ),
        Row(
            what="memory of a language that is spoken",
            rounds=grown,
            unit="MB",
            target=Target(value=KEPT_MB),
            figures={each.code: mb for each, mb in zip(spoken, grown, strict=True)},
        ),
        Row(
            what="/canirun in German / in English, p50",
            rounds=ratios,
            unit="x",
            target=Target(value=GERMAN),
            figures=times,
        ),
    ]


def _grown(locale: str) -> float:
    told = subprocess.run(  # noqa: S603 (this very Python)
        [sys.executable, "-c", GROWN, locale], capture_output=True, text=True, check=True
    )
    return float(told.stdout)


async def _answers(folder: Path, *, quick: bool) -> tuple[list[float], dict[str, float]]:
    rounds, samples = (3, 150) if quick else (7, 400)
    async with local_discord() as sandbox:
        members = people(sandbox, MEMBERS)
        await fill(folder, [each.id for each in members], Log(SESSIONS, apart=timedelta(days=2)))
        half = MEMBERS // 2
        for member in members[:half]:
            member.locale = "de"
        senders = {
            "german": Group(sandbox, members[:half]).sender(CANIRUN),
            "english": Group(sandbox, members[half:]).sender(CANIRUN),
        }
        async with ready(LEGDAY, sandbox, folder):
            await interleaved(senders, WARM_UP)
            taken = []
            for _ in range(rounds):
                with no_collection():
                    taken.append(await interleaved(senders, samples))
    middle = [{name: median(took) for name, took in one.items()} for one in taken]
    return (
        [one["german"] / one["english"] for one in middle],
        {f"{name}_ms": median(one[name] for one in middle) * 1e3 for name in senders},
    )
