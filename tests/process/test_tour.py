"""The README's way in: the real bot in the local Discord, from a script and from a pipe."""

import asyncio
import sys
from pathlib import Path

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
