"""An event ahead: start or not, what to expect, and when the last heavy leg day is."""

from bot.domain.facts.training import RunKind
from bot.domain.recovery.answer import Reply
from bot.domain.recovery.beside_answers import Expect, Start
from bot.domain.recovery.circumstances import Event, EventKind
from bot.domain.recovery.parameters import LAST_HEAVY, LAST_HEAVY_MARATHON, MARATHON, SLOWER
from bot.domain.recovery.question import PlannedRun

LONG = frozenset({EventKind.MARATHON, EventKind.ULTRA})
STARTS = {Reply.YES: Start.YES, Reply.CHANGED: Start.SLOWER}


def last_heavy_days(event: Event) -> tuple[float, float]:
    """How many days before an event the last heavy leg day is, latest and earliest."""
    long = event.kind in LONG or (event.minutes or 0.0) >= MARATHON
    return (LAST_HEAVY_MARATHON if long else LAST_HEAVY)[event.matters]


def run_of(event: Event) -> PlannedRun:
    """Return an event as the run to be judged: a match is sprints."""
    kind = RunKind.SPRINTS if event.kind is EventKind.MATCH else RunKind.RACE
    return PlannedRun(kind=kind, minutes=event.minutes, in_hours=event.in_hours)


def start_of(reply: Reply | None) -> Start:
    """Return whether to start, by the answer to the event as a run."""
    return Start.NO if reply is None else STARTS.get(reply, Start.NO)


def expected(fatigue: float) -> Expect:
    """Return what so much leg fatigue makes of an event (Marcora & Bosio 2007)."""
    little, clearly = SLOWER
    if fatigue < little:
        return Expect.USUAL
    return Expect.A_LITTLE_SLOWER if fatigue < clearly else Expect.CLEARLY_SLOWER
