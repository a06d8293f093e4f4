"""A year of a gym of two hundred, with trouble in it, in virtual time (G30).

Judged by what each member was told and what then came. Memory, tasks, threads and files of the bot
must not grow; what the local Discord itself keeps is thrown away every day.
"""

import asyncio
import gc
import random
import threading
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.domain.facts.settings import QuietHours
from tests.torture import api_faults, gateway_faults
from tests.torture.check import Check, Outcome
from tests.torture.regular import NAMES, ZONES, Findings, Regular
from tests.torture.scene import Scene, scene

MEMBERS = 200
DEEDS = 40  # of all members in a day; of few, half as many
POST_AT = (time(9), time(18, 30))
BERLIN = ZoneInfo("Europe/Berlin")
MOST_GROWTH = 24.0  # MiB of resident memory over the later three quarters of it
API = (
    api_faults.refused,
    api_faults.failing,
    api_faults.failing_after_effect,
    api_faults.cut,
    api_faults.limited,
)
GATEWAY = (
    gateway_faults.closed,
    gateway_faults.asked_to_reconnect,
    gateway_faults.invalid,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Footprint:
    """What the process holds."""

    memory: float  # MiB, resident
    tasks: int
    threads: int
    files: int


async def run(seed: int, cases: int) -> Outcome:
    """Live through so many days."""
    async with scene(seed, answer_within=gateway_faults.PATIENT) as stage:
        rng, findings, posts = stage.rng, Findings(), Posts(stage)
        people = [await _regular(stage, rng, number) for number in range(_members(cases))]
        await stage.configure()
        await posts.set_up()
        await stage.connected()
        marks: list[Footprint] = []
        for day in range(cases):
            await _day(stage, rng, people, findings, posts)
            await _trouble(stage, rng, posts, day)
            for one in people:
                await one.settle(findings)
            posts.look(findings)
            _forget_yesterday(stage)
            marks.append(_footprint())
        faults = [*findings.lost[:9], *findings.doubled[:9], *findings.at_night[:9]]
        faults += _growth(marks)
    if findings.unanswered:
        faults.append(f"{findings.unanswered} commands were not answered")
    note = (
        f"{len(people)} members, {findings.came} came of {findings.told} told, "
        f"{findings.skipped} skipped and told; {_said(marks)}"
    )
    return Outcome(
        cases=cases,
        lost=len(findings.lost),
        doubled=len(findings.doubled),
        faults=tuple(faults),
        note=note,
    )


class Posts:
    """The server's daily posts, and when they were due."""

    def __init__(self, stage: Scene) -> None:
        self._stage = stage
        self._texts: dict[str, time] = {}
        self._since = stage.now
        self.away: list[tuple[datetime, datetime]] = []
        """Troubles in which a post may be skipped."""

    async def set_up(self) -> None:
        """Have an admin set them up."""
        for at in POST_AT:
            post = await self._stage.post(at=at, zone=BERLIN.key)
            self._texts[post.text] = at

    def look(self, findings: Findings) -> None:
        """Count the posts since the last look, one for each time that was due, and clear them."""
        channel = int(self._stage.sandbox.general["id"])
        kept = self._stage.sandbox.messages.by_channel[channel]
        public = [one.data for one in kept.values() if one.only_for is None]
        until = self._stage.now - timedelta(hours=1)
        for text, at in self._texts.items():
            came = Counter(
                datetime.fromisoformat(one["timestamp"]).astimezone(BERLIN).date()
                for one in public
                if text in str(one["components"])
            )
            findings.doubled += [f"{text} on {date}" for date, times in came.items() if times > 1]
            for due in self._due(at, until):
                if due.astimezone(BERLIN).date() not in came:
                    self._missed(text, due, findings)
        for number, one in list(kept.items()):
            if one.only_for is not None or datetime.fromisoformat(one.data["timestamp"]) <= until:
                del kept[number]
        self._since = until

    def _missed(self, text: str, due: datetime, findings: Findings) -> None:
        if any(start <= due + timedelta(minutes=30) and due <= end for start, end in self.away):
            findings.skipped += 1
        else:
            findings.lost.append(f"{text} of {due}")

    def _due(self, at: time, until: datetime) -> list[datetime]:
        dates = [self._since.astimezone(BERLIN).date() + timedelta(days=n) for n in range(3)]
        due = [datetime.combine(date, at, tzinfo=BERLIN).astimezone(UTC) for date in dates]
        return [one for one in due if self._since < one <= until]


def _members(days: int) -> int:
    return MEMBERS if days > 30 else MEMBERS // 8


async def _regular(stage: Scene, rng: random.Random, number: int) -> Regular:
    zone = rng.choice(ZONES)
    quiet = rng.choice((20, 22, 24)), rng.choice((5, 7, 10))
    hours = QuietHours(start=time(quiet[0] % 24), end=time(quiet[1]))
    person = await stage.join(f"member{number}", zone=NAMES[zone], quiet=hours)
    return Regular(stage, person, zone, quiet)


async def _day(
    stage: Scene,
    rng: random.Random,
    people: list[Regular],
    findings: Findings,
    posts: Posts,
) -> None:
    """Let a day pass, less an hour, in which people do what they do."""
    end = stage.now + timedelta(hours=23)
    there = [one for one in people if not one.gone]
    wanted = DEEDS if len(people) == MEMBERS else DEEDS // 2
    moments = sorted(stage.now + timedelta(hours=22.9) * rng.random() for _ in range(wanted))
    for moment in moments:
        await stage.wait(seconds=max(0.0, (moment - stage.now).total_seconds()))
        await rng.choice(there).act(rng, findings)
    if rng.random() < 0.02 and there:
        one = rng.choice(there)
        one.look(findings)  # what came until now was promised
        if rng.random() < 0.5:
            one.leave()
        else:
            await one.forget()
    await stage.wait(seconds=max(0.0, (end - stage.now).total_seconds()))
    del posts.away[:-20]


async def _trouble(stage: Scene, rng: random.Random, posts: Posts, day: int) -> None:
    """Let something go wrong for up to half an hour; a restart a week, a long absence a month."""
    began = stage.now
    if day % 30 == 29:
        await _restart(stage, timedelta(hours=rng.uniform(1, 20)))
    elif day % 7 == 6:
        await _restart(stage, timedelta(minutes=rng.uniform(0.1, 20)))
    elif rng.random() < 0.6:
        await rng.choice(API)(stage, rng)
    else:
        await gateway_faults.until_renewed(stage, rng.choice(GATEWAY))
    posts.away.append((began, stage.now + timedelta(minutes=15)))
    await stage.wait(hours=1)  # until then all that was held up has gone out


async def _restart(stage: Scene, away: timedelta) -> None:
    await stage.end()
    await stage.wait(seconds=away.total_seconds())
    await stage.open()
    await stage.connected()


def _forget_yesterday(stage: Scene) -> None:
    """Throw away what only the local Discord keeps: the bot has no use for it."""
    sandbox = stage.sandbox
    sandbox.requests.clear()
    sandbox.pings.clear()
    sandbox.messages._nonces.clear()
    sandbox.interactions._by_id.clear()
    sandbox.interactions._by_token.clear()
    sandbox.engine.forms.clear()
    for session in sandbox.gateway.connected:
        session.sent.clear()
    sandbox.gateway.sessions = {one.id: one for one in sandbox.gateway.connected}
    general = int(sandbox.general["id"])
    for channel, kept in sandbox.messages.by_channel.items():
        for number in sorted(kept)[:-6] if channel != general else ():
            del kept[number]


def _footprint() -> Footprint:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return Footprint(
        memory=pages * 4096 / 2**20,
        tasks=len(asyncio.all_tasks()),
        threads=threading.active_count(),
        files=len(list(Path("/proc/self/fd").iterdir())),
    )


def _growth(marks: list[Footprint]) -> list[str]:
    """Return what grew after the first quarter, when all that is loaded late has been."""
    early, late = marks[len(marks) // 4], marks[-1]
    faults = []
    if late.memory - early.memory > MOST_GROWTH:
        faults.append(f"memory grew from {early.memory:.0f} to {late.memory:.0f} MiB")
    most = {"tasks": 6, "threads": 3, "files": 6}  # more, for what is under way just then
    for what, slack in most.items():
        if getattr(late, what) > getattr(early, what) + slack:
            faults.append(f"{what} grew from {getattr(early, what)} to {getattr(late, what)}")
    return faults


def _said(marks: list[Footprint]) -> str:
    early, late = marks[len(marks) // 4], marks[-1]
    return (
        f"{early.memory:.0f} to {late.memory:.0f} MiB, tasks {early.tasks} to {late.tasks}, "
        f"threads {early.threads} to {late.threads}, files {early.files} to {late.files}"
    )


YEAR = Check(goal="G30", name="days of a gym of 200, with trouble", run=run, full=365, cut=5)
