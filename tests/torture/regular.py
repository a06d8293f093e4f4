"""A member of the simulated gym: what they do, what they were told would come, what came."""

import random
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.facts.kinds import PLAN_KINDS
from bot.sandbox import NoAnswer, Person, Seen, SeenForm
from bot.texts.kinds import KINDS
from tests.torture.scene import Scene, mark

ZONES = ("Berlin", "New York", "Kolkata", "Sydney", "Los Angeles", "London", "Sao Paulo", "Tokyo")
NAMES = {
    "Berlin": "Europe/Berlin",
    "New York": "America/New_York",
    "Kolkata": "Asia/Kolkata",
    "Sydney": "Australia/Sydney",
    "Los Angeles": "America/Los_Angeles",
    "London": "Europe/London",
    "Sao Paulo": "America/Sao_Paulo",
    "Tokyo": "Asia/Tokyo",
}
PLANNED = re.compile(r"- \*\*(.+?)\*\* · <t:(\d+):f> \(<t:\d+:R>\) · by DM(.*)")
KEEP_BOTH = re.compile(r"keep\.both:\d+")
PROMISED = re.compile(r"- (.+?): (?:\w+ )?<t:(\d+):[tf]>")
PAST = re.compile(r"- \*\*(.+?)\*\* · <t:(\d+):f> · (.+)")
LABELS = frozenset(KINDS[kind] for kind in PLAN_KINDS)  # of a message and in the lists
MERGED = "Reminders"  # the title of a message that brings several
BOLD = re.compile(r"^\*\*(.+?)\*\*$", re.MULTILINE)
SETTLED = timedelta(hours=1)  # after which what was told must have come, or why not be told

Told = tuple[str, datetime]


@dataclass(slots=True)
class Findings:
    """What the year brought, over all members."""

    told: int = 0
    came: int = 0
    skipped: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    at_night: list[str] = field(default_factory=list)
    unanswered: int = 0


