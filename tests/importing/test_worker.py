"""The process that reads one file: its limits, its end, and what the bot hears of it."""

import asyncio
import logging
import sys

import pytest

from bot.client.file_reader import MOST_WAITING, FileReader
from bot.domain.facts.errors import BadInput
from bot.importing.reading import read
from bot.workers.process import start
from bot.workers.serving import LENGTH

HANGS = (sys.executable, "-c", "import signal; signal.pause()")
DIES = (sys.executable, "-c", "import sys; sys.stdin.buffer.read(1)")
LIMITED = """
from bot.importing import worker
worker._limit()
{}
"""


async def refused(reader, content, now):
    with pytest.raises(BadInput) as error:
        await reader.read(content, now)
    return error.value.key


async def test_file_comes_back_as_it_was_read_or_with_the_reason(sample, now):
    reader = FileReader()

    assert await reader.read(sample("hevy_kg.csv"), now) == read(sample("hevy_kg.csv"), now)
    assert await reader.read(sample("run.fit"), now) == read(sample("run.fit"), now)
    assert await refused(reader, sample("laughs.gpx"), now) == "file_doctype"
    assert await refused(reader, b"", now) == "file_not_export"


@pytest.mark.parametrize("worker", [HANGS, DIES], ids=["hangs", "dies"])
async def test_process_that_hangs_or_dies_is_an_answer_and_one_line_in_the_log(
    sample, now, caplog, worker
):
    reader = FileReader(worker=worker, patience=2.0)

    with caplog.at_level(logging.WARNING):
        assert await refused(reader, sample("hevy_kg.csv"), now) == "file_damaged"

    assert [each.name for each in caplog.records].count("bot.client.file_reader") == 1
    assert "Squat" not in caplog.text


async def test_too_many_at_once_are_told_to_come_back(sample, now):
    reader = FileReader(worker=HANGS)
    first = [asyncio.create_task(refused(reader, b"x", now)) for _ in range(MOST_WAITING + 1)]
    while reader.waiting <= MOST_WAITING:  # noqa: ASYNC110 (all of them begin in one turn)
        await asyncio.sleep(0)

    assert await refused(reader, b"x", now) == "file_busy"
    for task in first:
        task.cancel()
    await asyncio.gather(*first, return_exceptions=True)
    assert reader.waiting == 0


@pytest.mark.parametrize(
    ("work", "ended"),
    [("while True: pass", {-9, -24}), ("bytes(1 << 30)", {1})],
    ids=["time", "memory"],
)
async def test_process_ends_beyond_its_share(work, ended):
    code = LIMITED.format(work).replace("worker._limit()", "worker.MOST_CPU = 1; worker._limit()")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", code), stderr=asyncio.subprocess.DEVNULL
    )

    assert await process.wait() in ended


async def test_process_does_not_know_the_bots_settings(monkeypatch):
    monkeypatch.setenv("DISCORD_TOKEN", "a-secret")
    monkeypatch.setenv("DATABASE_URL", "sqlite:///data/legday.db")
    known = "','.join(sorted(os.environ.keys() & {'DISCORD_TOKEN', 'DATABASE_URL', 'PATH'}))"
    answer = f"said = {known}.encode(); out = sys.stdout.buffer"
    send = f"out.write(b'+' + struct.pack({LENGTH.format!r}, len(said)) + said); out.flush()"

    process = await start((sys.executable, "-c", f"import os, struct, sys; {answer}; {send}"))
    _, told = await process.ask(b"")
    await process.end()

    assert told == b"PATH"
