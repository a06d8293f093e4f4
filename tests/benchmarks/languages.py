"""What another language costs: reading its catalogue, keeping it, answering in it."""

import asyncio
import gc
import subprocess
import sys
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path
from statistics import median

from bot.domain.tongues.known import prepare, tongue
from bot.texts.catalogues import read
from bot.texts.languages import ENGLISH, LANGUAGES
from tests.benchmarks.commands import CANIRUN, Group, interleaved, no_collection, people
from tests.benchmarks.filling import Log, fill
from tests.benchmarks.processes import LEGDAY, local_discord, ready
from tests.benchmarks.results import Row, Target
from tests.domain.tongues.test_phrases import phrases

MEMBERS = 301
LENGTH = 4_000  # characters of a message at most
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
        *(_rewriting(each.code) for each in spoken),
        Row(
            what="/canirun in German / in English, p50",
            rounds=ratios,
            unit="x",
            target=Target(value=GERMAN),
            figures=times,
        ),
    ]


def _rewriting(code: str) -> Row:
    """Measure the slowest of texts made of the language's own words, over and over."""
    prepare(code)
    found = tongue(code)
    assert found is not None
    said = [words.lower() for _reader, words, _english in phrases(code)]
    words = [word for one in said for word in (one.split() if found.spaced else [one[:2]])]
    often = [word for word, _times in Counter(words).most_common(6)]
    blank = " " if found.spaced else ""
    texts = [blank.join(reversed(words)), *(word + blank for word in often)]
    taken = []
    for text in texts:
        whole = (text * (LENGTH // len(text) + 1))[:LENGTH]
        began = time.process_time()
        found.english(whole)
        taken.append((time.process_time() - began) * 1e3)
    return Row(
        what=f"{LENGTH:,} characters of {code} put into English, in a thread, the slowest",
        rounds=[max(taken)],
        unit="ms",
    )


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