class Regular:
    """One member; every promise is what ``/reminders show`` told after their last deed."""

    def __init__(self, stage: Scene, person: Person, zone: str, quiet: tuple[int, int]) -> None:
        self._stage = stage
        self.person = person
        self._zone = ZoneInfo(NAMES[zone])
        self._quiet = quiet
        self._open: list[Told] = []
        self._promised: set[tuple[str, str]] | None = None  # what their last deed was answered
        self._marks: set[str] = set()
        self._last_seen = 0
        self._last_log: Seen | None = None
        self.gone = False

    async def act(self, rng: random.Random, findings: Findings) -> None:
        """Do one thing people do, and note what they are then told."""
        self.look(findings)
        self._promised = None
        deeds = (
            [self._log] * 10
            + [self._undo, self._pause, self._resume, self._mute, self._unmute, self._move]
            + [self._sleep_in, self._stop]
            + [self._press] * 6
        )
        try:
            await rng.choice(deeds)(rng)
            self.look(findings, answers=True)
            await self._ask(findings)
        except NoAnswer:
            findings.unanswered += 1

    def leave(self) -> None:
        """Leave the server and close the DMs: whatever comes now is nobody's promise."""
        self._stage.sandbox.close_dms(self.person)
        self.gone, self._open = True, []

    async def forget(self) -> None:
        """Have everything deleted: nothing may come any more."""
        shown = await self.person.slash("mydata delete")
        assert isinstance(shown, Seen)
        await self.person.click("Delete everything", on=shown)
        self.gone, self._open = True, []

    def look(self, findings: Findings, *, answers: bool = False) -> None:
        """Look at new DMs: each must have been told of, once, and never come at night.

        Those that are no reminder are ``answers`` to what the member just did.
        """
        channel = int(self.person.dm["id"])
        kept = self._stage.sandbox.messages.by_channel[channel]
        for number in [one for one in kept if one > self._last_seen]:
            self._last_seen = number
            message = Seen(kept[number].data)
            for title in _titles(message):
                if not message.ephemeral and not (answers and title not in LABELS):
                    self._came(message, title, findings)

    async def settle(self, findings: Findings) -> None:
        """Look for what should have come by now; it is lost unless they are told why."""
        self.look(findings)
        due = [one for one in self._open if one[1] < self._stage.now - SETTLED]
        if not due or self.gone:
            return
        shown = await self.person.slash("reminders show")
        assert isinstance(shown, Seen)
        reasons = {(what, int(at)): how for what, at, how in PAST.findall(shown.text)}
        ahead = self._planned(shown)
        for one in due:
            self._open.remove(one)
            how = reasons.get((one[0], int(one[1].timestamp())), "nothing is told of it")
            # What an outage held up into quiet hours comes when they end, and is told so.
            later = [each for each in ahead if each[0] == one[0] and each not in self._open]
            if how.startswith(("skipped", "given up")):
                findings.skipped += 1
            elif later:
                self._open.append(min(later, key=lambda each: each[1]))
            else:
                findings.lost.append(f"{self.person.name} {one[0]} {one[1]}: {how}")

    def _planned(self, shown: Seen) -> list[Told]:
        found = PLANNED.findall(shown.text)
        return [(what, datetime.fromtimestamp(int(at), UTC)) for what, at, _ in found]

    def _came(self, message: Seen, title: str, findings: Findings) -> None:
        at = datetime.fromisoformat(message.raw["timestamp"]).astimezone(UTC)
        own = f"{mark(message)} {title}"
        if own in self._marks:
            findings.doubled.append(f"{self.person.name} {title} {at}: twice")
            return
        self._marks.add(own)
        due = at + timedelta(seconds=1)
        told = [one for one in self._open if one[0] == title and one[1] <= due]
        if not told:
            findings.doubled.append(f"{self.person.name} {title} {at}: never told")
            return
        first = min(told, key=lambda one: one[1])
        # One kind of one moment is said once, however many reminders it stands for.
        alike = told.count(first) if message.text.startswith(f"### {MERGED}") else 1
        for _ in range(alike):
            self._open.remove(first)
        findings.came += alike
        if self._is_night(at):
            findings.at_night.append(f"{self.person.name} {title} {at.astimezone(self._zone)}")

    def _is_night(self, at: datetime) -> bool:
        clock = at.astimezone(self._zone).time()
        start, end = (time(hour % 24) for hour in self._quiet)
        return start <= clock or clock < end if start > end else start <= clock < end

    async def _ask(self, findings: Findings) -> None:
        shown = await self.person.slash("reminders show")
        assert isinstance(shown, Seen)
        before = set(self._open)
        lines = PLANNED.findall(shown.text)
        self._open = self._planned(shown)
        findings.told += len(set(self._open) - before)
        ahead = {(what, at) for what, at, more in lines if "snoozed" not in more}
        if self._promised is not None and ahead != self._promised:
            findings.lost.append(f"{self.person.name} was told {self._promised}, then {ahead}")

    async def _log(self, rng: random.Random) -> None:
        effort, minutes = rng.randint(3, 10), rng.randint(20, 100)
        shown = await self.person.slash("legday log", effort=effort, minutes=minutes)
        if isinstance(shown, Seen) and (both := KEEP_BOTH.search(str(shown.raw))):
            shown = await self.person.press_custom_id(both[0], on=shown)
        self._last_log = shown if isinstance(shown, Seen) else None
        if self._last_log is not None:
            # All that was planned before is replaced by what is told now.
            _, _, plan = self._last_log.text.partition("**Your reminders**")
            self._promised = set(PROMISED.findall(plan))

    async def _undo(self, _: random.Random) -> None:
        if self._last_log is not None:
            await self.person.click("Undo", on=self._last_log)
            self._last_log = None

    async def _pause(self, rng: random.Random) -> None:
        await self.person.slash("reminders pause", until=rng.choice(("2 days", "12 hours")))

    async def _resume(self, _: random.Random) -> None:
        await self.person.slash("reminders resume")

    async def _stop(self, _: random.Random) -> None:
        await self.person.slash("reminders stop")
        self._promised = set()

    async def _mute(self, rng: random.Random) -> None:
        kind = rng.choice(("hydrate", "sleep", "foam_roll", "checkin"))
        await self.person.slash("reminders set", kind=kind, where="off")

    async def _unmute(self, _: random.Random) -> None:
        for kind in ("hydrate", "sleep", "foam_roll", "checkin"):
            await self.person.slash("reminders set", kind=kind, where="dm")

    async def _move(self, rng: random.Random) -> None:
        zone = rng.choice(ZONES)
        panel = await self.person.slash("profile")
        assert isinstance(panel, Seen)
        await self.person.click("Time zone", on=panel)
        shown = await self.person.fill(zone=zone)
        if not isinstance(shown, SeenForm):
            assert NAMES[zone].replace("_", " ") in shown.text, shown.text
            self._zone = ZoneInfo(NAMES[zone])

    async def _sleep_in(self, rng: random.Random) -> None:
        quiet = rng.choice((20, 22, 24)), rng.choice((5, 7, 10))
        panel = await self.person.slash("profile")
        assert isinstance(panel, Seen)
        await self.person.click("Bedtime & quiet hours", on=panel)
        hours = [f"{hour % 24:02}:00" for hour in quiet]
        await self.person.fill(quiet_from=hours[0], quiet_to=hours[1])
        self._quiet = quiet

    async def _press(self, rng: random.Random) -> None:
        channel = int(self.person.dm["id"])
        kept = list(self._stage.sandbox.messages.by_channel[channel].values())[-3:]
        if not kept:
            return
        message = Seen(rng.choice(kept).data)
        button = rng.choice(("Done", "Snooze"))
        if button not in message.enabled:
            return
        shown = await self.person.click(button, on=message)
        if button == "Snooze" and isinstance(shown, Seen) and "Tonight" in shown.buttons:
            choice = rng.choice(("1 hour", "Tonight", "Tomorrow"))
            await self.person.click(choice, on=shown)


def _titles(message: Seen) -> list[str]:
    """Return what a message reminds of: one thing, or those of one moment."""
    title = message.text.split("\n")[0].removeprefix("### ")
    together = BOLD.findall(message.text) if title == MERGED else []
    return [one for one in together if one in LABELS] or [title]
