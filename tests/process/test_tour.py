"""The README's way in: the real bot in the local Discord, from a script and from a pipe."""

import asyncio
import os
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOUR = ROOT / "tests" / "tour.txt"
STORM = ROOT / "tests" / "storm.txt"


async def sandbox(*arguments: str, typed: str = "") -> tuple[int | None, str, str]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "sandbox", *arguments),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    said, complaints = await process.communicate(typed.encode())
    return process.returncode, said.decode(), complaints.decode()


async def test_tour_of_all_commands_runs_through():
    code, said, complaints = await sandbox("--script", str(TOUR))

    assert (code, complaints) == (0, "")
    for words in (
        "Leg day logged",
        "Yes, but changed: easy run",
        "legday · DM to ann · Mon 2 Mar 21:45",
        "Get medical care today",
        "Leg day removed",
        "slower than the default (2 logs)",
        "You feel worse than that",
        "Foam rolling",
        "Reminder added",
        "Only days of the week",
        "effort: Must be 10 or less",
        "Everything is gone",
    ):
        assert words in said


async def test_storm_is_lived_through():
    """Closed DMs, a deleted channel, an outage, a restart and nights without 02:30."""
    code, said, complaints = await sandbox("--script", str(STORM))

    assert (code, complaints) == (0, "")
    for words in (
        "Your DMs are closed to me",
        "stopped, because its channel was deleted",
        "Late: this was due 4 March 2026 18:00.",
        "The bot was stopped and started again.",
        "legday · #gym · Sun 8 Mar 02:30",
        "legday · DM to bob · Sun 8 Mar 08:00",  # 03:00 in New York
        "legday · DM to bob · Sun 15 Mar 07:30",
        "legday · #gym · Sun 29 Mar 03:00",
        "legday · DM to bob · Sun 29 Mar 08:30",
    ):
        assert said.count(words) == 1, words


async def test_pipe_with_a_failing_line_ends_with_exit_code_1():
    code, said, _ = await sandbox(typed="/canirun\npress No such button\n")

    assert code == 1
    assert "when was your last leg day" in said
    assert "sees no button" in said


async def test_pipe_gets_a_page_only_at_a_port_and_its_transcript_stays_as_it_is():
    _, plain, nothing = await sandbox(typed="who\n")
    code, said, told = await sandbox("--port", "0", typed="who\n")

    assert (code, said) == (0, plain)
    assert nothing == ""
    assert re.fullmatch(r"In your browser: http://127\.0\.0\.1:\d+/\n", told)


@pytest.mark.parametrize(("arguments", "served"), [((), True), (("--no-web",), False)])
async def test_keyboard_gets_a_page_unless_it_is_left_out(arguments, served):
    keyboard, terminal = os.openpty()
    try:
        os.write(keyboard, b"quit\n")
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "sandbox", *arguments),
            cwd=ROOT,
            stdin=terminal,
            stdout=asyncio.subprocess.PIPE,
        )
        said, _ = await process.communicate()
    finally:
        os.close(keyboard)
        os.close(terminal)

    assert process.returncode == 0
    assert (b"In your browser: http://127.0.0.1:" in said) is served
