"""What a large export costs: the loop while it is read, the store's thread when it is kept."""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.client.file_reader import FileReader
from bot.domain.facts.member import Member
from bot.domain.facts.settings import Consent, Profile, ReminderSettings
from bot.domain.importing.deciding import FileWishes, add
from bot.domain.importing.found import Found
from tests.benchmarks.results import Row, Target

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
SETS = 25  # lines of a workout
LINES = 20_000
LEG_DAYS = 500
MOST_STALL_MS = 25.0
MOST_STORE_MS = 50.0
STEP = 0.001  # seconds between two looks at the loop
EXERCISES = ("Squat (Barbell)", "Leg Press (Machine)", "Bench Press (Barbell)", "Lying Leg Curl")
HEADER = (
    "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,"
    "set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n"
)


async def importing(folder: Path, *, quick: bool) -> list[Row]:
    """Measure an export of 20,000 lines on the loop, and 500 leg days on the store's thread."""
    rounds = 3 if quick else 9
    reader = FileReader()
    content = _export(LINES // SETS)
    stalls = [await _stall(reader, content) for _ in range(rounds)]
    found = await reader.read(_export(LEG_DAYS), NOW)
    return [
        Row(
            what=f"an export of {LINES:,} lines is read: the loop stands still for at most",
            rounds=stalls,
            unit="ms",
            target=Target(value=MOST_STALL_MS),
        ),
        Row(
            what=f"{LEG_DAYS} leg days of an import are decided on the store's thread",
            rounds=[_decided(found) for _ in range(rounds)],
            unit="ms",
            target=Target(value=MOST_STORE_MS),
        ),
    ]


async def _stall(reader: FileReader, content: bytes) -> float:
    """Return the longest time, in ms, for which nothing else could run while a file was read."""
    worst = 0.0
    done = asyncio.create_task(reader.read(content, NOW))
    while not done.done():
        began = time.perf_counter()
        await asyncio.sleep(STEP)
        worst = max(worst, time.perf_counter() - began - STEP)
    await done
    return worst * 1e3


def _decided(found: Found) -> float:
    member = Member(
        member_id=1,
        profile=Profile(zone="Europe/Berlin"),
        consent=Consent(version=1, given_at=NOW),
        reminders=ReminderSettings(on=True),
    )
    began = time.process_time()
    add(member, found, FileWishes(), import_id=1, now=NOW)
    return (time.process_time() - began) * 1e3


def _export(workouts: int) -> bytes:
    lines = [HEADER]
    for number in range(workouts):
        start = NOW - timedelta(hours=20 * number + 30)
        end = start + timedelta(hours=1)
        lines += (
            f'Session,"{start:%d %b %Y, %H:%M}","{end:%d %b %Y, %H:%M}",,'
            f"{EXERCISES[each % len(EXERCISES)]},,,{each},normal,{60 + number % 40},5,,,8\n"
            for each in range(SETS)
        )
    return "".join(lines).encode()
