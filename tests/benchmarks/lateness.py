"""How late reminders leave, the network aside; beside the field's usual way in the same run."""

import asyncio
import gc
import random
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.clock import SystemClock
from bot.delivery import Delivery, DiscordTransport
from bot.delivery.envelope import Envelope, Sent
from bot.domain.facts.arrivals import Mark
from bot.domain.facts.occurrences import Settlement
from bot.domain.facts.reminders import State
from bot.store.reminders.reminders import Reminders
from tests.benchmarks.filling import opened
from tests.benchmarks.pending import Waiting, fill_reminders
from tests.benchmarks.results import Row, Target, percentile
from tests.benchmarks.waiting import far_ahead

SPREAD, OVER = 300, 90  # reminders at random instants within so many seconds: few at one
BURST = 200  # reminders at one instant
BURSTS = 3
APART = timedelta(seconds=2)
STARTS_IN = timedelta(seconds=5)  # until these are in both stores
POLL = 10.0  # seconds: how often bots that poll commonly look
LEASE = timedelta(minutes=2)


class Instant(DiscordTransport):
    """A transport without a network: notes when it was asked for each channel's message."""

    def __init__(self) -> None:
        super().__init__("", "", SystemClock())
        self.at: dict[int, datetime] = {}

    async def open_dm(self, member_id: int) -> int:
        """Return a channel; every member of these stores has one already."""
        return member_id

    async def send(self, channel_id: int, envelope: Envelope) -> Sent:
        """Note the moment."""
        self.at[channel_id] = datetime.now(UTC)
        return Sent(message_id=channel_id)

    async def find(self, channel_id: int, mark: Mark, *, since: datetime) -> int | None:
        """Return nothing: nothing is ever in doubt here."""
        return None

    async def get(self, path: str) -> object:
        """Return nothing: nobody here has reminders in a channel."""
        return None

    def closed_for(self) -> float:
        """Return zero: there is no limit here."""
        return 0.0


async def lateness(folder: Path, *, quick: bool) -> list[Row]:
    """Measure the engine and the poll at once, each on a store of its own."""
    pending = 10_000 if quick else 100_000
    folders = folder / "ours", folder / "usual"
    for one in folders:
        one.mkdir()
        await fill_reminders(one, far_ahead(pending, first_id=SPREAD + BURST * BURSTS + 1))
    due = _moments(datetime.now(UTC).replace(microsecond=0) + STARTS_IN)
    for one in folders:
        await fill_reminders(one, [Waiting(who, who, (at,)) for who, at in due.items()])
    gc.collect()
    gc.freeze()  # as the bot does once it is up
    ours, usual = Instant(), dict[int, datetime]()
    async with opened(folders[0]) as here, opened(folders[1]) as there:
        delivery = Delivery(here.reminders, ours, SystemClock())
        tasks = [
            asyncio.create_task(delivery.run()),
            asyncio.create_task(poll(there.reminders, usual)),
        ]
        enough = (max(due.values()) - datetime.now(UTC)).total_seconds() + POLL + 5
        await asyncio.sleep(enough)
        await delivery.stop()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return _rows(pending, _late(due, ours.at), _late(due, usual))


async def poll(reminders: Reminders, sent: dict[int, datetime]) -> None:
    """Do as most bots do: look every 10 s, and send what is due one by one."""
    while True:
        while claims := await reminders.claim(datetime.now(UTC), lease=LEASE, limit=1):
            (claim,) = claims
            assert claim.recipient is not None
            now = sent[claim.recipient.member_id] = datetime.now(UTC)
            out = Settlement(
                reminder_id=claim.reminder_id, attempt=claim.attempt, state=State.SENT, message_id=1
            )
            await reminders.settle((out,), now)
        await asyncio.sleep(POLL)


def _moments(start: datetime) -> dict[int, datetime]:
    """Return when each of the first members' reminders is due; the store keeps whole seconds."""
    rng = random.Random(7)  # noqa: S311 (the same moments in every run)
    spread = [start + timedelta(seconds=rng.randrange(OVER)) for _ in range(SPREAD)]
    first_burst = start + timedelta(seconds=OVER) + APART
    bursts = [first_burst + APART * (number // BURST) for number in range(BURST * BURSTS)]
    return dict(enumerate([*spread, *bursts], start=1))


def _late(due: Mapping[int, datetime], sent: Mapping[int, datetime]) -> list[float]:
    """Return the milliseconds by which each was late, in order of the members.

    Raises:
        RuntimeError: some were not sent.
    """
    if missing := due.keys() - sent.keys():
        raise RuntimeError(f"{len(missing)} of {len(due)} reminders were not sent")
    return [(sent[one] - due[one]) / timedelta(milliseconds=1) for one in due]


def _rows(pending: int, ours: Sequence[float], usual: Sequence[float]) -> list[Row]:
    what = f"lateness before the network, {pending:,} pending"
    spread = {"ours": ours[:SPREAD], "usual": usual[:SPREAD]}
    p50 = {name: percentile(late, 0.50) for name, late in spread.items()}
    p99 = {name: percentile(late, 0.99) for name, late in spread.items()}
    bursts = [
        max(ours[first : first + BURST]) for first in range(SPREAD, SPREAD + BURST * BURSTS, BURST)
    ]
    return [
        Row(what=f"{what}, p50", rounds=[p50["ours"]], unit="ms", target=Target(value=5)),
        Row(what=f"{what}, p99", rounds=[p99["ours"]], unit="ms", target=Target(value=25)),
        Row(
            what=f"the last of {BURST} due at one instant leaves after",
            rounds=bursts,
            unit="ms",
            target=Target(value=50),
        ),
        Row(
            what="the field's usual way (a look every 10 s, one by one) against it, p50",
            rounds=[p50["usual"] / p50["ours"]],
            unit="x",
            figures={"usual_p50_ms": p50["usual"], "usual_p99_ms": p99["usual"]},
        ),
    ]
